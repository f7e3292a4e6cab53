"""The form files: those shipped with the program, and those in the user's own folder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nscl_desktop.domain.errors import EnvironmentProblem, InputError, UnreadableFileError
from nscl_desktop.domain.forms.general import with_columns
from nscl_desktop.domain.forms.model import Form
from nscl_desktop.domain.forms.parsing import parse_form
from nscl_desktop.domain.forms.table_reader import suggestion
from nscl_desktop.domain.text import quoted
from nscl_desktop.resource_files import resource_path

GENERAL = "tong-hop"
"""Id of the shipped form whose columns the office picks."""
_SHIPPED = ("tay-ninh", "bac-giang", "binh-duong", GENERAL)
"""Ids of the shipped forms, in the order of the list; the file's name is the id."""
_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class FormFile:
    """A form that was found; ``own`` tells the user's from the shipped ones."""

    form: Form
    path: Path
    own: bool


@dataclass(frozen=True, slots=True)
class FormList:
    """All forms in order, shipped ones first; and what is wrong with the user's files that could not be read."""

    files: tuple[FormFile, ...]
    problems: tuple[InputError | EnvironmentProblem, ...]

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms alone."""
        return tuple(file.form for file in self.files)


def list_forms(own_folder: Path | None = None) -> FormList:
    """Every usable form. A faulty own file hides no other: its fault is listed beside them."""
    files = [FormFile(read_form(path), path, own=False) for path in _shipped_paths()]
    problems: list[InputError | EnvironmentProblem] = []
    for path in _own_paths(own_folder, problems):
        try:
            form = read_form(path)
            _check_new(form, path, files)
        except (InputError, EnvironmentProblem) as problem:
            problems.append(problem)
        else:
            files.append(FormFile(form, path, own=True))
    return FormList(tuple(files), tuple(problems))


def find_form(form_id: str, own_folder: Path | None = None) -> Form:
    """The form with this id, or in this .toml file; "tong-hop:text,years,total" picks columns of a form.

    Raises:
        InputError: unknown id (nearest one is suggested), or a faulty file.
    """
    if form_id in _SHIPPED:
        return read_form(resource_path("forms", f"{form_id}.toml"))
    if form_id.lower().endswith(".toml"):
        return read_form(Path(form_id))
    base, _, columns = form_id.partition(":")
    if columns:
        return with_columns(find_form(base, own_folder), [each.strip() for each in columns.split(",")])
    known = list_forms(own_folder)
    for form in known.forms:
        if form.id == form_id:
            return form
    ids = [form.id for form in known.forms]
    faulty = "".join(f" {problem.sentence}" for problem in known.problems)
    raise InputError(
        f"Không có mẫu phụ lục {quoted(form_id)}{suggestion(form_id, ids)}; các mẫu hiện có: {', '.join(ids)}.{faulty}"
    )


def general_form(columns: Sequence[str]) -> Form:
    """The general form with the columns picked (ids of ``offered_columns``), in this order.

    Raises:
        InputError: for columns that make no table.
    """
    return with_columns(find_form(GENERAL), columns)


def read_form(path: Path) -> Form:
    """The form in a file.

    Raises:
        FormError: with every fault of the form.
        UnreadableFileError: no such file, or no text file.
        EnvironmentProblem: the machine refuses to read it.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except (FileNotFoundError, IsADirectoryError):
        raise UnreadableFileError(f"Không có tệp mẫu phụ lục {path}, hãy kiểm tra lại đường dẫn.", str(path)) from None
    except OSError as error:
        raise EnvironmentProblem(f"Máy không cho đọc tệp mẫu phụ lục {path}: {error.strerror}.") from error
    if len(data) > _MOST_BYTES:
        raise UnreadableFileError(f"Tệp {path.name} lớn hơn 1 MB, không phải là mẫu phụ lục.", path.name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableFileError(
            f"Tệp {path.name}, dòng {line}: chữ không theo mã UTF-8; hãy mở bằng Notepad và lưu lại với mã UTF-8.",
            path.name,
        ) from None
    return parse_form(text, path.name)


def _shipped_paths() -> Iterator[Path]:
    for form_id in _SHIPPED:
        yield resource_path("forms", f"{form_id}.toml")


def _own_paths(folder: Path | None, problems: list[InputError | EnvironmentProblem]) -> list[Path]:
    if folder is None or not folder.is_dir():
        return []
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.lower() == ".toml")
    except OSError as error:
        problems.append(EnvironmentProblem(f"Máy không cho xem thư mục mẫu phụ lục {folder}: {error.strerror}."))
        return []


def _check_new(form: Form, path: Path, files: Sequence[FormFile]) -> None:
    """Two forms of one id would make it a matter of luck which one is printed."""
    for file in files:
        if file.form.id == form.id:
            raise InputError(
                f"Mẫu phụ lục {path.name}: mã {quoted(form.id)} đã dùng cho mẫu “{file.form.name}”; hãy đổi “id”.",
                path.name,
            )
