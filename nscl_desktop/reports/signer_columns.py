"""How the signers share the width of the page: evenly, unless a long authority would be broken that way."""

from itertools import accumulate, pairwise

from nscl_desktop.domain.appendix import Signature, SignatureBlock
from nscl_desktop.domain.text import nfc
from nscl_desktop.reports.fonts import BOLD, ITALIC, WordWidths
from nscl_desktop.reports.text_sizes import SIGNER_SIZE

_BESIDE = 8.0
"""Points that keep neighbours apart."""


def signer_edges(block: SignatureBlock, room: float, widths: tuple[WordWidths, ...]) -> list[float]:
    """Edges of the signers' columns in points from the left; a single signer stands in the right half."""
    if len(block.signers) < 2:
        return [0.0, room / 2, room]
    needs = [_need(signer, widths) for signer in block.signers]
    even = room / len(needs)
    if max(needs) <= even or sum(needs) > room:
        return [even * place for place in range(len(needs))] + [room]
    spare = (room - sum(needs)) / len(needs)
    return [*list(accumulate((need + spare for need in needs), initial=0.0))[:-1], room]


def column_widths(edges: list[float]) -> list[float]:
    """Widths between the edges."""
    return [right - left for left, right in pairwise(edges)]


def _need(signer: Signature, widths: tuple[WordWidths, ...]) -> float:
    """Points of the signer's longest line."""
    lines = [(line, BOLD) for line in (*signer.authority, signer.name)] + [(signer.note, ITALIC)]
    ems = max(sum(widths[style][char] for char in nfc(line)) for line, style in lines)
    return ems * SIGNER_SIZE / 1000 + _BESIDE
