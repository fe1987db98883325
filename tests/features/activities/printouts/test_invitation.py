"""The words of an invitation, and the slip at the foot of its letter."""

from __future__ import annotations

from datetime import date, datetime

from builders import activity_draft
from buurtapp.core.i18n import use_language
from buurtapp.features.activities.invitations import Letters
from buurtapp.features.activities.printouts.invitation import draw_invitation, invitation_of
from buurtapp.features.activities.records import ActivityCard, ActivityDraft
from buurtapp.features.activities.rows import Counts
from buurtapp.features.group.records import Group
from buurtapp.features.people.papers import Addressee
from buurtapp.features.people.records import Door
from buurtapp.features.people.rules import letters
from buurtapp.printing.render import page_texts


def _card(draft: ActivityDraft) -> ActivityCard:
    return ActivityCard(1, draft, Counts())


def _drawn(text: str) -> list[str]:
    draft = ActivityDraft("Soep", datetime(2026, 10, 14, 12), text=text, place="De Kas", organiser="Samira")
    to = Addressee(("Henk van der Meer", "Klaverstraat 5"), "Beste Henk,", Door("Klaverstraat", 5), (1,))
    owner = Group("Klaverhoek", "Klaverdorp")
    made = Letters(_card(draft), (to,), "Samira, 06 0000 0108", "Samira", owner, date(2026, 10, 13), ())
    return page_texts(draw_invitation(made).pdf)


def test_empty_facts_are_left_out() -> None:
    with use_language("en"):
        made = invitation_of(_card(activity_draft()), "Samira")
    assert "Where: De Kas, Esdoornplein 2" in made.body
    assert "When: Wednesday 14 October 2026, 12:00 – 13:30" in made.body
    assert "Cost:" not in made.body
    assert "Call Samira" in made.body


def test_braces_and_brackets_of_somebody_are_no_fields_of_the_letter() -> None:
    draft = ActivityDraft("Soep {naam} [dag]", datetime(2026, 10, 14, 12), text="{iets}")
    made = invitation_of(_card(draft), "")
    assert letters.problems(made.subject, made.body) == ()
    assert letters.blanks_in(made.subject + made.body) == ()


def test_the_slip_stands_at_the_foot_of_the_last_page() -> None:
    with use_language("en"):
        short, long = _drawn("Kom gerust."), _drawn("\n\n".join(["Een lange alinea over soep en brood. " * 12] * 9))
    assert len(short) == 1
    assert "Name and house number:" in short[0]
    assert len(long) > 1
    assert "Name and house number:" not in "".join(long[:-1])
    assert "Name and house number:" in long[-1]


def test_no_letter_of_any_length_loses_its_end_or_its_slip() -> None:
    for sentences in range(0, 40, 3):
        with use_language("en"):
            told = _drawn("Een zin over soep. " * 6 * sentences)
        assert "Kind regards" in "".join(told)
        assert told[-1].count("Name and house number:") == 1
