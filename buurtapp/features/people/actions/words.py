"""Words about a person: what they speak, what they can and like, what they are in the group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from buurtapp.core.store.work import Work
from buurtapp.core.text import fold
from buurtapp.features.people.tables import PersonWord

FIELDS: Mapping[str, str] = {"language": "languages", "skill": "skills", "role": "roles"}
"""The kinds of words, with their fields in a draft and on a card."""


def set_words(work: Work, person_id: int, wanted: Mapping[str, Sequence[str]]) -> None:
    """Give a person exactly these words of each kind, in this order; the same word twice stands there once."""
    now = [(kind, word) for kind, words in wanted.items() for word in _once(words)]
    old = list(
        work.session.scalars(select(PersonWord).where(PersonWord.person_id == person_id).order_by(PersonWord.id))
    )
    if [(row.kind, row.word) for row in old] == now:
        return
    for row in old:
        work.delete(row)
    work.add_many(
        PersonWord(person_id=person_id, kind=kind, word=word, position=at) for at, (kind, word) in enumerate(now)
    )


def _once(words: Sequence[str]) -> list[str]:
    found: dict[str, str] = {}
    for word in words:
        if word.strip():
            found.setdefault(fold(word) or word.strip(), " ".join(word.split()))
    return list(found.values())
