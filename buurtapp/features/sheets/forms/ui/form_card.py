"""Beside the form: which paper it is, whose, how high the pile is already, the keys, and the button that saves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSpinBox, QWidget

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.people.forms import MOST_COPIES
from buurtapp.features.people.records import PersonRow
from buurtapp.features.sheets.forms.records import FormInHand
from buurtapp.uikit.controls import Button, Card, Line, Note, PlainLabel
from buurtapp.uikit.form import Field
from buurtapp.uikit.number_box import NumberBox
from buurtapp.uikit.page import column
from buurtapp.uikit.words import one_line

_KEYS = (
    (
        text(N_("Enter")),
        text(N_("on to the next one")),
    ),
    (text(N_("Y, N")), text(N_("yes or no, and on"))),
    (text(N_("1 – 6")), text(N_("a cross"))),
    (text(N_("0")), text(N_("no cross, and on"))),
    (text(N_("Up")), text(N_("one question back"))),
)
_SHOWN = 80


class FormCard(Card):
    """The card. `numbered` tells of another copy, `is_them` that somebody in the list is meant, or nobody (0)."""

    numbered = Signal(int)
    is_them = Signal(int)
    save_asked = Signal()
    left_number = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._them = 0
        self._build()
        self.save_button.clicked.connect(self.save_asked)
        self.them_button.clicked.connect(lambda: self.is_them.emit(self._them))
        self._spin.editingFinished.connect(lambda: self.numbered.emit(self._spin.value()))
        self._spin.lineEdit().returnPressed.connect(self.left_number)

    def _build(self) -> None:
        self.pile = PlainLabel("", size="h2", strong=True)
        self.pile.setMinimumWidth(1)
        self.copy = Field(text(N_("Number behind the code")), NumberBox())
        self._spin.setRange(1, MOST_COPIES)
        self.whose = PlainLabel("", size="h2", strong=True)
        self.whose.setMinimumWidth(1)
        self.before = Note("info")
        self.them = Note("care")
        self.them_button = Button(text(N_("It is them (F4)")), "secondary", "user")
        self.problem = Note("wrong")
        self.save_button = Button(text(N_("Done: save the form")), "primary")
        self.save_key = PlainLabel(text(N_("Ctrl+Enter does this too")), "second", size="caption")
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        inside.setMinimumWidth(1)
        box = column(inside, (20, 14, 20, 12), 8)
        for widget in (self.pile, Line(), self.copy, self.whose, self.before, self.them, self.them_button):
            box.addWidget(widget)
        box.addWidget(self._keys())
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        whole = column(self, (1, 1, 1, 12), 8)
        whole.addWidget(scroll, 1)
        foot = QWidget()
        low = column(foot, (20, 0, 20, 0), 6)
        for part in (self.problem, self.save_button, self.save_key):
            low.addWidget(part)
        whole.addWidget(foot)
        for hidden in (self.before, self.them, self.them_button, self.problem):
            hidden.hide()

    def _keys(self) -> QWidget:
        keys = QWidget()
        grid = QGridLayout(keys)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for at, (key, does) in enumerate(_KEYS):
            grid.addWidget(PlainLabel(key, "key", size="caption", wrap=False), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(PlainLabel(does, "second", size="small"), at, 1)
        grid.setColumnStretch(1, 1)
        return keys

    @property
    def _spin(self) -> QSpinBox:
        assert isinstance(self.copy.input, QSpinBox)
        return self.copy.input

    # What is shown

    def show_form(self, hand: FormInHand, pile: int) -> None:
        """Show which paper is in hand, whose it is, and how many were entered: of its copies, else of the pile."""
        if hand.sheet.subject_id == 0 and hand.serials > 1:
            self.pile.set_words(text(N_("{done} of {all} entered"), done=len(hand.entered), all=hand.serials))
        else:
            self.pile.set_words(plural_text("{count} form entered", "{count} forms entered", pile))
        self.copy.setVisible(hand.sheet.subject_id == 0)
        was = self._spin.blockSignals(True)  # noqa: FBT003 - Qt's shape
        self._spin.setMaximum(hand.serials)
        self._spin.setValue(hand.serial)
        self._spin.blockSignals(was)
        self.copy.set_hint(plural_text("{count} was printed", "{count} were printed", hand.serials))
        self.problem.hide()
        self.show_alike(None)
        name = one_line(hand.card.name.spoken)[:_SHOWN] if hand.card is not None else ""
        self.whose.set_words(text(N_("Form of {name}"), name=name) if name else text(N_("A new neighbour")))
        was_entered = hand.serial in hand.entered and hand.sheet.came_home_at is not None
        self.before.set_words(text(N_("This form was entered before. Type only what is different.")))
        self.before.setVisible(was_entered)

    def show_alike(self, person: PersonRow | None) -> None:
        """Say that somebody like this is in the list already, and offer to take them."""
        self._them = person.id if person is not None else 0
        if person is not None:
            where = person.door.line
            name = one_line(f"{person.name.spoken}, {where}" if where else person.name.spoken)[:_SHOWN]
            self.them.set_words(text(N_("Already in the list: {name}. Is it the same person?"), name=name))
            self.them_button.set_words(text(N_("It is them (F4)")))
        self.them.setVisible(person is not None)
        self.them_button.setVisible(person is not None)

    def show_them(self, person: PersonRow) -> None:
        """Say whose form it turned out to be, with a way back."""
        self._them = 0
        name = one_line(person.name.spoken)[:_SHOWN]
        self.whose.set_words(text(N_("Form of {name}"), name=name))
        self.them.hide()
        self.them_button.set_words(text(N_("It is somebody else (F4)")))
        self.them_button.show()

    def choose_them(self) -> None:
        """Take the person that is offered, or go back to somebody new."""
        if self.them_button.isVisibleTo(self):
            self.them_button.click()

    def show_problem(self, words: Text | None) -> None:
        """Say what is wrong that is about no field."""
        self.problem.setVisible(words is not None)
        if words is not None:
            self.problem.set_words(words)

    def focus_number(self) -> bool:
        """Put the keyboard in the number of the copy; return whether there is one to fill in."""
        if self.copy.isVisibleTo(self) and self._spin.maximum() > 1:
            self._spin.setFocus()
            self._spin.selectAll()
            return True
        return False
