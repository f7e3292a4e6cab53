"""Document, day, person and note of a step on the ledger: the same fields in each of its windows."""

from PySide6.QtWidgets import QLineEdit

from nscl_desktop.domain.dates import parse_date
from nscl_desktop.services.ledger_entries import Facts
from nscl_desktop.ui.dialogs.dialog import Dialog


class FactsFields:
    """The fields, added to a window."""

    def __init__(self, window: Dialog, document: str, person: str) -> None:
        self.document, self.date, self.person, self.note = QLineEdit(), QLineEdit(), QLineEdit(person), QLineEdit()
        self.date.setPlaceholderText("Ví dụ: 24/11/2026")
        window.add_fields(
            (document, self.document), ("Ngày", self.date), ("Người ghi", self.person), ("Ghi chú", self.note)
        )

    @property
    def facts(self) -> Facts:
        """What was typed; InputError for a day that is none."""
        return Facts(
            date=parse_date(self.date.text().strip()), document=self.document.text(), person=self.person.text(),
            note=self.note.text(),
        )  # fmt: skip
