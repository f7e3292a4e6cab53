"""A list out of the register opens in Excel as it was shown: codes as text, numbers as numbers, no live formula."""

from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook

from nscl_desktop.reports.register_sheet import write_register

HEADINGS = ("Tên đơn vị", "Mã số thuế", "Lao động", "Ghi chú")
ROWS = (
    ("Công ty TNHH Tân Phát", "0100109106", Decimal("12.5"), "=1+1"),
    ("Hợp tác xã Bình Minh", "", None, ""),
)


def test_codes_stay_text_numbers_are_numbers_and_formulas_are_words(tmp_path: Path) -> None:
    target = tmp_path / "danh sách.xlsx"
    write_register(target, HEADINGS, ROWS)
    sheet = load_workbook(target)["Danh sách"]
    assert [cell.value for cell in sheet[1]] == list(HEADINGS)
    assert [(cell.value, cell.data_type) for cell in sheet[2]] == [
        ("Công ty TNHH Tân Phát", "s"), ("0100109106", "s"), (12.5, "n"), ("=1+1", "s"),
    ]  # fmt: skip
    assert [cell.value for cell in sheet[3]] == ["Hợp tác xã Bình Minh", None, None, None]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:D3")


def test_an_empty_list_has_its_headings(tmp_path: Path) -> None:
    write_register(tmp_path / "a.xlsx", HEADINGS, ())
    assert load_workbook(tmp_path / "a.xlsx")["Danh sách"].max_row == 1
    write_register(tmp_path / "b.xlsx", (), ())
    assert load_workbook(tmp_path / "b.xlsx").sheetnames == ["Danh sách"]
