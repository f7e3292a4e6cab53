"""The foot of an appendix: place and date, signers side by side, recipients (NĐ 30/2020, Phụ lục I, II.4, II.7–9)."""

from itertools import pairwise

from nscl_desktop.domain.appendix import Align, Signature, SignatureBlock
from nscl_desktop.reports.fonts import BASELINE, BOLD, BOLD_ITALIC, ITALIC, LINE_SPACING, REGULAR, WordWidths
from nscl_desktop.reports.paper import Frame
from nscl_desktop.reports.pdf_flow import Break, Picture, Run, TextPiece
from nscl_desktop.reports.pdf_ink import read_picture
from nscl_desktop.reports.pdf_text import Setter, line_pieces
from nscl_desktop.reports.signature_pictures import picture_size
from nscl_desktop.reports.signer_columns import signer_edges
from nscl_desktop.reports.text_sizes import (
    RECIPIENTS_SIZE,
    RECIPIENTS_WORD,
    RECIPIENTS_WORD_SIZE,
    SIGNER_SIZE,
    SIGNING_SPACE,
)

_GAP_ABOVE = 12.0
_MOST_BESIDE = 0.4
"""Of the page's height: recipients that reach down no further stay with the signer, longer ones may turn the page."""


def signature_pieces(block: SignatureBlock, frame: Frame, widths: tuple[WordWidths, ...]) -> list[TextPiece]:
    """Place and date, then the signers with the recipients at their left; recipients that reach further down follow.

    Raises:
        InputError: a signature picture that is none.
    """
    edges = [frame.left + edge for edge in signer_edges(block, frame.width, widths)]
    setters = [Setter(left + 4, right - 4, widths) for left, right in pairwise(edges)]
    if len(block.signers) <= 1:
        setters = [Setter(edges[1], frame.right, widths)]
    pieces = _place_and_date(block.place_date, Setter.across(frame, widths), setters[-1])
    runs: list[Run] = []
    pictures: list[Picture] = []
    height = 0.0
    if block.signers:
        runs, pictures, height = _signers(block.signers, setters)
    recipients = _recipients(block, Setter(frame.left, (frame.left + frame.right) / 2 - 10, widths))
    if len(block.signers) <= 1:
        beside = [piece for piece in recipients if piece[1] <= max(height, _MOST_BESIDE * frame.height)]
        runs += [run for run, _ in beside]
        height = max([height, *(bottom for _, bottom in beside)])
        recipients = recipients[len(beside) :]
    gap = 2.0 if pieces else _GAP_ABOVE
    if runs:
        pieces.append(TextPiece(height, tuple(runs), gap=gap, pictures=tuple(pictures)))
    below = [TextPiece(run.size * LINE_SPACING, (run._replace(baseline=run.size * BASELINE),)) for run, _ in recipients]
    if below and len(block.signers) > 1:
        below[0].gap = _GAP_ABOVE
    pieces += below
    if pieces:
        pieces[-1].after = Break.FREE
    return pieces


def _place_and_date(text: str, page: Setter, signer: Setter) -> list[TextPiece]:
    """Centred above the last signer, or as far to the right as it goes."""
    pieces = line_pieces(page, page.broken(text, ITALIC, SIGNER_SIZE), ITALIC, SIGNER_SIZE, Align.RIGHT, _GAP_ABOVE)
    for piece in pieces:
        width = page.right - piece.runs[0].x
        x = min((signer.left + signer.right - width) / 2, piece.runs[0].x)
        piece.runs = (piece.runs[0]._replace(x=x),)
        piece.after = Break.GLUE
    return pieces


def _signers(signers: tuple[Signature, ...], setters: list[Setter]) -> tuple[list[Run], list[Picture], float]:
    """Signers side by side, names on one level; text, pictures and height."""
    runs: list[Run] = []
    pictures: list[Picture] = []
    heads = []
    step = SIGNER_SIZE * LINE_SPACING
    for signer, setter in zip(signers, setters, strict=True):
        lines = [line for text in signer.authority for line in setter.evenly(text, BOLD, SIGNER_SIZE)]
        head = setter.column(lines, 0.0, BOLD, SIGNER_SIZE)
        head += setter.column(setter.evenly(signer.note, ITALIC, SIGNER_SIZE), len(head) * step, ITALIC, SIGNER_SIZE)
        heads.append(len(head) * step)
        runs += head
    name_top = max(heads) + SIGNING_SPACE
    height = name_top
    for signer, setter, head_height in zip(signers, setters, heads, strict=True):
        names = setter.column(setter.evenly(signer.name, BOLD, SIGNER_SIZE), name_top, BOLD, SIGNER_SIZE)
        runs += names
        height = max(height, name_top + len(names) * step)
        if signer.image:
            pictures.append(_picture(signer, setter, head_height, name_top))
    return runs, pictures, height


def _picture(signer: Signature, setter: Setter, top: float, bottom: float) -> Picture:
    """The signature's picture in the middle of the free room."""
    width, height = picture_size(signer, setter.room)
    x, y = (setter.left + setter.right - width) / 2, (top + bottom - height) / 2
    return Picture(read_picture(signer.image), x, y, width, height)


def _recipients(block: SignatureBlock, setter: Setter) -> list[tuple[Run, float]]:
    """The lines of "Nơi nhận" with their bottoms, level with the signer's authority."""
    if not block.recipients:
        return []
    word = setter.broken(RECIPIENTS_WORD, BOLD_ITALIC, RECIPIENTS_WORD_SIZE)
    bottom = RECIPIENTS_WORD_SIZE * LINE_SPACING
    placed = [(setter.run(word[0], 0.0, BOLD_ITALIC, RECIPIENTS_WORD_SIZE, Align.LEFT), bottom)]
    for text in block.recipients:
        for line in setter.broken(text, REGULAR, RECIPIENTS_SIZE):
            run = setter.run(line, bottom, REGULAR, RECIPIENTS_SIZE, Align.LEFT)
            bottom += RECIPIENTS_SIZE * LINE_SPACING
            placed.append((run, bottom))
    return placed
