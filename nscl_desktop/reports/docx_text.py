"""Paragraphs and their text as Word's own XML: python-docx takes a second for what a string takes a millisecond."""

from dataclasses import dataclass
from xml.sax.saxutils import escape

from nscl_desktop.domain.appendix import Align
from nscl_desktop.domain.text import nfc
from nscl_desktop.reports.docx_styles import half_points
from nscl_desktop.reports.fonts import BOLD, ITALIC, REGULAR

TWIPS = 20
"""To a point."""
_ALIGNS = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set; distances in points, `size` 0 is the style's own.

    `thin` makes an empty paragraph that takes next to no room, `rule` one with a line under it; tabs run in dots to
    `dots_to`.
    """

    align: Align = Align.LEFT
    style: int = REGULAR
    size: float = 0.0
    before: float = 0.0
    after: float = 0.0
    side_indent: float = 0.0
    first_indent: float = 0.0
    keep_next: bool = False
    named: str = ""
    rule: bool = False
    thin: bool = False
    dots_to: float = 0.0


def twips(points: float) -> int:
    """Lengths as Word writes them."""
    return round(points * TWIPS)


def run_xml(text: str, style: int, size: float = 0.0) -> str:
    """Text in one style; line ends become line breaks."""
    properties = "<w:b/><w:bCs/>" * bool(style & BOLD) + "<w:i/><w:iCs/>" * bool(style & ITALIC)
    if size:
        properties += f'<w:sz w:val="{half_points(size)}"/><w:szCs w:val="{half_points(size)}"/>'
    content = escape(nfc(text)).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    content = content.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    shown = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{shown}<w:t xml:space="preserve">{content}</w:t></w:r>'


def paragraph_xml(content: str, setting: Setting) -> str:
    """A paragraph around runs."""
    properties = f'<w:pStyle w:val="{setting.named}"/>' if setting.named else ""
    properties += "<w:keepNext/>" if setting.keep_next else ""
    if setting.rule:
        properties += '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'
    if setting.dots_to:
        properties += f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(setting.dots_to)}"/></w:tabs>'
    exact = ' w:line="60" w:lineRule="exact"' if setting.rule or setting.thin else ""
    if setting.before or setting.after or exact:
        properties += f'<w:spacing w:before="{twips(setting.before)}" w:after="{twips(setting.after)}"{exact}/>'
    if setting.side_indent or setting.first_indent:
        side, first = twips(setting.side_indent), twips(setting.first_indent)
        properties += f'<w:ind w:left="{side}" w:right="{side}" w:firstLine="{first}"/>'
    if setting.align is not Align.LEFT:
        properties += f'<w:jc w:val="{_ALIGNS[setting.align]}"/>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>" if properties else f"<w:p>{content}</w:p>"


def text_xml(text: str, setting: Setting) -> str:
    """A paragraph of one text in the setting's own style."""
    return paragraph_xml(run_xml(text, setting.style, setting.size) if text else "", setting)
