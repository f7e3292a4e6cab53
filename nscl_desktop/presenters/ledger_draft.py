"""An entry while it is typed: what its texts mean, what it would leave, what speaks against it, and the step."""

from dataclasses import dataclass, replace

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dates import format_short, parse_date
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.ledger import ADVANCED, COMMITTED, PAID, RECOVERED, LedgerEntry
from nscl_desktop.domain.ledger_rules import NAMES, Position, doubts, proposed_year, require_possible
from nscl_desktop.domain.ledger_sums import Flow, flows_of_entries
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.money_reading import parse_amount
from nscl_desktop.presenters.ledger_sheet import LedgerSheet
from nscl_desktop.services import ledger_entries as entries
from nscl_desktop.services.ledger_entries import FREE_KINDS, Facts, entry_words

ON_COMMITMENT = (ADVANCED, PAID, RECOVERED)
"""Kinds that may fulfil a commitment."""


@dataclass(frozen=True, slots=True)
class EntryTexts:
    """What stands in the fields; keys where something is chosen."""

    kind: str = PAID
    line_id: str = ""
    source: str = ""
    amount: str = ""
    date: str = ""
    document: str = ""
    person: str = ""
    note: str = ""
    chapter: str = ""
    category: str = ""
    item: str = ""
    commitment_id: str = ""
    reason: str = ""
    year: int = 0


@dataclass(frozen=True, slots=True)
class Outlook:
    """What would come of the entry: the remainders after it, or why it cannot be, or what needs a reason."""

    refusal: str = ""
    remarks: tuple[str, ...] = ()
    after: str = ""


class EntryDraft:
    """A new entry, or ``entry`` that is edited; ``corrects`` makes an adjusting entry of a closed niên độ.

    ``purpose`` is kind and key of what the money of a new entry is for, such as a course.
    """

    def __init__(
        self,
        sheet: LedgerSheet,
        entry: LedgerEntry | None = None,
        *,
        corrects: bool = False,
        purpose: tuple[str, str] = ("", ""),
    ) -> None:
        self.sheet, self.entry, self.corrects, self.purpose = sheet, entry, corrects, purpose

    def begin(self, line_id: str, source: str | None) -> EntryTexts:
        """The texts to start with."""
        entry, sheet = self.entry, self.sheet
        known = sheet.lines.can_hold_money(line_id)
        first = next(iter(sheet.sources()), ("", ""))[0]
        if entry is None:
            return EntryTexts(
                line_id=line_id if known else "", source=source or first, person=sheet.last_person(), year=sheet.number
            )
        texts = EntryTexts(
            entry.kind, sheet.lines.in_force(entry.line_id or ""), entry.source, person=entry.person,
            chapter=entry.chapter, category=entry.category, item=entry.item, year=sheet.number,
            commitment_id=entry.commitment_id or "",
        )  # fmt: skip
        if self.corrects:
            return replace(texts, person=sheet.last_person())
        return replace(
            texts, amount=format_amount(entry.amount or 0), date=format_short(entry.date), document=entry.document,
            note=entry.note, reason=entry.reason,
        )  # fmt: skip

    def kinds(self) -> tuple[tuple[str, str], ...]:
        """(kind, words) of what can be written here."""
        if self.entry is not None and (self.corrects or self.entry.pair):
            return ((self.entry.kind, NAMES[self.entry.kind]),)
        return tuple((kind, NAMES[kind]) for kind in FREE_KINDS)

    def years(self) -> tuple[int, ...]:
        """The open niên độ that a new entry may be given; that of an edited one is fixed."""
        if self.entry is not None:
            return (self.sheet.number,)
        known = [self.sheet.position(number).year for number in self.sheet.years_on_file()]
        return tuple(each.year for each in known if each.year and not each.closed_on)

    def proposed(self, texts: EntryTexts) -> int:
        """The niên độ that kind and date propose, where it is open; else the one chosen."""
        try:
            year = proposed_year(texts.kind, parse_date(texts.date.strip()))
        except InputError:
            return texts.year
        return year if year in self.years() and year is not None else texts.year

    def commitments(self, texts: EntryTexts) -> tuple[tuple[str, str], ...]:
        """(key, words) of the commitments of the line and source that a payment may fulfil, none first."""
        found = [("", "Không qua cam kết (chi trực tiếp)")]
        if texts.kind in ON_COMMITMENT:
            position = self.sheet.position(texts.year)
            for each in position.entries:
                at = self.sheet.lines.in_force(each.line_id or "")
                if each.kind == COMMITTED and (at, each.source) == (texts.line_id, texts.source):
                    found.append((each.id, f"{entry_words(each)} · {format_amount(each.amount or 0)} đồng"))
        return tuple(found)

    def outlook(self, texts: EntryTexts) -> Outlook:
        """What would come of these texts; nothing is said while there is no amount."""
        if not texts.amount.strip():
            return Outlook()
        try:
            position, entry = self.made(texts)
            old = [self.entry] if self.entry and not self.corrects else []
            require_possible([entry], position, old)
        except InputError as error:
            return Outlook(error.sentence)
        flow = Flow()
        flow.add(position.sums.own(texts.line_id, texts.source))
        for each, times in ((entry, 1), *((each, -1) for each in old)):
            for _, change in flows_of_entries([each], position.entries):
                flow.add(change, times)
        return Outlook("", doubts([entry], position, old), _after(flow))

    def step(self, texts: EntryTexts) -> ChangeSet:
        """The step; InputError says why it cannot be, or that a reason is needed."""
        position, entry = self.made(texts)
        if self.entry is None:
            return entries.record(position, entry, texts.reason)
        if self.corrects:
            return entries.correct(position, self.entry, entry.amount or 0, _facts(texts))
        return entries.change(position, self.entry, entry, texts.reason)

    def made(self, texts: EntryTexts) -> tuple[Position, LedgerEntry]:
        """The niên độ and the entry that the texts mean."""
        amount = parse_amount(texts.amount.strip()).value
        if amount is None:
            raise InputError("Chưa ghi số tiền; hãy nhập số tiền của bút toán.")
        if not texts.line_id:
            raise InputError("Chưa chọn dòng dự toán; hãy chọn một dòng.")
        position = self.sheet.position(texts.year)
        commitment = texts.commitment_id if texts.kind in ON_COMMITMENT else ""
        kept = {"commitment_id": commitment or None, "corrects": None}
        if self.corrects and self.entry:
            kept["corrects"] = self.entry.id
        entry = entries.draft(position, texts.kind, (texts.line_id, texts.source), amount, _facts(texts), **kept)
        before = self.entry
        if before is None:
            entry = replace(entry, for_entity=self.purpose[0], for_id=self.purpose[1])
        elif not self.corrects:
            unchanged = {
                name: getattr(before, name) for name in ("pair", "quantity", "for_entity", "for_id", "corrects")
            }
            line = (
                before.line_id if position.sums.lines.in_force(before.line_id or "") == texts.line_id else texts.line_id
            )
            entry = replace(entry, id=before.id, line_id=line, **unchanged)
        return position, entry


def _facts(texts: EntryTexts) -> Facts:
    return Facts(
        date=parse_date(texts.date.strip()), document=texts.document, person=texts.person, note=texts.note,
        chapter=texts.chapter, category=texts.category, item=texts.item,
    )  # fmt: skip


def _after(flow: Flow) -> str:
    return (
        f"Sau bút toán này: hiện hành {format_amount(flow.current)}, cam kết {format_amount(flow.bound)}, đã chi"
        f" {format_amount(flow.out)}; còn chưa cam kết {format_amount(flow.free)}, còn chưa chi"
        f" {format_amount(flow.left)} đồng."
    )
