"""Tables of enterprises, support dossiers, selections and inspections. Frozen, as all migrations."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def key(name: str = "id") -> sa.Column[str]:
    return sa.Column(name, sa.String(36), primary_key=True)


def ref(name: str, target: str, *, nullable: bool = True) -> sa.Column[str]:
    link = sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
    return sa.Column(name, sa.String(36), link, nullable=nullable, index=True)


def owner(name: str, target: str) -> sa.Column[str]:
    return ref(name, target, nullable=False)


def outside(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(36))


def text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def number(name: str) -> sa.Column[str]:
    return text(name, nullable=True)  # a decimal number as text


def whole(name: str, *, nullable: bool = True) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=nullable)


def flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False)


def support_kind() -> None:
    op.create_table(
        "support_kind",
        key(), text("code"), text("name"), text("group"), text("unit"), text("edition"), flag("is_retired"),
    )  # fmt: skip


def support_norm() -> None:
    op.create_table(
        "support_norm",
        key(), text("name"), ref("kind_id", "support_kind"), text("group"), whole("most_amount"),
        number("percent"), whole("most_per_unit"), whole("most_times"), text("area"), text("legal_basis"),
        text("valid_from"), text("valid_to"),
    )  # fmt: skip


def stage_paper() -> None:
    op.create_table(
        "stage_paper",
        key(), text("stage"), text("position"), text("name"), flag("is_required"), text("valid_from"),
        text("valid_to"),
    )  # fmt: skip


def enterprise() -> None:
    op.create_table(
        "enterprise",
        key(), text("name"), text("kind"), text("short_name"), text("foreign_name"), text("tax_code"),
        outside("parent_id"), text("representative"), text("representative_title"), text("phone"),
        text("email"), text("website"), text("address"), text("commune"), text("district"), text("province"),
        text("sector_edition"), text("sector_code"), text("sector_name"), text("size_sector"), text("products"),
        flag("is_small_medium"), flag("is_supporting_industry"), flag("is_key_industry"), flag("is_key_export"),
        flag("is_ocop"), flag("is_science_technology"), flag("is_startup"), flag("is_state_owned"),
        flag("is_foreign_invested"), text("founded_on"), text("state"), outside("merged_into"), text("note"),
    )  # fmt: skip


def former_name() -> None:
    op.create_table(
        "former_name",
        key(), owner("enterprise_id", "enterprise"), text("name"), text("until"), text("instrument"),
    )  # fmt: skip


def year_figures() -> None:
    op.create_table(
        "year_figures",
        key(), owner("enterprise_id", "enterprise"), whole("year", nullable=False), number("labour"),
        whole("revenue"), whole("capital"), text("origin"),
    )  # fmt: skip


def contact() -> None:
    op.create_table(
        "contact",
        key(), owner("enterprise_id", "enterprise"), text("position"), text("name"), text("title"),
        text("phone"), text("email"), text("note"),
    )  # fmt: skip


def certificate() -> None:
    op.create_table(
        "certificate",
        key(), owner("enterprise_id", "enterprise"), text("standard"), text("edition"), text("number"),
        text("body"), text("scope"), text("issued_on"), text("expires_on"), outside("dossier_id"), text("note"),
    )  # fmt: skip


def dossier() -> None:
    op.create_table(
        "dossier",
        key(), ref("enterprise_id", "enterprise"), text("code"), text("title"), outside("plan_id"),
        whole("year"), text("state"), text("state_on"), text("state_reason"), flag("is_guidance"),
        outside("consultant_id"), outside("carried_from"), text("carried_text"), outside("replaces"),
        text("replacing_decision"), text("committed_on"), text("person"), text("note"),
    )  # fmt: skip


def dossier_item() -> None:
    op.create_table(
        "dossier_item",
        key(), owner("dossier_id", "dossier"), text("position"), ref("kind_id", "support_kind"), text("name"),
        text("edition"), number("quantity"), text("unit"), text("finished_on"),
    )  # fmt: skip


def dossier_money() -> None:
    op.create_table(
        "dossier_money",
        key(), owner("dossier_id", "dossier"), text("position"), outside("line_id"), whole("year"),
        text("source"), whole("amount"),
    )  # fmt: skip


def stage_step() -> None:
    op.create_table(
        "stage_step",
        key(), owner("dossier_id", "dossier"), text("stage"), text("due_on"), text("done_on"), text("document"),
        text("person"), text("note"),
    )  # fmt: skip


def dossier_paper() -> None:
    op.create_table(
        "dossier_paper",
        key(), owner("dossier_id", "dossier"), ref("paper_id", "stage_paper"), text("name"), text("number"),
        text("received_on"), text("not_needed"),
    )  # fmt: skip


def report_request() -> None:
    op.create_table(
        "report_request",
        key(), owner("dossier_id", "dossier"), text("kind"), text("subject"), text("asked_on"), text("due_on"),
        text("received_on"), text("note"),
    )  # fmt: skip


def indicator() -> None:
    op.create_table(
        "indicator",
        key(), owner("dossier_id", "dossier"), text("position"), text("name"), text("unit"), number("before"),
        text("before_on"), number("after"), text("after_on"), flag("less_is_better"),
    )  # fmt: skip


def follow_up() -> None:
    op.create_table(
        "follow_up",
        key(), owner("dossier_id", "dossier"), whole("months", nullable=False), text("due_on"), text("done_on"),
        text("still_running"), text("note"),
    )  # fmt: skip


def dossier_reason() -> None:
    op.create_table(
        "dossier_reason",
        key(), owner("dossier_id", "dossier"), text("code"), text("mark"), text("reason"),
    )  # fmt: skip


def contract() -> None:
    op.create_table(
        "contract",
        key(), owner("dossier_id", "dossier"), text("number"), text("date"), text("subject"),
        outside("party_id"), outside("changes"), whole("value"), whole("accepted_value"), text("deadline"),
        text("accepted_on"), text("liquidated_on"), text("note"),
    )  # fmt: skip


def payment() -> None:
    op.create_table(
        "payment",
        key(), owner("dossier_id", "dossier"), outside("contract_id"), text("move"), outside("line_id"),
        whole("year"), text("source"), whole("amount"), text("date"), text("document"),
    )  # fmt: skip


def selection_round() -> None:
    op.create_table(
        "selection_round",
        key(), text("name"), text("purpose"), outside("plan_id"), outside("line_id"), text("held_on"),
        text("requirements"), number("quota"), whole("money"), text("decision"), text("decided_on"),
    )  # fmt: skip


def criterion() -> None:
    op.create_table(
        "criterion",
        key(), owner("round_id", "selection_round"), text("position"), text("name"), number("most_points"),
    )  # fmt: skip


def candidate() -> None:
    op.create_table(
        "candidate",
        key(), owner("round_id", "selection_round"), ref("enterprise_id", "enterprise"), outside("dossier_id"),
        whole("asked"), flag("is_eligible"), text("why_not"), text("result"), text("reason"),
    )  # fmt: skip


def score() -> None:
    op.create_table(
        "score",
        key(), owner("candidate_id", "candidate"), ref("criterion_id", "criterion"), text("judge"),
        number("points"),
    )  # fmt: skip


def checklist() -> None:
    op.create_table(
        "checklist",
        key(), text("name"), text("purpose"), whole("version", nullable=False), text("state"),
        outside("follows"), text("note"),
    )  # fmt: skip


def question() -> None:
    op.create_table(
        "question",
        key(), owner("checklist_id", "checklist"), ref("place_parent", "question"), text("place_position"),
        text("kind"), text("label"), text("text"), text("hint"), text("unit"), number("least"), number("most"),
        text("options"), flag("is_required"), outside("asked_if"), text("condition"),
    )  # fmt: skip


def inspection_plan() -> None:
    op.create_table(
        "inspection_plan",
        key(), text("name"), text("purpose"), flag("is_ad_hoc"), outside("plan_id"), text("document"),
        text("documented_on"), text("date_from"), text("date_to"), text("note"),
    )  # fmt: skip


def visit() -> None:
    op.create_table(
        "visit",
        key(), outside("inspection_plan_id"), ref("enterprise_id", "enterprise"), outside("dossier_id"),
        ref("checklist_id", "checklist"), text("state"), whole("version", nullable=False), outside("corrects"),
        text("correction_reason"), text("number"), text("date"), text("began_at"), text("ended_at"),
        text("location"), text("legal_bases"), text("shortcomings"), text("opinion"), text("conclusion"),
        whole("copies"), outside("at_question"),
    )  # fmt: skip


def visit_participant() -> None:
    op.create_table(
        "visit_participant",
        key(), owner("visit_id", "visit"), text("position"), text("name"), text("title"), text("unit"),
        text("role"),
    )  # fmt: skip


def answer() -> None:
    op.create_table(
        "answer",
        key(), owner("visit_id", "visit"), ref("question_id", "question"), text("verdict"), number("number"),
        text("text"), text("note"),
    )  # fmt: skip


def recommendation() -> None:
    op.create_table(
        "recommendation",
        key(), owner("visit_id", "visit"), text("position"), outside("question_id"), text("finding"),
        text("text"), text("deadline"), text("closed_on"), text("outcome"),
    )  # fmt: skip


def upgrade() -> None:
    """Owners before what they own."""
    for make in (
        support_kind, support_norm, stage_paper, enterprise, former_name, year_figures, contact, certificate,
        dossier, dossier_item, dossier_money, stage_step, dossier_paper, report_request, indicator, follow_up,
        dossier_reason, contract, payment, selection_round, criterion, candidate, score, checklist, question,
        inspection_plan, visit, visit_participant, answer, recommendation,
    ):  # fmt: skip
        make()
