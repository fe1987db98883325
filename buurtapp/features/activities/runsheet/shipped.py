"""The run sheets that come with the app: six, in Dutch and English, each a file under resources/run_sheets."""

from __future__ import annotations

import functools

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import LANGUAGES, N_, language, text, use_language
from buurtapp.core.paths import resource
from buurtapp.core.text import fold
from buurtapp.features.activities.runsheet import sheet_file
from buurtapp.features.activities.runsheet.records import RunSheet

KEYS = ("soup-lunch", "residents-evening", "clean-up-day", "childrens-party", "coffee", "street-barbecue")
"""The files, in the order in which they are offered."""


@functools.cache
def _in_language(key: str, code: str) -> RunSheet:
    with use_language(code):
        return sheet_file.read(resource("run_sheets", f"{key}.toml").read_text("utf-8"), key)


def shipped() -> tuple[RunSheet, ...]:
    """Return all shipped run sheets in the present language; English where there is no such translation."""
    code = language() if language() in LANGUAGES else "en"
    return tuple(_in_language(key, code) for key in KEYS)


def all_sheets(own: list[tuple[int, str, str]]) -> tuple[RunSheet, ...]:
    """Return the shipped run sheets, and behind them those of the group (number, name, content).

    One of the group that cannot be read is left out: choosing it by name tells what is wrong with it.
    """
    found = list(shipped())
    for number, name, content in own:
        try:
            found.append(sheet_file.read(content, name, own_id=number))
        except UserError:
            continue
    return tuple(found)


def named(wanted: str, own: list[tuple[int, str, str]]) -> RunSheet:
    """Return the run sheet with this word or name: of the group first; raises UserError when there is none."""
    for number, name, content in own:
        if fold(name) == fold(wanted):
            return sheet_file.read(content, name, own_id=number)
    for one in shipped():
        names = {one.key, *(_in_language(one.key, code).name for code in LANGUAGES)}
        if fold(wanted) in {fold(name) for name in names}:
            return one
    known = [one.name for one in all_sheets(own)]
    raise UserError(
        "unknown_run_sheet",
        text(N_("There is no run sheet called “{name}”. Nothing was changed."), name=wanted[:80]),
        text(N_("Choose one of: {known}."), known=", ".join(known)),
    )
