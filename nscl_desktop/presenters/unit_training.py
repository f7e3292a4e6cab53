"""Đào tạo on a unit's page: everyone who came from it to a course, and how many lượt người and người that are."""

from collections.abc import Sequence

from nscl_desktop.domain.courses.counts import TOOK_PART, HeadCount
from nscl_desktop.domain.courses.rows import UnitTraining
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.training import ENROLMENT_STATES, Course
from nscl_desktop.presenters.unit_lines import Line, Place

_STATES = dict(ENROLMENT_STATES)


def training_lines(rows: Sequence[UnitTraining]) -> Sequence[Line]:
    """A line for each of them, the count of those who took part at the foot; none without any."""
    lines = [
        Line(
            (
                format_short(each.date_from) or str(each.year or ""), each.title, each.person or "(chưa rõ người)",
                each.position, _STATES.get(each.state, each.state), each.certificate,
            ),
            Place(Course.entity, each.course_id),
        )
        for each in rows
    ]  # fmt: skip
    there = [each for each in rows if each.state in TOOK_PART]
    persons = {each.person_id for each in there if each.person_id}
    heads = HeadCount(len(there), len(persons), sum(not each.person_id for each in there))
    return [*lines, Line(("Cộng", f"Có tham dự: {heads.words}", "", "", "", ""))] if lines else lines
