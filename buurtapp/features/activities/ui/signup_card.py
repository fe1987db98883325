"""One sign-up below the table: with whom, a lift, what they bring, what to heed; saved when a field is left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, text
from buurtapp.features.activities import rules
from buurtapp.features.activities.records import SignupDraft, SignupRow
from buurtapp.features.activities.ui.bring_into_view import bring_into_view
from buurtapp.features.activities.ui.cut_text import CutLabel
from buurtapp.features.people.ui.private_hint import PrivateHint
from buurtapp.uikit.controls import Button, Card
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.form import Form, line, number_field, tick


class SignupCard(Card):
    """Shows a sign-up. `changed` gives its number and what was said; the buttons are for whoever shows the card."""

    changed = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self._shown: dict[str, object] = {}
        self.who = CutLabel(strong=True)
        self.form = Form()
        self.form.add(
            ("guests", number_field(text(N_("Guests")), 0, rules.MOST_GUESTS)),
            ("children", number_field(text(N_("Children")), 0, rules.MOST_GUESTS)),
            ("brings", line(text(N_("Brings along")))),
            ("note", line(text(N_("To heed")), placeholder="")),
            stretch=(2, 2, 4, 4),
        )
        for name in ("brings", "note"):
            edit = self._edit(name)
            edit.setMaxLength(rules.LONGEST_NOTE)
            edit.setMinimumWidth(1)
        self.lift = Form()
        self.lift.add(("lift", tick(text(N_("Needs a lift")))))
        self.warning = PrivateHint()
        self.place_button = Button(text(N_("Give a place after all")), "secondary", "check")
        self.off_button = Button(text(N_("Take off the list")), "secondary", "x")
        self.person_button = Button(text(N_("Show this person")), "link")
        self._build()
        self._connect()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 10, 16, 10)
        box.setSpacing(6)
        named = QWidget()
        names = QVBoxLayout(named)
        names.setContentsMargins(0, 0, 0, 0)
        names.addWidget(self.who, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(FlowRow((named, self.person_button), gap=12, line_gap=2))
        box.addWidget(self.form)
        box.addWidget(self.warning)
        box.addWidget(FlowRow((self.lift, self.off_button, self.place_button), gap=16, line_gap=4))

    def _connect(self) -> None:
        self.form.committed.connect(self._commit)
        self.lift.committed.connect(lambda _name: self._tell())
        self.form.edited.connect(lambda _name: self._warn())

    def _edit(self, name: str) -> QLineEdit:
        found = self.form.field(name).input
        assert isinstance(found, QLineEdit)
        return found

    def show_row(self, row: SignupRow | None) -> None:
        """Show a sign-up; nothing without one."""
        self.setVisible(row is not None)
        if row is None:
            self._number = 0
            return
        is_other = row.id != self._number
        self._number = row.id
        self.who.set_words(row.person.name.spoken)
        for name in ("guests", "children", "brings", "note"):
            # What is being typed is not overwritten by the answer to what was typed before.
            if is_other or self.form.value(name) == self._shown.get(name):
                self._show(name, getattr(row, name))
        self.lift.set_value("lift", row.lift)
        self.place_button.setVisible(row.waiting)
        self.form.show_problems([])
        self._warn()

    def _show(self, name: str, value: object) -> None:
        if isinstance(value, str):
            # Of two sign-ups that became one, the words may be longer: they stay until somebody shortens them.
            self._edit(name).setMaxLength(max(rules.LONGEST_NOTE, len(value)))
        self.form.set_value(name, value)
        self._shown[name] = self.form.value(name)

    def draft(self) -> SignupDraft:
        """Return what stands in the fields."""
        return SignupDraft(
            int(str(self.form.value("guests"))),
            int(str(self.form.value("children"))),
            lift=bool(self.lift.value("lift")),
            brings=self.form.text("brings"),
            note=self.form.text("note"),
        )

    def show_problems(self, problems: Sequence[DraftProblem]) -> None:
        """Say below the fields what is wrong."""
        self.form.show_problems(problems)

    def focus_first(self) -> None:
        """Put the keyboard on the first field."""
        self.form.field("guests").input.setFocus()
        bring_into_view(self)

    def _warn(self) -> None:
        self.warning.look_at(f"{self.form.text('brings')}\n{self.form.text('note')}")

    def _commit(self, name: str) -> None:
        self._shown[name] = self.form.value(name)
        self._tell()

    def _tell(self) -> None:
        if self._number:
            self.changed.emit(self._number, self.draft())
