"""Copies of the tables of the three source plans as they lie on a clipboard, and an empty plan to paste into."""

from pathlib import Path

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.services.plan_life import new_plan
from nscl_desktop.services.table_import import ImportPreview, guess_mapping, guess_unit, plan_import, read_pasted

FOLDER = Path(__file__).parent / "pasted"
MILLION = 1_000_000


def pasted(name: str) -> str:
    """The text of one table."""
    return (FOLDER / name).read_text("utf-8")


def empty_plan(year_from: int = 2022, year_to: int = 2025, province: str = "") -> Budget:
    """A new plan with the sources NSNN and DN and no lines."""
    step = new_plan(code="THU", title="Kế hoạch thử", year_from=year_from, year_to=year_to, province=province)
    book = Book()
    book.apply(step.changes)
    return Budget(book, step.scope)


def preview_of(text: str, budget: Budget | None = None, unit: MoneyUnit | None = None) -> ImportPreview:
    """The preview with everything guessed."""
    table = read_pasted(text)
    mapping = guess_mapping(table)
    return plan_import(budget or empty_plan(), table, mapping, unit or guess_unit(table, mapping).unit)


def messages(preview: ImportPreview) -> list[str]:
    """What the preview tells."""
    return [finding.message for finding in preview.findings]


def row(*cells: object) -> str:
    """One row of text with tabs; None is an empty cell."""
    return "\t".join("" if cell is None else str(cell) for cell in cells)


def rows(*lines: tuple[object, ...]) -> str:
    """Rows of text with tabs."""
    return "\n".join(row(*line) for line in lines)
