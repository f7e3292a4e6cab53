"""What each row of a list would do, and what the clerk decides: row by row, field by field, or all of a kind."""

from collections import Counter
from collections.abc import Mapping as ReadOnly
from collections.abc import Sequence
from dataclasses import dataclass

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.many_records import without_collecting
from nscl_desktop.domain.money import format_amount
from nscl_desktop.presenters.field_text import text_of
from nscl_desktop.services.table_import_model import TableFinding, Weight
from nscl_desktop.services.unit_import import Decided, import_step
from nscl_desktop.services.unit_import_matching import Difference, Held, ImportRow
from nscl_desktop.services.unit_import_model import ACTIONS, FIRST_ACTION, Action, Standing

STANDING_WORDS = {
    Standing.NEW: "Mới", Standing.UPDATE: "Cập nhật", Standing.DOUBTFUL: "Có thể trùng",
    Standing.REPEATED: "Trùng trong tệp", Standing.SAME: "Không đổi",
}  # fmt: skip
ACTION_WORDS = {Action.ADD: "Thêm mới", Action.UPDATE: "Cập nhật", Action.SKIP: "Bỏ qua"}
_NOT_TAKEN = frozenset({"name"})
"""Left out of an update unless the clerk takes it: the register's name is the one that papers bear."""


@dataclass(frozen=True, slots=True)
class Examined:
    """All rows compared with the register, and everything that the reading came upon."""

    rows: tuple[ImportRow, ...]
    held: Held
    findings: tuple[TableFinding, ...]


class RowDecisions:
    """The rows of one file with what is proposed for each, until the clerk decides otherwise."""

    def __init__(self, file: str, examined: Examined) -> None:
        self._file, self._held = file, examined.held
        self.rows: Sequence[ImportRow] = examined.rows
        self.findings: Sequence[TableFinding] = examined.findings
        self._actions = {at: FIRST_ACTION[row.standing] for at, row in enumerate(self.rows)}
        self._left_out: dict[int, frozenset[str]] = {}

    @property
    def counts(self) -> ReadOnly[Standing, int]:
        """How many rows there are of each standing."""
        return Counter(row.standing for row in self.rows)

    def action(self, at: int) -> Action:
        """What becomes of a row."""
        return self._actions[at]

    def decide(self, rows: Sequence[int], action: Action) -> int:
        """Decide for some rows, as far as their standing allows it; how many it was decided for."""
        fitting = [at for at in rows if action in ACTIONS[self.rows[at].standing]]
        self._actions.update(dict.fromkeys(fitting, action))
        return len(fitting)

    def is_taken(self, at: int, difference: Difference) -> bool:
        """Whether an update of the row takes this field."""
        return difference.key not in self._left_out.get(at, _NOT_TAKEN)

    def set_taken(self, at: int, key: str, *, taken: bool) -> None:
        """Take a field of a row, or leave it as it is."""
        left_out = self._left_out.get(at, _NOT_TAKEN)
        self._left_out[at] = left_out - {key} if taken else left_out | {key}

    def has_errors(self) -> bool:
        """Whether something stands in the way of the whole import."""
        return any(finding.weight is Weight.BLOCKS for finding in self.findings)

    def summary(self) -> str:
        """What will be done, in a sentence."""
        done = Counter(self._actions.values())
        parts = (
            f"thêm {format_amount(done[Action.ADD])} đơn vị", f"cập nhật {format_amount(done[Action.UPDATE])}",
            f"bỏ qua {format_amount(done[Action.SKIP])} dòng",
        )  # fmt: skip
        return f"Sẽ {', '.join(parts)}."

    @property
    def wanted(self) -> int:
        """How many rows are not skipped."""
        return sum(action is not Action.SKIP for action in self._actions.values())

    def step(self) -> ChangeSet:
        """What is to be saved."""
        decided = (
            Decided(row, self._actions[at], self._left_out.get(at, _NOT_TAKEN)) for at, row in enumerate(self.rows)
        )
        with without_collecting():
            return import_step(decided, self._held, self._file)


def difference_texts(difference: Difference) -> tuple[str, str, str]:
    """Label, old and new as they are shown; the year of figures stands before the label."""
    label = f"{difference.year}: {difference.spec.label}" if difference.year else difference.spec.label
    old, new = (text_of(difference.spec, value).replace("\n", "; ") for value in (difference.old, difference.new))
    return label, old or "(trống)", new
