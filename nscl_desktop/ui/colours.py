"""The one table of colour roles, light and dark: every colour of the window is named here and nowhere else.

A role says what a colour is for, never how it looks, so that a theme is a column of this table. The pairs that carry
text reach a contrast of 4.5 (WCAG 2.1, 1.4.3), which a test holds.
"""

from typing import NamedTuple


class Colours(NamedTuple):
    """One theme: role → "#RRGGBB"."""

    window: str
    """Behind everything: frame, headings of tables, side panels."""
    base: str
    """Where one reads and writes: tables, fields."""
    text: str
    muted: str
    """Second-rank text: captions, units, hints."""
    line: str
    """Lines between cells and panels."""
    edge: str
    """Borders of fields and buttons, which must be found with the eye."""
    hover: str
    accent: str
    on_accent: str
    accent_soft: str
    """Behind what is chosen."""
    section: str
    """Behind the top lines of a budget."""
    computed: str
    """Behind figures that follow from others and cannot be typed."""
    error: str
    error_soft: str
    warning: str
    warning_soft: str
    note: str
    note_soft: str
    success: str
    success_soft: str
    shade: str
    """Behind text that floats above the rest (toast, tool tip)."""
    on_shade: str
    link_on_shade: str


LIGHT = Colours(
    window="#F3F5F8", base="#FFFFFF", text="#1A2028", muted="#566171", line="#DDE2E9", edge="#B3BDCA", hover="#E8EDF3",
    accent="#0F5C9E", on_accent="#FFFFFF", accent_soft="#DCEAF8", section="#EAF0F6", computed="#F5F7FA",
    error="#B3261E", error_soft="#FBEAE8", warning="#855000", warning_soft="#FCF1DC",
    note="#2B5F8C", note_soft="#E7F0F8",
    success="#1A6A45", success_soft="#E3F3EA", shade="#27303B", on_shade="#F2F5F9", link_on_shade="#8CC7FA",
)  # fmt: skip

DARK = Colours(
    window="#1A1E24", base="#21262D", text="#E4E9F0", muted="#A5B0BF", line="#343C47", edge="#56616F", hover="#2B323B",
    accent="#6FB5F0", on_accent="#0C1B29", accent_soft="#24425E", section="#2A323C", computed="#1D2228",
    error="#FF9C92", error_soft="#46231F", warning="#F2BD66", warning_soft="#40321A",
    note="#93C3EC", note_soft="#213547",
    success="#7FD1A5", success_soft="#1D3A2C", shade="#3A444F", on_shade="#F2F5F9", link_on_shade="#9CD0FB",
)  # fmt: skip

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("text", "muted") for ground in ("window", "base", "hover", "section", "computed")),
    *(("text", ground) for ground in ("accent_soft", "error_soft", "warning_soft", "note_soft", "success_soft")),
    *((ink, ground) for ink in ("accent", "error", "warning", "note", "success") for ground in ("window", "base")),
    *((ink, f"{ink}_soft") for ink in ("accent", "error", "warning", "note", "success")),
    ("muted", "accent_soft"), ("on_accent", "accent"), ("on_shade", "shade"), ("link_on_shade", "shade"),
)  # fmt: skip
"""(ink, ground) roles that stand on one another somewhere in the window."""


def role_values(colours: Colours) -> dict[str, str]:
    """Role → "#RRGGBB", for the style sheet's placeholders."""
    return dict(zip(Colours._fields, colours, strict=True))


def contrast(ink: str, ground: str) -> float:
    """The contrast ratio of two colours "#RRGGBB" (WCAG 2.1): 1 for the same, 21 for black on white."""
    lighter, darker = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
