"""Which line of a list is which row of attendance."""

from __future__ import annotations

from buurtapp.features.activities.attendance.rules import Head, key_of, told_apart

PRINTED = {1, 2, 3}
SHEET = 7


def test_a_person_is_that_person_wherever_they_stand() -> None:
    assert key_of(Head(5, line=1, sheet_id=SHEET), SHEET, PRINTED) == key_of(Head(5, "Jan"), SHEET, PRINTED)


def test_a_line_with_a_name_stays_that_line_when_its_person_is_gone() -> None:
    printed, after = Head(None, "Jan Bos", 2, SHEET), Head(None, "", 2, SHEET)
    assert key_of(printed, SHEET, PRINTED) == key_of(after, SHEET, PRINTED)
    other_list = Head(None, "", 2, SHEET + 1)
    assert key_of(other_list, SHEET, PRINTED) != key_of(after, SHEET, PRINTED)


def test_a_name_on_a_blank_line_is_that_name_on_whichever_line() -> None:
    assert key_of(Head(None, "Jan Bos", 4, SHEET), SHEET, PRINTED) == key_of(Head(None, "jan  bós"), SHEET, PRINTED)


def test_two_of_one_name_and_two_unreadable_ones_are_told_apart() -> None:
    heads = told_apart(
        [
            Head(None, "Jan"),
            Head(None, "JAN"),
            Head(None, sheet_id=SHEET, unreadable=True),
            Head(None, sheet_id=SHEET, unreadable=True),
            Head(None, sheet_id=SHEET + 1, unreadable=True),
            Head(5, "Jan"),
        ]
    )
    assert [head.again for head in heads] == [0, 1, 0, 1, 0, 0]
    keys = [key_of(head, SHEET, PRINTED) for head in heads]
    assert len(set(keys)) == len(keys)
