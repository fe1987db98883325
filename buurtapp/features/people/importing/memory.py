"""Remembering who the rows of a list were, so that its next version changes only what changed."""

from __future__ import annotations

from buurtapp.core.store.work import Work
from buurtapp.features.people.importing import columns, queries
from buurtapp.features.people.importing.records import Plan
from buurtapp.features.people.tables import ListEntry, ReadList


def remember_rows(work: Work, plan: Plan, people: dict[str, tuple[int, str]], *, is_settled: bool) -> None:
    """Keep who each row was and what it said: `people` has (number, fingerprints) by key.

    An entry that says the same is not touched. `is_settled`: rows that are not in the list any more are forgotten.
    """
    if not people:
        return
    entries: dict[str, ListEntry] = {}
    if plan.earlier is None:
        number = work.add(ReadList(signature=columns.signature(plan.choice), source=plan.source, read_on=work.today)).id
    else:
        number = plan.earlier.id
        entries = queries.entries(work.session, number)
    new = []
    is_other = False
    for key, (person, said) in people.items():
        entry = entries.pop(key, None)
        if entry is None:
            new.append(ListEntry(list_id=number, entry_key=key, person_id=person, said=said))
        elif (entry.person_id, entry.said) != (person, said):
            entry.person_id, entry.said = person, said
            is_other = True
    work.add_many(new)
    for entry in entries.values() if is_settled else ():
        work.session.delete(entry)
        is_other = True
    if plan.earlier is not None and (new or is_other):
        row = work.get(ReadList, number)
        row.source, row.read_on = plan.source, work.today
    work.flush()
