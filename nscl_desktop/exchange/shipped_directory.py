"""Dated facts that come with the program and are data from then on: every office may correct them."""

import tomllib

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet, change_set, inserted
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.records import derived_id
from nscl_desktop.resource_files import resource_path


def shipped_salary_bases() -> tuple[SalaryBase, ...]:
    """Lương cơ sở by the day from which it applies, oldest first; none is verified in the official text yet."""
    data = tomllib.loads(resource_path("directory", "salary-bases.toml").read_text("utf-8"))
    return tuple(
        SalaryBase(id=derived_id(SalaryBase.entity, entry["valid_from"]), **entry) for entry in data["salary_base"]
    )


def missing_directory(book: Book) -> ChangeSet:
    """The step that gives a file without any salary base the shipped ones; empty for all other files."""
    bases = () if book.table(SalaryBase) else shipped_salary_bases()
    return change_set("Ghi danh mục lương cơ sở", map(inserted, bases))
