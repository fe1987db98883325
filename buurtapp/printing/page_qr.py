"""The small QR code on every page that comes home: sixteen letters and digits in 21 × 21 modules (version 1, level Q).

ReportLab can draw QR codes too, but takes 10 ms for each and a third of a second to load; a list of a thousand names
has 84. Figures and tables from ISO/IEC 18004:2015.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

MODULES = 21
QUIET_MODULES = 4
_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_LENGTH = 16
_CHECK_WORDS = 13
_FIELD = 0x11D
_LEVEL_Q = 0b11
_FORMAT_POLYNOMIAL = 0x537
_FORMAT_MASK = 0x5412
_TIMING = 6
_FINDER = 7
_ROWS = range(MODULES)
_FORMAT_PLACES = tuple(
    ((row, 8), (8, column))
    for row, column in zip(
        (0, 1, 2, 3, 4, 5, 7, 8, 14, 15, 16, 17, 18, 19, 20),
        (20, 19, 18, 17, 16, 15, 14, 13, 7, 5, 4, 3, 2, 1, 0),
        strict=True,
    )
)
"""For each of the 15 format bits, from the lowest up, the two modules (row, column) that show it."""

Matrix = list[list[bool]]


def _times(left: int, right: int) -> int:
    product = 0
    while right:
        if right & 1:
            product ^= left
        left = left << 1 ^ (_FIELD if left & 0x80 else 0)
        right >>= 1
    return product


@functools.cache
def _generator() -> tuple[int, ...]:
    coefficients = [1]
    root = 1
    for _ in range(_CHECK_WORDS):
        longer = [*coefficients, 0]
        for place, value in enumerate(coefficients):
            longer[place + 1] ^= _times(value, root)
        coefficients = longer
        root = _times(root, 2)
    return tuple(coefficients[1:])


@functools.cache
def _generator_times(value: int) -> tuple[int, ...]:
    return tuple(_times(value, coefficient) for coefficient in _generator())


def _words(text: str) -> bytes:
    """Return the 13 data words: mode 2 (letters and digits), the length, pairs of letters in 11 bits, an end mark."""
    bits = 0b0010 << 9 | _LENGTH
    for place in range(0, _LENGTH, 2):
        bits = bits << 11 | _LETTERS.index(text[place]) * 45 + _LETTERS.index(text[place + 1])
    return (bits << 3).to_bytes(13, "big")


def _with_check(words: bytes) -> bytes:
    rest = [0] * _CHECK_WORDS
    for word in words:
        factor = word ^ rest[0]
        rest = [value ^ more for value, more in zip([*rest[1:], 0], _generator_times(factor), strict=True)]
    return words + bytes(rest)


@functools.cache
def _fixed() -> dict[tuple[int, int], bool]:
    """Return the modules that are the same in every code: three finders with their white rims, timing, dark module."""
    fixed: dict[tuple[int, int], bool] = {}
    for top, left in ((0, 0), (0, MODULES - _FINDER), (MODULES - _FINDER, 0)):
        for row in range(top - 1, top + _FINDER + 1):
            for column in range(left - 1, left + _FINDER + 1):
                if row in _ROWS and column in _ROWS:
                    ring = max(abs(row - top - 3), abs(column - left - 3))
                    fixed[row, column] = ring in {0, 1, 3}
    for place in range(8, MODULES - 8):
        fixed[_TIMING, place] = fixed[place, _TIMING] = place % 2 == 0
    fixed[MODULES - 8, 8] = True
    return fixed


@functools.cache
def _path() -> tuple[tuple[int, int], ...]:
    """Return the free modules in the order in which the bits fill them: upwards, downwards, two columns at a time."""
    taken = {*_fixed(), *(place for both in _FORMAT_PLACES for place in both)}
    path = []
    upwards = True
    for right in (20, 18, 16, 14, 12, 10, 8, 5, 3, 1):
        rows = reversed(_ROWS) if upwards else _ROWS
        path += [(row, column) for row in rows for column in (right, right - 1) if (row, column) not in taken]
        upwards = not upwards
    return tuple(path)


_MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda row, column: (row + column) % 2 == 0,
    lambda row, _column: row % 2 == 0,
    lambda _row, column: column % 3 == 0,
    lambda row, column: (row + column) % 3 == 0,
    lambda row, column: (row // 2 + column // 3) % 2 == 0,
    lambda row, column: row * column % 2 + row * column % 3 == 0,
    lambda row, column: (row * column % 2 + row * column % 3) % 2 == 0,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2 == 0,
)


@functools.cache
def _base(mask: int) -> tuple[int, tuple[int, ...]]:
    """Return a mask's bits along the path, and the rows as numbers with everything but the data filled in."""
    bits = 0
    for row, column in _path():
        bits = bits << 1 | _MASKS[mask](row, column)
    data = _LEVEL_Q << 3 | mask
    rest = data << 10
    for place in range(14, 9, -1):
        if rest >> place & 1:
            rest ^= _FORMAT_POLYNOMIAL << (place - 10)
    shown = (data << 10 | rest) ^ _FORMAT_MASK
    rows = [0] * MODULES
    for (row, column), dark in _fixed().items():
        rows[row] |= dark << column
    for bit, places in enumerate(_FORMAT_PLACES):
        for row, column in places:
            rows[row] |= (shown >> bit & 1) << column
    return bits, tuple(rows)


def _penalty(rows: list[int]) -> int:
    """Return how much of a code is even: long runs and squares of one colour, which readers dislike."""
    penalty = 0
    for above, row in zip(rows, [*rows[1:], 0], strict=True):
        same = ~(row ^ row >> 1) & 0xFFFFF
        penalty += 3 * (same & same >> 1 & same >> 2 & same >> 3).bit_count()
        below = ~(above ^ row) & 0x1FFFFF
        penalty += 3 * (same & below & below >> 1).bit_count()
    return penalty


def qr_rows(text: str) -> Matrix:
    """Return the modules of the code, row by row, true for black; the text has 16 capitals and digits."""
    if len(text) != _LENGTH:
        message = f"a page code has {_LENGTH} characters, not {len(text)}"
        raise ValueError(message)
    bits = int.from_bytes(_with_check(_words(text)), "big")
    best: list[int] = []
    lowest = None
    for mask in range(len(_MASKS)):
        mask_bits, base = _base(mask)
        rows = list(base)
        left = bits ^ mask_bits
        for row, column in reversed(_path()):
            if left & 1:
                rows[row] |= 1 << column
            left >>= 1
        penalty = _penalty(rows)
        if lowest is None or penalty < lowest:
            best, lowest = rows, penalty
    return [[bool(row >> column & 1) for column in _ROWS] for row in best]
