"""The money of the sample tells the story of the pictures, and keeps the file small."""

from __future__ import annotations

from pathlib import Path

from buurtapp.core.clock import local
from buurtapp.features.activities.money import queries, rules
from buurtapp.sample.make import NOW, make_sample


def test_the_fund_of_the_sample_is_that_of_the_pictures(tmp_path: Path) -> None:
    with make_sample(tmp_path / "voorbeeld.buurt") as store:
        (fund,) = store.read(queries.funds)
        account = store.read(queries.account_of_fund, fund.id, local(NOW))
        kept = store.read(queries.stored)
    assert (fund.name, fund.granted) == ("Wijkbudget 2026", 150000)
    assert [(line.title, line.planned, line.spent, line.papers, line.receipts) for line in account.lines] == [
        ("Soep op woensdag", 72000, 61140, 23, 25),
        ("Fietsen maken", 25000, 18735, 4, 4),
        ("Zaal De Kas", 35000, 35000, 1, 1),
        ("Drukwerk", 18000, 14280, 3, 3),
    ]
    assert (account.planned, account.spent) == (150000, 129155)
    lost = [one for one in account.receipts if one.attachment is None]
    assert [(one.paid_on.month, one.paid_on.day, one.holder) for one in lost if one.paid_on is not None] == [
        (9, 9, "Samira"),
        (9, 16, "Samira"),
    ]
    assert {"receipt", "photo", "signature"} <= {gap.kind for gap in rules.missing(account)}
    assert rules.nearness(fund, local(NOW).date()) == "near"
    assert kept.count == 32
    assert kept.size < 400_000


def test_a_sample_without_people_has_money_all_the_same(tmp_path: Path) -> None:
    with make_sample(tmp_path / "leeg.buurt", addresses=1, people=0) as store:
        (fund,) = store.read(queries.funds)
        account = store.read(queries.account_of_fund, fund.id, local(NOW))
    assert account.spent == 129155
