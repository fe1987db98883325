"""The words of the flyer as fields: bound to the activity until something else is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.press.own_words import EDITABLE, OwnWords
from buurtapp.features.press.reading import reading_of
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Icon, PlainLabel
from buurtapp.uikit.flow import Flow
from buurtapp.uikit.form import Field, Form, Input, TextBox
from buurtapp.uikit.words import Words, say

LABELS = {
    "title": text(N_("Title")),
    "body": text(N_("Invitation")),
    "when": text(N_("When")),
    "time": text(N_("Time")),
    "where": text(N_("Where")),
    "where_more": text(N_("Where exactly")),
    "who": text(N_("For whom")),
    "cost": text(N_("Costs")),
    "contact": text(N_("Contact")),
    "phone": text(N_("Phone")),
    "email": text(N_("E-mail")),
    "kicker": text(N_("Kind")),
}
_EASE: dict[str, tuple[Words, str, tuple[str, str]]] = {
    "easy": (text(N_("easy to read")), "done", ("circle-check", "primary")),
    "fair": ("", "second", ("circle-check", "primary")),
    "long": (text(N_("long sentences")), "care", ("triangle-alert", "care")),
}


class BoundField(Field):
    """A field that says above it where its words come from. `went_back` asks for those of the activity."""

    went_back = Signal()

    def __init__(self, words: Text, input_: Input) -> None:
        super().__init__(words, input_)
        self.origin = PlainLabel("", "second", size="caption", wrap=False)
        self.back = Button(text(N_("back to the activity")), "link")
        self.back.set_words(
            text(N_("back to the activity")), text(N_("{field}: back to the words of the activity"), field=words)
        )
        self.back.hide()
        head = QWidget()
        row = Flow(head, 8)
        if self._label is not None:
            self._label.setWordWrap(False)
            row.addWidget(self._label)
        row.push()
        row.addWidget(self.origin)
        row.addWidget(self.back)
        box = self.layout()
        if isinstance(box, QVBoxLayout):
            box.insertWidget(0, head)
        self.back.clicked.connect(self.went_back)
        self._head = head
        self._fit()

    def _fit(self) -> None:
        """Make the way back as small as the words beside it, and keep its height when it is not there."""
        theme = look.current()
        self.back.setFont(theme.font("caption", 600))
        self._head.setMinimumHeight(theme.px(24))

    def show_origin(self, *, own: bool, empty: bool) -> None:
        """Say whether these words are the activity's, or typed here."""
        self.origin.set_words(text(N_("own text")) if own else "" if empty else text(N_("from the activity")))
        self.origin.setVisible(own or not empty)
        self.back.setVisible(own)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_head"):
            self._fit()


class ReadingHint(QWidget):
    """How easy the invitation reads: in words, and counted."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("circle-check", "primary", 16)
        self.ease = PlainLabel("", "done", size="small", wrap=False)
        self.count = PlainLabel("", "second", size="caption", wrap=False)
        said = QWidget()
        beside = QHBoxLayout(said)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(6)
        beside.addWidget(self._icon)
        beside.addWidget(self.ease)
        self._said = said
        row = Flow(self, 8)
        row.addWidget(said)
        row.push()
        row.addWidget(self.count)

    def show_text(self, written: str) -> None:
        """Count this text."""
        reading = reading_of(written)
        self.setVisible(bool(reading.ease))
        if not reading.ease:
            return
        words, kind, icon = _EASE[reading.ease]
        self.ease.set_words(words)
        self.ease.set_kind(kind)
        self._icon.set_icon(*icon)
        self._said.setVisible(bool(say(words)))
        sentences = plural_text("{count} sentence", "{count} sentences", reading.sentences)
        counted = plural_text("{count} word", "{count} words", reading.words)
        self.count.set_words(text(N_("{sentences}, {words}"), sentences=sentences, words=counted))


class FlyerFields(Form):
    """All words of the flyer. `changed` comes at each key, after the words have been taken over."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._own: OwnWords | None = None
        self.reading = ReadingHint()
        for name in EDITABLE:
            input_: Input = TextBox(4) if name == "body" else QLineEdit()
            field = BoundField(LABELS[name], input_)
            field.went_back.connect(lambda name=name: self.go_back(name))
            self.add((name, field))
            box = field.layout()
            if name == "body" and isinstance(box, QVBoxLayout):
                box.insertWidget(box.indexOf(input_) + 1, self.reading)
        self.edited.connect(self._on_edited)

    def bound(self, name: str) -> BoundField:
        """Return a field by its name."""
        field = self.field(name)
        if not isinstance(field, BoundField):
            raise TypeError(name)
        return field

    def show_words(self, own: OwnWords) -> None:
        """Show these words, and take over what is typed from now on."""
        self._own = own
        for name in EDITABLE:
            self.set_value(name, own.value(name))
            self._show_origin(name)
        self.reading.show_text(own.value("body"))

    def show_problem(self, name: str, words: Words) -> None:
        """Say what is wrong at one field, and at no other; the keyboard stays where it is."""
        for other in EDITABLE:
            field = self.bound(other)
            said = words if other == name else ""
            if field.problem.text() != say(said):
                field.set_problem(said)

    def go_back(self, name: str) -> None:
        """Say again what the activity says."""
        if self._own is None:
            return
        self._own.go_back(name)
        self.set_value(name, self._own.value(name))
        self.bound(name).input.setFocus(Qt.FocusReason.OtherFocusReason)
        self._after(name)

    # Slots

    def _on_edited(self, name: str) -> None:
        if self._own is not None:
            self._own.type(name, self.text(name))
            self._after(name)

    def _after(self, name: str) -> None:
        self._show_origin(name)
        if name == "body":
            self.reading.show_text(self.text(name))
        self.changed.emit()

    def _show_origin(self, name: str) -> None:
        if self._own is not None:
            self.bound(name).show_origin(own=self._own.is_own(name), empty=not self._own.value(name))
