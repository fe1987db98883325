"""House numbers of a street as somebody writes them at once: "1-55 odd, 57a, 60"."""

from __future__ import annotations

import re

from buurtapp.core.errors import DraftInvalid, DraftProblem
from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.rules.doors import parse_house

_KINDS = r"odd|even|oneven|all|alle"
_SERIES = re.compile(
    rf"(?:(?P<before>{_KINDS})\s+)?(?P<first>\d{{1,5}})\s*(?P<sign>-|–|—|\.\.|t/m|t\.e\.m\.|tm|tot en met|tot|to)\s*"
    rf"(?P<last>\d{{1,5}})\s*(?P<after>{_KINDS})?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[,;\n]+|\s+(?:en|and)\s+(?!met\b)", re.IGNORECASE)
_ODD, _EVEN = ("odd", "oneven"), ("even",)
MOST = 2_000
"""So many doors at once."""

House = tuple[int, str]


def parse_series(written: str) -> list[House]:
    """Return the doors in "1-55 odd, 57a, 60": number and addition, each once; raises DraftInvalid.

    A series that is written from high to low is one only when it says odd or even: "12-1" may be a door.
    """
    doors: dict[House, None] = {}
    for part in filter(None, (piece.strip() for piece in _BETWEEN.split(written))):
        doors |= dict.fromkeys(_doors_in(part))
        if len(doors) > MOST:
            raise _wrong(text(N_("These are more than {most} doors. Add the street in parts."), most=MOST))
    if not doors:
        raise _wrong(text(N_("Write house numbers like this: 1-55 odd, 57a, 60.")))
    return list(doors)


def several_doors(written: str) -> Text:
    """Return the question which of several doors is meant."""
    return text(
        N_("“{numbers}” are several doors. Fill in one house number: at which door is it?"), numbers=written.strip()
    )


def _doors_in(part: str) -> list[House]:
    series = _SERIES.fullmatch(part)
    if series is None:
        house = parse_house(part)
        if house is None:
            raise _wrong(
                text(N_("We cannot read “{part}”. Write house numbers like this: 1-55 odd, 57a, 60."), part=part)
            )
        return [house]
    first, last = int(series["first"]), int(series["last"])
    kind = (series["before"] or series["after"] or "").lower()
    if first > last:
        if not kind:
            raise _wrong(
                text(
                    N_("“{part}” can be a row or one door. Write {row} for a row, {door} for a door."),
                    part=part,
                    row=f"{last}-{first}",
                    door=f"{first}/{last}",
                )
            )
        first, last = last, first
    if last - first > 2 * MOST:
        raise _wrong(text(N_("These are more than {most} doors. Add the street in parts."), most=MOST))
    wanted = (1,) if kind in _ODD else (0,) if kind in _EVEN else (0, 1)
    made = [(number, "") for number in range(max(first, 1), last + 1) if number % 2 in wanted]
    if not made:
        raise _wrong(text(N_("There is no house number in “{part}”."), part=part))
    return made


def _wrong(words: Text) -> DraftInvalid:
    return DraftInvalid([DraftProblem("numbers", words)])
