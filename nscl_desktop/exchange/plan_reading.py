"""From the nested lists of a plan file to records: every fault found in one reading, each with its path."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import FieldSpec, Kind, Place, Value
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.positions import sequence
from nscl_desktop.domain.record_kinds import kind_named
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.text import nfc, quoted
from nscl_desktop.exchange.plan_shape import (
    DIRECTORY,
    FORMAT,
    MAX_LINE_DEPTH,
    VERSION,
    id_by_index,
    id_of_handle,
    natural_id,
    shape_of,
)
from nscl_desktop.exchange.plan_values import from_json
from nscl_desktop.exchange.strict_json import JsonObject

MAX_FINDINGS = 100
LONGEST_FINDING = 400
_DIRECTORY_KEYS = frozenset(each.entity for each in DIRECTORY)
_UUID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    """A record as it stands in the file, before references are looked up."""

    record_type: type[Record]
    path: str
    data: Mapping[str, object]
    fixed: dict[str, Value]
    """What follows from where the record stands: id (unless it has a natural key), owner, order."""


class PlanReading:
    """One reading of a plan file. ``findings`` are sentences, in file order; the book is whole only without any."""

    def __init__(self) -> None:
        self.findings: list[str] = []
        self._found: list[_Found] = []
        self._ids: dict[type[Record], dict[str, str]] = {}
        self._plan_code = ""
        self._plan_id = ""

    def read(self, document: object) -> Book:
        """The records of the whole file; look at ``findings`` before using them."""
        top = self._object(document, "", frozenset({"format", "version", "directory", "plan"}))
        if top is None or not self._right_format(top):
            return Book()
        directory = self._object(top.get("directory", JsonObject()), "directory", _DIRECTORY_KEYS)
        if directory is not None:
            for record_type in DIRECTORY:
                self._collect_list(record_type, directory, "directory", "")
        self._collect_plan(top.get("plan"))
        made = [(found.path, record) for found in self._found if (record := self._made(found)) is not None]
        self._report_repeated(made)
        self._report_circles(made)
        return Book(record for _, record in made)

    # -- what stands where --------------------------------------------------------------------------------------------

    def _right_format(self, top: JsonObject) -> bool:
        if top.get("format") != FORMAT:
            self._report("format", f'Đây không phải tệp kế hoạch của chương trình (khóa "format" phải là "{FORMAT}").')
            return False
        if top.get("version") != VERSION:
            self._report(
                "version",
                f"Chương trình chỉ đọc tệp kế hoạch phiên bản {VERSION}; hãy cập nhật chương trình rồi đọc lại.",
            )
            return False
        return True

    def _collect_plan(self, data: object) -> None:
        code = data.get("code") if isinstance(data, dict) else None
        self._plan_code = nfc(code).strip() if isinstance(code, str) else ""
        self._plan_id = self._given_id(Plan, data, "plan") or id_of_handle(Plan, self._plan_code, self._plan_code)
        self._collect(Plan, data, "plan", {"id": self._plan_id}, 0)

    def _collect(self, record_type: type[Record], data: object, path: str, fixed: dict[str, Value], depth: int) -> None:
        shape = shape_of(record_type)
        found = self._object(data, path, shape.keys)
        if found is None:
            return
        self._found.append(_Found(record_type, path, found, fixed))
        if depth > MAX_LINE_DEPTH:
            self._report(path, f"Mục chi lồng quá {MAX_LINE_DEPTH} cấp; hãy kiểm tra lại cách lồng.")
            return
        for child_type in shape.children:
            self._collect_list(child_type, found, path, str(fixed.get("id", "")), depth, below=record_type)

    def _collect_list(
        self,
        record_type: type[Record],
        container: Mapping[str, object],
        path: str,
        owner_id: str,
        depth: int = 0,
        below: type[Record] | None = None,
    ) -> None:
        """The records of one list, with owner and order."""
        path = f"{path}.{record_type.entity}"
        given = container.get(record_type.entity, [])
        if not isinstance(given, list):
            self._report(path, "Phải là một danh sách trong ngoặc vuông […].")
            return
        shape = shape_of(record_type)
        parent = owner_id if below is Line else ""
        for index, (data, position) in enumerate(zip(given, sequence(len(given)), strict=True)):
            fixed: dict[str, Value] = {}
            if not shape.natural_key:
                key = self._given_id(record_type, data, f"{path}[{index}]")
                fixed["id"] = key or id_by_index(record_type, owner_id, index)
            if shape.owner:
                fixed[shape.owner] = self._plan_id if record_type is Line else owner_id
            if shape.order:
                fixed[shape.order] = Place(parent, position) if record_type is Line else position
            self._collect(record_type, data, f"{path}[{index}]", fixed, depth + 1 if record_type is Line else 0)

    def _object(self, data: object, path: str, known: frozenset[str]) -> JsonObject | None:
        if not isinstance(data, JsonObject):
            self._report(path, "Phải là một nhóm trong ngoặc nhọn {…}.")
            return None
        for key in data.repeated:
            self._report(path, f"Khóa {quoted(key)} ghi hai lần; hãy giữ một.")
        for key in data:
            if key not in known:
                self._report(path, f"Không có khóa {quoted(key)} ở đây; hãy kiểm tra chính tả hoặc bỏ đi.")
        return data

    def _given_id(self, record_type: type[Record], data: object, path: str) -> str | None:
        """The key that the file gives a record, made from its handle; None if it gives none."""
        if not isinstance(data, JsonObject) or "id" not in data:
            return None
        handle = self._handle(data["id"])
        if handle is None:
            self._report(f"{path}.id", "Khóa phải là một chuỗi chữ không trống.")
            return None
        key = _as_uuid(handle) or id_of_handle(record_type, self._plan_code, handle)
        known = self._ids.setdefault(record_type, {})
        known[handle] = known[key] = key
        return key

    @staticmethod
    def _handle(given: object) -> str | None:
        return nfc(given).strip() or None if isinstance(given, str) else None

    # -- from what was found to records -------------------------------------------------------------------------------

    def _made(self, found: _Found) -> Record | None:
        record_type = found.record_type
        before = len(self.findings)
        values: dict[str, Value] = dict(found.fixed)
        shape = shape_of(record_type)
        for spec in shape.fields:
            if spec.kind is not Kind.KEY and spec.name in found.data:
                values[spec.name] = self._value(found, spec)
            elif spec.name in shape.required:
                self._report(found.path, f'Thiếu “{spec.label}” (khóa "{spec.name}") của {record_type.noun}.')
        if len(self.findings) > before:
            return None
        if shape.natural_key:
            values["id"] = natural_id(record_type, values)
        return record_type(**cast("dict[str, Any]", values))  # Any: the values of many field types

    def _value(self, found: _Found, spec: FieldSpec) -> Value:
        given = found.data[spec.name]
        path = f"{found.path}.{spec.name}"
        if spec.kind is Kind.REF:
            return self._reference(found.record_type, spec, given, path)
        try:
            return from_json(spec, given)
        except InputError as error:
            self._report(path, error.sentence)
            return None

    def _reference(self, record_type: type[Record], spec: FieldSpec, given: object, path: str) -> str | None:
        handle = self._handle(given)
        if handle is None:
            self._report(path, f"“{spec.label}” phải là khóa của một bản ghi trong tệp.")
            return None
        target = kind_named(spec.target)
        key = self._ids.get(target, {}).get(_as_uuid(handle) or handle)
        if key is None and spec.name in shape_of(record_type).outside:
            key = _as_uuid(handle)
        if key is None:
            self._report(path, f"Không có {target.noun} với khóa {quoted(handle)} trong tệp.")
        return key

    # -- what only shows when all is read -----------------------------------------------------------------------------

    def _report_repeated(self, made: list[tuple[str, Record]]) -> None:
        first: dict[tuple[str, str], str] = {}
        for path, record in made:
            earlier = first.setdefault((record.entity, record.id), path)
            if earlier != path:
                self._report(path, f"Trùng khóa với {record.noun} ở {earlier}; hãy giữ một hoặc đặt khóa khác.")

    def _report_circles(self, made: list[tuple[str, Record]]) -> None:
        """Chains such as "succeeded by" must end; whoever follows one would never arrive."""
        for record_type in {type(record) for _, record in made}:
            paths = {record.id: path for path, record in made if type(record) is record_type}
            for spec in shape_of(record_type).fields:
                if spec.kind is Kind.REF and spec.target == record_type.entity:
                    links = {record.id: getattr(record, spec.name) for _, record in made if record.id in paths}
                    for key in _in_circles(links):
                        self._report(
                            f"{paths[key]}.{spec.name}", f"“{spec.label}” đi vòng về chính nó; hãy bỏ một chỗ."
                        )

    def _report(self, path: str, sentence: str) -> None:
        line = " ".join(f"{path}: {sentence}".removeprefix(": ").split())
        if len(self.findings) < MAX_FINDINGS:
            self.findings.append(line if len(line) <= LONGEST_FINDING else f"{line[:LONGEST_FINDING]}…")


def _as_uuid(handle: str) -> str | None:
    return handle.lower() if _UUID.fullmatch(handle) else None


def _in_circles(links: dict[str, str | None]) -> list[str]:
    """One key of each circle that following the links runs into."""
    circles: list[str] = []
    walked: dict[str, str] = {}
    for start in links:
        key: str | None = start
        while key in links and key not in walked:
            walked[key] = start
            key = links[key]
        if key is not None and walked.get(key) == start and key in links:
            circles.append(key)
    return circles
