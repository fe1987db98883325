"""What a list changes about somebody the group knows: field by field, worked out before anything is saved.

Update: the list wins, in what it says otherwise than it did before. An empty cell says nothing and takes nothing away,
no list takes back that somebody is to be left alone, and the newest answer counts of what people agreed to.
Merge: what is known stays, what is new is added, and where the two say something else that is a conflict to look at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from buurtapp.core.text import fold
from buurtapp.features.people.actions.people import draft_of
from buurtapp.features.people.importing import values
from buurtapp.features.people.importing.records import Change, Planned, ReadConsent, Said
from buurtapp.features.people.importing.values import AT_DOOR, CONSENT, NAME_FIELDS, SEVERAL, Values
from buurtapp.features.people.names_and_consents import ConsentState
from buurtapp.features.people.records import Door, PersonCard, PersonDraft
from buurtapp.features.people.rules.consents import state_of
from buurtapp.features.people.rules.doors import door_key
from buurtapp.features.people.rules.doubles import infix_fits
from buurtapp.features.people.rules.names import gender_of


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of somebody: how they are written down then, new answers, and what is different in words."""

    draft: PersonDraft
    consents: tuple[ReadConsent, ...]
    changes: tuple[Change, ...]

    @property
    def is_change(self) -> bool:
        """Whether anything is different; a conflict alone changes nobody."""
        return any(not one.is_conflict for one in self.changes)


def outcome(card: PersonCard, rows: Sequence[tuple[Planned, bool]]) -> Outcome:
    """Return what rows of a list make of somebody; each with whether the list wins (update) or adds (merge)."""
    now, door = values.of_card(card), card.door if card.address_id is not None else _nowhere(card.door)
    found: list[Change] = []
    answers: list[ReadConsent] = []
    for at, (one, wins) in enumerate(rows):
        # Of two rows about one person the first wins: else each import would turn it over once more.
        let_win = wins and (at == 0 or one.before is not None)
        said = values.of_row(one)
        moved = _moves(one, door, now, let_win=let_win)
        found += _answered(card, one, said, answers, let_win=let_win)
        for field, new in said.items():
            old = now.get(field, ())
            if field.startswith(CONSENT) or (field in AT_DOOR and (moved or (door.street and not old))):
                continue
            result = _updated(field, old, new, one.before) if let_win else _merged(field, old, new)
            if field == "address" and not moved:
                result = old
            if result != old:
                found.append(_change(one, card, field, old, result))
                now[field] = result
            elif not let_win and _conflicts(field, old, new):
                found.append(replace(_change(one, card, field, old, new), is_conflict=True))
        if moved:
            door = one.door
            now |= {field: said.get(field, ()) for field in AT_DOOR}
        door = replace(door, postcode=_text(now, "postcode"), place=_text(now, "place"))
    return Outcome(_draft(card, now, door), tuple(answers), tuple(found))


def _nowhere(door: Door) -> Door:
    return Door(postcode=door.postcode, place=door.place)


def _moves(one: Planned, door: Door, now: Values, *, let_win: bool) -> bool:
    """Whether the row gives somebody another door; without one they get it whatever was chosen."""
    there = door_key(one.door)
    if there is None or there == door_key(door):
        return False
    if not now.get("address"):
        return True
    return let_win and not _is_as_before("address", (one.door.line,), one.before)


def _is_as_before(field: str, new: tuple[str, ...], before: Said | None) -> bool:
    """Whether the list says what it said the last time: then it has nothing to tell."""
    return before is not None and before.get(field) == frozenset(values.mark(field, each) for each in new)


def _updated(field: str, old: tuple[str, ...], new: tuple[str, ...], before: Said | None) -> tuple[str, ...]:
    if _is_as_before(field, new, before):
        return old
    if field not in SEVERAL:
        return old if old and _is_alike(field, old[0], new[0]) else new
    have = {_plain(field, each) for each in old}
    fresh = [each for each in new if _plain(field, each) not in have]
    if before is not None:
        stays = {values.mark(field, each) for each in new}
        gone = {
            each for each in old if (mark := values.mark(field, each)) in before.get(field, ()) and mark not in stays
        }
    else:
        # What the list said before is not known: numbers give way to those of the list, words only come with it.
        gone = {each for each in old if each not in new} if fresh and field in {"phone", "email"} else set()
    return _replaced(old, gone, fresh)


def _replaced(old: tuple[str, ...], gone: set[str], fresh: list[str]) -> tuple[str, ...]:
    """Return what stays, with what is new in the place of what is gone."""
    waiting = list(fresh)
    result = []
    for each in old:
        if each not in gone:
            result.append(each)
        elif waiting:
            result.append(waiting.pop(0))
    return (*result, *waiting)


def _merged(field: str, old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    if field not in SEVERAL:
        return old or new
    have = {_plain(field, each) for each in old}
    return (*old, *(each for each in new if _plain(field, each) not in have))


def _plain(field: str, value: str) -> str:
    """Return what tells two texts of a field apart: labels by their letters, lines of a note as they are."""
    if field in {"label", "language", "skill", "role"}:
        return fold(value) or value
    return " ".join(value.split())


def _conflicts(field: str, old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    return field not in SEVERAL and bool(old) and not _is_alike(field, old[0], new[0])


def _is_alike(field: str, old: str, new: str) -> bool:
    """Whether two ways of writing say the same: "dhr." and "de heer", "v.d." and "van der", "H." and "H.J."."""
    if old == new:
        return True
    if field == "title":
        return fold(old) == fold(new) or (gender_of(old) != "" and gender_of(old) == gender_of(new))
    if field == "infix":
        return infix_fits(old, new)
    if field == "initials":
        first, second = fold(old).replace(" ", ""), fold(new).replace(" ", "")
        return first.startswith(second)
    return field in {"address", "postcode", "place"} and fold(old) == fold(new)


def _answered(card: PersonCard, one: Planned, said: Values, taken: list[ReadConsent], *, let_win: bool) -> list[Change]:
    """Take the answers of a row that are news into `taken`; return them as changes, and the others as conflicts."""
    found = []
    for answer in one.person.details.consents:
        field = f"{CONSENT}{answer.purpose}"
        if any(each.purpose == answer.purpose for each in taken) or _is_as_before(field, said[field], one.before):
            continue
        known = state_of(card.consents, answer.purpose)
        change = _change(one, card, field, _one(values.answer(known)), said[field])
        if _is_news(answer, known, let_win=let_win):
            taken.append(answer)
            found.append(change)
        elif answer.state not in {"asked", known.state}:
            found.append(replace(change, is_conflict=True))
    return found


def _one(words: str) -> tuple[str, ...]:
    return (words,) if words else ()


def _is_news(said: ReadConsent, known: ConsentState, *, let_win: bool) -> bool:
    if known.state in {"not_asked", "asked"}:
        return known.state == "not_asked" or said.state != "asked"
    if said.state in {"asked", known.state}:
        return False
    if said.on_day is None:
        # A no without a day is better believed than a yes.
        return let_win and said.state == "withdrawn"
    return known.on_day is not None and said.on_day > known.on_day


def _change(one: Planned, card: PersonCard, field: str, old: Sequence[str], new: Sequence[str]) -> Change:
    between = "\n" if field == "note" else ", "
    return Change(one.row, card.id, card.name.spoken, field, between.join(old), between.join(new))


# Back to a draft


def _text(now: Mapping[str, Sequence[str]], field: str) -> str:
    return next(iter(now.get(field, ())), "")


def _draft(card: PersonCard, now: Values, door: Door) -> PersonDraft:
    before = draft_of(card)
    note = card.note if now.get("note", ()) == values.lines(card.note) else "\n".join(now.get("note", ()))
    kept: dict[str, Any] = {
        "phones": now.get("phone", ()),
        "emails": now.get("email", ()),
        "labels": now.get("label", ()),
        "languages": now.get("language", ()),
        "skills": now.get("skill", ()),
        "roles": now.get("role", ()),
        "contact_preference": _text(now, "contact preference"),
        "best_time": _text(now, "best time"),
        "do_not_approach": bool(now.get("do not approach")),
        "relation": _text(now, "relation") or "resident",
        "birth_year": int(_text(now, "year of birth") or 0) or None,
        "member_from": _date(now, "member since"),
        "member_until": _date(now, "member until"),
    }
    parts: dict[str, Any] = {field: _text(now, field) for field in NAME_FIELDS}
    name = replace(card.name, **parts)
    return replace(before, name=name, door=door, note=note, **kept)


def _date(now: Values, field: str) -> date | None:
    said = _text(now, field)
    return date.fromisoformat(said) if said else None
