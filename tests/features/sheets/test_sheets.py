"""Printed sheets: their codes, their frozen rows, and what is still out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from builders import DONE, add_activity, add_people, layout_of, new_store, printed, refused, signed_up, taken_back
from buurtapp.core.errors import UserError
from buurtapp.features.activities.actions import print_list
from buurtapp.features.sheets import actions, queries
from buurtapp.printing import codes
from buurtapp.printing.codes import human_code, parse_code


def test_a_code_is_found_however_it_is_typed(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store)
        code = printed(store, soup).code
        for typed in (
            code,
            code.lower(),
            code.replace("-", " "),
            f" {code} ",
            code.replace("0", "o").replace("1", "l"),
        ):
            assert store.read(queries.find, typed).code == code


def test_a_code_of_another_file_is_not_found_but_a_near_one_is_named(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store)
        form = parse_code(printed(store, soup).code)
        slip = form[:-1] + ("2" if form[-1] != "2" else "3")
        with pytest.raises(UserError) as told:
            store.read(queries.find, human_code(slip))
        assert told.value.kind == "unknown_code"
        assert told.value.advice is not None
        assert human_code(form) in told.value.advice.render()
        with refused("bad_code"):
            store.read(queries.find, human_code(form)[:-1] + "#")
        with refused("bad_code"):
            store.read(queries.find, "")


def test_a_code_is_given_out_once(tmp_path: Path) -> None:
    """The same chance draws the same code, unless a sheet has it already."""
    with new_store(tmp_path) as store:
        soup = add_activity(store)
        free = store.read(actions.free_code, Random(7))
        assert store.read(actions.free_code, Random(7)) == free
        sheet = replace(store.read(print_list.compose_list, soup, store.clock.today()), code=free)
        store.write(DONE, print_list.keep_list, soup, sheet, layout_of(sheet), b"%PDF")
        assert store.read(actions.free_code, Random(7)) != free


def test_rows_are_frozen_over_all_pages(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        numbers = add_people(store, 50)
        soup = add_activity(store)
        signed_up(store, soup, numbers)
        sheet = store.read(queries.find, printed(store, soup, walk_in_lines=3).code)
        assert sheet.pages == 2
        assert [row.row for row in sheet.rows] == list(range(1, 54))
        assert [row.person_id for row in sheet.rows] == [*numbers, None, None, None]
        assert {row.page for row in sheet.rows} == {1, 2}


def test_what_is_out_is_told_until_it_comes_home(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store)
        first, second = printed(store, soup).code, printed(store, soup).code
        assert [sheet.code for sheet in store.read(queries.still_out)] == [first, second]
        assert [sheet.code for sheet in store.read(queries.of_subject, "attendance", soup)] == [second, first]
        with taken_back(store):
            store.write(DONE, actions.note_home, store.read(queries.find, first).id)
        assert [sheet.code for sheet in store.read(queries.still_out)] == [second]
        assert store.read(queries.find, first).came_home_at == store.clock.now()


def test_a_layout_holds_no_names(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        numbers = add_people(store, 2)
        soup = add_activity(store)
        signed_up(store, soup, numbers)
        code = printed(store, soup).code
        assert "Buur" not in str(store.read(queries.layout, code))


def _slips(code: str) -> list[str]:
    """Every way to type one sign of a code wrong, forget it, or swap it with its neighbour."""
    plain = code.replace("-", "")
    made = [plain[:at] + sign + plain[at + 1 :] for at in range(len(plain)) for sign in codes.ALPHABET]
    made += [plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :] for at in range(len(plain) - 1)]
    made += [plain[:at] + plain[at + 1 :] for at in range(len(plain))]
    return [slip for slip in dict.fromkeys(made) if slip != plain]


def test_no_slip_of_one_sign_is_taken_for_the_list_and_each_is_helped(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        code = printed(store, add_activity(store)).code
        slips = _slips(code)
        assert len(slips) > 190
        for slip in slips:
            with pytest.raises(UserError) as told:
                store.read(queries.find, slip)
            assert told.value.kind == "bad_code", slip
            assert str(told.value.advice) == f"Bedoel je {code}?", slip


def test_a_code_that_is_far_from_all_of_ours_gets_no_suggestion(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        code = printed(store, add_activity(store)).code
        far = codes.human_code("".join("Z" if sign != "Z" else "2" for sign in code[:5]))
        with pytest.raises(UserError) as told:
            store.read(queries.find, far)
        assert code not in str(told.value)
