"""Where everything lies on the agenda of a month, in mm of an A3 sheet; other sizes are the same, drawn smaller.

Figures from the print rules, sections 1 and 9: nothing is under 15.5 points on A3, which is read from two metres.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from buurtapp.core.i18n import _, language
from buurtapp.features.activities.calendars.poster_rules import USUAL_DATED
from buurtapp.features.activities.calendars.records import PosterRow
from buurtapp.features.activities.calendars.rules import weeks_of
from buurtapp.printing import fit, fonts, lines
from buurtapp.printing.fit import MM_OF_POINT
from buurtapp.printing.lines import Line

WIDTH_MM, HEIGHT_MM = 297.0, 420.0
LEFT_MM, RIGHT_MM, TOP_MM = 17.0, 280.0, 16.0
LEAST_PT = 15.5
GRID_LEFT_MM, GRID_BOTTOM_MM = 176.2, 99.5
BAND_TOP_MM, BAND_MM, BAND_GAP_MM = 107.0, 28.0, 6.0
FOOT_MM, BOTTOM_MM, CODE_MM, LOGO_MM = 368.0, 406.0, 32.0, 24.0
COLUMN_MM, COLUMN_GAP_MM, TILE_GAP_MM = 126.0, 11.0, 6.0
TITLE_LEADING, TEXT_LEADING, TEXT_GAP_MM = 1.02, 1.25, 1.6
_MOST_TITLE, _MOST_TEXT = 3, 3
_ROW_PAD_MM = 4.0
_UNTIL_HOUR = 6
"""What ends before this hour of the next day is of the same evening."""


@dataclass(frozen=True, slots=True)
class RowSize:
    """How large a row is: its height, its tile, and type in points: title, text, weekday and number of the day."""

    height_mm: float
    tile_mm: float
    title: float
    text: float
    weekday: float
    number: float


_USUAL = RowSize(44.5, 34.0, 25.0, 17.5, 16.0, 54.0)
_LOW = RowSize(33.0, 26.0, 20.0, LEAST_PT, LEAST_PT, 38.0)


@dataclass(frozen=True, slots=True)
class Told:
    """An activity laid out: title and text as lines, with their sizes in points; `is_cut` when not all of it fits."""

    row: PosterRow
    title: tuple[str, ...]
    title_pt: float
    text: tuple[str, ...]
    text_pt: float
    is_cut: bool = False

    @property
    def height_mm(self) -> float:
        """How high the words are together."""
        text = len(self.text) * self.text_pt * TEXT_LEADING * MM_OF_POINT
        return len(self.title) * self.title_pt * TITLE_LEADING * MM_OF_POINT + text + (TEXT_GAP_MM if text else 0)


def items_top_mm(*, has_weekly: bool) -> float:
    """Return where the rows begin, below the month and, when there is one, the band of every week."""
    return BAND_TOP_MM + (BAND_MM + BAND_GAP_MM if has_weekly else 0.0)


def row_size(count: int, top_mm: float) -> RowSize:
    """Return how large the rows are for so many on a sheet."""
    rows = -(-count // 2)
    if count <= USUAL_DATED:
        return _USUAL
    height = min(_LOW.height_mm, (FOOT_MM - 1.0 - top_mm) / rows)
    return RowSize(height, min(_LOW.tile_mm, height - 4.0), _LOW.title, _LOW.text, _LOW.weekday, _LOW.number)


def pitch_mm(month: date) -> float:
    """Return how far the days of the small month are apart; less where it has six weeks."""
    return min(14.82, (GRID_BOTTOM_MM - 34.5 + 0.01) / (weeks_of(month) - 1)) if weeks_of(month) > 1 else 14.82


# Words


def day_words(day: date, pattern: str) -> str:
    """Return a day in the language of the paper, without points: "wo", "juni"."""
    from babel.dates import format_date  # noqa: PLC0415 - loads its tables at first use

    return str(format_date(day, pattern, locale=language())).replace(".", "")


def _clock(moment: datetime) -> str:
    return f"{moment.hour}{'.' if language() == 'nl' else ':'}{moment:%M}"


def time_words(row: PosterRow) -> str:
    """Return "14.00 – 16.30 uur"; with the last day where it takes more than one."""
    start, end = row.starts_at, row.ends_at
    if end is None:
        return _hours(_clock(start))
    nights = (end.date() - start.date()).days
    if nights > 1 or (nights == 1 and end.hour >= _UNTIL_HOUR):
        until = f"{day_words(end.date(), 'EEE d MMM')} {_clock(end)}"
        return _("{start}, until {end}").format(start=_clock(start), end=until).replace(" ", "\u00a0")
    return _hours(f"{_clock(start)} – {_clock(end)}")


def _hours(times: str) -> str:
    return _("{times} hrs").format(times=times).replace(" ", "\u00a0")


def one_line(words: str, face: str, size: float, width_mm: float, least: float = LEAST_PT) -> Line:
    """Return words on one line: smaller when need be, and cut with "…" when that is not enough."""
    plain = " ".join(words.split())
    made = lines.line(plain, face, size)
    room = width_mm / MM_OF_POINT
    if made.width > room:
        size = max(least, size * room / made.width)
        made = lines.line(plain, face, size)
    while made.width > room + 0.01 and len(plain) > 1:
        plain = plain[: max(1, min(len(plain) - 1, int(len(plain) * room / made.width)))].rstrip()
        made = lines.line(f"{plain}…", face, size)
    return made


def tell(row: PosterRow, size: RowSize) -> Told:
    """Return an activity that fits in its row: smaller letters first, only then is the end of a text left out."""
    width = COLUMN_MM - size.tile_mm - TILE_GAP_MM
    most = size.height_mm - _ROW_PAD_MM
    facts = [time_words(row), row.place]
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        title_pt = size.title - (size.title - LEAST_PT) * share
        text_pt = size.text - (size.text - LEAST_PT) * share
        title, text = (
            _wrapped([row.title], _title_face(), title_pt, width),
            _wrapped(facts, _text_face(), text_pt, width),
        )
        if title is None or text is None or len(title) > _MOST_TITLE or len(text) > _MOST_TEXT:
            continue
        made = Told(row, tuple(title), title_pt, tuple(text), text_pt)
        if made.height_mm <= most:
            return made
    return _cut(row, facts, width, most)


def _cut(row: PosterRow, facts: Sequence[str], width: float, most: float) -> Told:
    """Return as many lines as fit in the smallest size, the last of each text with "…"."""
    text = tuple(one_line(fact, _text_face(), LEAST_PT, width).text for fact in facts if fact.strip())
    whole = _wrapped([row.title], _title_face(), LEAST_PT, width)
    if whole is None:
        found = lines.wrap(row.title, _title_face(), LEAST_PT, width / MM_OF_POINT)
        whole = [line for line in (" ".join(one.text.split()) for one in found) if line]
    used = Told(row, (), LEAST_PT, text, LEAST_PT).height_mm
    room = max(1, min(_MOST_TITLE, int((most - used) / (LEAST_PT * TITLE_LEADING * MM_OF_POINT))))
    title = whole if len(whole) <= room else [*whole[: room - 1], _ended(" ".join(whole[room - 1 : room + 1]), width)]
    return Told(row, tuple(title), LEAST_PT, text, LEAST_PT, is_cut=True)


def _ended(words: str, width: float) -> str:
    """Return words that end in "…", as many as fit on a line."""
    made = one_line(words, _title_face(), LEAST_PT, width)
    if made.text.endswith("…"):
        return made.text
    return one_line(f"{words}{words}", _title_face(), LEAST_PT, width).text


def _wrapped(texts: Sequence[str], face: str, size: float, width: float) -> list[str] | None:
    """Return texts below each other, each broken where it must be; None when a word does not fit."""
    made: list[str] = []
    for text in texts:
        found = fit.wrap(fit.words(" ".join(text.split(" ")), face), size, width)
        if found is None:
            return None
        made += found
    return made


def _title_face() -> str:
    return fonts.face("display", 800)


def _text_face() -> str:
    return fonts.face("text")
