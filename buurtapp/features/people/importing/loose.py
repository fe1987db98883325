"""What an import leaves to be sorted out by hand, and nothing is lost of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from buurtapp.core.store.work import Work
from buurtapp.features.people.importing import queries, wording
from buurtapp.features.people.importing.records import Change, Plan
from buurtapp.features.people.tables import LooseEnd

CONFLICT = "says_otherwise"
_NOT_KEPT = frozenset({"birthday_left_out"})
"""A day of birth is left out on purpose: it is shown before the list is read in, and then not kept anywhere."""


def ends_of(work: Work, plan: Plan, changes: Sequence[Change]) -> list[LooseEnd]:
    """Return the problems, the rows without a person, and what the list says otherwise than the group knows.

    Of a list that was read before, what is waiting already does not come a second time.
    """
    told = [(one.row, one.column, one.kind, one.text) for one in plan.problems if one.kind not in _NOT_KEPT]
    told += [(row.number, "", "no_person", row.loose) for row in plan.rows if row.loose]
    told += [
        (one.row, wording.field_name(one.field).render(), CONFLICT, f"{one.name}. {wording.changed(one).render()}")
        for one in changes
        if one.is_conflict
    ]
    waiting = queries.waiting(work.session) if plan.earlier is not None else Counter[tuple[str, str, str]]()
    ends = []
    for row, column, kind, said in told:
        if waiting[column, kind, said] > 0:
            waiting[column, kind, said] -= 1
        else:
            ends.append(LooseEnd(source=plan.source, row=row, column=column, kind=kind, text=said, created_at=work.now))
    return ends
