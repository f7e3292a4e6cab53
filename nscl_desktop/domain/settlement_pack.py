"""Bộ hồ sơ quyết toán of a support dossier: the papers it needs, what is missing, its money, and the cover sheet.

The papers are those of the dossier's own stages up to quyết toán, by the check list of its day; no text fixes the
cover, it follows the office's other papers. Money is in đồng.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nscl_desktop.domain.appendix import (
    Align,
    AppendixDoc,
    Block,
    Cell,
    Column,
    HeaderCell,
    Heading,
    Paragraph,
    Row,
    RowKind,
    Signature,
    SignatureBlock,
    Table,
)
from nscl_desktop.domain.dates import format_date_words, format_short
from nscl_desktop.domain.dossiers.papers import PaperState, PaperStatus, paper_states
from nscl_desktop.domain.dossiers.stages import NAMES, ORDER
from nscl_desktop.domain.dossiers.sums import Sums, effective_contracts, sums_of
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.supports import ENDED, StagePaper

_LAST = ORDER.index("settled")
_CENTRE, _RIGHT = Align.CENTER, Align.RIGHT


@dataclass(frozen=True, slots=True)
class SettlementPack:
    """A dossier as it would be settled now; ``unit`` and ``plan`` are names for the cover."""

    whole: WholeDossier
    unit: str
    plan: str
    papers: tuple[PaperState, ...]
    sums: Sums

    @property
    def missing(self) -> tuple[PaperState, ...]:
        """Required papers that neither came in nor are excused."""
        return tuple(each for each in self.papers if each.status is PaperStatus.MISSING)

    @property
    def due(self) -> int:
        """What is still to be paid (negative: to come back) once the accepted value is settled."""
        return self.sums.accepted - self.sums.own - self.sums.out

    @property
    def lacks(self) -> tuple[str, ...]:
        """Sentences about what keeps the dossier from being settled."""
        found = [f"Thiếu giấy tờ: {each.name} (bước {NAMES[each.stage]})." for each in self.missing]
        contracts = effective_contracts(self.whole)
        if not self.whole.dossier.is_guidance:
            if not contracts:
                found.append("Chưa có hợp đồng.")
            found += [f"Hợp đồng {each.number} chưa có giá trị nghiệm thu." for each, _, done in contracts if not done]
            found += [f"Hợp đồng {each.number} chưa thanh lý." for each, *_ in contracts if not each.liquidated_on]
        if self.is_accepted and self.due > 0:
            found.append(f"Còn phải trả {format_amount(self.due)} đồng.")
        if self.is_accepted and self.due < 0:
            found.append(f"Đã chi quá giá trị nghiệm thu, phải thu hồi {format_amount(-self.due)} đồng.")
        return tuple(found)

    @property
    def is_accepted(self) -> bool:
        """Whether it is known what the money paid for; an ended dossier has nothing more to accept."""
        return self.whole.dossier.state == ENDED or any(
            each.accepted_value is not None for each in self.whole.contracts
        )


def settlement_pack(whole: WholeDossier, papers: Iterable[StagePaper], unit: str, plan: str) -> SettlementPack:
    """Gather what the settlement of a dossier needs; papers beyond the list come last."""
    states = (each for each in paper_states(whole, papers) if not each.stage or ORDER.index(each.stage) <= _LAST)
    return SettlementPack(whole, unit, plan, tuple(states), sums_of([whole]))


def cover(pack: SettlementPack, agency: tuple[str, ...], today: str) -> AppendixDoc:
    """The cover sheet: whose, what for, the money, the papers with their state, what is missing."""
    dossier = pack.whole.dossier
    lacks = pack.lacks
    blocks: list[Block] = [
        _named("I. THÔNG TIN CHUNG"), _facts(pack), _named("II. KINH PHÍ"),
        Paragraph("Đơn vị tính: đồng", _RIGHT, italic=True), _money(pack), _named("III. GIẤY TỜ TRONG BỘ HỒ SƠ"),
        _papers(pack.papers), _named("IV. CÒN THIẾU"),
    ]  # fmt: skip
    blocks += [Paragraph(f"- {each}", Align.JUSTIFY) for each in lacks] or [
        Paragraph("Bộ hồ sơ đã đủ để quyết toán.", Align.JUSTIFY, italic=True)
    ]
    signers = (("NGƯỜI LẬP HỒ SƠ",), ("KẾ TOÁN",), ("THỦ TRƯỞNG ĐƠN VỊ",))
    return AppendixDoc(
        Heading(
            "BÌA HỒ SƠ QUYẾT TOÁN", f"Hồ sơ {dossier.code}: {dossier.title}" if dossier.code else dossier.title,
            f"(Tình hình đến {format_date_words(today)})", agency, motto=True,
        ),
        tuple(blocks),
        signatures=SignatureBlock(signers=tuple(Signature(each, "", "(Ký, ghi rõ họ tên)") for each in signers)),
        author=agency[-1] if agency else "",
    )  # fmt: skip


def _facts(pack: SettlementPack) -> Table:
    dossier = pack.whole.dossier
    contracts = "; ".join(
        f"số {each.number}" + (f" ngày {format_short(each.date)}" if each.date else "")
        for each, *_ in effective_contracts(pack.whole)
    )
    years = ", ".join(str(year) for year in sorted({each.year for each in pack.whole.money if each.year}))
    facts = (
        ("Đơn vị được hỗ trợ", pack.unit), ("Nội dung hỗ trợ", dossier.title), ("Mã hồ sơ", dossier.code),
        ("Kế hoạch", pack.plan), ("Niên độ", years), ("Hợp đồng", contracts),
        ("Ngày nghiệm thu", format_short(pack.whole.day_of("accepted"))), ("Người theo dõi", dossier.person),
    )  # fmt: skip
    rows = tuple(Row((Cell(label), Cell(text or "Chưa ghi"))) for label, text in facts)
    return Table((Column(48), Column(117)), (), rows, title="Thông tin chung")


def _money(pack: SettlementPack) -> Table:
    sums = pack.sums
    rows = [
        ("Kinh phí dự kiến của hồ sơ", sums.planned), ("Giá trị hợp đồng", sums.contracted),
        ("Giá trị nghiệm thu", sums.accepted), ("Đơn vị tự chi (đối ứng)", sums.own), ("Đã tạm ứng", sums.advanced),
        ("Đã thanh toán", sums.paid), ("Đã thu hồi", sums.recovered),
    ]  # fmt: skip
    words = "Còn phải thu hồi" if pack.is_accepted and pack.due < 0 else "Còn phải trả"
    left = Cell(amount=abs(pack.due)) if pack.is_accepted else Cell("Chưa nghiệm thu")
    made = [Row((Cell(str(at)), Cell(name), Cell(amount=amount))) for at, (name, amount) in enumerate(rows, 1)]
    made.append(Row((Cell(), Cell(words, align=_CENTRE), left), RowKind.TOTAL))
    columns = (Column(12, _CENTRE), Column(105), Column(48, _RIGHT))
    return Table(columns, _header("STT", "Nội dung", "Số tiền"), tuple(made), title="Kinh phí")


def _papers(states: Sequence[PaperState]) -> Table:
    rows = []
    for at, each in enumerate(states, 1):
        number = each.paper.number if each.paper else ""
        day = format_short(each.paper.received_on) if each.paper else ""
        status = each.status.value
        if each.status is PaperStatus.NOT_NEEDED and each.paper:
            status = f"{status}: {each.paper.not_needed}"
        stage = NAMES.get(each.stage, "Ngoài danh mục")
        rows.append(Row(tuple(map(Cell, (str(at), each.name, stage, number, day, status)))))
    columns = (Column(10, _CENTRE), Column(58), Column(24), Column(27), Column(20, _CENTRE), Column(26))
    titles = ("STT", "Giấy tờ", "Bước", "Số, ký hiệu", "Ngày nhận", "Tình trạng")
    return Table(columns, _header(*titles), tuple(rows), title="Giấy tờ")


def _header(*titles: str) -> tuple[tuple[HeaderCell, ...], ...]:
    return (tuple(HeaderCell(each) for each in titles),)


def _named(text: str) -> Paragraph:
    return Paragraph(text, bold=True, heading=2)
