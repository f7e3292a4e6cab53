"""A table pasted from Word or Excel → lines of a plan: read, mapped, previewed with proofs, brought in as one step.

Nothing enters the plan before the clerk has seen the preview; cells that cannot be read are listed all at once with
their places, and the table's own totals are compared with what was read.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Allocation, Line
from nscl_desktop.domain.changes import ChangeSet, change_set, inserted
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.line_tree import PlanFrame
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.plans import Source
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.statements import Statement
from nscl_desktop.domain.table_headings import Use
from nscl_desktop.services.table_import_cells import LineMaker
from nscl_desktop.services.table_import_drafts import Drafts
from nscl_desktop.services.table_import_mapping import guess_mapping, mapping_below
from nscl_desktop.services.table_import_model import Mapping, PastedTable, TableFinding, Weight, table_of_rows
from nscl_desktop.services.table_import_names import AgencyNames, SourceNames
from nscl_desktop.services.table_import_proof import Proof, Prover
from nscl_desktop.services.table_import_statements import stated_figures
from nscl_desktop.services.table_import_text import read_pasted
from nscl_desktop.services.table_import_unit import UnitGuess, guess_unit

__all__ = [
    "ImportPreview", "PreviewLine", "UnitGuess", "guess_mapping", "guess_unit", "mapping_below", "plan_import",
    "read_pasted", "table_of_rows", "to_change_set",
]  # fmt: skip

_SHOWN_FAULTS = 50


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One line as it will be: its row in the table, depth below the chosen place, record, cells and computed đồng."""

    row: int
    depth: int
    line: Line
    cells: tuple[Allocation, ...]
    amount: int | None


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What bringing the table in will add, and everything worth knowing before."""

    plan_id: str
    lines: tuple[PreviewLine, ...]
    sources: tuple[Source, ...]
    agencies: tuple[Agency, ...]
    """Sources and agencies that the plan and the directory do not have yet."""
    findings: tuple[TableFinding, ...]
    proofs: tuple[Proof, ...]
    statements: tuple[Statement, ...]
    total: int | None

    @property
    def is_blocked(self) -> bool:
        """Whether a cell must be mended, or the mapping changed, before the table can be brought in."""
        return any(each.weight is Weight.BLOCKS for each in self.findings)

    @property
    def is_proven(self) -> bool:
        """Whether the table states totals and all of them agree."""
        return bool(self.proofs) and all(each.agrees for each in self.proofs)


def plan_import(
    budget: Budget, table: PastedTable, mapping: Mapping, unit: MoneyUnit, *, parent_id: str = ""
) -> ImportPreview:
    """What the table would become at the end of ``parent_id`` ("" for the top); changes nothing."""
    plan = budget.frame.plan
    drafts = Drafts(table, mapping, unit)
    sources = SourceNames(budget.frame, default=mapping.source, marks=mapping.marks, footnotes=drafts.footnotes)
    agencies = AgencyNames(budget.book, plan.province)
    only_year = plan.year_from if plan.year_from == plan.year_to else None
    year = mapping.year or only_year or 0
    findings: list[TableFinding] = []
    maker = LineMaker(table, plan.id, year, sources, agencies, findings)
    sums, parents = drafts.sums(), drafts.parents()
    made: list[tuple[Line, tuple[Allocation, ...]]] = []
    places: dict[str, str] = {}
    for index, draft in enumerate(drafts.lines):
        above = parent_id if draft.parent is None else made[draft.parent][0].id
        position = between(places.get(above) or _last_position(budget, above), None)
        places[above] = position
        line = maker.line(draft, Place(above, position), is_parent=index in parents)
        line, cells = maker.cells(draft, line, sums_below=sums[index])
        made.append((line, tuple(cells.values())))
    computed = _computed(budget, made, sources.known + sources.new, parent_id)
    made = [(_in_period(line, computed, budget.frame), cells) for line, cells in made]
    prover = Prover(table, computed, sources, unit)
    prover.prove(drafts, [line for line, _ in made], sums)
    findings = [*mapping.findings, *_missing(mapping), *_troubled(table, mapping), *drafts.findings, *findings]
    findings += prover.findings
    return ImportPreview(
        plan.id,
        tuple(
            PreviewLine(draft.row, draft.depth, line, cells, computed.total(line.id))
            for draft, (line, cells) in zip(drafts.lines, made, strict=True)
        ),
        tuple(sources.new),
        tuple(agencies.new),
        (*findings, *_told(budget, mapping, made, sources, year)),
        tuple(prover.proofs),
        stated_figures(budget, prover.proofs, sources),
        computed.total(),
    )


def to_change_set(preview: ImportPreview, *, keep_stated: bool = False) -> ChangeSet:
    """The import as one step that one undo takes back; ``keep_stated`` keeps the table's totals for the checker too.

    Raises:
        InputError: while cells are unreadable, with all of them; or if the table has no line.
    """
    faults = [each.message for each in preview.findings if each.weight is Weight.BLOCKS]
    if faults:
        listed = "".join(f"\n- {each}" for each in faults[:_SHOWN_FAULTS])
        more = f"\n- và {len(faults) - _SHOWN_FAULTS} chỗ nữa" if len(faults) > _SHOWN_FAULTS else ""
        raise InputError(f"Bảng có {len(faults)} chỗ phải sửa, chưa nhập dòng nào:{listed}{more}")
    if not preview.lines:
        raise InputError("Bảng không có dòng nào để nhập; hãy kiểm tra lại bảng và các cột đã chọn.")
    records: list[Record] = [*preview.agencies, *preview.sources]
    records += [each.line for each in preview.lines]
    records += [cell for each in preview.lines for cell in each.cells]
    if keep_stated:
        records += preview.statements
    words = f"Nhập bảng {len(preview.lines)} dòng"
    return change_set(words, [inserted(record) for record in records], preview.plan_id)


def _last_position(budget: Budget, parent_id: str) -> str | None:
    if parent_id and not budget.tree.has(parent_id):
        return None
    return max((line.place.position for line in budget.tree.children(parent_id)), default=None)


def _computed(
    budget: Budget, made: Sequence[tuple[Line, Sequence[Allocation]]], sources: Sequence[Source], parent_id: str
) -> Budget:
    """The budget of the imported lines alone."""
    records: list[Record] = [budget.frame.plan, *sources]
    for line, cells in made:
        top = line.place.parent == parent_id
        records += [replace(line, place=Place("", line.place.position)) if top else line, *cells]
    return Budget(Book(records), budget.frame.plan_id)


def _in_period(line: Line, computed: Budget, frame: PlanFrame) -> Line:
    """A line of the top level belongs to the period in which all of its money lies."""
    years = {year for _, year, _ in computed.cells(line.id)}
    if line.place.parent or not years or len(frame.periods) < 2:
        return line
    period = next(
        (each for each in frame.periods if all(each.year_from <= year <= each.year_to for year in years)), None
    )
    return replace(line, period_id=period.id) if period else line


def _missing(mapping: Mapping) -> list[TableFinding]:
    """A table of figures alone cannot become lines."""
    if any(each.use in {Use.TEXT, Use.LABEL} for head in mapping.heads for each in head.columns):
        return []
    return [TableFinding(Weight.BLOCKS, 0, 0, "Chưa cột nào là Nội dung; hãy chọn cột ghi nội dung chi.")]


def _troubled(table: PastedTable, mapping: Mapping) -> list[TableFinding]:
    """Cells without a value: they block where their column is wanted, and matter little outside of the table."""
    found = []
    for (row, column), sentence in table.troubles.items():
        head = mapping.head_of(row)
        if head is None or head.columns[column].use is not Use.IGNORE:
            found.append(TableFinding(Weight.BLOCKS if head else Weight.WARNING, row, column, sentence))
    return found


def _told(
    budget: Budget, mapping: Mapping, made: Sequence[tuple[Line, Sequence[Allocation]]], sources: SourceNames, year: int
) -> list[TableFinding]:
    """What was decided for the table as a whole: year and source that no column names, years outside the plan."""
    plan = budget.frame.plan
    columns = [each for head in mapping.heads for each in head.columns if each.use in {Use.AMOUNT, Use.QUANTITY}]
    told = []
    if columns and year and not any(each.year for each in columns):
        told.append(f"Bảng không ghi năm; số liệu được ghi vào năm {year}.")
    if columns and not any(each.source for each in columns):
        told.append(f"Bảng không ghi nguồn; kinh phí được ghi vào nguồn “{sources.named('').name}”.")
    told += [f"Nguồn “{each.name}” chưa có trong kế hoạch nên sẽ được thêm." for each in sources.new]
    if plan.year_from and plan.year_to:
        years = {cell.year for _, cells in made for cell in cells if cell.year}
        outside = sorted(each for each in years if not plan.year_from <= each <= plan.year_to)
        told += [f"Năm {each} nằm ngoài kế hoạch {plan.year_from}-{plan.year_to}." for each in outside]
    return [TableFinding(Weight.REMARK, 0, 0, each) for each in told]
