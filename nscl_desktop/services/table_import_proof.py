"""What a table states about itself (totals of rows, columns, sections, in words) against what was read from it.

The one protection against amounts read a thousand times too large or too small: the paper's own sums prove them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import MoneyUnit, format_amount, format_quantity
from nscl_desktop.domain.table_headings import Use
from nscl_desktop.domain.words_reading import read_words
from nscl_desktop.services.table_import_drafts import Draft, Drafts
from nscl_desktop.services.table_import_figures import Figure
from nscl_desktop.services.table_import_model import PastedTable, TableFinding, Weight
from nscl_desktop.services.table_import_names import SourceNames


@dataclass(frozen=True, slots=True)
class Proof:
    """One figure that the table states and the computed one: đồng (int) or units (Decimal).

    The scope: ``line_id`` "" is the whole table, empty ``years`` all years, ``source`` "" all sources (else the name of
    a column).
    """

    row: int
    column: int
    place: str
    line_id: str
    years: tuple[int, ...]
    source: str
    stated: int | Decimal
    computed: int | Decimal
    quote: str = ""

    @property
    def agrees(self) -> bool:
        """Whether the table's figure is the computed one."""
        return self.stated == self.computed


class Prover:
    """Compares every stated figure with the computed one."""

    def __init__(self, table: PastedTable, computed: Budget, sources: SourceNames, unit: MoneyUnit) -> None:
        self._table = table
        self._computed = computed
        self._sources = sources
        self._unit = unit
        self.proofs: list[Proof] = []
        self.findings: list[TableFinding] = []

    def prove(self, drafts: Drafts, lines: Sequence[Line], sums: Sequence[bool]) -> None:
        """All figures that are not entered: of lines, of total rows, in words."""
        for draft, line, is_sum in zip(drafts.lines, lines, sums, strict=True):
            self._prove_line(draft, line, is_sum=is_sum)
        for total in drafts.totals:
            line_id = "" if total.draft is None else lines[total.draft].id
            for figure in total.figures:
                if figure.amount is not None and figure.use is Use.AMOUNT:
                    self._compare(figure, line_id, figure.amount, self._years(figure, total.head.years))
        for row, words in drafts.words:
            self._prove_words(row, words)

    def _prove_line(self, draft: Draft, line: Line, *, is_sum: bool) -> None:
        years = draft.head.years if draft.head else ()
        for figure in draft.figures:
            scope = self._years(figure, years)
            if figure.use is Use.AMOUNT and figure.amount is not None:
                made_here = line.price is not None and any(each.use is Use.QUANTITY for each in draft.figures)
                if figure.stated or is_sum or made_here:
                    self._compare(figure, line.id, figure.amount, scope)
            elif figure.use is Use.QUANTITY and figure.stated and figure.quantity is not None:
                found = self._computed.quantity(line, years=scope or None, sources=self._source_keys(figure))
                self._add(figure, line.id, figure.quantity, found or Decimal(0), scope)

    def _compare(self, figure: Figure, line_id: str, stated: int, years: tuple[int, ...]) -> None:
        found = self._computed.total(line_id, years=years or None, sources=self._source_keys(figure))
        self._add(figure, line_id, stated, found or 0, years)

    def _add(
        self, figure: Figure, line_id: str, stated: int | Decimal, computed: int | Decimal, years: tuple[int, ...]
    ) -> None:
        place = self._table.place(figure.row, figure.column)
        quote = self._table.rows[figure.row][figure.column]
        proof = Proof(figure.row, figure.column, place, line_id, years, figure.source, stated, computed, quote)
        self.proofs.append(proof)
        if not proof.agrees:
            sentence = (
                f"{place}: Bảng ghi {self._shown(stated)}, tính từ các ô được {self._shown(computed)}"
                f"{_thousand(stated, computed)}; hãy xem lại các ô liên quan."
            )
            self.findings.append(TableFinding(Weight.WARNING, figure.row, figure.column, sentence))

    def _prove_words(self, row: int, words: str) -> None:
        place, total = self._table.place(row), self._computed.total() or 0
        try:
            read = read_words(words)
        except InputError as error:
            self.findings.append(TableFinding(Weight.WARNING, row, 0, f"{place}: {error.sentence}"))
            return
        self.proofs.append(Proof(row, 0, place, "", (), "", read.value, total, words))
        if read.value != total:
            sentence = f"{place}: Bằng chữ là {format_amount(read.value)} đồng, tính được {format_amount(total)} đồng."
            self.findings.append(TableFinding(Weight.WARNING, row, 0, sentence))

    def _source_keys(self, figure: Figure) -> tuple[str, ...] | None:
        return self._sources.printed_with(figure.source) if figure.source else None

    @staticmethod
    def _years(figure: Figure, of_head: tuple[int, ...]) -> tuple[int, ...]:
        return (figure.year,) if figure.year else of_head

    def _shown(self, value: int | Decimal) -> str:
        if isinstance(value, Decimal):
            return format_quantity(value)
        return f"{format_amount(value, self._unit)} {self._unit.label}"


def _thousand(stated: int | Decimal, computed: int | Decimal) -> str:
    """The hint at the commonest slip."""
    if 0 in (stated, computed) or max(stated, computed) != 1000 * min(stated, computed):
        return ""
    return " (chênh đúng 1.000 lần, có thể do dấu chấm, dấu phẩy hoặc đơn vị tính)"
