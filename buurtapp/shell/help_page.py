"""Hulp: the manual, every key, where the file is, and whose work this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from buurtapp import __version__
from buurtapp.core.i18n import N_, language, text
from buurtapp.core.store import backup
from buurtapp.shell.help_text import Block, manual
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.page import Page, Picture

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes

_COLUMN = 760
_MARK_WIDTH, _KEY_WIDTH = 22, 130
ABOUT = "about"


class HelpPage(Page):
    """The manual as one long page, with its headings as links above it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.links: list[Button] = []
        self.headings: dict[str, Heading] = {}
        self._build()
        self._render()

    def _build(self) -> None:
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.area)

    def _render(self) -> None:
        """Write the manual in the present language."""
        self.links, self.headings = [], {}
        inner = QWidget()
        inner.setProperty("kind", "scrolled")
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(8)
        self._keys: QGridLayout | None = None
        found = manual(language())
        for block in found:
            self._add(block)
            if block.kind == "title":
                self._column.addWidget(self._contents(found))
        self._column.addStretch(1)
        before = self.area.takeWidget()
        if before is not None:
            before.deleteLater()
        self.area.setWidget(inner)
        self._fit()

    def _contents(self, found: list[Block]) -> QWidget:
        for block in found:
            if block.kind == "heading":
                link = Button(block.text, "link")
                link.clicked.connect(lambda _checked=False, anchor=block.mark: self.scroll_to(anchor))
                self.links.append(link)
        return FlowRow(self.links, 16, 0)

    def _add(self, block: Block) -> None:
        if block.kind == "key":
            self._add_key(block)
            return
        self._keys = None
        if block.kind == "title":
            self._column.addWidget(Heading(block.text, wrap=True))
        elif block.kind == "heading":
            self.headings[block.mark] = Heading(block.text, "h2", wrap=True)
            self._column.addSpacing(20)
            self._column.addWidget(self.headings[block.mark])
        elif block.kind == "own":
            self._column.addWidget(self._where() if block.mark == "file" else _version())
        elif block.kind == "paragraph":
            self._column.addWidget(PlainLabel(block.text))
        else:
            self._column.addLayout(_item(f"{block.mark}." if block.kind == "number" else "•", block.text))

    def _add_key(self, block: Block) -> None:
        if self._keys is None:
            self._keys = QGridLayout()
            self._keys.setHorizontalSpacing(16)
            self._keys.setVerticalSpacing(6)
            self._keys.setColumnMinimumWidth(0, look.current().px(_KEY_WIDTH))
            self._keys.setColumnStretch(1, 1)
            self._column.addLayout(self._keys)
        row = self._keys.rowCount()
        self._keys.addWidget(PlainLabel(block.mark, "key", wrap=False), row, 0, Qt.AlignmentFlag.AlignLeft)
        self._keys.addWidget(PlainLabel(block.text), row, 1)

    def _where(self) -> QWidget:
        """Return where the file of this group and its copies are."""
        card = Card()
        box = QVBoxLayout(card)
        box.setContentsMargins(16, 12, 16, 12)
        store = self.desk.store
        if store is None:
            box.addWidget(PlainLabel(text(N_("No file is open now.")), "second"))
            return card
        copies = backup.folder_of(store.path)
        for words, place in (
            (text(N_("Your file")), f"{store.path.name}"),
            (text(N_("In the folder")), f"{store.path.parent}"),
            (text(N_("Folder with the copies")), f"{copies}"),
        ):
            box.addWidget(PlainLabel(words, "second", size="small"))
            box.addWidget(PlainLabel(_breakable(place), strong=True))
        self.copy_button = Button(text(N_("Copy this place")), "secondary", "copy")
        self.copy_button.clicked.connect(self._copy_place)
        box.addSpacing(4)
        box.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _copy_place(self) -> None:
        """Put where the file is on the clipboard, for in the file manager."""
        store = self.desk.store
        if store is not None:
            QGuiApplication.clipboard().setText(str(store.path))
            self.desk.tell(text(N_("Copied: {what}"), what=store.path.name))

    # What is shown

    def refresh(self, changes: Changes | None = None) -> None:
        """Write it anew when another file was opened; what happens in a file changes nothing here."""
        if changes is None:
            self._render()

    def show_place(self, **where: object) -> None:
        """Show the manual from its beginning, or with `about=True` whose work this is."""
        if where.get(ABOUT):
            # The heading has its place only when the page was laid out.
            QTimer.singleShot(0, self, lambda: self.scroll_to(ABOUT))
        else:
            self.area.verticalScrollBar().setValue(0)

    def scroll_to(self, anchor: str) -> None:
        """Put a heading at the top."""
        heading = self.headings.get(anchor)
        if heading is not None:
            self.area.verticalScrollBar().setValue(heading.y() - 8)

    def focus_first(self) -> None:
        """Put the keyboard on the first link; the arrows and PageDown scroll."""
        if self.links:
            self.links[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def pictures(self) -> list[Picture]:
        """Return the manual, its keys and its end."""
        return [
            Picture("hulp", lambda: self.area.verticalScrollBar().setValue(0)),
            Picture("hulp-toetsen", lambda: self.scroll_to("keys")),
            Picture("hulp-bestand", lambda: self.scroll_to("file")),
            Picture("hulp-over", lambda: self.scroll_to(ABOUT)),
        ]

    # Qt's names

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the lines short enough to read."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Write it in another language, or with larger letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.desk.store is None:
            self._render()
        elif event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        room = self.width() - 24 - look.current().px(_COLUMN)
        self._column.setContentsMargins(24, 16, max(24, room), 32)


def _item(mark: str, words: str) -> QLayout:
    """Return a line of a list: its number or dot, and the words."""
    row = QHBoxLayout()
    row.setContentsMargins(8, 0, 0, 0)
    row.setSpacing(8)
    label = PlainLabel(mark, strong=True, wrap=False)
    label.setMinimumWidth(look.current().px(_MARK_WIDTH))
    row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(PlainLabel(words), 1)
    return row


def _version() -> QWidget:
    return PlainLabel(text(N_("Buurtapp, version {version}"), version=__version__), strong=True)


def _breakable(place: str) -> str:
    """Return a path that may be broken after each of its parts, and within a very long one."""
    parts = "".join(f"{sign}\u200b" if sign in "/\\-_" else sign for sign in place)
    return "\u200b".join(parts[at : at + 30] for at in range(0, len(parts), 30))
