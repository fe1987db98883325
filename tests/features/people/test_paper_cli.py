"""Labels and envelopes on the command line: names and shapes that stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import asked, not_done, run_app
from buurtapp.printing import render


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "soep.buurt"
    asked("new", path, "--name", "Klaverhoek")
    for name, address, more in (
        ("Henk van der Meer", "Klaverstraat 5", ()),
        ("Ria van der Meer", "Klaverstraat 5", ("--label", "soep")),
        ("Stil Persoon", "Klaverstraat 9", ("--do-not-approach",)),
        ("Ayşe Yıldırım", "Vlierhof 9", ("--label", "soep")),
        ("Zwerver Zonderhuis", "", ()),
    ):
        asked("people", "add", path, "--name", name, "--address", address, *more)
    asked("addresses", "add", path, "--street", "Klaverstraat", "--numbers", "7-9 odd")
    return path


def _printed(file: Path, kind: str, *more: object) -> tuple[list[str], list[object]]:
    """Print, and return the text of each page and the warnings."""
    output = file.with_name("uit.pdf")
    told = asked("--language", "en", "print", file, kind, *more, "-o", output)
    assert set(told) == {"files", "pages", "codes", "warnings"}
    assert told["files"] == [str(output)]
    assert told["codes"] == []
    texts = render.page_texts(output.read_bytes())
    assert told["pages"] == len(texts)
    warnings = told["warnings"]
    assert isinstance(warnings, list)
    return texts, warnings


def test_labels_are_printed_one_for_each_address(file: Path) -> None:
    (told,), warnings = _printed(file, "labels", "--sheet", "L7160")

    assert told.split("\r\n") == [
        *("Henk and Ria van der Meer", "Klaverstraat 5"),
        *("Ayşe Yıldırım", "Vlierhof 9"),
    ]
    assert warnings == [
        "1 person gets no letter: they do not want that.",
        "1 person is left out: we have no address.",
    ]


def test_labels_are_printed_one_for_each_person(file: Path) -> None:
    (told,), warnings = _printed(file, "labels", "--per", "person", "--label", "soep")

    assert told.split("\r\n") == ["Ria van der Meer", "Klaverstraat 5", "Ayşe Yıldırım", "Vlierhof 9"]
    assert warnings == []


def test_a_whole_street_is_labelled_also_where_nobody_is_known(file: Path) -> None:
    (told,), _warnings = _printed(file, "labels", "--empty-addresses", "--where", "street=Klaverstraat")

    assert told.split("\r\n") == [
        *("Henk and Ria van der Meer", "Klaverstraat 5"),
        *("To the residents of", "Klaverstraat 7"),
    ]


def test_labels_begin_where_the_sheet_begins(file: Path) -> None:
    texts, _warnings = _printed(file, "labels", "--sheet", "L7165", "--start", "8", "--edges", "--people", "1,4")

    assert len(texts) == 2
    assert texts[0].count("already used") == 7
    assert "Vlierhof 9" in texts[1]


def test_own_measures_and_another_language_of_the_paper(file: Path) -> None:
    texts, _warnings = _printed(file, "labels", "--measures", "1x1 180x200 5x5", "--paper-language", "en")

    assert len(texts) == 2


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("bad_sheet", ("--measures", "3x8 70x40 0x0")),
        ("bad_measures", ("--measures", "groot")),
        ("unknown_sheet", ("--sheet", "L1")),
        ("bad_start", ("--start", "25")),
        ("bad_start", ("--start", "0")),
        ("nobody_chosen", ("--where", "street=Nergens")),
        ("nobody_chosen", ("--people", "3")),
        ("bad_condition", ("--where", "x")),
        ("not_found", ("--people", "99")),
    ],
)
def test_what_cannot_be_printed_is_refused(file: Path, kind: str, options: tuple[str, ...]) -> None:
    output = file.with_name("uit.pdf")

    not_done(kind, "print", file, "labels", *options, "-o", output)

    assert not output.exists()


def test_envelopes_are_printed_one_on_each_page(file: Path) -> None:
    texts, warnings = _printed(file, "envelopes", "--size", "DL")

    assert [text.split("\r\n") for text in texts] == [
        ["Klaverhoek", "Henk and Ria van der Meer", "Klaverstraat 5"],
        ["Klaverhoek", "Ayşe Yıldırım", "Vlierhof 9"],
    ]
    assert len(warnings) == 2
    assert _printed(file, "envelopes", "--sender", "", "--people", "1")[0] == ["Henk van der Meer\r\nKlaverstraat 5"]


def test_labels_can_be_pictures(file: Path) -> None:
    told = asked("print", file, "labels", "-o", file.with_name("uit.png"))

    assert told["files"] == [str(file.with_name("uit.png"))]
    assert file.with_name("uit.png").read_bytes().startswith(b"\x89PNG")


def test_people_read_where_it_is_and_who_is_left_out(file: Path) -> None:
    done = run_app("--language", "en", "print", file, "labels", "-o", file.with_name("uit.pdf"))

    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == f"1 page: {file.with_name('uit.pdf')}"
    assert "1 person gets no letter" in done.stdout
