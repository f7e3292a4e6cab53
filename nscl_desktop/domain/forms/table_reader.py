"""Reads one TOML table field by field and notes everything that does not fit, so that all faults are told at once."""

import difflib
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from nscl_desktop.domain.forms.faults import Faults
from nscl_desktop.domain.forms.toml_lines import KeyPath
from nscl_desktop.domain.text import nfc, quoted

_Choice = TypeVar("_Choice", bound=StrEnum)
_LONGEST_TEXT = 5_000
_LONGEST_LIST = 200


class TableReader:
    """The keys of one table. Every method takes one key; ``finish`` reports the keys that nothing asked for."""

    def __init__(self, table: Mapping[str, object], path: KeyPath, faults: Faults) -> None:
        self._table = table
        self._path = path
        self._faults = faults
        self._asked: list[str] = []

    def holds(self, key: str, kind: type = object) -> bool:
        """Whether the key is written (with a value of this kind)."""
        return key in self._table and isinstance(self._table[key], kind)

    def fault(self, key: str, sentence: str) -> None:
        """Note a fault at a key of this table ("" for the table itself)."""
        self._faults.add((*self._path, key) if key else self._path, sentence)

    @property
    def is_clean(self) -> bool:
        """Whether no fault has been noted at this table or below it: one cause should be told once."""
        return not self._faults.below(self._path)

    def text(self, key: str, default: str = "", *, required: bool = False) -> str:
        """A text, NFC."""
        value = self._value(key)
        if value is None:
            if required:
                self.fault("", f"thiếu khóa “{key}”")
            return default
        if not isinstance(value, str):
            self.fault(key, "phải là chữ trong dấu ngoặc kép")
            return default
        if len(value) > _LONGEST_TEXT:
            self.fault(key, f"dài quá {_LONGEST_TEXT:,} ký tự; hãy viết ngắn lại".replace(",", "."))
            return default
        return nfc(value)

    def flag(self, key: str, *, default: bool) -> bool:
        """Yes or no (true or false in TOML)."""
        value = self._value(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.fault(key, "chỉ nhận true (có) hoặc false (không), không có dấu ngoặc kép")
            return default
        return value

    def optional_flag(self, key: str) -> bool | None:
        """Yes, no, or None where the key is not written."""
        return None if self._value(key) is None else self.flag(key, default=False)

    def number(self, key: str, least: float, most: float) -> float | None:
        """A number within limits."""
        value = self._value(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            self.fault(key, f"phải là số từ {least:g} đến {most:g}")
            return None
        return float(value)

    def integer(self, key: str, least: int, most: int) -> int | None:
        """A whole number within limits."""
        value = self._value(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            self.fault(key, f"phải là số nguyên từ {least} đến {most}")
            return None
        return value

    def choice(self, key: str, choices: type[_Choice], default: _Choice) -> _Choice:
        """One of a closed list; a near miss is suggested."""
        value = self.word(key, [each.value for each in choices if each.value], default.value)
        return choices(value)

    def word(self, key: str, choices: Iterable[str], default: str) -> str:
        """One of a few words; a near miss is suggested."""
        value = self.text(key, default)
        offered = list(choices)
        if value == default or value in offered:
            return value
        near = suggestion(value, offered)
        self.fault(key, f"không có lựa chọn {quoted(value)}{near}; chọn một trong: {', '.join(offered)}")
        return default

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text or number stands for a list of one."""
        return tuple(nfc(str(value)) for value in self._list(key, (str, int), "chữ hoặc số nguyên"))

    def integers(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers; a single one stands for a list of one."""
        return tuple(value for value in self._list(key, (int,), "số nguyên") if isinstance(value, int))

    def table(self, key: str) -> "TableReader":
        """A table inside this one; an empty one when it is not written."""
        value = self._value(key)
        if value is not None and not isinstance(value, dict):
            self.fault(key, f"phải là một bảng: viết [{key}] rồi các khóa ở dưới, hoặc {{ khóa = giá trị }}")
        return TableReader(value if isinstance(value, dict) else {}, (*self._path, key), self._faults)

    def tables(self, key: str) -> tuple["TableReader", ...]:
        """An array of tables."""
        value = self._value(key)
        if value is None:
            return ()
        if (
            not isinstance(value, list)
            or not all(isinstance(each, dict) for each in value)
            or len(value) > _LONGEST_LIST
        ):
            self.fault(key, f"phải là các bảng viết trong hai dấu ngoặc [[…{key}]], nhiều nhất {_LONGEST_LIST}")
            return ()
        return tuple(TableReader(each, (*self._path, key, index), self._faults) for index, each in enumerate(value))

    def finish(self) -> None:
        """Report the keys that are not of the grammar here."""
        for key in self._table:
            if key not in self._asked:
                self.fault(key, f"không có khóa này{suggestion(key, self._asked)}")

    def _value(self, key: str) -> object:
        self._asked.append(key)
        return self._table.get(key)

    def _list(self, key: str, types: tuple[type, ...], named: str) -> list[object]:
        value = self._value(key)
        if value is None:
            return []
        values = value if isinstance(value, list) else [value]
        fits = all(isinstance(each, types) and not isinstance(each, bool) for each in values)
        if not fits or len(values) > _LONGEST_LIST:
            self.fault(key, f"phải là {named}, hoặc danh sách [ … ] các {named}")
            return []
        return values


def suggestion(word: str, known: Iterable[str]) -> str:
    """The question "(có phải là “width”?)" for the nearest known word; empty where none is near."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (có phải là “{near[0]}”?)" if near else ""
