"""The one translator of what the computer says (OS and SQLite codes) into sentences for the coordinator."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from buurtapp.core.errors import BuurtappError, OutsideTrouble
from buurtapp.core.i18n import N_, Text, text


def disk_full() -> OutsideTrouble:
    """Return the error for a disk without room."""
    return OutsideTrouble(
        "disk_full",
        text(N_("The disk is full. Your last change is not saved yet. Everything before it is.")),
        text(N_("Make some room and try again.")),
    )


def unreachable(name: str) -> OutsideTrouble:
    """Return the error for a file that stopped answering, for instance because the stick was pulled out."""
    return OutsideTrouble(
        "unreachable",
        text(N_("The file {name} cannot be reached. What was saved before is safe."), name=name),
        text(N_("Is the USB stick still in? Put it back and try again.")),
    )


def read_only(name: str) -> OutsideTrouble:
    """Return the error for a file or folder that may not be written."""
    return OutsideTrouble(
        "read_only",
        text(
            N_("You can only look at {name}: the file or its folder is set to read-only. Nothing was changed."),
            name=name,
        ),
        text(N_("Save a copy in another folder, or change the rights of the folder.")),
    )


def moved(name: str) -> OutsideTrouble:
    """Return the error for a file that was moved or replaced while it was open."""
    return OutsideTrouble(
        "moved",
        text(N_("The file {name} was moved or replaced while you worked. We no longer write to it."), name=name),
        text(N_("Put the file back, or save a copy first.")),
    )


def busy(name: str) -> OutsideTrouble:
    """Return the error for a file that another program holds."""
    return OutsideTrouble(
        "busy",
        text(N_("Another program is using {name}. Nothing was changed."), name=name),
        text(N_("Close the file in the other program and try again.")),
    )


def damaged(name: str) -> OutsideTrouble:
    """Return the error for a group file that is not whole any more."""
    return OutsideTrouble(
        "damaged",
        text(N_("The file {name} is damaged. We changed nothing in it."), name=name),
        text(N_("Put back the latest copy: choose File, Restore a copy.")),
    )


def no_such_file(name: str) -> OutsideTrouble:
    """Return the error for a file that is not there."""
    return OutsideTrouble(
        "no_such_file",
        text(N_("There is no file {name}."), name=name),
        text(N_("Check the name and the folder. Is the USB stick in?")),
    )


def is_a_folder(name: str) -> OutsideTrouble:
    """Return the error for a folder where a file was expected."""
    return OutsideTrouble(
        "is_a_folder", text(N_("{name} is a folder, not a file."), name=name), text(N_("Choose a file in this folder."))
    )


_OS_TROUBLE = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EISDIR: "folder",
    errno.EBUSY: "busy",
    errno.ETXTBSY: "busy",
}
_WINDOWS_SHARING_VIOLATION = 32


def from_os(error: OSError, path: Path) -> OutsideTrouble:
    """Return what an OS error on this path means for the coordinator. Only the file's name is told, not the folder."""
    name = path.name
    if getattr(error, "winerror", None) == _WINDOWS_SHARING_VIOLATION:
        return busy(name)
    kind = _OS_TROUBLE.get(error.errno or 0, "unreachable")
    if kind == "full":
        return disk_full()
    if kind == "read_only":
        return read_only(name)
    if kind == "missing":
        return no_such_file(name)
    if kind == "folder":
        return is_a_folder(name)
    if kind == "busy":
        return busy(name)
    return unreachable(name)


def from_sqlite(error: sqlite3.Error, path: Path) -> BuurtappError | None:
    """Return what an SQLite error means for the coordinator; None when it is our own mistake (SQL, constraint)."""
    code = getattr(error, "sqlite_errorname", "") or ""
    name = path.name
    if code == "SQLITE_FULL":
        return disk_full()
    if code == "SQLITE_READONLY_DBMOVED":
        return moved(name)
    if code.startswith("SQLITE_READONLY"):
        return read_only(name)
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return busy(name)
    if code.startswith("SQLITE_IOERR"):
        return unreachable(name)
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return damaged(name)
    if code.startswith("SQLITE_CANTOPEN"):
        return unreachable(name)
    return None


def sentence(error: BuurtappError) -> Text:
    """Return the whole message of an error as one text."""
    if error.advice is None:
        return error.text
    return Text("{what} {advice}", {"what": error.text, "advice": error.advice})
