"""One line of a table → a record with its cells by year and source, entered as the papers mean them.

Quantity × price stands for the amount wherever the two agree; what the paper only adds up is never entered.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from nscl_desktop.domain.budget import multiply
from nscl_desktop.domain.budget_lines import EXPLANATION, ITEM, SECTION, Allocation, Line, allocation_id
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.limits import accepted
from nscl_desktop.domain.line_labels import LabelKind, kind_of
from nscl_desktop.domain.money import format_quantity
from nscl_desktop.domain.money_reading import parse_amount
from nscl_desktop.domain.records import fields_of, new_id
from nscl_desktop.domain.table_headings import Use
from nscl_desktop.services.table_import_drafts import Draft
from nscl_desktop.services.table_import_figures import Figure
from nscl_desktop.services.table_import_model import PastedTable, TableFinding, Weight
from nscl_desktop.services.table_import_names import AgencyNames, SourceNames

Cells = dict[tuple[int, str], Allocation]
_MONTHS = re.compile(r"tháng\s+(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?", re.IGNORECASE)
_PRICE_IN_TEXT = re.compile(r"(\d[\d.,]*)\s*(triệu|nghìn|ngàn|tỷ)?\s*đồng")


@dataclass(slots=True)
class LineMaker:
    """Makes the records of lines; ``year`` is for columns that name none, 0 where the plan has several."""

    table: PastedTable
    plan_id: str
    year: int
    sources: SourceNames
    agencies: AgencyNames
    findings: list[TableFinding]

    def line(self, draft: Draft, place: Place, *, is_parent: bool) -> Line:
        """The line without its cells."""
        lead = draft.texts.get("lead", "")
        agency = self.agencies.named(lead)
        months = _MONTHS.search(draft.texts.get("schedule", ""))
        first, last = (int(month or months[1]) for month in months.groups()) if months else (None, None)
        prices = {each.amount for each in draft.figures if each.use is Use.PRICE and not (each.year or each.source)}
        made = Line(
            id=new_id(),
            plan_id=self.plan_id,
            place=place,
            kind=self._kind(draft, is_parent=is_parent),
            label=_one_line(draft.label),
            text=draft.text,
            unit=_one_line(draft.texts.get("unit", "")),
            price=next(iter(prices)) if len(prices) == 1 else None,
            quantity_label=_one_line(draft.quantity_label),
            amount_label=draft.amount_label,
            lead_id=agency.id if agency else None,
            lead_text="" if agency else _one_line(lead),
            partners=_one_line(draft.texts.get("partners", "")),
            schedule=_one_line(draft.texts.get("schedule", "")),
            month_from=first if first in range(1, 13) else None,
            month_to=last if last in range(1, 13) else None,
            note=draft.texts.get("note", ""),
        )
        self._require_storable(draft.row, made)
        return made

    @staticmethod
    def _kind(draft: Draft, *, is_parent: bool) -> str:
        if draft.only_explains:
            return EXPLANATION
        upper = kind_of(draft.label) in {LabelKind.LETTER, LabelKind.ROMAN}
        return SECTION if not draft.depth and (upper or is_parent) else ITEM

    def cells(self, draft: Draft, line: Line, *, sums_below: bool) -> tuple[Line, Cells]:
        """The line (its price may follow from its rows) and its cells; a line that sums others keeps no amounts."""
        entered = [each for each in draft.figures if not each.stated]
        cells: Cells = {}
        for figure in entered:
            if figure.use is Use.AMOUNT and not sums_below:
                self._enter_amount(cells, line, figure)
        quantities = [each for each in entered if each.use is Use.QUANTITY and each.quantity is not None]
        for figure in quantities:
            line = self._enter_quantity(cells, line, figure)
        for figure in entered:
            if figure.use is Use.PRICE and (figure.year or figure.source) and figure.amount is not None:
                self._enter_price(cells, line, figure)
        line = self._price_from_text(line, cells)
        return line, self._without_products(line, cells)

    def _cell(self, cells: Cells, line: Line, year: int, source_id: str) -> Allocation:
        known = cells.get((year, source_id))
        return known or Allocation(
            id=allocation_id(line.id, year, source_id), line_id=line.id, year=year, source_id=source_id
        )

    def _year(self, figure: Figure) -> int:
        """The year of a figure; a finding where neither column nor plan tells it."""
        year = figure.year or self.year
        if not year:
            self._report(Weight.BLOCKS, figure, "Bảng không ghi năm và kế hoạch có nhiều năm; hãy chọn năm cho bảng.")
        return year

    def _enter_amount(self, cells: Cells, line: Line, figure: Figure) -> None:
        year, source = self._year(figure), self.sources.named(figure.source, figure.mark)
        cell = self._cell(cells, line, year, source.id)
        if figure.amount is None:
            cells[year, source.id] = replace(cell, text=figure.text)
        elif cell.amount is not None:
            self._report(Weight.BLOCKS, figure, "Ô này và một ô khác cùng dòng ghi tiền cho cùng năm, cùng nguồn.")
        else:
            cells[year, source.id] = replace(cell, amount=figure.amount)

    def _enter_quantity(self, cells: Cells, line: Line, figure: Figure) -> Line:
        quantity = figure.quantity or Decimal(0)
        if not figure.year and len({year for year, _ in cells}) > 1:
            return self._spread_over_years(cells, line, figure)
        year = figure.year or next((year for year, _ in cells), 0) or self._year(figure)
        filled = [key for key in cells if key[0] == year and cells[key].amount is not None]
        paying = [key for key in filled if cells[key].amount] or filled  # a source with 0 pays for nothing
        if figure.source or len(paying) < 2:
            source_id = self.sources.named(figure.source).id if figure.source or not paying else paying[0][1]
            cells[year, source_id] = replace(self._cell(cells, line, year, source_id), quantity=quantity)
            return line
        prices = {key: _price(cells[key].amount, quantity) for key in paying}
        if not all(prices.values()):
            self._report(Weight.WARNING, figure, "Số lượng này chung cho nhiều nguồn, không chia được nên chưa nhập.")
            return line
        for key, price in prices.items():
            cells[key] = replace(cells[key], quantity=quantity, price=price, amount=None)
        return replace(line, shared_quantity=True)

    def _spread_over_years(self, cells: Cells, line: Line, figure: Figure) -> Line:
        """A quantity for all years is entered only where money ÷ price gives whole parts that add up to it."""
        parts = {key: _quotient(cell.amount, line.price) for key, cell in cells.items() if cell.amount}
        if None in parts.values() or sum(part or 0 for part in parts.values()) != figure.quantity:
            shown = format_quantity(figure.quantity or Decimal(0))
            self._report(Weight.WARNING, figure, f"Số lượng {shown} không chia được theo năm nên chưa nhập.")
            return line
        for key, part in parts.items():
            cells[key] = replace(cells[key], quantity=part)
        return line

    def _enter_price(self, cells: Cells, line: Line, figure: Figure) -> None:
        for key in [key for key in cells if figure.year in (0, key[0])]:
            if not figure.source or self.sources.named(figure.source).id == key[1]:
                cells[key] = replace(cells[key], price=figure.amount)

    def _price_from_text(self, line: Line, cells: Cells) -> Line:
        """The price that the row of money names ("40 triệu đồng/01 công cụ"), if it is the only one and makes all."""
        named = _amounts_in(line.amount_label)
        paid = [cell for cell in cells.values() if cell.amount is not None]
        if line.price is not None or len(named) != 1 or not paid:
            return line
        price = named.pop()
        if all(cell.quantity is not None and multiply(cell.quantity, price) == cell.amount for cell in paid):
            return replace(line, price=price)
        return line

    @staticmethod
    def _without_products(line: Line, cells: Cells) -> Cells:
        """Amounts that quantity × price makes are left to be computed; those that differ stay, for the checker."""
        made: Cells = {}
        for key, cell in cells.items():
            price = cell.price if cell.price is not None else None if line.shared_quantity else line.price
            computed = None if price is None or cell.quantity is None else multiply(cell.quantity, price)
            made[key] = replace(cell, amount=None) if computed == cell.amount else cell
        return made

    def _require_storable(self, row: int, line: Line) -> None:
        """A finding for each field that the data file would refuse, such as a text of two million letters."""
        for spec in fields_of(Line):
            try:
                accepted(spec, getattr(line, spec.name))
            except InputError as error:
                message = f"{self.table.place(row)}: {error.sentence}"
                self.findings.append(TableFinding(Weight.BLOCKS, row, 0, message))

    def _report(self, weight: Weight, figure: Figure, sentence: str) -> None:
        place = self.table.place(figure.row, figure.column)
        self.findings.append(TableFinding(weight, figure.row, figure.column, f"{place}: {sentence}"))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _price(amount: int | None, quantity: Decimal) -> int | None:
    """Whole đồng for one unit; None where that leaves a rest."""
    if amount is None or quantity <= 0 or amount % quantity:
        return None
    return int(amount / quantity)


def _quotient(amount: int | None, price: int | None) -> Decimal | None:
    if not amount or not price or amount % price:
        return None
    return Decimal(amount // price)


def _amounts_in(text: str) -> set[int]:
    """All amounts in đồng that a sentence names."""
    found = set()
    for match in _PRICE_IN_TEXT.finditer(text):
        try:
            amount = parse_amount(f"{match[1]} {match[2] or ''} đồng").value
        except InputError:
            continue
        if amount:
            found.add(amount)
    return found
