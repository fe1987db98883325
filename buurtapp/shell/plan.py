"""The one list of workspaces, in the order of the side bar. A workspace's module is imported when it is first shown."""

from __future__ import annotations

import importlib
from dataclasses import dataclass

from buurtapp.core.i18n import N_, Text, text
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Page


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
    Workspace("press", text(N_("Print")), "printer", "Alt+4", "buurtapp.features.press.ui.page:PressPage"),
)
"""Above the line in the side bar."""

BELOW = (
    Workspace("settings", text(N_("Settings")), "settings", "Alt+9", "buurtapp.shell.settings.page:SettingsPage"),
    Workspace("help", text(N_("Help")), "circle-question-mark", "F1", "buurtapp.shell.help_page:HelpPage"),
)
"""Below the line."""

PANELS = {
    "person": ("buurtapp.features.activities.ui.person_panel:PersonPanel",),
    "activity": ("buurtapp.features.press.ui.activity_panel:ActivityPanel",),
}
"""What a lower feature shows of a higher one: the place, and the panels that go there."""


def make_page(workspace: Workspace, desk: Desk) -> Page:
    """Return a new page of a workspace."""
    page = load(workspace.page)(desk)
    if not isinstance(page, Page):
        message = f"{workspace.page} is no page"
        raise TypeError(message)
    return page


def load(place: str) -> type:
    """Return the class at "module:name"."""
    module, _, name = place.partition(":")
    found = getattr(importlib.import_module(module), name)
    if not isinstance(found, type):
        message = f"{place} is no class"
        raise TypeError(message)
    return found
