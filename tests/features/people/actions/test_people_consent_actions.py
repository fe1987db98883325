"""Consents written down: a log that only grows, follows people through merges and goes with them, and can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import DONE, add_people, add_person, label_text, new_store, refused, taken_back, unchanged
from buurtapp.core.errors import DraftInvalid
from buurtapp.core.store import Store
from buurtapp.features.group import actions as group_actions
from buurtapp.features.group.records import Group
from buurtapp.features.people.actions import consents, doors, people
from buurtapp.features.people.names_and_consents import ANSWERS, Answer, ConsentState
from buurtapp.features.people.queries import cards
from buurtapp.features.people.queries import consents as queries
from buurtapp.features.people.records import ConsentDraft
from buurtapp.features.people.rules import consents as rules
from buurtapp.features.people.rules.approach import may_be_approached

DAY = date(2026, 3, 12)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


def note(store: Store, person: int, answer: Answer, days: int = 0, *, how: str = "spoken", form: str = "") -> int:
    draft = ConsentDraft(answer, DAY + timedelta(days=days), how, form)  # type: ignore[arg-type]
    return store.write(DONE, consents.note_consent, [person], ["email"], draft)


def mail(store: Store, person: int) -> ConsentState:
    """How it stands with e-mail, as the card of the person says."""
    return rules.state_of(store.read(cards.card, person).consents, "email")


def test_an_answer_is_kept_with_day_way_form_text_and_who_entered_it(store: Store) -> None:
    store.write(DONE, group_actions.change_group, Group("Klaverhoek", contact_name="Marijke"))
    person = add_person(store)
    store.write(DONE, consents.write_text, "email", "Mogen we je mailen?", DAY)

    with taken_back(store):
        draft = ConsentDraft("given", DAY, "paper", " 17 ")
        label = consents.consent_label(store.read(cards.card, person).name, "email", "given")
        store.write(label, consents.note_consent, [person], ["email"], draft)

    assert mail(store, person) == ConsentState("email", "given", DAY, DAY, "paper", "17", 1, "Marijke")
    assert label_text(store).render() == label.render()


def test_nothing_is_overwritten(store: Store) -> None:
    person = add_person(store)
    for answer in ("asked", "given", "withdrawn", "not_asked"):
        note(store, person, answer)

    log = store.read(queries.log, person)

    assert [entry.state for entry in log] == ["asked", "given", "withdrawn", "not_asked"]
    assert mail(store, person).state == "not_asked"


def test_saying_the_same_again_changes_nothing(store: Store) -> None:
    person = add_person(store)
    note(store, person, "given", how="paper", form="17")
    before = unchanged(store)

    assert note(store, person, "given", how="paper", form="17") == 0
    assert note(store, person, "asked") == 0
    assert unchanged(store) == before
    assert note(store, person, "withdrawn") == 1


def test_not_asked_of_somebody_nobody_asked_changes_nothing(store: Store) -> None:
    person = add_person(store)

    assert note(store, person, "not_asked") == 0


def test_many_are_asked_at_once_and_no_answer_is_lost(store: Store) -> None:
    numbers = add_people(store, 5)
    note(store, numbers[0], "given")
    note(store, numbers[1], "withdrawn")

    with taken_back(store):
        draft = ConsentDraft("asked", DAY + timedelta(days=9))
        store.write(consents.asked_label(5), consents.note_consent, numbers, ["email", "photo"], draft)

    found = store.read(cards.cards, numbers)
    assert [rules.state_of(card.consents, "email").state for card in found] == ["given", "withdrawn", *["asked"] * 3]
    assert {rules.asked_on(card.consents) for card in found} == {DAY + timedelta(days=9)}


def test_what_cannot_be_is_refused_and_nothing_changes(store: Store) -> None:
    person = add_person(store)
    before = unchanged(store)
    tomorrow = store.clock.today() + timedelta(days=1)
    wrong = {
        "on_day": ConsentDraft("given", tomorrow),
        "text_version": ConsentDraft("given", DAY, text_version=3),
        "form_number": ConsentDraft("given", DAY, "paper", "9" * 300),
    }

    for field, draft in wrong.items():
        with pytest.raises(DraftInvalid) as told:
            store.write(DONE, consents.note_consent, [person], ["email"], draft)
        assert [problem.field for problem in told.value.problems] == [field]
    with refused("not_found"):
        store.write(DONE, consents.note_consent, [person, 99], ["email"], ConsentDraft("given", DAY))
    assert unchanged(store) == before


def test_a_text_gets_versions_and_translations_and_the_one_of_the_day_is_kept(store: Store) -> None:
    write = consents.write_text
    with taken_back(store):
        assert store.write(DONE, write, "email", "Mogen we je mailen?", DAY) == 1
    assert store.write(DONE, write, "email", "May we mail you?", DAY, "en") == 1
    later = DAY + timedelta(days=30)
    assert store.write(DONE, write, "email", "Mogen we je mailen? En delen?", later) == 2
    before = unchanged(store)
    assert store.write(DONE, write, "email", "Mogen we je mailen? En delen?", later) == 2
    assert unchanged(store) == before

    first, second = add_people(store, 2)
    note(store, first, "given")
    note(store, second, "given", 31)

    assert (mail(store, first).text_version, mail(store, second).text_version) == (1, 2)
    assert next(row.text for row in store.read(queries.texts, "email")) == "May we mail you?"
    assert store.read(queries.text_on, "email", DAY - timedelta(days=1)) is None
    with pytest.raises(DraftInvalid):
        store.write(DONE, write, "email", "  ", DAY)


def test_consents_go_with_a_person_who_is_deleted_and_come_back(store: Store) -> None:
    person = add_person(store)
    note(store, person, "given")

    with taken_back(store):
        store.write(DONE, people.delete_person, person)

    assert store.check().counts["consent"] == 0
    store.undo()
    assert mail(store, person).state == "given"


answers = st.lists(st.tuples(st.sampled_from(ANSWERS), st.integers(0, 3)), max_size=4)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(first=answers, second=answers, swapped=st.booleans())
def test_a_merge_keeps_the_newest_answer_of_both(
    tmp_path_factory: pytest.TempPathFactory,
    first: list[tuple[Answer, int]],
    second: list[tuple[Answer, int]],
    swapped: bool,
) -> None:
    with new_store(tmp_path_factory.mktemp("merge")) as store:
        keep, gone = add_person(store, "Toos Hek"), add_person(store, "Toos van 't Hek")
        for person, said in ((gone, second), (keep, first)) if swapped else ((keep, first), (gone, second)):
            for answer, days in said:
                note(store, person, answer, days)
        before = [mail(store, keep), mail(store, gone)]
        lines = len(store.read(queries.log, keep)) + len(store.read(queries.log, gone))

        with taken_back(store):
            store.write(DONE, people.merge_people, keep, gone)

        after, known = mail(store, keep), [one for one in before if one.on_day is not None]
        if known:
            newest = max(one.on_day for one in known if one.on_day is not None)
            assert after.on_day == newest
            assert after.state in {one.state for one in known if one.on_day == newest}
        else:
            assert after.state == ("asked" if "asked" in {one.state for one in before} else "not_asked")
        assert len(store.read(queries.log, keep)) >= lines


def test_a_mistake_put_right_does_not_wipe_out_the_no_of_a_double(store: Store) -> None:
    keep, gone = add_person(store, "Toos Hek"), add_person(store, "Toos van 't Hek")
    note(store, gone, "withdrawn")
    note(store, keep, "given")
    note(store, keep, "not_asked")

    store.write(DONE, people.merge_people, keep, gone)

    assert mail(store, keep).state == "withdrawn"
    assert not may_be_approached(store.read(cards.card, keep), "email")


def test_what_a_door_asks_is_asked_for_everybody_who_lives_there(store: Store) -> None:
    henk, ria = add_person(store, "Henk Bos", "Klaverstraat 5"), add_person(store, "Ria Bos", "Klaverstraat 5")
    address = store.read(cards.card, henk).address_id
    assert address is not None

    with taken_back(store):
        store.write(DONE, doors.set_address_flags, address, no_bell=True, sticker="nee_ja")

    found = store.read(cards.cards, [henk, ria])
    assert [(card.no_bell, card.sticker) for card in found] == [(True, "nee_ja")] * 2
    assert [may_be_approached(card, way) for card in found for way in ("door", "letter")] == [False, True] * 2
    (row,) = store.read(cards.addresses)
    assert (row.no_bell, row.sticker) == (True, "nee_ja")
    store.write(DONE, doors.set_address_flags, address, sticker="")
    assert store.read(cards.card, ria).no_bell, "what is not named stays"
