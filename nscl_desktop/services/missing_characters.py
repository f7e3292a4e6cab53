"""What an office is told when its text has characters that no font of the paper holds."""

from collections.abc import Collection

_MOST_SHOWN = 8


def missing_words(missing: Collection[str]) -> str:
    """One sentence on the characters that print as empty boxes; empty where none is missing."""
    if not missing:
        return ""
    shown = ", ".join(f"“{char}”" for char in sorted(missing)[:_MOST_SHOWN])
    more = f" và {len(missing) - _MOST_SHOWN} ký tự khác" if len(missing) > _MOST_SHOWN else ""
    return f"Phông chữ thiếu ký tự {shown}{more}, bản in có thể hiện ô trống ở đó; hãy thay bằng ký tự khác."
