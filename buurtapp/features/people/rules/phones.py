"""Phone numbers as people read them: apart from `reach.py`, which takes longer to import than to show a number."""

from __future__ import annotations

import re


def nice_phone(number: str) -> str:
    """Return a stored number as people read it: "+31600000111" → "06 0000 0111"; others as they are."""
    dutch = re.fullmatch(r"\+31(\d{9})", number)
    if not dutch:
        return number
    rest = dutch[1]
    if rest.startswith("6"):
        return f"06 {rest[1:5]} {rest[5:]}"
    long_area = rest[:2] not in {
        "10",
        "13",
        "15",
        "20",
        "23",
        "24",
        "26",
        "30",
        "33",
        "35",
        "36",
        "38",
        "40",
        "43",
        "45",
        "46",
        "50",
        "53",
        "55",
        "58",
    } | {f"7{digit}" for digit in range(10)} | {"85", "88"}
    return f"0{rest[:3]} {rest[3:]}" if long_area else f"0{rest[:2]} {rest[2:5]} {rest[5:]}"
