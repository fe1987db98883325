"""The table of who signed up, with what they said as tags, and the sums below it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.core.text import fold
from buurtapp.features.activities.records import SignupFacts, SignupRow
from buurtapp.uikit import theme as look
from buurtapp.uikit.paged_model import Column, Group, ShortModel
from buurtapp.uikit.table import Table
from buurtapp.uikit.words import one_line, say

NAME, ADDRESS, GUESTS, CHILDREN, TAGS = range(5)


@dataclass(frozen=True, slots=True)
class Signed:
    """What is shown of an activity: who signed up, what is to be arranged, and who comes for the first time.

    `sheet_out` is the code of the newest sign-up sheet that did not come home, "" without any.
    """

    rows: Sequence[SignupRow]
    facts: SignupFacts
    new: Collection[int]
    sheet_out: str = ""


def tags_of(row: SignupRow, *, is_new: bool) -> list[str]:
    """Return what stands behind a name: waits, comes for the first time, a lift, what they bring, what to heed."""
    told = [say(text(N_("waiting list")))] if row.waiting else []
    told += [say(text(N_("first time")))] if is_new else []
    told += [say(text(N_("pick up")))] if row.lift else []
    told += [say(text(N_("brings: {what}"), what=one_line(row.brings)))] if row.brings else []
    told += [one_line(row.note)] if row.note else []
    return told


class SignupTable(Table):
    """Those with a place by name; below them the waiting list, in its own order."""

    def __init__(self) -> None:
        self._new: Collection[int] = ()
        self.rows: ShortModel[SignupRow] = ShortModel(
            (
                Column(text(N_("Name")), lambda row: row.person.name.spoken, "strong"),
                Column(text(N_("Address")), lambda row: row.person.door.line, "second", 180),
                Column(text(N_("Guests")), lambda row: str(row.guests or ""), "number", 74),
                Column(text(N_("Children")), lambda row: str(row.children or ""), "number", 84),
                Column(text(N_("To heed")), self._tags, "tags", 250),
            )
        )
        super().__init__(text(N_("Sign-ups")), self.rows)

    def _tags(self, row: SignupRow) -> str:
        return "\n".join(tags_of(row, is_new=row.person.id in self._new))

    def show_signed(self, signed: Signed, keep: int) -> None:
        """Show who signed up; the keyboard stays on the sign-up with number `keep`, else it goes to the first."""
        self._new = signed.new
        firm = sorted((row for row in signed.rows if not row.waiting), key=lambda row: fold(row.person.name.spoken))
        waiting = [row for row in signed.rows if row.waiting]
        if waiting:
            self.rows.set_grouped(
                [
                    (Group(text(N_("On the list")), str(len(firm))), firm),
                    (Group(text(N_("Waiting list")), str(len(waiting))), waiting),
                ]
            )
        else:
            self.rows.set_records(firm)
        at = next((at for at, row in enumerate(self.rows.records()) if row.id == keep), -1)
        if at >= 0:
            self.choose(self.rows.row_of(at))
        else:
            self.choose_first()

    def current(self) -> SignupRow | None:
        """Return the sign-up the keyboard is on."""
        return self.rows.record(self.currentIndex().row())

    def beside(self, number: int) -> int:
        """Return the sign-up below this one, else the one above it, else 0."""
        ids = [one.id for one in self.rows.records()]
        at = ids.index(number)
        return (ids[at + 1 : at + 2] or ids[at - 1 : at] or [0])[0]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave columns out where there is no room: what they say stands in the card below too."""
        super().resizeEvent(event)
        self.setMinimumHeight(look.current().px(150))
        theme, room = look.current(), self.width()
        hidden = set()
        if room < theme.px(760):
            hidden.add(ADDRESS)
        if room < theme.px(560):
            hidden |= {GUESTS, CHILDREN}
        if room < theme.px(420):
            hidden.add(TAGS)
        self.hide_columns(hidden)


def room_words(heads: int, capacity: int | None) -> tuple[Text, bool]:
    """Return how many come of how many that fit, and whether that is too many."""
    if capacity is None:
        return plural_text("{count} person comes.", "{count} people come.", heads), False
    if heads > capacity:
        over = heads - capacity
        return text(N_("{heads} of {capacity}: {over} too many."), heads=heads, capacity=capacity, over=over), True
    left = capacity - heads
    if not left:
        return text(N_("{heads} of {capacity}: full."), heads=heads, capacity=capacity), False
    return (
        plural_text(
            "{heads} of {capacity}: {count} place left.",
            "{heads} of {capacity}: {count} places left.",
            left,
            heads=heads,
            capacity=capacity,
        ),
        False,
    )


def sum_words(facts: SignupFacts) -> list[Text]:
    """Return what is to be arranged, a sentence for each; nothing of what nobody needs."""
    told = []
    if facts.lifts:
        told.append(plural_text("{count} is picked up.", "{count} are picked up.", facts.lifts))
    if facts.brings:
        told.append(plural_text("{count} brings something.", "{count} bring something.", facts.brings))
    if facts.first_timers:
        told.append(
            plural_text("{count} comes for the first time.", "{count} come for the first time.", facts.first_timers)
        )
    return told
