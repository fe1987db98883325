#!/usr/bin/env python3
"""The chores of the house: `.venv/bin/python packaging/chores.py CHORE`.

translations   reads every text out of the code into buurtapp.pot and the catalogues, and compiles them
compile        compiles the catalogues only
missing        lists the texts that have no Dutch yet
lock           writes requirements.lock anew from pyproject.toml (needs uv)
format         lays out the code
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
TRANSLATIONS = ROOT / "translations"
TEMPLATE = TRANSLATIONS / "buurtapp.pot"
LANGUAGES = ("nl", "en")
KEYWORDS = {
    "_": None,
    "N_": None,
    "n_": (1, 2),
    "p_": ((1, "c"), 2),
    "plural_text": (1, 2),
}
"""Function → which of its arguments are texts, as in buurtapp/core/i18n.py."""
NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)
"""Catalogues carry no date of their own, so that the same texts give the same file."""


def extract() -> Catalog:
    """Every text in the code, as a template."""
    template = Catalog(
        project="Buurtapp", version="", msgid_bugs_address="", copyright_holder="Buurtapp", charset="utf-8"
    )
    template.header_comment = "# The texts of Buurtapp."
    template.fuzzy = False
    template.creation_date = template.revision_date = NO_DATE
    found = extract_from_dir(
        ROOT / "buurtapp",
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=False,
    )
    for file, line, message, comments, context in sorted(found, key=lambda item: (item[0], item[1])):
        template.add(
            message, None, [(f"buurtapp/{Path(file).as_posix()}", line)], auto_comments=comments, context=context
        )
    return template


def read(po: Path, language: str) -> Catalog:
    """A catalogue as it lies on disk; an empty one when there is none."""
    if not po.exists():
        return Catalog(locale=language, project="Buurtapp", charset="utf-8")
    with po.open("rb") as source:
        return read_po(source, locale=language)


def write(catalogue: Catalog, file: Path) -> None:
    """Write a catalogue or template, texts in the order of the alphabet."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as target:
        write_po(target, catalogue, width=120, sort_output=True, include_lineno=False, ignore_obsolete=True)


def catalogue_file(language: str) -> Path:
    """Where the texts of one language are kept."""
    return TRANSLATIONS / language / "LC_MESSAGES" / "buurtapp.po"


def update_translations() -> int:
    """Bring the template and all catalogues to what the code says now, then compile."""
    template = extract()
    write(template, TEMPLATE)
    for language in LANGUAGES:
        catalogue = read(catalogue_file(language), language)
        # No guesses: a text that changed is asked for again, never filled with what looks like it.
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.header_comment = f"# The texts of Buurtapp, language: {language}."
        catalogue.project, catalogue.version, catalogue.msgid_bugs_address = "Buurtapp", "", ""
        catalogue.fuzzy = False
        catalogue.creation_date = catalogue.revision_date = NO_DATE
        catalogue.last_translator, catalogue.language_team = "Buurtapp", language
        write(catalogue, catalogue_file(language))
    return compile_translations()


def compile_translations() -> int:
    """Compile every catalogue beside its source."""
    for po in sorted(TRANSLATIONS.glob("*/LC_MESSAGES/*.po")):
        with tempfile.NamedTemporaryFile("wb", dir=po.parent, suffix=".part", delete=False) as target:
            write_mo(target, read(po, po.parts[-3]))
        # In one step: a running app or test reads the old one or the new one, never half.
        Path(target.name).replace(po.with_suffix(".mo"))
    return 0


def missing(language: str = "nl") -> int:
    """List the texts of the code that this language does not have yet."""
    known = read(catalogue_file(language), language)
    without = []
    for message in extract():
        there = known.get(message.id, context=message.context) if message.id else None
        filled = there is not None and not there.fuzzy and all(_forms(there.string))
        if message.id and not filled:
            without.append(message)
    for message in without:
        places = sorted({file for file, _line in message.locations})
        print(f"{message.id!r}  ({', '.join(places)})")
    return 1 if without else 0


def _forms(string: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [string or ""] if string is None or isinstance(string, str) else list(string)


def lock() -> int:
    """Write the lock file anew: hashed, for every system, without the name of any index."""
    command = ["uv", "pip", "compile", "--universal", "--generate-hashes", "--no-header", "--upgrade"]
    command += ["--group", "dev", "pyproject.toml", "-o", "packaging/requirements.lock", "-q"]
    return subprocess.call(command, cwd=ROOT)


def lay_out() -> int:
    """Lay out the code."""
    return subprocess.call([sys.executable, "-m", "ruff", "format", "."], cwd=ROOT)


CHORES = {
    "translations": update_translations,
    "compile": compile_translations,
    "missing": missing,
    "lock": lock,
    "format": lay_out,
}

if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in CHORES:
        sys.exit(__doc__)
    sys.exit(CHORES[sys.argv[1]]())
