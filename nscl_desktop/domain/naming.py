"""What lines are called in history, findings and undo: the way a clerk points at a row ("mục III.7")."""

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.line_tree import LineTree

_SHORT = 48


def shortened(text: str, length: int = _SHORT) -> str:
    """The beginning of a text, cut at a word, so that a sentence about it stays one sentence."""
    flat = " ".join(text.split())
    if len(flat) <= length:
        return flat
    return flat[: length + 1].rsplit(" ", 1)[0][:length].rstrip(",;:") + "…"


def line_name(tree: LineTree, line: Line) -> str:
    """What a row is called: "mục III.7" from the labels above and its own, else the first words of its text.

    Dashes and the like name nothing; a label that repeats the one above ("1.1" below "1") stands for both.
    """
    path: list[str] = []
    is_named = False
    for each in reversed((line, *tree.ancestors(line.id))):
        label = each.label.strip().rstrip(".)")
        is_named = bool(label) and label[0].isalnum()
        if is_named and path and label.startswith(f"{path[-1]}."):
            path[-1] = label
        elif is_named:
            path.append(label)
    place = "mục " + ".".join(path) if path else ""
    if is_named:
        return place
    own = f"“{shortened(line.text)}”" if line.text else "dòng trống"
    return f"{own} ({place})" if place else own
