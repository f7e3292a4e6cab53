"""The nine daily papers as they are shipped: made from their wording, filled whole or bare, layout by NĐ 30/2020."""

import io
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.shared import Mm

from nscl_desktop.reports.templates import BLANK, fill, open_fields, template_names, template_path
from nscl_desktop.resource_files import resource_path
from nscl_desktop.services.daily_papers import PAPERS, DailyPaper
from nscl_desktop.services.paper_fields import FIELDS, Subject
from tests.dossiers.paper_values import BARE_PAPERS, FULL_PAPERS
from tests.dossiers.template_texts import templates
from tests.reports.libreoffice import needs_libreoffice, page_texts

NAMES = [name for name, title in PAPERS if DailyPaper(name, title).subject in (Subject.DOSSIER, Subject.ROUND)]
WITHOUT_PLACE = {"bien-ban-hop-xet-chon", "bien-ban-kiem-tra", "bien-ban-hop-nghiem-thu", "bien-ban-nghiem-thu"}


def text_of(data: bytes) -> str:
    with ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("word/document.xml").decode()
    document = docx.Document(io.BytesIO(data))
    assert "{{" not in xml
    assert "{%" not in xml
    paragraphs = (node for node in document.element.body.iter() if node.tag.endswith("}p"))
    return "\n".join("".join(each.text or "" for each in node.iter() if each.tag.endswith("}t")) for node in paragraphs)


def test_the_shipped_files_are_made_from_the_wording(request: pytest.FixtureRequest) -> None:
    made = templates()
    folder = resource_path("templates")
    if request.config.getoption("--golden-update"):
        for name, data in made.items():
            (folder / f"{name}.docx").write_bytes(data)
    assert {name: (folder / f"{name}.docx").read_bytes() == data for name, data in made.items()} == dict.fromkeys(
        made, True
    )


def test_nine_papers_of_dossiers_two_of_courses_and_one_of_work_are_shipped() -> None:
    assert set(template_names(None)) == {name for name, _ in PAPERS}
    assert (len(NAMES), len(PAPERS)) == (9, 12)


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_of_a_full_dossier_leaves_nothing_open(name: str) -> None:
    path = template_path(name, None)
    found = open_fields(path, FULL_PAPERS[name])
    assert (found.unknown, found.empty) == ((), ())
    text = text_of(fill(path, FULL_PAPERS[name]))
    assert BLANK not in text
    assert "Một trăm hai mươi triệu đồng" in text or name not in ("hop-dong", "phieu-dang-ky", "bien-ban-nghiem-thu")


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_of_a_bare_dossier_lists_each_open_field_with_what_it_means(name: str) -> None:
    path = template_path(name, None)
    found = open_fields(path, BARE_PAPERS[name])
    assert found.unknown == ()
    assert len(found.empty) > 10
    assert [each for each in found.empty if each not in FIELDS] == []
    assert BLANK in text_of(fill(path, BARE_PAPERS[name]))


def test_a_payment_request_asks_for_what_was_accepted_less_what_was_advanced() -> None:
    text = text_of(fill(template_path("giay-de-nghi-thanh-toan", None), FULL_PAPERS["giay-de-nghi-thanh-toan"]))
    for shown in ("120.000.000", "36.000.000", "84.000.000", "Tám mươi tư triệu đồng"):  # 120 − 36 = 84
        assert shown in text


def test_a_reminder_names_what_is_late_and_by_how_many_days() -> None:
    text = text_of(fill(template_path("cong-van-don-doc", None), FULL_PAPERS["cong-van-don-doc"]))
    assert "Bước kiểm tra\n15/9/2021\n91" in text  # 15 September to 15 December: 15 + 31 + 30 + 15 days
    assert "Kế hoạch số 950/KH-UBND ngày 30 tháng 3 năm 2021 của Ủy ban nhân dân tỉnh Tây Ninh" in text


@pytest.mark.parametrize("name", ["hop-dong", "bien-ban-kiem-tra", "bien-ban-hop-nghiem-thu"])
def test_bases_end_with_semicolons_and_the_last_with_a_full_stop(name: str) -> None:
    """NĐ 30/2020, Phụ lục I: each on a line of its own."""
    bases = [
        each for each in text_of(fill(template_path(name, None), FULL_PAPERS[name])).split("\n") if "Căn cứ" in each
    ]
    assert [each[-1] for each in bases] == [";", "."]


@pytest.mark.parametrize("name", ["bien-ban-kiem-tra", "giay-de-nghi-thanh-toan", "thanh-ly-hop-dong"])
def test_a_form_to_be_filled_by_hand_claims_no_sum_of_nought(name: str) -> None:
    text = text_of(fill(template_path(name, None), BARE_PAPERS[name]))
    assert "0 đồng" not in text
    assert "0" not in text.split("\n")


@pytest.mark.parametrize("name", NAMES)
def test_page_and_frame_are_those_of_the_decree(name: str) -> None:
    """NĐ 30/2020, Phụ lục I: A4, margins 20–25, 20–25, 30–35, 15–20 mm; minutes bear no place and date (Mẫu 1.9)."""
    path = template_path(name, None)
    section = docx.Document(str(path)).sections[0]
    width, height = section.page_width, section.page_height
    assert width is not None
    assert height is not None
    assert (round(width.mm), round(height.mm)) == (210, 297)
    for margin, least, most in (
        (section.top_margin, 20, 25), (section.bottom_margin, 20, 25), (section.left_margin, 30, 35),
        (section.right_margin, 15, 20),
    ):  # fmt: skip
        assert margin is not None
        assert Mm(least) - 2000 <= margin <= Mm(most)
    assert section.different_first_page_header_footer
    text = text_of(fill(path, FULL_PAPERS[name]))
    assert text.index("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") < text.index("Độc lập - Tự do - Hạnh phúc")
    assert "./." in text
    if name in WITHOUT_PLACE:
        assert "Tây Ninh, ngày" not in text
        assert "Số: 05/BB-TĐC" in text
        assert "Lưu: VT, Hồ sơ." in text


@needs_libreoffice
def test_signatures_never_stand_alone_on_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(fill(template_path("bien-ban-hop-nghiem-thu", None), FULL_PAPERS["bien-ban-hop-nghiem-thu"]))
    pages = page_texts(path)
    assert len(pages) == 2
    assert pages[1].index("Cuộc họp kết thúc vào") < pages[1].index("THƯ KÝ")


@needs_libreoffice
def test_who_gets_a_paper_never_stands_alone_on_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(fill(template_path("bien-ban-hop-nghiem-thu", None), BARE_PAPERS["bien-ban-hop-nghiem-thu"]))
    pages = page_texts(path)
    assert len(pages) == 2
    assert pages[1].index("THƯ KÝ") < pages[1].index("Nơi nhận")
