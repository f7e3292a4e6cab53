"""Tables of training, awards, the ledger of money, work that plans order, and their attached files. Frozen."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def key() -> sa.Column[str]:
    return sa.Column("id", sa.String(36), primary_key=True)


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


def whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger)


def flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False)


def people() -> None:
    op.create_table(
        "person",
        key(), text("name"), whole("birth_year"), text("sex"), outside("enterprise_id"), text("unit"), text("title"),
        text("phone"), text("email"), flag("is_staff"), text("note"),
    )  # fmt: skip
    op.create_table(
        "club",
        key(), text("name"), text("founded_on"), text("decision"), outside("plan_id"), text("note"),
    )  # fmt: skip
    op.create_table(
        "person_role",
        key(), owner("person_id", "person"), text("role"), outside("club_id"), text("field"), text("since"),
        text("until"), text("certificate"), text("certified_on"), text("valid_to"), text("issuer"),
        outside("plan_id"), text("note"),
    )  # fmt: skip
    op.create_table(
        "expert_assignment",
        key(), owner("person_id", "person"), outside("enterprise_id"), outside("dossier_id"), text("text"),
        text("document"), text("date_from"), text("date_to"), text("result"),
    )  # fmt: skip


def courses() -> None:
    op.create_table(
        "course",
        key(), text("title"), text("kind"), text("state"), text("topic"), outside("plan_id"), outside("line_id"),
        whole("year"), text("date_from"), text("date_to"), text("location"), text("organiser"), text("document"),
        text("documented_on"), whole("most_people"), whole("sessions_to_pass"), number("points_to_pass"),
        text("certificate_series"), text("evaluation"), text("note"),
    )  # fmt: skip
    op.create_table(
        "course_session",
        key(), owner("course_id", "course"), text("position"), text("date"), text("part"), text("subject"),
        outside("lecturer_id"), number("hours"), text("location"),
    )  # fmt: skip
    op.create_table(
        "enrolment",
        key(), owner("course_id", "course"), text("position"), ref("person_id", "person"), outside("enterprise_id"),
        text("unit"), text("title"), text("phone"), text("state"), number("points"), text("certificate"),
        text("certified_on"), whole("copies"), text("note"),
    )  # fmt: skip
    op.create_table(
        "attendance",
        key(), owner("enrolment_id", "enrolment"), ref("session_id", "course_session"),
    )  # fmt: skip
    op.create_table(
        "course_cost",
        key(), owner("course_id", "course"), text("position"), text("text"), outside("line_id"), whole("year"),
        text("source"), number("quantity"), text("unit"), whole("price"), whole("amount"),
    )  # fmt: skip
    op.create_table(
        "course_paper",
        key(), owner("course_id", "course"), text("position"), text("name"), flag("is_required"), text("number"),
        text("received_on"), text("not_needed"),
    )  # fmt: skip


def award_rules() -> None:
    op.create_table(
        "award_regime",
        key(), text("name"), text("code"), text("legal_basis"), text("valid_from"), text("valid_to"),
        flag("is_for_products"), whole("large_from"), flag("verified"), text("note"),
    )  # fmt: skip
    op.create_table(
        "award_criterion",
        key(), owner("regime_id", "award_regime"), ref("place_parent", "award_criterion"), text("place_position"),
        text("label"), text("name"), number("most_points"), flag("verified"), text("note"),
    )  # fmt: skip
    op.create_table(
        "prize_kind",
        key(), owner("regime_id", "award_regime"), text("position"), text("name"), number("least_points"),
        flag("is_best_of_group"), flag("is_international"), flag("verified"), text("note"),
    )  # fmt: skip
    op.create_table(
        "prize_norm",
        key(), text("prize"), text("subject"), number("multiple"), whole("amount"), text("province"),
        text("legal_basis"), text("valid_from"), text("valid_to"), flag("verified"), text("note"),
    )  # fmt: skip


def award_rounds() -> None:
    op.create_table(
        "award_round",
        key(), text("name"), whole("year"), ref("regime_id", "award_regime"), outside("plan_id"), outside("line_id"),
        text("register_until"), text("file_until"), text("council_on"), text("council_place"),
        text("council_document"), text("conclusion"), text("note"),
    )  # fmt: skip
    op.create_table(
        "award_judge",
        key(), owner("round_id", "award_round"), text("position"), outside("person_id"), text("name"), text("title"),
        text("role"),
    )  # fmt: skip
    op.create_table(
        "nomination",
        key(), owner("round_id", "award_round"), text("position"), ref("enterprise_id", "enterprise"),
        text("product"), text("group"), whole("workers"), text("state"), text("filed_on"), text("visited_on"),
        text("screened_on"), text("sent_on"), text("consulted_on"), text("consulted_document"), text("apqo_on"),
        outside("proposed_prize_id"), text("feedback"), text("feedback_on"), text("note"),
    )  # fmt: skip
    op.create_table(
        "judge_tie",
        key(), owner("nomination_id", "nomination"), ref("judge_id", "award_judge"), text("text"),
        flag("is_waived"),
    )  # fmt: skip
    op.create_table(
        "award_score",
        key(), owner("nomination_id", "nomination"), ref("criterion_id", "award_criterion"),
        ref("judge_id", "award_judge"), number("points"),
    )  # fmt: skip
    op.create_table(
        "prize",
        key(), owner("nomination_id", "nomination"), text("position"), text("prize"), text("decision"),
        text("decided_on"), whole("amount"), outside("line_id"), whole("year"), text("source"),
    )  # fmt: skip
    op.create_table(
        "commendation",
        key(), text("subject"), text("name"), outside("enterprise_id"), outside("person_id"), text("form"),
        text("reason"), outside("plan_id"), outside("line_id"), whole("year"), text("source"), text("proposal"),
        text("proposed_on"), text("decision"), text("decided_on"), whole("amount"),
    )  # fmt: skip


def ledger() -> None:
    op.create_table(
        "budget_year",
        key(), outside("plan_id"), whole("year"), outside("agency_id"), text("closed_on"), text("closing_document"),
        text("closed_by"), text("note"),
    )  # fmt: skip
    op.create_table(
        "ledger_entry",
        key(), owner("year_id", "budget_year"), outside("line_id"), text("source"), text("kind"), whole("amount"),
        text("date"), text("document"), text("person"), text("pair"), number("quantity"), text("for_entity"),
        text("for_id"), outside("corrects"), outside("commitment_id"), text("reason"), text("chapter"),
        text("category"), text("item"), text("note"),
    )  # fmt: skip


def work() -> None:
    op.create_table(
        "work_item",
        key(), text("title"), text("kind"), outside("plan_id"), outside("task_id"), outside("line_id"), whole("year"),
        text("lead"), text("partners"), text("person"), flag("is_contact_body"), text("program"), text("date_from"),
        text("due_on"), text("state"), text("done_on"), number("quantity"), text("unit"), number("planned"),
        text("result"), text("evidence"), text("note"),
    )  # fmt: skip
    op.create_table(
        "work_reminder",
        key(), owner("work_id", "work_item"), text("sent_on"), text("number"), text("to_party"), text("due_on"),
        text("answered_on"), text("note"),
    )  # fmt: skip
    op.create_table(
        "work_unit",
        key(), owner("work_id", "work_item"), text("position"), outside("enterprise_id"), text("name"), text("group"),
        text("sector"), text("locality"), whole("year"), text("state"), text("note"),
    )  # fmt: skip


def files() -> None:
    op.create_table(
        "course_file",
        key(), text("position"), text("name"), text("kind"), text("caption"), text("taken_on"), text("about"),
        text("sha256"), whole("size"), text("original"), owner("course_id", "course"),
    )  # fmt: skip
    op.create_table(
        "award_file",
        key(), text("position"), text("name"), text("kind"), text("caption"), text("taken_on"), text("about"),
        text("sha256"), whole("size"), text("original"), owner("round_id", "award_round"),
    )  # fmt: skip
    op.create_table(
        "work_file",
        key(), text("position"), text("name"), text("kind"), text("caption"), text("taken_on"), text("about"),
        text("sha256"), whole("size"), text("original"), owner("work_id", "work_item"),
    )  # fmt: skip


def upgrade() -> None:
    people()
    courses()
    award_rules()
    award_rounds()
    ledger()
    work()
    files()
