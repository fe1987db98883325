"""Looks at a window as somebody does who sees badly, uses no mouse, or has large letters: what is wrong with it?

Found in earlier programs: icon buttons without a name, targets too small to hit, words that are cut off, fields without
a label, lists that swallow the Tab key.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QScrollBar,
    QWidget,
)

SMALLEST_TARGET = 24
INTERACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
_SLACK = 1


def problems(window: QWidget) -> list[str]:
    """Return every fault of what is shown now."""
    found: list[str] = []
    for widget in _shown(window):
        found += _unnamed(widget)
        found += _too_small(widget)
        found += _cut_off(widget)
        found += _outside(widget, window)
    return found


def _shown(window: QWidget) -> Iterator[QWidget]:
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisibleTo(window) and not widget.size().isEmpty() and not _is_part(widget):
            yield widget


def _is_part(widget: QWidget) -> bool:
    """Return whether it is a part that Qt made for a widget of its own: the field in a spin box, a list's viewport."""
    parent = widget.parentWidget()
    if isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_"):
        return True
    return isinstance(parent, QAbstractSpinBox | QComboBox) or (
        isinstance(parent, QLineEdit) and isinstance(widget, QAbstractButton)
    )


def describe(widget: QWidget) -> str:
    """Return how to find a widget."""
    text = getattr(widget, "text", None)
    said = text() if callable(text) else widget.accessibleName()
    return f"{type(widget).__name__} “{str(said)[:40]}”"


def _unnamed(widget: QWidget) -> list[str]:
    if not isinstance(widget, INTERACTIVE) or not widget.isEnabled():
        return []
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name) if interface is not None else widget.accessibleName()
    return [] if name.strip() else [f"{describe(widget)}: has no name for a screen reader"]


def _too_small(widget: QWidget) -> list[str]:
    if not isinstance(widget, INTERACTIVE) or isinstance(widget, QAbstractItemView):
        return []
    small = min(widget.width(), widget.height())
    return [f"{describe(widget)}: only {small} px"] if small < SMALLEST_TARGET else []


def _cut_off(widget: QWidget) -> list[str]:
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            return _less(widget, widget.height(), needed, "high")
        return _less(widget, widget.width(), widget.sizeHint().width(), "wide")
    if isinstance(widget, QCheckBox) or (isinstance(widget, QAbstractButton) and widget.text()):
        hint = widget.sizeHint()
        return _less(widget, widget.width(), hint.width(), "wide") + _less(
            widget, widget.height(), min(hint.height(), widget.minimumHeight() or hint.height()), "high"
        )
    if isinstance(widget, QComboBox | QAbstractSpinBox | QLineEdit):
        return _less(widget, widget.height(), widget.minimumSizeHint().height(), "high")
    return []


def _less(widget: QWidget, has: int, needs: int, what: str) -> list[str]:
    return [f"{describe(widget)}: {has} px {what}, needs {needs}"] if has + _SLACK < needs else []


def _outside(widget: QWidget, window: QWidget) -> list[str]:
    """Find what sticks out of the window, or out of a parent that does not scroll."""
    parent = widget.parentWidget()
    if widget is window or parent is None or isinstance(widget, QProgressBar):
        return []
    if isinstance(parent, QAbstractScrollArea) or _scrolls(parent):
        return []
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    room = QRect(parent.mapTo(window, QPoint(0, 0)), parent.size())
    if isinstance(widget, (*INTERACTIVE, QLabel)) and not room.adjusted(-1, -1, 1, 1).contains(place):
        return [f"{describe(widget)}: sticks out of {type(parent).__name__}"]
    return []


def _scrolls(widget: QWidget) -> bool:
    """Return whether this widget is what a scroll area shows."""
    parent = widget.parentWidget()
    return parent is not None and isinstance(parent.parentWidget(), QScrollArea)


def sideways(window: QWidget) -> list[str]:
    """Return scroll areas that hide something to the right: a page may scroll down, never sideways."""
    found = []
    for area in window.findChildren(QScrollArea):
        shown = area.widget()
        if shown is not None and area.isVisibleTo(window):
            hidden = shown.minimumSizeHint().width() - area.viewport().width()
            if hidden > _SLACK:
                found.append(f"{describe(area)}: {hidden} px hidden to the right")
    return found


def tab_walk(window: QWidget) -> tuple[list[QWidget], list[QWidget]]:
    """Return what the Tab key reaches, in its order, and what it should reach and does not."""
    reached: list[QWidget] = []
    first: QWidget = window
    widget: QWidget | None = window
    for _step in range(100_000):
        widget = widget.nextInFocusChain() if widget is not None else None
        if widget is None or widget is first:
            break
        if _takes_tab(widget, window):
            reached.append(widget)
    wanted = [
        widget
        for widget in _shown(window)
        if isinstance(widget, INTERACTIVE) and widget.isEnabled() and _takes_tab(widget, window)
    ]
    return reached, [widget for widget in wanted if widget not in reached and widget is not first]


def _takes_tab(widget: QWidget, window: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisibleTo(window) and widget.isEnabled()
