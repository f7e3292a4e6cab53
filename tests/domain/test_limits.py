"""What no field can hold is refused in one sentence that names the field; what reads wrongly is our fault."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.budget_lines import Allocation, Line
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.errors import Bug, InputError
from nscl_desktop.domain.fields import Place, Value
from nscl_desktop.domain.limits import accepted
from nscl_desktop.domain.plans import Attachment, Period, Plan, Signer
from nscl_desktop.domain.records import Record, fields_of
from nscl_desktop.domain.targets import Obligation


def _accepted(record_type: type[Record], name: str, value: Value) -> Value:
    return accepted(next(spec for spec in fields_of(record_type) if spec.name == name), value)


@pytest.mark.parametrize(
    ("record_type", "name", "value", "says"),
    [
        (Line, "price", -1, "“Đơn giá” không được âm"),
        (Line, "price", 10**15 + 1, "“Đơn giá” vượt quá 1.000.000.000.000.000 đồng"),
        (Line, "price", 10**20, "vượt quá"),
        (Allocation, "quantity", Decimal("1e9") + 1, "“Số lượng” vượt quá 1.000.000.000"),
        (Allocation, "quantity", Decimal("-0.1"), "không được âm"),
        (Plan, "year_to", 20255, "“Đến năm” phải từ 1900 đến 2199, không thể là 20255"),
        (Line, "month_from", 13, "phải từ 1 đến 12"),
        (Obligation, "day", 0, "phải từ 1 đến 31"),
        (Attachment, "size", -1, "phải từ 0"),
        (Line, "unit", "Lớp\nKhóa", "“Đơn vị tính” chỉ nhận một dòng"),
        (Signer, "authority", ("TM. ỦY BAN\nNHÂN DÂN",), "chỉ nhận một dòng"),
        (Line, "text", "x" * 20_001, "“Nội dung” dài 20.001 ký tự"),
        (Line, "text", "x" * 2_000_000, "dài 2.000.000 ký tự"),
        (Plan, "recipients", ("x" * 30_000,), "dài 30.000 ký tự"),
        (Line, "kind", "khác", "“Loại dòng” không có lựa chọn “khác”; hãy chọn một trong: Mục lớn"),
        (Plan, "date", "2021-02-30", "“Ngày ban hành” không phải một ngày có thật"),
        (Plan, "date", "30/3/2021", "không phải một ngày có thật"),
        (SalaryBase, "valid_from", "hôm nay", "“Áp dụng từ” không phải một ngày có thật"),
        (Plan, "code", "", "“Mã kế hoạch” không được để trống"),
        (Plan, "code", "  ", "“Mã kế hoạch” không được để trống"),
        (Period, "year_from", None, "“Từ năm” không được để trống"),
        (Plan, "version", None, "“Lần ban hành” không được để trống"),
    ],
)
def test_impossible_values_are_refused_in_one_sentence_naming_the_field(
    record_type: type[Record], name: str, value: Value, says: str
) -> None:
    with pytest.raises(InputError) as caught:
        _accepted(record_type, name, value)
    assert says in caught.value.sentence
    assert len(caught.value.sentence) < 300
    assert "\n" not in caught.value.sentence


@pytest.mark.parametrize(
    ("record_type", "name", "value", "kept"),
    [
        (Line, "price", 0, 0),
        (Line, "price", 10**15, 10**15),
        (Line, "price", None, None),
        (Allocation, "quantity", Decimal("0.5"), Decimal("0.5")),
        (Plan, "year_from", None, None),
        (Plan, "date", "2021-08", "2021-08"),
        (Plan, "date", "", ""),
        (Plan, "recipients", (" Như trên ", "", "Lưu: VT"), ("Như trên", "Lưu: VT")),
        (Line, "unit", "  Lo\u031b\u0301p ", "L\u1edbp"),
        (Line, "text", "Dòng một\r\nDòng hai", "Dòng một\nDòng hai"),
        (Line, "adds", False, False),
        (Line, "lead_id", None, None),
        (Line, "place", Place("", "a0"), Place("", "a0")),
    ],
)
def test_what_a_field_can_hold_is_kept_composed_and_trimmed(
    record_type: type[Record], name: str, value: Value, kept: Value
) -> None:
    assert _accepted(record_type, name, value) == kept


@pytest.mark.parametrize(
    ("record_type", "name", "value"),
    [
        (Line, "price", "15.000.000"),
        (Line, "price", Decimal(15)),
        (Line, "price", True),
        (Allocation, "quantity", 3),
        (Allocation, "quantity", Decimal("NaN")),
        (Allocation, "quantity", Decimal("Infinity")),
        (Line, "adds", 1),
        (Line, "text", 5),
        (Plan, "recipients", "Như trên"),
    ],
)
def test_a_value_of_another_type_is_our_fault_not_the_clerks(
    record_type: type[Record], name: str, value: Value
) -> None:
    with pytest.raises(Bug):
        _accepted(record_type, name, value)
