"""Examples to choose from: real small pictures of the flyer of this activity."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from buurtapp.core.i18n import N_, _, text
from buurtapp.features.press.records import Format, Ink
from buurtapp.features.press.ui.drawing import EXAMPLES, Drawn, Example
from buurtapp.uikit import theme as look
from buurtapp.uikit.paper import picture

_FRAME = (104, 132)
_NAME_PX = 92
"""How wide a name may be; frames grow with it."""
_INSIDE = 8
_GAP = 16
Index = QModelIndex | QPersistentModelIndex


class _Examples(QAbstractListModel):
    """The examples, each with its picture once it is drawn. None: it does not fit."""

    def __init__(self) -> None:
        super().__init__()
        self.pictures: list[QPixmap | None] = [QPixmap()] * len(EXAMPLES)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(EXAMPLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name; the delegate paints the rest."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            name = EXAMPLES[index.row()].name.render()
            is_heard = role == Qt.ItemDataRole.AccessibleTextRole and self.pictures[index.row()] is None
            return _("{name}: the text does not fit").format(name=name) if is_heard else name
        return None

    def forget(self) -> None:
        """Have no pictures."""
        self.pictures = [QPixmap()] * len(EXAMPLES)
        self.dataChanged.emit(self.index(0), self.index(len(EXAMPLES) - 1))

    def show_drawn(self, drawn: Sequence[Drawn], sharp: float) -> None:
        """Take new pictures."""
        self.pictures = [_pixmap(one, sharp) for one in drawn]
        self.dataChanged.emit(self.index(0), self.index(len(EXAMPLES) - 1))


def _pixmap(drawn: Drawn, sharp: float) -> QPixmap | None:
    if drawn.pixels is None:
        return None
    image: QImage = picture(drawn.pixels)
    image.setDevicePixelRatio(sharp)
    return QPixmap.fromImage(image)


class _ExampleDelegate(QStyledItemDelegate):
    """Paints a sheet in its frame, with its name below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name
        """Return the size of frame, name and the gap after it."""
        return cell_size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one example."""
        theme = look.current()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        corner: QPoint = option.rect.topLeft()
        frame = QRect(corner + QPoint(3, 3), frame_size())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("primary" if chosen else "line-strong"), 3 if chosen else 1))
        painter.setBrush(theme.color("tint" if chosen else "sunken"))
        painter.drawRoundedRect(frame, 6, 6)
        model = index.model()
        if isinstance(model, _Examples):
            self._sheet(painter, frame, model.pictures[index.row()])
        font = theme.font("caption", 700 if chosen else 500)
        self._name(painter, frame, str(index.data()), font)
        if focused:
            painter.setPen(QPen(theme.color("focus"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(-2, -2, 2, 2), 7, 7)
        painter.restore()

    def _sheet(self, painter: QPainter, frame: QRect, drawn: QPixmap | None) -> None:
        room = frame.adjusted(_INSIDE, _INSIDE, -_INSIDE, -_INSIDE)
        size = QSize(210, 297).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        sheet = QRect(QPoint(0, 0), size)
        sheet.moveCenter(room.center())
        painter.setPen(QPen(look.current().color("line-strong"), 1))
        painter.setBrush(QColor("white"))
        painter.drawRect(sheet)
        if drawn is None:
            painter.setPen(look.Theme().color("care"))
            painter.setFont(look.current().font("caption", 600))
            inner = sheet.adjusted(4, 4, -4, -4)
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, _("Text too long"))
        elif not drawn.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(sheet, drawn)

    def _name(self, painter: QPainter, frame: QRect, name: str, font: QFont) -> None:
        theme = look.current()
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        below = QRect(frame.left() - 6, frame.bottom() + 4, frame.width() + 12, theme.px(20))
        said = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, said)


def frame_size() -> QSize:
    """Return the size of the frame around a small picture; it grows wider with the text, for the name below it."""
    return QSize(max(_FRAME[0], look.current().px(_NAME_PX)), _FRAME[1])


def cell_size() -> QSize:
    """Return the size of an example with its name and the gap around it."""
    return frame_size() + QSize(_GAP, look.current().px(20) + _GAP)


class Gallery(QListView):
    """The examples. `chosen` gives one; the arrows go from one to the next."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._examples = _Examples()
        self._is_telling = False
        self.setModel(self._examples)
        self.setItemDelegate(_ExampleDelegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView, QListView:focus { background: transparent; border: 0; }")
        self.setCurrentIndex(self._examples.index(0))
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.say()

    def say(self) -> None:
        """Say its name in the present language."""
        self.setAccessibleName(text(N_("Choose an example")).render())
        self.viewport().update()

    def lie_in_a_row(self, in_a_row: bool) -> None:  # noqa: FBT001 - one switch, named by the method
        """Stand two by two, or lie in one row."""
        self.setWrapping(not in_a_row)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        cell = cell_size()
        self.setGridSize(cell)
        if in_a_row:
            self.setFixedHeight(cell.height() + bar + 4)
            self.setMinimumWidth(1)
            self.setMaximumWidth(16_777_215)
        else:
            self.setMinimumHeight(1)
            self.setMaximumHeight(16_777_215)
            self.setFixedWidth(2 * cell.width() + bar + _GAP)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if in_a_row else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        self.setHorizontalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if in_a_row else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )

    def show_chosen(self, size: Format, ink: Ink) -> None:
        """Mark the example that is like this; none when there is none."""
        found = next((at for at, one in enumerate(EXAMPLES) if (one.format, one.ink) == (size, ink)), None)
        self._is_telling = True
        if found is None:
            self.clearSelection()
        else:
            self.setCurrentIndex(self._examples.index(found))
        self._is_telling = False

    def show_drawn(self, drawn: Sequence[Drawn]) -> None:
        """Show new pictures."""
        self._examples.show_drawn(drawn, self.devicePixelRatioF())

    def forget(self) -> None:
        """Show empty sheets until other pictures are drawn."""
        self._examples.forget()

    def room(self) -> tuple[int, int]:
        """Return how many dots a small picture has."""
        size = frame_size() * self.devicePixelRatioF()
        return size.width(), size.height()

    def _on_selected(self) -> None:
        rows = self.selectionModel().selectedIndexes()
        if rows and not self._is_telling:
            example: Example = EXAMPLES[rows[0].row()]
            self.chosen.emit(example)
