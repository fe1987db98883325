"""What can be chosen for a list and for badges; what goes by post is elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from buurtapp.core.i18n import N_, Text, _, text
from buurtapp.features.people.papers import LIST_FIELDS, ListField
from buurtapp.features.people.ui.papers.choices import BadgesChoice, Choice, ListChoice, Source
from buurtapp.uikit.controls import PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import Field, Form, choice, line, tick
from buurtapp.uikit.page import column
from buurtapp.uikit.words import plain, say

FIELD_NAMES: Mapping[ListField, Text] = {
    "address": text(N_("Address")),
    "phone": text(N_("Phone")),
    "email": text(N_("E-mail")),
    "labels": text(N_("Labels")),
    "note": text(N_("Note")),
    "tick": text(N_("Tick box")),
    "signature": text(N_("Signature")),
}
"""The columns of a list, as they are chosen."""
_USUAL: tuple[ListField, ...] = ("address", "phone")


class PaperForm(QWidget):
    """The choices of one paper. They stay as they are for as long as the file is open."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = Form()
        self._is_filled = False
        column(self, (0, 0, 0, 0), 12).addWidget(self.form)
        self.form.edited.connect(lambda _name: self.changed.emit())

    def show_source(self, source: Source) -> None:
        """Fill in what is known of the group, the first time, and leave what the coordinator chose."""
        if not self._is_filled:
            self._is_filled = True
            self._fill(source)

    def use_desk(self, desk: Desk) -> None:
        """Keep on this computer what is worth keeping, and begin with what was kept."""

    def choice(self) -> Choice:
        """Return what is chosen now."""
        raise TypeError(type(self).__name__)

    def focus_first(self) -> None:
        """Put the keyboard in the first field."""

    def _fill(self, source: Source) -> None:
        """Fill in what is known of the group."""

    def _follow(self, name: str) -> None:
        """Follow a number also while it counts up with the arrows."""
        box = self.form.field(name).input
        if isinstance(box, QSpinBox):
            box.valueChanged.connect(lambda _value: self.changed.emit())


def per_field(words: Text) -> Field:
    """Return the choice between one for each address and one for each person."""
    return choice(words, (("address", text(N_("One for each address"))), ("person", text(N_("One for each person")))))


class ListForm(PaperForm):
    """A list: its title, in which order, and which columns."""

    def __init__(self) -> None:
        super().__init__()
        orders = ((True, text(N_("By street, as people walk"))), (False, text(N_("By name"))))
        self.form.add(("title", line(text(N_("Title above the list")))))
        self.form.add(("by_street", choice(text(N_("Order")), orders)))
        self.form.add_widget(PlainLabel(text(N_("What stands beside each name")), size="small", strong=True))
        self.ticks = {field: QCheckBox() for field in LIST_FIELDS}
        together = QWidget()
        box = column(together, (0, 0, 0, 0), 0)
        for field, tick_box in self.ticks.items():
            tick_box.setChecked(field in _USUAL)
            tick_box.clicked.connect(lambda _on: self.changed.emit())
            box.addWidget(tick_box)
        self.form.add_widget(together)
        self._say()

    def _say(self) -> None:
        for field, tick_box in self.ticks.items():
            tick_box.setText(plain(say(FIELD_NAMES[field])))
            tick_box.setAccessibleName(say(FIELD_NAMES[field]))

    def _fill(self, _source: Source) -> None:
        self.form.set_value("title", _("List of people"))

    def focus_first(self) -> None:
        """Put the keyboard in the title."""
        self.form.field("title").input.setFocus()

    def choice(self) -> ListChoice:
        """Return what is chosen now."""
        fields = tuple(field for field, tick_box in self.ticks.items() if tick_box.isChecked())
        return ListChoice(self.form.text("title").strip(), fields, bool(self.form.value("by_street")))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Name the columns in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "ticks"):
            self._say()


class BadgesForm(PaperForm):
    """Badges: a line below each name, for all of them."""

    def __init__(self) -> None:
        super().__init__()
        hint = text(N_("Such as “Volunteer”. Leave it empty for the name alone."))
        self.form.add(("role", line(text(N_("Below each name")), hint)))
        self.form.add(("details", tick(text(N_("Also their own role and languages")))))
        self.form.field("details").set_hint(text(N_("Of whom they are known. Whoever sees the badge reads them.")))
        self.form.add(("everybody", tick(text(N_("Also who wants to be left alone")))))
        self.form.field("everybody").set_hint(text(N_("When they come by themselves, for instance.")))

    def focus_first(self) -> None:
        """Put the keyboard in the only field."""
        self.form.field("role").input.setFocus()

    def choice(self) -> BadgesChoice:
        """Return what is chosen now."""
        return BadgesChoice(
            self.form.text("role").strip(), bool(self.form.value("everybody")), bool(self.form.value("details"))
        )
