"""Areas: a part of the neighbourhood with its streets, and a connector (buurtverbinder) who knows people there."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from buurtapp.core.errors import DraftInvalid, DraftProblem, UserError
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.core.text import fold
from buurtapp.features.people.tables import Area, Person, Street


def added_label(name: str) -> Text:
    """Return what the history says of `add_area`."""
    return text(N_("Area added: {area}"), area=name)


def changed_label(name: str) -> Text:
    """Return what the history says when an area changes."""
    return text(N_("Area changed: {area}"), area=name)


def deleted_label(name: str) -> Text:
    """Return what the history says of `delete_area`."""
    return text(N_("Area deleted: {area}"), area=name)


def add_area(work: Work, name: str, connector_id: int | None = None, streets: Sequence[int] = ()) -> int:
    """Add an area with these streets; return its number.

    Raises DraftInvalid, or UserError "area_exists" or "not_found".
    """
    written = _checked(work, name, None)
    area = work.add(Area(name=written, sort_name=fold(written) or written, connector_id=None))
    set_connector(work, area.id, connector_id)
    for street in streets:
        set_street_area(work, street, area.id)
    return area.id


def change_area(work: Work, area_id: int, name: str | None, connector_id: int | None) -> None:
    """Change name and connector at once; None leaves it as it is, 0 is nobody. Raises what each of them raises."""
    work.get(Area, area_id)
    if name is not None:
        rename_area(work, area_id, name)
    if connector_id is not None:
        set_connector(work, area_id, connector_id or None)


def rename_area(work: Work, area_id: int, name: str) -> None:
    """Give an area another name; raises DraftInvalid or UserError "area_exists"."""
    area = work.get(Area, area_id)
    written = _checked(work, name, area_id)
    area.name, area.sort_name = written, fold(written) or written


def delete_area(work: Work, area_id: int) -> None:
    """Take an area away; its streets stay, without an area."""
    area = work.get(Area, area_id)
    for street in list(work.session.scalars(select(Street).where(Street.area_id == area_id))):
        street.area_id = None
    work.flush()
    work.delete(area)


def set_connector(work: Work, area_id: int, person_id: int | None) -> None:
    """Choose who connects the people of an area, or nobody; raises UserError "not_found"."""
    area = work.get(Area, area_id)
    area.connector_id = work.get(Person, person_id).id if person_id is not None else None


def set_street_area(work: Work, street_id: int, area_id: int | None) -> None:
    """Put a street in an area, or in none; raises UserError "not_found"."""
    street = work.get(Street, street_id)
    street.area_id = work.get(Area, area_id).id if area_id is not None else None


def _checked(work: Work, name: str, but: int | None) -> str:
    written = " ".join(name.split())
    if not written:
        raise DraftInvalid([DraftProblem("area", text(N_("Fill in a name for the area.")))])
    others = work.session.scalars(select(Area).where(Area.sort_name == (fold(written) or written)))
    if any(area.id != but for area in others):
        raise UserError("area_exists", text(N_("There is an area {area} already. Nothing was changed."), area=written))
    return written
