"""The measures of the house: short files and functions, plain names, docstrings, no hidden imports, no stray prints.

Exceptions are named here one by one, each with its reason.
"""

import ast
import re
import statistics
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "nscl_desktop"
SOURCES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

MEDIAN_LINES = 130
SOURCE_LINES = 400
TEST_LINES = 500
FUNCTION_LINES = 50
PUBLIC_METHODS = 15
FORBIDDEN_NAMES = re.compile(r"(^|_)(utils?|helpers?|common|managers?|misc|stuff)(_|$)|^base(_|$)")
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)

# File -> reason, for each measure.
LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {  # "folder/file.py:function"
    "tests/benchmarks/pdf_contestants.py:canvas": "a yardstick stands in one piece, without a share in the program",
}
BIG_CLASSES: dict[str, str] = {  # "folder/file.py:Class"
    "nscl_desktop/office/window_office.py:WindowOffice": "one property for each kind of work",
    "nscl_desktop/presenters/office.py:Office": "likewise, as the screens see it",
}
FILLED_INITS: dict[str, str] = {
    "nscl_desktop/__init__.py": "the program's name and version",
    "nscl_desktop/ui/tabs/__init__.py": "the registry of tabs",
}
DEFERRING_FILES: dict[str, str] = {
    "nscl_desktop/__main__.py": "loads the window or the command line, never both",
    "nscl_desktop/app.py": "paints first; storage and writers load after",
    "nscl_desktop/cli.py": "each command loads only what it needs",
    "nscl_desktop/cli_packages.py": "each command loads only what it needs",
    "nscl_desktop/cli_handover.py": "each command loads only what it needs",
    "nscl_desktop/cli_open_places.py": "each command loads only what it needs",
    "nscl_desktop/ui/packages/package_commands.py": "each window of packages is loaded when it is first wanted",
    "nscl_desktop/office/papers.py": "each writer and reader is loaded for its own kind of file only",
}
SPEAKING_FILES: dict[str, str] = {
    "nscl_desktop/cli": "the command line speaks on standard output",
    "tests/benchmarks": "prints its table of ratios",
    "tests/screenshots.py": "says which picture it has drawn",
}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), name_of(path))


def functions_of(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree_of(path)) if isinstance(node, FUNCTION))


def classes_of(path: Path) -> Iterator[ast.ClassDef]:
    return (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.ClassDef))


def line_count(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def stale(exceptions: dict[str, str], found: set[str]) -> set[str]:
    """Exceptions that nothing needs any more: a list of exceptions may only shrink."""
    return set(exceptions) - found


def test_no_file_is_long() -> None:
    limits = [(path, SOURCE_LINES) for path in [*SOURCES, ROOT / "dev.py"]] + [(path, TEST_LINES) for path in TESTS]
    long = {name_of(path): line_count(path) for path, limit in limits if line_count(path) > limit}
    assert {name: lines for name, lines in long.items() if name not in LONG_FILES} == {}
    assert stale(LONG_FILES, set(long)) == set()


def test_half_of_the_source_files_are_short() -> None:
    filled = [lines for lines in map(line_count, SOURCES) if lines > 0]
    assert statistics.median(filled) <= MEDIAN_LINES


def test_no_function_is_long() -> None:
    long = {
        f"{name_of(path)}:{function.name}": lines
        for path in [*SOURCES, *TESTS, ROOT / "dev.py"]
        for function in functions_of(path)
        if (lines := (function.end_lineno or function.lineno) - function.lineno + 1) > FUNCTION_LINES
    }
    assert {name: lines for name, lines in long.items() if name not in LONG_FUNCTIONS} == {}
    assert stale(LONG_FUNCTIONS, set(long)) == set()


def test_no_class_offers_too_much() -> None:
    # Names with capitals are Qt's own, overridden.
    big = {
        f"{name_of(path)}:{defined.name}": public
        for path in SOURCES
        for defined in classes_of(path)
        if (public := sum(isinstance(n, FUNCTION) and n.name[0] != "_" and n.name.islower() for n in defined.body))
        > PUBLIC_METHODS
    }
    assert {name: public for name, public in big.items() if name not in BIG_CLASSES} == {}
    assert stale(BIG_CLASSES, set(big)) == set()


def test_names_say_what_a_module_is_about() -> None:
    paths = [*PACKAGE.rglob("*"), *(ROOT / "tests").rglob("*")]
    named = {name_of(path) for path in paths if path.suffix == ".py" or path.is_dir()}
    assert {name for name in named if FORBIDDEN_NAMES.search(Path(name).stem)} == set()


def test_modules_functions_and_classes_say_why() -> None:
    silent = set()
    for path in SOURCES:
        tree = tree_of(path)
        if "migrations" in path.parts:  # frozen pictures of the tables, run by Alembic and imported by nobody
            continue
        if tree.body and ast.get_docstring(tree) is None:
            silent.add(name_of(path))
        silent |= {
            f"{name_of(path)}:{node.name}"
            for node in tree.body
            if isinstance(node, (*FUNCTION, ast.ClassDef))
            and not node.name.startswith("_")
            and ast.get_docstring(node) is None
        }
    assert silent == set()


def test_init_files_are_empty_but_for_registries() -> None:
    filled = {name_of(path) for path in SOURCES if path.name == "__init__.py" and path.read_text("utf-8").strip()}
    assert filled == set(FILLED_INITS)


def test_only_the_command_line_prints() -> None:
    printing = {
        name_of(path)
        for path in [*SOURCES, *TESTS]
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    assert {name for name in printing if not name.startswith(tuple(SPEAKING_FILES))} == set()


def test_an_import_inside_a_function_says_why() -> None:
    """A comment stands on the line, or right above the function's imports."""
    unexplained = set()
    for path in [source for source in SOURCES if name_of(source) not in DEFERRING_FILES]:
        lines = path.read_text("utf-8").splitlines()
        for function in functions_of(path):
            body = [node for node in ast.walk(function) if isinstance(node, (ast.Import, ast.ImportFrom))]
            for node in body:
                first = node.lineno - 1
                while first > 0 and re.match(r"\s*(from|import)\s", lines[first - 1]):
                    first -= 1
                if "#" not in "".join(lines[node.lineno - 1 : node.end_lineno]) and "#" not in lines[first - 1]:
                    unexplained.add(f"{name_of(path)}:{node.lineno}")
    assert unexplained == set()


def test_the_top_level_holds_what_belongs_there_and_no_more() -> None:
    made = {"out", "build", "dist", "nscl_desktop.egg-info"}
    shown = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")} - made
    assert shown == {
        "pyproject.toml", "nscl_desktop", "resources", "installer", "tests", "README.md", "LICENSE", "CHANGELOG.md",
        "dev.py", "docs",
    }  # fmt: skip


def test_every_folder_of_code_is_listed_for_the_wheel() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    listed = set(project["tool"]["setuptools"]["packages"])
    present = {name_of(path.parent).replace("/", ".") for path in SOURCES}
    assert listed - {"nscl_desktop._resources"} == present, "see [tool.setuptools] in pyproject.toml"


@pytest.mark.parametrize("lock", ["runtime", "dev", "bench"])
def test_locks_pin_every_package_by_hash_and_name_no_host(lock: str) -> None:
    text = (ROOT / "installer" / "requirements" / f"{lock}.txt").read_text("utf-8")
    packages = re.findall(r"^([a-z0-9][\w.-]*)(==\S+)?.*\\$", text, flags=re.MULTILINE)
    assert packages
    assert [name for name, version in packages if not version] == []
    assert text.count("\n    --hash=sha256:") >= len(packages)
    assert "://" not in text
