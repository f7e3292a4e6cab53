"""Pictures of signatures and signed scans: journaled, undone, printed or not, told where they are missing."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plans import ISSUED, SUBMITTED, Attachment, Signer
from nscl_desktop.office.attachment_room import AttachmentRoom
from nscl_desktop.office.print_room import PrintRoom
from nscl_desktop.presenters.attachments import PlanAttachments, SignaturePictures, size_words
from nscl_desktop.presenters.paper_sheet import PaperSheet
from nscl_desktop.services.editing import set_field
from nscl_desktop.services.workspace import PlanDesk
from tests.presenters.desks import cell, in_state, section, small_plan
from tests.reports.builders import signature_picture

MONEY = cell("I", 2022, amount=5_000_000)
SIGNER = Signer(id="s", plan_id="p", position="a0", name="Lê Văn B", on_appendix=True)


@dataclass
class Place:
    """A plan of one signer, and a folder of attached files."""

    folder: Path
    desk: PlanDesk = field(default_factory=lambda: small_plan(section("I", "I", "Đào tạo"), MONEY, SIGNER))

    def signer(self) -> Signer:
        return self.desk.book.get(Signer, "s")

    def pictures(self) -> SignaturePictures:
        return SignaturePictures(self.desk, AttachmentRoom(self.folder))

    def files(self) -> PlanAttachments:
        return PlanAttachments(self.desk, AttachmentRoom(self.folder))

    def put_picture(self) -> None:
        path = self.folder / "chu-ky.png"
        path.write_bytes(signature_picture())
        self.pictures().put("s", self.pictures().keep(path).sha256)

    def listed(self) -> list[Attachment]:
        return list(self.desk.book.table(Attachment).values())


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_a_signature_is_printed_once_its_picture_is_added_and_no_more_once_it_is_taken_back(place: Place) -> None:
    paper = PaperSheet(place.desk, PrintRoom(place.folder))
    assert (paper.has_pictures, paper.document().signatures.signers[0].image) == (False, b"")
    place.put_picture()
    assert place.desk.undo_stack.undo_words == "Thêm ảnh chữ ký của người ký “Lê Văn B”"
    assert (paper.has_pictures, paper.picture_words) == (True, "")
    assert paper.document().signatures.signers[0].image == signature_picture()
    paper.pictures = False
    assert paper.document().signatures.signers[0].image == b""
    place.desk.undo()
    assert (place.signer().image, paper.has_pictures) == ("", False)
    place.desk.redo()
    place.pictures().put("s", "")
    assert place.desk.undo_stack.undo_words == "Bỏ ảnh chữ ký của người ký “Lê Văn B”"
    assert place.pictures().file_of(place.signer()) is None


def test_paper_says_which_picture_is_not_on_this_machine(place: Place) -> None:
    place.put_picture()
    elsewhere = PaperSheet(place.desk, PrintRoom(place.folder / "khac"))
    assert elsewhere.document().signatures.signers[0].image == b""
    assert elsewhere.picture_words.startswith("Ảnh chữ ký của Lê Văn B không có trên máy này nên bản in để trống")
    elsewhere.pictures = False
    assert elsewhere.picture_words == ""


def test_a_picture_is_added_after_submission_and_not_after_issue(place: Place) -> None:
    place.desk = in_state(place.desk, SUBMITTED)
    place.put_picture()
    assert place.signer().image
    place.desk = in_state(place.desk, ISSUED)
    with pytest.raises(InputError, match="đã ban hành nên số liệu và nội dung đã khóa"):
        place.pictures().put("s", "")


def test_a_signer_who_is_gone_meanwhile_gets_no_picture(place: Place) -> None:
    place.pictures().put("another", "a" * 64)
    assert place.desk.undo_stack.undo_words is None


def scan(place: Place, name: str = "Da ky.pdf") -> str:
    path = place.folder / name
    path.write_bytes(b"%PDF-1.7 " + name.encode())
    return place.files().add(place.files().keep(path))


@pytest.mark.parametrize("status", [SUBMITTED, ISSUED])
def test_signed_scans_are_attached_without_unlocking_in_the_order_they_come(place: Place, status: str) -> None:
    place.desk = in_state(place.desk, status)
    first, second = scan(place), scan(place, "Trang sau.pdf")
    assert [(each.name, each.kind) for each in place.listed()] == [("Da ky.pdf", "signed"), ("Trang sau.pdf", "signed")]
    places = {each.id: each.position for each in place.listed()}
    assert places[first] < places[second]
    place.desk.undo()
    assert [each.id for each in place.listed()] == [first]


def test_a_scan_is_attached_once(place: Place) -> None:
    scan(place)
    with pytest.raises(InputError, match=r"Tệp “Da ky\.pdf” đã có trong danh sách tệp đính kèm"):
        scan(place)


def test_a_scan_opens_from_the_folder_and_says_where_it_is_not(place: Place) -> None:
    key = scan(place)
    record = place.desk.book.get(Attachment, key)
    found = place.files().file_of(record)
    assert found.read_bytes() == b"%PDF-1.7 Da ky.pdf"
    place.desk.perform(set_field(place.desk.budget, record, "name", "Bản ký"))
    assert place.files().file_of(place.desk.book.get(Attachment, key)) == found
    found.chmod(0o644)
    found.unlink()
    with pytest.raises(InputError, match=r"Tệp “Da ky\.pdf” không có trên máy này; hãy xóa khỏi danh sách"):
        place.files().file_of(record)


@pytest.mark.parametrize(
    ("size", "words"), [(None, ""), (12, "1 KB"), (200_000, "195 KB"), (2_500_000, "2,4 MB")]
)  # fmt: skip
def test_sizes_are_told_in_kilobytes_and_megabytes(size: int | None, words: str) -> None:
    assert size_words(size) == words
