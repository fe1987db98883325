"""Names to draw invented neighbours from: many origins, as in a Dutch street. No combination is meant to be anybody."""

from __future__ import annotations

GIVEN = (
    "Aaltje Gerrit Henk Marijke Toos Piet Wilma Coby Bets Theo Jan Ria Kees Truus Wim Els Joke Hans Anneke Sjaak Greet Dirk Nel Cor Ineke "
    "Bram Sanne Daan Lotte Thijs Fleur Jeroen Chantal Sander Ingrid Koen Saskia Luuk Marieke Rob Mirjam "
    "Samira Youssef Fatima Hassan Khadija Mohamed Naima Rachid Ayşe Mehmet Fatma Mustafa Zeynep İbrahim Gülşen Emre "
    "Agnieszka Piotr Małgorzata Tomasz Zofia Łukasz Olena Andriy Oksana Bohdan Lan Minh Linh Radjesh Sunita Indah Budi "
    "Farid Nadia Omar Amina Yonas Selam Ali Shirin Maria José André Renée Zoë Noël"
).split()
FAMILY = (
    ("", "Jansen"), ("de", "Vries"), ("van den", "Berg"), ("van", "Dijk"), ("", "Bakker"), ("", "Visser"), ("", "Smit"),
    ("", "Meijer"), ("de", "Boer"), ("", "Mulder"), ("de", "Groot"), ("", "Bos"), ("", "Vos"), ("", "Peters"),
    ("", "Hendriks"), ("van", "Leeuwen"), ("", "Dekker"), ("", "Brouwer"), ("de", "Wit"), ("", "Dijkstra"),
    ("", "Smits"), ("de", "Graaf"), ("van der", "Meer"), ("", "Kok"), ("van der", "Linden"), ("", "Jacobs"),
    ("", "Vermeulen"), ("van den", "Heuvel"), ("van der", "Veen"), ("van den", "Broek"), ("", "Schouten"),
    ("van", "Beek"), ("", "Willems"), ("van", "Vliet"), ("van de", "Ven"), ("", "Hoekstra"), ("", "Maas"),
    ("", "Verhoeven"), ("", "Koster"), ("van", "Dam"), ("van der", "Wal"), ("", "Prins"), ("", "Blom"), ("", "Huisman"),
    ("op den", "Kamp"), ("in 't", "Veld"), ("van 't", "Hof"), ("ter", "Horst"), ("uit den", "Bogaard"),
    ("", "El Idrissi"), ("", "Benali"), ("", "Bouzid"), ("", "Haddad"), ("", "Yıldız"), ("", "Öztürk"), ("", "Şahin"),
    ("", "Demir"), ("", "Kowalska"), ("", "Nowak"), ("", "Wiśniewski"), ("", "Kovalenko"), ("", "Nguyen"),
    ("", "Ramdin"), ("", "Pinas"), ("", "Sitanala"), ("", "Tesfay"), ("", "Fernandes"), ("", "O'Hara"),
)  # fmt: skip
STREETS = (("Klaverstraat", 60), ("Meidoornlaan", 68), ("Vlierhof", 38), ("Berkenpad", 40), ("Esdoornplein", 55), ("Lijsterlaan", 64))
"""Street and number of doors: 325 in all, as in the reference case."""
TREES = (
    "Acacia Amandel Anjer Appel Aster Azalea Beuken Boterbloem Braam Brem Bies Ceder Dahlia Distel Dennen Dovenetel Elzen Els Fluweel "
    "Gaspel Ginkgo Gouden Hazelaar Heide Hulst Hyacint Iepen Iris Jasmijn Jeneverbes Kamille Kastanje Kers Korenbloem Krokus Lariks Lavendel "
    "Lelie Linden Lisdodde Lupine Magnolia Margriet Mispel Narcissen Olm Orchidee Peppel Pioen Populier Reseda Rozen Salie Seringen Sparren "
    "Tijm Tulpen Varen Veldbies Viool Vlas Wilgen Wikke Zegge Zilver Zonnebloem"
).split()
ENDINGS = ("straat", "laan", "hof", "pad", "plein", "weg", "erf", "dreef")
LABELS = ("soep", "wandelen", "flyers", "klussen", "auto", "brief", "koken", "vertalen", "avond", "wil helpen")
BEST_TIMES = ("'s ochtends", "'s avonds", "na 18 uur", "in het weekend")
