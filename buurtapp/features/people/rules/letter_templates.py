"""Letters to begin with, in Dutch and English: each lies in a file of its own under resources/templates/letters.

Fields stand between braces and fill themselves; what the group must still fill in stands between square brackets.
"""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import LANGUAGES, N_, language, text
from buurtapp.core.paths import resource
from buurtapp.core.text import fold

TEMPLATES = ("invitation", "street-message", "thanks")
"""The files, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """A letter to begin with: its word on the command line, its name for people, and its words."""

    key: str
    name: str
    subject: str
    body: str


@functools.cache
def _file(key: str) -> dict[str, dict[str, str]]:
    """Return what a file holds by language."""
    return tomllib.loads(resource("templates", "letters", f"{key}.toml").read_text("utf-8"))


def _in_language(key: str, code: str) -> LetterTemplate:
    words = _file(key)[code]
    return LetterTemplate(key, words["name"], words["subject"], words["body"].strip())


def templates() -> tuple[LetterTemplate, ...]:
    """Return all letters to begin with in the present language; English where there is no such translation."""
    code = language() if language() in LANGUAGES else "en"
    return tuple(_in_language(key, code) for key in TEMPLATES)


def template(wanted: str) -> LetterTemplate:
    """Return the letter with this word or name, in the present language; raises UserError when there is none."""
    offered = templates()
    for one in offered:
        names = {one.key, *(_in_language(one.key, code).name for code in LANGUAGES)}
        if fold(wanted) in {fold(name) for name in names}:
            return one
    raise UserError(
        "unknown_template",
        text(N_("There is no letter called “{name}” to begin with."), name=wanted),
        text(N_("Choose one of: {known}."), known=", ".join(one.name for one in offered)),
    )
