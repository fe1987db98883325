"""The side bar: the group, the workspaces, size of the text, and whether everything is saved."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.settings import LARGEST_TEXT, SMALLEST_TEXT
from buurtapp.shell.plan import BELOW, WORKSPACES, Workspace
from buurtapp.uikit.controls import Button, Icon, PlainLabel
from buurtapp.uikit.street_sign import StreetSign
from buurtapp.uikit.words import Words, clock_time

STEP = 25
"""Text grows by so many percent at a time."""


class Nav(QFrame):
    """The side bar. `asked` names the workspace to show, `text_size` the size wanted in percent."""

    asked = Signal(str)
    text_size = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("nav")
        self._percent = SMALLEST_TEXT
        self._saved: Words = ""
        self.plate = StreetSign()
        self.kind = PlainLabel("", size="small")
        self.buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._build()

    def _build(self) -> None:
        # With large letters in a low window the workspaces scroll; what is saved stays in sight.
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        self._scrolls = scrolls = QScrollArea()
        scrolls.setWidgetResizable(True)
        scrolls.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolls.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolls.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 8)
        whole.setSpacing(0)
        whole.addWidget(scrolls, 1)
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 16, 0, 0)
        box.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 12, 12)
        head.setSpacing(6)
        head.addWidget(self.plate)
        head.addWidget(self.kind)
        box.addLayout(head)
        for workspace in WORKSPACES:
            box.addWidget(self._button(workspace))
        box.addStretch(1)
        for workspace in BELOW:
            box.addWidget(self._button(workspace))
        line = QFrame()
        line.setProperty("kind", "nav-line")
        for widget in (self._size_row(), line, self._saved_row()):
            whole.addWidget(widget)

    def _button(self, workspace: Workspace) -> Button:
        button = Button(workspace.title, "nav", workspace.icon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setToolTip(workspace.key)
        button.clicked.connect(lambda: self.asked.emit(workspace.name))
        self._group.addButton(button)
        self.buttons[workspace.name] = button
        return button

    def _size_row(self) -> QWidget:
        row = QWidget()
        box = QHBoxLayout(row)
        box.setContentsMargins(20, 6, 12, 6)
        self.smaller = Button(text(N_("Smaller text (Ctrl+-)")), "dark", "minus", icon_only=True)
        self.larger = Button(text(N_("Larger text (Ctrl++)")), "dark", "plus", icon_only=True)
        self.size_label = PlainLabel("", size="small", strong=True, wrap=False)
        self.size_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.smaller.clicked.connect(lambda: self.text_size.emit(self._percent - STEP))
        self.larger.clicked.connect(lambda: self.text_size.emit(self._percent + STEP))
        box.addWidget(self.smaller)
        box.addWidget(self.size_label, 1)
        box.addWidget(self.larger)
        return row

    def _saved_row(self) -> QWidget:
        row = QWidget()
        box = QHBoxLayout(row)
        box.setContentsMargins(20, 8, 12, 4)
        self.saved_icon = Icon("check", "nav-ink-2", 16)
        self.saved_label = PlainLabel("", size="small")
        box.addWidget(self.saved_icon)
        box.addWidget(self.saved_label, 1)
        self.saved_icon.hide()
        return row

    def show_group(self, name: str, kind: Words) -> None:
        """Show whose file this is."""
        self.plate.set_text(name)
        self.plate.setToolTip("")
        self.kind.set_words(kind)
        self.kind.setVisible(bool(kind))

    def show_chosen(self, name: str) -> None:
        """Mark the workspace that is shown."""
        button = self.buttons.get(name)
        if button is not None:
            button.setChecked(True)
            self._scrolls.ensureWidgetVisible(button)
        for other in self.buttons.values():
            other.checkStateSet()

    def show_size(self, percent: int) -> None:
        """Show the size of the text."""
        self._percent = percent
        self.size_label.set_words(text(N_("Text {percent} %"), percent=percent))
        self.smaller.setEnabled(percent > SMALLEST_TEXT)
        self.larger.setEnabled(percent < LARGEST_TEXT)

    def show_saved(self, when: datetime | None, *, ok: bool = True, read_only: bool = False) -> None:
        """Say whether everything is safe on the disk, and since when (wall-clock)."""
        words: Text = text(N_("Everything is saved"))
        if read_only:
            words = text(N_("Only to look at"))
        elif not ok:
            words = text(N_("Not saved"))
        elif when is not None:
            words = text(N_("Everything is saved, {time}"), time=Text("{at}", {"at": clock_time(when)}))
        self.saved_label.set_words(words)
        self.saved_label.set_kind("" if ok else "nav-wrong")
        self.saved_icon.set_icon("check" if ok else "triangle-alert", "nav-ink-2" if ok else "window")
        self.saved_icon.show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the icon of the chosen workspace in its colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            for button in self.buttons.values():
                button.checkStateSet()
