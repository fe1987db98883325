"""The papers of an activity besides its attendance list: one line for each, in the order of the work."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.uikit.controls import Button, Card, Heading
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import FlowRow


@dataclass(frozen=True, slots=True)
class ActivityPaper:
    """A paper: its word, what its button says, and the function (desk, activity, parent) that shows it."""

    name: str
    title: Text
    icon: str
    opens: str


_HERE = "buurtapp.features.activities.ui"

PAPERS: tuple[ActivityPaper, ...] = (
    ActivityPaper("sign-up-sheet", text(N_("Sign-up sheet")), "list", f"{_HERE}.signup_papers:show_signup_sheet"),
    ActivityPaper("invitation", text(N_("Invitation")), "mail", f"{_HERE}.signup_papers:show_invitation"),
    ActivityPaper("run-sheet", text(N_("Run sheet")), "list-checks", f"{_HERE}.runsheet_papers:print_run_sheet"),
    ActivityPaper("job-slips", text(N_("Job slips")), "scissors", f"{_HERE}.runsheet_papers:print_job_slips"),
    ActivityPaper("call-list", text(N_("Call list")), "phone", f"{_HERE}.signup_papers:show_call_list"),
    ActivityPaper("badges", text(N_("Name badges")), "tag", f"{_HERE}.signup_papers:show_badges"),
    ActivityPaper(
        "thank-you", text(N_("Cards to say thank you")), "sticky-note", f"{_HERE}.after_papers:show_thank_you"
    ),
    ActivityPaper("report", text(N_("Report of the activity")), "file-text", f"{_HERE}.after_papers:show_report"),
    ActivityPaper("account", text(N_("Account folder")), "euro", f"{_HERE}.money_paper:print_account"),
    ActivityPaper(
        "calendar-file", text(N_("Calendar file (.ics)")), "calendar-days", f"{_HERE}.calendar_file:save_activity"
    ),
)
"""A module is imported when its button is pressed."""


class PapersCard(Card):
    """A button for each paper of the activity that is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._activity = 0
        self._open: Any = None
        self.buttons = {paper.name: Button(paper.title, icon=paper.icon) for paper in PAPERS}
        for paper in PAPERS:
            self.buttons[paper.name].clicked.connect(self._opener(paper))
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(10)
        box.addWidget(Heading(text(N_("More paper for this activity")), "h2"))
        box.addWidget(FlowRow(list(self.buttons.values())))
        self.setVisible(bool(PAPERS))

    def show_activity(self, number: int) -> None:
        """Let the buttons be about this activity."""
        self._activity = number

    def open_paper(self, name: str) -> None:
        """Show a paper, as its button does."""
        self.buttons[name].click()

    def _opener(self, paper: ActivityPaper) -> Callable[[], None]:
        def opened() -> None:
            module, _, name = paper.opens.partition(":")
            show: Callable[[Desk, int, QWidget], object] = getattr(importlib.import_module(module), name)
            # What shows a paper lives as long as its dialog; this holds the last one.
            self._open = show(self._desk, self._activity, self)

        return opened
