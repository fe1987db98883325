"""Run sheets as TOML: those that are shipped, those of the group, and those somebody else made.

Texts are words, or a table of languages: `title = { nl = "Soep koken", en = "Cook the soup" }`. When is written as
people write it, or in days: `when = "3 weken vooraf"`, `when = -21`; on the day `at` is minutes from the start.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, Text, language, text
from buurtapp.features.activities.runsheet import rules
from buurtapp.features.activities.runsheet.records import PHASES, Facts, JobDraft, RunSheet, SheetJob, When

LARGEST = 100_000
"""Letters: a run sheet of two hundred long jobs is not half of it."""
_JOB_FIELDS = {"title", "phase", "days", "minutes_from_start", "needs", "step", "takes", "places", "who"}
_FIELDS = {"name", "icon", "supplies", "plan_b", "emergency", "notice", "job"}
_CONTROL = re.compile("[\x7f]")


def read(content: str, key: str, *, own_id: int | None = None) -> RunSheet:
    """Return a run sheet in the present language; raises UserError "bad_run_sheet", naming the line."""
    if len(content) > LARGEST:
        raise _bad(key, text(N_("it is too large")))
    try:
        loaded = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise _bad(key, _place(error)) from error
    unknown = sorted(set(loaded) - _FIELDS)
    if unknown:
        raise _bad(key, text(N_("“{word}” is not known here"), word=unknown[0][:40]), _line_of(content, unknown[0]))
    name = _words(loaded.get("name", ""), key, content, "name", rules.LONGEST_NAME)
    if not name.strip():
        raise _bad(key, text(N_("it has no name")))
    facts = Facts(
        *(_words(loaded.get(one, ""), key, content, one) for one in ("notice", "plan_b", "supplies", "emergency"))
    )
    return RunSheet(key, name, _jobs(loaded.get("job", []), key, content), facts, _icon(loaded.get("icon", "")), own_id)


def _icon(value: object) -> str:
    return value if isinstance(value, str) and re.fullmatch(r"[a-z0-9-]{1,40}", value) else ""


def _jobs(listed: object, key: str, content: str) -> tuple[SheetJob, ...]:
    starts = [at for at, line in enumerate(content.splitlines(), 1) if line.strip().replace(" ", "") == "[[job]]"]
    if not isinstance(listed, list) or not listed or not all(isinstance(one, dict) for one in listed):
        raise _bad(key, text(N_("it has no jobs; each begins with [[job]]")))
    if len(listed) > rules.MOST_JOBS:
        raise _bad(key, text(N_("it has more than {most} jobs"), most=rules.MOST_JOBS))
    lines = starts if len(starts) == len(listed) else [0] * len(listed)
    return tuple(_job(one, key, content, line) for one, line in zip(listed, lines, strict=True))


def _job(one: Mapping[str, Any], key: str, content: str, line: int) -> SheetJob:
    unknown = sorted(set(one) - _JOB_FIELDS)
    if unknown:
        raise _bad(key, text(N_("“{word}” is not known here"), word=unknown[0][:40]), line)
    for field in ("days", "minutes_from_start", "takes", "places"):
        if field in one and (isinstance(one[field], bool) or not isinstance(one[field], int)):
            raise _bad(key, text(N_("“{word}” must be a whole number"), word=field), line)
    title, needs, who = (
        _words(one.get(field, ""), key, content, field, line=line) for field in ("title", "needs", "who")
    )
    phase, step = str(one.get("phase", "before")), str(one.get("step", ""))
    minutes = one.get("minutes_from_start")
    # The day it falls on is known only with the activity: what counts are the minutes.
    when = When(one.get("days", 0), minutes)
    made = SheetJob(title, phase, when, needs, step, one.get("takes"), one.get("places", 1), who)
    found = rules.problems(draft_of(made))
    if found:
        raise _bad(key, text(N_("{field}: {problem}"), field=found[0].field, problem=found[0].text), line)
    return made


def draft_of(job: SheetJob) -> JobDraft:
    """Return a job of a run sheet as one of an activity."""
    return JobDraft(job.title, job.phase, job.when, job.needs, job.step, job.minutes, job.places, None, job.who)


def _words(  # noqa: PLR0913 - a text, and where it stands for whoever must mend it
    value: object, key: str, content: str, field: str, most: int = rules.LONGEST_FACT, *, line: int = 0
) -> str:
    """Return a text in the present language, else in English, else in any."""
    if isinstance(value, Mapping):
        offered = {str(code): words for code, words in value.items() if isinstance(words, str)}
        value = offered.get(language()) or offered.get("en") or next(iter(offered.values()), "")
    if not isinstance(value, str):
        raise _bad(key, text(N_("“{word}” must be words between quotes"), word=field), line or _line_of(content, field))
    if len(value) > most:
        raise _bad(key, text(N_("“{word}” is too long"), word=field), line or _line_of(content, field))
    return value.strip()


def _line_of(content: str, word: str) -> int:
    found = re.compile(rf"\s*(\[+\s*)?[\"']?{re.escape(word)}\b")
    return next((at for at, line in enumerate(content.splitlines(), 1) if found.match(line)), 0)


def _place(error: tomllib.TOMLDecodeError) -> Text:
    found = re.search(r"at line (\d+)", str(error))
    if found is None:
        return text(N_("it is not written as TOML"))
    return text(N_("line {line} is not written as TOML"), line=int(found[1]))


def _bad(key: str, why: Text, line: int = 0) -> UserError:
    said = text(N_("line {line}: {why}"), line=line, why=why) if line else why
    return UserError(
        "bad_run_sheet",
        text(N_("The run sheet “{name}” cannot be used: {why}. Nothing was changed."), name=key[:80], why=said),
        text(N_("Mend it there, or choose another run sheet.")),
    )


def write(sheet: RunSheet) -> str:
    """Return a run sheet as TOML; reading it back gives the same one, in every language."""
    lines = [f"name = {_quoted(sheet.name)}"]
    lines += [
        f"{field} = {_quoted(getattr(sheet.facts, field))}"
        for field in ("notice", "plan_b", "supplies", "emergency")
        if getattr(sheet.facts, field)
    ]
    for phase in PHASES:
        for job in (one for one in sheet.jobs if one.phase == phase):
            lines += ["", "[[job]]", *_written(job)]
    return "\n".join(lines) + "\n"


def _written(job: SheetJob) -> list[str]:
    lines = [f"title = {_quoted(job.title)}", f"phase = {_quoted(job.phase)}"]
    if job.when.days:
        lines.append(f"days = {job.when.days}")
    numbers = (("minutes_from_start", job.when.minutes), ("takes", job.minutes))
    lines += [f"{field} = {number}" for field, number in numbers if number is not None]
    if job.places != 1:
        lines.append(f"places = {job.places}")
    words = (("needs", job.needs), ("step", job.step), ("who", job.who))
    return lines + [f"{field} = {_quoted(value)}" for field, value in words if value]


def _quoted(words: str) -> str:
    """Return words as TOML writes them: as JSON does, but for one sign."""
    return _CONTROL.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(words, ensure_ascii=False))
