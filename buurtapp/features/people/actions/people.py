"""Adding, changing, merging and deleting people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select

from buurtapp.core.errors import DraftInvalid, DraftProblem, UserError, not_found
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.core.text import fold
from buurtapp.features.people.actions import consents, links, words
from buurtapp.features.people.actions import step as steps
from buurtapp.features.people.actions.doors import ensure_address
from buurtapp.features.people.actions.refresh import refresh_doors, refresh_keys
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.queries import consents as consent_log
from buurtapp.features.people.records import Door, PersonCard, PersonDraft
from buurtapp.features.people.rules import drafts
from buurtapp.features.people.rules.doors import nice_addition
from buurtapp.features.people.rules.postcodes import typed_postcode
from buurtapp.features.people.rules.reach import one_phone
from buurtapp.features.people.tables import Email, Label, LooseEnd, Person, PersonLabel, Phone


def added_label(name: Name) -> Text:
    """Return what the history says of `add_person`."""
    return text(N_("Added: {name}"), name=name.spoken)


def changed_label(name: Name) -> Text:
    """Return what the history says of `change_person`."""
    return text(N_("Changed: {name}"), name=name.spoken)


def deleted_label(name: Name) -> Text:
    """Return what the history says of `delete_person`."""
    return text(N_("Deleted: {name}"), name=name.spoken)


def merged_label(keep: Name, gone: Name) -> Text:
    """Return what the history says of `merge_people`."""
    return text(N_("Merged: {gone} into {keep}"), gone=gone.spoken, keep=keep.spoken)


def problems(draft: PersonDraft, today: date | None = None) -> list[DraftProblem]:
    """Return what is wrong with a draft, all at once; without `today` years to come are not looked at."""
    return drafts.problems(draft, today)


def add_person(work: Work, draft: PersonDraft) -> int:
    """Add somebody with address, phones, e-mail and labels; return the number. Raises DraftInvalid."""
    _check(work, draft)
    person = work.add(_blank_person())
    _fill(work, person, draft)
    return person.id


def change_person(work: Work, number: int, draft: PersonDraft) -> None:
    """Change everything about somebody to what the draft says; raises DraftInvalid or UserError "not_found"."""
    _check(work, draft)
    _fill(work, work.get(Person, number), draft)


def _check(work: Work, draft: PersonDraft) -> None:
    found = problems(draft, work.today)
    if found:
        raise DraftInvalid(found)


def _blank_person() -> Person:
    empty = dict.fromkeys(
        (
            "title",
            "given",
            "initials",
            "infix",
            "family",
            "postcode",
            "place",
            "contact_preference",
            "best_time",
            "note",
        ),
        "",
    )
    return Person(
        **empty, kind="person", address_id=None, do_not_approach=False, sort_name="", place_key="", search_text=""
    )


def _fill(work: Work, person: Person, draft: PersonDraft) -> None:
    name = draft.name
    person.title, person.given, person.initials = name.title, name.given, name.initials
    person.infix, person.family, person.kind = name.infix, name.family, name.kind
    person.contact_preference, person.best_time = draft.contact_preference, draft.best_time.strip()
    person.note, person.do_not_approach = draft.note.strip(), draft.do_not_approach
    person.relation, person.birth_year = draft.relation, draft.birth_year
    person.member_from, person.member_until = draft.member_from, draft.member_until
    door = draft.door
    if door.postcode:
        typed = typed_postcode(door.postcode)
        door = replace(door, postcode=typed.postcode, place=door.place or typed.place)
    if door.street:
        door = replace(door, addition=nice_addition(door.addition))
        address = ensure_address(work, door)
        before = address.postcode, address.place
        address.postcode, address.place = door.postcode or address.postcode, door.place or address.place
        person.address_id, person.postcode, person.place = address.id, "", ""
        if (address.postcode, address.place) != before:
            refresh_doors(work, [address.id])
    else:
        person.address_id, person.postcode, person.place = None, door.postcode, door.place
    phones = [one_phone(value) or value.strip() for value in draft.phones if value.strip()]
    emails = [value.strip().lower() for value in draft.emails if value.strip()]
    _set_phones(work, person.id, list(dict.fromkeys(phones)))
    _set_emails(work, person.id, list(dict.fromkeys(emails)))
    words.set_words(work, person.id, {kind: getattr(draft, field) for kind, field in words.FIELDS.items()})
    set_labels(work, person.id, draft.labels)
    refresh_keys(work, person)


def _set_phones(work: Work, person_id: int, numbers: Sequence[str]) -> None:
    old = list(work.session.scalars(select(Phone).where(Phone.person_id == person_id).order_by(Phone.position)))
    if [phone.number for phone in old] == list(numbers):
        return
    for phone in old:
        work.delete(phone)
    work.add_many(Phone(person_id=person_id, number=number, position=at) for at, number in enumerate(numbers))


def _set_emails(work: Work, person_id: int, addresses: Sequence[str]) -> None:
    old = list(work.session.scalars(select(Email).where(Email.person_id == person_id).order_by(Email.position)))
    if [email.address for email in old] == list(addresses):
        return
    for email in old:
        work.delete(email)
    work.add_many(Email(person_id=person_id, address=address, position=at) for at, address in enumerate(addresses))


def set_labels(work: Work, person_id: int, names: Sequence[str]) -> None:
    """Give a person exactly these labels; a label that nobody has any more goes away."""
    wanted = {fold(name): name.strip() for name in names if fold(name)}
    rows = work.session.execute(
        select(PersonLabel, Label)
        .join(Label, Label.id == PersonLabel.label_id)
        .where(PersonLabel.person_id == person_id)
    )
    for link, label in list(rows):
        if label.sort_name in wanted:
            del wanted[label.sort_name]
        else:
            work.delete(link)
            _drop_if_unused(work, label)
    for name in wanted.values():
        work.add(PersonLabel(person_id=person_id, label_id=ensure_label(work, name).id))


def ensure_label(work: Work, name: str) -> Label:
    """Return the label of this name, made when it was not there."""
    label = work.session.scalars(select(Label).where(Label.sort_name == fold(name))).first()
    return label or work.add(Label(name=name.strip(), sort_name=fold(name)))


def _drop_if_unused(work: Work, label: Label) -> None:
    if work.session.scalars(select(PersonLabel.id).where(PersonLabel.label_id == label.id)).first() is None:
        work.delete(label)


def label_people(work: Work, people: Sequence[int], name: str) -> None:
    """Put one label on many people at once; raises DraftInvalid or UserError "not_found"."""
    if not fold(name):
        raise DraftInvalid([DraftProblem("label", text(N_("Fill in a label.")))])
    for nobody in listing.missing(work.session, people):
        raise not_found("person", nobody)
    label = ensure_label(work, name)
    have = set(work.session.scalars(select(PersonLabel.person_id).where(PersonLabel.label_id == label.id)))
    wanted = dict.fromkeys(number for number in people if number not in have)
    work.add_many(PersonLabel(person_id=number, label_id=label.id) for number in wanted)


def unlabel_people(work: Work, people: Sequence[int], name: str) -> None:
    """Take a label off many people at once; a label that nobody has any more goes away."""
    label = work.session.scalars(select(Label).where(Label.sort_name == fold(name))).first()
    if label is None:
        return
    wanted = set(people)
    for link in list(work.session.scalars(select(PersonLabel).where(PersonLabel.label_id == label.id))):
        if link.person_id in wanted:
            work.session.delete(link)
    work.flush()
    _drop_if_unused(work, label)


def delete_person(work: Work, number: int) -> None:
    """Delete somebody with everything that is only about them; what stands on paper keeps its words.

    Raises UserError "not_found".
    """
    person = work.get(Person, number)
    set_labels(work, number, ())
    links.cut(work, number)
    work.delete(person)


def merge_people(work: Work, keep: int, gone: int) -> None:
    """Give everything that is known of `gone` to `keep`, sign-ups and attendance too, and delete `gone`.

    Of their consents the newest answer of both counts; a step of the ladder chosen by hand for either stays.
    """
    for nobody in listing.missing(work.session, [keep, gone]):
        raise not_found("person", nobody)
    if keep == gone:
        raise UserError("same_person", text(N_("This is one and the same person. Nothing was changed.")))
    first, second = cards.card(work.session, keep), cards.card(work.session, gone)
    answers = consent_log.log(work.session, keep), consent_log.log(work.session, gone)
    links.move(work, keep, gone)
    consents.keep_newest(work, keep, *answers)
    delete_person(work, gone)
    change_person(work, keep, _merged(first, second))
    steps.keep_chosen(work, keep, second)


def _merged(keep: PersonCard, gone: PersonCard) -> PersonDraft:
    notes = [note for note in (keep.note, gone.note) if note]
    here = keep.door.street or not gone.door.street
    return PersonDraft(
        _merged_name(keep.name, gone.name),
        keep.door if here else gone.door,
        tuple(dict.fromkeys(keep.phones + gone.phones)),
        tuple(dict.fromkeys(keep.emails + gone.emails)),
        tuple(dict.fromkeys(keep.labels + gone.labels)),
        keep.contact_preference or gone.contact_preference,  # type: ignore[arg-type]
        keep.best_time or gone.best_time,
        "\n".join(dict.fromkeys(notes)),
        keep.asked_not_to or gone.asked_not_to,
        tuple(dict.fromkeys(keep.languages + gone.languages)),
        tuple(dict.fromkeys(keep.skills + gone.skills)),
        tuple(dict.fromkeys(keep.roles + gone.roles)),
        keep.relation if keep.relation != "resident" else gone.relation,
        keep.birth_year or gone.birth_year,
        min((day for day in (keep.member_from, gone.member_from) if day), default=None),
        _last_day(keep, gone),
    )


def _last_day(keep: PersonCard, gone: PersonCard) -> date | None:
    """Return when a membership ended: whoever is still a member in one of the two is a member."""
    members = [card for card in (keep, gone) if card.member_from or card.member_until]
    if any(card.member_until is None for card in members):
        return None
    return max((card.member_until for card in members if card.member_until), default=None)


def _merged_name(keep: Name, gone: Name) -> Name:
    return Name(
        keep.title or gone.title,
        keep.given or gone.given,
        keep.initials or gone.initials,
        keep.infix or gone.infix,
        keep.family or gone.family,
        keep.kind,
    )


def settle_loose_end(work: Work, number: int) -> None:
    """Take a row off the list of what still had to be sorted out."""
    work.delete(work.get(LooseEnd, number))


def draft_of(card: PersonCard) -> PersonDraft:
    """Return what a form starts with."""
    return PersonDraft(
        card.name,
        card.door if card.address_id is not None else Door(postcode=card.door.postcode, place=card.door.place),
        card.phones,
        card.emails,
        card.labels,
        card.contact_preference,  # type: ignore[arg-type]
        card.best_time,
        card.note,
        card.asked_not_to,
        card.languages,
        card.skills,
        card.roles,
        card.relation,
        card.birth_year,
        card.member_from,
        card.member_until,
    )
