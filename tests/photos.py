"""Photos as phones take them: lying on their side with a note how to turn them, and the day noted."""

from pathlib import Path

from PIL import ExifTags, Image, ImageDraw

RED, BLUE = (200, 40, 40), (40, 60, 200)


def phone_photo(
    path: Path,
    size: tuple[int, int] = (2400, 1800),
    *,
    day: str = "2026:03:15 08:20:11",
    turned: int = 6,
    seed: int = 0,
) -> Path:
    """A JPEG whose upper half, as it is to be seen, is red and whose lower half is blue.

    ``turned`` is EXIF's orientation: 1 upright, 6 to be turned a quarter clockwise, 3 upside down; "" as a day: none.
    """
    wide, high = size
    seen = Image.new("RGB", size, BLUE)
    ImageDraw.Draw(seen).rectangle((0, 0, wide, high // 2), RED)
    draw = ImageDraw.Draw(seen)
    for step in range(60):  # something to compress, away from the corners
        x, y = 90 + step * 37 % max(wide - 180, 1), 90 + step * 91 % max(high - 180, 1)
        draw.ellipse((x, y, x + 40, y + 30), (step * 4, 255 - step * 4, (seed * 17 + step) % 255))
    exif = Image.Exif()
    exif[ExifTags.Base.Make], exif[ExifTags.Base.Orientation] = "Phone", turned
    if day:
        exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = day
    back = {1: 0, 6: 90, 3: 180}[turned]
    seen.rotate(back, expand=True).save(path, "JPEG", quality=97, exif=exif)
    return path
