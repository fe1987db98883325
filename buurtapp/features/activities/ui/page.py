"""The workspace of activities: the calendar, one activity, a new one, the door, and lists that came home."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.activities.ui import pictures as states
from buurtapp.features.activities.ui.activity_view import ActivityView
from buurtapp.features.activities.ui.calendar_view import CalendarView
from buurtapp.features.activities.ui.chooser_view import ChooserView
from buurtapp.features.activities.ui.entry_views import ENTRY_VIEWS
from buurtapp.features.activities.ui.new_view import NewView
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Page, Picture

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes
    from buurtapp.features.activities.ui.door import DoorView
    from buurtapp.features.activities.ui.sheet_entry import SheetEntryView
    from buurtapp.features.sheets.forms.ui.entry_view import FormEntryView

_TABLES = (
    *("activity", "signup", "attendance", "head_count", "sheet", "group_info", "series", "series_skip"),
    *("person", "address", "street", "label", "person_label"),
    *("job", "job_helper", "run_sheet_facts", "own_run_sheet", "run_sheet_setting"),
    *("evaluation", "fund", "budget_line", "receipt", "photo", "promise"),
)


class ActivitiesPage(Page):
    """Shows one of its screens at a time; what is pressed there leads to another of them."""

    offers: ClassVar[frozenset[str]] = frozenset({"new", "print", "find"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._door: DoorView | None = None
        self._entry: SheetEntryView | None = None
        self._form: FormEntryView | None = None
        self._others: dict[str, Any] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        self.calendar = CalendarView(self.desk)
        self.activity = ActivityView(self.desk)
        self.new_one = NewView(self.desk)
        self.chooser = ChooserView(self.desk)
        self.stack = QStackedWidget()
        for view in (self.calendar, self.activity, self.new_one, self.chooser):
            self.stack.addWidget(view)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.stack)

    def _connect(self) -> None:
        self.calendar.opened.connect(self.show_activity)
        self.calendar.wanted_new.connect(self.show_new)
        self.activity.closed.connect(self.show_calendar)
        self.activity.copied.connect(lambda number: self.show_activity(number, "overview"))
        self.activity.wanted_print.connect(self._print_list)
        self.activity.wanted_door.connect(self.show_door)
        self.activity.wanted_entry.connect(self.show_entry)
        self.new_one.added.connect(lambda number: self.show_activity(number, "overview"))
        self.new_one.closed.connect(self.show_calendar)
        self.chooser.signed_up.connect(lambda number: self.show_activity(number, "signups"))
        self.chooser.closed.connect(self.show_calendar)

    # What is shown

    def add_panel(self, make: Callable[[Desk], QWidget]) -> None:
        """Show the papers of a higher feature beside the lists of an activity."""
        self.activity.paper.add_panel(make)

    def refresh(self, changes: Changes | None = None) -> None:
        """Show what is true now."""
        shown = self.stack.currentWidget()
        if shown is not None and shown in (self._door, self._entry, self._form, *self._others.values()):
            refresh = getattr(shown, "refresh", None)
            if refresh is not None:
                refresh(changes)
        elif changes is not None and not changes.touches(*_TABLES):
            return
        elif shown is self.calendar:
            self.calendar.refresh()
        elif shown is self.chooser:
            self.chooser.refresh()
        elif shown is self.activity and not self.activity.refresh():
            self.show_calendar()

    def show_place(self, **where: object) -> None:
        """Show an activity, a new one, the door of one, a list that came home, or the calendar."""
        people = where.get("sign_up")
        if where.get("activity") is not None:
            self.show_activity(int(str(where["activity"])), str(where.get("tab", "")))
        elif where.get("door") is not None:
            self.show_door(int(str(where["door"])))
        elif isinstance(where.get("sheet"), str):
            self.show_entry(str(where["sheet"]))
        elif isinstance(people, Sequence):
            self.show_chooser([int(str(number)) for number in people])
        elif where.get("new"):
            when = where.get("day")
            self.show_new(when if isinstance(when, date) else self.desk.clock.today() + timedelta(days=7))
        else:
            self.show_calendar()

    def show_calendar(self) -> None:
        """Show the month."""
        self._show(self.calendar)
        self.calendar.refresh()

    def show_activity(self, number: int, tab: str = "") -> None:
        """Show an activity, perhaps at one of its tabs; the calendar when it is gone."""
        if self.activity.show_activity(number, tab):
            self._show(self.activity)
        else:
            self.show_calendar()

    def show_new(self, day: date) -> None:
        """Begin a new activity on a day."""
        self.new_one.begin(day)
        self._show(self.new_one)

    def show_chooser(self, people: Sequence[int]) -> None:
        """Ask to which activity these people are coming."""
        self.chooser.begin(people)
        self._show(self.chooser)

    def show_door(self, number: int) -> None:
        """Show who is here."""
        door = self._door_view()
        door.show_activity(number)
        self._show(door)

    def show_entry(self, code: str) -> None:
        """Show the printed list with this code, to fill it in; "" asks for the code."""
        entry = self._entry_view()
        self._show(entry)
        # Last: the code may be that of a form, which has a screen of its own.
        entry.begin(code)

    def _door_view(self) -> DoorView:
        if self._door is None:
            from buurtapp.features.activities.ui.door import DoorView  # noqa: PLC0415 - only on the day itself

            self._door = DoorView(self.desk)
            self.stack.addWidget(self._door)
            self._door.closed.connect(self._go_back)
        return self._door

    def _entry_view(self) -> SheetEntryView:
        if self._entry is None:
            from buurtapp.features.activities.ui.sheet_entry import SheetEntryView  # noqa: PLC0415 - only afterwards

            self._entry = SheetEntryView(self.desk)
            self.stack.addWidget(self._entry)
            self._entry.closed.connect(self._go_back)
            self._entry.form_found.connect(self.show_form)
            self._entry.other_found.connect(self.show_other)
        return self._entry

    def show_form(self, code: str, serial: int = 0, enter_follows: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's shape
        """Show the registration form with this code, to type it over; people and scanners type Enter behind a code."""
        view = self._form_view()
        if view.begin(code, serial or None):
            self._show(view)
            view.expect_enter(yes=enter_follows)

    def show_other(self, kind: str, code: str) -> None:
        """Show the screen that reads this kind of paper back."""
        view = self._others.get(kind)
        if view is None:
            module, _, name = ENTRY_VIEWS[kind].partition(":")
            view = self._others[kind] = getattr(importlib.import_module(module), name)(self.desk)
            self.stack.addWidget(view)
            view.closed.connect(self._go_back)
            view.another.connect(lambda: self.show_entry(""))
        if view.begin(code):
            self._show(view)

    def _form_view(self) -> FormEntryView:
        if self._form is None:
            from buurtapp.features.sheets.forms.ui.entry_view import FormEntryView  # noqa: PLC0415 - only afterwards

            self._form = FormEntryView(self.desk)
            self.stack.addWidget(self._form)
            self._form.closed.connect(self._go_back)
            self._form.another.connect(lambda: self.show_entry(""))
        return self._form

    def _go_back(self) -> None:
        """Leave the door or a list: back to the activity it was opened from, else to the calendar."""
        card = self.activity.card
        if card is not None:
            self.show_activity(card.id)
        else:
            self.show_calendar()
        self.focus_first()

    def _show(self, view: QWidget) -> None:
        before = self.stack.currentWidget()
        if before is view:
            return
        if before is self.activity:
            self.activity.leave()
        if view is self.calendar:
            self.activity.card = None
        self.stack.setCurrentWidget(view)
        if self.isVisible():
            self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard where the work of this screen begins."""
        focus = getattr(self.stack.currentWidget(), "focus_first", None)
        if focus is not None:
            focus()

    # The commands of the menu

    def new(self) -> None:
        """Begin a new activity, on the day that is chosen in the calendar."""
        if self.stack.currentWidget() is not self.new_one:
            self.calendar.ask_new()

    def print_it(self) -> None:
        """Print the attendance list of the activity that is shown; of the calendar its agenda."""
        if self.stack.currentWidget() is self.activity:
            self.activity.print_list()
        elif self.stack.currentWidget() is self.calendar and self.calendar.board.side.is_any:
            self.calendar.print_agenda()
        else:
            self.desk.tell(text(N_("Open an activity first. Then its list can be printed.")), "info")

    def search(self) -> None:
        """Put the keyboard in the field that signs people up; in the calendar in that of the list."""
        if self.stack.currentWidget() is self.calendar:
            self.calendar.search()
            return
        if self.stack.currentWidget() is self.activity:
            self.activity.show_tab("signups")
        self.focus_first()

    def _print_list(self, number: int) -> None:
        from buurtapp.features.activities.ui.print_list import print_attendance  # noqa: PLC0415 - brings the paper in

        print_attendance(self.desk, number, self)

    def pictures(self) -> list[Picture]:
        """Return every state worth looking at."""
        made = states.of_page(self)
        for view in (self._door_view(), self._entry_view(), self._form_view()):
            own = getattr(view, "pictures", None)
            made += [_shown(self, view, one) for one in own()] if own is not None else []
        return made + self._paper_pictures()

    def _paper_pictures(self) -> list[Picture]:
        from buurtapp.features.activities.ui import print_list  # noqa: PLC0415 - brings the paper in

        return print_list.pictures(self.desk, self)


def _shown(page: ActivitiesPage, view: QWidget, picture: Picture) -> Picture:
    """Return a picture of a screen that is shown by this page."""

    def show() -> QWidget | None:
        page.stack.setCurrentWidget(view)
        return picture.show()

    return Picture(picture.name, show)
