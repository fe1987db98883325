"""Puts settings, clock, jobs, texts and window together. No logic of its own."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from buurtapp.core import paths
from buurtapp.core.clock import clock
from buurtapp.core.i18n import set_language
from buurtapp.core.settings import Settings, load_settings
from buurtapp.shell import crash
from buurtapp.shell.window import MainWindow
from buurtapp.uikit.choose import Choosing, Screen
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Jobs

_SETTLED_MS = 2_000
"""By then everything that a start imports is there."""


def make_window(settings: Settings, choosing: Choosing) -> MainWindow:
    """Return the window, not yet shown and without a file."""
    set_language(settings.language)
    return MainWindow(Desk(Jobs(), settings, clock(), choosing))


def run(file: Path | None, quit_after: str = "") -> int:
    """Open the window and return the exit code. `quit_after` "frame" or "data" leaves when that is painted."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        return 1
    app.setApplicationName("Buurtapp")
    app.setDesktopFileName("buurtapp")
    choosing = Screen()
    window = make_window(load_settings(), choosing)
    window.setWindowIcon(QIcon(str(paths.resource("icons", "app", "buurtapp.svg"))))
    crash.install(lambda words: choosing.tell(window, words))
    if quit_after == "frame":
        window.painted.connect(app.quit)
    else:
        window.painted.connect(lambda: window.begin(file))
    QTimer.singleShot(_SETTLED_MS, settle)
    if quit_after == "data":
        window.data_painted.connect(lambda: QTimer.singleShot(0, window.close))
    window.show()
    return app.exec()


def settle() -> None:
    """Leave everything that was imported out of Python's search for rubbish, and let it go on with the rest."""
    gc.collect()
    gc.freeze()
    gc.enable()


def main(arguments: Sequence[str]) -> int:
    """Open the window on `[FILE] [--quit-after frame|data]`."""
    words = list(arguments)
    quit_after = ""
    if "--quit-after" in words:
        at = words.index("--quit-after")
        quit_after = words[at + 1] if at + 1 < len(words) else ""
        del words[at : at + 2]
    return run(Path(words[0]) if words else None, quit_after)
