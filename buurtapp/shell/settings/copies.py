"""What the tab of the file knows of copies: which there are, what is in them, and under what name one comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from buurtapp.core.clock import local
from buurtapp.core.errors import OutsideTrouble
from buurtapp.core.store import backup, migrate
from buurtapp.core.store.backup import BackupInfo
from buurtapp.core.store.store import Store
from buurtapp.uikit.words import clock_time, day


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy beside the group file. `made_at` is aware; without `info` it cannot be opened."""

    file: Path
    made_at: datetime
    info: BackupInfo | None


@dataclass(frozen=True, slots=True)
class Present:
    """What is in the file now: rows by table, and the sum over all content."""

    counts: Mapping[str, int]
    digest: str


def copies_of(store: Store) -> list[Copy]:
    """Return the copies beside a group file, newest first; each is opened, so not for the thread of the screen."""
    return [_copy(moment, file) for _sequence, moment, file in reversed(backup.listed(store.path))]


def _copy(moment: datetime, file: Path) -> Copy:
    try:
        info = backup.read_info(file)
    except OutsideTrouble:
        return Copy(file, moment, None)
    return Copy(file, info.made_at, info)


def present(store: Store) -> Present:
    """Return what is in the file now; looks at all of it, so not for the thread of the screen."""
    report = store.check()
    return Present(report.counts, report.digest)


def moment_words(moment: datetime, today: date) -> str:
    """Return day and time of a moment as short as it can be: "di 13 okt, 09.12"; with the year when it is another."""
    at = local(moment)
    pattern = "EEE d MMM" if at.year == today.year else "EEE d MMM y"
    return f"{day(at.date(), pattern)}, {clock_time(at)}"


def restored_name(group_file: Path, made_at: datetime) -> Path:
    """Return a name that is not taken, beside the group file, for the file that a copy becomes."""
    return free_name(group_file.with_name(f"{group_file.stem}-{local(made_at):%Y-%m-%d}{group_file.suffix}"))


def free_name(wanted: Path) -> Path:
    """Return this name, or the first with a number behind it that is not taken."""
    target, number = wanted, 1
    while target.exists():
        number += 1
        target = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    return target


def put_back(store: Store, copy: BackupInfo) -> Path:
    """Make a copy of the present state, and put an earlier one back beside it; return the new file.

    The copy of now is not counted with the automatic ones: thinning those out could take the one that comes back.
    """
    if not store.read_only:
        store.backup(backup.next_name(store.path, store.clock.now()))
    target = restored_name(store.path, copy.made_at)
    backup.restore(copy.file, target, migrate.newest_schema())
    return target


def elsewhere(chosen: Path) -> Path:
    """Return where a copy goes: always a name of a copy, so that it never takes the place of a group file."""
    if chosen.suffix.lower() == backup.SUFFIX:
        return chosen
    return free_name(chosen.with_name(chosen.name + backup.SUFFIX))
