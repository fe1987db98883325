"""Real saves and imports in a process of their own, so that it can be killed at any moment.

Every operation that returned is told through the pipe before the next one begins: what was told must never be lost.
"""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path

import buurtapp.schema  # noqa: F401 - every table must be known before the first query
from buurtapp.core.i18n import text
from buurtapp.core.store import Store
from buurtapp.exchange.read import read_data
from buurtapp.features.people.actions import people
from buurtapp.features.people.importing import actions as importing
from buurtapp.features.people.importing import queries, steps
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.records import Door, PersonDraft
from buurtapp.printing import pages  # noqa: F401 - loaded once, before the processes part

IMPORT_ROWS = 120


def work(path: Path, round_: int, told: Connection) -> None:
    """Save people one by one, and read a whole list every fifth time, until somebody kills us."""
    store = Store.open(path)
    told.send(("open", round_))
    at = 0
    while True:
        at += 1
        if at % 5:
            family = f"Enkel{round_}x{at}"
            draft = PersonDraft(
                Name(given="Jan", family=family), Door("Klaverstraat", at), ("0600000111",), labels=("soep",)
            )
            store.write(text("Added"), people.add_person, draft)
            told.send(("person", family))
        else:
            mark = f"Lijst{letters(round_)}x{letters(at)}"
            import_list(store, mark)
            told.send(("list", mark))


def letters(number: int) -> str:
    """Return a number in letters a to j: figures are no part of a name."""
    return str(number).translate(str.maketrans("0123456789", "abcdefghij"))


def import_list(store: Store, mark: str) -> None:
    """Read a list of people whose family names begin with `mark`."""
    rows = "\n".join(f"Jan {mark}n{letters(row)};Laan {row};06 0000 0{row:03d}" for row in range(1, IMPORT_ROWS + 1))
    found = read_data(f"Naam;Adres;Telefoon\n{rows}\n".encode(), "list.csv")
    table = steps.choose_sheet(found, "list.csv")
    plan = steps.plan(table, steps.choose_columns(table, "list.csv"), store.read(queries.known), "list.csv")
    store.write(importing.imported_label("list.csv", IMPORT_ROWS), importing.apply_plan, plan, "keep")
