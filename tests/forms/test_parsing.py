"""Forms written by hand: every fault is told at once, with its line, key and what to write instead."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.forms.faults import FormError
from nscl_desktop.domain.forms.model import GroupSpec, Kind, ParagraphSpec, Repeat, Rows, TableSpec
from nscl_desktop.domain.forms.parsing import parse_form
from tests.forms.printing import table_form

COLUMNS = '[[block.column]]\nkind = "text"\n[[block.column]]\nkind = "amount"\n'
KINDS = [kind.value for kind in Kind if kind is not Kind.GROUP]
SMALL = 'id = "thu"\nname = "Thử"\n[[block]]\nkind = "table"\n'


def faults(text: str) -> list[tuple[int, str, str]]:
    """(line, key, sentence) of every fault."""
    with pytest.raises(FormError) as told:
        parse_form(text, "thu.toml")
    assert told.value.sentence.startswith("Mẫu phụ lục thu.toml có")
    assert all(fault.file == "thu.toml" and str(fault) in told.value.sentence for fault in told.value.faults)
    return [(fault.line, fault.key, fault.sentence) for fault in told.value.faults]


def test_a_small_form_is_read_with_its_defaults() -> None:
    form = parse_form(SMALL + COLUMNS, "thu.toml")

    assert (form.id, form.name, form.unit, form.body_size, form.orientation) == ("thu", "Thử", "plan", 11.0, "auto")
    assert (form.label, form.words_intro, form.words) == ("Phụ lục", "Bằng chữ", True)
    (table,) = form.blocks
    assert isinstance(table, TableSpec)
    assert [column.kind for column in table.columns] == [Kind.TEXT, Kind.AMOUNT]
    assert (table.rows, table.total, table.total_label, table.carry_totals) == (Rows.TREE, True, "{total_label}", None)


def test_blocks_nest_and_a_block_with_blocks_is_a_group() -> None:
    form = parse_form(
        'id = "thu"\nname = "Thử"\n[[block]]\neach = "period"\n[[block.block]]\nkind = "paragraph"\ntext = "{period}"\n'
        "heading = 2\nsize = 13\n[[block.block]]\n" + COLUMNS.replace("[[block", "[[block.block"),
        "thu.toml",
    )

    (group,) = form.blocks
    assert isinstance(group, GroupSpec)
    assert group.each is Repeat.PERIOD
    assert group.blocks[0] == ParagraphSpec(text="{period}", heading=2, size=13.0)


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm() -> None:
    text = "\ufeff" + (SMALL + COLUMNS).replace("\n", "\r\n")

    assert parse_form(text, "thu.toml") == parse_form(SMALL + COLUMNS, "thu.toml")


@pytest.mark.parametrize(
    ("text", "line", "column", "sentence"),
    [
        ('id = "thu', 1, 0, "thiếu dấu ngoặc kép đóng"),
        ('id = "thu"\nname "Thử"', 2, 6, "thiếu dấu “=” sau tên khóa"),
        ('id = "thu"\nid = "hai"', 2, 0, "khóa này đã được khai ở trên; hãy bỏ một chỗ"),
        ("id = thu", 1, 6, "giá trị không đọc được; chữ phải nằm trong dấu ngoặc kép, số thập phân dùng dấu chấm"),
        ("width = 3,5", 1, 10, "thừa ký tự sau giá trị; mỗi khóa viết trên một dòng"),
        ("[a]\n[a]\n", 2, 3, "bảng này đã được khai ở trên"),
        ("x = [1, 2", 1, 0, "thiếu dấu “]” đóng danh sách"),
        ("", 1, 0, "thiếu khóa “id”"),
    ],
)
def test_faults_of_syntax_are_told_with_line_and_column(text: str, line: int, column: int, sentence: str) -> None:
    with pytest.raises(FormError) as told:
        parse_form(text, "thu.toml")

    fault = told.value.faults[0]
    assert fault.line == line
    assert fault.sentence.startswith(sentence)
    assert fault.column == column
    assert not column or f"dòng {line}, cột {column}: " in str(fault)


def test_all_faults_are_told_together_in_the_order_of_the_lines() -> None:
    text = """id = "thu mẫu"
name = 5
paper = "A5"
unit = "triêu"

[heading]
labell = "Phụ lục"

[[block]]
kind = "table"
number_row = "có"

[[block.column]]
kind = "amout"
width = 0.5

[[block.column]]
kind = "text"
each = "year"
decimals = 1.5
witdh = 30
"""

    assert faults(text) == [
        (1, "id", "mã mẫu chỉ gồm chữ, số, dấu - và _, ví dụ: tay-ninh"),
        (2, "name", "phải là chữ trong dấu ngoặc kép"),
        (3, "paper", "không có lựa chọn “A5”; chọn một trong: A4, A3, auto"),
        (4, "unit", "không có lựa chọn “triêu” (có phải là “trieu”?); chọn một trong: dong, nghin, trieu, ty, plan"),
        (7, "heading.labell", "không có khóa này (có phải là “label”?)"),
        (11, "block[1].number_row", "chỉ nhận true (có) hoặc false (không), không có dấu ngoặc kép"),
        (
            14,
            "block[1].column[1].kind",
            "không có lựa chọn “amout” (có phải là “amount”?); chọn một trong: " + ", ".join(KINDS),
        ),
        (15, "block[1].column[1].width", "phải là số từ 3 đến 400"),
        (19, "block[1].column[2].each", "cột loại “text” không lặp lại được; chỉ cột số liệu và nhóm cột mới lặp"),
        (20, "block[1].column[2].decimals", "phải là số nguyên từ 0 đến 9"),
        (21, "block[1].column[2].witdh", "không có khóa này (có phải là “width”?)"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "key", "sentence"),
    [
        ("", 1, "block", "chưa có khối nào; thêm ít nhất một [[…block]]"),
        ("block = 3", 3, "block", "phải là các bảng viết trong hai dấu ngoặc [[…block]], nhiều nhất 200"),
        ("[[block]]", 3, "block[1].column", "bảng chưa có cột nào; thêm ít nhất một [[…column]]"),
        ('[[block]]\nkind = "paragraph"', 3, "block[1]", "thiếu khóa “text”"),
        (
            '[[block]]\nkind = "paragraph"\ntext = "{perod}"\neach = "period"',
            5,
            "block[1].text",
            "không có trường {perod} ở đây (có phải là “period”?)",
        ),
        ('[[block]]\nkind = "paragraph"\ntext = "{heading}"', 5, "block[1].text", "không có trường {heading} ở đây"),
        ("heading = 3", 3, "heading", "phải là một bảng: viết [heading] rồi các khóa ở dưới, hoặc { khóa = giá trị }"),
        ("[[signature]]", 3, "signature[1].authority", 'thiếu chức vụ người ký, ví dụ: authority = ["NGƯỜI LẬP BIỂU"]'),
        ('[[signature]]\nauthority = ["A"]\n' * 4, 3, "signature", "nhiều nhất ba người ký"),
        (
            '[[block]]\nrows = "item"\n' + COLUMNS,
            4,
            "block[1].rows",
            'rows = "item" chỉ dùng trong khối có each = "item"',
        ),
        (
            '[[block]]\nrows = "tre"\n' + COLUMNS,
            4,
            "block[1].rows",
            "không có lựa chọn “tre” (có phải là “tree”?); chọn",
        ),
        (
            '[[block]]\nbold = ["sectoin"]\n' + COLUMNS,
            4,
            "block[1].bold",
            "không có loại dòng “sectoin”; chọn trong: item, ",
        ),
        (
            '[[block]]\n[[block.column]]\nkind = "text"',
            3,
            "block[1]",
            "bảng phải có ít nhất một cột kinh phí (amount hoặc quantity_amount)",
        ),
        ('[[block]]\npick = ["a"]\n' + COLUMNS, 4, "block[1].pick", "bảng không có cột nào có id = “a”"),
        ("[[block]]\nnumbers = [1.5]\n" + COLUMNS, 4, "block[1].numbers", "phải là chữ hoặc số nguyên, hoặc danh sách"),
        (
            "[[block]]\n[[block.column]]\nwidth = 9",
            4,
            "block[1].column[1]",
            "cột phải có “kind” (loại cột), hoặc là nhóm có",
        ),
        (
            '[[block]]\n[[block.column]]\nkind = "text"\n[[block.column.column]]\nkind = "amount"',
            5,
            "block[1].column[1].kind",
            "nhóm cột không có “kind”; bỏ “kind”, hoặc bỏ các cột bên trong",
        ),
        (
            '[[block]]\n[[block.column]]\nkind = "amount"\noptional = true',
            6,
            "block[1].column[1].optional",
            "chỉ dùng cho các cột chữ: unit, agencies, schedule, note",
        ),
        (
            '[[block]]\n[[block.column]]\nkind = "amount"\nwhere = "DN"',
            6,
            "block[1].column[1].where",
            "chỉ dùng cùng với “each”",
        ),
        (
            '[[block]]\n[[block.column]]\nkind = "amount"\ntitles = ["a"]',
            6,
            "block[1].column[1].titles",
            "gồm đúng hai tên, và chỉ dùng cho cột loại “quantity_amount”",
        ),
        (
            '[[block]]\n[[block.column]]\nkind = "amount"\ntitle = "{year}"',
            6,
            "block[1].column[1].title",
            "không có trường {year} ở đây",
        ),
        (
            '[[block]]\n[[block.column]]\nkind = "amount"\nnumber = "={sl}"',
            6,
            "block[1].column[1].number",
            "không có trường {sl} ở đây; trong công thức dùng “id” của cột, ví dụ: ",
        ),
        (
            "[[block]]\nslice = { yaer = 2021 }\n" + COLUMNS,
            4,
            "block[1].slice.yaer",
            "không có khóa này (có phải là “year”?)",
        ),
        (
            '[[block]]\nslice = { year = "2021" }\n' + COLUMNS,
            4,
            "block[1].slice.year",
            "phải là số nguyên, hoặc danh sách",
        ),
        ("body_size = true", 3, "body_size", "phải là số từ 6 đến 16"),
        ('layout = "' + "x" * 6_000 + '"', 3, "layout", "dài quá 5.000 ký tự; hãy viết ngắn lại"),
    ],
)
def test_each_fault_names_its_key_and_says_what_to_write(text: str, line: int, key: str, sentence: str) -> None:
    told = faults(f'id = "thu"\nname = "Thử"\n{text}')

    assert any((line, key) == fault[:2] and fault[2].startswith(sentence) for fault in told), told


def test_the_faults_stay_when_a_place_is_put_in_front() -> None:
    with pytest.raises(FormError) as told:
        parse_form("", "thu.toml")

    placed = told.value.at("Thư mục mẫu")

    assert placed.sentence.startswith("Thư mục mẫu, thu.toml: ")
    assert placed.faults == told.value.faults


def test_columns_picked_by_id_must_have_ids_of_their_own() -> None:
    text = SMALL + 'pick = ["a"]\n' + '[[block.column]]\nid = "a"\nkind = "amount"\n' * 2

    assert faults(text) == [
        (5, "block[1].pick", "có nhiều cột cùng id = “a” nên không chọn được; hãy đặt id khác nhau")
    ]


def test_headings_of_more_than_three_levels_are_refused() -> None:
    deep = "\n".join(f'[[block{".column" * level}]]\ntitle = "Tầng"' for level in range(1, 9))

    told = faults(SMALL + deep + f'\n[[block{".column" * 9}]]\nkind = "amount"')

    assert "tiêu đề bảng sâu quá 3 tầng; hãy bỏ bớt một tầng cột" in [sentence for *_, sentence in told]


def test_a_pair_of_quantity_and_amount_counts_as_a_level() -> None:
    pair = 'kind = "quantity_amount"'
    below = f'title = "A"\n[[block.column.column]]\ntitle = "B"\n[[block.column.column.column]]\n{pair}'

    assert [sentence for *_, sentence in faults(table_form(below))] == [
        "tiêu đề bảng sâu quá 3 tầng; hãy bỏ bớt một tầng cột"
    ]


def test_blocks_nested_too_deep_are_refused() -> None:
    deep = "".join(f'[[block{".block" * level}]]\neach = "period"\n' for level in range(6))

    assert "các khối lồng nhau quá 4 tầng" in [sentence for *_, sentence in faults('id = "a"\nname = "A"\n' + deep)]


def test_brackets_nested_beyond_reason_are_refused_in_a_sentence() -> None:
    (fault,) = faults("x = " + "[" * 50_000)

    assert fault == (1, "", "các dấu ngoặc lồng nhau quá sâu; hãy viết lại")


def test_lines_are_found_behind_comments_long_texts_and_inline_tables() -> None:
    text = '''# mẫu [[block]] x = 1
id = "thu" # "ghi chú"
name = """Thử
 x = 2 \\""" ] [
"""
layout = \'\'\'
[x]\'\'\'
"orientation" = 'ngang'
heading.attached = "có" # ]
[[block]] # bảng ]
rows = [
  "du_toan", # [
  1.5,
]
slice = { year = [2021], sourc = "DN" }
column = [ { kind = "text" }, { kind = "amount", widt = 3 } ]
'''

    assert [(line, key) for line, key, _ in faults(text)] == [
        (8, "orientation"),
        (9, "heading.attached"),
        (11, "block[1].rows"),
        (15, "block[1].slice.sourc"),
        (16, "block[1].column[2].widt"),
    ]


@given(st.text(max_size=60) | st.text(alphabet="[]{}=\"'#.\n\\ abc1", max_size=60))
def test_no_text_at_all_breaks_the_reader(text: str) -> None:
    with pytest.raises(FormError) as told:
        parse_form(text, "thu.toml")

    assert told.value.faults
    assert all(
        1 <= fault.line <= text.count("\n") + text.count("\r") + text.count("\v") + 9 for fault in told.value.faults
    )


@given(st.integers(0, 40), st.sampled_from(["witdh = 3", 'kind = "amout"', "each = 3"]))
def test_the_line_of_a_fault_is_the_line_it_stands_in(comments: int, wrong: str) -> None:
    text = SMALL + COLUMNS + "# ghi chú\n" * comments + wrong

    assert {line for line, *_ in faults(text)} <= {text.count("\n") + 1, 3}
    assert Decimal(text.count("\n") + 1) in {Decimal(line) for line, *_ in faults(text)}
