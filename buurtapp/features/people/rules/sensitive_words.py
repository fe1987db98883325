"""Words that tell of somebody's health, faith, origin, politics, love life or offences, Dutch and English. All folded.

Short lists on purpose: a warning that comes too often is no longer read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """Words of one kind: beginnings of words, whole words, and ways of saying that are looked for as a pattern.

    `harmless` says what looks like it and is not; it is taken out before anything is looked for.
    """

    begins: tuple[str, ...] = ()
    whole: frozenset[str] = frozenset()
    said: re.Pattern[str] | None = None
    harmless: re.Pattern[str] | None = None

    def found_in(self, folded: str) -> bool:
        """Return whether a folded text holds one of these words."""
        rest = self.harmless.sub(" ", folded) if self.harmless is not None else folded
        if any(word in self.whole or word.startswith(self.begins) for word in rest.split()):
            return True
        return self.said is not None and self.said.search(rest) is not None


def _words(line: str) -> tuple[str, ...]:
    return tuple(line.split())


def _said(*ways: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{way})\b" for way in ways))


_HEALTH = Known(
    begins=_words(
        "ziek kanker dement alzheimer parkinson depress autis psych verslaa verslav alcohol handicap invalid medicij"
        " medicat medicin diabet suikerziek epilep burnout zwanger gezondheid rolstoel rollator scootmobiel hartpati"
        " hartinfarct hartfalen hartklacht hersen beroerte tumor chemo copd astma reuma artrose artritis slechthorend"
        " slechtziend insuline antidepress paracetamol ibuprofen metformin ritalin methylfenid oxazepam diazepam"
        " morfine bloedverdunner bipolair schizo borderline stoornis syndroom revalid geopereerd allerg"
        " migraine overspannen hoortoestel hoorapparaat kunstheup dialyse incontinen illness cancer disab disease"
        " disorder addict pregnan wheelchair asthma arthritis insulin anorexia dyslexi dyscalcul"
    ),
    whole=frozenset(
        _words(
            "adhd tbc hiv aids soa ggz ptss ptsd sick ill doof dove doven deaf blind blinde hartkwaal longziekte"
            " nierziekte spierziekte epilepsy stroke anxiety hospital hospitals"
        )
    ),
    said=_said(
        "burn out",
        "slecht ter been",
        "(?:hoort|ziet|loopt|hoor|zie|loop) (?:heel |erg |zo )?(?:slecht|moeilijk)",
        "hard of hearing",
        "slechte? (?:ogen|oren|knie|knieen|rug|heup)",
        "last van (?:zijn |haar |de )?\\w+",
        "bad (?:knee|knees|back|hip|hearing|sight)",
        "down syndroom",
        "mental (?:health|illness|problems)",
        "heeft (?:ms|als)$",
        "slikt pillen",
        r"\w{3,}patient(?:e|en)?",
        "(?:ms|als) patient(?:e|en)?",
        "long covid",
        "krijgt thuiszorg",
        "(?:na|voor|door) (?:een|de|zijn|haar) operatie",
        "operatie aan \\w+",
        "had (?:a )?surgery",
    ),
    harmless=re.compile(
        r"\b(?:rolstoel|rollator|scootmobiel)(?:vriendelijk|toegankelijk|bus|taxi|helling|oprit)\w*"
        r"|\b(?:rolstoel|rollator|scootmobiel)(?:en|s)? (?:te leen|duwen|lenen|repareren|vervoer)"
        r"|\bwheelchair (?:accessible|access|ramp|to lend)|\b(?:geen|zonder|no) alcohol\b"
        r"|\b(?:werkt|vrijwilliger)(?: \w+)? (?:in|bij) (?:het |een )?ziekenhuis|\balcohol ?vrij\w*"
        r"|\bziekenhuisbrug\w*|\bziekenhuis(?:straat|laan|plein|weg)|\bblinde? (?:date|muur|vlek)"
        r"|\bpsychologie(?:boek|les)\w*|\blast van (?:de )?(?:lawaai|geluid|overlast|ratten|muizen|water|parkeren|"
        r"hond|honden|buren|verkeer|stank|afval|tocht|lekkage|trillingen|rook)\w*"
        r"|\bhersen(?:gym|kraker|krakers|spin)\w*|\bmentaliteit\w*|\bmentality|\binvalidenparkeer\w*"
    ),
)
_ITS = "(?:de |een |hun |zijn |haar )?(?:\\w+ )?"
_FAITH = Known(
    begins=_words(
        "moslim islam christelijk katholi protestant gereformeer hindoe boeddh gelovig religi muslim jewish"
        " pinkstergemeent hindu bijbel soefi buddhis jehova hervormd evangelisch mormo doopsgezind atheis ramadan joods"
    ),
    whole=frozenset(
        _words("christen christenen jood joden jew jews sikh geloof believer kerklid kerkganger kerkelijk")
    ),
    said=_said(
        rf"(?:gaat|ga|gaan|gingen|ging)(?: \w+){{0,3}} naar {_ITS}(?:kerk|moskee|synagoge|tempel)",
        rf"(?:lid|actief)(?: \w+)? (?:van|in|bij) {_ITS}(?:kerk|moskee|synagoge)",
        r"(?:goes|going|go) to (?:the |a )?(?:church|mosque|synagogue)",
        "member of (?:the |a )?(?:church|mosque)",
        r"(?:a|is|are|very) christian",
        "christian (?:faith|family|church)",
        "christians",
    ),
    harmless=re.compile(
        r"\bjoodse bruid|\bgeloof (?:ik|het|me|dat|niet|er)\b|\bik geloof\b|\b(?:ik|we) geloofde\w*|\bongelooflijk\w*"
        r"|\b(?:islam|bijbel|moslim|katholieke|protestantse|christelijke|hervormde)(?:straat|laan|plein|school|basisschool)\w*"
        r"|\b(?:katholieke|protestantse|christelijke|islamitische|hervormde) (?:basis)?school"
    ),
)

_COUNTRIES = (
    "polen|syrie|turkije|marokko|suriname|oekraine|eritrea|somalie|afghanistan|irak|iran|roemenie|bulgarije|ghana|"
    "ethiopie|china|india|pakistan|indonesie|curacao|aruba|de antillen|rusland|jemen|soedan|nigeria|"
    "poland|syria|turkey|morocco|ukraine|somalia|iraq|romania|bulgaria|ethiopia|sudan"
)
_FROM_THERE = (
    "turkse|poolse|syrische|oekraiense|marokkaanse|surinaamse|antilliaanse|eritrese|somalische|afghaanse|iraakse|"
    "iraanse|roemeense|bulgaarse|ghanese|ethiopische|chinese|indiase|pakistaanse|molukse|koerdische|russische|"
    "kaapverdische|buitenlandse|turkish|polish|syrian|ukrainian|moroccan|surinamese|somali|afghan"
)
_PEOPLE = (
    "familie|gezin|gezinnen|man|vrouw|buurman|buurvrouw|buren|mensen|jongen|jongens|meisje|meisjes|vader|moeder|ouders|"
    "kinderen|dame|heer|mevrouw|meneer|stel|bewoner|bewoners|afkomst|achtergrond|komaf|roots|oma|opa|"
    "family|woman|people|neighbour|neighbours|neighbor|origin|background|couple|mother|father|parents|children"
)
_ORIGIN = Known(
    begins=_words(
        "surinamer antilliaan vluchteling allochtoon allochton statushouder asielzoek nationaliteit"
        " etni refugee ethnic immigrant migrant asylum syriers oekrainer roemenen bulgaren somalier afghaan"
        " verblijfsvergunning huidskleur"
    ),
    whole=frozenset(
        _words(
            "turk turken afkomst syrier marokkaan marokkanen antillianen eritreeer eritreeers ras zigeuner zigeuners"
        )
    ),
    said=_said(
        rf"^(?:{_FROM_THERE}|polen|buitenland|buitenlander|buitenlanders|race)$",
        rf"(?:{_FROM_THERE}) (?:{_PEOPLE})",
        r"(?:komt|komen|kwam|afkomstig|gevlucht|geboren|comes|come|fled|from) (?:\w+ )?"
        rf"(?:uit|in|from)? ?(?:{_COUNTRIES})",
        "buitenlanders?",
        "is (?:een )?(?:pool|poolse|chinees|rus|russin|koerd|bulgaar|roemeen)",
    ),
    harmless=re.compile(r"\bras ?(?:hond|honden|kat|katten)\w*|\bmigrantenraad|\betnisch eten"),
)
_PARTIES = "pvv|vvd|pvda|groenlinks|d66|cda|sgp|fvd|bbb|denk|volt|sp|ja21|nsc|christenunie|50plus|partij voor de dieren"
_POLITICS = Known(
    begins=_words("communis socialist extreemrechts extreemlinks rechtsextrem linksextrem"),
    whole=frozenset(_words("pvv vvd pvda groenlinks d66 cda sgp fvd fnv cnv")),
    said=_said(
        r"stem(?:t|de|men|den)? (?:altijd |meestal |vast )?(?:op |links|rechts)",
        rf"lid (?:van )?(?:de )?(?:{_PARTIES})",
        "politieke? (?:voorkeur|overtuiging|kleur|mening)",
        "lid (?:van )?(?:de |een )?vakbond",
        "vakbondslid",
        r"votes? (?:for )?(?:labour|conservative|left|right|green|republican|democrat)\w*",
        "trade union member",
        "member of (?:a |the )?(?:trade )?union",
        "political (?:views?|opinions?)",
    ),
    harmless=re.compile(r"\bstem(?:t|men)? op (?:de |een )?(?:datum|naam|dag|plan|idee|voorstel)\w*"),
)
_SEXUALITY = Known(
    begins=_words(
        "homoseks lesbi biseks heteroseks transgend queer lhbt lgbt seksue seksleven sexual bisexual seksverslaa"
    ),
    whole=frozenset(_words("homo gay lesbian transseksueel transvrouw transman seropositief")),
    said=_said(r"valt op (?:mannen|vrouwen)", "sex life", "sexual orientation"),
)
_CRIME = Known(
    begins=_words(
        "strafblad gevangenis veroordeel crimine gedetineer reclassering enkelband taakstraf drugsdeal delict strafbaar"
        " tbs zedendelinquent prison convict jail"
    ),
    whole=frozenset(_words("inbreker oplichter bajes parole felon burglar")),
    said=_said(
        r"verdacht(?:e)? van",
        r"(?:heeft|hebben|zat|zit) vast ?gezeten",
        "criminal record",
        "ex gedetineerde",
        "suspected of",
        "vastgezeten",
        "opgepakt(?: door de politie)?",
        "in de cel",
    ),
    harmless=re.compile(r"\bgevangenis(?:museum|straat|poort|laan)\w*|\bcriminele? (?:avond|spel)|\bconvictlaan"),
)

KINDS: Mapping[str, Known] = {
    "health": _HEALTH,
    "faith": _FAITH,
    "sexuality": _SEXUALITY,
    "crime": _CRIME,
    "politics": _POLITICS,
    "origin": _ORIGIN,
}
"""What is looked for, in this order."""

_CARD = r"(?:paspoort|id|id kaart|identiteits\w+|rijbewijs|passport|id card)"
DOCUMENT = re.compile(
    rf"\b(?:kopie|scan|foto|copy|photo)(?: \w+){{0,2}} {_CARD}\b"
    rf"|\b{_CARD} ?(?:kopie|copy|nr|nummer|number|kaartnummer)\b"
    rf"|\b{_CARD} (?:\w+ )?(?=\w*\d)\w{{7,}}\b"
    r"|\b(?:paspoort|rijbewijs|identiteitskaart|identiteitsbewijs)(?:nummer|kopie)\w*"
)
"""Ways of writing about a passport or card with its number or a copy; having one is no concern."""
