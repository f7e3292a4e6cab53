"""What stands around the tables: heading, "(Kèm theo …)", amount in words, footnotes, signatures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, cast

from nscl_desktop.domain.appendix import Heading, Signature, SignatureBlock
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.dates import format_date_words
from nscl_desktop.domain.forms.fields_in_text import filled
from nscl_desktop.domain.forms.model import Form
from nscl_desktop.domain.forms.plan_figures import PlanFigures
from nscl_desktop.domain.money import MAX_DONG, MoneyUnit
from nscl_desktop.domain.plans import Plan, Signer
from nscl_desktop.domain.statements import Footnote
from nscl_desktop.domain.words import WordStyle, amount_in_words

_UNITS = {"dong": MoneyUnit.DONG, "nghin": MoneyUnit.NGHIN, "trieu": MoneyUnit.TRIEU, "ty": MoneyUnit.TY}
MOST_SIGNERS = 3
_BLANK_NUMBER = " " * 8
"""Room to write the number by hand: it is given after signing (NĐ 30/2020, Điều 15)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppendixOptions:
    """What the office chooses for one printing; None or empty leaves it to the form and the plan.

    ``number`` counts the appendices of one document (1 is "Phụ lục I"); None is the only one. ``images`` are signers'
    pictures (PNG) by key of the signer. ``place_date`` None lets the form decide.
    """

    unit: MoneyUnit | None = None
    title: str = ""
    place_date: str | None = None
    signers: tuple[Signer, ...] | None = None
    images: Mapping[str, bytes] = field(default_factory=dict)
    recipients: bool | None = None
    watermark: str = ""
    measure: str = ""
    body_size: float | None = None
    paper: str = ""
    landscape: bool | None = None
    number: int | None = None


def money_unit(form: Form, plan: Plan, options: AppendixOptions) -> MoneyUnit:
    """The unit of the tables: the chosen one, else the form's, else the plan's."""
    return options.unit or _UNITS.get(form.unit) or _UNITS.get(plan.print_unit, MoneyUnit.DONG)


def plan_fields(figures: PlanFigures, unit: MoneyUnit) -> dict[str, str]:
    """The fields known in every text of a form."""
    plan = figures.plan
    ends = (str(plan.year_from or ""), str(plan.year_to or plan.year_from or ""))
    return {
        "title": plan.title,
        "province": plan.province,
        "issuer": plan.issuer,
        "years": ends[0] if ends[0] == ends[1] else "-".join(ends),
        "year_from": ends[0],
        "year_to": ends[1],
        "unit": unit.label,
        "total_label": plan.total_label or "Tổng cộng",
    }


def heading(form: Form, budget: Budget, options: AppendixOptions, fields: Mapping[str, str]) -> Heading:
    """Label, title in capitals and "(Kèm theo …)" (NĐ 30/2020, Phụ lục I, III.1)."""
    plan = budget.frame.plan
    title = options.title or filled(form.title, fields) or plan.appendix_title or plan.title
    return Heading(
        label=f"{form.label} {roman(options.number)}" if options.number else form.label,
        title=title.upper(),
        attached_to=attached_to(plan) if form.attached else "",
        agency=tuple(name.upper() for name in (plan.issuer_parent, plan.issuer) if name) if form.agency else (),
        motto=form.motto,
    )


def attached_to(plan: Plan) -> str:
    """The line "(Kèm theo Quyết định số 2684/QĐ-UBND ngày … của …)"; what is not known yet leaves room."""
    issuer = f" của {plan.issuer}" if plan.issuer else ""
    return f"(Kèm theo {plan.doc_kind or 'Kế hoạch'} số {_number(plan)} {format_date_words(plan.date)}{issuer})"


def numbered(plan: Plan) -> str:
    """Số, ký hiệu under the agency (II.3); what is not known yet leaves room."""
    return f"Số: {_number(plan)}"


def place_and_date(plan: Plan) -> str:
    """Địa danh và thời gian (II.4); what is not known yet leaves room."""
    date = format_date_words(plan.date)
    return f"{plan.place}, {date}" if plan.place else date.capitalize()


def _number(plan: Plan) -> str:
    number = plan.number.strip()
    return _BLANK_NUMBER + number if not number or number.startswith("/") else number


def roman(number: int) -> str:
    """1 → I: appendices of one document are numbered so when there are several."""
    numerals = (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")
    text = ""
    for value, numeral in numerals:
        count, number = divmod(number, value)
        text += numeral * count
    return text


def word_style(plan: Plan) -> WordStyle:
    """How the plan's office writes amounts in words."""
    # The fields are choices of exactly these words; WordStyle itself refuses others
    return WordStyle(
        thousand=cast("Literal['nghìn', 'ngàn']", plan.thousand_word),
        zero_tens=cast("Literal['linh', 'lẻ']", plan.zero_tens_word),
        four=cast("Literal['tư', 'bốn']", plan.four_word),
        group_comma=plan.group_comma,
    )


def amount_words(form: Form, plan: Plan, total: int | None, *, bare: bool = False) -> str:
    """The line "(Bằng chữ: …)" where the form asks for it; nothing for a plan without money."""
    if total is None or not 0 <= total <= MAX_DONG or not (form.words or bare):
        return ""
    words = amount_in_words(total, word_style(plan))
    return words if bare else f"({form.words_intro}: {words})"


def footnotes(budget: Budget, printed: set[str]) -> tuple[tuple[str, str], ...]:
    """The plan's footnotes, and those of the sources whose marks are printed; each once."""
    plan_id = budget.frame.plan_id
    marks = {source.mark for source in budget.frame.sources if source.mark}
    listed = (note for note in budget.book.table(Footnote).values() if note.plan_id == plan_id)
    ordered = sorted(listed, key=lambda note: (note.position, note.id))
    found = [(note.mark, note.text) for note in ordered if note.mark not in marks or note.mark in printed]
    told = {mark for mark, _ in found}
    for source in budget.frame.sources:
        if source.mark in printed and source.footnote and source.mark not in told:
            found.append((source.mark, source.footnote))
            told.add(source.mark)
    return tuple(found)


def signature_block(form: Form, budget: Budget, options: AppendixOptions) -> SignatureBlock:
    """The signers chosen, else the plan's for its appendix, else those the form asks for; at most three."""
    plan = budget.frame.plan
    chosen = options.signers
    if chosen is None:
        listed = sorted(budget.book.table(Signer).values(), key=lambda signer: (signer.position, signer.id))
        chosen = tuple(signer for signer in listed if signer.plan_id == plan.id and signer.on_appendix)
    made = [
        Signature(authority=_in_capitals(signer.authority), name=signer.name, image=options.images.get(signer.id, b""))
        for signer in chosen
    ]
    if not made and options.signers is None:
        made = [
            Signature(authority=_in_capitals(each.authority), name=each.name, note=each.note)
            for each in form.signatures
        ]
    place_date = options.place_date
    if place_date is None:
        place_date = place_and_date(plan) if form.place_date else ""
    recipients = form.recipients if options.recipients is None else options.recipients
    return SignatureBlock(
        place_date=place_date,
        signers=tuple(made[:MOST_SIGNERS]),
        recipients=recipient_lines(plan.recipients) if recipients else (),
    )


def _in_capitals(authority: Iterable[str]) -> tuple[str, ...]:
    """Quyền hạn and chức vụ are in capitals (II.7): "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"."""
    return tuple(line.upper() for line in authority)


def recipient_lines(recipients: Iterable[str]) -> tuple[str, ...]:
    """The list of "Nơi nhận" with its marks (II.9): "- …;" each, and a full stop behind the last, "- Lưu: VT, …"."""
    bare = [text for each in recipients if (text := each.strip().lstrip("-–").rstrip(";.").strip())]
    return (*(f"- {text};" for text in bare[:-1]), *(f"- {text}." for text in bare[-1:]))
