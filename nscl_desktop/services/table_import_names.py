"""Names in a table → records of the plan: funding sources by column and star, agencies; new ones where none fits."""

from collections.abc import Iterable, Mapping

from nscl_desktop.domain.agency_names import agency_name
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.line_tree import PlanFrame
from nscl_desktop.domain.plans import Source
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import new_id
from nscl_desktop.domain.text import fold
from nscl_desktop.services.table_import_model import NO_SOURCE

_LONGEST_CODE = 12


class SourceNames:
    """Which funding source a column and a footnote mark mean; makes the ones the plan does not have."""

    def __init__(
        self, frame: PlanFrame, *, default: str, marks: Mapping[str, str], footnotes: Mapping[str, str]
    ) -> None:
        self._plan_id = frame.plan_id
        self.known = list(frame.sources)
        self.new: list[Source] = []
        self._found: dict[tuple[str, str], Source] = {}
        self._default, self._marks, self._footnotes = default, marks, footnotes

    def named(self, column: str, mark: str = "") -> Source:
        """The source that a column's name and a mark behind the figure mean; "" is a column that names none."""
        found = self._found.get((column, mark))
        if found is None:
            plain = self._by_name(column) if column else self._unnamed()
            found = self._found[column, mark] = self._starred(plain, mark) if mark else plain
        return found

    def printed_with(self, column: str) -> tuple[str, ...]:
        """Keys of all sources whose money stands in a column of this name."""
        heading = self.named(column).printed_column
        return tuple(source.id for source in self._all if source.printed_column == heading)

    @property
    def _all(self) -> list[Source]:
        return [*self.known, *self.new]

    def _by_name(self, name: str) -> Source:
        key = fold(name)
        for attribute in ("code", "name", "column"):
            found = next((each for each in self._all if fold(getattr(each, attribute)) == key and not each.mark), None)
            if found:
                return found
        code = name if len(name) <= _LONGEST_CODE else "".join(word[0] for word in name.split()).upper()
        return self._make(code=code, name=name, column="" if code == name else name)

    def _unnamed(self) -> Source:
        if self._default:
            return self._by_name(self._default)
        if len(self.known) == 1 and not self.new:
            return self.known[0]
        found = next((each for each in self._all if each.code == NO_SOURCE), None)
        return found or self._make(code=NO_SOURCE, name="Chưa phân nguồn")

    def _starred(self, plain: Source, mark: str) -> Source:
        code = self._marks.get(f"{plain.code}{mark}", "")
        chosen = next((each for each in self._all if each.code == code), None)
        if chosen:
            return chosen
        heading = plain.printed_column
        found = next((each for each in self._all if each.mark == mark and each.printed_column == heading), None)
        note = self._footnotes.get(mark, "")
        return found or self._make(
            code=f"{plain.code}{mark}", name=note or f"{plain.name} ({mark})", column=heading, mark=mark, footnote=note
        )

    def _make(self, *, code: str, name: str, column: str = "", mark: str = "", footnote: str = "") -> Source:
        position = between(max((each.position for each in self._all), default=None), None)
        made = Source(
            id=new_id(), plan_id=self._plan_id, position=position, code=code, name=name, column=column, mark=mark,
            footnote=footnote,
        )  # fmt: skip
        self.new.append(made)
        return made


class AgencyNames:
    """Which agency a text in the column of leads names; makes the ones the directory does not have."""

    def __init__(self, book: Book, province: str) -> None:
        self._province = province
        here = [each for each in book.table(Agency).values() if not province or each.province in ("", province)]
        self._known = dict(_by_names(sorted(here, key=lambda each: not each.valid_to)))
        self.new: list[Agency] = []

    def named(self, text: str) -> Agency | None:
        """The agency; None for words that name none, or several."""
        name = agency_name(text)
        if not name:
            return None
        key = fold(name)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = Agency(id=new_id(), name=name, province=self._province)
            self.new.append(found)
        return found


def _by_names(agencies: Iterable[Agency]) -> list[tuple[str, Agency]]:
    return [(fold(name), each) for each in agencies for name in (each.short_name, each.name) if name]
