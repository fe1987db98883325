"""Pictures of all screens: a window that nobody sees, on a copy of the file, which goes away again."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import cast

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QApplication

from buurtapp.core.clock import clock
from buurtapp.core.i18n import set_language
from buurtapp.core.settings import Settings, Theme
from buurtapp.core.store import backup, migrate
from buurtapp.core.store.store import Store
from buurtapp.shell.pictures import Seen, Walk
from buurtapp.shell.window import MainWindow
from buurtapp.uikit.choose import Nobody
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Jobs


@dataclass(frozen=True, slots=True)
class Look:
    """How the screens look: language, "light" or "dark", size of the text in percent, and the window in pixels."""

    language: str
    theme: str
    text_size: int
    width: int
    height: int


def make_pictures(file: Path, look: Look, only: str = "") -> list[tuple[str, bytes]]:
    """Return (name, PNG) of every state of every screen; raises the app's own errors for a file it cannot open."""
    with tempfile.TemporaryDirectory(prefix="buurtapp-") as folder:
        # Whatever is opened, filled in or saved on the way stays in this folder.
        os.environ["BUURTAPP_SETTINGS"] = str(Path(folder, "buurtapp.ini"))
        copy = Path(folder, file.name)
        kept = Path(folder, "copy" + backup.SUFFIX)
        with Store.open(file, clock(), read_only=True) as store:
            store.backup(kept)
        backup.restore(kept, copy, migrate.newest_schema())
        return _walk(copy, look, only)


def _walk(file: Path, look: Look, only: str) -> list[tuple[str, bytes]]:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    set_language(look.language)
    settings = Settings(look.language, cast("Theme", look.theme), look.text_size)
    window = MainWindow(Desk(Jobs(), settings, clock(), Nobody()))
    window.resize(look.width, look.height)
    made: list[tuple[str, bytes]] = []
    failed: list[BaseException] = []

    def fail(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        failed.append(error)
        app.quit()

    def begin() -> None:
        window.resize(look.width, look.height)
        Walk(window, only, lambda seen: made.append((seen.name, _png(seen))), lambda: ended(window)).start()

    def ended(window: MainWindow) -> None:
        window.close()
        app.quit()

    window.data_shown.connect(begin)
    window.painted.connect(lambda: window.begin(file))
    window.show()
    before, sys.excepthook = sys.excepthook, fail
    app.exec()
    sys.excepthook = before
    if failed:
        raise failed[0]
    return made


def _png(seen: Seen) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    seen.widget.grab().save(buffer, "PNG")
    return bytes(buffer.data().data())
