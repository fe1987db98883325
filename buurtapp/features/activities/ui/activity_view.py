"""One activity: head, tabs, and the card that stays beside them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.activities import queries, rules
from buurtapp.features.activities.records import ActivityCard
from buurtapp.features.activities.runsheet import queries as run_sheets
from buurtapp.features.activities.series import queries as series_queries
from buurtapp.features.activities.series import words as series_words
from buurtapp.features.activities.ui.activity_head import ActivityHead
from buurtapp.features.activities.ui.activity_tabs import TabButton
from buurtapp.features.activities.ui.after_tab import AfterTab
from buurtapp.features.activities.ui.overview_tab import OverviewTab
from buurtapp.features.activities.ui.paper_tab import PaperTab
from buurtapp.features.activities.ui.runsheet_tab import RunSheetTab
from buurtapp.features.activities.ui.short_card import ShortCard
from buurtapp.features.activities.ui.signups_tab import SignupsTab
from buurtapp.features.group import queries as groups
from buurtapp.features.sheets import queries as sheets
from buurtapp.features.sheets.records import SheetInfo
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Line
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.page import column
from buurtapp.uikit.words import Words

TABS = ("overview", "runsheet", "signups", "paper", "after")
_SIDE, _LEAST = 304, 470


class ActivityView(QWidget):
    """An activity. What is wanted of other screens comes as signals, with the number of the activity."""

    closed = Signal()
    copied = Signal(int)
    wanted_print = Signal(int)
    wanted_door = Signal(int)
    wanted_entry = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.card: ActivityCard | None = None
        self._sheets: list[SheetInfo] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        self.head = ActivityHead()
        self.overview = OverviewTab(self._desk)
        self.runsheet = RunSheetTab(self._desk)
        self.signups = SignupsTab(self._desk)
        self.paper = PaperTab(self._desk)
        self.after = AfterTab(self._desk)
        self.short = ShortCard(self._desk)
        self.stack = QStackedWidget()
        self.tabs = QButtonGroup(self)
        area = _scrolled(self.runsheet)
        self.runsheet.wanted_sight.connect(area.ensureWidgetVisible)
        pages = (self.overview, area, _scrolled(self.signups), self.paper, _scrolled(self.after))
        for at, page in enumerate(pages):
            button = TabButton()
            self.tabs.addButton(button, at)
            self.stack.addWidget(page)
        self.tabs.button(0).setChecked(True)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.stack, 1)
        row.addWidget(self.short)
        top = QVBoxLayout()
        top.setSpacing(0)
        top.addWidget(self.head)
        top.addSpacing(8)
        top.addWidget(FlowRow(self.tabs.buttons(), gap=2, line_gap=0))
        top.addWidget(Line())
        box = column(self, spacing=12)
        box.addLayout(top)
        box.addLayout(row, 1)

    def _connect(self) -> None:
        self.head.went_back.connect(self.closed)
        self.head.wanted_copy.connect(self._copy)
        self.head.wanted_next.connect(self._do_next)
        self.tabs.idClicked.connect(self._show_at)
        self.overview.deleted.connect(self.closed)
        self.overview.copied.connect(self.copied)
        self.paper.wanted_print.connect(self.print_list)
        self.paper.wanted_entry.connect(self.wanted_entry)
        self.after.wanted_door.connect(self._open_door)
        self.after.wanted_entry.connect(self._enter_list)
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._step(step))

    # What is shown

    def show_activity(self, number: int, tab: str = "") -> bool:
        """Show an activity, perhaps at a tab; returns False when it is gone."""
        if self.card is not None and self.card.id != number:
            tab = tab or TABS[0]
        try:
            card = self._desk.read(queries.card, number)
        except UserError:
            # Undone, or deleted in between: the list of activities shows what there is.
            self.card = None
            return False
        self.card = card
        self._sheets = self._desk.read(sheets.of_subject, sheets.ATTENDANCE, number)
        here, printed = local(self._desk.clock.now()), bool(self._sheets)
        rule = self._desk.read(series_queries.rule_of, number)
        self.head.show_card(card, here, printed=printed, comes_again=series_words.short(rule[0]) if rule else "")
        self.short.show_card(card, self._sheets, card.draft.purpose or self._desk.read(groups.group).purpose)
        self.overview.show_card(card)
        self.runsheet.show_card(card)
        self.signups.show_card(card)
        self.paper.show_sheets(number, self._sheets)
        self.after.show_card(card)
        self._name_tabs(card)
        if tab:
            self.show_tab(tab)
        return True

    def refresh(self) -> bool:
        """Show what is true now; returns False when the activity is gone."""
        return self.card is None or self.show_activity(self.card.id)

    def leave(self) -> None:
        """Save what is being typed: another screen is shown."""
        self.overview.save_now()

    def _name_tabs(self, card: ActivityCard) -> None:
        signed = card.counts.names + card.counts.waiting
        done, total = self._desk.read(run_sheets.open_jobs, [card.id]).get(card.id, (0, 0))
        words: tuple[tuple[Text, Words], ...] = (
            (text(N_("Overview")), ""),
            (text(N_("Run sheet")), text(N_("{done} of {total}"), done=done, total=total) if total else ""),
            (text(N_("Sign-ups")), str(signed or "")),
            (text(N_("Paper")), str(len(self._sheets) or "")),
            (text(N_("Afterwards")), ""),
        )
        for at, (name, count) in enumerate(words):
            button = self.tabs.button(at)
            if isinstance(button, TabButton):
                button.show_tab(name, count)

    def show_tab(self, name: str) -> None:
        """Show a tab: one of `TABS`."""
        if name in TABS:
            self.tabs.button(TABS.index(name)).setChecked(True)
            self.stack.setCurrentIndex(TABS.index(name))

    def tab(self) -> str:
        """Return the name of the tab that is shown."""
        return TABS[self.stack.currentIndex()]

    def focus_first(self) -> None:
        """Put the keyboard where the work of this tab begins."""
        at_start: tuple[Callable[[], None], ...] = (
            self.head.next_button.setFocus,
            self.runsheet.focus_first,
            self.signups.focus_first,
            self.paper.focus_first,
            self.after.focus_first,
        )
        at_start[self.stack.currentIndex()]()

    def _show_at(self, at: int) -> None:
        self.stack.setCurrentIndex(at)

    def _step(self, step: int) -> None:
        self.show_tab(TABS[(self.stack.currentIndex() + step) % len(TABS)])
        if self.tab() == "overview":
            self.overview.focus_first()
        else:
            self.focus_first()

    # What is done

    def print_list(self) -> None:
        """Ask to print the attendance list."""
        if self.card is not None:
            self.leave()
            self.wanted_print.emit(self.card.id)

    def _do_next(self) -> None:
        if self.card is None:
            return
        here = local(self._desk.clock.now())
        situation = rules.situation(self.card.starts_at, self.card.draft.ends_at, here)
        if situation == "before":
            self.print_list()
        elif situation == "after" and self._sheets:
            self._enter_list()
        else:
            self._open_door()

    def _open_door(self) -> None:
        if self.card is not None:
            self.wanted_door.emit(self.card.id)

    def _enter_list(self) -> None:
        self.wanted_entry.emit(self.paper.newest_out())

    def _copy(self) -> None:
        self.show_tab("overview")
        self.overview.ask_copy()

    # Room and keys

    def _fit(self) -> None:
        theme = look.current()
        self.short.setFixedWidth(theme.px(_SIDE))
        self.short.setVisible(self.width() - 48 >= theme.px(_SIDE + _LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show the card at the side where there is room for it."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Make room for larger letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "short"):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape goes back to the calendar."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _scrolled(tab: QWidget) -> QScrollArea:
    """Return a tab that scrolls where there is less room than it needs."""
    tab.setProperty("kind", "scrolled")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(tab)
    return area
