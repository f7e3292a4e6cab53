"""Codes of dossiers by the office's own rule: words with {năm} and {số}, as "HT-{năm}-{số}" gives HT-2021-007."""

import re
from collections.abc import Iterable

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.text import match_key

FIRST_RULE = "HT-{năm}-{số}"
_DIGITS = 3
_PART = re.compile(r"\{(năm|số)\}")


def next_code(rule: str, year: int, known: Iterable[str]) -> str:
    """The code behind the greatest one of the year that follows the rule; at least three digits.

    A rule without {số} would give every dossier the same code and is refused.
    """
    if "{số}" not in rule:
        raise InputError("Quy tắc mã hồ sơ chưa có {số}; hãy ghi như HT-{năm}-{số}.")
    words = {"năm": str(year), "số": "([0-9]+)"}
    pattern = "".join(words[part] if at % 2 else re.escape(part) for at, part in enumerate(_PART.split(rule)))
    numbers = [int(found[1]) for code in known if (found := re.fullmatch(pattern, code.strip(), re.IGNORECASE))]
    number = f"{max(numbers, default=0) + 1:0{_DIGITS}}"
    return rule.replace("{năm}", str(year)).replace("{số}", number)


def require_new_code(code: str, known: Iterable[str]) -> None:
    """Refuse a code that another dossier bears; case and spaces tell none apart. No code at all is allowed."""
    if code.strip() and any(match_key(code) == match_key(each) for each in known):
        raise InputError(f"Mã hồ sơ {code.strip()} đã có; hãy ghi mã khác hoặc để trống.")
