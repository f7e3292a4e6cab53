"""Which papers there are, what is typed for one printing, what the files are called, what a wrong field is told."""

import pytest

from nscl_desktop.domain.errors import InputError
from nscl_desktop.services.daily_papers import (
    PAPERS,
    ROUND_PAPER,
    DailyPaper,
    file_names,
    listed,
    typed_rows,
    with_typed,
)
from nscl_desktop.services.dossier_papers import Values, dossier_values
from nscl_desktop.services.paper_fields import FIELDS, Subject, Where, fields_for, unknown_sentence
from tests.dossiers.paper_values import FULL, full_round

CONTRACT = DailyPaper("hop-dong", "Hợp đồng")


def test_the_nine_stand_in_the_order_of_a_dossiers_life_and_the_offices_own_follow() -> None:
    names = [name for name, _ in PAPERS]
    found = listed([*reversed(names), "zz", "giay-moi"], ["hop-dong", "giay-moi"])
    assert [each.name for each in found] == [*names, "giay-moi", "zz"]
    assert [each.name for each in found if each.is_own] == ["hop-dong", "giay-moi", "zz"]
    assert [each.name for each in found if each.subject is Subject.ROUND] == [ROUND_PAPER]
    assert listed(["hop-dong"], []) == (CONTRACT,)


def test_what_is_typed_fills_only_what_the_data_leaves_empty() -> None:
    values: Values = {
        "so": "", "chu_tri": "An", "hop_dong": {"so": "", "noi_ky": "đã có"},
        "muc": ({"danh_gia": ""}, {"danh_gia": "Tốt"}), "thanh_vien": (), "can_cu": ({"van_ban": "A"},),
    }  # fmt: skip
    found = with_typed(
        values,
        {
            "so": " 05 ", "chu_tri": "Hà", "hop_dong.so": "9/HĐ", "hop_dong.noi_ky": "khác", "hop_dong.gia_tri": "lạ",
            "muc[].danh_gia": "Đạt", "thanh_vien": "An; Trưởng; Chủ trì\n\nHà", "can_cu": "B",
            "ben_a.ten": "không có nhóm",
            "chi_so[].ten": "không có dòng", "khong.biet": "x", "ket_luan": "không có trường", "dia_diem": "  ",
        },
    )  # fmt: skip
    assert found == {
        "so": "05", "chu_tri": "An", "hop_dong": {"so": "9/HĐ", "noi_ky": "đã có"},
        "muc": ({"danh_gia": "Đạt"}, {"danh_gia": "Tốt"}), "can_cu": ({"van_ban": "A"},),
        "thanh_vien": (
            {"ho_ten": "An", "chuc_vu": "Trưởng", "vai_tro": "Chủ trì"}, {"ho_ten": "Hà", "chuc_vu": "", "vai_tro": ""},
        ),
    }  # fmt: skip
    assert values["so"] == ""


def test_a_legal_basis_may_hold_semicolons_but_a_person_has_three_parts() -> None:
    assert typed_rows("can_cu", "Kế hoạch; bổ sung") == ({"van_ban": "Kế hoạch; bổ sung"},)
    with pytest.raises(InputError, match="mỗi người một dòng theo mẫu: họ và tên; chức vụ; vai trò"):
        typed_rows("thanh_vien", "An; Trưởng; Chủ trì; thêm")


def test_files_are_called_by_paper_code_and_unit_and_told_apart() -> None:
    subjects = [("HS-01", "Bột mì <Gò Dầu>"), ("hs-01", "bột mì <gò dầu>"), ("", "Âu/Lạc."), ("", "")]
    assert file_names(CONTRACT, subjects) == [
        "Hợp đồng - HS-01 - Bột mì -Gò Dầu.docx", "Hợp đồng - hs-01 - bột mì -gò dầu (2).docx",
        "Hợp đồng - Âu-Lạc.docx", "Hợp đồng.docx",
    ]  # fmt: skip
    assert file_names(DailyPaper("x", "con"), [()]) == ["con_.docx"]
    assert len(file_names(CONTRACT, [("a" * 200, "b" * 200)])[0]) < 150


def test_every_field_that_the_data_gives_is_explained() -> None:
    for values, subject in ((dossier_values(FULL), Subject.DOSSIER), (full_round(), Subject.ROUND)):
        names = set()
        for name, value in values.items():
            if isinstance(value, dict):
                names |= {f"{name}.{each}" for each in value}
            else:
                names.add(name)
                names |= {f"{name}[].{each}" for row in value if isinstance(row, dict) for each in row}
        explained = {each.name for each in fields_for(subject)}
        assert names <= explained | {"co_quan." + name for name in ("x",)}
    assert FIELDS["co_quan.ten"].is_typed
    assert FIELDS["ben_b.tai_khoan"].where is Where.HERE
    assert not FIELDS["don_vi.ten"].is_typed


def test_a_wrong_field_is_named_with_the_one_that_was_meant() -> None:
    assert unknown_sentence("don_vi.dia_chu", Subject.DOSSIER) == (
        "Không có trường trộn “don_vi.dia_chu”. Có phải là “don_vi.dia_chi” không? "
        "Hãy mở mẫu bằng Word và sửa; xem bảng trường trộn."
    )
    assert "Có phải" not in unknown_sentence("zzz", Subject.ROUND)
