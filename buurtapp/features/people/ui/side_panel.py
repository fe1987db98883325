"""The panel beside the list: a person to read, or one of the forms. Beside the list or, when narrow, over it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.people.ui.add_person import AddPerson
from buurtapp.features.people.ui.add_street import AddStreet
from buurtapp.features.people.ui.edit_person import EditPerson
from buurtapp.features.people.ui.loose_ends import LooseEnds
from buurtapp.features.people.ui.panel_page import PanelPage
from buurtapp.features.people.ui.person_view import PersonView
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card
from buurtapp.uikit.desk import Desk

Mode = Literal["view", "edit", "add", "street", "loose"]
_SHOW_AFTER_MS = 40
"""A person is read when the keyboard has stood on them for so long: not at each row that is passed."""


class SidePanel(Card):
    """Shows one page at a time; those that are not used are not made."""

    mode_changed = Signal()
    closed = Signal()
    added = Signal(int)
    asked_person = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__("panel")
        self._desk = desk
        self.mode: Mode = "view"
        self._next: int | None = None
        self._is_over = False
        self._pages: dict[str, PanelPage] = {}
        self._timer = QTimer(self, singleShot=True, interval=_SHOW_AFTER_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.back = Button(text(N_("Back to the list")), "quiet", "arrow-left")
        self._top = QWidget()
        row = QHBoxLayout(self._top)
        row.setContentsMargins(8, 6, 8, 0)
        row.addWidget(self.back)
        row.addStretch(1)
        # A stacked widget would paint the ground of a page over the panel.
        self._stack = QStackedLayout()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._top)
        box.addLayout(self._stack, 1)
        self._top.hide()
        self.view = PersonView(self._desk)
        self._keep("view", self.view)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._show_next)
        self.back.clicked.connect(self._on_back)
        self.view.asked_edit.connect(self.edit)
        self.view.asked_person.connect(self.asked_person)
        self.view.deleted.connect(self.closed)

    def _keep(self, mode: Mode, page: PanelPage) -> None:
        self._pages[mode] = page
        self._stack.addWidget(page)
        page.closed.connect(self._on_page_closed)

    # Public

    @property
    def is_form(self) -> bool:
        """Whether something else than a person to read is shown."""
        return self.mode != "view"

    def stands_on(self, number: int | None) -> None:
        """Show the person the list stands on, unless a form is open."""
        self._next = number
        self._timer.start()

    def show_person(self, number: int | None) -> None:
        """Show a person to read."""
        self._timer.stop()
        self._next = number
        self.view.show_person(number)
        self._show("view")

    def edit(self, number: int) -> None:
        """Change a person."""
        self.show_person(number)
        page = self.edit_page()
        self._show("edit")
        page.begin(number)

    def edit_page(self) -> EditPerson:
        """Return the form to change somebody; made at its first use."""
        page = self._pages.get("edit")
        if not isinstance(page, EditPerson):
            page = EditPerson(self._desk)
            self._keep("edit", page)
        return page

    def add(self, name: str = "") -> AddPerson:
        """Add somebody."""
        page = self._pages.get("add")
        if not isinstance(page, AddPerson):
            page = AddPerson(self._desk)
            page.added.connect(self.added)
            page.asked_person.connect(self.asked_person)
            page.asked_street.connect(self.add_street)
            self._keep("add", page)
        self._show("add")
        page.begin(name)
        return page

    def add_street(self) -> AddStreet:
        """Add a street."""
        page = self._pages.get("street")
        if not isinstance(page, AddStreet):
            page = AddStreet(self._desk)
            self._keep("street", page)
        self._show("street")
        page.begin()
        return page

    def show_loose_ends(self) -> LooseEnds:
        """Show what is to be sorted out."""
        page = self._pages.get("loose")
        if not isinstance(page, LooseEnds):
            page = LooseEnds(self._desk)
            self._keep("loose", page)
        self._show("loose")
        page.begin()
        return page

    def page(self) -> PanelPage:
        """Return the page that is shown."""
        return self._pages[self.mode]

    def refresh(self) -> None:
        """Show what is true now."""
        self.view.refresh()
        page = self.page()
        if isinstance(page, EditPerson | LooseEnds):
            page.refresh()

    def show_way_back(self, *, is_over: bool) -> None:
        """Show the way back to the list when the panel lies over it; then Tab stays in the panel."""
        self._is_over = is_over
        self._top.setVisible(is_over)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001, N802 - Qt's names
        """Go on to the next widget that can be seen: nothing below the panel, which covers it."""
        now = self.window().focusWidget()
        if not self._is_over or now is None:
            return super().focusNextPrevChild(next)
        there = now.nextInFocusChain() if next else now.previousInFocusChain()
        while there is not None and there is not now:
            takes = there.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
            if takes and there.isEnabled() and there.isVisible() and self.isAncestorOf(there):
                reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
                there.setFocus(reason)
                return True
            there = there.nextInFocusChain() if next else there.previousInFocusChain()
        return True

    # Slots

    def _show(self, mode: Mode) -> None:
        self._stack.setCurrentWidget(self._pages[mode])
        if mode != self.mode:
            self.mode = mode
            self.mode_changed.emit()

    def _show_next(self) -> None:
        # The file may have been closed since the row was chosen.
        if self._desk.store is not None:
            self.view.show_person(self._next)

    def _on_back(self) -> None:
        self.page().leave()

    def _on_page_closed(self) -> None:
        self.show_person(self._next)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size: the pages scroll."""
        return QSize(look.current().px(200), look.current().px(160))


def panel_width(theme: look.Theme) -> int:
    """Return how wide the panel beside the list is: 352 pixels, 423 at 150 %."""
    return round(352 + (theme.percent - 100) * 1.42)
