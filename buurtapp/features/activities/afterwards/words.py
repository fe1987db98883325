"""How what happened afterwards is told in sentences, for screens, papers and the command line alike."""

from __future__ import annotations

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities.afterwards.records import LastTime, Lesson, Turnout


def together(*parts: Text) -> Text | str:
    """Return sentences after each other; "" for none."""
    made: Text | str = ""
    for part in parts:
        made = text(N_("{first} {second}"), first=made, second=part) if made else part
    return made


def came_words(turnout: Turnout) -> Text | str:
    """Return how many of who signed up came, who came without that, and who they brought."""
    if turnout.came is None:
        return ""
    parts = []
    if turnout.signed_up > 1 and turnout.kept == turnout.signed_up:
        parts.append(text(N_("All {all} came."), all=turnout.signed_up))
    elif turnout.signed_up:
        parts.append(
            plural_text("{count} of {all} came.", "{count} of the {all} came.", turnout.kept, all=turnout.signed_up)
        )
    others = turnout.came - turnout.kept
    if turnout.signed_up and others > 0:
        parts.append(plural_text("{count} came unannounced.", "{count} others came unannounced.", others))
    if not turnout.signed_up:
        parts.append(plural_text("{count} neighbour came.", "{count} neighbours came.", turnout.came))
    if turnout.along:
        parts.append(plural_text("{count} guest came along.", "{count} guests came along.", turnout.along))
    return together(*parts)


def lesson_words(last: LastTime | Lesson) -> Text | str:
    """Return what people said, as a quotation, and what was decided for the next time."""
    lesson = last.next_time if isinstance(last, LastTime) else last.words
    if last.said and lesson:
        return text(N_("“{said}” {lesson}"), said=bare(last.said), lesson=lesson)
    return text(N_("“{said}”"), said=bare(last.said)) if last.said else lesson


def bare(said: str) -> str:
    """Return a quotation without the marks that were typed around it."""
    kept = said.strip()
    while len(kept) > 1 and kept[0] in "\"'“”‘„«" and kept[-1] in "\"'“”’»":
        kept = kept[1:-1].strip()
    return kept
