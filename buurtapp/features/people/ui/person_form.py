"""The fields about a person, and the way between them and a draft."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.records import (
    CONTACT_PREFERENCES,
    RELATIONS,
    STICKERS,
    Door,
    PersonCard,
    PersonDraft,
    Sticker,
)
from buurtapp.features.people.rules.consent_words import STICKER_WORDS
from buurtapp.features.people.rules.days import NOT_A_DAY, NOT_A_YEAR, day_of, written_day, year_of
from buurtapp.features.people.rules.doors import names_several, parse_house
from buurtapp.features.people.rules.languages import language_names, languages_in
from buurtapp.features.people.rules.names import parse_name
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.features.people.rules.relations import RELATION_WORDS
from buurtapp.features.people.rules.sensitive import warning_of
from buurtapp.features.people.rules.series import several_doors
from buurtapp.features.people.ui.label_field import complete_labels, complete_languages, complete_words
from buurtapp.features.people.ui.wording import WAYS
from buurtapp.uikit.controls import Button
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import Field, Form, choice, line, paragraph, tick

NAME = ("title", "given", "initials", "infix", "family", "name")
DOOR = ("street", "number", "addition", "postcode", "place")
WISHES = ("no_bell", "sticker")
"""What the address asks of whoever comes by: of everybody who lives there, and no part of a draft."""
MORE = ("languages", "skills", "roles", "relation", "birth_year", "member_from", "member_until")
"""What is not needed every day; it is folded away until it is asked for, or known."""
_FREE_TEXTS = ("labels", "note", "best_time", "skills", "roles", "languages")
"""Where somebody may write what is better not written down."""
_HINTS: Mapping[str, Text] = {
    "labels": text(N_("With a comma between them.")),
    "languages": text(N_("Such as: Turkish, Arabic.")),
    "skills": text(N_("Such as: odd jobs, cooking.")),
    "roles": text(N_("Such as: treasurer.")),
    "member_from": text(N_("Such as 12-3-2024.")),
}
_BREAKS = re.compile(r"[\n;,]")


_NOTHING = PersonDraft(Name())


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
        self.add(("labels", line(text(N_("Labels")), _HINTS["labels"])))
        self.add(("note", paragraph(text(N_("Remark")), 3)))
        self.add(("do_not_approach", tick(text(N_("Do not approach")))))
        ways = [("", text(N_("No preference"))), *((way, WAYS[way]) for way in CONTACT_PREFERENCES if way)]
        self.add(("contact_preference", choice(text(N_("Preferred contact")), ways)))
        self.add(("best_time", line(text(N_("Best time")))))
        self._add_more()
        self.edited.connect(self._on_edited)

    def _add_more(self) -> None:
        self.more = Button(text(N_("More about this person")), "quiet", "chevron-down")
        self.more.clicked.connect(self._on_more)
        row = QWidget()
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.more)
        box.addStretch(1)
        self.add_widget(row)
        for name, words in (
            ("languages", text(N_("Languages"))),
            ("skills", text(N_("Skills and interests"))),
            ("roles", text(N_("Roles in the group"))),
        ):
            self.add((name, line(words, _HINTS[name])))
        relations = [(relation, RELATION_WORDS[relation]) for relation in RELATIONS]
        self.add(
            ("relation", choice(text(N_("Relation to the group")), relations)),
            ("birth_year", line(text(N_("Year of birth")))),
            stretch=(7, 5),
        )
        self.add(
            ("member_from", line(text(N_("Member from")), _HINTS["member_from"])),
            ("member_until", line(text(N_("Member until")))),
        )
        # Both fit in the narrow panel, if neither insists on more.
        for name in ("relation", "birth_year", "member_from", "member_until"):
            self.field(name).input.setMinimumWidth(1)
        self.show_more(on=False)

    def show_more(self, *, on: bool) -> None:
        """Fold out what is not needed every day, or fold it away."""
        self._is_more = on
        self.more.set_icon("chevron-up" if on else "chevron-down")
        self.more.setAccessibleDescription(text(N_("Folded out") if on else N_("Folded away")).render())
        for name in MORE:
            self.field(name).setVisible(on)

    def propose(self, desk: Desk) -> None:
        """Complete labels, skills and roles with those that exist, and languages with their names."""
        for name, complete in (
            ("labels", complete_labels),
            ("languages", complete_languages),
            ("skills", complete_words),
            ("roles", complete_words),
        ):
            field = self.field(name).input
            if isinstance(field, QLineEdit):
                complete(field, desk, name)

    def begin_with(self, draft: PersonDraft) -> None:
        """Fill the fields for somebody else; what is not needed every day is folded out when something is known."""
        self.show_draft(draft)
        self.show_more(on=any(getattr(draft, field) != getattr(_NOTHING, field) for field in MORE))

    def show_draft(self, draft: PersonDraft, but: Iterable[str] = ()) -> None:
        """Fill the fields; those in `but` stay as they are."""
        left = set(but)
        self._kind = draft.name.kind
        for name, value in self._values(draft).items():
            if name not in left:
                self.set_value(name, value)
        for name in _FREE_TEXTS:
            self._on_edited(name)

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
            "languages": ", ".join(language_names(draft.languages)),
            "skills": ", ".join(draft.skills),
            "roles": ", ".join(draft.roles),
            "relation": draft.relation,
            "birth_year": str(draft.birth_year or ""),
            "member_from": written_day(draft.member_from),
            "member_until": written_day(draft.member_until),
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
            self._words("labels"),
            next((one for one in CONTACT_PREFERENCES if one == preference), ""),
            self.text("best_time"),
            self.text("note"),
            bool(self.value("do_not_approach")),
            languages_in(self.text("languages")),
            self._words("skills"),
            self._words("roles"),
            next((one for one in RELATIONS if one == self.value("relation")), "resident"),
            year_of(self.text("birth_year")),
            day_of(self.text("member_from")),
            day_of(self.text("member_until"), last=True),
        )

    def unreadable(self) -> list[DraftProblem]:
        """Return what was typed and cannot be read, which a draft has no place for."""
        draft = self.draft()
        return [
            DraftProblem(name, NOT_A_YEAR if name == "birth_year" else NOT_A_DAY)
            for name in ("birth_year", "member_from", "member_until")
            if self.text(name).strip() and getattr(draft, name) is None
        ]

    def _words(self, field: str) -> tuple[str, ...]:
        return tuple(filter(None, map(str.strip, self.text(field).split(","))))

    def _name(self) -> Name:
        if self._whole_name and self.value("relation") == "organisation":
            return Name(family=" ".join(self.text("name").split()))
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

    def show_problems(self, problems: Sequence[DraftProblem]) -> None:
        """Say below the fields what is wrong, folded out where it stands."""
        if any(problem.field in MORE for problem in problems):
            self.show_more(on=True)
        super().show_problems(problems)

    def _on_more(self) -> None:
        self.show_more(on=not self._is_more)
        if self._is_more:
            self.field(MORE[0]).input.setFocus()

    def _on_edited(self, name: str) -> None:
        if name not in _FREE_TEXTS:
            return
        warning = warning_of(self.text(name))
        if warning is not None:
            self.field(name).set_hint(warning, "care")
        else:
            self.field(name).set_hint(_HINTS.get(name, ""))


def with_part(saved: PersonDraft, typed: PersonDraft, part: str) -> PersonDraft:
    """Return what is saved, with one part as it was typed."""
    return PersonDraft(*(getattr(typed if one.name == part else saved, one.name) for one in fields(PersonDraft)))


def field_with_problem(form: PersonForm) -> Field | None:
    """Return the first field that says what is wrong; None when all is well."""
    found = (form.field(name) for name in form.names())
    return next((field for field in found if not field.problem.isHidden()), None)
