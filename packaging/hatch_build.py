"""Build hook: compiles the translations and puts them, with the resources, inside the wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Adds `resources/` and the compiled `translations/` to the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile each catalogue beside its source and name every file the wheel must hold."""
        root = Path(self.root)
        for po in sorted(root.glob("translations/*/LC_MESSAGES/*.po")):
            language = po.parts[-3]
            mo = po.with_suffix(".mo")
            with po.open("rb") as source:
                catalogue = read_po(source, locale=language)
            with mo.open("wb") as target:
                write_mo(target, catalogue)
            build_data["force_include"][str(mo)] = f"buurtapp/translations/{language}/LC_MESSAGES/{mo.name}"
        if version != "editable":
            for file in sorted(root.glob("resources/**/*")):
                if file.is_file():
                    build_data["force_include"][str(file)] = f"buurtapp/{file.relative_to(root).as_posix()}"
