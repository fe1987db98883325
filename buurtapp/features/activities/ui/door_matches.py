"""Whom the letters at the door can mean: a list below the field, with the found letters lit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QScrollArea, QStyledItemDelegate, QStyleOptionViewItem

from buurtapp.core.i18n import N_, text
from buurtapp.features.activities.records import DoorRow
from buurtapp.features.activities.ui import door_words
from buurtapp.uikit import icons
from buurtapp.uikit import theme as look
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.street_sign import paint_plate, plate_width
from buurtapp.uikit.theme import Theme
from buurtapp.uikit.words import Words, one_line, say

ROW, LOW_ROW = 64, 48
"""Heights at 100 %: for the large letters of the door, and for a card beside something else."""
_PAD = 16
_LEAST_WITH_WORD = 340
_Index = QModelIndex | QPersistentModelIndex


def paint_lit(painter: QPainter, place: QRectF, name: str, spans: Sequence[tuple[int, int]], font: QFont) -> None:
    """Draw a name on one line, in the pen's colour, with parts of it lit; a long one is shortened."""
    shown = QFontMetrics(font).elidedText(one_line(name), Qt.TextElideMode.ElideRight, round(place.width()))
    layout = QTextLayout(shown, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute))
    formats = []
    for first, many in spans:
        part = QTextLayout.FormatRange()
        part.start, part.length = first, max(0, min(many, len(shown) - first))
        lit = QTextCharFormat()
        lit.setBackground(look.current().color("window"))
        # A lit window is bright in the dark too: the letters on it stay dark.
        lit.setForeground(Theme(dark=False).color("ink"))
        part.format = lit
        formats.append(part)
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(place.width())
    layout.endLayout()
    layout.draw(painter, QPointF(place.left(), place.top()))


class _MatchDelegate(QStyledItemDelegate):
    """Draws somebody who was found: name, what tells them apart, and what Enter does."""

    def __init__(self, view: Matches) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a row; two of one name need room for their address."""
        return QSize(80, self._view.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row = self._view.row_at(index.row())
        if row is None:
            return
        theme, rect = look.current(), QRect(option.rect)
        chosen = self._view.currentIndex().row() == index.row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.color("tint" if chosen else "surface"))
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), theme.color("primary"))
        painter.setPen(theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        room = rect.adjusted(_PAD, 0, -_PAD, 0)
        if row.present:
            room.setRight(self._paint_inside(painter, room, theme))
        elif chosen:
            room.setRight(self._paint_enter(painter, room, theme))
        self._paint_words(painter, room, row, index.row(), theme)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, row: DoorRow, at: int, theme: Theme) -> None:
        strong = theme.font("body" if self._view.is_low else "h2", 700 if not row.present else 400)
        small = theme.font("caption" if self._view.is_low else "small")
        high, low = QFontMetrics(strong).height(), QFontMetrics(small).height()
        is_twin = at in self._view.twins and row.person is not None and bool(row.person.door.line)
        plate = theme.px(28) if is_twin else 0
        top = room.center().y() - (high + (plate + 4 if is_twin else low)) / 2
        painter.setPen(theme.color("ink-2" if row.present else "ink"))
        spans = door_words.lit(one_line(row.name), self._view.typed)
        paint_lit(painter, QRectF(room.left(), top, room.width(), high), row.name, spans, strong)
        if is_twin and row.person is not None:
            font = theme.font("body", 700)
            line = one_line(row.person.door.line)
            wide = min(plate_width(line, font), room.width())
            paint_plate(painter, QRectF(room.left(), top + high + 4, wide, plate), line, font)
            return
        said = QFontMetrics(small).elidedText(
            one_line(say(self._view.about(row))), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setFont(small)
        painter.setPen(theme.color("ink-2"))
        painter.drawText(QRectF(room.left(), top + high, room.width(), low), Qt.TextFlag.TextSingleLine, said)

    def _paint_inside(self, painter: QPainter, room: QRect, theme: Theme) -> int:
        """Draw that somebody is in already; return where the room for words ends."""
        font = theme.font("small", 600)
        said, side = text(N_("inside")).render(), theme.px(18)
        wide = QFontMetrics(font).horizontalAdvance(said)
        left = room.right() - wide - side - 6
        mark = icons.pixmap("check", theme.color("primary").name(), side, painter.device().devicePixelRatioF())
        painter.drawPixmap(left, room.center().y() - side // 2, mark)
        painter.setFont(font)
        painter.setPen(theme.color("primary"))
        place = QRect(left + side + 6, room.top(), wide + 2, room.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, said)
        return left - 12

    def _paint_enter(self, painter: QPainter, room: QRect, theme: Theme) -> int:
        """Draw what Enter does, as the main button of this screen; return where the room for words ends."""
        font, key_font = theme.font("body", 600), theme.font("caption", 600)
        key = text(N_("Enter")).render()
        if self._view.is_low:
            return self._paint_key(painter, room, key, theme)
        said = text(N_("Present")).render()
        key_wide = QFontMetrics(key_font).horizontalAdvance(key) + 14
        # Where it is narrow the name needs the room more than the word beside the key.
        said = said if room.width() >= theme.px(_LEAST_WITH_WORD) else ""
        wide = QFontMetrics(font).horizontalAdvance(said) if said else -12
        high = theme.px(40)
        box = QRectF(room.right() - wide - key_wide - 44, room.center().y() - high / 2, wide + key_wide + 44, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("primary"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.color("on-primary"))
        painter.setFont(font)
        painter.drawText(box.adjusted(16, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, said)
        cap_high = theme.px(22)
        cap = QRectF(box.right() - key_wide - 16, box.center().y() - cap_high / 2, key_wide, cap_high)
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(key_font)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, key)
        return round(box.left()) - 12

    def _paint_key(self, painter: QPainter, room: QRect, key: str, theme: Theme) -> int:
        """Draw only the key, where the main button of the screen is another."""
        font, high = theme.font("caption", 600), theme.px(24)
        wide = QFontMetrics(font).horizontalAdvance(key) + 14
        cap = QRectF(room.right() - wide, room.center().y() - high / 2, wide, high)
        painter.setPen(QPen(theme.color("control"), 1))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, key)
        return round(cap.left()) - 10


class Matches(QListView):
    """Those who were found. The keyboard stays in the field above; arrows and Enter are handed on from there."""

    picked = Signal(object)

    def __init__(self, most_shown: int = 4, *, is_low: bool = False) -> None:
        super().__init__()
        self.is_low = is_low
        self.typed = ""
        self.twins: set[int] = set()
        self._most_shown = most_shown
        self._shown = ShortModel[DoorRow]([Column("", lambda row: f"{one_line(row.name)}, {say(self.about(row))}")])
        self.setModel(self._shown)
        self.setItemDelegate(_MatchDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("kind", "inner")
        self.setAccessibleName(text(N_("Found")).render())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Be called by another name in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(text(N_("Found")).render())

    def about(self, row: DoorRow) -> Words:
        """Return what tells somebody from others."""
        return door_words.about(row)

    def show_rows(self, rows: Sequence[DoorRow], typed: str) -> None:
        """Show who was found; the first is chosen, unless somebody else has the same name."""
        self.typed = typed
        self.twins = door_words.twins(rows)
        self._shown.set_records(rows)
        first = next((at for at, row in enumerate(rows) if not row.present), -1)
        self._choose(first if first not in self.twins else -1)
        self.fit()

    def fit(self) -> None:
        """Be as high as what is shown, up to a few rows."""
        rows = min(len(self._shown.records()), self._most_shown)
        self.setFixedHeight(rows * self.row_height() + 2)

    def row_height(self) -> int:
        """Return the height of a row, grown with the text."""
        return look.current().px((LOW_ROW if self.is_low else ROW) + (12 if self.twins else 0))

    def row_at(self, at: int) -> DoorRow | None:
        """Return who stands in a row."""
        rows = self._shown.records()
        return rows[at] if 0 <= at < len(rows) else None

    def chosen(self) -> DoorRow | None:
        """Return who Enter means now; None while nobody is chosen."""
        row = self.row_at(self.currentIndex().row())
        return row if row is not None and not row.present else None

    def step(self, by: int) -> None:
        """Choose the next or the one before, passing over who is in already."""
        free = [at for at, row in enumerate(self._shown.records()) if not row.present]
        if not free:
            return
        now = self.currentIndex().row()
        if now not in free:
            self._choose(free[0 if by > 0 else -1])
        else:
            self._choose(free[min(max(free.index(now) + by, 0), len(free) - 1)])

    def _choose(self, at: int) -> None:
        index = self._shown.index(at, 0) if at >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        if at >= 0:
            self.scrollTo(index)
        else:
            self.scrollToTop()
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take the row that is clicked."""
        at = self.indexAt(event.position().toPoint()).row()
        row = self.row_at(at)
        if row is not None and not row.present:
            self._choose(at)
            self.picked.emit(row)


def follow(matches: Matches, area: QScrollArea) -> None:
    """Keep the chosen row in sight where the list itself stands in something that scrolls."""

    def reveal() -> None:
        place = matches.visualRect(matches.currentIndex())
        inside = area.widget()
        if place.isValid() and inside is not None:
            middle = matches.viewport().mapTo(inside, place.center())
            area.ensureVisible(0, middle.y(), 0, place.height())

    matches.selectionModel().currentChanged.connect(lambda _now, _before: reveal())
