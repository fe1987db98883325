"""Who may be in the file twice: read from the file, with the reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builders import add_person, new_store
from buurtapp.core.errors import Cancelled
from buurtapp.core.i18n import use_language
from buurtapp.features.people.queries import cards, doubles


def test_likely_doubles_come_surest_first_with_the_reason(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        henk = add_person(store, "Henk de Boer", "Klaverstraat 12", emails=["henk@example.org"])
        add_person(store, "Ria de Boer", "Klaverstraat 12", emails=["ria@example.org"])
        moved = add_person(store, "Henk de Boor", "Vlierhof 3", emails=["Henk@Example.org"])
        short = add_person(store, "H. Boer", "Klaverstraat 12")
        toos = add_person(store, "Toos van 't Hek", "Klaverstraat 11", phones=["06 0000 0111"])
        called = add_person(store, "Toos", "", phones=["+31 6 00000111"])

        pairs = store.read(doubles.likely)

        with use_language("en"):
            told = [(pair.first.id, pair.second.id, str(pair.reason)) for pair in pairs]
        assert told == [
            (henk, short, "Same address, initials fit"),
            (henk, moved, "Same e-mail, names are alike"),
            (toos, called, "Same phone, same first name"),
        ]
        assert [pair.score for pair in pairs] == sorted((pair.score for pair in pairs), reverse=True)
        assert pairs[0].second.door.line == "Klaverstraat 12"
        assert [(pair.first.id, pair.second.id) for pair in store.read(cards.doubles)] == [(henk, short)]


def test_looking_can_be_stopped(tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with new_store(tmp_path) as store:
        add_person(store, "Henk de Boer")
        add_person(store, "H. de Boer")
        with pytest.raises(Cancelled):
            store.read(doubles.likely, stop)


def test_nobody_is_no_double(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        assert store.read(doubles.likely) == []


def test_odd_names_are_compared_as_any_other(tmp_path: Path, cases: Path) -> None:
    written = [name for name in json.loads((cases / "odd-names.json").read_text("utf-8")) if name.strip()]
    with new_store(tmp_path) as store:
        for name in written:
            add_person(store, name, "Klaverstraat 5")
        before = len(store.read(doubles.likely))
        for name in written:
            add_person(store, name, "Vlierhof 3", emails=[f"{abs(hash(name))}@example.org"])
        assert len(store.read(doubles.likely)) >= before
