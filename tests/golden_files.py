"""Golden files: what was once looked at and found good, kept in tests/golden, compared on every run.

`pytest --golden-update` writes them anew; look at the difference before committing it.
"""

from pathlib import Path

import pytest
from PIL import Image, ImageChops

GOLDEN = Path(__file__).parent / "golden"
# A pixel may differ a little from machine to machine (rounding in the rasteriser), and a few pixels may differ much.
_LITTLE = 60
_FEW = 0.0003


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden-update", action="store_true", help="write the golden files anew instead of comparing")


class GoldenFiles:
    """Compares with the files of tests/golden; what differs is left in a temporary folder, to be looked at."""

    def __init__(self, *, update: bool, differing: Path) -> None:
        self._update, self._differing = update, differing

    def text(self, name: str, found: str) -> None:
        """The text equals the golden one."""
        path = GOLDEN / name
        if self._update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(found, "utf-8", newline="\n")
        assert path.is_file(), f"{path} is missing: run with --golden-update, look at it, commit it"
        assert found == path.read_text("utf-8")

    def picture(self, name: str, found: Image.Image) -> None:
        """The picture looks like the golden one."""
        path = GOLDEN / name
        if self._update:
            path.parent.mkdir(parents=True, exist_ok=True)
            found.save(path, optimize=True)
        assert path.is_file(), f"{path} is missing: run with --golden-update, look at it, commit it"
        with Image.open(path) as opened:
            expected = opened.convert("L")
        left = self._differing / Path(name).name
        found.save(left)
        assert found.size == expected.size, f"{left} has another size than {path}"
        much = ImageChops.difference(found.convert("L"), expected).point(lambda value: 255 if value > _LITTLE else 0)
        share = much.histogram()[255] / (found.width * found.height)
        assert share <= _FEW, f"{left} differs from {path} in {share:.2%} of its pixels"


@pytest.fixture
def golden(request: pytest.FixtureRequest, tmp_path: Path) -> GoldenFiles:
    return GoldenFiles(update=bool(request.config.getoption("--golden-update")), differing=tmp_path)
