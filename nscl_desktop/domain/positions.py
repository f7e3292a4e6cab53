"""Order among siblings as short text keys, so that moving one record changes that record and no other.

A key is an integer part (its first letter says how many digits follow) and an optional fraction, in base 62. Binary
order of the keys is the order. Because of the integer part a thousand appended records need keys of four characters,
where plain fractions would grow with every one.
"""

from nscl_desktop.domain.errors import Bug

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_FIRST = "a0"
_LOWEST, _HIGHEST = "A" + _DIGITS[0] * 26, "z" + _DIGITS[-1] * 26


def between(a: str | None, b: str | None) -> str:
    """A key after ``a`` and before ``b``; None stands for the beginning and for the end.

    Raises Bug unless a < b. Siblings that a merge left with equal keys are told apart by their ids only, so a caller
    who inserts between them gives the later one a new key first.
    """
    for key in (a, b):
        if key is not None:
            _require_key(key)
    if a is not None and b is not None and a >= b:
        raise Bug(f"Không có vị trí nào giữa {a} và {b}.")
    if a is None:
        return _FIRST if b is None else _before(b)
    return _after(a) if b is None else _inside(a, b)


def sequence(n: int) -> list[str]:
    """The keys of a new list of ``n`` records, as if each had been appended to the one before."""
    keys: list[str] = []
    for _ in range(n):
        keys.append(between(keys[-1] if keys else None, None))
    return keys


def _integer_length(head: str) -> int:
    """Length of an integer part by its first letter: a, b, c… upwards from zero, Z, Y, X… downwards below it."""
    if "a" <= head <= "z":
        return ord(head) - ord("a") + 2
    if "A" <= head <= "Z":
        return ord("Z") - ord(head) + 2
    raise Bug(f"Vị trí bắt đầu bằng “{head}” không hợp lệ.")


def _split(key: str) -> tuple[str, str]:
    length = _integer_length(key[0])
    return key[:length], key[length:]


def _require_key(key: str) -> None:
    whole, fraction = _split(key) if key else ("", "")
    right_length = bool(whole) and len(whole) == _integer_length(whole[0])
    if not right_length or key == _LOWEST or fraction.endswith(_DIGITS[0]) or not set(key) <= set(_DIGITS):
        raise Bug(f"Vị trí “{key}” không hợp lệ.")


def _before(b: str) -> str:
    whole, fraction = _split(b)
    if whole == _LOWEST:
        return whole + _midpoint("", fraction)
    if fraction:
        return whole
    lower = _decremented(whole)
    return lower + _midpoint("", "") if lower == _LOWEST else lower


def _after(a: str) -> str:
    whole, fraction = _split(a)
    return whole + _midpoint(fraction, "") if whole == _HIGHEST else _incremented(whole)


def _inside(a: str, b: str) -> str:
    whole, fraction = _split(a)
    whole_after, fraction_after = _split(b)
    if whole == whole_after:
        return whole + _midpoint(fraction, fraction_after)
    upper = _incremented(whole)  # there is one: b has a higher integer part
    if upper < b:
        return upper
    return whole + _midpoint(fraction, "")


def _midpoint(a: str, b: str) -> str:
    """A fraction between two others, as short as can be; "" is 0 as ``a`` and 1 as ``b``; never ends in the digit 0."""
    shared = 0
    while b and shared < len(b) and (a[shared] if shared < len(a) else _DIGITS[0]) == b[shared]:
        shared += 1
    if shared:
        return b[:shared] + _midpoint(a[shared:], b[shared:])
    low = _DIGITS.index(a[0]) if a else 0
    high = _DIGITS.index(b[0]) if b else len(_DIGITS)
    if high - low > 1:
        return _DIGITS[(low + high + 1) // 2]
    if len(b) > 1:
        return b[0]
    return _DIGITS[low] + _midpoint(a[1:], "")


def _incremented(whole: str) -> str:
    head, digits = whole[0], whole[1:]
    kept = digits.rstrip(_DIGITS[-1])
    if kept:
        raised = _DIGITS[_DIGITS.index(kept[-1]) + 1]
        return head + kept[:-1] + raised + _DIGITS[0] * (len(digits) - len(kept))
    if head == "Z":
        return _FIRST
    upper = chr(ord(head) + 1)
    return upper + _DIGITS[0] * (_integer_length(upper) - 1)


def _decremented(whole: str) -> str:
    head, digits = whole[0], whole[1:]
    kept = digits.rstrip(_DIGITS[0])
    if kept:
        lowered = _DIGITS[_DIGITS.index(kept[-1]) - 1]
        return head + kept[:-1] + lowered + _DIGITS[-1] * (len(digits) - len(kept))
    if head == "a":
        return "Z" + _DIGITS[-1]
    lower = chr(ord(head) - 1)
    return lower + _DIGITS[-1] * (_integer_length(lower) - 1)
