"""Reads a form from TOML text and tells everything that is wrong with it at once (grammar: docs/forms.md)."""

import tomllib
from collections.abc import Set as AbstractSet

from nscl_desktop.domain.appendix import Align
from nscl_desktop.domain.forms.column_parsing import MOST_DECIMALS, leaves_of, read_columns, read_narrowing
from nscl_desktop.domain.forms.faults import Faults, FormFault, form_error
from nscl_desktop.domain.forms.fields_in_text import BLOCK_FIELDS, LINE_FIELDS, PLAN_FIELDS, unknown_fields
from nscl_desktop.domain.forms.model import (
    BUDGETED,
    BlockSpec,
    Form,
    GroupSpec,
    Kind,
    ParagraphSpec,
    Repeat,
    Rows,
    SignatureSpec,
    TableSpec,
)
from nscl_desktop.domain.forms.table_reader import TableReader, suggestion
from nscl_desktop.domain.forms.toml_lines import key_lines, syntax_fault
from nscl_desktop.domain.plans import UNITS
from nscl_desktop.domain.text import nfc

_DEEPEST_BLOCK = 4
_PAPERS, _ORIENTATIONS = ("A4", "A3", "auto"), ("auto", "portrait", "landscape")
_BOLD = ("item", "explanation")
_FORM, _TABLE = Form(id="", name=""), TableSpec(columns=())
"""What holds where a form is silent."""


def parse_form(text: str, origin_name: str) -> Form:
    """The form written in a TOML text; ``origin_name`` is the file's name, for messages.

    Raises:
        FormError: with every fault, each with line and key.
    """
    text = nfc(text)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, column, sentence = syntax_fault(error, text)
        raise form_error(origin_name, (FormFault(origin_name, line, "", sentence, column),)) from None
    except RecursionError:
        fault = FormFault(origin_name, 1, "", "các dấu ngoặc lồng nhau quá sâu; hãy viết lại")
        raise form_error(origin_name, (fault,)) from None
    faults = Faults(origin_name, key_lines(text))
    form = _read_form(TableReader(table, (), faults))
    faults.raise_if_any()
    return form


def _read_form(reader: TableReader) -> Form:
    heading = reader.table("heading")
    form_id = reader.text("id", required=True)
    if form_id and not form_id.replace("-", "").replace("_", "").isalnum():
        reader.fault("id", "mã mẫu chỉ gồm chữ, số, dấu - và _, ví dụ: tay-ninh")
    form = Form(
        id=form_id,
        name=reader.text("name", required=True),
        layout=reader.text("layout"),
        blocks=_read_blocks(reader, PLAN_FIELDS, depth=1),
        paper=reader.word("paper", _PAPERS, "A4"),
        orientation=reader.word("orientation", _ORIENTATIONS, "auto"),
        unit=reader.word("unit", (*(code for code, _ in UNITS), "plan"), "plan"),
        decimals=reader.integer("decimals", 0, MOST_DECIMALS),
        body_size=reader.number("body_size", 6, 16) or _FORM.body_size,
        measure=reader.text("measure"),
        label=heading.text("label", _FORM.label),
        title=heading.text("title"),
        attached=heading.flag("attached", default=True),
        agency=heading.flag("agency", default=False),
        motto=heading.flag("motto", default=False),
        words=reader.flag("words", default=True),
        words_intro=reader.text("words_intro", _FORM.words_intro),
        end_mark=reader.flag("end_mark", default=True),
        footnotes=reader.flag("footnotes", default=True),
        carry_totals=reader.flag("carry_totals", default=False),
        place_date=reader.flag("place_date", default=False),
        recipients=reader.flag("recipients", default=False),
        signatures=tuple(_read_signature(each) for each in reader.tables("signature")),
    )
    if len(form.signatures) > 3:
        reader.fault("signature", "nhiều nhất ba người ký")
    _check_texts(heading, PLAN_FIELDS, title=form.title)
    heading.finish()
    reader.finish()
    return form


def _read_signature(reader: TableReader) -> SignatureSpec:
    spec = SignatureSpec(authority=reader.texts("authority"), name=reader.text("name"), note=reader.text("note"))
    if not spec.authority:
        reader.fault("authority", 'thiếu chức vụ người ký, ví dụ: authority = ["NGƯỜI LẬP BIỂU"]')
    reader.finish()
    return spec


def _read_blocks(reader: TableReader, known: AbstractSet[str], depth: int) -> tuple[BlockSpec, ...]:
    tables = reader.tables("block")
    if not tables:
        reader.fault("block", "chưa có khối nào; thêm ít nhất một [[…block]]")
    if depth > _DEEPEST_BLOCK:
        reader.fault("block", f"các khối lồng nhau quá {_DEEPEST_BLOCK} tầng")
        return ()
    return tuple(_read_block(each, known, depth) for each in tables)


def _read_block(reader: TableReader, known: AbstractSet[str], depth: int) -> BlockSpec:
    each = reader.choice("each", Repeat, Repeat.ONCE)
    if each:
        known = known | BLOCK_FIELDS[each.value]
    if each in {Repeat.SECTION, Repeat.ITEM}:
        known = known | LINE_FIELDS
    kind = reader.word("kind", ("paragraph", "table", "group"), "group" if reader.holds("block") else "table")
    block: BlockSpec
    if kind == "group":
        block = GroupSpec(blocks=_read_blocks(reader, known, depth + 1), each=each)
    elif kind == "paragraph":
        block = _read_paragraph(reader, known, each)
    else:
        block = _read_table(reader, known, each)
    reader.finish()
    return block


def _read_paragraph(reader: TableReader, known: AbstractSet[str], each: Repeat) -> ParagraphSpec:
    spec = ParagraphSpec(
        text=reader.text("text", required=True),
        each=each,
        align=Align(reader.word("align", [align.value for align in Align], "left")),
        bold=reader.flag("bold", default=False),
        italic=reader.flag("italic", default=False),
        heading=reader.integer("heading", 0, 3) or 0,
        size=reader.number("size", 6, 20),
        when=reader.word("when", ("shared-sections",), ""),
    )
    _check_texts(reader, known, text=spec.text)
    return spec


def _read_table(reader: TableReader, known: AbstractSet[str], each: Repeat) -> TableSpec:
    listed = reader.texts("rows") if reader.holds("rows", list) else ()
    spec = TableSpec(
        columns=read_columns(reader, known),
        pick=reader.texts("pick"),
        each=each,
        rows=Rows.MEASURES if reader.holds("rows", list) else reader.choice("rows", Rows, Rows.TREE),
        name=reader.text("name"),
        measures=listed,
        narrowing=read_narrowing(reader),
        only=reader.word("only", (BUDGETED,), ""),
        number_row=reader.flag("number_row", default=False),
        numbers=reader.texts("numbers"),
        total=reader.flag("total", default=True),
        total_label=reader.text("total_label", _TABLE.total_label),
        total_span=reader.flag("total_span", default=False),
        merge_sections=reader.flag("merge_sections", default=False),
        depth=reader.integer("depth", 0, 20) or 0,
        indent=reader.flag("indent", default=False),
        bold=reader.texts("bold"),
        components=reader.flag("components", default=True),
        explanations=reader.flag("explanations", default=True),
        quantity_label=reader.text("quantity_label", _TABLE.quantity_label),
        amount_label=reader.text("amount_label", _TABLE.amount_label),
        carry_totals=reader.optional_flag("carry_totals"),
    )
    _check_table(reader, spec, known)
    return spec


def _check_table(reader: TableReader, spec: TableSpec, known: AbstractSet[str]) -> None:
    for word in spec.bold:
        if word not in _BOLD:
            reader.fault("bold", f"không có loại dòng “{word}”; chọn trong: {', '.join(_BOLD)}")
    if spec.rows is Rows.ITEM and "item" not in known:
        reader.fault("rows", 'rows = "item" chỉ dùng trong khối có each = "item"')
    ids = [column.id for column in spec.columns if column.id]
    for column_id in spec.pick:
        if column_id not in ids:
            reader.fault("pick", f"bảng không có cột nào có id = “{column_id}”{suggestion(column_id, ids)}")
        elif ids.count(column_id) > 1:
            reader.fault("pick", f"có nhiều cột cùng id = “{column_id}” nên không chọn được; hãy đặt id khác nhau")
    kinds = {leaf.kind for leaf in leaves_of(spec.printed)} if reader.is_clean else {Kind.AMOUNT}
    if not kinds & {Kind.AMOUNT, Kind.QUANTITY_AMOUNT}:
        reader.fault("", "bảng phải có ít nhất một cột kinh phí (amount hoặc quantity_amount)")
    _check_texts(reader, known, name=spec.name, total_label=spec.total_label)


def _check_texts(reader: TableReader, known: AbstractSet[str], **texts: str) -> None:
    for key, text in texts.items():
        for sentence in unknown_fields(text, known):
            reader.fault(key, sentence)
