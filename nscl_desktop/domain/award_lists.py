"""Lists on paper: units that won prizes, and collectives and persons who are proposed for praise.

No text fixes either; they follow the office's other lists (NĐ 30/2020, Phụ lục) and stand under its own letterhead.
"""

from collections.abc import Mapping, Sequence

from nscl_desktop.domain.appendix import Align, AppendixDoc, Block, Heading, Paragraph, Signature, SignatureBlock
from nscl_desktop.domain.award_results import Results
from nscl_desktop.domain.award_tables import praise_table, winners_table
from nscl_desktop.domain.awards import AwardRound, Commendation, Prize
from nscl_desktop.domain.dates import format_short

_UNIT = Paragraph("Đơn vị tính: đồng", Align.RIGHT, italic=True)


def winners_list(
    held: AwardRound, prizes: Sequence[Prize], names: Mapping[str, str], found: Results, agency: tuple[str, ...]
) -> AppendixDoc:
    """Every prize of a round; winners and prizes are counted apart."""
    year = f" năm {held.year}" if held.year else ""
    about = f"({found.winners} đơn vị, {found.prizes} giải)"
    heading = Heading("DANH SÁCH", f"Đơn vị đạt Giải thưởng Chất lượng quốc gia{year}", about, agency, motto=True)
    return _list(heading, (_UNIT, winners_table(prizes, names)), agency)


def praise_list(praise: Sequence[Commendation], agency: tuple[str, ...]) -> AppendixDoc:
    """Those who are proposed for praise; the proposal stands above where it is the same for all."""
    proposals = {(each.proposal, each.proposed_on) for each in praise}
    proposal, day = proposals.pop() if len(proposals) == 1 else ("", "")
    on = f" ngày {format_short(day)}" if day else ""
    attached = f"(Kèm theo Tờ trình số {proposal}{on})" if proposal else ""
    return _list(
        Heading("DANH SÁCH", "Đề nghị khen thưởng", attached, agency, motto=True),
        (_UNIT, praise_table(praise)),
        agency,
    )


def _list(heading: Heading, blocks: tuple[Block, ...], agency: tuple[str, ...]) -> AppendixDoc:
    return AppendixDoc(
        heading,
        blocks,
        signatures=SignatureBlock(
            signers=(
                Signature(("NGƯỜI LẬP DANH SÁCH",), "", "(Ký, ghi rõ họ tên)"),
                Signature(("THỦ TRƯỞNG ĐƠN VỊ",), "", "(Ký, đóng dấu)"),
            )
        ),
        body_size=12.0,
        author=agency[-1] if agency else "",
    )
