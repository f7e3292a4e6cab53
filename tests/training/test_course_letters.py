"""Invitations and certificates filled from the shipped Word templates: nothing unknown, nothing left in marks."""

import io
from dataclasses import replace
from zipfile import ZipFile

import docx
import pytest

from nscl_desktop.domain.courses.whole import WholeCourse
from nscl_desktop.domain.training import Person
from nscl_desktop.reports.joined_docx import joined
from nscl_desktop.reports.templates import fill, open_fields, template_path
from nscl_desktop.services.course_letters import certificates, invitations
from nscl_desktop.services.daily_papers import CERTIFICATE, INVITATION, DailyPaper, listed, with_typed
from nscl_desktop.services.paper_fields import FIELDS, Subject, fields_for, unknown_sentence
from tests.training.small_courses import enrolment, sessions, whole

TYPED = {
    "co_quan.chu_quan": "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "co_quan.ten": "CHI CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG",
    "co_quan.ky_hieu": "TĐC", "co_quan.dia_danh": "Tây Ninh", "co_quan.quyen_han": "CHI CỤC TRƯỞNG",
    "co_quan.nguoi_ky": "Dương Quang Lâm", "co_quan.don_vi_soan": "TH", "ben_a.ten": "Chi cục TĐC", "so": "12",
    "ngay_ky": "ngày 02 tháng 4 năm 2026", "han_tra_loi": "ngày 05 tháng 5 năm 2026", "nguoi_lien_he": "Hà, 0901",
}  # fmt: skip


def course_of_four() -> WholeCourse:
    people = [
        enrolment(1, certificate="01/2026", certified_on="2026-05-20", title="Trưởng phòng"),
        enrolment(2, certificate="02/2026", certified_on="2026-05-20", copies=0),
        enrolment(3, unit="", enterprise_id="u1"), enrolment(4, unit=""),
    ]  # fmt: skip
    found = whole(
        *sessions(), *people, document="Kế hoạch số 12/KH-TĐC", documented_on="2026-04-02", date_from="2026-05-11",
        location="Hội trường A",
    )  # fmt: skip
    return replace(
        found, people={**found.people, "p1": Person(id="p1", name="Nguyễn Thị An", sex="female", birth_year=1985)}
    )


def text_of(data: bytes) -> str:
    with ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("word/document.xml").decode()
    assert "{{" not in xml
    assert "{%" not in xml
    body = docx.Document(io.BytesIO(data)).element.body
    paragraphs = (node for node in body.iter() if node.tag.endswith("}p"))
    return "\n".join("".join(each.text or "" for each in node.iter() if each.tag.endswith("}t")) for node in paragraphs)


def test_each_unit_gets_one_letter_with_its_people_and_each_person_without_unit_their_own() -> None:
    found = invitations(course_of_four(), {"u1": "Công ty An Phát"}, ())
    assert [each.name for each in found] == ["Sở KH&CN", "Công ty An Phát", "Phạm Mỹ Dung"]
    path = template_path(INVITATION, None)
    values = with_typed(found[0].values, TYPED)
    found_open = open_fields(path, values)
    assert (found_open.unknown, found_open.empty) == ((), ())
    text = text_of(fill(path, values))
    assert "Thực hiện Kế hoạch số 12/KH-TĐC ngày 02 tháng 4 năm 2026, Chi cục TĐC trân trọng kính mời" in text
    assert "1\nNguyễn Thị An\nTrưởng phòng\n2\nTrần Văn Bình" in text
    assert "Sáng 11/5/2026\nLý thuyết" in text
    assert [each.name for each in invitations(course_of_four(), {}, ["e4"])] == ["Phạm Mỹ Dung"]
    assert [each.name for each in invitations(whole(), {}, ())] == ["Công cụ 5S"]


def test_a_certificate_is_an_original_once_and_a_copy_from_then_on() -> None:
    course = course_of_four()
    assert [each.key for each in certificates(course, {}, ())] == ["e1"]  # the other one was printed before
    assert [each.key for each in certificates(course, {}, ["e1", "e2", "e3"])] == ["e1", "e2"]
    path = template_path(CERTIFICATE, None)
    texts = []
    for letter in certificates(course, {}, ["e1", "e2"]):
        values = with_typed(letter.values, TYPED)
        assert open_fields(path, values).unknown == ()
        texts.append(fill(path, values))
    first, second = map(text_of, texts)
    assert "Bà: Nguyễn Thị An" in first
    assert "Số: 01/2026" in first
    assert ("BẢN SAO" in first, "BẢN SAO" in second) == (False, True)
    assert "Ông/Bà: Trần Văn Bình" in second
    section = docx.Document(io.BytesIO(joined(texts))).sections[0]
    assert (section.page_width or 0) > (section.page_height or 0)
    printed = replace(course, enrolments=tuple(replace(each, copies=1) for each in course.enrolments))
    assert [each.key for each in certificates(printed, {}, ())] == ["e1", "e2"]


def test_every_field_of_courses_is_explained_and_a_wrong_one_is_named() -> None:
    known = {each.name for each in fields_for(Subject.COURSE)}
    for letter in (*invitations(course_of_four(), {}, ()), *certificates(course_of_four(), {}, ())):
        for name, value in letter.values.items():
            if isinstance(value, dict):
                assert {f"{name}.{each}" for each in value} <= known
            else:
                assert name in known
                assert all(f"{name}[].{each}" in known for row in value if isinstance(row, dict) for each in row)
    assert "lop.ten" in unknown_sentence("lop.tem", Subject.COURSE)
    assert FIELDS["lop.ten"].where.value == "Tab Đào tạo, trang của lớp"


@pytest.mark.parametrize(
    ("name", "subject"),
    [("giay-chung-nhan", Subject.COURSE), ("giay-chung-nhan-tfp", Subject.COURSE), ("giay-moi-lop", Subject.COURSE),
     ("hop-dong", Subject.DOSSIER), ("bien-ban-hop-xet-chon", Subject.ROUND)],
)  # fmt: skip
def test_the_name_of_a_template_says_what_it_is_printed_of(name: str, subject: Subject) -> None:
    assert DailyPaper(name, name).subject is subject
    assert listed([name], [])[0].name == name
