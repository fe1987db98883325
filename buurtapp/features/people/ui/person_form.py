"""The fields about a person, and the way between them and a draft."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields

from PySide6.QtWidgets import QLineEdit

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, text
from buurtapp.features.people.records import (
    CONTACT_PREFERENCES,
    STICKERS,
    Door,
    Name,
    PersonCard,
    PersonDraft,
    Sticker,
)
from buurtapp.features.people.rules.consent_words import STICKER_WORDS
from buurtapp.features.people.rules.doors import names_several, parse_house
from buurtapp.features.people.rules.names import parse_name
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.features.people.rules.sensitive import looks_private
from buurtapp.features.people.rules.series import several_doors
from buurtapp.features.people.ui.label_field import complete_labels
from buurtapp.features.people.ui.wording import WAYS
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import Field, Form, choice, line, paragraph, tick

NAME = ("title", "given", "initials", "infix", "family", "name")
DOOR = ("street", "number", "addition", "postcode", "place")
WISHES = ("no_bell", "sticker")
"""What the address asks of whoever comes by: of everybody who lives there, and no part of a draft."""
_BREAKS = re.compile(r"[\n;,]")


def part_of(field: str) -> str:
    """Return which part of a draft a field belongs to."""
    return "name" if field in NAME else "door" if field in DOOR else field


class PersonForm(Form):
    """Everything about one person; the name in one field, or in its parts."""

    def __init__(self, *, whole_name: bool) -> None:
        super().__init__()
        self._whole_name = whole_name
        self._kind = Name().kind
        if whole_name:
            self.add(("name", line(text(N_("Name")))))
        else:
            self.add(("given", line(text(N_("First name")))), ("initials", line(text(N_("Initials")))), stretch=(8, 4))
            self.add(("infix", line(text(N_("Prefix")))), ("family", line(text(N_("Family name")))), stretch=(4, 8))
            self.add(("title", line(text(N_("Form of address")))))
        self.add(("street", line(text(N_("Street")))))
        self.add(("number", line(text(N_("House number")))), ("addition", line(text(N_("Addition")))))
        self.add(("postcode", line(text(N_("Postcode")))), ("place", line(text(N_("Town")))), stretch=(5, 7))
        if not whole_name:
            stickers = [(sticker, STICKER_WORDS[sticker]) for sticker in STICKERS]
            self.add(("sticker", choice(text(N_("Letterbox")), stickers)))
            self.add(("no_bell", tick(text(N_("Do not ring at this address")))))
        self.add(("phones", paragraph(text(N_("Phone")), 2, text(N_("One number on each line.")))))
        self.add(("emails", paragraph(text(N_("E-mail")), 2)))
        self.add(("labels", line(text(N_("Labels")), text(N_("With a comma between them.")))))
        self.add(("note", paragraph(text(N_("Remark")), 3)))
        self.add(("do_not_approach", tick(text(N_("Do not approach")))))
        ways = [("", text(N_("No preference"))), *((way, WAYS[way]) for way in CONTACT_PREFERENCES if way)]
        self.add(("contact_preference", choice(text(N_("Preferred contact")), ways)))
        self.add(("best_time", line(text(N_("Best time")))))
        self.edited.connect(self._on_edited)

    def propose_labels(self, desk: Desk) -> None:
        """Complete labels with those that exist."""
        field = self.field("labels").input
        if isinstance(field, QLineEdit):
            complete_labels(field, desk)

    def show_draft(self, draft: PersonDraft, but: Iterable[str] = ()) -> None:
        """Fill the fields; those in `but` stay as they are."""
        left = set(but)
        self._kind = draft.name.kind
        for name, value in self._values(draft).items():
            if name not in left:
                self.set_value(name, value)
        self._on_edited("labels")

    def _values(self, draft: PersonDraft) -> Mapping[str, object]:
        name, door = draft.name, draft.door
        parts = ("title", "given", "initials", "infix", "family")
        named = {"name": name.spoken} if self._whole_name else {part: getattr(name, part) for part in parts}
        return named | {
            "street": door.street,
            "number": str(door.number) if door.number else "",
            "addition": door.addition,
            "postcode": door.postcode,
            "place": door.place,
            "phones": "\n".join(nice_phone(phone) for phone in draft.phones),
            "emails": "\n".join(draft.emails),
            "labels": ", ".join(draft.labels),
            "note": draft.note,
            "do_not_approach": draft.do_not_approach,
            "contact_preference": draft.contact_preference,
            "best_time": draft.best_time,
        }

    def show_wishes(self, card: PersonCard) -> None:
        """Show what the address asks; without an address there is nothing to ask for."""
        for name, value in (("no_bell", card.no_bell), ("sticker", card.sticker)):
            self.set_value(name, value)
            self.field(name).setVisible(card.address_id is not None)

    def sticker(self) -> Sticker:
        """Return which sticker was chosen."""
        return next((one for one in STICKERS if one == self.value("sticker")), "")

    def draft(self) -> PersonDraft:
        """Return what the fields say."""
        preference = self.value("contact_preference")
        return PersonDraft(
            self._name(),
            self._door(),
            tuple(filter(None, map(str.strip, self.text("phones").split("\n")))),
            tuple(filter(None, map(str.strip, _BREAKS.split(self.text("emails"))))),
            tuple(filter(None, map(str.strip, self.text("labels").split(",")))),
            next((one for one in CONTACT_PREFERENCES if one == preference), ""),
            self.text("best_time"),
            self.text("note"),
            bool(self.value("do_not_approach")),
        )

    def _name(self) -> Name:
        if self._whole_name:
            return parse_name(self.text("name"))
        title, given, initials, infix, family = (
            self.text(part).strip() for part in ("title", "given", "initials", "infix", "family")
        )
        return Name(title, given, initials, infix, family, self._kind)

    def _door(self) -> Door:
        written = self.text("number").strip()
        house = parse_house(written) if written else None
        addition = self.text("addition").strip() or (house[1] if house else "")
        return Door(
            self.text("street").strip(),
            house[0] if house else None,
            addition,
            self.text("postcode").strip(),
            self.text("place").strip(),
        )

    def tell(self, part: str, problems: Sequence[DraftProblem]) -> None:
        """Say what is wrong with a part of the draft below its fields; the keyboard stays where it is."""
        told = {self._field_of(problem.field): problem.text for problem in reversed(problems)}
        if "number" in told and names_several(self.text("number")):
            told["number"] = several_doors(self.text("number"))
        for name in self.names():
            if part_of(name) == part:
                self.field(name).set_problem(told.get(name, ""))

    def names(self) -> list[str]:
        """Return the names of all fields, in their order."""
        return list(self._fields)

    def _field_of(self, problem: str) -> str:
        return "family" if problem == "name" and not self._whole_name else problem

    def _on_edited(self, name: str) -> None:
        if name == "labels":
            private = any(looks_private(label) for label in self.text("labels").split(","))
            if private:
                self.field("labels").set_hint(text(N_("Better not write this down.")), "care")
            else:
                self.field("labels").set_hint(text(N_("With a comma between them.")))


def with_part(saved: PersonDraft, typed: PersonDraft, part: str) -> PersonDraft:
    """Return what is saved, with one part as it was typed."""
    return PersonDraft(*(getattr(typed if one.name == part else saved, one.name) for one in fields(PersonDraft)))


def field_with_problem(form: PersonForm) -> Field | None:
    """Return the first field that says what is wrong; None when all is well."""
    found = (form.field(name) for name in form.names())
    return next((field for field in found if not field.problem.isHidden()), None)
