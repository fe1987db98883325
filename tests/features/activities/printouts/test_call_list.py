"""The call list on paper: everybody on it once, numbers whole, and long names on the page."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from buurtapp.core.i18n import use_language
from buurtapp.features.activities.printouts.call_list import draw_call_list
from buurtapp.features.activities.records import CallList, CallRow
from buurtapp.printing.render import page_texts

DAY = date(2026, 10, 13)


def _list(*people: CallRow) -> CallList:
    return CallList("Soep op woensdag", datetime(2026, 10, 14, 12), "signed-up", people, 0, "Klaverhoek", DAY)


def test_what_is_known_of_somebody_stands_on_their_line() -> None:
    row = CallRow("Aaltje Brinkman", "Klaverstraat 1", ("06 0000 0101", "0499 000101"), "'s ochtends", "needs a lift")
    with use_language("en"):
        (told,) = page_texts(draw_call_list(_list(row, CallRow("Bets Kuipers", "", (), "")), "Who signed up").pdf)
    for words in ("Who signed up", *row.phones, row.best_time, row.hint, row.address, "no number known"):
        assert words in told
    assert "On this sheet: name, address, phone number, best time to call" in told


def test_the_foot_names_only_what_stands_on_the_paper() -> None:
    with use_language("en"):
        (told,) = page_texts(draw_call_list(_list(CallRow("Bets Kuipers", "", (), "")), "Who waits").pdf)
    assert "On this sheet: name, address, phone number." in told


@settings(max_examples=20, deadline=None)
@given(count=st.integers(1, 60), length=st.integers(1, 120))
def test_everybody_stands_on_it_once(count: int, length: int) -> None:
    people = [CallRow(f"Buur{at:03d} {'x' * length}", "Klaverstraat 1", ("06 0000 0101",), "") for at in range(count)]
    pages = draw_call_list(_list(*people), "Who signed up")
    told = "\n".join(page_texts(pages.pdf))
    assert all(told.count(f"Buur{at:03d}") == 1 for at in range(count))
    assert pages.warnings == ()
