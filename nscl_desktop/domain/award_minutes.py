"""Biên bản họp hội đồng sơ tuyển as a document (NĐ 30/2020, Mẫu 1.9), filled from a round of awards.

The frame is the decree's: no place and date beside Quốc hiệu; beginning, place, those present, contents, end,
signatures of secretary and chair. Points stand by criterion (means of the judges that count) and by judge. Where
nothing is known yet there is room to write.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from nscl_desktop.domain import award_tables as tables
from nscl_desktop.domain.appendix import Align, AppendixDoc, Block, Heading, Paragraph, Signature, SignatureBlock
from nscl_desktop.domain.award_scores import RoundScores
from nscl_desktop.domain.awards import AwardRegime, AwardRound, Judge, Nomination
from nscl_desktop.domain.dates import format_date_words
from nscl_desktop.domain.records import fields_of

CHAIR, SECRETARY = "chair", "secretary"
ROLES = dict(next(spec for spec in fields_of(Judge) if spec.name == "role").choices)
_NOTE = "(Ký, ghi rõ họ tên)"


@dataclass(frozen=True, slots=True)
class CouncilPaper:
    """What the minutes are filled from; ``names``, ``groups`` and ``proposed`` are words by nomination."""

    held: AwardRound
    regime: AwardRegime | None
    nominations: tuple[Nomination, ...]
    scores: RoundScores
    names: Mapping[str, str]
    groups: Mapping[str, str]
    proposed: Mapping[str, str]

    def ties(self) -> tuple[str, ...]:
        """A sentence for each judge near a unit, in the order of the units."""
        judges = {each.id: each.name for each in self.scores.judges}
        found = []
        for nomination in self.nominations:
            for judge_id, name in judges.items():
                tie = self.scores.ties.get((nomination.id, judge_id))
                if tie:
                    counted = "vẫn tính điểm" if tie.is_waived else "điểm không tính vào trung bình"
                    found.append(f"{name} đối với {self.names[nomination.id]}: {tie.text.rstrip('.')} ({counted});")
        return tuple(found)


def council_minutes(paper: CouncilPaper, agency: tuple[str, ...], symbol: str) -> AppendixDoc:
    """The minutes of the meeting of the preliminary council; ``symbol`` ends số, ký hiệu."""
    held = paper.held
    year = f" năm {held.year}" if held.year else ""
    parts: list[Block] = [
        *_bases(held), *_meeting(paper), *_contents(paper), *_conclusion(paper), *_closing(held),
    ]  # fmt: skip
    heading = Heading(
        "BIÊN BẢN", f"Họp Hội đồng sơ tuyển Giải thưởng Chất lượng quốc gia{year}", "", agency, motto=True,
        number=f"Số:      /{f'BB-{symbol}' if symbol else 'BB-……'}",
    )  # fmt: skip
    return AppendixDoc(
        heading,
        tuple(parts),
        signatures=SignatureBlock(
            signers=(
                Signature(("THƯ KÝ",), _of_role(paper, SECRETARY), _NOTE),
                Signature(("CHỦ TỌA",), _of_role(paper, CHAIR), _NOTE),
            ),
            recipients=("- Như thành phần tham dự;", "- Lưu: VT, Hồ sơ."),
        ),
        body_size=12.0,
        author=agency[-1] if agency else "",
    )


def _bases(held: AwardRound) -> list[Block]:
    if not held.council_document.strip():
        return []
    return [Paragraph(f"Căn cứ {held.council_document.rstrip(' ;.')}.", Align.JUSTIFY, italic=True)]


def _meeting(paper: CouncilPaper) -> list[Block]:
    held = paper.held
    people = [_line(f"{number}. {_person(each)};") for number, each in enumerate(paper.scores.judges, start=1)]
    empty: list[Block] = [Paragraph("- ", Align.JUSTIFY, dotted=1) for _ in range(4)]
    return [
        _line(f"Thời gian bắt đầu: …… giờ …… phút, {_day(held.council_on)}."),
        _field("Địa điểm:", held.council_place),
        _bold("Thành phần tham dự:"),
        *(people or empty),
        _field("Chủ trì:", _of_role(paper, CHAIR)),
        _field("Thư ký (người ghi biên bản):", _of_role(paper, SECRETARY)),
    ]


def _contents(paper: CouncilPaper) -> list[Block]:
    regime = f" theo {paper.regime.legal_basis}" if paper.regime and paper.regime.legal_basis else ""
    blocks: list[Block] = [
        _heading("NỘI DUNG CUỘC HỌP"),
        _bold("1. Đơn vị dự giải"),
        tables.standing_table(paper),
        _bold("2. Điểm theo tiêu chí"),
        _line(f"Hội đồng xem xét hồ sơ tự đánh giá, kết quả đánh giá tại đơn vị và cho điểm{regime}."),
    ]
    roots = paper.scores.tree.children()
    if roots:
        blocks += [tables.criteria_table(paper), _line(f"Trong đó: {tables.legend(paper)}."), _line(tables.RULE)]
    blocks += [_bold("3. Điểm của từng thành viên"), tables.judges_table(paper)]
    blocks.append(
        _line("Số trong ngoặc là số thứ tự của thành viên ở phần thành phần tham dự; dấu x: điểm không tính.")
    )
    ties = paper.ties()
    blocks.append(_bold("4. Thành viên có quan hệ với đơn vị dự giải"))
    blocks += [_line(f"- {words}") for words in ties] if ties else [_line("Không có.")]
    return blocks


def _conclusion(paper: CouncilPaper) -> list[Block]:
    words = paper.held.conclusion.strip()
    said: list[Block] = [_line(part) for part in words.splitlines() if part.strip()]
    return [
        _bold("5. Kết luận của Hội đồng"),
        *(said or [Paragraph("", dotted=3)]),
        tables.proposal_table(paper),
    ]


def _closing(held: AwardRound) -> list[Block]:
    return [
        _line(
            "Biên bản được lập thành …… bản có nội dung như nhau; đã đọc lại cho những người tham dự cùng nghe, công"
            " nhận đúng và cùng ký tên."
        ),
        _line(f"Cuộc họp kết thúc vào …… giờ …… phút, {_day(held.council_on)}./."),
    ]


def _of_role(paper: CouncilPaper, role: str) -> str:
    return next((each.name for each in paper.scores.judges if each.role == role), "")


def _person(judge: Judge) -> str:
    return ", ".join(filter(None, (judge.name, judge.title))) + f" - {ROLES[judge.role]}"


def _day(day: str) -> str:
    words = format_date_words(day).rstrip()
    return " ".join(words.replace(" " * 6, " …… ").split()) + ("" if words[-1:].isdigit() else " ……")


def _field(label: str, text: str) -> Paragraph:
    return _line(f"{label} {text}") if text else Paragraph(f"{label} ", Align.JUSTIFY, dotted=1)


def _line(text: str) -> Paragraph:
    return Paragraph(text, Align.JUSTIFY)


def _bold(text: str) -> Paragraph:
    return Paragraph(text, bold=True, heading=3)


def _heading(text: str) -> Paragraph:
    return Paragraph(text, bold=True, heading=2)
