"""Prints a sample or small plan in a form."""

from collections.abc import Callable
from functools import cache

from nscl_desktop.domain.appendix import AppendixDoc, Table
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.forms.document import build_appendix
from nscl_desktop.domain.forms.frame_texts import AppendixOptions
from nscl_desktop.domain.forms.model import Form
from nscl_desktop.domain.forms.parsing import parse_form
from nscl_desktop.domain.plans import Plan
from nscl_desktop.exchange.form_files import find_form, general_form
from nscl_desktop.exchange.plan_json import read_plan
from nscl_desktop.resource_files import resource_path
from tests.forms.unlike_forms import PLAN_AND_ACTUAL, PROPOSED_AND_APPROVED

SAMPLES = ("BD-2021-2030", "TN-2021", "BG-2021-2025")
GENERAL_CHOICES = (
    "label,text,unit,quantity,price,total,share,lead,note",
    "text,total,periods",
    "number,text,years,total,schedule",
    "label,text,quantities,total,partners",
    "label,text,total,sources,years-sources",
)
FORMS = ("tay-ninh", "bac-giang", "binh-duong", "ke-hoach-thuc-hien", *GENERAL_CHOICES)


@cache
def sample(code: str) -> Budget:
    """The computed budget of a source plan."""
    book = read_plan(resource_path("samples", f"{code}.json").read_text(encoding="utf-8"))
    return Budget(book, next(iter(book.table(Plan))))


@cache
def form_named(name: str) -> Form:
    """A shipped form, an unlike form, or the general form with columns."""
    makers: dict[str, Callable[[], Form]] = {
        "ke-hoach-thuc-hien": lambda: parse_form(PLAN_AND_ACTUAL, "ke-hoach-thuc-hien.toml"),
        "de-nghi-tham-dinh": lambda: parse_form(PROPOSED_AND_APPROVED, "de-nghi-tham-dinh.toml"),
    }
    if name in makers:
        return makers[name]()
    return general_form(name.split(",")) if "," in name else find_form(name)


@cache
def printed_sample(code: str, form: str) -> AppendixDoc:
    """A source plan in a form."""
    return build_appendix(form_named(form), sample(code))


def printed(form: str, budget: Budget, options: AppendixOptions | None = None) -> AppendixDoc:
    """A plan in a form written in the test."""
    return build_appendix(parse_form(form, "thu.toml"), budget, options or AppendixOptions())


def table_form(*columns: str, table: str = "") -> str:
    """A form of one table; each column is a few keys, such as 'kind = "text"'."""
    written = "\n".join(f"[[block.column]]\n{column}" for column in columns)
    return f'id = "thu"\nname = "Thử"\n[[block]]\nkind = "table"\n{table}\n{written}\n'


def printed_table(budget: Budget, *columns: str, table: str = "") -> Table:
    """The one table of such a form."""
    return printed(table_form(*columns, table=table), budget).tables[0]
