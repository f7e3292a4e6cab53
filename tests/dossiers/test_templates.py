"""Papers filled from templates: shipped or the user's own, what stays open, rows, and what a bad template says."""

import io
from pathlib import Path

import docx
import pytest

from nscl_desktop.domain.errors import EnvironmentProblem, UnreadableFileError
from nscl_desktop.domain.merge_fields import Context, OpenFields
from nscl_desktop.reports.templates import BLANK, fill, open_fields, template_names, template_path


def made(path: Path, *paragraphs: str, header: str = "", table: tuple[str, ...] = ()) -> Path:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.sections[0].header.paragraphs[0].text = header
    if table:
        rows = document.add_table(len(table), 1).rows
        for row, text in zip(rows, table, strict=True):
            row.cells[0].text = text
    document.save(str(path))
    return path


def text_of(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    rows = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(
        [*(each.text for each in document.paragraphs), *rows, document.sections[0].header.paragraphs[0].text]
    )


def test_what_stays_open_is_listed_before_printing(tmp_path: Path) -> None:
    path = made(
        tmp_path / "a.docx", "Tên: {{ don_vi.ten }}, {{ don_vi.fax }}",
        "{{ ngay }} {{ don_vi.dia_chi }} {{ ten|upper }}",
        header="{{ so }}",
        table=("{%tr for x in rows %}", "{{ loop.index }} {{ x.ten }} {{ x.gia }} {{ x.no }}", "{%tr endfor %}"),
    )  # fmt: skip
    context: Context = {
        "don_vi": {"ten": "A", "dia_chi": ""}, "so": "", "ten": "b",
        "rows": ({"ten": "x", "gia": "1"}, {"ten": "", "gia": "2"}),
    }  # fmt: skip
    found = open_fields(path, context)
    assert found == OpenFields(("don_vi.fax", "ngay", "rows[].no"), ("don_vi.dia_chi", "rows[].ten", "so"))


def test_rows_that_are_none_or_no_rows_are_open(tmp_path: Path) -> None:
    path = made(tmp_path / "a.docx", table=("{%tr for x in rows %}", "{{ x.ten }}", "{%tr endfor %}"))
    assert open_fields(path, {"rows": ()}) == OpenFields((), ("rows", "rows[].ten"))
    assert open_fields(path, {"rows": "chữ"}) == OpenFields(("rows[].ten",), ())
    assert open_fields(path, {}) == OpenFields(("rows", "rows[].ten"), ())


def test_a_loop_over_more_than_a_name_is_read_through(tmp_path: Path) -> None:
    path = made(tmp_path / "a.docx", "{% for x in rows|sort %}{{ loop.index }}{{ x }}{% endfor %}")
    assert "rows" not in open_fields(path, {"rows": ({"a": "1"},)}).unknown
    assert "rows" in open_fields(path, {}).unknown


def test_open_fields_leave_room_to_write_and_signs_of_xml_are_text(tmp_path: Path) -> None:
    path = made(tmp_path / "a.docx", "[{{ ten }}] [{{ ngay.nam }}] [{{ so }}]")
    assert f"[Gò Dầu & <Con>] [{BLANK}] [{BLANK}]" in text_of(fill(path, {"ten": "Gò Dầu & <Con>", "so": ""}))


def test_a_field_that_may_be_empty_is_neither_listed_nor_dotted(tmp_path: Path) -> None:
    path = made(tmp_path / "a.docx", "[{{ ghi_chu or '-' }}]")
    assert open_fields(path, {"ghi_chu": ""}) == OpenFields((), ())
    assert "[-]" in text_of(fill(path, {"ghi_chu": ""}))


def test_the_users_template_goes_before_the_shipped_one(tmp_path: Path) -> None:
    own = made(tmp_path / "hop-dong.docx", "Mẫu của tỉnh")
    made(tmp_path / "rieng.docx", "Mẫu riêng")
    made(tmp_path / "~$rieng.docx", "đang mở")
    assert template_path("hop-dong", tmp_path) == own
    assert template_path("bien-ban-nghiem-thu", tmp_path) == template_path("bien-ban-nghiem-thu", None)
    assert set(template_names(tmp_path)) == {*template_names(None), "rieng"}
    assert template_names(tmp_path / "không có") == template_names(None)


@pytest.mark.parametrize("text", ["{{ ten", "{% for x in %}", "{{ ten | khong_co }}"])
def test_a_field_written_unsoundly_is_refused_with_the_file(tmp_path: Path, text: str) -> None:
    path = made(tmp_path / "hong.docx", text, "{{ x }}")
    with pytest.raises(UnreadableFileError, match=r"Mẫu hong\.docx có trường trộn viết chưa đúng"):
        open_fields(path, {})
    with pytest.raises(UnreadableFileError, match="hãy mở mẫu bằng Word và sửa lại"):
        fill(path, {})


def test_a_template_cannot_reach_out_of_its_values(tmp_path: Path) -> None:
    path = made(tmp_path / "a.docx", "{{ ten.__class__.__mro__[1].__subclasses__() }}")
    with pytest.raises(UnreadableFileError, match="có trường trộn viết chưa đúng"):
        fill(path, {"ten": "A"})


def test_what_is_no_word_file_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with pytest.raises(EnvironmentProblem, match="Không đọc được mẫu"):
        fill(path, {})
    path.write_bytes(b"PK no document")
    with pytest.raises(UnreadableFileError, match=r"a\.docx không phải là tệp Word"):
        open_fields(path, {})
