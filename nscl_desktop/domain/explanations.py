"""“Giải thích số này” (F4): a figure as the sum of its parts, down to records, on screen and as a slip of paper.

Any screen makes such a record for a figure that it shows; the window and the slip know nothing of what is explained.
Figures are texts, written as they stand on the screen, with the unit apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from nscl_desktop.domain.appendix import (
    Align,
    AppendixDoc,
    Block,
    Cell,
    Column,
    HeaderCell,
    Heading,
    Paragraph,
    Row,
    RowKind,
    Signature,
    SignatureBlock,
    Table,
)
from nscl_desktop.domain.dates import format_date_words

_DEEPEST = 3
"""So many levels of parts stand on the slip; whoever wants more looks at the records."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a figure: its name, how it was made, how much. It opens a record, or is explained in its turn.

    ``entity`` and ``key`` name the record; ``inside`` says what the part itself is made of.
    """

    name: str
    made: str = ""
    figure: str = ""
    entity: str = ""
    key: str = ""
    inside: "Explanation | None" = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure with its parts. ``made`` is the sentence that says how it came about and what is counted or left out.

    An empty ``figure`` says that there is none, which is not nought; ``made`` then tells why.
    """

    title: str
    figure: str
    unit: str = ""
    made: str = ""
    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The figure with its unit; that there is none where there is none."""
        return f"{self.figure} {self.unit}".strip() if self.figure else "Chưa có số"


def as_text(explained: Explanation) -> str:
    """For the clipboard: title, figure and parts, a line each, columns parted by tabs."""
    lines = [explained.title, f"{explained.words}\t{explained.made}".rstrip()]
    lines += [f"{each.name}\t{each.made}\t{each.figure}".rstrip() for each in explained.parts]
    return "\n".join([*lines, *explained.notes])


def slip(explained: Explanation, agency: tuple[str, ...], today: str) -> AppendixDoc:
    """Thuyết minh số liệu: the figure on paper with all its parts; ``today`` is an ISO day."""
    blocks: list[Block] = [Paragraph(f"Số liệu: {explained.words}.", bold=True)]
    if explained.made:
        blocks.append(Paragraph(f"Cách tính: {_sentence(explained.made)}", Align.JUSTIFY))
    if explained.parts:
        blocks.append(_table(explained))
    blocks += [Paragraph(_sentence(note), Align.JUSTIFY, italic=True) for note in explained.notes]
    return AppendixDoc(
        Heading(
            "THUYẾT MINH SỐ LIỆU", explained.title, f"(Số liệu đến {format_date_words(today)})", agency, motto=True
        ),
        tuple(blocks),
        signatures=SignatureBlock(signers=(Signature(("NGƯỜI LẬP",), "", "(Ký, ghi rõ họ tên)"),)),
        author=agency[-1] if agency else "",
    )


def _table(explained: Explanation) -> Table:
    rows = []
    for label, depth, part in _numbered(explained, "", 0):
        kind = RowKind.SECTION if part.inside and depth == 0 else RowKind.ITEM
        cells = (Cell(label), Cell(part.name), Cell(part.made), Cell(part.figure))
        rows.append(Row(cells, kind, depth, keep_with_next=kind is RowKind.SECTION))
    rows.append(Row((Cell(), Cell("Kết quả"), Cell(), Cell(explained.figure)), RowKind.TOTAL))
    columns = (Column(14, Align.CENTER), Column(75), Column(48), Column(28, Align.RIGHT))
    unit = f" ({explained.unit})" if explained.unit else ""
    header = tuple(map(HeaderCell, ("STT", "Gồm", "Cách tính", f"Số{unit}")))
    return Table(columns, (header,), tuple(rows), title="Các số hợp thành")


def _numbered(explained: Explanation, above: str, depth: int) -> Iterator[tuple[str, int, Part]]:
    for number, part in enumerate(explained.parts, start=1):
        label = f"{above}{number}"
        yield label, depth, part
        if part.inside and depth + 1 < _DEEPEST:
            yield from _numbered(part.inside, f"{label}.", depth + 1)


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?", ":")) else f"{words}."
