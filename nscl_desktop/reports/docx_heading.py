"""The top of a Word document and its paragraphs (NĐ 30/2020, Phụ lục I, II.1, II.2, III.1)."""

from dataclasses import dataclass, replace

from nscl_desktop.domain.appendix import Align, AppendixDoc, Block, Heading, Paragraph, Table
from nscl_desktop.domain.text import nfc
from nscl_desktop.reports.docx_styles import HEADING_STYLES, TITLE_STYLE
from nscl_desktop.reports.docx_text import Setting, paragraph_xml, run_xml, text_xml, twips
from nscl_desktop.reports.fonts import BOLD, ITALIC, REGULAR, WordWidths
from nscl_desktop.reports.line_breaking import break_evenly, break_lines
from nscl_desktop.reports.paper import MM
from nscl_desktop.reports.pdf_heading import COUNTRY, MOTTO
from nscl_desktop.reports.text_sizes import FOOTNOTE_SIZE, MOTTO_SIZE, NAME_SIZE, TEXT_SIZE, TITLE_SIZE

_GAP = 6.0
_FIRST_LINE_INDENT = 12.7 * MM
_RULE_BELOW = 12.0


@dataclass(frozen=True, slots=True)
class Measure:
    """Measures text over the width between the margins, in points."""

    room: float
    widths: tuple[WordWidths, ...]

    def width(self, text: str, style: int, size: float) -> float:
        """The text in one line."""
        return sum(line.width for line in break_lines(nfc(text), 1e9, self.widths[style])) * size / 1000

    def evenly(self, text: str, style: int, size: float) -> str:
        """The text with line ends between its phrases, as titles are set; a hundredth of the room is for rounding."""
        lines = break_evenly(nfc(text), self.room / 1.01 * 1000 / size, self.widths[style])
        return "\n".join(line.text for line in lines)


def heading_xml(heading: Heading, measure: Measure) -> str:
    """Letterhead where the office prints one; “Phụ lục” with its title, one entry of the navigation pane; the rest."""
    parts = [_letterhead(heading, measure)]
    label, title = heading.label.strip(), heading.title.strip()
    last = ("", REGULAR)
    if label or title:
        lines = filter(None, (label, measure.evenly(title, BOLD, TITLE_SIZE)))
        parts.append(paragraph_xml(run_xml("\n".join(lines), BOLD), Setting(named=TITLE_STYLE)))
        last = (title or label, BOLD)
    if heading.attached_to.strip():
        setting = Setting(Align.CENTER, ITALIC, TITLE_SIZE, keep_next=True)
        parts.append(text_xml(measure.evenly(heading.attached_to, ITALIC, TITLE_SIZE), setting))
        last = (heading.attached_to, ITALIC)
    if last[0]:
        line = measure.evenly(last[0], last[1], TITLE_SIZE).rpartition("\n")[2]
        parts.append(_rule(measure.room, measure.width(line, last[1], TITLE_SIZE) / 3, _RULE_BELOW))
    return "".join(parts)


def _rule(room: float, length: float, after: float) -> str:
    """A short line in the middle, as long as asked for."""
    indent = max(0.0, (room - max(length, 40.0)) / 2)
    return paragraph_xml("", Setting(Align.CENTER, after=after, side_indent=indent, keep_next=True, rule=True))


def _letterhead(heading: Heading, measure: Measure) -> str:
    """A table without borders: agency at the left, the superior one not bold; Quốc hiệu and Tiêu ngữ at the right."""
    agency = [name for name in heading.agency if name.strip()]
    if not agency and not heading.motto and not heading.number.strip():
        return ""
    right = max(measure.width(COUNTRY, BOLD, NAME_SIZE) + 8, measure.room / 2)
    left = measure.room - right
    cells = []
    names = [
        text_xml(name, Setting(Align.CENTER, BOLD if name is agency[-1] else REGULAR, NAME_SIZE)) for name in agency
    ]
    if agency:
        width = min(measure.width(agency[-1], BOLD, NAME_SIZE), left)
        names.append(_rule(left, width * 0.4, _RULE_BELOW))
    number = text_xml(heading.number, Setting(Align.CENTER, REGULAR, TEXT_SIZE, after=_RULE_BELOW))
    if heading.number.strip() and not heading.dated.strip():
        names.append(number)
    cells.append("".join(names))
    motto = ""
    if heading.motto:
        motto = text_xml(COUNTRY, Setting(Align.CENTER, BOLD, NAME_SIZE))
        motto += text_xml(MOTTO, Setting(Align.CENTER, BOLD, MOTTO_SIZE))
        motto += _rule(right, measure.width(MOTTO, BOLD, MOTTO_SIZE), _RULE_BELOW)
    cells.append(motto)
    rows = [cells]
    if heading.dated.strip():
        rows.append([number, text_xml(heading.dated, Setting(Align.CENTER, ITALIC, TEXT_SIZE, after=_RULE_BELOW))])
    return borderless_table([left, right], rows)


def borderless_table(widths: list[float], rows: list[list[str]]) -> str:
    """Paragraphs side by side; an empty cell gets the empty paragraph that Word asks for."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    body = ""
    for row in rows:
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{content or "<w:p/>"}</w:tc>'
            for width, content in zip(widths, row, strict=True)
        )
        body += f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def block_paragraph_xml(paragraph: Paragraph, following: Block | None, room: float) -> str:
    """A line or paragraph between tables; headings, and what stands right above a table, stay with what follows.

    Room to write on by hand becomes tabs with dots, which go once they are typed over.
    """
    style = (BOLD if paragraph.bold else REGULAR) + (ITALIC if paragraph.italic else 0)
    setting = Setting(
        paragraph.align,
        style,
        paragraph.size or 0.0,
        before=_GAP * (2 if paragraph.heading == 1 else 1),
        after=_GAP / 2,
        first_indent=_FIRST_LINE_INDENT if paragraph.align is Align.JUSTIFY else 0.0,
        keep_next=bool(paragraph.heading) or isinstance(following, Table),
        named=HEADING_STYLES[min(paragraph.heading, 3) - 1] if paragraph.heading else "",
        dots_to=room if paragraph.dotted else 0.0,
    )
    if not paragraph.dotted:
        return text_xml(paragraph.text, setting)
    lines = [f"{paragraph.text}\t" if paragraph.text else "\t", *["\t"] * (paragraph.dotted - 1)]
    setting = replace(setting, align=Align.LEFT)
    return paragraph_xml(run_xml("\n".join(lines), style, setting.size), setting)


def closing_xml(doc: AppendixDoc, measure: Measure, *, keep_next: bool) -> str:
    """The amount in words, then the footnotes."""
    parts = []
    if doc.words.strip():
        one_line = measure.width(doc.words, ITALIC, TEXT_SIZE) <= measure.room
        align = Align.CENTER if one_line else Align.LEFT
        parts.append(text_xml(doc.words, Setting(align, ITALIC, before=_GAP, keep_next=keep_next)))
    for mark, text in doc.footnotes:
        setting = Setting(Align.LEFT, REGULAR, FOOTNOTE_SIZE, before=_GAP / 2, keep_next=keep_next)
        parts.append(text_xml(f"{mark} {text}".strip(), setting))
    return "".join(parts)
