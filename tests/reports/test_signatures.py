"""Signers side by side and recipients beside them: no authority broken that need not be, no gap in a list."""

from dataclasses import replace
from itertools import pairwise

import pytest

from nscl_desktop.domain.appendix import AppendixDoc, Heading, Signature, SignatureBlock
from nscl_desktop.reports.fonts import embedded_fonts
from nscl_desktop.reports.paper import frame_of
from nscl_desktop.reports.pdf_signatures import signature_pieces
from nscl_desktop.reports.signer_columns import column_widths, signer_edges
from nscl_desktop.reports.text_sizes import RECIPIENTS_SIZE

WIDTHS = embedded_fonts().word_widths()
UPRIGHT = frame_of(AppendixDoc(Heading("", "", ""), ()))
MAKER = Signature(("NGƯỜI LẬP BIỂU",), "Nguyễn Thị Hồng Nhung")
ACCOUNTANT = Signature(("KẾ TOÁN TRƯỞNG",), "Lê Quốc Đạt")
HEAD = Signature(("TUQ. THỦ TRƯỞNG ĐƠN VỊ", "PHÓ CHI CỤC TRƯỞNG"), "Phạm Hoàng Thiên Ân")


def lines(block: SignatureBlock) -> list[str]:
    return [run.text for piece in signature_pieces(block, UPRIGHT, WIDTHS) for run in piece.runs]


@pytest.mark.parametrize("signers", [(HEAD,), (MAKER, HEAD), (MAKER, ACCOUNTANT, HEAD)])
def test_every_authority_of_up_to_three_signers_stands_on_its_own_line(signers: tuple[Signature, ...]) -> None:
    printed = lines(SignatureBlock(signers=signers))
    assert sorted(printed) == sorted(text for each in signers for text in (*each.authority, each.name))


def test_signers_with_short_authorities_share_the_page_evenly() -> None:
    short = replace(HEAD, authority=("GIÁM ĐỐC",))
    edges = signer_edges(SignatureBlock(signers=(MAKER, ACCOUNTANT, short)), 450, WIDTHS)
    assert column_widths(edges) == pytest.approx([150, 150, 150])


def test_authorities_too_long_for_the_page_are_broken_between_phrases() -> None:
    long = Signature(("KT. CHI CỤC TRƯỞNG CHI CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG",), "An")
    printed = lines(SignatureBlock(signers=(MAKER, ACCOUNTANT, long)))
    assert printed[2:-3] == [
        "KT. CHI CỤC TRƯỞNG",
        "CHI CỤC TIÊU CHUẨN",
        "ĐO LƯỜNG",
        "CHẤT LƯỢNG",
    ]


@pytest.mark.parametrize("count", [3, 9, 14])
def test_recipients_stand_below_each_other_without_a_gap(count: int) -> None:
    recipients = tuple(f"- Đơn vị {number};" for number in range(count))
    (piece,) = signature_pieces(SignatureBlock("", (HEAD,), recipients), UPRIGHT, WIDTHS)
    baselines = [run.baseline for run in piece.runs if run.size == RECIPIENTS_SIZE]
    assert len(baselines) == count
    assert {round(below - above, 6) for above, below in pairwise(baselines)} == {round(RECIPIENTS_SIZE * 1.15, 6)}
