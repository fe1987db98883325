"""A desk for tests of screens: a real store, real background work, and somebody who answers what a test wants."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

import buurtapp.schema  # noqa: F401 - every table must be known before the first query
from buurtapp.core.i18n import Text, set_language
from buurtapp.core.settings import Settings
from buurtapp.core.store import Store
from buurtapp.uikit import theme as look
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Jobs
from buurtapp.uikit.style import style_sheet
from buurtapp.uikit.words import Words


class Answers:
    """Who is asked for files and whether they are sure; remembers what was asked and told."""

    def __init__(self) -> None:
        self.file: Path | None = None
        self.is_sure = True
        self.asked: list[str] = []
        self.told: list[str] = []

    def open_file(self, _parent: QWidget, title: Text, _kinds: Words) -> Path | None:
        self.asked.append(title.render())
        return self.file

    def save_file(self, _parent: QWidget, title: Text, _suggested: Path, _kinds: Words) -> Path | None:
        self.asked.append(title.render())
        return self.file

    def folder(self, _parent: QWidget, title: Text) -> Path | None:
        self.asked.append(title.render())
        return self.file

    def sure(self, _parent: QWidget, question: Words, _more: Words, _yes: Words) -> bool:
        self.asked.append(str(question))
        return self.is_sure

    def tell(self, _parent: QWidget | None, words: Words) -> None:
        self.told.append(str(words))


def desk_for(store: Store, *, language: str = "en", dark: bool = False, percent: int = 100) -> Desk:
    """Return a desk with an open file, in English unless a test wants it otherwise; `desk.jobs.close()` ends it."""
    set_language(language)
    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme = look.Theme(dark, percent)
        look.apply(app, theme)
        app.setStyleSheet(style_sheet(theme))
    desk = Desk(Jobs(), Settings(language=language, text_size=percent), store.clock, Answers())
    desk.set_store(store)
    return desk
