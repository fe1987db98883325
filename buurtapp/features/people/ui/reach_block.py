"""How to reach somebody, in the panel: phones, e-mail, how and when; each line is changed where it stands."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.actions import people as actions
from buurtapp.features.people.records import PersonCard, PersonDraft
from buurtapp.features.people.rules.drafts import phone_problem
from buurtapp.features.people.rules.reach import is_email, nice_phone
from buurtapp.features.people.ui.inline_line import InlineLine
from buurtapp.features.people.ui.way_line import WayLine
from buurtapp.features.people.ui.wording import breakable
from buurtapp.uikit.words import one_line

_PHONE, _EMAIL = text(N_("Phone")), text(N_("E-mail"))


class ReachBlock(QWidget):
    """The lines of one person. `changed` tells the draft that is to be saved; `opened` the field that was opened."""

    changed = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._card: PersonCard | None = None
        self.phones: list[InlineLine] = []
        self.emails: list[InlineLine] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self._phone_box, self._email_box = QVBoxLayout(), QVBoxLayout()
        for box in (self._phone_box, self._email_box):
            box.setSpacing(2)
            self._box.addLayout(box)
        self.way = WayLine()
        self.way.chosen.connect(self._on_way)
        self.way.opened.connect(self.opened)
        self._box.addWidget(self.way)
        self._grow(self.phones, 1)
        self._grow(self.emails, 1)

    # Public

    def show_card(self, card: PersonCard, *, writing: bool) -> None:
        """Show how to reach somebody; what is not known can be added when `writing`."""
        self._card = card
        self._grow(self.phones, len(card.phones))
        self._grow(self.emails, len(card.emails))
        for lines, values, ask in (
            (self.phones, [nice_phone(one) for one in card.phones], text(N_("Add a phone number"))),
            (self.emails, list(card.emails), text(N_("Add an e-mail address"))),
        ):
            for at, line in enumerate(lines):
                if at < len(values):
                    line.show_value(values[at], breakable(one_line(values[at])), writing=writing)
                elif at == 0:
                    line.show_value("", ask, size="small", writing=writing)
                elif not line.is_open:
                    line.hide()
        self.way.show_card(card, writing=writing)

    def leave(self) -> bool:
        """Close a line that is being changed; return whether there was one."""
        lines: list[InlineLine | WayLine] = [*self.phones, *self.emails, self.way]
        for line in lines:
            if line.is_open:
                line.leave()
                return True
        return False

    # Slots

    def _grow(self, lines: list[InlineLine], least: int) -> None:
        while len(lines) < least:
            at, is_phone = len(lines), lines is self.phones
            made = (
                InlineLine("phone", _PHONE, check=phone_problem)
                if is_phone
                else InlineLine("mail", _EMAIL, check=_email_problem)
            )
            made.entered.connect(
                lambda typed, at=at, is_phone=is_phone: (
                    self._on_phone(at, typed) if is_phone else self._on_email(at, typed)
                )
            )
            made.opened.connect(self.opened)
            lines.append(made)
            (self._phone_box if is_phone else self._email_box).addWidget(made)
            before = lines[at - 1] if at else (self.phones[-1] if lines is self.emails and self.phones else None)
            if before is not None:
                QWidget.setTabOrder(before.shown, made.shown)
            QWidget.setTabOrder(made.shown, self.way.shown)

    def _on_phone(self, at: int, typed: str) -> None:
        if self._card is not None:
            self._tell(phones=_put(self._card.phones, at, typed))

    def _on_email(self, at: int, typed: str) -> None:
        if self._card is not None:
            self._tell(emails=_put(self._card.emails, at, typed))

    def _on_way(self, preference: str, best_time: str) -> None:
        self._tell(contact_preference=preference, best_time=best_time)

    def _tell(self, **values: object) -> None:
        if self._card is not None:
            draft: PersonDraft = replace(actions.draft_of(self._card), **values)  # type: ignore[arg-type]
            self.changed.emit(draft)


def _put(values: tuple[str, ...], at: int, typed: str) -> tuple[str, ...]:
    """Return values with one of them replaced, added at the end, or taken away by an empty text."""
    return tuple(value for value in (*values[:at], typed, *values[at + 1 :]) if value)


def _email_problem(typed: str) -> Text | None:
    return None if is_email(typed) else text(N_("“{value}” is not an e-mail address."), value=typed)
