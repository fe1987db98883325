"""The one list of workspaces, in the order of the side bar. A workspace's module is imported when it is first shown."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Page

if TYPE_CHECKING:
    from buurtapp.features.people.ui.ladder import Ladder
    from buurtapp.features.people.ui.papers.form_printer import FormPrinter


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace: its word for `desk.go`, its title, icon and key, and where its page is."""

    name: str
    title: Text
    icon: str
    key: str
    page: str


WORKSPACES = (
    Workspace("today", text(N_("Today")), "house", "Alt+1", "buurtapp.features.today.ui.page:TodayPage"),
    Workspace("people", text(N_("People")), "users", "Alt+2", "buurtapp.features.people.ui.page:PeoplePage"),
    Workspace(
        "activities",
        text(N_("Activities")),
        "calendar-days",
        "Alt+3",
        "buurtapp.features.activities.ui.page:ActivitiesPage",
    ),
    Workspace("press", text(N_("Printed matter")), "printer", "Alt+4", "buurtapp.features.press.ui.page:PressPage"),
)
"""Above the line in the side bar."""

BELOW = (
    Workspace("settings", text(N_("Settings")), "settings", "Alt+9", "buurtapp.shell.settings.page:SettingsPage"),
    Workspace("help", text(N_("Help")), "circle-question-mark", "F1", "buurtapp.shell.help_page:HelpPage"),
)
"""Below the line."""

PANELS = {
    "activities": ("buurtapp.features.press.ui.activity_panel:ActivityPanel",),
}
"""What a workspace shows of a higher feature: the word of the workspace, and the panels that go there."""

PANELS_ABOVE = {"people": ("buurtapp.features.activities.ui.ladder_panel:LadderPanel",)}
"""The same for panels that stand high on the page, before its own less urgent parts."""

LADDERS = {"people": "buurtapp.features.activities.ui.ladder:ActivityLadder"}
"""Who tells a workspace how involved people are: the word of the workspace, and the ladder of a higher feature."""

HISTORIES = {
    "people": (
        "buurtapp.features.activities.queries:happenings",
        "buurtapp.features.sheets.queries:happenings",
        "buurtapp.features.promises.queries:happenings",
        "buurtapp.features.people.queries.history:happenings",
    )
}
"""Who tells a workspace what happened with somebody: the word of the workspace, and a query of each feature."""
_HISTORY_PANEL = "buurtapp.features.people.ui.history_panel:HistoryPanel"
FORMS = {"people": "buurtapp.features.sheets.forms.ui.print_forms:FormSheets"}
"""Who prints registration forms for a workspace and brings them home: the word of the workspace, and the printer."""


@runtime_checkable
class TakesPanels(Protocol):
    """A page that shows panels of higher features beside its own."""

    def add_panel(self, make: Callable[[Desk], QWidget]) -> None:
        """Show what `make` returns, beside whatever is chosen."""


@runtime_checkable
class TakesPanelsAbove(Protocol):
    """A page that also has a place for panels higher up."""

    def add_panel_above(self, make: Callable[[Desk], QWidget]) -> None:
        """Show what `make` returns, high beside whatever is chosen."""


@runtime_checkable
class TakesLadder(Protocol):
    """A page that shows how involved people are."""

    def use_ladder(self, ladder: Ladder) -> None:
        """Show what this ladder tells."""


class TakesPrinter(Protocol):
    """Papers among which are registration forms."""

    def use_forms(self, printer: FormPrinter) -> None:
        """Print forms with this."""


@runtime_checkable
class HasPapers(Protocol):
    """A page from which papers are printed, registration forms too."""

    papers: TakesPrinter


def make_page(workspace: Workspace, desk: Desk) -> Page:
    """Return a new page of a workspace."""
    made = load(workspace.page)(desk)
    if not isinstance(made, Page):
        message = f"{workspace.page} is no page"
        raise TypeError(message)
    page: Page = made
    ladder = LADDERS.get(workspace.name)
    if isinstance(page, TakesPanels):
        for panel in PANELS.get(workspace.name, ()):
            page.add_panel(load(panel))
        if workspace.name in HISTORIES:
            page.add_panel(lambda desk: _history_panel(desk, HISTORIES[workspace.name]))
    if isinstance(page, TakesPanelsAbove):
        for panel in PANELS_ABOVE.get(workspace.name, ()):
            page.add_panel_above(load(panel))
    if ladder is not None and isinstance(page, TakesLadder):
        page.use_ladder(load(ladder)())
    forms = FORMS.get(workspace.name)
    if forms is not None and isinstance(page, HasPapers):
        page.papers.use_forms(load(forms)())
    return page


def _history_panel(desk: Desk, histories: Sequence[str]) -> QWidget:
    made: QWidget = load(_HISTORY_PANEL)(desk, [_named(place) for place in histories])
    return made


def _named(place: str) -> Any:
    module, _, name = place.partition(":")
    return getattr(importlib.import_module(module), name)


def load(place: str) -> type:
    """Return the class at "module:name"."""
    found = _named(place)
    if not isinstance(found, type):
        message = f"{place} is no class"
        raise TypeError(message)
    return found
