"""What of the open data file can be given to another machine, and what goes along with it.

Whether the file has anything to do with packages is asked after each start; that loads no more than it must.
"""

from collections.abc import Collection, Mapping, Sequence

from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.merging.proposals import Key
from nscl_desktop.domain.plans import STATUSES
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.office.register_file import RegisterFile
from nscl_desktop.presenters.giving_office import CHECKLISTS, GIVES, MONEY, OFFERED, PLANS, WAS_GIVEN, Offer
from nscl_desktop.storage import packages as rows
from nscl_desktop.storage.rows import select


class GivingRoom:
    """Over one open data file; waits until everything is saved."""

    def __init__(self, data: RegisterFile) -> None:
        self._data = data

    def offers(self) -> Sequence[Offer]:
        """Every record of the kinds that are few enough to be listed, by name within its kind."""
        from nscl_desktop.storage.package_records import PackageRecords  # knows every kind of record

        with self._data.registers(settled=True).reading() as connection:
            reader = PackageRecords(connection)
            records = {key: values for kind in OFFERED for key, values in reader.all_of(kind).items()}
        offers = [Offer(key, _offered(key, values, records)) for key, values in records.items()]
        return sorted(offers, key=lambda each: (OFFERED.index(each.key[0]), sort_key(each.title)))

    def everything(self) -> Collection[Key]:
        """The keys of all records."""
        from nscl_desktop.domain.registry import RECORD_TYPES  # every kind of record

        with self._data.registers(settled=True).reading() as connection:
            return [(kind.entity, key) for kind in RECORD_TYPES for key in _ids(connection, kind.entity)]

    def goes_along(self, roots: Collection[Key] | None) -> Mapping[str, int]:
        """How many records of each kind a package with these holds; None stands for everything."""
        # As above.
        from nscl_desktop.domain.merging.shape import shape_of
        from nscl_desktop.domain.registry import RECORD_TYPES
        from nscl_desktop.services.package_choice import chosen_records
        from nscl_desktop.storage.package_records import PackageRecords

        counts: dict[str, int] = {}
        with self._data.registers(settled=True).reading() as connection:
            if roots is None:
                for kind in RECORD_TYPES:
                    counts[kind.entity] = len(_ids(connection, kind.entity))
            else:
                for entity, _ in chosen_records(PackageRecords(connection), roots, shape_of(RECORD_TYPES)):
                    counts[entity] = counts.get(entity, 0) + 1
        return {entity: number for entity, number in counts.items() if number}

    def names(self, keys: Collection[Key]) -> Mapping[Key, str]:
        """What records are called; those that are not there are left out."""
        # As above.
        from nscl_desktop.services.record_titles import title_of
        from nscl_desktop.storage.package_records import PackageRecords

        with self._data.registers(settled=True).reading() as connection:
            records = PackageRecords(connection).records(keys)
        return {
            key: _offered(key, values, records) if key[0] == PLANS else title_of(key, records)
            for key, values in records.items()
        }

    def part(self) -> str:
        """GIVES where work went out of this file, WAS_GIVEN where it was made from a package; empty for neither."""
        with self._data.registers(settled=True).reading() as connection:
            if rows.assignment(connection):
                return WAS_GIVEN
            return GIVES if rows.check_outs(connection) else ""


def _ids(connection: rows.File, entity: str) -> list[str]:
    return [key for (key,) in connection.execute(select(entity, ("id",)))]


def _offered(key: Key, values: Fields, records: Mapping[Key, Fields]) -> str:
    """What a record is called in a list of its own kind; a niên độ by its plan, where that is among ``records``."""
    if key[0] == PLANS:
        return _plan_words(values)
    if key[0] == MONEY:
        plan = records.get((PLANS, str(values["plan_id"])), {})
        return " · ".join(filter(None, (f"Niên độ {values['year'] or '…'}", str(plan.get("code", "")))))
    version = f", phiên bản {values['version']}" if key[0] == CHECKLISTS else ""
    return f"{values.get('name') or values.get('title')}{version}"


def _plan_words(values: Fields) -> str:
    """A plan by what tells it from another of the same title, which are as long as they are alike: that comes first."""
    version, state = values["version"], dict(STATUSES)[str(values["status"])]
    issued = f"{state}, lần {version}" if isinstance(version, int) and version > 1 else state
    number = str(values["number"])
    told = f"…{number}" if number.startswith("/") else number  # room that the signed paper left for the number
    return " · ".join(filter(None, (str(values["code"]), told, issued, str(values["title"]))))
