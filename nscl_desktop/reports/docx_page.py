"""Pages of a Word document (NĐ 30/2020, Phụ lục I, phần I, mục I): paper, margins, page number, draft mark."""

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.section import Section, _Header
from docx.shared import Pt

from nscl_desktop.domain.errors import Bug
from nscl_desktop.domain.text import nfc
from nscl_desktop.reports.docx_styles import FONT, half_points
from nscl_desktop.reports.office_zip import Edit
from nscl_desktop.reports.paper import Frame
from nscl_desktop.reports.text_sizes import TEXT_SIZE

_NAMESPACES = nsdecls("w") + (
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_COLOUR = "#e6e6e6"
_END_OF_SECTION = "<w:p><w:pPr><w:sectPr"
_PAGE_NUMBER = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
"""The number of the page, which Word works out; until then it shows a 2."""


def set_up_pages(document: Document, frame: Frame, watermark: str) -> None:
    """The last section: paper, margins, and headers that differ on the first page."""
    sections = document.sections
    section = sections[-1]
    section.orientation = WD_ORIENT.LANDSCAPE if frame.page_width > frame.page_height else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Pt(frame.page_width), Pt(frame.page_height)
    section.left_margin, section.right_margin = Pt(frame.left), Pt(frame.page_width - frame.right)
    section.top_margin, section.bottom_margin = Pt(frame.top), Pt(frame.page_height - frame.bottom)
    section.header_distance = section.footer_distance = Pt(frame.top / 2 - TEXT_SIZE * 0.3)
    section.different_first_page_header_footer = True
    _number_from_one(section)
    mark = _watermark(nfc(watermark), frame) if watermark.strip() else ""
    marks = 2 * len(sections)
    _fill(section.first_page_header, mark, marks - 1)
    _fill(section.header, _PAGE_NUMBER + mark, marks)


def in_sections(bodies: Sequence[str]) -> Edit:
    """An edit that puts each body in front of the settings of its section, which all but the last have in a paragraph.

    That paragraph is made too thin to take a page of its own.
    """
    thin = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'

    def edit(part: str) -> str:
        pieces = part.split(_END_OF_SECTION)
        if len(pieces) != len(bodies):
            raise Bug("Không thấy đủ các phần trong tệp Word vừa tạo.")
        whole = "".join(
            f"{piece}{body}{_END_OF_SECTION.replace('<w:sectPr', thin + '<w:sectPr')}"
            for piece, body in zip(pieces[:-1], bodies[:-1], strict=True)
        )
        before, mark, after = pieces[-1].rpartition("<w:sectPr")
        return f"{whole}{before}{bodies[-1]}{mark}{after}"

    return edit


def _number_from_one(section: Section) -> None:
    """Numbers begin anew in each appendix; text lines are not tied to the template's grid."""
    properties = section._sectPr  # noqa: SLF001 - python-docx has no other way to page numbering
    for tag in ("docGrid", "pgNumType"):
        for old in properties.xpath(f"w:{tag}"):
            properties.remove(old)
    columns = properties.xpath("w:cols")
    number = parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>')
    columns[0].addprevious(number)


def _fill(header: _Header, content: str, number: int) -> None:
    header.is_linked_to_previous = False
    size = half_points(TEXT_SIZE)
    paragraph = parse_xml(
        f'<w:p {_NAMESPACES}><w:pPr><w:pStyle w:val="Header"/><w:jc w:val="center"/><w:rPr><w:sz w:val="{size}"/>'
        f"</w:rPr></w:pPr>{content.replace('{number}', str(number))}</w:p>"
    )
    element = header.paragraphs[0]._p  # noqa: SLF001 - the paragraph is replaced by one with fields and drawings
    element.getparent().replace(element, paragraph)


def _watermark(text: str, frame: Frame) -> str:
    """WordArt from the lower left to the upper right, behind the text, as Word's own draft marks are."""
    width = min(0.5 * (frame.page_width**2 + frame.page_height**2) ** 0.5, 0.8 * frame.page_width)
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{width:.0f}pt;height:{width / len(text) * 1.6:.0f}pt;"
        "rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    letters = quoteattr(f'font-family:"{FONT}";font-size:1pt;font-weight:bold')
    return (
        "<w:r><w:rPr><w:noProof/></w:rPr><w:pict>"
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
        '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
        '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
        '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
        'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/><v:handles>'
        '<v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
        '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
        f'<v:shape id="DauBanThao{{number}}" o:spid="_x0000_s205{{number}}" type="#_x0000_t136" style="{style}" '
        f'o:allowincell="f" fillcolor="{_COLOUR}" stroked="f"><v:textpath style={letters} '
        f"string={quoteattr(text)}/></v:shape></w:pict></w:r>"
    )
