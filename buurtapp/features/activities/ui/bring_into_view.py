"""Scrolling to where the keyboard goes: Qt does that for Tab, and not for what is chosen by other keys."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget

from buurtapp.uikit import theme as look


def bring_into_view(widget: QWidget) -> None:
    """Scroll whatever a widget lies in until it is seen, with a little around it."""
    around = look.current().px(24)
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, around)
        above = above.parentWidget()
