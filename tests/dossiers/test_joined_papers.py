"""Papers in one file: sections numbered from 1, whatever a paper ends with."""

import io

import docx

from nscl_desktop.reports.joined_docx import joined


def paper(text: str, *, ends_with_table: bool) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    if ends_with_table:
        document.add_table(1, 1)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_each_paper_is_a_section_of_its_own_numbered_from_one() -> None:
    for ends_with_table in (False, True):
        papers = [paper(text, ends_with_table=ends_with_table) for text in ("Một", "Hai", "Ba")]
        whole = docx.Document(io.BytesIO(joined(papers)))
        assert [each.text for each in whole.paragraphs if each.text] == ["Một", "Hai", "Ba"]
        assert len(whole.sections) == 3
        starts = [section._sectPr.xpath("w:pgNumType/@w:start") for section in whole.sections]  # noqa: SLF001 - no other way
        assert starts == [["1"], ["1"], ["1"]]
    alone = docx.Document(io.BytesIO(joined([paper("Một", ends_with_table=False)])))
    assert len(alone.sections) == 1
