"""What else stands on the run sheet, the backward plan, and keeping this run sheet to use again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, text
from buurtapp.features.activities.runsheet.records import Facts
from buurtapp.uikit.controls import Button
from buurtapp.uikit.form import line, paragraph
from buurtapp.uikit.small_form import SmallForm

_FACTS = ("notice", "plan_b", "supplies", "emergency")


class MoreForm(SmallForm):
    """The form. `facts_changed` carries what else is on the paper, `kept` a name to use it again under."""

    facts_changed = Signal(object)
    kept = Signal(str)
    planned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form.add(
            ("notice", line(text(N_("Number of the notice to the council")))),
            ("plan_b", line(text(N_("Plan B, when it cannot go on like this")))),
            stretch=(4, 8),
        )
        self.form.add(
            ("supplies", paragraph(text(N_("What to bring, one thing on each line")), 3)),
            ("emergency", paragraph(text(N_("In an emergency: AED, first aid, assembly point")), 3)),
        )
        self.form.add(("name", line(text(N_("Keep these jobs under the name")))))
        self.keep_button = Button(text(N_("Keep to use again")), "secondary", "save")
        self.plan_button = Button(text(N_("Plan back from the day")), "secondary", "calendar-days")
        self.close_button = Button(text(N_("Close (Esc)")), "secondary")
        parts: tuple[QWidget, ...] = (self.form,)
        self.put(parts, (self.keep_button, self.plan_button, self.close_button), (*_FACTS, "name"))
        self.form.committed.connect(self._commit)
        self.keep_button.clicked.connect(lambda: self.kept.emit(self.form.text("name")))
        self.plan_button.clicked.connect(self.planned)
        self.close_button.clicked.connect(self.closed)

    def show_facts(self, facts: Facts) -> None:
        """Show what is on the paper; what is being typed stays."""
        for name in _FACTS:
            if not self.form.field(name).input.hasFocus():
                self.form.set_value(name, getattr(facts, name))

    def show_kept(self) -> None:
        """Empty the name: it is kept."""
        self.form.set_value("name", "")
        self.form.show_problems([])

    def _commit(self, name: str) -> None:
        if name in _FACTS:
            self.facts_changed.emit(Facts(*(self.form.text(one) for one in _FACTS)))

    def show_problems(self, problems: Sequence[DraftProblem]) -> None:
        """Tell what is wrong below its field."""
        self.form.show_problems(problems)
