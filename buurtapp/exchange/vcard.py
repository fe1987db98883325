"""Reading contacts (vCard 2.1, 3.0 and 4.0, also mixed in one file) as a table with fixed headings."""

from __future__ import annotations

import quopri
import re
from collections import defaultdict
from dataclasses import dataclass

from buurtapp.exchange import refusals
from buurtapp.exchange.table import MOST_ROWS, CellProblem, Table, make_table

HEADINGS = (
    "N prefix",
    "N given",
    "N middle",
    "N family",
    "FN",
    "KIND",
    "ORG",
    "TEL",
    "EMAIL",
    "ADR street",
    "ADR postcode",
    "ADR place",
    "NOTE",
    "CATEGORIES",
    "BDAY",
    "NICKNAME",
)
_MANY = " ::: "
_LINE = re.compile(
    r"^(?:[\w\-]+\.)?(?P<name>[A-Za-z][\w\-]*)(?P<options>(?:;[^:\"]*(?:\"[^\"]*\")?[^:\"]*)*):(?P<value>.*)$",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Property:
    name: str
    options: str
    value: str


def is_vcard(text: str) -> bool:
    """Return whether a text begins as contacts do."""
    return text.lstrip("\ufeff \r\n\t").upper().startswith("BEGIN:VCARD")


def read_vcards(text: str, name: str, stem: str) -> Table:
    """Return one row for each card; the row number is its place in the file."""
    rows: list[tuple[int, list[str]]] = []
    problems: list[CellProblem] = []
    card: list[_Property] | None = None
    for line in _unfolded(text):
        upper = line.strip().upper()
        if upper == "BEGIN:VCARD":
            if card is not None:
                rows.append((len(rows) + 1, _row(card)))
            card = []
        elif upper == "END:VCARD":
            rows.append((len(rows) + 1, _row(card or [])))
            card = None
        elif card is not None:
            found = _LINE.match(line)
            if found:
                card.append(
                    _Property(found["name"].upper(), found["options"], _decoded(found["options"], found["value"]))
                )
        if len(rows) > MOST_ROWS:
            raise refusals.too_large(name)
    if card:
        rows.append((len(rows) + 1, _row(card)))
        problems.append(CellProblem(len(rows), 4, "card_not_closed", rows[-1][1][4]))
    if not rows:
        raise refusals.no_rows(name)
    return make_table(stem, rows, problems, headings=HEADINGS)


def _unfolded(text: str) -> list[str]:
    """Return whole lines: a line that begins with a space goes on, and so does quoted-printable that ends in "="."""
    lines: list[str] = []
    quoted = False
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if quoted and lines:
            lines[-1] = lines[-1][:-1] + line
        elif line[:1] in {" ", "\t"} and lines:
            lines[-1] += line[1:]
        else:
            lines.append(line)
        quoted = lines[-1].endswith("=") and "QUOTED-PRINTABLE" in lines[-1].partition(":")[0].upper()
    return lines


def _decoded(options: str, value: str) -> str:
    if "QUOTED-PRINTABLE" not in options.upper():
        return value
    data = quopri.decodestring(value.encode("utf-8", "surrogateescape"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _parts(value: str, mark: str = ";") -> list[str]:
    r"""Return the parts of a value: "\;" and "\," are no marks, "\n" is a line break."""
    parts = [""]
    at = 0
    while at < len(value):
        char = value[at]
        if char == "\\" and at + 1 < len(value):
            parts[-1] += "\n" if value[at + 1] in "nN" else value[at + 1]
            at += 2
            continue
        if char == mark:
            parts.append("")
        else:
            parts[-1] += char
        at += 1
    return [part.strip() for part in parts]


def _row(card: list[_Property]) -> list[str]:
    values: defaultdict[str, list[str]] = defaultdict(list)
    for item in card:
        values[item.name].append(item.value)
    name = (_parts(values["N"][0]) if values["N"] else []) + [""] * 5
    address = (_parts(_first_address(values["ADR"])) if values["ADR"] else []) + [""] * 7
    street = " ".join(part for part in (address[2], address[1]) if part)
    phones = [re.sub(r"^tel:", "", value, flags=re.IGNORECASE).partition(";ext=")[0] for value in values["TEL"]]
    emails = [re.sub(r"^mailto:", "", value, flags=re.IGNORECASE) for value in values["EMAIL"]]
    groups = [part for value in values["CATEGORIES"] for part in _parts(value, ",") if part]
    return [
        name[3],
        " ".join(_parts(name[1], ",")),
        name[2],
        name[0],
        _plain(values["FN"]),
        _plain(values["KIND"]) or _plain(values["X-ADDRESSBOOKSERVER-KIND"]),
        " ".join(part for part in _parts(values["ORG"][0]) if part) if values["ORG"] else "",
        _MANY.join(phone.strip() for phone in phones if phone.strip()),
        _MANY.join(email.strip() for email in emails if email.strip()),
        street,
        address[5],
        address[3],
        "\n".join(part for value in values["NOTE"] for part in [_plain([value])] if part),
        _MANY.join(groups),
        _plain(values["BDAY"]),
        _plain(values["NICKNAME"]),
    ]


def _first_address(addresses: list[str]) -> str:
    """Return the first address that has a street."""
    return next((address for address in addresses if any(_parts(address)[1:3])), addresses[0])


def _plain(values: list[str]) -> str:
    return _parts(values[0], "\x00")[0] if values else ""
