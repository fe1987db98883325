"""What is wrong with what was typed about money, how near a deadline is, and what an account still misses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities.money import typed
from buurtapp.features.activities.money.records import (
    FEWEST,
    Account,
    FundDraft,
    FundRow,
    Gap,
    Held,
    LineDraft,
    LineRow,
    Nearness,
    ReceiptDraft,
    ReceiptRow,
)

LONGEST = 200
NEAR_DAYS, LATE_DAYS = 30, 7
"""A deadline at most so many days away is near; fewer than so many is late."""


def amount_problem(field: str, words: str, *, least: int = 0) -> list[DraftProblem]:
    """Return what is wrong with an amount as it was typed."""
    cents = typed.parse_amount(words)
    if cents is None:
        return [DraftProblem(field, text(N_("Write an amount like 12,50 or 1.500.")))]
    if cents < least:
        return [DraftProblem(field, text(N_("Write an amount of at least one cent.")))]
    return []


def _title_problem(field: str, words: str) -> list[DraftProblem]:
    if not words.strip():
        return [DraftProblem(field, text(N_("Write down what it is for.")))]
    if len(words) > LONGEST:
        return [DraftProblem(field, text(N_("This is too long. Use at most {most} letters."), most=LONGEST))]
    return []


def fund_problems(draft: FundDraft) -> list[DraftProblem]:
    """Return what is wrong with a fund, all at once; an amount that was not typed is nothing."""
    found = []
    if not draft.name.strip():
        found.append(DraftProblem("name", text(N_("Fill in what the fund is called."))))
    found += [
        DraftProblem(name, text(N_("This is too long. Use at most {most} letters."), most=LONGEST))
        for name in ("name", "giver", "reference", "signer")
        if len(getattr(draft, name)) > LONGEST
    ]
    if draft.granted.strip():
        found += amount_problem("granted", draft.granted)
    return found


def line_problems(draft: LineDraft) -> list[DraftProblem]:
    """Return what is wrong with a budget line, all at once; a plan that was not typed is none."""
    found = _title_problem("title", draft.title)
    return found + (amount_problem("planned", draft.planned) if draft.planned.strip() else [])


def receipt_problems(draft: ReceiptDraft) -> list[DraftProblem]:
    """Return what is wrong with a receipt, all at once."""
    found = _title_problem("title", draft.title) + amount_problem("amount", draft.amount, least=1)
    if len(draft.holder) > LONGEST:
        found.append(DraftProblem("holder", text(N_("This is too long. Use at most {most} letters."), most=LONGEST)))
    return found


def caption_problems(caption: str) -> list[DraftProblem]:
    """Return what is wrong with the words below a photo."""
    if len(caption) <= LONGEST:
        return []
    return [DraftProblem("caption", text(N_("This is too long. Use at most {most} letters."), most=LONGEST))]


def nearness(fund: FundRow | None, today: date) -> Nearness:
    """Return how near the deadline of a fund is; nothing presses once the account was sent."""
    if fund is None or fund.deadline is None or fund.sent_on is not None:
        return ""
    days = (fund.deadline - today).days
    return "late" if days < LATE_DAYS else "near" if days <= NEAR_DAYS else "far"


def deadline_words(fund: FundRow, today: date) -> Text:
    """Return how long there is still to account for a fund."""
    if fund.sent_on is not None:
        return text(N_("handed in"))
    if fund.deadline is None:
        return text(N_("no deadline"))
    days = (fund.deadline - today).days
    if days < 0:
        return plural_text("{count} day late", "{count} days late", -days)
    return plural_text("{count} day left", "{count} days left", days) if days else text(N_("today is the last day"))


def told(number: int) -> str:
    """Return how many people or addresses, where a report may tell that: fewer than five are not counted out."""
    return str(number) if number >= FEWEST or number == 0 else f"<{FEWEST}"


def average(account: Account) -> int | None:
    """Return how many people came each time, rounded; None when nobody was counted."""
    counted = [one.came for one in account.held if one.came is not None]
    return round(sum(counted) / len(counted)) if counted else None


# What is still missing


def missing(account: Account) -> list[Gap]:
    """Return every piece that an account still misses, in the order of the paper."""
    return [
        *_money_gaps(account),
        *_receipt_gaps(account.lines, account.receipts),
        *_activity_gaps(account),
        *_fund_gaps(account),
    ]


def _money_gaps(account: Account) -> Iterable[Gap]:
    if not account.lines:
        yield Gap("amount", text(N_("No money has been written down yet")), text(N_("what it was for, and how much")))
    for line in account.lines:
        if not line.planned and not line.is_shared:
            title = text(N_("No plan for {title}"), title=line.title)
            yield Gap("plan", title, text(N_("how much was it to cost?")), line.id)
        elif line.is_over:
            title = text(N_("More than planned for {title}"), title=line.title)
            more = text(N_("{amount} over the plan: tell why on the paper"), amount=typed.euros(-line.left))
            yield Gap("over", title, more, line.id)
    fund = account.fund
    if fund is not None and fund.granted and account.activity_id is None and account.spent > fund.granted:
        over = typed.euros(account.spent - fund.granted)
        title = text(N_("More spent than {fund} gives"), fund=fund.name)
        yield Gap("granted", title, text(N_("{amount} more: tell who pays that"), amount=over))


def _receipt_gaps(lines: Sequence[LineRow], receipts: Sequence[ReceiptRow]) -> Iterable[Gap]:
    """Yield what is missing for each line and holder: one walk to one person fills it."""
    lost: defaultdict[tuple[int, str], list[ReceiptRow]] = defaultdict(list)
    for one in receipts:
        if one.attachment is None:
            lost[one.line_id, one.holder.strip()].append(one)
    titles = {line.id: line.title for line in lines}
    for (line_id, holder), rows in lost.items():
        title = plural_text(
            "{count} receipt of {title}", "{count} receipts of {title}", len(rows), title=titles.get(line_id, "")
        )
        days = ", ".join(typed.day_typed(row.paid_on) or row.title for row in rows)
        if holder:
            more = text(N_("{days}: {holder} has it"), days=days, holder=holder)
            if len(rows) > 1:
                more = text(N_("{days}: {holder} has them"), days=days, holder=holder)
        else:
            more = text(N_("{days}: nobody knows who has it"), days=days)
        yield Gap("receipt", title, more, line_id, rows[0].id, rows[0].activity_id)


def _activity_gaps(account: Account) -> Iterable[Gap]:
    """Yield each activity that was not counted; what comes again is looked back at, and photographed, at least once."""
    over = [one for one in account.held if one.is_over]
    for one in over:
        if one.came is None:
            title = text(N_("Nobody was counted at {title}"), title=one.title)
            yield Gap("attendance", title, _day(one.starts_at.date()), activity_id=one.id)
    by_title: dict[str, list[Held]] = {}
    for one in over:
        by_title.setdefault(one.title, []).append(one)
    for name, times in by_title.items():
        newest = times[-1]
        if not any(one.learned for one in times):
            title = text(N_("What you learned from {title}"), title=name)
            yield Gap(
                "evaluation", title, text(N_("two minutes: what went well, what next time")), activity_id=newest.id
            )
    pictured = {photo.activity_id for photo in account.photos if photo.consent}
    for name, times in by_title.items():
        if not any(one.id in pictured for one in times):
            title = text(N_("A photo of {title}"), title=name)
            yield Gap("photo", title, text(N_("only with consent of who is on it")), activity_id=times[-1].id)


def _fund_gaps(account: Account) -> Iterable[Gap]:
    fund = account.fund
    if fund is None:
        return
    if not fund.reference.strip():
        title = text(N_("The number of the grant"), fund=fund.name)
        yield Gap("reference", title, text(N_("it stands in the letter of {giver}"), giver=fund.giver or fund.name))
    if fund.deadline is None:
        title = text(N_("The day by which it must be in"), fund=fund.name)
        yield Gap("deadline", title, text(N_("it stands in the letter of {giver}"), giver=fund.giver or fund.name))
    if not fund.signer.strip() or fund.signed_on is None:
        yield Gap("signature", text(N_("Signature of the treasurer")), text(N_("they put it on the paper")))


def _day(day: date) -> Text:
    return text("{day}", day=typed.day_typed(day))


def done(account: Account) -> list[Text]:
    """Return what an account has already, for below what is missing."""
    found = []
    papers = sum(1 for one in account.receipts if one.attachment is not None)
    if papers:
        found.append(plural_text("{count} receipt", "{count} receipts", papers))
    fund = account.fund
    if fund is not None and fund.reference.strip():
        found.append(text(N_("number of the grant")))
    counted = sum(1 for one in account.held if one.came is not None)
    if counted:
        found.append(plural_text("{count} activity counted", "{count} activities counted", counted))
    learned = sum(1 for one in account.held if one.learned)
    if learned:
        found.append(plural_text("looked back {count} time", "looked back {count} times", learned))
    photos = sum(1 for photo in account.photos if photo.consent)
    if photos:
        found.append(plural_text("{count} photo", "{count} photos", photos))
    if fund is not None and fund.signer.strip() and fund.signed_on is not None:
        found.append(text(N_("signature")))
    return found
