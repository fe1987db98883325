"""The menu bar: every command with its key, in the order of other programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.settings import Settings
from buurtapp.shell.plan import BELOW, WORKSPACES
from buurtapp.uikit.words import plain, say

Triggered = Callable[[], object]


class Menus(QObject):
    """Builds the menus of a window. `commands` names every command: "new_file", "undo" and so on."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    file_chosen = Signal(object)

    def __init__(self, window: QMainWindow, commands: dict[str, Triggered]) -> None:
        super().__init__(window)
        self._window = window
        self._commands = commands
        self._words: list[tuple[QAction | QMenu, Text]] = []
        self.actions: dict[str, QAction] = {}
        self._choices: dict[str, QActionGroup] = {}
        self.recent = self._file_menu()
        self._edit_menu()
        self._view_menu()
        self._go_menu()
        self._help_menu()
        self.retranslate()

    def _menu(self, title: Text, parent: QMenu | None = None) -> QMenu:
        menu = parent.addMenu("") if parent is not None else self._window.menuBar().addMenu("")
        self._words.append((menu, title))
        return menu

    def _add(self, menu: QMenu, name: str, words: Text, key: str = "") -> QAction:
        action = QAction(self._window)
        if key:
            action.setShortcut(QKeySequence(key))
        does = self._commands[name]
        action.triggered.connect(lambda _checked=False: does())
        menu.addAction(action)
        self._words.append((action, words))
        self.actions[name] = action
        return action

    def _file_menu(self) -> QMenu:
        menu = self._menu(text(N_("File")))
        self._add(menu, "new_file", text(N_("New group…")), "Ctrl+Shift+N")
        self._add(menu, "open_file", text(N_("Open…")), "Ctrl+O")
        recent = self._menu(text(N_("Open again")), menu)
        self._add(menu, "sample", text(N_("Look at the sample neighbourhood")))
        menu.addSeparator()
        self._add(menu, "import", text(N_("Read a list of people…")), "Ctrl+I")
        self._add(menu, "enter_sheet", text(N_("Enter a list that came home…")), "Ctrl+L")
        menu.addSeparator()
        self._add(menu, "print", text(N_("Print…")), "Ctrl+P")
        self._add(menu, "print_form", text(N_("Print blank registration forms…")))
        menu.addSeparator()
        self._add(menu, "make_copy", text(N_("Make a copy now")), "Ctrl+B")
        self._add(menu, "restore", text(N_("Restore a copy…")))
        self._add(menu, "check", text(N_("Check the file")))
        menu.addSeparator()
        self._add(menu, "quit", text(N_("Close Buurtapp")), "Ctrl+Q")
        return recent

    def _edit_menu(self) -> None:
        menu = self._menu(text(N_("Edit")))
        self._add(menu, "undo", text(N_("Undo")), "Ctrl+Z")
        self._add(menu, "redo", text(N_("Do again")), "Ctrl+Y")
        menu.addSeparator()
        self._add(menu, "new", text(N_("New")), "Ctrl+N")
        self._add(menu, "find", text(N_("Search here")), "Ctrl+F")
        self._add(menu, "find_all", text(N_("Search a person")), "Ctrl+K")
        self._add(menu, "streets", text(N_("Streets and addresses…")))
        self._add(menu, "doubles", text(N_("Find people who are there twice…")))
        menu.addSeparator()
        self._add(menu, "history", text(N_("History…")), "Ctrl+H")

    def _view_menu(self) -> None:
        menu = self._menu(text(N_("View")))
        self._add(menu, "larger", text(N_("Larger text")), "Ctrl++")
        self._add(menu, "smaller", text(N_("Smaller text")), "Ctrl+-")
        self._add(menu, "usual", text(N_("Usual text")), "Ctrl+0")
        menu.addSeparator()
        looks = (("light", text(N_("Light"))), ("dark", text(N_("Dark"))), ("system", text(N_("As the computer"))))
        self._choice(self._menu(text(N_("Colours")), menu), "theme", looks, self.theme_chosen)
        languages = (("nl", Text("{it}", {"it": "Nederlands"})), ("en", Text("{it}", {"it": "English"})))
        self._choice(self._menu(text(N_("Language")), menu), "language", languages, self.language_chosen)

    def _choice(self, menu: QMenu, name: str, choices: tuple[tuple[str, Text], ...], chosen: object) -> None:
        group = QActionGroup(self)
        for value, words in choices:
            action = QAction(self._window, checkable=True)
            action.setData(value)
            group.addAction(action)
            menu.addAction(action)
            self._words.append((action, words))
        group.triggered.connect(lambda action: chosen.emit(action.data()))  # type: ignore[attr-defined]
        self._choices[name] = group

    def _go_menu(self) -> None:
        menu = self._menu(text(N_("Go to")))
        for workspace in (*WORKSPACES, BELOW[0]):
            self._add(menu, f"go_{workspace.name}", workspace.title, workspace.key)

    def _help_menu(self) -> None:
        menu = self._menu(text(N_("Help")))
        self._add(menu, "help", text(N_("How it works")), "F1")
        self._add(menu, "about", text(N_("About Buurtapp")))

    def show_settings(self, settings: Settings) -> None:
        """Mark the chosen look and language, and list the files that were open."""
        for name, value in (("theme", settings.theme), ("language", settings.language)):
            for action in self._choices[name].actions():
                action.setChecked(action.data() == value)
        self.recent.clear()
        for file in settings.recent:
            self._add_recent(file)
        self.recent.setEnabled(bool(settings.recent))

    def _add_recent(self, file: Path) -> None:
        action = self.recent.addAction(plain(file.name))
        action.triggered.connect(lambda: self.file_chosen.emit(file))

    def name_undo(self, undo: Text | None, redo: Text | None) -> None:
        """Say in the menu what would be undone and done again."""
        for name, label, words in (
            ("undo", undo, text(N_("Undo: {what}"), what=undo)),
            ("redo", redo, text(N_("Do again: {what}"), what=redo)),
        ):
            action = self.actions[name]
            action.setEnabled(label is not None)
            plain_words = text(N_("Undo")) if name == "undo" else text(N_("Do again"))
            self._words = [(one, kept) for one, kept in self._words if one is not action]
            self._words.append((action, words if label is not None else plain_words))
            action.setText(plain(say(self._words[-1][1])))

    def enable(self, names: dict[str, bool]) -> None:
        """Say which commands there are now."""
        for name, there in names.items():
            self.actions[name].setEnabled(there)

    def retranslate(self) -> None:
        """Say everything in the present language; each menu of the bar gets a letter of its own for Alt."""
        taken: set[str] = set()
        for one, words in self._words:
            said = plain(words.render())
            if not isinstance(one, QMenu):
                one.setText(said)
            elif one.parent() is self._window.menuBar():
                one.setTitle(_with_letter(said, taken))
            else:
                one.setTitle(said)


def _with_letter(words: str, taken: set[str]) -> str:
    for at, letter in enumerate(words.lower()):
        if letter.isalpha() and letter not in taken:
            taken.add(letter)
            return f"{words[:at]}&{words[at:]}"
    return words
