"""The folder that accounts for money: what came in and went out, who took part, what was learned, and every receipt.

What is missing stands on it in amber frames, where it belongs and as a list, so that nobody hands it in by accident.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from buurtapp.core.i18n import N_, Text, _, language, n_, text
from buurtapp.features.activities.money import rules
from buurtapp.features.activities.money.printouts import chapters
from buurtapp.features.activities.money.printouts.blocks import (
    AMBER,
    BRICK,
    GREEN,
    GREY,
    MARGIN_MM,
    PALE,
    WIDE_MM,
    Block,
    Cell,
    Column,
    dashed,
    gap,
    gap_box,
    heading,
    next_page,
    paragraph,
    quote,
    share_out,
    short,
    table,
)
from buurtapp.features.activities.money.printouts.pages import draw_paper
from buurtapp.features.activities.money.records import FEWEST, Account, AccountPaper, Held, LineRow, Nearness
from buurtapp.features.activities.money.typed import bare, euros
from buurtapp.features.people.printouts.list_frame import Fitted, day_in_words, draw_plate, plate_of
from buurtapp.printing import fonts
from buurtapp.printing.pages import PrintedPages
from buurtapp.printing.pen import Color, Pen

Progress = Callable[[int, int], None]
_HURRY: dict[Nearness, Color] = {"": GREY, "far": GREY, "near": AMBER, "late": BRICK}
_FOOT_MM = 281.0
_BARS_MM = 24.0
_SIGN_MM = 18.0


def draw_account(paper: AccountPaper, progress: Progress | None = None) -> PrintedPages:
    """Return the folder as PDF in the present language; `progress` is called before each page."""
    sheets = chapters.sheets(paper.account)
    # How many pages of words there are does not hang on the numbers of the pages behind them.
    told = len(share_out(_blocks(paper, {})))
    at = {one.paper.id: told + number for number, one in reversed(list(enumerate(sheets, 1)))}
    pages = share_out(_blocks(paper, at))
    title = _title(paper.account)
    pen = Pen(title)
    count = len(pages) + len(sheets)
    undrawn: list[str] = []
    for number in range(count):
        if progress is not None:
            progress(number, count)
        if number:
            pen.next_page()
        if number < len(pages):
            for y, block in pages[number]:
                block.draw(pen, y)
        else:
            one = sheets[number - len(pages)]
            if not draw_paper(pen, one, paper.contents[one.paper.id]):
                undrawn.append(one.title)
        _draw_foot(pen, title, count, is_sample=paper.is_sample)
    return PrintedPages(pen.finish(), None, count, _warnings(paper, undrawn))


def _warnings(paper: AccountPaper, undrawn: list[str]) -> tuple[Text, ...]:
    found = [text(N_("Still missing: {what}"), what=one.words) for one in paper.gaps]
    found += [text(N_("A sheet of {title} cannot be drawn: add the paper itself."), title=title) for title in undrawn]
    return tuple(found)


def _title(account: Account) -> str:
    return _("Account of {title}").format(title=account.title)


def _draw_foot(pen: Pen, title: str, pages: int, *, is_sample: bool) -> None:
    pen.rule(MARGIN_MM, _FOOT_MM, MARGIN_MM + WIDE_MM, _FOOT_MM, 0.2, GREY)
    said = _("{title}, page {page} of {pages}").format(title=title, page=pen.page, pages=pages)
    pen.line_of_text(short(said, fonts.face("text"), 8.5, 110), MARGIN_MM, _FOOT_MM + 4.6, "left", GREY)
    if is_sample:
        invented = _("All names and amounts are invented")
        pen.text(invented, MARGIN_MM + WIDE_MM, _FOOT_MM + 4.6, fonts.face("text"), 8.5, "right", GREY)


def _blocks(paper: AccountPaper, pages: dict[int, int]) -> list[Block]:
    account = paper.account
    return [
        *_cover(paper),
        *_money(account),
        *_people(account),
        *_signatures(paper),
        *([next_page()] if account.activity_id is None else []),
        *chapters.learned(account),
        *chapters.activities(account),
        *chapters.photos(paper),
        *chapters.receipts(account, pages),
        *chapters.missing(paper),
    ]


# The cover


def _cover(paper: AccountPaper) -> list[Block]:
    account, fund = paper.account, paper.account.fund
    plate = plate_of(paper.group_name or "Buurtapp", 90)
    blocks = [Block(11.0, lambda pen, y: _plate(pen, plate, y))]
    blocks += heading(_title(account), 24.0)[1:]
    day = day_in_words(paper.day)
    to = fund.giver if fund is not None else ""
    said = _("{group} to {giver}. As of {day}.") if to else _("{group}. As of {day}.")
    blocks += paragraph(said.format(group=paper.group_name, giver=to, day=day))
    if fund is not None:
        granted = _("Granted: {amount}.").format(amount=euros(fund.granted))
        reference = _("Reference: {reference}.").format(reference=fund.reference) if fund.reference.strip() else ""
        by = ""
        if fund.deadline is not None:
            by = _("To be handed in by {day}.").format(day=day_in_words(fund.deadline))
        blocks += paragraph(" ".join(filter(None, (granted, reference, by))))
        if not reference:
            blocks += [gap(1.5), *gap_box(_("The number of the grant is still missing here."), wide=110)]
        if paper.gaps and fund.deadline is not None:
            # Only on a folder that is not complete: what is handed in needs no hurry.
            color = _HURRY[rules.nearness(fund, paper.day)]
            hurry = f"{rules.deadline_words(fund, paper.day).render()} · {chapters.missing_words(paper)}"
            blocks += paragraph(hurry, 11.0, 700, color)
        if not by:
            blocks += [gap(1.5), *gap_box(_("The day by which it must be in is still missing here."), wide=110)]
    if account.purpose.strip():
        blocks += quote(_("What it is about: {purpose}").format(purpose=account.purpose.strip()))
    return blocks


def _plate(pen: Pen, plate: Fitted, y: float) -> None:
    draw_plate(pen, plate, MARGIN_MM, y)


# Money


def _money(account: Account) -> list[Block]:
    blocks = heading(_("What did we get and what did we spend?"))
    if not account.lines:
        return blocks + gap_box(_("No money has been written down yet."))
    columns = (
        Column(_("What for"), 72.0),
        Column(_("Planned"), 25.0, is_right=True),
        Column(_("Spent"), 25.0, is_right=True),
        Column("", 27.0),
        Column(_("Receipts"), WIDE_MM - 149.0, is_right=True),
    )
    receipts = sum(line.receipts for line in account.lines)
    papers = sum(line.papers for line in account.lines)
    total = (
        Cell(_("Together"), is_strong=True),
        Cell(bare(account.planned) if account.planned else "–", is_strong=True),
        Cell(bare(account.spent), is_strong=True),
        Cell(),
        Cell(_of(papers, receipts), is_strong=True),
    )
    blocks += table(columns, [_money_row(line) for line in account.lines], total)
    blocks.append(gap(2.0))
    blocks += paragraph(_left_words(account))
    for one in (line for line in account.lines if line.is_over):
        said = _("{title}: {amount} more than planned, because")
        words = said.format(title=one.title, amount=euros(-one.left))
        blocks += gap_box(f"{words} ____________________________")
    return blocks


def _of(part: int, whole: int) -> str:
    return _("{part} of {whole}").format(part=part, whole=whole)


def _money_row(line: LineRow) -> list[Cell]:
    no_plan = Cell("–") if line.is_shared and not line.planned else Cell(_("no plan"), is_gap=True)
    bar = line.spent / line.planned if line.planned else None
    return [
        Cell(line.title),
        Cell(bare(line.planned)) if line.planned else no_plan,
        Cell(bare(line.spent)),
        Cell(bar=bar),
        Cell(_of(line.papers, line.receipts), is_gap=line.papers < line.receipts) if line.receipts else Cell("–"),
    ]


def _left_words(account: Account) -> str:
    fund = account.fund
    whole = fund.granted if fund is not None and account.activity_id is None and fund.granted else account.planned
    if not whole:
        return ""
    left = whole - account.spent
    if left < 0:
        return _("Spent more than there was: {amount}.").format(amount=euros(-left))
    return _("Left: {amount}.").format(amount=euros(left))


# People


def _people(account: Account) -> list[Block]:
    held = [one for one in account.held if one.is_over]
    blocks = heading(_("Who took part?"))
    if not held:
        return blocks + paragraph(_("Nothing has happened yet to tell about."))
    counted = [one.came for one in held if one.came is not None]
    blocks += paragraph(" ".join(_people_words(account, held, counted)))
    uncounted = len(held) - len(counted)
    if uncounted:
        line = n_("{count} activity was not counted.", "{count} activities were not counted.", uncounted)
        blocks += [gap(1.5), *gap_box(line.format(count=uncounted), wide=90)]
    if len(account.turnout.months) > 1:
        blocks.append(_months(account))
    return blocks


def _people_words(account: Account, held: list[Held], counted: list[int]) -> list[str]:
    turnout, told = account.turnout, rules.told
    times = n_("Something was done {count} time.", "Something was done {count} times.", len(held))
    said = [times.format(count=len(held))]
    if counted:
        came, mean = sum(counted), rules.average(account) or 0
        said.append(_("{came} visits in all, {average} people each time.").format(came=told(came), average=told(mean)))
        said.append(
            _("{addresses} of the {all} addresses took part at least once; {people} different people came.").format(
                addresses=told(turnout.addresses), all=turnout.all_addresses, people=told(turnout.people)
            )
        )
    helpers, minutes = sum(one.helpers for one in held), sum(one.minutes for one in held)
    if helpers:
        line = _("{times} times somebody helped, {hours} hours together.")
        said.append(line.format(times=told(helpers), hours=round(minutes / 60)))
    return said


def _months(account: Account) -> Block:
    months = account.turnout.months[-12:]

    def draw(pen: Pen, y: float) -> None:
        wide = WIDE_MM / max(len(months), 6)
        base = y + _BARS_MM + 5
        most = max(one.addresses for one in months) or 1
        for at, one in enumerate(months):
            x = MARGIN_MM + at * wide
            is_told = rules.told(one.addresses) == str(one.addresses)
            high = (one.addresses if is_told else FEWEST / 2) / most * (_BARS_MM - 5)
            color: Color = GREEN if at == len(months) - 1 else PALE
            pen.frame(x + 0.8, base - high, wide - 1.6, high, 0.0, filling=color)
            middle = x + wide / 2
            pen.text(rules.told(one.addresses), middle, base - high - 1.2, fonts.face("text", 700), 9, "center")
            pen.text(_month(one.year, one.month), middle, base + 4.2, fonts.face("text"), 9, "center")
        pen.rule(MARGIN_MM, base, MARGIN_MM + wide * len(months), base, 0.35)

    return Block(_BARS_MM + 11.0, draw)


def _month(year: int, month: int) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - loads its tables at first use

    return str(format_date(date(year, month, 1), "LLL", locale=language())).replace(".", "")


# Signatures


def _signatures(paper: AccountPaper) -> list[Block]:
    fund = paper.account.fund
    wide = (WIDE_MM - 8) / 2

    def draw(pen: Pen, y: float) -> None:
        left = MARGIN_MM
        if fund is not None:
            _sign(pen, (left, y, wide), _treasurer(paper), is_gap=fund.signed_on is None or not fund.signer.strip())
            left += wide + 8
        said = _("for the group: {name}").format(name=paper.signs) if paper.signs else _("for the group:")
        _sign(pen, (left, y, wide), said, is_gap=False)

    return [*heading(_("Signature")), Block(_SIGN_MM, draw)]


def _treasurer(paper: AccountPaper) -> str:
    fund = paper.account.fund
    if fund is None:
        return ""
    if not fund.signer.strip():
        return _("treasurer: who signs?")
    if fund.signed_on is None:
        return _("treasurer, {name}: still to sign").format(name=fund.signer)
    return _("treasurer, {name}: signed {day}").format(name=fund.signer, day=day_in_words(fund.signed_on))


def _sign(pen: Pen, place: tuple[float, float, float], words: str, *, is_gap: bool) -> None:
    x, y, wide = place
    face = fonts.face("text", 600 if is_gap else 400)
    if is_gap:
        dashed(pen, x, y, wide, _SIGN_MM - 4)
        pen.line_of_text(short(words, face, 10, wide - 6), x + 3, y + 5.4)
        return
    pen.line_of_text(short(words, face, 10, wide), x, y + 5.4)
    pen.rule(x, y + _SIGN_MM - 4, x + wide, y + _SIGN_MM - 4, 0.3)
