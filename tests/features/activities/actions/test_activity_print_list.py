"""The attendance list: what stands on it, its code, and the rows that are frozen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders import DONE, add_activity, add_people, add_person, new_store, printed, refused, signed_up, taken_back
from buurtapp.features.activities.actions import print_list
from buurtapp.features.activities.printouts.attendance_list import attendance_list
from buurtapp.features.group import actions as group
from buurtapp.features.group.records import Group
from buurtapp.features.people.actions import people
from buurtapp.features.people.queries.cards import card
from buurtapp.features.sheets import queries as sheets


def test_only_what_is_needed_stands_on_it(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        store.write(DONE, group.change_group, Group("Klaverhoek", contact_name="Marijke", contact_phone="06 0000 0105"))
        numbers = add_people(store, 4)
        soup = add_activity(store, capacity=3)
        signed_up(store, soup, numbers)
        sheet = store.read(print_list.compose_list, soup, date(2026, 10, 13), column="phone", walk_in_lines=6)
        assert sheet.group_name == "Klaverhoek"
        assert sheet.contact == "Marijke, 06 0000 0105"
        assert [name.person_id for name in sheet.names] == numbers[:3], "who waits is left out"
        assert (sheet.column, sheet.walk_in_lines, sheet.printed_on) == ("phone", 6, date(2026, 10, 13))
        assert store.read(sheets.still_out) == [], "nothing is saved before it is printed"


@pytest.mark.parametrize(
    ("owner", "line"),
    [
        (Group("K", contact_name="Marijke", contact_phone="+31600000105"), "Marijke, 06 0000 0105"),
        (Group("K", contact_name="Marijke"), "Marijke"),
        (Group("K", contact_email="m@example.org"), "m@example.org"),
        (Group("K"), ""),
    ],
)
def test_whom_to_ask_is_one_line_of_what_there_is(owner: Group, line: str, tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        store.write(DONE, group.change_group, owner)
        soup = add_activity(store)
        assert store.read(print_list.compose_list, soup, date(2026, 10, 13)).contact == line


def test_people_of_one_name_are_told_apart_by_their_door(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        numbers = [
            add_person(store, "Jan Jansen", "Klaverstraat 12 a"),
            add_person(store, "jan jansen", "Vlierhof 2"),
            add_person(store, "Ria Jansen", "Vlierhof 2"),
        ]
        soup = add_activity(store)
        signed_up(store, soup, numbers)
        sheet = store.read(print_list.compose_list, soup, date(2026, 10, 13))
        notes = {name.person_id: name.note for name in sheet.names}
        assert "12 a" in notes[numbers[0]]
        assert "2" in notes[numbers[1]]
        assert notes[numbers[2]] == ""


def test_a_printed_list_is_frozen_with_its_code(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        henk = add_person(store)
        soup = add_activity(store)
        signed_up(store, soup, [henk])
        sheet = store.read(print_list.compose_list, soup, store.clock.today(), walk_in_lines=2)
        pages = attendance_list(sheet)
        assert pages.layout is not None

        with taken_back(store):
            store.write(
                print_list.printed_label(sheet.title), print_list.keep_list, soup, sheet, pages.layout, pages.pdf
            )
        draft = people.draft_of(store.read(card, henk))
        store.write(DONE, people.change_person, henk, replace(draft, name=replace(draft.name, given="Hendrik")))

        kept = store.read(sheets.find, sheet.code)
        assert [(row.row, row.person_id, row.text) for row in kept.rows] == [
            (1, henk, "Henk van der Meer"),
            (2, None, ""),
            (3, None, ""),
        ]
        assert store.read(sheets.layout, sheet.code) == pages.layout.to_json()


def test_every_print_has_a_code_of_its_own_and_old_paper_stays_valid(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store)
        codes = {printed(store, soup).code for _ in range(20)}
        assert len(codes) == 20
        assert {store.read(sheets.find, code).subject_id for code in codes} == {soup}


def test_no_list_of_an_activity_that_is_not_there(tmp_path: Path) -> None:
    with new_store(tmp_path) as store, refused("not_found"):
        store.read(print_list.compose_list, 5, date(2026, 10, 13))
