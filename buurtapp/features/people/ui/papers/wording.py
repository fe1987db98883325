"""What is said beside a paper: what is on it, who is left out and why, and why nothing can be printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.group.rules import FIELDS
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.ui.papers.choices import EnvelopesChoice, Made
from buurtapp.features.people.ui.papers.drawing import kind_of
from buurtapp.features.people.ui.papers.kinds import BY_POST, PaperKind
from buurtapp.features.people.ui.papers.noting import fields_on
from buurtapp.features.people.ui.wording import breakable, shortened

_NAMED = 3
"""So many people are named; of more it is said how many."""


def what_is_on_it(made: Made) -> Text:
    """Return what comes out of the printer: "3 labels, 1 sheet of A4"."""
    size = made.choice.size if isinstance(made.choice, EnvelopesChoice) else "A4"
    if isinstance(made.choice, EnvelopesChoice):
        return plural_text("{count} envelope {size}", "{count} envelopes {size}", made.who.things, size=size)
    sheets = plural_text("{count} sheet of {size}", "{count} sheets of {size}", made.sheets, size=size)
    is_counted = not made.is_part or kind_of(made.choice) == "labels"
    words = N_("{things}, {sheets}") if is_counted else N_("{things}, about {sheets}")
    return text(words, things=_things(kind_of(made.choice), made.who.things), sheets=sheets)


def data_on(made: Made) -> Text:
    """Return what the paper tells of people: "On this paper stand: name, address"."""
    return text(N_("On this paper stand: {fields}."), fields=_Fields(fields_on(made)))


@dataclass(frozen=True, slots=True)
class _Fields:
    """Columns in words, in the language in which they are shown."""

    names: tuple[str, ...]

    def __str__(self) -> str:
        return ", ".join(str(FIELDS.get(name, name)) for name in self.names)


def _things(kind: PaperKind, count: int) -> Text:
    if kind == "labels":
        return plural_text("{count} label to stick", "{count} labels to stick", count)
    if kind == "letter":
        return plural_text("{count} letter", "{count} letters", count)
    if kind == "badges":
        return plural_text("{count} badge", "{count} badges", count)
    return plural_text("{count} person", "{count} people", count)


def left_out(made: Made) -> list[Text]:
    """Return who is left out, and why."""
    said = []
    if made.who.may_not:
        words = N_("Left out, does not want to be approached like this: {names}.")
        if kind_of(made.choice) in BY_POST:
            words = N_("Left out, does not want post: {names}.")
        said.append(text(words, names=_names(made.who.may_not)))
    if made.who.no_address:
        said.append(text(N_("Left out, no address known: {names}."), names=_names(made.who.no_address)))
    return said


def _names(people: Sequence[PersonCard]) -> Text | str:
    named = ", ".join(breakable(shortened(card.name.spoken)) for card in people[:_NAMED])
    more = len(people) - _NAMED
    return (
        plural_text("{names} and {count} other", "{names} and {count} others", more, names=named) if more > 0 else named
    )


def why_not(made: Made) -> Text | None:
    """Return why nothing can be printed; None when it can."""
    if made.error is not None:
        return made.error.text
    if not made.who.things:
        return text(N_("There is nobody to print this for."))
    return None


def print_words(kind: PaperKind, count: int) -> Text:
    """Return what the main button says."""
    if kind == "labels":
        return plural_text("Print {count} label", "Print {count} labels", count)
    if kind == "letter":
        return plural_text("Print {count} letter", "Print {count} letters", count)
    if kind == "badges":
        return plural_text("Print {count} badge", "Print {count} badges", count)
    if kind == "envelopes":
        return plural_text("Print {count} envelope", "Print {count} envelopes", count)
    return text(N_("Print the list"))
