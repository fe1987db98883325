"""What the list of people needs to print registration forms, which a feature above this one knows how to bring home."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QWidget

from buurtapp.uikit.desk import Desk


class FormPrinter(Protocol):
    """Prints forms and keeps what was printed."""

    def print_forms(self, desk: Desk, people: Sequence[int], parent: QWidget) -> object:
        """Show the forms of these people, or a blank one when there are none, ready for the printer."""
