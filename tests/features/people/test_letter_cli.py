"""`print FILE letter` as a program sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import DONE, add_person, asked, new_store, not_done, run_app
from buurtapp.features.group.actions import change_group
from buurtapp.features.group.records import Group
from buurtapp.features.people.actions import doors
from buurtapp.features.people.letter_cli import read_body
from buurtapp.printing import render

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A street where Henk and Ria live together, Piet lives next door, and Sofie wants no letters."""
    store = new_store(tmp_path)
    store.fill(
        change_group, Group("Klaverhoek", "Klaverdorp", contact_name="Amina", contact_email="a@voorbeeld.invalid")
    )
    add_person(store, "Henk van der Meer", "Klaverstraat 5")
    add_person(store, "Ria van der Meer", "Klaverstraat 5")
    add_person(store, "Piet Smit", "Klaverstraat 7")
    add_person(store, "Sofie Zwart", "Klaverstraat 9", do_not_approach=True)
    add_person(store, "Nel Dakloos", "")
    add_person(store, "Omar Bos", "Esdoornplein 1")
    store.write(DONE, doors.add_addresses, "Klaverstraat", "11", "", "")
    store.close()
    return tmp_path / "soep.buurt"


def letters_of(output: Path) -> list[str]:
    return [" ".join(page.split()) for page in render.page_texts(output.read_bytes())]


def test_a_letter_goes_to_each_address_of_a_street(file: Path, tmp_path: Path) -> None:
    output = tmp_path / "brief.pdf"

    told = asked(
        *("print", file, "letter", "--subject", "Soep", "--body", "Komt u eten?\n\nTot dan in de {street}."),
        *("--where", "street=Klaverstraat", "--signed-by", "Amina", "-o", output),
    )

    pages = letters_of(output)
    assert told == {"files": [str(output)], "pages": 2, "codes": [], "warnings": told["warnings"]}
    assert len(told["warnings"]) == 1  # type: ignore[arg-type]
    assert "Henk" in pages[0]
    assert "Ria" in pages[0]
    assert "Piet" in pages[1]
    assert all("Komt u eten? Tot dan in de Klaverstraat." in page for page in pages)
    assert all("Klaverhoek Amina, a@voorbeeld.invalid" in page for page in pages)
    assert not any("Sofie" in page for page in pages)


def test_a_letter_for_each_person(file: Path, tmp_path: Path) -> None:
    output = tmp_path / "brief.pdf"

    told = asked(
        *("print", file, "letter", "--subject", "S", "--body", "B", "--per", "person"),
        *("--where", "street=Klaverstraat", "-o", output),
    )

    assert told["pages"] == 3


def test_everybody_who_may_get_one_and_who_gets_none_is_told(file: Path, tmp_path: Path) -> None:
    told = asked("print", file, "letter", "--subject", "S", "--body", "B", "-o", tmp_path / "brief.pdf")

    assert told["pages"] == 3
    assert len(told["warnings"]) == 2  # type: ignore[arg-type]


def test_doors_where_nobody_is_known_on_request(file: Path, tmp_path: Path) -> None:
    output = tmp_path / "brief.pdf"

    asked(
        *("print", file, "letter", "--subject", "S", "--body", "Aan {name}", "--where", "street=Klaverstraat"),
        *("--empty-addresses", "--paper-language", "en", "-o", output),
    )

    pages = letters_of(output)
    assert len(pages) == 3
    assert "Aan the residents of Klaverstraat 11" in pages[2]


def test_a_letter_to_begin_with_is_filled_in(file: Path, tmp_path: Path) -> None:
    output = tmp_path / "brief.pdf"

    told = asked(
        *("print", file, "letter", "--template", "bedankbrief", "--paper-language", "nl", "--people", "1"),
        *("--fill", "activiteit=de soep", "--fill", "dag=woensdag", "--fill", "aantal=40", "-o", output),
    )

    (page,) = letters_of(output)
    assert "Hartelijk dank voor uw hulp bij de soep op woensdag." in page
    assert "Bedankt voor uw hulp" in page
    assert told["warnings"] == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_text_file_of_any_age_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "brief.txt"
    path.write_bytes("Eén koffie, à €2.\r\n\r\nTot dan".encode(encoding))

    assert read_body(path) == "Eén koffie, à €2.\r\n\r\nTot dan"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("draft_invalid", ("--subject", "S")),
        ("draft_invalid", ("--subject", "S", "--body", "Dag {voornaam}")),
        ("unknown_template", ("--template", "beschikking")),
        ("bad_blank", ("--template", "thanks", "--fill", "dag")),
        ("nobody_chosen", ("--body", "B", "--where", "street=Dorpsstraat")),
        ("nobody_chosen", ("--body", "B", "--people", "4")),
        ("bad_condition", ("--body", "B", "--where", "leeftijd=40")),
    ],
)
def test_what_cannot_be_printed_is_refused_with_a_sentence(
    file: Path, tmp_path: Path, kind: str, words: tuple[str, ...]
) -> None:
    not_done(kind, "print", file, "letter", *words, "-o", tmp_path / "brief.pdf")

    assert not (tmp_path / "brief.pdf").exists()


def test_a_file_that_is_no_text_is_refused(file: Path, tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(b"PK\x03\x04\0\0")

    words = ("print", file, "letter", "--subject", "S", "--body-file")
    not_done("not_text", *words, tmp_path / "brief.docx", "-o", tmp_path / "brief.pdf")
    assert run_app(*words, tmp_path / "weg.txt", "-o", tmp_path / "brief.pdf").exit_code == 1


def test_two_texts_at_once_are_wrong_usage(file: Path, tmp_path: Path) -> None:
    done = run_app("print", file, "letter", "--body", "B", "--template", "thanks", "-o", tmp_path / "brief.pdf")

    assert done.exit_code == 2
