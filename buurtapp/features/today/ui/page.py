"""Vandaag: what comes next, what is still open, and the one thing to do first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, text
from buurtapp.core.store import copies
from buurtapp.features.today import queries
from buurtapp.features.today.records import NextStep, TodayView
from buurtapp.features.today.ui import examples
from buurtapp.features.today.ui.card import in_order
from buurtapp.features.today.ui.coming_card import ComingCard
from buurtapp.features.today.ui.first_card import FirstCard
from buurtapp.features.today.ui.head import ANY_WIDTH, Head
from buurtapp.features.today.ui.row import Row
from buurtapp.features.today.ui.side_cards import CopyCard, GrowthCard
from buurtapp.features.today.ui.task_desk import TaskDesk
from buurtapp.features.today.ui.todo_card import ADD_KEY, ToDoCard
from buurtapp.uikit import theme as look
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Page, Picture

if TYPE_CHECKING:
    from buurtapp.core.store.backup import BackupInfo
    from buurtapp.core.store.changes import Changes

_TABLES = (
    *("person", "address", "activity", "signup", "attendance", "head_count", "sheet", "print_log", "group_info"),
    *("loose_end", "promise", "job", "job_helper", "evaluation", "series", "fund", "phone", "consent"),
)
_TWO_COLUMNS, _SIDE = 860, 310


class TodayPage(Page):
    """The home screen. It is asked anew when it is shown after something changed, never while nobody looks."""

    offers: ClassVar[frozenset[str]] = frozenset({"new", "find"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view: TodayView | None = None
        self._is_stale = False
        self._hour = -1
        self._build()
        self._connect()

    def _build(self) -> None:
        self.head = Head()
        self.first = FirstCard()
        self.coming = ComingCard()
        self.to_do = ToDoCard()
        self.tasks = TaskDesk(self.desk, self.to_do)
        self.growth = GrowthCard()
        self.copy = CopyCard()
        inner = QWidget()
        inner.setProperty("kind", "scrolled")
        box = QVBoxLayout(inner)
        box.setContentsMargins(24, 12, 24, 24)
        box.setSpacing(12)
        box.addWidget(self.head)
        box.addLayout(self._cards())
        box.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        self._fold()

    def _cards(self) -> QBoxLayout:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(24)
        left = QVBoxLayout()
        left.setSpacing(16)
        for card in (self.first, self.coming, self.to_do):
            left.addWidget(card)
        left.addStretch(1)
        self._side = QWidget()
        right = QVBoxLayout(self._side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(16)
        for side in (self.growth, self.copy):
            right.addWidget(side)
        right.addStretch(1)
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self._side)
        return self._columns

    def _connect(self) -> None:
        desk = self.desk
        self.head.search_field.returnPressed.connect(self._search_everything)
        self.head.search_field.went_down.connect(self._go_down)
        self.first.read_asked.connect(lambda: desk.go("people", importing=True))
        self.first.plan_asked.connect(self.new)
        self.first.help_asked.connect(lambda: desk.go("help"))
        self.coming.plan_asked.connect(self.new)
        self.coming.all_asked.connect(lambda: desk.go("activities"))
        self.coming.opened.connect(lambda number: desk.go("activities", activity=number))
        self.coming.step_asked.connect(self._take_step)
        self.to_do.left_up.connect(self.focus_first)
        adds = QShortcut(QKeySequence(ADD_KEY), self)
        adds.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        adds.activated.connect(self.tasks.add)
        self.growth.people_asked.connect(lambda: desk.go("people"))
        self.copy.copy_asked.connect(self._make_copy)
        desk.copies_changed.connect(self.refresh)

    # What is shown

    def refresh(self, changes: Changes | None = None) -> None:
        """Show what is true now; while nobody looks, only remember that something changed."""
        if changes is not None and not changes.touches(*_TABLES):
            return
        if changes is not None and not self.isVisible():
            self._is_stale = True
            return
        store = self.desk.store
        if store is not None:
            made_at = copies.newest(store.path)
            now = self.desk.clock.now()
            self.show_view(self.desk.read(queries.today_view, now, made_at), made_at)

    def show_view(self, view: TodayView, made_at: datetime | None) -> None:
        """Show this; `made_at` is when the newest copy was made (aware)."""
        self.view = view
        self._is_stale = False
        now = self.desk.clock.now()
        here = local(now)
        self._hour = here.hour
        had_keyboard = self._has_keyboard()
        self.head.show_group(view.group, here)
        self.first.show_group(view.group)
        self.first.setVisible(not view.people)
        self.coming.setVisible(bool(view.people or view.coming_up))
        self.to_do.setVisible(bool(view.people or view.papers_out or view.not_counted or view.tasks))
        self.growth.setVisible(bool(view.people))
        self.coming.show_view(view, here.date())
        self.to_do.show_view(view, here.date())
        self.growth.show_view(view)
        self.copy.show_view(view, made_at, now)
        for button in filter(None, (self.coming.main_button, self.to_do.main_button)):
            button.installEventFilter(self)
        for row in self.coming.rows:
            row.stepped.connect(lambda by, row=row: self._step(row, by))
        coming, to_do = self.coming.in_reading_order(), self.to_do.in_reading_order()
        in_order([self.head.search_field, *coming, *to_do, self.growth.people_button, self.copy.button])
        if had_keyboard:
            self.focus_first()

    def _has_keyboard(self) -> bool:
        """Return whether the keyboard is at something that is about to be made anew."""
        holder = QApplication.focusWidget()
        in_list = holder is not None and holder is self.to_do.main_button
        return in_list or (holder is not None and self.coming.isAncestorOf(holder))

    def show_place(self, **_where: object) -> None:
        """Show the home screen as it is at this hour."""
        if self._is_stale or self._hour != local(self.desk.clock.now()).hour:
            self.refresh()
        self.area.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Put the keyboard on the main button, or on the first thing there is."""
        rows = (*(self.to_do.rows if self.to_do.isVisibleTo(self) else ()), *self.coming.rows)
        for widget in (self._main_button(), *rows, self.head.search_field):
            if widget is not None and not widget.isHidden():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _main_button(self) -> QWidget | None:
        view = self.view
        if view is None:
            return None
        if not view.people:
            return self.first.read_button
        return (
            self.coming.main_button
            or self.to_do.main_button
            or (self.copy.button if view.next_step.kind == "make_copy" else None)
        )

    def search(self) -> None:
        """Put the keyboard in the search field."""
        self.head.search_field.setFocus()

    def new(self) -> None:
        """Plan an activity."""
        self.desk.go("activities", new=True)

    def pictures(self) -> list[Picture]:
        """Return the home screen in its states."""
        here = local(self.desk.clock.now())
        made: list[tuple[str, Callable[[TodayView], TodayView]]] = [
            ("02-vandaag-te-doen", lambda view: examples.with_to_dos(view, here)),
            ("02-vandaag-te-laat", lambda view: examples.late_tasks(view, here)),
            ("02-vandaag-veel-taken", lambda view: examples.many_tasks(view, here)),
            ("02-vandaag-invoeren", lambda view: examples.all_printed(view, here)),
            ("02-vandaag-kopie", examples.old_copy),
            ("02-vandaag-geen-plannen", examples.nothing_planned),
            ("02-vandaag-leeg", examples.empty),
            ("02-vandaag-lange-woorden", lambda view: examples.long_words(view, here)),
        ]
        changed = [Picture(name, partial(self._show_changed, change)) for name, change in made]
        adding = Picture("02-vandaag-taak-erbij", self._show_adding)
        return [Picture("02-vandaag", self._show_true), adding, *changed]

    def _show_true(self) -> None:
        self.refresh()
        self.focus_first()

    def _show_adding(self) -> None:
        """Show the line for a task, filled in, with what is wrong with it."""
        self.refresh()
        self.tasks.show_example()
        self.area.ensureWidgetVisible(self.to_do)

    def _show_changed(self, change: Callable[[TodayView], TodayView]) -> None:
        """Show what is true, changed in one way."""
        self.tasks.close()
        self.refresh()
        if self.view is not None:
            days = {"very_old": 34}.get(change(self.view).copy_age, 2)
            self.show_view(change(self.view), self.desk.clock.now() - timedelta(days=days))
        self.focus_first()
        self.area.verticalScrollBar().setValue(0)

    # Answers to buttons and keys

    def _search_everything(self) -> None:
        self.desk.go("people", search=self.head.search_field.text())

    def _take_step(self, step: NextStep) -> None:
        number = step.activity_id
        if step.kind == "take_attendance":
            self.desk.go("activities", door=number)
        elif step.kind == "make_flyer":
            self.desk.go("press", activity=number)
        else:
            self.desk.go("activities", activity=number, tab="paper" if step.kind == "print_list" else "runsheet")

    def _make_copy(self) -> None:
        store = self.desk.store
        if store is not None:
            self.desk.start(text(N_("Making a copy")), lambda _progress: store.backup(), self._copied)

    def _copied(self, info: BackupInfo) -> None:
        self.desk.tell(text(N_("Copy made and checked: {name}."), name=info.file.name))
        self.desk.copies_changed.emit()

    def _go_down(self) -> None:
        if self.to_do.rows and self.to_do.isVisibleTo(self):
            self.to_do.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_first()

    def _step(self, row: Row, by: int) -> None:
        rows = self.coming.rows
        at = rows.index(row) + by
        if 0 <= at < len(rows):
            rows[at].setFocus(Qt.FocusReason.OtherFocusReason)
        elif at > 0:
            self._go_down()

    # Qt's names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go from the main button down to what is to do."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            self._go_down()
            return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show what changed while another screen was looked at."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the cards beside or below each other."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take the sizes of another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold()

    def _fold(self) -> None:
        theme = look.current()
        is_wide = self.width() - 48 >= theme.px(_TWO_COLUMNS)
        right, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.head.fold(is_wide=is_wide)
        self._columns.setDirection(right if is_wide else down)
        self._columns.setSpacing(24 if is_wide else 16)
        self._side.setMinimumWidth(theme.px(_SIDE) if is_wide else 0)
        self._side.setMaximumWidth(theme.px(_SIDE) if is_wide else ANY_WIDTH)
