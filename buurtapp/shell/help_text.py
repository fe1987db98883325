"""The manual as it lies in `resources/help`: a small part of Markdown, taken apart into blocks.

Headings (`## Title {#anchor}`), paragraphs, lines with `- ` or `1. `, tables of two columns, and `{{name}}` alone on a
line for what only the app knows. Everything else is plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from buurtapp.core import paths

Kind = Literal["title", "heading", "paragraph", "bullet", "number", "key", "own"]
_HEADING = re.compile(r"(#{1,2}) (.+?)(?: \{#(\w+)\})?")
_NUMBERED = re.compile(r"(\d+)\. (.+)")
_OWN = re.compile(r"\{\{(\w+)\}\}")


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the manual. `mark` is the anchor of a heading, the number of a step, the key of a line, or a name."""

    kind: Kind
    text: str
    mark: str = ""


def manual(language: str) -> list[Block]:
    """Return the manual in a language of the screens."""
    return list(blocks(paths.resource("help", f"{language}.md").read_text("utf-8")))


def blocks(source: str) -> Iterator[Block]:
    """Return the blocks of a manual in their order; the head of a table is left out."""
    is_table = False
    for line in source.splitlines():
        block = _block(line.strip())
        is_head = block is not None and block.kind == "key" and not is_table
        is_table = block is not None and block.kind == "key"
        if block is not None and not is_head:
            yield block


def _block(line: str) -> Block | None:
    if not line:
        return None
    if found := _HEADING.fullmatch(line):
        return Block("title" if found[1] == "#" else "heading", found[2], found[3] or "")
    if line.startswith("- "):
        return Block("bullet", line[2:])
    if found := _NUMBERED.fullmatch(line):
        return Block("number", found[2], found[1])
    if line.startswith("|"):
        key, words = (cell.strip() for cell in line.strip("|").split("|"))
        return Block("key", words, key)
    if found := _OWN.fullmatch(line):
        return Block("own", "", found[1])
    return Block("paragraph", line)
