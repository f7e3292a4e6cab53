"""Rows put together to lines: which figures are a line's own, which line lies below which, what is kept as proof."""

from dataclasses import dataclass, field

from nscl_desktop.domain.line_labels import bare_label, depths
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.table_headings import Use
from nscl_desktop.domain.text import fold, quoted
from nscl_desktop.services.table_import_figures import Figure, FigureReader
from nscl_desktop.services.table_import_model import Head, Mapping, PastedTable, TableFinding, Weight
from nscl_desktop.services.table_import_rows import ReadRow, RowKind, read_rows

_TEXTS = {
    "unit": Use.UNIT, "lead": Use.LEAD, "partners": Use.PARTNERS, "schedule": Use.SCHEDULE, "note": Use.NOTE,
}  # fmt: skip


@dataclass(slots=True)
class Draft:
    """A line on its way: what its rows say, still as texts and figures."""

    row: int
    label: str
    text: str
    head: Head | None
    texts: dict[str, str] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)
    quantity_label: str = ""
    amount_label: str = ""
    inside: int | None = None
    """The caption above the table this line stands in, as an index into the drafts."""
    depth: int = 0
    parent: int | None = None

    @property
    def only_explains(self) -> bool:
        """Whether it is a sentence such as "Tổng cộng 6,84 triệu x 10 lần = 68,4 triệu đồng" without cells."""
        return not self.figures and not self.label and fold(self.text).startswith(("tong cong", "cong "))

    @property
    def has_money(self) -> bool:
        """Whether its own row gives money: an amount, or a quantity at a price."""
        uses = {each.use for each in self.figures if each.value is not None and not each.stated}
        return Use.AMOUNT in uses or uses >= {Use.QUANTITY, Use.PRICE}


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A row that sums others: ``draft`` is the line it sums, None for the whole table."""

    row: int
    head: Head
    draft: int | None
    figures: tuple[Figure, ...]


class Drafts:
    """All rows of a table read: the lines, and what proves them."""

    def __init__(self, table: PastedTable, mapping: Mapping, unit: MoneyUnit) -> None:
        self.lines: list[Draft] = []
        self.totals: list[TotalRow] = []
        self.words: list[tuple[int, str]] = []
        self.footnotes: dict[str, str] = {}
        self._table = table
        self._reader = FigureReader(table, unit)
        self._caption: int | None = None
        for row in read_rows(table, mapping):
            self._take(row)
        self._nest()

    @property
    def findings(self) -> list[TableFinding]:
        """What the reading of cells came upon."""
        return self._reader.findings

    def sums(self) -> list[bool]:
        """For each line whether lines below it carry money, so that its own amounts only add them up."""
        found = [False] * len(self.lines)
        for index in range(len(self.lines) - 1, -1, -1):
            parent = self.lines[index].parent
            if parent is not None and (found[index] or self.lines[index].has_money):
                found[parent] = True
        return found

    def parents(self) -> set[int]:
        """The lines that have lines below them."""
        return {draft.parent for draft in self.lines if draft.parent is not None}

    def _take(self, row: ReadRow) -> None:
        kind = row.kind
        if kind is RowKind.WORDS:
            self.words.append((row.row, row.text))
        elif kind is RowKind.FOOTNOTE:
            text = row.text.lstrip("(*) \t")
            self.footnotes[row.text[: len(row.text) - len(text)].strip()] = text
        elif kind is RowKind.PASSED_OVER:
            self._caption = None if row.head else self._caption
        elif kind is RowKind.CAPTION_LINE:
            self._caption = len(self.lines)
            self.lines.append(Draft(row.row, row.label, row.text, row.head))
        elif row.head is None or kind is RowKind.UNKNOWN:
            message = f"{self._table.place(row.row)}: Dòng này không thuộc bảng nên bỏ qua: {quoted(self._shown(row))}."
            self.findings.append(TableFinding(Weight.WARNING, row.row, 0, message))
        else:
            self._take_figures(row, row.head)

    def _shown(self, row: ReadRow) -> str:
        return " ".join(filter(None, self._table.rows[row.row]))

    def _take_figures(self, row: ReadRow, head: Head) -> None:
        if row.kind in {RowKind.TOTAL, RowKind.SUBTOTAL}:
            summed = self._labelled(row.label) if row.kind is RowKind.SUBTOTAL else None
            self.totals.append(TotalRow(row.row, head, summed, self._reader.row(row.row, head)))
            return
        if row.kind is RowKind.LINE:
            draft = Draft(row.row, row.label, row.text, head, inside=self._caption)
            self.lines.append(draft)
        else:
            draft = self._item_of(row, head)
        quantities = row.kind is RowKind.QUANTITIES
        draft.figures += self._reader.row(row.row, head, Use.QUANTITY if quantities else None)
        if quantities:
            draft.quantity_label = row.text
        elif row.kind is RowKind.AMOUNTS:
            draft.amount_label = row.text
        for name, use in _TEXTS.items():
            found = (self._table.rows[row.row][column] for column in head.columns_for(use))
            draft.texts[name] = " ".join(filter(None, found)) or draft.texts.get(name, "")

    def _item_of(self, row: ReadRow, head: Head) -> Draft:
        """The line a row of quantities or money belongs to: the caption above the table, else one of its own."""
        last = self.lines[-1] if self.lines else None
        if last and (
            last is self._caption_draft() or (last.head is head and last.quantity_label and not last.amount_label)
        ):
            last.head = head
            return last
        draft = Draft(row.row, "", row.text, head, inside=self._caption)
        self.lines.append(draft)
        return draft

    def _caption_draft(self) -> Draft | None:
        return None if self._caption is None else self.lines[self._caption]

    def _labelled(self, label: str) -> int | None:
        found = (i for i in range(len(self.lines) - 1, -1, -1) if bare_label(self.lines[i].label) == label)
        return next(found, None)

    def _nest(self) -> None:
        """Depths from labels; lines of a table under a caption lie below the caption's line."""
        groups: dict[int | None, list[int]] = {}
        for index, draft in enumerate(self.lines):
            groups.setdefault(draft.inside, []).append(index)
        for inside, members in groups.items():  # a caption's own group comes before the one inside it
            start = 0 if inside is None else self.lines[inside].depth + 1
            for index, depth in zip(members, depths(self._levels(members)), strict=True):
                self.lines[index].depth = start + depth
        path: list[int] = []
        for index, draft in enumerate(self.lines):
            del path[draft.depth :]
            draft.parent = path[-1] if path else None
            path.append(index)

    def _levels(self, members: list[int]) -> list[str]:
        """The labels that decide the depths; a sentence that adds up the lines above it stands on their level."""
        labels: list[str] = []
        for index in members:
            draft = self.lines[index]
            labels.append(labels[-1] if labels and draft.only_explains else draft.label)
        return labels
