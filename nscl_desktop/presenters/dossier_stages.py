"""Stages and papers of a dossier as tables: what is due, done, required, in, missing, or not needed for a reason."""

from collections.abc import Sequence

from nscl_desktop.domain.dossiers.papers import PaperState, PaperStatus, paper_states, report_status
from nscl_desktop.domain.dossiers.stages import NAMES, StageStatus, following, stage_states
from nscl_desktop.domain.fields import FieldSpec, Kind
from nscl_desktop.domain.records import Record, derived_id
from nscl_desktop.domain.supports import DossierPaper, ReportRequest, StageStep
from nscl_desktop.presenters.dossier_office import OpenDossier
from nscl_desktop.presenters.field_text import text_of, value_of
from nscl_desktop.services import dossier_steps as steps
from nscl_desktop.services.dossier_parts import add_part, remove_part, set_part
from nscl_desktop.services.enterprises import spec_of

_STAGE = FieldSpec("stage", "Bước", Kind.KEY)
_NAME = FieldSpec("name", "Giấy tờ", Kind.KEY)


class StageRows:
    """One row for each stage of the dossier's course, whether anything is known of it or not."""

    def __init__(self, open_dossier: OpenDossier, today: str) -> None:
        self._open, self._today = open_dossier, today
        names = ("due_on", "done_on", "document", "person", "note")
        self.specs: tuple[FieldSpec, ...] = (_STAGE, *(spec_of(StageStep, name) for name in names))

    @property
    def is_open(self) -> bool:
        """While the dossier is there."""
        return self._open.dossier is not None

    def records(self) -> tuple[Record, ...]:
        """The step of each stage; an empty one where nothing is known yet."""
        if not self.is_open:
            return ()
        whole = self._open.whole
        return tuple(
            state.step
            or StageStep(
                id=derived_id(StageStep.entity, whole.dossier.id, state.stage),
                dossier_id=whole.dossier.id,
                stage=state.stage,
            )
            for state in stage_states(whole, self._today)
        )

    def text(self, record: Record, spec: FieldSpec) -> str:
        """What a cell shows."""
        if spec is _STAGE and isinstance(record, StageStep):
            return NAMES[record.stage]
        return text_of(spec, getattr(record, spec.name))

    def status(self, record: Record) -> str:
        """What is to be said of a stage today."""
        states = {each.stage: each.status for each in stage_states(self._open.whole, self._today)}
        status = states.get(record.stage) if isinstance(record, StageStep) else None
        if status is StageStatus.UNPLANNED:
            return "Bước tiếp theo" if isinstance(record, StageStep) and self._is_next(record) else ""
        return status.value if status else ""

    def offers(self, spec: FieldSpec) -> Sequence[tuple[str, str]]:
        """Nothing is chosen from lists here."""
        return spec.choices

    def enter(self, record: Record, spec: FieldSpec, text: str) -> None:
        """Take what was typed into a cell; raises InputError with the sentence."""
        if isinstance(record, StageStep):
            change = steps.set_stage(self._open.whole, record.stage, **{spec.name: value_of(spec, text)})
            self._open.desk.perform(change)

    def add(self) -> str:
        """The stages are always all there."""
        return ""

    def delete(self, record: Record) -> str:
        """Forget what was noted of a stage."""
        known = next((each for each in self._open.whole.steps if each.id == record.id), None)
        if known is None:
            return "Bước này chưa ghi gì"
        self._open.desk.perform(remove_part(self._open.whole, known))
        return f"Đã xóa ghi chép của bước {NAMES[known.stage]}"

    def move(self, record: Record, step: int) -> None:
        """Stages stand in the order in which they are gone through."""

    def _is_next(self, step: StageStep) -> bool:
        return following(self._open.whole) == step.stage


class PaperRows:
    """The papers of the check list that holds for the dossier, then those beyond it."""

    def __init__(self, open_dossier: OpenDossier) -> None:
        self._open = open_dossier
        names = ("received_on", "number", "not_needed")
        self.specs: tuple[FieldSpec, ...] = (_STAGE, _NAME, *(spec_of(DossierPaper, name) for name in names))
        self._states: dict[str, PaperState] = {}

    @property
    def is_open(self) -> bool:
        """While the dossier is there."""
        return self._open.dossier is not None

    def records(self) -> tuple[Record, ...]:
        """What came in for each paper; an empty record where nothing did."""
        if not self.is_open:
            return ()
        whole = self._open.whole
        self._states = {}
        found: list[Record] = []
        for state in paper_states(whole, self._open.catalogue.papers):
            paper_id = state.wanted.id if state.wanted else None
            paper = state.paper or DossierPaper(
                id=derived_id(DossierPaper.entity, whole.dossier.id, paper_id or ""),
                dossier_id=whole.dossier.id,
                paper_id=paper_id,
                name=state.name,
            )
            self._states[paper.id] = state
            found.append(paper)
        return tuple(found)

    def text(self, record: Record, spec: FieldSpec) -> str:
        """What a cell shows."""
        state = self._states.get(record.id)
        if spec is _STAGE:
            return NAMES.get(state.stage, "Ngoài danh mục") if state else ""
        if spec is _NAME:
            return state.name if state else ""
        return text_of(spec, getattr(record, spec.name))

    def status(self, record: Record) -> str:
        """Đã có, Không cần, Còn thiếu; papers that are not required and have not come in say nothing."""
        state = self._states.get(record.id)
        if state is None or state.status is PaperStatus.OPTIONAL:
            return "Không bắt buộc"
        return str(state.status.value)

    def offers(self, spec: FieldSpec) -> Sequence[tuple[str, str]]:
        """Nothing is chosen from lists here."""
        return spec.choices

    def enter(self, record: Record, spec: FieldSpec, text: str) -> None:
        """Take what was typed into a cell; raises InputError with the sentence."""
        state, whole, value = self._states[record.id], self._open.whole, str(value_of(spec, text))
        known = next((each for each in whole.papers if each.id == record.id), None)
        if state.wanted is not None and spec.name == "received_on" and value:
            change = steps.receive_paper(whole, state.wanted, value, known.number if known else "")
        elif state.wanted is not None and spec.name == "not_needed" and value.strip():
            change = steps.excuse_paper(whole, state.wanted, value)
        elif known is not None:
            change = set_part(whole, known, **{spec.name: value})
        elif state.wanted is not None:
            change = steps.receive_paper(whole, state.wanted, "", value)
        else:
            return
        self._open.desk.perform(change)

    def receive(self, record: Record, day: str) -> None:
        """The paper came in on a day, unless its own day is noted already."""
        state = self._states.get(record.id)
        if state and state.wanted and state.status is not PaperStatus.RECEIVED:
            known = state.paper.number if state.paper else ""
            self._open.desk.perform(steps.receive_paper(self._open.whole, state.wanted, day, known))

    def add(self) -> str:
        """A paper beyond the check list; its key."""
        return self.add_named("(tên giấy tờ)")

    def add_named(self, name: str) -> str:
        """A paper beyond the check list, by its name; its key."""
        step = add_part(self._open.whole, DossierPaper, name=name)
        self._open.desk.perform(step)
        return step.changes[0].id

    def delete(self, record: Record) -> str:
        """Forget what came in."""
        known = next((each for each in self._open.whole.papers if each.id == record.id), None)
        if known is None:
            return "Giấy tờ này chưa ghi gì"
        step = remove_part(self._open.whole, known)
        self._open.desk.perform(step)
        return f"Đã {step.words[:1].lower()}{step.words[1:]}"

    def move(self, record: Record, step: int) -> None:
        """Papers stand in the order of the check list."""


def report_words(open_dossier: OpenDossier, record: Record, today: str) -> str:
    """How a report of the unit stands today."""
    if not isinstance(record, ReportRequest):
        return ""
    return report_status(record, open_dossier.whole, today).value
