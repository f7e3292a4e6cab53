"""From a plan to a file on disk and back: forms, writers and readers joined for command line and window alike."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.checks.checker import check_plan
from nscl_desktop.domain.errors import InputError, UnreadableFileError
from nscl_desktop.domain.forms.document import build_appendix
from nscl_desktop.domain.forms.frame_texts import AppendixOptions
from nscl_desktop.domain.forms.model import Form
from nscl_desktop.domain.plan_paper import plan_paper
from nscl_desktop.domain.plans import Plan, Signer
from nscl_desktop.domain.text import quoted
from nscl_desktop.exchange.form_files import GENERAL, find_form, list_forms
from nscl_desktop.paths import user_folders
from nscl_desktop.reports.pdf_result import PdfResult
from nscl_desktop.services.missing_characters import missing_words
from nscl_desktop.services.printing import draft_mark, picture_lacks
from nscl_desktop.storage.attachments import read_kept

if TYPE_CHECKING:
    from nscl_desktop.exchange.sheet_rows import SheetRows

# Writers and readers of office files are heavy: each is imported when its kind of file is asked for.

Clock = Callable[[], datetime]
SAMPLES = ("BD-2021-2030", "TN-2021", "BG-2021-2025")
EXCEL_ENDINGS = (".xlsx", ".xlsm", ".xls")
"""The last is an older format, which the reader refuses with what to do."""
_MOST_BYTES = 64 * 1024 * 1024


def now() -> datetime:
    """The clock on the wall, with its zone."""
    return datetime.now().astimezone()


def known_forms() -> tuple[Form, ...]:
    """The forms that can be printed, shipped ones first, then the office's own."""
    return list_forms(user_folders().forms).forms


def faulty_forms() -> tuple[str, ...]:
    """What is wrong with the office's own form files that cannot be printed: file, line, key; a sentence for each."""
    return tuple(problem.sentence for problem in list_forms(user_folders().forms).problems)


def form_id_of(plan: Plan) -> str:
    """The form that a plan is printed in unless another is asked for: its own, else the general one."""
    return plan.form or GENERAL


def form_of(plan: Plan, form_id: str | None = None) -> Form:
    """The form asked for, else the plan's; InputError names those there are where it is not among them."""
    return find_form(form_id or form_id_of(plan), user_folders().forms)


def appendix_of(
    budget: Budget,
    form_id: str | None = None,
    options: AppendixOptions | None = None,
    attachments: Path | None = None,
) -> AppendixDoc:
    """The appendix of a plan; marked as a draft while errors stand that nobody has accepted with a reason.

    ``attachments`` is the folder with the signers' pictures, where they are to be printed.
    """
    options = options or AppendixOptions()
    if attachments:
        options = replace(options, images=signature_pictures(signers_of(budget), attachments))
    if not options.watermark:
        options = replace(options, watermark=draft_mark(check_plan(budget)))
    return build_appendix(form_of(budget.frame.plan, form_id), budget, options)


def plan_paper_of(
    budget: Budget, form_id: str | None = None, attachments: Path | None = None, *, electronic: bool = False
) -> tuple[AppendixDoc, ...]:
    """The papers of a whole plan: its text, then its appendix; drafts are marked on every page.

    ``electronic`` leaves the places in "(Kèm theo …)" free.
    """
    appendix = appendix_of(budget, form_id, attachments=attachments)
    images = signature_pictures(signers_of(budget), attachments) if attachments else {}
    return plan_paper(budget, appendix, electronic=electronic, images=images)


def write_plan_paper(papers: Sequence[AppendixDoc], target: Path, clock: Clock = now) -> None:
    """Write them into one Word file; InputError for a name with another ending."""
    if target.suffix.lower() != ".docx":
        raise InputError(
            f"Cả kế hoạch được in ra tệp Word, không phải {quoted(target.name)}; hãy đặt đuôi tệp là .docx."
        )
    from nscl_desktop.reports.docx import write_docx_papers

    write_docx_papers(papers, target, created=clock())


def signature_pictures(signers: Iterable[Signer], folder: Path) -> dict[str, bytes]:
    """Signers' pictures (PNG) by key of the signer, as far as they lie in the folder of attached files."""
    found = ((signer.id, read_kept(signer.image, folder)) for signer in signers if signer.image)
    return {key: picture for key, picture in found if picture}


def signers_of(budget: Budget) -> tuple[Signer, ...]:
    """All signers of a plan."""
    return tuple(each for each in budget.book.table(Signer).values() if each.plan_id == budget.frame.plan_id)


def lacking_pictures(budget: Budget, attachments: Path) -> tuple[str, ...]:
    """A sentence for each signer of the appendix whose picture does not lie in the folder of attached files."""
    signers = [each for each in signers_of(budget) if each.image and each.on_appendix]
    found = signature_pictures(signers, attachments)
    return tuple(picture_lacks(each) for each in signers if each.id not in found)


def write_appendix(doc: AppendixDoc, target: Path, clock: Clock = now) -> str:
    """Write the document as the kind of file that the name's ending says; InputError for any other ending.

    ``clock`` gives the date that the file says it was made on. Given back is what the office should know about the
    file (characters that the fonts lack), mostly nothing.
    """
    made = _writer_for(target)(doc, target, created=clock())
    return missing_words(made.missing) if isinstance(made, PdfResult) else ""


class Writer(Protocol):
    """Writes a document into a file of one kind."""

    def __call__(self, doc: AppendixDoc, target: Path, /, *, created: datetime) -> object:
        """``created``: the date told to the file's readers."""


def _writer_for(target: Path) -> Writer:
    kind = target.suffix.lower()
    if kind == ".pdf":
        from nscl_desktop.reports.pdf import write_pdf

        return write_pdf
    if kind == ".xlsx":
        from nscl_desktop.reports.xlsx import write_xlsx

        return write_xlsx
    if kind == ".docx":
        from nscl_desktop.reports.docx import write_docx

        return write_docx
    raise InputError(f"Không in được ra tệp {quoted(target.name)}; hãy đặt đuôi tệp là .pdf, .xlsx hoặc .docx.")


def read_plan_file(path: Path, remarks: list[str] | None = None) -> Book:
    """The plan in a JSON or Excel file; UnreadableFileError with every finding when it is no sound plan.

    ``remarks`` is given the sentences on how ambiguous cells of a workbook were understood.
    """
    with _readable(path):
        if path.suffix.lower() in EXCEL_ENDINGS:
            from nscl_desktop.exchange.plan_workbook import read_workbook

            reading = read_workbook(path)
            if remarks is not None:
                remarks.extend(reading.remarks)
            return reading.book
        from nscl_desktop.exchange.plan_json import read_plan

        return read_plan(path.read_text("utf-8-sig"))


def read_sheets(path: Path) -> "tuple[SheetRows, ...]":
    """The sheets of any Excel file as texts; UnreadableFileError for everything else."""
    with _readable(path):
        if path.suffix.lower() not in EXCEL_ENDINGS:
            raise UnreadableFileError(f"Tệp {quoted(path.name)} không phải tệp Excel (.xlsx); hãy chọn đúng tệp.")
        from nscl_desktop.exchange.sheet_rows import read_sheet_rows

        return read_sheet_rows(path)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """What the machine says about a file that cannot be read becomes a sentence."""
    try:
        _require_file(path)
        yield
    except UnicodeDecodeError:
        raise UnreadableFileError(
            f"Tệp {quoted(path.name)} không phải tệp kế hoạch; hãy chọn tệp .json hoặc .xlsx của chương trình."
        ) from None
    except OSError as error:
        raise UnreadableFileError(
            f"Không đọc được tệp {quoted(str(path), 120)}: tên quá dài, không có quyền đọc hoặc ổ đĩa lỗi;"
            " hãy kiểm tra lại."
        ) from error


def _require_file(path: Path) -> None:
    shown = quoted(str(path), 120)
    if path.is_dir():
        raise UnreadableFileError(f"{shown} là một thư mục, không phải tệp kế hoạch; hãy chọn một tệp.")
    if not path.is_file():
        raise UnreadableFileError(f"Không có tệp {shown}; hãy kiểm tra lại tên và thư mục.")
    if path.stat().st_size > _MOST_BYTES:
        raise UnreadableFileError(f"Tệp {quoted(path.name)} lớn hơn 64 MB, không phải tệp kế hoạch.")


def plan_template() -> bytes:
    """The Excel form that ``read_plan_file`` reads."""
    from nscl_desktop.exchange.plan_workbook import plan_template_workbook

    return plan_template_workbook()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    from nscl_desktop.reports.saving import save_bytes

    save_bytes(path, content)


@dataclass(frozen=True, slots=True)
class Sample:
    """One of the three source plans that come with the program as example and test."""

    code: str
    book: Book


def samples() -> tuple[Sample, ...]:
    """The three source plans."""
    from nscl_desktop.exchange.plan_json import read_plan
    from nscl_desktop.resource_files import resource_path

    return tuple(
        Sample(code, read_plan(resource_path("samples", f"{code}.json").read_text("utf-8"))) for code in SAMPLES
    )
