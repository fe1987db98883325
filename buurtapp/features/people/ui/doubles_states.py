"""The states of looking for doubles, with invented people."""

from __future__ import annotations

from collections.abc import Sequence

from buurtapp.features.people.records import Door, DoublePair, PersonCard, PersonRow
from buurtapp.features.people.rules.likeness import Somebody
from buurtapp.features.people.rules.likeness_blocks import likely_pairs
from buurtapp.features.people.rules.names import parse_name
from buurtapp.features.people.ui.doubles_way_in import Doubles

_FAR = 1_000_000
"""Numbers that nobody in the file has."""
_PEOPLE: tuple[tuple[str, str, str, str, str], ...] = (
    ("Gerrit de Boer", "Klaverstraat 3", "06 0000 0103", "", "brief"),
    ("G. de Boer", "Klaverstraat 3", "06 0000 0103", "gdeboer@post.example", "vrijwilliger"),
    ("Samira El Idrissi", "Klaverstraat 8", "", "samira@post.example", "koken"),
    ("Samira El Idrisi", "Vlierhof 8", "", "samira@post.example", ""),
    ("Lan Nguyen", "Meidoornlaan 4", "06 0000 0204", "", "flyers"),
    ("Nguyen Lan", "Meidoornlaan 4", "", "", ""),
    ("Toos van 't Hek", "Klaverstraat 11", "06 0000 0111", "", "soep"),
    ("Toos", "", "06 0000 0111", "", ""),
    ("Wilma Pinas", "Klaverstraat 19", "", "", "avond"),
    ("Wilma Pinas", "", "", "", ""),
)


def show_some(doubles: Doubles) -> None:
    """Show some pairs, the first of them side by side."""
    cards = [_card(_FAR + at, words) for at, words in enumerate(_PEOPLE)]
    by_number = {card.id: card for card in cards}
    doors = list(dict.fromkeys(card.door for card in cards))
    found = likely_pairs(
        [
            Somebody(
                card.id, card.name, doors.index(card.door) if card.door.street else None, None, card.phones, card.emails
            )
            for card in cards
        ]
    )
    pairs = [
        DoublePair(_row(by_number[first]), _row(by_number[second]), alike.reason, alike.score)
        for first, second, alike in found
    ]
    _show(doubles, pairs)
    first, second = pairs[0].first.id, pairs[0].second.id
    doubles.view().pair.show_cards(by_number[first], by_number[second], pairs[0].reason)


def show_none(doubles: Doubles) -> None:
    """Show that there are none."""
    _show(doubles, ())


def _show(doubles: Doubles, pairs: Sequence[DoublePair]) -> None:
    doubles.show()
    doubles.view().show_pairs(pairs)
    doubles.view().focus_first()


def _card(number: int, words: tuple[str, str, str, str, str]) -> PersonCard:
    name, address, *rest = words
    street, _space, house = address.rpartition(" ")
    phones, emails, labels = (tuple(filter(None, [word])) for word in rest)
    return PersonCard(
        *(number, parse_name(name), None, Door(street, int(house) if house else None), phones, emails, labels),
        contact_preference="",
        best_time="",
        note="",
        do_not_approach=False,
        asked_not_to=False,
    )


def _row(card: PersonCard) -> PersonRow:
    return PersonRow(card.id, card.name, None, card.door, card.labels, "", do_not_approach=False)
