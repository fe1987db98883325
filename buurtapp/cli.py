"""The command line: hangs every feature's commands under one, and turns errors into sentences and exit codes.

Exit codes: 0 done, 1 the app says no (nothing changed), 2 wrong usage. A command's module is imported when called.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from buurtapp.core import i18n
from buurtapp.core.errors import BuurtappError, Cancelled
from buurtapp.core.settings import load_settings

COMMANDS = {
    "new": "buurtapp.features.group.cli.info:new",
    "group": "buurtapp.features.group.cli.info:group",
    "check": "buurtapp.features.group.cli.file:check",
    "undo": "buurtapp.features.group.cli.file:undo",
    "redo": "buurtapp.features.group.cli.file:redo",
    "history": "buurtapp.features.group.cli.file:history",
    "prints": "buurtapp.features.group.cli.outgoing:prints",
    "backup": "buurtapp.features.group.cli.file:backup",
    "restore": "buurtapp.features.group.cli.file:restore",
    "people": "buurtapp.features.people.cli:people",
    "addresses": "buurtapp.features.people.address_cli:addresses",
    "areas": "buurtapp.features.people.street_cli:areas",
    "streets": "buurtapp.features.people.street_cli:streets",
    "import": "buurtapp.features.people.importing.cli:import_list",
    "activities": "buurtapp.features.activities.cli.plan:activities",
    "import-calendar": "buurtapp.features.activities.cli.calendar:import_calendar",
    "funds": "buurtapp.features.activities.cli.money:funds",
    "promises": "buurtapp.features.promises.cli:promises",
    "today": "buurtapp.features.today.cli:today",
    "layout": "buurtapp.features.sheets.cli:layout",
    "enter": "buurtapp.features.activities.cli.home:enter",
    "styles": "buurtapp.features.press.cli:styles",
    "sample": "buurtapp.sample.cli:sample",
    "demo": "buurtapp.demo.cli:demo",
    "screenshots": "buurtapp.shell.cli:screenshots",
}
"""Command word → where its click command is."""

PRINTS = {
    "agenda": "buurtapp.features.activities.cli.agenda:print_agenda",
    "account": "buurtapp.features.activities.cli.money_paper:print_account",
    "activity-report": "buurtapp.features.activities.cli.after_paper:print_activity_report",
    "attendance": "buurtapp.features.activities.cli.paper:print_attendance",
    "badges": "buurtapp.features.people.list_cli:print_badges",
    "call-list": "buurtapp.features.activities.cli.signup_papers:print_call_list",
    "contact-card": "buurtapp.features.people.list_cli:print_contact_card",
    "envelopes": "buurtapp.features.people.paper_cli:print_envelopes",
    "flyer": "buurtapp.features.press.cli:print_flyer",
    "form": "buurtapp.features.sheets.forms.cli:print_form",
    "invitation": "buurtapp.features.activities.cli.signup_papers:print_invitation",
    "labels": "buurtapp.features.people.paper_cli:print_labels",
    "letter": "buurtapp.features.people.letter_cli:print_letter",
    "people-list": "buurtapp.features.people.list_cli:print_people_list",
    "sign-up-sheet": "buurtapp.features.activities.cli.signup_papers:print_signup_sheet",
    "run-sheet": "buurtapp.features.activities.cli.runsheet_paper:print_run_sheet",
    "job-slips": "buurtapp.features.activities.cli.runsheet_paper:print_job_slips",
    "thank-you": "buurtapp.features.activities.cli.after_paper:print_thank_you",
}
"""Kind of paper → its click command; each takes FILE first and has its own options."""

_NOTED_BY_ITSELF = frozenset({"flyer"})
"""The log of flyers knows which activity they are for; everything else is noted here, whatever it is."""

EXPORTS = {
    "people": "buurtapp.features.people.export_cli:export_people",
    "activities": "buurtapp.features.activities.cli.calendar:export_activities",
    "account": "buurtapp.features.activities.cli.money_paper:export_account",
}
"""What goes out as a list → its click command; each takes FILE first."""

ANSWERS = {
    "ladder": "buurtapp.features.activities.ladder.queries:steps",
    "involvement": "buurtapp.features.activities.ladder.queries:involvement",
    "signed_up": "buurtapp.features.activities.queries:signed_up_ids",
}
"""What a command of a lower feature tells of a higher one → the query, which a command asks for through its context."""

HISTORIES = (
    "buurtapp.features.activities.queries:happenings",
    "buurtapp.features.sheets.queries:happenings",
    "buurtapp.features.promises.queries:happenings",
    "buurtapp.features.people.queries.history:happenings",
)
"""The queries that tell what happened with somebody: "history" asks them all."""


def answer_from(name: str) -> Callable[..., object]:
    """Return the query behind a word; commands find this function as `obj` of their context."""
    if name == "history":
        return _history
    found: Callable[..., object] = _named(ANSWERS[name])
    return found


def _history(*asked: object) -> list[object]:
    return [happening for place in HISTORIES for happening in _named(place)(*asked)]


def _named(place: str) -> Any:
    module, _, name = place.partition(":")
    return getattr(importlib.import_module(module), name)


def _load(place: str) -> click.Command:
    # Every table must be known before the first query, whichever command runs.
    importlib.import_module("buurtapp.schema")
    command = _named(place)
    if not isinstance(command, click.Command):
        message = f"{place} is not a command"
        raise TypeError(message)
    return command


class _Commands(click.Group):
    """Finds commands by name and imports only the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's shape
        """Return all command words."""
        return sorted([*COMMANDS, "print", "export"])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command behind a word."""
        if cmd_name in _OWN:
            return _OWN[cmd_name]
        return _load(COMMANDS[cmd_name]) if cmd_name in COMMANDS else super().get_command(ctx, cmd_name)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "obj": answer_from})
@click.option("--language", "--lang", type=click.Choice(i18n.LANGUAGES), help="Language of the messages.")
def root(language: str | None) -> None:
    """Buurtapp keeps a neighbourhood group going. Without a command it opens the window."""
    i18n.set_language(language or load_settings().language)


_HELP = ["-h", "--help"]


class _Kinds(click.Command):
    """Tells about itself until a kind is named; from there on --help asks about that kind."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Show the help when it stands where FILE or the kind should be."""
        if any(word in _HELP for word in args[:2]):
            click.echo(ctx.get_help())
            ctx.exit()
        return super().parse_args(ctx, args)


@click.command("print", cls=_Kinds, context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("file")
@click.argument("kind", type=click.Choice(sorted(PRINTS)))
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def print_paper(context: click.Context, file: str, kind: str, options: tuple[str, ...]) -> None:
    """Print FILE KIND: make a paper of this KIND as PDF or PNG; each kind has its own options (--help)."""
    command = _load(PRINTS[kind])
    with command.make_context(
        f"print FILE {kind}", [file, *options], parent=context.parent, help_option_names=_HELP
    ) as inner:
        command.invoke(inner)
        if kind not in _NOTED_BY_ITSELF:
            _note(file, kind, inner)


@click.command("export", cls=_Kinds, context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("file")
@click.argument("what", type=click.Choice(sorted(EXPORTS)))
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def export_list(context: click.Context, file: str, what: str, options: tuple[str, ...]) -> None:
    """Export FILE WHAT: write a list for another program; the ending of the name says which (--help)."""
    command = _load(EXPORTS[what])
    with command.make_context(
        f"export FILE {what}", [file, *options], parent=context.parent, help_option_names=_HELP
    ) as inner:
        command.invoke(inner)
        _note(file, what, inner)


def _note(file: str, kind: str, context: click.Context) -> None:
    """Write in the file that this went out of it."""
    from buurtapp.features.group.cli.outgoing import note_command  # noqa: PLC0415 - only when something went out

    with context.scope(cleanup=False):
        note_command(Path(file), kind)


_OWN: dict[str, click.Command] = {"print": print_paper, "export": export_list}


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    _plain_output()
    try:
        root.main(list(arguments), prog_name="buurtapp", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.UsageError as error:
        error.show()
        return 2
    except click.ClickException as error:
        error.show()
        return 1
    except BuurtappError as error:
        return _refuse(error, as_json="--json" in arguments)
    except (Cancelled, click.Abort, KeyboardInterrupt):
        click.echo(i18n._("Stopped. Nothing was changed."), err=True)
        return 1
    return 0


def _refuse(error: BuurtappError, *, as_json: bool) -> int:
    click.echo(str(error), err=True)
    if as_json:
        advice = error.advice.render() if error.advice is not None else ""
        click.echo(
            json.dumps(
                {"error": {"kind": error.kind, "text": error.text.render(), "advice": advice}}, ensure_ascii=False
            )
        )
    return 1


def _plain_output() -> None:
    """Print names of every script, also where the console has an old character set."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
