"""Papers that the office edits in Word: .docx templates with merge fields and repeating rows, filled from plain values.

A field is written ``{{ don_vi.ten }}``, a repeating table row between ``{%tr for x in thanh_vien %}`` and
``{%tr endfor %}``; ``{{ x.ghi_chu or ' ' }}`` may stay empty. Templates of the user's folder go before the shipped ones
of the same name. What a template asks for and the data does not have is listed before anything is printed. Templates
run in a sandbox: they are office files that may come from anywhere.
"""

import io
from collections.abc import Iterator, Mapping, MutableMapping
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docxtpl import DocxTemplate
from jinja2 import ChainableUndefined, Template, TemplateError, Undefined, nodes
from jinja2.sandbox import SandboxedEnvironment

from nscl_desktop.domain.errors import EnvironmentProblem, UnreadableFileError
from nscl_desktop.domain.merge_fields import ROWS, Context, OpenFields, open_among
from nscl_desktop.domain.text import quoted
from nscl_desktop.resource_files import resource_path

BLANK = "……………"
_MOST_COMPILED = 64
"""Parts of templates; a paper has about nine."""


def template_names(user_folder: Path | None) -> tuple[str, ...]:
    """Names of all templates, the user's and the shipped ones, without ".docx"; Word's lock files are passed over."""
    folders = [resource_path("templates"), *([user_folder] if user_folder and user_folder.is_dir() else [])]
    found = {path.stem for folder in folders for path in folder.glob("*.docx") if not path.name.startswith("~$")}
    return tuple(sorted(found))


def template_path(name: str, user_folder: Path | None) -> Path:
    """The file of a template: the user's own, else the shipped one."""
    own = user_folder / f"{name}.docx" if user_folder else None
    return own if own and own.is_file() else resource_path("templates", f"{name}.docx")


def asked_fields(path: Path, *, outside_body: bool = False) -> tuple[str, ...]:
    """The fields of a template in the order in which they stand, each once; only those of headers and footers if asked.

    Raises:
        UnreadableFileError: no Word file, or its fields are not written soundly.
    """
    return tuple(dict.fromkeys(_asked_for(path, outside_body=outside_body)))


def open_fields(path: Path, context: Context) -> OpenFields:
    """The fields of a template that would stay blank; raises as ``asked_fields`` does."""
    return open_among(asked_fields(path), context)


def fill(path: Path, context: Context) -> bytes:
    """The filled paper as a Word file; what has no value leaves dots to be written on by hand.

    Raises:
        UnreadableFileError: no Word file, or its fields are not written soundly.
    """
    template = _opened(path)
    try:
        template.render(dict(context), _environment(), autoescape=True)
    except TemplateError as error:
        raise _unsound(path, error) from error
    target = io.BytesIO()
    template.save(target)
    return target.getvalue()


class _Environment(SandboxedEnvironment):
    """Remembers what it has compiled: a batch fills one template hundreds of times; compiling is half of the work."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=ChainableUndefined, finalize=_shown)
        self._compiled: dict[str, Template] = {}

    def from_string(
        self,
        source: str | nodes.Template,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja2's own name, and its Any
        template_class: type[Template] | None = None,
    ) -> Template:
        """As the original, once for each source."""
        if not isinstance(source, str) or globals is not None or template_class is not None:
            return super().from_string(source, globals, template_class)
        found = self._compiled.get(source)
        if found is None:
            if len(self._compiled) >= _MOST_COMPILED:
                self._compiled.clear()
            found = self._compiled[source] = super().from_string(source)
        return found


@cache
def _environment() -> _Environment:
    """Unknown names and empty values become room to write in."""
    return _Environment()


def _shown(value: object) -> object:
    return BLANK if value in ("", None) or isinstance(value, Undefined) else value


def _opened(path: Path) -> DocxTemplate:
    try:
        template = DocxTemplate(io.BytesIO(path.read_bytes()))
        template.init_docx()
    except OSError as error:
        raise EnvironmentProblem(f"Không đọc được mẫu {path}; hãy kiểm tra tệp và quyền đọc.") from error
    except (BadZipFile, KeyError, ValueError) as error:
        raise UnreadableFileError(
            f"Tệp {path.name} không phải là tệp Word (.docx) hoặc đã hỏng; hãy chọn mẫu khác."
        ) from error
    return template


def _unsound(path: Path, error: TemplateError) -> UnreadableFileError:
    return UnreadableFileError(
        f"Mẫu {path.name} có trường trộn viết chưa đúng: {quoted(str(error))}; hãy mở mẫu bằng Word và sửa lại."
    )


def _asked_for(path: Path, *, outside_body: bool) -> Iterator[str]:
    """Names of the fields in the order in which they stand: body, then headers and footers."""
    template = _opened(path)
    environment = _environment()
    parts = [] if outside_body else [template.get_xml()]
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        parts += [template.get_part_xml(part) for _, part in template.get_headers_footers(uri)]
    for part in parts:
        try:
            source = template.patch_xml(part)
            tree = environment.parse(source)
            environment.compile(source)  # finds what parsing does not: filters that there are not
        except TemplateError as error:
            raise _unsound(path, error) from error
        yield from _names(tree, {})


def _names(node: nodes.Node, rows: Mapping[str, str]) -> Iterator[str]:
    """Dotted names below a node; ``rows`` gives the loop variables there are, each the name of its rows."""
    if isinstance(node, nodes.For):
        source = _dotted(node.iter, rows)
        yield from [source] if source else _names(node.iter, rows)
        inner = dict(rows)
        if source and isinstance(node.target, nodes.Name):
            inner[node.target.name] = source + ROWS
        for child in (*node.body, *node.else_):
            yield from _names(child, {**inner, "loop": ""})
        return
    if isinstance(node, nodes.Or):
        return
    name = _dotted(node, rows)
    if name is not None:
        yield from [name] if name else []
        return
    for child in node.iter_child_nodes():
        yield from _names(child, rows)


def _dotted(node: nodes.Node, rows: Mapping[str, str]) -> str | None:
    """The name that a node stands for; "" for what the loop itself offers (loop.index), None for no name."""
    if isinstance(node, nodes.Name):
        return rows.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        above = _dotted(node.node, rows)
        return f"{above}.{node.attr}" if above else above
    return None
