"""How the screens of this computer read: language, colours, and the size of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.core.settings import LARGEST_TEXT, SMALLEST_TEXT, THEMES
from buurtapp.shell.nav import STEP
from buurtapp.shell.settings.columns import Columns, flow
from buurtapp.shell.settings.tab import Tab, card
from buurtapp.uikit.controls import Button, Card, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Picture, column
from buurtapp.uikit.words import Words, say

if TYPE_CHECKING:
    from buurtapp.core.settings import Settings
    from buurtapp.core.store.changes import Changes

_LANGUAGES = (("nl", "Nederlands"), ("en", "English"))
_LOOKS = (("light", text(N_("Light"))), ("dark", text(N_("Dark"))), ("system", text(N_("As the computer"))))
_SIZES = tuple(range(SMALLEST_TEXT, LARGEST_TEXT + 1, STEP))


class Segments(QWidget):
    """A choice of one among a few, all in sight. `chosen` gives the value."""

    chosen = Signal(object)

    def __init__(self, words: Words, choices: Sequence[tuple[object, Words]]) -> None:
        super().__init__()
        self._words = words
        self._group = QButtonGroup(self)
        self.buttons: dict[object, Button] = {}
        for value, shown in choices:
            button = Button(shown, "segment")
            # Neighbours share an edge; the first one has its own.
            button.setProperty("first", "no" if self.buttons else "yes")
            button.clicked.connect(lambda _checked=False, value=value: self.chosen.emit(value))
            self._group.addButton(button)
            self.buttons[value] = button
        box = column(self, (0, 0, 0, 0), 0)
        box.addWidget(flow(*self.buttons.values(), spacing=0))
        self.setAccessibleName(say(words))

    def show_value(self, value: object) -> None:
        """Mark the choice with this value; none when it is not among them."""
        self.setAccessibleName(say(self._words))
        button = self.buttons.get(value)
        if button is not None:
            button.setChecked(True)
        else:
            self._group.setExclusive(False)
            for other in self.buttons.values():
                other.setChecked(False)
            self._group.setExclusive(True)


class ReadingTab(Tab):
    """Language, colours and size of the text; all of them at once, without saving."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.language = Segments(text(N_("Language")), _LANGUAGES)
        self.look = Segments(text(N_("Colours")), _LOOKS)
        sizes = [(size, text(N_("{percent} %"), percent=size)) for size in _SIZES]
        self.size_choice = Segments(text(N_("Size of the text")), sizes)
        self.smaller = Button(text(N_("Smaller text (Ctrl+-)")), "secondary", "minus", icon_only=True)
        self.larger = Button(text(N_("Larger text (Ctrl++)")), "secondary", "plus", icon_only=True)
        made, box = card(text(N_("How the screens read")))
        box.addWidget(PlainLabel(text(N_("This is for this computer only. Your papers do not change.")), "second"))
        for words, widget in (
            (text(N_("Language")), self.language),
            (text(N_("Colours")), self.look),
            (text(N_("Size of the text")), flow(self.smaller, self.size_choice, self.larger)),
        ):
            box.addWidget(PlainLabel(words, size="small", strong=True))
            box.addWidget(widget)
        columns = Columns((1, 1))
        columns.left.addWidget(made)
        columns.right.addWidget(self._sample())
        columns.end()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(columns)

    def _sample(self) -> Card:
        sample, box = card(text(N_("So it reads")))
        box.addWidget(PlainLabel(text(N_("Soup on Wednesday")), size="speak", strong=True))
        story = N_("Henk brings a pan of soup to Klaverstraat 12a on Wednesday. There is room for eight neighbours.")
        box.addWidget(PlainLabel(text(story)))
        box.addWidget(PlainLabel(text(N_("This is how large the small letters are.")), "second", size="small"))
        return sample

    def _connect(self) -> None:
        settings = self._settings
        self.language.chosen.connect(lambda code: self._save(replace(settings(), language=code)))
        self.look.chosen.connect(lambda name: self._save(replace(settings(), theme=name)))
        self.size_choice.chosen.connect(self._resize)
        self.smaller.clicked.connect(lambda: self._resize(settings().text_size - STEP))
        self.larger.clicked.connect(lambda: self._resize(settings().text_size + STEP))
        # The side bar and the menu change the same settings.
        self.desk.asked_to_save.connect(self._show)

    def refresh(self, changes: Changes | None = None) -> None:
        """Show the settings; nothing of them is in the file."""
        if changes is None:
            self._show()

    def focus_first(self) -> None:
        """Put the keyboard on the language."""
        self.language.buttons[self.desk.settings.language].setFocus()

    def pictures(self) -> list[Picture]:
        """Return the one state of this tab."""
        return [Picture("21-instellingen-lezen", lambda: None)]

    # Slots

    def _settings(self) -> Settings:
        return self.desk.settings

    def _save(self, settings: Settings) -> None:
        self.desk.save_settings(settings)
        self._show()

    def _resize(self, percent: int) -> None:
        wanted = min(max(percent, SMALLEST_TEXT), LARGEST_TEXT)
        self._save(replace(self.desk.settings, text_size=wanted))

    def _show(self, _saved: object = None) -> None:
        settings = self.desk.settings
        self.language.show_value(settings.language)
        self.look.show_value(settings.theme if settings.theme in THEMES else "system")
        self.size_choice.show_value(settings.text_size)
        self.smaller.setEnabled(settings.text_size > SMALLEST_TEXT)
        self.larger.setEnabled(settings.text_size < LARGEST_TEXT)
