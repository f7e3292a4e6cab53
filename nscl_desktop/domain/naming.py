"""What lines are called in history, findings and undo: the way a clerk points at a row ("mục III.7")."""

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.line_tree import LineTree

_SHORT = 48


def shortened(text: str, length: int = _SHORT) -> str:
    """The beginning of a text, cut at a word, so that a sentence about it stays one sentence."""
    flat = " ".join(text.split())
    if len(flat) <= length:
        return flat
    return flat[:length].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def line_name(tree: LineTree, line: Line) -> str:
    """ "mục III.7" from the labels above and of the line; the first words of its text where it has no label."""
    labels = [each.label.strip().rstrip(".)") for each in (line, *tree.ancestors(line.id))]
    if not labels[0] or not labels[0][0].isalnum():
        above = ".".join(label for label in reversed(labels[1:]) if label)
        own = f"“{shortened(line.text)}”" if line.text else "dòng trống"
        return f"{own} (mục {above})" if above else own
    return "mục " + ".".join(label for label in reversed(labels) if label)
