"""Who of an activity is to be called, with only what may be used for that."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, Text, _, n_, plural_text, text
from buurtapp.core.text import fold
from buurtapp.features.activities import queries
from buurtapp.features.activities.records import ActivityCard, CallList, CallRow, CallWho, SignupRow
from buurtapp.features.activities.tables.runsheet import Job, JobHelper
from buurtapp.features.group.queries import group
from buurtapp.features.people.queries import cards
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.rules.meant_for import people_for
from buurtapp.features.people.rules.reach import nice_phone


def who_words(who: CallWho) -> Text:
    """Return who is called, in words."""
    return {
        "signed-up": text(N_("Who signed up")),
        "missed": text(N_("Who signed up and did not come")),
        "lift": text(N_("Who needs a lift")),
        "waiting": text(N_("Who is on the waiting list")),
        "helpers": text(N_("Who helps")),
    }[who]


def left_out_words(calls: CallList) -> tuple[Text, ...]:
    """Return that some are not on the list, and why; nothing when all are."""
    if not calls.left_out:
        return ()
    return (
        plural_text(
            "{count} person is left out: they do not want to be approached like this.",
            "{count} people are left out: they do not want to be approached like this.",
            calls.left_out,
        ),
    )


def compose_call_list(session: Session, activity_id: int, who: CallWho, today: date) -> CallList:
    """Return whom to call; who does not want to be called is left out, and counted.

    Raises UserError "nobody_to_call" when nobody is left.
    """
    activity = queries.card(session, activity_id)
    signed = {row.person.id: row for row in queries.signups(session, activity_id)}
    wanted = _wanted(session, activity, who, signed)
    may, may_not = people_for("call-list", cards.cards(session, wanted), ("address", "phone"))
    if not may:
        raise _nobody(who, activity, len(may_not))
    people = tuple(_row(card, signed.get(card.id)) for card in may)
    title, name = activity.draft.title, group(session).name
    return CallList(title, activity.starts_at, who, people, len(may_not), name, today)


def _wanted(session: Session, activity: ActivityCard, who: CallWho, signed: dict[int, SignupRow]) -> list[int]:
    if who == "missed":
        return queries.missed_ids(session, activity.id)
    if who == "helpers":
        return _helpers(session, activity)
    by_name = sorted(signed.values(), key=lambda row: fold(row.person.name.spoken))
    chosen = {
        "signed-up": [row for row in by_name if not row.waiting],
        "lift": [row for row in by_name if row.lift and not row.waiting],
        "waiting": [row for row in signed.values() if row.waiting],
    }[who]
    return [row.person.id for row in chosen]


def _helpers(session: Session, activity: ActivityCard) -> list[int]:
    """Return who does a job, in the order of the jobs, and whom to ask about it."""
    jobs = list(session.scalars(select(Job).where(Job.activity_id == activity.id).order_by(Job.position, Job.id)))
    helpers = select(JobHelper).where(JobHelper.job_id.in_([job.id for job in jobs])).order_by(JobHelper.id)
    found = [job.person_id for job in jobs] + [row.person_id for row in session.scalars(helpers)]
    found.append(activity.draft.contact_person_id)
    return list(dict.fromkeys(number for number in found if number is not None))


def _row(card: PersonCard, signup: SignupRow | None) -> CallRow:
    phones = tuple(nice_phone(number) for number in card.phones)
    return CallRow(card.name.spoken, card.door.line, phones, card.best_time, _hint(signup) if signup else "")


def _hint(signup: SignupRow) -> str:
    along = signup.guests + signup.children
    parts = [n_("with {count} guest", "with {count} guests", along).format(count=along)] if along else []
    if signup.lift:
        parts.append(_("needs a lift"))
    return ", ".join(parts)


def _nobody(who: CallWho, activity: ActivityCard, left_out: int) -> UserError:
    if left_out:
        advice = text(N_("Whoever there is does not want to be called."))
    elif who == "missed" and activity.counts.came is None:
        advice = text(N_("Nobody was counted yet. Fill in who came first."))
    else:
        advice = text(N_("Choose other people, or print it later."))
    return UserError("nobody_to_call", text(N_("There is nobody to call. Nothing was printed.")), advice)
