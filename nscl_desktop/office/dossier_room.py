"""The dossiers for the screens: the list, one of them for the desk with all it is held against, the office's lists."""

from collections.abc import Mapping, Sequence

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.dossiers.listing import DossierRow
from nscl_desktop.domain.dossiers.whole import Wholes, gather
from nscl_desktop.domain.enterprises import Certificate
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier, StagePaper, SupportKind, SupportNorm
from nscl_desktop.office.record_room import RecordRoom
from nscl_desktop.presenters.dossier_office import Catalogue, OpenDossier, PlanUse
from nscl_desktop.services.desk import Desk
from nscl_desktop.storage import dossier_queries as queries
from nscl_desktop.storage.dossier_list import dossier_rows
from nscl_desktop.storage.enterprise_queries import enterprises_by_key
from nscl_desktop.storage.rows import read_records
from nscl_desktop.storage.store import Store

_LISTS = SupportKind(id="dossier-lists", code="", name="")
"""Stands for the lists as a whole, which are no record: steps on them bear its key."""


class DossierRoom(RecordRoom):
    """Over one open data file."""

    def rows(self) -> Sequence[DossierRow]:
        """Every dossier as the list shows it. Aside."""
        with self._settled.reading() as connection:
            return dossier_rows(connection)

    def rows_of_unit(self, enterprise_id: str) -> Sequence[DossierRow]:
        """Those of one unit. Aside."""
        with self._settled.reading() as connection:
            return dossier_rows(connection, enterprise_id)

    def read(self, key: str) -> OpenDossier:
        """A dossier for the desk with what it is held against; InputError if it is gone. Aside."""
        store = self._settled
        with store.reading() as connection:
            own = list(queries.dossier_records(connection, [key]))
            if not own or not isinstance(own[0], Dossier):
                raise InputError("Không còn hồ sơ hỗ trợ này trong tệp dữ liệu; hãy chọn hồ sơ khác.")
            dossier = own[0]
            others = queries.related_dossiers(connection, dossier)
            certificates = list(
                read_records(connection, Certificate, "enterprise_id = ?", [dossier.enterprise_id or ""])
            )
            wholes = {**others, **gather(own)}
            keys = {whole.dossier.enterprise_id for whole in wholes.values()}
            keys |= {contract.party_id for contract in wholes[key].contracts} | {dossier.consultant_id}
            units = enterprises_by_key(connection, sorted(each for each in keys if each))
            named = {unit.id: unit for unit in units}
        desk = self._data.put_on_desk(Book([*own, *certificates]), dossier)
        return OpenDossier(desk, self.catalogue(), named, others, self._use(store, dossier.plan_id or ""))

    def others(self, key: str) -> Wholes:
        """What a dossier is held against, as it is saved now; nothing where it is gone. Aside."""
        with self._settled.reading() as connection:
            own = next(iter(queries.dossier_records(connection, [key])), None)
            return queries.related_dossiers(connection, own) if isinstance(own, Dossier) else {}

    def plans(self) -> Sequence[PlanRow]:
        """The plans on file, newest first. Aside."""
        rows = self._settled.plan_rows()
        return sorted(rows, key=lambda row: (-(row.year_from or 0), row.code))

    def use_of(self, plan_id: str) -> PlanUse:
        """A plan and what its dossiers take of it; InputError if it is gone. Aside."""
        store = self._settled
        use = self._use(store, plan_id)
        if use is None:
            raise InputError("Không còn kế hoạch này trong tệp dữ liệu; hãy chọn kế hoạch khác.")
        with store.reading() as connection:
            keys = queries.plan_dossiers(connection, plan_id)
            return PlanUse(use.row, use.budget, gather(queries.dossier_records(connection, keys)))

    def catalogue(self) -> Catalogue:
        """The lists as they are saved. Aside."""
        records = self._lists()
        kinds = {each.id: each for each in records if isinstance(each, SupportKind)}
        papers = tuple(each for each in records if isinstance(each, StagePaper))
        return Catalogue(kinds, papers, tuple(each for each in records if isinstance(each, SupportNorm)))

    def catalogue_desk(self) -> Desk:
        """The lists for the desk, where they are edited. Aside."""
        return self._data.put_on_desk(Book(self._lists()), _LISTS)

    def pointing(self, key: str) -> Mapping[str, int]:
        """Noun → number of records elsewhere that name a dossier. Aside."""
        with self._settled.reading() as connection:
            return queries.pointing_words(connection, key)

    def records(self, keys: Sequence[str]) -> Sequence[Record]:
        """These dossiers with all that belongs to them. Aside."""
        with self._settled.reading() as connection:
            return list(queries.dossier_records(connection, keys))

    def _lists(self) -> list[Record]:
        with self._settled.reading() as connection:
            return list(queries.catalogue_records(connection))

    @staticmethod
    def _use(store: Store, plan_id: str) -> PlanUse | None:
        row = next((each for each in store.plan_rows() if each.id == plan_id), None)
        return PlanUse(row, Budget(store.load_book(plan_id), plan_id), {}) if row else None
