"""Taking the shipped catalogue of supports and check lists of papers over into a data file, and renewing a list."""

import datetime as dt
from collections.abc import Iterable
from functools import cache

from nscl_desktop.domain.changes import Change, ChangeSet, change_set, inserted, updated
from nscl_desktop.domain.dossiers.catalogue import ShippedKinds, read_kinds
from nscl_desktop.domain.dossiers.papers import ShippedPapers, read_stage_papers
from nscl_desktop.domain.dossiers.stages import NAMES
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.supports import StagePaper, SupportKind
from nscl_desktop.domain.text import same_text
from nscl_desktop.resource_files import resource_path
from nscl_desktop.services.dossier_parts import made


@cache
def shipped_kinds() -> ShippedKinds:
    """The catalogue that comes with the program, read once."""
    return read_kinds(resource_path("directory", "support-kinds.toml").read_text("utf-8"))


@cache
def shipped_papers() -> ShippedPapers:
    """The check lists that come with the program, read once."""
    return read_stage_papers(resource_path("directory", "stage-papers.toml").read_text("utf-8"))


def add_shipped_kinds(known: Iterable[SupportKind]) -> ChangeSet:
    """Add the kinds that the office does not have yet, by key or by code and edition; nothing of its own changes."""
    known = list(known)
    keys = {each.id for each in known}
    codes = {(each.code.casefold(), each.edition) for each in known}
    new = [
        each
        for each in shipped_kinds().kinds
        if each.id not in keys and (each.code.casefold(), each.edition) not in codes
    ]
    return change_set("Thêm danh mục nội dung hỗ trợ ban đầu", map(inserted, new))


def add_shipped_papers(known: Iterable[StagePaper]) -> ChangeSet:
    """Add the papers that the office's check lists do not have yet, by key or by stage and name."""
    known = list(known)
    keys = {each.id for each in known}
    new = [
        each
        for each in shipped_papers().papers
        if each.id not in keys
        and not any(other.stage == each.stage and same_text(other.name, each.name) for other in known)
    ]
    return change_set("Thêm danh mục giấy tờ ban đầu", map(inserted, new))


def renew_stage_papers(
    known: Iterable[StagePaper], stage: str, names: Iterable[tuple[str, bool]], valid_from: str
) -> ChangeSet:
    """A new version of a stage's check list from a day on: (name, required) each; dossiers opened before keep the old.

    The old list ends the day before; names that stay keep their record. Refused without a whole day.
    """
    if len(valid_from) != 10:
        raise InputError("Danh mục mới cần có ngày áp dụng đầy đủ; hãy nhập theo mẫu 24/11/2021.")
    day_before = (dt.date.fromisoformat(valid_from) - dt.timedelta(days=1)).isoformat()
    current = [each for each in known if each.stage == stage and not each.valid_to]
    wanted = dict(names)
    kept = {each.name for each in current if wanted.get(each.name) == each.is_required}
    changes: list[Change | None] = [updated(each, valid_to=day_before) for each in current if each.name not in kept]
    position = max((each.position for each in current if each.position), default=None)
    for name, is_required in wanted.items():
        if name not in kept:
            position = between(position, None)
            changes.append(inserted(_paper(stage, name, position, valid_from, is_required=is_required)))
    return change_set(f"Đổi danh mục giấy tờ của bước {NAMES[stage]}", changes)


def _paper(stage: str, name: str, position: str, valid_from: str, *, is_required: bool) -> StagePaper:
    return made(StagePaper, stage=stage, name=name, is_required=is_required, valid_from=valid_from, position=position)
