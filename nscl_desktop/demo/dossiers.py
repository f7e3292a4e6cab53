"""The dossiers of the demo year: carried over, newly chosen, paused, ended and replaced, guidance, not begun yet.

Sums are round on purpose: tests add them up by hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from nscl_desktop.demo.dossier_story import ADVISED, Story
from nscl_desktop.demo.plan import SOURCE, YEAR
from nscl_desktop.demo.scribe import INVENTED, Scribe
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.contracts import ADVANCE, OWN_SHARE, PAYMENT
from nscl_desktop.domain.dossiers.whole import gather
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.supports import Dossier, DossierMoney, SupportKind
from nscl_desktop.services import dossier_catalogue as catalogue
from nscl_desktop.services import dossier_life as life
from nscl_desktop.services import dossier_parts as parts
from nscl_desktop.services import dossier_steps as steps

M = 1_000_000
ISO_9001, ISO_14001, FIVE_S, KAIZEN = "TCVN ISO 9001", "TCVN ISO 14001", "5S", "Kaizen"
_FORMER = (
    (ISO_9001, 2019, "III.2", 50), (ISO_14001, 2020, "III.2", 50), (FIVE_S, 2020, "III.3", 70),
    (KAIZEN, 2020, "III.3", 70), ("Hợp quy", 2019, "III.5", 20),
)  # fmt: skip
"""Begun in the former period and carried over: kind, year begun, line, million đồng."""
CERTIFIER = "Tổ chức Chứng nhận Sen Trắng (mẫu)"


@dataclass
class Office:
    """What all stories need."""

    scribe: Scribe
    plan_id: str
    lines: Mapping[str, Line]
    units: list[Enterprise]
    advisers: list[Enterprise]
    count: int = 0

    def kind(self, code: str) -> SupportKind:
        """An entry of the catalogue by its code."""
        return next(each for each in self.scribe.all(SupportKind) if each.code.casefold() == code.casefold())

    def code(self, year: int = YEAR) -> str:
        """The next number of a dossier."""
        self.count += 1
        return f"MAU-{year}-{self.count:02}"

    def opened(self, unit: int, code: str, line: str, millions: int, *, day: str, guidance: bool = False) -> Story:
        """A dossier from its registration."""
        kind = self.kind(code)
        money: list[dict[str, Value]] = [
            {"line_id": self.lines[line].id, "year": YEAR, "source": SOURCE, "amount": millions * M}
        ]
        step = life.open_dossier(
            day, [kind], money if millions else [], enterprise_id=self.units[unit].id, title=kind.name,
            code=self.code(), plan_id=self.plan_id, is_guidance=guidance, person=ADVISED, note=INVENTED,
            consultant_id=self.advisers[unit % 3].id,
        )  # fmt: skip
        return Story(self.scribe, self.scribe.add(step, Dossier).id)


def open_catalogue(scribe: Scribe) -> None:
    """The shipped kinds of support and check lists of papers."""
    scribe.do(catalogue.add_shipped_kinds(()))
    scribe.do(catalogue.add_shipped_papers(()))


def carried_over(office: Office) -> list[Story]:
    """“Giai đoạn 2016–2020 chuyển tiếp”: 02 hệ thống, 02 công cụ, 01 hợp quy, each linked to its former dossier."""
    scribe, found = office.scribe, []
    for unit, (code, year, line, millions) in enumerate(_FORMER):
        kind = office.kind(code)
        step = life.open_dossier(
            f"{year}-03-10", [kind], enterprise_id=office.units[unit].id, title=kind.name, code=office.code(year),
            person=ADVISED, note=INVENTED, consultant_id=office.advisers[unit % 3].id,
        )  # fmt: skip
        old = Story(scribe, scribe.add(step, Dossier).id).up_to("approved", year)
        fresh = scribe.add(life.carry_over(old.whole, office.plan_id, YEAR, "2016-2020"), Dossier)
        story = Story(scribe, fresh.id)
        scribe.do(parts.set_dossier(story.whole, code=office.code(), year=YEAR))
        scribe.do(
            parts.add_part(
                story.whole, DossierMoney, line_id=office.lines[line].id, year=YEAR, source=SOURCE,
                amount=millions * M,
            )
        )  # fmt: skip
        found.append(story)
    _carried_ways([story.up_to("running", first="contracted") for story in found])
    scribe.chapter("hồ sơ chuyển tiếp")
    return found


def _carried_ways(stories: list[Story]) -> None:
    iso, green, five_s, kaizen, conform = stories
    iso.contract(50 * M, accepted=50 * M).money(ADVANCE, 20 * M, f"{YEAR}-05-20")
    iso.money(PAYMENT, 30 * M, f"{YEAR}-10-15").money(OWN_SHARE, 35 * M, f"{YEAR}-10-01").up_to(
        "followed", first="checked"
    )
    iso.certified(ISO_9001, "2015", CERTIFIER, "2024-10-19").finished()
    green.contract(50 * M, accepted=50 * M).money(PAYMENT, 50 * M, f"{YEAR}-11-30").up_to("settled", first="checked")
    green.certified(ISO_14001, "2015", CERTIFIER, "2024-10-19").finished()
    five_s.contract(70 * M, accepted=70 * M).money(ADVANCE, 30 * M, f"{YEAR}-06-01")
    five_s.money(PAYMENT, 40 * M, f"{YEAR}-12-10").up_to("settled", first="checked")
    five_s.measured("Thời gian tìm dụng cụ", "phút/ca", "24", "9")
    kaizen.contract(70 * M, f"{YEAR}-12-31").money(ADVANCE, 30 * M, f"{YEAR}-06-15").up_to("accepted", first="checked")
    conform.contract(20 * M, accepted=20 * M).money(PAYMENT, 20 * M, f"{YEAR}-09-30").up_to("settled", first="checked")
    conform.finished()


def new_systems(office: Office) -> list[Story]:
    """Six units register for a system; a round chooses four of them (rounds.py)."""
    kinds = (ISO_9001, "TCVN ISO 22000", ISO_9001, ISO_14001, "TCVN ISO 45001", ISO_9001)
    found = [
        office.opened(5 + at, code, "III.2", 50, day=f"{YEAR}-02-0{at + 1}").up_to("surveyed")
        for at, code in enumerate(kinds)
    ]
    office.scribe.chapter("hồ sơ đăng ký hệ thống quản lý")
    return found


def systems_go_on(office: Office, chosen: list[Story]) -> Story:
    """The four chosen: settled, with a contract amended, paid in January, ended and replaced; the replacement."""
    settled, amended, late, ended = chosen
    settled.up_to("liquidated").contract(50 * M, accepted=50 * M).money(ADVANCE, 20 * M, f"{YEAR}-05-25")
    settled.money(PAYMENT, 30 * M, "2022-01-18").certified(ISO_9001, "2015", CERTIFIER, "2024-10-19").finished()
    amended.up_to("liquidated").contract(50 * M).amended(48 * M).money(ADVANCE, 20 * M, f"{YEAR}-05-25")
    amended.money(PAYMENT, 28 * M, f"{YEAR}-12-20").certified("TCVN ISO 22000", "2018", CERTIFIER, "2027-02-15")
    late.up_to("accepted").contract(50 * M, accepted=50 * M).money(ADVANCE, 20 * M, f"{YEAR}-05-26")
    late.money(PAYMENT, 30 * M, "2022-01-25").measured("Tỷ lệ hàng lỗi", "%", "4.8", "2.1")
    ended.up_to("running").contract(50 * M).money(ADVANCE, 20 * M, f"{YEAR}-05-26")
    back = life.recovered(ended.whole, 20 * M, f"{YEAR}-08-20", "PT-0820 (mẫu)")
    office.scribe.do(life.end(ended.whole, f"{YEAR}-08-16", "Đơn vị ngừng dây chuyền, xin rút khỏi chương trình", back))
    step = life.replace_dossier(
        gather(office.scribe.book.records()), ended.whole, office.units[26].id, "77/QĐ-SKHCN (mẫu)", f"{YEAR}-09-01"
    )
    fresh = Story(office.scribe, office.scribe.add(step, Dossier).id)
    office.scribe.do(parts.set_dossier(fresh.whole, code=office.code(), person=ADVISED, note=INVENTED))
    for stage, day in (("contracted", f"{YEAR}-09-10"), ("running", f"{YEAR}-09-20")):
        office.scribe.do(steps.set_stage(fresh.whole, stage, done_on=day, person=ADVISED))
    fresh.contract(50 * M, "2022-03-31").money(ADVANCE, 25 * M, f"{YEAR}-10-05")
    office.scribe.chapter("thực hiện hồ sơ hệ thống quản lý, chấm dứt và thay thế")
    return fresh


def other_supports(office: Office) -> dict[str, Story]:
    """Tools (one paused), conformity, standards of the unit's own (three by guidance alone), and next year's."""
    lean = (
        office.opened(11, "Lean", "III.3", 70, day=f"{YEAR}-02-12").up_to("settled").contract(70 * M, accepted=70 * M)
    )
    lean.money(PAYMENT, 70 * M, f"{YEAR}-12-28").measured(
        "Năng suất lao động", "sp/người/giờ", "11.5", "14.2"
    ).finished()
    paused = office.opened(12, "TPM", "III.3", 70, day=f"{YEAR}-02-15").up_to("running").contract(70 * M, "2022-06-30")
    paused.money(ADVANCE, 20 * M, f"{YEAR}-06-20")
    office.scribe.do(life.pause(paused.whole, f"{YEAR}-07-15", "Đơn vị giãn cách, tạm dừng sản xuất"))
    first = office.opened(13, "Hợp chuẩn", "III.4", 30, day=f"{YEAR}-03-01").up_to("accepted").contract(30 * M)
    first.money(PAYMENT, 30 * M, f"{YEAR}-11-05")
    second = office.opened(14, "Hợp chuẩn", "III.4", 30, day=f"{YEAR}-03-02").up_to("running").contract(30 * M)
    second.money(ADVANCE, 10 * M, f"{YEAR}-06-05")
    for at in range(5):
        own = office.opened(15 + at, "TCCS", "III.6", 10, day=f"{YEAR}-03-1{at}").up_to("accepted").contract(10 * M)
        if at < 4:
            own.money(PAYMENT, 10 * M, f"{YEAR}-11-1{at}").up_to("liquidated")
    for at, stage in enumerate(("accepted", "accepted", "running")):
        office.opened(20 + at, "TCCS", "III.6", 0, day=f"{YEAR}-03-2{at}", guidance=True).up_to(stage)
    for at in range(3):
        office.opened(23 + at, FIVE_S, "III.3", 0, day=f"{YEAR}-11-0{at + 1}")
    office.scribe.do(steps.ask_report(paused.whole, "ad_hoc", "progress", f"{YEAR}-10-01", f"{YEAR}-10-15"))
    office.scribe.chapter("hồ sơ công cụ, hợp chuẩn, tiêu chuẩn cơ sở")
    return {"lean": lean, "paused": paused}
