"""A document as a row of pieces, with the rules of what must stay together at a page break.

A heading stays with its table, the signatures with the last rows (FEATURES RP3, RP5); rows of a table see `keeping`.
"""

from collections.abc import Sequence

from nscl_desktop.domain.appendix import Align, AppendixDoc, Paragraph, Table
from nscl_desktop.reports.fonts import ITALIC, REGULAR, WordWidths
from nscl_desktop.reports.keeping import ROWS_WITH_CLOSING, SMALL_TABLE, breaks_after
from nscl_desktop.reports.paper import Frame
from nscl_desktop.reports.pdf_columns import fit_alike
from nscl_desktop.reports.pdf_flow import Break, Piece, RowPiece, TextPiece
from nscl_desktop.reports.pdf_heading import heading_pieces
from nscl_desktop.reports.pdf_signatures import signature_pieces
from nscl_desktop.reports.pdf_table import TableLayout, blank_row, measure_table, prepare_table
from nscl_desktop.reports.pdf_text import Setter, line_pieces, paragraph_pieces
from nscl_desktop.reports.text_sizes import FOOTNOTE_SIZE, TEXT_SIZE

_TABLE_GAP = 4.0
_LONG_TEXT = 0.3
"""Of the page's height: more text than this between the table and the signatures needs no rows on the last page."""


def document_pieces(
    doc: AppendixDoc, frame: Frame, widths: tuple[WordWidths, ...]
) -> tuple[list[Piece], list[TableLayout]]:
    """All pieces in order, and the tables' layouts.

    Raises:
        InputError: a table or picture that cannot be printed.
    """
    pieces: list[Piece] = [*heading_pieces(doc.heading, frame, widths)]
    prepared = [prepare_table(table, index, widths) for index, table in enumerate(doc.tables)]
    fits = fit_alike([(each.table.columns, each.needs) for each in prepared], frame.width, doc.body_size)
    layouts: list[TableLayout] = []
    last_table = max((i for i, block in enumerate(doc.blocks) if isinstance(block, Table)), default=len(doc.blocks) - 1)
    closing = 0
    for index, block in enumerate(doc.blocks):
        if isinstance(block, Table):
            layout = measure_table(prepared[len(layouts)], fits[len(layouts)], frame.left, widths)
            layouts.append(layout)
            pieces += table_pieces(layout, frame.height)
        else:
            pieces += _paragraph(block, doc.blocks[index + 1 : index + 2], frame, widths)
        if index == last_table:
            pieces += _below_tables(doc, frame, widths)
    signatures = signature_pieces(doc.signatures, frame, widths)
    closing = len(pieces)
    pieces += signatures
    keep_with_rows(pieces, closing if signatures else closing - 1, frame.height)
    return pieces, layouts


def _paragraph(
    block: Paragraph, following: tuple[object, ...], frame: Frame, widths: tuple[WordWidths, ...]
) -> list[TextPiece]:
    pieces = paragraph_pieces(block, frame, widths)
    if pieces and isinstance(next(iter(following), None), Table):
        pieces[-1].after = Break.KEEP
    return pieces


def table_pieces(layout: TableLayout, page_height: float) -> list[RowPiece]:
    """The rows of a table, and where between them a page may end."""
    rows = layout.rows or (blank_row(layout),)
    height = layout.header.height + sum(row.height for row in rows)
    breaks = breaks_after(layout.table, whole=height <= SMALL_TABLE * page_height) or [Break.FREE]
    pieces = [RowPiece(layout, row, after=after) for row, after in zip(rows, breaks, strict=True)]
    pieces[0].gap = _TABLE_GAP
    return pieces


def _below_tables(doc: AppendixDoc, frame: Frame, widths: tuple[WordWidths, ...]) -> list[TextPiece]:
    """The amount in words, then the footnotes."""
    setter = Setter.across(frame, widths)
    words = setter.broken(doc.words, ITALIC, TEXT_SIZE)
    pieces = line_pieces(setter, words, ITALIC, TEXT_SIZE, Align.CENTER if len(words) == 1 else Align.LEFT, 6.0)
    for mark, text in doc.footnotes:
        lines = setter.broken(f"{mark} {text}".strip(), REGULAR, FOOTNOTE_SIZE)
        pieces += line_pieces(setter, lines, REGULAR, FOOTNOTE_SIZE, Align.LEFT, 3.0)
    return pieces


def keep_with_rows(pieces: list[Piece], closing: int, page_height: float) -> None:
    """Hold what closes the document (from `closing` on) together with the last two rows before it.

    Where long text stands between them, its last two lines are company enough.
    """
    held: list[Piece] = []
    rows, text_height = 0, 0.0
    for piece in reversed(pieces[: max(closing, 0)]):
        piece_is_row = isinstance(piece, RowPiece)
        rows += piece_is_row
        text_height += 0.0 if piece_is_row else piece.height
        held.append(piece)
        if rows == ROWS_WITH_CLOSING or text_height > _LONG_TEXT * page_height:
            break
    if not rows:
        held = held[:2]
    for piece in held[:-1] if rows == ROWS_WITH_CLOSING else held:
        piece.after = Break.HOLD
    if rows == ROWS_WITH_CLOSING:
        held[-1].after = Break.KEEP
        _give_up_heading(pieces, max(closing, 0) - len(held), page_height)


def _give_up_heading(pieces: list[Piece], first: int, page_height: float) -> None:
    """Where a section's heading, its only row, the total and the signatures are more than a page, part the heading.

    Of the two rules that cannot both hold, the rows at `first` and behind stay with the signatures: a total alone over
    them could be signed under any table. The heading goes with the rows before it.
    """
    start = first
    while start and isinstance(pieces[start - 1], RowPiece) and pieces[start - 1].after >= Break.KEEP:
        start -= 1
    if start < first and _height(pieces[start:]) > page_height >= _height(pieces[first:]):
        pieces[first - 1].after = Break.FREE
        if start:
            pieces[start - 1].after = max(pieces[start - 1].after, Break.AVOID)


def _height(pieces: Sequence[Piece]) -> float:
    """What these pieces take on a page of their own."""
    return sum(piece.lead(at_top=not index) + piece.height for index, piece in enumerate(pieces))
