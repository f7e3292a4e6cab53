"""Breaking text into lines that fit. Widths are thousandths of the em square, so they hold for any size."""

from typing import NamedTuple

from nscl_desktop.reports.fonts import WordWidths

# Where a word that is too long for its line may be cut so that it still reads well: "KHCN/TCĐLCL", "2021-2025"
_CUT_AFTER = "/-–,;."


class Line(NamedTuple):
    """A line of text and its width in thousandths of the em square."""

    text: str
    width: float


def break_lines(text: str, limit: float, widths: WordWidths) -> tuple[Line, ...]:
    """The text in lines no wider than `limit`; words too long for a line are cut, line ends in the text are kept."""
    if " " not in text and "\n" not in text:
        if not text:
            return ()
        width = widths[text]
        if width <= limit:
            return (Line(text, width),)
    lines: list[Line] = []
    for part in text.replace("\t", " ").splitlines():
        _break_part(part.split(" "), limit, widths, lines)
    while lines and not lines[-1].text:
        lines.pop()
    return tuple(lines)


def _break_part(words: list[str], limit: float, widths: WordWidths, lines: list[Line]) -> None:
    """Greedy: as many words on each line as go."""
    space = widths[" "]
    current: list[str] = []
    used = -space
    for word in words:
        if not word and not current:  # spaces that begin a line; further in they are blanks to be filled by hand
            continue
        width = widths[word]
        if used + space + width <= limit:
            current.append(word)
            used += space + width
            continue
        if current:
            lines.append(Line(" ".join(current), used))
        if width > limit:
            word, width = _cut_word(word, limit, widths, lines)  # noqa: PLW2901 - what is left of it
        current = [word]
        used = width
    lines.append(Line(" ".join(current), max(used, 0.0)))


def _cut_word(word: str, limit: float, widths: WordWidths, lines: list[Line]) -> tuple[str, float]:
    """Cut lines off a word that is too long for one, and give what is left with its width.

    What is left is never copied nor measured anew: a "word" may be a megabyte of rubbish.
    """
    start, left = 0, widths[word]
    while left > limit and len(word) - start > 1:
        end, used = start + 1, widths[word[start]]
        while end < len(word) and used + widths[word[end]] <= limit:
            used += widths[word[end]]
            end += 1
        # Prefer a cut behind a sign, but not one that leaves most of the line empty
        neat = max((i + 1 for i in range(start, end) if word[i] in _CUT_AFTER), default=start)
        if (neat - start) * 2 > end - start:
            end = neat
        line = Line(word[start:end], sum(widths[char] for char in word[start:end]))
        lines.append(line)
        start, left = end, left - line.width
    rest = word[start:]
    return rest, widths[rest]


def break_evenly(text: str, limit: float, widths: WordWidths) -> tuple[Line, ...]:
    """As few lines as `break_lines` gives, but of like width: a centred title does not end with one lone word."""
    lines = break_lines(text, limit, widths)
    if len(lines) < 2 or "\n" in text:
        return lines
    narrow, wide = limit / 2, limit
    while wide - narrow > 100:
        middle = (narrow + wide) / 2
        if len(break_lines(text, middle, widths)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return break_lines(text, wide, widths)
