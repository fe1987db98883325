"""A run sheet that came home: jobs that were ticked, and what was written at its foot."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities import rules as activity_rules
from buurtapp.features.activities.runsheet.records import RUN_SHEET, ReadResult, SheetRead
from buurtapp.features.activities.tables import Activity, HeadCount
from buurtapp.features.activities.tables.afterwards import Evaluation
from buurtapp.features.activities.tables.runsheet import Job
from buurtapp.features.sheets import queries as sheets
from buurtapp.features.sheets.actions import note_home
from buurtapp.features.sheets.records import SheetInfo
from buurtapp.features.sheets.tables import Sheet
from buurtapp.printing.codes import human_code

LONGEST_TEXT = 2000


@dataclass(frozen=True, slots=True)
class PaperTick:
    """A line of a printed run sheet: the job, its words as they were printed, and how it is now."""

    job_id: int
    title: str
    is_done: bool
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class SheetInHand:
    """A run sheet that came home, with what the file knows already of what stands on it."""

    sheet: SheetInfo
    ticks: tuple[PaperTick, ...]
    went_well: str = ""
    next_time: str = ""
    head_count: int | None = None


def entered_label(code: str, title: str) -> Text:
    """Return what the history says of `enter_run_sheet`."""
    return text(N_("Run sheet {code} read back: {title}"), code=code, title=title)


def in_hand(session: Session, code: str) -> SheetInHand:
    """Return a run sheet by its code; raises UserError "bad_code", "unknown_code" or "no_run_sheet"."""
    sheet = sheets.find(session, code)
    if sheet.kind != RUN_SHEET:
        raise UserError(
            "no_run_sheet", text(N_("{code} is the code of another paper, not of a run sheet."), code=sheet.code)
        )
    rows = {row.row: row.text for row in sheet.rows}
    wanted = select(Job).where(Job.activity_id == sheet.subject_id)
    jobs = {job.id: job for job in session.scalars(wanted)}
    numbers = _jobs_on(session, code)
    titles = [rows[number] for number in sorted(rows)]
    ticks = tuple(
        PaperTick(number, title, number in jobs and jobs[number].done_at is not None, number not in jobs)
        for number, title in zip(numbers, titles, strict=True)
    )
    evaluation = _evaluation(session, sheet.subject_id)
    count = session.scalars(select(HeadCount).where(HeadCount.sheet_id == sheet.id)).first()
    known = activities.presence(session, sheet.subject_id).head_count if count is not None else None
    return SheetInHand(
        sheet,
        ticks,
        evaluation.went_well if evaluation is not None else "",
        evaluation.next_time if evaluation is not None else "",
        known,
    )


def _jobs_on(session: Session, code: str) -> list[int]:
    """Return the numbers of the jobs with a box on a printed sheet, in the order of the paper."""
    pages = sheets.layout(session, code)["pages"]
    return [int(box["meaning"]["job"]) for page in pages for box in page["boxes"]]


def _evaluation(session: Session, activity_id: int) -> Evaluation | None:
    return session.scalars(select(Evaluation).where(Evaluation.activity_id == activity_id)).first()


def read(
    hand: SheetInHand, marks: Collection[str], texts: Mapping[str, str], head_count: int | None = None
) -> SheetRead:
    """Return what crosses and words mean; raises UserError "unknown_box" for what does not stand on this sheet."""
    known = {f"j{tick.job_id}.done": tick.job_id for tick in hand.ticks}
    places = {"went_well", "next_time"}
    wrong = sorted({*(mark for mark in marks if mark not in known), *(name for name in texts if name not in places)})
    if wrong:
        raise UserError(
            "unknown_box",
            text(
                N_("The run sheet {code} has no place “{place}”. Nothing was changed."),
                code=hand.sheet.code,
                place=wrong[0][:60],
            ),
        )
    words = {name: " ".join(value.split())[:LONGEST_TEXT] for name, value in texts.items()}
    return SheetRead(
        frozenset(known[mark] for mark in marks), words.get("went_well"), words.get("next_time"), head_count
    )


def enter_run_sheet(work: Work, sheet_id: int, given: SheetRead) -> ReadResult:
    """Tick the jobs off that were ticked on paper, and keep what was written; a sheet entered again corrects.

    A job that was ticked in another way stays done. Jobs that were deleted since are counted, not brought back.
    Raises UserError "activity_gone", and "bad_answers" for a number of people that cannot be.
    """
    sheet = work.get(Sheet, sheet_id)
    activity = work.session.get(Activity, sheet.subject_id)
    if activity is None:
        raise UserError(
            "activity_gone",
            text(N_("The activity {title} is no longer in the list. Nothing was changed."), title=sheet.title),
        )
    if given.head_count is not None and not 0 <= given.head_count <= activity_rules.LARGEST_CAPACITY:
        raise UserError("bad_answers", text(N_("This is no number of people. Nothing was changed.")))
    note_home(work, sheet_id)
    counts = [_tick(work, sheet, given), _words(work, activity.id, given), _heads(work, sheet, given)]
    work.flush()
    stored, changed, unchanged = (sum(one[at] for one in counts) for at in range(3))
    there = set(work.session.scalars(select(Job.id).where(Job.activity_id == activity.id)))
    return ReadResult(stored, changed, unchanged, len(given.done - there))


def _tick(work: Work, sheet: Sheet, given: SheetRead) -> tuple[int, int, int]:
    """Tick jobs off as they stand on paper; what this sheet ticked off before has the moment it came home."""
    stored = changed = unchanged = 0
    rows = work.session.scalars(select(Job).where(Job.activity_id == sheet.subject_id))
    printed = set(_jobs_on(work.session, human_code(sheet.code)))
    for job in [row for row in rows if row.id in printed]:
        if job.id in given.done and job.done_at is None:
            job.done_at = sheet.came_home_at
            stored += 1
        elif job.id in given.done:
            unchanged += 1
        elif job.done_at is not None and job.done_at == sheet.came_home_at:
            job.done_at = None
            changed += 1
    return stored, changed, unchanged


def _words(work: Work, activity_id: int, given: SheetRead) -> tuple[int, int, int]:
    written = {"went_well": given.went_well, "next_time": given.next_time}
    told = {name: value for name, value in written.items() if value is not None}
    row = _evaluation(work.session, activity_id)
    if row is None:
        if not any(told.values()):
            return 0, 0, 0
        blank = {"went_well": "", "next_time": "", "said": ""}
        row = Evaluation(activity_id=activity_id, helpers=None, helper_minutes=None, made_at=work.now, **blank)
        work.session.add(row)
    stored = changed = unchanged = 0
    for name, value in told.items():
        before = getattr(row, name)
        if before == value:
            unchanged += bool(value)
        elif before:
            changed += 1
        else:
            stored += 1
        setattr(row, name, value)
    return stored, changed, unchanged


def _heads(work: Work, sheet: Sheet, given: SheetRead) -> tuple[int, int, int]:
    """Keep how many came: those who are not known yet by name or from another count are people without a name."""
    if given.head_count is None:
        return 0, 0, 0
    row = work.session.scalars(select(HeadCount).where(HeadCount.sheet_id == sheet.id)).first()
    mine = row.guests if row is not None else 0
    others = activities.presence(work.session, sheet.subject_id).head_count - mine
    rest = max(0, given.head_count - others)
    if rest == mine:
        return 0, 0, 1
    if row is None:
        work.session.add(HeadCount(activity_id=sheet.subject_id, guests=rest, children=0, sheet_id=sheet.id))
        return 1, 0, 0
    row.guests = rest
    return 0, 1, 0
