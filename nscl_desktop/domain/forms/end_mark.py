"""The mark "./." that ends an appendix (NĐ 30/2020, Phụ lục III, Mẫu 2.1, 2.2): nothing may be added behind it."""

from dataclasses import replace

from nscl_desktop.domain.appendix import Align, AppendixDoc, Paragraph, Table

END_MARK = "./."


def with_end_mark(doc: AppendixDoc) -> AppendixDoc:
    """The document with the mark behind its last words: a paragraph, a footnote, the amount in words, else alone."""
    last = doc.blocks[-1] if doc.blocks else None
    if isinstance(last, Paragraph):
        return replace(doc, blocks=(*doc.blocks[:-1], replace(last, text=_ended(last.text))))
    if isinstance(last, Table) and doc.footnotes:
        mark, text = doc.footnotes[-1]
        return replace(doc, footnotes=(*doc.footnotes[:-1], (mark, _ended(text))))
    if isinstance(last, Table) and doc.words:
        return replace(doc, words=_ended(doc.words))
    return replace(doc, blocks=(*doc.blocks, Paragraph(END_MARK, Align.RIGHT)))


def _ended(text: str) -> str:
    bare = text.rstrip()
    return bare if bare.endswith(END_MARK) else bare.removesuffix(".") + END_MARK
