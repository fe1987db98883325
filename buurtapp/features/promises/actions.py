"""What the coordinator does with promises: make, change, tick off, delete."""

from __future__ import annotations

from dataclasses import asdict

from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.features.people.tables import Person
from buurtapp.features.promises import rules
from buurtapp.features.promises.records import PromiseDraft
from buurtapp.features.promises.tables import Promise


def added_label(title: str) -> Text:
    """Return what the history says of `add_promise`."""
    return text(N_("Task added: {title}"), title=title)


def changed_label(title: str) -> Text:
    """Return what the history says of `change_promise`."""
    return text(N_("Task changed: {title}"), title=title)


def done_label(title: str, *, done: bool) -> Text:
    """Return what the history says of `set_done`."""
    return text(N_("Task done: {title}"), title=title) if done else text(N_("Task not done yet: {title}"), title=title)


def deleted_label(title: str) -> Text:
    """Return what the history says of `delete_promise`."""
    return text(N_("Task deleted: {title}"), title=title)


def check(work: Work, draft: PromiseDraft) -> None:
    """Raise DraftInvalid or UserError "not_found" when a promise cannot be saved like this."""
    found = rules.problems(draft)
    if found:
        raise DraftInvalid(found)
    for number in (draft.person_id, draft.about_person_id):
        if number is not None:
            work.get(Person, number)


def add_promise(work: Work, draft: PromiseDraft) -> int:
    """Add a promise and return its number; raises DraftInvalid."""
    check(work, draft)
    return work.add(Promise(**_columns(draft), done_at=None, made_at=work.now)).id


def change_promise(work: Work, number: int, draft: PromiseDraft) -> None:
    """Change everything about a promise to what the draft says; raises DraftInvalid."""
    check(work, draft)
    row = work.get(Promise, number)
    for name, value in _columns(draft).items():
        setattr(row, name, value)


def _columns(draft: PromiseDraft) -> dict[str, object]:
    return {name: value.strip() if isinstance(value, str) else value for name, value in asdict(draft).items()}


def set_done(work: Work, number: int, *, done: bool) -> None:
    """Note that something was done, or was not after all; the first time counts."""
    row = work.get(Promise, number)
    row.done_at = (row.done_at or work.now) if done else None


def delete_promise(work: Work, number: int) -> None:
    """Delete a promise."""
    work.delete(work.get(Promise, number))
