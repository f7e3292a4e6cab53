"""The bin, for the screens: what was deleted, named as screens name it, and restored as one step."""

from collections.abc import Sequence

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.deleted_records import DeletedRow
from nscl_desktop.office.record_room import RecordRoom
from nscl_desktop.services.record_titles import title_of
from nscl_desktop.services.restoring_records import links_of, restoration
from nscl_desktop.storage import bin_queries as queries
from nscl_desktop.storage.journal import from_stamp


class BinRoom(RecordRoom):
    """Over one open data file."""

    def deleted(self) -> Sequence[DeletedRow]:
        """What was deleted and is not there again, newest first."""
        with self._settled.reading() as connection:
            told = queries.deleted_roots(connection)
            units = [str(fields.get("enterprise_id") or "") for _, fields, _ in told]
            names = queries.unit_names(connection, filter(None, units))
        known = {key: fields for key, fields, _ in told} | {
            ("enterprise", key): {"name": name} for key, name in names.items()
        }
        return [
            DeletedRow(*key, title_of(key, known), from_stamp(at), who, machine, words, step)
            for key, _, (at, who, machine, words, step) in told
        ]

    def restore(self, row: DeletedRow) -> ChangeSet:
        """Bring a record back with all that went with it; the step that did, InputError with why it cannot be."""
        with self._settled.reading() as connection:
            whole = queries.deleted_whole(connection, row)
            own = [(record.entity, record.id) for record in whole.records]
            wanted = {*own, (row.entity, row.id), *(link for record in whole.records for link in links_of(record))}
            ground = queries.ground_of(connection, wanted, [(each.entity, each.id) for each in whole.unlinked])
        step = restoration(whole, ground)
        self.add(step)
        return step
