"""Understanding a form that came home: what a cross means, and what is written; nothing is looked up here."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from buurtapp.core.errors import DraftInvalid, DraftProblem, UserError
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.text import fold
from buurtapp.features.people.forms import FormWord
from buurtapp.features.people.names_and_consents import PURPOSES, Answer, Name, Purpose
from buurtapp.features.people.records import ContactPreference, Door, PersonDraft
from buurtapp.features.people.rules.consent_words import PURPOSE_WORDS
from buurtapp.features.people.rules.doors import nice_place, nice_street, parse_house, parse_postcode
from buurtapp.features.people.rules.languages import languages_in
from buurtapp.features.people.rules.names import is_initials, nice_initials, nice_word, split_infix
from buurtapp.features.people.rules.reach import one_phone
from buurtapp.features.sheets.forms.records import ConsentRead, FormBox, FormEntry, FormRead

ON_PAPER_ONLY = frozenset({"signature", "parent", "handed_out_by"})
"""Fields that are not typed over: the paper itself is what counts there."""

_DAY_FIRST = re.compile(r"(\d{1,2})\D+(\d{1,2})\D+(\d{2}|\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})")
_FIGURES = re.compile(r"(\d{2})(\d{2})(\d{4})")
_AND = re.compile(r"\s*[,;/\n]\s*|\s+(?:en|and|&)\s+")
_CENTURY = 2000
_YEAR_LETTERS = 2


def read(code: str, boxes: Sequence[FormBox], fields: Collection[str], entry: FormEntry) -> FormRead:
    """Return what a form says; `fields` are the ids of its places to write in.

    Raises UserError "unknown_box" for a box or a field that the form does not have, and DraftInvalid for a date that
    is none. Where one answer was asked and two are crossed, none counts, and it is said.
    """
    known = {box.id: box for box in boxes}
    wrong = sorted({*(entry.marks - known.keys()), *(name for name in entry.texts if name not in fields)})
    if wrong:
        raise UserError(
            "unknown_box",
            text(N_("The form {code} has no place “{place}”. Nothing was changed."), code=code, place=wrong[0][:60]),
        )
    crossed = [box for box in boxes if box.id in entry.marks]
    contacts = [str(box.meaning["answer"]) for box in crossed if box.meaning.get("field") == "contact"]
    problems: list[Text] = []
    if len(contacts) > 1:
        problems.append(text(N_("More than one way to be reached is crossed: none of them was noted.")))
    consents, both = _consents(crossed)
    problems += [
        text(N_("Yes and no are both crossed at “{purpose}”: nothing was noted there."), purpose=PURPOSE_WORDS[one])
        for one in both
    ]
    words = tuple(
        FormWord("label" if box.meaning["field"] == "label" else "skill", str(box.meaning["word"]))
        for box in crossed
        if box.meaning.get("field") in {"skill", "label"}
    )
    texts = {name.partition(".")[2]: " ".join(value.split()) for name, value in entry.texts.items() if value.strip()}
    day = written_day(texts.pop("date")) if "date" in texts else None
    for name in ON_PAPER_ONLY:
        texts.pop(name, None)
    return FormRead(texts, contacts[0] if len(contacts) == 1 else "", words, consents, day, tuple(problems))


def _consents(crossed: Sequence[FormBox]) -> tuple[tuple[ConsentRead, ...], list[Purpose]]:
    """Return the answers, and the purposes of which yes and no are both crossed."""
    answers: list[ConsentRead] = []
    both: list[Purpose] = []
    for purpose in PURPOSES:
        mine = [box.meaning for box in crossed if box.meaning.get("purpose") == purpose]
        if len(mine) > 1:
            both.append(purpose)
        elif mine:
            version = mine[0].get("text_version")
            answers.append(
                ConsentRead(
                    purpose,
                    cast("Answer", mine[0]["answer"]),
                    int(str(version)) if version is not None else None,
                    str(mine[0].get("text_language", "nl")),
                )
            )
    return tuple(answers), both


def written_day(written: str) -> date:
    """Return a date as people write it: "12-11-2026", "12/11/26", "2026-11-12", "12112026"; raises DraftInvalid."""
    found = _YEAR_FIRST.fullmatch(written.strip())
    parts = found.groups() if found else None
    if parts is None:
        found = _DAY_FIRST.fullmatch(written.strip()) or _FIGURES.fullmatch(written.strip())
        parts = found.groups()[::-1] if found else None
    try:
        if parts is not None:
            year = int(parts[0]) + (_CENTURY if len(parts[0]) == _YEAR_LETTERS else 0)
            return date(year, int(parts[1]), int(parts[2]))
    except ValueError:
        pass
    raise DraftInvalid(
        [DraftProblem("date", text(N_("“{value}” is not a date. Write it like this: 12-11-2026."), value=written))]
    )


def several(written: str) -> list[str]:
    """Return the words of a line with commas, or "and", in between."""
    return [part.strip(" .") for part in _AND.split(written) if part.strip(" .")]


def changed_draft(before: PersonDraft, form: FormRead) -> PersonDraft:
    """Return what is known of somebody after their form: only what is filled in changes; lists only grow.

    Raises DraftInvalid for a house number that is none.
    """
    return replace(
        before,
        name=_name(before.name, form.texts),
        door=_door(before.door, form.texts),
        phones=_with(before.phones, _phones(form.texts.get("phone", "")), lambda value: one_phone(value) or value),
        emails=_with(before.emails, several_emails(form.texts.get("email", "")), str.lower),
        languages=_with(before.languages, languages_in(form.texts.get("languages", "")), fold),
        skills=_with(
            before.skills,
            [*(one.word for one in form.words if one.kind == "skill"), *several(form.texts.get("skills", ""))],
            fold,
        ),
        labels=_with(before.labels, [one.word for one in form.words if one.kind == "label"], fold),
        contact_preference=cast("ContactPreference", form.contact) or before.contact_preference,
    )


def _name(name: Name, texts: Mapping[str, str]) -> Name:
    given, infix, family = (texts.get(part, "") for part in ("given", "infix", "family"))
    if given and is_initials(given):
        name = replace(name, initials=nice_initials(given), given="" if not name.given else name.given)
    elif given:
        name = replace(name, given=_nice(given))
    if family:
        split, rest = ("", family) if infix else split_infix(family)
        name = replace(name, infix=split.lower() if split else infix.lower(), family=_nice(rest))
    elif infix:
        name = replace(name, infix=infix.lower())
    return name


def _nice(written: str) -> str:
    """Return a name that was typed in capitals, as on the paper, or in small letters, as people write names."""
    if written.isupper() or written.islower():
        return " ".join(nice_word(word.lower()) for word in written.split())
    return written


def _door(door: Door, texts: Mapping[str, str]) -> Door:
    if "street" in texts and fold(nice_street(texts["street"])) != fold(door.street):
        # Another street: number, postcode and place of the old one say nothing any more.
        door = Door(nice_street(_nice(texts["street"])))
    if "number" in texts:
        house = parse_house(texts["number"])
        if house is None:
            problem = text(N_("“{value}” is not a house number. Write it like this: 12 a."), value=texts["number"])
            raise DraftInvalid([DraftProblem("number", problem)])
        if (house[0], fold(house[1])) != (door.number, fold(door.addition)):
            door = replace(door, number=house[0], addition=house[1])
    if "postcode" in texts:
        code = parse_postcode(texts["postcode"])
        door = replace(door, postcode=code.postcode or texts["postcode"], place=code.place or door.place)
    if "place" in texts:
        door = replace(door, place=nice_place(texts["place"]))
    return door


def _phones(written: str) -> list[str]:
    if not written:
        return []
    return [
        one_phone(part) or part for part in (re.split(r"\s*[,;/]\s*", written) if not one_phone(written) else [written])
    ]


def several_emails(written: str) -> list[str]:
    """Return the e-mail addresses of a field, in small letters."""
    return [part.lower() for part in re.split(r"[\s,;]+", written) if part]


def _with(have: Sequence[str], more: Sequence[str], key: Callable[[str], str]) -> tuple[str, ...]:
    keys = {key(value) for value in have}
    fresh = list(dict.fromkeys(value for value in more if key(value) not in keys))
    return (*have, *fresh)


_PARTS: Mapping[str, Callable[[PersonDraft], object]] = {
    "given": lambda draft: (draft.name.given, draft.name.initials),
    "infix": lambda draft: draft.name.infix,
    "family": lambda draft: draft.name.family,
    "street": lambda draft: draft.door.street,
    "number": lambda draft: (draft.door.number, draft.door.addition),
    "postcode": lambda draft: draft.door.postcode,
    "place": lambda draft: draft.door.place,
    "phone": lambda draft: draft.phones,
    "email": lambda draft: draft.emails,
    "languages": lambda draft: draft.languages,
    "skills": lambda draft: draft.skills,
}
_LISTS = frozenset({"phone", "email", "languages", "skills"})


def counted(before: PersonDraft, after: PersonDraft, form: FormRead) -> tuple[int, int, int]:
    """Return how many of the answers about the person are new, replaced another, and were known already."""
    stored = changed = unchanged = 0
    for name in form.texts:
        was, now = _PARTS[name](before), _PARTS[name](after)
        if was == now:
            unchanged += 1
        elif name in _LISTS or not any(was if isinstance(was, tuple) else (was,)):
            stored += 1
        else:
            changed += 1
    for one in form.words:
        had = before.labels if one.kind == "label" else before.skills
        is_known = fold(one.word) in {fold(word) for word in had}
        stored, unchanged = stored + (not is_known), unchanged + is_known
    if form.contact and form.contact == before.contact_preference:
        unchanged += 1
    elif form.contact:
        stored, changed = stored + (not before.contact_preference), changed + bool(before.contact_preference)
    return stored, changed, unchanged
