"""The words of an invitation: the facts of the activity in a letter, with a slip at the foot to answer on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from buurtapp.core.i18n import _
from buurtapp.features.activities.invitations import Letters
from buurtapp.features.activities.printouts.attendance_frame import day_in_words, hours_in_words
from buurtapp.features.activities.records import ActivityCard
from buurtapp.features.people.papers import LetterJob
from buurtapp.features.people.printouts.letter import draw_letter
from buurtapp.printing.pages import PrintedPages

_SIGNS = str.maketrans("{}[]", "()()")
"""A letter takes words between braces for fields, and those between square brackets for blanks."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation before it is addressed: `body` as a letter takes it, `slip` for its foot."""

    subject: str
    body: str
    slip: tuple[str, ...]


def invitation_of(activity: ActivityCard, contact: str) -> Invitation:
    """Return the invitation to an activity in the present language; `contact` is whom to call."""
    draft, starts_at = activity.draft, activity.starts_at
    title = _plain(draft.title)
    day = day_in_words(starts_at.date())
    facts = [
        (_("When"), f"{day}, {hours_in_words(starts_at, draft.ends_at)}"),
        (_("Where"), _plain(draft.place)),
        (_("Cost"), _plain(draft.cost)),
        (_("For whom"), _plain(draft.for_whom)),
    ]
    paragraphs = [
        _("We would like to invite you to {title}.").format(title=title),
        "\n".join(f"{name}: {words}" for name, words in facts if words),
        *(_plain(part) for part in re.split(r"\n\s*\n", draft.text) if part.strip()),
        _answer(contact),
        _("You are welcome on your own, and with a neighbour too."),
    ]
    slip = (
        _("Yes, I am coming: {title}, {day}.").format(title=title, day=day),
        _("Name and house number:"),
        _("How many adults and children come along:"),
        _("My phone number, and whether I need a lift:"),
    )
    return Invitation(_("Invitation: {title}").format(title=title), "\n\n".join(paragraphs), slip)


def draw_invitation(letters: Letters) -> PrintedPages:
    """Return the letters as PDF in the present language, one for each address."""
    made, owner = invitation_of(letters.activity, letters.contact), letters.owner
    job = LetterJob(
        letters.addressees,
        made.subject,
        made.body,
        letters.day,
        owner.name,
        owner.place,
        letters.activity.draft.organiser.strip(),
        letters.reach,
        owner.logo,
        made.slip,
    )
    return draw_letter(job)


def _plain(words: str) -> str:
    return words.strip().translate(_SIGNS)


def _answer(contact: str) -> str:
    if contact.strip():
        return _("Are you coming? Call {contact}, or hand in the slip at the foot of this letter.").format(
            contact=_plain(contact)
        )
    return _("Are you coming? Hand in the slip at the foot of this letter.")
