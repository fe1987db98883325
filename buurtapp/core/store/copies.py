"""Which copies of a group file there are, by their names alone. Making and checking them is in `backup.py`."""

from __future__ import annotations

import contextlib
import re
from datetime import UTC, datetime
from pathlib import Path

SUFFIX = ".buurtkopie"
NAME = re.compile(r".*-(\d{6})-(\d{8})-(\d{6})\.buurtkopie")
"""How a copy is called: sequence number, day and time in UTC."""


def folder_of(path: Path) -> Path:
    """Return the folder with the copies of a group file: beside it, so that it travels along."""
    return path.with_name(f"{path.stem}.kopie")


def listed(path: Path) -> list[tuple[int, datetime, Path]]:
    """Return (sequence, moment of the name, file) of the copies of a group file, oldest first, without opening them."""
    found = []
    with contextlib.suppress(OSError):
        for copy in folder_of(path).iterdir():
            match = NAME.fullmatch(copy.name)
            if match:
                with contextlib.suppress(ValueError):
                    moment = datetime.strptime(match[2] + match[3], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
                    found.append((int(match[1]), moment, copy))
    return sorted(found)


def newest(path: Path) -> datetime | None:
    """Return when the newest copy was made, by the date in its name; None when there is none."""
    found = listed(path)
    return found[-1][1] if found else None
