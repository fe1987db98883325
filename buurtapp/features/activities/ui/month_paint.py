"""How a day of the month looks: its number, up to two blocks, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.activities.ui.board import Block, Mark
from buurtapp.features.activities.ui.cut_text import lines_of
from buurtapp.features.activities.ui.month_days import MonthDays
from buurtapp.uikit import icons
from buurtapp.uikit import theme as look
from buurtapp.uikit.theme import Theme
from buurtapp.uikit.words import say

MOST_BLOCKS = 2
_PAD, _BAR, _GAP, _RADIUS = 4, 4, 2, 4
_INSIDE, _SIDE = 3, 5
_RING = 3
_Index = QModelIndex | QPersistentModelIndex


def number_height(theme: Theme) -> int:
    """Return how high the line with the number of the day is."""
    return theme.px(28)


def least_height(theme: Theme) -> int:
    """Return how low a day may be: its number and one block of two lines."""
    return number_height(theme) + _block_height(theme, 1) + 2 * _PAD


def _block_height(theme: Theme, title_lines: int, *, state: bool = True) -> int:
    title, below = QFontMetrics(theme.font("small", 600)), QFontMetrics(theme.font("caption"))
    return title.height() * title_lines + (below.height() if state else 0) + 2 * _INSIDE


def block_rects(cell: QRect, blocks: Sequence[Block], theme: Theme) -> list[QRect]:
    """Return where the blocks of a day lie in its cell; fewer than there are when there is no room.

    One block may have two lines of title; two that do not fit so are one line each, with only the icon of their state.
    """
    room = QRect(cell.left() + _PAD, cell.top() + number_height(theme), cell.width() - 2 * _PAD - 1, 0)
    bottom = cell.bottom() - 1
    if len(blocks) == 1:
        measure = QFontMetrics(theme.font("small", 600))
        lines = len(title_lines(blocks[0], measure, room.width() - _BAR - 2 * _SIDE, 2)) or 1
        fitting = max(1, min(lines, (bottom - _PAD - room.top() - _block_height(theme, 0)) // measure.height()))
        return [QRect(room.left(), room.top(), room.width(), _block_height(theme, fitting))]
    count = min(len(blocks), MOST_BLOCKS)
    high = _block_height(theme, 1)
    if room.top() + count * high + (count - 1) * _GAP > bottom:
        high = _block_height(theme, 1, state=False)
    made: list[QRect] = []
    for at in range(count):
        top = room.top() + at * (high + _GAP)
        if made and top + high > bottom:
            break
        made.append(QRect(room.left(), top, room.width(), high))
    return made


def title_lines(block: Block, measure: QFontMetrics, width: int, most: int) -> list[str]:
    """Return a title in at most so many lines; a shorter form of it when its words do not fit whole."""
    for words in block.titles:
        lines = lines_of(words, measure, width, most)
        if " ".join(lines) == words:
            return lines
    return lines_of(block.titles[0], measure, width, most)


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
        blocks = days.blocks(when)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(cell)
        painter.fillRect(cell, theme.color("surface" if when.month == days.first.month else "paper"))
        # Without smoothing: a line of one pixel stays one.
        painter.fillRect(cell.right(), cell.top(), 1, cell.height(), theme.color("line"))
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, theme.color("line"))
        rects = block_rects(cell, blocks, theme)
        _paint_number(painter, cell, when, days, len(blocks) - len(rects))
        for rect, one in zip(rects, blocks, strict=False):
            _paint_block(painter, rect, one, theme)
        if when == days.chosen:
            wide = _RING if len(blocks) == 1 else 0
            around = rects[0].adjusted(-wide, -wide, wide, wide) if wide else cell.adjusted(1, 1, -2, -2)
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


def _paint_block(painter: QPainter, rect: QRect, block: Block, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(block.ground))
    painter.drawRoundedRect(QRectF(rect), _RADIUS, _RADIUS)
    painter.save()
    painter.setClipRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), Qt.ClipOperation.IntersectClip)
    painter.setBrush(theme.color(block.bar))
    painter.drawRoundedRect(QRectF(rect.left(), rect.top(), 3 * _BAR, rect.height()), _RADIUS, _RADIUS)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inside = rect.adjusted(_BAR + _SIDE, _INSIDE, -_SIDE, -_INSIDE)
    font = theme.font("small", 600)
    measure = QFontMetrics(font)
    state = QFontMetrics(theme.font("caption")).height()
    has_state = rect.height() >= _block_height(theme, 1)
    if not has_state:
        inside.setLeft(_paint_icon(painter, inside, block.mark, theme))
    font.setStrikeOut(block.is_struck)
    painter.setFont(font)
    painter.setPen(theme.color("ink-2" if block.is_quiet else "ink"))
    most = max(1, (inside.height() - (state if has_state else 0)) // measure.height())
    top = inside.top()
    for line in title_lines(block, measure, inside.width(), most):
        painter.drawText(QRect(inside.left(), top, inside.width(), measure.height()), Qt.TextFlag.TextSingleLine, line)
        top += measure.height()
    if has_state:
        _paint_state(painter, QRect(inside.left(), inside.bottom() - state + 1, inside.width(), state), block, theme)


def _paint_icon(painter: QPainter, place: QRect, mark: Mark, theme: Theme) -> int:
    """Draw the icon of a state at the left; return where its word begins."""
    if not mark.icon:
        return place.left()
    side = theme.px(14)
    picture = icons.pixmap(mark.icon, theme.color(mark.role).name(), side, painter.device().devicePixelRatioF())
    painter.drawPixmap(QPoint(place.left(), place.center().y() - side // 2 + 1), picture)
    return place.left() + side + 4


def _paint_state(painter: QPainter, place: QRect, block: Block, theme: Theme) -> None:
    place.setLeft(_paint_icon(painter, place, block.mark, theme))
    font = theme.font("caption")
    painter.setFont(font)
    painter.setPen(theme.color("ink-2" if block.is_quiet else "ink"))
    shown = QFontMetrics(font).elidedText(say(block.mark.words), Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def _paint_chosen(painter: QPainter, around: QRect, theme: Theme, *, focused: bool) -> None:
    thick = _RING if focused else 1
    half = thick / 2
    painter.setPen(QPen(theme.color("focus" if focused else "control"), thick))
    painter.drawRoundedRect(QRectF(around).adjusted(half, half, -half, -half), _RADIUS + 1, _RADIUS + 1)
