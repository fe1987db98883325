"""The command that tells who was there, as the door does."""

from __future__ import annotations

from pathlib import Path

import click

from buurtapp.core import console
from buurtapp.core.i18n import _, n_
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import door
from buurtapp.features.activities.attendance.records import Attended
from buurtapp.features.people.records import PersonDraft
from buurtapp.features.people.rules.doors import parse_address
from buurtapp.features.people.rules.names import parse_name


@click.command("attend")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.option("--people", default="", help="Numbers of people who were there: 3,9.")
@click.option(
    "--household", "households", default="", metavar="PEOPLE", help="With everybody at the same address: 3,9."
)
@click.option("--absent", default="", help="Numbers of people who were noted and were not there: 4.")
@click.option("--walk-in", "walk_ins", multiple=True, metavar="NAME", help='Who is new: "Jan Bos, Klaverstraat 9".')
@click.option("--guests", type=int, help="How many guests came, without a name.")
@click.option("--children", type=int, help="How many children came, without a name.")
@console.json_option
def attend_activity(  # noqa: PLR0913 - one for each option
    file: Path,
    number: int,
    people: str,
    households: str,
    absent: str,
    walk_ins: tuple[str, ...],
    guests: int | None,
    children: int | None,
) -> None:
    """Note who was there, all in one step."""
    told = Attended(
        tuple(console.numbers(people)),
        tuple(console.numbers(households)),
        tuple(console.numbers(absent)),
        tuple(_walk_in(written) for written in walk_ins),
        guests,
        children,
    )
    with console.open_to_write(file) as store:
        card = store.read(queries.card, number)
        done = store.write(door.attended_label(card.draft.title), door.note_attended, number, told)
        there = store.read(queries.presence, number)
    line = n_("{count} person was there.", "{count} people were there.", there.head_count)
    console.answer(
        {
            "present": len(there.present) + len(there.walk_ins),
            "came": list(done.came),
            "went": list(done.went),
            "new_people": list(done.new_people),
            "guests": there.guests,
            "children": there.children,
            "head_count": there.head_count,
        },
        [
            line.format(count=there.head_count),
            _("New: {came}. Taken off: {went}.").format(came=len(done.came), went=len(done.went)),
        ],
    )


def _walk_in(written: str) -> PersonDraft:
    """Return a name, behind which an address may stand: "Jan Bos, Klaverstraat 9"; "Bos, Jan" is only a name."""
    name, comma, address = written.partition(",")
    parsed = parse_address(address)
    if comma and not parsed.problem:
        return PersonDraft(parse_name(name), parsed.door)
    return PersonDraft(parse_name(written))
