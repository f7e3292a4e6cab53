"""The whole plan as papers one after another: its text upright, as NĐ 30/2020 sets it out, then its appendix.

A plan issued by a decision is two papers before the appendix: the decision, and the plan under a heading of its own
without number and date (Phụ lục I, II.5). Each is a document of its own, so its pages are counted from 1.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nscl_desktop.domain.appendix import Align, AppendixDoc, Heading, Paragraph, Signature, SignatureBlock, Table
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.dates import BLANK, format_date_words
from nscl_desktop.domain.forms.frame_texts import MOST_SIGNERS, numbered, place_and_date, recipient_lines
from nscl_desktop.domain.forms.rows import joined
from nscl_desktop.domain.plan_text import TextPart, plan_text
from nscl_desktop.domain.plans import Plan, Signer

_RECIPIENTS, _APPENDIX = "nơi nhận", "phụ lục"
_LEGAL_BASIS = re.compile(r"(Căn cứ|Theo đề nghị|Xét đề nghị)\b")
_AREA = re.compile(r" (?=(?:TỈNH|THÀNH PHỐ) )")
_NUMBER_AND_ON = re.compile(r"^(\(.*?) số\b.*$", re.DOTALL)
_HEADINGS_IN_BOLD, _DEEPEST_HEADING = 2, 3


def plan_paper(
    budget: Budget, appendix: AppendixDoc, *, electronic: bool = False, images: Mapping[str, bytes] | None = None
) -> tuple[AppendixDoc, ...]:
    """The papers in order; ``images`` are signers' pictures (PNG) by key of the signer.

    On paper "(Kèm theo …)" is filled in, on an electronic document its places stay free (Phụ lục I, III.1).
    What the stored text says in its own appendix is not printed a second time: the appendix is made of the figures.
    """
    parts, preface = _parts(plan_text(budget), budget.frame.plan.title)
    maker = _Maker(budget, appendix, images or {})
    papers = [maker.paper(part, preface, is_first=part is parts[0]) for part in parts]
    if not any(_is_signed(each) for each in papers):
        papers[-1] = replace(papers[-1], signatures=maker.signatures(()))
    papers.append(appendix)
    return tuple(_without_reference(each) for each in papers) if electronic else tuple(papers)


def _parts(text: Sequence[TextPart], title: str) -> tuple[list[list[TextPart]], tuple[TextPart, ...]]:
    """The text cut at the names of papers, without its appendix, and what stands before the first name."""
    names = [at for at, each in enumerate(text) if each.heading and not each.depth]
    end = next((at for at in names if text[at].text.casefold().startswith(_APPENDIX)), len(text))
    starts = [at for at in names if at < end]
    if not starts:
        return [[TextPart("KẾ HOẠCH", heading=True), TextPart(title)]], tuple(text[:end])
    cuts = pairwise([*starts, end])
    return [list(text[start:stop]) for start, stop in cuts], tuple(text[: starts[0]])


@dataclass(frozen=True, slots=True)
class _Maker:
    budget: Budget
    appendix: AppendixDoc
    images: Mapping[str, bytes]

    @property
    def plan(self) -> Plan:
        return self.budget.frame.plan

    def paper(self, part: Sequence[TextPart], preface: Sequence[TextPart], *, is_first: bool) -> AppendixDoc:
        """One paper; the first bears number and date, and has what the text says before its name."""
        title, attached, rest = self._top(part[1:])
        end = next((at for at, each in enumerate(rest) if self._begins_signing(each)), len(rest))
        signing = rest[end:]
        listed = [each.text for each in signing if each.text.startswith("-")]
        known = self._signing_texts()
        left = [each for each in signing if not each.text.startswith("-") and _key(each.text) not in known]
        said = {_key(each) for each in _texts(self.appendix)}
        before = [each for each in preface if is_first and not self._is_letterhead(each.text)]
        body = [*before, *rest[:end], *(each for each in left if _key(each.text) not in said)]
        return AppendixDoc(
            heading=Heading(
                label=part[0].text,
                title=title,
                attached_to=attached,
                agency=tuple(
                    _AREA.sub("\n", each.upper()) for each in (self.plan.issuer_parent, self.plan.issuer) if each
                ),
                motto=True,
                number=numbered(self.plan) if is_first else "",
                dated=place_and_date(self.plan) if is_first else "",
            ),
            blocks=tuple(paragraph for each in body for paragraph in self._paragraphs(each)),
            signatures=self.signatures(listed) if signing else SignatureBlock(),
            watermark=self.appendix.watermark,
            author=self.plan.issuer,
        )

    def signatures(self, listed: Sequence[str]) -> SignatureBlock:
        """All signers of the plan; recipients of the plan's facts, else those of its text."""
        signers = [
            Signature(tuple(line.upper() for line in each.authority), each.name, image=self.images.get(each.id, b""))
            for each in self._signers()
        ]
        return SignatureBlock("", tuple(signers[:MOST_SIGNERS]), recipient_lines(self.plan.recipients) or tuple(listed))

    def _top(self, text: Sequence[TextPart]) -> tuple[str, str, Sequence[TextPart]]:
        """Trích yếu, which may go on in lower case, and "(Ban hành kèm theo …)"; then the rest."""
        lines: list[str] = []
        at = 0
        for each in text:
            if each.depth or each.heading or each.label or each.text.startswith("("):
                break
            goes_on = each.text[:1].islower() if lines else not _LEGAL_BASIS.match(each.text)
            if not goes_on:
                break
            lines.append(each.text)
            at += 1
        attached = ""
        if at < len(text) and "kèm theo" in text[at].text[:20].casefold():
            attached = text[at].text
            at += 1
        return " ".join(lines), attached, text[at:]

    def _begins_signing(self, part: TextPart) -> bool:
        return not part.depth and not part.heading and _key(part.text) in self._signing_texts()

    def _signing_texts(self) -> set[str]:
        signed = (line for each in self._signers() for line in (*each.authority, each.name))
        return {_RECIPIENTS, *(_key(line) for line in signed if line.strip())}

    def _signers(self) -> list[Signer]:
        own = (each for each in self.budget.book.table(Signer).values() if each.plan_id == self.plan.id)
        return sorted(own, key=lambda signer: (signer.position, signer.id))

    def _is_letterhead(self, text: str) -> bool:
        """Number and date of the stored text, which the heading gives from the plan's facts."""
        return text.startswith("Số:") or _key(text) == _key(place_and_date(self.plan))

    def _paragraphs(self, part: TextPart) -> Iterable[Paragraph]:
        lines = [line for line in joined(part.label, part.text).split("\n") if line.strip()]
        is_issuer = _key(part.text) == _key(self.plan.issuer)
        for line in lines:
            if part.heading or is_issuer:
                level = min(max(part.depth, 1), _DEEPEST_HEADING) if part.heading else 0
                align = Align.JUSTIFY if part.label else Align.CENTER
                yield Paragraph(line, align, bold=part.depth <= _HEADINGS_IN_BOLD, heading=level)
            else:
                yield Paragraph(line, Align.JUSTIFY, italic=not part.depth and bool(_LEGAL_BASIS.match(line)))


def _is_signed(paper: AppendixDoc) -> bool:
    return bool(paper.signatures.signers or paper.signatures.recipients)


def _without_reference(paper: AppendixDoc) -> AppendixDoc:
    """The paper with free places for number, date and issuer in "(Kèm theo …)"."""
    blank = rf"\1 số{BLANK}{BLANK}{format_date_words('')} của{BLANK}{BLANK}{BLANK})"
    return replace(
        paper, heading=replace(paper.heading, attached_to=_NUMBER_AND_ON.sub(blank, paper.heading.attached_to))
    )


def _texts(doc: AppendixDoc) -> Iterable[str]:
    """What the appendix says outside of its tables, as its lines are written."""
    yield from (block.text for block in doc.blocks if not isinstance(block, Table))
    yield doc.words
    yield from (f"{mark} {text}" for mark, text in doc.footnotes)


def _key(text: str) -> str:
    """A text without what differs between two ways to write the same line."""
    return " ".join(text.replace("./.", "").casefold().split()).rstrip(":;.")
