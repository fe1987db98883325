"""What the coordinator does afterwards: write down what was learned, and plan calls to who did not come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import timedelta

from sqlalchemy import select

from buurtapp.core.errors import DraftInvalid, UserError
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.core.store.work import Work
from buurtapp.features.activities.afterwards import queries, rules
from buurtapp.features.activities.afterwards.records import EvaluationDraft
from buurtapp.features.activities.tables import Activity
from buurtapp.features.activities.tables.afterwards import Evaluation
from buurtapp.features.promises import actions as promises
from buurtapp.features.promises.records import PromiseDraft


def written_label(title: str) -> Text:
    """Return what the history says of `write_down`."""
    return text(N_("Written down afterwards: {title}"), title=title)


def write_down(work: Work, activity_id: int, draft: EvaluationDraft) -> None:
    """Make this what is known of an activity; nothing at all takes it away again. Raises DraftInvalid."""
    work.get(Activity, activity_id)
    found = rules.problems(draft)
    if found:
        raise DraftInvalid(found)
    words = {name: getattr(draft, name).strip() for name in ("went_well", "next_time", "said")}
    draft = replace(draft, **words)
    row = work.session.scalars(select(Evaluation).where(Evaluation.activity_id == activity_id)).first()
    if row is None:
        if not draft.is_empty:
            work.add(Evaluation(activity_id=activity_id, made_at=work.now, **asdict(draft)))
    elif draft.is_empty:
        work.delete(row)
    else:
        for name, value in asdict(draft).items():
            setattr(row, name, value)


def calls_label(title: str, count: int) -> Text:
    """Return what the history says of `plan_calls`."""
    return plural_text("{count} call planned after {title}", "{count} calls planned after {title}", count, title=title)


def plan_calls(work: Work, activity_id: int, people: Sequence[int]) -> list[int]:
    """Plan a call to each of these people who did not come, within some days; return the numbers of the promises.

    Whoever is to be called already, came after all or may not be called is passed over. Raises UserError "nobody".
    """
    activity = work.get(Activity, activity_id)
    missed = {one.person_id: one for one in queries.missed(work.session, activity_id)}
    wanted = [missed[number] for number in dict.fromkeys(people) if number in missed]
    made = [
        promises.add_promise(
            work,
            PromiseDraft(
                text(N_("Call {name}: missed at {title}"), name=one.name, title=activity.title).render()[:200],
                work.today + timedelta(days=rules.CALL_DAYS),
                "call",
                about_kind="activity",
                about_id=activity_id,
                about_person_id=one.person_id,
            ),
        )
        for one in wanted
        if one.may_call and not one.promised
    ]
    if not made:
        raise UserError(
            "nobody",
            text(N_("There is nobody to call. Nothing was changed.")),
            text(N_("Whoever does not want to be called, or stands on your list already, is left out.")),
        )
    return made
