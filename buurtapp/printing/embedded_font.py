"""A font of ours inside a PDF, such that the text taken out of the PDF is the text that was put in.

ReportLab's own class turns a hard space into a plain one, draws nothing that can be read back for a letter the font
lacks, and writes a broken table for emoji. This class keeps every character: what the font lacks is drawn as its
"no such letter" box, what has no shape is drawn as nothing, and both come out of the PDF as they went in.
"""

from __future__ import annotations

import threading
import unicodedata

from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

_PRIVATE = 0xF0000
"""First code of Unicode's private plane 15; glyphs without a character of their own get a code from here."""
_PER_BLOCK = 100
"""A ToUnicode table has at most 100 entries in a block (PDF 32000-1, 9.10.3)."""
_NBSP = "\u00a0"


def is_invisible(char: str) -> bool:
    """Tell whether a character has no shape of its own: a joiner, a direction mark, a soft hyphen, a control."""
    code = ord(char)
    return unicodedata.category(char) in {"Cf", "Cc"} or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF


def _invisible_codes() -> list[int]:
    return [code for code in [*range(0x10000), *range(0xE0000, 0xE01F0)] if is_invisible(chr(code))]


_INVISIBLE = _invisible_codes()
_AS_SPACE = frozenset({0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85})


class EmbeddedFont(TTFont):  # type: ignore[misc]  # ReportLab has no types
    """A TrueType font that is embedded as a subset and keeps every character readable."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path, shapable=False)
        glyphs: dict[int, int] = self.face.charToGlyph
        widths: dict[int, float] = self.face.charWidths
        self.covered = frozenset(code for code, glyph in glyphs.items() if glyph) | {0x20, 0xA0, *_INVISIBLE}
        self._space = glyphs.get(0x20, 0)
        self._lock = threading.Lock()
        self._meanings: dict[int, str] = {}
        self._codes: dict[tuple[int, str], str] = {}
        for code in _INVISIBLE:
            glyphs[code] = self._space
            widths[code] = widths.get(0x20, 250) if code in _AS_SPACE else 0
        widths.setdefault(0x20, 250)
        widths[0xA0] = widths[0x20]
        self._hard_space = self.code_of_glyph(self._space, _NBSP, widths[0x20])

    def code_of_glyph(self, glyph: int, meaning: str, width: float) -> str:
        """Return the character under which a glyph is drawn that reads back as `meaning` (which may be empty).

        `width` is the advance in thousandths of the type size.
        """
        with self._lock:
            known = self._codes.get((glyph, meaning))
            if known is not None:
                return known
            code = _PRIVATE + len(self._codes)
            self.face.charToGlyph[code] = glyph
            self.face.charWidths[code] = width
            self._meanings[code] = meaning
            self._codes[glyph, meaning] = chr(code)
            return chr(code)

    def splitString(self, text: str | bytes, doc: object, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: N802 - ReportLab's name
        """Return the text as codes of the subsets of this font in a document."""
        if isinstance(text, bytes):
            text = text.decode(encoding)
        glyphs: dict[int, int] = self.face.charToGlyph
        for char in text:
            glyphs.setdefault(ord(char), 0)
        result: list[tuple[int, bytes]] = super().splitString(text.replace(_NBSP, self._hard_space), doc, encoding)
        return result

    def addObjects(self, doc: object) -> None:  # noqa: N802 - ReportLab's name
        """Put the subsets into the document, each with a table that says which text its codes mean."""
        state = self.state.get(doc)
        subsets: list[list[int]] = [list(subset) for subset in state.subsets] if state is not None else []
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = (SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX).decode("pdfdoc")
            stream = doc.idToObject["toUnicodeCMap:" + name]  # type: ignore[attr-defined]
            stream.content = self._to_unicode(name, subset)

    def _to_unicode(self, name: str, subset: list[int]) -> str:
        lines = [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            f"1 begincodespacerange <00> <{len(subset) - 1:02X}> endcodespacerange",
        ]
        entries = []
        for place, code in enumerate(subset):
            meaning = self._meanings.get(code, chr(code))
            if code and meaning:
                entries.append(f"<{place:02X}> <{meaning.encode('utf-16-be', 'surrogatepass').hex().upper()}>")
        for start in range(0, len(entries), _PER_BLOCK):
            block = entries[start : start + _PER_BLOCK]
            lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
        return "\n".join(lines)
