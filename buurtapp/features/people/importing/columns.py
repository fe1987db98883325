"""What the columns of a list mean: first by their headings, in Dutch and English, then by what stands in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from buurtapp.core.text import fold
from buurtapp.exchange.table import Line, Table
from buurtapp.features.people.importing.records import Choice
from buurtapp.features.people.rules.doors import parse_address, parse_house, parse_postcode
from buurtapp.features.people.rules.names import is_initials
from buurtapp.features.people.rules.reach import parse_emails, parse_phones

IGNORE = "ignored"
OTHER = "note with heading"
SINCE = "member since"
MEANINGS = (
    "full name",
    "given name",
    "initials",
    "infix",
    "given name or infix",
    "infix + family name",
    "family name",
    "title",
    "street + number + addition",
    "street + number + addition (spare)",
    "street",
    "number",
    "number + addition",
    "addition",
    "postcode",
    "postcode + place",
    "place",
    "phone",
    "email",
    "label",
    "note",
    "organisation",
    "kind of card",
    "birthday",
    "number of the member (not the house)",
    SINCE,
    OTHER,
    IGNORE,
)
"""Every meaning a column can have, in the words of the command line."""

_PATTERNS: tuple[tuple[str, str], ...] = (
    (r"(phonetic|photo|foto|file as|record id).*", IGNORE),
    (r"(e mail|email|phone|address|website|relation|event|custom field|adres|telefoon) \d+ (label|type)|.* (label|type)", IGNORE),
    (r"address \d+ formatted|adr(es)? volledig", "street + number + addition (spare)"),
    (r"address \d+ (street|straat)|(home|business|other|thuis) (street|adres)|adr street", "street + number + addition"),
    (r"address \d+ (city|plaats)|(home|business|other) city|adr place", "place"),
    (r"address \d+ (postal code|postcode)|(home|business|other) postal code|adr postcode", "postcode"),
    (r"address \d+ (country|region|po box|extended address)|(home|business|other) (country|state).*|land|country|provincie", IGNORE),
    (r".*postcode.*(plaats|place|city|town).*|pc.*plaats|.*zip.*city", "postcode + place"),
    (r".*\be ?mail.*|.*mailadres.*|mail|mailadres|.* mail", "email"),
    (r".*(telefoon|mobiel|phone|mobile|gsm|cell).*|tel( ?nr| ?nummer|efoonnr)?( \d+| thuis| mobiel| werk| vast| overdag)?|mob|06( ?nr| ?nummer)?|nummer 06|vast( nummer)?|bellen op", "phone"),
    (r"voorletters?|voorl|initialen|initials?|vl", "initials"),
    (r"tussenv(oegsels?)?|tv|tussen|voorvoegsels?|infix|prefix|tussenvgsl?|tussenvoegs", "infix"),
    (r"middle name|additional name|n middle|tweede naam", "given name or infix"),
    (r"name prefix|n prefix|titel|title|aanhef|aanspreekvorm|dhr mw|m v", "title"),
    (r"voorna(?:am|men)|roepnaam|first name|given name|forename|firstname|n given|christian name", "given name"),
    (r"achternaam|familienaam|last name|surname|family name|lastname|geslachtsnaam|n family|achtern", "infix + family name"),
    (r"name suffix|bijnaam|nickname|alias", OTHER),
    (r"organi[sz]ation name|organisatie|bedrijf|company|organi[sz]ation|instelling|org", "organisation"),
    (r"organi[sz]ation .*|job title|department|functie|afdeling", OTHER),
    (r"kind", "kind of card"),
    (r"birthday|geb(oorte)?( ?datum)?|geboren|verjaardag|bday|date of birth|birth date|leeftijd", "birthday"),
    (r"lid sinds|lid vanaf|sinds|member since|since|ingeschreven( op)?|datum( van)? inschrijving", SINCE),
    (r"(lid ?nr|lid ?nummer|volgnr|volgnummer|id|lidmaatschapsnummer|member( no| number| id)?|relatienummer|#)", "number of the member (not the house)"),
    (r"(huis ?letter|huisletter|toev(oeging)?|huisnummer ?toevoeging|hnr ?toev|addition|suffix|letter|bus|toev nr|huisnr toev)", "addition"),
    (r"(huis ?nr|huis ?nummer|hnr|house ?(no|nr|number)|nr huis|huisnr \+ toev|huisnummer en toevoeging|street number)", "number"),
    (r"(nr|no|nummer|number|num)", "nr"),
    (r"straat ?naam|straat|street( name)?|weg", "street"),
    (r".*\b(adres|address|woonadres|straat.*(nr|nummer|huisnr)|street.*(number|no)|waar)\b.*|adr|adres", "street + number + addition"),
    (r"postcode|post ?code|pc|zip( ?code)?|postal code|postkode", "postcode"),
    (r"woonplaats|plaats|plaatsnaam|city|town|place|stad|dorp|gemeente", "place"),
    (r"(labels?|tags?|groep(en)?|group( membership)?s?|categorie(en)?|categories|category)", "label"),
    (r"opm(erking(en)?)?s?|.*\b(notities?|notes?|bijzonderheden|bijzonderheid|memo|toelichting|remarks?|comments?|info|aantekening(en)?|overig(e)?)\b.*|opmerking(en)?.*|wat wil je doen|wat wilt u doen|hulp(aanbod|vraag)?", "note"),
    (r"(volledige |hele |full |display )?(naam|name|namen|names)( bewoners?| buurman| deelnemer| lid| en voornaam)?|bewoners?|buren|deelnemers?|wie|fn|residents?|contact ?persoon|leden|neighbou?rs?|naam bewoners?|naam en voorletters|naam voornaam|achternaam voornaam|people", "full name"),
)
_COMPILED = tuple((re.compile(pattern), meaning) for pattern, meaning in _PATTERNS)
_SPECIFIC = frozenset(MEANINGS) - {OTHER, IGNORE, SINCE, "note", "nr"}
_LOOK_FOR_HEADER = 40
_LOOK_AT = 300


def meaning_of(heading: str) -> str | None:
    """Return what a heading means, or nothing when it is not one we know. "nr" is still to be decided."""
    key = re.sub(r" value$", "", fold(heading.replace("1e", "").replace("2e", "")))
    key = re.sub(r"^((e mail|phone) \d+)$", r"\1", key)
    for pattern, meaning in _COMPILED:
        if key and pattern.fullmatch(key):
            return meaning
    return None


def guess(table: Table, header_row: int | None = None) -> Choice | None:
    """Return the header row and what each column means; None when this is no list with columns."""
    if table.headings is not None:
        return Choice(table.name, 0, table.headings, tuple(meaning_of(heading) or IGNORE for heading in table.headings))
    header = _find_header(table) if header_row is None else next((line for line in table.lines if line.number == header_row), None)
    if header is None:
        return _without_header(table)
    data = [line for line in table.lines if line.number > header.number][:_LOOK_AT]
    width = max([len(header.cells), *(len(line.cells) for line in data)], default=0)
    headings = told_apart([header.cell(column) for column in range(width)])
    meanings = [_meaning(header.cell(column), column, table, data) for column in range(width)]
    return Choice(table.name, header.number, headings, tuple(_settle(meanings, data)))


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
    if len(sure) < 2 or not _is_enough(meanings):
        return None
    return Choice(table.name, 0, told_apart([""] * width), tuple(_settle(meanings, lines)))


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
        elif meaning == "place" and _share(values, lambda value: bool(parse_postcode(value).postcode)) > 0.5:
            settled[column] = "postcode + place"
        elif meaning == "postcode" and _share(values, lambda value: bool(parse_postcode(value).place)) > 0.3:
            settled[column] = "postcode + place"
        elif meaning == "given name" and values and _share(values, is_initials) > 0.8:
            settled[column] = "initials"
        elif meaning == "full name" and "infix + family name" not in settled and "given name" in settled:
            settled[column] = "infix + family name" if _share(values, lambda value: " " not in value.strip()) > 0.6 else meaning
    for column, meaning in enumerate(settled):
        if meaning == "number" and _share(_values(data, column), lambda value: bool((parse_house(value) or (0, ""))[1])) > 0:
            settled[column] = "number + addition"
    return _once(settled)


def _settle_nr(meanings: Sequence[str], values: list[str]) -> str:
    street_alone = "street" in meanings and "number" not in meanings
    if street_alone and _share(values, lambda value: parse_house(value) is not None) > 0.5:
        return "number"
    return "number of the member (not the house)"


def _has_digit(value: str) -> bool:
    return any(char.isdigit() for char in value)


def _share(values: list[str], fits: object) -> float:
    return sum(1 for value in values if fits(value)) / len(values) if values and callable(fits) else 0.0


def _once(meanings: list[str]) -> list[str]:
    """Names and doors come from one column; a second one with the same heading is kept as a note."""
    several = {SINCE, "phone", "email", "note", "label", "addition", OTHER, IGNORE, "title", "number of the member (not the house)"}
    seen: set[str] = set()
    for column, meaning in enumerate(meanings):
        if meaning in seen and meaning not in several:
            meanings[column] = OTHER
        seen.add(meaning)
    return meanings
