"""Styles, formats and themes of flyers, and the words of an activity as they stand on one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, _, language, text
from buurtapp.features.activities.records import ActivityCard
from buurtapp.features.group.records import Group
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.features.press.records import FORMATS, INKS, Flyer, FlyerText, Format

Color = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a theme, as hex; white text on `main` has a contrast of at least 4.5."""

    main: str
    ink: str
    accent: str
    dark: str


THEMES: Mapping[str, Theme] = {
    "tomaat": Theme("#BF3A22", "#2B1714", "#F0B43C", "#3B1F2B"),
    "delft": Theme("#1F4E8C", "#14202E", "#F2B632", "#143159"),
    "blad": Theme("#2C7442", "#15251A", "#F4C534", "#1B4A2C"),
    "feest": Theme("#B4256B", "#2A1636", "#FFC93C", "#3C1B52"),
    "koffie": Theme("#8A4B2A", "#2C1B12", "#D99A4E", "#4A2A1A"),
    "zon": Theme("#141414", "#141414", "#FFD02E", "#141414"),
}
STYLES: Mapping[str, str] = {"tafel": "tafel", "buurtmaaltijd": "tafel"}
"""Names of styles, and the style each of them is."""

SIZES_MM = {"A6": (105.0, 148.5), "A5": (148.5, 210.0), "A4": (210.0, 297.0), "A3": (297.0, 420.0)}
FORMAT_UP = {4: "A6", 2: "A5"}
"""How many on one A4 → the format each of them has."""


def ups_of(size: Format) -> tuple[int, ...]:
    """Return how many of this format can lie on one sheet: 1, and what FORMAT_UP adds to it."""
    return (1, *(up for up, fits in FORMAT_UP.items() if fits == size))


def sheets_needed(copies: int, up: int) -> int:
    """Return how many sheets of paper so many flyers take; the last one may be partly for nobody."""
    return -(-copies // up)


def check(flyer: Flyer) -> Flyer:
    """Return the flyer with the official name of its style; raises UserError when it cannot be made so."""
    _among("style", flyer.style, list(STYLES))
    _among("theme", flyer.theme, list(THEMES))
    _among("format", flyer.format, list(FORMATS))
    _among("ink", flyer.ink, list(INKS))
    if flyer.up not in {1, 2, 4} or (flyer.up in FORMAT_UP and FORMAT_UP[flyer.up] != flyer.format):
        raise UserError(
            "does_not_fit_up",
            text(N_("{up} flyers of {format} do not fit on one A4."), up=flyer.up, format=flyer.format),
            text(N_("Four A6 or two A5 go on one A4.")),
        )
    if not flyer.text.title.strip():
        raise UserError("no_title", text(N_("A flyer needs a title.")), text(N_("Fill in what there is to do.")))
    if not (flyer.text.contact or flyer.text.phone or flyer.text.email):
        raise UserError(
            "no_contact",
            text(N_("Nobody can ask anything: there is no name or phone number on this flyer.")),
            text(N_("Choose a contact person for the activity, or fill one in for the group.")),
        )
    return replace(flyer, style=STYLES[flyer.style])


def _among(what: str, value: str, known: list[str]) -> None:
    if value not in known:
        raise UserError(
            f"unknown_{what}",
            text(N_("We do not know “{value}”."), value=value),
            text(N_("Choose one of: {known}."), known=", ".join(known)),
        )


def words_of(activity: ActivityCard, group: Group) -> FlyerText:
    """Return the words of an activity as they go on a flyer, in the present language."""
    draft = activity.draft
    where, _comma, more = draft.place.partition(",")
    by_person = bool(activity.contact_name)
    return FlyerText(
        title=draft.title,
        kicker=draft.kind[:1].upper() + draft.kind[1:],
        body=draft.text,
        when=day_in_words(activity.starts_at),
        time=times_in_words(activity.starts_at, draft.ends_at),
        where=where.strip(),
        where_more=more.strip(),
        who=draft.for_whom,
        cost=draft.cost[:1].upper() + draft.cost[1:],
        group=group.name,
        contact=activity.contact_name if by_person else group.contact_name,
        phone=nice_phone(activity.contact_phone if by_person and activity.contact_phone else group.contact_phone),
        email="" if by_person and activity.contact_phone else group.contact_email,
    )


def day_in_words(moment: datetime) -> str:
    """Return "Zaterdag 13 juni"; the day stays with its month."""
    from babel.dates import format_date  # noqa: PLC0415 - 30 ms, only for paper

    words = str(format_date(moment, "EEEE d MMMM", locale=language()))
    weekday, _space, rest = words.partition(" ")
    return weekday[:1].upper() + weekday[1:] + " " + rest.replace(" ", "\u00a0")


def times_in_words(start: datetime, end: datetime | None) -> str:
    """Return "17.30 – 20.30 uur"."""
    mark = "." if language() == "nl" else ":"
    parts = [f"{moment:%H}{mark}{moment:%M}" for moment in (start, end) if moment is not None]
    return _("{times} hrs").format(times="\u00a0–\u00a0".join(parts)).replace(" ", "\u00a0")


def with_content(words: FlyerText, content: Mapping[str, object]) -> FlyerText:
    """Return the words with those of a content file in their place; raises UserError "unknown_field"."""
    known = {one.name for one in fields(FlyerText)}
    for name in content:
        _among("field", name, sorted(known))
    return replace(words, **{name: str(value) for name, value in content.items()})
