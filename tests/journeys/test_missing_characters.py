"""Characters that the paper's fonts lack are told on the command line, beside the file that is written all the same."""

from pathlib import Path

import pytest

from nscl_desktop.cli import main
from nscl_desktop.resource_files import resource_path
from tests.journeys.commands import run

LINE = "Đăng báo, tờ rơi, phóng sự"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Tây Ninh's plan with a Chinese character in its first item."""
    source = resource_path("samples", "TN-2021.json").read_text("utf-8")
    assert LINE in source
    plan, data = tmp_path / "plan.json", tmp_path / "nscl.db"
    plan.write_text(source.replace(LINE, f"漢 {LINE}"), "utf-8")
    assert main(["plan-import", str(plan), "--data", str(data)]) == 0
    return data


def test_a_pdf_is_written_and_the_missing_character_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = data.parent / "phu luc.pdf"
    answer = run(capsys, "appendix", "TN-2021", "--data", data, "-o", target)
    assert answer.code == 0
    assert target.read_bytes().startswith(b"%PDF")
    assert answer.err == (
        "Lưu ý: Phông chữ thiếu ký tự “漢”, bản in có thể hiện ô trống ở đó; hãy thay bằng ký tự khác.\n"
    )


def test_office_files_take_the_fonts_of_the_machine_that_opens_them(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = run(capsys, "appendix", "TN-2021", "--data", data, "-o", data.parent / "phu luc.xlsx")
    assert (answer.code, answer.err) == (0, "")
