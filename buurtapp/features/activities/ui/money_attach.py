"""How a photo or a PDF gets to a receipt: chosen, dropped on its row, or pasted; made small in the background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractItemView, QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.activities.money.attachments import ENDINGS, PICTURE_ENDINGS, prepare, prepare_file
from buurtapp.features.activities.money.records import Prepared
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.paged_model import PagedModel
from buurtapp.uikit.table import COMPACT_ROW, Table
from buurtapp.uikit.words import Words

_PASTED = "plakbord.png"
_MAKING = text(N_("Making the picture small"))
Then = Callable[[Prepared], None]


def files_in(data: QMimeData) -> list[Path]:
    """Return the files of this computer that are dropped or pasted."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class Attaching:
    """Brings files in: `then` gets one that is ready to be kept; what is wrong with it is told in the message bar."""

    def __init__(self, desk: Desk, *, pictures_only: bool = False) -> None:
        self._desk = desk
        self._pictures_only = pictures_only

    def choose(self, parent: QWidget, then: Then) -> None:
        """Ask for a file."""
        endings = PICTURE_ENDINGS if self._pictures_only else ENDINGS
        kinds = " ".join(f"*.{ending}" for ending in (*endings, *(ending.upper() for ending in endings)))
        said = text(N_("Photos ({kinds})") if self._pictures_only else N_("Photos and PDF ({kinds})"), kinds=kinds)
        title: Text = text(N_("Choose a photo")) if self._pictures_only else text(N_("Choose a photo or PDF"))
        file = self._desk.choosing.open_file(parent, title, said)
        if file is not None:
            self.take_file(file, then)

    def take_file(self, file: Path, then: Then) -> None:
        """Make a file ready."""
        only = self._pictures_only
        self._desk.start(_MAKING, lambda _progress: prepare_file(file, pictures_only=only), then)

    def paste(self, then: Then) -> None:
        """Take what was copied: a file, or a picture itself."""
        # PySide says that there is always something; there is not, on some systems.
        copied = cast("QMimeData | None", QGuiApplication.clipboard().mimeData())
        files = files_in(copied) if copied is not None else []
        picture = QGuiApplication.clipboard().image()
        if len(files) == 1:
            self.take_file(files[0], then)
        elif not picture.isNull():
            self._desk.start(_MAKING, lambda _progress: prepare(_png(picture), _PASTED), then)
        else:
            said = text(N_("No picture was copied yet. Copy a photo first (Ctrl+C), and paste here."))
            self._desk.tell(said, "info")

    def drop(self, files: list[Path], then: Then) -> None:
        """Take the one file that was dropped; several at a time are refused."""
        if len(files) == 1:
            self.take_file(files[0], then)
        else:
            self._desk.tell(text(N_("These are {count} files. Drop one at a time."), count=len(files)), "care")


def _png(picture: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(held.data())


class DropTable(Table):
    """A table on whose rows files can be dropped: `dropped` has the row, -1 below them, and the files."""

    dropped = Signal(int, object)

    def __init__(self, words: Words, model: PagedModel[Any]) -> None:
        super().__init__(words, model, base_row=COMPACT_ROW)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Say yes to files."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Show on which row it would land."""
        if files_in(event.mimeData()):
            row = self.indexAt(event.position().toPoint()).row()
            if row >= 0:
                self.choose(row)
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Tell which files were dropped on which row."""
        event.acceptProposedAction()
        self.dropped.emit(self.indexAt(event.position().toPoint()).row(), files_in(event.mimeData()))
