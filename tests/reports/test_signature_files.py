"""Which picture may stand for a signature: a sound PNG of a size that can be read on paper."""

from pathlib import Path

import pytest
from PIL import Image

from nscl_desktop.domain.errors import InputError, UnreadableFileError
from nscl_desktop.reports.signature_files import require_signature_picture
from tests.reports.builders import signature_picture


def picture(path: Path, wide: int, high: int) -> Path:
    Image.new("RGBA", (wide, high), (20, 40, 160, 255)).save(path, "PNG")
    return path


def test_a_transparent_png_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "chu-ky.png"
    path.write_bytes(signature_picture())
    require_signature_picture(path)
    require_signature_picture(picture(tmp_path / "nho.png", 60, 30))
    assert path.read_bytes() == signature_picture()


@pytest.mark.parametrize(
    ("wide", "high", "words"),
    [
        (59, 200, r"chỉ rộng 59, cao 200 điểm ảnh, in ra sẽ không rõ"),
        (200, 29, r"chỉ rộng 200, cao 29 điểm ảnh"),
        (4001, 40, r"rộng 4001, cao 40 điểm ảnh, quá lớn; hãy thu nhỏ"),
    ],
)
def test_a_picture_too_small_or_too_large_is_refused(wide: int, high: int, words: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=f"Ảnh “chu-ky.png” {words}"):
        require_signature_picture(picture(tmp_path / "chu-ky.png", wide, high))


def test_another_kind_of_picture_and_a_damaged_one_are_refused(tmp_path: Path) -> None:
    other = tmp_path / "chu-ky.png"
    Image.new("RGB", (300, 100)).save(other, "JPEG")
    cut = tmp_path / "cut.png"
    cut.write_bytes(signature_picture()[:-400])
    for path in (other, cut):
        with pytest.raises(InputError, match=rf"Tệp “{path.name}” không phải ảnh PNG hoặc đã hỏng; hãy chọn"):
            require_signature_picture(path)


def test_a_huge_file_and_one_that_is_gone_are_refused(tmp_path: Path) -> None:
    huge = tmp_path / "to.png"
    huge.write_bytes(signature_picture() + bytes(5 * 1024 * 1024))
    with pytest.raises(InputError, match=r"Tệp “to\.png” lớn hơn 5 MB"):
        require_signature_picture(huge)
    with pytest.raises(UnreadableFileError, match=r"Không đọc được tệp “mat\.png”"):
        require_signature_picture(tmp_path / "mat.png")
