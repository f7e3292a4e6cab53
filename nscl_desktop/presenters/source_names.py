"""How a funding source is called where there is little room: by its code, as offices do (NSNN, DN)."""

from nscl_desktop.domain.plans import Source


def short_name(source: Source) -> str:
    """The code; the name where the code is not meant for eyes, such as that of money without a stated source."""
    return (source.name or source.code) if "_" in source.code else source.code
