"""What a unit won stands on its time line, on the day of the decision."""

from nscl_desktop.domain.awards import Commendation
from nscl_desktop.domain.unit_record import unit_record
from nscl_desktop.domain.unit_timeline import timeline
from tests.awards.full_round import GOLD, GPEA, ROUND, full_round

DAY = "2022-05-10"


def test_prizes_and_praise_stand_on_the_time_line() -> None:
    records = [each for each in full_round() if not isinstance(each, Commendation)]
    own = {"aw0", ROUND, "aw-n0", "aw-p0", "aw-p1"}
    praise = [
        Commendation(id="k", name="An Phát", enterprise_id="aw0", form="Bằng khen", decision="850/QĐ", decided_on=DAY),
        Commendation(id="l", name="An Phát", enterprise_id="aw0", decided_on="2020"),
    ]
    found = unit_record([*(each for each in records if each.id in own), *praise], "aw0")
    assert found is not None
    assert [(each.day, each.group, each.words, each.entity, each.key) for each in timeline(found)] == [
        (DAY, "Khen thưởng", "Bằng khen theo 850/QĐ", "commendation", "k"),
        (DAY, "Giải thưởng", f"Đạt {GPEA} theo 543/QĐ-TTg", "award_round", ROUND),
        (DAY, "Giải thưởng", f"Đạt {GOLD} theo 543/QĐ-TTg", "award_round", ROUND),
        ("2020", "Khen thưởng", "Khen thưởng", "commendation", "l"),
    ]
