"""What stands on the run sheet and the job slips: put together from the file, before anything is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from buurtapp.core.i18n import _, n_
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.records import ActivityCard
from buurtapp.features.activities.runsheet import queries, rules, wording
from buurtapp.features.activities.runsheet.records import JobRow, PaperJob, PaperSheet, Phoned
from buurtapp.features.group.queries import group
from buurtapp.features.group.records import Group
from buurtapp.features.people.queries import cards
from buurtapp.features.people.rules.meant_for import people_for, phone_may_be_published
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.features.sheets.actions import free_code

MOST_PHONES = 5


def compose(session: Any, activity_id: int, today: date, *, saving: bool = False) -> PaperSheet:
    """Return what goes on a run sheet, with a code that is still free; nothing is saved yet.

    Jobs beforehand that are done are left out: the paper is for what is still to do.
    """
    card = activities.card(session, activity_id)
    rows = queries.jobs(session, activity_id)
    names = rules.short_names(one for row in rows for one in (row.owner, *row.helpers) if one is not None)
    owner = group(session)
    left = [row for row in rows if row.draft.phase != "before" or row.done_at is None]
    phones = _phones(session, card, left, names, owner)
    facts = queries.facts(session, activity_id)
    return PaperSheet(
        code=free_code(session),
        group_name=owner.name,
        logo=owner.logo,
        title=card.draft.title,
        starts_at=card.starts_at,
        ends_at=card.draft.ends_at,
        place=card.draft.place,
        coordinator=_coordinator(card, phones),
        expected=_expected(session, card),
        notice=facts.notice,
        budget=_money(queries.planned_cents(session, activity_id)),
        jobs=tuple(_job(row, card.starts_at, names) for row in left),
        phones=tuple(phones),
        facts=facts,
        printed_on=today,
        saving=saving,
    )


def _job(row: JobRow, starts_at: datetime, names: Mapping[int, str]) -> PaperJob:
    draft = row.draft
    moment = draft.when.at(starts_at)
    if moment is not None:
        when = wording.clock(moment)
    else:
        when = wording.day_words(draft.when.on(starts_at)) if draft.phase != "day" else ""
    who = wording.who_words(row, names)
    wanted = wording.wanted_words(row)
    if wanted is not None:
        who = f"{who}, {wanted.render()}"
    needs = " ".join(draft.needs.split())
    for_all = rules.is_everybody(draft.who)
    return PaperJob(row.id, draft.phase, when, draft.title, who, needs, for_all, row.done_at is not None, draft.minutes)


def _phones(
    session: Any, card: ActivityCard, rows: Sequence[JobRow], names: Mapping[int, str], owner: Group
) -> list[Phoned]:
    """Return whom to ring: who leads it first, then who leads a job, on the day first; only who may be called."""
    in_turn = sorted(rows, key=lambda row: row.draft.phase != "day")
    numbers = [card.draft.contact_person_id, *(row.owner.person_id for row in in_turn if row.owner is not None)]
    wanted = list(dict.fromkeys(number for number in numbers if number is not None))
    people, _left_out = people_for("run-sheet", cards.cards(session, wanted))
    may_be_called = {one.id: one for one in people if one.phones and phone_may_be_published(one)}
    found = []
    for number in wanted:
        person = may_be_called.get(number)
        if person is None:
            continue
        why = _("leads it") if number == card.draft.contact_person_id else ""
        name = person.name.given or person.name.spoken
        found.append(Phoned(names.get(number, name), why, nice_phone(person.phones[0])))
    if card.draft.contact_person_id is None and (owner.contact_name or owner.contact_phone):
        found.insert(0, Phoned(owner.contact_name or owner.name, _("leads it"), nice_phone(owner.contact_phone)))
    return found[:MOST_PHONES]


def _coordinator(card: ActivityCard, phones: Sequence[Phoned]) -> str:
    """Return who leads it, with the number when that may be told."""
    if not phones or not phones[0].why:
        return card.contact_name
    name = card.contact_name or phones[0].name
    return " · ".join(part for part in (name, phones[0].phone) if part)


def _expected(session: Any, card: ActivityCard) -> str:
    """Return how many are expected, children told apart."""
    children = sum(row.children for row in activities.signups(session, card.id) if not row.waiting)
    heads = card.draft.expected if card.draft.expected is not None else card.counts.heads
    if not heads:
        return ""
    told = n_("{count} person", "{count} people", heads).format(count=heads)
    if not children:
        return told
    with_them = n_("{count} child", "{count} children", children).format(count=children)
    return f"{told}, {with_them}"


def _money(cents: int | None) -> str:
    """Return an amount as on paper: "€ 240", "€ 12,50"."""
    if cents is None:
        return ""
    euros, rest = divmod(cents, 100)
    return f"€ {euros},{rest:02}" if rest else f"€ {euros}"
