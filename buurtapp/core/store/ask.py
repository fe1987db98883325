"""Plain questions in SQL, put to an open store or to a file that is only looked at, before SQLAlchemy is there.

For the one screen that must be there at once. Only standard SQL, with ? for values; moments as the file has them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from buurtapp.core.errors import OutsideTrouble
from buurtapp.core.store import file, migrate
from buurtapp.core.store.connect import connect

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Ask = Callable[[str, Sequence[object]], Sequence[Sequence[Any]]]
"""A question and its values → rows."""


def asker(session: Session) -> Ask:
    """Return who answers from a session of the store."""
    connection = session.connection()

    def answer(question: str, values: Sequence[object]) -> Sequence[Sequence[Any]]:
        return connection.exec_driver_sql(question, tuple(values)).fetchall()

    return answer


@contextmanager
def look_into(path: Path) -> Iterator[Ask]:
    """Answer from a file as it lies on the disk; not a byte of it is changed.

    Raises OutsideTrouble for a file that is not whole, is older or newer, or was left in the middle of a save: then
    only opening it in full tells what is the matter.
    """
    facts = file.look(path, migrate.newest_schema())
    if facts.schema != migrate.newest_schema() or file.has_journal(path):
        raise OutsideTrouble("not_at_once", file.not_at_once(path.name))
    try:
        with closing(connect(path, writes=False)) as connection:
            yield lambda question, values: connection.execute(question, tuple(values)).fetchall()
    except sqlite3.Error as error:
        raise OutsideTrouble("not_at_once", file.not_at_once(path.name)) from error


def stored(moment: datetime) -> str:
    """Return a wall-clock time as the file has it."""
    return f"{moment:%Y-%m-%d %H:%M:%S.%f}"
