"""The consents of the sample neighbourhood are those of the picture."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from buurtapp.features.people.names_and_consents import PURPOSES
from buurtapp.features.people.queries import cards, consents, listing
from buurtapp.features.people.rules.consents import asked_on, state_of
from buurtapp.sample.make import make_sample


def test_toos_said_what_the_picture_says(tmp_path: Path) -> None:
    with make_sample(tmp_path / "klaverhoek.buurt") as store:
        (toos,) = store.read(cards.cards, store.read(listing.find_ids, "toos hek"))

        said = {purpose: state_of(toos.consents, purpose).state for purpose in ("phone", "letter", "photo", "email")}

        assert said == {"phone": "given", "letter": "given", "photo": "withdrawn", "email": "not_asked"}
        assert asked_on(toos.consents) == date(2026, 3, 12)
        assert state_of(toos.consents, "phone").text_version == 1


def test_others_said_yes_no_and_nothing_and_who_wants_peace_was_not_asked(tmp_path: Path) -> None:
    with make_sample(tmp_path / "klaverhoek.buurt") as store:
        everybody = store.read(cards.cards, [one.id for one in store.read(listing.listed)])

        said = {state_of(card.consents, "email").state for card in everybody}

        assert said == {"given", "withdrawn", "not_asked"}
        assert [card for card in everybody if card.asked_not_to and card.consents] == []
        assert {row.purpose for row in store.read(consents.texts)} == set(PURPOSES)
        assert {card.sticker for card in everybody} == {"", "nee_nee", "nee_ja"}
