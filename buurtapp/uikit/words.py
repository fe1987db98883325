"""What widgets show: a sentence of ours, said anew when the language changes, or a text of somebody else, as it is."""

from __future__ import annotations

from datetime import date, datetime

from buurtapp.core.i18n import Text, language

Words = Text | str
"""A sentence of ours (`text(N_("Undo"))`), or words from the file."""


def say(words: Words) -> str:
    """Return the words in the present language."""
    return words.render() if isinstance(words, Text) else words


def plain(text: str) -> str:
    """Return a text for buttons, menus and tabs: a & in it is a sign and no shortcut."""
    return text.replace("&", "&&")


def one_line(text: str) -> str:
    """Return a text for one line of a list: line breaks and tabs become spaces."""
    return " ".join(text.split()) if any(sign in text for sign in "\n\r\t\v\f\u2028\u2029") else text


def day(when: date, pattern: str = "EEEE d MMMM") -> str:
    """Return a day in words: "dinsdag 13 oktober"; the pattern is one of Unicode's (CLDR)."""
    from babel.dates import format_date  # noqa: PLC0415 - 15 ms that the first painted window has no need of

    return str(format_date(when, pattern, locale=language())).replace(".", "")


def clock_time(when: datetime) -> str:
    """Return a wall-clock time: 14.05 in Dutch, 14:05 in English."""
    mark = "." if language() == "nl" else ":"
    return f"{when:%H}{mark}{when:%M}"


def figure(number: int) -> str:
    """Return a number as it is written here: 1.057 in Dutch, 1,057 in English."""
    written = f"{number:,}"
    return written.replace(",", ".") if language() == "nl" else written
