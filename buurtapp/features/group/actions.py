"""What the coordinator does with the group itself."""

from __future__ import annotations

from dataclasses import asdict

from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.features.group import rules
from buurtapp.features.group.records import Group, Outgoing
from buurtapp.features.group.tables import GroupInfo, PrintLog


def changed_label() -> Text:
    """Return what the history says of `change_group`."""
    return text(N_("Group changed"))


def check(group: Group) -> None:
    """Raise DraftInvalid when the group cannot be saved like this."""
    found = rules.problems(group)
    if found:
        raise DraftInvalid(found)


def change_group(work: Work, group: Group) -> None:
    """Save the group as given; raises DraftInvalid."""
    check(group)
    row = work.session.get(GroupInfo, 1)
    if row is None:
        work.add(GroupInfo(id=1, created_at=work.now, **asdict(group)))
        return
    for name, value in asdict(group).items():
        setattr(row, name, value)


def note_outgoing(work: Work, outgoing: Outgoing) -> int:
    """Note that something was printed or saved as a file; for `Store.note`, as what is out cannot be taken back."""
    return work.add(
        PrintLog(
            kind=outgoing.kind,
            activity_id=None,
            description=outgoing.description,
            copies=outgoing.copies,
            pages=outgoing.pages,
            printed_at=work.now,
            people=outgoing.people,
            fields=",".join(outgoing.fields),
        )
    ).id
