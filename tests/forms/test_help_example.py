"""The form printed whole in the office's guide works as it says."""

import re

import pytest

from nscl_desktop.domain.forms.document import build_appendix
from nscl_desktop.domain.forms.faults import FormError
from nscl_desktop.domain.forms.parsing import parse_form
from nscl_desktop.resource_files import resource_path
from tests.forms.printing import sample
from tests.forms.soundness import assert_sound, header_texts

GUIDE = resource_path("help", "mau-phu-luc.md").read_text(encoding="utf-8")


EXAMPLE = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)[0]


def test_the_fault_shown_in_the_guide_is_the_one_that_is_told() -> None:
    with pytest.raises(FormError) as told:
        parse_form(EXAMPLE.replace("width = 10 ", "witdh = 10 "), "mau-cua-toi.toml")

    assert f"“{told.value.sentence.removesuffix('.')}”" in " ".join(GUIDE.split())


def test_the_example_of_the_guide_prints_a_plan() -> None:
    doc = build_appendix(parse_form(EXAMPLE, "mau-cua-toi.toml"), sample("BG-2021-2025"))

    assert_sound(doc)
    assert doc.heading.title == "DỰ TOÁN CHI TIẾT KINH PHÍ GIAI ĐOẠN 2021-2025"
    assert header_texts(doc.tables[0])[0][5:] == [
        "Thành tiền", "Năm 2022", "Năm 2023", "Năm 2024", "Năm 2025", "Tỷ trọng", "Cơ quan chủ trì",
    ]  # fmt: skip
    assert doc.tables[0].number_row[5] == "(6)=(4)×(5)"
    assert doc.tables[0].rows[-1].cells[5].amount == 14_767_550_000
    assert [signer.authority for signer in doc.signatures.signers] == [("NGƯỜI LẬP BIỂU",), ("THỦ TRƯỞNG ĐƠN VỊ",)]
