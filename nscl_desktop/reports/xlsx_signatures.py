"""The foot of the sheet: place and date, signers side by side, recipients (NĐ 30/2020, Phụ lục I, II.4, II.7–II.9)."""

import itertools

from nscl_desktop.domain.appendix import Align, Signature, SignatureBlock
from nscl_desktop.reports.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR, WordWidths
from nscl_desktop.reports.signer_columns import signer_edges
from nscl_desktop.reports.text_sizes import (
    RECIPIENTS_SIZE,
    RECIPIENTS_WORD,
    RECIPIENTS_WORD_SIZE,
    SIGNER_SIZE,
    SIGNING_SPACE,
)
from nscl_desktop.reports.xlsx_formats import Run
from nscl_desktop.reports.xlsx_strips import LINE_HEIGHT, SLACK, Box, PictureBox, Setter, Strip, blank

_GAP = 12.0
_TOLERANCE = 0.1
"""Part of the sheet's width by which the signers' columns may differ from halves or thirds."""

Columns = tuple[int, int]


def signature_splits(
    block: SignatureBlock, room: float, widths: tuple[WordWidths, ...]
) -> list[tuple[float, float, float]]:
    """Where the sheet should be divided for the signers."""
    if not (block.signers or block.recipients or block.place_date):
        return []
    even = room / max(2, len(block.signers))
    places = signer_edges(block, room / SLACK, widths)[1:-1]
    # Where authorities need uneven columns, the sheet is divided just there
    tolerances = [room * (_TOLERANCE if abs(x * SLACK - even * n) < 1 else 0.0) for n, x in enumerate(places, start=1)]
    return [(x * SLACK, x * SLACK - t, x * SLACK + t) for x, t in zip(places, tolerances, strict=True)]


def signature_strips(block: SignatureBlock, setter: Setter) -> list[Strip]:
    """Place and date, authority, free room, names; recipients at the left of a single signer, else below."""
    grid = setter.grid
    edges = [grid.edge_near(x * SLACK) for x in signer_edges(block, grid.room / SLACK, setter.widths)]
    parts = len(edges) - 1
    areas = list(itertools.pairwise(edges))
    strips: list[Strip] = []
    if block.place_date.strip():
        columns = areas[-1] if parts == 2 else (grid.edge_near(grid.room / 2), grid.columns)
        strips.append(_cell(setter, columns, block.place_date, ITALIC, SIGNER_SIZE))
    areas = areas[-1:] if len(block.signers) == 1 else areas
    if block.signers:
        strips.append(_signers(block.signers, areas, setter))
    if block.recipients:
        _add_recipients(strips, block, (0, edges[1] if parts == 2 else edges[2]), setter)
    return [blank(_GAP), *strips] if strips else []


def _cell(setter: Setter, columns: Columns, text: str, style: int, size: float) -> Strip:
    height = setter.height(text, *columns, style, size)
    return Strip((height + 1,), (Box(*columns, (Run(text, style, size),)),))


def _signers(signers: tuple[Signature, ...], areas: list[Columns], setter: Setter) -> Strip:
    """Each line of authority in a row of its own, then the note, free room or the picture, and the names."""
    lines = [
        [
            *[Run(setter.evenly(text, *columns, BOLD, SIGNER_SIZE), BOLD, SIGNER_SIZE) for text in signer.authority],
            *[Run(signer.note, ITALIC, SIGNER_SIZE)] * bool(signer.note),
        ]
        for signer, columns in zip(signers, areas, strict=True)
    ]
    count = max(map(len, lines))
    heights = [SIGNER_SIZE * LINE_HEIGHT] * count + [SIGNING_SPACE, SIGNER_SIZE * LINE_HEIGHT]
    boxes: list[Box] = []
    pictures: list[PictureBox] = []
    for signer, columns, runs in zip(signers, areas, lines, strict=True):
        placed = [*enumerate(runs), (count + 1, Run(signer.name, BOLD, SIGNER_SIZE))]
        for row, run in placed:
            if run.text.strip():
                boxes.append(Box(*columns, (run,), top=row, bottom=row))
                heights[row] = max(heights[row], setter.height(run.text, *columns, run.style, run.size) + 1)
        if signer.image:
            pictures.append(PictureBox(*columns, count, signer))
    return Strip(tuple(heights), tuple(boxes), tuple(pictures))


def _add_recipients(strips: list[Strip], block: SignatureBlock, columns: Columns, setter: Setter) -> None:
    """At the left of a single signer, level with the authority; where they reach further down, a row more."""
    text = "".join(f"\n{line}" for line in block.recipients)
    runs = (Run(RECIPIENTS_WORD, BOLD_ITALIC, RECIPIENTS_WORD_SIZE), Run(text, REGULAR, RECIPIENTS_SIZE))
    lines = [setter.height(line, *columns, REGULAR, RECIPIENTS_SIZE) for line in block.recipients]
    needed = RECIPIENTS_WORD_SIZE * LINE_HEIGHT + sum(lines) + 2
    if len(block.signers) != 1:
        strips.append(Strip((needed,), (Box(*columns, runs, Align.LEFT, "top"),)))
        return
    strip = strips.pop()
    missing = needed - sum(strip.heights)
    heights = (*strip.heights, missing) if missing > 0 else strip.heights
    box = Box(*columns, runs, Align.LEFT, "top", 0, len(heights) - 1)
    strips.append(Strip(heights, (*strip.boxes, box), strip.pictures))
