"""What a registration form of this group asks: its texts about consent, and the words it uses most."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from buurtapp.core.i18n import use_language
from buurtapp.core.text import fold
from buurtapp.features.people.forms import MOST_WORDS, FormConsent, FormWord
from buurtapp.features.people.names_and_consents import PURPOSES, Purpose
from buurtapp.features.people.queries import consents, listing
from buurtapp.features.people.records import ConsentTextRow
from buurtapp.features.people.rules.form_words import CONSENT_SENTENCES
from buurtapp.features.people.rules.sensitive import looks_private
from buurtapp.features.people.tables import PersonWord

_LONGEST_WORD = 40


def asked(session: Session, purposes: Sequence[Purpose], day: date, language: str) -> tuple[FormConsent, ...]:
    """Return what is asked about each purpose, in the order of the screens: the text in use on a day, or ours."""
    found = []
    for purpose in PURPOSES:
        if purpose in purposes:
            row = _in_use(session, purpose, day, language)
            if row is None:
                with use_language(language):
                    words = CONSENT_SENTENCES[purpose].render()
                found.append(FormConsent(purpose, words, 1, language, is_own=False))
            else:
                found.append(FormConsent(purpose, row.text, row.version, row.language))
    return tuple(found)


def _in_use(session: Session, purpose: Purpose, day: date, language: str) -> ConsentTextRow | None:
    """Return the text of a day; before the first one that one, which people will be shown anyway."""
    known = consents.texts(session, purpose)
    first = min((row.version for row in known), default=0)
    return consents.text_on(session, purpose, day, language) or max(
        (row for row in known if row.version == first), key=lambda row: row.language == language, default=None
    )


def common_words(session: Session, most: int = MOST_WORDS) -> tuple[FormWord, ...]:
    """Return what people of this group can do or like, most often first; labels when there are not enough skills.

    Words that look private are left out.
    """
    skills = session.execute(
        select(PersonWord.word, func.count())
        .where(PersonWord.kind == "skill")
        .group_by(PersonWord.word)
        .order_by(func.count().desc(), PersonWord.word)
    )
    words = [FormWord("skill", word) for word, _count in skills]
    labels = sorted(listing.labels(session), key=lambda label: (-label.people, fold(label.name), label.name))
    words += [FormWord("label", label.name) for label in labels]
    found: dict[str, FormWord] = {}
    for one in words:
        if len(one.word) <= _LONGEST_WORD and not looks_private(one.word):
            found.setdefault(fold(one.word) or one.word, one)
    return tuple(found.values())[:most]
