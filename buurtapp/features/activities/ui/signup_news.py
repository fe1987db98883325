"""Who got a place from the waiting list since the list was last seen: they do not know it yet."""

from __future__ import annotations

from collections.abc import Sequence

from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.activities.records import SignupRow
from buurtapp.uikit.controls import Button, Note
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.words import one_line

_MOST = 6


def tell_waiting(desk: Desk, waiting: int) -> None:
    """Say that some did not fit any more; nothing when all have a place."""
    if waiting:
        desk.tell(
            plural_text(
                "It is full: {count} person is on the waiting list.",
                "It is full: {count} people are on the waiting list.",
                waiting,
            ),
            "care",
            undo=True,
        )


class MovedUp(Note):
    """Stays until it is said that they were called, or until they wait again (somebody took a step back)."""

    def __init__(self) -> None:
        super().__init__("info")
        self._waited: frozenset[int] = frozenset()
        self._moved: dict[int, str] = {}
        self.words = text("")
        self.called_button = Button(text(N_("They were called")), "secondary", "check")
        self.row.addWidget(self.called_button)
        self.called_button.clicked.connect(self._called)
        self.hide()

    def forget(self) -> None:
        """Begin anew with another activity."""
        self._waited = frozenset()
        self._moved = {}
        self.hide()

    def look_at(self, rows: Sequence[SignupRow]) -> bool:
        """Compare the list of now with the one before; tells whether somebody moved up since."""
        before = set(self._moved)
        placed = {row.person.id: row.person.name.spoken for row in rows if not row.waiting}
        for number in self._waited:
            if number in placed:
                self._moved[number] = placed[number]
        self._moved = {number: name for number, name in self._moved.items() if number in placed}
        self._waited = frozenset(row.person.id for row in rows if row.waiting)
        names = [one_line(name) for name in self._moved.values()]
        shown = ", ".join(names[:_MOST]) + ("…" if len(names) > _MOST else "")
        self.words = text(N_("A place from the waiting list for: {names}. Call them."), names=shown)
        self.setVisible(bool(names))
        self.set_words(self.words)
        return not before.issuperset(self._moved)

    def _called(self) -> None:
        self._moved = {}
        self.hide()
