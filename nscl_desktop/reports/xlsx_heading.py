"""The top of the sheet and its paragraphs (NĐ 30/2020, Phụ lục I, II.1, II.2, III.1), in strips."""

from nscl_desktop.domain.appendix import Align, AppendixDoc, Block, Heading, Paragraph, Table
from nscl_desktop.reports.fonts import BOLD, ITALIC, REGULAR
from nscl_desktop.reports.pdf_flow import Break
from nscl_desktop.reports.pdf_heading import COUNTRY, MOTTO
from nscl_desktop.reports.text_sizes import FOOTNOTE_SIZE, MOTTO_SIZE, NAME_SIZE, TEXT_SIZE, TITLE_SIZE
from nscl_desktop.reports.xlsx_formats import Run
from nscl_desktop.reports.xlsx_strips import LINE_HEIGHT, PADDING_Y, RULE_HEIGHT, Box, Setter, Strip, blank

_GAP = 6.0


def letterhead_split(room: float, country_width: float) -> tuple[float, float, float]:
    """Where agency and Quốc hiệu part: at best so that both have half, but Quốc hiệu is never broken."""
    middle = room - max(country_width + 2 * PADDING_Y, room / 2)
    return middle, 0.3 * room, middle


def heading_strips(heading: Heading, setter: Setter) -> list[Strip]:
    """Letterhead where the office prints one, “Phụ lục”, title, “(Kèm theo …)” and the short rule below."""
    strips = _letterhead(heading, setter)
    end = setter.grid.columns
    texts = [
        (setter.evenly(text, 0, end, style, TITLE_SIZE), style)
        for text, style in ((heading.label, BOLD), (heading.title, BOLD), (heading.attached_to, ITALIC))
        if text.strip()
    ]
    strips += [setter.line(text, style, TITLE_SIZE, after=Break.GLUE) for text, style in texts]
    if texts:
        length = setter.width(*texts[-1], TITLE_SIZE) / 3
        strips += [Strip((RULE_HEIGHT,), (setter.rule(0, end, length),), after=Break.GLUE), blank(_GAP)]
    return strips


def _letterhead(heading: Heading, setter: Setter) -> list[Strip]:
    """Two columns of lines, the agency's at the left, Quốc hiệu and Tiêu ngữ at the right, each with its rule."""
    grid = setter.grid
    country = setter.width(COUNTRY, BOLD, NAME_SIZE)
    wanted, least, most = letterhead_split(grid.room, country)
    split = max((i for i, x in enumerate(grid.edges) if least <= x <= most + 0.01), default=grid.edge_near(wanted))
    agency = [
        (Run(name, BOLD if index == len(heading.agency) - 1 else REGULAR, NAME_SIZE))
        for index, name in enumerate(heading.agency)
        if name.strip()
    ]
    motto = [Run(COUNTRY, BOLD, NAME_SIZE), Run(MOTTO, BOLD, MOTTO_SIZE)] if heading.motto else []
    if not agency and not motto:
        return []
    heights: list[float] = []
    boxes: list[Box] = []
    for row in range(max(len(agency), len(motto)) + 1):
        needed = [RULE_HEIGHT]
        for runs, first, end, share in ((agency, 0, split, 0.4), (motto, split, grid.columns, 1.0)):
            if row < len(runs):
                run = runs[row]
                needed.append(setter.height(run.text, first, end, run.style, run.size) + 1)
                boxes.append(Box(first, end, (run,), top=row, bottom=row))
            elif runs and row == len(runs):
                length = share * min(setter.width(*runs[-1]), grid.width(first, end))
                rule = setter.rule(first, end, length)
                boxes.append(Box(first, end, rule.runs, rule.align, rule.vertical, row, row))
        heights.append(max(needed))
    return [Strip((*heights,), tuple(boxes), after=Break.GLUE), blank(2 * _GAP)]


def paragraph_strips(paragraph: Paragraph, following: Block | None, setter: Setter) -> list[Strip]:
    """A line or paragraph between tables; headings, and what stands right above a table, stay with what follows.

    A thin row keeps the letters off the table's border: cells have no room below their text.
    """
    style = (BOLD if paragraph.bold else REGULAR) + (ITALIC if paragraph.italic else 0)
    gap = _GAP * (2 if paragraph.heading == 1 else 1)
    after = Break.KEEP if paragraph.heading or isinstance(following, Table) else Break.FREE
    strip = setter.line(paragraph.text, style, paragraph.size or TEXT_SIZE, paragraph.align, gap, after)
    return [strip, blank(_GAP / 2)] if isinstance(following, Table) else [strip]


def closing_strips(doc: AppendixDoc, setter: Setter) -> list[Strip]:
    """The amount in words, then the footnotes."""
    strips = []
    if doc.words.strip():
        one_line = setter.height(doc.words, 0, setter.grid.columns, ITALIC, TEXT_SIZE) <= TEXT_SIZE * LINE_HEIGHT
        align = Align.CENTER if one_line else Align.LEFT
        strips.append(setter.line(doc.words, ITALIC, TEXT_SIZE, align, _GAP))
    for mark, text in doc.footnotes:
        strips.append(setter.line(f"{mark} {text}".strip(), REGULAR, FOOTNOTE_SIZE, Align.LEFT, _GAP / 2))
    return strips
