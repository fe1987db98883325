"""The sample neighbourhood: the figures of the pictures, any size, the same every time, everybody invented."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from builders import DONE, asked, run_app
from buurtapp.core.clock import local
from buurtapp.core.store import Store
from buurtapp.features.activities import queries as activities
from buurtapp.features.group.queries import group
from buurtapp.features.people.actions import people
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.records import PersonCard
from buurtapp.sample.make import NOW, make_sample

PHONE = re.compile(r"\+31(60000|49900)0\d\d\d")
EMAIL = re.compile(r"[^@\s]+@(example\.org|voorbeeld\.invalid)")


@pytest.fixture(scope="module")
def klaverhoek(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_sample(tmp_path_factory.mktemp("sample") / "klaverhoek.buurt")


def _everybody(store: Store) -> list[PersonCard]:
    return store.read(cards.cards, [person.id for person in store.read(listing.listed)])


def test_it_has_the_figures_of_the_story(klaverhoek: Store) -> None:
    streets = {one.name: (one.addresses, one.people) for one in klaverhoek.read(listing.streets)}
    assert sum(doors for doors, _ in streets.values()) == 325
    assert sum(there for _, there in streets.values()) == 186
    assert len(streets) == 6
    assert streets["Klaverstraat"][1] == 9
    assert streets["Meidoornlaan"][1] == 19
    ideas = klaverhoek.read(activities.ideas, 2026, local(NOW))
    assert (ideas.times_done, ideas.residents, ideas.organisations) == (34, 10, 2)


def test_doors_of_the_pictures_count_as_they_do_there(klaverhoek: Store) -> None:
    lived: dict[str, set[int | None]] = {}
    for card in _everybody(klaverhoek):
        lived.setdefault(card.door.street, set()).add(card.address_id)
    assert len(lived["Klaverstraat"]) == 7
    assert len(lived["Meidoornlaan"]) == 14


def test_the_people_of_the_pictures_live_where_they_should(klaverhoek: Store) -> None:
    (toos,) = klaverhoek.read(cards.cards, klaverhoek.read(listing.find_ids, "toos hek"))
    assert toos.name.spoken == "Toos van 't Hek"
    assert toos.door.line == "Klaverstraat 11"
    assert toos.phones == ("+31600000111",)
    assert toos.labels == ("soep", "wandelen")
    assert toos.best_time == "'s ochtends"
    owner = klaverhoek.read(group)
    assert (owner.name, owner.contact_name, owner.is_sample) == ("Klaverhoek", "Marijke van der Meer", True)


def test_the_next_soup_has_fourteen_guests_of_whom_three_are_new(klaverhoek: Store) -> None:
    soup = next(row for row in klaverhoek.read(activities.listed) if row.starts_at.isoformat() == "2026-10-14T12:00:00")
    assert (soup.counts.names, soup.capacity) == (14, 16)
    door = klaverhoek.read(activities.at_the_door, soup.id)
    assert [row.name for row in door if row.first_time] == ["Bets Kuipers", "Joke Meerman", "Theo in 't Veld"]
    last = next(row for row in klaverhoek.read(activities.listed) if row.starts_at.isoformat() == "2026-10-07T12:00:00")
    assert (last.counts.names, last.counts.came, last.counts.came_along) == (13, 12, 2)


def test_nobody_can_be_rung_or_mailed(klaverhoek: Store) -> None:
    everybody = _everybody(klaverhoek)
    phones = [phone for card in everybody for phone in card.phones]
    emails = [email for card in everybody for email in card.emails]
    assert len(phones) > 90
    assert [phone for phone in phones if not PHONE.fullmatch(phone)] == []
    assert [email for email in emails if not EMAIL.fullmatch(email)] == []
    assert {card.door.postcode[:4] for card in everybody} == {"9999"}


def test_nobody_who_wants_peace_takes_part(klaverhoek: Store) -> None:
    for row in klaverhoek.read(activities.listed):
        for signup in klaverhoek.read(activities.signups, row.id):
            assert not signup.person.do_not_approach


def test_names_have_many_origins(klaverhoek: Store) -> None:
    names = [card.name.spoken for card in _everybody(klaverhoek)]
    assert sum(not name.isascii() for name in names) > 15
    assert len(set(names)) > 150


def test_what_people_are_found_by_is_what_the_actions_make_of_it(tmp_path: Path) -> None:
    """Saving everybody again as they are changes nothing."""
    with make_sample(tmp_path / "klaverhoek.buurt") as store:
        before = store.check().digest
        for card in _everybody(store):
            store.write(DONE, people.change_person, card.id, people.draft_of(card))
        assert store.check().digest == before


def _digest(path: Path, *arguments: object) -> str:
    asked("sample", path, *arguments)
    return str(asked("check", path)["digest"])


def test_the_same_seed_makes_the_same_file_and_another_one_another(tmp_path: Path) -> None:
    first = _digest(tmp_path / "a.buurt")
    assert _digest(tmp_path / "b.buurt") == first
    assert _digest(tmp_path / "c.buurt", "--seed", 2) != first


@pytest.mark.parametrize(
    ("options", "addresses", "count"),
    [
        ((), 325, 186),
        (("--people", 0), 325, 0),
        (("--people", 3, "--addresses", 1), 1, 3),
        (("--addresses", 1000), 1000, 186),
        (("--people", 1200), 480, 1200),
        (("--people", 40, "--addresses", 12), 12, 40),
    ],
)
def test_any_size_can_be_asked(tmp_path: Path, options: tuple[object, ...], addresses: int, count: int) -> None:
    file = tmp_path / "x.buurt"
    made = asked("sample", file, *options)
    assert (made["addresses"], made["people"]) == (addresses, count)
    assert made["file"] == str(file)
    report = asked("check", file)
    assert report["ok"] is True
    assert (report["addresses"], report["people"], report["activities"]) == (addresses, count, made["activities"])


def test_a_file_that_is_there_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "soep.buurt"
    asked("new", file, "--name", "Echt")
    before = file.read_bytes()
    assert run_app("sample", file, "--json").exit_code == 1
    assert file.read_bytes() == before


def test_impossible_sizes_are_wrong_usage(tmp_path: Path) -> None:
    assert run_app("sample", tmp_path / "x.buurt", "--people", 100_001).exit_code == 2
    assert run_app("sample", tmp_path / "x.buurt", "--addresses", 0).exit_code == 2


@pytest.mark.bench
@pytest.mark.timeout(300)
def test_a_town_is_made_within_a_minute(tmp_path: Path) -> None:
    start = time.perf_counter()
    with make_sample(tmp_path / "stad.buurt", None, 100_000) as store:
        assert time.perf_counter() - start <= 60
        assert store.read(listing.count) == 100_000
