"""Running what a user asked for: a refusal becomes a sentence in the status bar, everything else is a fault of ours."""

from collections.abc import Callable

from nscl_desktop.domain.errors import ConflictError, EnvironmentProblem, InputError
from nscl_desktop.ui.tab import Voice

TOLD = (InputError, ConflictError, EnvironmentProblem)
"""Errors whose sentence is enough for the user; a Bug goes on to the crash window."""


def attempted(voice: Voice, act: Callable[[], object]) -> bool:
    """Do it; whether it was done."""
    try:
        act()
    except TOLD as error:
        voice.refused.emit(error.sentence)
        return False
    return True
