"""The columns of the list of people: what each says, by which it is sorted, and what it needs to know."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.names_and_consents import PURPOSES, ConsentState, Purpose
from buurtapp.features.people.queries import cards, listing, row_facts
from buurtapp.features.people.queries.consents import consents_of
from buurtapp.features.people.queries.row_facts import RowFacts
from buurtapp.features.people.records import PersonRow
from buurtapp.features.people.rules.consent_words import PURPOSE_WORDS
from buurtapp.features.people.rules.consents import state_of
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.features.people.rules.steps import STEP_WORDS, Rung, windows
from buurtapp.features.people.ui.ladder import Ladder
from buurtapp.features.people.ui.wording import RELATION_WORDS, SHORT_ANSWERS, no_contact, way
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.paged_model import Column
from buurtapp.uikit.words import Words, day

_NOTHING = RowFacts()
TICK, HOUSE, ADDRESS, NAME, INVOLVED, LABELS, CONTACT, LAST, PHONE = range(9)


@dataclass(frozen=True, slots=True)
class ListRow:
    """A person as the list shows it; what no shown column needs is left out."""

    person: PersonRow
    phone: str = ""
    rung: Rung | None = None
    email: str = ""
    words: Mapping[str, Sequence[str]] | None = None
    consents: Sequence[ConsentState] = ()
    facts: RowFacts = _NOTHING


@dataclass(frozen=True, slots=True)
class Kind:
    """A column that can be chosen. `key` is kept in the settings; `sort` is what the list is sorted by.

    `at` are its places in the model: the door has two, a number below a street and a whole address elsewhere.
    """

    key: str
    heading: Words
    sort: str
    at: tuple[int, ...]
    need: str = ""

    @property
    def is_first_down(self) -> bool:
        """Whether the highest comes first when the list is sorted by this: who came last, who is involved most."""
        return self.sort in OF_LADDER


def people_columns(by_name: Callable[[], bool]) -> tuple[Column[ListRow], ...]:
    """Return all columns of the model; a list by name shows family names first."""

    def name(row: ListRow) -> str:
        return row.person.name.listed if by_name() else row.person.name.spoken

    return (
        Column("", lambda _row: "", "tick"),
        Column(text(N_("No.")), lambda row: row.person.door.house, "second", 52),
        Column(text(N_("Address")), lambda row: row.person.door.line, "second", 160),
        Column(text(N_("Name")), name, "strong", 150, icon=_wish_icon, role=_wish_of_name),
        Column(text(N_("Involved")), _step, "windows", 126, lit=_lit),
        Column(text(N_("Labels")), lambda row: "\n".join(row.person.labels), "tags", 128),
        Column(text(N_("Contact")), _contact, "second", 96, role=_wish_role),
        Column(text(N_("Last time")), _last, "dated", 136),
        Column(text(N_("Phone")), lambda row: nice_phone(row.phone), "second", 124),
        Column(text(N_("E-mail")), lambda row: row.email, "second", 190),
        Column(text(N_("Street")), lambda row: row.person.door.street, "second", 140),
        Column(text(N_("Postcode")), lambda row: row.person.door.postcode, "second", 88),
        Column(text(N_("Town")), lambda row: row.person.door.place, "second", 116),
        Column(text(N_("Area")), lambda row: row.facts.area, "second", 120),
        Column(text(N_("Languages")), _languages, "second", 130),
        Column(text(N_("Skills")), lambda row: _words(row, "skill"), "second", 150),
        Column(text(N_("Roles")), lambda row: _words(row, "role"), "second", 140),
        Column(text(N_("Relation")), _relation, "second", 110),
        Column(text(N_("Member since")), _member, "second", 120),
        Column(text(N_("Best time")), lambda row: row.facts.best_time, "second", 130),
        Column(text(N_("Do not approach")), _wish, "second", 130, role=_wish_role),
        *(Column(_consent_heading(purpose), _consent(purpose), "second", 130) for purpose in PURPOSES),
    )


_MORE_KINDS: tuple[tuple[str, Text, str], ...] = (
    ("email", text(N_("E-mail")), "emails"),
    ("street", text(N_("Street")), ""),
    ("postcode", text(N_("Postcode")), ""),
    ("city", text(N_("Town")), ""),
    ("area", text(N_("Area")), "facts"),
    ("languages", text(N_("Languages")), "words"),
    ("skills", text(N_("Skills")), "words"),
    ("roles", text(N_("Roles")), "words"),
    ("relation", text(N_("Relation")), "facts"),
    ("member", text(N_("Member since")), "facts"),
    ("best_time", text(N_("Best time")), "facts"),
    ("do_not", text(N_("Do not approach")), ""),
)


def _consent_heading(purpose: Purpose) -> Text:
    return text(N_("Consent: {purpose}"), purpose=PURPOSE_WORDS[purpose])


KINDS: tuple[Kind, ...] = (
    Kind("door", text(N_("Address")), "place", (HOUSE, ADDRESS)),
    Kind("name", text(N_("Name")), "name", (NAME,)),
    Kind("step", text(N_("Involved")), "step", (INVOLVED,), "rungs"),
    Kind("labels", text(N_("Labels")), "labels", (LABELS,)),
    Kind("contact", text(N_("Contact")), "contact", (CONTACT,)),
    Kind("last", text(N_("Last time")), "last", (LAST,), "rungs"),
    Kind("phone", text(N_("Phone")), "phone", (PHONE,), "phones"),
    *(Kind(key, said, key, (PHONE + 1 + at,), need) for at, (key, said, need) in enumerate(_MORE_KINDS)),
    *(
        Kind(
            f"consent_{one}", _consent_heading(one), f"consent_{one}", (PHONE + 1 + len(_MORE_KINDS) + at,), "consents"
        )
        for at, one in enumerate(PURPOSES)
    ),
)
BY_KEY: Mapping[str, Kind] = {kind.key: kind for kind in KINDS}
STANDARD: tuple[str, ...] = ("door", "name", "step", "labels", "contact", "last", "phone")
"""What is shown, as far as there is room, when nobody chose anything."""
OF_LADDER = frozenset({"step", "last"})


def kind_at(column: int) -> Kind | None:
    """Return which kind stands at a place in the model; None for the ticks."""
    return next((kind for kind in KINDS if column in kind.at), None)


def _contact(row: ListRow) -> str:
    return no_contact() if row.person.do_not_approach else way(row.person.contact_preference)


def _wish(row: ListRow) -> str:
    return SHORT_ANSWERS["withdrawn"].render() if row.person.do_not_approach else ""


def _step(row: ListRow) -> str:
    return STEP_WORDS[row.rung.step].render() if row.rung is not None else ""


def _lit(row: ListRow) -> int:
    return windows(row.rung.step) if row.rung is not None else 0


def _last(row: ListRow) -> str:
    if row.rung is None or row.rung.last is None:
        return ""
    return f"{day(row.rung.last, 'd MMM')}\n{row.rung.title}"


def _languages(row: ListRow) -> str:
    return ", ".join(_language(word) for word in (row.words or {}).get("language", ()))


def _language(code: str) -> str:
    """Return what people who speak a language call it; words that are no code stay as they are."""
    known = QLocale(code)
    return known.nativeLanguageName() if known.language() != QLocale.Language.C and len(code) <= 3 else code


def _words(row: ListRow, kind: str) -> str:
    return ", ".join((row.words or {}).get(kind, ()))


def _relation(row: ListRow) -> str:
    said = RELATION_WORDS.get(row.facts.relation)
    return said.render() if said is not None else ""


def _member(row: ListRow) -> str:
    since, until = row.facts.member_from, row.facts.member_until
    if until is not None:
        return text(N_("until {day}"), day=day(until, "d MMM y")).render()
    return day(since, "d MMM y") if since is not None else ""


def _consent(purpose: Purpose) -> Callable[[ListRow], str]:
    return lambda row: SHORT_ANSWERS[state_of(row.consents, purpose).state].render()


def _wish_icon(row: ListRow) -> str:
    return "triangle-alert" if row.person.do_not_approach else ""


def _wish_role(row: ListRow) -> str:
    return "care" if row.person.do_not_approach else ""


def _wish_of_name(row: ListRow) -> str:
    return "care" if row.person.do_not_approach else "ink"


def fetch_rows(
    desk: Desk, numbers: Sequence[int], ladder: Ladder | None, needs: Collection[str]
) -> list[ListRow | None]:
    """Return these people in this order, with what the shown columns need; None for those that are gone."""
    store = desk.store
    if store is None:
        return [None] * len(numbers)
    rows = {row.id: row for row in desk.read(listing.rows, numbers)}
    phones = desk.read(cards.phones_of, numbers) if "phones" in needs else {}
    emails = desk.read(cards.emails_of, numbers) if "emails" in needs else {}
    words = desk.read(cards.words_of, numbers) if "words" in needs else {}
    consents = desk.read(consents_of, numbers) if "consents" in needs else {}
    facts = desk.read(row_facts.facts, numbers) if "facts" in needs else {}
    rungs: Mapping[int, Rung] = ladder.of(store, numbers) if ladder is not None and "rungs" in needs else {}
    return [
        ListRow(
            rows[number],
            next(iter(phones.get(number, ())), ""),
            rungs.get(number),
            next(iter(emails.get(number, ())), ""),
            words.get(number),
            consents.get(number, ()),
            facts.get(number, _NOTHING),
        )
        if number in rows
        else None
        for number in numbers
    ]
