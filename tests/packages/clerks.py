"""Clerks who work at random with what the window's own screens call, over a real data file."""

from collections.abc import Callable
from random import Random
from typing import TypeVar

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dossiers.whole import WholeDossier, gather, whole_of
from nscl_desktop.domain.enterprises import Contact, Enterprise
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import HEADING, Checklist, Question, Recommendation, Visit
from nscl_desktop.domain.plans import Plan, Source
from nscl_desktop.domain.records import Record, new_id
from nscl_desktop.domain.supports import Dossier, DossierItem, StagePaper, SupportKind
from nscl_desktop.services import (
    checklist_editing,
    dossier_life,
    dossier_parts,
    dossier_steps,
    editing,
    enterprises,
    outline,
    visit_work,
)
from nscl_desktop.services.removal import removal
from nscl_desktop.storage.store import Store
from tests.packages.offices import WHO

RecordT = TypeVar("RecordT", bound=Record)
WORDS = ("một", "hai", "còn áp dụng", "đã sửa", "")


class Clerk:
    """Does one thing after the other; what the services refuse is not done."""

    def __init__(self, store: Store, seed: int) -> None:
        self._store, self._chance = store, Random(seed)
        self._book = Book()
        self.done = 0

    def work(self, steps: int) -> None:
        """So many tries."""
        kinds: list[Callable[[], ChangeSet]] = [
            self._unit, self._unit, self._contact, self._new_unit, self._dossier, self._stage, self._item, self._paper,
            self._new_dossier, self._visit, self._answer, self._answer, self._advice, self._end_visit, self._question,
            self._plan, self._cell, self._line, self._delete,
        ]  # fmt: skip
        for _ in range(steps):
            self._book = self._store.load_book()
            try:
                step = self._chance.choice(kinds)()
            except (InputError, IndexError):  # refused, or there is nothing of the kind left
                continue
            if step:
                self._store.apply(step, **WHO)
                self.done += 1

    def _any(self, kind: type[RecordT]) -> RecordT:
        return self._chance.choice(sorted(self._book.table(kind).values(), key=lambda each: each.id))

    def _word(self) -> str:
        return self._chance.choice(WORDS)

    # -- the register -------------------------------------------------------------------------------------------------

    def _unit(self) -> ChangeSet:
        unit = self._any(Enterprise)
        if self._chance.random() < 0.2:
            return enterprises.rename(unit, f"{unit.name} {self._word()}")
        name = self._chance.choice(["phone", "address", "note", "representative"])
        return enterprises.set_value(unit.id, unit, name, self._word())

    def _contact(self) -> ChangeSet:
        unit = self._any(Enterprise)
        return enterprises.add_part(unit.id, Contact(id=new_id(), enterprise_id=unit.id, name=f"Ông {self._word()}"))

    def _new_unit(self) -> ChangeSet:
        return enterprises.add_enterprise({"name": f"Công ty TNHH {self._chance.randrange(100)}"})

    # -- dossiers -----------------------------------------------------------------------------------------------------

    def _whole(self) -> WholeDossier:
        return whole_of(gather(self._book.records()), self._any(Dossier).id)

    def _dossier(self) -> ChangeSet:
        whole = self._whole()
        if self._chance.random() < 0.3:
            return (
                dossier_life.pause(whole, "2026-04-01", "Chờ vốn")
                if self._chance.random() < 0.5
                else dossier_life.resume(whole)
            )
        return dossier_parts.set_dossier(whole, title=f"Hỗ trợ {self._word()}")

    def _stage(self) -> ChangeSet:
        stage = self._chance.choice(["registered", "surveyed", "selected", "approved"])
        return dossier_steps.set_stage(self._whole(), stage, done_on=f"2026-03-{self._chance.randint(10, 28)}")

    def _item(self) -> ChangeSet:
        return dossier_parts.add_part(self._whole(), DossierItem, kind_id=self._any(SupportKind).id)

    def _paper(self) -> ChangeSet:
        return dossier_steps.receive_paper(self._whole(), self._any(StagePaper), "2026-03-05", self._word())

    def _new_dossier(self) -> ChangeSet:
        return dossier_life.open_dossier(
            "2026-03-01", [self._any(SupportKind)], enterprise_id=self._any(Enterprise).id, code=f"HS-{new_id()[:6]}"
        )

    # -- inspections --------------------------------------------------------------------------------------------------

    def _visit(self) -> ChangeSet:
        visit = self._any(Visit)
        return visit_work.set_visit_field(self._book, visit.id, "location", self._word())

    def _answer(self) -> ChangeSet:
        visit = self._any(Visit)
        asked = [
            each for each in self._book.table(Question).values()
            if each.checklist_id == visit.checklist_id and each.kind != HEADING
        ]  # fmt: skip
        question = self._chance.choice(sorted(asked, key=lambda each: each.id))
        return visit_work.answer_question(
            self._book, visit.id, question.id, self._chance.choice(["Đạt", "Chưa đạt", "4", "có", ""])
        )

    def _advice(self) -> ChangeSet:
        if self._chance.random() < 0.5 and self._book.table(Recommendation):
            return visit_work.set_part_field(self._book, self._any(Recommendation), "text", f"Sửa {self._word()}")
        return visit_work.add_recommendation(self._book, self._any(Visit).id, f"Lập sổ {self._word()}")

    def _end_visit(self) -> ChangeSet:
        return visit_work.finish(self._book, self._any(Visit).id)

    def _question(self) -> ChangeSet:
        checklist = self._any(Checklist)
        if self._chance.random() < 0.5:
            return checklist_editing.add_question(self._book, checklist.id)
        question = self._any(Question)
        if self._chance.random() < 0.5:
            return checklist_editing.move_question(self._book, question.id, 1)
        return checklist_editing.set_question_field(self._book, question.id, "text", f"Câu {self._word()}")

    # -- plans --------------------------------------------------------------------------------------------------------

    def _budget(self) -> Budget:
        return Budget(self._book, self._any(Plan).id)

    def _plan(self) -> ChangeSet:
        budget = self._budget()
        return editing.set_field(budget, self._any(Line), "text", f"Mục {self._word()}")

    def _cell(self) -> ChangeSet:
        line, source = self._any(Line), self._any(Source)
        return editing.set_cell(
            self._budget(), line.id, 2022, source.id, "amount", self._chance.randrange(1, 9) * 1_000_000
        )

    def _line(self) -> ChangeSet:
        budget, line = self._budget(), self._any(Line)
        how = self._chance.randrange(4)
        if how == 0:
            return outline.insert_line(budget, line.id)
        if how == 1:
            return outline.indent(budget, [line.id])
        if how == 2:
            return outline.outdent(budget, [line.id])
        return outline.move(budget, [line.id], 1)

    def _delete(self) -> ChangeSet:
        if self._chance.random() < 0.4:
            return outline.delete_lines(self._budget(), [self._any(Line).id])
        if self._chance.random() < 0.5:
            return ChangeSet("Xóa", tuple(removal(self._book, [self._any(Contact)])))
        return visit_work.delete_visit(self._book, self._any(Visit).id)
