"""How cells of the Excel form look: one place for fonts, colours and number formats."""

from typing import Any

from xlsxwriter import Workbook

_EXAMPLE = "#1F5FA8"
_HEADING = "#DCE6F1"
_SUM = "#F2F2F2"
_WHOLE, _TEXT = "#,##0", "@"
FRACTION = "#,##0.0#####"
"""For numbers that are not whole, set by condition: one format for both would show "15," for 15."""

_Format = Any
"""XlsxWriter has no types."""


class Formats:
    """The formats of one workbook. Values of the example are blue, sums stand on grey."""

    def __init__(self, book: Workbook) -> None:
        def made(**looks: object) -> _Format:
            return book.add_format({"font_name": "Times New Roman", "font_size": 12, "valign": "top"} | looks)

        boxed = {"border": 1}
        self.title = made(bold=True, font_size=14)
        self.hint = made(italic=True, font_color="#666666")
        self.wrapped = made(text_wrap=True)
        self.label = made(**boxed)
        self.heading = made(bold=True, text_wrap=True, align="center", bg_color=_HEADING, valign="vcenter", **boxed)
        self.text = made(num_format=_TEXT, text_wrap=True)
        self.number = made(num_format=_WHOLE)
        self.level = made(num_format="0", align="center", **boxed)
        self.cell_text = made(num_format=_TEXT, text_wrap=True, **boxed)
        self.cell_number = made(num_format=_WHOLE, **boxed)
        self.sum = made(num_format=_WHOLE, bg_color=_SUM, **boxed)
        self.total_text = made(bold=True, bg_color=_SUM, **boxed)
        self.total = made(bold=True, num_format=_WHOLE, bg_color=_SUM, **boxed)
        self.example_text = made(num_format=_TEXT, text_wrap=True, font_color=_EXAMPLE, **boxed)
        self.example_year = made(num_format="0", font_color=_EXAMPLE, align="left", **boxed)
        self.example_level = made(num_format="0", font_color=_EXAMPLE, align="center", **boxed)
        self.example_number = made(num_format=_WHOLE, font_color=_EXAMPLE, **boxed)
        self.fraction = book.add_format({"num_format": FRACTION})
