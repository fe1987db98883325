"""Typing over a form that came home, in the order of the paper; then the next one of the pile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout

from buurtapp.core.errors import DraftInvalid, UserError
from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.queries import listing
from buurtapp.features.people.records import PersonDraft, PersonRow
from buurtapp.features.sheets.forms import actions, queries, rules
from buurtapp.features.sheets.forms.records import FormEntry, FormInHand, FormRead, FormResult
from buurtapp.features.sheets.forms.ui import pictures, print_forms
from buurtapp.features.sheets.forms.ui.form_card import FormCard
from buurtapp.features.sheets.forms.ui.form_paper import FormPaper
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Heading
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Picture, column

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes

_TABLES = ("person", "address", "street", "phone", "email", "consent", "sheet", "sheet_row")
_NARROW = 720


class FormEntryView(QFrame):
    """The screen. `another` asks for the code of another paper. What is typed and not saved stays, by paper."""

    closed = Signal()
    another = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setMinimumWidth(1)
        self.desk = desk
        self.hand: FormInHand | None = None
        self.pile = 0
        self._person: int | None = None
        self._unsaved: dict[tuple[int, int], FormEntry] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        self.another_button = Button(text(N_("Another code (Esc)")), "secondary")
        self.close_button = Button(text(N_("Close")), "secondary", "x")
        self.paper, self.card = FormPaper(), FormCard()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Heading(text(N_("Enter a form"))), 1)
        head.addWidget(self.another_button)
        head.addWidget(self.close_button)
        self._row = QHBoxLayout()
        self._row.setSpacing(16)
        self._row.addWidget(self.paper, 5)
        self._row.addWidget(self.card, 3)
        box = column(self, (24, 12, 24, 16), 10)
        box.addLayout(head)
        box.addLayout(self._row, 1)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self._close)
        self.another_button.clicked.connect(self._leave)
        self.paper.changed.connect(lambda: self.card.show_problem(None))
        self.paper.finished.connect(self.card.save_button.setFocus)
        self.paper.recognise.connect(self._recognise)
        self.card.save_asked.connect(self.save)
        self.card.numbered.connect(self._on_number)
        self.card.is_them.connect(self._on_them)
        self.card.left_number.connect(self._on_number_left)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(self.save)
        them = QShortcut(QKeySequence("F4"), self)
        them.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        them.activated.connect(self.card.choose_them)

    # What is shown

    def begin(self, code: str, serial: int | None = None) -> bool:
        """Show the form with this code; return False when it is gone."""
        self._keep_typed()
        try:
            hand = self.desk.read(queries.in_hand, code, serial)
        except UserError:
            return False
        self.show_form(hand)
        return True

    def show_form(self, hand: FormInHand) -> None:
        """Show a form, with what was typed of it before and not saved."""
        self.hand = hand
        kept = self._unsaved.pop((hand.sheet.id, hand.serial), FormEntry())
        self._person = kept.person_id
        self.paper.show_form(hand, kept.texts, kept.marks)
        self.card.show_form(hand, self.pile)
        if kept.person_id is not None:
            self._show_them(kept.person_id)

    def refresh(self, changes: Changes | None = None) -> None:
        """Show what is true now; what was typed stays."""
        hand = self.hand
        if hand is None or (changes is not None and not changes.touches(*_TABLES)):
            return
        try:
            fresh = self.desk.read(queries.in_hand, hand.sheet.code, hand.serial)
        except UserError:
            self.hand = None
            self.another.emit()
            return
        if (fresh.boxes, fresh.texts) != (hand.boxes, hand.texts):
            self._keep_typed()
            self.show_form(fresh)
        elif fresh != hand:
            # The questions stay as they are: one of them may have the keyboard.
            self.hand = fresh
            self.paper.show_known(fresh)
            self.card.show_form(fresh, self.pile)
            if self._person is not None:
                self._show_them(self._person)

    def focus_first(self) -> None:
        """Put the keyboard in the number of the form, or in its first field."""
        if self.hand is not None and not self.card.focus_number():
            self.paper.focus_first()

    def pictures(self) -> list[Picture]:
        """Return the states of this screen."""
        return [*pictures.pictures(self), Picture("03-mensen-formulier", lambda: print_forms.picture(self.desk, self))]

    # What is read

    def entry(self) -> FormEntry:
        """Return what was read of the form in hand."""
        serial = self.hand.serial if self.hand is not None else None
        return FormEntry(self.paper.marks(), self.paper.texts(), serial, self._person)

    def _keep_typed(self) -> None:
        hand = self.hand
        if hand is not None and not self.paper.is_empty():
            self._unsaved[hand.sheet.id, hand.serial] = self.entry()

    def _leave(self) -> None:
        self._keep_typed()
        self.another.emit()

    def _close(self) -> None:
        self._keep_typed()
        self.closed.emit()

    def _on_number(self, serial: int) -> None:
        """Take another copy in hand; what was typed goes with it, for it is of the paper on the table."""
        hand = self.hand
        if hand is None or serial == hand.serial:
            return
        self.paper.is_enter_of_code = False
        typed = self.entry()
        fresh = self.desk.read(queries.in_hand, hand.sheet.code, serial)
        if not self.paper.is_empty():
            self._unsaved[hand.sheet.id, serial] = typed
        self.show_form(fresh)

    def _recognise(self) -> None:
        """Look whether the one who is being typed is in the list already."""
        hand = self.hand
        if hand is None or hand.card is not None or self._person is not None or self.desk.store is None:
            return
        texts = {name.partition(".")[2]: " ".join(value.split()) for name, value in self.paper.texts().items()}
        texts.pop("date", None)
        try:
            draft = rules.changed_draft(PersonDraft(Name(), hand.door), FormRead(texts))
        except DraftInvalid:
            return

        def found(people: list[PersonRow]) -> None:
            if self._is_in_hand(hand) and self._person is None:
                self.card.show_alike(people[0] if people else None)

        self.desk.later("form_alike", lambda store: store.read(queries.alike, draft), found)

    def expect_enter(self, *, yes: bool) -> None:
        """Take the next Enter for the one behind the code, unless something else is typed first."""
        self.paper.is_enter_of_code = yes

    def _on_number_left(self) -> None:
        if self.paper.is_enter_of_code:
            self.paper.is_enter_of_code = False
        else:
            self.paper.focus_first()

    def _is_in_hand(self, hand: FormInHand) -> bool:
        now = self.hand
        return now is not None and (now.sheet.id, now.serial) == (hand.sheet.id, hand.serial)

    def _show_them(self, person: int) -> bool:
        rows = self.desk.read(listing.rows, [person]) if person else []
        self._person = person if rows else None
        if rows:
            self.card.show_them(rows[0])
        return bool(rows)

    def _on_them(self, person: int) -> None:
        if self._show_them(person):
            self.paper.fields["phone"].input.setFocus()
        elif self.hand is not None:
            self.card.show_form(self.hand, self.pile)

    def save(self) -> None:
        """Save what was read, and go on with the next form."""
        hand = self.hand
        if hand is None:
            return
        self.card.show_problem(None)
        number = actions.form_number(hand.sheet, hand.serial)

        def saved(result: FormResult) -> None:
            self.pile += 1
            self._unsaved.pop((hand.sheet.id, hand.serial), None)
            self._tell(result)
            self._next(hand)

        def wrong(error: DraftInvalid) -> None:
            others = self.paper.show_problems(error.problems)
            self.card.show_problem(others[0] if others else None)

        self.desk.do(actions.entered_label(number), actions.enter_form, hand.sheet.id, self.entry()).then(saved).failed(
            wrong
        )

    def _tell(self, result: FormResult) -> None:
        for problem in result.problems:
            self.desk.tell(problem, "care", undo=True)
        if result.doubles and not result.problems:
            self.desk.tell(
                plural_text(
                    "Somebody like this was in the list already. Look under “Find doubles”.",
                    "{count} people like this were in the list already. Look under “Find doubles”.",
                    len(result.doubles),
                ),
                "care",
                undo=True,
            )

    def _next(self, hand: FormInHand) -> None:
        """Show the next blank form that was not entered; else ask for a code."""
        if not self._is_in_hand(hand):
            return
        self.hand = None
        fresh = self.desk.read(queries.in_hand, hand.sheet.code)
        if len(fresh.entered) < fresh.serials:
            self.show_form(fresh)
            self.focus_first()
        else:
            self.another.emit()

    # Qt's names

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape asks for the code of another paper."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the card more of the width where it is narrow."""
        super().resizeEvent(event)
        is_narrow = self.width() < look.current().px(_NARROW)
        self._row.setStretch(0, 1 if is_narrow else 5)
        self._row.setStretch(1, 1 if is_narrow else 3)
