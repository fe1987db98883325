"""One door: its number and stairwell, what it asks of whoever comes by, who lives there, and taking it away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurtapp.core.errors import DraftInvalid, DraftProblem
from buurtapp.core.i18n import N_, text
from buurtapp.features.people.actions import doors as actions
from buurtapp.features.people.records import STICKERS, Door, DoorRow, Sticker
from buurtapp.features.people.rules.consent_words import STICKER_WORDS
from buurtapp.features.people.rules.doors import names_several, parse_house
from buurtapp.features.people.rules.series import several_doors
from buurtapp.features.people.ui.importing.parts import scrolling, stacked
from buurtapp.features.people.ui.panel_page import clear
from buurtapp.features.people.ui.wording import breakable, shortened
from buurtapp.uikit.controls import Button, Card, Heading, Note, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.form import Form, choice, line, tick

_WISHES = ("no_bell", "sticker", "do_not_approach")
_MOST_NAMES = 12


class DoorPage(Card):
    """The page. `closed` asks to go back to the street; `asked_person` to show somebody who lives here."""

    closed = Signal()
    asked_person = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.row: DoorRow | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        inner = QWidget()
        box = stacked(inner, (16, 14, 16, 14), 12)
        self.back = Button(text(N_("Back to the street")), "quiet", "arrow-left")
        self.title = Heading("", "h2", wrap=True)
        self.form = Form()
        self.form.add(
            ("number", line(text(N_("House number with addition")), text(N_("Such as 12, 12 a or 12 II.")))),
            (
                "stairwell",
                line(text(N_("Stairwell or court")), text(N_("Doors with the same one are walked together."))),
            ),
        )
        self.form.add(("postcode", line(text(N_("Postcode")))), ("place", line(text(N_("Town")))))
        self.form.add(("sticker", choice(text(N_("Letterbox")), [(one, STICKER_WORDS[one]) for one in STICKERS])))
        self.form.add(("no_bell", tick(text(N_("Do not ring at this address")))))
        self.form.add(("do_not_approach", tick(text(N_("Do not approach anybody at this address")))))
        self.lives_here = Heading(text(N_("Who lives here")), "body")
        self.nobody = PlainLabel(text(N_("Nobody is known here. The address counts all the same.")), "second")
        self.people = QWidget()
        self._people_box = QVBoxLayout(self.people)
        self._people_box.setContentsMargins(0, 0, 0, 0)
        self._people_box.setSpacing(0)
        self.refused = Note("care")
        self.delete = Button(text(N_("Delete this address")), "secondary", "trash-2")
        for widget in (FlowRow([self.back]), self.title, self.form, self.lives_here, self.nobody, self.people):
            box.addWidget(widget)
        box.addWidget(self.refused)
        box.addWidget(FlowRow([self.delete]))
        box.addStretch(1)
        stacked(self, (1, 1, 1, 1)).addWidget(scrolling(inner))
        self.refused.hide()

    def _connect(self) -> None:
        self.back.clicked.connect(self.leave)
        self.delete.clicked.connect(self._on_delete)
        self.form.committed.connect(self._on_committed)

    # Public

    def show_door(self, row: DoorRow) -> None:
        """Show a door; what is being typed, and what was not right yet, stays."""
        is_new = self.row is None or self.row.id != row.id
        people_before = self.row.people if self.row is not None and not is_new else None
        self.row = row
        self.title.set_words(breakable(row.door.line))
        shown: dict[str, object] = {
            "number": row.door.house,
            "stairwell": row.stairwell,
            "postcode": row.door.postcode,
            "place": row.door.place,
            "sticker": row.sticker,
            "no_bell": row.no_bell,
            "do_not_approach": row.do_not_approach,
        }
        for name, value in shown.items():
            field = self.form.field(name)
            if is_new or (not field.input.hasFocus() and field.problem.isHidden()):
                self.form.set_value(name, value)
        if is_new:
            self.form.show_problems(())
        if is_new or row.people != people_before:
            self.refused.hide()
            self._show_people(row)

    def focus_first(self) -> None:
        """Put the keyboard in the first field."""
        self.form.field("number").input.setFocus()

    def leave(self) -> None:
        """Go back to the street; what is being typed is finished first."""
        self.back.setFocus()
        self.closed.emit()

    def _show_people(self, row: DoorRow) -> None:
        clear(self._people_box)
        self.nobody.setVisible(not row.people)
        self.people.setVisible(bool(row.people))
        for person in row.people[:_MOST_NAMES]:
            link = Button(shortened(person.name.spoken), "link")
            link.clicked.connect(lambda _on=False, number=person.id: self.asked_person.emit(number))
            self._people_box.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    # Slots

    def _on_committed(self, name: str) -> None:
        row = self.row
        if row is None:
            return
        if name in _WISHES:
            sticker: Sticker = next((one for one in STICKERS if one == self.form.value("sticker")), "")
            wishes = partial(
                actions.set_address_flags,
                no_bell=bool(self.form.value("no_bell")),
                sticker=sticker,
                do_not_approach=bool(self.form.value("do_not_approach")),
            )
            self.desk.do(actions.flags_label(row.door), wishes, row.id).quiet()
            return
        door = self._door(row)
        if door is None:
            return
        self.form.show_problems(())
        stairwell = self.form.text("stairwell")
        doing = self.desk.do(
            actions.changed_address_label(door), actions.change_address, row.id, door, stairwell=stairwell
        )
        doing.quiet().failed(self._on_wrong)

    def _door(self, row: DoorRow) -> Door | None:
        written = self.form.text("number").strip()
        house = parse_house(written)
        if house is None:
            words = text(N_("Fill in a house number."))
            if names_several(written):
                words = several_doors(written)
            self.form.field("number").set_problem(words)
            return None
        return Door(
            row.door.street, *house, postcode=self.form.text("postcode").strip(), place=self.form.text("place").strip()
        )

    def _on_wrong(self, error: DraftInvalid) -> None:
        for problem in error.problems:
            self._tell(problem)

    def _tell(self, problem: DraftProblem) -> None:
        if problem.field in {"number", "postcode", "place"}:
            self.form.field(problem.field).set_problem(problem.text)

    def _on_delete(self) -> None:
        row = self.row
        if row is None:
            return
        if row.people:
            words = N_(
                "Somebody lives here, so the address stays. Open who lives here and give them another address; "
                "then it can be deleted."
            )
            self.refused.set_words(text(words))
            self.refused.show()
            first = self._people_box.itemAt(0)
            link = first.widget() if first is not None else None
            if link is not None:
                link.setFocus()
            return
        doing = self.desk.do(actions.deleted_address_label(row.door), actions.delete_address, row.id)
        doing.then(lambda _nothing: self.closed.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go back on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
