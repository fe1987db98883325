"""Who may be approached, and how. Every list, letter and label that is meant for contact asks here.

The rules, strictest first:

- "Niet benaderen", of the person or of the address, shuts out every way.
- A no (consent withdrawn) shuts out its own way: to phone, letter, e-mail, newsletter, app group.
- E-mail, newsletter and app group need a yes. What lands in somebody's inbox or on somebody's phone unasked is only
  allowed with consent given before (Telecommunicatiewet, article 11.7); the newsletter is a purpose of its own, so a
  yes to e-mail is no yes to the newsletter.
- A letter and a call need no yes: a neighbour gave the number to the group, and a letterbox is there for letters.
  Who said no is left alone.
- "Niet aanbellen" of the address shuts out the door; a letter may still be put into the letterbox.
- NEE/NEE and NEE/JA stickers are about print without a name. A letter to somebody, or to "de bewoners van" a house
  number, is addressed and may go in. Flyers ask `takes_flyers`: NEE/NEE takes none; NEE/JA takes no advertising, which
  an invitation by neighbours is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, get_args

from buurtapp.features.people.names_and_consents import Purpose
from buurtapp.features.people.records import PersonCard, Sticker
from buurtapp.features.people.rules.consents import state_of

Way = Literal["letter", "phone", "email", "door", "newsletter", "app_group"]
WAYS: tuple[Way, ...] = get_args(Way)
_PURPOSE: Mapping[Way, Purpose] = {
    "letter": "letter",
    "phone": "phone",
    "email": "email",
    "newsletter": "newsletter",
    "app_group": "app_group",
}
"""Which consent is about which way; the door has none, there "niet aanbellen" counts."""
NEEDS_YES: frozenset[Way] = frozenset({"email", "newsletter", "app_group"})


def may_be_approached(card: PersonCard, way: Way) -> bool:
    """Return whether somebody may be approached in this way, by what they and their address asked."""
    if card.do_not_approach:
        return False
    if way == "door":
        return not card.no_bell
    answer = state_of(card.consents, _PURPOSE[way]).state
    return answer == "given" or (answer != "withdrawn" and way not in NEEDS_YES)


def parted(cards: Iterable[PersonCard], way: Way) -> tuple[Sequence[PersonCard], Sequence[PersonCard]]:
    """Return who may be approached in this way, and who may not; both in the order given."""
    may: list[PersonCard] = []
    may_not: list[PersonCard] = []
    for card in cards:
        (may if may_be_approached(card, way) else may_not).append(card)
    return may, may_not


def takes_flyers(*, do_not_approach: bool, sticker: Sticker) -> bool:
    """Return whether print without a name may go into a letterbox; the wishes are those of the address."""
    return not do_not_approach and sticker != "nee_nee"
