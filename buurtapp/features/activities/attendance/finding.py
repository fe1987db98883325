"""Finding people at the door by a few letters, in memory: an answer to each key, also among 100,000 neighbours."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from buurtapp.core.text import fold, like_words
from buurtapp.features.activities.attendance.records import Neighbour
from buurtapp.features.activities.records import DoorRow


class Names:
    """Everybody by name, in the order of the list of people; `before` are those who ever came to something before.

    Looking through 10,000 names takes about a millisecond; the file is not asked.
    """

    def __init__(self, people: Sequence[Neighbour], before: Collection[int]) -> None:
        self._people = people
        self._before = frozenset(before)

    def find(self, typed: str, first: Collection[int], most: int) -> list[int]:
        """Return whose names hold all typed words: of `first` all of them, then of the others at most so many.

        Others whose family name begins with the letters come before those who have them elsewhere.
        """
        words, start = like_words(typed), fold(typed)
        if not words:
            return []
        found = [one for one in self._people if all(word in one.words for word in words)]
        known = [one.id for one in found if one.id in first]
        others = [one for one in found if one.id not in first]
        others.sort(key=lambda one: not one.words.startswith(start))
        return known + [one.id for one in others[:most]]

    def is_new(self, person_id: int) -> bool:
        """Return whether somebody never came to anything before."""
        return person_id not in self._before


def ranked(rows: Sequence[DoorRow], typed: str) -> list[DoorRow]:
    """Return who was found in the order of the door: expected first, then family names that begin so, then others.

    Who is inside already stands last, so that nobody is looked for in vain.
    """
    start = fold(typed)

    def begins(row: DoorRow) -> bool:
        return row.person is not None and fold(row.person.name.family).startswith(start)

    return sorted(rows, key=lambda row: (row.present, not row.signed_up, not begins(row), fold(row.name)))
