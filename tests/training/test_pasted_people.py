"""Forty people pasted from Excel, from Word and from a chat: three really different texts of the same list.

tests/training/pasted/expected.tsv is the list that the texts were written from: name, year, sex, position, unit,
telephone.
"""

from pathlib import Path

import pytest

from nscl_desktop.domain.courses.pasted import PastedPerson, read_people
from nscl_desktop.domain.courses.pasted_pieces import born, person_name, phone, piece

PASTED = Path(__file__).parent / "pasted"
EXPECTED = [line.split("\t") for line in (PASTED / "expected.tsv").read_text("utf-8").splitlines()]


def read(name: str) -> tuple[PastedPerson, ...]:
    return read_people((PASTED / f"{name}.txt").read_text("utf-8")).people


@pytest.mark.parametrize("name", ["excel", "word", "chat"])
def test_forty_names_come_out_of_each_text_with_year_unit_and_telephone(name: str) -> None:
    found = [(each.name, str(each.birth_year), each.unit, each.phone) for each in read(name)]
    assert found == [(who, year, unit, number) for who, year, _, _, unit, number in EXPECTED]


@pytest.mark.parametrize(("name", "least"), [("excel", 40), ("word", 40), ("chat", 28)])
def test_positions_are_told_from_units_where_a_text_has_them(name: str, least: int) -> None:
    pairs = [(each.title, want[3]) for each, want in zip(read(name), EXPECTED, strict=True) if each.title]
    assert [got.casefold() for got, _ in pairs] == [want.casefold() for _, want in pairs]
    assert len(pairs) == least


def test_sex_is_taken_from_columns_and_forms_of_address_and_never_guessed() -> None:
    assert [each.sex for each in read("excel")] == [want[2] for want in EXPECTED]
    word = [(each.sex, want[2]) for each, want in zip(read("word"), EXPECTED, strict=True)]
    assert all(got in ("", want) for got, want in word)
    assert sum(bool(got) for got, _ in word) == 32  # every fifth line has no Ông or Bà
    assert [each.name for each in read("chat") if each.sex] == [want[0] for want in EXPECTED[3::6]]


@pytest.mark.parametrize(("name", "lines"), [("excel", [1, 47]), ("word", [1, 2, 4, 5, 48, 49]), ("chat", [1, 25, 50])])
def test_lines_that_name_nobody_are_handed_back(name: str, lines: list[int]) -> None:
    found = read_people((PASTED / f"{name}.txt").read_text("utf-8"))
    assert [line for line, _ in found.skipped] == lines


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Nguyễn Văn A - 1985 - Công ty X - 0901 234 567", ("Nguyễn Văn A", 1985, "Công ty X", "", "0901234567")),
        ("3) ThS. Trần Thị B; Sở Công Thương; chuyên viên", ("Trần Thị B", 0, "Sở Công Thương", "Chuyên viên", "")),
        ("Đ/c Lê C, Trường THPT Lê Lợi, SĐT 0912.345.678",
         ("Lê C", 0, "Trường THPT Lê Lợi", "", "0912345678")),
        ("Trương Văn Công", ("Trương Văn Công", 0, "", "", "")),
        ("Nguyễn Văn D (1979) Giám đốc HTX Mãng cầu", ("Nguyễn Văn D", 1979, "HTX Mãng cầu", "Giám đốc", "")),
        ("Tên người lạ Xyz", ("", 0, "", "", "")),
        ("- Họ tên: Phạm Thị E | Năm sinh: 1990 | Đơn vị: Xưởng gốm Gia Huy",
         ("Phạm Thị E", 1990, "Xưởng gốm Gia Huy", "", "")),
        ("Võ F, Tổ 3 ấp 4, Nhóm hàng xóm cũ", ("Võ F", 0, "Tổ 3 ấp 4, Nhóm hàng xóm cũ", "", "")),
    ],
)  # fmt: skip
def test_single_lines_of_many_kinds(line: str, expected: tuple[str, int, str, str, str]) -> None:
    found = read_people(line).people or (PastedPerson(1, ""),)
    assert (found[0].name, found[0].birth_year, found[0].unit, found[0].title, found[0].phone) == expected


def test_a_table_of_family_and_given_names_is_joined_and_groups_give_the_unit() -> None:
    text = (
        "STT\tHọ đệm\tTên\tEmail\tGiới tính\n(1)\t(2)\t(3)\t(4)\t(5)\nI. Sở Nội vụ\n"
        "1\tLê Thị\tHoa\tHOA@tayninh.gov.vn\tNữ\n2\tÂu Dương\tMinh\t\t\n\n3\tH'Bia Niê\tKđăm\t\tNữ"
    )
    people = read_people(text).people
    assert [(each.name, each.email, each.sex, each.unit) for each in people] == [
        ("Lê Thị Hoa", "hoa@tayninh.gov.vn", "female", "Sở Nội vụ"), ("Âu Dương Minh", "", "", "Sở Nội vụ"),
        ("H'bia Niê Kđăm", "", "female", "Sở Nội vụ"),
    ]  # fmt: skip


def test_a_table_without_headings_follows_what_its_columns_mostly_are() -> None:
    text = (
        "1\tNguyễn Thị An\t1985\tCông ty TNHH An\n2\tTrần Văn Bình\t1990\tMinh Phát\n3\tLê C\t1991\tHTX Ba\n"
        "4\tĐỗ D\tx y\tz"
    )
    assert [each.unit for each in read_people(text).people] == ["Công ty TNHH An", "Minh Phát", "HTX Ba", "z"]
    parted = "Họ tên | Đơn vị | Ghi chú\nLê An | HTX Hai | ăn chay\nVõ Bé | HTX Ba |"
    assert [(each.unit, each.note) for each in read_people(parted).people] == [("HTX Hai", "ăn chay"), ("HTX Ba", "")]
    assert read_people("").people == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("912345678", "0912345678"), ("+84 912 345 678", "0912345678"), ("0912.345.678", "0912345678"),
     ("02763.822.345", "02763822345"), ("12345678", ""), ("2026-05-11", ""), ("An", "")],
)  # fmt: skip
def test_telephones_get_their_nought_back(text: str, expected: str) -> None:
    assert phone(text) == expected


def test_pieces_say_what_they_are() -> None:
    assert [born(each) for each in ("1985", "05/9/1985", "9/1985", "1985-09-05", "1850", "x")] == [
        "1985", "1985", "1985", "1985", "", "",
    ]  # fmt: skip
    assert piece("Email: An@X.vn").value == "an@x.vn"
    assert piece("sinh năm 1985") == ("born", "1985", True)
    assert piece("Sinh viên").what == "other"
    assert person_name("Bà Ông Thị Liễu") == ("Ông Thị Liễu", "female", True)
    assert person_name("NGUYỄN  THỊ AN")[0] == "Nguyễn Thị An"
    assert person_name("An")[0] == ""


def test_odd_headings_spaces_and_names_are_understood() -> None:
    assert read_people("Họ và tên\tNăm sinh") == ((), ())
    table = "Họ tên\tĐơn vị\nY Kđăm Êban Buônya Hmôk Hwing Niê\tSở Y tế\nTổng\t"
    assert [each.name for each in read_people(table).people] == ["Y Kđăm Êban Buônya Hmôk Hwing Niê"]
    assert read_people("Lê An; Số  điện thoại:  0912 345 678").people[0].phone == "0912345678"
    assert read_people("Lê An; Công ty TNHH Lê Nguyễn, Trần Phát").people[0].unit == "Công ty TNHH Lê Nguyễn, Trần Phát"
