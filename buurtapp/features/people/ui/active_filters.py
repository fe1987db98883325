"""The filters that are on, each with a cross to take it off; and what filters are called."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.records import LabelCount
from buurtapp.features.people.rules.consent_words import ANSWER_WORDS, PURPOSE_WORDS
from buurtapp.features.people.rules.steps import STEP_WORDS
from buurtapp.features.people.ui.finding import Finding
from buurtapp.features.people.ui.wording import RELATION_WORDS, shortened
from buurtapp.uikit.controls import Button
from buurtapp.uikit.flow import Flow

_NAMES: Mapping[str, Text] = {
    "no_phone": text(N_("Without a phone")),
    "no_email": text(N_("Without e-mail")),
    "no_address": text(N_("Without an address")),
    "do_not": text(N_("Do not approach")),
}


def filter_words(code: str, areas: Mapping[int, str]) -> Text:
    """Return what a filter is called; a code that nobody knows is called by itself."""
    kind, _mark, value = code.partition(":")
    if kind == "relation" and value in RELATION_WORDS:
        return text(N_("Relation: {relation}"), relation=RELATION_WORDS[value])
    if kind == "area" and value.isdigit():
        return text(N_("Area: {area}"), area=areas.get(int(value), "?"))
    if kind == "consent":
        purpose, _mark, answer = value.partition(":")
        words = PURPOSE_WORDS.get(purpose), ANSWER_WORDS.get(answer)  # type: ignore[call-overload]
        if None not in words:
            return text(N_("{purpose}: {answer}"), purpose=words[0], answer=words[1])
    return _NAMES.get(code, text("{code}", code=code))


class ActiveFilters(QWidget):
    """A row of buttons below the chips, as long as there is a filter that no chip shows."""

    label_cleared = Signal()
    step_cleared = Signal()
    also_cleared = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        self._shown: object = None
        self._flow = Flow(self)

    def show_finding(
        self, finding: Finding, labels: Sequence[LabelCount], areas: Mapping[int, str], *, chips: Collection[str]
    ) -> None:
        """Show the filters of a search that have no chip in sight."""
        words: list[tuple[Text, object]] = []
        if finding.step is not None and finding.step not in chips:
            words.append((STEP_WORDS[finding.step], self.step_cleared.emit))
        name = next((label.name for label in labels if label.id == finding.label_id), None)
        if name is not None:
            words.append((text(N_("Label: {label}"), label=shortened(name, 28)), self.label_cleared.emit))
        words += [(filter_words(code, areas), partial(self.also_cleared.emit, code)) for code in finding.also]
        shown = [said for said, _clear in words]
        if shown != self._shown:
            self._shown = shown
            self._make(words)
        self.setVisible(bool(words))

    def _make(self, words: Sequence[tuple[Text, object]]) -> None:
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.deleteLater()
        self.buttons = []
        for said, clear in words:
            button = Button(said, "secondary", "x")
            button.set_words(said, text(N_("Take filter off: {filter}"), filter=said))
            button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            button.clicked.connect(clear)
            self._flow.addWidget(button)
            # Added to what is shown already, Qt would show it only a moment later.
            button.show()
            self.buttons.append(button)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size: buttons go on on the next line."""
        return QSize(1, super().minimumSizeHint().height())
