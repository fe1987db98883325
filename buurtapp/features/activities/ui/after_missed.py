"""Who signed up and did not come: a friendly call is soon planned. Nobody is told off."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities.afterwards import actions, queries
from buurtapp.features.activities.afterwards.records import Missed
from buurtapp.features.activities.records import ActivityCard
from buurtapp.features.activities.ui.cut_text import soft
from buurtapp.features.sheets.ui.plain_out import PlainOut
from buurtapp.uikit.controls import Button, Card, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.words import one_line, plain

_MOST_SHOWN = 200


class _Row(QWidget):
    """Somebody with a tick; ticked people are called."""

    def __init__(self, one: Missed) -> None:
        super().__init__()
        self.one = one
        self.tick = QCheckBox(plain(one_line(one.name)[:120]))
        self.tick.setChecked(one.may_call and not one.promised)
        self.tick.setEnabled(one.may_call and not one.promised)
        self.tick.setMinimumWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.tick, 1)
        row.addWidget(soft(PlainLabel(_more(one), "second", size="small")), 1, Qt.AlignmentFlag.AlignVCenter)


def _more(one: Missed) -> Text | str:
    if not one.may_call:
        return text(N_("does not want to be called"))
    if one.promised:
        return text(N_("call is planned"))
    return one.phone or one_line(one.address)


def _focus_before(widget: QWidget) -> QWidget | None:
    """Return what takes the keyboard before a widget: Qt puts nothing behind what takes none."""
    found = widget.previousInFocusChain()
    while found is not None and found is not widget and found.focusPolicy() == Qt.FocusPolicy.NoFocus:
        found = found.previousInFocusChain()
    return found


class MissedCard(Card):
    """Who was expected by name and did not come; hidden when everybody came."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._card: ActivityCard | None = None
        self._shown: list[Missed] = []
        self.rows: list[_Row] = []
        self._build()
        self.out: PlainOut | None = None
        """What shows the call list lives as long as this holds it."""
        self.call_button.clicked.connect(self._call)
        self.list_button.clicked.connect(self._print)
        self.hide()

    def _build(self) -> None:
        self.title = Heading("", "h2", wrap=True)
        words = text(N_("Perhaps something came up. A call shows that somebody was missed."))
        self.call_button = Button(text(N_("Put “call” on the list")), icon="phone")
        self.list_button = Button(text(N_("Print the call list")), icon="printer")
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(10)
        box.addWidget(self.title)
        box.addWidget(PlainLabel(words, "second"))
        box.addLayout(self._list)
        last = QHBoxLayout()
        last.addWidget(self.call_button)
        last.addWidget(self.list_button)
        last.addStretch(1)
        box.addLayout(last)

    def show_card(self, card: ActivityCard) -> None:
        """Show who did not come to an activity."""
        self._card = card
        self._desk.later("missed", lambda store: store.read(queries.missed, card.id), self._show)

    def _show(self, found: list[Missed]) -> None:
        self.setVisible(bool(found))
        self.title.set_words(
            plural_text("{count} person signed up and did not come", "{count} signed up and did not come", len(found))
        )
        if found != self._shown:
            self._fill(found)
        self._let_call()

    def _fill(self, found: list[Missed]) -> None:
        self._shown = found
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [_Row(one) for one in found[:_MOST_SHOWN]]
        for row in self.rows:
            self._list.addWidget(row)
            row.tick.clicked.connect(self._let_call)
            # The button was there first; the ticks are reached before it, as they are read.
            before = _focus_before(self.call_button)
            if before is not None:
                QWidget.setTabOrder(before, row.tick)

    def _print(self) -> None:
        from buurtapp.features.activities.ui.signup_papers import show_call_list  # noqa: PLC0415 - brings the paper in

        if self._card is not None:
            self.out = show_call_list(self._desk, self._card.id, self, who="missed")

    def chosen(self) -> list[int]:
        """Return the numbers of who is ticked."""
        return [row.one.person_id for row in self.rows if row.tick.isChecked()]

    def _let_call(self) -> None:
        self.call_button.setEnabled(bool(self.chosen()))

    def _call(self) -> None:
        card, people = self._card, self.chosen()
        if card is not None and people:
            self._desk.do(actions.calls_label(card.draft.title, len(people)), actions.plan_calls, card.id, people)
