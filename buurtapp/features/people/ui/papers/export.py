"""The people that are ticked, as a file for other programs: a spreadsheet, a plain list, or contacts for a phone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from buurtapp.core.files import write_atomic
from buurtapp.core.i18n import N_, Text, _, plural_text, text
from buurtapp.core.text import slug
from buurtapp.features.group.records import Outgoing
from buurtapp.features.group.ui.outgoing import note
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.rules.for_lists import fields_of
from buurtapp.features.people.rules.meant_for import for_export
from buurtapp.features.people.ui.papers.kinds import why_left_out
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Progress

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store

EXPORTS: Mapping[str, Text] = {
    ".xlsx": text(N_("Spreadsheet (Excel)…")),
    ".csv": text(N_("List for other programs (CSV)…")),
    ".vcf": text(N_("Contacts for a phone (vCard)…")),
}
"""Ending of the file → what the menu says."""
_KINDS: Mapping[str, Text] = {
    ".xlsx": text(N_("Spreadsheet (*.xlsx)")),
    ".csv": text(N_("List (*.csv)")),
    ".vcf": text(N_("Contacts (*.vcf)")),
}
_PART = 500


def export_people(desk: Desk, parent: QWidget, numbers: Sequence[int], ending: str) -> None:
    """Ask where to, and write these people there in the background; the message bar tells how many."""
    store = desk.store
    if store is None or not numbers:
        return
    stem = slug(_("People"))
    suggested = Path.home() / f"{stem}-{desk.clock.today():%Y-%m-%d}{ending}"
    chosen = desk.choosing.save_file(parent, text(N_("Export people")), suggested, _KINDS[ending])
    if chosen is None:
        return
    file = chosen if chosen.suffix.lower() == ending else chosen.with_name(chosen.name + ending)
    if file != chosen and file.exists() and not _may_replace(desk, parent, file):
        return

    def work(progress: Progress) -> tuple[int, int]:
        found = read_people(store, numbers, progress)
        return _write(file, found, ending)

    def tell(counts: tuple[int, int]) -> None:
        written, left_out = counts
        note(desk, Outgoing("people", ending.removeprefix("."), people=written, fields=fields_of(ending)))
        saved = plural_text("{count} row saved in {name}", "{count} rows saved in {name}", written, name=file.name)
        if left_out:
            desk.tell(text(N_("{saved}. {why}"), saved=saved, why=why_left_out("list", left_out)))
        else:
            desk.tell(saved)

    desk.start(text(N_("Saving {name}"), name=file.name), work, tell)


def _may_replace(desk: Desk, parent: QWidget, file: Path) -> bool:
    question = text(N_("There is a file {name} already. Replace it?"), name=file.name)
    return desk.choosing.sure(parent, question, "", text(N_("Replace the file")))


def read_people(store: Store, numbers: Sequence[int], progress: Progress) -> list[PersonCard]:
    """Return everything about these people, in this order; whoever is gone is left out."""
    gone = set(store.read(listing.missing, numbers))
    there = [number for number in numbers if number not in gone]
    found: list[PersonCard] = []
    for at in range(0, len(there), _PART):
        progress(at, len(there))
        found += store.read(cards.cards, there[at : at + _PART])
    return found


def _write(file: Path, found: Sequence[PersonCard], ending: str) -> tuple[int, int]:
    """Write the file; return how many people are in it, and how many were left out."""
    from buurtapp.features.people.exchange import makers  # noqa: PLC0415 - only when a list goes out

    may, may_not = for_export(found, ending)
    write_atomic(file, makers(may)[ending]())
    return len(may), len(may_not)
