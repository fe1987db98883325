"""Questions about everybody, answered as bare tuples: SQLAlchemy's rows take three times as long among 100,000.

Values come as the file has them: days and moments are texts, which sort as they should.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select
from sqlalchemy.orm import Session


def tuples(session: Session, wanted: Select[*tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return what a question answers, in its order."""
    connection = session.connection()
    asked = wanted.compile(dialect=connection.dialect, compile_kwargs={"render_postcompile": True})
    values = [asked.params[name] for name in asked.positiontup or ()]
    cursor = connection.connection.cursor()
    try:
        cursor.execute(str(asked), values)
        return list(cursor.fetchall())
    finally:
        cursor.close()


@contextlib.contextmanager
def unswept() -> Iterator[None]:
    """Make very many small records without looking for unused ones meanwhile, which takes longer than making them.

    100,000 people below their streets: 230 ms without, 160 ms with (Python 3.11).
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
