"""One writer for each group file: a lock beside it that says who, where and since when.

The operating system's lock decides, so it can never be left behind; the words in the file are only for the message.
A slot file that was left behind also tells that the last session ended in a crash.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import socket
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

import portalocker

from buurtapp.core import trouble
from buurtapp.core.clock import local
from buurtapp.core.errors import OutsideTrouble
from buurtapp.core.i18n import N_, text


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a group file open."""

    user: str
    host: str
    process: int
    since: str


def slot_file(path: Path) -> Path:
    """Return where the slot of a group file lies."""
    return path.with_name(f".~slot.{path.name}")


def is_held_here(path: Path) -> bool:
    """Return whether this very process has the file open for writing."""
    try:
        with slot_file(path).open("rb") as stream:
            holder = _holder(stream)
    except OSError:
        return False
    return holder is not None and holder.process == os.getpid() and holder.host == socket.gethostname()


class Slot:
    """The right to write to one group file, until `release`."""

    def __init__(self, path: Path, stream: IO[bytes], *, after_crash: bool) -> None:
        self._file = slot_file(path)
        self._stream = stream
        self.after_crash = after_crash

    @classmethod
    def take(cls, path: Path, now: datetime, *, take_over: bool = False) -> Slot:
        """Return the slot of this file, or raise OutsideTrouble "open_elsewhere" with who has it.

        A slot left by a dead process here is taken over in silence. One left from another computer is only taken with
        `take_over`, because a lock may not reach across the network.
        """
        file = slot_file(path)
        try:
            stream = file.open("a+b")
        except OSError as error:
            raise trouble.read_only(path.name) from error
        holder = _holder(stream)
        try:
            portalocker.lock(stream, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
        except portalocker.exceptions.BaseLockException as error:
            stream.close()
            raise open_elsewhere(path, holder) from error
        if holder is not None and holder.host != socket.gethostname() and not take_over:
            stream.close()
            raise open_elsewhere(path, holder)
        me = Holder(_user(), socket.gethostname(), os.getpid(), local(now).isoformat(timespec="minutes"))
        stream.seek(0)
        stream.truncate()
        stream.write(json.dumps(asdict(me)).encode())
        stream.flush()
        return cls(path, stream, after_crash=holder is not None)

    def release(self) -> None:
        """Give the slot back; the slot file goes away."""
        # Remove first: whoever comes next must not lock a file that is about to vanish.
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)
        with contextlib.suppress(OSError, portalocker.exceptions.BaseLockException):
            portalocker.unlock(self._stream)
        self._stream.close()


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def _holder(stream: IO[bytes]) -> Holder | None:
    stream.seek(0)
    try:
        found = json.loads(stream.read(2000).decode())
        return Holder(str(found["user"]), str(found["host"]), int(found["process"]), str(found["since"]))
    except (ValueError, KeyError, TypeError, OSError):
        return None


def open_elsewhere(path: Path, holder: Holder | None = None) -> OutsideTrouble:
    """Return the error for a file that somebody has open already."""
    advice = text(N_("You can look at it. To change something, close it there first."))
    if holder is None:
        return OutsideTrouble(
            "open_elsewhere", text(N_("The file {name} is open in another window."), name=path.name), advice
        )
    return OutsideTrouble(
        "open_elsewhere",
        text(
            N_("The file {name} is already open on computer {host} (by {user}, since {since})."),
            name=path.name,
            host=holder.host,
            user=holder.user or "?",
            since=holder.since.replace("T", " "),
        ),
        advice,
    )
