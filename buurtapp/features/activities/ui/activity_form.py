"""The fields of an activity: the same for a new one and for one that is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from PySide6.QtWidgets import QLineEdit, QSizePolicy

from buurtapp.core.errors import DraftInvalid, DraftProblem
from buurtapp.core.i18n import N_, text
from buurtapp.features.activities import rules
from buurtapp.features.activities.records import ActivityDraft
from buurtapp.features.activities.ui.person_edit import PersonEdit
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import Field, Form, choice, day_field, line, number_field, paragraph
from buurtapp.uikit.words import clock_time

_SOURCES = (
    ("resident", text(N_("A resident"))),
    ("helper", text(N_("A helper"))),
    ("organisation", text(N_("An organisation"))),
    ("council", text(N_("The council"))),
)
_TEXTS = ("title", "place", "cost", "kind", "for_whom", "organiser", "text")
_FIELD_OF = {"starts_at": "start", "ends_at": "end", "contact_person_id": "contact"}


class ActivityForm(Form):
    """The fields. `draft` reads them, `show_draft` fills them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._days_long = timedelta()
        self.contact = PersonEdit(desk)
        self._build()

    def _build(self) -> None:
        self.add(("title", line(text(N_("Title")))))
        self.add(
            ("day", day_field(text(N_("Day")))),
            ("start", line(text(N_("Starts at")), placeholder=time_words(time(14)))),
            ("end", line(text(N_("Ends at")), placeholder=time_words(time(16)))),
            stretch=(6, 3, 3),
        )
        self.add(
            ("place", line(text(N_("Where")))),
            ("capacity", number_field(text(N_("Places")), 0, rules.LARGEST_CAPACITY, none="–")),
            ("cost", line(text(N_("Costs")))),
            stretch=(6, 3, 3),
        )
        self.add(
            ("source", choice(text(N_("Whose idea was it?")), _SOURCES)),
            ("kind", line(text(N_("Kind of activity")))),
            ("for_whom", line(text(N_("For whom?")))),
        )
        self.add(
            ("organiser", line(text(N_("Who organises it?")))),
            ("contact", Field(text(N_("Contact person")), self.contact)),
        )
        self.add(("text", paragraph(text(N_("What are we going to do?")), 4)))
        for name in ("title", "place", "capacity", "cost", "day", "source"):
            # Long words or large letters do not push the fields apart.
            self.field(name).input.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_draft(self, draft: ActivityDraft, contact_name: str = "", *, keep: frozenset[str] = frozenset()) -> None:
        """Fill the fields, except those to keep, in which somebody is typing."""
        starts_at, ends_at = draft.starts_at, draft.ends_at
        self._days_long = (
            ends_at.date() - starts_at.date() if ends_at is not None and starts_at is not None else timedelta()
        )
        values: dict[str, object] = {name: getattr(draft, name) for name in _TEXTS}
        values["start"] = clock_time(starts_at) if starts_at is not None else ""
        values["end"] = clock_time(ends_at) if ends_at is not None else ""
        values["capacity"] = draft.capacity or 0
        values["source"] = draft.source
        if starts_at is not None:
            values["day"] = starts_at.date()
        if "contact" not in keep:
            self.contact.person_id = draft.contact_person_id
            values["contact"] = contact_name
        for name, value in values.items():
            if name not in keep:
                self.set_value(name, value)

    def draft(self) -> ActivityDraft:
        """Return what the fields say; raises DraftInvalid for times and names that nobody understands."""
        found = [
            DraftProblem(name, text(N_("Write a time like 14.30.")))
            for name in ("start", "end")
            if self.text(name).strip() and rules.parse_time(self.text(name)) is None
        ]
        if not self.contact.is_settled():
            found.append(DraftProblem("contact", text(N_("Choose somebody from the list, or leave it empty."))))
        day, start, end = self.value("day"), rules.parse_time(self.text("start")), rules.parse_time(self.text("end"))
        assert isinstance(day, date)
        capacity = int(str(self.value("capacity")))
        made = ActivityDraft(
            self.text("title"),
            _moment(day, start),
            ends_at=_moment(day + self._days_long, end),
            capacity=capacity or None,
            source=str(self.value("source")),
            contact_person_id=self.contact.person_id,
        )
        made = replace(made, **{name: self.text(name) for name in _TEXTS})  # type: ignore[arg-type]
        if found:
            told = {problem.field for problem in found}
            raise DraftInvalid([one for one in rules.problems(made) if _FIELD_OF.get(one.field) not in told] + found)
        return made

    def tidy_times(self) -> None:
        """Write the times as they are written everywhere: "14" becomes "14.00"."""
        for name in ("start", "end"):
            when = rules.parse_time(self.text(name))
            if when is not None:
                self.set_value(name, time_words(when))

    def show_wrong(self, problems: Sequence[DraftProblem], *, go_there: bool = True) -> None:
        """Say below the fields what is wrong; the keyboard goes there, unless somebody is on the way elsewhere."""
        told = [DraftProblem(_FIELD_OF.get(problem.field, problem.field), problem.text) for problem in problems]
        if go_there:
            self.show_problems(told)
            return
        self.show_problems([])
        for problem in told:
            self.field(problem.field).set_problem(problem.text)

    def lines(self) -> list[QLineEdit]:
        """Return the fields of one line."""
        inputs = [self.field(name).input for name in ("title", "start", "end", "place", "cost", "organiser", "kind")]
        return [one for one in inputs if isinstance(one, QLineEdit)]


def time_words(when: time) -> str:
    """Return a time as it is written here."""
    return clock_time(datetime.combine(date(2000, 1, 1), when))


def _moment(day: date, at: time | None) -> datetime | None:
    return datetime.combine(day, at) if at is not None else None
