"""What an action gets: one session, one moment, and the journal that watches."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import Engine, event
from sqlalchemy.orm import ORMExecuteState, Session

from buurtapp.core.clock import local
from buurtapp.core.errors import not_found
from buurtapp.core.store.base import Base
from buurtapp.core.store.journal import Recorder

Mapped = TypeVar("Mapped", bound=Base)


class Work:
    """One transaction on its way: everything an action changes goes through here and can be undone."""

    def __init__(self, session: Session, now: datetime, recorder: Recorder) -> None:
        self.session = session
        self.now = now
        self.recorder = recorder

    @property
    def today(self) -> date:
        """The day here."""
        return local(self.now).date()

    def add(self, row: Mapped) -> Mapped:
        """Add a row and return it with its number."""
        self.session.add(row)
        self.session.flush()
        return row

    def add_many(self, rows: Iterable[Base]) -> None:
        """Add many rows at once; afterwards each has its number."""
        self.session.add_all(list(rows))
        self.session.flush()

    def get(self, kind: type[Mapped], number: int) -> Mapped:
        """Return the row with this number; raises UserError "not_found"."""
        row = self.session.get(kind, number)
        if row is None:
            raise not_found(kind.__tablename__, number)
        return row

    def delete(self, row: Base) -> None:
        """Take a row away."""
        self.session.delete(row)
        self.session.flush()

    def flush(self) -> None:
        """Send what was changed so far to the file, so that queries in this action see it."""
        self.session.flush()


def refuse_bulk(state: ORMExecuteState) -> None:
    """Refuse statements that change rows behind the journal's back."""
    if state.is_insert or state.is_update or state.is_delete:
        message = "change mapped objects: bulk statements are not seen by the journal"
        raise RuntimeError(message)


def session_for(engine: Engine, recorder: Recorder | None = None) -> Session:
    """Return a session as the store wants it; with a recorder every flush is noted and bulk changes are refused."""
    session = Session(engine, expire_on_commit=False)
    if recorder is not None:
        event.listen(session, "after_flush", recorder.after_flush)
        event.listen(session, "do_orm_execute", refuse_bulk)
    return session
