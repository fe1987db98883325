"""The way in, `python -m buurtapp` or the installed command: a file or nothing opens the window, words are commands."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

_SUFFIX = ".buurt"


def wants_window(arguments: Sequence[str]) -> bool:
    """Return whether these words ask for the window: none, a group file, or `--quit-after`."""
    words = list(arguments)
    if "--quit-after" in words:
        return True
    return not words or (len(words) == 1 and words[0].endswith(_SUFFIX))


def has_display() -> bool:
    """Return whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def main() -> int:
    """Run what was asked for and return the exit code."""
    arguments = sys.argv[1:]
    if wants_window(arguments):
        if has_display():
            # What is imported now stays: looking through it for rubbish again and again only takes time. The app goes
            # on with that when the first screen is there.
            gc.disable()
            from buurtapp import app  # noqa: PLC0415 - a window starts without the command line

            return _leave(app.main(arguments))
        from buurtapp.core.console import no_display  # noqa: PLC0415 - the other way round

        return no_display()
    from buurtapp import cli  # noqa: PLC0415 - a command starts without the window

    return cli.main(arguments)


def _leave(code: int) -> NoReturn:
    """End the process at once: the file is closed, and taking Qt's objects apart one by one only takes time."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
