"""One contestant prints once, in a process of its own: `pdf_contestants.py ours|canvas|typst ROWS FILE`.

`canvas` is the yardstick: what a careful programmer writes straight on reportlab's canvas for just this table, with
cached word widths and no rule about pages but that rows stay whole.
"""

import json
import re
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

from tests.benchmarks.pdf_rows import ALIGN, HEADER, NUMBERS, TITLE, WIDTHS_MM, is_section, rows

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
SIZE, LEADING, PAD, MM = 11.0, 12.65, 3.0, 72 / 25.4
Taken = tuple[float, float]
"""Seconds of the clock and of the processor."""
MeasuredLine = tuple[list[list[tuple[str, float]]], float, str, list[str]]


class Watch:
    """Runs from its making; the processor's time does not count what other programs on the machine take."""

    def __init__(self) -> None:
        self._clock, self._processor = perf_counter(), process_time()

    def read(self) -> Taken:
        """Time since then."""
        return perf_counter() - self._clock, process_time() - self._processor


def ours(count: int, target: Path) -> Taken:
    """Print with the program; a count of 0 prints the real appendix once before, as in a running program."""
    from nscl_desktop.domain.appendix import AppendixDoc, RowKind, Table  # a contestant loads only its own tools
    from nscl_desktop.reports.fonts import embedded_fonts
    from nscl_desktop.reports.pdf import write_pdf
    from tests.reports import builders

    if count == 0:
        doc = builders.tay_ninh()
    else:
        body = tuple(
            builders.budget_row(cells, RowKind.SECTION if is_section(cells) else RowKind.ITEM, str(number))
            for number, cells in enumerate(rows(count))
        )
        table = Table(builders.TAY_NINH_COLUMNS, builders.TAY_NINH_HEADER, body, builders.NUMBER_ROW)
        doc = AppendixDoc(builders.TAY_NINH_HEADING, (table,), landscape=True)
    write_pdf(builders.tay_ninh(), target, fonts=embedded_fonts())
    watch = Watch()
    write_pdf(doc, target, fonts=embedded_fonts())
    return watch.read()


def canvas(count: int, target: Path) -> Taken:  # noqa: C901, PLR0915 - a yardstick stands in one piece
    """The yardstick."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for name in ("Regular", "Bold"):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"LiberationSerif-{name}.ttf")))
    data = rows(count)
    watch = Watch()
    page_width, page_height = landscape(A4)
    scale = (page_width - 45 * MM) / sum(WIDTHS_MM)
    widths = [width * scale for width in WIDTHS_MM]
    edges = [30 * MM]
    for width in widths:
        edges.append(edges[-1] + width)
    known_words: dict[tuple[str, str], float] = {}
    known_cells: dict[tuple[int, str, str], list[tuple[str, float]]] = {}

    def word_width(word: str, font: str) -> float:
        if (word, font) not in known_words:
            known_words[word, font] = pdfmetrics.stringWidth(word, font, SIZE)
        return known_words[word, font]

    def broken(column: int, text: str, font: str) -> list[tuple[str, float]]:
        if (column, text, font) in known_cells:
            return known_cells[column, text, font]
        room, space = widths[column] - 2 * PAD, word_width(" ", font)
        lines: list[tuple[str, float]] = []
        words: list[str] = []
        used = 0.0
        for word in text.split():
            width = word_width(word, font)
            if words and used + space + width > room:
                lines.append((" ".join(words), used))
                words, used = [word], width
            else:
                used += width + (space if words else 0)
                words.append(word)
        if words:
            lines.append((" ".join(words), used))
        known_cells[column, text, font] = lines
        return lines

    def measured(cells: list[str], font: str, align: list[str]) -> MeasuredLine:
        lines = [broken(column, text, font) for column, text in enumerate(cells)]
        return lines, max(map(len, lines)) * LEADING + 6, font, align

    pdf = Canvas(str(target), pagesize=(page_width, page_height), initialFontName="Regular", initialFontSize=SIZE)

    def draw(lines: list[MeasuredLine], y: float) -> None:
        text = pdf.beginText()
        top, levels = y, [y]
        for cells, height, font, align in lines:
            text.setFont(font, SIZE, LEADING)
            for column, cell in enumerate(cells):
                base = y - (height - len(cell) * LEADING) / 2 - SIZE + 0.6
                for line, width in cell:
                    free = widths[column] - width
                    shift = {"l": PAD, "c": free / 2, "r": free - PAD}[align[column]]
                    text.setTextOrigin(edges[column] + shift, base)
                    text.textOut(line)
                    base -= LEADING
            y -= height
            levels.append(y)
        pdf.drawText(text)
        pdf.setLineWidth(0.5)
        pdf.lines([(edges[0], level, edges[-1], level) for level in levels] + [(x, top, x, y) for x in edges])

    head = [measured(HEADER, "Bold", ["c"] * 10), measured(NUMBERS, "Regular", ["c"] * 10)]
    y = page_height - 20 * MM
    pdf.setFont("Bold", 14)
    for title in TITLE:
        pdf.drawCentredString(page_width / 2, y - 14, title)
        y -= 16
    page, bottom = list(head), 20 * MM
    room = y - bottom - sum(line[1] for line in head)
    for cells in data:
        line = measured(cells, "Bold" if is_section(cells) else "Regular", ALIGN)
        if line[1] > room:
            draw(page, y)
            pdf.showPage()
            y = page_height - 20 * MM
            page, room = list(head), y - bottom - sum(line[1] for line in head)
        page.append(line)
        room -= line[1]
    draw(page, y)
    pdf.showPage()
    pdf.save()
    return watch.read()


TYPST = """
#set page(paper: "a4", flipped: true, margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm))
#set text(font: "Liberation Serif", size: 11pt, lang: "vi", top-edge: "ascender", bottom-edge: "descender")
#set par(leading: 0.93pt)
#set table.cell(breakable: false)
#let d = json("data.json")
#align(center)[#for t in d.title [*#t* \\ ]]
#table(columns: (COLUMNS), align: (ALIGN), inset: 3pt, stroke: 0.5pt,
  table.header(..d.header.map(h => table.cell(align: center, strong(h))),
    ..d.nums.map(h => table.cell(align: center, h))),
  ..d.rows.map(r => if r.at(0) in ("I", "II", "III", "IV") { r.map(strong) } else { r }).flatten())
"""


def typst(count: int, target: Path) -> Taken:
    """A compiled typesetter (Rust)."""
    import typst as compiler

    names = {"l": "left+horizon", "c": "center+horizon", "r": "right+horizon"}
    source = TYPST.replace("COLUMNS", ",".join(f"{width / 272 * 252:.2f}mm" for width in WIDTHS_MM))
    source = source.replace("ALIGN", ",".join(names[align] for align in ALIGN))
    data = rows(count)
    watch = Watch()
    with tempfile.TemporaryDirectory() as folder:
        everything = {"title": TITLE, "header": HEADER, "nums": NUMBERS, "rows": data}
        Path(folder, "data.json").write_text(json.dumps(everything), "utf-8")
        Path(folder, "main.typ").write_text(source, "utf-8")
        main = str(Path(folder, "main.typ"))
        compiler.compile(main, output=str(target), font_paths=[str(FONTS)], ignore_system_fonts=True)
    return watch.read()


def peak_mb() -> float:
    """Megabytes this program has held at most; 0 where the system does not tell.

    Not getrusage: a child's counts what its parent held when it was forked.
    """
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s*(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    contestant = {"ours": ours, "canvas": canvas, "typst": typst}[sys.argv[1]]
    clock, processor = contestant(int(sys.argv[2]), Path(sys.argv[3]))
    print(clock, processor, peak_mb())
