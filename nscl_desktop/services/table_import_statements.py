"""The totals of a pasted table kept as assertions of its paper, so that the checker goes on comparing them."""

from collections.abc import Sequence
from decimal import Decimal

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import new_id
from nscl_desktop.domain.statements import Statement
from nscl_desktop.services.table_import_names import SourceNames
from nscl_desktop.services.table_import_proof import Proof


def stated_figures(budget: Budget, proofs: Sequence[Proof], sources: SourceNames) -> tuple[Statement, ...]:
    """A statement for each figure that the table states."""
    plan_id = budget.frame.plan_id
    own = (each.position for each in budget.book.table(Statement).values() if each.plan_id == plan_id)
    position = max(own, default=None)
    made = []
    for proof in proofs:
        position = between(position, None)
        is_count = isinstance(proof.stated, Decimal)
        statement = Statement(
            id=new_id(), plan_id=plan_id, position=position, where=f"Bảng dán, {proof.place}", quote=proof.quote,
            figure="quantity" if is_count else "amount", line_id=proof.line_id or None,
            year_from=proof.years[0] if proof.years else None, year_to=proof.years[-1] if proof.years else None,
            column=sources.named(proof.source).printed_column if proof.source else "",
            value=None if isinstance(proof.stated, Decimal) else proof.stated,
            count=proof.stated if isinstance(proof.stated, Decimal) else None,
        )  # fmt: skip
        made.append(statement)
    return tuple(made)
