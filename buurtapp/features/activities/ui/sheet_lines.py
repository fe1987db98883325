"""The lines of a printed list on the screen, and the keys and clicks that cross them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from buurtapp.core.i18n import N_, text
from buurtapp.features.activities.ui.sheet_model import BOX, NAME, NUMBER, PHOTO, PaperModel, paper_theme
from buurtapp.features.activities.ui.sheet_paint import LineDelegate, heading_height
from buurtapp.uikit.table import row_height

_LETTERS = frozenset("fph")
"""Foto, photo, household or huishouden."""


class PaperTable(QTableView):
    """The lines. Keys are told as what they mean; the one in hand is that of the state, not of Qt."""

    crossed = Signal()
    passed = Signal()
    moved = Signal(int)
    clicked_box = Signal(int)
    clicked_photo = Signal(int)
    photo_crossed = Signal()
    home_crossed = Signal()
    clicked_line = Signal(int)
    left = Signal()
    typed = Signal(str)

    def __init__(self, model: PaperModel) -> None:
        super().__init__()
        self._paper = model
        self.setProperty("kind", "paper")
        self.setModel(model)
        self.setItemDelegate(LineDelegate(self, model))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(24)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(24)
        self.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(72)
        self.setAccessibleName(text(N_("Lines of the list")).render())
        self.size_lines()
        model.modelReset.connect(self.size_lines)

    def paper(self) -> PaperModel:
        """Return the model."""
        return self._paper

    def size_lines(self) -> None:
        """Grow with the text."""
        theme = paper_theme()
        self.verticalHeader().setDefaultSectionSize(row_height(theme))
        self.horizontalHeader().resizeSection(NUMBER, theme.px(48))
        self.horizontalHeader().resizeSection(BOX, theme.px(48))
        self.horizontalHeader().resizeSection(PHOTO, theme.px(64))
        self.setColumnHidden(PHOTO, not self._paper.has_photos)
        for at in range(self._paper.rowCount()):
            if self._paper.heading(at):
                self.setRowHeight(at, row_height(theme) + heading_height(theme))

    def show_now(self) -> None:
        """Show the line in hand, with the next ones below it."""
        state = self._paper.state
        if state is None or not state.lines:
            return
        self.setCurrentIndex(self._paper.index(state.at, NAME))
        self.scrollTo(self._paper.index(min(state.at + 2, len(state.lines) - 1), NAME))
        self.scrollTo(self._paper.index(state.at, NAME))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space crosses, Enter goes on, arrows and Backspace go to another line; Tab leaves the paper.

        F crosses "photo ok" as well, H everybody of the address.
        """
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Backspace: -1}
        steps |= {Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
        if key == Qt.Key.Key_Space:
            self.crossed.emit()
        elif (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.passed.emit()
        elif key in steps:
            self.moved.emit(steps[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().lower() in _LETTERS and self._is_told(event.text().lower()):
            return
        elif event.text().isprintable() and event.text():
            self.typed.emit(event.text())
        else:
            event.ignore()

    def _is_told(self, letter: str) -> bool:
        """Tell a letter that crosses boxes; return whether this paper has such a box."""
        if letter == "h":
            self.home_crossed.emit()
        elif self._paper.has_photos:
            self.photo_crossed.emit()
        return letter == "h" or self._paper.has_photos

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Cross the box that is clicked; take the line in hand elsewhere."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            boxes = {BOX: self.clicked_box, PHOTO: self.clicked_photo}
            boxes.get(index.column(), self.clicked_line).emit(index.row())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the text; say the name in another language."""
        if event.type() == QEvent.Type.StyleChange:
            self.size_lines()
        elif event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(text(N_("Lines of the list")).render())
        super().changeEvent(event)
