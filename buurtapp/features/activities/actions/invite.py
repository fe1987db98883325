"""To whom an invitation goes, and the letter that is drawn for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities import queries
from buurtapp.features.activities.invitations import Letters
from buurtapp.features.activities.records import ActivityCard
from buurtapp.features.group.queries import group
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.rules import households
from buurtapp.features.people.rules.meant_for import may_be_published, people_for, phone_may_be_published
from buurtapp.features.people.rules.reach import nice_phone


@dataclass(frozen=True, slots=True)
class Invited:
    """Whom to write to: one street, one label, or everybody; `new_only` leaves out who signed up already."""

    street: str = ""
    label: str = ""
    new_only: bool = False


def compose_invitation(session: Session, activity_id: int, invited: Invited, today: date) -> Letters:
    """Return to whom an invitation goes, as people walk; whoever wants no letters gets none.

    Raises UserError "nobody_chosen" when nobody is left.
    """
    activity = queries.card(session, activity_id)
    numbers = [person.id for person in listing.listed(session)]
    if invited.street:
        numbers = listing.ids_in_street(session, invited.street)
    if invited.label:
        having = set(listing.ids_with_label(session, invited.label))
        numbers = [number for number in numbers if number in having]
    if invited.new_only:
        known = {row.person.id for row in queries.signups(session, activity_id)}
        numbers = [number for number in numbers if number not in known]
    may, may_not = people_for("invitation", cards.cards(session, numbers))
    homeless = households.without_address(may)
    found = households.addressees(may, "address")
    if not found:
        raise UserError(
            "nobody_chosen",
            text(N_("There is nobody to invite. Nothing was printed.")),
            text(N_("Choose another street or label, or everybody.")),
        )
    warnings = _left_out(len(may_not), len(homeless))
    owner = group(session)
    parts = (owner.contact_name, nice_phone(owner.contact_phone), owner.contact_email)
    reach = ", ".join(part.strip() for part in parts if part.strip())
    return Letters(activity, tuple(found), _contact(session, activity) or reach, reach, owner, today, warnings)


def _left_out(refused: int, homeless: int) -> tuple[Text, ...]:
    found = []
    if refused:
        found.append(
            plural_text(
                "{count} person gets no letter: they do not want that.",
                "{count} people get no letter: they do not want that.",
                refused,
            )
        )
    if homeless:
        found.append(
            plural_text(
                "{count} person is left out: we have no address.",
                "{count} people are left out: we have no address.",
                homeless,
            )
        )
    return tuple(found)


def _contact(session: Session, activity: ActivityCard) -> str:
    """Return the contact person with their number, if that may be told."""
    person = activity.draft.contact_person_id
    if person is not None:
        card = cards.card(session, person)
        if may_be_published(card) and phone_may_be_published(card) and card.phones:
            return f"{card.name.spoken}, {nice_phone(card.phones[0])}"
    return ""
