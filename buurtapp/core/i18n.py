"""The languages of screens and papers.

The language is a ContextVar, so that one paper can be made in Turkish while the screen stays Dutch.
Msgids are English. `Text` is a sentence that is chosen now and rendered later, in the language of whoever reads it.
"""

from __future__ import annotations

import functools
import gettext
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from buurtapp.core import paths

LANGUAGES = ("nl", "en")
"""The languages a screen can have; papers may have more."""

_language: ContextVar[str] = ContextVar("buurtapp_language", default="nl")


def language() -> str:
    """Code of the language texts are rendered in now ("nl", "en", …)."""
    return _language.get()


def set_language(code: str) -> None:
    """Render every following text of this context in this language."""
    _language.set(code)


@contextmanager
def use_language(code: str) -> Iterator[None]:
    """Render the texts inside the block in this language."""
    token = _language.set(code)
    try:
        yield
    finally:
        _language.reset(token)


@functools.cache
def _catalogue(code: str) -> gettext.NullTranslations:
    file = paths.translations() / code / "LC_MESSAGES" / "buurtapp.mo"
    try:
        with file.open("rb") as stream:
            return gettext.GNUTranslations(stream)
    except FileNotFoundError:
        return gettext.NullTranslations()


def _(message: str) -> str:
    """Return the text in the present language."""
    return _catalogue(_language.get()).gettext(message)


def n_(singular: str, plural: str, count: int) -> str:
    """Return the singular or plural text for a count; the count itself is filled in by the caller."""
    return _catalogue(_language.get()).ngettext(singular, plural, count)


def p_(context: str, message: str) -> str:
    """Return the text of a message that needs a context to be understood."""
    return _catalogue(_language.get()).pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - the name every gettext tool knows
    """Mark a text for translation without translating it yet."""
    return message


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence to be rendered later: the msgid, and what is filled in.

    `plural` and `count` choose between two forms; `count` is also available as `{count}`. Values that are `Text`
    themselves are rendered first.
    """

    msgid: str
    values: Mapping[str, object] = field(default_factory=dict)
    plural: str | None = None
    count: int | None = None

    def render(self) -> str:
        """Return the sentence in the present language."""
        if self.plural is not None and self.count is not None:
            template = n_(self.msgid, self.plural, self.count)
        else:
            template = _(self.msgid) if self.msgid else ""
        values = {name: value.render() if isinstance(value, Text) else value for name, value in self.values.items()}
        if self.count is not None:
            values.setdefault("count", self.count)
        return template.format(**values) if values else template

    def __str__(self) -> str:
        return self.render()


def text(msgid: str, **values: object) -> Text:
    """Return a sentence for later; the msgid is marked with `N_` where it is written."""
    return Text(msgid, values)


def plural_text(singular: str, plural: str, count: int, **values: object) -> Text:
    """Return a counted sentence for later."""
    return Text(singular, values, plural, count)
