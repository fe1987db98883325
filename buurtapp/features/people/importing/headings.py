"""What headings mean, in Dutch and English: one pattern for each meaning, tried in order on the folded heading."""

from __future__ import annotations

import re

from buurtapp.core.text import fold
from buurtapp.features.people.names_and_consents import PURPOSES, Purpose

IGNORE = "ignored"
OTHER = "note with heading"
SINCE = "member since"
MEMBER = "number of the member (not the house)"
UNTIL = "member until"
CONSENTS: dict[str, Purpose] = {f"consent: {purpose}": purpose for purpose in PURPOSES}
"""What a column with answers means, with the purpose."""
CONSENT_DAYS: dict[str, Purpose] = {f"day of consent: {purpose}": purpose for purpose in PURPOSES}
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
    "year of birth",
    MEMBER,
    SINCE,
    UNTIL,
    "contact preference",
    "best time",
    "do not approach",
    "languages",
    "skills",
    "roles",
    "relation",
    "no bell",
    "sticker",
    *CONSENTS,
    *CONSENT_DAYS,
    OTHER,
    IGNORE,
)
"""Every meaning a column can have, in the words of the command line."""

_CONSENT = r"(?:toestemming(?: voor| om te)?|consent(?: to| for)?)"
_DAY = r"(?:op|on|dag|datum|date|day|sinds|since|van|of)"
_PURPOSES: dict[str, str] = {
    "phone": r"(?:bellen|telefoon|telefonisch|(?:phone )?calls?|phone|calling)",
    "letter": r"(?:post|brief|brieven|letters?|post in de (?:brieven)?bus|post in the letterbox)",
    "photo": r"(?:foto ?s?|photos?|fotos (?:laten zien|tonen|gebruiken)|showing photos|beeld)",
    "email": r"(?:e ?mail|e ?mails|mail|mailen)",
    "newsletter": r"(?:(?:the |de )?(?:nieuwsbrief|newsletter))",
    "share_neighbours": r"(?:(?:sharing|share) with neighbours|(?:gegevens )?delen(?: met buren)?|sharing)",
    "app_group": r"(?:(?:the |de )?(?:app ?groep|app group|whatsapp ?groep|whatsapp group|whatsapp|app))",
}

_PATTERNS: tuple[tuple[str, str], ...] = (
    (r"(phonetic|photo|foto|file as|record id).*", IGNORE),
    # "Toestemming e-mail" says yes or no: it holds no address. Only our own words are answers, others are kept to read.
    *((rf"{_CONSENT} {words}", f"consent: {purpose}") for purpose, words in _PURPOSES.items()),
    *(
        (rf"{_CONSENT} {words} {_DAY}|{_DAY} {_CONSENT} {words}", f"day of consent: {purpose}")
        for purpose, words in _PURPOSES.items()
    ),
    (r"(consent|toestemming)\b.*", OTHER),
    (
        r"(niet|niet meer|liever niet) (benaderen|contacteren)|do not (approach|contact)|geen contact|no contact",
        "do not approach",
    ),
    (r"(niet aanbellen|geen bel|no (door ?)?bell|do not ring( the bell)?)", "no bell"),
    (
        r"((brievenbus|nee nee|nee ja) ?)?stickers?( (op de )?brievenbus)?|letterbox sticker|sticker on the letterbox",
        "sticker",
    ),
    (
        (
            r"(contact ?)?voorkeur( contact)?|contact ?voorkeur|liefst (bereikt|bereikbaar) via|best reached by|"
            r"preferred contact|contact preference|prefers to be reached by"
        ),
        "contact preference",
    ),
    (r"beste (tijd|tijdstip|moment)|best time|bereikbaar( tussen| op)?|wanneer (bereikbaar|bellen)", "best time"),
    (r"talen|taal|spreekt|languages?|speaks|spoken languages?|moedertaal|voorkeurstaal|language s", "languages"),
    (
        (
            r"vaardigheden|vaardigheid|kan( en vindt leuk)?|talenten|interesses?|hobbys?|skills?( and interests?)?|"
            r"interests?|vaardigheden en interesses|kan en doet graag|can and likes"
        ),
        "skills",
    ),
    (r"rol|rollen|roles?|rol in de groep|role in the group", "roles"),
    (r"relatie( met de groep)?|soort relatie|relation( to the group)?|betrokken als", "relation"),
    (r"geb(oorte)? ?jaar|jaar van geboorte|year of birth|birth ?year|born in", "year of birth"),
    (
        (
            r"lid tot( en met)?|lid t m|member (until|till|to)|opgezegd( op| per)?|uitgeschreven( op| per)?|"
            r"einde lidmaatschap|lidmaatschap tot|membership (until|end)"
        ),
        UNTIL,
    ),
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
    (
        r"lid sinds|lid vanaf|lid van|sinds|member (since|from)|since|ingeschreven( op)?|datum( van)? inschrijving",
        SINCE,
    ),
    (
        r"(lid ?nr|lid ?nummer|volgnr|volgnummer|id|lidmaatschapsnummer|member( no| number| id)?|relatienummer|#)",
        MEMBER,
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
    (r"(labels?|tags?|soort|groep(en)?|group( membership)?s?|categorie(en)?|categories|category)", "label"),
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
