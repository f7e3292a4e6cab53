"""What stands below the presenters of packages in their tests: a shelf with counts, and packages that only say."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nscl_desktop.domain.errors import InputError, UnreadableFileError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.merging.proposals import Key
from nscl_desktop.presenters.giving_office import Offer
from nscl_desktop.services.package_views import CheckOutState, MergeView, OpenItems, PackageFacts, Watch, unwatched


@dataclass
class Shelf:
    """Records by key, each with the number that goes along with it."""

    counts: Mapping[Key, int]

    def offers(self) -> Sequence[Offer]:
        return [Offer(key, key[1]) for key in self.counts]

    def everything(self) -> Collection[Key]:
        return list(self.counts)

    def goes_along(self, roots: Collection[Key] | None) -> Mapping[str, int]:
        return {key[0]: number for key, number in self.counts.items() if roots is None or key in roots}

    def names(self, keys: Collection[Key]) -> Mapping[Key, str]:
        return {key: key[1] for key in keys if key in self.counts}

    def part(self) -> str:
        return "gives"


@dataclass
class SayingPackages:
    """Packages by the name of their file: what each would do, or why it is refused."""

    views: Mapping[str, MergeView | str]
    locked: frozenset[str] = frozenset()
    after: OpenItems = field(default_factory=OpenItems)
    done: list[tuple[object, ...]] = field(default_factory=list)
    fails_at: str = ""

    def is_locked(self, path: Path) -> bool:
        return path.name in self.locked

    def look(self, path: Path, passphrase: str = "") -> PackageFacts:
        raise NotImplementedError

    def check_outs(self) -> Sequence[CheckOutState]:
        return ()

    def create(
        self, machine: str, roots: Collection[Key], target: Path, passphrase: str = "", watch: Watch = unwatched
    ) -> str:
        raise NotImplementedError

    def preview(
        self,
        path: Path,
        passphrase: str = "",
        watch: Watch = unwatched,
        earlier: Sequence[tuple[Path, str]] = (),
    ) -> MergeView:
        view = self.views[path.name]
        if isinstance(view, str):
            raise UnreadableFileError(view)
        return view

    def receive(self, path: Path, passphrase: str = "", watch: Watch = unwatched) -> MergeView:
        if path.name == self.fails_at:
            raise InputError("Ổ đĩa đầy.")
        self.done.append(("receive", path.name, passphrase))
        return self.preview(path, passphrase, watch)

    def withdraw(self, check_out: str) -> None:
        self.done.append(("withdraw", check_out))

    def open_items(self) -> OpenItems:
        return self.after

    def decide(self, key: Key, field: str, value: Value) -> None:
        self.done.append(("decide", key, field, value))

    def decide_all(self, decisions: Sequence[tuple[Key, str, Value]]) -> None:
        for each in decisions:
            self.decide(*each)

    def settle(self, places: Collection[tuple[Key, str]], choice: str) -> None:
        self.done.append(("settle", tuple(places), choice))

    def close(self, check_out: str) -> None:
        self.done.append(("close", check_out))

    def reopen(self, check_out: str) -> None:
        self.done.append(("reopen", check_out))

    def write_receipt(self, check_out: str, target: Path, passphrase: str = "") -> None:
        self.done.append(("receipt", check_out))
