"""JSON from outside, read so that nothing in it is guessed: a plan file may come from anywhere.

Python's own reader keeps the last of two equal keys, makes floats of money and accepts NaN. Here such places are marked
and the reader of the plan reports them with their paths.
"""

import json
from dataclasses import dataclass

from nscl_desktop.domain.errors import UnreadableFileError

MAX_SIZE = 20_000_000
"""Characters; a plan of 2,000 lines over ten years and three sources has a third of it."""
_MAX_DIGITS = 18  # what a column of SQLite holds


@dataclass(frozen=True, slots=True)
class Refused:
    """A number as written that must not be used: a float, NaN, or one with too many digits."""

    written: str


class JsonObject(dict[str, object]):
    """A JSON object that remembers keys written twice."""

    repeated: tuple[str, ...] = ()


def _object(pairs: list[tuple[str, object]]) -> JsonObject:
    made = JsonObject(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        made.repeated = tuple(sorted({key for key in keys if keys.count(key) > 1}))
    return made


def _whole_number(written: str) -> int | Refused:
    return int(written) if len(written.lstrip("-")) <= _MAX_DIGITS else Refused(written)


def parse(text: str) -> object:
    """The content of a JSON text, with JsonObject for objects and Refused for numbers that are not whole.

    Raises UnreadableFileError for a text that is no JSON, is too large or too deeply nested.
    """
    if len(text) > MAX_SIZE:
        raise UnreadableFileError(
            f"Tệp lớn hơn {MAX_SIZE // 1_000_000} triệu ký tự nên không đọc; hãy kiểm tra có chọn đúng tệp không."
        )
    try:
        return json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=_object,
            parse_float=Refused,
            parse_int=_whole_number,
            parse_constant=Refused,
        )
    except json.JSONDecodeError as error:
        raise UnreadableFileError(
            f"Không phải tệp JSON hợp lệ: sai từ dòng {error.lineno}, cột {error.colno}; hãy sửa chỗ đó rồi đọc lại.",
            f"dòng {error.lineno}, cột {error.colno}",
        ) from None
    except RecursionError:
        raise UnreadableFileError(
            "Tệp lồng quá nhiều cấp nên không đọc; hãy kiểm tra có chọn đúng tệp không."
        ) from None
