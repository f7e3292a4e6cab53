"""What a prize is worth: flat, or so many times the lương cơ sở of the decision's day, by the norm of that day.

k × base is rounded up to tens of thousands of đồng (Nghị định 98/2023/NĐ-CP, as quoted in the press; unverified). All
figures are whole đồng; k may be a fraction (3,5).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nscl_desktop.domain.area_succession import province_key
from nscl_desktop.domain.award_rules import in_force
from nscl_desktop.domain.awards import PrizeNorm
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.money import format_amount, format_quantity
from nscl_desktop.domain.salary_bases import rounded_product
from nscl_desktop.domain.text import same_text


@dataclass(frozen=True, slots=True)
class Worth:
    """A sum in đồng, None where it cannot be known, with how it comes about or what is missing."""

    amount: int | None
    words: str


@dataclass(frozen=True, slots=True)
class PrizeRules:
    """Norms and bases of the data file; ``province`` is the one whose plan pays, "" where none is known."""

    norms: Sequence[PrizeNorm] = ()
    bases: Sequence[SalaryBase] = ()
    province: str = ""

    def worth(self, prize: str, day: str, subject: str = "") -> Worth:
        """What a prize is worth when it is decided on an ISO day; ``subject``: who is praised, where norms differ."""
        norm = norm_of(self.norms, prize, self.province, day, subject)
        if norm is None:
            where = f" của {self.province}" if self.province else ""
            return Worth(None, f"Chưa có mức thưởng{where} cho “{prize}” ngày {format_short(day)}")
        return worth_by(norm, self.bases, day)


def norm_of(norms: Iterable[PrizeNorm], prize: str, province: str, day: str, subject: str = "") -> PrizeNorm | None:
    """The norm in force for a prize on a day: of the province before a general one, for the subject before for all."""
    found = [
        each
        for each in norms
        if same_text(each.prize, prize)
        and in_force(each.valid_from, each.valid_to, day)
        and (not each.province or province_key(each.province) == province_key(province))
        and each.subject in ("", subject)
    ]
    return max(
        found, key=lambda each: (bool(each.province), bool(each.subject), each.valid_from, each.id), default=None
    )


def worth_by(norm: PrizeNorm, bases: Iterable[SalaryBase], day: str) -> Worth:
    """What a norm gives on a day."""
    if norm.multiple is None:
        words = f"Mức cố định theo {norm.legal_basis}" if norm.legal_basis else "Mức cố định"
        return Worth(norm.amount, words if norm.amount is not None else "Mức thưởng chưa ghi số tiền")
    base = base_on(bases, day)
    if base is None or not base.amount:
        return Worth(None, f"Chưa có lương cơ sở của ngày {format_short(day)}")
    product = rounded_product(norm.multiple, base.amount)
    since = format_short(base.valid_from)
    return Worth(product, f"{format_quantity(norm.multiple)} × {format_amount(base.amount)} (lương cơ sở từ {since})")


def base_on(bases: Iterable[SalaryBase], day: str) -> SalaryBase | None:
    """The lương cơ sở in force on a day."""
    found = [each for each in bases if each.amount and each.valid_from and each.valid_from <= day]
    return max(found, key=lambda each: (each.valid_from, each.id), default=None)
