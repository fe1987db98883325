"""What is open, what is about something, what stands in somebody's history, and whom we may call."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from builders import DONE, NOW, add_activity, add_person, new_store, refused
from buurtapp.core.clock import FixedClock, local
from buurtapp.core.i18n import set_language
from buurtapp.core.store import Store
from buurtapp.features.people.actions import consents
from buurtapp.features.people.names_and_consents import Answer
from buurtapp.features.people.records import ConsentDraft
from buurtapp.features.people.rules.history import Place
from buurtapp.features.promises import actions, queries
from buurtapp.features.promises.records import PromiseDraft

HERE = local(NOW)
PHONE = "+31 6 12345678"


@pytest.fixture(autouse=True)
def _in_english() -> None:
    set_language("en")


def _add(store: Store, draft: PromiseDraft) -> int:
    return store.write(DONE, actions.add_promise, draft)


def test_what_is_open_stands_by_day_and_without_a_day_last(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        for title, day in (("ooit", None), ("later", date(2026, 10, 20)), ("eerst", date(2026, 10, 9))):
            _add(store, PromiseDraft(title, day))
        done = _add(store, PromiseDraft("klaar", date(2026, 10, 1)))
        store.write(DONE, actions.set_done, done, done=True)
        assert [one.draft.title for one in store.read(queries.open_ones)] == ["eerst", "later", "ooit"]
        assert [one.draft.title for one in store.read(queries.listed)] == ["klaar", "eerst", "later", "ooit"]


def test_owners_have_their_name_and_others_their_words(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        henk, soup = add_person(store), add_activity(store)
        own = _add(store, PromiseDraft("a"))
        his = _add(store, PromiseDraft("b", person_id=henk, about_kind="activity", about_id=soup))
        all_ = _add(store, PromiseDraft("c", who="iedereen", about_person_id=henk))
        assert [store.read(queries.promise, one).owner for one in (own, his, all_)] == [
            "",
            "Henk van der Meer",
            "iedereen",
        ]
        assert store.read(queries.promise, all_).about_name == "Henk van der Meer"
        assert [one.id for one in store.read(queries.about, "activity", soup)] == [his]
        with refused("not_found"):
            store.read(queries.promise, 99)


@pytest.mark.parametrize(
    ("kind", "answer", "left_alone", "phone"),
    [
        ("call", None, False, "+31612345678"),
        ("call", "given", False, "+31612345678"),
        ("call", "withdrawn", False, ""),
        ("call", None, True, ""),
        ("task", None, False, ""),
        ("card", "given", False, ""),
    ],
)
def test_a_call_shows_the_number_only_of_who_may_be_called(
    tmp_path: Path, kind: str, answer: Answer | None, left_alone: bool, phone: str
) -> None:
    with new_store(tmp_path) as store:
        joke = add_person(store, "Joke Meerman", phones=[PHONE], do_not_approach=left_alone)
        if answer is not None:
            store.write(DONE, consents.note_consent, [joke], ["phone"], ConsentDraft(answer, HERE.date()))
        number = _add(store, PromiseDraft("Bel Joke", kind=kind, about_person_id=joke))
        assert store.read(queries.promise, number).phone == phone


def test_a_history_tells_what_was_promised_and_kept(tmp_path: Path) -> None:
    clock = FixedClock(NOW)
    with new_store(tmp_path, clock) as store:
        henk, joke, soup = add_person(store), add_person(store, "Joke Meerman"), add_activity(store)
        draft = PromiseDraft("Haal Aaltje op", date(2026, 10, 14), person_id=henk, about_person_id=joke)
        number = _add(store, replace(draft, about_kind="activity", about_id=soup))
        _add(store, PromiseDraft("Bel Joke", None, "call", about_person_id=joke))
        _add(store, PromiseDraft("van niemand"))

        (his,) = store.read(queries.happenings, HERE, henk)
        assert (his.day, his.kind, his.title, his.where) == (
            HERE.date(),
            "promised",
            "Haal Aaltje op",
            Place("activities", soup),
        )
        assert str(his.detail) == "promised for 14-10-2026"
        assert [str(one.detail) for one in store.read(queries.happenings, HERE, joke)] == [
            "still to be done",
            "promised for 14-10-2026",
        ]
        (late,) = store.read(queries.happenings, HERE + timedelta(days=2), henk)
        assert str(late.detail) == "promised for 14-10-2026, not done yet"

        clock.set(NOW + timedelta(days=1))
        store.write(DONE, actions.set_done, number, done=True)
        (his,) = store.read(queries.happenings, HERE, henk)
        assert (his.day, his.kind, str(his.detail)) == (date(2026, 10, 14), "kept", "promised, and done")
