"""The attendance list on its way to the printer: a code, the names of now, and afterwards the frozen rows."""

from __future__ import annotations

import hashlib
from datetime import date

from sqlalchemy.orm import Session

from buurtapp.core.geometry import SheetLayout
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.features.activities import queries, rules
from buurtapp.features.activities.records import AttendanceSheet, ListColumn, ListName, ListOrder
from buurtapp.features.group.queries import group
from buurtapp.features.group.records import Group
from buurtapp.features.people.queries import listing
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.features.sheets.actions import free_code, keep_sheet
from buurtapp.features.sheets.records import FrozenRow


def printed_label(title: str) -> Text:
    """Return what the history says of `keep_list`."""
    return text(N_("Attendance list printed: {title}"), title=title)


def compose_list(  # noqa: PLR0913 - one for each choice
    session: Session,
    activity_id: int,
    today: date,
    *,
    column: ListColumn = "",
    order: ListOrder = "name",
    walk_in_lines: int = 4,
) -> AttendanceSheet:
    """Return what goes on the paper, with a code that is still free; nothing is saved yet. Who waits is left out."""
    activity = queries.card(session, activity_id)
    owner = group(session)
    return AttendanceSheet(
        code=free_code(session),
        group_name=owner.name,
        logo=owner.logo,
        contact=_contact(owner),
        title=activity.draft.title,
        starts_at=activity.starts_at,
        ends_at=activity.draft.ends_at,
        place=activity.draft.place,
        column=column,
        names=names_in_order(session, activity_id, order),
        walk_in_lines=walk_in_lines,
        printed_on=today,
        order=order,
    )


def names_in_order(session: Session, activity_id: int, order: ListOrder) -> tuple[ListName, ...]:
    """Return who signed up and has a place: by name, or street by street as people walk."""
    people = {row.person.id: row.person for row in queries.signups(session, activity_id) if not row.waiting}
    if order == "name":
        return rules.list_names(list(people.values()))
    walked = listing.found(session, listing.Wanted(among=set(people)))
    return rules.street_names([people[person.id] for person in walked])


def _contact(owner: Group) -> str:
    """Return whom to ask, with the phone as people read it."""
    reach = nice_phone(owner.contact_phone) or owner.contact_email
    return ", ".join(part for part in (owner.contact_name, reach) if part)


def keep_list(work: Work, activity_id: int, sheet: AttendanceSheet, layout: SheetLayout, pdf: bytes) -> int:
    """Freeze the rows as they were printed; return the sheet's number."""
    return keep_sheet(work, layout, activity_id, sheet.title, _rows(sheet, layout), hashlib.sha256(pdf).hexdigest())


def _rows(sheet: AttendanceSheet, layout: SheetLayout) -> list[FrozenRow]:
    names = {name.person_id: f"{name.name} ({name.note})" if name.note else name.name for name in sheet.names}
    rows = []
    for page in layout.pages:
        for box in page.boxes:
            if box.meaning.get("field") == "present":
                person = box.meaning.get("person_id")
                number = int(str(box.meaning["row"]))
                known = int(str(person)) if person is not None else None
                rows.append(FrozenRow(number, page.page, known, names.get(known, "") if known is not None else ""))
    return rows
