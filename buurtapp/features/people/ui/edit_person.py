"""Changing a person: each field is saved when it is left."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from buurtapp.core.i18n import N_, text
from buurtapp.features.people.actions import doors
from buurtapp.features.people.actions import people as actions
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.records import PersonCard, PersonDraft
from buurtapp.features.people.ui.panel_page import PanelPage, card_of
from buurtapp.features.people.ui.person_form import WISHES, PersonForm, field_with_problem, part_of, with_part
from buurtapp.features.people.ui.wording import breakable
from buurtapp.uikit.controls import Button, Heading
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.words import one_line


class EditPerson(PanelPage):
    """The form about somebody who is in the list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.number: int | None = None
        self._saved = PersonDraft(Name())
        self._card: PersonCard | None = None
        self._on_the_way = 0
        self._was_warned = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.title = Heading("", "h2", wrap=True)
        self.form = PersonForm(whole_name=False)
        self.done = Button(text(N_("Done")), "secondary", "check")
        self.body.addWidget(self.title)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.add_foot(self.done)

    def _connect(self) -> None:
        self.form.committed.connect(self._on_committed)
        self.done.clicked.connect(self.leave)

    # Public

    def begin(self, number: int) -> None:
        """Begin with somebody."""
        card = card_of(self.desk, number)
        if card is None:
            self.closed.emit()
            return
        self.number, self._on_the_way, self._was_warned = number, 0, False
        self.form.show_problems(())
        self.form.propose(self.desk)
        self._saved = actions.draft_of(card)
        self.form.begin_with(self._saved)
        self._show_wishes(card)
        self._show_title(card.name)
        self.scroll_up()
        self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard in the first field."""
        first = "given" if self._saved.name.kind == "person" else "family"
        self.form.field(first).input.setFocus()

    def refresh(self) -> None:
        """Show what is saved, but not where somebody is typing or something is wrong."""
        if self.number is None or self._on_the_way:
            return
        card = card_of(self.desk, self.number)
        if card is None:
            self.number = None
            self.closed.emit()
            return
        self._saved = actions.draft_of(card)
        focused = QApplication.focusWidget()
        names = self.form.names()
        wrong = {part_of(name) for name in names if not self.form.field(name).problem.isHidden()}
        busy = [name for name in names if self.form.field(name).input is focused or part_of(name) in wrong]
        self.form.show_draft(self._saved, busy)
        self._show_wishes(card)
        self._show_title(card.name)

    def leave(self) -> None:
        """Go back once the field is saved; what is wrong is shown once more before it is let go."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        wrong = field_with_problem(self.form)
        if wrong is not None and not self._was_warned:
            self._was_warned = True
            wrong.input.setFocus()
            self.show_in_view(wrong)
            return
        self.closed.emit()

    # Slots

    def _show_title(self, name: Name) -> None:
        self.title.set_words(text(N_("Edit {name}"), name=breakable(one_line(name.spoken))))

    def _on_committed(self, field: str) -> None:
        if self.number is None:
            return
        if field in WISHES:
            self._save_wishes()
            return
        part = part_of(field)
        wanted = with_part(self._saved, self.form.draft(), part)
        found = [*self.form.unreadable(), *actions.problems(wanted, self.desk.clock.today())]
        wrong = [problem for problem in found if part_of(problem.field) == part]
        self.form.tell(part, wrong)
        self._was_warned = False
        if wrong or wanted == self._saved:
            return
        self._saved = wanted
        self._on_the_way += 1
        doing = self.desk.do(actions.changed_label(wanted.name), actions.change_person, self.number, wanted)
        doing.quiet().then(lambda _nothing: self._on_saved())

    def _show_wishes(self, card: PersonCard) -> None:
        self._card = card
        self.form.show_wishes(card)

    def _save_wishes(self) -> None:
        """Save what the address asks, for everybody who lives there."""
        card = self._card
        if card is None or card.address_id is None:
            return
        self._on_the_way += 1
        no_bell, sticker = bool(self.form.value("no_bell")), self.form.sticker()
        label, action = doors.flags_label(card.door), doors.set_address_flags
        doing = self.desk.do(label, action, card.address_id, no_bell=no_bell, sticker=sticker)
        doing.quiet().then(lambda _nothing: self._on_saved())

    def _on_saved(self) -> None:
        self._on_the_way = max(self._on_the_way - 1, 0)
        self.refresh()
