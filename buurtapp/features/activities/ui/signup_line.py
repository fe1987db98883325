"""One line of a sign-up sheet: the name, and one key each for adults, children and a lift."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QVBoxLayout

from buurtapp.core.i18n import N_, text
from buurtapp.features.activities import rules
from buurtapp.features.activities.records import DoorRow, SignupDraft, SignupLine, WalkIn
from buurtapp.features.activities.ui.bring_into_view import bring_into_view
from buurtapp.features.activities.ui.sheet_names import NameEntry
from buurtapp.uikit.controls import Button, Card, Heading, PlainLabel
from buurtapp.uikit.form import Form, line, number_field, tick

_YES = frozenset({Qt.Key.Key_1, Qt.Key.Key_Space, Qt.Key.Key_X})
_NO = frozenset({Qt.Key.Key_0, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SignupLineCard(Card):
    """`read` gives what stands on the line, None when it is empty; `moved` goes to another line; `left` leaves."""

    read = Signal(object)
    moved = Signal(int)
    left = Signal()

    def __init__(self, ask: Callable[[str], Sequence[DoorRow]]) -> None:
        super().__init__()
        self._row = 0
        self._who: WalkIn | None = None
        self._before: SignupLine | None = None
        self.title = Heading("", "h2")
        self.entry = NameEntry(ask)
        self.form = Form()
        self.form.add(
            ("guests", number_field(text(N_("Adults along")), 0, rules.MOST_GUESTS)),
            ("children", number_field(text(N_("Children along")), 0, rules.MOST_GUESTS)),
        )
        self.form.add(("lift", tick(text(N_("Needs a lift: 1 is yes, 0 is no")))))
        self.form.add(("phone", line(text(N_("House number or phone")))))
        self.hint = PlainLabel(
            text(N_("A figure goes on by itself. Enter goes on without one.")), "second", size="small"
        )
        self.next_button = Button(text(N_("Next line")), "secondary", "arrow-right")
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(10)
        for part in (self.title, self.entry, self.form, self.hint):
            box.addWidget(part)
        box.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.entry.entered.connect(self._named)
        self.entry.moved.connect(self.moved)
        self.entry.left.connect(self.left)
        self.next_button.clicked.connect(self._done)
        for name in ("guests", "children", "lift", "phone"):
            self.form.field(name).input.installEventFilter(self)

    def show_line(self, row: int, count: int, known: SignupLine | None) -> None:
        """Take a line of so many in hand, with what is known of it."""
        self._row, self._before = row, known
        self.title.set_words(text(N_("Line {number} of {count}"), number=row, count=count))
        self._who = WalkIn(known.name, known.person_id) if known is not None else None
        self.entry.show_name(self._who)
        said = known.said if known is not None else SignupDraft()
        for name in ("guests", "children", "lift"):
            self.form.set_value(name, getattr(said, name))
        self.form.set_value("phone", known.phone if known is not None else "")
        self._show_rest()

    def focus_first(self) -> None:
        """Put the keyboard on the name."""
        self.entry.field.setFocus()
        bring_into_view(self.title)

    def written(self) -> SignupLine | None:
        """Return what stands on the line now; None for an empty one."""
        name = self.entry.typed()
        if name is None:
            return None
        who = self._who if self._who is not None and self._who.name == name.name else name
        lift = bool(self.form.value("lift"))
        said = SignupDraft(int(str(self.form.value("guests"))), int(str(self.form.value("children"))), lift=lift)
        return SignupLine(self._row, who.name, said, self.form.text("phone").strip(), who.person_id)

    def _named(self, who: WalkIn | None) -> None:
        if who is None:
            self.read.emit(None)
            return
        self._who = who
        self.entry.show_name(who)
        self._show_rest()
        self._focus("guests")

    def _show_rest(self) -> None:
        """A number is only asked of who is not in the list of people yet: we have those of the others."""
        self.form.field("phone").setVisible(self._who is not None and self._who.person_id is None)

    def _focus(self, name: str) -> None:
        self.form.field(name).input.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_view(self.form.field(name))

    def _done(self) -> None:
        self.read.emit(self.written())

    def _go_on(self, watched: QObject) -> None:
        order = ["guests", "children", "lift"]
        order += ["phone"] if not self.form.field("phone").isHidden() else []
        names = [name for name in order if self.form.field(name).input is watched]
        following = order[order.index(names[0]) + 1 :] if names else []
        if following:
            self._focus(following[0])
        else:
            self._done()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Fill in with one key and go on."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if self._fill(watched, event):
            self._go_on(watched)
            return True
        return super().eventFilter(watched, event)

    def _fill(self, watched: QObject, event: QKeyEvent) -> bool:
        """Put a key into a field; tells whether it was meant for it."""
        key = Qt.Key(event.key())
        if isinstance(watched, QSpinBox):
            if event.text().isdecimal() and event.text().isascii():
                watched.setValue(int(event.text()))
                return True
            return key in _ENTER
        if isinstance(watched, QCheckBox) and key in _YES | _NO:
            watched.setChecked(key in _YES or (watched.isChecked() and key in _ENTER))
            return True
        return isinstance(watched, QLineEdit) and key in _ENTER
