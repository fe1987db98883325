"""The menu of a heading: sort by it, leave it out, choose columns. On a row: all columns to sort by."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QMenu, QWidget

from buurtapp.core.i18n import _
from buurtapp.features.people.ui.column_choice import Layout
from buurtapp.features.people.ui.columns import Kind
from buurtapp.uikit.words import plain, say


class Arranged(Protocol):
    """What the menu needs of the list."""

    layout_: Layout
    asked_order: SignalInstance
    rearranged: SignalInstance
    asked_columns: SignalInstance

    def kinds(self) -> Sequence[Kind]:
        """Return the columns that can be shown."""


def column_menu(parent: QWidget, table: Arranged, kind: Kind | None) -> QMenu:
    """Return the menu for a column, or for the whole list; it goes away with its closing."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    layout = table.layout_
    if kind is not None:
        menu.addAction(_("Sort upwards"), partial(table.asked_order.emit, kind.sort, False))  # noqa: FBT003 - Qt's shape
        menu.addAction(_("Sort downwards"), partial(table.asked_order.emit, kind.sort, True))  # noqa: FBT003 - Qt's shape
        menu.addSeparator()
        without = tuple(key for key in layout.shown if key != kind.key)
        hide = menu.addAction(_("Leave this column out"), partial(table.rearranged.emit, layout.with_shown(without)))
        hide.setEnabled(kind.key != "name")
    else:
        sorts = menu.addMenu(_("Sort by"))
        for one in table.kinds():
            action = sorts.addAction(plain(say(one.heading)))
            action.setCheckable(True)
            action.setChecked(one.sort == layout.order)
            action.triggered.connect(partial(_sort, table, one))
        menu.addAction(_("The other way round"), partial(table.asked_order.emit, layout.order, not layout.down))
    menu.addSeparator()
    menu.addAction(_("Columns…"), table.asked_columns.emit)
    back = menu.addAction(_("Columns as they came"), partial(table.rearranged.emit, layout.standard()))
    back.setEnabled(layout != layout.standard())
    return menu


def _sort(table: Arranged, kind: Kind, *_on: object) -> None:
    table.asked_order.emit(kind.sort, kind.is_first_down)
