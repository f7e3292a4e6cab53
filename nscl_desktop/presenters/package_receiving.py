"""Nhận kết quả: the packages that were chosen, what receiving them would do, and the receiving itself.

Each package is previewed as if those above it had been received already, so that what is shown is what will happen.
What a person chooses of the conflicts is decided right after receiving, as far as nothing else was said meanwhile.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from nscl_desktop.domain.errors import NsclError
from nscl_desktop.domain.fields import Kind
from nscl_desktop.domain.merging.proposals import Key
from nscl_desktop.presenters.package_conflicts import ConflictTable, Decision, names_wanted
from nscl_desktop.presenters.package_office import Packages
from nscl_desktop.presenters.package_words import (
    Names,
    capital,
    day_words,
    field_words,
    figure,
    pointed_at,
    spec_named,
    value_words,
)
from nscl_desktop.services.package_views import (
    ADDED,
    CHANGED,
    REMOVED,
    ConflictView,
    MergeView,
    RecordNews,
    RefusedView,
    WaitingView,
    Watch,
)

NEWS_WORDS = {ADDED: "Mới", CHANGED: "Cập nhật", REMOVED: "Xóa"}


@dataclass(frozen=True, slots=True)
class Incoming:
    """A chosen file: what receiving it would do, else why it is refused, else it waits for its passphrase."""

    path: Path
    view: MergeView | None = None
    refusal: str = ""
    passphrase: str = ""

    @property
    def needs_passphrase(self) -> bool:
        """Whether nothing can be said before the passphrase is known."""
        return self.view is None and not self.refusal

    @property
    def is_ready(self) -> bool:
        """Whether it can be received."""
        return self.view is not None and not self.view.is_known


@dataclass(frozen=True, slots=True)
class Reception:
    """What was received: by which check-outs, how much, what is left open, and what went wrong on the way."""

    check_outs: tuple[str, ...]
    machines: tuple[str, ...]
    applied: int
    conflicts: int
    waiting: int
    decided: int = 0
    failure: str = ""

    @property
    def sentence(self) -> str:
        """What to say of it."""
        if not self.check_outs:
            return self.failure
        rest = (
            f"đã quyết định {self.decided} chỗ" if self.decided else "",
            f"còn {self.conflicts} chỗ khác nhau" if self.conflicts else "",
            f"{self.waiting} chỗ chờ" if self.waiting else "",
        )
        told = f"Đã nhận {figure(self.applied)} thay đổi của {', '.join(self.machines)}"
        return "; ".join(filter(None, (told, *rest, self.failure)))

    @property
    def undone(self) -> str:
        """What to say once it is taken back: a decision is the office's own, and stays."""
        kept = f"; {self.decided} chỗ đã quyết định vẫn giữ giá trị đã chọn" if self.decided else ""
        return f"Đã hoàn tác lần nhận kết quả này{kept}."


@dataclass(frozen=True, slots=True)
class NewsRow:
    """A record that receiving makes, changes or deletes; ``changes`` are its fields, old → new."""

    what: str
    record: str
    machine: str
    changes: tuple[str, ...]


class ReceiveDesk:
    """The packages on the table. ``read`` and ``receive`` are called aside, everything else on the main thread."""

    def __init__(self, packages: Packages) -> None:
        self._packages = packages
        self.incoming: tuple[Incoming, ...] = ()
        self.table = ConflictTable()
        self._names: Names = {}

    # -- packages ---------------------------------------------------------------------------------------------------

    def with_files(self, files: Iterable[tuple[Path, str]]) -> list[tuple[Path, str]]:
        """Path and passphrase of all files once these are laid on the table, too."""
        wanted = {each.path: each.passphrase for each in self.incoming}
        return list({**wanted, **dict(files)}.items())

    def without(self, path: Path) -> list[tuple[Path, str]]:
        """Path and passphrase of all files once one is taken off the table."""
        return [(each.path, each.passphrase) for each in self.incoming if each.path != path]

    def read(self, files: Iterable[tuple[Path, str]], watch: Watch) -> list[Incoming]:
        """What these files would do, one after the other; a refusal is part of the answer. Aside."""
        found: list[Incoming] = []
        for path, passphrase in files:
            found.append(self._read(path, passphrase, [each for each in found if each.is_ready], watch))
        return found

    def _read(self, path: Path, passphrase: str, ready: Iterable[Incoming], watch: Watch) -> Incoming:
        try:
            if not passphrase and self._packages.is_locked(path):
                return Incoming(path)
            earlier = [(each.path, each.passphrase) for each in ready]
            return Incoming(path, self._packages.preview(path, passphrase, watch, earlier), passphrase=passphrase)
        except NsclError as error:
            return Incoming(path, refusal=error.sentence)

    def put(self, incoming: Iterable[Incoming]) -> None:
        """These packages lie on the table now."""
        self.incoming = tuple(incoming)
        self._refresh()

    def names_wanted(self) -> set[Key]:
        """The records that values on the table point at."""
        wanted = names_wanted(self.conflicts())
        for news in (each for view in self._views() for each in view.news):
            values = [*news.before.items(), *news.after.items()]
            wanted |= pointed_at(news.key[0], ((field, value) for field, value in values if field != "id"))
        return wanted

    def take_names(self, names: Names) -> None:
        """What those records are called; records that come with the packages bear their own titles."""
        coming = {each.key: each.title for view in self._views() for each in view.news}
        self._names = {**coming, **names}
        self._refresh()

    # -- what it would do -------------------------------------------------------------------------------------------

    def conflicts(self) -> list[ConflictView]:
        """What differs once all is received."""
        views = self._views()
        return list(views[-1].open_items.conflicts) if views else []

    def waiting(self) -> list[WaitingView]:
        """What waits once all is received."""
        views = self._views()
        return list(views[-1].open_items.waiting) if views else []

    def refused(self) -> list[tuple[str, RefusedView]]:
        """(machine, value that cannot be received)."""
        return [(view.machine, each) for view in self._views() for each in view.refused]

    def news(self) -> list[NewsRow]:
        """Every record that changes, package by package."""
        return [self._news_row(view.machine, each) for view in self._views() for each in view.news]

    def counts(self, incoming: Incoming) -> tuple[tuple[str, int], ...]:
        """What a package brings, in numbers: (words, number)."""
        view = incoming.view
        if view is None:
            return ()
        own = [each for each in self.conflicts() if view.check_out in {said.author for said in each.values}]
        waiting = [each for each in self.waiting() if view.check_out in {said.author for said in each.wanted}]
        return (
            ("mới", view.count(ADDED)), ("cập nhật", view.count(CHANGED)), ("xóa", view.count(REMOVED)),
            ("giống", view.same), ("khác nhau", len(own)), ("chờ", len(waiting)), ("không nhận", len(view.refused)),
        )  # fmt: skip

    @property
    def _changes_in(self) -> int:
        return sum(view.applied for view in self._views())

    @property
    def can_receive(self) -> bool:
        """Whether anything is there to be received."""
        return any(each.is_ready for each in self.incoming)

    @property
    def verb(self) -> str:
        """The words of the one button."""
        if not self.can_receive:
            return "Nhận"
        return f"Nhận {figure(self._changes_in)} thay đổi" if self._changes_in else "Nhận, không có thay đổi"

    def outlook(self) -> str:
        """What will happen, in one sentence."""
        views = self._views()
        if not views:
            return ""
        numbers = [(NEWS_WORDS[what].lower(), sum(view.count(what) for view in views)) for what in NEWS_WORDS]
        told = ", ".join(f"{word} {figure(number)}" for word, number in numbers if number)
        sentences = [f"Bản ghi: {told}." if told else "Không bản ghi nào thay đổi."]
        chosen = self.table.total - self.table.left
        if chosen:
            sentences.append(f"Quyết định ngay {chosen} chỗ khác nhau.")
        if self.table.left:
            sentences.append(f"Để ngỏ {self.table.left} chỗ, tạm giữ giá trị đang có ở văn phòng.")
        if any(view.is_known for view in views):
            sentences.append("Gói đã nhận trước đây được bỏ qua.")
        return " ".join(sentences)

    # -- receiving --------------------------------------------------------------------------------------------------

    def receive(self, watch: Watch) -> Reception:
        """Receive all that is ready, package by package, each in one step; then decide what was chosen. Aside.

        The work that a failure ends leaves what was received before it.
        """
        ready = [each for each in self.incoming if each.is_ready]
        received: list[MergeView] = []
        failure, decided = "", 0
        try:
            for each in ready:
                watch(f"Đang nhận {each.path.name}")
                received.append(self._packages.receive(each.path, each.passphrase, watch))
            decided = self._decide(self.table.decisions())
        except NsclError as error:
            failure = error.sentence
        left = self._packages.open_items()
        return Reception(
            tuple(view.check_out for view in received), tuple(dict.fromkeys(view.machine for view in received)),
            sum(view.applied for view in received), len(left.conflicts), len(left.waiting), decided, failure,
        )  # fmt: skip

    def _decide(self, decisions: Sequence[Decision]) -> int:
        """How many were decided."""
        if not decisions:
            return 0
        seen = {(each.key, each.field): _values(each) for each in self.conflicts()}
        now = {(each.key, each.field): _values(each) for each in self._packages.open_items().conflicts}
        same = [each for each in decisions if now.get((each.key, each.field)) == seen.get((each.key, each.field))]
        if same:
            self._packages.decide_all(same)
        return len(same)

    # -- inside -----------------------------------------------------------------------------------------------------

    def _views(self) -> list[MergeView]:
        return [each.view for each in self.incoming if each.view]

    def _refresh(self) -> None:
        self.table.show(self.conflicts(), self._names)

    def _news_row(self, machine: str, news: RecordNews) -> NewsRow:
        return NewsRow(NEWS_WORDS[news.what], capital(news.title), machine, tuple(self._changes(news)))

    def _changes(self, news: RecordNews) -> Iterable[str]:
        if news.what == REMOVED:
            return
        for field, value in news.after.items():
            spec = spec_named(news.key[0], field)
            if spec.kind is Kind.KEY or (news.what == ADDED and (spec.owner or value in (None, "", (), False))):
                continue
            new = value_words(news.key[0], field, value, self._names)
            if news.what == ADDED:
                yield f"{field_words(news.key[0], field)}: {new}"
            else:
                old = value_words(news.key[0], field, news.before.get(field), self._names)
                yield f"{field_words(news.key[0], field)}: {old} → {new}"


def _values(conflict: ConflictView) -> set[tuple[str, object]]:
    return {(said.author, said.value) for said in conflict.values}


def state_words(incoming: Incoming) -> str:
    """What to know of a package at once."""
    view = incoming.view
    if view is None:
        return incoming.refusal or "Gói có mật khẩu; hãy nhập mật khẩu mà người gửi đã đặt."
    if view.is_known:
        return "Đã nhận gói này hoặc gói mới hơn rồi; không có gì thay đổi."
    return f"Ghi ngày {day_words(view.at)}" if view.at else ""
