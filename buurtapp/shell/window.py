"""The window: side bar, menus, the workspace that is shown, and the bar that tells what was done.

It is shown before the group file is opened; what reads and draws is imported after the first painted picture.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, set_language, text
from buurtapp.core.settings import LARGEST_TEXT, SMALLEST_TEXT, Settings, save_settings
from buurtapp.shell.menus import Menus
from buurtapp.shell.nav import STEP, Nav
from buurtapp.shell.plan import BELOW, WORKSPACES, load, make_page
from buurtapp.uikit import theme as look
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.message_bar import BusyBar, MessageBar
from buurtapp.uikit.page import Page
from buurtapp.uikit.style import style_sheet

if TYPE_CHECKING:
    from datetime import datetime

    from buurtapp.core.store.changes import Changes
    from buurtapp.features.group.records import Group
    from buurtapp.features.today.records import TodayView
    from buurtapp.shell.group_file import GroupFile

_SMALLEST = (760, 480)
_USUAL = (1366, 860)
_SMALLEST_PAGE = (320, 160)
START = "start"


@runtime_checkable
class ShowsAtOnce(Protocol):
    """The page that can be shown before the file is open."""

    def show_view(self, view: TodayView, made_at: datetime | None) -> None:
        """Show this; `made_at` is when the newest copy was made."""


class MainWindow(QMainWindow):
    """The window.

    `painted` comes once, at its first picture; `data_painted` when what is in the file is seen, first perhaps at a
    glance; `data_shown` when the file is open and everything can be done.
    """

    painted = Signal()
    data_painted = Signal()
    data_shown = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.pages: dict[str, Page] = {}
        self.shown = ""
        self._is_painted = False
        self._glanced: Path | None = None
        self._next: tuple[str, dict[str, object]] = ("today", {})
        self._file: GroupFile | None = None
        self._apply_look()
        self._build()
        self._connect()
        self._apply_settings(desk.settings)

    def _build(self) -> None:
        self.setWindowTitle("Buurtapp")
        self.setMinimumSize(*_SMALLEST)
        self.nav = Nav()
        self.stack = QStackedWidget()
        # A page that wants more room scrolls; the bars below it are never squeezed.
        self.stack.setMinimumSize(*_SMALLEST_PAGE)
        self.messages = MessageBar(self.desk)
        self.busy = BusyBar(self.desk)
        self.menus = Menus(self, self._commands())
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        bars = QVBoxLayout()
        bars.setContentsMargins(0, 0, 0, 0)
        bars.setSpacing(0)
        bars.addWidget(self.busy)
        bars.addWidget(self.messages)
        column.addLayout(bars)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.nav)
        row.addWidget(right, 1)
        self.setCentralWidget(whole)
        self._place()

    def _place(self) -> None:
        room = QGuiApplication.primaryScreen().availableGeometry()
        saved = self.desk.settings.window
        if saved is not None and room.intersects(room.__class__(*saved)):
            self.setGeometry(*saved)
        else:
            self.resize(min(_USUAL[0], room.width()), min(_USUAL[1], room.height()))

    def _connect(self) -> None:
        desk = self.desk
        self.nav.asked.connect(self.show_page)
        self.nav.text_size.connect(self.set_text_size)
        self.menus.language_chosen.connect(lambda code: desk.save_settings(replace(desk.settings, language=code)))
        self.menus.theme_chosen.connect(lambda name: desk.save_settings(replace(desk.settings, theme=name)))
        self.menus.file_chosen.connect(lambda file: self.files().open(file))
        desk.asked_to_go.connect(self._go)
        desk.asked_to_save.connect(self._take_settings)
        desk.changed.connect(self._show_changes)
        desk.file_changed.connect(self._show_file)
        desk.saved.connect(self._show_saved)
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _scheme: self._apply_look())

    def _commands(self) -> dict[str, Callable[[], object]]:
        desk = self.desk
        go = {f"go_{one.name}": (lambda name=one.name: self.show_page(name)) for one in (*WORKSPACES, BELOW[0])}
        return {
            **go,
            "new_file": lambda: self.files().begin_new(),
            "open_file": lambda: self.files().choose(),
            "sample": lambda: self.files().open_sample(),
            "import": lambda: desk.go("people", importing=True),
            "enter_sheet": lambda: desk.go("activities", sheet=""),
            "print": lambda: self._page_does("print_it"),
            "print_form": lambda: desk.go("people", paper="form"),
            "make_copy": lambda: self.files().copy_now(),
            "restore": lambda: desk.go("settings", tab="safety"),
            "check": lambda: self.files().check(),
            "quit": self.close,
            "undo": desk.undo,
            "redo": desk.redo,
            "new": lambda: self._page_does("new"),
            "find": lambda: self._page_does("search"),
            "find_all": lambda: desk.go("people", search=""),
            "streets": lambda: desk.go("people", streets=True),
            "doubles": lambda: desk.go("people", doubles=True),
            "history": lambda: desk.go("settings", tab="history"),
            "larger": lambda: self.set_text_size(desk.settings.text_size + STEP),
            "smaller": lambda: self.set_text_size(desk.settings.text_size - STEP),
            "usual": lambda: self.set_text_size(SMALLEST_TEXT),
            "help": lambda: self.show_page("help"),
            "about": lambda: desk.go("help", about=True),
        }

    # What is shown

    def files(self) -> GroupFile:
        """Return what opens and closes group files; made at its first use, after the first picture."""
        if self._file is None:
            from buurtapp.shell.group_file import GroupFile  # noqa: PLC0415 - brings the store in

            self._file = GroupFile(self.desk, self)
        return self._file

    def begin(self, file: Path | None) -> None:
        """Open this file, or the one that was open last; without one show how to begin."""
        self._speak(self.desk.settings.language)
        known = file or next((recent for recent in self.desk.settings.recent if recent.exists()), None)
        if known is None:
            self.show_start()
        elif self._glance(known):
            # One turn for painting; then comes what takes longer.
            QTimer.singleShot(0, lambda: QTimer.singleShot(0, lambda: self._open(known)))
        else:
            self._open(known)

    def _open(self, file: Path) -> None:
        if self.isVisible():
            self.files().open(file)

    def _glance(self, file: Path) -> bool:
        """Show the home screen of a file that is not open yet; whoever clicks meanwhile is taken there afterwards."""
        from buurtapp.shell.glance import glance  # noqa: PLC0415 - after the first picture

        found = glance(file, self.desk.clock)
        if found is None:
            return False
        self._glanced = file.absolute()
        self.desk.use_clock(found.clock)
        self._name_group(found.view.group)
        self._show("today", lambda: make_page(WORKSPACES[0], self.desk))
        page = self.pages["today"]
        if isinstance(page, ShowsAtOnce):
            page.show_view(found.view, found.made_at)
        self.nav.show_chosen("today")
        page.focus_first()
        QTimer.singleShot(0, self.data_painted.emit)
        return True

    def show_start(self) -> None:
        """Show how to begin: purpose, sample neighbourhood, a file that is there."""
        self.nav.hide()
        self._show(START, lambda: load("buurtapp.shell.start_page:StartPage")(self.desk))
        self.pages[START].focus_first()

    def show_page(self, name: str, **where: object) -> None:
        """Show a workspace, at a place of it."""
        if self.desk.store is None and name != "help":
            self._next = (name, where)
            return
        workspace = next(one for one in (*WORKSPACES, *BELOW) if one.name == name)
        is_new = name not in self.pages
        self._show(name, lambda: make_page(workspace, self.desk))
        self.nav.show()
        self.nav.show_chosen(name)
        page = self.pages[name]
        if is_new and self.desk.store is not None:
            page.refresh()
        page.show_place(**where)
        page.focus_first()

    def _show(self, name: str, make: object) -> None:
        if name not in self.pages:
            page = make()  # type: ignore[operator]
            self.pages[name] = page
            self.stack.addWidget(page)
        self.shown = name
        self.stack.setCurrentWidget(self.pages[name])
        self._show_commands()

    def _go(self, name: str, where: dict[str, object]) -> None:
        if name == START:
            self.show_start()
        else:
            self.show_page(name, **where)

    def _page_does(self, what: str) -> None:
        page = self.pages.get(self.shown)
        if page is not None:
            getattr(page, what)()

    def _show_commands(self) -> None:
        page = self.pages.get(self.shown)
        offers = page.offers if page is not None else frozenset()
        there = self.desk.store is not None
        writes = there and self.desk.store is not None and not self.desk.store.read_only
        names = {"new": "new", "find": "find", "print": "print"}
        self.menus.enable({name: there and offer in offers for name, offer in names.items()})
        self.menus.enable(
            dict.fromkeys(("find_all", "streets", "doubles", "history", "restore", "check", "make_copy"), there)
        )
        self.menus.enable({**dict.fromkeys(("import", "enter_sheet", "print_form"), writes)})
        self.menus.enable({f"go_{one.name}": there for one in (*WORKSPACES, BELOW[0])})

    # The file

    def _show_file(self) -> None:
        """Another file was opened, or none: every page begins anew, but what was seen of this very file at a glance."""
        store = self.desk.store
        kept = self.pages.pop("today", None) if store is not None and store.path == self._glanced else None
        for page in self.pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self.pages.clear()
        if kept is not None:
            self.pages["today"] = kept
            kept.refresh()
        self._glanced = None
        self.shown = ""
        if self.desk.store is None:
            self.setWindowTitle("Buurtapp")
            self.show_start()
        else:
            self._show_group()
            self._show_saved(ok=True)
            (name, where), self._next = self._next, ("today", {})
            self.show_page(name, **where)
            QTimer.singleShot(0, self.data_painted.emit)
            QTimer.singleShot(0, self.data_shown.emit)
        self._name_undo()
        self._show_commands()

    def _show_group(self) -> None:
        from buurtapp.features.group.queries import group  # noqa: PLC0415 - brings the store in

        self._name_group(self.desk.read(group))

    def _name_group(self, owner: Group) -> None:
        sample = text(N_("Sample neighbourhood, everybody is invented"))
        self.nav.show_group(owner.name, sample if owner.is_sample else "")
        self.setWindowTitle(f"{' '.join(owner.name.split())[:60]} · Buurtapp")

    def _show_changes(self, changes: Changes) -> None:
        if changes.touches("group_info"):
            self._show_group()
        for page in self.pages.values():
            page.refresh(changes)
        self._name_undo()

    def _name_undo(self) -> None:
        if self.desk.store is None:
            self.menus.name_undo(None, None)
            return
        self.desk.later(
            "undo_names",
            lambda store: (store.can_undo(), store.can_redo()),
            lambda found: self.menus.name_undo(*found),
        )

    def _show_saved(self, ok: bool) -> None:  # noqa: FBT001 - a signal's shape
        store = self.desk.store
        if store is not None:
            when = local(store.saved_at) if store.saved_at is not None else None
            self.nav.show_saved(when, ok=ok, read_only=store.read_only)

    # Settings of this computer

    def set_text_size(self, percent: int) -> None:
        """Make the text of all screens larger or smaller."""
        wanted = min(max(percent, SMALLEST_TEXT), LARGEST_TEXT)
        if wanted != self.desk.settings.text_size:
            self.desk.save_settings(replace(self.desk.settings, text_size=wanted))

    def _take_settings(self, settings: Settings) -> None:
        self._apply_settings(settings)
        save_settings(settings)

    def _apply_settings(self, settings: Settings) -> None:
        before = self.desk.settings
        self.desk.settings = settings
        if settings.language != before.language or not self._is_painted:
            set_language(settings.language)
        self._apply_look()
        self.nav.show_size(settings.text_size)
        self.menus.show_settings(settings)
        if settings.language != before.language:
            self._speak(settings.language)

    def _speak(self, language: str) -> None:
        from buurtapp.shell.qt_language import speak  # noqa: PLC0415 - after the first picture

        speak(language)
        self.menus.retranslate()

    def _apply_look(self) -> None:
        app = QApplication.instance()
        settings = self.desk.settings
        theme = look.Theme(look.wants_dark(settings.theme), settings.text_size)
        if isinstance(app, QApplication) and (theme != look.current() or not app.styleSheet()):
            look.apply(app, theme)
            app.setStyleSheet(style_sheet(theme))

    # Qt's names

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell of the first picture, when it is on the screen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say the title in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.desk.store is not None:
            self._show_group()
            self._show_saved(ok=True)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Close the file, after a copy of what is new in it."""
        at = self.geometry()
        self.desk.settings = replace(self.desk.settings, window=(at.x(), at.y(), at.width(), at.height()))
        save_settings(self.desk.settings)
        self.hide()
        if self._file is not None:
            self._file.close()
        self.desk.jobs.close()
        event.accept()
