"""Where the files that come with the app lie, and where this computer keeps our settings.

The installed wheel has `buurtapp/resources` and `buurtapp/translations`; a checkout has them beside the package.
"""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def _shipped(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def resource(*parts: str) -> Path:
    """Path of a shipped file, for instance `resource("fonts", "Baloo2-800.ttf")`."""
    return _shipped("resources").joinpath(*parts)


def translations() -> Path:
    """Folder of the compiled translations."""
    return _shipped("translations")


def settings_file() -> Path:
    """The ini file with what belongs to this computer; `BUURTAPP_SETTINGS` names another one."""
    named = os.environ.get("BUURTAPP_SETTINGS")
    if named:
        return Path(named)
    import platformdirs  # noqa: PLC0415 - costs start-up time, and only the app asks

    return Path(platformdirs.user_config_dir("buurtapp", appauthor=False)) / "buurtapp.ini"


def data_folder() -> Path:
    """Folder offered for new group files: outside the documents folder, which often is a cloud folder."""
    named = os.environ.get("BUURTAPP_DATA")
    if named:
        return Path(named)
    import platformdirs  # noqa: PLC0415 - costs start-up time, and only the app asks

    return Path(platformdirs.user_data_dir("buurtapp", appauthor=False))
