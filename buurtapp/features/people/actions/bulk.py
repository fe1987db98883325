"""What is done with many people at once, and what the history says of it. Ten thousand people take a second or two."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import select

from buurtapp.core.errors import not_found
from buurtapp.core.i18n import Text, plural_text
from buurtapp.core.store.work import Work
from buurtapp.features.people.actions import links
from buurtapp.features.people.queries import listing
from buurtapp.features.people.tables import Label, Person, PersonLabel

Progress = Callable[[int, int], None]
_PART = 500


def label_label(name: str, count: int, *, gives: bool) -> Text:
    """Return what the history says when a label was given to, or taken from, so many people."""
    label = " ".join(name.split())
    if gives:
        return plural_text(
            "Label {label} given to {count} person", "Label {label} given to {count} people", count, label=label
        )
    return plural_text(
        "Label {label} taken from {count} person", "Label {label} taken from {count} people", count, label=label
    )


def deleted_label(count: int) -> Text:
    """Return what the history says of `delete_people`."""
    return plural_text("Deleted: {count} person", "Deleted: {count} people", count)


def delete_people(work: Work, numbers: Sequence[int], progress: Progress | None = None) -> None:
    """Delete many people with everything that is only about them; what stands on paper keeps its words.

    A label that nobody has any more goes away. `progress` may raise to stop: then nothing is changed.
    Raises UserError "not_found" before anything is changed.
    """
    for nobody in listing.missing(work.session, numbers):
        raise not_found("person", nobody)
    wanted = list(dict.fromkeys(numbers))
    for at in range(0, len(wanted), _PART):
        if progress is not None:
            progress(at, len(wanted))
        part = wanted[at : at + _PART]
        for link in list(work.session.scalars(select(PersonLabel).where(PersonLabel.person_id.in_(part)))):
            work.session.delete(link)
        links.cut_many(work, part)
        for person in list(work.session.scalars(select(Person).where(Person.id.in_(part)))):
            work.session.delete(person)
        work.flush()
    used = select(PersonLabel.label_id).distinct()
    for label in list(work.session.scalars(select(Label).where(Label.id.not_in(used)))):
        work.session.delete(label)
    work.flush()
