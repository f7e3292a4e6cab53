"""Papers filled from one template in one Word file: each begins on a page of its own, numbered from 1.

They share styles, headers and footers, since all come from the same template; so only the bodies are put together.
"""

import copy
import io
from collections.abc import Sequence

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

_THIN = f'<w:p {nsdecls("w")}><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'


def joined(documents: Sequence[bytes]) -> bytes:
    """One Word file of several, at least one, that were filled from the same template."""
    whole = docx.Document(io.BytesIO(documents[0]))
    end = whole.element.body.sectPr
    _number_from_one(end)
    for each in documents[1:]:
        _close_section(end)
        for child in list(docx.Document(io.BytesIO(each)).element.body):
            if child.tag != qn("w:sectPr"):
                end.addprevious(child)
    target = io.BytesIO()
    whole.save(target)
    return target.getvalue()


def _close_section(end: BaseOxmlElement) -> None:
    """End the section with the last paragraph, or with one that takes no room."""
    last = end.getprevious()
    is_fit = last is not None and last.tag == qn("w:p") and not last.findall(f".//{qn('w:sectPr')}")
    if not is_fit:
        last = parse_xml(_THIN)
        end.addprevious(last)
    last.get_or_add_pPr().append(copy.deepcopy(end))


def _number_from_one(end: BaseOxmlElement) -> None:
    numbering = end.find(qn("w:pgNumType"))
    if numbering is None:
        numbering = parse_xml(f"<w:pgNumType {nsdecls('w')}/>")
        columns = end.find(qn("w:cols"))
        columns.addprevious(numbering) if columns is not None else end.append(numbering)
    numbering.set(qn("w:start"), "1")
