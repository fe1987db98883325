"""The states of money and receipts worth looking at."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from buurtapp.core.clock import local
from buurtapp.features.activities.money import queries
from buurtapp.features.activities.ui.activity_view import ActivityView
from buurtapp.features.activities.ui.money_card import MoneyCard, load
from buurtapp.features.activities.ui.money_fund import FundDialog, load_fund
from buurtapp.features.activities.ui.money_lines import typed_field
from buurtapp.features.activities.ui.money_paper import drawn
from buurtapp.features.activities.ui.money_view import ViewDialog, load_shown
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Picture
from buurtapp.uikit.paper import PrintDialog

_LAID_OUT_MS = 60


class Shows(Protocol):
    """What the page of this workspace can show."""

    desk: Desk
    activity: ActivityView

    def show_activity(self, number: int, tab: str = "") -> None:
        """Show an activity."""


def of_money(page: Shows, number: int) -> list[Picture]:
    """Return the states of the money of an activity that is over."""
    return [
        Picture("05-activiteit-geld", lambda: _at(page, number, "lines")),
        Picture("05-activiteit-geld-bonnen", lambda: _at(page, number, "receipts")),
        Picture("05-activiteit-geld-mist", lambda: _at(page, number, "missing")),
        Picture("05-activiteit-geld-fout", lambda: _wrong(page, number)),
        Picture("05-activiteit-fonds", lambda: _fund(page, number)),
        Picture("05-activiteit-fonds-nieuw", lambda: _new_fund(page, number)),
        Picture("05-activiteit-bon", lambda: _paper(page, number)),
        Picture("05-activiteit-map", lambda: _folder(page, number)),
    ]


def _card(page: Shows, number: int) -> MoneyCard:
    page.show_activity(number, "after")
    card = page.activity.after.money
    store = page.desk.store
    assert store is not None
    card.show_now(load(store, number))
    return card


def _at(page: Shows, number: int, part: str) -> None:
    card = _card(page, number)
    shown: QWidget = {"lines": card, "receipts": card.receipts, "missing": card.missing}[part]
    _scroll_to(shown)


def _scroll_to(shown: QWidget) -> None:
    """Bring a part to the top of what scrolls, once it has its height."""
    above = shown.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        area = above
        QTimer.singleShot(_LAID_OUT_MS, shown, lambda: _put_at_top(area, shown))


def _put_at_top(area: QScrollArea, shown: QWidget) -> None:
    inside = area.widget()
    if inside is not None:
        area.verticalScrollBar().setValue(shown.mapTo(inside, shown.rect().topLeft()).y() - 8)


def _wrong(page: Shows, number: int) -> None:
    card = _card(page, number)
    typed_field(card.lines.entry).setText("Boodschappen 1.2345")
    card.lines.add()
    _scroll_to(card)


def _fund(page: Shows, number: int) -> QWidget | None:
    store, card = page.desk.store, _card(page, number)
    funds = page.desk.read(queries.funds)
    if not funds or store is None:
        return None
    dialog = FundDialog(page.desk, card, funds[0].id, number)
    dialog.show_fund(load_fund(store, funds[0].id))
    dialog.open()
    return dialog


def _new_fund(page: Shows, number: int) -> QWidget:
    dialog = FundDialog(page.desk, _card(page, number), None, number)
    dialog.form.set_value("deadline", "31-2")
    dialog.save()
    dialog.open()
    return dialog


def _paper(page: Shows, number: int) -> QWidget | None:
    store, card = page.desk.store, _card(page, number)
    account = page.desk.read(queries.account_of_activity, number, local(page.desk.clock.now()))
    kept = [one.attachment.id for one in account.receipts if one.attachment is not None]
    if not kept or store is None:
        return None
    dialog = ViewDialog(page.desk, load_shown(store, kept[0]), card)
    dialog.open()
    return dialog


def _folder(page: Shows, number: int) -> QWidget:
    card = _card(page, number)
    read = page.desk.read(queries.account_paper, local(page.desk.clock.now()), activity=number)
    dialog = PrintDialog(page.desk, drawn(read, "").paper, card)
    dialog.open()
    return dialog
