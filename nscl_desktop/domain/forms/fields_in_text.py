"""Fields in the texts of a form, such as {year} or {heading}: which are known where, and filling them in.

A text is the form author's, so a brace that is no field is a fault of the form, found when it is read.
"""

import re
from collections.abc import Collection, Mapping

from nscl_desktop.domain.forms.table_reader import suggestion

PLAN_FIELDS = frozenset(
    {"title", "province", "issuer", "years", "unit", "total_label", "total", "words", "year_from", "year_to"}
)
"""Known everywhere."""
BLOCK_FIELDS = {
    "period": frozenset({"period", "period_name", "period_from", "period_to"}),
    "section": frozenset({"section"}),
    "item": frozenset({"item"}),
}
"""Known inside a block repeated over a period, section or item, besides ``LINE_FIELDS``."""
LINE_FIELDS = frozenset({"label", "text", "heading"})
"""Of the innermost section or item."""
COLUMN_FIELDS = {
    "year": frozenset({"year"}),
    "period": frozenset({"period", "period_name", "period_from", "period_to"}),
    "source": frozenset({"source", "source_code"}),
    "column": frozenset({"column"}),
    "measure": frozenset({"measure"}),
}
"""Known in the titles below a column repeated over these."""

_FIELD = re.compile(r"\{(\w*)\}")


def unknown_fields(text: str, known: Collection[str]) -> list[str]:
    """A sentence for each field of the text that is not known here."""
    return [
        f"không có trường {{{name}}} ở đây{suggestion(name, known)}"
        for name in dict.fromkeys(_FIELD.findall(text))
        if name not in known
    ]


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its fields filled in; a field without value becomes empty."""
    return _FIELD.sub(lambda found: values.get(found[1], ""), text) if "{" in text else text
