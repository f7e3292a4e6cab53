"""Styles, language and settings of a Word document: Times New Roman everywhere, Vietnamese, headings for navigation.

The library's template brings English, Calibri and blue headings; all of it is replaced.
"""

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from nscl_desktop.reports.text_sizes import TEXT_SIZE, TITLE_SIZE

FONT = "Times New Roman"
CELL_STYLE = "NoiDungBang"
TITLE_STYLE = "Heading1"
HEADING_STYLES = ("Heading2", "Heading3", "Heading4")
_MARKS = nsdecls("w")
_FONTS = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
_NO_MARGINS = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)
# Parts of the template, by the ends of their relationship types
_DROPPED = frozenset(
    ("stylesWithEffects", "customXml", "numbering", "webSettings", "fontTable", "thumbnail", "extended-properties")
)


def set_up_styles(document: Document, cell_size: float) -> None:
    """Give the document its styles; `cell_size` is the letters' in tables, in points."""
    styles = "".join(
        (
            _defaults(),
            _style("Normal", "Normal", is_default=True),
            _standard("character", "DefaultParagraphFont", "Default Paragraph Font"),
            _standard("table", "TableNormal", "Normal Table", _NO_MARGINS),
            _standard("numbering", "NoList", "No List"),
            _style("Header", "header"),
            _heading(TITLE_STYLE, 1, TITLE_SIZE, '<w:jc w:val="center"/>'),
            *(_heading(style, level, TEXT_SIZE, "") for level, style in enumerate(HEADING_STYLES, start=2)),
            _style(CELL_STYLE, "Nội dung bảng", size=cell_size, custom=True),
        )
    )
    _replace(document.styles.element, f"<w:styles {_MARKS}>{styles}</w:styles>")
    _replace(document.settings.element, f"<w:settings {_MARKS}>{_settings()}</w:settings>")
    _drop_unused(document)


def half_points(size: float) -> int:
    """Sizes of letters as Word writes them."""
    return round(size * 2)


def _defaults() -> str:
    size = half_points(TEXT_SIZE)
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )


def _style(key: str, name: str, *, size: float = 0.0, is_default: bool = False, custom: bool = False) -> str:
    marks = (' w:default="1"' if is_default else "") + (' w:customStyle="1"' if custom else "")
    based = "" if is_default else '<w:basedOn w:val="Normal"/>'
    letters = f'<w:rPr><w:sz w:val="{half_points(size)}"/><w:szCs w:val="{half_points(size)}"/></w:rPr>' if size else ""
    return (
        f'<w:style w:type="paragraph"{marks} w:styleId="{key}"><w:name w:val="{name}"/>{based}<w:qFormat/>'
        f"{letters}</w:style>"
    )


def _standard(kind: str, key: str, name: str, properties: str = "") -> str:
    """The styles that every document must have."""
    return (
        f'<w:style w:type="{kind}" w:default="1" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:uiPriority w:val="99"/><w:semiHidden/>{properties}</w:style>'
    )


def _heading(key: str, level: int, size: float, place: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>{place}'
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:sz w:val="{half_points(size)}"/>'
        f'<w:szCs w:val="{half_points(size)}"/></w:rPr></w:style>'
    )


def _settings() -> str:
    uri = "http://schemas.microsoft.com/office/word"
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    )


def _replace(element: BaseOxmlElement, xml: str) -> None:
    """Put the children of `xml` in the place of the element's."""
    for child in list(element):
        element.remove(child)
    for child in list(parse_xml(xml)):
        element.append(child)


def _drop_unused(document: Document) -> None:
    """Leave parts of the template behind that say nothing about this document."""
    for relations in (document.part.rels, document.part.package.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.rsplit("/", 1)[-1] in _DROPPED:
                del relations[key]
