"""What headings mean, in Dutch and English: one pattern for each meaning, tried in order on the folded heading."""

from __future__ import annotations

import re

from buurtapp.core.text import fold

IGNORE = "ignored"
OTHER = "note with heading"
SINCE = "member since"
MEANINGS = (
    "full name",
    "given name",
    "initials",
    "infix",
    "given name or infix",
    "infix + family name",
    "family name",
    "title",
    "street + number + addition",
    "street + number + addition (spare)",
    "street",
    "number",
    "number + addition",
    "addition",
    "postcode",
    "postcode + place",
    "place",
    "phone",
    "email",
    "label",
    "note",
    "organisation",
    "kind of card",
    "birthday",
    "number of the member (not the house)",
    SINCE,
    OTHER,
    IGNORE,
)
"""Every meaning a column can have, in the words of the command line."""

_PATTERNS: tuple[tuple[str, str], ...] = (
    (r"(phonetic|photo|foto|file as|record id).*", IGNORE),
    # "Toestemming e-mail" says yes or no: it holds no address.
    (r"(consent|toestemming)\b.*", OTHER),
    (
        (
            r"(e mail|email|phone|address|website|relation|event|custom field|adres|"
            r"telefoon) \d+ (label|type)|.* (label|type)"
        ),
        IGNORE,
    ),
    (r"address \d+ formatted|adr(es)? volledig", "street + number + addition (spare)"),
    (
        r"address \d+ (street|straat)|(home|business|other|thuis) (street|adres)|adr street",
        "street + number + addition",
    ),
    (r"address \d+ (city|plaats)|(home|business|other) city|adr place", "place"),
    (r"address \d+ (postal code|postcode)|(home|business|other) postal code|adr postcode", "postcode"),
    (
        (
            r"address \d+ (country|region|po box|extended address)|(home|business|other) (country|"
            r"state).*|land|country|provincie"
        ),
        IGNORE,
    ),
    (r".*postcode.*(plaats|place|city|town).*|pc.*plaats|.*zip.*city", "postcode + place"),
    (r".*\be ?mail.*|.*mailadres.*|mail|mailadres|.* mail", "email"),
    (
        (
            r".*(telefoon|mobiel|phone|mobile|gsm|cell).*|tel( ?nr| ?nummer|efoonnr)?( \d+| thuis|"
            r" mobiel| werk| vast| overdag)?|mob|06( ?nr| ?nummer)?|nummer 06|vast( nummer)?|"
            r"bellen op"
        ),
        "phone",
    ),
    (r"voorletters?|voorl|initialen|initials?|vl", "initials"),
    (r"tussenv(oegsels?)?|tv|tussen|voorvoegsels?|infix|prefix|tussenvgsl?|tussenvoegs", "infix"),
    (r"middle name|additional name|n middle|tweede naam", "given name or infix"),
    (r"name prefix|n prefix|titel|title|aanhef|aanspreekvorm|dhr mw|m v", "title"),
    (r"voorna(?:am|men)|roepnaam|first name|given name|forename|firstname|n given|christian name", "given name"),
    (
        r"achternaam|familienaam|last name|surname|family name|lastname|geslachtsnaam|n family|achtern",
        "infix + family name",
    ),
    (r"name suffix|bijnaam|nickname|alias", OTHER),
    (r"organi[sz]ation name|organisatie|bedrijf|company|organi[sz]ation|instelling|org", "organisation"),
    (r"organi[sz]ation .*|job title|department|functie|afdeling", OTHER),
    (r"kind", "kind of card"),
    (r"birthday|geb(oorte)?( ?datum)?|geboren|verjaardag|bday|date of birth|birth date|leeftijd", "birthday"),
    (r"lid sinds|lid vanaf|sinds|member since|since|ingeschreven( op)?|datum( van)? inschrijving", SINCE),
    (
        r"(lid ?nr|lid ?nummer|volgnr|volgnummer|id|lidmaatschapsnummer|member( no| number| id)?|relatienummer|#)",
        "number of the member (not the house)",
    ),
    (
        (
            r"(huis ?letter|huisletter|toev(oeging)?|huisnummer ?toevoeging|hnr ?toev|addition|"
            r"suffix|letter|bus|toev nr|huisnr toev)"
        ),
        "addition",
    ),
    (
        (
            r"(huis ?nr|huis ?nummer|hnr|house ?(no|nr|number)|nr huis|huisnr \+ toev|"
            r"huisnummer en toevoeging|street number)"
        ),
        "number",
    ),
    (r"(nr|no|nummer|number|num)", "nr"),
    (r"straat ?naam|straat|street( name)?|weg", "street"),
    (
        r".*\b(adres|address|woonadres|straat.*(nr|nummer|huisnr)|street.*(number|no)|waar)\b.*|adr|adres",
        "street + number + addition",
    ),
    (r"postcode|post ?code|pc|zip( ?code)?|postal code|postkode", "postcode"),
    (r"woonplaats|plaats|plaatsnaam|city|town|place|stad|dorp|gemeente", "place"),
    (r"(labels?|tags?|groep(en)?|group( membership)?s?|categorie(en)?|categories|category)", "label"),
    (
        (
            r"opm(erking(en)?)?s?|.*\b(notities?|notes?|bijzonderheden|bijzonderheid|memo|"
            r"toelichting|remarks?|comments?|info|aantekening(en)?|overig(e)?)\b.*|opmerking(en)?.*|"
            r"wat wil je doen|wat wilt u doen|hulp(aanbod|vraag)?"
        ),
        "note",
    ),
    (
        (
            r"(volledige |hele |full |display )?(naam|name|namen|names)( bewoners?| buurman|"
            r" deelnemer| lid| en voornaam)?|bewoners?|buren|deelnemers?|wie|fn|residents?|"
            r"contact ?persoon|leden|neighbou?rs?|naam bewoners?|naam en voorletters|naam voornaam|"
            r"achternaam voornaam|people"
        ),
        "full name",
    ),
)
_COMPILED = tuple((re.compile(pattern), meaning) for pattern, meaning in _PATTERNS)


def meaning_of(heading: str) -> str | None:
    """Return what a heading means, or nothing when it is not one we know. "nr" is still to be decided."""
    key = re.sub(r" value$", "", fold(heading.replace("1e", "").replace("2e", "")))
    key = re.sub(r"^((e mail|phone) \d+)$", r"\1", key)
    for pattern, meaning in _COMPILED:
        if key and pattern.fullmatch(key):
            return meaning
    return None
