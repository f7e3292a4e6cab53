"""Breaking text into lines that fit. Widths are thousandths of the em square, so they hold for any size."""

import re
from itertools import accumulate
from typing import NamedTuple

from nscl_desktop.reports.fonts import WordWidths
from nscl_desktop.reports.phrases import break_costs

# Where a word that is too long for its line may be cut so that it still reads well: "KHCN/TCĐLCL", "2021-2025"
_CUT_AFTER = "/-–,;."
_LONGEST_TITLE = 600
_DASH = re.compile(r"(?<=\S) [-–] (?=\S)")


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
        words = part.split(" ")
        _break_part(_with_dashes(words, limit, widths) if _DASH.search(part) else words, limit, widths, lines)
    while lines and not lines[-1].text:
        lines.pop()
    return tuple(lines)


def _with_dashes(words: list[str], limit: float, widths: WordWidths) -> list[str]:
    """A dash stays with the word before it, and "3 - 6/2021" stays whole, where they fit on a line."""
    joined: list[str] = []
    for word in words:
        last = joined[-1] if joined else ""
        after_range = last[-2:] in {" -", " –"} and last[:1].isdigit() and word[:1].isdigit()
        if last and (word in {"-", "–"} or after_range) and widths[f"{last} {word}"] <= limit:
            joined[-1] = f"{last} {word}"
        else:
            joined.append(word)
    return joined


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
    """As few lines as `break_lines` gives, but of like width and broken between phrases, as titles are."""
    lines = break_lines(text, limit, widths)
    if len(lines) < 2 or "\n" in text or len(text) > _LONGEST_TITLE:
        return lines
    costs = break_costs(text)
    starts = [0, *costs]
    ends = [*(place - 1 for place in costs), len(text)]
    used = [0.0, *accumulate(widths[char] for char in text)]
    mean = used[-1] / len(lines)
    # For each line: by the number of words used up, what the best lines so far cost, and where the last of them starts
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _ in lines:
        reached: dict[int, tuple[float, int]] = {}
        for start, (cost, _) in best[-1].items():
            for end in range(start, len(ends)):
                width = used[ends[end]] - used[starts[start]]
                if width > limit:
                    break
                whole = cost + ((width - mean) / limit) ** 2 + (costs[starts[end + 1]] if end + 1 < len(starts) else 0)
                if whole < reached.get(end + 1, (float("inf"), 0))[0]:
                    reached[end + 1] = whole, start
        best.append(reached)
    if len(ends) not in best[-1]:  # a word is wider than the room
        return lines
    broken: list[Line] = []
    end = len(ends)
    for reached in reversed(best[1:]):
        start = reached[end][1]
        first, last = starts[start], ends[end - 1]
        broken.insert(0, Line(text[first:last], used[last] - used[first]))
        end = start
    return tuple(broken)
