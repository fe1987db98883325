"""Commands that sign people up for an activity, take them off, and tell who signed up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from buurtapp.core import console
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, _, n_, text
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import sign_up
from buurtapp.features.activities.records import SignupDraft, SignupRow
from buurtapp.features.people.queries import listing
from buurtapp.features.people.rules.sensitive import warning_of

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store


@click.command("sign-up")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.option("--people", default="", help="Numbers of people: 3,9,12.")
@click.option("--street", default="", help="Everybody in this street.")
@click.option("--label", default="", help="Everybody with this label.")
@click.option("--all", "everybody", is_flag=True, help="Everybody.")
@click.option("--guests", type=int, default=0, help="Guests each of them brings.")
@click.option("--children", type=int, default=0, help="Children each of them brings.")
@click.option("--lift", is_flag=True, help="They need a lift.")
@click.option("--brings", default="", metavar="TEXT", help="What they bring.")
@click.option("--note", default="", metavar="TEXT", help="What to heed, in at most 60 letters: no meat.")
@console.json_option
def sign_people_up(file: Path, number: int, people: str, **more: object) -> None:
    """Sign people up; whoever does not fit waits. Streets and labels leave out who must not be approached."""
    said = SignupDraft(
        int(str(more["guests"])),
        int(str(more["children"])),
        lift=bool(more["lift"]),
        brings=str(more["brings"]),
        note=str(more["note"]),
    )
    with console.open_to_write(file) as store:
        card = store.read(queries.card, number)
        asked, left_out = _in_bulk(store, more)
        wanted = console.numbers(people) + asked
        if not wanted:
            raise _nobody()
        label = sign_up.signed_up_label(card.draft.title, len(set(wanted)))
        done = store.write(label, sign_up.sign_up, number, wanted, said)
    lines = [_("New on the list: {new}. Waiting: {waiting}.").format(new=len(done.new), waiting=len(done.waiting))]
    if left_out:
        lines.append(
            n_(
                "{count} person does not want to be approached and is left out.",
                "{count} people do not want to be approached and are left out.",
                left_out,
            ).format(count=left_out)
        )
    warning = warning_of(said.brings, said.note)
    if warning is not None:
        lines.append(warning.render())
    console.answer({"new": len(done.new), "waiting": len(done.waiting)}, lines)


def _in_bulk(store: Store, options: dict[str, object]) -> tuple[list[int], int]:
    """Return whom a street, a label or "everybody" names, and how many of them do not want to be asked."""
    groups: list[int] = []
    if options["street"]:
        groups += store.read(listing.ids_in_street, str(options["street"]))
    if options["label"]:
        groups += store.read(listing.ids_with_label, str(options["label"]))
    if options["everybody"]:
        groups += [person.id for person in store.read(listing.listed)]
    rows = store.read(listing.rows, list(dict.fromkeys(groups)))
    asked = [row.id for row in rows if not row.do_not_approach]
    return asked, len(rows) - len(asked)


def _nobody() -> UserError:
    return UserError(
        "nobody",
        text(N_("This is nobody. Nothing was changed.")),
        text(N_("Look whether the street or the label is written as in the list.")),
    )


@click.command("sign-off")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.option("--people", required=True, help="Numbers of people: 3,9,12.")
@console.json_option
def sign_people_off(file: Path, number: int, people: str) -> None:
    """Take people off the list; whoever waited longest gets the place, and is told of here."""
    with console.open_to_write(file) as store:
        card = store.read(queries.card, number)
        wanted = list(dict.fromkeys(console.numbers(people)))
        if not wanted:
            raise _nobody()
        moved = store.write(sign_up.taken_off_label(card.draft.title), sign_up.take_people_off, number, wanted)
        names = [row.name.spoken for row in store.read(listing.rows, moved)]
    lines = [n_("{count} person taken off the list.", "{count} people taken off the list.", len(wanted))]
    lines = [line.format(count=len(wanted)) for line in lines]
    lines += [_("{name} has a place now. Call them.").format(name=name) for name in names]
    console.answer({"taken_off": len(wanted), "moved_up": moved}, lines)


@click.command("sign-ups")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@console.json_option
def show_signups(file: Path, number: int) -> None:
    """Tell who signed up, with whom, and what to arrange for them; the waiting list last, in its order."""
    with console.open_to_read(file) as store:
        card = store.read(queries.card, number)
        rows = store.read(queries.signups, number)
        facts = store.read(queries.signup_facts, number)
        new = store.read(queries.first_timers, number, [row.person.id for row in rows])
    capacity, heads = card.draft.capacity, card.counts.heads
    told = {
        "activity": number,
        "capacity": capacity,
        "heads": heads,
        "too_many": max(0, heads - capacity) if capacity is not None else 0,
        "lifts": facts.lifts,
        "brings": facts.brings,
        "first_timers": facts.first_timers,
        "sign_ups": [_told(row, first_time=row.person.id in new) for row in rows],
    }
    console.answer(told, [_line(row) for row in rows] or [_("Nobody signed up yet.")])


def _told(row: SignupRow, *, first_time: bool) -> dict[str, object]:
    return {
        "person_id": row.person.id,
        "name": row.person.name.spoken,
        "guests": row.guests,
        "children": row.children,
        "waiting": row.waiting,
        "lift": row.lift,
        "brings": row.brings,
        "note": row.note,
        "first_time": first_time,
    }


def _line(row: SignupRow) -> str:
    more = [f"+{row.guests + row.children}"] if row.guests + row.children else []
    more += [_("needs a lift")] if row.lift else []
    more += [written for written in (row.brings, row.note) if written]
    more += [_("waiting list")] if row.waiting else []
    return " · ".join([f"{row.person.id:>5}  {row.person.name.spoken}", *more])
