"""Qt's own words (the buttons of its dialogs) in the language of the screens. Changing it tells every widget."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication


class _Words(QTranslator):
    """The catalogue of Qt for one language; one at a time is in use."""


def speak(language: str) -> None:
    """Let Qt speak this language; every widget gets a LanguageChange, also where Qt has no words of its own."""
    app = QCoreApplication.instance()
    if app is None:
        return
    old = app.findChild(_Words)
    made = _Words(app)
    # qt_nl.qm is an empty stub: qtbase_nl.qm has the words (measured, PySide6 6.11).
    made.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    QLocale.setDefault(QLocale(language))
    told = app.installTranslator(made)
    if old is not None:
        told = app.removeTranslator(old) or told
        old.deleteLater()
    if not told:
        # English needs no catalogue, so Qt has nothing to tell: we do.
        for window in QApplication.topLevelWidgets():
            QApplication.postEvent(window, QEvent(QEvent.Type.LanguageChange))
