"""Qt allows one application for each process: text in other scripts needs one, and so do the tests of screens."""

from __future__ import annotations

import os

import pytest
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> QApplication:
    return qapp
