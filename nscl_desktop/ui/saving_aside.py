"""A step that stands on no desk: saved aside, told in a toast, taken back from there."""

from collections.abc import Callable

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.ui.tab import Surroundings


def save_aside(
    around: Surroundings,
    add: Callable[[ChangeSet], object],
    step: ChangeSet,
    told: str,
    *,
    done: Callable[[], object],
    undone: Callable[[], object],
    busy: str = "Đang lưu",
) -> None:
    """Save a step with ``add``, then call ``done`` and say what was done, with a way back that ends in ``undone``."""
    back = step.inverted(f"Hoàn tác: {step.words}")

    def undo() -> None:
        around.operations.run("Đang hoàn tác", lambda _: add(back), lambda _: undone())

    def tell() -> None:
        done()
        around.voice.done.emit(told, "Hoàn tác", undo)

    around.operations.run(busy, lambda _: add(step), lambda _: tell())
