"""In which line of a TOML text a key stands: the standard reader tells values, but not where they came from.

Only texts that the standard reader has accepted come here, so the scan need not judge syntax.
"""

import re
import tomllib
from collections.abc import Mapping

KeyPath = tuple[str | int, ...]
"""("block", 0, "column", 3, "width"): keys and places in arrays, counted from 0."""

_KEY = re.compile(r"""\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[A-Za-z0-9_-]+|"[^"]*"|'[^']*'""")
_HEADING = re.compile(r"\s*(\[\[?)([^\]#]*)\]")
_PIECE = re.compile(
    r'"""(?:\\[\s\S]|(?!""")[^\\])*"""+'
    r"|'''(?:(?!''')[\s\S])*'''+"
    r'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|\#[^\n]*|[\[\]{}]|\n',
)


def key_lines(text: str) -> Mapping[KeyPath, int]:
    """Line (from 1) of every table and key outside inline tables; ask ``line_of`` for any path."""
    found: dict[KeyPath, int] = {(): 1}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for number, statement in _statements(text):
        if heading := _HEADING.match(statement):
            table = _table_path(_parts(heading[2]), counts, new_element=heading[1] == "[[")
            for path in (
                table,
                table[:-1],
            ):  # of an array of tables, the array itself stands where its first element does
                found.setdefault(path, number)
        elif key := _KEY.match(statement):
            path = (*table, *_parts(key[1]))
            for length in range(len(table) + 1, len(path) + 1):
                found.setdefault(path[:length], number)
    return found


def line_of(path: KeyPath, lines: Mapping[KeyPath, int]) -> int:
    """Line of the nearest known place above ``path``, itself included."""
    return next(lines[path[:length]] for length in range(len(path), -1, -1) if path[:length] in lines)


def syntax_fault(error: tomllib.TOMLDecodeError, text: str) -> tuple[int, int, str]:
    """(line, column, Vietnamese sentence) of what the standard reader refused; column 0 at the end of the text."""
    message = str(error)
    place = re.search(r"\(at line (\d+), column (\d+)\)", message)
    line, column = (int(place[1]), int(place[2])) if place else (text.count("\n") + 1, 0)
    told = next((sentence for part, sentence in _MESSAGES.items() if part in message), "viết sai cú pháp TOML")
    return line, column, told


_MESSAGES = {
    "Expected '=' after a key": "thiếu dấu “=” sau tên khóa",
    "Invalid statement": "dòng này không phải là “khóa = giá trị” hay “[bảng]”",
    "Invalid value": "giá trị không đọc được; chữ phải nằm trong dấu ngoặc kép, số thập phân dùng dấu chấm",
    "Cannot overwrite a value": "khóa này đã được khai ở trên; hãy bỏ một chỗ",
    "twice": "bảng này đã được khai ở trên; nếu là một phần tử nữa, hãy viết trong hai dấu ngoặc [[…]]",
    "Duplicate inline table key": "khóa này được viết hai lần; hãy bỏ một chỗ",
    "Invalid initial character for a key part": "tên khóa không hợp lệ; bảng viết trong { } phải nằm trên một dòng",
    "Invalid hex value": "dấu “\\” trong chữ phải viết đôi",
    "invalid character": "có ký tự không được phép, thường do thiếu dấu ngoặc kép đóng",
    "Illegal character": "có ký tự không được phép, thường do thiếu dấu ngoặc kép đóng",
    "Unterminated string": "thiếu dấu ngoặc kép đóng",
    "Unclosed array": "thiếu dấu “]” đóng danh sách",
    "Unclosed inline table": "thiếu dấu “}” đóng bảng viết trên một dòng",
    "Expected newline or end of document": "thừa ký tự sau giá trị; mỗi khóa viết trên một dòng",
    "Expected ']": "thiếu dấu “]” sau tên bảng",
    "Unescaped '\\'": "dấu “\\” trong chữ phải viết đôi",
}


def _statements(text: str) -> list[tuple[int, str]]:
    """(line number, text) of each statement; values over several lines belong to the line of their key."""
    statements: list[tuple[int, str]] = []
    line = start_line = 1
    start = depth = 0
    for piece in _PIECE.finditer(text):
        token = piece[0]
        if token in ("[", "{"):
            depth += 1
        elif token in ("]", "}"):
            depth -= 1
        elif token == "\n" and depth <= 0:
            statements.append((start_line, text[start : piece.start()]))
            start, start_line, depth = piece.end(), line + 1, 0
        line += token.count("\n")
    statements.append((start_line, text[start:]))
    return statements


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _table_path(parts: tuple[str, ...], counts: dict[KeyPath, int], *, new_element: bool) -> KeyPath:
    """The path of a table heading, with the place of the last element of every array of tables on the way."""
    path: KeyPath = ()
    for index, part in enumerate(parts):
        path = (*path, part)
        if new_element and index == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path
