"""Printing lists, badges and contact cards by command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import add_person, asked, new_store, not_done, run_app
from buurtapp.core.store import Store
from buurtapp.printing import render

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = new_store(tmp_path)
    add_person(store, "Henk van der Meer", "Klaverstraat 5", phones=["0600000123"], labels=["soep"])
    add_person(store, "Ria de Boer", "Vlierhof 2", phones=["0600000124"], note="Heeft een tent")
    add_person(store, "Sjaak Stil", "Klaverstraat 7", phones=["0600000125"], do_not_approach=True)
    yield store
    store.close()


def _told(path: Path) -> str:
    return " ".join(" ".join(render.page_texts(path.read_bytes())).split())


def test_a_list_leaves_out_who_is_not_to_be_approached_and_says_so(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"

    answer = asked("--lang", "en", "print", store.path, "people-list", "--title", "Ronde", "-o", out)

    assert answer["files"] == [str(out)]
    assert answer["pages"] == 1
    assert answer["codes"] == []
    assert answer["warnings"] == ["1 person is left out: they do not want to be approached like this."]
    said = _told(out)
    assert "Ronde" in said
    assert "5 Henk van der Meer" in said
    assert "Sjaak" not in said
    assert "0600" not in said.replace(" ", "")


def test_a_list_for_administration_holds_everybody_and_marks_them(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"

    answer = asked("--lang", "en", "print", store.path, "people-list", "--all", "-o", out)

    assert answer["warnings"] == []
    assert "Sjaak Stil Do not approach" in _told(out)


def test_columns_order_and_people_can_be_chosen(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"

    asked(
        *("--lang", "en", "print", store.path, "people-list", "--fields", "phone,note", "--by", "name"),
        *("--where", "street=Vlierhof", "-o", out),
    )

    said = _told(out)
    assert "de Boer, Ria 06 0000 0124 Heeft een tent" in said
    assert "Meer" not in said
    assert "Vlierhof" not in said


def test_a_label_chooses_people(store: Store, tmp_path: Path) -> None:
    asked("print", store.path, "people-list", "--label", "soep", "-o", tmp_path / "list.pdf")

    said = _told(tmp_path / "list.pdf")
    assert "Henk van der Meer" in said
    assert "Ria" not in said


def test_a_picture_can_be_made(store: Store, tmp_path: Path) -> None:
    answer = asked("print", store.path, "people-list", "-o", tmp_path / "list.png")

    assert answer["files"] == [str(tmp_path / "list.png")]
    assert (tmp_path / "list.png").read_bytes().startswith(b"\x89PNG")


def test_an_unknown_column_is_refused(store: Store, tmp_path: Path) -> None:
    not_done("unknown_column", "print", store.path, "people-list", "--fields", "bsn", "-o", tmp_path / "x.pdf")

    assert not (tmp_path / "x.pdf").exists()


def test_a_list_of_nobody_is_refused(store: Store, tmp_path: Path) -> None:
    for choice in (("--where", "street=Nergens"), ("--people", "3")):
        not_done("nobody_chosen", "print", store.path, "people-list", *choice, "-o", tmp_path / "x.pdf")
        assert not (tmp_path / "x.pdf").exists()


def test_badges_are_for_whoever_comes(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "badges.pdf"

    answer = asked("print", store.path, "badges", "--all", "--role", "Vrijwilliger", "-o", out)

    assert answer["pages"] == 1
    said = _told(out)
    assert said.count("Vrijwilliger") == 3
    assert all(name in said for name in ("Henk", "Ria", "Sjaak", "Klaverhoek"))
    not_done("nobody_chosen", "print", store.path, "badges", "--label", "niets", "-o", tmp_path / "x.pdf")


def test_a_badge_for_who_wants_to_be_left_alone_is_asked_for(store: Store, tmp_path: Path) -> None:
    quiet = add_person(store, "Stil Persoon", "Klaverstraat 99", do_not_approach=True)
    out = tmp_path / "badges.pdf"

    warnings = asked("print", store.path, "badges", "-o", out)["warnings"]
    assert len(warnings) == 1  # type: ignore[arg-type]
    assert "Stil" not in _told(out)
    not_done("nobody_chosen", "print", store.path, "badges", "--people", quiet, "-o", tmp_path / "x.pdf")

    assert asked("print", store.path, "badges", "--all", "-o", out)["warnings"] == []
    assert "Stil" in _told(out)


def test_a_contact_card_tells_all_of_one_person(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "card.pdf"

    answer = asked("print", store.path, "contact-card", "--person", "2", "-o", out)

    assert answer["pages"] == 1
    said = _told(out)
    assert all(words in said for words in ("Ria de Boer", "Vlierhof 2", "06 0000 0124", "Heeft een tent"))
    assert "Henk" not in said
    not_done("not_found", "print", store.path, "contact-card", "--person", "99", "-o", tmp_path / "x.pdf")


def test_a_paper_can_be_in_another_language_than_the_messages(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"

    done = run_app("--lang", "nl", "print", store.path, "people-list", "--paper-language", "en", "-o", out)

    assert done.exit_code == 0, done.stderr
    assert "On this sheet: name, street, house number." in _told(out)
