"""Registers for tests: units made up from a few words, and a store that holds them."""

from collections.abc import Callable, Iterable, Sequence
from random import Random

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.records import Record
from nscl_desktop.services.desk import Desk
from nscl_desktop.storage.opening import open_memory_store
from nscl_desktop.storage.store import Store
from nscl_desktop.storage.telling import unheard

BRANDS = ("Minh Đạt", "Hòa Phát", "Thành Công", "Phương Nam", "An Khang", "Hưng Thịnh", "Việt Á", "Hoàng Long")
TRADES = ("sản xuất thương mại", "cơ khí", "may mặc", "chế biến gỗ", "thực phẩm", "nhựa", "dịch vụ vận tải")


def unit(key: str, name: str, **fields: object) -> Enterprise:
    """A unit with a readable key."""
    return Enterprise(id=key, name=name, **fields)  # type: ignore[arg-type]  # fields of many types, by name


def made_up(random: Random, number: int) -> Enterprise:
    """One of many: names repeat their words, as they do in a province."""
    pick = random.choice
    return Enterprise(
        id=f"{random.getrandbits(128):032x}{number:04}"[-36:],
        name=f"Công ty TNHH {pick(TRADES)} {pick(BRANDS)} {pick(BRANDS)} {number}",
        kind=pick(("llc_one", "llc_more", "joint_stock", "cooperative")),
        tax_code=f"{random.randrange(10**9, 10**10)}",
        address=f"Số {number}, đường {pick(BRANDS)}, khu công nghiệp {pick(BRANDS)}",
        commune=f"Phường {pick(BRANDS)}",
        province="Tỉnh Tây Ninh",
        representative=f"Nguyễn Văn {pick(BRANDS)}",
        sector_code=f"{random.randrange(10, 33)}",
        products=(pick(TRADES),),
    )


def store_of(records: Iterable[Record]) -> Store:
    """A store in memory that holds these records."""
    store = open_memory_store()
    write(store, ChangeSet("Thêm đơn vị", tuple(map(inserted, records))))
    return store


class StoreAsFile:
    """The open data file as rooms of the registers ask it, over a store that is written at once."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def registers(self, *, settled: bool) -> Store:
        return self.store

    def put_on_desk(self, book: Book, root: Record) -> Desk:
        return Desk(book, root.id, self)

    def submit(self, change_set: ChangeSet) -> None:
        write(self.store, change_set)

    def add(self, step: ChangeSet, tell: Callable[[str], object] | None = None) -> str:
        write(self.store, step, tell)
        return step.scope

    def history(self, record_id: str) -> Sequence[HistoryEntry]:
        return self.store.history(record_id)


def write(store: Store, step: ChangeSet, tell: Callable[[str], object] | None = None) -> None:
    """Save a step."""
    store.apply(step, tell or unheard, who="Nguyễn Thị Ánh", machine="MAY-01")
