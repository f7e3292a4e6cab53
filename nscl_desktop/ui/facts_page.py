"""Thông tin: the facts of the plan's paper, its legal bases and recipients, and its lists of signers and sources."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from nscl_desktop.domain.plans import Correction, Period, Plan, Signer, Source
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.statements import Footnote
from nscl_desktop.presenters.record_form import RecordForm
from nscl_desktop.presenters.record_list import RecordList
from nscl_desktop.services.workspace import PlanDesk
from nscl_desktop.ui.attached_files import AttachedFiles, SignatureBox, has_picture
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.record_table_model import ExtraColumn
from nscl_desktop.ui.tab import Surroundings

_PAPER = (
    "doc_kind", "number", "date", "place", "issuer_parent", "issuer", "title", "code", "year_from", "year_to",
    "province", "period_plan_text",
)  # fmt: skip
_TEXTS = ("legal_bases", "recipients")
_PRINTING = (
    "appendix_title", "total_label", "print_unit", "thousand_word", "zero_tens_word", "four_word", "group_comma",
)  # fmt: skip
_SPANS = {"title": 3, "period_plan_text": 2, "appendix_title": 3}
_LISTS: tuple[tuple[str, str, type[Record], Sequence[str], int], ...] = (
    ("Người ký", "người ký", Signer, ("authority", "name", "on_appendix"), 0),
    ("Nguồn kinh phí", "nguồn", Source, ("code", "name", "group", "column", "mark", "footnote"), 1),
    ("Giai đoạn", "giai đoạn", Period, ("year_from", "year_to"), 1),
    ("Chú thích dưới bảng", "chú thích", Footnote, ("mark", "text"), 1),
    ("Chỗ ghi lại khác bản giấy", "chỗ sửa", Correction, ("where", "printed", "corrected", "reason"), 3),
)
_PICTURE = ExtraColumn("Ảnh chữ ký", has_picture)
_ROWS = 4
_WIDEST = 960


class FactsPage(QScrollArea):
    """Sections one under the other."""

    def __init__(self, desk: PlanDesk, around: Surroundings, undo: Callable[[], object]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName("Thông tin")
        self.setFrameShape(QFrame.Shape.NoFrame)
        plan = desk.plan_id
        self.forms = [
            RecordFormView(RecordForm(desk, Plan, _PAPER, plan), around.voice, columns=3, spans=_SPANS),
            RecordFormView(RecordForm(desk, Plan, _TEXTS, plan), around.voice, wide_lines=6),
            RecordFormView(RecordForm(desk, Plan, _PRINTING, plan), around.voice, columns=3, spans=_SPANS),
            RecordFormView(RecordForm(desk, Plan, ("note",), plan), around.voice),
        ]
        self.tables = [
            RecordTable(
                RecordList(desk, kind, names),
                around,
                undo,
                noun=noun,
                stretched=stretched,
                rows=_ROWS,
                extra=[_PICTURE] if kind is Signer else (),
            )
            for _, noun, kind, names, stretched in _LISTS
        ]
        self.files = AttachedFiles(desk, around, undo, _ROWS)
        self.tables.append(self.files.table)
        signers = RecordList(desk, Signer, ())
        self.signature = SignatureBox(desk, self.tables[0], lambda: signers.is_open, around, undo)
        column = QWidget()
        column.setMaximumWidth(_WIDEST)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(16, 16, 16, 24)
        layout.setSpacing(16)
        titles = ("Văn bản", "Căn cứ và nơi nhận", "Cách in phụ lục", "Ghi chú")
        for title, form in zip(titles, self.forms, strict=True):
            _add_section(layout, title, form)
        for (title, *_), table in zip(_LISTS, self.tables, strict=False):
            _add_section(layout, title, table)
            if table is self.tables[0]:
                layout.addWidget(self.signature)
                _add_section(layout, "Bản ký và tệp đính kèm", self.files)
        layout.addStretch(1)
        page = QFrame()
        page.setProperty("panel", "page")
        outer = QHBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column, 100)
        outer.addStretch(1)
        self.setWidget(page)
        self.signature.refresh()  # now that it has a place: shown before, it would be a window of its own

    def follow(self) -> None:
        """The plan has changed."""
        for form in self.forms:
            form.refresh()
        for table in self.tables:
            table.refresh()
        self.signature.refresh()

    def settle(self) -> None:
        """Take what is being typed."""
        for form in self.forms:
            form.settle()
        for table in self.tables:
            table.settle()

    def take_focus(self) -> None:
        """Let the keyboard act on the first field."""
        self.forms[0].editor(_PAPER[0]).setFocus()


def _add_section(layout: QVBoxLayout, title: str, content: QWidget) -> None:
    heading = QLabel(title)
    heading.setProperty("role", "heading")
    layout.addWidget(heading)
    layout.addWidget(content)
