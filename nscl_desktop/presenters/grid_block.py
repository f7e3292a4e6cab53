"""A block of cells at once: copied to and pasted from Excel, cleared, filled down. One step each, or none.

What is pasted onto a computed cell is compared with it and passed over: where it differs the clerk is told, because
two tables that disagree are exactly what this program is there to show.
"""

import csv
import html
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from nscl_desktop.domain.budget_lines import PER_YEAR, Line
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.money_reading import parse_amount, read_quantity
from nscl_desktop.domain.naming import line_name
from nscl_desktop.domain.text import quoted
from nscl_desktop.presenters.budget_grid import BudgetGrid
from nscl_desktop.presenters.clipboard_rows import rows_of
from nscl_desktop.presenters.grid_columns import Part
from nscl_desktop.presenters.grid_input import entries_of, read
from nscl_desktop.presenters.grid_targets import Target, require_open, target_of
from nscl_desktop.services.pasting import Entry, fill

_MOST_TOLD = 3
_LARGEST = 50_000
"""Cells in one paste; a plan of 2,000 lines pasted whole in its widest view has about as many."""


@dataclass(frozen=True, slots=True)
class _Pasted:
    """A text and the cell it is pasted onto."""

    row: int
    column: int
    text: str


@dataclass(slots=True)
class _Entered:
    """What a block of texts comes to; ``computed`` are those that fall on cells which follow from others."""

    entries: list[tuple[Entry, _Pasted]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    computed: list[_Pasted] = field(default_factory=list)
    count: int = 0


_Given = dict[tuple[str, int, str, str], Value]
"""What a block enters, by line, year, source and field."""


class GridBlock:
    """Acts on blocks of the grid; rows and columns are counted as they are in sight."""

    def __init__(self, grid: BudgetGrid) -> None:
        self._grid = grid

    def text(self, rows: Sequence[int], columns: Sequence[int]) -> str:
        """The block as text with tabs, as Excel takes it."""
        out = io.StringIO()
        writer = csv.writer(out, dialect="excel-tab", lineterminator="\r\n")
        for row in rows:
            writer.writerow([self._grid.cell(row, column).text for column in columns])
        return out.getvalue()

    def markup(self, rows: Sequence[int], columns: Sequence[int]) -> str:
        """The block as an HTML table with bare numbers beside the texts.

        An Excel with English settings reads 1.290,84 as text, but the number as what it is.
        """
        lines = []
        for row in rows:
            cells = "".join(self._cell_markup(row, column) for column in columns)
            lines.append(f"<tr>{cells}</tr>")
        space = 'xmlns:x="urn:schemas-microsoft-com:office:excel"'
        return f"<html {space}><body><table>{''.join(lines)}</table></body></html>"

    def clear(self, rows: Sequence[int], columns: Sequence[int]) -> str:
        """Empty the cells; computed ones stay. What was done."""
        _require_chosen(rows, columns)
        block = [["" for _ in columns] for _ in rows]
        entered = self._entered(rows, columns, block)
        self._perform(entered, f"Xóa nội dung {_cells(entered.count)}")
        return f"Đã xóa nội dung {_cells(entered.count)}"

    def fill_down(self, rows: Sequence[int], columns: Sequence[int]) -> str:
        """Give every chosen cell what stands in the chosen one at the top of its column."""
        _require_chosen(rows, columns)
        if len(rows) < 2:
            raise InputError("Hãy chọn từ hai dòng trở lên; dòng đầu được chép xuống các dòng dưới.")
        first = [self._grid.cell(rows[0], column).text for column in columns]
        entered = self._entered(rows[1:], columns, [first for _ in rows[1:]])
        self._perform(entered, f"Chép xuống {_cells(entered.count)}")
        return f"Đã chép xuống {_cells(entered.count)}"

    def paste(self, row: int, column: int, text: str, *, rows: int = 1, columns: int = 1) -> str:
        """Enter a block copied elsewhere from this cell on; a single value fills the chosen block. What was done.

        Raises InputError with every cell that cannot be read, and then nothing is entered.
        """
        _require_chosen((row,), (column,))
        block = _table(text)
        if len(block) == 1 and len(block[0]) == 1:
            block = [block[0] * columns for _ in range(rows)]
        places = range(row, row + len(block))
        width = max(map(len, block))
        if places.stop > len(self._grid.rows):
            missing = places.stop - len(self._grid.rows)
            raise InputError(f"Khối dán dài hơn bảng {missing} dòng; hãy thêm dòng (Insert) rồi dán lại.")
        across = range(column, min(column + width, len(self._grid.columns)))
        if any(cell.strip() for texts in block for cell in texts[len(across) :]):
            surplus = column + width - len(self._grid.columns)
            raise InputError(f"Khối dán rộng hơn bảng {surplus} cột; hãy chọn ô bắt đầu ở bên trái hơn rồi dán lại.")
        entered = self._entered(places, across, block)
        self._perform(entered, f"Dán {_cells(entered.count)}")
        return _told(entered.count, self._differing(entered.computed))

    def _entered(self, rows: Iterable[int], columns: Sequence[int], block: Sequence[Sequence[str]]) -> _Entered:
        require_open(self._grid.desk.budget)
        entered = _Entered()
        for row, texts in zip(rows, block, strict=True):
            for column, text in zip(columns, texts, strict=False):
                self._enter_one(row, column, text, entered)
        self._leave_products_computed(entered)
        return entered

    def _enter_one(self, row: int, column: int, text: str, entered: _Entered) -> None:
        pasted, target = _Pasted(row, column, text), self._target(row, column)
        if target is None:
            if text.strip():
                entered.computed.append(pasted)
            return
        entered.count += 1
        if not self._grid.columns[column].is_figure and text == self._grid.cell(row, column).text:
            return  # an agency inherited from above stays inherited
        try:
            reading = read(self._grid.desk.budget, target, text, self._grid.unit)
            entered.entries += [(entry, pasted) for entry in entries_of(self._grid.desk.budget, target, reading)]
        except InputError as error:
            entered.refused.append(f"{self._place(self._grid.line(row), column)}: {error.sentence}")

    def _leave_products_computed(self, entered: _Entered) -> None:
        """An amount pasted together with what makes it is computed: compared afterwards, not entered."""
        given: _Given = {
            (each.line_id, each.year, each.source_id, each.field): each.value for each, _ in entered.entries
        }
        for at, (entry, pasted) in enumerate(entered.entries):
            if entry.field == "amount" and entry.value is not None and self._is_made(entry, given):
                entered.entries[at] = (replace(entry, value=None), pasted)
                entered.computed.append(pasted)

    def _is_made(self, entry: Entry, given: _Given) -> bool:
        """Whether the quantity pasted beside an amount makes it; a lump sum pasted onto itself stays one."""
        budget = self._grid.desk.budget
        line, place = budget.tree.line(entry.line_id), (entry.line_id, entry.year, entry.source_id)
        known, quantity = budget.allocation(*place), given.get((*place, "quantity"))
        if quantity is None or (known and (known.quantity, known.amount) == (quantity, entry.value)):
            return False
        if line.component_basis == PER_YEAR:
            return budget.components_sum(line) is not None
        price = given.get((*place, "price"), known.price if known else None)
        if price is None and not line.shared_quantity:
            price = given.get((line.id, 0, "", "price"), budget.price(line))
        return price is not None

    def _differing(self, computed: Iterable[_Pasted]) -> list[str]:
        """Computed cells that now show another figure than the one that was pasted onto them."""
        found = []
        for each in computed:
            shown = self._grid.cell(each.row, each.column).text
            if not self._same(each.text, shown, each.column):
                place = self._place(self._grid.line(each.row), each.column)
                found.append(f"{place}: {quoted(each.text)} ≠ {shown or 'trống'}")
        return found

    def _target(self, row: int, column: int) -> Target | None:
        try:
            return target_of(self._grid.desk.budget, self._grid.line(row), self._grid.columns[column])
        except InputError:
            return None

    def _same(self, text: str, shown: str, column: int) -> bool:
        if text.strip() == shown:
            return True
        try:
            if self._grid.columns[column].part is Part.QUANTITY:
                return read_quantity(text).value == read_quantity(shown).value
            return parse_amount(text, self._grid.unit).value == parse_amount(shown, self._grid.unit).value
        except InputError:
            return False

    def _perform(self, entered: _Entered, words: str) -> None:
        if entered.refused:
            raise InputError(_refusal(entered.refused))
        if not entered.count:
            raise InputError("Các ô đã chọn đều là số tính từ ô khác; hãy sửa ở các ô nhập số.")
        entries = [entry for entry, _ in entered.entries]
        self._grid.desk.perform(fill(self._grid.desk.budget, entries, words))

    def _place(self, line: Line, column: int) -> str:
        shown = self._grid.columns[column]
        name = " ".join(filter(None, (shown.title.lower(), shown.group)))
        return f"{line_name(self._grid.desk.budget.tree, line)}, {name}"

    def _cell_markup(self, row: int, column: int) -> str:
        text = self._grid.cell(row, column).text
        shown = html.escape(text).replace("\n", "<br>")
        if not self._grid.columns[column].is_figure or not text:
            return f"<td>{shown}</td>"
        try:
            number = read_quantity(text).value
        except InputError:
            return f"<td>{shown}</td>"
        return f'<td x:num="{number}" style="text-align:right">{shown}</td>' if number is not None else "<td>-</td>"


def _require_chosen(rows: Sequence[int], columns: Sequence[int]) -> None:
    """A view without a current cell counts it as -1, which must not be taken for the last line."""
    if not rows or not columns or min(*rows, *columns) < 0:
        raise InputError("Chưa chọn ô nào; hãy chọn ô trong bảng dự toán rồi làm lại.")


def _table(text: str) -> list[list[str]]:
    block = rows_of(text)
    if not block or sum(map(len, block)) > _LARGEST:
        raise InputError("Bảng tạm không có bảng nào dán được; hãy chép một khối ô trong Excel rồi dán.")
    return block


def _refusal(refused: Sequence[str]) -> str:
    told = "; ".join(refused[:_MOST_TOLD])
    more = f"; và {len(refused) - _MOST_TOLD} ô khác" if len(refused) > _MOST_TOLD else ""
    return f"Chưa ô nào thay đổi: {len(refused)} ô không đọc được. {told}{more}"


def _told(count: int, differing: Sequence[str]) -> str:
    words = f"Đã dán {_cells(count)}"
    if not differing:
        return words
    told = "; ".join(differing[:_MOST_TOLD])
    more = "…" if len(differing) > _MOST_TOLD else ""
    return f"{words}. {len(differing)} ô tính khác với số đang dán: {told}{more}"


def _cells(count: int) -> str:
    return f"{count} ô"
