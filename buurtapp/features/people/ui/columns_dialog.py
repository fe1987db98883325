"""The dialog to choose columns: tick, move, sort by one. What changes is shown at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, _, text
from buurtapp.features.people.ui.column_choice import Layout
from buurtapp.features.people.ui.columns import Kind
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, PlainLabel
from buurtapp.uikit.form import CalmComboBox
from buurtapp.uikit.words import say

_ROW = 32
_KEY = Qt.ItemDataRole.UserRole


class ColumnsDialog(QDialog):
    """Tells each other layout by `changed`. Space ticks a column, Alt with an arrow moves it."""

    changed = Signal(object)

    def __init__(self, parent: QWidget, kinds: Sequence[Kind], layout: Layout) -> None:
        super().__init__(parent)
        self._around = parent
        self._kinds = {kind.key: kind for kind in kinds}
        self._layout = layout
        self._is_filling = False
        self.setWindowTitle(_("Columns of the list"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        self._fill()
        self._connect()

    def _build(self) -> None:
        self.list = QListWidget()
        self.list.setAccessibleName(_("Columns of the list"))
        hint = PlainLabel(text(N_("Space shows a column or leaves it out, Alt with an arrow moves it.")), "second")
        self.up = Button(text(N_("Move up")), "secondary", "chevron-up")
        self.down = Button(text(N_("Move down")), "secondary", "chevron-down")
        self.back = Button(text(N_("As they came")), "quiet", "undo-2")
        self.ready = Button(text(N_("Ready")), "primary", "check")
        self.sort = CalmComboBox()
        self.sort.setAccessibleName(_("Sort by"))
        self.sorts = PlainLabel(text(N_("Sort by")), wrap=False)
        self.downwards = QCheckBox(_("Downwards"))
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        box.addWidget(hint)
        box.addWidget(self.list, 1)
        for widgets in ((self.up, self.down, self.back), (self.sorts, self.sort, self.downwards)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
            box.addLayout(row)
        box.addWidget(self.ready, 0, Qt.AlignmentFlag.AlignRight)
        theme = look.current()
        around = self._around.window().size()
        self.resize(min(theme.px(460), around.width() - 40), min(theme.px(620), around.height() - 40))

    def _connect(self) -> None:
        self.list.itemChanged.connect(self._on_tick)
        self.list.currentRowChanged.connect(lambda _row: self._allow())
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.back.clicked.connect(self._on_back)
        self.sort.activated.connect(self._on_sort)
        self.downwards.clicked.connect(self._on_sort)
        self.ready.clicked.connect(self.accept)

    def _fill(self, stand_on: str = "") -> None:
        self._is_filling = True
        self.list.clear()
        shown = [key for key in self._layout.shown if key in self._kinds]
        for key in (*shown, *(key for key in self._kinds if key not in shown)):
            item = QListWidgetItem(say(self._kinds[key].heading))
            item.setData(_KEY, key)
            item.setSizeHint(QSize(look.current().px(120), look.current().px(_ROW)))
            item.setCheckState(Qt.CheckState.Checked if key in shown else Qt.CheckState.Unchecked)
            if key == "name":
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            self.list.addItem(item)
            if key == stand_on:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.sort.clear()
        for kind in self._kinds.values():
            self.sort.addItem(say(kind.heading), kind.sort)
        self.sort.setCurrentIndex(max(self.sort.findData(self._layout.order), 0))
        self.downwards.setChecked(self._layout.down)
        self._is_filling = False
        self._allow()

    def _allow(self) -> None:
        key = self._current()
        self.up.setEnabled(self._layout.moved(key, -1) != self._layout)
        self.down.setEnabled(self._layout.moved(key, 1) != self._layout)

    def _current(self) -> str:
        item = self.list.currentItem()
        return str(item.data(_KEY)) if item is not None else ""

    def _take(self, layout: Layout, stand_on: str = "") -> None:
        self._layout = layout
        self._fill(stand_on or self._current())
        self.changed.emit(layout)

    def _on_tick(self, item: QListWidgetItem) -> None:
        if self._is_filling:
            return
        key, is_on = str(item.data(_KEY)), item.checkState() == Qt.CheckState.Checked
        others = tuple(one for one in self._layout.shown if one != key)
        self._take(self._layout.with_shown((*others, key) if is_on else others), key)

    def _move(self, by: int) -> None:
        key = self._current()
        self._take(self._layout.moved(key, by), key)
        # A button that cannot go on would throw the keyboard to another one.
        if not (self.up if by < 0 else self.down).isEnabled():
            self.list.setFocus()

    def _on_back(self) -> None:
        self._take(self._layout.standard())

    def _on_sort(self) -> None:
        self._take(replace(self._layout, order=self.sort.currentData(), down=self.downwards.isChecked()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move a column with Alt and an arrow."""
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)
