"""What the pages of a unit show from the other registers: supports, money, inspections, papers, time line, print."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.domain.attached_files import FILE_KINDS, AttachedFile, DossierFile
from nscl_desktop.domain.courses.rows import UnitTraining
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.dossiers.listing import DossierRow
from nscl_desktop.domain.dossiers.sums import Sums
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.follow_up_states import standing
from nscl_desktop.domain.inspections import VISIT_STATES, Visit
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.domain.unit_awards import award_lines
from nscl_desktop.domain.unit_record import UnitRecord, unit_record
from nscl_desktop.domain.unit_sheet import SheetFrame, unit_sheet
from nscl_desktop.domain.unit_timeline import by_year, timeline
from nscl_desktop.presenters.dossier_list import ShownDossier, dossiers_of_unit
from nscl_desktop.presenters.enterprise_sheet import size_of
from nscl_desktop.presenters.minutes_sheet import Letterhead, plain_name
from nscl_desktop.presenters.office import Office
from nscl_desktop.presenters.unit_lines import Line, Place
from nscl_desktop.presenters.unit_training import training_lines
from nscl_desktop.services.desk import Desk

_FILE_KIND, _VISIT_STATE = dict(FILE_KINDS), dict(VISIT_STATES)


class Around(NamedTuple):
    """What was read of the other registers."""

    records: tuple[Record, ...] = ()
    supports: tuple[tuple[DossierRow, ShownDossier], ...] = ()
    training: tuple[UnitTraining, ...] = ()


class UnitOverview:
    """Over the unit on the desk; ``take`` what was ``read`` aside. ``today`` is an ISO day."""

    def __init__(self, desk: Desk, office: Office, today: str) -> None:
        self._desk, self._office, self.today = desk, office, today
        self._around = Around()

    def read(self) -> Around:
        """What the other registers hold about the unit. Aside."""
        key = self._desk.root_id
        supports = dossiers_of_unit(self._office.dossiers, key, self.today)
        return Around(
            tuple(self._office.enterprises.about(key)),
            supports,
            tuple(self._office.courses.of_unit(key)),
        )

    def take(self, found: Around) -> None:
        """Show this from now on."""
        self._around = found

    @property
    def record(self) -> UnitRecord | None:
        """All of it together as it stands; None once the unit is deleted."""
        return unit_record([*self._desk.book.records(), *self._around.records], self._desk.root_id)

    def supports(self) -> Sequence[Line]:
        """Code, content, how far, what it waits for, year, money of each dossier, newest first."""
        return [
            Line(
                (shown.code, shown.title, shown.where, shown.attention, shown.year, shown.money),
                Place(Dossier.entity, row.id),
            )
            for row, shown in self._around.supports
        ]

    def training(self) -> Sequence[Line]:
        """When, course, who, position, result, certificate of everyone who learned; how many of them at the foot."""
        return training_lines(self._around.training)

    def money(self) -> Sequence[Line]:
        """Planned, contracted, paid, own share by source; the sum at the foot. Empty without any."""
        record = self.record
        rows = record.money_by_source() if record else ()
        lines = [Line((row.source or "Chưa ghi nguồn", *_amounts(row.sums))) for row in rows]
        return [*lines, Line(("Tổng cộng", *_amounts(record.money())))] if record and lines else lines

    def visits(self) -> Sequence[Line]:
        """Day, what it was, state, number of the minutes, what is open of each visit, newest first."""
        record = self.record
        found = []
        for visit in record.visits if record else ():
            waiting = sum(each.visit_id == visit.id for each in record.open_advice) if record else 0
            cells = (
                format_short(visit.date) or "Chưa có ngày", record.visit_words(visit) if record else "",
                _VISIT_STATE[visit.state], visit.number, f"{waiting} kiến nghị chưa xong" if waiting else "",
            )  # fmt: skip
            found.append(Line(cells, Place(Visit.entity, visit.id)))
        return found

    def advice(self) -> Sequence[Line]:
        """What is still to be mended, until when, how late."""
        record = self.record
        return [
            Line(
                (each.text, format_short(each.deadline), standing(each, self.today).words.capitalize()),
                Place(Visit.entity, each.visit_id),
            )
            for each in (record.open_advice if record else ())
        ]

    def awards(self) -> Sequence[Line]:
        """Rounds of awards that the unit stood for with what it won, and its praise, newest first."""
        return [Line(each.cells, Place(each.entity, each.key)) for each in award_lines(self._around.records)]

    def papers(self) -> Sequence[Line]:
        """Files of the unit's dossiers and visits; Enter opens the file."""
        record = self.record
        return [
            Line((each.shown_name, _FILE_KIND[each.kind], _of(each, record), format_short(each.taken_on)), each)
            for each in (record.papers if record else ())
            if record
        ]

    def events(self) -> Sequence[Line]:
        """Year (once), day, where, what of everything dated, newest first."""
        record = self.record
        lines = []
        for year, events in by_year(timeline(record)) if record else ():
            for at, each in enumerate(events):
                opens = None if each.entity == Enterprise.entity else Place(each.entity, each.key)
                lines.append(Line(("" if at else year, format_short(each.day), each.group, each.words), opens))
        return lines

    def document(self, head: Letterhead) -> AppendixDoc:
        """The sheet of the unit under the office's letterhead."""
        record = self.record
        assert record is not None  # noqa: S101 - the page is shut once the unit is deleted
        sizes = {each.year: size_of(self._desk, each)[0] for each in record.figures}
        return unit_sheet(record, SheetFrame(head.lines, self.today, sizes, self._around.training))

    def file_name(self) -> str:
        """What its file is called at first."""
        record = self.record
        return plain_name(f"Phieu thong tin {record.unit.name if record else ''}")


def own_today() -> str:
    """The clerk's own day, ISO."""
    return date.today().isoformat()  # noqa: DTZ011 - as the calendar on the wall has it


def _amounts(sums: Sums) -> tuple[str, ...]:
    return tuple(
        format_amount(value) if value else "-" for value in (sums.planned, sums.contracted, sums.out, sums.own)
    )


def _of(file: AttachedFile, record: UnitRecord) -> str:
    """Whose a file is, in a word or two."""
    if isinstance(file, DossierFile):
        whole = record.dossier_of(file.dossier_id)
        return f"Hồ sơ {whole.dossier.code or whole.dossier.title}" if whole else ""
    visit = record.visit_of(getattr(file, "visit_id", ""))
    return f"Kiểm tra {format_short(visit.date)}".rstrip() if visit else ""
