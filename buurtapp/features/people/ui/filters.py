"""The row above the list: everybody, how involved they are, a choice of labels, the order, and loose ends.

What there is no room for goes into the choice of labels, which is then called "More filters" (tokens, section 9).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, _, text
from buurtapp.features.people.records import LabelCount
from buurtapp.features.people.rules.steps import LIT, STEP_WORDS, Step, windows
from buurtapp.features.people.ui.active_filters import ActiveFilters, filter_words
from buurtapp.features.people.ui.columns import KINDS
from buurtapp.features.people.ui.finding import Finding
from buurtapp.features.people.ui.wording import shortened
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button
from buurtapp.uikit.form import CalmComboBox
from buurtapp.uikit.windows import CountChip, WindowsChip
from buurtapp.uikit.words import figure, say

_GAP = 5
_ARROW = 52
"""What a choice needs besides its words: the arrow, and room at both sides."""
_EVERYBODY = 0
_ORDERS = 2
"""So many orders can always be chosen: by street, by name."""


class FilterBar(QWidget):
    """`filtered` tells a label (0: any), `also` another filter by its code, `stepped` a step, `ordered` an order.

    `cleared` tells that everybody is wanted.
    """

    filtered = Signal(int)
    also = Signal(str)
    stepped = Signal(str)
    cleared = Signal()
    ordered = Signal(str)
    asked_loose_ends = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._labels: Sequence[LabelCount] = ()
        self._steps: Mapping[Step, int] = {}
        self._more: Mapping[str, int] = {}
        self._areas: Mapping[int, str] = {}
        self._finding = Finding()
        self._filled: tuple[tuple[Step, ...], bool, Finding] | None = None
        self._people = self._loose = 0
        self._build()
        self._connect()

    def _build(self) -> None:
        self.everybody = CountChip()
        self.chips = {step: WindowsChip(windows(step)) for step in reversed(LIT)}
        self.loose_ends = Button("", "secondary", "triangle-alert")
        self.order_box, self.choice = CalmComboBox(), CalmComboBox()
        self.order_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._group = QButtonGroup(self)
        self.active = ActiveFilters()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        box.addLayout(row)
        box.addWidget(self.active)
        self.active.hide()
        for chip in (self.everybody, *self.chips.values()):
            self._group.addButton(chip)
            row.addWidget(chip)
            chip.hide()
        self.everybody.show()
        row.addStretch(1)
        for widget in (self.loose_ends, self.order_box, self.choice):
            row.addWidget(widget)
        self.loose_ends.hide()
        self._say()

    def _connect(self) -> None:
        self.everybody.clicked.connect(self.cleared)
        for step, chip in self.chips.items():
            chip.clicked.connect(lambda _on=False, step=step: self.stepped.emit(step))
        self.choice.activated.connect(self._on_choice)
        self.order_box.activated.connect(lambda _at: self.ordered.emit(self.order_box.currentData()))
        self.loose_ends.clicked.connect(self.asked_loose_ends)
        self.active.label_cleared.connect(lambda: self.filtered.emit(_EVERYBODY))
        self.active.step_cleared.connect(lambda: self.stepped.emit(""))
        self.active.also_cleared.connect(self.also)

    def show_counts(self, people: int, labels: Sequence[LabelCount], loose: int) -> None:
        """Show what there is to choose from."""
        self._people, self._labels, self._loose = people, labels, loose
        self._say()

    def show_steps(self, counts: Mapping[Step, int]) -> None:
        """Show how many people stand on each step; without this there are no chips for them."""
        self._steps = counts
        self._say()

    def show_more(self, counts: Mapping[str, int], areas: Mapping[int, str]) -> None:
        """Show which other filters there are, with how many people each leaves over, and the names of areas."""
        self._more, self._areas = counts, areas
        self._say()

    def show_finding(self, finding: Finding) -> None:
        """Show what is chosen."""
        self._finding = finding
        self._fit()

    def names(self) -> list[str]:
        """Return what the filters that are on are called."""
        finding = self._finding
        found = [STEP_WORDS[finding.step].render()] if finding.step is not None else []
        found += [label.name for label in self._labels if label.id == finding.label_id]
        return [*found, *(filter_words(code, self._areas).render() for code in finding.also)]

    # What is said and marked

    def _say(self) -> None:
        self.everybody.set_counted(text(N_("Everybody")), figure(self._people))
        self.loose_ends.set_words(text(N_("To sort out {count}"), count=figure(self._loose)))
        for step, chip in self.chips.items():
            count = figure(self._steps.get(step, 0))
            said = text(N_("Involved: {step}, {count}"), step=STEP_WORDS[step], count=count)
            chip.set_counted(STEP_WORDS[step], count, said)
        self.order_box.clear()
        orders: tuple[tuple[str, str], ...] = ((_("By street"), "place"), (_("By name"), "name"))
        for words, order in orders:
            self.order_box.addItem(words, order)
        self.order_box.setAccessibleName(_("Order of the list"))
        self._filled = None
        self._fit()

    def _fill_choice(self, steps: Sequence[Step], *, orders: bool) -> None:
        """Fill the choice: steps that have no chip, all labels, and the other order when that has no box."""
        finding = self._finding
        filled = tuple(steps), orders, replace(finding, search="")
        if filled == self._filled:
            return
        self._filled = filled
        self.choice.clear()
        heading = self._heading(more=bool(steps))
        self.choice.setAccessibleName(heading if steps else _("Only some people"))
        self.choice.addItem(heading, "")
        for step in steps:
            count = figure(self._steps.get(step, 0))
            self.choice.addItem(_("{step} {count}").format(step=STEP_WORDS[step].render(), count=count), f"step:{step}")
        for label in self._labels:
            self.choice.addItem(_said(label), f"label:{label.id}")
        self._fill_more()
        if orders:
            self.choice.insertSeparator(self.choice.count())
        if orders and finding.order == "place":
            self.choice.addItem(_("Sort by name"), "order:name")
        elif orders:
            self.choice.addItem(_("Sort by street"), "order:place")
        chosen = f"label:{finding.label_id}" if finding.label_id is not None else f"step:{finding.step}"
        self.choice.setCurrentIndex(max(self.choice.findData(chosen), 0))
        # The list that opens is wider than the choice itself, which says little.
        widest = max(
            self.choice.fontMetrics().horizontalAdvance(self.choice.itemText(at)) for at in range(self.choice.count())
        )
        self.choice.view().setMinimumWidth(widest + _ARROW)

    def _fill_more(self) -> None:
        """Add the other filters: a group of them below a line."""
        before = ""
        for code, count in self._more.items():
            kind = code.partition(":")[0]
            if kind != before and self.choice.count() > 1:
                self.choice.insertSeparator(self.choice.count())
            before = kind
            words = filter_words(code, self._areas).render()
            self.choice.addItem(
                _("{step} {count}").format(step=shortened(words, 40), count=figure(count)), f"also:{code}"
            )

    def _heading(self, *, more: bool) -> str:
        return _("More filters") if more else _("Filter")

    def _choice_wide(self, *, more: bool) -> int:
        """Return how wide the choice is, as wide as what is chosen in it."""
        label = next((label for label in self._labels if label.id == self._finding.label_id), None)
        words = self._heading(more=more) if label is None else _said(label)
        return self.choice.fontMetrics().horizontalAdvance(words) + _ARROW + _GAP

    def _mark(self) -> None:
        finding = self._finding
        self._mark_order()
        self._group.setExclusive(False)
        self.everybody.setChecked(not finding.is_narrowed)
        for step, chip in self.chips.items():
            chip.setChecked(step == finding.step)
        self._group.setExclusive(True)
        self.active.show_finding(finding, self._labels, self._areas, chips=self.chips)

    def _mark_order(self) -> None:
        """Show by which column the list is sorted, also when a heading was clicked."""
        order = self._finding.order
        if self.order_box.findData(order) < 0 or self.order_box.count() > _ORDERS:
            while self.order_box.count() > _ORDERS:
                self.order_box.removeItem(_ORDERS)
            kind = next((kind for kind in KINDS if kind.sort == order), None)
            if kind is not None and self.order_box.findData(order) < 0:
                self.order_box.addItem(_("By column: {column}").format(column=say(kind.heading)), order)
        self.order_box.setCurrentIndex(self.order_box.findData(order))

    # What there is room for

    def _fit(self) -> None:
        """Show what there is room for: first the order goes into the choice (a heading can tell it too), then chips."""
        self.loose_ends.setVisible(self._loose > 0)
        # A chip that is chosen is the last to go.
        steps = sorted(self.chips, key=lambda step: step != self._finding.step) if self._steps and self._people else []
        room = self.width() - _wide(self.everybody) + _GAP - (_wide(self.loose_ends) if self._loose else 0)
        rest = room - sum(_wide(self.chips[step]) for step in steps)
        label_wide = self._choice_wide(more=False)
        has_order = rest - label_wide >= _wide(self.order_box)
        shown = steps
        if not has_order and rest < label_wide:
            shown = self._that_fit(steps, room - self._choice_wide(more=True))
        self._fill_choice([step for step in self.chips if step in steps and step not in shown], orders=not has_order)
        self.choice.setVisible(self.choice.count() > 1 and self._people > 0)
        self.choice.setFixedWidth(self._choice_wide(more=len(shown) < len(steps)) - _GAP)
        self.order_box.setVisible(has_order and self._people > 0)
        for step, chip in self.chips.items():
            chip.setVisible(step in shown)
        self._mark()

    def _that_fit(self, steps: Sequence[Step], room: int) -> list[Step]:
        shown = []
        for step in steps:
            room -= _wide(self.chips[step])
            if room < 0:
                break
            shown.append(step)
        return shown

    # Slots

    def _on_choice(self, _at: int) -> None:
        kind, _mark, value = str(self.choice.currentData()).partition(":")
        if kind == "step":
            self.stepped.emit(value)
        elif kind == "order":
            self.ordered.emit(value)
        elif kind == "also":
            self.also.emit(value)
        else:
            self.filtered.emit(int(value or _EVERYBODY))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make room."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Make room, now that the letters are known."""
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Speak another language, grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        elif event.type() == QEvent.Type.StyleChange:
            self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size: what does not fit is left out."""
        return QSize(look.current().px(200), super().minimumSizeHint().height())


def _wide(widget: QWidget) -> int:
    return widget.sizeHint().width() + _GAP


def _said(label: LabelCount) -> str:
    return _("{label} {count}").format(label=shortened(label.name, 28), count=figure(label.people))
