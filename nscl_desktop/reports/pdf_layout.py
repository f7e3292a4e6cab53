"""A document as a row of pieces, with the rules of what must stay together at a page break.

A section heading keeps two rows; a total and the signatures never stand alone; a heading stays with its table; a small
table is not cut (FEATURES RP2–RP6).
"""

from nscl_desktop.domain.appendix import Align, AppendixDoc, Paragraph, RowKind, Table
from nscl_desktop.reports.fonts import ITALIC, REGULAR, WordWidths
from nscl_desktop.reports.paper import Frame
from nscl_desktop.reports.pdf_flow import Break, Piece, RowPiece, TextPiece
from nscl_desktop.reports.pdf_heading import heading_pieces
from nscl_desktop.reports.pdf_signatures import signature_pieces
from nscl_desktop.reports.pdf_table import TableLayout, measure_table
from nscl_desktop.reports.pdf_text import BODY_SIZE, Setter, line_pieces, paragraph_pieces

_FOOTNOTE_SIZE = 11.0
_TABLE_GAP = 4.0
_SMALL_TABLE = 0.45
"""Of the page's height: what is lower than this moves to the next page rather than being cut."""
_ROWS_WITH_CLOSING = 2
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
    layouts: list[TableLayout] = []
    last_table = max((i for i, block in enumerate(doc.blocks) if isinstance(block, Table)), default=len(doc.blocks) - 1)
    closing = 0
    for index, block in enumerate(doc.blocks):
        if isinstance(block, Table):
            layout = measure_table(block, len(layouts), (frame.left, frame.width), doc.body_size, widths)
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
    rows = layout.table.rows
    height = layout.header.height + sum(row.height for row in layout.rows)
    usual = Break.AVOID if height <= _SMALL_TABLE * page_height else Break.FREE
    pieces = [RowPiece(layout, row, after=usual) for row in layout.rows]
    for index, row in enumerate(rows):
        kinds = [following.kind for following in rows[index + 1 : index + 3]]
        if row.kind is RowKind.TOTAL and index:
            pieces[index - 1].after = Break.KEEP
        if row.keep_with_next or row.kind is RowKind.SECTION:
            pieces[index].after = Break.KEEP
        if row.kind is RowKind.SECTION and len(kinds) == 2 and RowKind.SECTION not in kinds:
            pieces[index + 1].after = Break.KEEP
    if pieces:
        pieces[0].gap = _TABLE_GAP
        pieces[0].after = max(pieces[0].after, Break.AVOID)
        pieces[-1].after = Break.FREE
    return pieces


def _below_tables(doc: AppendixDoc, frame: Frame, widths: tuple[WordWidths, ...]) -> list[TextPiece]:
    """The amount in words, then the footnotes."""
    setter = Setter.across(frame, widths)
    words = setter.broken(doc.words, ITALIC, BODY_SIZE)
    pieces = line_pieces(setter, words, ITALIC, BODY_SIZE, Align.CENTER if len(words) == 1 else Align.LEFT, 6.0)
    for mark, text in doc.footnotes:
        lines = setter.broken(f"{mark} {text}".strip(), REGULAR, _FOOTNOTE_SIZE)
        pieces += line_pieces(setter, lines, REGULAR, _FOOTNOTE_SIZE, Align.LEFT, 3.0)
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
        if rows == _ROWS_WITH_CLOSING or text_height > _LONG_TEXT * page_height:
            break
    if not rows:
        held = held[:2]
    for piece in held[:-1] if rows == _ROWS_WITH_CLOSING else held:
        piece.after = Break.HOLD
    if rows == _ROWS_WITH_CLOSING:
        held[-1].after = Break.KEEP
