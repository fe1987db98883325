"""The row above the list: everybody, the labels most used, a choice of all labels, the order, and loose ends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QWidget

from buurtapp.core.i18n import N_, _, text
from buurtapp.features.people.queries import listing
from buurtapp.features.people.records import LabelCount
from buurtapp.features.people.ui.finding import Finding
from buurtapp.features.people.ui.wording import shortened
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button
from buurtapp.uikit.form import CalmComboBox
from buurtapp.uikit.words import figure

_MOST_CHIPS = 8
_GAP = 6
_EVERYBODY = 0


class FilterBar(QWidget):
    """`filtered` tells the label that is chosen (0: everybody), `ordered` "place" or "name"."""

    filtered = Signal(int)
    ordered = Signal(str)
    asked_loose_ends = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._labels: Sequence[LabelCount] = ()
        self._finding = Finding()
        self._people = self._loose = 0
        self._build()
        self._connect()

    def _build(self) -> None:
        self.everybody = Button("", "chip")
        self.chips = [Button("", "chip") for _chip in range(_MOST_CHIPS)]
        self.loose_ends = Button("", "secondary", "triangle-alert")
        self.order_box, self.label_box = CalmComboBox(), CalmComboBox()
        self.order_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.label_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.label_box.setMinimumContentsLength(7)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for chip in (self.everybody, *self.chips):
            self._group.addButton(chip)
            row.addWidget(chip)
            chip.hide()
        self.everybody.show()
        row.addStretch(1)
        for widget in (self.loose_ends, self.order_box, self.label_box):
            row.addWidget(widget)
        self.loose_ends.hide()
        self._say()

    def _connect(self) -> None:
        self.everybody.clicked.connect(lambda: self.filtered.emit(_EVERYBODY))
        for at, chip in enumerate(self.chips):
            chip.clicked.connect(lambda _on, at=at: self.filtered.emit(self._often()[at].id))
        self.label_box.activated.connect(lambda _at: self.filtered.emit(self.label_box.currentData() or _EVERYBODY))
        self.order_box.activated.connect(lambda _at: self.ordered.emit(self.order_box.currentData()))
        self.loose_ends.clicked.connect(self.asked_loose_ends)

    def show_counts(self, people: int, labels: Sequence[LabelCount], loose: int) -> None:
        """Show what there is to choose from."""
        self._people, self._labels, self._loose = people, labels, loose
        self._say()
        self._mark()
        self._fit()

    def show_finding(self, finding: Finding) -> None:
        """Show what is chosen."""
        self._finding = finding
        self._mark()

    def _often(self) -> list[LabelCount]:
        """Return the labels most used; one that only one person has tells nothing."""
        often = sorted((label for label in self._labels if label.people > 1), key=lambda label: -label.people)
        return often[:_MOST_CHIPS]

    def _say(self) -> None:
        self.everybody.set_words(text(N_("Everybody {count}"), count=figure(self._people)))
        self.loose_ends.set_words(text(N_("To sort out {count}"), count=figure(self._loose)))
        for chip, label in zip(self.chips, self._often(), strict=False):
            words = text(N_("{label} {count}"), label=shortened(label.name, 16), count=figure(label.people))
            name = text(N_("Label {label}, {count}"), label=label.name, count=figure(label.people))
            chip.set_words(words, name)
        self.order_box.clear()
        orders: tuple[tuple[str, listing.Order], ...] = ((_("By street"), "place"), (_("By name"), "name"))
        for said, order in orders:
            self.order_box.addItem(said, order)
        self.label_box.clear()
        self.label_box.addItem(_("Label"), _EVERYBODY)
        for label in self._labels:
            said = _("{label} {count}").format(label=shortened(label.name, 28), count=figure(label.people))
            self.label_box.addItem(said, label.id)
        self.order_box.setAccessibleName(_("Order of the list"))
        self.label_box.setAccessibleName(_("Only people with a label"))

    def _mark(self) -> None:
        chosen = self._finding.label_id or _EVERYBODY
        self.label_box.setCurrentIndex(max(self.label_box.findData(chosen), 0))
        self.order_box.setCurrentIndex(self.order_box.findData(self._finding.order))
        self._group.setExclusive(False)
        self.everybody.setChecked(chosen == _EVERYBODY)
        often = [label.id for label in self._often()]
        for at, chip in enumerate(self.chips):
            chip.setChecked(at < len(often) and often[at] == chosen)
        self._group.setExclusive(True)

    def _fit(self) -> None:
        """Show what there is room for: chips leave first, then the order, which a heading can choose too."""
        room = self.width() - self.everybody.sizeHint().width()
        self.label_box.setVisible(bool(self._labels))
        self.loose_ends.setVisible(self._loose > 0)
        for widget in (self.label_box, self.loose_ends):
            room -= 0 if widget.isHidden() else widget.sizeHint().width() + _GAP
        room -= self.order_box.sizeHint().width() + _GAP
        self.order_box.setVisible(room >= 0 and self._people > 0)
        often = self._often()
        for at, chip in enumerate(self.chips):
            room -= chip.sizeHint().width() + _GAP if at < len(often) else 0
            chip.setVisible(at < len(often) and room >= 0)

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
            self._mark()
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size: what does not fit is left out."""
        return QSize(look.current().px(200), super().minimumSizeHint().height())
