"""The headings of the list of people: a box to tick everybody, and a sign at the column the list is sorted by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView

from buurtapp.features.people.ui.columns import TICK, ListRow
from buurtapp.uikit import icons
from buurtapp.uikit import theme as look
from buurtapp.uikit.paged_model import PagedModel
from buurtapp.uikit.table import paint_tick, tick_rect


class PeopleHeader(QHeaderView):
    """Headings that can be clicked, moved and made wider. `everybody` are all that are found."""

    def __init__(self, model: PagedModel[ListRow]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._model = model
        self._ticked: Qt.CheckState | None = None
        self.everybody: Sequence[int] = ()
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        model.ticks_changed.connect(self._look_again)
        model.modelReset.connect(self._look_again)

    def _look_again(self) -> None:
        self._ticked = None
        self.viewport().update()

    def ticked(self) -> Qt.CheckState:
        """Return whether all that are found are ticked, some of them, or none."""
        if self._ticked is None:
            self._ticked = Qt.CheckState.Unchecked
            if self._model.ticked:
                found = set(self.everybody)
                if found and found <= self._model.ticked:
                    self._ticked = Qt.CheckState.Checked
                elif not found.isdisjoint(self._model.ticked):
                    self._ticked = Qt.CheckState.PartiallyChecked
        return self._ticked

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        """Draw a heading, and its box or its sign."""
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if logicalIndex == TICK:
            self._paint_tick(painter, tick_rect(rect, look.current()))
        elif self._model.sorted_by is not None and logicalIndex == self._model.sorted_by[0]:
            self._paint_sign(painter, rect, logicalIndex, "chevron-down" if self._model.sorted_by[1] else "chevron-up")
        painter.restore()

    def _paint_tick(self, painter: QPainter, box: QRect) -> None:
        theme = look.current()
        paint_tick(painter, box, on=self.ticked() == Qt.CheckState.Checked)
        if self.ticked() == Qt.CheckState.PartiallyChecked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("primary"))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QPen(theme.color("on-primary"), box.width() / 9))
            painter.drawLine(box.left() + 4, box.center().y() + 1, box.right() - 3, box.center().y() + 1)

    def _paint_sign(self, painter: QPainter, rect: QRect, column: int, name: str) -> None:
        theme = look.current()
        words = str(self._model.headerData(column, Qt.Orientation.Horizontal))
        side = theme.px(14)
        beside = rect.left() + 8 + QFontMetrics(theme.font("caption", 600)).horizontalAdvance(words) + 6
        left = min(beside, rect.right() - side)
        picture = icons.pixmap(name, theme.color("ink-2").name(), side, self.devicePixelRatioF())
        painter.drawPixmap(left, rect.center().y() - side // 2 + 1, picture)
