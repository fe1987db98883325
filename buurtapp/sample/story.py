"""The group and the people of Klaverhoek that the pictures tell of."""

from __future__ import annotations

from dataclasses import dataclass

from buurtapp.features.group.records import Group
from buurtapp.features.people.records import ContactPreference

GROUP = Group(
    name="Klaverhoek",
    place="Klaverdorp",
    purpose="Oudere buren die alleen wonen kennen weer iemand om de hoek.",
    for_whom="Iedereen in de Klaverhoek, en het eerst buren die alleen wonen.",
    first_step="Soep voor acht buren, op woensdag in De Kas.",
    contact_name="Marijke van der Meer",
    contact_phone="+31600000105",
    contact_email="marijke@voorbeeld.invalid",
    is_sample=True,
)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody of the story."""

    street: str
    house: str
    given: str
    infix: str
    family: str
    preference: ContactPreference
    labels: tuple[str, ...]
    phone: str = ""
    best_time: str = ""
    note: str = ""
    do_not_approach: bool = False

    @property
    def name(self) -> str:
        """The name as people say it."""
        return " ".join(part for part in (self.given, self.infix, self.family) if part)


NEIGHBOURS = (
    Neighbour("Klaverstraat", "1", "Aaltje", "", "Brinkman", "phone", ("soep", "ophalen"), "+31600000101"),
    Neighbour("Klaverstraat", "3", "Gerrit", "de", "Boer", "letter", ("brief",)),
    Neighbour("Klaverstraat", "5", "Henk", "van der", "Meer", "phone", ("klussen", "auto"), "+31600000104"),
    Neighbour("Klaverstraat", "5", "Marijke", "van der", "Meer", "email", ("coördinator",), "+31600000105"),
    Neighbour("Klaverstraat", "8", "Samira", "", "El Idrissi", "email", ("koken", "vertalen"), "+31600000108"),
    Neighbour("Klaverstraat", "8", "Youssef", "", "El Idrissi", "email", ()),
    Neighbour(
        "Klaverstraat", "11", "Toos", "van 't", "Hek", "phone", ("soep", "wandelen"), "+31600000111", "'s ochtends"
    ),
    Neighbour("Klaverstraat", "14", "Piet", "ter", "Horst", "phone", ("soep",), "+31600000114"),
    Neighbour("Klaverstraat", "19", "Wilma", "", "Pinas", "email", ("avond",)),
    Neighbour("Meidoornlaan", "2", "Coby", "", "Zandstra", "letter", ("soep",), "+31499000202"),
    Neighbour("Meidoornlaan", "4", "Lan", "", "Nguyen", "email", ("flyers",), "+31600000204"),
    Neighbour("Meidoornlaan", "9", "Ayşe", "", "Yıldırım", "phone", ("vertalen",), "+31600000209"),
    Neighbour("Meidoornlaan", "12 a", "Dirk-Jan", "op den", "Berg", "email", ("kas", "auto"), "+31600000212"),
    Neighbour("Meidoornlaan", "15", "Bets", "", "Kuipers", "letter", ("brief",)),
    Neighbour("Meidoornlaan", "21", "Theo", "in 't", "Veld", "phone", ("wil helpen",), "+31600000221"),
    Neighbour("Meidoornlaan", "24", "Jolanda", "de", "Wilde", "whatsapp", ("soep",), "+31600000224"),
    Neighbour("Vlierhof", "9", "Joke", "", "Meerman", "phone", (), "+31600000309"),
    Neighbour("Vlierhof", "21", "Rachid", "", "el Amrani", "whatsapp", ("klussen",), "+31600000321"),
    Neighbour("Berkenpad", "2", "Annie", "van", "Loon", "letter", ()),
    Neighbour("Berkenpad", "11", "Sjaak", "van", "Meel", "door", ("auto",), "+31499000411"),
    Neighbour("Vlierhof", "7", "Jaap", "", "Mulder", "", (), note="Wil met rust gelaten worden.", do_not_approach=True),
    Neighbour("Esdoornplein", "2", "Karin", "", "Voorbeeld", "email", (), "+31499000502"),
    Neighbour("Esdoornplein", "2", "", "", "Sportservice Klaverdorp", "email", ("zaal",), "+31499000503"),
)
"""The Klaverstraat is told in full: nine people at seven doors."""

MEIDOORNLAAN = (1, 1, 2, 2, 2, 2, 2)
"""The households of the Meidoornlaan besides those above: nineteen people at fourteen doors in all."""
