"""Building blocks for tests of run sheets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from builders import DONE
from buurtapp.core.store import Store
from buurtapp.features.activities.runsheet import actions, queries
from buurtapp.features.activities.runsheet.records import Facts, JobDraft, JobRow, PaperJob, PaperSheet, Phoned, When
from buurtapp.printing import codes

NOON = datetime(2026, 10, 14, 12)


def job(title: str = "Soep koken", phase: str = "before", days: int = 0, minutes: int | None = None) -> JobDraft:
    """A job as it was typed."""
    return JobDraft(title, phase, When(days, minutes))


def add_jobs(store: Store, activity: int, *drafts: JobDraft) -> list[int]:
    """Add jobs; return their numbers."""
    return [store.write(DONE, actions.add_job, activity, draft) for draft in drafts]


def titles(store: Store, activity: int) -> list[str]:
    """The jobs of an activity, in their order."""
    return [row.draft.title for row in store.read(queries.jobs, activity)]


def rows(store: Store, activity: int) -> dict[str, JobRow]:
    """The jobs of an activity by what has to be done."""
    return {row.draft.title: row for row in store.read(queries.jobs, activity)}


def paper_sheet(count: int = 10, *, code: str = codes.human_code("7K3Q2"), saving: bool = False) -> PaperSheet:
    """A run sheet with so many jobs, spread over the phases."""
    phases = ("before", "day", "after")
    made = [
        PaperJob(at + 1, phases[min(2, at * 3 // max(1, count))], "11.00", f"Klus nummer {at + 1}", "Marijke", "pannen")
        for at in range(count)
    ]
    return PaperSheet(
        code=code,
        group_name="Buurtgroep Klaverhoek",
        logo=None,
        title="Samen eten op straat",
        starts_at=datetime(2026, 6, 13, 17, 30),
        ends_at=datetime(2026, 6, 13, 20),
        place="Kastanjeplein",
        coordinator="Fatma Yıldız · 06 0000 1234",
        expected="62 mensen, 14 kinderen",
        notice="2026-118",
        budget="€ 240",
        jobs=tuple(made),
        phones=(Phoned("Fatma", "leiding", "06 0000 1234"), Phoned("Henk", "", "06 0000 0104")),
        facts=Facts("2026-118", "Bij regen eten we binnen.", "12 tafels\ntent\n3 pannen", "AED: gevel 50\nEHBO: Ruth"),
        printed_on=date(2026, 6, 8),
        saving=saving,
    )


def long_sheet() -> PaperSheet:
    """A run sheet with words far too long everywhere."""
    sheet = paper_sheet(6)
    words = "Zeerlangeachternaamzonderspaties" * 12
    jobs = tuple(replace(one, title=words, who=words, needs=words) for one in sheet.jobs)
    return replace(sheet, title=words, place=words, jobs=jobs, facts=Facts(words, words, words, words))
