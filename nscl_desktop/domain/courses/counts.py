"""Lượt người and người, which plans and reports mix up: always counted apart and always named."""

from collections.abc import Iterable
from typing import NamedTuple

from nscl_desktop.domain.training import ATTENDED, PASSED, Enrolment

TOOK_PART = frozenset({ATTENDED, PASSED})
"""States of those who were there; whoever was only invited or registered, or stayed away, is counted in neither."""


class HeadCount(NamedTuple):
    """``turns`` are lượt người, ``persons`` người; ``unnamed`` of the turns name no person and are in none of them."""

    turns: int = 0
    persons: int = 0
    unnamed: int = 0

    @property
    def words(self) -> str:
        """Both, named: "42 lượt người, 40 người"."""
        unnamed = f" (chưa kể {self.unnamed} lượt chưa rõ người)" if self.unnamed else ""
        return f"{self.turns} lượt người, {self.persons} người{unnamed}"


def head_count(enrolments: Iterable[Enrolment]) -> HeadCount:
    """How many took part, of one course or of many: somebody on two courses is two lượt người and one người."""
    there = [each for each in enrolments if each.state in TOOK_PART]
    named = {each.person_id for each in there if each.person_id}
    return HeadCount(len(there), len(named), sum(not each.person_id for each in there))
