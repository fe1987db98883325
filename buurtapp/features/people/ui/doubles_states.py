"""The states of looking for doubles, with invented people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from buurtapp.core.i18n import N_, text
from buurtapp.features.people.records import Door, DoublePair, PersonCard, PersonRow
from buurtapp.features.people.rules.likeness import Somebody
from buurtapp.features.people.rules.likeness_blocks import likely_pairs
from buurtapp.features.people.rules.names import parse_name
from buurtapp.features.people.ui.doubles_view import Pairs
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
    cards, pairs = _story()
    _show(doubles, Pairs(pairs, pairs[-1:]))
    first, second = pairs[0].first.id, pairs[0].second.id
    doubles.view().pair.show_cards(cards[first], cards[second], pairs[0].reason)


def show_apart(doubles: Doubles) -> None:
    """Show a pair of whom was said that they are two people."""
    cards, pairs = _story()
    said = replace(pairs[-1], reason=text(N_("Somebody said that these are two people")))
    _show(doubles, Pairs(pairs, [said]))
    doubles.view().left_out.click()
    doubles.view().pair.show_cards(cards[said.first.id], cards[said.second.id], said.reason)


def _story() -> tuple[dict[int, PersonCard], list[DoublePair]]:
    cards = [_card(_FAR + at, words) for at, words in enumerate(_PEOPLE)]
    cards[0] = replace(cards[0], birth_year=1948, languages=("nl", "fy"), skills=("fietsen maken",))
    cards[1] = replace(cards[1], birth_year=1948, roles=("penningmeester",))
    by_number = {card.id: card for card in cards}
    doors = list(dict.fromkeys(card.door for card in cards))
    found = likely_pairs([_somebody(card, doors) for card in cards])
    pairs = [
        DoublePair(_row(by_number[first]), _row(by_number[second]), alike.reason, alike.score)
        for first, second, alike in found
    ]
    return by_number, pairs


def _somebody(card: PersonCard, doors: Sequence[Door]) -> Somebody:
    at = doors.index(card.door) if card.door.street else None
    return Somebody(card.id, card.name, at, None, card.phones, card.emails, card.birth_year)


def show_none(doubles: Doubles) -> None:
    """Show that there are none."""
    _show(doubles, Pairs())


def _show(doubles: Doubles, pairs: Pairs) -> None:
    doubles.show()
    doubles.view().show_found(pairs)
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
