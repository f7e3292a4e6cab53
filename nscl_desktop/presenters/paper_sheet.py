"""Bản in: which form, unit and signers the appendix is printed with, and where each line stands on paper."""

from collections.abc import Sequence
from pathlib import Path

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.domain.forms.frame_texts import AppendixOptions
from nscl_desktop.domain.forms.model import Form
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.plans import Signer
from nscl_desktop.domain.text import fold
from nscl_desktop.presenters.office import Paper
from nscl_desktop.services.printing import draft_mark, picture_lacks
from nscl_desktop.services.workspace import PlanDesk

SIZES = (10.0, 11.0, 12.0, 13.0)
_KINDS = {".pdf": "PDF", ".xlsx": "Excel", ".docx": "Word"}


class PaperSheet:
    """What the office chose for the next printing of the plan on the desk."""

    def __init__(self, desk: PlanDesk, paper: Paper) -> None:
        self._desk, self._paper = desk, paper
        self.unit: MoneyUnit | None = None
        self.body_size: float | None = None
        self.recipients = True
        self.pictures = True
        """Print the pictures of signatures, where there are any."""
        self.left_out: set[str] = set()
        """Keys of signers who do not sign this paper."""
        self._forms: tuple[Form, ...] = ()
        self._form_id = ""

    @property
    def forms(self) -> Sequence[Form]:
        """The forms that can be printed; read once for each plan on the desk."""
        if not self._forms:
            self._forms = tuple(self._paper.forms())
        return self._forms

    @property
    def form_id(self) -> str:
        """The chosen form: the plan's own until another is chosen."""
        return self._form_id or self._paper.form_id(self._desk.plan)

    def choose_form(self, form_id: str) -> None:
        """Print in another form."""
        self._form_id = form_id

    @property
    def form_words(self) -> str:
        """What the chosen form looks like, in a sentence."""
        return next((form.layout for form in self.forms if form.id == self.form_id), "")

    @property
    def signers(self) -> tuple[Signer, ...]:
        """Who may sign the appendix, in order."""
        own = [each for each in self._desk.book.table(Signer).values() if each.plan_id == self._desk.plan_id]
        return tuple(sorted(own, key=lambda each: (each.position, each.id)))

    def signs(self, signer: Signer) -> bool:
        """Whether a signer's block is printed: those of the appendix, unless left out here."""
        return signer.on_appendix != (signer.id in self.left_out)

    def set_signs(self, signer: Signer, *, signs: bool) -> None:
        """Print a signer's block or not, this time."""
        if signs == signer.on_appendix:
            self.left_out.discard(signer.id)
        else:
            self.left_out.add(signer.id)

    @property
    def has_pictures(self) -> bool:
        """Whether a signer of this paper has a picture of the signature."""
        return any(signer.image and self.signs(signer) for signer in self.signers)

    @property
    def picture_words(self) -> str:
        """Why a signature is not printed though the plan names its picture; empty where all are there."""
        if not self.pictures:
            return ""
        found = self._paper.signature_pictures(self.signers)
        lacking = (each for each in self.signers if each.image and self.signs(each) and each.id not in found)
        return " ".join(picture_lacks(each) for each in lacking)

    @property
    def draft_words(self) -> str:
        """Why the paper carries the draft mark; empty where it does not."""
        if not draft_mark(self._desk.findings()):
            return ""
        return "Bản in có dấu DỰ THẢO vì còn lỗi chưa xử lý; xem Phát hiện (F8) để sửa hoặc chấp nhận có lý do."

    def document(self) -> AppendixDoc:
        """The appendix as data, as it is chosen now."""
        options = AppendixOptions(
            unit=self.unit,
            images=self._paper.signature_pictures(self.signers) if self.pictures else {},
            signers=tuple(signer for signer in self.signers if self.signs(signer)) if self.left_out else None,
            recipients=None if self.recipients else False,
            watermark=draft_mark(self._desk.findings()),
            body_size=self.body_size,
        )
        return self._paper.document(self._desk.budget, self.form_id, options)

    def file_name(self, ending: str) -> str:
        """What an exported file is called at first: plain letters, as mail systems like them."""
        name = f"Phu luc {self._desk.plan.code} {self.form_id}"
        return "".join(char if char.isalnum() or char in " -_" else "-" for char in fold_keeping_case(name)) + ending

    def exported_words(self, target: Path) -> str:
        """What was done, for the toast."""
        return f"Đã xuất {_KINDS.get(target.suffix.lower(), 'tệp')}: {target.name}"


def fold_keeping_case(text: str) -> str:
    """A text without dấu."""
    return "".join(fold(char).upper() if char.isupper() else fold(char) or char for char in text)
