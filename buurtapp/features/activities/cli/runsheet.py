"""Commands about run sheets: jobs, and sheets to use again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from buurtapp.core import console, trouble
from buurtapp.core.errors import DraftInvalid, UserError
from buurtapp.core.i18n import N_, _, n_, text
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.runsheet import actions, queries, rules, sheet_file, shipped, wording
from buurtapp.features.activities.runsheet import when as times
from buurtapp.features.activities.runsheet.records import PHASES, STEPS, JobDraft, JobRow, RunSheet, Used

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store


def _told(row: JobRow, starts_at: datetime, names: Mapping[int, str], today: date) -> dict[str, object]:
    draft, moment = row.draft, row.draft.when.at(starts_at)
    return {
        "id": row.id,
        "phase": draft.phase,
        "title": draft.title,
        "needs": draft.needs,
        "step": draft.step,
        "days": draft.when.days,
        "minutes_from_start": draft.when.minutes,
        "day": draft.when.on(starts_at).isoformat(),
        "time": moment.isoformat(timespec="minutes") if moment is not None else None,
        "takes": draft.minutes,
        "places": draft.places,
        "person_id": draft.person_id,
        "who": wording.who_words(row, names),
        "helpers": [helper.person_id for helper in row.helpers],
        "wanted": row.still_wanted,
        "state": rules.state(row, starts_at, today),
        "done": row.done_at is not None,
    }


@click.command("jobs")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@console.json_option
def list_jobs(file: Path, number: int) -> None:
    """List the jobs of an activity in the order of its run sheet."""
    with console.open_to_read(file) as store:
        card = store.read(activities.card, number)
        rows = store.read(queries.jobs, number)
        today = store.clock.today()
    names = rules.short_names(one for row in rows for one in (row.owner, *row.helpers) if one is not None)
    done, total = rules.counted(rows)
    nobody = _("who?")
    lines = [
        f"{row.id:>5}  [{'x' if row.done_at else ' '}]  {wording.short_when(row.draft.when, card.starts_at):<10}  "
        f"{row.draft.title}  ({wording.who_words(row, names) or nobody})"
        for row in rows
    ]
    console.answer(
        {"jobs": [_told(row, card.starts_at, names, today) for row in rows], "done": done, "total": total}, lines
    )


def _job_options(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(
        (
            click.option("--when", help='"3 weken vooraf", "-21", "11.00", "do 15 okt".'),
            click.option("--phase", type=click.Choice(PHASES), help="Before the day, on it, or after it."),
            click.option("--person", type=int, metavar="ID", help="Who leads it; 0: nobody."),
            click.option("--who", help='Words for who does it, such as "iedereen".'),
            click.option("--needs", help="What is needed for it."),
            click.option("--takes", type=int, metavar="MINUTES", help="How long it takes each; 0: not known."),
            click.option("--places", type=int, help="How many people it takes."),
            click.option("--step", type=click.Choice(["", *STEPS]), help="Which step of the plan it is."),
        )
    ):
        command = option(command)
    return command


@click.command("job-add")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.option("--title", required=True, help='What has to be done; may be "Sleutel halen @Dirk-Jan 11.00".')
@_job_options
@console.json_option
def add_job(file: Path, number: int, title: str, **more: Any) -> None:
    """Add a job to an activity."""
    with console.open_to_write(file) as store:
        card = store.read(activities.card, number)
        words, owner, when = times.split(title, card.starts_at)
        draft = JobDraft(words)
        if when is not None:
            draft = replace(draft, when=when, phase=times.phase_of(when, card.starts_at, card.draft.ends_at))
        if owner:
            person = store.read(queries.who_is_meant, number, owner)
            draft = replace(draft, person_id=person, who="" if person is not None else owner)
        draft = _changed(draft, card.starts_at, card.draft.ends_at, more)
        made = store.write(actions.added_label(words), actions.add_job, number, draft)
    console.answer({"id": made}, [_("Job added: {title}").format(title=words)])


def _changed(draft: JobDraft, starts_at: datetime, ends_at: datetime | None, more: Mapping[str, Any]) -> JobDraft:
    """Return a job with what was asked for on the command line; what was not asked for stays."""
    if more["when"] is not None:
        when = times.parse(more["when"], starts_at)
        if when is None:
            raise UserError(
                "bad_when",
                text(N_("“{typed}” is not a time. Nothing was changed."), typed=more["when"][:60]),
                text(N_("Write for instance: 3 weeks before, -21, 11.00 or 1 day after.")),
            )
        fits = times.fits_phase(when, draft.phase)
        draft = replace(draft, when=when, phase=draft.phase if fits else times.phase_of(when, starts_at, ends_at))
    for name in ("phase", "who", "needs", "places", "step"):
        if more[name] is not None:
            draft = replace(draft, **{name: more[name]})
    if more["person"] is not None:
        draft = replace(draft, person_id=more["person"] or None)
    if more["takes"] is not None:
        draft = replace(draft, minutes=more["takes"] or None)
    return draft


@click.command("job-change")
@console.file_argument
@click.argument("job", metavar="JOB", type=int)
@click.option("--title")
@click.option("--helpers", help="Numbers of people who help: 3,9,12; empty: nobody.")
@click.option("--move", type=click.Choice(["up", "down"]), help="One place up or down in its phase.")
@_job_options
@console.json_option
def change_job(file: Path, job: int, title: str | None, helpers: str | None, move: str | None, **more: Any) -> None:
    """Change a job; what is not named stays as it is."""
    with console.open_to_write(file) as store:
        row = store.read(queries.job, job)
        card = store.read(activities.card, row.activity_id)
        draft = _changed(row.draft, card.starts_at, card.draft.ends_at, more)
        if title is not None:
            draft = replace(draft, title=title)
        label = actions.changed_label(draft.title)
        if draft != row.draft:
            store.write(label, actions.change_job, job, draft)
        if helpers is not None:
            store.write(label, actions.set_helpers, job, console.numbers(helpers))
        if move is not None:
            store.write(label, actions.move_job, job, -1 if move == "up" else 1)
    console.answer({"id": job}, [_("Job changed: {title}").format(title=draft.title)])


@click.command("job-done")
@console.file_argument
@click.argument("job", metavar="JOB", type=int)
@click.option("--not-done", is_flag=True, help="It is not done after all.")
@console.json_option
def job_done(file: Path, job: int, *, not_done: bool) -> None:
    """Tick a job off."""
    with console.open_to_write(file) as store:
        title = store.read(queries.job, job).draft.title
        label = actions.done_label(title, done=not not_done)
        store.write(label, actions.set_done, job, done=not not_done)
    console.answer({"id": job, "done": not not_done}, [label.render()])


@click.command("job-delete")
@console.file_argument
@click.argument("job", metavar="JOB", type=int)
@console.json_option
def delete_job(file: Path, job: int) -> None:
    """Delete a job."""
    with console.open_to_write(file) as store:
        label = actions.deleted_label(store.read(queries.job, job).draft.title)
        store.write(label, actions.delete_job, job)
    console.answer({"id": job}, [label.render()])


@click.command("run-sheets")
@console.file_argument
@console.json_option
def list_run_sheets(file: Path) -> None:
    """List the run sheets there are to use: those that come with the app, and those of the group."""
    with console.open_to_read(file) as store:
        found = shipped.all_sheets(store.read(queries.own_sheets))
        days = store.read(queries.notice_days)
    told = [
        {
            "name": one.key,
            "title": one.name,
            "jobs": len(one.jobs),
            "own": one.own_id is not None,
            "notice": one.asks_notice,
        }
        for one in found
    ]
    lines = [f"{one.key:<20}  {one.name}  ({len(one.jobs)})" for one in found]
    console.answer({"run_sheets": told, "notice_days": days}, lines)


@click.command("use-run-sheet")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.argument("name", required=False)
@click.option("--from", "source", type=click.Path(path_type=Path), help="A run sheet as TOML, of another group.")
@click.option("--replace", "replace_all", is_flag=True, help="In place of the jobs there are.")
@click.option("--notice-days", type=int, help="How many days before the council wants to know.")
@click.option("--plan", is_flag=True, help="Only the steps counted back from the day: flyer, shopping, thanks.")
@console.json_option
def use_run_sheet(  # noqa: PLR0913 - one for each option
    file: Path,
    number: int,
    name: str | None,
    source: Path | None,
    notice_days: int | None,
    *,
    replace_all: bool,
    plan: bool,
) -> None:
    """Give an activity the jobs of a run sheet; they come behind those it has."""
    if (name is None) == (source is None and not plan):
        message = "name a run sheet, or a file with --from, or --plan"
        raise click.UsageError(message)
    with console.open_to_write(file) as store:
        title = store.read(activities.card, number).draft.title
        if plan:
            used = store.write(actions.plan_label(title), actions.add_backward_plan, number, notice_days)
        else:
            used = _use(store, number, _sheet(store, name, source), notice_days, replace_all=replace_all)
    late = [
        {"step": step.step, "title": step.title, "day": step.day.isoformat(), "late_days": step.late_days}
        for step in used.late
    ]
    line = n_("{count} job added.", "{count} jobs added.", len(used.jobs)).format(count=len(used.jobs))
    told = rules.late_words(used.late)
    console.answer({"jobs": list(used.jobs), "late": late}, [line, *([told.render()] if told is not None else [])])


def _sheet(store: Store, name: str | None, source: Path | None) -> RunSheet:
    if source is None:
        return shipped.named(name or "", store.read(queries.own_sheets))
    try:
        if source.stat().st_size > 4 * sheet_file.LARGEST:
            content = "#" * (sheet_file.LARGEST + 1)
        else:
            content = source.read_text("utf-8")
    except OSError as error:
        raise trouble.from_os(error, source) from error
    except UnicodeDecodeError as error:
        raise UserError(
            "bad_run_sheet", text(N_("The file {name} holds no text. Nothing was changed."), name=source.name)
        ) from error
    return sheet_file.read(content, source.stem)


def _use(store: Store, number: int, sheet: RunSheet, notice_days: int | None, *, replace_all: bool) -> Used:
    label = actions.used_label(sheet.name, store.read(activities.card, number).draft.title)
    try:
        return store.write(
            label, actions.use_run_sheet, number, sheet, replace_all=replace_all, notice_days=notice_days
        )
    except DraftInvalid as error:
        if notice_days is not None or error.problems[0].field != "notice_days":
            raise
        raise UserError(
            "notice_days",
            text(N_("This run sheet tells the council. How many days before does yours want to know?")),
            text(N_("Say it once with --notice-days, for instance 21.")),
        ) from error


@click.command("save-run-sheet")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.argument("name")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Also as a file, for another group.")
@console.json_option
def save_run_sheet(file: Path, number: int, name: str, output: Path | None) -> None:
    """Keep the jobs of an activity as a run sheet to use again, without people and what is done."""
    with console.open_to_write(file) as store:
        made = store.write(actions.saved_label(name), actions.save_run_sheet, number, name)
        content = next(one[2] for one in store.read(queries.own_sheets) if one[0] == made)
    if output is not None:
        from buurtapp.core.files import write_atomic  # noqa: PLC0415 - only when a file is wanted

        write_atomic(output, content.encode())
    console.answer({"id": made, "name": name}, [actions.saved_label(name).render()])
