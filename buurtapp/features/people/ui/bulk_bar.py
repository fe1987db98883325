"""The dark bar under the list: what can be done with everybody that is ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedLayout, QWidget

from buurtapp.core.i18n import N_, Text, _, plural_text, text
from buurtapp.features.people.actions import bulk, consents
from buurtapp.features.people.actions import people as actions
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.rules.approach import parted
from buurtapp.features.people.rules.sensitive import looks_private
from buurtapp.features.people.ui.label_field import complete_one_label
from buurtapp.features.people.ui.papers import kinds
from buurtapp.features.people.ui.papers.export import EXPORTS
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.words import plain, say

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store
    from buurtapp.features.people.ui.bulk_consent import BulkConsentDialog

_GAP = 8
_FIRST = 3
"""So many papers stand before everything else: labels, a list, a letter."""
_FEW = 100
"""So many people are asked about at once: that takes a few milliseconds."""
_MANY = 1000
"""With more people something may take longer than half a second."""
_WAIT_MS = 120


class BulkBar(Card):
    """Shown while somebody is ticked. `cleared` asks to take the ticks away; `opened` tells of a dialog."""

    cleared = Signal()
    asked_paper = Signal(str)
    asked_export = Signal(str)
    opened = Signal(object)

    def __init__(self, desk: Desk, ticked: Callable[[], Sequence[int]]) -> None:
        super().__init__("dark")
        self._desk = desk
        self._ticked = ticked
        self._count = 0
        self._gives = True
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        self.count = PlainLabel("", strong=True, wrap=False)
        self.papers = {kind: Button(kinds.NAMES[kind], "dark", kinds.ICONS[kind]) for kind in kinds.PAPERS}
        self.letter = self.papers["letter"]
        self.export = Button(text(N_("Export…")), "dark", "download")
        self.sign_up = Button(text(N_("Sign up for…")), "dark", "calendar-days")
        self.asked = Button(text(N_("Consent asked…")), "dark", "shield-check")
        self.give = Button(text(N_("Give a label")), "dark", "tag")
        self.take = Button(text(N_("Take a label away")), "dark", "tag")
        self.delete = Button(text(N_("Delete")), "dark", "trash-2")
        self.more = Button(text(N_("More")), "dark", "chevron-down")
        self.clear = Button(text(N_("Clear choice")), "dark")
        self._writing = (self.give, self.asked, self.sign_up, self.take, self.delete)
        first, others = list(self.papers.values())[:_FIRST], list(self.papers.values())[_FIRST:]
        often, seldom = (self.give, self.asked, self.sign_up, self.export), (self.take, self.delete)
        self._deeds = (*first, *often, *others, *seldom)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(_GAP)
        row.addWidget(self.count)
        for button in (*self._deeds, self.more):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.clear)
        # A stacked widget would paint the ground of a page over the dark bar.
        self._stack = QStackedLayout(self)
        self._stack.addWidget(buttons)
        self._stack.addWidget(self._label_row())

    def _label_row(self) -> QWidget:
        self.label_words = PlainLabel("", strong=True, wrap=False)
        self.label = QLineEdit()
        self.label.setMinimumWidth(120)
        self.label_words.setBuddy(self.label)
        self.label_hint = PlainLabel("", size="small")
        self.label_do = Button(text(N_("Give")), "dark", "check")
        self.label_stop = Button(text(N_("Cancel")), "dark", "x", icon_only=True)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(_GAP)
        row.addWidget(self.label_words)
        row.addWidget(self.label, 1)
        row.addWidget(self.label_do)
        row.addWidget(self.label_hint, 1)
        row.addWidget(self.label_stop)
        self.label_hint.hide()
        return whole

    def _connect(self) -> None:
        for kind, button in self.papers.items():
            button.clicked.connect(partial(self._on_paper, kind))
        self.export.clicked.connect(self._on_export)
        self.sign_up.clicked.connect(self._on_sign_up)
        self.asked.clicked.connect(self.ask_consent)
        self.give.clicked.connect(lambda: self.ask_label(gives=True))
        self.take.clicked.connect(lambda: self.ask_label(gives=False))
        self.delete.clicked.connect(self._on_delete)
        self.more.clicked.connect(self.show_more)
        self.clear.clicked.connect(self.cleared)
        self.label.textChanged.connect(self._on_label_typed)
        self.label.returnPressed.connect(self._on_label)
        self.label_do.clicked.connect(self._on_label)
        self.label_stop.clicked.connect(self._stop_label)
        self._timer.timeout.connect(self._ask_letter)

    def show_count(self, count: int) -> None:
        """Show how many are ticked; with nobody the bar goes away."""
        if count != self._count:
            self._stack.setCurrentIndex(0)
        self._count = count
        self.count.set_words(plural_text("{count} chosen", "{count} chosen", count))
        self.setVisible(count > 0)
        self._count_letter()
        self._fit()

    def allow(self, *, writing: bool) -> None:
        """Say whether the file may be changed; who may be approached may have changed too."""
        for button in self._writing:
            button.setEnabled(writing)
        self._count_letter()

    def ask_label(self, *, gives: bool) -> None:
        """Ask which label to give or take away."""
        self._gives = gives
        complete_one_label(self.label, self._desk)
        words = N_("Give which label?") if gives else N_("Take which label away?")
        self.label_words.set_words(text(words))
        self.label.setAccessibleName(_(words))
        self.label_do.set_words(text(N_("Give")) if gives else text(N_("Take away")))
        self.label.clear()
        self._stack.setCurrentIndex(1)
        self.label.setFocus()

    def stand_on(self, button: Button) -> None:
        """Put the keyboard on a button, or on "More" when that holds it."""
        (self.more if button.isHidden() else button).setFocus()

    # How many of them may get a letter

    def _count_letter(self) -> None:
        if 0 < self._count <= _FEW and self._desk.store is not None:
            self._show_letter(_who_may(self._desk.store, self._ticked()))
        elif self._count:
            self._timer.start()

    def _ask_letter(self) -> None:
        people = self._ticked()
        if people and self._desk.store is not None:
            self._desk.later("people_letter", lambda store: _who_may(store, people), self._show_letter)

    def _show_letter(self, counts: tuple[int, int]) -> None:
        may, everybody = counts
        self.letter.set_words(kinds.letter_words(may, everybody))
        why = say(kinds.why_left_out("letter", everybody - may)) if may < everybody else ""
        for kind in ("letter", "labels", "envelopes"):
            self.papers[kind].setToolTip(why)
            self.papers[kind].setAccessibleDescription(why)
        self._fit()

    # Slots

    def _on_paper(self, kind: kinds.PaperKind) -> None:
        self.asked_paper.emit(kind)

    def _on_export(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_export(menu)
        menu.popup(self.export.mapToGlobal(QPoint(0, 0)) - QPoint(0, menu.sizeHint().height()))

    def _fill_export(self, menu: QMenu) -> None:
        for ending, words in EXPORTS.items():
            menu.addAction(plain(say(words)), partial(self._ask_export, ending))

    def _ask_export(self, ending: str) -> None:
        self.asked_export.emit(ending)

    def _on_label_typed(self, typed: str) -> None:
        warns = self._gives and looks_private(typed)
        self.label_hint.set_words(text(N_("Better not write this down.")) if warns else "")
        self.label_hint.setVisible(warns)

    def _on_label(self) -> None:
        people, name = self._ticked(), self.label.text().strip()
        if not name or not people:
            self.label.setFocus()
            return
        action = actions.label_people if self._gives else actions.unlabel_people
        self._desk.do(bulk.label_label(name, len(people), gives=self._gives), action, people, name)
        self._stop_label()

    def _stop_label(self) -> None:
        self._stack.setCurrentIndex(0)
        self.stand_on(self.give if self._gives else self.take)

    def _on_sign_up(self) -> None:
        self._desk.go("activities", sign_up=tuple(self._ticked()))

    def _on_delete(self) -> None:
        people = self._ticked()
        count = len(people)
        question = plural_text("Delete {count} person?", "Delete {count} people?", count)
        more = text(N_("Their address stays. You can take it back with Undo."))
        yes = plural_text("Delete {count} person", "Delete {count} people", count)
        if self._desk.choosing.sure(self, question, more, yes):
            self._do(bulk.deleted_label(count), bulk.delete_people, people)

    def ask_consent(self) -> BulkConsentDialog:
        """Ask about what, how and when those that are ticked were asked for consent; then note it for all of them."""
        from buurtapp.features.people.ui.bulk_consent import BulkConsentDialog  # noqa: PLC0415 - only when it is opened

        dialog = BulkConsentDialog(self._count, self._desk.clock.today(), self.window())
        dialog.accepted.connect(lambda: self._note(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda _how: self.stand_on(self.asked))
        dialog.open()
        self.opened.emit(dialog)
        return dialog

    def _note(self, dialog: BulkConsentDialog) -> None:
        people, draft = self._ticked(), dialog.draft
        if draft is not None and people:
            count = len(people)
            label = consents.asked_label(count) if draft.state == "asked" else consents.consents_label(count)
            self._do(label, consents.note_consent, people, dialog.purposes, draft)

    def _do(self, label: Text, action: Callable[..., object], people: Sequence[int], *more: object) -> None:
        """Do something with all of them; with very many a bar shows how far it is, and "Stop" leaves all as it was."""
        desk, store = self._desk, self._desk.store
        if store is None or len(people) <= _MANY:
            desk.do(label, action, people, *more)
            return

        def told(_answer: object) -> None:
            desk.saved.emit(True)  # noqa: FBT003 - a signal's shape
            desk.tell(label, undo=True)

        desk.start(label, lambda progress: store.write(label, action, people, *more, progress=progress), told)

    def show_more(self) -> None:
        """Show what there was no room for."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in (*self._deeds, self.clear):
            if button is self.export and button.isHidden():
                self._fill_export(menu.addMenu(plain(button.accessibleName())))
            elif button.isHidden():
                action = menu.addAction(plain(button.accessibleName()), button.click)
                action.setEnabled(button.isEnabled())
        at = self.more.mapToGlobal(QPoint(0, 0))
        menu.popup(at - QPoint(0, menu.sizeHint().height()))

    def _fit(self) -> None:
        """Show the buttons there is room for; the others are under "More"."""
        room = self.width() - 24 - self.count.sizeHint().width() - _GAP
        clear, more = self.clear.sizeHint().width() + _GAP, self.more.sizeHint().width() + _GAP
        wide = [button.sizeHint().width() + _GAP for button in self._deeds]
        is_tight = sum(wide) + clear > room
        if is_tight:
            room -= more
        has_clear = not is_tight or room >= wide[0] + clear
        room -= clear if has_clear else 0
        for button, width in zip(self._deeds, wide, strict=True):
            room -= width
            button.setVisible(room >= 0 or not is_tight)
        self.clear.setVisible(has_clear)
        self.more.setVisible(is_tight)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make room."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Make room, now that the letters are known."""
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape leaves the label, and nothing else."""
        if event.key() == Qt.Key.Key_Escape and self._stack.currentIndex() == 1:
            self._stop_label()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size: what does not fit is under "More"."""
        return QSize(look.current().px(200), super().minimumSizeHint().height())


def _who_may(store: Store, people: Sequence[int]) -> tuple[int, int]:
    """Return how many of these people may get a letter, and how many there are."""
    gone = set(store.read(listing.missing, people))
    there = store.read(cards.cards, [number for number in people if number not in gone])
    return len(parted(there, "letter")[0]), len(there)
