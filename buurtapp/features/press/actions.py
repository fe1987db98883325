"""What the coordinator does with printed matter."""

from __future__ import annotations

from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.features.group.tables import PrintLog
from buurtapp.features.press.records import Printed


def printed_label(title: str) -> Text:
    """Return what the history says of `log_print`."""
    return text(N_("Flyer made: {title}"), title=title)


def log_print(work: Work, activity_id: int | None, printed: Printed) -> int:
    """Note that something was printed or saved as a file."""
    return work.add(
        PrintLog(
            kind=printed.kind,
            activity_id=activity_id,
            description=printed.description,
            copies=printed.copies,
            pages=printed.pages,
            printed_at=work.now,
        )
    ).id
