"""Selection rounds and consultants for the screens: lists, a round for the desk, who can stand for it."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.dossiers.whole import gather
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.selection import CONSULTANTS, Candidate, SelectionRound
from nscl_desktop.domain.supports import SupportKind
from nscl_desktop.office.record_room import RecordRoom
from nscl_desktop.presenters.round_office import ConsultantsWork, OpenRound, RoundRow, Waiting
from nscl_desktop.storage import round_queries as queries
from nscl_desktop.storage.dossier_queries import catalogue_records, dossier_records
from nscl_desktop.storage.enterprise_queries import enterprises_by_key


class RoundRoom(RecordRoom):
    """Over one open data file."""

    def rows(self) -> Sequence[RoundRow]:
        """Every round, unsorted."""
        with self._settled.reading() as connection:
            records = list(queries.all_rounds(connection))
        found = [each for each in records if isinstance(each, Candidate)]
        standing = Counter(each.round_id for each in found)
        chosen = Counter(each.round_id for each in found if each.result == "chosen")
        rounds = (each for each in records if isinstance(each, SelectionRound))
        return [RoundRow(each, standing[each.id], chosen[each.id]) for each in rounds]

    def read(self, key: str) -> OpenRound:
        """A round for the desk, together with the dossiers of its candidates, which its decision changes."""
        with self._settled.reading() as connection:
            records = list(queries.round_records(connection, key))
            if not records:
                raise InputError("Không còn đợt xét chọn này trong tệp dữ liệu; hãy chọn đợt khác.")
            candidates = [each for each in records if isinstance(each, Candidate)]
            dossiers = list(dossier_records(connection, sorted({each.dossier_id or "" for each in candidates} - {""})))
            wanted = {each.enterprise_id for each in candidates if each.enterprise_id}
            others = gather(dossier_records(connection, queries.dossiers_of(connection, sorted(wanted))))
            kinds = {each.id: each for each in catalogue_records(connection) if isinstance(each, SupportKind)}
            wanted |= {each.dossier.consultant_id for each in others.values() if each.dossier.consultant_id}
            units = {unit.id: unit for unit in enterprises_by_key(connection, sorted(wanted))}
        desk = self._data.put_on_desk(Book([*records, *dossiers]), records[0])
        return OpenRound(desk, units, others, kinds)

    def waiting(self) -> Waiting:
        """The dossiers that can stand for a round."""
        with self._settled.reading() as connection:
            wholes = gather(dossier_records(connection, queries.open_for_rounds(connection)))
            keys = sorted({each.dossier.enterprise_id or "" for each in wholes.values()} - {""})
            units = {unit.id: unit for unit in enterprises_by_key(connection, keys)}
        return Waiting(wholes, units)

    def units(self, keys: Sequence[str]) -> Sequence[Enterprise]:
        """These units."""
        with self._settled.reading() as connection:
            return list(enterprises_by_key(connection, keys))

    def consultants(self) -> ConsultantsWork:
        """Units that the register calls consultants, and those that a dossier or a contract names."""
        rows = {row.selection.id: row for row in self.rows() if row.selection.purpose == CONSULTANTS}
        offers: dict[str, list[tuple[str, str]]] = defaultdict(list)
        with self._settled.reading() as connection:
            keys = set(queries.consultant_units(connection))
            wholes = gather(dossier_records(connection, queries.consultant_dossiers(connection)))
            for each in queries.all_rounds(connection):
                if isinstance(each, Candidate) and each.round_id in rows and each.enterprise_id:
                    offers[each.enterprise_id].append((each.round_id, each.result))
            for whole in wholes.values():
                named = {whole.dossier.consultant_id, *(contract.party_id for contract in whole.contracts)}
                keys |= {key for key in named if key and key != whole.dossier.enterprise_id}
            keys |= offers.keys()
            supported = {whole.dossier.enterprise_id or "" for whole in wholes.values()} - {""}
            units = {unit.id: unit for unit in enterprises_by_key(connection, sorted(keys | supported))}
        known = tuple(sorted(key for key in keys if key in units and not units[key].merged_into))
        return ConsultantsWork(known, units, wholes, tuple(rows.values()), dict(offers))
