"""The sign-up sheet on its way to the printer: a code, the facts, blank lines, and afterwards its frozen rows."""

from __future__ import annotations

import hashlib
from datetime import date

from sqlalchemy.orm import Session

from buurtapp.core.geometry import SheetLayout
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.features.activities import queries
from buurtapp.features.activities.records import SignupSheet
from buurtapp.features.group.queries import group
from buurtapp.features.people.queries import cards
from buurtapp.features.people.rules.meant_for import may_be_published, people_for
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.features.sheets.actions import free_code, keep_sheet
from buurtapp.features.sheets.records import FrozenRow

USUAL_LINES, MOST_LINES = 20, 200


def printed_label(title: str) -> Text:
    """Return what the history says of `keep_signup_sheet`."""
    return text(N_("Sign-up sheet printed: {title}"), title=title)


def compose_signup_sheet(
    session: Session, activity_id: int, today: date, *, lines: int = USUAL_LINES, with_names: bool = False
) -> SignupSheet:
    """Return what goes on the paper, with a code that is still free; nothing is saved yet.

    It hangs where everybody reads it: first names stand on it only when that is asked, of whoever may be told of.
    """
    activity = queries.card(session, activity_id)
    capacity, owner = activity.draft.capacity, group(session)
    reach = nice_phone(owner.contact_phone) or owner.contact_email
    return SignupSheet(
        code=free_code(session),
        group_name=owner.name,
        logo=owner.logo,
        contact=", ".join(part for part in (owner.contact_name, reach) if part),
        title=activity.draft.title,
        starts_at=activity.starts_at,
        ends_at=activity.draft.ends_at,
        place=activity.draft.place,
        cost=activity.draft.cost,
        places_left=max(0, capacity - activity.counts.heads) if capacity is not None else None,
        first_names=_first_names(session, activity_id) if with_names else (),
        lines=lines,
        printed_on=today,
    )


def _first_names(session: Session, activity_id: int) -> tuple[str, ...]:
    found = cards.cards(session, queries.signed_up_ids(session, activity_id))
    may, _may_not = people_for("sign-up-sheet", found)
    names = [card.name.given.strip() for card in may if may_be_published(card)]
    return tuple(name for name in names if name)


def keep_signup_sheet(work: Work, activity_id: int, sheet: SignupSheet, layout: SheetLayout, pdf: bytes) -> int:
    """Freeze the blank lines, so that the sheet can come home; return its number."""
    fields = [(page.page, box.meaning) for page in layout.pages for box in page.boxes]
    rows = [FrozenRow(int(str(meaning["row"])), page, None, "") for page, meaning in fields]
    return keep_sheet(work, layout, activity_id, sheet.title, rows, hashlib.sha256(pdf).hexdigest())
