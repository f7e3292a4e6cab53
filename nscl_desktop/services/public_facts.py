"""Facts of law and statistics that come with the program and that no office edits: sectors, size bounds, provinces.

Read once, when first asked for: the start of the program does not wait for them.
"""

from functools import cache

from nscl_desktop.domain.area_succession import Areas, read_areas
from nscl_desktop.domain.sectors import SectorEdition, read_sectors
from nscl_desktop.domain.size_class import SizeRules, read_size_rules
from nscl_desktop.resource_files import resource_path


def _text(name: str) -> str:
    return resource_path("directory", name).read_text("utf-8")


@cache
def shipped_sectors() -> dict[str, SectorEdition]:
    """VSIC 2018 and 2025 by their short names."""
    return read_sectors(_text("sectors.toml"))


@cache
def shipped_size_rules() -> tuple[SizeRules, ...]:
    """The bounds of the size classes, oldest decree first."""
    return read_size_rules(_text("size-classes.toml"))


@cache
def shipped_areas() -> Areas:
    """Provinces before and after 01/07/2025."""
    return read_areas(_text("provinces.toml"))
