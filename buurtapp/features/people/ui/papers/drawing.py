"""Papers drawn in the background: the whole, or the first part for the screen. What draws is loaded at first use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING, TypeVar

from buurtapp.core.errors import UserError
from buurtapp.features.group import queries as group
from buurtapp.features.people import papers
from buurtapp.features.people.papers import Addressee
from buurtapp.features.people.queries import cards
from buurtapp.features.people.records import AddressRow, PersonCard
from buurtapp.features.people.rules import households
from buurtapp.features.people.rules.meant_for import people_for
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.features.people.ui.papers.choices import (
    BadgesChoice,
    Choice,
    EmptyDoors,
    EnvelopesChoice,
    LabelsChoice,
    LetterChoice,
    ListChoice,
    Made,
    Source,
    Who,
)
from buurtapp.features.people.ui.papers.export import read_people
from buurtapp.features.people.ui.papers.kinds import PaperKind
from buurtapp.printing.pages import PrintedPages

if TYPE_CHECKING:
    from datetime import date

    from buurtapp.core.store.store import Store

Progress = Callable[[int, int], None]
KINDS: Mapping[type, PaperKind] = {
    LabelsChoice: "labels",
    ListChoice: "list",
    LetterChoice: "letter",
    BadgesChoice: "badges",
    EnvelopesChoice: "envelopes",
}
"""Which paper is drawn from which choices: all there are."""
T = TypeVar("T", Addressee, PersonCard)
_FIRST: dict[type, int] = {
    LabelsChoice: 500,
    ListChoice: 1000,
    LetterChoice: 100,
    BadgesChoice: 250,
    EnvelopesChoice: 250,
}
"""So many are drawn for the screen while somebody is still choosing: what takes one to two tenths of a second."""


def read_source(store: Store, numbers: Sequence[int], today: date) -> Source:
    """Return whom a paper is for and who makes it."""
    people = tuple(read_people(store, numbers, lambda _done, _all: None))
    return Source(people, store.read(group.group), today, tuple(store.read(cards.empty_addresses)))


def draw(choice: Choice, source: Source, progress: Progress | None = None) -> Made:
    """Return the whole paper; an error of the paper is told in it."""
    return _drawn(choice, source, None, progress)


def draw_first(choice: Choice, source: Source) -> Made:
    """Return the first part of the paper, and how much paper the whole of it takes."""
    return _drawn(choice, source, _FIRST[type(choice)], None)


def _drawn(choice: Choice, source: Source, most: int | None, progress: Progress | None) -> Made:
    on_it, who = whom(choice, source)
    if not who.things:
        return Made(choice, who)
    part = on_it[:most]
    try:
        pages = _pages(choice, part, source, progress)
    except UserError as error:
        return Made(choice, who, error=error)
    from buurtapp.printing.render import page_sizes_mm  # noqa: PLC0415 - loads what renders

    sheets = _sheets(choice, pages.pages, who.things, len(part))
    sizes = page_sizes_mm(pages.pdf)
    return Made(choice, who, pages, sizes, sheets, len(part) < len(on_it), warnings=pages.warnings)


def kind_of(choice: Choice) -> PaperKind:
    """Return which paper was chosen."""
    return KINDS[type(choice)]


def whom(choice: Choice, source: Source) -> tuple[Sequence[Addressee] | Sequence[PersonCard], Who]:
    """Return who stands on the paper: addressees, or people; and who does not."""
    if isinstance(choice, BadgesChoice):
        on_it, left_out = (source.cards, ()) if choice.everybody else people_for("badges", source.cards)
        return on_it, Who(len(on_it), left_out)
    if isinstance(choice, ListChoice):
        on_it, left_out = people_for("people-list", source.cards, choice.fields)
        return on_it, Who(len(on_it), left_out)
    may, may_not = people_for(kind_of(choice), source.cards)
    to = households.addressees(may, choice.per)
    empty = households.empty_addressees(empty_doors(choice.empty, source))
    to = households.in_walking_order([*to, *empty]) if empty else to
    return to, Who(len(to), may_not, households.without_address(may))


def empty_doors(wanted: EmptyDoors, source: Source) -> list[AddressRow]:
    """Return the doors where nobody is known to which something goes too."""
    if wanted == "all":
        return list(source.empty)
    here = {card.door.street for card in source.cards} if wanted == "here" else {wanted.removeprefix("street:")}
    return [row for row in source.empty if wanted and row.door.street in here]


def _sheets(choice: Choice, pages: int, things: int, drawn: int) -> int:
    """Return how many sheets the whole takes: counted for labels, else as the part that was drawn."""
    if isinstance(choice, LabelsChoice):
        return ceil((choice.start_at - 1 + things) / choice.sheet.count)
    return pages if drawn == things else ceil(pages / drawn * things)


def _pages(
    choice: Choice, on_it: Sequence[Addressee] | Sequence[PersonCard], source: Source, progress: Progress | None
) -> PrintedPages:
    to = tuple(one for one in on_it if isinstance(one, Addressee))
    people = tuple(one for one in on_it if isinstance(one, PersonCard))
    if isinstance(choice, LabelsChoice):
        return _labels(choice, to, progress)
    if isinstance(choice, EnvelopesChoice):
        return _envelopes(choice, to)
    if isinstance(choice, LetterChoice):
        return _letter(choice, to, source, progress)
    if isinstance(choice, ListChoice):
        return _list(choice, people, source, progress)
    return _badges(choice, people, source)


def _labels(choice: LabelsChoice, to: tuple[Addressee, ...], progress: Progress | None) -> PrintedPages:
    from buurtapp.features.people.printouts.labels import draw_labels  # noqa: PLC0415 - loads what draws

    return draw_labels(papers.LabelsJob(to, choice.sheet, choice.start_at, choice.with_edges), progress)


def _envelopes(choice: EnvelopesChoice, to: tuple[Addressee, ...]) -> PrintedPages:
    from buurtapp.features.people.printouts.labels import draw_envelopes  # noqa: PLC0415 - loads what draws

    return draw_envelopes(papers.EnvelopesJob(to, choice.size, choice.sender))


def _letter(choice: LetterChoice, to: tuple[Addressee, ...], source: Source, progress: Progress | None) -> PrintedPages:
    from buurtapp.features.people.printouts.letter import draw_letter  # noqa: PLC0415 - loads what draws

    us = source.group
    contact = ", ".join(part for part in (us.contact_name, nice_phone(us.contact_phone), us.contact_email) if part)
    job = papers.LetterJob(
        to,
        choice.subject,
        choice.body,
        source.day,
        us.name,
        us.place,
        choice.signed_by,
        contact,
        us.logo,
    )
    return draw_letter(job, progress)


def _list(
    choice: ListChoice, people: tuple[PersonCard, ...], source: Source, progress: Progress | None
) -> PrintedPages:
    from buurtapp.features.people.printouts.people_list import draw_people_list  # noqa: PLC0415 - loads what draws

    job = papers.PeopleListJob(choice.title, people, choice.fields, source.day, source.group.name, choice.by_street)
    return draw_people_list(job, progress)


def _badges(choice: BadgesChoice, people: tuple[PersonCard, ...], source: Source) -> PrintedPages:
    from buurtapp.features.people.printouts.badges import draw_badges  # noqa: PLC0415 - loads what draws

    return draw_badges(papers.BadgesJob(people, source.group.name, choice.role, source.group.logo, choice.details))
