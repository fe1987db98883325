"""The folder that accounts for money on its way out: shown as it will be printed, to the printer or into a PDF."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.store import Store
from buurtapp.core.text import slug
from buurtapp.features.activities.money import queries
from buurtapp.features.activities.money.records import AccountPaper
from buurtapp.features.group.records import Outgoing
from buurtapp.features.sheets.ui.plain_out import PlainOut, PlainPaper
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Progress
from buurtapp.uikit.paper import Paper
from buurtapp.uikit.words import one_line


def print_account(desk: Desk, activity_id: int, parent: QWidget) -> PlainOut:
    """Make the folder of one activity and show it."""
    return _begin(desk, parent, f"activity {activity_id}", partial(_of_activity, activity_id))


def print_fund(desk: Desk, fund_id: int, parent: QWidget) -> PlainOut:
    """Make the folder of a fund and show it."""
    return _begin(desk, parent, f"fund {fund_id}", partial(_of_fund, fund_id))


def _of_activity(number: int, store: Store) -> AccountPaper:
    return store.read(queries.account_paper, local(store.clock.now()), activity=number)


def _of_fund(number: int, store: Store) -> AccountPaper:
    return store.read(queries.account_paper, local(store.clock.now()), fund=number)


def _begin(desk: Desk, parent: QWidget, named: str, read: Callable[[Store], AccountPaper]) -> PlainOut:
    store = desk.store
    assert store is not None, "a folder is made from a file that is open"
    out = PlainOut(desk, text(N_("Making the folder")), lambda progress: drawn(read(store), named, progress))
    out.begin(parent)
    return out


def drawn(read: AccountPaper, named: str, progress: Progress | None = None) -> PlainPaper:
    """Return the folder as it comes out of the printer; takes a moment, so away from the screen."""
    from buurtapp.features.activities.money.printouts.account import draw_account  # noqa: PLC0415 - loads what draws
    from buurtapp.printing.render import page_pixels, page_sizes_mm  # noqa: PLC0415 - only when something is printed

    pages = draw_account(read, progress)
    name = slug(text(N_("Account of {title}"), title=read.account.title).render())
    title = text(N_("Account of {title}"), title=one_line(read.account.title)[:200])
    paper = Paper(title, pages.pdf, page_sizes_mm(pages.pdf), page_pixels, f"{name}.pdf", _what(read), pages.warnings)
    return PlainPaper(paper, Outgoing("account", named, pages.pages))


def _what(read: AccountPaper) -> Text:
    if read.gaps:
        return text(N_("No names of neighbours stand on it, only of who signs. What is missing stands on it in amber."))
    return text(N_("No names of neighbours stand on it, only of who signs."))
