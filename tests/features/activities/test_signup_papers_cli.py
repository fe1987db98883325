"""Papers around sign-ups from the command line: made, brought home, and refused for nobody."""

from __future__ import annotations

import json
from pathlib import Path

from builders import DONE, add_activity, add_people, add_person, asked, new_store, run_app, signed_up
from buurtapp.core.store.work import Work
from buurtapp.features.activities.actions import sign_up
from buurtapp.features.activities.records import SignupDraft
from buurtapp.features.activities.tables.runsheet import Job, JobHelper
from buurtapp.printing.render import page_texts


def _file(tmp_path: Path) -> tuple[Path, int]:
    with new_store(tmp_path) as store:
        people = add_people(store, 3)
        add_person(store, "Lift Nodig", "Vlierhof 1", phones=["0600000107"])
        soup = add_activity(store)
        signed_up(store, soup, people)
        store.write(DONE, sign_up.sign_up, soup, [4], SignupDraft(2, lift=True))
        return store.path, soup


def _text(path: Path) -> str:
    return "\n".join(page_texts(path.read_bytes()))


def _answers(tmp_path: Path, *lines: dict[str, object]) -> Path:
    path = tmp_path / "antwoorden.json"
    path.write_text(json.dumps({"walk_ins": lines}))
    return path


def test_a_sheet_comes_home_by_its_code_and_twice_changes_nothing(tmp_path: Path) -> None:
    file, soup = _file(tmp_path)
    made = asked("print", file, "sign-up-sheet", "--activity", soup, "-o", tmp_path / "blad.pdf")
    code = made["codes"][0]  # type: ignore[index]
    line = {"name": "Nieuwe Buur", "guests": 1, "children": 2, "lift": True, "phone": "06 0000 0150"}
    answers = _answers(tmp_path, line, {"name": "Lift Nodig"})
    first = asked("enter", file, code, answers)
    again = asked("enter", file, code, answers)
    told = asked("activities", "sign-ups", file, soup)

    assert (first["stored"], first["changed"], first["unchanged"]) == (1, 0, 1)
    assert len(first["new_people"]) == 1  # type: ignore[arg-type]
    assert (again["stored"], again["changed"], again["unchanged"], again["new_people"]) == (0, 0, 2, [])
    new = next(row for row in told["sign_ups"] if row["name"] == "Nieuwe Buur")  # type: ignore[attr-defined]
    assert (new["guests"], new["children"], new["lift"]) == (1, 2, True)


def test_where_everything_lies_on_a_sheet_is_told(tmp_path: Path) -> None:
    file, soup = _file(tmp_path)
    made = asked("print", file, "sign-up-sheet", "--activity", soup, "--lines", 30, "-o", tmp_path / "blad.pdf")
    layout = asked("layout", file, made["codes"][0])  # type: ignore[index]
    pages = layout["pages"]
    assert layout["kind"] == "sign-up"
    assert made["pages"] == len(pages) == 2  # type: ignore[arg-type]
    boxes = [box["id"] for page in pages for box in page["boxes"]]  # type: ignore[attr-defined]
    assert boxes == [f"r{row}.lift" for row in range(1, 31)]


def test_nobody_stands_on_a_sheet_unless_it_is_asked(tmp_path: Path) -> None:
    file, soup = _file(tmp_path)
    asked("print", file, "sign-up-sheet", "--activity", soup, "-o", tmp_path / "leeg.pdf")
    asked("print", file, "sign-up-sheet", "--activity", soup, "--with-names", "-o", tmp_path / "namen.pdf")
    assert "Lift" not in _text(tmp_path / "leeg.pdf").replace("Lift?", "")
    assert "Lift" in _text(tmp_path / "namen.pdf")
    assert "Nodig" not in _text(tmp_path / "namen.pdf")


def test_answers_that_cannot_be_read_change_nothing(tmp_path: Path) -> None:
    file, soup = _file(tmp_path)
    made = asked("print", file, "sign-up-sheet", "--activity", soup, "-o", tmp_path / "blad.pdf")
    before = asked("check", file)["digest"]
    wrongs: tuple[dict[str, object], ...] = (
        {"name": "Jan", "guests": -1},
        {"name": 3},
        {"guests": 1},
        {"name": "Jan", "lift": "ja"},
    )
    for wrong in wrongs:
        assert run_app("enter", file, made["codes"][0], _answers(tmp_path, wrong)).exit_code == 1  # type: ignore[index]
    assert asked("check", file)["digest"] == before


def test_a_call_list_names_who_is_meant(tmp_path: Path) -> None:
    file, soup = _file(tmp_path)
    out = tmp_path / "bellen.pdf"
    made = asked("print", file, "call-list", "--activity", soup, "--who", "lift", "-o", out)
    told = _text(out)
    assert (made["pages"], made["codes"]) == (1, [])
    assert "Lift Nodig" in told
    assert "06 0000 0107" in told
    assert "Nummer-aa" not in told


def test_who_missed_it_can_be_called_once_people_were_counted(tmp_path: Path) -> None:
    file, soup = _file(tmp_path)
    out = tmp_path / "gemist.pdf"
    too_early = run_app("print", file, "call-list", "--activity", soup, "--who", "missed", "-o", out)
    for person in (1, 2, 4):
        asked("enter", file, _home(file, soup, tmp_path), _marks(tmp_path, file, person))
    asked("print", file, "call-list", "--activity", soup, "--who", "missed", "-o", out)
    assert too_early.exit_code == 1
    assert "Nummer-ac" in _text(out)
    assert "Nummer-aa" not in _text(out)


def _home(file: Path, soup: int, tmp_path: Path) -> str:
    made = asked("print", file, "attendance", "--activity", soup, "-o", tmp_path / "lijst.pdf")
    return str(made["codes"][0])  # type: ignore[index]


def _marks(tmp_path: Path, file: Path, person: int) -> Path:
    path = tmp_path / "kruisjes.json"
    names = {1: "Buur Nummer-aa", 2: "Buur Nummer-ab", 4: "Lift Nodig"}
    path.write_text(json.dumps({"walk_ins": [{"name": names[person], "person_id": person}]}))
    assert file.exists()
    return path


def test_nobody_to_call_or_to_invite_is_said_in_a_sentence(tmp_path: Path) -> None:
    file, soup = _file(tmp_path)
    out = tmp_path / "uit.pdf"
    calls = run_app("--lang", "en", "print", file, "call-list", "--activity", soup, "--who", "waiting", "-o", out)
    letters = run_app("--lang", "en", "print", file, "invitation", "--activity", soup, "--street", "Nergens", "-o", out)
    unsaid = run_app("--lang", "en", "print", file, "invitation", "--activity", soup, "-o", out)
    assert (calls.exit_code, letters.exit_code, unsaid.exit_code) == (1, 1, 1)
    assert "There is nobody to call. Nothing was printed." in calls.stderr
    assert "There is nobody to invite. Nothing was printed." in letters.stderr
    assert not out.exists()


def test_an_invitation_goes_to_each_address_of_who_did_not_sign_up(tmp_path: Path) -> None:
    file, soup = _file(tmp_path)
    with_new = tmp_path / "brief.pdf"
    run_app("people", "add", file, "--name", "Nog Niet", "--address", "Vlierhof 9")
    everybody = asked("print", file, "invitation", "--activity", soup, "--all", "-o", with_new)
    fewer = asked("print", file, "invitation", "--activity", soup, "--not-signed-up", "-o", with_new)
    told = _text(with_new)
    assert (everybody["pages"], fewer["pages"]) == (5, 1)
    assert "Vlierhof 9" in told
    assert "Soep op woensdag" in told
    assert "De Kas, Esdoornplein 2" in told


def test_badges_are_for_who_has_a_place(tmp_path: Path) -> None:
    file, soup = _file(tmp_path)
    run_app("people", "add", file, "--name", "Nog Niet", "--address", "Vlierhof 9")
    asked("print", file, "badges", "--activity", soup, "-o", tmp_path / "badges.pdf")
    told = _text(tmp_path / "badges.pdf")
    assert "Lift" in told
    assert "Niet" not in told
    assert run_app("print", file, "badges", "--activity", 99, "-o", tmp_path / "geen.pdf").exit_code == 1


def _add_job(work: Work, activity: int, leads: int, helps: int) -> None:
    job = Job(
        activity_id=activity,
        phase="day",
        position=0,
        title="Soep koken",
        needs="",
        step="",
        day_offset=0,
        minute_offset=None,
        minutes=None,
        places=2,
        person_id=leads,
        who="",
        done_at=None,
    )
    work.add(job)
    work.add(JobHelper(job_id=job.id, person_id=helps))


def test_who_helps_is_called_and_who_only_comes_is_not(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = add_people(store, 3)
        soup = add_activity(store)
        signed_up(store, soup, people)
        store.write(DONE, _add_job, soup, people[0], people[1])
        path = store.path
    out = tmp_path / "helpers.pdf"
    asked("print", path, "call-list", "--activity", soup, "--who", "helpers", "-o", out)
    told = _text(out)
    assert "Nummer-aa" in told
    assert "Nummer-ab" in told
    assert "Nummer-ac" not in told
