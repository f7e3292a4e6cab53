"""Short ways of reading a list of units, held against the long ones that they stand for."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.money_reading import parse_amount, parse_quantity
from nscl_desktop.domain.text import fold, fold_lines, match_key, match_key_lines, nfc
from nscl_desktop.domain.unit_headings import UnitColumn
from nscl_desktop.services.unit_import_cells import labour, money
from nscl_desktop.services.unit_import_model import Choices, Raw, UnitMapping, UnitTable
from nscl_desktop.services.unit_import_rows import read_rows

WORDS = st.sampled_from(
    ["Hòa", "hoà", "Đạt", "ð", "12", "¨", "Ⅷ", "İ", "ﬁ", "e\u0301", "\u0301", "", " ", "\u00a0", "\u200b"]
)
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from([" ", "  ", "\n", "\n\n"]) | WORDS).map("".join))


@settings(max_examples=100)
@given(TEXTS)
def test_lines_are_folded_as_each_line_is(text: str) -> None:
    assert fold_lines(text) == "\n".join(map(fold, text.split("\n")))


@settings(max_examples=100)
@given(TEXTS)
def test_lines_are_matched_as_each_line_is(text: str) -> None:
    plain = nfc(text)
    assert match_key_lines(text) == "\n".join(map(match_key, plain.split("\n")))


@settings(max_examples=100)
@given(st.integers(min_value=0, max_value=10**15), st.sampled_from(list(MoneyUnit)))
def test_whole_amounts_are_read_as_their_digits_are(number: int, unit: MoneyUnit) -> None:
    amount = number // unit.value
    assert money(unit)(amount) == parse_amount(str(amount), unit).value


@settings(max_examples=100)
@given(st.integers(min_value=0, max_value=10**12))
def test_whole_counts_of_people_are_read_as_their_digits_are(number: int) -> None:
    assert labour(number) == parse_quantity(str(number))
    assert isinstance(labour(number), Decimal)


@settings(max_examples=100)
@given(TEXTS)
def test_words_are_folded_and_matched_as_their_letters_are(text: str) -> None:
    letter_by_letter = f"{text}\t"  # what is not printable is never taken by its words
    assert fold(text) == fold(letter_by_letter)
    assert match_key(text) == match_key(letter_by_letter)


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(["12", "012", "Cơ khí; may mặc", "Cơ khí;  may mặc", "x", "không rõ", 12, 1, True, 1.0]))
)
def test_a_cell_says_the_same_however_often_it_was_read(cells: list[Raw]) -> None:
    columns = (UnitColumn("name"), UnitColumn("products"), UnitColumn("tax_code"), UnitColumn("kind"))
    rows = [(f"Công ty {at}", cell, cell, cell) for at, cell in enumerate(cells)]
    mapping, choices = UnitMapping(-1, -1, columns), Choices(2025)
    together = read_rows(UnitTable("", rows), mapping, choices, len)
    alone = [read_rows(UnitTable("", [row]), mapping, choices, len) for row in rows]
    assert [draft.values for draft in together.drafts] == [draft.values for each in alone for draft in each.drafts]
    noughts = "ô của cột"  # one finding for a whole column
    assert sorted(
        each.message.partition(": ")[2] for each in together.findings if noughts not in each.message
    ) == sorted(
        each.message.partition(": ")[2] for one in alone for each in one.findings if noughts not in each.message
    )
