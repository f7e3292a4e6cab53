"""Support dossiers (hồ sơ hỗ trợ): one beneficiary, what it is supported with, how far that has come, and the money.

A dossier counts in three ways that are never mixed: once as a dossier, by its items each in its own unit (Bình
Dương's model is 2 công cụ + 1 hệ thống for one enterprise), and by the money of its allocations (line, year, source).
"""

from decimal import Decimal
from typing import ClassVar

from nscl_desktop.domain import fields as f
from nscl_desktop.domain.records import Record, record

GROUPS = (
    ("system", "Hệ thống quản lý"),
    ("tool", "Công cụ cải tiến năng suất"),
    ("smart", "Sản xuất thông minh"),
    ("traceability", "Truy xuất nguồn gốc"),
    ("agriculture", "Nông nghiệp tốt, hữu cơ"),
    ("standard", "Tiêu chuẩn cơ sở"),
    ("conformity", "Hợp chuẩn, hợp quy"),
    ("model", "Mô hình điểm"),
    ("capacity", "Năng lực thử nghiệm, đánh giá sự phù hợp"),
    ("guidance", "Hướng dẫn, tư vấn"),
    ("other", "Nội dung khác"),
)
STAGES = (
    ("registered", "Đăng ký"),
    ("surveyed", "Khảo sát"),
    ("selected", "Xét chọn"),
    ("approved", "Phê duyệt"),
    ("contracted", "Hợp đồng"),
    ("running", "Thực hiện"),
    ("checked", "Kiểm tra"),
    ("accepted", "Nghiệm thu"),
    ("liquidated", "Thanh lý"),
    ("settled", "Quyết toán"),
    ("followed", "Theo dõi sau hỗ trợ"),
)
"""In the order in which a dossier goes through them; a stage may be left out ("Hướng dẫn" has no contract)."""
OPEN, PAUSED, ENDED, DONE = "open", "paused", "ended", "done"
STATES = ((OPEN, "Đang thực hiện"), (PAUSED, "Tạm dừng"), (ENDED, "Chấm dứt"), (DONE, "Hoàn thành"))


@record
class SupportKind(Record):
    """An entry of the office's catalogue: 5S, TCVN ISO 9001:2015, hợp quy … counted in a unit of its own."""

    entity: ClassVar[str] = "support_kind"
    noun: ClassVar[str] = "nội dung hỗ trợ"

    code: str = f.text("Mã", required=True)
    name: str = f.text("Tên", required=True)
    group: str = f.choice("Nhóm", GROUPS, "other")
    unit: str = f.text("Đơn vị tính")
    edition: str = f.text("Phiên bản", hint="Năm ban hành tiêu chuẩn")
    is_retired: bool = f.flag("Không dùng nữa")


@record
class StagePaper(Record):
    """A paper that a stage needs, from a day on: check lists change, and old dossiers keep theirs."""

    entity: ClassVar[str] = "stage_paper"
    noun: ClassVar[str] = "giấy tờ của giai đoạn"

    stage: str = f.choice("Giai đoạn", STAGES, "registered")
    position: str = f.position()
    name: str = f.text("Tên giấy tờ", required=True)
    is_required: bool = f.flag("Bắt buộc", default=True)
    valid_from: str = f.date("Áp dụng từ")
    valid_to: str = f.date("Đến hết ngày")


@record
class SupportNorm(Record):
    """The most that a decision or circular lets the budget pay for one support, from a day on; money in đồng.

    None are shipped: what plans state are prices, not norms. ``percent`` is the budget's greatest share of the
    contract; ``most_amount`` holds for one unit counted (công cụ, hệ thống), ``most_per_unit`` for one beneficiary.
    """

    entity: ClassVar[str] = "support_norm"
    noun: ClassVar[str] = "định mức hỗ trợ"

    name: str = f.text("Tên định mức", required=True)
    kind_id: str | None = f.ref("support_kind", "Nội dung hỗ trợ")
    group: str = f.choice("Nhóm nội dung", (("", "Mọi nhóm"), *GROUPS), "")
    most_amount: int | None = f.money("Mức tối đa cho một đơn vị tính")
    percent: Decimal | None = f.number("Ngân sách hỗ trợ tối đa (% giá trị hợp đồng)")
    most_per_unit: int | None = f.money("Mức tối đa cho một đơn vị được hỗ trợ")
    most_times: int | None = f.integer("Số lần tối đa cho một đơn vị")
    area: str = f.text("Địa bàn áp dụng")
    legal_basis: str = f.text("Văn bản quy định")
    valid_from: str = f.date("Áp dụng từ")
    valid_to: str = f.date("Đến hết ngày")


@record
class Dossier(Record):
    """One support of one unit. ``carried_from`` and ``replaces`` link dossiers, so that nothing counts twice."""

    entity: ClassVar[str] = "dossier"
    noun: ClassVar[str] = "hồ sơ hỗ trợ"

    enterprise_id: str | None = f.ref("enterprise", "Đơn vị được hỗ trợ")
    code: str = f.text("Mã hồ sơ")
    title: str = f.text("Nội dung hỗ trợ", required=True)
    plan_id: str | None = f.ref("plan", "Kế hoạch", outside=True)
    year: int | None = f.integer("Năm bắt đầu")
    state: str = f.choice("Tình trạng", STATES, OPEN)
    state_on: str = f.date("Ngày tạm dừng, chấm dứt")
    state_reason: str = f.text("Lý do tạm dừng, chấm dứt")
    is_guidance: bool = f.flag("Chỉ hướng dẫn", hint="Không hợp đồng, không kinh phí")
    consultant_id: str | None = f.ref("enterprise", "Tổ chức tư vấn", outside=True)
    carried_from: str | None = f.ref("dossier", "Chuyển tiếp từ hồ sơ", outside=True)
    carried_text: str = f.text("Chuyển tiếp từ giai đoạn")
    replaces: str | None = f.ref("dossier", "Thay cho hồ sơ", outside=True)
    replacing_decision: str = f.text("Quyết định thay thế")
    committed_on: str = f.date("Ngày cam kết của đơn vị")
    person: str = f.text("Người theo dõi")
    note: str = f.long_text("Ghi chú")


@record
class DossierItem(Record):
    """What is introduced or made, counted in its own unit; a line of the plan may say how many such it pays for."""

    entity: ClassVar[str] = "dossier_item"
    noun: ClassVar[str] = "mục hỗ trợ"

    dossier_id: str = f.ref("dossier", "Hồ sơ", owner=True)
    position: str = f.position()
    kind_id: str | None = f.ref("support_kind", "Nội dung")
    name: str = f.text("Tên theo hồ sơ")
    edition: str = f.text("Phiên bản")
    quantity: Decimal | None = f.number("Số lượng")
    unit: str = f.text("Đơn vị tính")
    finished_on: str = f.date("Hoàn thành ngày")


@record
class DossierMoney(Record):
    """Money of the dossier planned out of one line, niên độ and source, in đồng; ``source`` is the plan's source code.

    A contract paid by several sources or over two years has several of these and still counts once.
    """

    entity: ClassVar[str] = "dossier_money"
    noun: ClassVar[str] = "phần kinh phí"

    dossier_id: str = f.ref("dossier", "Hồ sơ", owner=True)
    position: str = f.position()
    line_id: str | None = f.ref("line", "Dòng dự toán", outside=True)
    year: int | None = f.integer("Niên độ")
    source: str = f.text("Nguồn")
    amount: int | None = f.money("Số tiền")


@record
class StageStep(Record):
    """A stage of a dossier: when it is due, when it was reached, by which document and whom."""

    entity: ClassVar[str] = "stage_step"
    noun: ClassVar[str] = "bước"

    dossier_id: str = f.ref("dossier", "Hồ sơ", owner=True)
    stage: str = f.choice("Giai đoạn", STAGES, "registered")
    due_on: str = f.date("Hạn")
    done_on: str = f.date("Ngày thực hiện")
    document: str = f.text("Văn bản")
    person: str = f.text("Người thực hiện")
    note: str = f.text("Ghi chú")


@record
class DossierPaper(Record):
    """A paper of the check list that has come in, or the reason why it is not needed."""

    entity: ClassVar[str] = "dossier_paper"
    noun: ClassVar[str] = "giấy tờ"

    dossier_id: str = f.ref("dossier", "Hồ sơ", owner=True)
    paper_id: str | None = f.ref("stage_paper", "Giấy tờ theo danh mục")
    name: str = f.text("Tên giấy tờ")
    number: str = f.text("Số, ký hiệu")
    received_on: str = f.date("Ngày nhận")
    not_needed: str = f.text("Lý do không cần")


@record
class ReportRequest(Record):
    """A report that the supported unit owes: periodic or asked for, on progress or money."""

    entity: ClassVar[str] = "report_request"
    noun: ClassVar[str] = "báo cáo của đơn vị"

    dossier_id: str = f.ref("dossier", "Hồ sơ", owner=True)
    kind: str = f.choice("Loại", (("periodic", "Định kỳ"), ("ad_hoc", "Đột xuất")), "periodic")
    subject: str = f.choice("Nội dung", (("progress", "Tiến độ"), ("money", "Kinh phí"), ("both", "Cả hai")), "both")
    asked_on: str = f.date("Ngày yêu cầu")
    due_on: str = f.date("Hạn nộp")
    received_on: str = f.date("Ngày nhận")
    note: str = f.text("Ghi chú")


@record
class Indicator(Record):
    """A measure of what the support changed: before and after, each with its day."""

    entity: ClassVar[str] = "indicator"
    noun: ClassVar[str] = "chỉ số"

    dossier_id: str = f.ref("dossier", "Hồ sơ", owner=True)
    position: str = f.position()
    name: str = f.text("Chỉ số", required=True)
    unit: str = f.text("Đơn vị tính")
    before: Decimal | None = f.number("Trước hỗ trợ")
    before_on: str = f.date("Ngày đo trước")
    after: Decimal | None = f.number("Sau hỗ trợ")
    after_on: str = f.date("Ngày đo sau")
    less_is_better: bool = f.flag("Càng nhỏ càng tốt")


@record
class FollowUp(Record):
    """A look at the unit so many months after the support: does what was introduced still run."""

    entity: ClassVar[str] = "follow_up"
    noun: ClassVar[str] = "lần theo dõi"

    dossier_id: str = f.ref("dossier", "Hồ sơ", owner=True)
    months: int = f.integer("Sau (tháng)", default=6)
    due_on: str = f.date("Hạn")
    done_on: str = f.date("Ngày thực hiện")
    still_running: str = f.choice(
        "Còn duy trì", (("", "Chưa rõ"), ("yes", "Còn"), ("partly", "Một phần"), ("no", "Không")), ""
    )
    note: str = f.text("Ghi chú")


@record
class Reason(Record):
    """Why the office went on in spite of a warning (over budget, support of the same kind …): kept with the dossier."""

    entity: ClassVar[str] = "dossier_reason"
    noun: ClassVar[str] = "lý do tiếp tục"

    dossier_id: str = f.ref("dossier", "Hồ sơ", owner=True)
    code: str = f.text("Mã cảnh báo", required=True)
    mark: str = f.text("Chi tiết cảnh báo")
    reason: str = f.text("Lý do", required=True)
