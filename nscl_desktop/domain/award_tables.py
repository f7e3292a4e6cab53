"""The tables of the papers on awards: who stands, points by criterion and by judge, proposals, winners, praise.

They take what they need as a Protocol, because the minutes are built of them.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from nscl_desktop.domain.appendix import Align, Area, Cell, Column, HeaderCell, Row, RowKind, Sum, Table
from nscl_desktop.domain.award_scores import SELF, RoundScores, hundredths
from nscl_desktop.domain.awards import COLLECTIVE, Commendation, Nomination, Prize
from nscl_desktop.domain.dates import format_short

RULE = (
    "Điểm của tiêu chí là tổng điểm trung bình của các thành viên ở từng nội dung; thành viên có quan hệ với đơn vị"
    " không tính vào trung bình. Tổng điểm làm tròn đến hai chữ số thập phân."
)
_WIDTH = 165.0
"""Room between the margins of a portrait page, in mm."""


class Standing(Protocol):
    """What the tables of a meeting are filled from; words by nomination."""

    @property
    def nominations(self) -> tuple[Nomination, ...]:
        """Who stands, in order."""

    @property
    def scores(self) -> RoundScores:
        """All points."""

    @property
    def names(self) -> Mapping[str, str]:
        """What each is called."""

    @property
    def groups(self) -> Mapping[str, str]:
        """The group of each."""

    @property
    def proposed(self) -> Mapping[str, str]:
        """The prize proposed for each, "" for none."""


def standing_table(paper: Standing) -> Table:
    """Number, unit, group, own points."""
    rows = []
    for number, each in enumerate(paper.nominations, start=1):
        own = paper.scores.sum_of(each.id, SELF)
        cells = (Cell(str(number)), Cell(paper.names[each.id]), Cell(paper.groups[each.id]), _points(own))
        rows.append(Row(cells))
    columns = (Column(12, Align.CENTER), Column(83), Column(45), Column(25, Align.RIGHT, 2))
    return _table(columns, ("STT", "Đơn vị, sản phẩm", "Nhóm", "Điểm tự đánh giá"), rows, "Đơn vị dự giải")


def criteria_table(paper: Standing) -> Table:
    """Means by criterion of the first level, and the total."""
    roots = paper.scores.tree.children()
    rows = []
    for number, each in enumerate(paper.nominations, start=1):
        means = [paper.scores.mean(each.id, root) for root in roots]
        shown = [_points(None if mean is None else hundredths(mean)) for mean in means]
        total = _points(paper.scores.total(each.id), bold=True)
        rows.append(Row((Cell(str(number)), Cell(paper.names[each.id]), *shown, total)))
    share = min(16.0, 90.0 / max(len(roots), 1))
    figures = tuple(Column(share, Align.RIGHT, 2) for _ in roots)
    name = Column(_WIDTH - 12 - share * len(roots) - 20)
    columns = (Column(12, Align.CENTER), name, *figures, Column(20, Align.RIGHT, 2))
    heads = ("STT", "Đơn vị, sản phẩm", *(f"TC {root.label}" for root in roots), "Tổng điểm")
    return _table(columns, heads, rows, "Điểm theo tiêu chí")


def legend(paper: Standing) -> str:
    """What the short headings of the criteria mean, with the most points."""
    found = []
    for root in paper.scores.tree.children():
        most = paper.scores.tree.most(root.id)
        found.append(f"TC {root.label}: {root.name}{f' ({most:f} điểm)' if most is not None else ''}")
    return "; ".join(found)


def judges_table(paper: Standing) -> Table:
    """The whole sheet of each judge, by number; an x beside points that do not count."""
    judges = paper.scores.judges
    rows = []
    for number, each in enumerate(paper.nominations, start=1):
        cells = []
        for judge in judges:
            points = paper.scores.sum_of(each.id, judge.id)
            mark = "" if paper.scores.counts(each.id, judge.id) else "x"
            cells.append(Cell(mark) if points is None else Cell(quantity=points, mark=mark))
        rows.append(Row((Cell(str(number)), Cell(paper.names[each.id]), *cells)))
    share = min(20.0, 100.0 / max(len(judges), 1))
    columns = (
        Column(12, Align.CENTER), Column(_WIDTH - 12 - share * len(judges)),
        *(Column(share, Align.RIGHT) for _ in judges),
    )  # fmt: skip
    heads = ("STT", "Đơn vị, sản phẩm", *(f"({number})" for number in range(1, len(judges) + 1)))
    return _table(columns, heads, rows, "Điểm của từng thành viên")


def proposal_table(paper: Standing) -> Table:
    """Units by total, highest first, with the prize that is proposed."""

    def order(each: Nomination) -> Decimal:
        total = paper.scores.total(each.id)
        return Decimal(1) if total is None else -total

    rows = []
    for number, each in enumerate(sorted(paper.nominations, key=order), start=1):
        total = _points(paper.scores.total(each.id))
        rows.append(Row((Cell(str(number)), Cell(paper.names[each.id]), total, Cell(paper.proposed[each.id]))))
    columns = (Column(12, Align.CENTER), Column(78), Column(25, Align.RIGHT, 2), Column(50))
    return _table(columns, ("STT", "Đơn vị, sản phẩm", "Tổng điểm", "Giải đề nghị"), rows, "Đề nghị của Hội đồng")


def winners_table(prizes: Sequence[Prize], names: Mapping[str, str]) -> Table:
    """A line for each prize with its decision and money; the sum is that of the spreadsheet, too. In đồng."""
    rows = []
    for number, each in enumerate(prizes, start=1):
        decision = ", ".join(filter(None, (each.decision, format_short(each.decided_on))))
        year = str(each.year) if each.year else ""
        cells = (
            Cell(str(number)), Cell(names[each.nomination_id]), Cell(each.prize), Cell(decision),
            Cell(amount=each.amount) if each.amount is not None else Cell(), Cell(year),
        )  # fmt: skip
        rows.append(Row(cells))
    columns = (
        Column(12, Align.CENTER), Column(48), Column(40), Column(32), Column(25, Align.RIGHT), Column(14, Align.CENTER),
    )  # fmt: skip
    rows.append(_total_row(rows, [each.amount for each in prizes], len(columns), 4))
    heads = ("STT", "Đơn vị, sản phẩm", "Giải", "Quyết định", "Tiền thưởng", "Niên độ chi")
    return _table(columns, heads, rows, "Đơn vị đạt giải")


def praise_table(praise: Sequence[Commendation]) -> Table:
    """Collectives, then persons, each numbered from 1; the sum of the money last. In đồng."""
    columns = (Column(12, Align.CENTER), Column(45), Column(55), Column(30), Column(23, Align.RIGHT))
    rows: list[Row] = []
    amounts: list[int | None] = []
    for letter, title, is_collective in (("A", "Tập thể", True), ("B", "Cá nhân", False)):
        own = [each for each in praise if (each.subject == COLLECTIVE) == is_collective]
        if own:
            heading = (Cell(letter, align=Align.CENTER), Cell(title, colspan=4), Cell(), Cell(), Cell())
            rows.append(Row(heading, RowKind.SECTION, keep_with_next=True))
        for number, each in enumerate(own, start=1):
            money = Cell(amount=each.amount) if each.amount is not None else Cell()
            rows.append(Row((Cell(str(number)), Cell(each.name), Cell(each.reason), Cell(each.form), money)))
            amounts.append(each.amount)
    rows.append(_total_row(rows, amounts, len(columns), 4))
    return _table(
        columns, ("STT", "Tên tập thể, cá nhân", "Thành tích", "Hình thức khen", "Tiền thưởng"), rows, "Khen thưởng"
    )


def _total_row(rows: Sequence[Row], amounts: Sequence[int | None], width: int, column: int) -> Row:
    """The sum below a column of money; it stands in the first table of its paper."""
    known = sum(amount for amount in amounts if amount is not None)
    area = Area(0, 0, column, max(len(rows) - 1, 0), column)
    total = Cell(amount=known, formula=Sum((area,)) if rows else None)
    before = (Cell("Tổng cộng", colspan=column, align=Align.CENTER), *(Cell() for _ in range(column - 1)))
    return Row((*before, total, *(Cell() for _ in range(width - column - 1))), RowKind.TOTAL)


def _points(points: Decimal | None, *, bold: bool = False) -> Cell:
    """Two decimals for all, so that they stand in line; the figure itself is the spreadsheet's."""
    return Cell() if points is None else Cell(f"{points:.2f}".replace(".", ","), quantity=points, bold=bold)


def _table(columns: Sequence[Column], heads: Sequence[str], rows: Sequence[Row], title: str) -> Table:
    return Table(tuple(columns), (tuple(HeaderCell(text) for text in heads),), tuple(rows), title=title)
