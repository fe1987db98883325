"""A gentle word below a field in which somebody writes what is better not written down. Nothing is refused."""

from __future__ import annotations

from buurtapp.features.people.rules.sensitive import warning_of
from buurtapp.uikit.controls import PlainLabel


class PrivateHint(PlainLabel):
    """Shown only while it has something to say: what the risk is, and what to write instead."""

    def __init__(self) -> None:
        super().__init__("", "care", size="small", strong=True)
        self.hide()

    def look_at(self, written: str) -> None:
        """Warn about a text, or say nothing."""
        warning = warning_of(written)
        self.set_words(warning or "")
        self.setVisible(warning is not None)
