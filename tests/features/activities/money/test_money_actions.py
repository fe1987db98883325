"""Everything that is done with money can be taken back, also with papers; rules that say no change nothing."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from builders import DONE, add_activity, new_store, refused, taken_back, unchanged
from buurtapp.core.store import Store
from buurtapp.features.activities.actions import plan
from buurtapp.features.activities.money import actions, queries
from buurtapp.features.activities.money.attachments import prepare
from buurtapp.features.activities.money.records import FundDraft, LineDraft, Prepared, ReceiptDraft

FUND = FundDraft("Wijkbudget", "Gemeente", "WB-118", "€ 1.500", date(2026, 11, 1), "Karin")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


def paper(shade: int = 120, name: str = "bon.png") -> Prepared:
    target = io.BytesIO()
    Image.new("L", (200, 300), shade).save(target, "PNG")
    return prepare(target.getvalue(), name)


def line_of(store: Store, activity: int, title: str = "Boodschappen") -> int:
    return store.write(DONE, actions.add_line, LineDraft(title, "45,00", activity_id=activity))


def receipt_of(store: Store, line: int, title: str = "Groente", kept: Prepared | None = None) -> int:
    return store.write(DONE, actions.add_receipt, line, ReceiptDraft(title, "12,50"), kept)


def test_a_fund_is_kept_as_it_was_typed_and_can_be_taken_back(store: Store) -> None:
    with taken_back(store):
        number = store.write(DONE, actions.add_fund, FUND)
    fund = store.read(queries.fund, number)
    assert (fund.granted, fund.deadline, fund.reference) == (150000, date(2026, 11, 1), "WB-118")
    with taken_back(store):
        store.write(DONE, actions.change_fund, number, replace(FUND, granted="", sent_on=date(2026, 10, 30)))
    assert store.read(queries.fund, number).granted == 0
    with taken_back(store):
        store.write(DONE, actions.delete_fund, number)


def test_a_fund_that_is_made_at_an_activity_pays_it(store: Store) -> None:
    activity = add_activity(store)
    with taken_back(store):
        number = store.write(DONE, actions.add_fund, FUND, activity)
    assert store.read(queries.fund_activities, number) == [activity]
    with taken_back(store):
        store.write(DONE, actions.set_fund, activity, None)
    assert store.read(queries.fund_activities, number) == []


def test_a_fund_in_use_is_not_deleted(store: Store) -> None:
    number = store.write(DONE, actions.add_fund, FUND, add_activity(store))
    before = unchanged(store)
    with refused("fund_in_use"):
        store.write(DONE, actions.delete_fund, number)
    with refused("not_found"):
        store.write(DONE, actions.set_fund, add_activity(store), 99)
    assert unchanged(store)[0] != before[0]
    assert store.read(queries.fund, number).name == "Wijkbudget"


def test_wrong_drafts_change_nothing(store: Store) -> None:
    line = line_of(store, add_activity(store))
    before = unchanged(store)
    for action, arguments in (
        (actions.add_fund, (FundDraft("", granted="x"),)),
        (actions.add_line, (LineDraft("", activity_id=1),)),
        (actions.change_line, (line, "Soep", "twaalf")),
        (actions.add_receipt, (line, ReceiptDraft("Groente", "0"))),
    ):
        with refused("draft_invalid"):
            store.write(DONE, action, *arguments)
    with refused("not_found"):
        store.write(DONE, actions.add_line, LineDraft("Soep", activity_id=99))
    with refused("not_found"):
        store.write(DONE, actions.add_line, LineDraft("Soep", fund_id=99))
    with pytest.raises(ValueError, match="belongs"):
        store.write(DONE, actions.add_line, LineDraft("Soep"))
    assert unchanged(store) == before


def test_lines_and_receipts_can_be_taken_back(store: Store) -> None:
    activity = add_activity(store)
    with taken_back(store):
        line = line_of(store, activity)
    with taken_back(store):
        store.write(DONE, actions.change_line, line, "Soep", "50")
    with taken_back(store):
        receipt = receipt_of(store, line)
    with taken_back(store):
        changed = ReceiptDraft("Brood", "3,20", date(2026, 10, 1), "Samira")
        store.write(DONE, actions.change_receipt, receipt, changed)
    (row,) = store.read(queries.receipts, [line])
    assert (row.title, row.amount, row.holder, row.activity_id) == ("Brood", 320, "Samira", activity)
    with taken_back(store):
        store.write(DONE, actions.delete_receipt, receipt)
    receipt_of(store, line, kept=paper())
    with taken_back(store):
        store.write(DONE, actions.delete_line, line)
    assert store.read(queries.stored).count == 0


def test_a_paper_can_be_added_replaced_and_taken_off(store: Store) -> None:
    receipt = receipt_of(store, line_of(store, add_activity(store)))
    with taken_back(store):
        store.write(DONE, actions.attach, receipt, paper())
    with taken_back(store):
        kept = store.write(DONE, actions.attach, receipt, paper(200))
    assert store.read(queries.stored).count == 1, "the one before is gone"
    assert store.read(queries.content, kept.attachment_id)[1] == paper(200).content
    with taken_back(store):
        store.write(DONE, actions.detach, receipt)
    assert store.read(queries.stored).count == 0


def test_the_same_file_is_kept_once_and_told(store: Store) -> None:
    line = line_of(store, add_activity(store))
    first = receipt_of(store, line, "Groente", paper())
    second = receipt_of(store, line, "Brood")
    with taken_back(store):
        done = store.write(DONE, actions.attach, second, paper(name="weer.png"))
    assert done.same_as == "Groente"
    assert store.read(queries.same_file, paper().sha256) == "Groente"
    assert store.read(queries.same_file, paper(7).sha256) == ""
    assert store.read(queries.stored).count == 1
    with taken_back(store):
        store.write(DONE, actions.delete_receipt, first)
    assert store.read(queries.stored).count == 1, "the other receipt still has it"
    assert store.write(DONE, actions.attach, second, paper()).same_as == ""
    store.write(DONE, actions.delete_receipt, second)
    assert store.read(queries.stored).count == 0


def test_photos_can_be_taken_back(store: Store) -> None:
    activity = add_activity(store)
    with taken_back(store):
        number = store.write(DONE, actions.add_photo, activity, paper(), "Aan tafel")
    with taken_back(store):
        store.write(DONE, actions.change_photo, number, "Soep", consent=True)
    (photo,) = store.read(queries.photos, [activity])
    assert (photo.caption, photo.consent) == ("Soep", True)
    before = unchanged(store)
    with refused("same_photo"):
        store.write(DONE, actions.add_photo, activity, paper(), "Nog eens")
    with refused("draft_invalid"):
        store.write(DONE, actions.change_photo, number, "x" * 201, consent=True)
    assert unchanged(store) == before
    with taken_back(store):
        store.write(DONE, actions.delete_photo, number)
    assert store.read(queries.stored).count == 0


def test_deleting_an_activity_takes_its_own_money_along_and_leaves_that_of_a_fund(store: Store) -> None:
    activity = add_activity(store)
    fund = store.write(DONE, actions.add_fund, FUND, activity)
    shared = store.write(DONE, actions.add_line, LineDraft("Soep", "720", fund_id=fund))
    draft = ReceiptDraft("Groente", "12,50", activity_id=activity)
    store.write(DONE, actions.add_receipt, shared, draft, paper(10))
    receipt_of(store, line_of(store, activity), kept=paper(20))
    store.write(DONE, actions.add_photo, activity, paper(30), consent=True)

    with taken_back(store):
        store.write(DONE, plan.delete_activity, activity)

    assert store.read(queries.stored).count == 1
    (left,) = store.read(queries.receipts, [shared])
    assert (left.title, left.activity_id) == ("Groente", None)
