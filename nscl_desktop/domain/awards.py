"""Awards: rounds of Giải thưởng Chất lượng Quốc gia under dated regimes, prizes, and the praise that plans order.

Three times are never mixed: the year of the award, the day of the decision, the niên độ in which money is paid. Winners
are not prizes: one unit may win two. Money in đồng.
"""

from decimal import Decimal
from typing import ClassVar

from nscl_desktop.domain import fields as f
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.records import Record, record

REGISTERED, SCREENED, NATIONAL, DECIDED, APQO, REFUSED, WITHDRAWN = (
    "registered", "screened", "national", "decided", "apqo", "refused", "withdrawn",
)  # fmt: skip
NOMINATION_STATES = (
    (REGISTERED, "Đăng ký"), (SCREENED, "Qua sơ tuyển"), (NATIONAL, "Trình hội đồng quốc gia"),
    (DECIDED, "Có quyết định"), (APQO, "Đề cử APQO"), (REFUSED, "Không đạt"), (WITHDRAWN, "Rút"),
)  # fmt: skip
COLLECTIVE, INDIVIDUAL = "collective", "individual"


@record
class AwardRegime(Record):
    """The rules of an award from one day to another, by which decree; rounds are judged by the regime of their year."""

    entity: ClassVar[str] = "award_regime"
    noun: ClassVar[str] = "quy chế giải thưởng"

    name: str = f.text("Tên quy chế", required=True)
    code: str = f.text("Mã")
    legal_basis: str = f.text("Văn bản quy định")
    valid_from: str = f.date("Áp dụng từ")
    valid_to: str = f.date("Đến hết ngày")
    is_for_products: bool = f.flag("Xét cho sản phẩm, hàng hóa")
    large_from: int | None = f.integer("Quy mô lớn khi có hơn (lao động)")
    verified: bool = f.flag("Đã đối chiếu văn bản gốc")
    note: str = f.long_text("Ghi chú")


@record
class AwardCriterion(Record):
    """A criterion of a regime, or a part of one, with the most points it gives; points are given to the leaves."""

    entity: ClassVar[str] = "award_criterion"
    noun: ClassVar[str] = "tiêu chí của giải"

    regime_id: str = f.ref("award_regime", "Quy chế", owner=True)
    place: Place = f.place("award_criterion")
    label: str = f.text("Số mục")
    name: str = f.text("Tiêu chí", required=True)
    most_points: Decimal | None = f.number("Điểm tối đa")
    verified: bool = f.flag("Đã đối chiếu văn bản gốc")
    note: str = f.text("Ghi chú")


@record
class PrizeKind(Record):
    """A prize that a regime knows; ``least_points`` is the threshold of the total.

    An international one (GPEA of the APQO) is not proposed by points: winners of the national one are nominated for it.
    """

    entity: ClassVar[str] = "prize_kind"
    noun: ClassVar[str] = "loại giải"

    regime_id: str = f.ref("award_regime", "Quy chế", owner=True)
    position: str = f.position()
    name: str = f.text("Tên giải", required=True)
    least_points: Decimal | None = f.number("Điểm tối thiểu")
    is_best_of_group: bool = f.flag("Chỉ cho đơn vị cao điểm nhất nhóm")
    is_international: bool = f.flag("Giải quốc tế, xét sau giải quốc gia")
    verified: bool = f.flag("Đã đối chiếu văn bản gốc")
    note: str = f.text("Ghi chú")


@record
class PrizeNorm(Record):
    """What a prize or a praise is worth from a day on: flat, or so many times the lương cơ sở of the decision's day."""

    entity: ClassVar[str] = "prize_norm"
    noun: ClassVar[str] = "mức thưởng"

    prize: str = f.text("Giải thưởng, hình thức khen", required=True)
    subject: str = f.choice("Đối tượng", (("", "Mọi đối tượng"), (COLLECTIVE, "Tập thể"), (INDIVIDUAL, "Cá nhân")), "")
    multiple: Decimal | None = f.number("Số lần lương cơ sở")
    amount: int | None = f.money("Mức tiền cố định")
    province: str = f.text("Tỉnh, thành phố", hint="Để trống: mọi nơi")
    legal_basis: str = f.text("Văn bản quy định")
    valid_from: str = f.date("Áp dụng từ")
    valid_to: str = f.date("Đến hết ngày")
    verified: bool = f.flag("Đã đối chiếu văn bản gốc")
    note: str = f.text("Ghi chú")


@record
class AwardRound(Record):
    """The round of one award year under one regime, from the call to the decision."""

    entity: ClassVar[str] = "award_round"
    noun: ClassVar[str] = "đợt xét giải"

    name: str = f.text("Tên đợt", required=True)
    year: int | None = f.integer("Năm giải thưởng")
    regime_id: str | None = f.ref("award_regime", "Quy chế")
    plan_id: str | None = f.ref("plan", "Kế hoạch", outside=True)
    line_id: str | None = f.ref("line", "Dòng dự toán", outside=True)
    register_until: str = f.date("Hạn đăng ký")
    file_until: str = f.date("Hạn nộp hồ sơ")
    council_on: str = f.date("Ngày họp hội đồng sơ tuyển")
    council_place: str = f.text("Nơi họp hội đồng sơ tuyển")
    council_document: str = f.text("Quyết định thành lập hội đồng")
    conclusion: str = f.long_text("Kết luận của hội đồng")
    note: str = f.long_text("Ghi chú")


@record
class Judge(Record):
    """A member of the preliminary council (hội đồng sơ tuyển) or an assessor."""

    entity: ClassVar[str] = "award_judge"
    noun: ClassVar[str] = "thành viên hội đồng"

    round_id: str = f.ref("award_round", "Đợt", owner=True)
    position: str = f.position()
    person_id: str | None = f.ref("person", "Người", outside=True)
    name: str = f.text("Họ và tên", required=True)
    title: str = f.text("Chức vụ, đơn vị")
    role: str = f.choice(
        "Vai trò",
        (("chair", "Chủ tịch"), ("deputy", "Phó Chủ tịch"), ("member", "Ủy viên"), ("secretary", "Thư ký"),
         ("assessor", "Chuyên gia đánh giá")),
        "member",
    )  # fmt: skip


@record
class Nomination(Record):
    """A unit, or one of its products, that stands for an award."""

    entity: ClassVar[str] = "nomination"
    noun: ClassVar[str] = "đơn vị dự giải"

    round_id: str = f.ref("award_round", "Đợt", owner=True)
    position: str = f.position()
    enterprise_id: str | None = f.ref("enterprise", "Đơn vị")
    product: str = f.text("Sản phẩm, hàng hóa")
    group: str = f.choice(
        "Nhóm",
        (("", "Chưa xếp"), ("large_industry", "Sản xuất lớn"), ("small_industry", "Sản xuất vừa và nhỏ"),
         ("large_service", "Dịch vụ lớn"), ("small_service", "Dịch vụ vừa và nhỏ")),
        "",
    )  # fmt: skip
    workers: int | None = f.integer("Lao động thường xuyên", hint="Người có hợp đồng từ 1 năm trở lên")
    state: str = f.choice("Tình trạng", NOMINATION_STATES, REGISTERED)
    filed_on: str = f.date("Ngày nộp hồ sơ")
    visited_on: str = f.date("Ngày đánh giá tại đơn vị")
    screened_on: str = f.date("Ngày qua sơ tuyển")
    sent_on: str = f.date("Ngày trình hội đồng quốc gia")
    consulted_on: str = f.date("Ngày hiệp y", hint="Ngày UBND tỉnh trả lời bằng văn bản")
    consulted_document: str = f.text("Văn bản hiệp y")
    apqo_on: str = f.date("Ngày đề cử APQO")
    proposed_prize_id: str | None = f.ref("prize_kind", "Giải đề nghị", outside=True)
    feedback: str = f.long_text("Phản hồi cho đơn vị")
    feedback_on: str = f.date("Ngày phản hồi cho đơn vị")
    note: str = f.long_text("Ghi chú")


@record
class JudgeTie(Record):
    """That a judge consulted, or stands near, a unit that is judged: shown, and kept out of its mean.

    A tie that the registers show is no record: one is made to overrule it (``is_waived``), which needs a reason.
    """

    entity: ClassVar[str] = "judge_tie"
    noun: ClassVar[str] = "quan hệ với đơn vị"

    nomination_id: str = f.ref("nomination", "Đơn vị dự giải", owner=True)
    judge_id: str | None = f.ref("award_judge", "Thành viên hội đồng")
    text: str = f.text("Quan hệ", hint="Đã tư vấn ISO 9001 năm 2020…")
    is_waived: bool = f.flag("Đã xem, vẫn tính điểm")


@record
class AwardScore(Record):
    """Points for one criterion that one judge gave; without a judge, the unit's own assessment."""

    entity: ClassVar[str] = "award_score"
    noun: ClassVar[str] = "điểm giải thưởng"

    nomination_id: str = f.ref("nomination", "Đơn vị dự giải", owner=True)
    criterion_id: str | None = f.ref("award_criterion", "Tiêu chí")
    judge_id: str | None = f.ref("award_judge", "Thành viên hội đồng")
    points: Decimal | None = f.number("Điểm")


@record
class Prize(Record):
    """A prize that was won: by which decision, what it is worth, and out of which line and niên độ that is paid."""

    entity: ClassVar[str] = "prize"
    noun: ClassVar[str] = "giải đạt được"

    nomination_id: str = f.ref("nomination", "Đơn vị dự giải", owner=True)
    position: str = f.position()
    prize: str = f.text("Giải", required=True)
    decision: str = f.text("Quyết định số")
    decided_on: str = f.date("Ngày quyết định")
    amount: int | None = f.money("Tiền thưởng")
    line_id: str | None = f.ref("line", "Dòng dự toán", outside=True)
    year: int | None = f.integer("Niên độ chi")
    source: str = f.text("Nguồn")


@record
class Commendation(Record):
    """Praise of a collective or a person (bằng khen, giấy khen) that the plan orders: proposed, decided."""

    entity: ClassVar[str] = "commendation"
    noun: ClassVar[str] = "khen thưởng"

    subject: str = f.choice("Đối tượng", ((COLLECTIVE, "Tập thể"), (INDIVIDUAL, "Cá nhân")), COLLECTIVE)
    name: str = f.text("Tên ghi trong quyết định", required=True)
    enterprise_id: str | None = f.ref("enterprise", "Đơn vị", outside=True)
    person_id: str | None = f.ref("person", "Cá nhân", outside=True)
    form: str = f.text("Hình thức khen", hint="Bằng khen của Chủ tịch UBND tỉnh, giấy khen…")
    reason: str = f.long_text("Thành tích")
    plan_id: str | None = f.ref("plan", "Kế hoạch", outside=True)
    line_id: str | None = f.ref("line", "Dòng dự toán", outside=True)
    year: int | None = f.integer("Niên độ chi")
    source: str = f.text("Nguồn")
    proposal: str = f.text("Tờ trình số")
    proposed_on: str = f.date("Ngày đề nghị")
    decision: str = f.text("Quyết định số")
    decided_on: str = f.date("Ngày quyết định")
    amount: int | None = f.money("Tiền thưởng")


AWARD_RECORDS: tuple[type[Record], ...] = (
    AwardRegime, AwardCriterion, PrizeKind, PrizeNorm, AwardRound, Judge, Nomination, JudgeTie, AwardScore, Prize,
    Commendation,
)  # fmt: skip
