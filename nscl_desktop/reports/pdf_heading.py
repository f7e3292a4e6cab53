"""The top of an appendix (NĐ 30/2020, Phụ lục I, III.1): "Phụ lục", title, reference and a short rule under them;
above, where the office prints them, the agency and Quốc hiệu (II.1, II.2).
"""

from nscl_desktop.domain.appendix import Heading
from nscl_desktop.reports.fonts import BOLD, ITALIC, LINE_SPACING, REGULAR, WordWidths
from nscl_desktop.reports.paper import Frame
from nscl_desktop.reports.pdf_flow import Bookmark, Break, Rule, Run, TextPiece
from nscl_desktop.reports.pdf_text import Setter
from nscl_desktop.reports.text_sizes import MOTTO_SIZE, NAME_SIZE, TEXT_SIZE, TITLE_SIZE

COUNTRY, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
_RULE_BELOW = 3.5
_SPACE_BELOW_LETTERHEAD = 18.0
_SPACE_ABOVE_NUMBER = 9.0
_SPACE_BELOW_TITLE = 13.0
_GUTTER = 8.0


def heading_pieces(heading: Heading, frame: Frame, widths: tuple[WordWidths, ...]) -> list[TextPiece]:
    """The heading line by line; no page ends between it and what follows."""
    setter = Setter.across(frame, widths)
    lines = [
        TextPiece(TITLE_SIZE * LINE_SPACING, (setter.run(line, 0.0, style, TITLE_SIZE),))
        for text, style in ((heading.label, BOLD), (heading.title, BOLD), (heading.attached_to, ITALIC))
        for line in setter.evenly(text, style, TITLE_SIZE)
    ]
    if lines:
        name = " ".join(f"{heading.label} {heading.title}".split()) or heading.attached_to
        lines[0].bookmark = Bookmark(name, 0)
        # As long as a third of the line above it, as under the title of a document (II.5)
        centre = (frame.left + frame.right) / 2
        half = max(30.0, (centre - lines[-1].runs[0].x) / 3)
        rule = (centre - half, _RULE_BELOW, centre + half, _RULE_BELOW)
        lines.append(TextPiece(_SPACE_BELOW_TITLE, rules=(rule,), after=Break.HOLD))
    return [*_letterhead(heading, frame, widths), *lines]


def _letterhead(heading: Heading, frame: Frame, widths: tuple[WordWidths, ...]) -> list[TextPiece]:
    """Agency at the left, the superior one not bold; Quốc hiệu and Tiêu ngữ at the right; each side is centred."""
    country_width = Setter(0.0, 1e6, widths).broken(COUNTRY, BOLD, NAME_SIZE)[0].width * NAME_SIZE / 1000
    middle = frame.right - max(country_width + 1, frame.width / 2)
    runs: list[Run] = []
    rules: list[Rule] = []
    height = 0.0
    left = Setter(frame.left, middle - _GUTTER, widths)
    for index, name in enumerate(heading.agency):
        style = BOLD if index == len(heading.agency) - 1 else REGULAR
        column = left.column(left.evenly(name, style, NAME_SIZE), height, style, NAME_SIZE)
        height += len(column) * NAME_SIZE * LINE_SPACING
        runs += column
    if runs:
        quarter = ((left.left + left.right) / 2 - runs[-1].x) * 0.4
        centre = (left.left + left.right) / 2
        rules.append((centre - quarter, height + _RULE_BELOW, centre + quarter, height + _RULE_BELOW))
    level = height + _SPACE_ABOVE_NUMBER
    if heading.number.strip():
        height += _SPACE_ABOVE_NUMBER if runs else 0.0
        number = left.column(left.broken(heading.number, REGULAR, TEXT_SIZE), height, REGULAR, TEXT_SIZE)
        height += len(number) * TEXT_SIZE * LINE_SPACING
        runs += number
    if heading.motto:
        right = Setter(middle, frame.right, widths)
        motto = right.column(right.broken(MOTTO, BOLD, MOTTO_SIZE), NAME_SIZE * LINE_SPACING, BOLD, MOTTO_SIZE)
        runs += [*right.column(right.broken(COUNTRY, BOLD, NAME_SIZE), 0.0, BOLD, NAME_SIZE), *motto]
        bottom = (NAME_SIZE + MOTTO_SIZE) * LINE_SPACING
        rules.append((motto[0].x, bottom + _RULE_BELOW, right.left + right.right - motto[0].x, bottom + _RULE_BELOW))
        height = max(height, bottom)
    if heading.dated.strip():
        beside = Setter(middle, frame.right, widths)
        level = max(level, (NAME_SIZE + MOTTO_SIZE) * LINE_SPACING + _SPACE_ABOVE_NUMBER)
        day = beside.column(beside.broken(heading.dated, ITALIC, TEXT_SIZE), level, ITALIC, TEXT_SIZE)
        height = max(height, level + len(day) * TEXT_SIZE * LINE_SPACING)
        runs += day
    if not runs:
        return []
    return [TextPiece(height + _SPACE_BELOW_LETTERHEAD, tuple(runs), rules=tuple(rules))]
