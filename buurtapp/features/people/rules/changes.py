"""What was changed about somebody, in words, from how the rows were before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.features.people.rules.steps import STEP_WORDS, STEPS

Image = Mapping[str, Any]
"""The values of a row, by column."""
_NAME = ("title", "given", "initials", "infix", "family")


@dataclass(frozen=True, slots=True)
class PersonChange:
    """One operation, as far as it is about one person: the row before and after; None: it was not there.

    `came` and `went` are words by their kind: "phone", "email", "label"; `words_changed` is about languages, skills
    and roles.
    """

    before: Image | None = None
    after: Image | None = None
    came: Mapping[str, Sequence[str]] = field(default_factory=dict)
    went: Mapping[str, Sequence[str]] = field(default_factory=dict)
    words_changed: bool = False


def told(change: PersonChange, doors: Mapping[int, str]) -> list[Text]:
    """Return what was changed, what matters most first; `doors` are addresses in words by number."""
    found = list(_reach(change))
    if change.before is not None and change.after is not None:
        found = [*_moved(change.before, change.after, doors), *_named(change.before, change.after), *found]
        found += _rest(change.before, change.after)
    if change.words_changed:
        found.append(text(N_("Languages, skills or roles changed")))
    return found


def _moved(before: Image, after: Image, doors: Mapping[int, str]) -> Iterator[Text]:
    old, new = before.get("address_id"), after.get("address_id")
    if old == new:
        return
    unknown = text(N_("another address"))
    was, now = doors.get(old or 0, unknown), doors.get(new or 0, unknown)
    if old is None:
        yield text(N_("Address: {address}"), address=now)
    elif new is None:
        yield text(N_("Lives no more at {address}"), address=was)
    else:
        yield text(N_("Moved from {old} to {new}"), old=was, new=now)


def _named(before: Image, after: Image) -> Iterator[Text]:
    old, new = (" ".join(str(row.get(part) or "") for part in _NAME).split() for row in (before, after))
    if old != new:
        yield text(N_("Name was {name}"), name=" ".join(old))


def _reach(change: PersonChange) -> Iterator[Text]:
    phones_came = [nice_phone(phone) for phone in _only(change.came, change.went, "phone")]
    phones_went = [nice_phone(phone) for phone in _only(change.went, change.came, "phone")]
    if phones_came and phones_went:
        old, new = ", ".join(phones_went), ", ".join(phones_came)
        yield text(N_("Phone {old} became {new}"), old=old, new=new)
    elif phones_came:
        yield text(N_("Phone {number} added"), number=", ".join(phones_came))
    elif phones_went:
        yield text(N_("Phone {number} taken away"), number=", ".join(phones_went))
    for address in _only(change.came, change.went, "email"):
        yield text(N_("E-mail {address} added"), address=address)
    for address in _only(change.went, change.came, "email"):
        yield text(N_("E-mail {address} taken away"), address=address)
    for label in _only(change.came, change.went, "label"):
        yield text(N_("Label {label} given"), label=label)
    for label in _only(change.went, change.came, "label"):
        yield text(N_("Label {label} taken off"), label=label)


def _only(here: Mapping[str, Sequence[str]], there: Mapping[str, Sequence[str]], kind: str) -> list[str]:
    return [word for word in here.get(kind, ()) if word not in there.get(kind, ())]


def _rest(before: Image, after: Image) -> Iterator[Text]:
    def is_other(*names: str) -> bool:
        return any(before.get(name) != after.get(name) for name in names if name in before and name in after)

    if is_other("do_not_approach"):
        yield (
            text(N_("Does not want to be approached"))
            if after["do_not_approach"]
            else text(N_("May be approached again"))
        )
    if is_other("step_override", "step_reason"):
        yield _stepped(after)
    if is_other("member_from", "member_until"):
        yield text(N_("Membership changed"))
    if is_other("contact_preference", "best_time"):
        yield text(N_("How to reach them changed"))
    if is_other("note"):
        yield text(N_("Remark changed"))
    if is_other("relation", "birth_year"):
        yield text(N_("Details changed"))


def _stepped(after: Image) -> Text:
    step = next((one for one in STEPS if one == after.get("step_override")), None)
    if step is None:
        return text(N_("Involvement is worked out again"))
    return text(N_("Set to {step} by hand: {reason}"), step=STEP_WORDS[step], reason=after.get("step_reason") or "")
