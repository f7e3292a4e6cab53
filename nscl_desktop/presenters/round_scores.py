"""Points as a grid typed in as in Excel, a row for each candidate, a column for each criterion; and the order."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from nscl_desktop.domain.dossiers.ranking import Ranked
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import format_amount, format_quantity
from nscl_desktop.domain.money_reading import parse_quantity
from nscl_desktop.domain.selection import Candidate, Criterion
from nscl_desktop.presenters.round_sheet import RoundSheet
from nscl_desktop.services import dossier_rounds as rounds
from nscl_desktop.services import round_parts as parts

RESULTS = {"": "Chưa xét", "chosen": "Được chọn", "not": "Không được chọn"}


class ScoreGrid:
    """The points of one judge, or the means of all where ``judge`` is empty; those are worked out and not typed."""

    def __init__(self, sheet: RoundSheet) -> None:
        self._sheet = sheet
        self.judge = ""
        self._waiting: list[str] = []
        self._points: dict[tuple[str, str | None, str], Decimal | None] = {}
        self._ranked: dict[str, Ranked] = {}
        self.follow()

    def follow(self) -> None:
        """Look at the round as it is now: every cell is asked for often."""
        self._points = {
            (each.candidate_id, each.criterion_id, each.judge): each.points for each in self._sheet.scores()
        }
        self._ranked = {row.candidate.id: row for row in self._sheet.ranking().rows}

    def judges(self) -> tuple[str, ...]:
        """Who gave points, and who was named to give some."""
        known = sorted({each.judge for each in self._sheet.scores()})
        return (*known, *(name for name in self._waiting if name not in known))

    def add_judge(self, name: str) -> None:
        """Somebody who will give points; kept with the first point."""
        fit = name.strip()
        if not fit:
            raise InputError("Chưa ghi tên người chấm; hãy nhập tên.")
        if fit in self.judges():
            raise InputError(f"Đã có người chấm {fit}; hãy chọn tên khác.")
        self._waiting.append(fit)
        self.judge = fit

    def rename_judge(self, name: str) -> None:
        """Another name for the judge on screen."""
        old, new = self.judge, name.strip()
        self._sheet.desk.perform(parts.rename_judge(self._sheet.selection, self._sheet.scores(), old, new))
        self._waiting = [new if each == old else each for each in self._waiting]
        self.judge = new

    def rows(self) -> tuple[Candidate, ...]:
        """Candidates that may stand, by name."""
        return tuple(each for each in self._sheet.candidates() if each.is_eligible)

    def columns(self) -> tuple[Criterion, ...]:
        """The criteria."""
        return self._sheet.criteria()

    def row_name(self, candidate: Candidate) -> str:
        """What stands before a row."""
        return self._sheet.name_of(candidate)

    def text(self, candidate: Candidate, criterion: Criterion) -> str:
        """What a cell shows."""
        if not self.judge:
            mean = self._ranked[candidate.id].means.get(criterion.id)
            return "" if mean is None else points_text(mean)
        points = self._given(candidate, criterion)
        return "" if points is None else format_quantity(points)

    def total(self, candidate: Candidate) -> str:
        """The sum of a row: of this judge, or of the means, which is what ranks."""
        if not self.judge:
            row = self._ranked[candidate.id]
            return points_text(row.total) if row.means else ""
        found = [self._given(candidate, each) for each in self.columns()]
        known = [each for each in found if each is not None]
        return format_quantity(sum(known, Decimal(0))) if known else ""

    def enter(self, row: int, column: int, block: Sequence[Sequence[str]]) -> None:
        """Take one typed cell, or a block that was pasted, as one step; raises InputError and takes nothing then."""
        if not self.judge:
            raise InputError("Điểm trung bình được tính; hãy chọn người chấm rồi nhập điểm.")
        candidates, criteria = self.rows(), self.columns()
        points: dict[tuple[Candidate, Criterion], Decimal | None] = {}
        for down, texts in enumerate(block):
            for right, text in enumerate(texts):
                if row + down >= len(candidates) or column + right >= len(criteria):
                    raise InputError("Khối dán rộng hơn bảng điểm; hãy chọn ô bắt đầu khác hoặc chép ít hơn.")
                value = parse_quantity(text.strip()) if text.strip() else None
                points[candidates[row + down], criteria[column + right]] = value
        selection, scores = self._sheet.selection, self._sheet.scores()
        if len(points) == 1:
            (candidate, criterion), value = next(iter(points.items()))
            step = rounds.set_score(selection, candidate, criterion, self.judge, value, scores)
        else:
            step = parts.set_scores(selection, points, self.judge, scores)
        self._sheet.desk.perform(step)

    def missing(self) -> str:
        """How many cells of this judge are still empty, in words; empty for none."""
        if not self.judge:
            return ""
        count = sum(self._given(one, each) is None for one in self.rows() for each in self.columns())
        return f"{self.judge} còn {count} ô chưa chấm." if count else f"{self.judge} đã chấm đủ."

    def _given(self, candidate: Candidate, criterion: Criterion) -> Decimal | None:
        return self._points.get((candidate.id, criterion.id, self.judge))


@dataclass(frozen=True, slots=True)
class RankRow:
    """A line of the ranking on screen; ``is_below`` the cut line or not eligible."""

    ranked: Ranked
    texts: tuple[str, ...]
    is_below: bool


def rank_rows(sheet: RoundSheet) -> tuple[RankRow, ...]:
    """Rank, unit, total, asked, result, why."""
    found = []
    for row in sheet.ranking().rows:
        lacking = f"Chưa chấm: {', '.join(row.unscored)}" if row.unscored and row.candidate.is_eligible else ""
        notes = (row.why, lacking, "Bằng điểm" if row.is_tied else "", row.candidate.reason)
        texts = (
            str(row.rank or "-"),
            sheet.name_of(row.candidate),
            points_text(row.total),
            format_amount(row.candidate.asked) if row.candidate.asked else "",
            RESULTS[row.candidate.result],
            "; ".join(filter(None, notes)),
        )
        found.append(RankRow(row, texts, not row.is_above))
    return tuple(found)


def line_words(sheet: RoundSheet) -> str:
    """Where the cut line lies and what is left below it."""
    found, selection = sheet.ranking(), sheet.selection
    above = sum(row.is_above for row in found.rows)
    if not found.rows:
        return "Chưa có đơn vị dự xét; thêm ở trang Đơn vị dự xét."
    if selection.quota is None and selection.money is None:
        words = "Đợt chưa ghi chỉ tiêu và kinh phí nên chưa có vạch; ghi ở trang Thông tin."
    else:
        left = [] if found.quota_left is None else [f"{format_quantity(found.quota_left)} chỉ tiêu"]
        left += [] if found.money_left is None else [f"{format_amount(found.money_left)} đồng"]
        words = f"{above} đơn vị trên vạch; còn lại {' và '.join(left)}."
    if found.tie_at_line:
        words += f" {len(found.tie_at_line)} đơn vị bằng điểm ở vạch: chọn từng đơn vị và ghi lý do."
    return words


def points_text(points: Decimal) -> str:
    """Means and totals with two decimals."""
    return f"{points:.2f}".replace(".", ",")
