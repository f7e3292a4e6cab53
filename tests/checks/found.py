"""What the checker finds in a plan made by hand."""

from nscl_desktop.domain.checks.checker import check_plan
from nscl_desktop.domain.findings import Finding
from tests.small_plans import Sketch


def found(sketch: Sketch, code: str) -> list[Finding]:
    """The findings of one code."""
    return [each for each in check_plan(sketch.budget()) if each.code == code]


def codes(sketch: Sketch) -> list[str]:
    """All codes found, in the order in which they are shown."""
    return [each.code for each in check_plan(sketch.budget())]
