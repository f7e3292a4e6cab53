"""Awards for the screens: rounds for the desk with what they are held against, the rules, praise."""

from collections import Counter
from collections.abc import Sequence

from nscl_desktop.domain.award_results import results
from nscl_desktop.domain.awards import AwardRegime, AwardRound, Commendation, Judge, Nomination, Prize
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.contracts import Contract
from nscl_desktop.domain.enterprises import Enterprise, YearFigures
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.judge_ties import consultants_of
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.domain.training import ExpertAssignment, Person
from nscl_desktop.exchange.shipped_directory import shipped_salary_bases
from nscl_desktop.office.register_file import RegisterFile
from nscl_desktop.presenters.award_office import AwardRow, OpenAward, OpenRules, Rules
from nscl_desktop.services.award_catalogue import add_shipped_rules
from nscl_desktop.services.award_rules import SCOPE
from nscl_desktop.services.desk import Desk
from nscl_desktop.storage import award_queries as queries
from nscl_desktop.storage.enterprise_queries import enterprises_by_key
from nscl_desktop.storage.store import Store

_RULES = AwardRegime(id=SCOPE, name="")
"""Stands for the rules as a whole, which are no record: steps on them bear its key."""


class AwardRoom:
    """Over one open data file."""

    def __init__(self, data: RegisterFile) -> None:
        self._data = data

    def rows(self) -> Sequence[AwardRow]:
        """Every round, unsorted."""
        with self._settled.reading() as connection:
            records = list(queries.all_rounds(connection))
        nominations = [each for each in records if isinstance(each, Nomination)]
        prizes = [each for each in records if isinstance(each, Prize)]
        standing = Counter(each.round_id for each in nominations)
        found = []
        for held in (each for each in records if isinstance(each, AwardRound)):
            won = results((each for each in nominations if each.round_id == held.id), prizes)
            found.append(AwardRow(held, standing[held.id], won.winners, won.prizes))
        return found

    def read(self, key: str) -> OpenAward:
        """A round for the desk, with its rules and what the registers know of its units and judges."""
        store = self._settled
        with store.reading() as connection:
            records = list(queries.round_records(connection, key))
            held = next((each for each in records if isinstance(each, AwardRound)), None)
            if held is None:
                raise InputError("Không còn đợt xét giải này trong tệp dữ liệu; hãy chọn đợt khác.")
            rules = Rules(Book(queries.rule_records(connection)))
            keys = sorted({each.enterprise_id or "" for each in records if isinstance(each, Nomination)} - {""})
            known = list(queries.known_of_units(connection, keys))
            dossiers = [each for each in known if isinstance(each, Dossier)]
            contracts = [each for each in known if isinstance(each, Contract)]
            named = {each.consultant_id for each in dossiers} | {each.party_id for each in contracts}
            wanted = sorted({*keys, *(each for each in named if each)})
            units = {unit.id: unit for unit in enterprises_by_key(connection, wanted)}
            judges = sorted({each.person_id for each in records if isinstance(each, Judge) and each.person_id})
            people = list(queries.people(connection, judges))
        province = next((row.province for row in store.plan_rows() if row.id == held.plan_id), "")
        return OpenAward(
            self._data.put_on_desk(Book(records), held), rules, units, consultants_of(dossiers, contracts, units),
            {each.id: each for each in people if isinstance(each, Person)},
            [each for each in people if isinstance(each, ExpertAssignment)], _labour(known), province,
        )  # fmt: skip

    def rules(self) -> Rules:
        """What regimes, norms and bases there are."""
        with self._settled.reading() as connection:
            return Rules(Book(queries.rule_records(connection)))

    def rules_desk(self) -> OpenRules:
        """The rules for the desk, where they are edited."""
        with self._settled.reading() as connection:
            book, used = Book(queries.rule_records(connection)), queries.used_rules(connection)
        return OpenRules(self._data.put_on_desk(book, _RULES), used)

    def shipped(self) -> ChangeSet:
        """The step that takes over what comes with the program."""
        with self._settled.reading() as connection:
            known = list(queries.rule_records(connection))
        return add_shipped_rules(known, shipped_salary_bases())

    def people(self) -> Sequence[Person]:
        """Everybody on file."""
        with self._settled.reading() as connection:
            return [each for each in queries.all_people(connection) if isinstance(each, Person)]

    def commendations(self) -> Sequence[Commendation]:
        """All praise, unsorted."""
        with self._settled.reading() as connection:
            return [each for each in queries.commendations(connection) if isinstance(each, Commendation)]

    def read_commendation(self, key: str) -> Desk:
        """A piece of praise for the desk."""
        with self._settled.reading() as connection:
            found = list(queries.commendations(connection, key))
        if not found:
            raise InputError("Không còn mục khen thưởng này trong tệp dữ liệu; hãy chọn mục khác.")
        return self._data.put_on_desk(Book(found), found[0])

    def units(self, keys: Sequence[str]) -> Sequence[Enterprise]:
        """These units."""
        with self._settled.reading() as connection:
            return list(enterprises_by_key(connection, keys))

    def add(self, step: ChangeSet) -> None:
        """Save a step that is made on no desk; raises why it was not saved."""
        self._data.add(step)

    def history(self, key: str) -> Sequence[HistoryEntry]:
        """Who changed a round, a piece of praise or the rules, newest first."""
        return self._data.history(key)

    @property
    def _settled(self) -> Store:
        return self._data.registers(settled=True)


def _labour(records: Sequence[Record]) -> dict[str, int]:
    """People of each unit in the last year that the register knows."""
    figures = [each for each in records if isinstance(each, YearFigures) and each.labour is not None]
    ordered = sorted(figures, key=lambda each: (each.year, each.id))
    return {each.enterprise_id: int(each.labour) for each in ordered if each.labour is not None}
