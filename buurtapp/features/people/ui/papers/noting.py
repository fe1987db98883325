"""What the log of prints should know of a paper that went out: which one, how many people, which columns."""

from __future__ import annotations

from buurtapp.features.group.records import Outgoing
from buurtapp.features.people.papers import BADGE_DETAILS, Addressee
from buurtapp.features.people.rules.label_sheets import measures_of, shown_name
from buurtapp.features.people.ui.papers.choices import (
    BadgesChoice,
    EnvelopesChoice,
    LabelsChoice,
    ListChoice,
    Made,
    Source,
)
from buurtapp.features.people.ui.papers.drawing import kind_of, whom


def outgoing(made: Made, source: Source, copies: int = 1) -> Outgoing:
    """Return what is to be noted of a paper; its kind is the word of the command line."""
    kind, choice = kind_of(made.choice), made.choice
    on_it, _who = whom(choice, source)
    people = sum(len(one.people) if isinstance(one, Addressee) else 1 for one in on_it)
    description = ""
    if isinstance(choice, LabelsChoice):
        description = shown_name(choice.sheet) or measures_of(choice.sheet)
    elif isinstance(choice, EnvelopesChoice):
        description = choice.size
    pages = made.pages.pages if made.pages is not None else 0
    return Outgoing("people-list" if kind == "list" else kind, description, pages, copies, people, fields_on(made))


def fields_on(made: Made) -> tuple[str, ...]:
    """Return what a paper tells of each person."""
    if isinstance(made.choice, ListChoice):
        return ("name", *made.choice.fields)
    if isinstance(made.choice, BadgesChoice):
        return BADGE_DETAILS if made.choice.details else ("name",)
    return ("name", "address")
