"""Forms as files: the shipped ones, the user's own, and what is wrong with files that cannot be used."""

import os
import sys
from pathlib import Path

import pytest

from nscl_desktop.domain.errors import EnvironmentProblem, InputError, UnreadableFileError
from nscl_desktop.domain.forms.general import offered_columns, with_columns
from nscl_desktop.exchange.form_files import find_form, general_form, list_forms, read_form
from tests.forms.printing import table_form

SHIPPED = ["tay-ninh", "bac-giang", "binh-duong", "tong-hop"]
OWN = table_form('kind = "text"', 'kind = "amount"').replace('id = "thu"', 'id = "cua-toi"')


def test_the_shipped_forms_are_known_with_name_and_layout() -> None:
    known = list_forms()

    assert [form.id for form in known.forms] == SHIPPED
    assert all(form.name and form.layout and "\n" not in form.layout for form in known.forms)
    assert not any(file.own for file in known.files)
    assert known.problems == ()


def test_own_forms_are_found_behind_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "mau cua toi.TOML").write_text(OWN, encoding="utf-8-sig")
    (tmp_path / "ghi chú.txt").write_text("không phải mẫu", encoding="utf-8")

    known = list_forms(tmp_path)

    assert [form.id for form in known.forms] == [*SHIPPED, "cua-toi"]
    assert known.files[-1].own
    assert find_form("cua-toi", tmp_path) == known.forms[-1]
    assert find_form(str(tmp_path / "mau cua toi.TOML")) == known.forms[-1]


def test_a_faulty_own_form_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(OWN.replace('name = "Thử"', ""), encoding="utf-8")
    (tmp_path / "b.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "c.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "d.toml").write_text(OWN.replace("cua-toi", "tay-ninh"), encoding="utf-8")

    known = list_forms(tmp_path)

    assert [form.id for form in known.forms] == [*SHIPPED, "cua-toi"]
    assert [problem.sentence for problem in known.problems] == [
        "Mẫu phụ lục a.toml có chỗ sai: dòng 1: thiếu khóa “name”.",
        "Mẫu phụ lục c.toml: mã “cua-toi” đã dùng cho mẫu “Thử”; hãy đổi “id”.",
        "Mẫu phụ lục d.toml: mã “tay-ninh” đã dùng cho mẫu “Bảng 10 cột theo đơn giá (Tây Ninh)”; hãy đổi “id”.",
    ]


def test_a_missing_folder_of_own_forms_is_an_empty_one(tmp_path: Path) -> None:
    assert [form.id for form in list_forms(tmp_path / "forms").forms] == SHIPPED


def test_an_unknown_form_is_refused_with_the_nearest_known_one(tmp_path: Path) -> None:
    (tmp_path / "hong.toml").write_text("x", encoding="utf-8")

    with pytest.raises(InputError) as told:
        find_form("tayninh", tmp_path)

    assert told.value.sentence.startswith(
        "Không có mẫu phụ lục “tayninh” (có phải là “tay-ninh”?); các mẫu hiện có: tay-ninh, bac-giang, "
    )
    assert "Mẫu phụ lục hong.toml có chỗ sai: dòng 1" in told.value.sentence


def test_files_that_are_no_forms_are_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "cp1258.toml").write_bytes('id = "a"\nname = "Mẫu"'.encode("utf-16"))
    (tmp_path / "to.toml").write_bytes(b"#" * 1_000_001)

    with pytest.raises(UnreadableFileError, match=r"cp1258\.toml, dòng 1: chữ không theo mã UTF-8"):
        read_form(tmp_path / "cp1258.toml")
    with pytest.raises(UnreadableFileError, match=r"to\.toml lớn hơn 1 MB"):
        read_form(tmp_path / "to.toml")
    with pytest.raises(UnreadableFileError, match="Không có tệp mẫu phụ lục"):
        find_form(str(tmp_path / "khong-co.toml"))


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the machine's administrator may read everything"
)
def test_a_folder_or_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "a.toml").chmod(0)
    assert isinstance(list_forms(tmp_path).problems[0], EnvironmentProblem)
    tmp_path.chmod(0)
    try:
        assert isinstance(list_forms(tmp_path).problems[0], EnvironmentProblem)
    finally:
        tmp_path.chmod(0o700)


def test_a_name_that_no_machine_can_open_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="Máy không cho đọc tệp mẫu phụ lục"):
        read_form(tmp_path / ("x" * 300 + ".toml"))


def test_columns_of_the_general_form_are_picked_in_any_order() -> None:
    form = general_form(["text", "total", "label"])

    (table,) = [block for block in form.blocks if hasattr(block, "printed")]
    assert [column.id for column in table.printed] == ["text", "total", "label"]
    assert find_form("tong-hop:text, total,label") == form


def test_the_columns_on_offer_have_vietnamese_names() -> None:
    offered = dict(offered_columns(find_form("tong-hop")))

    assert set(offered) == {
        "label", "number", "text", "unit", "quantity", "price", "total", "periods", "years", "quantities", "sources",
        "years-sources", "share", "lead", "partners", "schedule", "note",
    }  # fmt: skip
    assert offered["years-sources"] == "Kinh phí từng năm theo nguồn"
    assert offered_columns(find_form("tay-ninh")) == ()


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        (["text", "totl"], "Mẫu tong-hop không có cột “totl” (có phải là “total”?); chọn trong: label, "),
        (["text", "total", "text"], "Cột “text” được chọn hai lần; hãy bỏ một."),
        (["label", "total"], "Bảng phải có cột nội dung; hãy chọn thêm cột đó."),
        (["text", "share"], "Bảng phải có ít nhất một cột kinh phí; hãy chọn thêm cột đó."),
        ([], "Bảng phải có cột nội dung; hãy chọn thêm cột đó."),
    ],
)
def test_columns_that_make_no_table_are_refused(columns: list[str], sentence: str) -> None:
    with pytest.raises(InputError) as told:
        general_form(columns)

    assert told.value.sentence.startswith(sentence)


def test_a_form_of_fixed_columns_says_that_none_can_be_picked() -> None:
    with pytest.raises(InputError, match="Mẫu tay-ninh có các cột cố định"):
        with_columns(find_form("tay-ninh"), ["text"])
