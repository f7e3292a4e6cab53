"""In giấy tờ: which paper, what is still open and where to fill it in; then a file for each dossier, or one for all."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)

from nscl_desktop.domain.errors import InputError, NsclError
from nscl_desktop.presenters.daily_paper_office import Batch, PaperSubject
from nscl_desktop.presenters.daily_paper_sheet import DailyPaperSheet, FieldRow, remembered, to_remember
from nscl_desktop.services.daily_papers import DailyPaper
from nscl_desktop.services.paper_fields import Subject
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.dossier_papers.field_window import FieldWindow
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.record_form_view import LeavableText
from nscl_desktop.ui.tab import Surroundings

_OFFICE, _FOLDER, _LAST = "daily_paper_office", "daily_paper_folder", "daily_paper_last"
_ROWS_HINT = "Mỗi người một dòng: họ và tên; chức vụ; vai trò"


class PaperWindow(Dialog):
    """``keys`` are dossiers, the selection round whose minutes are printed, a course and some of its people, or work.

    ``written`` is told what was written.
    """

    def __init__(
        self,
        around: Surroundings,
        papers: Sequence[DailyPaper],
        keys: Sequence[str],
        parent: QWidget,
        *,
        subject: Subject = Subject.DOSSIER,
        written: Callable[[DailyPaper, Sequence[PaperSubject]], object] = lambda *_: None,
    ) -> None:
        super().__init__(parent, "In giấy tờ", "Ghi ra thư mục…", leave="Đóng")
        self._around, self._keys, self._subject, self._written = around, tuple(keys), subject, written
        papers = [each for each in papers if each.subject is subject]
        self.sheet = DailyPaperSheet(papers, remembered(around.preferences.text(_OFFICE)))
        self.paper, self.template = ElidedCombo(), QPushButton("Mẫu của văn phòng")
        self.about = caption("")
        self.whole = QCheckBox("Hiện cả các trường đã có")
        self.fields = ReadTable(
            "Các trường của văn bản",
            (
                ReadColumn("Trường"),
                ReadColumn("Tình trạng", 22),
                ReadColumn("Điền ở đâu", 25),
                ReadColumn("Đã điền", 16),
            ),
        )
        self.name = caption("")
        self.text = LeavableText(2)
        self.text.setAccessibleName("Nội dung điền cho lần in này")
        self.go = QPushButton("Đến nơi điền")
        self.joined = QCheckBox("Gộp tất cả vào một tệp, mỗi văn bản một trang mới")
        self._lay_out()
        self._listen()
        for button in (self.verb, self.leave, self.template, self.go):
            button.setAutoDefault(False)  # Enter in the table begins to type
        self.verb.setDefault(False)
        self.resize(980, 660)
        for each in papers:
            self.paper.addItem(each.title + (" (mẫu của văn phòng)" if each.is_own else ""), each)
        last = self.paper.findText(around.preferences.text(_LAST), Qt.MatchFlag.MatchStartsWith)
        self.paper.setCurrentIndex(max(last, 0) if around.preferences.text(_LAST) else 0)

    @property
    def chosen(self) -> DailyPaper | None:
        """The paper that is chosen; None where there is none at all."""
        found = self.paper.currentData()
        return found if isinstance(found, DailyPaper) else None

    # -- building ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        label = QLabel("Văn bản")
        label.setBuddy(self.paper)
        self.paper.setAccessibleName("Văn bản")
        head.addWidget(label)
        head.addWidget(self.paper, 1)
        menu = QMenu(self.template)
        menu.addAction("Sửa mẫu này bằng Word", self._edit_template)
        menu.addAction("Đọc lại mẫu", self.read)
        menu.addAction("Mở thư mục mẫu", self._open_templates)
        menu.addSeparator()
        menu.addAction("Bảng trường trộn…", self._show_fields)
        self.template.setMenu(menu)
        head.addWidget(self.template)
        self.content.addLayout(head)
        line = QHBoxLayout()
        line.addWidget(self.about, 1)
        line.addWidget(self.whole)
        self.content.addLayout(line)
        self.content.addWidget(self.fields, 1)
        below = QHBoxLayout()
        below.addWidget(self.name, 1)
        below.addWidget(self.go)
        self.content.addLayout(below)
        self.content.addWidget(self.text)
        self.content.addWidget(self.joined)
        self.joined.setVisible(len(self._keys) > 1)
        self.joined.setChecked(self._subject is Subject.COURSE)

    def _listen(self) -> None:
        self.paper.currentIndexChanged.connect(lambda _: self.read())
        self.whole.toggled.connect(lambda _: self._refill())
        self.fields.currentCellChanged.connect(lambda row, _, before, __: self._on_row() if row != before else None)
        self.fields.cellActivated.connect(lambda *_: self.text.setFocus())
        self.text.left.connect(self._take)
        self.go.clicked.connect(self._go_there)
        self.verb.clicked.connect(self._choose_folder)
        QShortcut(QKeySequence("Ctrl+Return"), self.text, self._take_and_go_on)

    # -- reading ----------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the template and what it is filled with, as both are now."""
        paper, office = self.chosen, self._around.office.daily_papers
        if paper is None:
            return
        self.about.setText("Đang đọc mẫu và hồ sơ…")
        self.verb.setEnabled(False)
        today = date.today().isoformat()  # noqa: DTZ011 - the clerk's own day

        def work() -> tuple[Sequence[str], Sequence[PaperSubject]]:
            asked = office.asked(paper)
            if self._subject is Subject.ROUND:
                return asked, office.of_round(self._keys[0])
            if self._subject is Subject.COURSE:
                return asked, office.of_course(paper, self._keys[0], self._keys[1:])
            if self._subject is Subject.WORK:
                return asked, office.of_work(self._keys, today)
            return asked, office.of_dossiers(paper, self._keys, today)

        def show(found: tuple[Sequence[str], Sequence[PaperSubject]]) -> None:
            if paper == self.chosen:
                self.sheet.show(paper, *found)
                self._follow()

        self._around.operations.run("", lambda _: work(), show, self._refused)

    def _refused(self, error: BaseException) -> None:
        if not isinstance(error, NsclError):
            raise error
        self.about.setText("")
        self.fields.fill(())
        self.say(error.sentence)

    def _follow(self) -> None:
        self.verb.setEnabled(bool(self.sheet.subjects))
        self.joined.setVisible(len(self.sheet.subjects) > 1)
        self.say(" ".join(self.sheet.faults))
        self._refill()
        if not self.text.hasFocus() and not self.paper.hasFocus():
            self.fields.setFocus()

    def _refill(self) -> None:
        rows = self.sheet.rows(is_whole=self.whole.isChecked())
        current = self.row.field.name if self.row else ""
        texts = [
            (each.field.label, each.state, each.field.where.value, " / ".join(each.typed.split("\n"))) for each in rows
        ]
        self.fields.fill(texts, rows)
        at = next((at for at, each in enumerate(rows) if each.field.name == current), 0)
        if rows:
            self.fields.setCurrentCell(at, 0)
        self.about.setText(self.sheet.summary if self.sheet.subjects else "Không còn hồ sơ nào để in.")
        self._on_row()

    # -- typing -----------------------------------------------------------------------------------------------------

    @property
    def row(self) -> FieldRow | None:
        """The field of the current row."""
        found = self.fields.current_data
        return found if isinstance(found, FieldRow) else None

    def _on_row(self) -> None:
        row = self.row
        self.text.setEnabled(row is not None)
        self.go.setEnabled(row is not None and bool(row.goes_to[1]))
        if row is None:
            self.name.setText("")
            self.text.setPlainText("")
            return
        rows_hint = (
            f" {_ROWS_HINT}." if len(row.field.columns) > 1 else " Mỗi dòng một mục." if row.field.columns else ""
        )
        into = "" if row.field.is_typed else " Nội dung điền ở đây chỉ dùng cho lần in này, không đổi dữ liệu."
        self.name.setText(f"{row.field.label}.{rows_hint}{into}")
        self.text.setPlaceholderText("Điền tại đây; Ctrl+Enter sang trường tiếp theo")
        self.text.setPlainText(row.typed)

    def _take(self) -> None:
        row, text = self.row, self.text.toPlainText()
        if row is None or text == row.typed:
            return
        try:
            self.sheet.enter(row.field.name, text)
        except InputError as error:
            self.say(error.sentence)
            return
        self._around.preferences.remember(_OFFICE, to_remember(self.sheet.typed))
        self.say(" ".join(self.sheet.faults))
        self._refill()

    def _take_and_go_on(self) -> None:
        at = self.fields.currentRow()
        name = self.row.field.name if self.row else ""
        self._take()
        if self.row and self.row.field.name == name and at + 1 < self.fields.rowCount():
            self.fields.setCurrentCell(at + 1, 0)
        self.text.setFocus()

    def _go_there(self) -> None:
        if self.row:
            entity, key = self.row.goes_to
            self.reject()
            self._around.voice.record_wanted.emit(entity, key)

    # -- writing ----------------------------------------------------------------------------------------------------

    def _choose_folder(self) -> None:
        self._take()
        known = self._around.preferences.text(_FOLDER)
        chosen = QFileDialog.getExistingDirectory(self, "Chọn thư mục để ghi văn bản", known)
        if chosen:
            self._around.preferences.remember(_FOLDER, chosen)
            self.write(Path(chosen))

    def write(self, folder: Path) -> None:
        """Write the papers into a folder; the status bar shows how far it is and stops it."""
        batch = self.sheet.batch(is_joined=not self.joined.isHidden() and self.joined.isChecked())
        office = self._around.office.daily_papers
        if self.chosen:
            self._around.preferences.remember(_LAST, self.chosen.title)
        self.accept()
        self._around.operations.run(
            f"Đang lập {batch.paper.title.lower()}",
            lambda progress: office.write(batch, folder, progress.tell),
            lambda paths: self._done(batch, paths, folder),
        )

    def _done(self, batch: Batch, paths: Sequence[Path], folder: Path) -> None:
        self._written(batch.paper, batch.subjects)
        if len(paths) == 1:
            words, shown, target = f"Đã ghi {paths[0].name}", "Mở", paths[0]
        else:
            words, shown, target = f"Đã ghi {len(paths)} tệp vào {folder.name}", "Mở thư mục", folder
        self._around.voice.done.emit(words, shown, lambda: _open(target))

    # -- templates --------------------------------------------------------------------------------------------------

    def _edit_template(self) -> None:
        paper, office = self.chosen, self._around.office.daily_papers
        if paper is not None:
            attempted(self._around.voice, lambda: _open(office.own_template(paper)))
            self.paper.setItemText(self.paper.currentIndex(), f"{paper.title} (mẫu của văn phòng)")
            self.say("Sửa và lưu mẫu trong Word, rồi chọn “Đọc lại mẫu”.")

    def _open_templates(self) -> None:
        folder = self._around.office.daily_papers.own_folder
        if folder.is_dir():
            _open(folder)
        else:
            self.say("Văn phòng chưa có mẫu riêng; chọn “Sửa mẫu này bằng Word” để lập một bản.")

    def _show_fields(self) -> None:
        window = FieldWindow(self, self._subject)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def print_papers(host: QWidget, around: Surroundings, keys: Callable[[], Sequence[str]]) -> None:
    """“In giấy tờ…” of the dossiers whose keys are asked for now; says what to do where none is chosen."""
    found = keys()
    if not found:
        around.voice.refused.emit("Chưa chọn hồ sơ nào; hãy chọn một hay nhiều hồ sơ trong danh sách rồi in.")
        return
    _show(around, found, host)


def print_minutes(host: QWidget, around: Surroundings, round_key: str) -> None:
    """The minutes of a selection round."""
    _show(around, (round_key,), host, subject=Subject.ROUND)


def print_letters(
    host: QWidget,
    around: Surroundings,
    keys: Sequence[str],
    written: Callable[[DailyPaper, Sequence[PaperSubject]], object],
) -> None:
    """Invitations and certificates of a course: its key, then those of the people who are meant, all if none is."""
    _show(around, keys, host, subject=Subject.COURSE, written=written)


def print_reminders(host: QWidget, around: Surroundings, keys: Sequence[str]) -> None:
    """Reminders of chosen work; of all that is late where none is named."""
    _show(around, keys, host, subject=Subject.WORK)


def _show(
    around: Surroundings,
    keys: Sequence[str],
    host: QWidget,
    *,
    subject: Subject = Subject.DOSSIER,
    written: Callable[[DailyPaper, Sequence[PaperSubject]], object] = lambda *_: None,
) -> None:
    """What fills papers takes a while to load for the first time, so it is asked for aside."""

    def show(papers: Sequence[DailyPaper]) -> None:
        window = PaperWindow(around, papers, keys, host, subject=subject, written=written)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    around.operations.run("Đang mở mẫu văn bản", lambda _: around.office.daily_papers.papers(), show)
