"""What a list looks like, who lives together, and who came before."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from builders import DONE, add_activity, add_person, new_store, printed, signed_up
from buurtapp.features.activities.actions import attend
from buurtapp.features.activities.attendance import queries
from buurtapp.features.sheets import queries as sheets


def test_a_list_without_photo_ok_has_no_such_boxes_and_knows_who_lives_together(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store)
        anna, bert = add_person(store, "Anna Bos", "Vlierhof 2"), add_person(store, "Bert Bos", "Vlierhof 2")
        signed_up(store, soup, [anna, bert, add_person(store, "Cor Los", "")])
        shape = store.read(queries.shape, store.read(sheets.find, printed(store, soup).code).id)
        assert (shape.photos, dict(shape.bands)) == (frozenset(), {})
        assert set(shape.homes) == {1, 2}
        assert len(set(shape.homes.values())) == 1
        assert store.read(queries.shape, 999).homes == {}


def test_housemates_are_told_with_the_one_who_is_asked_about_first(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        anna, bert = add_person(store, "Anna Bos", "Vlierhof 2"), add_person(store, "Bert Bos", "Vlierhof 2")
        alone = add_person(store, "Cor Los", "")
        add_person(store, "Dirk Los", "")
        assert store.read(queries.living_with, bert) == [bert, anna]
        assert store.read(queries.living_with, alone) == [alone]


def test_only_what_began_earlier_counts_as_coming_before(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        anna, bert = add_person(store, "Anna Bos", "Vlierhof 2"), add_person(store, "Bert Bos", "Vlierhof 2")
        early = add_activity(store, starts_at=datetime(2026, 10, 7, 12))
        late = add_activity(store, starts_at=datetime(2026, 10, 21, 12))
        now = add_activity(store)
        store.write(DONE, attend.set_present, early, anna, present=True)
        store.write(DONE, attend.set_present, late, bert, present=True)
        assert store.read(queries.came_before, now) == {anna}


def test_everybody_is_there_by_name(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        henk, cigdem = add_person(store), add_person(store, "Çiğdem Aydoğan", "Vlierhof 2")
        assert [(one.id, one.words, one.family) for one in store.read(queries.neighbours)] == [
            (cigdem, "aydogan cigdem", "aydogan"),
            (henk, "meer henk van der", "meer"),
        ]
