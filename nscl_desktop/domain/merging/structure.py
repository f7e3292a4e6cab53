"""What would break the records' hold on one another is held back: links to nothing, cycles, deletions in use."""

from collections.abc import Iterable, Mapping

from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.merging.proposals import CYCLE, EDITED, EXISTENCE, KEPT, MISSING, NEEDED, UNKNOWN, Key, Waiting
from nscl_desktop.domain.merging.shape import Shape
from nscl_desktop.domain.merging.standing import Standing


class Draft:
    """The records while they are being merged; each step holds back what must be and tells what that was."""

    def __init__(self, base: Mapping[Key, Fields], shape: Shape, standing: Standing) -> None:
        self.records: dict[Key, Fields] = dict(base)
        self._base, self._shape, self._standing = base, shape, standing

    def hold_unknown(self) -> list[Waiting]:
        """Changes of records that neither the base nor any proposal has."""
        lost = [
            key
            for key in self._standing
            if key not in self.records and not self._standing.is_only_deleted(key) and not self._is_refused(key)
        ]
        return [Waiting(key, EXISTENCE, self._standing.authors(key), UNKNOWN) for key in lost]

    def hold_footless(self) -> list[Waiting]:
        """Take out added records that need one which is nowhere; let changed links to such point where they did."""
        held: list[Waiting] = []
        while lost := self._footless():
            for key, name in lost:
                if key not in self._base:
                    if not self._is_refused(key):
                        held.append(Waiting(key, EXISTENCE, self._standing.authors(key), MISSING))
                    self.records.pop(key, None)
                else:
                    held.append(Waiting(key, name, self._standing.authors(key, name), MISSING))
                    self._put_back(key, name)
        return list(dict.fromkeys(held))

    def _is_refused(self, key: Key) -> bool:
        """Whether somebody who had seen all that is wanted of the record wants it gone."""
        return bool(self._standing.deletions(key)) and not self._standing.is_contested(key)

    def _footless(self) -> list[tuple[Key, str]]:
        claimed = (key for key in self._standing if key in self.records)
        return [
            (key, name)
            for key in claimed
            for name, target in self._shape.targets(key, self.records[key]).items()
            if target not in self.records
        ]

    def hold_cycles(self) -> list[Waiting]:
        """Hold every move on a cycle at its base place, until there is no cycle."""
        held: list[Waiting] = []
        while moves := sorted(key for key in self._on_cycles() if self._is_moved(key)):
            for key in moves:
                name = self._shape.place_of(key[0])
                held.append(Waiting(key, name, self._standing.authors(key, name), CYCLE))
                self._put_back(key, name)
        return held

    def _put_back(self, key: Key, name: str) -> None:
        self.records[key] = {**self.records[key], name: self._base[key].get(name)}

    def _is_moved(self, key: Key) -> bool:
        name = self._shape.place_of(key[0])
        return key in self._base and self.records[key].get(name) != self._base[key].get(name)

    def _on_cycles(self) -> set[Key]:
        found: set[Key] = set()
        for start in self._standing:
            path: list[Key] = []
            key: Key | None = start
            while key is not None and key in self.records and key not in path:
                path.append(key)
                key = self._parent(key)
            if key in path:
                found.update(path[path.index(key) :])
        return found

    def _parent(self, key: Key) -> Key | None:
        return self._shape.targets(key, self.records[key]).get(self._shape.place_of(key[0]))

    # -- deletions --------------------------------------------------------------------------------------------------

    def delete(self) -> list[Waiting]:
        """Delete what is to go, unless another one edited it, something that stays needs it, or its owner is kept."""
        wanted = [key for key in self._standing if key in self.records and self._standing.deletions(key)]
        held = {key: EDITED for key in wanted if self._standing.is_contested(key)}
        doomed = {key for key in wanted if key not in held}
        users = self._users_of(doomed)
        while True:
            needed = {key: NEEDED for key in doomed if any(user not in doomed for user in users.get(key, ()))}
            kept = {key: KEPT for key in doomed if self._goes_with_one_of(held, key)}
            if not needed and not kept:
                break
            held |= kept | needed
            doomed -= held.keys()
        for key in doomed:
            del self.records[key]
        return [Waiting(key, EXISTENCE, self._deleters(key), why) for key, why in held.items()]

    def _users_of(self, doomed: Iterable[Key]) -> dict[Key, list[Key]]:
        """Record that shall go → records that point at it."""
        users: dict[Key, list[Key]] = {key: [] for key in doomed}
        if users:
            for key, values in self.records.items():
                for target in self._shape.targets(key, values).values():
                    if target in users:
                        users[target].append(key)
        return users

    def _goes_with_one_of(self, held: Mapping[Key, str], key: Key) -> bool:
        """Whether the same author wanted the record gone together with an owner that stays for now."""
        owners = self._shape.owners(key, self.records[key]) & held.keys()
        return any(set(self._deleters(key)) & set(self._deleters(owner)) for owner in owners)

    def _deleters(self, key: Key) -> tuple[str, ...]:
        return tuple(claim.author for claim in self._standing.deletions(key))
