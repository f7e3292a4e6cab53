"""An office writes a form of its own, puts it into its folder, mends what it is told, and prints with it."""

import json
from pathlib import Path
from typing import Any

import pytest

from nscl_desktop.cli import main
from tests.journeys.printed_files import READERS, read

OWN_FORM = """\
id = "so-khcn"
name = "Mẫu của Sở Khoa học và Công nghệ"
layout = "Mỗi mục lớn một bảng, nghìn đồng, hai người ký; A4 dọc"
orientation = "portrait"
unit = "nghin"
place_date = true

[heading]
label = "Biểu số 01"
title = "Thuyết minh dự toán kinh phí {years}"

[[block]]
kind = "paragraph"
text = "ĐVT: {unit}"
align = "right"
italic = true

[[block]]
each = "section"

[[block.block]]
kind = "paragraph"
text = "{heading}"
bold = true
heading = 1

[[block.block]]
kind = "table"
number_row = true
total_label = "Cộng"

[[block.block.column]]
kind = "number"
title = "Số TT"

[[block.block.column]]
kind = "text"
title = "Nội dung chi"
width = 70

[[block.block.column]]
id = "sl"
kind = "quantity"
title = "Số lượng"

[[block.block.column]]
id = "gia"
kind = "price"
title = "Đơn giá"

[[block.block.column]]
kind = "amount"
title = "Thành tiền"
number = "={sl}×{gia}"

[[block]]
kind = "table"
rows = "total"

[[block.column]]
kind = "amount"
title = "Tổng kinh phí"

[[signature]]
authority = ["Người lập biểu"]
note = "(Ký, ghi rõ họ tên)"

[[signature]]
authority = ["TL. Giám đốc", "Chi cục trưởng"]
note = "(Ký, đóng dấu)"
"""


@pytest.fixture
def forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The office's folder of forms, with one form in it."""
    monkeypatch.setenv("NSCL_HOME", str(tmp_path / "nha"))
    folder = tmp_path / "nha" / "forms"
    folder.mkdir(parents=True)
    (folder / "mau-so.toml").write_text(OWN_FORM, "utf-8")
    return folder


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data file with the three source plans."""
    path = tmp_path_factory.mktemp("data") / "nscl.db"
    assert main(["sample", "--data", str(path)]) == 0
    return path


def _known(capsys: pytest.CaptureFixture[str]) -> Any:  # noqa: ANN401 - JSON is any
    capsys.readouterr()
    assert main(["forms", "--json"]) == 0
    return [form["id"] for form in json.loads(capsys.readouterr().out)]


def test_an_own_form_stands_behind_the_shipped_ones(forms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _known(capsys) == ["tay-ninh", "bac-giang", "binh-duong", "tong-hop", "so-khcn"]


@pytest.mark.parametrize(
    ("plan", "total", "of_sections"),
    [
        ("BD-2021-2030", "13.489.400", ["5.835.200", "7.654.200"]),
        ("TN-2021", "1.687.290", ["40.600", "116.690", "1.230.000", "300.000"]),
        ("BG-2021-2025", "14.767.550", ["2.230.000", "9.611.600", "960.000", "540.000"]),
    ],
)
@pytest.mark.parametrize("kind", READERS)
def test_every_plan_prints_in_it(
    kind: str, plan: str, total: str, of_sections: list[str], forms: Path, data: Path, tmp_path: Path
) -> None:
    path = tmp_path / f"bieu{kind}"

    assert main(["appendix", plan, "--form", "so-khcn", "--data", str(data), "-o", str(path)]) == 0

    text = read(path)
    assert [figure for figure in (total, *of_sections) if figure not in text.split()] == []
    for words in ("Biểu số 01", "THUYẾT MINH DỰ TOÁN KINH PHÍ", "ĐVT: nghìn đồng", "Nội dung chi", "(5)=(3)×(4)"):
        assert words in text
    assert "NGƯỜI LẬP BIỂU" in text
    assert "CHI CỤC TRƯỞNG" in text
    assert "(Bằng chữ: " in text


def test_a_plan_can_have_it_as_its_own(forms: Path, data: Path, tmp_path: Path) -> None:
    exported, other = tmp_path / "tn.json", tmp_path / "khac.db"
    assert main(["plan-export", "TN-2021", "--data", str(data), "-o", str(exported)]) == 0
    exported.write_text(exported.read_text("utf-8").replace('"form": "tay-ninh"', '"form": "so-khcn"'), "utf-8")
    assert main(["plan-import", str(exported), "--data", str(other)]) == 0

    assert main(["appendix", "TN-2021", "--data", str(other), "-o", str(tmp_path / "a.pdf")]) == 0

    assert "Biểu số 01" in read(tmp_path / "a.pdf")


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ('kind = "quantity"', 'kind = "quantiti"', "khóa block[2].block[2].column[3].kind: không có lựa chọn"),
        ("width = 70", "witdh = 70", "khóa block[2].block[2].column[2].witdh: không có khóa này"),
        ("{years}", "{yeer}", "khóa heading.title: không có trường {yeer} ở đây"),
        ("={sl}×{gia}", "={sl}×{giá}", "khóa block[2].block[2].column[5].number: không có trường {giá} ở đây"),
        ('unit = "nghin"', "unit = nghin", "giá trị không đọc được; chữ phải nằm trong dấu ngoặc kép"),
    ],
)
def test_a_fault_is_told_with_file_line_and_key_and_nothing_is_printed(
    right: str, wrong: str, told: str, forms: Path, data: Path, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    file, paper = forms / "mau-so.toml", tmp_path / "a.pdf"
    printing = ["appendix", "TN-2021", "--form", "so-khcn", "--data", str(data), "-o", str(paper)]
    faulty = OWN_FORM.replace(right, wrong, 1)
    line = next(number for number, text in enumerate(faulty.splitlines(), start=1) if wrong in text)
    file.write_text(faulty, "utf-8")
    capsys.readouterr()

    assert main(printing) == 64

    sentence = capsys.readouterr().err
    assert "mau-so.toml" in sentence
    assert f"dòng {line}" in sentence
    assert told in sentence
    assert not paper.exists()

    # The other forms are not harmed, the list says what is wrong, and a mended form prints
    assert main(["appendix", "TN-2021", "--data", str(data), "-o", str(paper)]) == 0
    capsys.readouterr()
    assert main(["forms"]) == 0
    listed = capsys.readouterr()
    assert "so-khcn" not in listed.out
    assert f"dòng {line}" in listed.err
    file.write_text(OWN_FORM, "utf-8")
    assert main(printing) == 0


def test_a_form_file_can_be_named_by_its_path(forms: Path, data: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "mau-thu.toml"
    elsewhere.write_text(OWN_FORM.replace("Biểu số 01", "Biểu thử"), "utf-8")

    assert main(
        ["appendix", "TN-2021", "--form", str(elsewhere), "--data", str(data), "-o", str(tmp_path / "a.docx")]
    ) == 0  # fmt: skip

    assert "Biểu thử" in read(tmp_path / "a.docx")


def test_two_forms_of_one_id_are_refused_by_name(forms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (forms / "trung.toml").write_text(OWN_FORM, "utf-8")

    assert _known(capsys).count("so-khcn") == 1
    main(["forms"])
    assert "trung.toml: mã “so-khcn” đã dùng" in capsys.readouterr().err
