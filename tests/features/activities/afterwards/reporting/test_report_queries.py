"""The numbers of a report: whole, never of so few that they tell who, and the money of the activity itself."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path

from PIL import Image

from builders import DONE, add_activity, add_people, new_store, refused, signed_up
from buurtapp.core.store import Store
from buurtapp.core.store.work import Work
from buurtapp.features.activities.actions import attend
from buurtapp.features.activities.afterwards import actions
from buurtapp.features.activities.afterwards.records import EvaluationDraft, Help
from buurtapp.features.activities.afterwards.reporting import queries
from buurtapp.features.activities.afterwards.reporting.records import Money, MonthVisits
from buurtapp.features.activities.tables.money import Attachment, BudgetLine, Fund, Photo, Receipt

TODAY = date(2026, 10, 13)


def held(store: Store, title: str, when: datetime, people: list[int], guests: int = 0, children: int = 0) -> int:
    """An activity that these people came to."""
    number = add_activity(store, title, when)
    signed_up(store, number, people)
    for person in people:
        store.write(DONE, attend.set_present, number, person, present=True)
    store.write(DONE, attend.count_heads, number, guests, children)
    return number


def test_an_activity_is_told_in_numbers(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        long, short = add_people(store, 8, "Klaverstraat"), add_people(store, 6, "Berkenpad")
        alone = add_people(store, 4, "Vlierhof")
        held(store, "Burendag", datetime(2026, 9, 26, 12), long[:3])
        number = held(store, "Soep", datetime(2026, 10, 7, 12), [*long[:7], *short[:5], alone[0]], 2, 1)
        store.write(DONE, actions.write_down, number, EvaluationDraft("Goed", helpers=3, helper_minutes=390))

        report = store.read(queries.activity_report, number, TODAY)

        assert (report.expected, report.came, report.guests, report.children) == (13, 13, 2, 1)
        assert report.first_timers == 10
        assert (report.reach.addresses, report.reach.of, report.reach.new) == (13, 18, 10)
        assert report.help == Help(3, 390)
        # One street of one address could be found by taking the others off the total: the next smallest goes with it.
        assert report.reach.streets == (("Klaverstraat", 7, 8), ("Berkenpad", None, 6), ("Vlierhof", None, 4))


def test_two_small_streets_hide_each_other(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = [
            *add_people(store, 5, "Klaverstraat"),
            *add_people(store, 2, "Vlierhof"),
            *add_people(store, 1, "Pad"),
        ]
        number = held(store, "Soep", datetime(2026, 10, 7, 12), people)
        streets = store.read(queries.activity_report, number, TODAY).reach.streets
        assert streets == (("Klaverstraat", 5, 5), ("Vlierhof", None, 2), ("Pad", None, 1))


def test_nobody_counted_is_told_as_such(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number = add_activity(store, starts_at=datetime(2026, 10, 7, 12))
        report = store.read(queries.activity_report, number, TODAY)
        assert (report.came, report.money, report.photo) == (None, Money(), None)
        with refused("not_found"):
            store.read(queries.activity_report, 999, TODAY)


def test_a_period_counts_every_visit_and_each_idea_once(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = add_people(store, 6)
        held(store, "Soep", datetime(2025, 10, 7, 12), people[:2])
        first = held(store, "Soep", datetime(2026, 9, 30, 12), people[:3])
        second = held(store, "soep", datetime(2026, 10, 7, 12), people[:5], 2)
        add_activity(store, "Gemeente", datetime(2026, 10, 1, 19), source="council")
        add_activity(store, "Nog niet", datetime(2026, 10, 20, 12))
        add_activity(store, "Ervoor", datetime(2026, 8, 31, 12))
        for number, words in ((first, "Meer brood."), (second, "Radio uit.")):
            learned = EvaluationDraft(next_time=words, said=words, helpers=2, helper_minutes=60)
            store.write(DONE, actions.write_down, number, learned)

        report = store.read(queries.period_report, date(2026, 9, 1), date(2026, 12, 31), TODAY)

        assert (report.times, report.visits, report.people, report.not_counted) == (3, 10, 5, 1)
        assert report.sources == {"resident": 1, "council": 1}
        assert report.months == (MonthVisits(date(2026, 9, 1), 3, 0), MonthVisits(date(2026, 10, 1), 7, 2))
        assert report.help == Help(4, 120)
        assert [words for _day, _title, words in report.lessons] == ["Radio uit.", "Meer brood."]
        assert report.quotes == ("Radio uit.", "Meer brood.")
        assert (report.reach.addresses, report.reach.new) == (5, 3)
        assert report.kinds == (("", 10, 3),)


def test_a_period_without_anything_or_back_to_front_is_refused(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        add_activity(store, starts_at=datetime(2026, 10, 20, 12))
        with refused("nothing_held"):
            store.read(queries.period_report, date(2026, 10, 1), date(2026, 12, 31), TODAY)
        with refused("bad_period"):
            store.read(queries.period_report, date(2026, 10, 2), date(2026, 10, 1), TODAY)


def test_a_period_that_ends_on_a_leap_day_has_a_year_before(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        held(store, "Soep", datetime(2024, 2, 29, 12), add_people(store, 1))
        report = store.read(queries.period_report, date(2024, 2, 1), date(2024, 2, 29), TODAY)
        assert report.months == (MonthVisits(date(2024, 2, 1), 1, 0),)


def jpeg() -> bytes:
    """A small picture."""
    stream = io.BytesIO()
    Image.new("RGB", (8, 6), (40, 120, 80)).save(stream, "JPEG")
    return stream.getvalue()


def add_money(work: Work, activity: int, other: int) -> None:
    fund = work.add(
        Fund(
            name="Buurtfonds",
            giver="",
            reference="",
            granted=10000,
            deadline=None,
            signer="",
            signed_on=None,
            sent_on=None,
        )
    )
    own = work.add(BudgetLine(activity_id=activity, fund_id=None, position=0, title="Boodschappen", planned=5000))
    shared = work.add(BudgetLine(activity_id=None, fund_id=fund.id, position=0, title="Huur", planned=9900))
    for line, paid_for, title, cents in (
        (own, activity, "Groente", 1250),
        (own, None, "Brood", 750),
        (shared, activity, "Zaal", 3000),
        (shared, other, "Andere zaal", 4000),
    ):
        receipt = Receipt(
            line_id=line.id,
            activity_id=paid_for,
            title=title,
            amount=cents,
            paid_on=None,
            holder="",
            attachment_id=None,
        )
        work.add(receipt)


def test_money_is_that_of_the_activity_itself(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number, other = add_activity(store, starts_at=datetime(2026, 10, 7, 12)), add_activity(store, "Anders")
        store.write(DONE, add_money, number, other)
        money = store.read(queries.activity_report, number, TODAY).money
        assert money == Money(5000, 5000, (("Boodschappen", 5000, 2000), ("Zaal", 0, 3000)))


def add_photo(work: Work, activity: int, caption: str, content: bytes, *, consent: bool) -> None:
    attachment = work.add(
        Attachment(
            media="image/jpeg",
            name="foto.jpg",
            content=content,
            size=len(content),
            pages=1,
            sha256="",
            added_at=work.now,
        )
    )
    work.add(Photo(activity_id=activity, attachment_id=attachment.id, caption=caption, consent=consent))


def test_only_a_photo_with_consent_is_shown(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number = add_activity(store, starts_at=datetime(2026, 10, 7, 12))
        store.write(DONE, add_photo, number, "Zonder", jpeg(), consent=False)
        assert store.read(queries.activity_report, number, TODAY).photo is None
        store.write(DONE, add_photo, number, "Met", jpeg(), consent=True)
        photo = store.read(queries.activity_report, number, TODAY).photo
        assert photo is not None
        assert photo.caption == "Met"
