"""Steps that stand on no desk: saved aside, told in a toast, taken back from there or, the last of a kind, later."""

from collections.abc import Callable

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.ui.tab import Surroundings

Add = Callable[[ChangeSet], object]


def save_aside(
    around: Surroundings,
    add: Add,
    step: ChangeSet,
    told: str,
    *,
    done: Callable[[], object],
    undone: Callable[[], object],
    busy: str = "Đang lưu",
) -> None:
    """Save a step with ``add``, then call ``done`` and say what was done, with a way back that ends in ``undone``."""

    def tell() -> None:
        done()
        around.voice.done.emit(told, "Hoàn tác", lambda: take_back(around, add, step, undone))

    around.operations.run(busy, lambda _: add(step), lambda _: tell())


def take_back(around: Surroundings, add: Add, step: ChangeSet, undone: Callable[[], object]) -> None:
    """Undo a step that was saved, then call ``undone`` and say so."""
    back = step.inverted(f"Hoàn tác: {step.words}")

    def tell() -> None:
        undone()
        around.voice.said.emit(f"Đã hoàn tác: {step.words[:1].lower()}{step.words[1:]}")

    around.operations.run("Đang hoàn tác", lambda _: add(back), lambda _: tell())


def take_back_last(
    around: Surroundings, last: Callable[[], ChangeSet | None], add: Add, undone: Callable[[], object], nothing: str
) -> None:
    """Undo the last step of a kind, however long ago; ``nothing`` is said where there is none left."""

    def found(step: ChangeSet | None) -> None:
        if step is None:
            around.voice.said.emit(nothing)
        else:
            take_back(around, add, step, undone)

    around.operations.run("Đang tìm bước cần hoàn tác", lambda _: last(), found)
