"""How a day of the month looks: its number, up to two blocks, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.activities.ui.board import Planned, block_mark
from buurtapp.features.activities.ui.cut_text import lines_of
from buurtapp.features.activities.ui.month_days import MonthDays
from buurtapp.uikit import icons
from buurtapp.uikit import theme as look
from buurtapp.uikit.theme import Theme
from buurtapp.uikit.words import say

MOST_BLOCKS = 2
_PAD, _BAR, _GAP, _RADIUS = 4, 4, 3, 4
_Index = QModelIndex | QPersistentModelIndex


def number_height(theme: Theme) -> int:
    """Return how high the line with the number of the day is."""
    return theme.px(28)


def least_height(theme: Theme) -> int:
    """Return how low a day may be: its number and one block of two lines."""
    return number_height(theme) + _block_height(theme, 1) + 2 * _PAD


def _block_height(theme: Theme, title_lines: int) -> int:
    title, state = QFontMetrics(theme.font("small", 600)), QFontMetrics(theme.font("caption"))
    return title.height() * title_lines + state.height() + 8


def block_rects(cell: QRect, planned: Sequence[Planned], theme: Theme) -> list[QRect]:
    """Return where the blocks of a day lie in its cell; fewer than there are activities when there is no room."""
    room = QRect(cell.left() + _PAD, cell.top() + number_height(theme), cell.width() - 2 * _PAD - 1, 0)
    bottom = cell.bottom() - _PAD
    if len(planned) == 1:
        measure = QFontMetrics(theme.font("small", 600))
        lines = len(lines_of(planned[0].row.title, measure, room.width() - _BAR - 10, 2)) or 1
        fitting = max(1, min(lines, (bottom - room.top() - _block_height(theme, 0)) // measure.height()))
        return [QRect(room.left(), room.top(), room.width(), _block_height(theme, fitting))]
    high = _block_height(theme, 1)
    made: list[QRect] = []
    for at in range(min(len(planned), MOST_BLOCKS)):
        top = room.top() + at * (high + _GAP)
        if made and top + high > bottom:
            break
        made.append(QRect(room.left(), top, room.width(), high))
    return made


class DayDelegate(QStyledItemDelegate):
    """Draws the days of a month."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one day."""
        days = index.model()
        if not isinstance(days, MonthDays):
            super().paint(painter, option, index)
            return
        theme, cell = look.current(), QRect(option.rect)
        when = days.day_at(index.row(), index.column())
        planned = days.on(when)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(cell)
        painter.fillRect(cell, theme.color("surface" if when.month == days.first.month else "paper"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(cell.topRight(), cell.bottomRight())
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        rects = block_rects(cell, planned, theme)
        _paint_number(painter, cell, when, days, len(planned) - len(rects))
        for rect, one in zip(rects, planned, strict=False):
            _paint_block(painter, rect, one, theme)
        if when == days.chosen:
            around = rects[0] if len(planned) == 1 else cell.adjusted(2, 2, -3, -3)
            _paint_chosen(painter, around, theme, focused=days.is_focused)
        painter.restore()


def more_rect(cell: QRect, theme: Theme) -> QRect:
    """Return where it says how many more there are on a day."""
    return QRect(cell.center().x(), cell.top(), cell.right() - cell.center().x(), number_height(theme))


def _paint_number(painter: QPainter, cell: QRect, when: date, days: MonthDays, more: int) -> None:
    theme = look.current()
    high = number_height(theme)
    place = QRect(cell.left() + 8, cell.top() + 3, theme.px(24), high - 4)
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    if when == days.today:
        side = min(place.width(), place.height())
        disc = QRectF(place.center().x() - side / 2, place.center().y() - side / 2 + 0.5, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("primary"))
        painter.drawEllipse(disc)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.color("on-primary"))
        painter.setFont(theme.font("small", 700))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(when.day))
        painter.setPen(theme.color("ink"))
        if not more:
            painter.setFont(theme.font("caption", 700))
            painter.drawText(place.translated(place.width() + 4, 0).adjusted(0, 0, cell.width(), 0), middle, _today())
    else:
        painter.setPen(theme.color("ink-2"))
        painter.setFont(theme.font("small"))
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | middle, str(when.day))
    if more > 0:
        painter.setPen(theme.color("ink-2"))
        painter.setFont(theme.font("caption", 600))
        words = say(plural_text("{count} more", "{count} more", more))
        painter.drawText(more_rect(cell, theme).adjusted(0, 0, -8, 0), Qt.AlignmentFlag.AlignRight | middle, words)


def _today() -> str:
    return say(text(N_("today")))


def _paint_block(painter: QPainter, rect: QRect, planned: Planned, theme: Theme) -> None:
    own = planned.is_own_idea
    ground, bar = ("tint", "primary") if own else ("info-tint", "info")
    if planned.is_over:
        ground, bar = "sunken", "control"
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(ground))
    painter.drawRoundedRect(QRectF(rect), _RADIUS, _RADIUS)
    painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), theme.color(bar))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inside = rect.adjusted(_BAR + 5, 3, -4, -3)
    font = theme.font("small", 600)
    measure = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(theme.color("ink-2" if planned.is_over else "ink"))
    state = QFontMetrics(theme.font("caption")).height()
    lines = lines_of(planned.row.title, measure, inside.width(), max(1, (inside.height() - state) // measure.height()))
    top = inside.top()
    for line in lines:
        painter.drawText(QRect(inside.left(), top, inside.width(), measure.height()), Qt.TextFlag.TextSingleLine, line)
        top += measure.height()
    _paint_state(painter, QRect(inside.left(), inside.bottom() - state + 1, inside.width(), state), planned, theme)


def _paint_state(painter: QPainter, place: QRect, planned: Planned, theme: Theme) -> None:
    mark = block_mark(planned)
    if mark.icon:
        side = theme.px(14)
        picture = icons.pixmap(mark.icon, theme.color(mark.role).name(), side, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPoint(place.left(), place.center().y() - side // 2 + 1), picture)
        place = place.adjusted(side + 4, 0, 0, 0)
    font = theme.font("caption")
    painter.setFont(font)
    painter.setPen(theme.color("ink-2" if planned.is_over else "ink"))
    shown = QFontMetrics(font).elidedText(say(mark.words), Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def _paint_chosen(painter: QPainter, around: QRect, theme: Theme, *, focused: bool) -> None:
    painter.setPen(QPen(theme.color("focus" if focused else "control"), 3 if focused else 1))
    painter.drawRoundedRect(QRectF(around).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
