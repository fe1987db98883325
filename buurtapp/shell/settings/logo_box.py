"""The logo of the group: chosen with a button or dropped here, shown small, taken away again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QLabel

from buurtapp.core import trouble
from buurtapp.core.i18n import N_, text
from buurtapp.features.group import rules
from buurtapp.features.group.records import Group
from buurtapp.shell.settings.columns import flow
from buurtapp.uikit.controls import Button, Card, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Progress
from buurtapp.uikit.page import column
from buurtapp.uikit.words import Words, say

_SUFFIXES = {".png", ".jpg", ".jpeg"}
_SHOWN = QSize(220, 88)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A picture that was read: the bytes of the file, and how it looks small; without looks it is no picture."""

    data: bytes
    small: QImage | None


class LogoBox(Card):
    """Shows the logo. `chosen` gives the bytes of another one, or None to take it away."""

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._has_logo = False
        self.setAcceptDrops(True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.picture = QLabel()
        self.picture.setTextFormat(Qt.TextFormat.PlainText)
        self.words = PlainLabel("", "second", size="small")
        self.problem = PlainLabel("", "wrong", size="small", strong=True)
        self.choose_button = Button(text(N_("Choose a picture…")), "secondary", "image")
        self.away_button = Button(text(N_("Take the logo away")), "quiet", "trash-2")
        box = column(self, (20, 16, 20, 20), 10)
        box.addWidget(Heading(text(N_("Logo")), "h2", wrap=True))
        for widget in (self.picture, self.words, self.problem):
            box.addWidget(widget)
        box.addWidget(flow(self.choose_button, self.away_button))
        self.set_problem("")

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self._choose)
        self.away_button.clicked.connect(lambda: self.chosen.emit(None))

    def show_logo(self, logo: bytes | None) -> None:
        """Show the logo that is in the file."""
        self._has_logo = logo is not None
        words = text(N_("It stands at the top of your papers."))
        if logo is None:
            words = text(N_("No logo yet. Choose a PNG or JPEG picture, or drop it here."))
        self.words.set_words(words)
        self.picture.setAccessibleName(say(text(N_("The logo of the group"))))
        self.picture.setVisible(self._has_logo)
        self.away_button.setVisible(self._has_logo)
        if logo is not None:
            self.desk.later("settings_logo", lambda _store: _small(logo), self._paint)

    def set_problem(self, words: Words) -> None:
        """Say why a picture was not taken; nothing takes it away."""
        self.problem.set_words(words)
        self.problem.setVisible(bool(say(words)))
        self.choose_button.setAccessibleDescription(say(words))

    # Slots

    def _paint(self, small: QImage | None) -> None:
        shown = QPixmap() if small is None else QPixmap.fromImage(small)
        self.picture.setPixmap(shown)
        self.picture.setVisible(not shown.isNull())
        if small is None and self._has_logo:
            self.words.set_words(text(N_("The logo of the group cannot be shown.")))

    def _choose(self) -> None:
        title, kinds = text(N_("Choose a logo")), text(N_("Pictures (*.png *.jpg *.jpeg)"))
        file = self.desk.choosing.open_file(self, title, kinds)
        if file is not None:
            self.take(file)

    def take(self, file: Path) -> None:
        """Read a picture in the background and offer it as logo."""
        if file.suffix.lower() not in _SUFFIXES:
            self.set_problem(text(N_("This is not a PNG or JPEG picture.")))
            return
        self.desk.start(
            text(N_("Reading {name}"), name=file.name), lambda _progress: _read(file, _progress), self._read
        )

    def _read(self, read: Chosen) -> None:
        found = rules.problems(Group("-", logo=read.data))
        if found:
            self.set_problem(found[0].text)
        elif read.small is None:
            self.set_problem(text(N_("This picture cannot be opened. Choose another one.")))
        else:
            self.set_problem("")
            self.chosen.emit(read.data)

    # Qt's names

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take a file of this computer."""
        if self.isEnabled() and _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Read what was dropped."""
        file = _dropped(event)
        if file is not None:
            event.acceptProposedAction()
            self.take(file)


def _dropped(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def _read(file: Path, _progress: Progress) -> Chosen:
    """Read a picture, but no more of it than a logo may have; raises OutsideTrouble."""
    try:
        with file.open("rb") as stream:
            data = stream.read(rules.LONGEST_LOGO_BYTES + 1)
    except OSError as error:
        raise trouble.from_os(error, file) from error
    may_be = not rules.problems(Group("-", logo=data))
    return Chosen(data, _small(data) if may_be else None)


def _small(data: bytes) -> QImage | None:
    """Return the picture at the size it is shown; None when it is not whole."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and (size.width() > _SHOWN.width() or size.height() > _SHOWN.height()):
        reader.setScaledSize(size.scaled(_SHOWN, Qt.AspectRatioMode.KeepAspectRatio))
    made = reader.read()
    return None if made.isNull() else made
