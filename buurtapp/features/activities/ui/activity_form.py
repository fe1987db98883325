"""The fields of an activity: the same for a new one and for one that is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtWidgets import QLineEdit, QSizePolicy, QSpinBox

from buurtapp.core.errors import DraftInvalid, DraftProblem
from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.activities import advice, rules
from buurtapp.features.activities.places.records import Place
from buurtapp.features.activities.records import ActivityDraft
from buurtapp.features.activities.ui.person_edit import PersonEdit
from buurtapp.features.activities.ui.place_edit import PlaceEdit
from buurtapp.uikit.controls import Button, Note
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.form import Field, Form, choice, day_field, line, number_field, paragraph, tick
from buurtapp.uikit.words import clock_time

_SOURCES = (
    ("resident", text(N_("A resident"))),
    ("helper", text(N_("A helper"))),
    ("organisation", text(N_("An organisation"))),
    ("council", text(N_("The council"))),
)
_TEXTS = ("title", "purpose", "place", "cost", "organiser", "anyway", "kind", "for_whom", "text")
_NUMBERS = ("capacity", "asked_by", "expected")
_FIELD_OF = {"starts_at": "start", "ends_at": "end", "contact_person_id": "contact"}
_DAY = timedelta(days=1)
NAMES = (
    *("title", "purpose", "day", "start", "end", "place", "capacity", "cost"),
    *("organiser", "contact", "source", "asked_by", "anyway"),
    *("kind", "for_whom", "expected", "text", "highlight"),
)
"""All fields, in the order of reading."""


class ActivityForm(Form):
    """The fields. `draft` reads them, `show_draft` fills them; what nobody touched stays as it was, to the letter."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._base = ActivityDraft("", None)
        self._shown: dict[str, object] = {}
        self._days_long = self._days_shown = timedelta()
        self._heads = 0
        self.contact = PersonEdit(desk)
        self.place = PlaceEdit(desk)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.add(("title", line(text(N_("Title")))))
        self.add(("purpose", line(text(N_("Why do we do this?")))))
        self._build_when_and_where()
        self.add(
            ("organiser", line(text(N_("Who organises it?")))),
            ("contact", Field(text(N_("Contact person")), self.contact)),
        )
        self.add(
            ("source", choice(text(N_("Whose idea was it?")), _SOURCES)),
            ("asked_by", number_field(text(N_("Residents who asked for it")), 0, rules.LARGEST_CAPACITY, none="–")),
            ("anyway", line(text(N_("Nobody asked? We do it anyway, because…")))),
            stretch=(3, 3, 6),
        )
        self.asking = Note("care")
        self.asking.hide()
        self.add_widget(self.asking)
        self.add(
            ("kind", line(text(N_("Kind of activity")))),
            ("for_whom", line(text(N_("For whom?")))),
            ("expected", number_field(text(N_("How many do we expect?")), 0, rules.LARGEST_CAPACITY, none="–")),
            stretch=(4, 4, 4),
        )
        self.add(("text", paragraph(text(N_("What are we going to do?")), 3)))
        self.add(("highlight", tick(text(N_("Stands out on the poster of the month")))))
        for name in ("title", "purpose", "place", "capacity", "cost", "day", "source", "asked_by", "expected"):
            # Long words or large letters do not push the fields apart.
            self.field(name).input.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _build_when_and_where(self) -> None:
        self.add(
            ("day", day_field(text(N_("Day")))),
            ("start", line(text(N_("Starts at")), placeholder=time_words(time(14)))),
            ("end", line(text(N_("Ends at")), placeholder=time_words(time(16)))),
            stretch=(6, 3, 3),
        )
        self.next_day = Button(text(N_("It ends the next day")), icon="moon")
        self.same_day = Button(text(N_("It ends on the same day")), icon="sun")
        self._nights = FlowRow((self.next_day, self.same_day))
        for button in (self.next_day, self.same_day, self._nights):
            button.hide()
        self.add_widget(self._nights)
        self.add(
            ("place", Field(text(N_("Where")), self.place)),
            ("capacity", number_field(text(N_("Places")), 0, rules.LARGEST_CAPACITY, none="–")),
            ("cost", line(text(N_("Costs")))),
            stretch=(6, 3, 3),
        )

    def _connect(self) -> None:
        self.edited.connect(self._advise)
        self.committed.connect(self._advise)
        for name in _NUMBERS:
            box = self.field(name).input
            if isinstance(box, QSpinBox):
                # `edited` comes before the box knows its new value.
                box.valueChanged.connect(lambda _value: self._advise())
        self.place.chosen.connect(self._on_place)
        self.next_day.clicked.connect(lambda: self._end_after(_DAY))
        self.same_day.clicked.connect(lambda: self._end_after(timedelta()))

    # What is shown

    def show_draft(
        self, draft: ActivityDraft, contact_name: str = "", *, heads: int = 0, keep: frozenset[str] = frozenset()
    ) -> None:
        """Fill the fields, except those to keep, in which somebody is typing; `heads` is how many signed up."""
        starts_at, ends_at = draft.starts_at, draft.ends_at
        self._base, self._heads = draft, heads
        if not keep & {"day", "start", "end"}:
            has_both = ends_at is not None and starts_at is not None
            self._days_long = ends_at.date() - starts_at.date() if has_both else timedelta()  # type: ignore[union-attr]
            self._days_shown = self._days_long
        values: dict[str, object] = {name: getattr(draft, name) for name in _TEXTS}
        values |= {name: getattr(draft, name) or 0 for name in _NUMBERS}
        values["start"] = clock_time(starts_at) if starts_at is not None else ""
        values["end"] = clock_time(ends_at) if ends_at is not None else ""
        values |= {"source": draft.source, "highlight": draft.highlight}
        if starts_at is not None:
            values["day"] = starts_at.date()
        if "contact" not in keep:
            self.contact.person_id = draft.contact_person_id
            values["contact"] = contact_name
        for name, value in values.items():
            if name not in keep:
                self.set_value(name, value)
        self._shown.update({name: self.value(name) for name in NAMES if name not in keep})
        self._advise()

    def values(self) -> dict[str, object]:
        """Return what stands in all fields."""
        return {**{name: self.value(name) for name in NAMES}, "days_long": self._days_long}

    def changed(self) -> frozenset[str]:
        """Return the names of the fields that hold something else than was shown."""
        found = {name for name in NAMES if self.value(name) != self._shown.get(name)}
        if self._days_long != self._days_shown:
            found.add("end")
        return frozenset(found)

    def settle(self, values: Mapping[str, object], draft: ActivityDraft) -> None:
        """Take what was saved as what was shown; what was typed since is still new."""
        self._base = draft
        self._shown.update({name: values[name] for name in NAMES if self.value(name) == values[name]})
        if self._days_long == values["days_long"]:
            self._days_shown = self._days_long

    # What was typed

    def draft(self) -> ActivityDraft:
        """Return what the fields say; raises DraftInvalid for times and names that nobody understands."""
        found = [
            DraftProblem(name, text(N_("Write a time like 14.30.")))
            for name in ("start", "end")
            if self.text(name).strip() and rules.parse_time(self.text(name)) is None
        ]
        if not self.contact.is_settled():
            found.append(DraftProblem("contact", text(N_("Choose somebody from the list, or leave it empty."))))
        made = self._typed()
        if found:
            told = {problem.field for problem in found}
            raise DraftInvalid([one for one in rules.problems(made) if _FIELD_OF.get(one.field) not in told] + found)
        return made

    def _typed(self) -> ActivityDraft:
        """Return the draft with what was changed; a line that was not touched keeps its line breaks, and so on."""
        changed = self.changed()
        made: dict[str, Any] = {name: self.text(name) for name in _TEXTS if name in changed}
        made |= {name: int(str(self.value(name))) or None for name in _NUMBERS if name in changed}
        made |= {name: self.value(name) for name in ("source", "highlight") if name in changed}
        made["contact_person_id"] = self.contact.person_id
        if changed & {"day", "start", "end"}:
            made["starts_at"], made["ends_at"] = self._times()
        return replace(self._base, **made)

    def _times(self) -> tuple[datetime | None, datetime | None]:
        day = self.value("day")
        assert isinstance(day, date)
        start, end = rules.parse_time(self.text("start")), rules.parse_time(self.text("end"))
        return _moment(day, start), _moment(day + self._days_long, end)

    def tidy_times(self) -> None:
        """Write the times as they are written everywhere: "14" becomes "14.00"."""
        for name in ("start", "end"):
            when = rules.parse_time(self.text(name))
            if when is not None:
                self.set_value(name, time_words(when))

    # What is wrong, and what somebody should know

    def show_wrong(self, problems: Sequence[DraftProblem], *, go_there: bool = True) -> None:
        """Say below the fields what is wrong; the keyboard goes there, unless somebody is on the way elsewhere."""
        told = [DraftProblem(_FIELD_OF.get(problem.field, problem.field), problem.text) for problem in problems]
        if go_there:
            self.show_problems(told)
            return
        self.show_problems([])
        for problem in told:
            self.field(problem.field).set_problem(problem.text)

    def _advise(self, _name: str = "") -> None:
        """Say what may be so and yet should be known: nothing of it stands in the way of saving."""
        draft = self._typed()
        self.field("capacity").set_hint(advice.places(draft.capacity, self._heads) or "", "care")
        asking = advice.asking(draft)
        self.asking.setVisible(asking is not None)
        if asking is not None:
            self.asking.set_words(asking)
        self.field("day").set_hint(advice.night(draft) or "", "care")
        self._offer_night()

    def _offer_night(self) -> None:
        starts_at, ends_at = self._times()
        days = self._days_long.days
        is_offered = False
        if starts_at is not None and ends_at is not None:
            is_offered = days == 0 and rules.may_end_next_day(starts_at, ends_at)
        self.next_day.setVisible(is_offered)
        self.same_day.setVisible(days > 0)
        self._nights.setVisible(is_offered or days > 0)
        self.field("end").set_hint(
            plural_text("{count} day later", "{count} days later", days) if days > 0 else "", "second"
        )

    def _end_after(self, days: timedelta) -> None:
        self._days_long = days
        self.field("end").input.setFocus()
        self.committed.emit("end")

    def _on_place(self, place: Place) -> None:
        """Fill in how many people fit in a place used before, unless somebody filled that in."""
        if place.capacity is not None and not self.value("capacity"):
            self.set_value("capacity", place.capacity)
        self.committed.emit("place")

    def lines(self) -> list[QLineEdit]:
        """Return the fields of one line."""
        inputs = [self.field(name).input for name in NAMES if name != "contact"]
        return [one for one in inputs if isinstance(one, QLineEdit)]


def time_words(when: time) -> str:
    """Return a time as it is written here."""
    return clock_time(datetime.combine(date(2000, 1, 1), when))


def _moment(day: date, at: time | None) -> datetime | None:
    return datetime.combine(day, at) if at is not None else None
