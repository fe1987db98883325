"""What each paper and file is meant for, and so who is left out of it. All that has people on it stands in this list.

A paper or file that is not in the list cannot be made: `people_for` refuses it, and a test goes through all commands
that print and export. Four kinds:

- "contact": somebody is approached with it, in one way. `rules/approach.py` says who may be.
- "list": it goes round or is phoned from; its columns say in which ways (`rules/for_lists.py`).
- "handed": it is handed to whoever comes by themselves, so that a no to letters or calls says nothing. Whoever wants to
  be left alone ("niet benaderen") stands on none; a badge can be asked for all the same.
- "own": the group's own administration. Nobody is left out, and nobody is approached with it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from buurtapp.features.people.papers import ListField
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.rules.approach import Way, parted
from buurtapp.features.people.rules.consents import is_withdrawn
from buurtapp.features.people.rules.for_lists import for_contact

Kind = Literal["contact", "list", "handed", "own"]


@dataclass(frozen=True, slots=True)
class Meant:
    """What a paper is for. `why` says it in a sentence, for whoever wonders why somebody is on it, or is not."""

    kind: Kind
    why: str
    way: Way = "letter"


MEANT: Mapping[str, Meant] = {
    "labels": Meant("contact", "Sticks on a letter."),
    "envelopes": Meant("contact", "Holds a letter."),
    "letter": Meant("contact", "Is a letter."),
    "people-list": Meant("list", "Goes round the doors, or lies beside the telephone."),
    "people.vcf": Meant("list", "Stands in a phone, to call and write from."),
    "badges": Meant("handed", "Is worn by whoever comes."),
    "form": Meant("handed", "Is filled in by whoever wants to."),
    "attendance": Meant(
        "own",
        "Lies at the door of something people signed up for by themselves. It holds names, no telephone or e-mail; "
        "what stands in its column is written there by the people themselves.",
    ),
    "run-sheet": Meant(
        "own",
        "Lies on the table of whoever helps. It holds who does which job, and the phone only of who may be called "
        "(see `phone_may_be_published`).",
    ),
    "job-slips": Meant("own", "Is handed to whoever does the job; the phone on it is that of who leads the activity."),
    "contact-card": Meant(
        "own",
        "One person in the coordinator's folder, or their own copy of what is kept; it says what they do not want.",
    ),
    "people.xlsx": Meant(
        "own", "The whole administration, that can be read in again; a column for each purpose says who wants what."
    ),
    "people.csv": Meant("own", "As the spreadsheet."),
    "invitation": Meant("contact", "Is a letter, to what is to come."),
    "call-list": Meant("list", "Lies beside the telephone."),
    "sign-up-sheet": Meant(
        "handed", "Hangs where everybody reads it; first names stand on it only when asked, of whoever may be shared."
    ),
    "thank-you": Meant("handed", "Is given by hand to who helped or came, and never put in the post."),
    "activity-report": Meant(
        "own", "Tells of activities in numbers. No people stand in it, and no street with fewer than 5."
    ),
    "flyer": Meant("own", "Names only who can be asked about it, if that may be shared (see `may_be_published`)."),
    "agenda": Meant("own", "Names only who can be asked, if that may be shared (see `phone_may_be_published`)."),
    "account": Meant(
        "own",
        "Accounts to who gave the money: numbers of people, amounts and receipts. The only names are of who signs.",
    ),
    "activities": Meant("own", "Activities, with how many came. No people stand in it."),
}
"""By the word of the command line; of people as a file with the ending behind it."""


def people_for(
    paper: str, cards: Sequence[PersonCard], fields: Collection[ListField] = ()
) -> tuple[Sequence[PersonCard], Sequence[PersonCard]]:
    """Return who may stand on a paper, with what may be told of them, and who may not; both in the order given.

    `fields` are the columns of a list. A paper that is not in `MEANT` raises KeyError: that is our own fault.
    """
    meant = MEANT[paper]
    if meant.kind == "own":
        return list(cards), []
    if meant.kind == "handed":
        return [card for card in cards if not card.do_not_approach], [card for card in cards if card.do_not_approach]
    if meant.kind == "list":
        return for_contact(cards, fields)
    return parted(cards, meant.way)


def for_export(cards: Sequence[PersonCard], ending: str) -> tuple[list[PersonCard], list[PersonCard]]:
    """Return who may stand in a file with this ending, and who may not.

    Contacts in a phone are there to be called and written to: they hold nobody who does not want that, and no number
    or e-mail address that may not be used.
    """
    may, may_not = people_for(f"people{ending}", cards, ("phone", "email"))
    return list(may), list(may_not)


def may_be_published(card: PersonCard) -> bool:
    """Return whether the name of somebody may stand on something that goes round the neighbourhood.

    Whoever is asked to be the one to ask said yes to that by doing it; a no to sharing, or "niet benaderen", is a no.
    """
    return not card.do_not_approach and not is_withdrawn(card.consents, "share_neighbours")


def phone_may_be_published(card: PersonCard) -> bool:
    """Return whether the number of somebody may stand there too: not when they do not want to be called."""
    return may_be_published(card) and not is_withdrawn(card.consents, "phone")
