"""Building blocks for tests: a group file in a folder, neighbours and activities with everything filled in."""

from __future__ import annotations

import io
import json
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

import buurtapp.schema  # noqa: F401 - every table must be known before the first query
from buurtapp.cli import main
from buurtapp.core.clock import Clock, FixedClock
from buurtapp.core.errors import BuurtappError
from buurtapp.core.geometry import Box, PageLayout, SheetLayout
from buurtapp.core.i18n import Text, text
from buurtapp.core.store import Store
from buurtapp.features.activities.actions import plan, print_list, sign_up
from buurtapp.features.activities.records import ActivityDraft, AttendanceSheet
from buurtapp.features.group.actions import change_group
from buurtapp.features.group.records import Group
from buurtapp.features.people.actions import people
from buurtapp.features.people.records import Door, PersonDraft
from buurtapp.features.people.rules.doors import parse_address
from buurtapp.features.people.rules.names import parse_name

NOW = datetime(2026, 10, 13, 12, 5, tzinfo=UTC)
DONE = text("Done")
"""A label for actions of which the label does not matter."""


@contextmanager
def dutch_clock() -> Iterator[None]:
    """Let the computer stand in the Netherlands: clocks go forward on 28 March 2027 and back on 25 October 2026."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"
    time.tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()


def new_store(folder: Path, clock: Clock | None = None, *, name: str = "Klaverhoek") -> Store:
    """Make and open a group file, with a clock that stands still on Tuesday 13 October 2026."""
    store = Store.create(folder / "soep.buurt", clock or FixedClock(NOW))
    store.fill(change_group, Group(name))
    return store


def door(address: str) -> Door:
    """A door from "Klaverstraat 12 a"; none from ""."""
    return parse_address(address).door if address else Door()


def person_draft(
    name: str = "Henk van der Meer",
    address: str = "Klaverstraat 5",
    *,
    phones: Sequence[str] = (),
    emails: Sequence[str] = (),
    labels: Sequence[str] = (),
    note: str = "",
    do_not_approach: bool = False,
) -> PersonDraft:
    """What somebody typed about a neighbour."""
    return PersonDraft(
        parse_name(name),
        door(address),
        tuple(phones),
        tuple(emails),
        tuple(labels),
        note=note,
        do_not_approach=do_not_approach,
    )


def add_person(store: Store, name: str = "Henk van der Meer", address: str = "Klaverstraat 5", **more: object) -> int:
    """Add a neighbour; return the number."""
    return store.write(DONE, people.add_person, person_draft(name, address, **more))  # type: ignore[arg-type]


def add_people(store: Store, count: int, street: str = "Klaverstraat") -> list[int]:
    """Add so many neighbours, one at each door."""
    return [add_person(store, f"Buur Nummer-{_letters(at)}", f"{street} {at + 1}") for at in range(count)]


def _letters(number: int) -> str:
    """A name part for each number, in the order of the alphabet."""
    return chr(97 + number // 26 % 26) + chr(97 + number % 26)


def activity_draft(
    title: str = "Soep op woensdag",
    starts_at: datetime | None = datetime(2026, 10, 14, 12),
    ends_at: datetime | None = datetime(2026, 10, 14, 13, 30),
    *,
    capacity: int | None = None,
    source: str = "resident",
    contact: int | None = None,
) -> ActivityDraft:
    """What somebody typed about an activity."""
    return ActivityDraft(
        title,
        starts_at,
        place="De Kas, Esdoornplein 2",
        ends_at=ends_at,
        capacity=capacity,
        source=source,
        contact_person_id=contact,
    )


def add_activity(
    store: Store,
    title: str = "Soep op woensdag",
    starts_at: datetime = datetime(2026, 10, 14, 12),
    *,
    ends_at: datetime | None = None,
    capacity: int | None = None,
    source: str = "resident",
) -> int:
    """Add an activity; return the number."""
    draft = activity_draft(title, starts_at, ends_at, capacity=capacity, source=source)
    return store.write(DONE, plan.add_activity, draft)


def signed_up(store: Store, activity: int, numbers: Sequence[int]) -> None:
    """Sign people up."""
    store.write(DONE, sign_up.sign_up, activity, numbers)


def layout_of(sheet: AttendanceSheet) -> SheetLayout:
    """Where the boxes of a list could lie, without drawing it: forty rows on a page."""
    people: list[int | None] = [*(name.person_id for name in sheet.names), *([None] * sheet.walk_in_lines)]
    boxes = [
        Box(
            f"r{at + 1}.present",
            15,
            30 + at % 40 * 6,
            4.5,
            4.5,
            "square",
            {"row": at + 1, "person_id": person, "field": "present"},
        )
        for at, person in enumerate(people)
    ]
    pages = tuple(
        PageLayout(at // 40 + 1, 210, 297, tuple(boxes[at : at + 40])) for at in range(0, max(1, len(boxes)), 40)
    )
    return SheetLayout("attendance", sheet.code, pages)


def printed(store: Store, activity: int, *, walk_in_lines: int = 4) -> AttendanceSheet:
    """Print a list of an activity, without drawing it; return what stands on it."""
    sheet = store.read(print_list.compose_list, activity, store.clock.today(), walk_in_lines=walk_in_lines)
    store.write(DONE, print_list.keep_list, activity, sheet, layout_of(sheet), b"%PDF")
    return sheet


@contextmanager
def taken_back(store: Store) -> Iterator[None]:
    """Whatever is done inside must change the file, be undone to the very same content, and be done again."""
    before = store.check().digest
    yield
    after = store.check().digest
    assert after != before, "nothing was changed"
    assert store.undo() is not None
    assert store.check().digest == before, "undo does not bring everything back"
    assert store.redo() is not None
    assert store.check().digest == after, "redo does not bring everything back"
    assert store.check().ok


@contextmanager
def refused(kind: str) -> Iterator[None]:
    """What is done inside must be refused with this kind of error, and with a sentence."""
    with pytest.raises(BuurtappError) as told:
        yield
    assert told.value.kind == kind
    assert told.value.text.render()


def unchanged(store: Store) -> tuple[str, int]:
    """What must be equal before and after something that is refused."""
    return store.check().digest, store.counter()


def label_text(store: Store) -> Text:
    """What the history says of the last thing done."""
    return store.history(1)[0].label


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended, and what it said."""

    exit_code: int
    stdout: str
    stderr: str


def run_app(*arguments: object) -> Ran:
    """Run one command of the command line inside this process; what is our own fault comes out as it is."""
    stdout, stderr = io.StringIO(), io.StringIO()
    with redirect_stdout(stdout), redirect_stderr(stderr):
        code = main([str(word) for word in arguments])
    return Ran(code, stdout.getvalue(), stderr.getvalue())


def asked(*arguments: object) -> dict[str, object]:
    """Run a command with --json, which must succeed, and return its one JSON object."""
    done = run_app(*arguments, "--json")
    assert done.exit_code == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


def not_done(kind: str, *arguments: object) -> None:
    """Run a command that the app must refuse: exit 1, a sentence on stderr, and the same in JSON."""
    done = run_app(*arguments, "--json")
    assert done.exit_code == 1, done.stdout
    error = json.loads(done.stdout)["error"]
    assert error["kind"] == kind
    assert error["text"]
    assert error["text"] in done.stderr
