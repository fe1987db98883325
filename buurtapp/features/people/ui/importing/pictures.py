"""The states of the import worth looking at, with an invented list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Protocol

from buurtapp.exchange import refusals
from buurtapp.exchange.read import read_data
from buurtapp.exchange.table import ListFile, Table
from buurtapp.features.people.importing import queries, steps, values
from buurtapp.features.people.importing.records import EarlierList, ListedBefore
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.ui.importing.file_step import FileStep
from buurtapp.features.people.ui.importing.preview import Preview, preview
from buurtapp.features.people.ui.importing.preview_card import PreviewCard
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Picture


class Import(Protocol):
    """What of the import is needed to bring it into each state."""

    desk: Desk
    file_step: FileStep
    preview: PreviewCard

    def begin(self, file: Path | None) -> None:
        """Begin with this file, or ask for one."""

    def go_to(self, found: ListFile, source: str, step: int) -> None:
        """Begin with a list that was read already, and go on to a step."""

    def show_planned(self, table: Table, source: str, shown: Preview, step: int) -> None:
        """Show a list that was worked out already, at a step."""


_AGAIN = "leden-november.xlsx"
_SOURCE = "bewonerslijst-vlierhof.xlsx"
_ROWS = (
    "Naam;Adres;PC;Tel.;mail;Soort;Opm. 2024",
    "Boer, G. de;Vlierhof 32;9900 ZZ;06-00000212;gdb@post.example;vrijwilliger;sleutel bij buren",
    "Akker, M. van den;Vlierhof 34;9900 ZZ;06-00000214;;;",
    "Meer, H. van der;Klaverstraat 5;9900 ZZ;06-00000105;hvdm@post.example;;",
    "A. Yıldız;Vlierhof 15;9900 ZZ;;;;",
    "S. op ’t Hof;Vlierhof;9900 ZZ;06-00000217;;;",
    "Pinas, J.;Vlierhof 18;9900 ZZ;06-00000218;;vrijwilliger;",
    ";Vlierhof 20;9900 ZZ;06-00000220;;;",
    "F. el Amrani;Vlierhof 21;9900 ZZ;06-00000221;;;",
    "P. ter Horst;Klaverstraat 14;9900 ZZ;;;;belt graag",
    "Loon, L. van;Berkenpad 42;9900 ZZ;06-00000302;;;",
    "L. Tjon;Berkenpad 43;9900 ZZ;0000 30;;;",
    "D. in ’t Veld;Berkenpad 46;9900 ZZ;06-00000306;;;",
    "R. Kuipers;Berkenpad 47;9900 ZZ;06-00000307;;;",
    "C. Zandstra;Meidoornlaan 2;9900 ZZ;;;;",
    "B. van Eik;Berkenpad 49;9900 ZZ;06-00000309;;;",
    "W. Sluis;Berkenpad;9900 ZZ;06-00000310;;;",
)
_MORE = 21


def _list() -> bytes:
    more = (f"Familie Nummer-{chr(97 + at)};Vlierhof {41 + at};9900 ZZ;06-000004{at:02};;;" for at in range(_MORE))
    return "\n".join((*_ROWS, *more)).encode()


def _again(desk: Desk) -> tuple[Table, Preview]:
    """Return a list of people of the group that was read before: one moved, some have another phone, two are new."""
    listed = [one.id for one in desk.read(listing.listed)[:40]]
    people = [one for one in desk.read(cards.cards, listed) if one.address_id is not None and one.name.family][:18]
    rows = ["Nr.;Naam;Adres;Telefoon"]
    entries = []
    for at, one in enumerate(people):
        entries.append(ListedBefore(f"n:{at + 1}.1", one.id, values.marks({"phone": one.phones})))
        if at < len(people) - 3:
            phone = f"06 0000 03{at:02}" if at % 4 == 1 else ", ".join(one.phones)
            rows.append(f"{at + 1};{one.name.spoken};{'Vlierhof 12' if at == 6 else one.door.line};{phone}")
    rows += [f"{20 + at};Familie Nummer-{'ab'[at]};Vlierhof {41 + at};06-000004{at:02}" for at in range(2)]
    table = read_data("\n".join(rows).encode(), _AGAIN).tables[0]
    choice = steps.candidate(table)
    earlier = EarlierList(1, "leden-mei.xlsx", date(2026, 5, 12), tuple(entries))
    known = replace(desk.read(queries.known), lists=(earlier,))
    plan = steps.plan(table, choice, known, _AGAIN)
    return table, preview(plan, known, desk.read(queries.matched, plan))


def pictures(view: Import) -> list[Picture]:
    """Return the states, in the order of the steps."""

    def at(goal: int, then: Callable[[], None] | None = None) -> Callable[[], None]:
        def show() -> None:
            view.begin(None)
            view.go_to(read_data(_list(), _SOURCE), _SOURCE, goal)
            if then is not None:
                then()

        return show

    def refused() -> None:
        view.begin(None)
        view.file_step.show_refusal(refusals.password(_SOURCE))

    def unknown() -> None:
        view.begin(None)
        found = read_data(b"Kast;Plank;Kleur\nA-1;2;rood\nA-2;3;groen\n", "kast.csv")
        view.go_to(found, "kast.csv", 1)

    return [
        Picture("04-importeren-bestand", lambda: view.begin(None)),
        Picture("04-importeren-niet-te-lezen", refused),
        Picture("04-importeren", at(1)),
        Picture("04-importeren-problemen", at(1, lambda: view.preview.show_only("problems"))),
        Picture("04-importeren-geen-naam", unknown),
        Picture("04-importeren-dubbele", at(2)),
        Picture("04-importeren-overnemen", at(3)),
        *_pictures_again(view),
    ]


def _pictures_again(view: Import) -> list[Picture]:
    def again(goal: int) -> Callable[[], None]:
        def show() -> None:
            view.begin(None)
            table, shown = _again(view.desk)
            view.show_planned(table, _AGAIN, shown, goal)

        return show

    return [
        Picture("04-importeren-opnieuw", again(1)),
        Picture("04-importeren-opnieuw-anders", again(2)),
        Picture("04-importeren-opnieuw-overnemen", again(3)),
    ]
