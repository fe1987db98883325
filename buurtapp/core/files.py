"""Writing files so that a full disk or a pulled-out stick never costs the old one."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from buurtapp.core import trouble


def write_atomic(path: Path, data: bytes) -> None:
    """Write the whole file or leave the old one as it was; raises OutsideTrouble.

    A temporary file in the same folder is written, flushed to the disk and then put in place of the old one.
    """
    half = path.with_name(f".{secrets.token_hex(6)}.half")
    try:
        with half.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        half.replace(path)
        flush_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            half.unlink(missing_ok=True)
        raise trouble.from_os(error, path) from error


def flush_folder(folder: Path) -> None:
    """Make a rename in this folder lasting, where the system can (not on Windows, which does it by itself)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        # Some network folders cannot be flushed; the file itself is already safe.
        return
    finally:
        os.close(handle)
