"""The source papers as text files: their paragraphs, and their tables as rows of printed cells.

In the files a cell begins with a tab and may go on over several lines, an empty line ends a row, two end a table.
"""

from dataclasses import dataclass, field
from pathlib import Path

_FOLDER = Path(__file__).parent / "seed_texts"


@dataclass
class PrintedTable:
    """A table with the paragraphs above it, nearest last."""

    above: tuple[str, ...]
    rows: list[list[str]] = field(default_factory=list)


@dataclass
class Paper:
    """A source paper."""

    text: str
    paragraphs: list[str]
    tables: list[PrintedTable]


def paragraphs_of(text: str) -> list[str]:
    """Lines that are not empty, without spaces around them."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def read_paper(name: str, appendix: str) -> Paper:
    """Read a paper of which everything behind the line ``appendix`` may be tables."""
    text = (_FOLDER / name).read_text(encoding="utf-8")
    body, _, tail = text.partition(f"\n{appendix}\n")
    paper = Paper(text, [*paragraphs_of(body), appendix], [])
    table: PrintedTable | None = None
    row: list[str] = []
    for line in tail.split("\n"):
        if line.startswith("\t"):
            if table is None:
                table = PrintedTable(tuple(paper.paragraphs))
                paper.tables.append(table)
            if not row:
                table.rows.append(row)
            row.append(line.strip())
        elif row and line:
            row[-1] = f"{row[-1]}\n{line.strip()}"
        elif row:
            row = []
        elif not line:
            table = None
        elif line.strip():
            paper.paragraphs.append(line.strip())
    return paper
