"""The questionnaire of a survey on paper: no Biên bản, room for whoever answers, the same table."""

from nscl_desktop.domain.appendix import Paragraph
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.inspections import HOST, MEMBER, SURVEY, Checklist, Participant, Visit
from nscl_desktop.domain.minutes import MinutesFrame
from nscl_desktop.domain.survey_paper import survey_paper
from nscl_desktop.domain.visit_sheet import VisitSheet
from nscl_desktop.presenters.minutes_sheet import Letterhead, minutes_name, visit_minutes
from nscl_desktop.services.visit_work import answer_question
from tests.inspections.sheets import after, questions


def surveyed(*people: Participant) -> Book:
    survey = Checklist(id="c", name="Khảo sát hiện trạng năng suất", purpose=SURVEY, state="in_use")
    visit = Visit(id="v", checklist_id="c", date="2026-03-05", location="Lô C12")
    made = Book([survey, *questions(), visit, *people])
    return after(made, answer_question(made, "v", "people", "12", "kể cả thời vụ"))


HOSTING = Participant(id="1", visit_id="v", position="a0", name="Lê Thị Bình", title="Giám đốc", role=HOST)
ASKING = Participant(id="2", visit_id="v", position="a1", name="Trần Thị Ngọc", role=MEMBER)


def lines(parts: tuple[object, ...]) -> list[tuple[str, int]]:
    return [(each.text, each.dotted) for each in parts if isinstance(each, Paragraph)]


def test_an_answered_survey_tells_who_asked_whom_and_when() -> None:
    doc = survey_paper(VisitSheet(surveyed(HOSTING, ASKING), "v"), MinutesFrame(("CHI CỤC TĐC",), unit="Tân Phát"))
    assert (doc.heading.label, doc.heading.title) == ("PHIẾU KHẢO SÁT", "Khảo sát hiện trạng năng suất")
    assert lines(doc.blocks) == [
        ("Đơn vị được khảo sát: Tân Phát", 0), ("Địa chỉ: Lô C12", 0),
        ("Người cung cấp thông tin, chức vụ: Lê Thị Bình, Giám đốc", 0), ("Người khảo sát: Trần Thị Ngọc", 0),
        ("Ngày khảo sát: ngày 05 tháng 3 năm 2026", 0),
    ]  # fmt: skip
    (table,) = doc.tables
    assert [cell.text for cell in table.header[0]] == ["STT", "Câu hỏi", "Trả lời", "Ghi chú"]
    assert [signer.name for signer in doc.signatures.signers] == ["Lê Thị Bình", "Trần Thị Ngọc"]
    assert doc.author == "CHI CỤC TĐC"


def test_a_blank_questionnaire_leaves_room_for_everything() -> None:
    made = Book([Visit(id="v")])
    doc = survey_paper(VisitSheet(made, "v"), MinutesFrame(), blank=True)
    assert all(dotted == 1 for _, dotted in lines(doc.blocks))
    assert [signer.name for signer in doc.signatures.signers] == ["", ""]
    assert (doc.heading.motto, doc.author) == (False, "")


def test_the_paper_of_a_survey_is_no_bien_ban() -> None:
    made = surveyed()
    assert visit_minutes(made, "v", Letterhead(agency="CHI CỤC TĐC"), blank=False).heading.label == "PHIẾU KHẢO SÁT"
    assert minutes_name(made, "v", blank=False) == "Phieu khao sat 2026-03-05"
