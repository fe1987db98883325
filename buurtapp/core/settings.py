"""What belongs to this computer and not to the group: language, look, recent files. One ini file, one frozen record.

The file is disposable: whatever in it is damaged falls back to its default.
"""

from __future__ import annotations

import configparser
import contextlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from buurtapp.core import paths
from buurtapp.core.errors import OutsideTrouble
from buurtapp.core.i18n import LANGUAGES

Theme = Literal["light", "dark", "system"]
THEMES: tuple[Theme, ...] = ("light", "dark", "system")
SMALLEST_TEXT, LARGEST_TEXT = 100, 200
_MOST_RECENT = 8
_LONGEST_MEASURES = 200
_LONGEST_LIST = 2000
_SECTION = "buurtapp"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of this computer. `text_size` in percent; `recent` newest first; `window` x, y, width, height.

    `own_labels` is the sheet of labels that was measured last, as `print labels --measures` takes it.
    `lists` has by name how lists were left: their columns and how they are sorted, in words of their own screens.
    """

    language: str = "nl"
    theme: Theme = "system"
    text_size: int = 100
    recent: tuple[Path, ...] = ()
    window: tuple[int, int, int, int] | None = None
    own_labels: str = ""
    lists: tuple[tuple[str, str], ...] = ()

    def of_list(self, name: str) -> str:
        """Return how a list was left, as its screen wrote it; empty when it never was."""
        return dict(self.lists).get(name, "")

    def with_list(self, name: str, written: str) -> Settings:
        """Return the settings with how a list was left; empty: as it came."""
        others = tuple((other, value) for other, value in self.lists if other != name)
        return replace(self, lists=(*others, (name, written)) if written else others)

    def with_recent(self, file: Path) -> Settings:
        """Return the settings with this file as the most recent one."""
        others = [other for other in self.recent if other != file]
        return replace(self, recent=(file, *others)[:_MOST_RECENT])


def load_settings() -> Settings:
    """Return the settings of this computer; defaults for what is missing or damaged."""
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(paths.settings_file().read_text("utf-8"))
        found = dict(parser[_SECTION])
    except (OSError, UnicodeDecodeError, configparser.Error, KeyError):
        return Settings()
    default = Settings()
    language = found.get("language", "")
    theme = next((name for name in THEMES if name == found.get("theme")), default.theme)
    return Settings(
        language if language in LANGUAGES else default.language,
        theme,
        _text_size(found.get("text_size", "")),
        _recent(found.get("recent", "")),
        _window(found.get("window", "")),
        found.get("own_labels", "")[:_LONGEST_MEASURES],
        _lists(found.get("lists", "")),
    )


def _text_size(written: str) -> int:
    try:
        return min(max(int(written), SMALLEST_TEXT), LARGEST_TEXT)
    except ValueError:
        return SMALLEST_TEXT


def _recent(written: str) -> tuple[Path, ...]:
    try:
        loaded = json.loads(written)
    except ValueError:
        return ()
    return (
        tuple(Path(name) for name in loaded if isinstance(name, str))[:_MOST_RECENT] if isinstance(loaded, list) else ()
    )


def _lists(written: str) -> tuple[tuple[str, str], ...]:
    try:
        loaded = json.loads(written)
    except ValueError:
        return ()
    known = loaded.items() if isinstance(loaded, dict) else ()
    return tuple((name, value) for name, value in known if isinstance(value, str) and len(value) < _LONGEST_LIST)


def _window(written: str) -> tuple[int, int, int, int] | None:
    try:
        left, top, width, height = (int(part) for part in written.split(","))
    except ValueError:
        return None
    return (left, top, width, height) if width > 0 and height > 0 else None


def save_settings(settings: Settings) -> None:
    """Save the settings; a disk that says no is no reason to bother anybody about this file."""
    lines = {
        "language": settings.language,
        "theme": settings.theme,
        "text_size": str(settings.text_size),
        "recent": json.dumps([str(file) for file in settings.recent]),
        "lists": json.dumps(dict(settings.lists)),
        "window": ",".join(str(part) for part in settings.window) if settings.window else "",
        "own_labels": " ".join(settings.own_labels.split()),
    }
    text = "\n".join([f"[{_SECTION}]", *(f"{name} = {value}" for name, value in lines.items()), ""])
    from buurtapp.core.files import write_atomic  # noqa: PLC0415 - a window that starts only reads

    with contextlib.suppress(OutsideTrouble, OSError):
        paths.settings_file().parent.mkdir(parents=True, exist_ok=True)
        write_atomic(paths.settings_file(), text.encode())
