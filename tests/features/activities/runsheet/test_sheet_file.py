"""Run sheets as TOML: of ourselves and of strangers, with the line of what is wrong."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import use_language
from buurtapp.features.activities.runsheet import sheet_file
from buurtapp.features.activities.runsheet.records import Facts, RunSheet, SheetJob, When

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60).map(str.strip)
JOBS = st.builds(
    SheetJob,
    title=WORDS.filter(bool),
    phase=st.just("before"),
    when=st.integers(-300, 0).map(When),
    needs=WORDS,
    step=st.sampled_from(["", "flyer", "notice"]),
    minutes=st.one_of(st.none(), st.integers(1, 600)),
    places=st.integers(1, 20),
    who=WORDS,
)


@given(WORDS.filter(bool), st.lists(JOBS, min_size=1, max_size=5), WORDS)
def test_what_is_written_is_read_back_whatever_its_words(name: str, jobs: list[SheetJob], plan_b: str) -> None:
    sheet = RunSheet("own", name, tuple(jobs), Facts(plan_b=plan_b))

    read = sheet_file.read(sheet_file.write(sheet), "own")

    assert (read.name, read.jobs, read.facts.plan_b) == (sheet.name, sheet.jobs, plan_b)


def test_texts_are_in_the_present_language_else_in_english_else_in_any() -> None:
    content = 'name = { nl = "Soep", en = "Soup" }\n[[job]]\ntitle = { tr = "Çorba" }\n'

    with use_language("nl"):
        assert sheet_file.read(content, "x").name == "Soep"
    with use_language("tr"):
        assert sheet_file.read(content, "x").name == "Soup"
        assert sheet_file.read(content, "x").jobs[0].title == "Çorba"


HEAD = 'name = "Soep"\n'


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "it has no name"),
        ('name = ""\n', "it has no name"),
        (HEAD, "it has no jobs"),
        ("name = soep", "line 1 is not written as TOML"),
        (HEAD + '\n[[job]]\ntitle = "x\n', "line 4 is not written as TOML"),
        (HEAD + 'colour = "red"\n[[job]]\ntitle = "x"\n', "line 2: “colour” is not known here"),
        (HEAD + '[[job]]\ntitle = "x"\n[[job]]\ntitle = "y"\nsize = 3\n', "line 4: “size” is not known here"),
        (HEAD + "[[job]]\ntitle = 3\n", "line 2: “title” must be words between quotes"),
        (HEAD + '[[job]]\ntitle = "x"\ndays = "3"\n', "line 2: “days” must be a whole number"),
        (HEAD + '[[job]]\ntitle = "x"\nplaces = true\n', "line 2: “places” must be a whole number"),
        (HEAD + '[[job]]\ntitle = "x"\n\n[[job]]\nphase = "after"\n', "line 5: title:"),
        (HEAD + '[[job]]\ntitle = "x"\nphase = "during"\n', "line 2: phase:"),
        (HEAD + '[[job]]\ntitle = "x"\ndays = 9\n', "line 2: when:"),
        (HEAD + '[[job]]\ntitle = "x"\nstep = "dance"\n', "line 2: step:"),
        (HEAD + "job = 3\n", "it has no jobs"),
        (HEAD + '[[job]]\ntitle = "x"\n' * 201, "it has more than 200 jobs"),
        (HEAD + "#" * 100_001, "it is too large"),
        ("name = [1, 2]\n", "line 1: “name” must be words between quotes"),
        (f'name = "{"a" * 81}"\n', "line 1: “name” is too long"),
        (HEAD + f'plan_b = "{"a" * 2001}"\n', "line 2: “plan_b” is too long"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(content: str, told: str) -> None:
    with use_language("en"), pytest.raises(UserError) as wrong:
        sheet_file.read(content, "vreemd")

    assert wrong.value.kind == "bad_run_sheet"
    with use_language("en"):
        assert told in wrong.value.text.render()


def test_an_icon_is_a_name_and_nothing_else() -> None:
    job = '[[job]]\ntitle = "x"\n'

    assert sheet_file.read(f'{HEAD}icon = "soup"\n{job}', "x").icon == "soup"
    assert sheet_file.read(f'{HEAD}icon = "../../etc/passwd"\n{job}', "x").icon == ""
    assert sheet_file.read(f"{HEAD}icon = 3\n{job}", "x").icon == ""


@given(st.text(max_size=200))
def test_any_text_is_a_run_sheet_or_is_refused(content: str) -> None:
    with contextlib.suppress(UserError):
        assert sheet_file.read(content, "x").jobs
