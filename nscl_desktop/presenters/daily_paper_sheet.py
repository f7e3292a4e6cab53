"""The screen of daily papers without its widgets: which paper, what stays open, where to fill it in, what is typed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nscl_desktop.domain.merge_fields import open_among
from nscl_desktop.domain.text import fold
from nscl_desktop.presenters.daily_paper_office import Batch, PaperSubject
from nscl_desktop.services.daily_papers import DailyPaper, with_typed
from nscl_desktop.services.paper_fields import FIELDS, PaperField, Subject, Where, fields_for, unknown_sentence

_GOES_TO = {
    Where.UNIT: ("enterprise", "enterprise_id"),
    Where.CONSULTANT: ("enterprise", "consultant_id"),
    Where.PLAN: ("plan", "plan_id"),
}
"""Where → kind of record and the subject's key of it; all other places are the subject itself."""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field that the paper asks for: what was typed for it, and the subjects in which it is still empty."""

    field: PaperField
    typed: str
    open_in: tuple[PaperSubject, ...]
    count: int
    """How many subjects there are."""

    @property
    def state(self) -> str:
        """Where it is still empty, in words."""
        if not self.open_in:
            return "Đủ"
        if self.count == 1:
            return "Còn trống"
        if len(self.open_in) == self.count:
            return f"Còn trống ở cả {self.count} hồ sơ"
        names = ", ".join(subject.name for subject in self.open_in[:2])
        more = ", …" if len(self.open_in) > 2 else ""
        return f"Còn trống ở {len(self.open_in)}/{self.count}: {names}{more}"

    @property
    def goes_to(self) -> tuple[str, str]:
        """Kind and key of the first record in which it can be filled in; empty where it can only be typed."""
        if self.field.is_typed or not self.open_in:
            return "", ""
        subject = self.open_in[0]
        entity, name = _GOES_TO.get(self.field.where, (subject.entity, "key"))
        key = str(getattr(subject, name))
        return (entity, key) if key else (subject.entity, subject.key)


@dataclass
class DailyPaperSheet:
    """What is chosen and typed. ``typed`` holds what was remembered of the office from the beginning."""

    papers: Sequence[DailyPaper]
    typed: dict[str, str] = field(default_factory=dict)
    paper: DailyPaper | None = None
    subjects: Sequence[PaperSubject] = ()
    asked: Sequence[str] = ()

    def show(self, paper: DailyPaper, asked: Sequence[str], subjects: Sequence[PaperSubject]) -> None:
        """Another paper, its template's fields, what it is made of."""
        self.paper, self.asked, self.subjects = paper, asked, subjects

    def rows(self, *, is_whole: bool = False) -> tuple[FieldRow, ...]:
        """The fields that are open or typed, in the order of the paper; ``is_whole`` adds those that the data fills."""
        opened: dict[str, list[PaperSubject]] = {}
        for subject in self.subjects:
            for name in open_among(self.asked, with_typed(subject.values, self.typed)).empty:
                opened.setdefault(name, []).append(subject)
        found = []
        for name in self.asked:
            known = FIELDS.get(name)
            if known is None or (name.endswith(("].ho_ten", "].chuc_vu", "].vai_tro", "].van_ban"))):
                continue  # rows that are typed are asked for as a whole
            where_open = tuple(opened.get(name, ()))
            typed = self.typed.get(name, "")
            if where_open or is_whole or (known.is_typed and typed):
                found.append(FieldRow(known, typed, where_open, len(self.subjects)))
        return tuple(found)

    @property
    def faults(self) -> tuple[str, ...]:
        """A sentence for each field of the template that there is not."""
        if self.paper is None or not self.subjects:
            return ()
        unknown = open_among(self.asked, self.subjects[0].values).unknown
        return tuple(unknown_sentence(name, self.paper.subject) for name in unknown)

    @property
    def summary(self) -> str:
        """What will be written, and how much of it is still open."""
        open_now = sum(bool(row.open_in) for row in self.rows())
        count = len(self.subjects)
        papers = f"{count} văn bản" if count != 1 else "1 văn bản"
        if not open_now:
            return f"{papers}, không còn trường nào trống."
        return f"{papers}, còn {open_now} trường trống: sẽ in thành dòng chấm để ghi tay."

    def enter(self, name: str, text: str) -> None:
        """Take what was typed for a field; raises InputError for rows with too many parts."""
        known = FIELDS[name]
        if known.columns and text.strip():
            with_typed({name: ()}, {name: text})
        self.typed[name] = text

    def batch(self, *, is_joined: bool) -> Batch:
        """What is to be written now."""
        if self.paper is None:
            raise LookupError("no paper is chosen")
        return Batch(self.paper, tuple(self.subjects), dict(self.typed), is_joined)


def remembered(text: str) -> dict[str, str]:
    """What was typed of the office before; nothing where it cannot be read."""
    try:
        read = json.loads(text or "{}")
    except ValueError:
        return {}
    known = {each.name for each in FIELDS.values() if each.where is Where.OFFICE}
    return {name: value for name, value in read.items() if name in known and isinstance(value, str)}


def to_remember(typed: Mapping[str, str]) -> str:
    """What of the typed fields belongs to the office and is offered again."""
    known = {each.name for each in FIELDS.values() if each.where is Where.OFFICE}
    kept = {name: text for name, text in typed.items() if name in known and text.strip()}
    return json.dumps(kept, ensure_ascii=False)


def written_field(name: str) -> str:
    """A field as it is written in a template; rows with the marks that repeat a table row."""
    rest = name.partition("[].")[2]
    if rest:
        return f"{{{{ x.{rest} }}}}"
    is_rows = any(each.startswith(f"{name}[].") for each in FIELDS)
    return f"{{%tr for x in {name} %}} … {{%tr endfor %}}" if is_rows else f"{{{{ {name} }}}}"


def field_table(subject: Subject, text: str = "") -> tuple[tuple[str, str, str], ...]:
    """Every field as it is written, what it means, where it is filled in; those that answer a text."""
    asked = fold(text)
    rows = ((written_field(each.name), each.label, each.where.value) for each in fields_for(subject))
    return tuple(row for row in rows if asked in fold(" ".join(row)))
