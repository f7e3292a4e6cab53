"""Điểm: one unit's points as a grid, a row for each criterion, its own assessment beside the judges and their mean."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from nscl_desktop.domain.award_scores import SECRETARY, SELF, hundredths
from nscl_desktop.domain.awards import AwardCriterion, AwardScore, Judge, Nomination
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import format_quantity
from nscl_desktop.domain.money_reading import parse_quantity
from nscl_desktop.presenters.award_results_sheet import proposed_words
from nscl_desktop.presenters.award_sheet import AwardSheet
from nscl_desktop.presenters.round_scores import points_text
from nscl_desktop.services.award_points import PointCell, set_points

MOST, OWN = 1, 2
"""Columns behind the criterion: the most points, the unit's own assessment; then the judges, last their mean."""


class PointGrid:
    """The points of one nomination; the rows of criteria with parts, the last row and the mean are worked out.

    Secretaries, who owe no points, have a column only once they gave some.
    """

    def __init__(self, sheet: AwardSheet) -> None:
        self._sheet = sheet
        self.nomination_id = ""
        self.rows: tuple[tuple[int, AwardCriterion], ...] = ()
        self.judges: tuple[Judge, ...] = ()
        self.follow()

    def follow(self) -> None:
        """Look at the round as it is now; another unit where the one looked at is gone."""
        self.rows = tuple(self._sheet.scores.tree.walk())
        scores, standing = self._sheet.scores, self._sheet.nominations()
        self.judges = tuple(
            judge
            for judge in self._sheet.judges()
            if judge.role != SECRETARY or any(scores.sum_of(each.id, judge.id) is not None for each in standing)
        )
        keys = [each.id for each in self._sheet.nominations()]
        if self.nomination_id not in keys:
            self.nomination_id = keys[0] if keys else ""

    @property
    def nomination(self) -> Nomination | None:
        """The unit whose points are shown."""
        return next((each for each in self._sheet.nominations() if each.id == self.nomination_id), None)

    @property
    def titles(self) -> tuple[str, ...]:
        """Headings of all columns."""
        return ("Tiêu chí", "Tối đa", "Tự đánh giá", *(self._title(each) for each in self.judges), "Trung bình")

    def is_typed(self, row: int, column: int) -> bool:
        """Whether points are given in a cell."""
        is_leaf = row < len(self.rows) and self._sheet.scores.tree.is_leaf(self.rows[row][1])
        return bool(self.nomination_id) and is_leaf and OWN <= column <= OWN + len(self.judges)

    def is_total(self, row: int) -> bool:
        """Whether a row sums others."""
        return row >= len(self.rows) or not self._sheet.scores.tree.is_leaf(self.rows[row][1])

    def text(self, row: int, column: int) -> str:
        """What a cell shows."""
        criterion = self.rows[row][1] if row < len(self.rows) else None
        if column == 0:
            return f"{'    ' * self.rows[row][0]}{criterion.label} {criterion.name}" if criterion else "Tổng điểm"
        scores = self._sheet.scores
        if column == MOST:
            most = scores.tree.most(criterion.id if criterion else "")
            return "" if most is None else format_quantity(most)
        if column > OWN + len(self.judges):
            return self._mean_text(criterion)
        judge = self._judge_id(column)
        given = (
            scores.given(self.nomination_id, judge, criterion)
            if criterion
            else scores.sum_of(self.nomination_id, judge)
        )
        return "" if given is None else format_quantity(given)

    def enter(self, row: int, column: int, block: Sequence[Sequence[str]]) -> None:
        """Take one typed cell, or a block that was pasted, as one step; raises InputError and takes nothing then.

        Over the rows that are worked out a block may have nothing, or the right sum.
        """
        nomination = self.nomination
        if nomination is None:
            raise InputError("Chưa có đơn vị dự giải; thêm ở trang Đơn vị dự giải.")
        points: dict[PointCell, Decimal | None] = {}
        sums: list[tuple[AwardCriterion | None, Judge | None, Decimal]] = []
        for at_row, at_column, text in _cells(row, column, block):
            value = parse_quantity(text.strip()) if text.strip() else None
            if not OWN <= at_column <= OWN + len(self.judges) or at_row > len(self.rows):
                raise InputError("Khối dán rộng hơn bảng điểm; hãy chọn ô bắt đầu khác hoặc chép ít hơn.")
            judge = self.judges[at_column - OWN - 1] if at_column > OWN else None
            criterion = self.rows[at_row][1] if at_row < len(self.rows) else None
            if criterion and self.is_typed(at_row, at_column):
                points[PointCell(criterion, judge)] = value
            elif value is not None:
                sums.append((criterion, judge, value))
        for criterion, judge, value in sums:
            self._require_sum(criterion, judge, value, points)
        known = self._sheet.desk.book.table(AwardScore).values()
        self._sheet.desk.perform(set_points(self._sheet.held, nomination, points, known))

    def remarks(self) -> tuple[str, ...]:
        """Who still owes points, and whose points do not count for this unit."""
        found = []
        scores = self._sheet.scores
        if not self.rows:
            return ("Quy chế của đợt chưa có tiêu chí; thêm ở phần Quy chế, mức thưởng.",)
        for judge in self.judges:
            tie = scores.ties.get((self.nomination_id, judge.id))
            if tie and not tie.is_waived:
                found.append(f"Điểm của {judge.name} không tính vào trung bình: {tie.text}.")
        owing = [f"{judge.name} ({owed})" for judge, owed in scores.debtors(self._sheet.nominations())]
        if owing:
            found.append(f"Còn phải chấm, tính cả đợt: {', '.join(owing)}.")
        return tuple(found)

    def standing(self) -> str:
        """Mean total, own total, and the prize that is enough for."""
        nomination = self.nomination
        if nomination is None:
            return "Chưa có đơn vị dự giải; thêm ở trang Đơn vị dự giải."
        total, proposal = self._sheet.scores.total(nomination.id), self._sheet.proposals[nomination.id]
        if total is None:
            return "Chưa có điểm của hội đồng."
        prize = proposed_words(self._sheet, nomination)
        why = f" ({proposal.why})" if proposal.why else ""
        return f"Tổng trung bình {points_text(total)}. Giải đề nghị: {prize or 'không'}{why}."

    def _title(self, judge: Judge) -> str:
        counts = self._sheet.scores.counts(self.nomination_id, judge.id)
        return judge.name if counts else f"{judge.name} (không tính)"

    def _judge_id(self, column: int) -> str:
        return SELF if column == OWN else self.judges[column - OWN - 1].id

    def _mean_text(self, criterion: AwardCriterion | None) -> str:
        if criterion is None:
            total = self._sheet.scores.total(self.nomination_id)
            return "" if total is None else points_text(total)
        mean = self._sheet.scores.mean(self.nomination_id, criterion)
        return "" if mean is None else points_text(hundredths(mean))

    def _require_sum(
        self,
        criterion: AwardCriterion | None,
        judge: Judge | None,
        value: Decimal,
        points: dict[PointCell, Decimal | None],
    ) -> None:
        """A pasted sum must be that of what is pasted with it and stood there before."""
        scores, who = self._sheet.scores, judge.id if judge else SELF
        total = Decimal(0)
        for leaf in scores.tree.leaves(criterion.id if criterion else ""):
            cell = PointCell(leaf, judge)
            total += (points[cell] if cell in points else scores.given(self.nomination_id, who, leaf)) or 0
        if total != value:
            what = f"Tiêu chí {criterion.label}" if criterion else "Tổng điểm"
            raise InputError(
                f"{what} trong khối dán là {format_quantity(value)} nhưng các mục cộng lại là {format_quantity(total)};"
                " hãy xem lại điểm từng mục."
            )


def _cells(row: int, column: int, block: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, str]]:
    for down, texts in enumerate(block):
        for right, text in enumerate(texts):
            yield row + down, column + right, text
