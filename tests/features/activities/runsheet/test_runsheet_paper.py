"""What stands on the run sheet: what is still to do, and the phone only of who may be called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders import DONE, activity_draft, add_person, new_store, signed_up
from buurtapp.core.i18n import use_language
from buurtapp.core.store import Store
from buurtapp.features.activities.actions import plan, sign_up
from buurtapp.features.activities.queries import signups
from buurtapp.features.activities.runsheet import actions, paper
from buurtapp.features.activities.runsheet.records import PaperSheet
from buurtapp.features.activities.tables.money import BudgetLine
from buurtapp.features.group.actions import change_group
from buurtapp.features.group.records import Group
from buurtapp.features.people.actions import consents
from buurtapp.features.people.names_and_consents import Purpose
from buurtapp.features.people.records import ConsentDraft
from runsheet_builders import NOON, add_jobs, job

TODAY = date(2026, 10, 13)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


def composed(store: Store, activity: int) -> PaperSheet:
    with use_language("nl"):
        return store.read(paper.compose, activity, TODAY)


def soup_of(store: Store, contact: int | None) -> int:
    return store.write(DONE, plan.add_activity, activity_draft(starts_at=NOON, ends_at=None, contact=contact))


def test_what_is_done_beforehand_is_left_out(store: Store) -> None:
    soup = soup_of(store, None)
    done, _left, on_the_day = add_jobs(
        store, soup, job("Flyer", days=-14), job("Lijst", days=-1), job("Soep", "day", 0, -60)
    )
    for number in (done, on_the_day):
        store.write(DONE, actions.set_done, number, done=True)

    sheet = composed(store, soup)

    assert [(one.title, one.when, one.is_done) for one in sheet.jobs] == [
        ("Lijst", "di 13 okt", False),
        ("Soep", "11.00", True),
    ]


def test_who_leads_it_is_rung_first_then_who_leads_a_job_on_the_day(store: Store) -> None:
    marijke = add_person(store, "Marijke van der Meer", "Klaverstraat 5", phones=["0600000105"])
    henk = add_person(store, "Henk van der Meer", "Klaverstraat 5", phones=["0600000104"])
    lan = add_person(store, "Lan Nguyen", "Meidoornlaan 4", phones=["0600000204"])
    soup = soup_of(store, marijke)
    add_jobs(store, soup, replace(job("Lijst"), person_id=lan), replace(job("Ophalen", "day", 0, 0), person_id=henk))

    sheet = composed(store, soup)

    assert [(one.name, one.phone) for one in sheet.phones] == [
        ("Marijke", "06 0000 0105"),
        ("Henk", "06 0000 0104"),
        ("Lan", "06 0000 0204"),
    ]
    assert sheet.coordinator == "Marijke van der Meer · 06 0000 0105"


@pytest.mark.parametrize("purpose", ["phone", "share_neighbours"])
def test_no_phone_of_who_said_no_stands_on_it(store: Store, purpose: Purpose) -> None:
    marijke = add_person(store, "Marijke van der Meer", "Klaverstraat 5", phones=["0600000105"])
    henk = add_person(store, "Henk van der Meer", "Klaverstraat 5", phones=["0600000104"])
    soup = soup_of(store, marijke)
    add_jobs(store, soup, replace(job("Ophalen", "day", 0, 0), person_id=henk))
    no = ConsentDraft("withdrawn", TODAY, "spoken")
    store.write(DONE, consents.note_consent, [marijke, henk], [purpose], no)

    sheet = composed(store, soup)

    assert sheet.phones == ()
    assert "06" not in sheet.coordinator
    assert sheet.jobs[0].who == "Henk"


def test_who_is_not_to_be_approached_has_no_phone_on_it(store: Store) -> None:
    jaap = add_person(store, "Jaap Mulder", "Vlierhof 7", phones=["0600000307"], do_not_approach=True)
    soup = soup_of(store, None)
    add_jobs(store, soup, replace(job("Ophalen", "day", 0, 0), person_id=jaap))

    assert composed(store, soup).phones == ()


def test_without_a_contact_person_the_contact_of_the_group_is_rung(store: Store) -> None:
    store.write(DONE, change_group, Group("Klaverhoek", contact_name="Ria", contact_phone="+31600000123"))
    soup = soup_of(store, None)

    assert [(one.name, one.phone) for one in composed(store, soup).phones] == [("Ria", "06 0000 0123")]


def test_numbers_names_and_money_are_in_words(store: Store) -> None:
    soup = soup_of(store, None)
    people = [add_person(store, "Henk de Boer", "Klaverstraat 1"), add_person(store, "Henk Bos", "Klaverstraat 2")]
    signed_up(store, soup, people)
    store.write(DONE, sign_up.set_company, store.read(signups, soup)[0].id, 1, 2)
    add_jobs(
        store,
        soup,
        replace(job("Tafels", "day", 0, -30), person_id=people[0], places=4),
        replace(job("Vegen", "day", 0, 90), who="iedereen"),
        job("Niemand", "day", 0, 95),
    )
    store.write(DONE, actions.set_helpers, _first(store, soup), [people[1]])
    store.write(
        DONE,
        lambda work: work.add(BudgetLine(activity_id=soup, fund_id=None, position=0, title="Soep", planned=24050)).id,
    )

    sheet = composed(store, soup)

    assert sheet.expected.startswith("5 mensen")
    assert sheet.budget == "€ 240,50"
    assert sheet.jobs[0].who.startswith("Henk de Boer, Henk Bos, ")
    assert "2" in sheet.jobs[0].who
    assert (sheet.jobs[1].who, sheet.jobs[1].is_for_all) == ("iedereen", True)
    assert sheet.jobs[2].who == ""


def _first(store: Store, activity: int) -> int:
    return composed(store, activity).jobs[0].id
