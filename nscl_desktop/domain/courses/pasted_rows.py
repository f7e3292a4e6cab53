"""Lines of a pasted list parted into pieces: by tabs, dashes, commas, or by the figures between the words."""

import csv
import io
import re

from nscl_desktop.domain.courses.pasted_pieces import OTHER, Piece, piece
from nscl_desktop.domain.text import fold

_NUMBER = re.compile(r"^\s*(?:[-•*+–·◦▪►✓]\s*)?(?:\d{1,3}\s*[.)/:]|\d{1,3}\s*[-–]\s+|\d{1,3}\s+(?=[^\W\d_]))\s*")
_BULLET = re.compile(r"^\s*(?:[-•*+–·◦▪►✓]|[IVX]{1,4}\.|[a-zđ]\))\s*")
_CHAT = re.compile(r"^\s*\[[^\]]{4,40}\]\s*[^:]{1,40}:\s*")
_STRONG = re.compile(r"\t|;|\||\s+[-–—]\s+|\s*[–—]\s*|\s+/\s+")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_FIGURES = re.compile(
    r"""(?<![\w@.:/-])(?:
        (?:(?:sinh\s(?:năm|ngày)|năm\ssinh|ngày\ssinh|sn|ns)\s*[:.]?\s*)?
            (?:(?:\d{1,2}\s?[/.-]\s?){1,2}(?:19|20)\d\d | (?:19[3-9]\d|200\d|201[0-5]))
        | (?:(?:s?đt|sdt|điện\sthoại|tel)\s*[:.]?\s*)? (?:\+84[ .]?|0)\d(?:[ .-]?\d){7,9}
        | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    )(?![\w:/])""",
    re.VERBOSE | re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?<=[\s,])(?=(?:sinh (?:năm|ngày)|năm sinh|ngày sinh|sn|s\.n|s?đt|sdt|điện thoại|tel|email|chức vụ|đơn vị)"
    r"\b\s*[:.\d\s])",
    re.IGNORECASE,
)
_TIGHT = re.compile(r"(?<=[^\W\d_])-(?=[\dA-ZĐÁÀẢÃẠÂĂÊÔƠƯ])|(?<=\d)-(?=[^\W\d_])")
_UNIT_INSIDE = re.compile(
    r"[\s,]+(?=(?:tổng công ty|công ty|cty|ctcp|sở|ubnd|htx|hợp tác xã|chi cục|trường|bệnh viện|trung tâm"
    r"|doanh nghiệp|dntn|nhà máy"
    r"|xí nghiệp|ngân hàng|tập đoàn"
    r"|đại học|hội|viện|ban quản lý|chi nhánh|hộ kinh doanh|cơ sở)\s)",
    re.IGNORECASE,
)


def rows_of(text: str) -> list[tuple[int, list[str], str]]:
    """(line, cells, whole line) of a text with tabs, where a cell of Excel may run over several lines."""
    reader = csv.reader(io.StringIO(text), delimiter="\t")
    rows, last = [], 0
    for cells in reader:
        line, last = last + 1, reader.line_num
        fit = [" ".join(cell.split()) for cell in cells]
        rows.append((line, fit, " ".join(filter(None, fit))))
    return rows


def without_number(line: str) -> str:
    """A line without what chats, lists and bullets put in front."""
    line = _CHAT.sub("", line)
    shorter = _NUMBER.sub("", line)
    return shorter if shorter != line else _BULLET.sub("", line)


def pieces_of(line: str) -> list[Piece]:
    """The pieces of a line in their order, each with what it is."""
    rest = without_number(line)
    inside = _BRACKETS.findall(rest)
    rest = _BRACKETS.sub(" ; ", rest)
    parts = _STRONG.split(rest)
    if len(parts) == 1 and "," not in rest:
        parts = _TIGHT.split(rest)
    found: list[Piece] = []
    for part in (*parts, *inside):
        found += _finer(part)
    return found


def cell_pieces(cell: str) -> list[Piece]:
    """The pieces of one cell of a table: mostly one."""
    return _finer(without_number(cell)) if cell else []


def _finer(part: str) -> list[Piece]:
    """A part of a line, parted again only as far as its parts can be told from themselves."""
    whole = piece(part)
    if not whole.value or (whole.what not in (OTHER, "title", "unit", "name") and not _LABEL.search(part)):
        return [whole] if whole.value else []
    texts: list[str] = []
    for each in _LABEL.split(part):
        texts += _around_figures(each)
    found: list[Piece] = []
    for each in texts:
        found += _by_commas(each)
    return [each for one in found for each in _title_and_unit(one)]


def _around_figures(text: str) -> list[str]:
    """A text parted before and behind years, telephones and mail addresses; a label stays with its figure."""
    if piece(text).what in ("phone", "born", "email"):
        return [text]
    parts, at = [], 0
    for found in _FIGURES.finditer(text):
        parts += [text[at : found.start()], found[0]]
        at = found.end()
    return [each for each in (*parts, text[at:]) if each.strip(" .,;:-")]


def _by_commas(text: str) -> list[Piece]:
    """Parted at commas where that shows something; what then still says nothing is joined again."""
    parts = [each for each in text.split(",") if each.strip()]
    if len(parts) < 2:
        return [piece(text)]
    found: list[Piece] = []
    for part in parts:
        one = piece(part)
        is_rest = one.what == OTHER or (one.what == "name" and bool(found) and not one.is_sure)
        if found and is_rest and found[-1].what in (OTHER, "unit", "title"):
            found[-1] = Piece(found[-1].what, f"{found[-1].value}, {part.strip()}")
        elif found and one.what == "name" and found[-1].what == "unit":
            found[-1] = Piece("unit", f"{found[-1].value}, {part.strip()}")
        else:
            found.append(one)
    return found


def _title_and_unit(one: Piece) -> list[Piece]:
    """“Giám đốc Công ty X” is a title and a unit."""
    if one.what not in ("title", OTHER):
        return [one]
    for found in _UNIT_INSIDE.finditer(one.value):
        before, behind = one.value[: found.start()].strip(" ,-"), one.value[found.end() :]
        if piece(behind).what == "unit" and fold(before) not in ("pho", "truong"):
            return [Piece(one.what, before), Piece("unit", behind)]
    return [one]
