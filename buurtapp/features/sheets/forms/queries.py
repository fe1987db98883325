"""Questions about registration forms: what to print, which one came home, and who may be meant."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from random import Random
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from buurtapp.core.errors import UserError, not_found
from buurtapp.core.i18n import N_, text
from buurtapp.core.text import fold
from buurtapp.features.group.queries import group
from buurtapp.features.group.records import Group
from buurtapp.features.people.forms import FORM, MOST_COPIES, FormFor, RegistrationForm
from buurtapp.features.people.queries import cards, consents, form_questions, listing
from buurtapp.features.people.records import Door, PersonDraft, PersonRow
from buurtapp.features.people.rules.doubles import double_key, same_person
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.features.people.tables import Address, Email, Person, Phone, Street
from buurtapp.features.sheets import queries as sheets
from buurtapp.features.sheets.actions import free_code
from buurtapp.features.sheets.forms.records import FormBox, FormInHand, FormsWanted
from buurtapp.features.sheets.tables import Sheet

_FEW = 20


def compose(
    session: Session, wanted: FormsWanted, today: date, chance: Random | None = None
) -> tuple[RegistrationForm, ...]:
    """Return the forms that are wanted, each with a code that is still free; nothing is saved yet.

    Raises UserError "not_found", and "too_many_copies".
    """
    if not 1 <= wanted.copies <= MOST_COPIES:
        raise UserError(
            "too_many_copies", text(N_("Between 1 and {most} forms can be printed at once."), most=MOST_COPIES)
        )
    owner = group(session)
    asked = form_questions.asked(session, wanted.purposes, today, wanted.language)
    words = form_questions.common_words(session)
    taken: set[str] = set()
    made = []
    for whom in _for_whom(session, wanted):
        code = free_code(session, chance)
        while code in taken:
            code = free_code(session, chance)
        taken.add(code)
        copies = wanted.copies if whom.person_id is None else 1
        made.append(RegistrationForm(code, owner.name, _contact(owner), owner.logo, asked, words, today, whom, copies))
    return tuple(made)


def _for_whom(session: Session, wanted: FormsWanted) -> list[FormFor]:
    people = list(dict.fromkeys(wanted.people))
    if wanted.address_id is not None:
        door = door_at(session, wanted.address_id)
        if door is None:
            raise not_found("address", wanted.address_id)
        lived = session.scalars(
            select(Person.id).where(Person.address_id == wanted.address_id).order_by(Person.sort_name)
        )
        people += [number for number in lived if number not in people]
        if not people:
            return [FormFor(door=door, address_id=wanted.address_id)]
    return [
        FormFor(card.name, card.door if card.address_id is not None else Door(), card.id)
        for card in cards.cards(session, people)
    ] or [FormFor()]


def door_at(session: Session, address_id: int) -> Door | None:
    """Return how a door is written today; None when it is gone."""
    wanted = select(Address, Street.name).join(Street, Street.id == Address.street_id).where(Address.id == address_id)
    row = session.execute(wanted).first()
    if row is None:
        return None
    return Door(row[1], row[0].number or None, row[0].addition, row[0].postcode, row[0].place)


def _contact(owner: Group) -> str:
    """Return whom to ask, on one line; the groups of a phone number stay together."""
    parts = (owner.contact_name, nice_phone(owner.contact_phone).replace(" ", "\u00a0"), owner.contact_email)
    return ", ".join(part.strip() for part in parts if part.strip())


def layout_of(session: Session, sheet_id: int) -> tuple[tuple[FormBox, ...], tuple[str, ...], int | None]:
    """Return the boxes of a form, the ids of its fields, and the door it was printed for."""
    (page,) = json.loads(session.get_one(Sheet, sheet_id).layout_json)["pages"]
    boxes = tuple(FormBox(box["id"], box["shape"], box["meaning"]) for box in page["boxes"])
    fields: list[dict[str, Any]] = page["text_fields"]
    address = next((field["meaning"]["address_id"] for field in fields if "address_id" in field["meaning"]), None)
    return boxes, tuple(str(field["id"]) for field in fields), address


def in_hand(session: Session, code: str, serial: int | None = None) -> FormInHand:
    """Return a form that came home; without a number of the copy the first that was not entered yet.

    Raises UserError "bad_code", "unknown_code", "no_form", "no_copy".
    """
    sheet = sheets.find(session, code)
    if sheet.kind != FORM:
        raise UserError("no_form", text(N_("{code} is the code of another paper, not of a form."), code=sheet.code))
    numbers = [row.row for row in sheet.rows]
    entered = frozenset(row.row for row in sheet.rows if row.person_id is not None)
    if serial is None:
        serial = next((number for number in numbers if number not in entered), numbers[0])
    row = next((row for row in sheet.rows if row.row == serial), None)
    if row is None:
        raise no_copy(sheet.code, serial, len(numbers))
    boxes, _fields, address = layout_of(session, sheet.id)
    card = cards.card(session, row.person_id) if row.person_id is not None else None
    door = (door_at(session, address) if address else None) or Door()
    return FormInHand(sheet, serial, len(numbers), entered, boxes, _texts(session, boxes), card, door, row.text)


def no_copy(code: str, serial: int, copies: int) -> UserError:
    """Return the error for a copy of a form that was never printed."""
    return UserError(
        "no_copy",
        text(N_("There is no form {code}/{serial}: {copies} were printed."), code=code, serial=serial, copies=copies),
        text(N_("The number of the form stands at its foot on the right, behind the slash.")),
    )


def _texts(session: Session, boxes: Iterable[FormBox]) -> dict[str, str]:
    """Return the sentences as they were printed, by purpose: those of the version that stands on the form."""
    found = {}
    for box in boxes:
        purpose = str(box.meaning.get("purpose", ""))
        if purpose and purpose not in found:
            wanted = box.meaning.get("text_version"), box.meaning.get("text_language")
            rows = consents.texts(session, purpose)
            found[purpose] = next((row.text for row in rows if (row.version, row.language) == wanted), "")
    return found


def alike(session: Session, draft: PersonDraft, but: int | None = None) -> list[PersonRow]:
    """Return people who may be the one of a draft: by name and door, by name, or by family name and phone or e-mail."""
    numbers: set[int] = set()
    if draft.phones:
        numbers.update(session.scalars(select(Phone.person_id).where(Phone.number.in_(draft.phones)).limit(_FEW)))
    if draft.emails:
        numbers.update(session.scalars(select(Email.person_id).where(Email.address.in_(draft.emails)).limit(_FEW)))
    reached = set(numbers)
    if fold(draft.name.family):
        numbers.update(listing.find_ids(session, draft.name.family, _FEW * 10))
    key = double_key(draft.name, draft.door)
    found = []
    for row in listing.rows(session, sorted(numbers - {but})):
        at_door = key is not None and double_key(row.name, row.door) == key and same_person(row.name, draft.name)
        same_name = fold(row.name.spoken) == fold(draft.name.spoken)
        related = row.id in reached and fold(row.name.family) == fold(draft.name.family)
        if at_door or same_name or related:
            found.append(row)
    return found[:_FEW]
