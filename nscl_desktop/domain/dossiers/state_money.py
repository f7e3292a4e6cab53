"""Which sources of a plan are the state's money: papers ask for that alone, norms are held against it."""

from nscl_desktop.domain.plans import Source

_NOT_STATE = ("doanh nghiệp", "dn", "khác", "xã hội hóa")


def is_state_money(source: Source) -> bool:
    """Told by the group of a source, else by its name or code; what says nothing of its owner is the state's."""
    return (source.group or source.name or source.code).strip().casefold() not in _NOT_STATE
