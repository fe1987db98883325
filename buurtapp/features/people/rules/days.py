"""Days and years as people write them: "12-3-2024", "12 mrt 2024", "maart 2024", "2024"."""

from __future__ import annotations

import calendar
import re
from datetime import date

from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.text import fold

FIRST_YEAR = 1900
NOT_A_DAY = text(N_("Write a day like this: 12-3-2024, or only 2024."))
NOT_A_YEAR = text(N_("Write a year in four figures, such as 1962."))
_MONTHS = (
    "jan januari january",
    "feb februari february febr",
    "mrt maart march mar maa",
    "apr april",
    "mei may",
    "jun juni june",
    "jul juli july",
    "aug augustus august",
    "sep september sept",
    "okt oktober oct october",
    "nov november",
    "dec december",
)
_NUMBER_OF = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
_BIG_FIRST = re.compile(r"(\d{4}) (\d{1,2}) (\d{1,2})(?: \d{1,2} \d{2}(?: \d{2})?)?")
_DAY_FIRST = re.compile(r"(\d{1,2}) (\w+) (\d{4}|\d{2})")
_MONTH = re.compile(r"(\w+) (\d{4})")


def day_of(written: str, *, last: bool = False) -> date | None:
    """Return the day that is meant, None when that cannot be read.

    Of a month or year alone it is the first day, or with `last` the last one; two figures of a year are of this
    century.
    """
    # Digits of any script count the same, and signs between them are only signs.
    folded = " ".join(re.sub(r"(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)", " ", fold(written)).split())
    found = _BIG_FIRST.fullmatch(folded)
    if found is not None:
        return _date(int(found[1]), int(found[2]), int(found[3]))
    found = _DAY_FIRST.fullmatch(folded)
    if found is not None:
        return _date(_year(found[3]), _month(found[2]), int(found[1]))
    found = _MONTH.fullmatch(folded)
    if found is not None:
        month, year = _month(found[1]), int(found[2])
        return _date(year, month, _last_of(year, month) if last else 1)
    if re.fullmatch(r"\d{4}", folded):
        return _date(int(folded), 12 if last else 1, 31 if last else 1)
    return None


def year_of(written: str) -> int | None:
    """Return the year of birth that is meant; of a whole day only the year, which is all that is kept."""
    plain = written.strip()
    if re.fullmatch(r"\d{4}", plain):
        return int(plain)
    whole = day_of(plain) if len(re.findall(r"\d", plain)) > 4 and re.search(r"\d{4}", plain) else None
    return whole.year if whole is not None else None


def written_day(day: date | None) -> str:
    """Return a day as it stands in a field: "12-3-2024"; nothing for None."""
    return f"{day.day}-{day.month}-{day.year}" if day is not None else ""


def birth_problem(year: int | None, today: date | None = None) -> Text | None:
    """Return what is wrong with a year of birth; without `today` the coming years are not looked at."""
    if year is None or (year >= FIRST_YEAR and (today is None or year <= today.year)):
        return None
    if today is None:
        return NOT_A_YEAR
    return text(N_("A year of birth lies between {first} and {last}."), first=FIRST_YEAR, last=today.year)


def _month(written: str) -> int:
    return int(written) if written.isdigit() else _NUMBER_OF.get(written, 0)


def _year(written: str) -> int:
    return int(written) if len(written) == 4 else 2000 + int(written)


def _last_of(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1] if 1 <= month <= 12 and year >= 1 else 0


def _date(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year <= 2200:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
