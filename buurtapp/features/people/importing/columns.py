"""What the columns of a list mean: first by their headings, in Dutch and English, then by what stands in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from buurtapp.exchange.table import Line, Table
from buurtapp.features.people.importing import own
from buurtapp.features.people.importing.headings import IGNORE, MEANINGS, MEMBER, OTHER, SINCE, meaning_of
from buurtapp.features.people.importing.records import Choice
from buurtapp.features.people.rules.doors import parse_address, parse_house, parse_postcode
from buurtapp.features.people.rules.names import is_initials
from buurtapp.features.people.rules.reach import parse_emails, parse_phones

_SPECIFIC = frozenset(MEANINGS) - {OTHER, IGNORE, SINCE, "note", "nr"}
SEVERAL = frozenset(
    {
        SINCE,
        "phone",
        "email",
        "note",
        "label",
        "addition",
        OTHER,
        IGNORE,
        "title",
        "languages",
        "skills",
        "roles",
        MEMBER,
    }
)
"""What more than one column of a list may mean."""
_LOOK_FOR_HEADER = 40
_LOOK_AT = 300
_NOTHING_BUT_NAMES = 0.9


def guess(table: Table, header_row: int | None = None) -> Choice | None:
    """Return the header row and what each column means; None when this is no list with columns."""
    if table.headings is not None:
        return Choice(table.name, 0, table.headings, tuple(meaning_of(heading) or IGNORE for heading in table.headings))
    header = (
        _find_header(table)
        if header_row is None
        else next((line for line in table.lines if line.number == header_row), None)
    )
    if header is None:
        return _without_header(table)
    data = [line for line in table.lines if line.number > header.number][:_LOOK_AT]
    width = max([len(header.cells), *(len(line.cells) for line in data)], default=0)
    headings = told_apart([header.cell(column) for column in range(width)])
    if own.has_our_headings(headings):
        # What stands in the columns of our own list does not matter: somebody may be called "1".
        return Choice(table.name, header.number, headings, tuple(meaning_of(name) or OTHER for name in headings))
    meanings = [_meaning(header.cell(column), column, table, data) for column in range(width)]
    return Choice(table.name, header.number, headings, tuple(_settle(meanings, data)))


def first_row(table: Table) -> Choice:
    """Return a choice in which the first row holds the headings and nothing is known of what they mean."""
    header = table.lines[0]
    width = max(len(line.cells) for line in table.lines[:_LOOK_AT])
    headings = told_apart([header.cell(column) for column in range(width)])
    return Choice(table.name, header.number, headings, (OTHER,) * width)


def nameless(table: Table) -> Choice:
    """Return a choice for rows without headings, of which nothing is known."""
    width = max((len(line.cells) for line in table.lines[:_LOOK_AT]), default=0)
    return Choice(table.name, 0, told_apart([""] * width), (OTHER,) * width)


def _meaning(heading: str, column: int, table: Table, data: Sequence[Line]) -> str:
    if column in table.hidden:
        return OTHER
    if not heading.strip():
        return by_content(_values(data, column)) or OTHER
    return meaning_of(heading) or _unknown(_values(data, column))


def _unknown(values: list[str]) -> str:
    """A heading we do not know: only what cannot be anything else is taken by its content."""
    found = by_content(values)
    return found if found in {"email", "phone", "postcode", "postcode + place"} else OTHER


def _find_header(table: Table) -> Line | None:
    """Return the row that looks most like headings: two known ones at least, or one above rows of data."""
    best: Line | None = None
    best_score = 0.0
    for line in table.lines[:_LOOK_FOR_HEADER]:
        filled = [cell for cell in line.cells if cell.strip()]
        known = [meaning for cell in filled if (meaning := meaning_of(cell)) is not None]
        specific = len(set(known) & _SPECIFIC)
        if not specific or any(len(cell) > 60 for cell in filled):
            continue
        score = len(set(known)) + len(known) / (len(filled) + 1)
        if (len(known) >= 2 or (specific and len(filled) <= 2)) and score > best_score:
            best, best_score = line, score
    return best


def has_header(table: Table) -> bool:
    """Return whether a row with headings was found."""
    return table.headings is not None or _find_header(table) is not None


def header_score(table: Table) -> tuple[int, int]:
    """Return how much a sheet looks like a list of neighbours: how many different meanings, how many rows."""
    choice = guess(table)
    if choice is None:
        return 0, 0
    found = set(choice.meanings) & _SPECIFIC
    return (len(found), len(table.lines)) if _is_enough(choice.meanings) else (0, 0)


def _is_enough(meanings: Sequence[str]) -> bool:
    names = {"full name", "given name", "infix + family name", "family name", "initials"}
    doors = {"street", "street + number + addition", "street + number + addition (spare)"}
    return bool(names & set(meanings) or doors & set(meanings))


def is_enough(choice: Choice) -> bool:
    """Return whether names or addresses are among the columns: less is no list of neighbours."""
    return _is_enough(choice.meanings)


def _without_header(table: Table) -> Choice | None:
    """Return a choice for a list without headings, by content alone; None unless at least two columns are sure."""
    lines = table.lines[:_LOOK_AT]
    width = max((len(line.cells) for line in lines), default=0)
    meanings = [by_content(_values(lines, column)) or OTHER for column in range(width)]
    sure = [meaning for meaning in meanings if meaning in _SPECIFIC]
    if width == 1 and _share(_values(lines, 0), _looks_like_name) > _NOTHING_BUT_NAMES:
        return Choice(table.name, 0, told_apart([""]), ("full name",))
    if len(sure) < 2 or not _is_enough(meanings):
        return None
    return Choice(table.name, 0, told_apart([""] * width), tuple(_settle(meanings, lines)))


def signature(choice: Choice) -> str:
    """Return what tells this kind of list from others: its headings, in whatever order they stand."""
    return "\x1f".join(sorted(heading.casefold() for heading in choice.headings))


def told_apart(headings: Sequence[str]) -> tuple[str, ...]:
    """Return headings that are all different: "Telefoon (2)", and the letter of the column where there is none."""
    seen: Counter[str] = Counter()
    made = []
    for column, heading in enumerate(headings):
        name = " ".join(heading.split()) or _letter(column)
        seen[name.casefold()] += 1
        often = seen[name.casefold()]
        made.append(name if often == 1 else f"{name} ({often})")
    return tuple(made)


def _letter(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _values(lines: Sequence[Line], column: int) -> list[str]:
    return [value for line in lines if (value := line.cell(column).strip()) and value != "-"]


def by_content(values: list[str]) -> str | None:
    """Return what most of these values can only be; None when that is not clear."""
    if len(values) < 2:
        return None
    tests = (
        ("email", lambda value: bool(parse_emails(value).values)),
        ("postcode", lambda value: bool(parse_postcode(value).postcode) and not parse_postcode(value).place),
        ("postcode + place", lambda value: bool(parse_postcode(value).postcode)),
        ("phone", lambda value: len(value) > 7 and bool(parse_phones(value).values)),
        ("street + number + addition", lambda value: bool(parse_address(value).door.number)),
        ("number", lambda value: parse_house(value) is not None and len(value) < 9),
        ("full name", _looks_like_name),
    )
    sample = values[:60]
    for meaning, fits in tests:
        if sum(1 for value in sample if fits(value)) > 0.7 * len(sample):
            return meaning
    return None


def _looks_like_name(value: str) -> bool:
    words = value.split()
    return 2 <= len(words) <= 7 and len(value) < 60 and not any(char.isdigit() for char in value) and value[-1] != "."


def _settle(meanings: Sequence[str], data: Sequence[Line]) -> list[str]:
    """Decide what only shows when all columns are known: "Nr" beside a street, numbers with letters, twice the same."""
    settled = list(meanings)
    for column, meaning in enumerate(settled):
        values = _values(data, column)
        if meaning == "nr":
            settled[column] = _settle_nr(settled, values)
        elif meaning == "street" and _share(values, lambda value: bool(parse_address(value).door.number)) > 0.5:
            settled[column] = "street + number + addition"
        elif meaning == "street + number + addition" and "number" in settled and _share(values, _has_digit) < 0.3:
            settled[column] = "street"
        elif (meaning == "place" and _share(values, lambda value: bool(parse_postcode(value).postcode)) > 0.5) or (
            meaning == "postcode" and _share(values, lambda value: bool(parse_postcode(value).place)) > 0.3
        ):
            settled[column] = "postcode + place"
        elif meaning == "given name" and values and _share(values, is_initials) > 0.8:
            settled[column] = "initials"
        elif meaning == "full name" and "infix + family name" not in settled and "given name" in settled:
            settled[column] = (
                "infix + family name" if _share(values, lambda value: " " not in value.strip()) > 0.6 else meaning
            )
    for column, meaning in enumerate(settled):
        if (
            meaning == "number"
            and _share(_values(data, column), lambda value: bool((parse_house(value) or (0, ""))[1])) > 0
        ):
            settled[column] = "number + addition"
    return _once(settled)


def _settle_nr(meanings: Sequence[str], values: list[str]) -> str:
    street_alone = "street" in meanings and "number" not in meanings
    if street_alone and _share(values, lambda value: parse_house(value) is not None) > 0.5:
        return "number"
    return MEMBER


def _has_digit(value: str) -> bool:
    return any(char.isdigit() for char in value)


def _share(values: list[str], fits: object) -> float:
    return sum(1 for value in values if fits(value)) / len(values) if values and callable(fits) else 0.0


def _once(meanings: list[str]) -> list[str]:
    """Names and doors come from one column; a second one with the same heading is kept as a note."""
    seen: set[str] = set()
    for column, meaning in enumerate(meanings):
        if meaning in seen and meaning not in SEVERAL:
            meanings[column] = OTHER
        seen.add(meaning)
    return meanings
