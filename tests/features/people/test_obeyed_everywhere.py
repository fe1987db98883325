"""Whoever said no, or wants to be left alone, is on no paper and in no file that is meant for contact: of all of them.

The makers are found where the app finds them: the commands that print and export, and what the window can draw. A new
one that does not say what it is meant for (`rules/meant_for.py`), or that asks for something unknown here, fails.
What people want is made up at random, and judged here anew, not by the rules that are tested.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, combinations
from pathlib import Path

import click
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import DONE, activity_draft, asked, new_store, run_app, signed_up
from buurtapp import cli
from buurtapp.core.store import Store
from buurtapp.features.activities.actions import plan
from buurtapp.features.activities.records import CALL_WHO
from buurtapp.features.group.actions import change_group
from buurtapp.features.group.records import Group
from buurtapp.features.people.actions import consents, doors, people
from buurtapp.features.people.names_and_consents import PURPOSES, Answer, Name, Purpose
from buurtapp.features.people.papers import LIST_FIELDS
from buurtapp.features.people.queries import cards
from buurtapp.features.people.records import STICKERS, ConsentDraft, Door, PersonDraft
from buurtapp.features.people.rules import letter_templates
from buurtapp.features.people.rules.label_sheets import SHEETS
from buurtapp.features.people.rules.meant_for import MEANT, Meant
from buurtapp.features.people.ui.papers import choices, drawing, export
from buurtapp.printing.render import page_texts

DAY = date(2026, 10, 1)
OUR_PHONE, OUR_NAME = "0600009999", "Marijke Ons"


@dataclass(frozen=True, slots=True)
class Home:
    """A door, and what stands on it."""

    peace: bool
    no_bell: bool
    sticker: str


@dataclass(frozen=True, slots=True)
class Somebody:
    """What one person wants; `home` is None without an address."""

    at: int
    peace: bool
    answers: dict[Purpose, Answer]
    home: Home | None = None

    @property
    def wants_peace(self) -> bool:
        return self.peace or (self.home is not None and self.home.peace)

    def said(self, purpose: Purpose) -> Answer:
        return self.answers.get(purpose, "not_asked")

    @property
    def mark(self) -> str:
        """A word that stands in no other name."""
        return f"Kwibus{chr(97 + self.at // 26)}{chr(97 + self.at % 26)}q"

    @property
    def phone(self) -> str:
        return f"06123450{self.at:02d}"

    @property
    def email(self) -> str:
        return f"{self.mark.lower()}@post.example"


@dataclass(frozen=True, slots=True)
class Crowd:
    """People at some doors, and who can be asked about the two activities."""

    homes: tuple[Home, ...]
    people: tuple[Somebody, ...]
    contacts: tuple[int, int] = field(default=(0, 0))


@st.composite
def crowds(draw: st.DrawFn) -> Crowd:
    homes = tuple(Home(draw(st.booleans()), draw(st.booleans()), draw(st.sampled_from(STICKERS))) for _home in range(4))
    answer: st.SearchStrategy[Answer] = st.sampled_from(("asked", "given", "withdrawn"))
    made = []
    for at in range(draw(st.integers(3, 10))):
        answers = draw(st.dictionaries(st.sampled_from(PURPOSES), answer, max_size=5))
        home = draw(st.sampled_from((*homes, *homes, None)))
        made.append(Somebody(at, draw(st.sampled_from((False, False, True))), answers, home))
    pick = st.integers(0, len(made) - 1)
    return Crowd(homes, tuple(made), (draw(pick), draw(pick)))


def _filled(folder: Path, crowd: Crowd) -> Path:
    with new_store(folder) as store:
        store.write(DONE, change_group, Group("Klaverhoek", contact_name=OUR_NAME, contact_phone=OUR_PHONE))
        for at, home in enumerate(crowd.homes):
            (number,) = store.write(DONE, doors.add_addresses, "Klaverstraat", str(at + 1), "", "")
            wishes = {"no_bell": home.no_bell, "sticker": home.sticker, "do_not_approach": home.peace}
            store.write(DONE, doors.set_address_flags, number, **wishes)  # type: ignore[arg-type]
        numbers = [_added(store, crowd, one) for one in crowd.people]
        for at, contact in enumerate(crowd.contacts):
            draft = activity_draft(f"Soep {at}", contact=numbers[contact])
            signed_up(store, store.write(DONE, plan.add_activity, draft), numbers)
        return store.path


def _added(store: Store, crowd: Crowd, one: Somebody) -> int:
    name = Name(given=f"Zev{one.mark[-3:]}", family=one.mark)
    house = next((at + 1 for at, home in enumerate(crowd.homes) if home is one.home), None)
    door = Door("Klaverstraat", house) if house is not None else Door()
    draft = PersonDraft(name, door, (one.phone,), (one.email,), do_not_approach=one.peace)
    number = store.write(DONE, people.add_person, draft)
    for purpose, state in one.answers.items():
        store.write(DONE, consents.note_consent, [number], [purpose], ConsentDraft(state, DAY))
    return number


# Who may stand on what, said once more in other words


def _may(one: Somebody, meant: Meant, fields: Sequence[str]) -> bool:
    if meant.kind == "own":
        return True
    if one.wants_peace:
        return False
    if meant.kind == "handed":
        return True
    if meant.kind == "contact":
        assert meant.way == "letter", "say here what else is asked of it"
        return one.said("letter") != "withdrawn"
    by_phone, by_email = one.said("phone") != "withdrawn", one.said("email") == "given"
    by_door, by_letter = one.home is None or not one.home.no_bell, one.said("letter") != "withdrawn"
    if "phone" in fields or "email" in fields:
        return ("phone" in fields and by_phone) or ("email" in fields and by_email)
    return by_door if "address" in fields else by_door or by_phone or by_letter


def _check(told: str, crowd: Crowd, maker: str, fields: Sequence[str] = ()) -> None:
    """Nobody who may not is told of, and nothing that may not be used."""
    meant = MEANT[maker]
    figures = [re.sub(r"\D", "", line) for line in told.splitlines()]
    for one in crowd.people:
        is_named = one.mark in told
        if not _may(one, meant, fields):
            assert not is_named, f"{one} stands on {maker}"
        if meant.kind != "own":
            has_phone = any(one.phone[1:] in line for line in figures)
            assert not has_phone or one.said("phone") != "withdrawn", f"the phone of {one} stands on {maker}"
            assert one.email not in told or one.said("email") == "given", f"the e-mail of {one} stands on {maker}"
            assert is_named or not has_phone


# The command line


FIELDS = tuple(chain.from_iterable(combinations(LIST_FIELDS[:4], count) for count in range(4)))
VARIANTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "letter": tuple(("--template", key, "--per", "person") for key in letter_templates.TEMPLATES),
    "labels": (("--empty-addresses",), ("--per", "person"), ("--people", "1,2,3")),
    "people-list": tuple(("--fields", fields) for fields in ("", "phone", "email", "phone,email,address")),
    "attendance": tuple(("--column", column) for column in ("none", "phone", "signature")),
    "badges": (("--activity", "1"),),
    "call-list": tuple(("--who", who) for who in CALL_WHO),
    "invitation": (("--all",), ("--street", "Klaverstraat"), ("--not-signed-up",)),
    "sign-up-sheet": (("--with-names",),),
    "form": (("--people", "1,2,3"), ("--where", "street=Klaverstraat")),
    "account": (("--activity", "1"),),
    "thank-you": (("--who", "came"),),
    "activity-report": (("--activity", "1"), ("--from", "2026-01-01", "--to", "2026-12-31")),
}
"""Choices worth trying; whatever is not here is made as it comes, and each of them also without."""


def _required(command: click.Command, crowd: Crowd) -> Iterator[tuple[str, ...]]:
    """Every way to give a command what it cannot do without."""
    asks = {one.name for one in command.params if one.required} - {"file", "output"}
    known: dict[str, Sequence[int]] = {"activity": (1, 2), "person": range(1, len(crowd.people) + 1)}
    assert asks <= set(known), f"{command.name} asks for {asks}: say here what to give it"
    if not asks:
        yield ()
    for name in sorted(item for item in asks if item is not None):
        for number in known[name]:
            yield (f"--{name}", str(number))


def _commands(places: dict[str, str], crowd: Crowd) -> Iterator[tuple[str, tuple[str, ...]]]:
    for word, place in places.items():
        command: click.Command = cli._load(place)
        for needed in _required(command, crowd):
            for more in ((), *VARIANTS.get(word, ())):
                yield word, (*needed, *more)


def _printed(file: Path, word: str, more: tuple[str, ...]) -> str:
    """What stands on a paper; nothing when there was nobody to print it for."""
    out = file.with_name("uit.pdf")
    out.unlink(missing_ok=True)
    done = run_app("print", file, word, *more, "-o", out)
    assert done.exit_code in {0, 1}, done.stderr
    return "\n".join(page_texts(out.read_bytes())) if out.exists() else ""


def _fields(word: str, more: Sequence[str]) -> Sequence[str]:
    if word == "call-list":
        return ("address", "phone")
    return more[more.index("--fields") + 1].split(",") if "--fields" in more else ("address",)


many = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@many
@given(crowd=crowds())
def test_no_command_prints_whoever_said_no(tmp_path_factory: pytest.TempPathFactory, crowd: Crowd) -> None:
    file = _filled(tmp_path_factory.mktemp("nee"), crowd)
    for word, more in _commands(cli.PRINTS, crowd):
        told = _printed(file, word, more)
        if word == "invitation":
            told = _without_contact(told, crowd, int(more[1]))
        _check(told, crowd, word, _fields(word, more))
        if word == "attendance":
            assert not any(one.email in told for one in crowd.people)
        if word == "flyer":
            _check_flyer(told, crowd, int(more[1]))


def _without_contact(told: str, crowd: Crowd, activity: int) -> str:
    """The words of an invitation without who can be called about it: only if that may go round the neighbourhood."""
    contact = crowd.people[crowd.contacts[activity - 1]]
    no = {contact.said("share_neighbours"), contact.said("phone")}
    if contact.wants_peace or "withdrawn" in no:
        return told
    return re.sub(rf"Zev{contact.mark[-3:]}\s+{contact.mark},\s+06[\d ]+", "", told)


def _check_flyer(told: str, crowd: Crowd, activity: int) -> None:
    """A flyer names only who can be asked, and only if that may go round the neighbourhood."""
    contact = crowd.people[crowd.contacts[activity - 1]]
    figures = re.sub(r"\D", "", told)
    for one in crowd.people:
        is_named, has_phone = one.mark in told, one.phone in figures
        may = one is contact and not one.wants_peace and one.said("share_neighbours") != "withdrawn"
        assert not is_named or may
        assert not has_phone or (may and one.said("phone") != "withdrawn")
        assert one.email not in told


@many
@given(crowd=crowds())
def test_no_file_for_contact_holds_whoever_said_no(tmp_path_factory: pytest.TempPathFactory, crowd: Crowd) -> None:
    file = _filled(tmp_path_factory.mktemp("nee"), crowd)
    endings = {"people": tuple(export.EXPORTS), "activities": (".csv", ".xlsx", ".ics")}
    endings["account"] = (".csv", ".xlsx")
    assert set(endings) == set(cli.EXPORTS), "say here how a new list is written"
    for what, known in endings.items():
        for ending in known:
            out = file.with_name(f"uit{ending}")
            done = run_app("export", file, what, "-o", out)
            maker = what if what in MEANT else f"{what}{ending}"
            assert maker in MEANT
            if done.exit_code == 0 and ending != ".xlsx":
                _check(_unfolded(out), crowd, maker, ("phone", "email"))
            if what == "activities" and out.exists():
                assert not any(one.mark.encode() in out.read_bytes() for one in crowd.people)


def _unfolded(file: Path) -> str:
    """The text of a file; lines that go on behind a space are one (RFC 6350)."""
    return re.sub(r"\r?\n[ \t]", "", file.read_text("utf-8-sig"))


# The window


def _choices() -> Iterator[tuple[object, Sequence[str]]]:
    templates = letter_templates.templates()
    for empty in ("", "all"):
        for per in ("address", "person"):
            yield choices.LabelsChoice(SHEETS[0], 1, per, with_edges=False, empty=empty), ()
            for size in ("C5", "DL"):
                yield choices.EnvelopesChoice(size, "", per, empty), ()
            for one in templates:
                yield choices.LetterChoice("Hoi", re.sub(r"[\[\]]", "", one.body), "", per, empty), ()
    for fields in FIELDS:
        yield choices.ListChoice("Lijst", fields, by_street=True), fields
    yield choices.BadgesChoice("Gast"), ()


@many
@given(crowd=crowds())
def test_the_window_draws_and_saves_nobody_who_said_no(tmp_path_factory: pytest.TempPathFactory, crowd: Crowd) -> None:
    file = _filled(tmp_path_factory.mktemp("nee"), crowd)
    drawn: set[type] = set()
    with Store.open(file) as store:
        numbers = list(range(1, len(crowd.people) + 1))
        source = drawing.read_source(store, numbers, DAY)
        for choice, fields in _choices():
            drawn.add(type(choice))
            made = drawing.draw(choice, source)  # type: ignore[arg-type]
            kind = drawing.kind_of(choice)  # type: ignore[arg-type]
            if made.pages is not None:
                told = "\n".join(page_texts(made.pages.pdf))
                _check(told, crowd, "people-list" if kind == "list" else kind, fields)
            assert made.error is None
        assert drawn == set(drawing.KINDS), "say here what is chosen for a new paper"
        for ending in export.EXPORTS:
            out = file.with_name(f"venster{ending}")
            export._write(out, store.read(cards.cards, numbers), ending)
            if ending != ".xlsx":
                _check(_unfolded(out), crowd, f"people{ending}", ("phone", "email"))


# What is found at all: a test that finds nobody proves nothing


@pytest.mark.parametrize("word", ["labels", "envelopes", "letter", "people-list", "badges"])
def test_whoever_said_nothing_is_found_on_every_paper(tmp_path: Path, word: str) -> None:
    home = Home(peace=False, no_bell=False, sticker="nee_nee")
    crowd = Crowd((home,), (Somebody(0, peace=False, answers={}, home=home),))
    file = _filled(tmp_path, crowd)
    more = ("--body", "Hoi") if word == "letter" else ()
    assert crowd.people[0].mark in _printed(file, word, more)


def test_every_command_and_every_file_says_what_it_is_meant_for() -> None:
    made: Callable[[str], str] = lambda ending: f"people{ending}"  # noqa: E731 - the shape of the words
    assert set(cli.PRINTS) | set(map(made, export.EXPORTS)) | (set(cli.EXPORTS) - {"people"}) <= set(MEANT)
    assert all(meant.why.endswith(".") for meant in MEANT.values())
    ours = {word for word, meant in MEANT.items() if meant.kind == "own"}
    papers = {"account", "activity-report", "agenda", "attendance", "contact-card", "flyer"} | {
        "job-slips",
        "run-sheet",
    }
    assert ours == {*papers, "people.xlsx", "people.csv", "activities"}, "nobody is left out of these: is that right?"


def test_households_are_only_those_who_want_post(tmp_path: Path) -> None:
    home = Home(peace=False, no_bell=False, sticker="")
    away: dict[Purpose, Answer] = {"letter": "withdrawn"}
    both = (Somebody(0, peace=False, answers={}, home=home), Somebody(1, peace=False, answers=away, home=home))
    file = _filled(tmp_path, Crowd((home,), both))

    letter = _printed(file, "letter", ("--body", "{salutation}"))

    assert both[0].mark in letter
    assert f"Zev{both[0].mark[-3:]}" in letter
    assert both[1].mark not in letter
    assert f"Zev{both[1].mark[-3:]}" not in letter
    assert asked("print", file, "labels", "-o", file.with_name("uit.pdf"))["warnings"]
