"""A plan whose signer has a picture of the signature, printed by command with it and without it."""

import json
import zipfile
from pathlib import Path

import pytest

from nscl_desktop.paths import attachments_of
from nscl_desktop.reports.pages import PageRenderer
from nscl_desktop.storage.attachments import keep_file
from tests.journeys.commands import run
from tests.reports.builders import signature_picture


@pytest.fixture
def data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A data file with Tây Ninh's plan, whose signer signs the appendix with a picture."""
    source, plan, data = tmp_path / "source.db", tmp_path / "plan.json", tmp_path / "office" / "nscl.db"
    picture = tmp_path / "chu-ky.png"
    picture.write_bytes(signature_picture())
    data.parent.mkdir()
    assert run(capsys, "sample", "--data", source).code == 0
    assert run(capsys, "plan-export", "TN-2021", "--data", source, "-o", plan).code == 0
    read = json.loads(plan.read_text("utf-8"))
    (signer,) = read["plan"]["signer"]
    signer["image"], signer["on_appendix"] = keep_file(picture, attachments_of(data)).sha256, True
    plan.write_text(json.dumps(read), "utf-8")
    assert run(capsys, "plan-import", plan, "--data", data).code == 0
    return data


def has_picture(path: Path) -> bool:
    """Whether the signature is in a printed file."""
    if path.suffix != ".pdf":
        with zipfile.ZipFile(path) as parts:
            return any("/media/" in name for name in parts.namelist())
    renderer = PageRenderer(path)
    pages = len(renderer.page_sizes().result())
    last = renderer.render(pages - 1, 1.0).result()
    renderer.close()
    return any(blue - red > 80 for blue, red in zip(last.pixels[0::4], last.pixels[2::4], strict=True))


@pytest.mark.parametrize("kind", [".pdf", ".docx", ".xlsx"])
def test_the_signature_is_printed_into_every_kind_of_file(
    kind: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"phu-luc{kind}"
    answer = run(capsys, "appendix", "TN-2021", "--data", data, "-o", path)
    assert (answer.code, answer.err) == (0, "")
    assert has_picture(path)


@pytest.mark.parametrize("kind", [".pdf", ".docx", ".xlsx"])
def test_where_the_picture_is_missing_room_is_left_and_told(
    kind: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for kept in attachments_of(data).iterdir():
        kept.chmod(0o644)
        kept.unlink()
    path = tmp_path / f"phu-luc{kind}"
    answer = run(capsys, "appendix", "TN-2021", "--data", data, "-o", path)
    assert answer.code == 0
    assert answer.err == (
        "Lưu ý: Ảnh chữ ký của Nguyễn Mạnh Hùng không có trên máy này nên bản in để trống chỗ ký;"
        " hãy thêm lại ảnh ở trang Thông tin.\n"
    )
    assert not has_picture(path)
