"""Makes the appendix of a plan in a form: the one way from a budget to paper, for every form and every printer."""

from dataclasses import replace

from nscl_desktop.domain.appendix import AppendixDoc, Block, Paragraph, RowKind, Table
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.forms.cells import TableCells
from nscl_desktop.domain.forms.columns import Scope, expand, narrowed, period_fields
from nscl_desktop.domain.forms.end_mark import with_end_mark
from nscl_desktop.domain.forms.fields_in_text import filled
from nscl_desktop.domain.forms.frame_texts import (
    AppendixOptions,
    amount_words,
    footnotes,
    heading,
    money_unit,
    plan_fields,
    signature_block,
)
from nscl_desktop.domain.forms.grid import Register
from nscl_desktop.domain.forms.item_rows import ItemRows
from nscl_desktop.domain.forms.model import BlockSpec, Form, GroupSpec, ParagraphSpec, Repeat, Rows, TableSpec
from nscl_desktop.domain.forms.plan_figures import PlanFigures
from nscl_desktop.domain.forms.rows import (
    Draft,
    TreeRows,
    items,
    joined,
    measure_drafts,
    sections,
    total_draft,
)
from nscl_desktop.domain.forms.table_header import header_rows, leaves, number_row, printed_columns
from nscl_desktop.domain.money import MoneyUnit, format_amount

_UPRIGHT, _ACROSS = 165.0, 252.0
"""Mm of text on an A4 page upright and across (NĐ 30/2020: 30 mm left, 15 mm right at least)."""
_MOST_SQUEEZED = 1.5
"""How much wider than the page a table may be; printed on A4 its letters would be smaller than a reader bears."""

_NO_OPTIONS = AppendixOptions()


def build_appendix(form: Form, budget: Budget, options: AppendixOptions = _NO_OPTIONS) -> AppendixDoc:
    """The appendix of a plan, every figure from its computed budget (đồng), every total with its formula."""
    maker = _Maker(form, budget, options)
    blocks = maker.blocks()
    total = budget.total(measure=maker.whole.part.measure)
    paper, landscape = _paper(form, options, blocks)
    doc = AppendixDoc(
        heading=heading(form, budget, options, maker.whole.fields),
        blocks=blocks,
        words=amount_words(form, maker.figures.plan, total),
        footnotes=footnotes(budget, maker.register.marks) if form.footnotes else (),
        signatures=signature_block(form, budget, options),
        landscape=landscape,
        paper=paper,
        body_size=options.body_size or form.body_size,
        watermark=options.watermark,
        author=maker.figures.plan.issuer,
    )
    return with_end_mark(doc) if form.end_mark else doc


def _paper(form: Form, options: AppendixOptions, blocks: tuple[Block, ...]) -> tuple[str, bool]:
    """Size, and whether the page lies across: as chosen, as the form says, else as the widest table needs."""
    widest = max((sum(each.width for each in block.columns) for block in blocks if isinstance(block, Table)), default=0)
    size = options.paper or form.paper
    if size == "auto":
        size = "A3" if widest > _MOST_SQUEEZED * _ACROSS else "A4"
    if options.landscape is not None:
        return size, options.landscape
    return size, form.orientation == "landscape" or (form.orientation == "auto" and widest > _UPRIGHT)


class _Maker:
    """Walks the blocks of a form, narrowing the scope on the way down."""

    def __init__(self, form: Form, budget: Budget, options: AppendixOptions) -> None:
        self._form = form
        self._unit: MoneyUnit = money_unit(form, budget.frame.plan, options)
        self.figures = PlanFigures(budget)
        self.register = Register()
        part = self.figures.whole(options.measure or form.measure)
        self.whole = Scope(self.figures, part, plan_fields(self.figures, self._unit))

    def blocks(self) -> tuple[Block, ...]:
        """All blocks in order."""
        made: list[Block] = []
        self._add(made, self._form.blocks, self.whole)
        return tuple(made)

    def _add(self, made: list[Block], specs: tuple[BlockSpec, ...], scope: Scope) -> None:
        for spec in specs:
            for inner in self._scopes(spec.each, scope):
                if isinstance(spec, GroupSpec):
                    self._add(made, spec.blocks, inner)
                elif isinstance(spec, TableSpec):
                    made.append(self._table(spec, inner))
                elif self._is_due(spec, inner):
                    paragraph = self._paragraph(spec, inner)
                    # A section that is its own item has one heading, not two
                    if not (made and isinstance(made[-1], Paragraph) and made[-1].text == paragraph.text):
                        made.append(paragraph)

    def _scopes(self, each: Repeat, scope: Scope) -> list[Scope]:
        if each is Repeat.ONCE:
            return [scope]
        if each is Repeat.PERIOD:
            shown = [(period, years) for period, years in self.figures.periods if years & scope.part.years]
            return [
                replace(
                    scope,
                    period=period if len(shown) > 1 else None,
                    part=scope.part.narrow("period", years=years),
                    fields={**scope.fields, **period_fields(period)},
                )
                for period, years in shown
            ]
        lines = sections(scope) if each is Repeat.SECTION else items(scope)
        return [self._line_scope(scope, each, line.id) for line in lines]

    def _line_scope(self, scope: Scope, each: Repeat, line_id: str) -> Scope:
        line = self.figures.tree.line(line_id)
        named = joined(line.label, line.text)
        fields = {"label": line.label, "text": line.text, "heading": named, each.value: named}
        return replace(scope, line_id=line_id, fields={**scope.fields, **fields})

    def _is_due(self, spec: ParagraphSpec, scope: Scope) -> bool:
        """A period that has sections of its own is named by them; others need a line that names it."""
        if spec.when != "shared-sections":
            return True
        return scope.period is not None and not any(
            line.period_id == scope.period.id for line in self.figures.tree.children()
        )

    def _paragraph(self, spec: ParagraphSpec, scope: Scope) -> Paragraph:
        return Paragraph(
            text=filled(spec.text, self._fields(scope)),
            align=spec.align,
            bold=spec.bold,
            italic=spec.italic,
            heading=spec.heading,
            size=spec.size,
        )

    def _fields(self, scope: Scope) -> dict[str, str]:
        """The fields of a scope, with the total of what it shows."""
        total = self.figures.amount(scope.line_id, self.figures.keys(scope.part))
        shown = "" if total is None else format_amount(total, self._unit)
        return {**scope.fields, "total": shown, "words": amount_words(self._form, self.figures.plan, total, bare=True)}

    def _table(self, spec: TableSpec, scope: Scope) -> Table:
        scope = replace(scope, part=narrowed(self.figures, scope.part, spec.narrowing), fields=self._fields(scope))
        headings = expand(spec, scope)
        shown = leaves(headings)
        label = filled(spec.total_label, scope.fields)
        drafts = [
            replace(each, text=label) if each.kind is RowKind.TOTAL else each for each in self._drafts(spec, scope)
        ]
        return Table(
            columns=printed_columns(shown, self._form.decimals),
            header=header_rows(headings),
            rows=TableCells(spec, scope, shown, drafts, self.register).rows(),
            number_row=number_row(spec, shown),
            unit=self._unit,
            carry_totals=self._form.carry_totals if spec.carry_totals is None else spec.carry_totals,
            title=filled(spec.name, scope.fields) or heading_of(scope),
        )

    def _drafts(self, spec: TableSpec, scope: Scope) -> list[Draft]:
        if spec.rows is Rows.TREE:
            return TreeRows(spec, scope).drafts()
        if spec.rows is Rows.ITEM:
            return ItemRows(spec, scope, self._unit).drafts()
        return measure_drafts(spec, scope) if spec.rows is Rows.MEASURES else [total_draft(scope)]


def heading_of(scope: Scope) -> str:
    """A name for a table that the form leaves unnamed: its item, section or period."""
    return scope.fields.get("heading") or scope.fields.get("period") or scope.fields["title"]
