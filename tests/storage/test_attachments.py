"""Files attached to plans: copied once, named by content, refused in one sentence where they are no scans."""

import hashlib
import stat
from pathlib import Path

import pytest

from nscl_desktop.domain.errors import EnvironmentProblem, InputError, UnreadableFileError
from nscl_desktop.storage.attachments import copy_named, file_of, keep_file, read_kept

SCAN = b"%PDF-1.7\n" + bytes(3_000_000)


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_scan_lies_in_the_folder_under_its_content_and_keeps_its_name_in_the_list(tmp_path: Path) -> None:
    folder = tmp_path / "attachments"
    kept = keep_file(written(tmp_path / "Kế hoạch đã ký.pdf", SCAN), folder)
    digest = hashlib.sha256(SCAN).hexdigest()
    assert kept == ("Kế hoạch đã ký.pdf", digest, len(SCAN))
    place = file_of(digest, folder)
    assert place == folder / f"{digest}.pdf"
    assert read_kept(digest, folder) == SCAN
    assert not place.stat().st_mode & stat.S_IWUSR


def test_the_same_content_is_kept_once_whatever_it_is_called(tmp_path: Path) -> None:
    folder = tmp_path / "attachments"
    first = keep_file(written(tmp_path / "a.pdf", SCAN), folder)
    again = keep_file(written(tmp_path / "b.pdf", SCAN), folder)
    assert (first.sha256, again.name) == (again.sha256, "b.pdf")
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize(
    ("start", "ending"),
    [
        (b"\x89PNG\r\n\x1a\n", ".png"), (b"\xff\xd8\xff\xe0", ".jpg"), (b"II*\0", ".tif"), (b"MM\0*", ".tif"),
        (b"%PDF-1.4", ".pdf"),
    ],
)  # fmt: skip
def test_the_kind_is_told_by_the_content_and_not_by_the_name(start: bytes, ending: str, tmp_path: Path) -> None:
    kept = keep_file(written(tmp_path / "ban-quet.exe", start + b"..."), tmp_path / "attachments")
    place = file_of(kept.sha256, tmp_path / "attachments")
    assert place is not None
    assert place.suffix == ending


@pytest.mark.parametrize("data", [b"", b"MZ\x90\0", b"PK\x03\x04"])
def test_what_is_no_scan_is_refused_and_nothing_is_written(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"Tệp “phu-luc.docx” không phải bản quét; hãy chọn tệp \.pdf hoặc ảnh"):
        keep_file(written(tmp_path / "phu-luc.docx", data), tmp_path / "attachments")
    assert not (tmp_path / "attachments").exists()


@pytest.mark.parametrize("brand", [b"heic", b"mif1"])
def test_a_photo_that_only_phones_read_is_refused_with_what_to_do(brand: bytes, tmp_path: Path) -> None:
    photo = written(tmp_path / "IMG_0021.HEIC", b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0")
    with pytest.raises(InputError, match=r"“IMG_0021.HEIC” là ảnh HEIC.*rồi lưu thành \.jpg.*Tương thích nhất"):
        keep_file(photo, tmp_path / "attachments")
    assert not (tmp_path / "attachments").exists()


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "to.pdf", b"%PDF-1.7")
    with path.open("r+b") as file:
        file.truncate(200 * 1024 * 1024 + 1)
    with pytest.raises(InputError, match=r"Tệp “to\.pdf” lớn hơn 200 MB; hãy quét lại"):
        keep_file(path, tmp_path / "attachments")


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"Không đọc được tệp “mat\.pdf”"):
        keep_file(tmp_path / "mat.pdf", tmp_path / "attachments")


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    blocked = written(tmp_path / "attachments", b"a file where the folder should be")
    with pytest.raises(EnvironmentProblem, match="Không chép được tệp vào thư mục"):
        keep_file(written(tmp_path / "a.pdf", SCAN), blocked)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "attachments"]


@pytest.mark.parametrize("name", ["", "../nscl", "a" * 63, "A" * 64, f"{'a' * 64}/..", "chu-ky.png"])
def test_what_names_no_content_finds_nothing(name: str, tmp_path: Path) -> None:
    written(tmp_path / "nscl.pdf", SCAN)
    assert file_of(name, tmp_path / "attachments") is None
    assert read_kept(name, tmp_path) is None


def test_a_file_that_is_not_what_it_was_is_not_read(tmp_path: Path) -> None:
    kept = keep_file(written(tmp_path / "a.pdf", SCAN), tmp_path)
    place = file_of(kept.sha256, tmp_path)
    assert place is not None
    place.chmod(0o644)
    place.write_bytes(SCAN + b"!")
    assert read_kept(kept.sha256, tmp_path) is None


def test_a_file_that_changed_since_it_was_named_is_not_kept_under_the_name_of_what_it_was(tmp_path: Path) -> None:
    folder, name = tmp_path / "attachments", f"{hashlib.sha256(SCAN).hexdigest()}.pdf"
    source = written(tmp_path / "đang quét.pdf", SCAN + b"one more page")
    with pytest.raises(UnreadableFileError, match=r"“đang quét\.pdf” đang được chương trình khác ghi"):
        copy_named(source, folder, name)
    assert list(folder.iterdir()) == []
    source.write_bytes(SCAN)
    copy_named(source, folder, name)
    assert [each.name for each in folder.iterdir()] == [name]
