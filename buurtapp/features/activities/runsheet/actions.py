"""What the coordinator does with a run sheet: jobs, who does them, sheets to use again, and the paper."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select

from buurtapp.core.errors import DraftInvalid, not_found
from buurtapp.core.geometry import SheetLayout
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.core.store.work import Work
from buurtapp.features.activities.runsheet import queries, rules, sheet_file
from buurtapp.features.activities.runsheet.records import (
    NOTICE_DAYS,
    PHASES,
    Facts,
    JobDraft,
    PaperSheet,
    PlanStep,
    RunSheet,
    SheetJob,
    Used,
    When,
)
from buurtapp.features.activities.tables import Activity
from buurtapp.features.activities.tables.runsheet import Job, JobHelper, OwnRunSheet, RunSheetFacts, RunSheetSetting
from buurtapp.features.people.queries import listing
from buurtapp.features.people.tables import Person
from buurtapp.features.sheets.actions import keep_sheet
from buurtapp.features.sheets.records import FrozenRow


def added_label(title: str) -> Text:
    """Return what the history says of `add_job`."""
    return text(N_("Job added: {title}"), title=title)


def changed_label(title: str) -> Text:
    """Return what the history says of `change_job`, `move_job` and `set_helpers`."""
    return text(N_("Job changed: {title}"), title=title)


def done_label(title: str, *, done: bool) -> Text:
    """Return what the history says of `set_done`."""
    return text(N_("Job done: {title}"), title=title) if done else text(N_("Job not done yet: {title}"), title=title)


def deleted_label(title: str) -> Text:
    """Return what the history says of `delete_job`."""
    return text(N_("Job deleted: {title}"), title=title)


def used_label(name: str, title: str) -> Text:
    """Return what the history says of `use_run_sheet`."""
    return text(N_("Run sheet “{name}” used for {title}"), name=name, title=title)


def plan_label(title: str) -> Text:
    """Return what the history says of `add_backward_plan`."""
    return text(N_("Planned backwards from the day: {title}"), title=title)


def saved_label(name: str) -> Text:
    """Return what the history says of `save_run_sheet`."""
    return text(N_("Run sheet kept to use again: {name}"), name=name)


def own_deleted_label(name: str) -> Text:
    """Return what the history says of `delete_own`."""
    return text(N_("Run sheet of the group deleted: {name}"), name=name)


def facts_label(title: str) -> Text:
    """Return what the history says of `set_facts`."""
    return text(N_("Run sheet filled in: {title}"), title=title)


def notice_label(days: int) -> Text:
    """Return what the history says of `set_notice_days`."""
    return plural_text("The council is told {count} day before", "The council is told {count} days before", days)


def printed_label(title: str) -> Text:
    """Return what the history says of `keep_run_sheet`."""
    return text(N_("Run sheet printed: {title}"), title=title)


def check(work: Work, activity: Activity, draft: JobDraft) -> JobDraft:
    """Return a job as it is saved; raises DraftInvalid or UserError "not_found" when it cannot be saved like this."""
    when = draft.when
    if when.minutes is not None:
        # The day that the minutes fall on, so that both columns say the same.
        when = When((when.on(activity.starts_at) - activity.starts_at.date()).days, when.minutes)
    draft = replace(draft, title=draft.title.strip(), needs=draft.needs.strip(), who=draft.who.strip(), when=when)
    found = rules.problems(draft)
    if found:
        raise DraftInvalid(found)
    if draft.person_id is not None:
        work.get(Person, draft.person_id)
    return draft


def add_job(work: Work, activity_id: int, draft: JobDraft) -> int:
    """Add a job in its phase, after what is to be done earlier; return its number. Raises DraftInvalid."""
    draft = check(work, work.get(Activity, activity_id), draft)
    rows = _phase(work, activity_id, draft.phase)
    at = rules.place_for(draft, [When(row.day_offset, row.minute_offset) for row in rows])
    job = work.add(Job(activity_id=activity_id, position=at, done_at=None, **_columns(draft)))
    _number(work, [*rows[:at], job, *rows[at:]])
    return job.id


def _phase(work: Work, activity_id: int, phase: str) -> list[Job]:
    wanted = select(Job).where(Job.activity_id == activity_id, Job.phase == phase)
    return list(work.session.scalars(wanted.order_by(Job.position, Job.id)))


def _number(work: Work, rows: Sequence[Job]) -> None:
    for at, row in enumerate(rows):
        if row.position != at:
            row.position = at
    work.flush()


def _columns(draft: JobDraft) -> dict[str, object]:
    return {
        "phase": draft.phase,
        "title": draft.title,
        "needs": draft.needs,
        "step": draft.step,
        "day_offset": draft.when.days,
        "minute_offset": draft.when.minutes,
        "minutes": draft.minutes,
        "places": draft.places,
        "person_id": draft.person_id,
        "who": draft.who,
    }


def change_job(work: Work, number: int, draft: JobDraft) -> None:
    """Change everything about a job to what the draft says; raises DraftInvalid.

    It keeps its place, unless it goes to another phase or another time: then it goes to where it belongs there.
    """
    row = work.get(Job, number)
    before = queries.draft_of(row)
    draft = check(work, work.get(Activity, row.activity_id), draft)
    for name, value in _columns(draft).items():
        setattr(row, name, value)
    work.flush()
    if draft.person_id is not None:
        # Whoever leads it does not help besides.
        for helper in _helpers(work, number):
            if helper.person_id == draft.person_id:
                work.delete(helper)
    if (before.phase, before.when) != (draft.phase, draft.when):
        others = [one for one in _phase(work, row.activity_id, draft.phase) if one.id != number]
        at = rules.place_for(draft, [When(one.day_offset, one.minute_offset) for one in others])
        _number(work, [*others[:at], row, *others[at:]])
        if before.phase != draft.phase:
            _number(work, _phase(work, row.activity_id, before.phase))


def change_with_helpers(work: Work, number: int, draft: JobDraft, helpers: Sequence[int]) -> None:
    """Change everything about a job and who helps with it, in one go; raises DraftInvalid."""
    change_job(work, number, draft)
    set_helpers(work, number, helpers)


def move_job(work: Work, number: int, step: int) -> bool:
    """Move a job up (-1) or down (1) in its phase; return whether there was somewhere to go."""
    row = work.get(Job, number)
    rows = _phase(work, row.activity_id, row.phase)
    at = rows.index(row)
    to = at + (1 if step > 0 else -1)
    if not 0 <= to < len(rows):
        return False
    rows.insert(to, rows.pop(at))
    _number(work, rows)
    return True


def set_done(work: Work, number: int, *, done: bool) -> None:
    """Note that a job was done, or was not after all; the first time counts."""
    row = work.get(Job, number)
    row.done_at = (row.done_at or work.now) if done else None
    work.flush()


def delete_job(work: Work, number: int) -> None:
    """Delete a job, with who would help."""
    row = work.get(Job, number)
    for helper in _helpers(work, number):
        work.delete(helper)
    activity, phase = row.activity_id, row.phase
    work.delete(row)
    _number(work, _phase(work, activity, phase))


def _helpers(work: Work, number: int) -> list[JobHelper]:
    return list(work.session.scalars(select(JobHelper).where(JobHelper.job_id == number).order_by(JobHelper.id)))


def set_helpers(work: Work, number: int, people: Sequence[int]) -> None:
    """Let these people help with a job, besides who leads it. Raises UserError "not_found"."""
    row = work.get(Job, number)
    for nobody in listing.missing(work.session, people):
        raise not_found("person", nobody)
    wanted = [one for one in dict.fromkeys(people) if one != row.person_id]
    there = _helpers(work, number)
    for helper in there:
        if helper.person_id not in wanted:
            work.delete(helper)
    known = {helper.person_id for helper in there}
    work.add_many(JobHelper(job_id=number, person_id=one) for one in wanted if one not in known)


def use_run_sheet(
    work: Work, activity_id: int, sheet: RunSheet, *, replace_all: bool = False, notice_days: int | None = None
) -> Used:
    """Add the jobs of a run sheet to an activity, or put them in place of those it has; facts fill what is empty.

    `notice_days` is kept as what the council of this group asks. Raises DraftInvalid when it is needed and not known.
    """
    activity = work.get(Activity, activity_id)
    days = notice_days if notice_days is not None else queries.notice_days(work.session)
    if sheet.asks_notice and days is None:
        raise DraftInvalid(rules.notice_problems(0))
    if notice_days is not None:
        set_notice_days(work, notice_days)
    if replace_all:
        for phase in PHASES:
            for row in _phase(work, activity_id, phase):
                for helper in _helpers(work, row.id):
                    work.delete(helper)
                work.delete(row)
    used = _add_all(work, activity, rules.dated(sheet, days))
    before = queries.facts(work.session, activity_id)
    names = ("notice", "plan_b", "supplies", "emergency")
    filled = Facts(*(getattr(before, name) or getattr(sheet.facts, name) for name in names))
    if filled != before:
        set_facts(work, activity_id, filled)
    return used


def _add_all(work: Work, activity: Activity, jobs: Sequence[SheetJob]) -> Used:
    made = [add_job(work, activity.id, sheet_file.draft_of(job)) for job in jobs]
    steps = [rules.plan_step(job, activity.starts_at, work.today) for job in jobs]
    return Used(tuple(made), tuple(step for step in steps if step.late_days))


def add_backward_plan(work: Work, activity_id: int, notice_days: int | None = None) -> Used:
    """Add the steps of the backward plan that an activity has not yet, each on its day; `late` are those gone by.

    Without `notice_days` the council need not be told.
    """
    activity = work.get(Activity, activity_id)
    if notice_days is not None:
        set_notice_days(work, notice_days)
    wanted = select(Job.step).where(Job.activity_id == activity_id, Job.step != "")
    have = set(work.session.scalars(wanted))
    steps: list[PlanStep] = rules.backward_plan(activity.starts_at, work.today, notice_days)
    return _add_all(
        work,
        activity,
        [SheetJob(step.title, step.phase, step.when, step=step.step) for step in steps if step.step not in have],
    )


def set_notice_days(work: Work, days: int) -> None:
    """Keep how long before an activity the council wants to know; raises DraftInvalid."""
    found = rules.notice_problems(days)
    if found:
        raise DraftInvalid(found)
    row = work.session.scalars(select(RunSheetSetting).where(RunSheetSetting.name == NOTICE_DAYS)).first()
    if row is None:
        work.add(RunSheetSetting(name=NOTICE_DAYS, value=days))
    else:
        row.value = days
        work.flush()


def set_facts(work: Work, activity_id: int, facts: Facts) -> None:
    """Keep what else stands on the run sheet of an activity; raises DraftInvalid."""
    found = rules.fact_problems(facts)
    if found:
        raise DraftInvalid(found)
    work.get(Activity, activity_id)
    row = work.session.scalars(select(RunSheetFacts).where(RunSheetFacts.activity_id == activity_id)).first()
    values = {name: getattr(facts, name).strip() for name in ("notice", "plan_b", "supplies", "emergency")}
    if row is None:
        work.add(RunSheetFacts(activity_id=activity_id, **values))
        return
    for name, value in values.items():
        setattr(row, name, value)
    work.flush()


def save_run_sheet(work: Work, activity_id: int, name: str) -> int:
    """Keep the jobs of an activity to use again, without people and what is done; return the number.

    Raises DraftInvalid when the name is empty or taken, or when there are no jobs.
    """
    work.get(Activity, activity_id)
    rows = queries.jobs(work.session, activity_id)
    found = rules.name_problems(name, (other for _number, other, _content in queries.own_sheets(work.session)))
    if not rows and not found:
        found = rules.nothing_to_keep()
    if found:
        raise DraftInvalid(found)
    facts = replace(queries.facts(work.session, activity_id), notice="")
    sheet = RunSheet(name.strip(), name.strip(), tuple(_to_use_again(row.draft) for row in rows), facts)
    return work.add(OwnRunSheet(name=name.strip(), content=sheet_file.write(sheet))).id


def _to_use_again(draft: JobDraft) -> SheetJob:
    return SheetJob(
        draft.title, draft.phase, draft.when, draft.needs, draft.step, draft.minutes, draft.places, draft.who
    )


def delete_own(work: Work, number: int) -> None:
    """Delete a run sheet of the group; what was made with it stays."""
    work.delete(work.get(OwnRunSheet, number))


def keep_run_sheet(work: Work, activity_id: int, sheet: PaperSheet, layout: SheetLayout, pdf: bytes) -> int:
    """Freeze the jobs as they were printed; return the sheet's number."""
    pages = {int(str(box.meaning["job"])): page.page for page in layout.pages for box in page.boxes}
    rows = [
        FrozenRow(at, pages.get(job.id, 1), None, job.title) for at, job in enumerate(sheet.jobs, 1) if job.id in pages
    ]
    return keep_sheet(work, layout, activity_id, sheet.title, rows, hashlib.sha256(pdf).hexdigest())
