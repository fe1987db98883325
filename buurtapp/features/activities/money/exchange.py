"""An account for other programs: every receipt as a row."""

from __future__ import annotations

from buurtapp.core.i18n import N_, _
from buurtapp.exchange.write import Cell
from buurtapp.features.activities.money.records import Account

_HEADINGS = (
    N_("No."),
    N_("What for"),
    N_("Planned in cents"),
    N_("Day"),
    N_("What was paid"),
    N_("Amount in cents"),
    N_("Receipt"),
    N_("Who has it"),
)


def headings() -> list[str]:
    """Return the headings of the list, in the present language."""
    return [_(heading) for heading in _HEADINGS]


def rows(account: Account) -> list[list[Cell]]:
    """Return a row for each receipt; amounts are whole cents, so that a spreadsheet can count with them.

    A line without receipts has a row of its own.
    """
    made: list[list[Cell]] = []
    number = 0
    for line in account.lines:
        own = [one for one in account.receipts if one.line_id == line.id]
        if not own:
            made.append([None, line.title, line.planned, "", "", None, "", ""])
        for one in own:
            number += 1
            day = one.paid_on.isoformat() if one.paid_on is not None else ""
            kept = _("kept") if one.attachment is not None else _("missing")
            made.append([number, line.title, line.planned, day, one.title, one.amount, kept, one.holder])
    return made
