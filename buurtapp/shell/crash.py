"""The last net: what nobody foresaw is told in a sentence, and written down without anything personal."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from buurtapp.core import paths
from buurtapp.core.i18n import N_, Text, text

Say = Callable[[Text], None]
_REPORT = "fout.txt"
_SENTENCE = N_(
    "Something went wrong in Buurtapp itself. Your data is safe: everything saved is on the disk. "
    "Close Buurtapp and open it again."
)


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return where it went wrong: files, lines and kinds of error. Never a message or a value: names could be in it."""
    places = traceback.extract_tb(trace)
    lines = [
        f"  {place.filename.rpartition('buurtapp')[2] or place.filename}:{place.lineno} {place.name}"
        for place in places
    ]
    return "\n".join([f"{kind.__module__}.{kind.__qualname__}", *lines, ""])


def install(say: Say) -> None:
    """Tell through `say` what nobody foresaw, once in a while, and keep the last report beside the settings."""
    is_telling = False

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal is_telling
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        written = report(kind, trace)
        sys.stderr.write(written)
        place = paths.settings_file().with_name(_REPORT)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(written, "utf-8")
        except OSError:
            # The sentence matters more than the report.
            pass
        if not is_telling:
            is_telling = True
            say(text(_SENTENCE))
            is_telling = False

    sys.excepthook = hook
