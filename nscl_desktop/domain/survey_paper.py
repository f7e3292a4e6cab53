"""A questionnaire on paper: blank to be filled by hand, or as it was answered. It is no Biên bản and needs no team.

No text fixes its form; the office's own letterhead stands above, those who ask and answer sign below.
"""

from nscl_desktop.domain.appendix import Align, AppendixDoc, Block, Heading, Paragraph, Signature, SignatureBlock
from nscl_desktop.domain.dates import format_date_words
from nscl_desktop.domain.inspections import HOST, Participant
from nscl_desktop.domain.minutes import ROOM, MinutesFrame
from nscl_desktop.domain.minutes_tables import result_table
from nscl_desktop.domain.visit_sheet import VisitSheet

_NOTE = "(Ký, ghi rõ họ tên)"


def survey_paper(sheet: VisitSheet, frame: MinutesFrame, *, blank: bool = False) -> AppendixDoc:
    """The questionnaire of a survey; ``blank`` leaves all answers open."""
    visit = sheet.visit
    hosts = [each for each in sheet.participants if each.role == HOST]
    askers = [each for each in sheet.participants if each.role != HOST]
    parts: list[Block] = [
        _field("Đơn vị được khảo sát:", frame.unit),
        _field("Địa chỉ:", visit.location),
        _field("Người cung cấp thông tin, chức vụ:", _names(hosts)),
        _field("Người khảo sát:", _names(askers)),
        _field("Ngày khảo sát:", format_date_words(visit.date) if len(visit.date) == len("2026-01-01") else ""),
        result_table(sheet, blank=blank),
    ]
    name = sheet.checklist.name if sheet.checklist else ROOM
    return AppendixDoc(
        Heading("PHIẾU KHẢO SÁT", name, "", frame.agency, motto=bool(frame.agency)),
        tuple(parts),
        signatures=SignatureBlock(
            signers=(
                Signature(("NGƯỜI CUNG CẤP THÔNG TIN",), "" if blank else _first(hosts), _NOTE),
                Signature(("NGƯỜI KHẢO SÁT",), "" if blank else _first(askers), _NOTE),
            )
        ),
        body_size=12.0,
        author=frame.agency[-1] if frame.agency else "",
    )


def _field(label: str, text: str) -> Paragraph:
    """A fact, or a line to write it on."""
    if text.strip():
        return Paragraph(f"{label} {text}", Align.JUSTIFY)
    return Paragraph(f"{label} ", Align.JUSTIFY, dotted=1)


def _names(people: list[Participant]) -> str:
    return "; ".join(", ".join(filter(None, (each.name, each.title))) for each in people)


def _first(people: list[Participant]) -> str:
    return people[0].name if people else ""
