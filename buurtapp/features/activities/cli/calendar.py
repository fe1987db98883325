"""Commands about the list and the calendar of activities: write them for another program, and read a calendar in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from buurtapp.core import console
from buurtapp.core.i18n import _, n_
from buurtapp.exchange.write import write_csv, write_xlsx
from buurtapp.features.activities import exchange, queries
from buurtapp.features.activities.actions import import_calendar as importing
from buurtapp.features.activities.calendars.ical import queries as calendars
from buurtapp.features.activities.calendars.ical.records import CalendarFile, EventPlan, ImportResult
from buurtapp.features.activities.records import SOURCES


@click.command("activities")
@console.file_argument
@click.option("--id", "number", type=int, default=None, metavar="ID", help="This activity only.")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="OUT.xlsx, OUT.csv or OUT.ics")
@console.json_option
def export_activities(file: Path, number: int | None, output: Path) -> None:
    """Write activities as a spreadsheet, a CSV or a calendar (.ics); all of them, or one."""
    with console.open_to_read(file) as store:
        wanted = [activity.id for activity in store.read(queries.listed)] if number is None else [number]
        found = [store.read(queries.card, one) for one in wanted]
        events = store.read(calendars.outgoing, number)
        name = store.read(calendars.calendar_name)
    rows = [exchange.row(card) for card in found]
    makers = {
        ".xlsx": lambda: write_xlsx(_("Activities"), exchange.headings(), rows),
        ".csv": lambda: write_csv(exchange.headings(), rows),
        ".ics": lambda: exchange.calendar(name, events),
    }
    console.tell_of(description=output.suffix.lower().removeprefix("."))
    console.save_list(output, makers, len(found))


@click.command("import-calendar")
@console.file_argument
@click.argument("calendar", metavar="CALENDAR.ics", type=click.Path(path_type=Path))
@click.option("--source", type=click.Choice(SOURCES), default="organisation", help="Whose idea new activities were.")
@click.option("--dry-run", is_flag=True, help="Only tell what would happen.")
@console.json_option
def import_calendar(file: Path, calendar: Path, source: str, *, dry_run: bool) -> None:
    """Read the calendar of another program; what was read before changes only where it differs."""
    opened = console.open_to_read(file) if dry_run else console.open_to_write(file)
    with opened as store:
        read = exchange.read_calendar_file(calendar, store.clock.today())
        plans = store.read(calendars.plan, read.events)
        result = _planned(plans)
        if not dry_run and len(plans) > result.unchanged:
            result = store.write(importing.imported_label(read.name), importing.import_calendar, read.events, source)
    console.answer(_told(read, plans, result, dry_run=dry_run), _lines(read, result))


def _planned(plans: list[EventPlan]) -> ImportResult:
    changed = tuple(one.activity_id for one in plans if one.state == "changed" and one.activity_id is not None)
    return replace(ImportResult(), changed=changed, unchanged=sum(one.state == "same" for one in plans))


def _told(read: CalendarFile, plans: list[EventPlan], result: ImportResult, *, dry_run: bool) -> dict[str, object]:
    return {
        "events": len(read.events),
        "added": sum(one.state == "new" for one in plans),
        "changed": len(result.changed),
        "unchanged": result.unchanged,
        "new_activities": list(result.added),
        "dry_run": dry_run,
        "problems": [{"line": one.line, "text": one.text.render()} for one in read.problems],
        "plan": [
            {
                "title": one.event.title,
                "start": one.event.starts_at.isoformat(timespec="minutes"),
                "state": one.state,
                "id": one.activity_id,
                "changes": list(one.changes),
            }
            for one in plans
        ],
    }


def _lines(read: CalendarFile, result: ImportResult) -> list[str]:
    added = len(read.events) - len(result.changed) - result.unchanged
    lines = [
        n_("{count} new activity.", "{count} new activities.", added).format(count=added),
        _("Changed: {changed}. As before: {unchanged}.").format(
            changed=len(result.changed), unchanged=result.unchanged
        ),
    ]
    return [*lines, *(exchange.problem_words(one).render() for one in read.problems)]
