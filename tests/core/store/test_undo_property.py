"""Any row of actions, undone and redone, comes back to the very same content."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from street_rows import add_street, added, delete_street, label, new_store, rename_street

from buurtapp.core.store import Store
from buurtapp.features.people.tables import Street

STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "rename", "delete", "undo", "redo"]), st.integers(0, 5)), max_size=12
)


def _step(store: Store, kind: str, pick: int) -> None:
    numbers = store.read(lambda session: list(session.scalars(select(Street.id).order_by(Street.id))))
    if kind == "add":
        store.write(label("add"), add_street, f"Straat {store.counter()}")
    elif kind == "undo":
        store.undo()
    elif kind == "redo":
        store.redo()
    elif numbers:
        number = numbers[pick % len(numbers)]
        if kind == "rename":
            store.write(label("rename"), rename_street, number, f"Laan {store.counter()}")
        else:
            store.write(label("delete"), delete_street, number)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_undoing_all_gives_the_start_and_redoing_all_the_end(steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, new_store(Path(folder)) as store:
        start = store.check().digest
        added(store, "Klaverstraat")
        for kind, pick in steps:
            _step(store, kind, pick)
        end = store.check().digest
        undone = 0
        while store.undo() is not None:
            undone += 1
        assert store.check().digest == start
        for _ in range(undone):
            assert store.redo() is not None
        assert store.check().digest == end
