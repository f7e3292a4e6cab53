"""A settlement pack says which papers are there, what is missing and what is still to be paid."""

from dataclasses import replace

from nscl_desktop.domain.appendix import Paragraph, Table
from nscl_desktop.domain.contracts import ADVANCE, OWN_SHARE, PAYMENT
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.settlement_pack import cover, settlement_pack
from nscl_desktop.domain.supports import DossierPaper, StagePaper
from tests.dossiers.small_dossiers import contract, dossier, money, payment, step, whole

PAPERS = (
    StagePaper(id="dk", stage="registered", position="a0", name="Phiếu đăng ký"),
    StagePaper(id="hd", stage="contracted", position="a0", name="Hợp đồng"),
    StagePaper(id="tl", stage="liquidated", position="a0", name="Biên bản thanh lý"),
    StagePaper(id="hoa", stage="settled", position="a0", name="Hóa đơn", is_required=False),
    StagePaper(id="td", stage="followed", position="a0", name="Phiếu theo dõi"),
)


def model() -> WholeDossier:
    return whole(
        dossier("a", person="Hà"), money("a", "I", 2022, "NSNN", 80), step("a", "accepted", "2022-11-02"),
        contract("a", "12", 100, date="2022-03-04", accepted_value=90, liquidated_on="2022-12-01"),
        payment("a", ADVANCE, 30), payment("a", PAYMENT, 25), payment("a", OWN_SHARE, 20),
        DossierPaper(id="p1", dossier_id="a", paper_id="dk", number="01/ĐK", received_on="2022-01-05"),
        DossierPaper(id="p2", dossier_id="a", paper_id="tl", not_needed="Hợp đồng tự thanh lý"),
        DossierPaper(id="p3", dossier_id="a", name="Ảnh hiện trường", received_on="2022-10-01"),
    )  # fmt: skip


def test_papers_of_all_stages_to_settlement_count_and_those_of_following_up_do_not() -> None:
    pack = settlement_pack(model(), PAPERS, "Công ty An Phát", "TN-2021")
    assert [each.name for each in pack.papers] == [
        "Phiếu đăng ký", "Hợp đồng", "Biên bản thanh lý", "Hóa đơn", "Ảnh hiện trường",
    ]  # fmt: skip
    assert [each.name for each in pack.missing] == ["Hợp đồng"]
    # nghiệm thu 90, đơn vị tự chi 20, ngân sách đã chi 55: còn 15
    assert pack.due == 15
    assert pack.lacks == ("Thiếu giấy tờ: Hợp đồng (bước Hợp đồng).", "Còn phải trả 15 đồng.")


def test_what_was_paid_beyond_the_accepted_value_must_come_back() -> None:
    over = whole(dossier("a"), contract("a", "12", 100, accepted_value=40), payment("a", PAYMENT, 55))
    assert settlement_pack(over, (), "", "").lacks == (
        "Hợp đồng 12/HĐ chưa thanh lý.", "Đã chi quá giá trị nghiệm thu, phải thu hồi 15 đồng.",
    )  # fmt: skip


def test_without_contract_or_acceptance_a_dossier_cannot_be_settled_but_guidance_needs_neither() -> None:
    assert settlement_pack(whole(dossier("a")), (), "", "").lacks == ("Chưa có hợp đồng.",)
    bare = whole(dossier("a"), contract("a", "12", 100), payment("a", ADVANCE, 30))
    assert settlement_pack(bare, (), "", "").lacks == (
        "Hợp đồng 12/HĐ chưa có giá trị nghiệm thu.", "Hợp đồng 12/HĐ chưa thanh lý.",
    )  # fmt: skip
    assert settlement_pack(whole(dossier("a", is_guidance=True)), (), "", "").lacks == ()
    tables = [
        each for each in cover(settlement_pack(bare, (), "", ""), (), "2022-12-15").blocks if isinstance(each, Table)
    ]
    assert [cell.text for cell in tables[1].rows[-1].cells] == ["", "Còn phải trả", "Chưa nghiệm thu"]


def test_an_ended_dossier_owes_back_what_was_never_accepted() -> None:
    ended = whole(dossier("a", state="ended", is_guidance=True), payment("a", ADVANCE, 30))
    assert settlement_pack(ended, (), "", "").lacks == ("Đã chi quá giá trị nghiệm thu, phải thu hồi 30 đồng.",)


def test_the_cover_states_money_papers_and_what_is_missing() -> None:
    pack = settlement_pack(model(), PAPERS, "Công ty An Phát", "TN-2021")
    doc = cover(pack, ("SỞ KHCN", "CHI CỤC TĐC"), "2022-12-15")
    assert (doc.heading.label, doc.heading.title) == ("BÌA HỒ SƠ QUYẾT TOÁN", "Hồ sơ A: Hỗ trợ a")
    assert doc.author == "CHI CỤC TĐC"
    facts, figures, papers = (each for each in doc.blocks if isinstance(each, Table))
    told = {row.cells[0].text: row.cells[1].text for row in facts.rows}
    assert (told["Hợp đồng"], told["Niên độ"], told["Ngày nghiệm thu"]) == (
        "số 12/HĐ ngày 4/3/2022",
        "2022",
        "2/11/2022",
    )
    assert [row.cells[2].amount for row in figures.rows] == [80, 100, 90, 20, 30, 25, 0, 15]
    assert figures.rows[-1].cells[1].text == "Còn phải trả"
    assert [row.cells[5].text for row in papers.rows] == [
        "Đã có", "Còn thiếu", "Không cần: Hợp đồng tự thanh lý", "Chưa có, không bắt buộc", "Đã có",
    ]  # fmt: skip
    assert [each.text for each in doc.blocks if isinstance(each, Paragraph)][-2:] == [
        "- Thiếu giấy tờ: Hợp đồng (bước Hợp đồng).", "- Còn phải trả 15 đồng.",
    ]  # fmt: skip


def test_a_whole_pack_says_so_on_its_cover_and_money_to_come_back_is_named() -> None:
    done = whole(
        dossier("a", code=""), contract("a", "12", 40, accepted_value=40, liquidated_on="2022-12-01"),
        payment("a", PAYMENT, 40),
    )  # fmt: skip
    doc = cover(settlement_pack(done, (), "", ""), (), "2022-12-15")
    assert doc.heading.title == "Hỗ trợ a"
    last = doc.blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.text == "Bộ hồ sơ đã đủ để quyết toán."
    paid = replace(done, payments=(payment("a", PAYMENT, 50),))
    figures = next(
        each
        for each in cover(settlement_pack(paid, (), "", ""), (), "2022-12-15").blocks[4:]
        if isinstance(each, Table)
    )
    assert (figures.rows[-1].cells[1].text, figures.rows[-1].cells[2].amount) == ("Còn phải thu hồi", 10)
