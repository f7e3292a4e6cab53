"""Makes the shipped Word templates anew: layout by NĐ 30/2020, the wording stands in template_texts.py.

Offices edit the templates in Word; here `pytest --golden-update tests/dossiers/test_shipped_templates.py` writes
resources/templates from the wording, the same bytes every time.
"""

import io
from collections.abc import Sequence
from datetime import datetime

import docx

from nscl_desktop.domain.appendix import Align
from nscl_desktop.reports.docx_heading import borderless_table
from nscl_desktop.reports.docx_page import set_up_pages
from nscl_desktop.reports.docx_styles import CELL_STYLE, set_up_styles
from nscl_desktop.reports.docx_text import Setting, text_xml, twips
from nscl_desktop.reports.fonts import BOLD, ITALIC, REGULAR
from nscl_desktop.reports.office_zip import inserted_before, repacked
from nscl_desktop.reports.paper import MM, Frame

PAGE = Frame(210 * MM, 297 * MM, 30 * MM, 195 * MM, 20 * MM, 277 * MM)
"""Margins 20, 20, 30 and 15 mm (Phụ lục I, phần I, mục I)."""
LYING = Frame(297 * MM, 210 * MM, 25 * MM, 272 * MM, 20 * MM, 190 * MM)
"""A certificate lies; no text fixes its margins."""
ROOM = PAGE.width
BODY, CELLS = 14.0, 13.0
_RIGHT = 272.0
"""Quốc hiệu on one line, bold 12."""
_LEFT = ROOM - _RIGHT
_INDENT = 12.7 * MM
_MOTTO_RULE = 168.0
_SIGNING = 62.0
_APART = 8.0
"""Left free on both sides of what stands under a signature, so that neighbours never seem one line."""
_BLANK_ROWS = 2
Cells = Sequence[str]


def document(title: str, *parts: str, page: Frame = PAGE) -> bytes:
    """A whole template."""
    made = docx.Document()
    set_up_styles(made, CELLS)
    set_up_pages(made, page, "")
    properties = made.core_properties
    properties.title, properties.language, properties.comments, properties.author = title, "vi-VN", "", ""
    properties.created = properties.modified = datetime(2026, 1, 1)
    buffer = io.BytesIO()
    made.save(buffer)
    body = "".join(parts) + text_xml("", Setting(thin=True))
    return repacked(
        buffer.getvalue(),
        {"word/document.xml": inserted_before("<w:sectPr", body), "word/styles.xml": _larger_text},
    )


def letterhead(number: str = "", subject: str = "", *, dated: bool = False, sender: Cells = ()) -> str:
    """Agency (or who sends the paper) at the left, Quốc hiệu at the right; place and date where the kind has them."""
    upper, name = sender or ("{{ co_quan.chu_quan }}", "{{ co_quan.ten }}")
    left = text_xml(upper, Setting(Align.CENTER, REGULAR, 12)) if upper else ""
    left += text_xml(name, Setting(Align.CENTER, BOLD, 12)) + _rule(_LEFT, 60)
    left += text_xml(number, Setting(Align.CENTER, REGULAR, 13)) if number else ""
    left += text_xml(subject, Setting(Align.CENTER, REGULAR, 12, before=6)) if subject else ""
    right = _country(_RIGHT) + (_dated(Align.CENTER) if dated else "")
    return borderless_table([_LEFT, _RIGHT], [[left, right]])


def country(*, dated: bool = False) -> str:
    """Quốc hiệu alone in the middle: papers of two parties, or of a unit."""
    return _country(ROOM) + (_dated(Align.RIGHT) if dated else "")


def certificate(*parts: tuple[str, float, bool]) -> str:
    """Lines of a certificate in the middle: (text, size, whether it is bold), with air between them."""
    return "".join(
        text_xml(text, Setting(Align.CENTER, BOLD if bold else REGULAR, size, before=size / 3))
        for text, size, bold in parts
    )


def lying_head() -> str:
    """Agency and Quốc hiệu beside one another over a lying page."""
    left = text_xml("{{ co_quan.chu_quan }}", Setting(Align.CENTER, REGULAR, 12))
    left += text_xml("{{ co_quan.ten }}", Setting(Align.CENTER, BOLD, 12)) + _rule(LYING.width / 2, 60)
    return borderless_table([LYING.width / 2] * 2, [[left, _country(LYING.width / 2)]])


def lying_foot(left: str, authority: str, name: str) -> str:
    """Number at the left, place, date and signature at the right."""
    right = text_xml("{{ co_quan.dia_danh }}, {{ chung_nhan.ngay }}", Setting(Align.CENTER, ITALIC, 13, before=18))
    right += text_xml(authority, Setting(Align.CENTER, BOLD, 13, after=_SIGNING))
    right += text_xml(name, Setting(Align.CENTER, BOLD, 14))
    side = text_xml(left, Setting(Align.LEFT, REGULAR, 13, before=18))
    return text_xml("", Setting(thin=True)) + borderless_table([LYING.width / 2] * 2, [[side, right]])


def title(kind: str, subject: str, *below: str) -> str:
    """Name of the kind, trích yếu, a short rule."""
    lines = text_xml(kind, Setting(Align.CENTER, BOLD, BODY, before=14))
    lines += text_xml(subject, Setting(Align.CENTER, BOLD, BODY)) if subject else ""
    lines += "".join(text_xml(each, Setting(Align.CENTER, REGULAR, 13)) for each in below)
    return lines + _rule(ROOM, 90)


def line(text: str, *, bold: bool = False, italic: bool = False, keep: bool = False, before: float = 6) -> str:
    """A paragraph of the body."""
    style = (BOLD if bold else REGULAR) + (ITALIC if italic else 0)
    return text_xml(text, Setting(Align.JUSTIFY, style, before=before, first_indent=_INDENT, keep_next=keep))


def lines(*texts: str) -> str:
    """Paragraphs of the body; the last one of a paper stays with the signatures, which never stand alone on a page."""
    return "".join(line(each, keep=each.endswith("./.")) for each in texts)


def heading(text: str) -> str:
    """A heading within the body, kept with what follows."""
    return line(text, bold=True, keep=True)


def addressee(text: str) -> str:
    """Kính gửi."""
    return text_xml(f"Kính gửi: {text}", Setting(Align.CENTER, before=12, after=6))


def repeated(name: str, text: str, *, italic: bool = False) -> str:
    """A paragraph for each of some rows."""
    return line(f"{{%p for x in {name} %}}") + line(text, italic=italic) + line("{%p endfor %}")


def table(rows: str, columns: Sequence[tuple[str, str, float]], figures: Cells = ()) -> str:
    """A table with a row for each of ``rows``: (heading, field, share of the width); headings repeat on each page.

    Where there are none, rows are left to be written by hand.
    """
    widths = _widths(columns)
    shown = [f"{{{{ {field} }}}}" for _, field, _ in columns]
    aligns = [_align(field, figures) for _, field, _ in columns]
    empty = [""] * (len(columns) - 1)
    return _grid(
        widths,
        _row(widths, [each for each, _, _ in columns], [Align.CENTER] * len(columns), bold=True, repeats=True)
        + _row(widths, [f"{{%tr for x in {rows} %}}", *empty], aligns)
        + _row(widths, shown, aligns)
        + _row(widths, ["{%tr else %}", *empty], aligns)
        + _row(widths, ["", *empty], aligns) * _BLANK_ROWS
        + _row(widths, ["{%tr endfor %}", *empty], aligns),
    )


def figures(rows: Sequence[tuple[str, str]]) -> str:
    """Numbered rows of a name and an amount in đồng."""
    widths = _widths([("", "", 8), ("", "", 62), ("", "", 30)])
    aligns = [Align.CENTER, Align.LEFT, Align.RIGHT]
    body = "".join(
        _row(widths, [str(at), name, f"{{{{ {field} }}}}"], aligns) for at, (name, field) in enumerate(rows, 1)
    )
    head = _row(widths, ["STT", "Nội dung", "Số tiền (đồng)"], [Align.CENTER] * 3, bold=True, repeats=True)
    return _grid(widths, head + body)


def signatures(*columns: tuple[str, str, str]) -> str:
    """(authority, note, name) beside one another, notes and names level; what follows never stands alone."""
    size, head = (BODY, BODY) if len(columns) < 3 else (13, 12)
    heads, notes, names = [], [], []
    for authority, said, name in columns:
        heads.append(text_xml(authority, Setting(Align.CENTER, BOLD, head, side_indent=_APART, keep_next=True)))
        notes.append(text_xml(said, Setting(Align.CENTER, ITALIC, 12, after=_SIGNING, keep_next=True)))
        names.append(text_xml(name, Setting(Align.CENTER, BOLD, size, side_indent=_APART, keep_next=True)))
    widths = [ROOM / len(columns)] * len(columns)
    return text_xml("", Setting(before=6, thin=True, keep_next=True)) + borderless_table(widths, [heads, notes, names])


def recipients(*names: str) -> str:
    """Nơi nhận at the left, below the signatures."""
    return text_xml("Nơi nhận:", Setting(Align.LEFT, BOLD + ITALIC, 12, before=10, keep_next=True)) + "".join(
        text_xml(f"- {name}", Setting(Align.LEFT, REGULAR, 11, keep_next=name is not names[-1])) for name in names
    )


def sealed(authority: str, name: str, *names: str) -> str:
    """A letter's end: Nơi nhận at the left, level with the authority at the right."""
    left = text_xml("Nơi nhận:", Setting(Align.LEFT, BOLD + ITALIC, 12, keep_next=True))
    left += "".join(text_xml(f"- {each}", Setting(Align.LEFT, REGULAR, 11, keep_next=True)) for each in names)
    right = text_xml(authority, Setting(Align.CENTER, BOLD, BODY, after=_SIGNING + 12, keep_next=True))
    right += text_xml(name, Setting(Align.CENTER, BOLD, BODY))
    return text_xml("", Setting(before=6, thin=True, keep_next=True)) + borderless_table(
        [ROOM / 2, ROOM / 2], [[left, right]]
    )


def _country(room: float) -> str:
    lines = text_xml("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Setting(Align.CENTER, BOLD, 12))
    return lines + text_xml("Độc lập - Tự do - Hạnh phúc", Setting(Align.CENTER, BOLD, 13)) + _rule(room, _MOTTO_RULE)


def _dated(align: Align) -> str:
    day = "{{ ngay_ky or 'ngày ….. tháng ….. năm ………' }}"
    return text_xml(f"{{{{ co_quan.dia_danh }}}}, {day}", Setting(align, ITALIC, 13))


def _rule(room: float, length: float) -> str:
    return text_xml("", Setting(Align.CENTER, after=8, side_indent=(room - length) / 2, keep_next=True, rule=True))


def _align(field: str, right: Cells) -> Align:
    if field in right:
        return Align.RIGHT
    return Align.CENTER if field in ("loop.index", "x.hang", "x.nam") else Align.LEFT


def _widths(columns: Sequence[tuple[str, str, float]]) -> list[float]:
    total = sum(share for _, _, share in columns)
    return [ROOM * share / total for _, _, share in columns]


def _grid(widths: list[float], rows: str) -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    grid = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{sides}'
        '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/>'
        '<w:left w:w="80" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )
    return text_xml("", Setting(before=3, thin=True, keep_next=True)) + grid


def _row(
    widths: list[float], texts: Cells, aligns: Sequence[Align], *, bold: bool = False, repeats: bool = False
) -> str:
    cells = ""
    for width, text, align in zip(widths, texts, aligns, strict=True):
        paragraph = text_xml(text, Setting(align, BOLD if bold else REGULAR, named=CELL_STYLE, keep_next=repeats))
        middle = '<w:vAlign w:val="center"/>' if bold else ""
        cells += f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{middle}</w:tcPr>{paragraph}</w:tc>'
    head = "<w:tblHeader/>" if repeats else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"


def _larger_text(styles: str) -> str:
    """Body text of 14 points."""
    found = '<w:sz w:val="26"/><w:szCs w:val="26"/><w:lang'
    assert styles.count(found) == 1
    return styles.replace(found, '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang')
