"""The codes on our papers: a short one for people, a long one for cameras.

Both are written in Crockford's base 32, which has no I, L, O or U. A code says which paper this is and nothing about
anybody: `7K3Q2-…` is five random characters and a check character; a QR code holds sixteen characters, see `Payload`.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, text

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
FORM_LENGTH = 5
_PREFIX = "BA"
_COPY_LENGTH = 4
_CHECK_LENGTH = 2
_CORNERS = 2
MOST_PAGES = 511
PAYLOAD_LENGTH = 16
_LOOK_ALIKES = str.maketrans("OIL", "011", " -\u2010\u2011\u2012\u2013\u2014._/\t\r\n\u00a0")
_POLYNOMIAL = 0b100101
"""x⁵ + x² + 1, which makes the 32 characters a field: every slip of one character, and every swap of two, shows."""


@dataclass(frozen=True, slots=True)
class Payload:
    """What a QR code on a page says: BA, form, version, copy, page, corner, and two check characters.

    `corner` is 0 for the code at the top right and 1 for the one at the bottom left. `page` counts from 1.
    """

    form: str
    version: int
    copy: int
    page: int
    corner: int


_HOW = N_("A code has five characters, a dash and one more, such as {example}. It stands at the foot of the list.")


def _times(left: int, right: int) -> int:
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left & 32:
            left ^= _POLYNOMIAL
        right >>= 1
    return product


def _check(characters: str, generator: int) -> str:
    """Return one character that sums the others up, each weighed by its place."""
    total = 0
    for char in characters:
        total = _times(total, generator) ^ ALPHABET.index(char)
    return ALPHABET[_times(total, generator)]


def new_form_id(random: Random) -> str:
    """Return five random characters; the caller makes sure that no other sheet has them."""
    return "".join(random.choice(ALPHABET) for _ in range(FORM_LENGTH))


def human_code(form: str) -> str:
    """Return a form id as people read it: `7K3Q2-M`."""
    return f"{form}-{_check(form, 2)}"


def parse_code(typed: str) -> str:
    """Return the form id of a code as somebody typed it: small letters, spaces, O for 0 and I or L for 1 are fine."""
    plain = plain_code(typed)
    wrong = len(plain) != FORM_LENGTH + 1 or any(char not in ALPHABET for char in plain)
    if wrong:
        raise UserError(
            "bad_code",
            text(N_("“{code}” is not a code of a list."), code=typed),
            text(_HOW, example=human_code("7K3Q2")),
        )
    form = plain[:FORM_LENGTH]
    if human_code(form)[-1] != plain[-1]:
        raise UserError(
            "bad_code",
            text(N_("There is a slip in the code “{code}”."), code=typed),
            text(N_("Compare it with the code at the foot of the list, one character at a time.")),
        )
    return form


def plain_code(typed: str) -> str:
    """Return a code as we would write it without a dash, however it was typed; it may be wrong."""
    return typed.upper().translate(_LOOK_ALIKES)


def is_one_slip(typed: str, meant: str) -> bool:
    """Return whether one slip of the hand makes one code of the other: a sign wrong, missing, extra, or two swapped."""
    if typed == meant:
        return False
    if len(typed) == len(meant):
        wrong = [at for at, (one, other) in enumerate(zip(typed, meant, strict=True)) if one != other]
        swapped = len(wrong) == 2 and [typed[at] for at in wrong] == [meant[at] for at in reversed(wrong)]
        return len(wrong) == 1 or swapped
    short, long = sorted((typed, meant), key=len)
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _number(value: int, length: int) -> str:
    if not 0 <= value < len(ALPHABET) ** length:
        message = f"{value} does not fit in {length} characters"
        raise ValueError(message)
    result = ""
    for _ in range(length):
        value, rest = divmod(value, len(ALPHABET))
        result = ALPHABET[rest] + result
    return result


def write_payload(payload: Payload) -> str:
    """Return the sixteen characters of a QR code.

    A character counts to 31, so every 32 pages add 2 to the character of the corner: room for 512 pages.
    """
    further, page = divmod(payload.page, len(ALPHABET))
    body = (
        _PREFIX
        + payload.form
        + _number(payload.version, 1)
        + _number(payload.copy, _COPY_LENGTH)
        + _number(page, 1)
        + _number(payload.corner + _CORNERS * further, 1)
    )
    return body + _check(body, 2) + _check(body, 4)


def read_payload(code: str) -> Payload | None:
    """Return what a QR code says, or nothing when it is not one of ours or damaged."""
    if len(code) != PAYLOAD_LENGTH or not code.startswith(_PREFIX) or any(char not in ALPHABET for char in code):
        return None
    body = code[:-_CHECK_LENGTH]
    if code[-_CHECK_LENGTH:] != _check(body, 2) + _check(body, 4):
        return None
    values = [ALPHABET.index(char) for char in body]
    copy = 0
    for value in values[8:12]:
        copy = copy * len(ALPHABET) + value
    further, corner = divmod(values[13], _CORNERS)
    return Payload(body[2:7], values[7], copy, values[12] + len(ALPHABET) * further, corner)
