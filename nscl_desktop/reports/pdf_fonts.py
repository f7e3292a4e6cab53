"""Putting typefaces into a PDF file.

All documents share one subset of each style: ASCII, the Vietnamese letters and the signs of office papers, cut out and
packed once in the life of the program. Other characters get subsets of their own.
"""

import zlib
from copy import copy
from functools import cached_property
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

VIETNAMESE = "".join(
    lower + lower.upper() for lower in "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
)
# With ASCII at most 255: what one subset holds
_ALPHABET = VIETNAMESE + "–—…“”‘’×÷±≤≥°•§₫²³½"


_PLAIN = {code: chr(code) for code in range(32, 127)} | {code: "\\" + chr(code) for code in b"()\\"}
_TO_UNICODE = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
%
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class _Packed(NamedTuple):
    """A subset ready to be put into any document."""

    program: bytes
    program_length: int
    to_unicode: bytes
    widths: bytes


class PaperFont(TTFont):
    """A TrueType font whose common subset is cut out only once."""

    def begin(self, document: Any) -> None:  # noqa: ANN401 - reportlab has no types
        """Give the document the common subset, before its first text."""
        if document not in self.state:
            state = self.state[document] = copy(self._common_state)
            state.assignments = dict(state.assignments)
            state.subsets = [list(subset) for subset in state.subsets]

    def addObjects(self, doc: Any) -> None:  # noqa: ANN401, N802 - called by reportlab when the file is put together
        """Write the subsets that the document uses."""
        state = self.state.pop(doc)
        for number, subset in enumerate(state.subsets):
            packed = self._common if subset == self._common_subset else self._pack(subset)
            self._add_subset(doc, number, f"{state.internalName}+{number}", packed)

    @cached_property
    def common_codes(self) -> dict[int, str]:
        """Code point → what stands for it inside a PDF string, for the common subset."""
        return {point: escaped(bytes([place])) for place, point in enumerate(self._common_subset) if point}

    @cached_property
    def _common_state(self) -> Any:  # noqa: ANN401
        document = _AnyDocument()
        self.splitString(_ALPHABET, document)
        return self.state[document]

    @property
    def _common_subset(self) -> list[int]:
        return list(self._common_state.subsets[0])

    @cached_property
    def _common(self) -> _Packed:
        return self._pack(self._common_subset)

    def _pack(self, subset: list[int]) -> _Packed:
        program = self.face.makeSubset(subset)
        widths = " ".join(f"{self.face.getCharWidth(code):.5g}" for code in subset)
        return _Packed(zlib.compress(program), len(program), zlib.compress(_to_unicode(subset)), f"[{widths}]".encode())

    def _add_subset(self, doc: Any, number: int, internal_name: str, packed: _Packed) -> None:  # noqa: ANN401
        face = self.face
        base_name = b"".join((SUBSETN(number), b"+", face.name, face.subfontNameX)).decode("latin-1")
        program = _packed_stream(packed.program)
        program.dictionary["Length1"] = packed.program_length
        descriptor = {
            "Type": "/FontDescriptor",
            "FontName": pdfdoc.PDFName(base_name),
            "Flags": (face.flags & ~32) | 4,  # symbolic, not non-symbolic: the subset has its own encoding
            "FontBBox": pdfdoc.PDFArray(face.bbox),
            "Ascent": face.ascent,
            "Descent": face.descent,
            "CapHeight": face.capHeight,
            "ItalicAngle": face.italicAngle,
            "StemV": face.stemV,
            "MissingWidth": face.defaultWidth,
            "FontFile2": doc.Reference(program, f"fontFile:{base_name}"),
        }
        font = pdfdoc.PDFTrueTypeFont()
        font.Name, font.BaseFont = internal_name, base_name
        font.FirstChar, font.LastChar = 0, packed.widths.count(b" ")
        font.Widths = packed.widths
        font.ToUnicode = doc.Reference(_packed_stream(packed.to_unicode), f"toUnicodeCMap:{base_name}")
        font.FontDescriptor = doc.Reference(pdfdoc.PDFDictionary(descriptor), f"fontDescriptor:{base_name}")
        doc.Reference(font, internal_name)
        doc.idToObject["BasicFonts"].dict[internal_name] = font


def escaped(codes: bytes) -> str:
    """Bytes as the inside of a PDF string."""
    return "".join(_PLAIN.get(code, f"\\{code:03o}") for code in codes)


def _to_unicode(subset: list[int]) -> bytes:
    """The table by which readers find and copy text: place in the subset → character (ISO 32000, 9.10.3)."""
    lines = [f"<{place:02X}> <{chr(point).encode('utf-16-be').hex()}>" for place, point in enumerate(subset) if point]
    blocks = [lines[first : first + 100] for first in range(0, len(lines), 100)]  # no block may be longer
    parts = [f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks]
    return _TO_UNICODE.replace("%", "\n".join(parts)).encode()


class _AnyDocument:
    """Stands for a document where only the order of characters matters."""


def _packed_stream(packed: bytes) -> Any:  # noqa: ANN401
    stream = pdfdoc.PDFStream(content=packed)
    stream.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
    return stream
