"""Sentences that reports share: whose idea it was, how many took part, amounts and days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from buurtapp.core.i18n import _, language, n_
from buurtapp.features.activities.afterwards.reporting.records import Money, Reach
from buurtapp.features.activities.afterwards.rules import hours_words
from buurtapp.features.people.printouts.list_frame import day_in_words


def locale() -> str:
    """Return the language of the paper as Babel calls it."""
    return "en_GB" if language() == "en" else language()


def amount(cents: int) -> str:
    """Return an amount of money as it is written here: "€ 12,50"."""
    from babel.numbers import format_currency  # noqa: PLC0415 - loads its tables at first use

    return str(format_currency(Decimal(cents) / 100, "EUR", locale=locale()))


def month_name(month: date) -> str:
    """Return a month in three letters."""
    from babel.dates import format_date  # noqa: PLC0415 - as above

    return str(format_date(month, "LLL", locale=locale())).replace(".", "")


def when(starts_at: datetime, ends_at: datetime | None) -> str:
    """Return day and times: "7 oktober 2026, 12.00 – 13.30"."""
    mark = ":" if language() == "en" else "."
    start, day = starts_at.strftime(f"%H{mark}%M"), day_in_words(starts_at.date())
    if ends_at is None or ends_at.date() != starts_at.date():
        return f"{day}, {start}"
    return f"{day}, {start} – {ends_at.strftime(f'%H{mark}%M')}"


def whose(source: str, asked_by: int | None, anyway: str) -> str:
    """Return whose idea it was, how many asked for it, and why it was done all the same."""
    said = {
        "resident": _("A neighbour had the idea."),
        "helper": _("A volunteer had the idea."),
        "organisation": _("An organisation had the idea."),
        "council": _("The council had the idea."),
    }.get(source, "")
    if asked_by:
        more = n_("{count} neighbour asked for it.", "{count} neighbours asked for it.", asked_by)
        said = f"{said} {more.format(count=asked_by)}"
    if anyway.strip():
        more = _("We did it anyway, because: {why}").format(why=anyway.strip())
        said = f"{said} {more}"
    return said.strip()


def source_name(source: str) -> str:
    """Return from whom an idea came, as the name of a bar."""
    return {
        "resident": _("neighbours"),
        "helper": _("volunteers"),
        "organisation": _("organisations"),
        "council": _("the council"),
    }.get(source, source)


def hours(minutes: int) -> str:
    """Return how long people helped."""
    return _("{hours} hours").format(hours=hours_words(minutes))


def reached(reach: Reach) -> str:
    """Return how many addresses took part of how many there are; never a bare percentage."""
    words = n_("of {all} address", "of {all} addresses", reach.of)
    return words.format(all=reach.of)


def new_addresses(reach: Reach) -> str:
    """Return how many addresses took part for the first time; "" for none."""
    if not reach.new:
        return ""
    return n_("{count} for the first time", "{count} for the first time", reach.new).format(count=reach.new)


def money_rows(money: Money) -> Sequence[tuple[str, str, str]]:
    """Return what for, planned and paid, and the sums below."""
    rows = [(name, amount(planned), amount(paid)) for name, planned, paid in money.lines]
    return [*rows, (_("Together"), amount(money.planned), amount(money.paid))]
