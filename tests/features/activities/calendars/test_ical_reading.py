"""Calendars of strangers: every zone, whole days, what comes again, what is broken, and what is too much."""

from __future__ import annotations

from datetime import date, datetime
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import refused
from buurtapp.core.errors import Cancelled
from buurtapp.features.activities.calendars.ical import lines, repeating
from buurtapp.features.activities.calendars.ical.reading import read_calendar
from buurtapp.features.activities.calendars.ical.records import CalendarFile
from buurtapp.features.activities.calendars.ical.words import FIELDS

TODAY = date(2026, 10, 13)


def read(*events: str, before: str = "") -> CalendarFile:
    """A calendar with these events, each as the lines inside it."""
    blocks = "\n".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT" for event in events)
    return read_calendar(f"BEGIN:VCALENDAR\n{before}{blocks}\nEND:VCALENDAR\n".encode(), "x.ics", TODAY)


def times(*events: str, before: str = "") -> list[tuple[datetime, datetime | None]]:
    """When the events of a calendar are; nothing may be wrong with it."""
    found = read(*events, before=before)
    assert [str(one.text) for one in found.problems] == []
    return [(event.starts_at, event.ends_at) for event in found.events]


STRANGE_ZONE = """BEGIN:VTIMEZONE
TZID:Eigen tijd
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0500
TZOFFSETTO:+0500
END:STANDARD
END:VTIMEZONE
"""


@pytest.mark.parametrize(
    ("told", "begins", "ends"),
    [
        ("DTSTART:20260701T100000Z\nDTEND:20260701T120000Z", datetime(2026, 7, 1, 12), datetime(2026, 7, 1, 14)),
        ("DTSTART:20261201T100000Z\nDURATION:PT90M", datetime(2026, 12, 1, 11), datetime(2026, 12, 1, 12, 30)),
        ("DTSTART:20260701T100000\nDTEND:20260701T093000", datetime(2026, 7, 1, 10), None),
        ("DTSTART;TZID=America/New_York:20260701T100000", datetime(2026, 7, 1, 16), None),
        ("DTSTART;TZID=W. Europe Standard Time:20260701T100000", datetime(2026, 7, 1, 10), None),
        ("DTSTART;TZID=Eigen tijd:20260701T100000", datetime(2026, 7, 1, 7), None),
        ("DTSTART;TZID=Niemand kent mij:20260701T100000", datetime(2026, 7, 1, 10), None),
        ("DTSTART;TZID=Europe/Amsterdam:20260329T023000", datetime(2026, 3, 29, 2, 30), None),
        ("DTSTART;VALUE=DATE:20260701", datetime(2026, 7, 1), datetime(2026, 7, 1, 23, 59)),
        ("DTSTART;VALUE=DATE:20260701\nDURATION:P2D", datetime(2026, 7, 1), datetime(2026, 7, 2, 23, 59)),
        (
            "DTSTART;VALUE=DATE:20260701\nDTEND;VALUE=DATE:20260703",
            datetime(2026, 7, 1),
            datetime(2026, 7, 2, 23, 59),
        ),
        (
            "DTSTART;VALUE=DATE:20260701\nDTEND;VALUE=DATE:20260701",
            datetime(2026, 7, 1),
            datetime(2026, 7, 1, 23, 59),
        ),
    ],
)
def test_times_of_every_zone_become_those_on_the_wall_here(told: str, begins: datetime, ends: datetime | None) -> None:
    assert times(f"SUMMARY:x\n{told}", before=STRANGE_ZONE) == [(begins, ends)]


def test_what_comes_again_keeps_its_hour_when_the_clock_changes() -> None:
    weekly = "SUMMARY:x\nDTSTART;TZID=Europe/Amsterdam:20261014T120000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4"
    assert [begins for begins, _ends in times(weekly)] == [datetime(2026, 10, day, 12) for day in (14, 21, 28)] + [
        datetime(2026, 11, 4, 12)
    ]


def test_what_comes_again_elsewhere_moves_with_the_clock_there() -> None:
    weekly = "SUMMARY:x\nDTSTART;TZID=America/New_York:20261019T100000\nRRULE:FREQ=WEEKLY;UNTIL=20261102T235959Z"
    # In the week between, summer time is over here and not yet there.
    assert [begins.hour for begins, _ends in times(weekly)] == [16, 15, 16]


def test_times_that_are_left_out_moved_or_added_are_heeded() -> None:
    found = read(
        "UID:1\nSUMMARY:Soep\nDTSTART:20261014T120000\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20261021T120000\n"
        "RDATE:20261020T120000",
        "UID:1\nSUMMARY:Soep, later\nRECURRENCE-ID:20261028T120000\nDTSTART:20261029T140000",
    )
    assert [(event.title, event.starts_at) for event in found.events] == [
        ("Soep", datetime(2026, 10, 14, 12)),
        ("Soep", datetime(2026, 10, 20, 12)),
        ("Soep, later", datetime(2026, 10, 29, 14)),
        ("Soep", datetime(2026, 11, 4, 12)),
    ]
    assert len({event.uid for event in found.events}) == 4


def test_a_moved_time_that_stands_first_is_not_doubled() -> None:
    found = read(
        "UID:1\nSUMMARY:Later\nRECURRENCE-ID:20261021T120000\nDTSTART:20261022T120000",
        "UID:1\nSUMMARY:Soep\nDTSTART:20261014T120000\nRRULE:FREQ=WEEKLY;COUNT=2",
    )
    assert [event.title for event in found.events] == ["Soep", "Later"]


def test_leap_days_come_again_in_leap_years_only() -> None:
    assert times("SUMMARY:x\nDTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY") == []


def test_from_today_up_to_a_year_ahead_and_no_more_than_two_hundred_times() -> None:
    yearly = times("SUMMARY:x\nDTSTART:20100101T120000\nRRULE:FREQ=MONTHLY")
    assert (yearly[0][0], len(yearly)) == (datetime(2026, 11, 1, 12), 12)
    daily = read(
        "UID:1\nSUMMARY:x\nDTSTART:20200101T120000\nRRULE:FREQ=DAILY",
        "UID:2\nSUMMARY:y\nDTSTART:20200101T120000\nRRULE:FREQ=DAILY",
    )
    assert len(daily.events) == repeating.MOST_TIMES
    assert len(daily.problems) == 1
    assert daily.events[0].starts_at.date() == TODAY


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYHOUR=1,2",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2",
        "FREQ=NOOIT",
        "COUNT=3",
        "FREQ=WEEKLY;INTERVAL=99999999",
    ],
)
def test_rules_that_never_end_or_nobody_knows_are_told_in_no_time(rule: str) -> None:
    began = perf_counter()
    found = read(f"SUMMARY:x\nDTSTART:20261014T120000\nRRULE:{rule}", "SUMMARY:goed\nDTSTART:20261014T120000")
    assert [event.title for event in found.events] == ["goed"]
    assert [one.line for one in found.problems] == [2]
    assert perf_counter() - began < 2


def test_what_is_broken_is_told_with_its_line_and_the_rest_is_read() -> None:
    words = (
        "BEGIN:VCALENDAR\r\n"
        "BEGIN:VEVENT\r\nSUMMARY:geen dag\r\nEND:VEVENT\r\n"
        "zomaar wat\r\n"
        "BEGIN:VEVENT\r\nSUMMARY:krom\r\nDTSTART:2026\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nSUMMARY:afgezegd\r\nSTATUS:CANCELLED\r\nDTSTART:20261014T120000\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nSUMMARY:zonder eind\r\nDTSTART:20261014T120000\r\n"
        "BEGIN:VEVENT\r\nSUMMARY:go\r\n ed\r\nDTSTART:20261014T120000\r\nBEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nSUMMARY:verre toekomst\r\nDTSTART:90261014T120000\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nSUMMARY:half\r\n"
    )
    found = read_calendar(words.encode(), "x.ics", TODAY)
    assert [(event.title, event.line) for event in found.events] == [("goed", 18)]
    assert [one.line for one in found.problems] == [2, 5, 6, 10, 15, 25, 29]


def test_signs_that_do_harm_are_left_out_and_words_stay_words() -> None:
    found = read(
        "UID:1\nSUMMARY:Soep\\n\x07 & <b>brood</b>\\, vers\nLOCATION:De Kas\\; achter\nDESCRIPTION:een\\ntwee\n"
        "DTSTART:20261014T120000\nCATEGORIES:eten,samen"
    )
    (event,) = found.events
    assert (event.title, event.place) == ("Soep & <b>brood</b>, vers", "De Kas; achter")
    assert (event.text, event.kind) == ("een\ntwee", "eten, samen")


def test_the_same_event_twice_is_one_and_one_without_a_name_gets_one() -> None:
    assert (
        len(read("UID:1\nSUMMARY:a\nDTSTART:20261014T120000", "UID:1\nSUMMARY:b\nDTSTART:20261014T120000").events) == 1
    )
    (first,) = read("SUMMARY:a\nDTSTART:20261014T120000").events
    (again,) = read("SUMMARY:a\nDTSTART:20261014T120000").events
    (other,) = read("DTSTART:20261014T130000").events
    assert first.uid == again.uid
    assert other.uid != first.uid
    assert other.title


def test_what_is_too_large_or_no_calendar_is_refused() -> None:
    with refused("calendar_too_large"):
        read_calendar(b"BEGIN:VCALENDAR\n" + b" " * lines.MOST_BYTES, "x.ics", TODAY)
    with refused("calendar_too_large"):
        read(*["SUMMARY:x"] * (lines.MOST_EVENTS + 1))
    for words in (b"", b"\xff\xfe\x00", b"<html>", b"BEGIN:VCARD\n"):
        with refused("no_calendar"):
            read_calendar(words, "x.ics", TODAY)


def test_an_old_alphabet_is_read_too() -> None:
    words = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Café\nDTSTART:20261014T120000\nEND:VEVENT\n"
    for data in (words.encode("cp1252"), words.encode("utf-8-sig")):
        assert [event.title for event in read_calendar(data, "x.ics", TODAY).events] == ["Café"]


def test_reading_stops_when_asked() -> None:
    def stop(_done: int, _all: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_calendar(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\n", "x.ics", TODAY, stop)


PIECES = st.sampled_from(
    (
        *("BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "TZID:Raar", "UID:1", "SUMMARY:x\\"),
        *("DTSTART:20261014T120000", "DTSTART;TZID=Raar:20261014T120000", "DTSTART;VALUE=DATE:20261399", "DTEND:x"),
        *("RRULE:FREQ=WEEKLY;UNTIL=x", "RRULE:;", "EXDATE:20261014", "RECURRENCE-ID;VALUE=DATE:20261014", "RDATE:"),
        *("DURATION:P-", "CATEGORIES:,", "X-BUURTAPP-COST:\\", " gaat door", "\x00:\x00", "BEGIN:STANDARD", ";:"),
        "DTSTART;VALUE=PERIOD:20261014T120000/PT1H",
    )
)


@settings(deadline=None, max_examples=200)
@given(st.lists(PIECES, max_size=14))
def test_no_file_of_strangers_breaks_the_reading(pieces: list[str]) -> None:
    data = "\r\n".join(["BEGIN:VCALENDAR", *pieces]).encode()
    found = read_calendar(data, "x.ics", TODAY)
    for event in found.events:
        assert event.title
        assert event.ends_at is None or event.ends_at > event.starts_at
        assert {*FIELDS} <= {*type(event).__dataclass_fields__}
