"""A new dossier before it is made: unit, kinds, plan, money, code by the office's rule."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from nscl_desktop.domain.changes import ChangeSet, change_set
from nscl_desktop.domain.dates import parse_date
from nscl_desktop.domain.dossiers.numbering import FIRST_RULE, next_code, require_new_code
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.supports import SupportKind
from nscl_desktop.domain.text import rank
from nscl_desktop.presenters.dossier_office import Catalogue
from nscl_desktop.presenters.dossier_parts import kind_words
from nscl_desktop.services.dossier_catalogue import add_shipped_kinds, add_shipped_papers
from nscl_desktop.services.dossier_life import open_dossier

RULE_KEY = "dossier_code_rule"
"""Under which the office's rule of codes is remembered on this machine."""


@dataclass
class DossierDraft:
    """What was chosen so far. ``known``: codes that other dossiers bear; ``money``: fields of DossierMoney."""

    known: Sequence[str] = ()
    rule: str = FIRST_RULE
    unit_id: str = ""
    kinds: dict[str, SupportKind] = field(default_factory=dict)
    plan_id: str = ""
    money: list[Mapping[str, Value]] = field(default_factory=list)
    is_guidance: bool = False

    def code(self, registered_on: str) -> str:
        """The code that the rule gives to a dossier registered on this day as typed; empty while it is none."""
        try:
            day = parse_date(registered_on.strip())
        except InputError:
            return ""
        return next_code(self.rule, int(day[:4]), self.known) if day else ""

    @property
    def title(self) -> str:
        """What the chosen kinds make of the title: Áp dụng 5S, Kaizen và TCVN ISO 9001."""
        codes = list(dict.fromkeys(kind.code or kind.name for kind in self.kinds.values()))
        if not codes:
            return ""
        verb = "Hướng dẫn áp dụng" if self.is_guidance else "Áp dụng"
        return f"{verb} {' và '.join(filter(None, (', '.join(codes[:-1]), codes[-1])))}"

    def step(self, title: str, code: str, registered_on: str, person: str) -> ChangeSet:
        """The step that makes the dossier; raises InputError with the first thing that is wrong."""
        require_new_code(code, self.known)
        return open_dossier(
            parse_date(registered_on.strip()),
            self.kinds.values(),
            self.money,
            enterprise_id=self.unit_id,
            title=title,
            code=code.strip(),
            plan_id=self.plan_id or None,
            person=person,
            is_guidance=self.is_guidance,
        )


def seek_kinds(kinds: Iterable[SupportKind], query: str) -> tuple[SupportKind, ...]:
    """The kinds in use that answer a query by code or name."""
    return tuple(
        kind for kind in kinds if not kind.is_retired and rank(query, f"{kind.code} {kind_words(kind)}") is not None
    )


def first_lists(catalogue: Catalogue) -> ChangeSet:
    """The lists that come with the program, in one step: an office that begins needs something to edit."""
    steps = (add_shipped_kinds(catalogue.kinds.values()), add_shipped_papers(catalogue.papers))
    return change_set("Thêm danh mục ban đầu", [change for step in steps for change in step.changes])
