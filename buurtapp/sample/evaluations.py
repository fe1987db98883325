"""What the Klaverhoek learned from what it did: two minutes after each time."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from buurtapp.core.store.work import Work
from buurtapp.features.activities.afterwards.records import EvaluationDraft
from buurtapp.features.activities.tables import Activity
from buurtapp.features.activities.tables.afterwards import Evaluation


@dataclass(frozen=True, slots=True)
class _Told:
    """The evaluation of an activity, by its title and day."""

    title: str
    month: int
    day: int
    draft: EvaluationDraft


_TOLD = (
    _Told(
        "Straatfeest",
        6,
        27,
        EvaluationDraft(
            "De lange tafel midden op straat: iedereen zat door elkaar.",
            "Zet de muziek zachter na negen uur en vraag meer mensen voor het opruimen.",
            "Ik woon hier twaalf jaar en kende mijn overbuurman niet.",
            9,
            2640,
        ),
    ),
    _Told(
        "Voorleesmiddag",
        9,
        5,
        EvaluationDraft(
            "Kinderen kozen zelf het boek.", "Begin een half uur eerder, dan is de school uit.", "", 2, 360
        ),
    ),
    _Told(
        "Fietsen maken",
        9,
        19,
        EvaluationDraft(
            "Henk liet iedereen zelf plakken.", "Neem een tweede pomp mee.", "Nu durf ik het zelf ook.", 2, 330
        ),
    ),
    _Told(
        "Burendag",
        9,
        26,
        EvaluationDraft(
            "Bij elke deur aangebeld: daardoor kwamen er zeven nieuwe adressen.",
            "Zet de stoelen in een kring en niet in rijen.",
            "",
            5,
            1080,
        ),
    ),
    _Told(
        "Soep op woensdag",
        9,
        30,
        EvaluationDraft("Iedereen hielp met afwassen.", "Kook ook een pan zonder vlees.", "", 3, 450),
    ),
    _Told(
        "Inloop gemeente",
        10,
        1,
        EvaluationDraft(
            "De wethouder bleef de hele avond.",
            "vraag eerst drie buren aan de deur",
            "Niemand heeft ons gevraagd wat we wilden.",
            1,
            120,
        ),
    ),
    _Told(
        "Berkenpad schoon",
        10,
        3,
        EvaluationDraft("De kinderen wilden niet ophouden.", "", "", 3, 420),
    ),
    _Told(
        "Soep op woensdag",
        10,
        7,
        EvaluationDraft(
            "Twee buren namen iemand mee.", "De radio blijft deze keer uit.", "Er is te veel muziek.", 3, 390
        ),
    ),
)


def add_evaluations(work: Work) -> None:
    """Write down what was learned, as far as the activities are there: an hour after each of them."""
    for told in _TOLD:
        day = datetime(2026, told.month, told.day)  # noqa: DTZ001 - wall-clock time, without a zone
        that_day = Activity.starts_at.between(day, day + timedelta(days=1))
        activity = work.session.scalars(select(Activity).where(Activity.title == told.title, that_day)).first()
        if activity is not None:
            ended = (activity.ends_at or activity.starts_at) + timedelta(hours=1)
            work.add(Evaluation(activity_id=activity.id, made_at=ended.astimezone(), **asdict(told.draft)))
