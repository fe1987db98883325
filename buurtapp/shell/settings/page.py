"""The page of the settings: five tabs, of which one is shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.shell.settings.columns import flow
from buurtapp.shell.settings.group_tab import GroupTab
from buurtapp.shell.settings.history_tab import HistoryTab
from buurtapp.shell.settings.prints_tab import PrintsTab
from buurtapp.shell.settings.reading_tab import ReadingTab
from buurtapp.shell.settings.safety_tab import SafetyTab
from buurtapp.shell.settings.tab import Tab
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Heading, Icon, Line, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Page, Picture, column

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes

_TABS = {
    "group": text(N_("Our group")),
    "reading": text(N_("Reading and language")),
    "safety": text(N_("Safety")),
    "history": text(N_("History")),
    "prints": text(N_("Printed")),
}
_PROMISE_FROM = 700
"""Pixels at 100 %: with less room the promise stands in the tab of the file only."""


class SettingsPage(Page):
    """The settings. Places: `tab` is "group", "reading", "safety", "history" or "prints"."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.shown = "group"
        self._stale = set(_TABS)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.safety = SafetyTab(self.desk)
        self.tabs: dict[str, Tab] = {
            "group": GroupTab(self.desk),
            "reading": ReadingTab(self.desk),
            "safety": self.safety,
            "history": HistoryTab(self.desk),
            "prints": PrintsTab(self.desk),
        }
        self.buttons = {name: Button(words, "tab") for name, words in _TABS.items()}
        self._choice = QButtonGroup(self)
        self._stack = QStackedWidget()
        for name, tab in self.tabs.items():
            self._choice.addButton(self.buttons[name])
            self._stack.addWidget(tab)
        box = column(self, (0, 12, 0, 0), 0)
        box.addLayout(self._head())
        box.addWidget(Line())
        box.addWidget(self._stack, 1)
        self.buttons["group"].setChecked(True)

    def _head(self) -> QVBoxLayout:
        title = QHBoxLayout()
        title.setSpacing(10)
        title.addWidget(Heading(text(N_("Settings"))))
        title.addStretch(1)
        self._promise = QWidget()
        promise = QHBoxLayout(self._promise)
        promise.setContentsMargins(0, 0, 0, 0)
        promise.addWidget(Icon("laptop"))
        words = text(N_("Everything is on this laptop, nothing is on the internet."))
        promise.addWidget(PlainLabel(words, "second", wrap=False))
        title.addWidget(self._promise)
        head = QVBoxLayout()
        head.setContentsMargins(24, 0, 24, 0)
        head.setSpacing(12)
        head.addLayout(title)
        head.addWidget(flow(*self.buttons.values(), spacing=4))
        return head

    def _connect(self) -> None:
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, name=name: self.show_tab(name))
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._step(step))
        self.desk.copies_changed.connect(self._copies_changed)
        self.safety.put_back.connect(self._open)

    # Page

    def refresh(self, changes: Changes | None = None) -> None:
        """Show in this tab what is true now; the others do it when they are shown."""
        if self.isVisible():
            self.tabs[self.shown].refresh(changes)
            self._stale |= set(_TABS) - {self.shown}
        else:
            self._stale = set(_TABS)

    def show_place(self, **where: object) -> None:
        """Show a tab; the first one when none is named."""
        self.safety.show_copies()
        self.show_tab(str(where.get("tab", "group")))

    def show_tab(self, name: str) -> None:
        """Show a tab by its name."""
        self.shown = name if name in self.tabs else "group"
        self.buttons[self.shown].setChecked(True)
        if self.shown in self._stale:
            self._stale.discard(self.shown)
            self.tabs[self.shown].refresh()
        self._stack.setCurrentWidget(self.tabs[self.shown])

    def focus_first(self) -> None:
        """Put the keyboard where the work of this tab begins."""
        self.tabs[self.shown].focus_first()

    def pictures(self) -> list[Picture]:
        """Return the states of all tabs."""
        return [picture for name, tab in self.tabs.items() for picture in self._shown_first(name, tab)]

    def _shown_first(self, name: str, tab: Tab) -> list[Picture]:
        def show(picture: Picture) -> QWidget | None:
            self.show_tab(name)
            tab.focus_first()
            return picture.show()

        return [Picture(one.name, lambda one=one: show(one)) for one in tab.pictures()]  # type: ignore[misc]

    # Slots

    def _step(self, step: int) -> None:
        names = list(_TABS)
        name = names[(names.index(self.shown) + step) % len(names)]
        self.show_tab(name)
        self.buttons[name].setFocus(Qt.FocusReason.TabFocusReason)

    def _copies_changed(self) -> None:
        if self.isVisible() and self.shown == "safety":
            self.safety.refresh()
        else:
            self._stale.add("safety")

    def _open(self, file: Path) -> None:
        from buurtapp.shell.window import MainWindow  # noqa: PLC0415 - the window makes the pages

        window = self.window()
        if isinstance(window, MainWindow):
            window.files().open(file)

    # Qt's names

    def _fit(self) -> None:
        self._promise.setVisible(self.width() >= look.current().px(_PROMISE_FROM))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the promise out when there is no room beside the title."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Look again when the letters grow."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_promise"):
            self._fit()
