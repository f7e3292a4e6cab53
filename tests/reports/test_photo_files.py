"""Photos made smaller: upright, dated, never larger than before, and damaged ones refused in a sentence."""

import io
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from nscl_desktop.domain.errors import InputError, UnreadableFileError
from nscl_desktop.reports.photo_files import look_at_picture, thumbnail
from tests.photos import BLUE, RED, phone_photo


def near(found: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(one - other) < 40 for one, other in zip(found, wanted, strict=False))


def colours(data: bytes) -> tuple[object, object]:
    """At the top and at the foot, as a program sees them that knows nothing of notes how to turn a picture."""
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    return picture.getpixel((3, 3)), picture.getpixel((3, picture.height - 3))


@pytest.mark.parametrize("turned", [1, 6, 3])
def test_a_large_photo_becomes_small_and_stands_upright_for_every_program(turned: int, tmp_path: Path) -> None:
    path = phone_photo(tmp_path / "anh.jpg", turned=turned)
    look = look_at_picture(path, 1600)
    assert look.smaller is not None
    made = Image.open(io.BytesIO(look.smaller))
    assert (made.size, made.format) == ((1600, 1200), "JPEG")
    assert made.getexif().get(ExifTags.Base.Orientation, 1) == 1
    top, foot = colours(look.smaller)
    assert near(top, RED)
    assert near(foot, BLUE)
    assert len(look.smaller) < path.stat().st_size


def test_the_camera_s_day_is_kept_with_the_smaller_picture(tmp_path: Path) -> None:
    look = look_at_picture(phone_photo(tmp_path / "anh.jpg"), 1600)
    assert look.smaller is not None
    noted = Image.open(io.BytesIO(look.smaller)).getexif().get_ifd(ExifTags.IFD.Exif)
    assert (look.taken_on, look.is_photo) == ("2026-03-15", True)
    assert noted[ExifTags.Base.DateTimeOriginal] == "2026:03:15 08:20:11"


@pytest.mark.parametrize("day", ["", "0000:00:00 00:00:00", "hôm qua"])
def test_a_photo_without_a_sound_day_has_none(day: str, tmp_path: Path) -> None:
    assert look_at_picture(phone_photo(tmp_path / "anh.jpg", (300, 200), day=day), 1600).taken_on == ""


def test_a_small_photo_and_one_that_is_to_stay_whole_are_left_as_they_are(tmp_path: Path) -> None:
    small, large = phone_photo(tmp_path / "a.jpg", (800, 600)), phone_photo(tmp_path / "b.jpg")
    assert look_at_picture(small, 1600).smaller is None
    assert look_at_picture(large, None).smaller is None


@pytest.mark.parametrize(("mode", "becomes"), [("RGBA", "RGBA"), ("P", "RGBA"), ("1", "L"), ("L", "L")])
def test_a_scan_in_png_stays_one(mode: str, becomes: str, tmp_path: Path) -> None:
    path = tmp_path / "quet.png"
    Image.effect_noise((2000, 3000), 80).convert(mode).save(path)
    look = look_at_picture(path, 1600)
    assert not look.is_photo
    if look.smaller is None:
        assert mode == "1"  # black and white is smaller than any grey picture of it
    else:
        made = Image.open(io.BytesIO(look.smaller))
        assert (made.format, made.mode, made.size) == ("PNG", becomes, (1067, 1600))


def test_a_scan_of_several_pages_and_one_of_sixteen_bits_stay_whole(tmp_path: Path) -> None:
    pages, deep = tmp_path / "quet.tif", tmp_path / "sau.png"
    Image.new("L", (2000, 3000)).save(pages, save_all=True, append_images=[Image.new("L", (2000, 3000), 90)])
    Image.new("I;16", (2000, 3000)).save(deep)
    assert look_at_picture(pages, 1600) == (False, "", None)
    assert look_at_picture(deep, 1600).smaller is None


@pytest.mark.parametrize("most", [1600, None])
def test_a_photo_that_was_copied_half_is_refused(most: int | None, tmp_path: Path) -> None:
    path = phone_photo(tmp_path / "anh.jpg")
    path.write_bytes(path.read_bytes()[:20_000])
    with pytest.raises(InputError, match=r"Ảnh “anh\.jpg” đã hỏng hoặc chép chưa xong; hãy chép lại từ máy ảnh"):
        look_at_picture(path, most)


def test_a_photo_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"Không đọc được tệp “mat\.jpg”"):
        look_at_picture(tmp_path / "mat.jpg", 1600)


def test_a_thumbnail_stands_upright_and_fits(tmp_path: Path) -> None:
    made = thumbnail(phone_photo(tmp_path / "anh.jpg", (1200, 1800)), 150)
    assert made is not None
    picture = Image.open(io.BytesIO(made))
    assert (picture.format, picture.size) == ("PNG", (100, 150))
    top, foot = colours(made)
    assert near(top, RED)
    assert near(foot, BLUE)


@pytest.mark.parametrize("mode", ["CMYK", "P", "LA"])
def test_a_thumbnail_is_made_of_unusual_pictures_too(mode: str, tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    Image.new("RGB", (400, 300), RED).convert(mode).save(path)
    assert thumbnail(path, 150) is not None


def test_there_is_no_thumbnail_of_what_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    assert thumbnail(tmp_path / "a.pdf", 150) is None
