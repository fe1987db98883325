"""The chapters behind the first page of an account: what was learned, done, photographed and paid, what is missing."""

from __future__ import annotations

from buurtapp.core.i18n import _, n_
from buurtapp.features.activities.money import rules
from buurtapp.features.activities.money.printouts.blocks import (
    WIDE_MM,
    Block,
    Cell,
    Column,
    gap,
    gap_box,
    heading,
    paragraph,
    table,
)
from buurtapp.features.activities.money.printouts.pages import PaperPage, photo_rows
from buurtapp.features.activities.money.records import Account, AccountPaper, ReceiptRow
from buurtapp.features.activities.money.typed import bare, euros
from buurtapp.features.people.printouts.list_frame import day_in_words


def learned(account: Account) -> list[Block]:
    """Return what went well and what next time, of each activity that was looked back at."""
    over = [one for one in account.held if one.is_over]
    if not over:
        return []
    blocks = heading(_("What did we learn?"))
    for one in over:
        if one.learned and (one.went_well.strip() or one.next_time.strip()):
            named = f"{one.title}, {day_in_words(one.starts_at.date())}"
            blocks += [gap(1.0), *paragraph(named, weight=700)]
            if one.went_well.strip():
                blocks += paragraph(_("Went well: {words}").format(words=one.went_well.strip()), indent_mm=4)
            if one.next_time.strip():
                blocks += paragraph(_("Next time: {words}").format(words=one.next_time.strip()), indent_mm=4)
    learned = {one.title for one in over if one.learned}
    for title in dict.fromkeys(one.title for one in over if one.title not in learned):
        blocks += [gap(1.0), *gap_box(_("Not looked back at yet: {title}").format(title=title))]
    return blocks


def activities(account: Account) -> list[Block]:
    """Return every activity that was held, with how many came."""
    over = [one for one in account.held if one.is_over]
    if not over:
        return []
    columns = (
        Column(_("Day"), 40.0),
        Column(_("Activity"), 82.0),
        Column(_("Came"), 26.0, is_right=True),
        Column(_("Helped"), WIDE_MM - 148.0, is_right=True),
    )
    rows = [
        [
            Cell(day_in_words(one.starts_at.date())),
            Cell(one.title),
            Cell(rules.told(one.came)) if one.came is not None else Cell(_("not counted"), is_gap=True),
            Cell(rules.told(one.helpers) if one.helpers else "–"),
        ]
        for one in over
    ]
    return [*heading(_("What did we do?")), *table(columns, rows)]


def photos(paper: AccountPaper) -> list[Block]:
    """Return the photos with consent, and where one is wanted."""
    account = paper.account
    shown = [photo for photo in account.photos if photo.consent and photo.attachment.id in paper.contents]
    wanting = [one for one in paper.gaps if one.kind == "photo"]
    if not shown and not wanting:
        return []
    blocks = heading(_("What did it look like?"))
    blocks += photo_rows(shown, dict(paper.contents))
    for one in wanting:
        blocks += [gap(1.0), *gap_box(one.words.render(), wide=110)]
    return blocks


def sheets(account: Account) -> list[PaperPage]:
    """Return a page for each sheet of each paper, in the order of the receipts; a paper that two share comes once."""
    made: list[PaperPage] = []
    seen: set[int] = set()
    titles = {line.id: line.title for line in account.lines}
    for number, one in enumerate(account.receipts, 1):
        kept = one.attachment
        if kept is None or kept.id in seen:
            continue
        seen.add(kept.id)
        title = _("Receipt {number}: {title}").format(number=number, title=one.title)
        facts = " · ".join(filter(None, (titles.get(one.line_id, ""), _paid(one), euros(one.amount))))
        made += [PaperPage(title, facts, kept, page) for page in range(1, kept.pages + 1)]
    return made


def _paid(one: ReceiptRow) -> str:
    return day_in_words(one.paid_on) if one.paid_on is not None else _("without a day")


def receipts(account: Account, pages: dict[int, int]) -> list[Block]:
    """Return every receipt with its number, and the page its paper is on."""
    if not account.receipts:
        return []
    columns = (
        Column(_("No."), 11.0),
        Column(_("Day"), 34.0),
        Column(_("What was paid"), 74.0),
        Column(_("Amount"), 22.0, is_right=True),
        Column(_("Receipt"), WIDE_MM - 141.0, is_right=True),
    )
    rows = []
    titles = {line.id: line.title for line in account.lines}
    for number, one in enumerate(account.receipts, 1):
        words = f"{titles.get(one.line_id, '')}: {one.title}"
        cells = [Cell(str(number)), Cell(_paid(one)), Cell(words), Cell(bare(one.amount))]
        rows.append([*cells, _paper_cell(one, pages)])
    return [*heading(_("All receipts")), *table(columns, rows)]


def _paper_cell(one: ReceiptRow, pages: dict[int, int]) -> Cell:
    if one.attachment is not None:
        return Cell(_("page {page}").format(page=pages.get(one.attachment.id, "")))
    if one.holder.strip():
        return Cell(_("{holder} has it").format(holder=one.holder), is_gap=True)
    return Cell(_("missing"), is_gap=True)


def missing_words(paper: AccountPaper) -> str:
    """Return how many things are still missing."""
    count = len(paper.gaps)
    return n_("Still missing: {count} thing", "Still missing: {count} things", count).format(count=count)


def missing(paper: AccountPaper) -> list[Block]:
    """Return what is still missing, as a list."""
    if not paper.gaps:
        return []
    blocks = heading(missing_words(paper))
    for one in paper.gaps:
        blocks += gap_box(one.words.render())
    return blocks
