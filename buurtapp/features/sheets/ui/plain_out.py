"""A paper without a code on its way out: drawn in the background, shown as it will be printed, noted once it went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurtapp.core.i18n import Text
from buurtapp.features.group.records import Outgoing
from buurtapp.features.sheets.ui.sheet_out import SheetOut
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import Form
from buurtapp.uikit.jobs import Progress
from buurtapp.uikit.paper import Paper


@dataclass(frozen=True, slots=True)
class PlainPaper:
    """A paper as it would come out of the printer, and what the log is to know of one copy."""

    paper: Paper
    outgoing: Outgoing
    code: str = ""


class PlainOptions(QWidget):
    """What can be chosen for a paper: a form, of which `changed` says that something was chosen."""

    changed = Signal()

    def __init__(self, form: Form | None = None) -> None:
        super().__init__()
        self.form = form or Form()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.form)
        self.form.committed.connect(lambda _name: self.changed.emit())


Draw = Callable[[Progress], PlainPaper]


class PlainOut(SheetOut[PlainPaper, PlainOptions]):
    """`first` draws the paper as it is shown first; `again` returns what draws what was chosen since."""

    def __init__(
        self,
        desk: Desk,
        making: Text,
        first: Draw,
        options: Callable[[], PlainOptions] = PlainOptions,
        again: Callable[[PlainOptions], Draw] | None = None,
    ) -> None:
        super().__init__(desk, making)
        self._first = first
        self._options = options
        self._again = again

    def first_work(self) -> Draw:
        """Return what draws the paper as it is shown first."""
        return self._first

    def options_for(self, drawn: PlainPaper) -> PlainOptions:  # noqa: ARG002 - the shape of every paper
        """Return what can be chosen."""
        return self._options()

    def next_work(self, drawn: PlainPaper, options: PlainOptions) -> Draw | None:  # noqa: ARG002 - as above
        """Return what draws what is chosen now."""
        return self._again(options) if self._again is not None else None

    def keep(self, drawn: PlainPaper) -> None:
        """Keep nothing: this paper has no code and does not come home."""

    def outgoing(self, drawn: PlainPaper, copies: int) -> Outgoing:
        """Return what the log of prints is to know."""
        one = drawn.outgoing
        return Outgoing(one.kind, one.description, one.pages, copies, one.people, one.fields)
