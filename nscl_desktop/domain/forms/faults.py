"""What is wrong in a form file: all of it at once, each with line, key and a sentence that says what to write."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from nscl_desktop.domain.errors import UnreadableFileError
from nscl_desktop.domain.forms.toml_lines import KeyPath, line_of


@dataclass(frozen=True, slots=True)
class FormFault:
    """One fault. ``column`` is known for faults of syntax only (0 else); ``key`` is "block[1].column[3].width"."""

    file: str
    line: int
    key: str
    sentence: str
    column: int = 0

    def __str__(self) -> str:
        place = f"dòng {self.line}, cột {self.column}" if self.column else f"dòng {self.line}"
        return f"{place}, khóa {self.key}: {self.sentence}" if self.key else f"{place}: {self.sentence}"


class FormError(UnreadableFileError):
    """A form that cannot be used. ``faults`` lists everything; the sentence counts them and tells them all."""

    def __init__(self, sentence: str, place: str = "", faults: tuple[FormFault, ...] = ()) -> None:
        super().__init__(sentence, place)
        self.faults = faults

    def at(self, place: str) -> Self:
        """The same error with the place of the file in front."""
        placed = super().at(place)
        placed.faults = self.faults
        return placed


class Faults:
    """Collects the faults of one form text."""

    def __init__(self, file: str, lines: Mapping[KeyPath, int]) -> None:
        self._file = file
        self._lines = lines
        self.found: list[FormFault] = []

    def add(self, path: KeyPath, sentence: str) -> None:
        """Note a fault at a key."""
        self.found.append(FormFault(self._file, line_of(path, self._lines), shown(path), sentence))

    def below(self, path: KeyPath) -> bool:
        """Whether there is a fault at a place or below it."""
        return any(fault.key.startswith(shown(path)) for fault in self.found)

    def raise_if_any(self) -> None:
        """Raise FormError with all faults, in the order of the lines."""
        if self.found:
            raise form_error(self._file, tuple(sorted(self.found, key=lambda fault: fault.line)))


def form_error(file: str, faults: tuple[FormFault, ...]) -> FormError:
    """The error that tells these faults."""
    count = f"có {len(faults)} chỗ sai" if len(faults) > 1 else "có chỗ sai"
    told = "; ".join(str(fault) for fault in faults)
    return FormError(f"Mẫu phụ lục {file} {count}: {told}.", file, faults)


def shown(path: KeyPath) -> str:
    """A path as a person counts: block[1] is the first block."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".")
