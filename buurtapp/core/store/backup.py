"""Verified copies of the group file, kept beside it and thinned out by a fixed rule.

A copy is a ZIP with the file, a manifest with its SHA-256 and counts, and every table as CSV, readable without us.
A copy that does not pass its own check is never kept, and a damaged file never pushes out a good copy.
"""

from __future__ import annotations

import contextlib
import csv
import hashlib
import io
import json
import os
import secrets
import sqlite3
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import IO

from buurtapp.core import trouble
from buurtapp.core.clock import local
from buurtapp.core.errors import OutsideTrouble, UserError
from buurtapp.core.files import flush_folder
from buurtapp.core.i18n import N_, text
from buurtapp.core.store import check, file
from buurtapp.core.store.connect import connect
from buurtapp.core.store.copies import NAME
from buurtapp.core.store.copies import SUFFIX as SUFFIX
from buurtapp.core.store.copies import folder_of as folder_of
from buurtapp.core.store.copies import listed as listed

_FORMAT = 1
_DB, _MANIFEST = "group.buurt", "manifest.json"
_MANIFEST_LIMIT = 1 << 20
_DB_LIMIT = 4 << 30
_CHUNK = 1 << 20
_KEEP_ALL_DAYS, _KEEP_DAILY, _KEEP_WEEKLY, _KEEP_MONTHLY = 2, 12, 10, 9


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """One copy. `counter` is how many transactions the file had seen; `made_at` is aware, in UTC."""

    file: Path
    sequence: int
    made_at: datetime
    counter: int
    schema: int
    counts: Mapping[str, int]
    digest: str


def retained(copies: Sequence[tuple[int, date]]) -> set[int]:
    """Return the sequence numbers to keep: all of the newest two days, 12 daily, 10 weekly, 9 monthly, and the newest.

    Days are counted back from the newest copy by sequence, so a clock that jumps never throws one away too early.
    Numbers from Anki's scheme (rslib/src/collection/backup.rs), a little smaller on nothing.
    """
    if not copies:
        return set()
    ordered = sorted(copies, reverse=True)
    newest_day = ordered[0][1]
    keep = {ordered[0][0]}
    seen: dict[str, set[object]] = {"day": set(), "week": set(), "month": set()}
    limits = {"day": _KEEP_DAILY, "week": _KEEP_WEEKLY, "month": _KEEP_MONTHLY}
    for sequence, day in ordered:
        if newest_day - day < timedelta(days=_KEEP_ALL_DAYS):
            keep.add(sequence)
        for period, value in (("day", day), ("week", day.isocalendar()[:2]), ("month", (day.year, day.month))):
            if value not in seen[period] and len(seen[period]) < limits[period]:
                seen[period].add(value)
                keep.add(sequence)
    return keep


def rotate(path: Path) -> None:
    """Throw away the copies that the rule does not keep."""
    copies = listed(path)
    keep = retained([(sequence, moment.date()) for sequence, moment, _ in copies])
    for sequence, _, copy in copies:
        if sequence not in keep:
            with contextlib.suppress(OSError):
                copy.unlink()


def next_name(path: Path, now: datetime) -> Path:
    """Return the name for the next copy: sequence number first, so that order never hangs on a clock."""
    sequence = max((number for number, _, _ in listed(path)), default=0) + 1
    return folder_of(path) / f"{path.stem}-{sequence:06d}-{now.astimezone(UTC):%Y%m%d-%H%M%S}{SUFFIX}"


def write_copy(source: Path, target: Path, now: datetime, counter: int) -> BackupInfo:
    """Write and verify a copy of a group file that may be in use; raises OutsideTrouble and leaves nothing half done.

    `counter` is the number of transactions the copy must hold at least; another one means that the wrong file was read.
    """
    half = target.with_name(f".{secrets.token_hex(6)}.half")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy_pages(source, half)
        report, held = _verified(half, counter, target.name)
        packed = half.with_suffix(".pack")
        _pack(half, packed, report, now, held)
        packed.replace(target)
        flush_folder(target.parent)
    except OSError as error:
        raise trouble.from_os(error, target) from error
    except sqlite3.Error as error:
        raise trouble.from_sqlite(error, source) or trouble.damaged(source.name) from error
    finally:
        for left in target.parent.glob(f"{half.stem}*"):
            with contextlib.suppress(OSError):
                left.unlink()
    return BackupInfo(target, _sequence(target), now, held, report.schema, report.counts, report.digest)


def _copy_pages(source: Path, half: Path) -> None:
    with (
        contextlib.closing(connect(source, writes=False)) as live,
        contextlib.closing(sqlite3.connect(half)) as copy,
    ):
        live.backup(copy)


def _verified(half: Path, counter: int, name: str) -> tuple[check.FileReport, int]:
    report = check.inspect_file(half)
    with contextlib.closing(connect(half, writes=False)) as copy:
        held = int(copy.execute("SELECT counter FROM store_info").fetchone()[0])
    if report.problems or held < counter:
        raise OutsideTrouble(
            "copy_failed",
            text(N_("The copy {name} is not good, so it was not kept. Your file itself was not touched."), name=name),
            text(N_("Earlier copies are still there. Check the file: choose File, Check.")),
        )
    return report, held


def _pack(half: Path, packed: Path, report: check.FileReport, now: datetime, counter: int) -> None:
    with half.open("rb") as stream:
        checksum = hashlib.file_digest(stream, "sha256").hexdigest()
    manifest = {
        "format": _FORMAT,
        "made_at": now.isoformat(timespec="seconds"),
        "counter": counter,
        "schema": report.schema,
        "counts": dict(report.counts),
        "digest": report.digest,
        "sha256": checksum,
        "size": half.stat().st_size,
    }
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(_MANIFEST, json.dumps(manifest, indent=1))
        archive.write(half, _DB)
        with contextlib.closing(connect(half, writes=False)) as copy:
            for table in check.content_tables(copy):
                archive.writestr(f"plain/{table}.csv", _as_csv(copy, table))
    with packed.open("rb+") as stream:
        stream.flush()
        os.fsync(stream.fileno())


def _as_csv(connection: sqlite3.Connection, table: str) -> str:
    lines = io.StringIO()
    writer = csv.writer(lines)
    cursor = connection.execute(f'SELECT * FROM "{table}" ORDER BY id')  # noqa: S608 - names from the schema
    writer.writerow([column[0] for column in cursor.description])
    for row in cursor:
        writer.writerow(["" if value is None or isinstance(value, bytes) else value for value in row])
    return lines.getvalue()


def _sequence(copy: Path) -> int:
    match = NAME.fullmatch(copy.name)
    return int(match[1]) if match else 0


def _not_a_copy(copy: Path) -> OutsideTrouble:
    return OutsideTrouble(
        "not_a_copy",
        text(N_("The file {name} is not a whole copy made by Buurtapp. Nothing was changed."), name=copy.name),
        text(N_("Choose another copy; the one before it is usually good.")),
    )


def read_info(copy: Path) -> BackupInfo:
    """Return what a copy says of itself; raises OutsideTrouble when it is not one of ours."""
    try:
        with zipfile.ZipFile(copy) as archive:
            if archive.getinfo(_MANIFEST).file_size > _MANIFEST_LIMIT:
                raise _not_a_copy(copy)
            manifest = json.loads(archive.read(_MANIFEST))
        return BackupInfo(
            copy,
            _sequence(copy),
            datetime.fromisoformat(manifest["made_at"]),
            int(manifest["counter"]),
            int(manifest["schema"]),
            {str(name): int(number) for name, number in manifest["counts"].items()},
            str(manifest["digest"]),
        )
    except OSError as error:
        raise trouble.from_os(error, copy) from error
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        NotImplementedError,
    ) as error:
        raise _not_a_copy(copy) from error


def restore(copy: Path, target: Path, newest_schema: int) -> BackupInfo:
    """Put a copy back as a new file, after checking its sum and its content; an existing file is never overwritten."""
    info = read_info(copy)
    if target.exists():
        raise UserError(
            "file_exists",
            text(N_("There is already a file {name}. It was not touched."), name=target.name),
            text(N_("Choose another name for the restored file.")),
        )
    half = target.with_name(f".{secrets.token_hex(6)}.half")
    try:
        _unpack(copy, half)
        facts = file.look(half, newest_schema)
        report = check.inspect_file(half)
        if report.problems or report.digest != info.digest or facts.schema != info.schema:
            raise _not_a_copy(copy)
        half.rename(target)
        flush_folder(target.parent)
    except OSError as error:
        raise trouble.from_os(error, target) from error
    finally:
        for left in (half, half.with_name(half.name + "-journal")):
            with contextlib.suppress(OSError):
                left.unlink()
    return info


def _unpack(copy: Path, half: Path) -> None:
    """Write the file inside a copy to `half`: only the one known name, no bigger than it says, with the right sum."""
    total = hashlib.sha256()
    try:
        with zipfile.ZipFile(copy) as archive:
            manifest = json.loads(archive.read(_MANIFEST))
            size = int(manifest["size"])
            if size > _DB_LIMIT or archive.getinfo(_DB).file_size != size:
                raise _not_a_copy(copy)
            with archive.open(_DB) as packed, half.open("xb") as stream:
                for block in _blocks(packed, size):
                    total.update(block)
                    stream.write(block)
                stream.flush()
                os.fsync(stream.fileno())
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError, NotImplementedError) as error:
        raise _not_a_copy(copy) from error
    if total.hexdigest() != manifest["sha256"]:
        raise _not_a_copy(copy)


def _blocks(packed: IO[bytes], size: int) -> Iterable[bytes]:
    left = size
    while left > 0:
        try:
            block = packed.read(min(_CHUNK, left))
        except zlib.error as error:
            raise zipfile.BadZipFile from error
        if not block:
            return
        left -= len(block)
        yield block


def age_days(path: Path, now: datetime) -> int | None:
    """Return how many days ago the newest copy was made, by the date in its name; None when there is none."""
    copies = listed(path)
    if not copies:
        return None
    return max(0, (local(now).date() - local(copies[-1][1]).date()).days)
