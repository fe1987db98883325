"""A list that goes out can be read in again by a new group, with everybody as they were."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from builders import asked, not_done, run_app
from buurtapp.core.i18n import use_language
from buurtapp.exchange.write_vcard import write_vcards
from buurtapp.features.people import exchange
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.records import Door, PersonCard

FIELDS = ("title", "given", "initials", "infix", "family", "street", "number", "addition", "postcode", "place")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "soep.buurt"
    asked("new", path, "--name", "Klaverhoek")
    asked(
        *("people", "add", path, "--name", "Henk van der Meer", "--address", "Klaverstraat 5 a"),
        *("--phone", "06 0000 0104", "--phone", "+49 30 901820", "--email", "henk@example.org"),
        *("--label", "klussen", "--label", "auto", "--note", "=1+1 en meer", "--do-not-approach"),
    )
    asked("people", "add", path, "--name", "Olena Їжакевич", "--address", "Vlierhof 2")
    return path


def _people(file: Path) -> list[dict[str, Any]]:
    found = asked("people", "list", file)["people"]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("ending", ["xlsx", "csv", "vcf"])
def test_everybody_comes_back(ending: str, file: Path, tmp_path: Path) -> None:
    out, other = tmp_path / f"buren.{ending}", tmp_path / "ander.buurt"
    assert asked("export", file, "people", "-o", out, "--all") == {"file": str(out), "rows": 2}

    asked("new", other, "--name", "Vlierhof")
    asked("import", other, out)

    before, after = _people(file), _people(other)
    assert [[one[field] for field in FIELDS] for one in after] == [[one[field] for field in FIELDS] for one in before]
    assert [one["phones"] for one in after] == [one["phones"] for one in before]
    assert [one["emails"] for one in after] == [one["emails"] for one in before]
    assert [sorted(one["labels"]) for one in after] == [sorted(one["labels"]) for one in before]
    assert [one["do_not_approach"] for one in before] == [True, False]
    assert "=1+1 en meer" in after[0]["note"]


@pytest.mark.parametrize(("ending", "names"), [("xlsx", 2), ("csv", 2), ("vcf", 1)])
def test_contacts_for_a_phone_hold_nobody_who_is_to_be_left_alone(
    ending: str, names: int, file: Path, tmp_path: Path
) -> None:
    out = tmp_path / f"buren.{ending}"

    done = run_app("export", file, "people", "-o", out, "--json")

    assert json.loads(done.stdout)["rows"] == names
    assert ("1 " in done.stderr) == (names == 1)
    if ending == "vcf":
        assert "Їжакевич" in out.read_text("utf-8")
        assert "TEL" not in out.read_text("utf-8")


def test_odd_names_come_back_as_they_were(cases: Path, tmp_path: Path) -> None:
    file, out, other = tmp_path / "a.buurt", tmp_path / "buren.xlsx", tmp_path / "b.buurt"
    asked("new", file, "--name", "Klaverhoek")
    known = json.loads((cases / "odd-names.json").read_text("utf-8"))
    # A list is tidied when it is read: small letters become capitals, "x" and ".." say that there is nobody.
    names = [name for name in known if name[:1].isupper() or name[:1] in "<&=@$'\"-+`"]
    names = [name for name in names if name != "X"]
    for at, name in enumerate(names):
        asked("people", "add", file, "--name", name, "--address", f"Klaverstraat {at + 1}")

    asked("export", file, "people", "-o", out)
    asked("new", other, "--name", "Vlierhof")
    asked("import", other, out, "--doubles", "keep")

    spoken = [" ".join(filter(None, (one["given"], one["infix"], one["family"]))) for one in _people(file)]
    again = [" ".join(filter(None, (one["given"], one["infix"], one["family"]))) for one in _people(other)]
    assert again == spoken


def test_activities_go_out_as_well(file: Path, tmp_path: Path) -> None:
    asked("activities", "add", file, "--title", "=Soep", "--start", "2026-10-14T12:00")
    out = tmp_path / "lijst.csv"

    assert asked("export", file, "activities", "-o", out)["rows"] == 1

    assert '"\t=Soep"' in out.read_text("utf-8-sig")


def test_another_ending_is_refused_and_nothing_is_written(file: Path, tmp_path: Path) -> None:
    not_done("unknown_format", "export", file, "people", "-o", tmp_path / "lijst.docx")

    assert not (tmp_path / "lijst.docx").exists()


def test_what_is_known_beside_name_and_door_goes_out_in_the_words_of_the_screen() -> None:
    card = PersonCard(
        *(1, Name(given="Ayşe", family="Yıldırım"), None, Door(), (), (), (), "", "", "", False, False),
        languages=("tr", "Klaverhoeks"),
        skills=("klussen", "fiets, brommer"),
        roles=("penningmeester",),
        relation="professional",
        birth_year=1962,
        member_from=date(2024, 3, 12),
    )
    with use_language("nl"):
        told = dict(zip(exchange.headings(), exchange.row(card), strict=True))

    assert told["Talen"] == "Turks ::: Klaverhoeks"
    assert told["Kan en doet graag"] == "klussen ::: fiets, brommer"
    assert told["Rol"] == "penningmeester"
    assert told["Relatie met de groep"] == "professional"
    assert (told["Geboortejaar"], told["Lid vanaf"], told["Lid tot"]) == (1962, "2024-03-12", "")


def test_a_contact_tells_languages_and_role_but_no_year_of_birth() -> None:
    card = PersonCard(
        *(1, Name(family="Bakkerij Janssen"), None, Door(), (), (), (), "", "", "", False, False),
        languages=("tr", "Klaverhoeks"),
        roles=("gastheer",),
        relation="organisation",
        birth_year=1962,
    )

    written = write_vcards([exchange.contact(card)]).decode()

    for line in ("LANG:tr", "ROLE:gastheer", "ORG:Bakkerij Janssen", "X-ABShowAs:COMPANY"):
        assert f"\r\n{line}\r\n" in written
    assert "Klaverhoeks" not in written
    assert "1962" not in written
