"""A periodic report on screen: its figures beside what the data say now, its lists, what is done with it."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.counting import rounded
from nscl_desktop.domain.counting_rules import SentReport
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import FieldSpec, Value
from nscl_desktop.domain.money import format_quantity
from nscl_desktop.domain.periodic_reports import SENT, PeriodicReport, ReportFigure, ReportList, ReportMoney
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.report_figures import Draft, changed, reached, share, shown, stands
from nscl_desktop.domain.report_lists import rows_of
from nscl_desktop.domain.report_paper_tables import promised
from nscl_desktop.domain.targets import Obligation
from nscl_desktop.presenters.field_text import text_of, value_of
from nscl_desktop.presenters.offered_form import OfferedForm
from nscl_desktop.presenters.report_office import OpenReport
from nscl_desktop.services import periodic_reports as service
from nscl_desktop.services.editing import spec_of

_GONE = "Báo cáo này đã bị xóa; hãy chọn báo cáo khác."
_COUNTED = "Dòng của báo cáo lấy từ kế hoạch và dữ liệu; dùng “Cập nhật số liệu” để lấy lại."
Part = ReportFigure | ReportMoney


class ReportSheet:
    """The report as it stands, for all pages of its screen."""

    def __init__(self, opened: OpenReport) -> None:
        self.opened, self.desk = opened, opened.desk

    @property
    def report(self) -> PeriodicReport:
        """The report; InputError once it is deleted."""
        found = self.opened.report
        if found is None:
            raise InputError(_GONE)
        return found

    @property
    def is_sent(self) -> bool:
        """Whether nothing of it changes any more."""
        return self.report.state == SENT

    def figures(self) -> tuple[ReportFigure, ...]:
        """The targets in the plan's order."""
        return tuple(sorted(self.desk.book.table(ReportFigure).values(), key=lambda each: (each.position, each.id)))

    def money(self) -> tuple[ReportMoney, ...]:
        """Sections, then sources, then what others lead."""
        return tuple(sorted(self.desk.book.table(ReportMoney).values(), key=lambda each: (each.position, each.id)))

    def rows(self, name: str) -> tuple[tuple[str, ...], ...]:
        """A list: as it was sent, else as it is now."""
        kept = next((each for each in self.lists() if each.name == name), None)
        return rows_of(kept.rows) if kept is not None else self.opened.draft.rows(name)

    def lists(self) -> tuple[ReportList, ...]:
        """The lists as they were sent; none of a draft."""
        return tuple(self.desk.book.table(ReportList).values())

    def stale(self) -> dict[str, tuple[str, ...]]:
        """Key → what has changed since the figure was drafted; nothing of a report that was sent."""
        if self.is_sent or self.opened.plan is None:
            return {}
        return changed((*self.figures(), *self.money()), self.opened.draft)

    def stale_words(self, record: Record) -> str:
        """“Lũy kế: 12 → 14” for a row whose figures are no longer what the data say."""
        return "; ".join(self.stale().get(record.id, ()))

    def obligation(self) -> Obligation | None:
        """The duty that the report fulfils."""
        known = self.opened.plan.obligations if self.opened.plan else ()
        return next((each for each in known if each.id == self.report.obligation_id), None)

    # -- steps ------------------------------------------------------------------------------------------------------

    def renew(self) -> ChangeSet:
        """Take over all that the data say now."""
        return service.renew(self.report, (*self.figures(), *self.money()), self.opened.draft)

    def send(self, sent_on: str, person: str, draft: Draft) -> ChangeSet:
        """Mark it as sent."""
        return service.send(self.report, draft, sent_on, person, self.obligation())

    def take_back(self) -> ChangeSet:
        """A draft again."""
        notes = tuple(self.desk.book.table(SentReport).values())
        return service.take_back(self.report, self.lists(), service.duty_of(self.report, notes))

    def remove(self) -> ChangeSet:
        """Delete it."""
        return service.remove(self.desk.book, self.report)


class ReportForm(OfferedForm[PeriodicReport]):
    """The report's own fields; plan and duty are chosen out of what is on file."""

    def __init__(self, sheet: ReportSheet, names: Sequence[str]) -> None:
        def step(report: PeriodicReport, name: str, value: Value) -> ChangeSet:
            return service.set_value(report, report, name, value)

        super().__init__(sheet.desk, PeriodicReport, names, step, _GONE)
        self.known_offers["plan_id"] = ()
        self.known_offers["obligation_id"] = [
            (each.id, _duty_words(each)) for each in (sheet.opened.plan.obligations if sheet.opened.plan else ())
        ]

    def _is_open(self, record: PeriodicReport, _name: str) -> bool:
        return record.state != SENT


class EstimateRows:
    """Figures as a table in which only the estimate is typed."""

    def __init__(self, sheet: ReportSheet, kind: type[ReportFigure] | type[ReportMoney]) -> None:
        self._sheet, self._kind = sheet, kind
        self.specs: tuple[FieldSpec, ...] = (spec_of(kind, "estimate"),)

    @property
    def is_open(self) -> bool:
        """Nothing is typed into a report that was sent."""
        return self._sheet.opened.report is not None and not self._sheet.is_sent

    def records(self) -> tuple[Record, ...]:
        """The rows in their order."""
        return self._sheet.figures() if self._kind is ReportFigure else self._sheet.money()

    def text(self, record: Record, spec: FieldSpec) -> str:
        """What a cell shows."""
        return text_of(spec, getattr(record, spec.name))

    def offers(self, _spec: FieldSpec) -> Sequence[tuple[str, str]]:
        """No cell of choices."""
        return ()

    def enter(self, record: Record, spec: FieldSpec, text: str) -> None:
        """Take an estimate."""
        known = self._sheet.desk.book.table(self._kind).get(record.id)
        if known is not None:
            step = service.set_value(self._sheet.report, known, spec.name, value_of(spec, text))
            self._sheet.desk.perform(step)

    def add(self) -> str:
        """Rows come out of the plan."""
        raise InputError(_COUNTED)

    def delete(self, _record: Record) -> str:
        """Likewise."""
        raise InputError(_COUNTED)

    def move(self, _record: Record, _step: int) -> None:
        """They stand in the plan's order."""


def figure_columns() -> tuple[tuple[str, Callable[[ReportFigure], str], bool], ...]:
    """(title, text, is a figure) of the columns that are not typed, in the order of the paper."""
    return (
        ("Mục", lambda each: each.label, False),
        ("Mục tiêu", lambda each: each.text, False),
        ("Kế hoạch", lambda each: f"{promised(each)} {each.unit}", False),
        ("Trong kỳ", lambda each: shown(each.done), True),
        ("Lũy kế", lambda each: shown(each.total), True),
        ("Tỷ lệ (%)", lambda each: percent(reached(each)), True),
        ("Đánh giá", lambda each: stands(each).value if each.total is not None else each.reason, False),
    )  # fmt: skip


def money_columns() -> tuple[tuple[str, Callable[[ReportMoney], str], bool], ...]:
    """Likewise for money, in đồng."""
    return (
        ("Mục", lambda each: each.label, False),
        ("Nội dung, nguồn", lambda each: each.text, False),
        ("Theo kế hoạch", lambda each: shown(each.planned), True),
        ("Được giao", lambda each: shown(each.current), True),
        ("Cam kết", lambda each: shown(each.committed), True),
        ("Đã chi", lambda each: shown(each.paid), True),
        ("Tỷ lệ (%)", lambda each: percent(share(each.paid or 0, each.current or 0)), True),
        ("Lũy kế đã chi", lambda each: shown(each.paid_total), True),
    )  # fmt: skip


def percent(value: Decimal | None) -> str:
    """A ratio to a tenth; “—” where there is none."""
    return "—" if value is None else format_quantity(rounded(value))


def _duty_words(duty: Obligation) -> str:
    until = f"trước ngày {duty.day}/{duty.month}" if duty.day and duty.month else ""
    return ", ".join(filter(None, (duty.text or duty.label, until)))
