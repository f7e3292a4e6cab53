"""Giao việc: to whom, what of the file, under which passphrase, into which file; and what goes along in numbers."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.merging.proposals import Key
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.domain.text import nfc
from nscl_desktop.presenters.giving_office import OFFERED, Giving, Offer
from nscl_desktop.presenters.package_words import counted_words, figure, file_stem, kinds_words
from nscl_desktop.services.package_views import CheckOutState

SHORTEST = 8
"""Characters of a passphrase; fewer protect nothing."""
FORGOTTEN = (
    "Không ai mở lại được gói khi quên mật khẩu, kể cả chương trình này; dữ liệu gốc vẫn còn ở đây và giao lại được."
)
ENDING = ".nsclgoi"
_MAIN = frozenset({"enterprise", "dossier", "visit", *OFFERED})
"""Kinds by which a clerk knows what goes along; all others belong to one of these, or go along always."""


class GiveDesk:
    """What is being put together; nothing is written here."""

    def __init__(self, giving: Giving, check_outs: Iterable[CheckOutState], today: date) -> None:
        self._giving, self._today = giving, today
        self._known = {each.machine: each.at for each in sorted(check_outs, key=lambda each: each.at)}
        self._chosen: dict[Key, str] = {}
        self.is_everything = False
        self.machine = ""

    @property
    def machines(self) -> Sequence[str]:
        """Machines that were given work before, the last one first."""
        return sorted(self._known, key=lambda name: self._known[name], reverse=True)

    # -- what -------------------------------------------------------------------------------------------------------

    def add(self, offers: Iterable[Offer]) -> None:
        """Give these, too."""
        self._chosen.update({each.key: each.title for each in offers})

    def remove(self, key: Key) -> None:
        """Do not give this after all."""
        self._chosen.pop(key, None)

    def has(self, key: Key) -> bool:
        """Whether a record is given."""
        return key in self._chosen

    def chosen(self, *kinds: str) -> Sequence[Offer]:
        """What is given of some kinds, by name; of all kinds where none is named."""
        found = [Offer(key, title) for key, title in self._chosen.items() if not kinds or key[0] in kinds]
        return sorted(found, key=lambda each: (each.key[0], sort_key(each.title)))

    @property
    def roots(self) -> Collection[Key] | None:
        """What was chosen; None stands for everything."""
        return None if self.is_everything else set(self._chosen)

    def brief(self) -> str:
        """What was chosen, in numbers."""
        if self.is_everything:
            return "Toàn bộ dữ liệu"
        return f"Đã chọn {kinds_words(self._chosen)}" if self._chosen else "Chưa chọn gì"

    def summary(self, roots: Collection[Key] | None) -> str:
        """What goes along with it, in numbers. Aside."""
        if roots is not None and not roots:
            return "Chọn ở bên trái rồi nhấn Enter; danh mục và cơ quan luôn đi cùng."
        counts = self._giving.goes_along(roots)
        main = {kind: number for kind, number in counts.items() if kind in _MAIN}
        rest = sum(counts.values()) - sum(main.values())
        also = f"{figure(rest)} bản ghi thuộc về chúng, danh mục và cơ quan" if rest else ""
        return f"Gói sẽ gồm {' cùng '.join(filter(None, (counted_words(main), also)))}."

    # -- where to ---------------------------------------------------------------------------------------------------

    @property
    def file_name(self) -> str:
        """A name that tells machine and day."""
        return f"Giao viec - {file_stem(self.machine)} - {self._today.isoformat()}{ENDING}"

    def check(self, passphrase: str, again: str) -> None:
        """Raise InputError for what keeps the package from being written."""
        if not self.machine.strip():
            raise InputError("Chưa ghi tên máy hoặc người nhận việc; hãy ghi tên để sau này biết kết quả của ai.")
        if self.roots is not None and not self.roots:
            raise InputError("Chưa chọn gì để giao; hãy chọn đơn vị, kế hoạch hoặc bảng kiểm.")
        require_passphrase(passphrase, again)

    def everything(self) -> Collection[Key]:
        """The roots of a package with all there is. Aside."""
        return self._giving.everything()


def require_passphrase(passphrase: str, again: str) -> None:
    """Raise InputError for a passphrase that is too short or not the same twice; none at all is right, too."""
    if passphrase and len(nfc(passphrase)) < SHORTEST:
        raise InputError(f"Mật khẩu của gói cần ít nhất {SHORTEST} ký tự; hãy đặt dài hơn hoặc để trống.")
    if nfc(passphrase) != nfc(again):
        raise InputError("Hai lần nhập mật khẩu không giống nhau; hãy nhập lại.")
