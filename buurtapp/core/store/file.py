"""The group file seen from outside: what it is, before SQLite touches it. Not a byte is changed here."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from buurtapp.core import trouble
from buurtapp.core.errors import OutsideTrouble
from buurtapp.core.i18n import N_, Text, text

APPLICATION_ID = 0x42555254
"""Stands in the header of every group file: "BURT"."""

SUFFIX = ".buurt"
_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_SMALLEST_BYTES = 512


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What the header of a group file says."""

    schema: int
    size_bytes: int


def look(path: Path, newest_schema: int) -> FileFacts:
    """Return the facts of a group file, or raise with its own sentence why it cannot be opened.

    Must not be called for a file that this process has open: closing it here would drop SQLite's locks (POSIX).
    """
    try:
        if path.is_dir():
            raise trouble.is_a_folder(path.name)
        size = path.stat().st_size
        with path.open("rb") as stream:
            header = stream.read(_HEADER_BYTES)
    except OSError as error:
        raise trouble.from_os(error, path) from error
    if size == 0:
        raise _empty(path)
    if not header.startswith(_MAGIC):
        if header.startswith(_MAGIC[: len(header)]) or header.strip(b"\x00") == b"":
            raise trouble.damaged(path.name)
        raise _foreign(path)
    if len(header) < _HEADER_BYTES or size < _SMALLEST_BYTES:
        raise trouble.damaged(path.name)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise _foreign(path)
    schema = int.from_bytes(header[60:64], "big")
    if schema > newest_schema:
        raise _newer(path, schema, newest_schema)
    page_bytes = int.from_bytes(header[16:18], "big")
    page_bytes = 65536 if page_bytes == 1 else page_bytes
    pages = int.from_bytes(header[28:32], "big")
    # The page count in the header counts only when both change counters agree (SQLite file format, 1.3.8).
    if header[24:28] == header[92:96] and pages * page_bytes > size and not has_journal(path):
        raise trouble.damaged(path.name)
    return FileFacts(schema, size)


def _empty(path: Path) -> OutsideTrouble:
    return OutsideTrouble(
        "empty_file",
        text(
            N_("The file {name} is empty: 0 bytes. Something went wrong while it was copied or saved."),
            name=path.name,
        ),
        text(N_("We changed nothing. Put back the latest copy: choose File, Restore a copy.")),
    )


def _newer(path: Path, theirs: int, ours: int) -> OutsideTrouble:
    return OutsideTrouble(
        "newer_file",
        text(
            N_("The file {name} was made with a newer Buurtapp (file version {theirs}; this one knows {ours})."),
            name=path.name,
            theirs=theirs,
            ours=ours,
        ),
        text(N_("Nothing was changed. Install the newer Buurtapp first.")),
    )


def not_at_once(name: str) -> Text:
    """Return the sentence for a file that can only be looked at after it was opened in full."""
    return text(N_("The file {name} must be opened first."), name=name)


def has_journal(path: Path) -> bool:
    """Return whether a session before left something that SQLite still has to take back."""
    journal = path.with_name(path.name + "-journal")
    return journal.exists() and journal.stat().st_size > 0


def _foreign(path: Path) -> OutsideTrouble:
    return OutsideTrouble(
        "foreign_file",
        text(N_("The file {name} is not a Buurtapp file. We changed nothing in it."), name=path.name),
        text(N_("Choose a file whose name ends in .buurt. To read a list of people, choose Import.")),
    )


def is_writable(path: Path) -> bool:
    """Return whether both the file and its folder (for the journal) may be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def identity(path: Path) -> tuple[int, int] | None:
    """Return what tells this very file from another one that took its name; None when it is gone."""
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_dev, facts.st_ino
