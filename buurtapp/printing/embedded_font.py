"""A font of ours inside a PDF, such that the text taken out of the PDF is the text that was put in.

ReportLab's own class turns a hard space into a plain one, draws nothing that can be read back for a letter the font
lacks, and writes a broken table for emoji. This class keeps every character: what the font lacks is drawn as its
"no such letter" box, what has no shape is drawn as nothing, and both come out of the PDF as they went in.
"""

from __future__ import annotations

import re
import threading

from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

_PRIVATE = 0xF0000
"""First code of Unicode's private plane 15; glyphs without a character of their own get a code from here."""
_PER_BLOCK = 100
"""A ToUnicode table has at most 100 entries in a block (PDF 32000-1, 9.10.3)."""
_SPACES = "\t\n\v\f\r\x85\u00a0\u2028\u2029"
"""Drawn as a space, read back as they are."""
_SHAPELESS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e01ef]+"
)
"""Direction marks, joiners, soft hyphens, controls: drawn as nothing, read back with the letter they stand behind."""


def is_shapeless(char: str) -> bool:
    """Tell whether a character is drawn as nothing: a joiner, a direction mark, a soft hyphen, a control."""
    return _SHAPELESS.match(char) is not None


class EmbeddedFont(TTFont):  # type: ignore[misc]  # ReportLab has no types
    """A TrueType font that is embedded as a subset and keeps every character readable."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path, shapable=False)
        self._lock = threading.Lock()
        self._meanings: dict[int, str] = {}
        self._codes: dict[tuple[int, str], str] = {}
        glyphs: dict[int, int] = self.face.charToGlyph
        widths: dict[int, float] = self.face.charWidths
        self._letters = frozenset(code for code, glyph in glyphs.items() if glyph)
        self._space = glyphs.get(0x20, 0)
        self._as_space = {space: self.code_of_glyph(self._space, space, widths.get(0x20, 250)) for space in _SPACES}
        self._translation = str.maketrans(self._as_space)
        self._odd = re.compile(f"[{_SPACES}]|{_SHAPELESS.pattern}")

    def has(self, char: str) -> bool:
        """Tell whether the font can draw a character; what is drawn as nothing or as a space it always can."""
        return ord(char) in self._letters or char == " " or self._odd.match(char) is not None

    def code_of_glyph(self, glyph: int, meaning: str, width: float) -> str:
        """Return the character under which a glyph is drawn that reads back as `meaning`.

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

    def stringWidth(self, text: str, size: float, encoding: str = "utf-8") -> float:  # noqa: N802 - ReportLab's name
        """Return the width of a text in points."""
        return float(super().stringWidth(self._drawable(text), size, encoding))

    def splitString(self, text: str | bytes, doc: object, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: N802 - ReportLab's name
        """Return the text as codes of the subsets of this font in a document."""
        if isinstance(text, bytes):
            text = text.decode(encoding)
        text = self._drawable(text)
        glyphs: dict[int, int] = self.face.charToGlyph
        for char in text:
            glyphs.setdefault(ord(char), 0)
        result: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
        return result

    def _drawable(self, text: str) -> str:
        if self._odd.search(text) is None:
            return text
        text = text.translate(self._translation)
        pieces: list[str] = []
        at = 0
        for found in _SHAPELESS.finditer(text):
            pieces.append(text[at : found.start()])
            before = pieces[-1][-1:]
            if before:
                pieces[-1] = pieces[-1][:-1]
                glyph = self.face.charToGlyph.get(ord(before), 0)
                meaning = self._meanings.get(ord(before), before) + found.group()
                pieces.append(self.code_of_glyph(glyph, meaning, self.face.getCharWidth(ord(before))))
            else:
                pieces.append(self.code_of_glyph(self._space, found.group(), 0))
            at = found.end()
        pieces.append(text[at:])
        return "".join(pieces)

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
