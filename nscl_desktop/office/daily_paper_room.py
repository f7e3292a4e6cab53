"""Daily papers for the screens: dossiers and rounds read for them, templates filled, files written all or none."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.courses.whole import whole_course
from nscl_desktop.domain.dossiers.ranking import ranking
from nscl_desktop.domain.dossiers.state_money import is_state_money
from nscl_desktop.domain.dossiers.whole import WholeDossier, gather
from nscl_desktop.domain.enterprises import Enterprise, YearFigures
from nscl_desktop.domain.errors import EnvironmentProblem, InputError
from nscl_desktop.domain.plans import Plan, Source
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.selection import Candidate, Criterion, Score, SelectionRound
from nscl_desktop.domain.supports import SupportKind
from nscl_desktop.domain.training import Course
from nscl_desktop.domain.work import WorkItem
from nscl_desktop.office.register_file import RegisterFile
from nscl_desktop.presenters.daily_paper_office import Batch, PaperSubject, Tell
from nscl_desktop.reports.joined_docx import joined
from nscl_desktop.reports.saving import save_bytes
from nscl_desktop.reports.templates import asked_fields, fill, template_names, template_path
from nscl_desktop.services.course_letters import certificates, invitations
from nscl_desktop.services.daily_papers import BY_CONTRACT, CERTIFICATE, DailyPaper, file_names, listed, with_typed
from nscl_desktop.services.dossier_papers import DossierSources, dossier_values, main_contracts, round_values
from nscl_desktop.services.work_letters import reminders
from nscl_desktop.storage.course_queries import course_records
from nscl_desktop.storage.enterprise_queries import enterprises_by_key
from nscl_desktop.storage.round_queries import paper_records, round_records
from nscl_desktop.storage.rows import read_records
from nscl_desktop.storage.work_queries import all_work


class DailyPaperRoom:
    """Over one open data file; ``own_folder`` holds the office's own templates."""

    def __init__(self, data: RegisterFile, own_folder: Path) -> None:
        self._data = data
        self.own_folder = own_folder

    def papers(self) -> Sequence[DailyPaper]:
        """Those that can be printed: the shipped ones, then the office's own."""
        names = template_names(self.own_folder)
        return listed(names, [name for name in names if self._path(name).parent == self.own_folder])

    def asked(self, paper: DailyPaper) -> Sequence[str]:
        """The merge fields of a paper's template."""
        return asked_fields(self._path(paper.name))

    def of_dossiers(self, paper: DailyPaper, keys: Sequence[str], day: str) -> Sequence[PaperSubject]:
        """One for each dossier, or for each contract where the paper is of a contract."""
        with self._data.registers(settled=True).reading() as connection:
            records = list(paper_records(connection, keys))
        wholes, known = gather(records), _Surroundings(records)
        return [
            subject
            for key in keys
            if key in wholes
            for subject in known.subjects(wholes[key], day, by_contract=paper.name in BY_CONTRACT)
        ]

    def of_round(self, key: str) -> Sequence[PaperSubject]:
        """The minutes of one round."""
        with self._data.registers(settled=True).reading() as connection:
            records = list(round_records(connection, key))
            candidates = [each for each in records if isinstance(each, Candidate)]
            wanted = sorted({each.enterprise_id for each in candidates if each.enterprise_id})
            units = {unit.id: unit for unit in enterprises_by_key(connection, wanted)}
        selection = next((each for each in records if isinstance(each, SelectionRound)), None)
        if selection is None:
            raise InputError("Không còn đợt xét chọn này trong tệp dữ liệu; hãy chọn đợt khác.")
        criteria = tuple(each for each in records if isinstance(each, Criterion))
        found = ranking(selection, candidates, criteria, (each for each in records if isinstance(each, Score)))
        values = round_values(selection, found, units, criteria)
        plan_id = selection.plan_id or ""
        return [PaperSubject(SelectionRound.entity, key, selection.name, (selection.name,), values, plan_id=plan_id)]

    def of_course(self, paper: DailyPaper, key: str, people: Sequence[str]) -> Sequence[PaperSubject]:
        """A letter for each unit that people come from, or a certificate for each of them."""
        with self._data.registers(settled=True).reading() as connection:
            book = Book(course_records(connection, key))
            whole = whole_course(book, key)
            if whole is None:
                raise InputError("Không còn lớp đào tạo này trong tệp dữ liệu; hãy chọn lớp khác.")
            wanted = sorted({each.enterprise_id for each in whole.enrolments if each.enterprise_id})
            units = {unit.id: unit.name for unit in enterprises_by_key(connection, wanted)}
        letters = certificates if paper.name.startswith(CERTIFICATE) else invitations
        return [
            PaperSubject(
                Course.entity,
                key,
                each.name,
                each.parts,
                each.values,
                plan_id=whole.course.plan_id or "",
                part_id=each.key,
            )
            for each in letters(whole, units, frozenset(people))
        ]

    def of_work(self, chosen: Sequence[str], day: str) -> Sequence[PaperSubject]:
        """A reminder for each agency whose work is meant."""
        with self._data.registers(settled=True).reading() as connection:
            items = [each for each in all_work(connection) if isinstance(each, WorkItem)]
            plans = {each.id: each for each in read_records(connection, Plan) if isinstance(each, Plan)}
        return [
            PaperSubject(
                WorkItem.entity, each.key, each.name, each.parts, each.values,
                plan_id=next((item.plan_id or "" for item in items if item.id == each.key), ""),
            )
            for each in reminders(items, plans, frozenset(chosen), day)
        ]  # fmt: skip

    def write(self, batch: Batch, folder: Path, tell: Tell) -> Sequence[Path]:
        """Everything is filled before the first file is written; what was written goes again if it is stopped."""
        paper, path, count = batch.paper, self._path(batch.paper.name), len(batch.subjects)
        if batch.is_joined and asked_fields(path, outside_body=True):
            raise InputError(
                f"Mẫu “{paper.title}” có trường trộn ở đầu trang hoặc chân trang nên không gộp vào một tệp được; "
                "hãy ghi mỗi hồ sơ một tệp."
            )
        contents = []
        for at, subject in enumerate(batch.subjects, 1):
            tell(f"Đang lập {paper.title}: {at}/{count}")
            contents.append(fill(path, with_typed(subject.values, batch.typed)))
        parts = [subject.parts for subject in batch.subjects]
        if batch.is_joined and count > 1:
            contents, parts = [joined(contents)], [(f"{count} hồ sơ",)]
        names = file_names(paper, parts, _names_in(folder))
        return _written([folder / name for name in names], contents, tell)

    def own_template(self, paper: DailyPaper) -> Path:
        """The office's own template; the shipped one is copied where there is none yet."""
        own = self.own_folder / f"{paper.name}.docx"
        if not own.is_file():
            try:
                self.own_folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise EnvironmentProblem(
                    f"Không tạo được thư mục mẫu {self.own_folder}; hãy kiểm tra quyền ghi."
                ) from error
            save_bytes(own, template_path(paper.name, None).read_bytes())
        return own

    def _path(self, name: str) -> Path:
        return template_path(name, self.own_folder)


class _Surroundings:
    """What the papers of some dossiers need beside them."""

    def __init__(self, records: Iterable[Record]) -> None:
        records = list(records)
        self._units = {each.id: each for each in records if isinstance(each, Enterprise)}
        self._kinds = {each.id: each for each in records if isinstance(each, SupportKind)}
        self._plans = {each.id: each for each in records if isinstance(each, Plan)}
        self._sources: dict[str, dict[str, str]] = defaultdict(dict)
        self._others: dict[str, set[str]] = defaultdict(set)
        self._figures: dict[str, YearFigures] = {}
        for each in records:
            if isinstance(each, Source):
                self._sources[each.plan_id][each.code] = each.name
                if not is_state_money(each):
                    self._others[each.plan_id].add(each.code)
            elif isinstance(each, YearFigures):
                known = self._figures.get(each.enterprise_id)
                if known is None or (each.year, each.id) > (known.year, known.id):
                    self._figures[each.enterprise_id] = each

    def subjects(self, whole: WholeDossier, day: str, *, by_contract: bool) -> Iterator[PaperSubject]:
        """One, or one for each contract; a dossier without a contract has its paper too, to be filled by hand."""
        dossier = whole.dossier
        unit = self._units.get(dossier.enterprise_id or "")
        contracts = main_contracts(whole)
        for contract in (contracts if by_contract else contracts[:1]) or (None,):
            many = contract is not None and by_contract and len(contracts) > 1
            number = contract.number if many and contract else ""
            name = " · ".join(filter(None, (dossier.code, unit.name if unit else dossier.title, number)))
            values = dossier_values(
                DossierSources(
                    whole, contract, self._kinds, self._units, self._sources.get(dossier.plan_id or "", {}),
                    self._plans.get(dossier.plan_id or ""), self._figures.get(dossier.enterprise_id or ""), day,
                    self._others[dossier.plan_id or ""],
                )
            )  # fmt: skip
            parts = (dossier.code, (unit.short_name or unit.name) if unit else dossier.title, number)
            consultant = (contract.party_id if contract else None) or dossier.consultant_id or ""
            yield PaperSubject(
                dossier.entity, dossier.id, name, parts, values, dossier.enterprise_id or "", consultant,
                dossier.plan_id or "",
            )  # fmt: skip


def _names_in(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []


def _written(paths: Sequence[Path], contents: Sequence[bytes], tell: Tell) -> Sequence[Path]:
    done: list[Path] = []
    try:
        for path, content in zip(paths, contents, strict=True):
            tell(f"Đang ghi {len(done) + 1}/{len(paths)} tệp")
            save_bytes(path, content)
            done.append(path)
    except BaseException:
        for path in done:
            with suppress(OSError):
                path.unlink()
        raise
    return done
