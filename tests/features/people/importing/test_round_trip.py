"""What goes out comes in again: the same people in a new group file, by each kind of list and in both languages."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from builders import DONE, new_store
from buurtapp.core.i18n import use_language
from buurtapp.core.store import Store
from buurtapp.core.text import fold
from buurtapp.exchange.read import read_data
from buurtapp.features.people import exchange
from buurtapp.features.people.actions import consents as consent_actions
from buurtapp.features.people.actions import doors, people
from buurtapp.features.people.importing import actions, headings, queries, steps
from buurtapp.features.people.importing.records import Doubles
from buurtapp.features.people.names_and_consents import PURPOSES, Name
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.records import CONTACT_PREFERENCES, RELATIONS, ConsentDraft, Door, PersonCard, PersonDraft

ALWAYS = ("name", "door", "phones", "emails", "labels", "note", "contact_preference", "best_time", "do_not_approach")
IF_CARRIED = {
    "languages": "languages",
    "skills": "skills",
    "roles": "roles",
    "relation": "relation",
    "year of birth": "birth_year",
    headings.SINCE: "member_from",
    headings.UNTIL: "member_until",
}


def everybody(store: Store) -> list[PersonCard]:
    return store.read(cards.cards, [one.id for one in store.read(listing.listed)])


def read_in(store: Store, data: bytes, name: str, doubles: Doubles = "keep") -> None:
    table = steps.choose_sheet(read_data(data, name), name)
    choice = steps.choose_columns(table, name)
    plan = steps.plan(table, choice, store.read(queries.known, choice), name)
    store.write(actions.imported_label(name, 1), actions.apply_plan, plan, doubles)


def carried() -> tuple[str, ...]:
    """The fields that the list has a column for."""
    have = {headings.meaning_of(heading) for heading in exchange.headings()}
    return (*ALWAYS, *(field for meaning, field in IF_CARRIED.items() if meaning in have))


def content(people: Iterable[PersonCard]) -> list[str]:
    """Everything that a list carries of each of them, in an order of its own: numbers do not matter."""
    said = []
    for one in people:
        fields = {field: getattr(one, field) for field in carried()}
        answers = [(state.purpose, state.state, state.on_day) for state in one.consents if state.state != "not_asked"]
        fields["labels"] = sorted(fields["labels"], key=fold)
        said.append(repr((fields, answers, one.no_bell, one.sticker)))
    return sorted(said)


def round_trip(store: Store, ending: str, language: str) -> list[PersonCard]:
    with use_language(language), tempfile.TemporaryDirectory() as folder:
        data = exchange.makers(everybody(store))[ending]()
        with Store.create(Path(folder) / "ander.buurt", store.clock) as other:
            read_in(other, data, f"buren{ending}")
            return everybody(other)


# The lists of the shared cases


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("merged")


@pytest.fixture
def all_lists(cases: Path, merged: Path) -> Store:
    if not (merged / "soep.buurt").exists():
        with new_store(merged) as store:
            for case in json.loads((cases / "lists" / "order.json").read_text("utf-8"))["order"]:
                read_in(store, (cases / "lists" / case["file"]).read_bytes(), case["file"], "merge")
    return Store.open(merged / "soep.buurt")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_the_lists_merged_and_exported_give_the_same_people(all_lists: Store, ending: str, language: str) -> None:
    with all_lists as store:
        before = content(everybody(store))

        again = content(round_trip(store, ending, language))

    assert len(before) > 280
    assert again == before


def test_contacts_for_a_phone_give_the_same_people_as_far_as_they_can_carry_them(all_lists: Store) -> None:
    def carries(one: PersonCard) -> str:
        first = one.name.given or one.name.initials
        name = fold(f"{one.name.title} {first} {one.name.infix} {one.name.family}")
        place = (one.door.line, one.door.postcode, one.door.place)
        return repr((name, place, one.phones, one.emails, sorted(map(fold, one.labels)), one.note.split()))

    with all_lists as store:
        before = sorted(map(carries, everybody(store)))

        again = sorted(map(carries, round_trip(store, ".vcf", "nl")))

    assert again == before


# Made-up people

odd = st.sampled_from(
    [
        *(
            "x",
            "..",
            "=1+1",
            "+31 6",
            "-5",
            "@home",
            "'t Hart",
            "’t Hart",
            '"Bob"',
            "null",
            "Totaal",
            "geen",
            "1 januari",
        ),
        *("Їжакевич", "محمد", "Đặng", "IJsbrand", "O'Hara", "A; B", "a, b", "Jan\tPiet", "<b>x</b>", "ﬁ", "ĳ", "2-RD"),
    ]
)
letters = st.text(
    st.characters(whitelist_categories=("L", "M", "N", "P", "S"), whitelist_characters=" "), min_size=1, max_size=12
)
word = st.one_of(odd, letters).map(lambda said: " ".join(said.split())).filter(bool)
words = st.lists(word.filter(lambda said: fold(said) and ":::" not in said), max_size=3, unique_by=fold).map(tuple)
part = st.one_of(st.just(""), word)
lines = st.lists(word, max_size=3).map("\n".join)
day = st.dates(date(1950, 1, 1), date(2030, 1, 1))
membership = st.one_of(
    st.just((None, None)),
    st.tuples(day, st.none()),
    st.tuples(st.none(), day),
    st.tuples(day, day).map(lambda two: (min(two), max(two))),
)
phone = st.sampled_from(["+31600000111", "+31499000222", "+4930901820", "+32470000000", "geheim", "1234"])
email = st.sampled_from(["a@example.org", "b.c@voorbeeld.invalid", "ü@example.org"])
house = st.sampled_from([(1, ""), (14, "a"), (2, "rd"), (7, "II"), (12, "bis 2")])
door = st.one_of(
    st.just(Door()),
    st.just(Door(postcode="9999 AB", place="Klaverdorp")),
    st.builds(lambda at: Door("Klaverstraat", at[0], at[1], "9999 AB", "Klaverdorp"), house),
)


@st.composite
def drafts(draw: st.DrawFn) -> PersonDraft:
    name = Name(draw(st.sampled_from(["", "mw.", "dhr."])), draw(part), draw(part), draw(part), draw(word))
    return PersonDraft(
        name,
        draw(door),
        tuple(dict.fromkeys(draw(st.lists(phone, max_size=3)))),
        tuple(dict.fromkeys(draw(st.lists(email, max_size=3)))),
        draw(words),
        draw(st.sampled_from(CONTACT_PREFERENCES)),
        draw(part),
        draw(lines),
        draw(st.booleans()),
        draw(st.sampled_from([(), ("tr",), ("ar", "nl"), ("Klingonisch",)])),
        draw(words),
        draw(words),
        draw(st.sampled_from(RELATIONS)),
        draw(st.one_of(st.none(), st.integers(1900, 2020))),
        *draw(membership),
    )


answers = st.lists(
    st.tuples(
        st.sampled_from(PURPOSES),
        st.sampled_from(["given", "withdrawn", "asked"]),
        st.dates(date(2020, 1, 1), date(2026, 10, 13)),
    ),
    max_size=4,
)


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
@settings(
    max_examples=25,
    deadline=None,
    # Each example makes two files: looking for a smaller one would take minutes.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    made=st.lists(st.tuples(drafts(), answers), min_size=1, max_size=4),
    language=st.sampled_from(["nl", "en"]),
    flags=st.tuples(st.booleans(), st.sampled_from(["", "nee_nee", "nee_ja"])),
)
def test_whoever_goes_out_comes_back_as_they_were(
    ending: str,
    made: list[tuple[PersonDraft, list[tuple[str, str, date]]]],
    language: str,
    flags: tuple[bool, str],
) -> None:
    with tempfile.TemporaryDirectory() as folder, new_store(Path(folder)) as store:
        for draft, said in made:
            person = store.write(DONE, people.add_person, draft)
            for purpose, state, on_day in said:
                answer = ConsentDraft(state, on_day)  # type: ignore[arg-type]
                store.write(DONE, consent_actions.note_consent, [person], [purpose], answer)  # type: ignore[list-item]
        for one in store.read(cards.addresses):
            store.write(DONE, doors.set_address_flags, one.id, no_bell=flags[0], sticker=flags[1])  # type: ignore[arg-type]
        before = content(everybody(store))

        again = content(round_trip(store, ending, language))

    assert again == before
