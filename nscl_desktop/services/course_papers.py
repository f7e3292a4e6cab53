"""The papers that settling a course needs: a shipped list to begin with, changed course by course.

The list is the offices' practice (unverified in any text), so it is data: resources/directory/course-papers.toml.
"""

import tomllib
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from nscl_desktop.domain.courses.whole import WholeCourse
from nscl_desktop.domain.positions import sequence
from nscl_desktop.domain.records import derived_id
from nscl_desktop.domain.text import same_text
from nscl_desktop.domain.training import COURSE_KINDS, Course, CoursePaper
from nscl_desktop.resource_files import resource_path


class PaperRule(NamedTuple):
    """A paper that a course of a kind needs."""

    name: str
    is_required: bool


@cache
def shipped_papers(kind: str) -> tuple[PaperRule, ...]:
    """The papers of a course that is held, or of one that people are sent to; read once."""
    data = tomllib.loads(resource_path("directory", "course-papers.toml").read_text("utf-8"))
    return tuple(PaperRule(each["name"], each.get("required", True)) for each in data[kind])


def papers_of(course: Course) -> list[CoursePaper]:
    """Records of the shipped papers of a new course; two machines that take them over make the same ones."""
    assert course.kind in dict(COURSE_KINDS)  # noqa: S101 - a choice of the record
    rules = shipped_papers(course.kind)
    return [
        CoursePaper(
            id=derived_id(CoursePaper.entity, course.id, rule.name),
            course_id=course.id,
            position=position,
            name=rule.name,
            is_required=rule.is_required,
        )
        for rule, position in zip(rules, sequence(len(rules)), strict=True)
    ]


def missing_papers(whole: WholeCourse) -> list[CoursePaper]:
    """Shipped papers of the course's kind that are not in its list, by key or by name."""
    keys = {each.id for each in whole.papers}
    return [
        each
        for each in papers_of(whole.course)
        if each.id not in keys and not any(same_text(each.name, other.name) for other in whole.papers)
    ]


def lacking(papers: Iterable[CoursePaper]) -> tuple[CoursePaper, ...]:
    """Papers that must be there, did not come in, and of which nobody said that they are not needed."""
    return tuple(each for each in papers if each.is_required and not each.received_on and not each.not_needed.strip())
