"""When a promise is due, and what is wrong with one."""

from __future__ import annotations

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, text
from buurtapp.features.promises.records import KINDS, PromiseDraft

LONGEST_TITLE = 200


def problems(draft: PromiseDraft) -> list[DraftProblem]:
    """Return what is wrong with a draft, all at once."""
    found = []
    if not draft.title.strip():
        found.append(DraftProblem("title", text(N_("Write down what has to be done."))))
    elif len(draft.title) > LONGEST_TITLE:
        found.append(
            DraftProblem("title", text(N_("This is too long. Use at most {most} letters."), most=LONGEST_TITLE))
        )
    if draft.kind not in KINDS:
        found.append(DraftProblem("kind", text(N_("Choose what kind of task this is."))))
    return found
