"""The rows all contestants print: long texts are unique, agencies, units and times repeat, as in a real plan."""

import random

from tests.reports import builders

TITLE = [builders.TAY_NINH_HEADING.label, builders.TAY_NINH_HEADING.title, builders.TAY_NINH_HEADING.attached_to]
HEADER = [cell.text for cell in builders.TAY_NINH_HEADER[0]]
NUMBERS = list(builders.NUMBER_ROW)
WIDTHS_MM = [column.width for column in builders.TAY_NINH_COLUMNS]
ALIGN = [str(column.align)[0] for column in builders.TAY_NINH_COLUMNS]


def is_section(cells: list[str]) -> bool:
    """Printed bold."""
    return cells[0] in {"I", "II", "III", "IV"}


def rows(count: int) -> list[list[str]]:
    """`count` rows of ten texts; 0 gives the real appendix."""
    real = builders.tay_ninh_records()
    if count == 0:
        return real[:-1]
    draw = random.Random(1322)
    items = [row for row in real if row[8] and row[0]]
    parts = sorted({part.strip() for row in items for part in row[1].replace(";", ",").split(",") if len(part) > 12})
    found = []
    for number in range(count):
        row = list(items[number % len(items)])
        if is_section(row):
            row[1] = f"{row[1]} (đợt {number})"
        else:
            row[0] = str(number + 1)
            chosen = "; ".join(draw.choice(parts) for _ in range(draw.choice((1, 1, 2, 2, 3, 4))))
            row[1] = f"{chosen} (mã {number:05d}, {draw.randint(2, 60)} DN)"
        quantity, price = draw.randint(1, 50), draw.randint(5, 900) * 100_000
        row[6:9] = [str(quantity), f"{price:,}".replace(",", "."), f"{price * quantity:,}".replace(",", ".")]
        found.append(row)
    return found
