"""Writing contacts as vCard 3.0 (RFC 2426), the form that phones and mail programs all read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_LONGEST_LINE = 75
"""Bytes in one line (RFC 2426, 2.6); longer ones are folded."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact. `family` with the tussenvoegsel in front, as phones show it."""

    shown: str
    family: str = ""
    given: str = ""
    prefix: str = ""
    phones: Sequence[str] = ()
    emails: Sequence[str] = ()
    street: str = ""
    place: str = ""
    postcode: str = ""
    organisation: str = ""
    role: str = ""
    languages: Sequence[str] = ()
    labels: Sequence[str] = ()
    note: str = ""


def write_vcards(contacts: Iterable[Contact]) -> bytes:
    """Return all contacts as one file, UTF-8."""
    return "".join(f"{_folded(line)}\r\n" for contact in contacts for line in _lines(contact)).encode()


def _lines(contact: Contact) -> Iterable[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"FN:{_safe(contact.shown)}"
    yield "N:" + ";".join(map(_safe, (contact.family, contact.given, "", contact.prefix, "")))
    for phone in contact.phones:
        yield f"TEL:{_safe(phone)}"
    for email in contact.emails:
        yield f"EMAIL:{_safe(email)}"
    if contact.street or contact.place or contact.postcode:
        yield "ADR:" + ";".join(map(_safe, ("", "", contact.street, contact.place, "", contact.postcode, "")))
    if contact.organisation:
        # How phones know a company from a person in this version of vCard, which has no KIND.
        yield f"ORG:{_safe(contact.organisation)}"
        yield "X-ABShowAs:COMPANY"
    if contact.role:
        yield f"ROLE:{_safe(contact.role)}"
    for language in contact.languages:
        yield f"LANG:{_safe(language)}"
    if contact.labels:
        yield "CATEGORIES:" + ",".join(map(_safe, contact.labels))
    if contact.note:
        yield f"NOTE:{_safe(contact.note)}"
    yield "END:VCARD"


def _safe(text: str) -> str:
    safe = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return safe.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line in pieces of at most 75 bytes, never in the middle of a character."""
    pieces, now, used = [], "", 0
    for char in line:
        size = len(char.encode())
        if used + size > _LONGEST_LINE:
            pieces.append(now)
            now, used = " ", 1
        now += char
        used += size
    return "\r\n".join([*pieces, now])
