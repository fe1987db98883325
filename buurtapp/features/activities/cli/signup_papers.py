"""Commands around sign-ups on paper: the sheet and its homecoming, invitations, and whom to call."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from buurtapp.core import console, trouble
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, _, language, n_, text, use_language
from buurtapp.features.activities.actions import call_people, enter_signup, invite, print_signup
from buurtapp.features.activities.records import CALL_WHO, CallWho, SignupDraft, SignupLine
from buurtapp.features.people.choosing_cli import answer_paper
from buurtapp.features.people.paper_cli import language_option, output_option
from buurtapp.features.people.queries import listing
from buurtapp.features.sheets.records import SheetInfo
from buurtapp.printing.saving import save_pages

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store

_EXAMPLE = '{"walk_ins": [{"name": "Jan", "guests": 1, "children": 0, "lift": true, "phone": "12"}]}'
_activity = click.option("--activity", type=int, required=True, metavar="ID")


@click.command("sign-up-sheet")
@console.file_argument
@_activity
@click.option(
    "--lines",
    type=click.IntRange(1, print_signup.MOST_LINES),
    default=print_signup.USUAL_LINES,
    help="Blank lines to write on.",
)
@click.option("--with-names", is_flag=True, help="Also first names of who signed up, if that may be told.")
@language_option
@output_option
@console.json_option
def print_signup_sheet(file: Path, activity: int, output: Path, **options: Any) -> None:
    """Print a sign-up sheet for a noticeboard or a door; its code brings it home."""
    from buurtapp.features.activities.printouts.signup_sheet import signup_sheet  # noqa: PLC0415 - loads what draws

    with console.open_to_write(file) as store:
        with use_language(str(options["paper_language"] or language())):
            sheet = store.read(
                print_signup.compose_signup_sheet,
                activity,
                store.clock.today(),
                lines=options["lines"],
                with_names=options["with_names"],
            )
            pages = signup_sheet(sheet)
        files = save_pages(pages.pdf, output)
        names = len(sheet.first_names)
        console.tell_of(people=names, fields=("name",) if names else (), description=sheet.code)
        if pages.layout is not None:
            label = print_signup.printed_label(sheet.title)
            store.write(label, print_signup.keep_signup_sheet, activity, sheet, pages.layout, pages.pdf)
    warnings = [warning.render() for warning in pages.warnings]
    line = n_("{count} page: {file} (code {code})", "{count} pages: {file} (code {code})", pages.pages)
    console.answer(
        {"files": [str(path) for path in files], "pages": pages.pages, "codes": [sheet.code], "warnings": warnings},
        [line.format(count=pages.pages, file=files[0], code=sheet.code), *warnings],
    )


def enter_signup_sheet(store: Store, sheet: SheetInfo, answers: Path, _serial: int | None, _person: int | None) -> None:
    """Read a sign-up sheet back from a file of answers, and answer the command."""
    lines = _lines(answers)
    label = enter_signup.entered_label(sheet.code, sheet.title)
    result = store.write(label, enter_signup.enter_signup_sheet, sheet.id, lines)
    waiting = [row.name.spoken for row in store.read(listing.rows, list(result.waiting))]
    line = _("Stored: {stored}. Changed: {changed}. As before: {unchanged}.")
    told = [line.format(stored=result.stored, changed=result.changed, unchanged=result.unchanged)]
    told += [_("On the waiting list: {names}.").format(names=", ".join(waiting))] if waiting else []
    told += [
        _("More than one person is called {name}. Choose who is meant, and sign them up.").format(name=name)
        for name in result.unclear
    ]
    console.answer(
        {
            "stored": result.stored,
            "changed": result.changed,
            "unchanged": result.unchanged,
            "new_people": list(result.new_people),
            "waiting": list(result.waiting),
            "unclear": list(result.unclear),
        },
        told,
    )


def _lines(path: Path) -> list[SignupLine]:
    """Return the lines in a file of answers; without a number they are those of the sheet, from the first."""
    try:
        loaded = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise trouble.from_os(error, path) from error
    except ValueError as error:
        raise _bad_answers(path.name) from error
    try:
        return [_line(one, at) for at, one in enumerate(loaded.get("walk_ins", []), 1)]
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _bad_answers(path.name) from error


def _line(one: dict[str, Any], at: int) -> SignupLine:
    lift = one.get("lift", False)
    if not isinstance(lift, bool):
        raise TypeError(lift)
    said = SignupDraft(_number(one.get("guests")) or 0, _number(one.get("children")) or 0, lift=lift)
    name, phone = one["name"], one.get("phone") or ""
    if not isinstance(name, str) or not isinstance(phone, str):
        raise TypeError(name)
    return SignupLine(_number(one.get("row")) or at, name, said, phone, _number(one.get("person_id")))


def _number(value: object) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(value)
    return value


def _bad_answers(name: str) -> UserError:
    return UserError(
        "bad_answers",
        text(N_("The answers in {name} cannot be read. Nothing was changed."), name=name),
        text(N_("Write them like this: {example}"), example=_EXAMPLE),
    )


@click.command("invitation")
@console.file_argument
@_activity
@click.option("--street", default="", help="Everybody in this street.")
@click.option("--label", default="", help="Everybody with this label.")
@click.option("--all", "everybody", is_flag=True, help="Everybody.")
@click.option("--not-signed-up", is_flag=True, help="Only who did not sign up yet.")
@language_option
@output_option
@console.json_option
def print_invitation(file: Path, activity: int, output: Path, **options: Any) -> None:
    """Print a letter that invites to an activity, one for each address, with a slip to answer on."""
    from buurtapp.features.activities.printouts.invitation import draw_invitation  # noqa: PLC0415 - loads what draws

    if not any(options[name] for name in ("street", "label", "everybody", "not_signed_up")):
        raise UserError(
            "nobody_chosen",
            text(N_("It was not said who is invited. Nothing was printed.")),
            text(N_("Use one of these: --street, --label, --not-signed-up, --all.")),
        )
    invited = invite.Invited(options["street"], options["label"], options["not_signed_up"])
    with console.open_to_read(file) as store, use_language(str(options["paper_language"] or language())):
        letters = store.read(invite.compose_invitation, activity, invited, store.clock.today())
        people = sum(len(one.people) for one in letters.addressees)
        console.tell_of(people=people, fields=("name", "address"))
        pages = draw_invitation(letters)
    answer_paper(pages, output, letters.warnings)


@click.command("call-list")
@console.file_argument
@_activity
@click.option("--who", type=click.Choice(CALL_WHO), default="signed-up", help="Who is called.")
@language_option
@output_option
@console.json_option
def print_call_list(file: Path, activity: int, who: str, output: Path, **options: Any) -> None:
    """Print who of an activity is to be called, with their number and room for a note."""
    from buurtapp.features.activities.printouts.call_list import draw_call_list  # noqa: PLC0415 - loads what draws

    wanted = cast("CallWho", who)
    with console.open_to_read(file) as store, use_language(str(options["paper_language"] or language())):
        calls = store.read(call_people.compose_call_list, activity, wanted, store.clock.today())
        console.tell_of(people=len(calls.people), fields=("name", "address", "phone"))
        pages = draw_call_list(calls, call_people.who_words(wanted).render())
    answer_paper(pages, output, call_people.left_out_words(calls))
