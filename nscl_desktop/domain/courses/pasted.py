"""People out of any pasted text: a table from Excel or Word, a numbered list, lines of a chat, mixed separators.

Headings are found and followed; without them each piece says what it is. Nothing is guessed silently: a line that
names nobody is handed back with the others, and what is found is shown before anything is taken over.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from nscl_desktop.domain.courses.pasted_pieces import OTHER, Piece, born, is_unit, person_name, phone, piece
from nscl_desktop.domain.courses.pasted_rows import cell_pieces, pieces_of, rows_of, without_number
from nscl_desktop.domain.courses.pasted_words import HEADINGS, NO_NAMES
from nscl_desktop.domain.text import fold, nfc

_FIELD_OF = {word: field for field, words in HEADINGS.items() for word in words}
_TELLING = frozenset({"phone", "born", "email", "unit", "title", "sex"})
_BY_FIELD = ("title", "unit", "email", "note")


class PastedPerson(NamedTuple):
    """What a line says of somebody; ``line`` counts from 1. ``birth_year`` 0 and texts "" where it says nothing."""

    line: int
    name: str
    birth_year: int = 0
    sex: str = ""
    unit: str = ""
    title: str = ""
    phone: str = ""
    email: str = ""
    note: str = ""


class Pasted(NamedTuple):
    """The people of a text, and the lines that name nobody."""

    people: tuple[PastedPerson, ...]
    skipped: tuple[tuple[int, str], ...]


def read_people(text: str) -> Pasted:
    """Everyone whom a pasted text names, in its order."""
    text = nfc(text)
    if "\t" in text:
        rows = rows_of(text)
    else:
        mark = next((each for each in "|;" if _is_parted(text, each)), "\t")
        lines = text.split("\n")
        rows = [(at, _cells(line, mark), line.strip()) for at, line in enumerate(lines, 1)]
    head = next((at for at, (_, cells, _) in enumerate(rows) if _is_heading(cells)), -1)
    return _table(rows, head) if head >= 0 else _lines(rows)


def _is_parted(text: str, mark: str) -> bool:
    lines = [line for line in text.split("\n") if line.strip()]
    return sum(line.count(mark) > 1 for line in lines) * 2 > len(lines)


def _cells(line: str, mark: str) -> list[str]:
    return [" ".join(each.split()) for each in line.strip(mark + " ").split(mark)]


# -- with headings -----------------------------------------------------------------------------------------------------


def _fields(cells: Sequence[str]) -> list[str]:
    return [_FIELD_OF.get(fold(cell).strip(" .:*"), "") for cell in cells]


def _is_heading(cells: Sequence[str]) -> bool:
    found = set(_fields(cells)) - {""}
    return len(found) >= 2 and bool(found & {"name", "before", "given"})


def _table(rows: Sequence[tuple[int, list[str], str]], head: int) -> Pasted:
    fields = _fields(rows[head][1])
    first = head + 1
    if first < len(rows):
        below = _fields(rows[first][1])
        known = {each for each in below if each}
        if known and known <= {"male", "female", "before", "given"}:  # a heading in two rows: Năm sinh over Nam, Nữ
            width = max(len(fields), len(below))
            pairs = zip(_wide(below, width), _wide(fields, width), strict=True)
            fields = [low or high for low, high in pairs]
            first += 1
    people, skipped = [], [(line, whole) for line, _, whole in rows[:head] if whole]
    group = ""
    for line, cells, whole in rows[first:]:
        person = _of_cells(line, cells, fields)
        if person.name:
            people.append(person if person.unit else person._replace(unit=group))
        elif is_unit(without_number(whole)):
            group = without_number(whole).strip(" :")
        elif whole and not _is_number_row(cells):
            skipped.append((line, whole))
    return Pasted(tuple(people), tuple(skipped))


def _wide(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]


def _is_number_row(cells: Sequence[str]) -> bool:
    """The row (1) (2) (3) under headings."""
    return all(not cell or cell.strip("() ").isdigit() for cell in cells)


def _of_cells(line: int, cells: Sequence[str], fields: Sequence[str]) -> PastedPerson:
    found: dict[str, str] = {}
    for field, cell in zip(fields, cells, strict=False):
        if not cell:
            continue
        if field in ("male", "female"):
            found["sex"] = field
            found["born"] = born(cell) or found.get("born", "")
        elif field and field not in ("number", "signed"):
            found[field] = f"{found[field]}, {cell}" if field in found else cell
    raw = " ".join(filter(None, (found.get("name"), found.get("before"), found.get("given"))))
    name, sex, _ = person_name(raw)
    if not name and raw and not is_unit(raw) and fold(raw) not in _FIELD_OF and not any(map(str.isdigit, raw)):
        name = (
            raw if len(raw.split()) > 1 and any(found.get(each) for each in ("born", "phone", "unit", "title")) else ""
        )
    what = piece(found.get("sex", ""))
    return PastedPerson(
        line, name, int(_born(found.get("born", "")) or 0), what.value if what.what == "sex" else sex,
        found.get("unit", ""), found.get("title", ""), _phone(found.get("phone", "")), found.get("email", "").lower(),
        found.get("note", ""),
    )  # fmt: skip


def _born(text: str) -> str:
    return born(text) or born(piece(text).value)


def _phone(text: str) -> str:
    return phone(text) or text


# -- without headings --------------------------------------------------------------------------------------------------


def _lines(rows: Sequence[tuple[int, list[str], str]]) -> Pasted:
    read = [(line, _pieces(cells, whole), whole) for line, cells, whole in rows if whole]
    columns = _columns(read) if any(len(cells) > 2 for _, cells, _ in rows) else {}
    people: list[PastedPerson] = []
    skipped: list[tuple[int, str]] = []
    group = ""
    for line, pieces, whole in read:
        person = _of_pieces(line, [_by_column(each, at, columns) for at, each in enumerate(pieces)], whole)
        if person.name:
            people.append(person if person.unit else person._replace(unit=group))
        elif len(pieces) == 1 and pieces[0].what == "unit":
            group = pieces[0].value
        else:
            skipped.append((line, whole))
    return Pasted(tuple(people), tuple(skipped))


def _pieces(cells: Sequence[str], whole: str) -> list[Piece]:
    if len(cells) > 2:
        return [each for cell in cells if not cell.strip(" .").isdigit() or len(cell) > 3 for each in cell_pieces(cell)]
    return pieces_of(whole)


def _columns(read: Sequence[tuple[int, list[Piece], str]]) -> dict[int, str]:
    """What most cells of a column without heading are, for those that do not say it themselves."""
    votes: dict[int, Counter[str]] = {}
    for _, pieces, _ in read:
        for at, each in enumerate(pieces):
            if each.what in ("unit", "title"):
                votes.setdefault(at, Counter())[each.what] += 1
    return {at: found.most_common(1)[0][0] for at, found in votes.items()}


def _by_column(one: Piece, at: int, columns: dict[int, str]) -> Piece:
    return Piece(columns[at], one.value) if one.what == OTHER and at in columns else one


def _of_pieces(line: int, pieces: Sequence[Piece], whole: str) -> PastedPerson:
    is_told = any(each.what in _TELLING for each in pieces) or without_number(whole) != whole
    name = next((each for each in pieces if each.what == "name" and (each.is_sure or is_told)), None)
    if name is None or fold(without_number(whole)).startswith(NO_NAMES):
        return PastedPerson(line, "")
    words, sex, _ = person_name(name.value)
    found: dict[str, str] = {}
    rest: list[str] = []
    for each in pieces:
        if each is name:
            continue
        if each.what in (OTHER, "name") or each.what in found:
            rest.append(each.value)
        else:
            found[each.what] = each.value
    for field in sorted({"unit", "title"} - found.keys(), reverse=True):
        if rest:
            found[field] = max(rest, key=len) if field == "unit" else rest[0]
            rest.remove(found[field])
    return PastedPerson(
        line, words, int(found.get("born", 0)), found.get("sex", sex), found.get("unit", ""), found.get("title", ""),
        found.get("phone", ""), found.get("email", ""), "; ".join(rest),
    )  # fmt: skip
