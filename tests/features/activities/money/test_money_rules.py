"""What an account still misses, how near a deadline is, and drafts that cannot be saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from buurtapp.core.i18n import use_language
from buurtapp.features.activities.money import rules
from buurtapp.features.activities.money.records import (
    JPEG,
    Account,
    AttachmentInfo,
    FundDraft,
    FundRow,
    Held,
    LineDraft,
    LineRow,
    PhotoRow,
    ReceiptDraft,
    ReceiptRow,
)

TODAY = date(2026, 10, 13)
FUND = FundRow(1, "Wijkbudget", "Gemeente", "WB-118", 150000, date(2026, 11, 1), "Karin", date(2026, 10, 12), None)
PAPER = AttachmentInfo(1, JPEG, "bon.jpg", 1000, 1)
LINE = LineRow(1, "Soep", 72000, 61140, 1, 1)
RECEIPT = ReceiptRow(1, 1, "Groente", 61140, date(2026, 9, 2), "", 1, PAPER)
HELD = Held(1, "Soep op woensdag", datetime(2026, 9, 2, 12), is_over=True, came=12, learned=True)
PHOTO = PhotoRow(1, 1, "Aan tafel", consent=True, attachment=PAPER)
WHOLE = Account("Wijkbudget", FUND, None, "", (LINE,), (RECEIPT,), (PHOTO,), (HELD,))


def test_a_whole_account_misses_nothing() -> None:
    assert rules.missing(WHOLE) == []
    assert next(one.render() for one in rules.done(WHOLE)).startswith("1 ")


def kinds(account: Account) -> list[str]:
    return [gap.kind for gap in rules.missing(account)]


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("amount", {"lines": (), "receipts": ()}),
        ("plan", {"lines": (replace(LINE, planned=0),)}),
        ("over", {"lines": (replace(LINE, planned=100),)}),
        ("granted", {"fund": replace(FUND, granted=100)}),
        ("receipt", {"receipts": (replace(RECEIPT, attachment=None),)}),
        ("attendance", {"held": (replace(HELD, came=None),)}),
        ("evaluation", {"held": (replace(HELD, learned=False),)}),
        ("photo", {"photos": ()}),
        ("photo", {"photos": (replace(PHOTO, consent=False),)}),
        ("reference", {"fund": replace(FUND, reference=" ")}),
        ("deadline", {"fund": replace(FUND, deadline=None)}),
        ("signature", {"fund": replace(FUND, signed_on=None)}),
        ("signature", {"fund": replace(FUND, signer="")}),
    ],
)
def test_each_missing_piece_is_named(kind: str, change: dict[str, object]) -> None:
    assert kinds(replace(WHOLE, **change)) == [kind]  # type: ignore[arg-type]


def test_what_is_still_to_come_misses_nothing_yet() -> None:
    coming = replace(HELD, id=2, is_over=False, came=None, learned=False)
    assert kinds(replace(WHOLE, held=(HELD, coming))) == []


def test_lost_receipts_of_one_line_and_one_holder_are_told_together() -> None:
    lost = [replace(RECEIPT, id=at, attachment=None, holder="Samira", paid_on=date(2026, 9, at)) for at in (9, 16)]
    with use_language("en"):
        (gap,) = rules.missing(replace(WHOLE, receipts=tuple(lost)))
        assert gap.words.render() == "2 receipts of Soep (9-9-2026, 16-9-2026: Samira has them)"
    nobody = replace(RECEIPT, attachment=None)
    assert len(rules.missing(replace(WHOLE, receipts=(*lost, nobody)))) == 2


def test_an_activity_without_a_fund_needs_no_letter() -> None:
    assert kinds(replace(WHOLE, fund=None, activity_id=1)) == []


def test_a_line_that_is_shared_needs_no_plan_of_its_own() -> None:
    shared = replace(LINE, planned=0, is_shared=True)
    assert kinds(replace(WHOLE, lines=(shared,), activity_id=1)) == []


@pytest.mark.parametrize(
    ("days", "near"), [(31, "far"), (30, "near"), (7, "near"), (6, "late"), (0, "late"), (-1, "late")]
)
def test_a_deadline_presses_more_as_it_comes_nearer(days: int, near: str) -> None:
    fund = replace(FUND, deadline=TODAY + timedelta(days=days))
    assert rules.nearness(fund, TODAY) == near
    assert rules.nearness(replace(fund, sent_on=TODAY), TODAY) == ""
    with use_language("en"):
        told = rules.deadline_words(fund, TODAY).render()
    assert told == {0: "today is the last day", -1: "1 day late"}.get(days, f"{days} days left")


def test_no_deadline_is_none() -> None:
    assert rules.nearness(replace(FUND, deadline=None), TODAY) == ""
    assert rules.nearness(None, TODAY) == ""


def test_few_people_are_not_counted_out() -> None:
    assert [rules.told(number) for number in (0, 1, 4, 5)] == ["0", "<5", "<5", "5"]


def test_everything_wrong_with_a_draft_is_told_at_once() -> None:
    fund = FundDraft(" ", granted="veel", giver="g" * 201)
    assert [one.field for one in rules.fund_problems(fund)] == ["name", "giver", "granted"]
    assert [one.field for one in rules.line_problems(LineDraft("", "x"))] == ["title", "planned"]
    assert rules.line_problems(LineDraft("Soep")) == []
    receipt = ReceiptDraft("x" * 201, "0", holder="h" * 201)
    assert [one.field for one in rules.receipt_problems(receipt)] == ["title", "amount", "holder"]
    assert [one.field for one in rules.caption_problems("c" * 201)] == ["caption"]
    assert rules.caption_problems("") == []
