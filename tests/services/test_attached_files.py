"""Files of a record in its list: in order, once each, described, removed; each one step with a name."""

import pytest

from nscl_desktop.domain.attached_files import FILE_RECORDS, PDF, PHOTO, DossierFile, EnterpriseFile, TakenFile
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.errors import InputError
from nscl_desktop.services.attached_files import add_files, called, files_of, remove_files, set_file

A = TakenFile("a.jpg", "a" * 64, 1000, PHOTO, "2026-03-15", "f" * 64)
B = TakenFile("b.jpg", "b" * 64, 2000, PHOTO)
P = TakenFile("hop-dong.pdf", "c" * 64, 3000, PDF)


def book_with(*taken: TakenFile, about: str = "") -> Book:
    book = Book()
    book.apply(add_files(book, DossierFile, "d", taken, about).changes)
    return book


def names(book: Book, about: str | None = None) -> list[str]:
    return [each.name for each in files_of(book, DossierFile, "d", about)]


def test_files_stand_in_the_order_in_which_they_came() -> None:
    book = book_with(B, A)
    step = add_files(book, DossierFile, "d", [P])
    book.apply(step.changes)
    assert names(book) == ["b.jpg", "a.jpg", "hop-dong.pdf"]
    assert (step.words, step.scope) == ("Thêm tệp “hop-dong.pdf”", "d")
    kept = files_of(book, DossierFile, "d")[1]
    assert (kept.kind, kept.taken_on, kept.size, kept.original) == (PHOTO, "2026-03-15", 1000, "f" * 64)


@pytest.mark.parametrize(
    ("taken", "words"), [((A,), "Thêm ảnh “a.jpg”"), ((A, B), "Thêm 2 ảnh"), ((A, P), "Thêm 2 tệp")]
)
def test_a_step_says_what_came(taken: tuple[TakenFile, ...], words: str) -> None:
    assert add_files(Book(), EnterpriseFile, "u", taken).words == words


def test_the_same_content_is_listed_once_in_one_place() -> None:
    book = book_with(A)
    book.apply(add_files(book, DossierFile, "d", [A, B, B]).changes)
    assert names(book) == ["a.jpg", "b.jpg"]
    again = A._replace(name="khac.jpg", sha256="e" * 64)  # the same photo, made smaller by another version
    with pytest.raises(InputError, match=r"Tệp “khac\.jpg”, “b\.jpg” đã có trong danh sách này"):
        add_files(book, DossierFile, "d", [again, B])
    book.apply(add_files(book, DossierFile, "d", [A], "contract").changes)
    assert names(book, "contract") == ["a.jpg"]
    assert names(book, "") == ["a.jpg", "b.jpg"]


def test_files_of_one_owner_are_not_those_of_another() -> None:
    book = book_with(A)
    book.apply(add_files(book, DossierFile, "other", [A]).changes)
    assert len(files_of(book, DossierFile, "other")) == 1
    assert files_of(book, EnterpriseFile, "d") == ()


def test_a_file_gets_a_caption_and_a_day() -> None:
    book = book_with(A)
    (file,) = files_of(book, DossierFile, "d")
    step = set_file(book, file, "caption", "Khu đóng gói")
    book.apply(step.changes)
    (file,) = files_of(book, DossierFile, "d")
    assert (step.words, called(file)) == ("Sửa chú thích của ảnh “a.jpg”", "ảnh “Khu đóng gói”")
    assert not set_file(book, file, "caption", "Khu đóng gói")
    with pytest.raises(InputError, match="Ngày"):
        set_file(book, file, "taken_on", "2026-02-31")


def test_files_are_removed_in_one_step_that_can_be_taken_back() -> None:
    book = book_with(A, B)
    step = remove_files(book, files_of(book, DossierFile, "d"))
    book.apply(step.changes)
    assert (step.words, step.scope, names(book)) == ("Xóa 2 ảnh", "d", [])
    book.apply(step.inverted("Hoàn tác").changes)
    assert names(book) == ["a.jpg", "b.jpg"]
    assert remove_files(book, files_of(book, DossierFile, "d")[:1]).words == "Xóa ảnh “a.jpg”"
    assert not remove_files(book, ())


def test_every_kind_of_owner_has_its_kind_of_file() -> None:
    for kind in FILE_RECORDS:
        book = Book()
        book.apply(add_files(book, kind, "key", [A]).changes)
        assert [each.name for each in files_of(book, kind, "key")] == ["a.jpg"]
