"""What keeps a draft about a person from being saved: all of it at once, by field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.text import digits
from buurtapp.features.people.records import PersonDraft
from buurtapp.features.people.rules.days import birth_problem
from buurtapp.features.people.rules.postcodes import postcode_problem, typed_postcode
from buurtapp.features.people.rules.reach import is_email

LONGEST_TEXT = 10_000
LONGEST_WORD = 100
"""A skill, role, language or label is a word or a few; what is longer is a remark."""
_FEWEST_FIGURES = 3


def problems(draft: PersonDraft, today: date | None = None) -> list[DraftProblem]:
    """Return what is wrong with a draft, all at once; without `today` years to come are not looked at."""
    return [*_of_name_and_door(draft), *_of_reach(draft), *_of_words(draft), *_of_years(draft, today)]


def phone_problem(written: str) -> Text | None:
    """Return what is wrong with a number typed by itself; a draft also takes words there, as lists hold them."""
    if len(digits(written)) < _FEWEST_FIGURES:
        return text(N_("“{value}” is not a phone number."), value=written)
    return None


def _of_name_and_door(draft: PersonDraft) -> Iterator[DraftProblem]:
    if not any((draft.name.family, draft.name.given, draft.name.initials)):
        yield DraftProblem("name", text(N_("Fill in a name.")))
    if draft.door.street and not draft.door.number:
        yield DraftProblem("number", text(N_("Fill in a house number.")))
    if draft.door.number and not draft.door.street:
        yield DraftProblem("street", text(N_("Fill in a street.")))
    wrong_postcode = postcode_problem(typed_postcode(draft.door.postcode))
    if wrong_postcode is not None:
        yield DraftProblem("postcode", wrong_postcode)


def _of_reach(draft: PersonDraft) -> Iterator[DraftProblem]:
    for value in draft.emails:
        if value.strip() and not is_email(value.strip()):
            yield DraftProblem("emails", text(N_("“{value}” is not an e-mail address."), value=value))


def _of_words(draft: PersonDraft) -> Iterator[DraftProblem]:
    if len(draft.note) > LONGEST_TEXT:
        yield DraftProblem("note", text(N_("This text is too long.")))
    for field in ("languages", "skills", "roles"):
        for word in getattr(draft, field):
            if len(word) > LONGEST_WORD:
                yield DraftProblem(
                    field,
                    text(N_("Keep it short, at most {count} letters. More fits under Remark."), count=LONGEST_WORD),
                )


def _of_years(draft: PersonDraft, today: date | None) -> Iterator[DraftProblem]:
    born = birth_problem(draft.birth_year, today)
    if born is not None:
        yield DraftProblem("birth_year", born)
    if draft.member_from and draft.member_until and draft.member_until < draft.member_from:
        yield DraftProblem("member_until", text(N_("This day is before the day the membership began.")))
