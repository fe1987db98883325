"""Commands about money: budget lines, receipts, photos and funds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from buurtapp.core import console
from buurtapp.core.i18n import _
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.money import actions, queries
from buurtapp.features.activities.money.attachments import prepare_file
from buurtapp.features.activities.money.records import FundDraft, FundRow, LineDraft, LineRow, ReceiptDraft, ReceiptRow
from buurtapp.features.activities.money.typed import bare, euros

_DAY = "2026-09-09"


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        message = f"write a day like this: {_DAY}"
        raise click.BadParameter(message) from error


activity_argument = click.argument("number", metavar="ID", type=int)


@click.command
@console.file_argument
@activity_argument
@console.json_option
def show_budget(file: Path, number: int) -> None:
    """Show the money of an activity: plan against real, with receipts. Amounts in JSON are cents."""
    with console.open_to_read(file) as store:
        card = store.read(activities.card, number)
        lines = store.read(queries.lines_of_activity, number)
        receipts = store.read(queries.receipts, [line.id for line in lines])
        photos = store.read(queries.photos, [number])
        fund = store.read(queries.fund, card.fund_id) if card.fund_id is not None else None
    told = [_told_line(line, [one for one in receipts if one.line_id == line.id]) for line in lines]
    console.answer(
        {
            "fund": _told_fund(fund) if fund is not None else None,
            "lines": told,
            "photos": [{"id": one.id, "caption": one.caption, "consent": one.consent} for one in photos],
            "planned": sum(line.planned for line in lines),
            "spent": sum(line.spent for line in lines),
        },
        [
            f"{line.id:>4}  {line.title}  {bare(line.planned)}  {bare(line.spent)}  {line.papers}/{line.receipts}"
            for line in lines
        ],
    )


def _told_line(line: LineRow, receipts: list[ReceiptRow]) -> dict[str, object]:
    return {
        "id": line.id,
        "title": line.title,
        "planned": line.planned,
        "spent": line.spent,
        "left": line.left,
        "shared": line.is_shared,
        "receipts": [
            {
                "id": one.id,
                "title": one.title,
                "amount": one.amount,
                "day": one.paid_on.isoformat() if one.paid_on is not None else None,
                "holder": one.holder,
                "activity_id": one.activity_id,
                "paper": one.attachment is not None,
            }
            for one in receipts
        ],
    }


@click.command
@console.file_argument
@activity_argument
@click.option("--title", required=True, help="What it is for.")
@click.option("--planned", default="", help="How much it may cost: 45,00.")
@click.option("--fund", type=int, metavar="FUND_ID", help="The fund that pays it.")
@console.json_option
def add_budget(file: Path, number: int, title: str, planned: str, fund: int | None) -> None:
    """Add a budget line to an activity."""
    with console.open_to_write(file) as store:
        draft = LineDraft(title, planned, activity_id=number, fund_id=fund)
        made = store.write(actions.line_added_label(title), actions.add_line, draft)
    console.answer({"id": made}, [actions.line_added_label(title).render()])


@click.command
@console.file_argument
@activity_argument
@click.option("--line", type=int, required=True, metavar="LINE_ID", help="The budget line it was paid for.")
@click.option("--amount", required=True, help="What was paid: 12,50.")
@click.option("--title", required=True, help="What was paid.")
@click.option("--picture", type=click.Path(path_type=Path), help="A photo or PDF of the receipt.")
@click.option("--holder", default="", help="Who still has the paper.")
@click.option("--day", callback=_day, help=f"When it was paid: {_DAY}.")
@console.json_option
def add_receipt(file: Path, number: int, line: int, picture: Path | None, **more: Any) -> None:
    """Add a receipt to a budget line, perhaps with its paper."""
    paper = prepare_file(picture) if picture is not None else None
    title = str(more["title"])
    draft = ReceiptDraft(title, more["amount"], more["day"], more["holder"], activity_id=number)
    with console.open_to_write(file) as store:
        store.read(activities.card, number)
        twice = store.read(queries.same_file, paper.sha256) if paper is not None else ""
        made = store.write(actions.receipt_added_label(title), actions.add_receipt, line, draft, paper)
        kept = store.read(queries.stored)
    warnings = [_("This very file is kept already, with {title}.").format(title=twice)] if twice else []
    console.answer(
        {"id": made, "warnings": warnings, "stored": kept.count, "bytes": kept.size},
        [actions.receipt_added_label(title).render(), *warnings],
    )


@click.command
@console.file_argument
@activity_argument
@click.option("--picture", type=click.Path(path_type=Path), required=True)
@click.option("--caption", default="", help="What stands below it.")
@click.option(
    "--consent", is_flag=True, help="Everybody who can be known on it agreed. Without that it is not printed."
)
@console.json_option
def add_photo(file: Path, number: int, picture: Path, caption: str, *, consent: bool) -> None:
    """Add a photo of an activity."""
    prepared = prepare_file(picture, pictures_only=True)
    said = actions.photo_added_label(caption or prepared.name)
    with console.open_to_write(file) as store:
        made = store.write(said, actions.add_photo, number, prepared, caption, consent=consent)
    console.answer({"id": made}, [said.render()])


@click.command
@console.file_argument
@activity_argument
@click.argument("fund", metavar="FUND_ID", type=int)
@console.json_option
def choose_fund(file: Path, number: int, fund: int) -> None:
    """Let an activity be paid from a fund; 0 is none."""
    with console.open_to_write(file) as store:
        title = store.read(activities.card, number).draft.title
        name = store.read(queries.fund, fund).name if fund else ""
        said = actions.fund_set_label(title, name)
        store.write(said, actions.set_fund, number, fund or None)
    console.answer({"id": number, "fund_id": fund or None}, [said.render()])


# Funds


@click.group
def funds() -> None:
    """Keep the funds that pay for activities."""


def _told_fund(row: FundRow) -> dict[str, object]:
    days = {name: getattr(row, name) for name in ("deadline", "signed_on", "sent_on")}
    return {
        "id": row.id,
        "name": row.name,
        "giver": row.giver,
        "reference": row.reference,
        "granted": row.granted,
        "signer": row.signer,
        **{name: day.isoformat() if day is not None else None for name, day in days.items()},
    }


@funds.command("list")
@console.file_argument
@console.json_option
def list_funds(file: Path) -> None:
    """List the funds, what must be handed in first on top. Amounts in JSON are cents."""
    with console.open_to_read(file) as store:
        rows = store.read(queries.funds)
    console.answer(
        {"funds": [_told_fund(row) for row in rows]},
        [f"{row.id:>4}  {row.name}  {euros(row.granted)}  {row.deadline or ''}" for row in rows],
    )


def _fund_options(command: Callable[..., None]) -> Callable[..., None]:
    for option in (
        click.option("--giver", help="Who gives the money."),
        click.option("--reference", help="The number in their letter."),
        click.option("--granted", help="How much: 1.500."),
        click.option("--deadline", callback=_day, help="The day by which the account must be in."),
        click.option("--signer", help="The treasurer, who signs."),
        click.option("--signed-on", callback=_day),
        click.option("--sent-on", callback=_day, help="When the account was handed in."),
    ):
        command = option(command)
    return command


@funds.command("add")
@console.file_argument
@click.option("--name", required=True)
@_fund_options
@console.json_option
def add_fund(file: Path, name: str, **more: Any) -> None:
    """Add a fund."""
    given = {key: value for key, value in more.items() if value is not None}
    with console.open_to_write(file) as store:
        made = store.write(actions.fund_added_label(name), actions.add_fund, FundDraft(name, **given))
    console.answer({"id": made}, [actions.fund_added_label(name).render()])


@funds.command("change")
@console.file_argument
@click.argument("number", metavar="FUND_ID", type=int)
@click.option("--name")
@_fund_options
@console.json_option
def change_fund(file: Path, number: int, **more: Any) -> None:
    """Change what is known of a fund; what is not named stays as it is."""
    given = {key: value for key, value in more.items() if value is not None}
    with console.open_to_write(file) as store:
        draft = queries.fund_draft(store.read(queries.fund, number))
        changed = FundDraft(**{**draft, **given})
        said = actions.fund_changed_label(changed.name)
        store.write(said, actions.change_fund, number, changed)
    console.answer({"id": number}, [said.render()])
