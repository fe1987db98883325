"""The head of the page: its title, where to search, streets, doubles, and the two ways to get people in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from buurtapp.core.i18n import N_, _, text
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Heading, SearchField
from buurtapp.uikit.words import plain

_GAP = 12
_SMALLEST_SEARCH = 170
_SEARCH_BESIDE_WAYS = 260
"""The search field is used most: before it gets smaller than this, the ways to other views go into the menu."""


class PeopleHead(QWidget):
    """One line, or two when that is too narrow. The menu has what there is no room for: streets, doubles, a list."""

    asked_columns = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_tight: bool | None = None
        self._can_write = True
        self._build()

    def _build(self) -> None:
        self.title = Heading(text(N_("People")))
        self.search = SearchField(text(N_("Search name, street or phone")), "Ctrl+F", text(N_("Search name or street")))
        # A file that is dropped here is a list to read, not words to search for.
        self.search.setAcceptDrops(False)
        self.streets_button = Button(text(N_("Streets")), "quiet", "map-pin")
        self.doubles_button = Button(text(N_("Find doubles")), "quiet", "copy")
        self.more = Button(text(N_("More")), "quiet", "ellipsis")
        self.ways: list[Button] = [self.streets_button, self.doubles_button]
        """Ways to other views, the most used first; what there is no room for is under "More"."""
        self.more.clicked.connect(self.show_more)
        self.import_button = Button(text(N_("Read a list")), "secondary", "upload")
        self.add_button = Button(text(N_("Add somebody")), "primary", "user-plus")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(8)
        self._grid.addWidget(self.title, 0, 0)
        self._grid.addWidget(self.search, 0, 1)
        self._grid.addWidget(self.streets_button, 0, 3)
        self._grid.addWidget(self.doubles_button, 0, 4)
        self._grid.addWidget(self.more, 0, 5)
        self._grid.addWidget(self.import_button, 0, 6)
        self._grid.addWidget(self.add_button, 0, 7)
        # The search field takes what there is, up to its largest width.
        self._grid.setColumnStretch(1, 1000)
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnMinimumWidth(1, 0)

    def allow(self, *, writing: bool) -> None:
        """Say whether the file may be changed."""
        self._can_write = writing
        for button in (self.import_button, self.add_button):
            button.setEnabled(writing)

    def show_more(self) -> None:
        """Show what there was no room for, and the columns of the list."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in (*self.ways, self.import_button):
            if button.isHidden():
                menu.addAction(plain(button.accessibleName()), button.click).setEnabled(button.isEnabled())
        menu.addAction(_("Columns…"), self.asked_columns.emit)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _fit(self) -> None:
        theme = look.current()
        rest = self.width() - self.title.sizeHint().width() - self.add_button.sizeHint().width() - 6 * _GAP
        rest -= self.more.sizeHint().width()
        beside = rest - self.import_button.sizeHint().width() - _GAP
        self.import_button.setVisible(beside >= 0)
        is_tight = beside < theme.px(_SMALLEST_SEARCH)
        for button in self.ways:
            beside -= button.sizeHint().width() + _GAP
            button.setVisible(not is_tight and beside >= theme.px(_SEARCH_BESIDE_WAYS))
        if is_tight != self._is_tight:
            self._is_tight = is_tight
            self._grid.removeWidget(self.search)
            if is_tight:
                self._grid.addWidget(self.search, 1, 0, 1, 8)
            else:
                self._grid.addWidget(self.search, 0, 1)
        self.search.setMaximumWidth(16_777_215 if is_tight else theme.px(404))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take one line or two."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Take one line or two, now that the letters are known."""
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange) and self._is_tight is not None:
            self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size: what does not fit goes below, or to the menu."""
        return QSize(look.current().px(200), super().minimumSizeHint().height())
