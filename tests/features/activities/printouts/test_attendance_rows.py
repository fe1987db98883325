"""Which row stands on which page, and how high it is."""

from __future__ import annotations

import pytest

from buurtapp.features.activities.printouts.attendance_rows import (
    NAMES_ON_PAGE,
    ROW_MM,
    WALK_IN_HEADING_MM,
    WALK_IN_ROW_MM,
    ListRow,
    share_out,
    stretch_mm,
    used_mm,
)

ROOM = 228.0


def some_rows(names: int, walk_ins: int = 0, height_mm: float = ROW_MM) -> list[ListRow]:
    known = [ListRow(n, n, (), (), note_beside=False, height_mm=height_mm) for n in range(1, names + 1)]
    empty = [
        ListRow(names + n, None, (), (), note_beside=False, height_mm=WALK_IN_ROW_MM) for n in range(1, walk_ins + 1)
    ]
    return [*known, *empty]


@pytest.mark.parametrize("names", [0, 1, 23, 24, 25, 49, 100, 1000])
@pytest.mark.parametrize("walk_ins", [0, 4, 40])
def test_every_row_is_on_one_page_in_order(names: int, walk_ins: int) -> None:
    rows = some_rows(names, walk_ins)

    pages = share_out(rows, ROOM)

    assert [row for page in pages for row in page] == rows
    assert all(used_mm(page) <= ROOM for page in pages)
    assert all(sum(not row.is_walk_in for row in page) <= NAMES_ON_PAGE for page in pages)


def test_pages_with_names_only_differ_by_at_most_one_row() -> None:
    counts = [len(page) for page in share_out(some_rows(50), ROOM)]

    assert counts == [17, 17, 16]


def test_a_list_without_names_has_one_page() -> None:
    assert share_out([], ROOM) == [[]]


def test_a_row_higher_than_a_page_gets_its_own() -> None:
    pages = share_out(some_rows(3, height_mm=300), ROOM)

    assert [len(page) for page in pages] == [1, 1, 1]


def test_the_heading_over_the_empty_lines_takes_room_once() -> None:
    assert used_mm(some_rows(2, 3)) == pytest.approx(2 * ROW_MM + WALK_IN_HEADING_MM + 3 * WALK_IN_ROW_MM)


def test_rows_are_stretched_alike_until_the_fullest_page_is_full() -> None:
    pages = [some_rows(24), some_rows(24, 3), some_rows(2)]

    stretch = stretch_mm(pages, ROOM)

    assert used_mm(pages[1]) + 24 * stretch == pytest.approx(ROOM)


def test_few_rows_are_stretched_to_a_comfortable_height_and_no_further() -> None:
    assert stretch_mm([some_rows(3)], ROOM) == pytest.approx(1.5)
    assert stretch_mm([some_rows(0, 3)], ROOM) == pytest.approx(1.5)
    assert stretch_mm([some_rows(1, height_mm=300)], ROOM) == 0
