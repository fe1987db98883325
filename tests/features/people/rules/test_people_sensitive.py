"""Text that would tell of health, faith, origin or a number of the state is noticed; practical words are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtapp.core.i18n import use_language
from buurtapp.features.people.rules.sensitive import concern, is_account, is_bsn, looks_private, warning_of


@pytest.mark.parametrize(
    "label",
    [
        *("ziek", "Dementie", "kanker", "psychische klachten", "heeft diabetes", "ADHD", "burn-out", "zwanger"),
        *("moslim", "Katholiek", "Joods", "gaat naar islamles", "vluchteling", "Marokkaanse familie", "Poolse"),
        *("cancer", "refugee", "Muslim"),
    ],
)
def test_what_a_list_should_not_hold_is_noticed(label: str) -> None:
    assert looks_private(label)


@pytest.mark.parametrize(
    "label",
    [
        *("soep", "auto", "klussen", "wandelen", "wil helpen", "coördinator", "Turks spreken", "Arabisch", "brief"),
        *("ziezo", "", "   ", "🙂", "Kerkstraat", "zwembad", "illustratie", "rasenmaaier", "koffie"),
        *("kerk als plek", "koffie in de kerk", "tafels naar de kerk brengen", "Poolse soep", "joodse bruid"),
        *("spreekt Turks", "Marokkaans koken", "Syrische keuken", "dinsdag, geloof ik", "bel Christian", "Christel"),
        *("alcoholvrij bier", "heeft rijbewijs", "stemt piano", "hulp bij de trap", "last van lawaai", "race fiets"),
        *("Operatie Steenbreek", "rolstoelvriendelijk", "rolstoel te leen", "geen alcohol schenken", "hospitality"),
        *("werkt in het ziekenhuis", "afkomstig uit Den Haag", "Turkenburg", "fysiotherapeut", "lief en leed"),
        *("als het regent bel", "ms. Jansen", "operazangeres", "gevangenismuseum", "kamer 2024", "Roma tomaten"),
    ],
)
def test_practical_words_are_left_alone(label: str) -> None:
    assert concern(label) is None


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("111222333", "bsn"),
        ("BSN 123456782", "bsn"),
        ("1234.56.782", "bsn"),
        ("bsn: 12345678", "bsn"),
        ("burgerservicenummer is 123 456 789", "bsn"),
        ("paspoort NW2R4C5B8", "document"),
        ("kopie paspoort in de map", "document"),
        ("id-kaart nr 12345", "document"),
        ("NL91 ABNA 0417 1643 00", "account"),
        ("heeft suikerziekte", "health"),
        ("Zit in een rolstoel", "health"),
        ("slikt antidepressiva", "health"),
        ("slecht ter been", "health"),
        ("ziet slecht", "health"),
        ("na een operatie aan de heup", "health"),
        ("suikerpatiënt", "health"),
        ("takes insulin, in a wheelchair", "health"),
        ("Jehova's getuige", "faith"),
        ("gaat elke zondag naar de kerk", "faith"),
        ("goes to church", "faith"),
        ("komt uit Syrië", "origin"),
        ("Poolse familie", "origin"),
        ("stemt PVV", "politics"),
        ("lid van de VVD", "politics"),
        ("votes Labour", "politics"),
        ("is homo", "sexuality"),
        ("heeft een strafblad", "crime"),
        ("criminal record", "crime"),
    ],
)
def test_each_kind_is_told_apart(written: str, kind: str) -> None:
    found = concern(written)

    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "written",
    [
        *("06 12345678", "06-12345678", "+31 6 12345678", "0612345678", "030-2345678", "1234 AB", "12-03-2024"),
        *("20240312", "nummers 12 14 16 18", "KVK 12345678", "000000000", "tel 111222333"),
    ],
)
def test_other_numbers_are_no_bsn(written: str) -> None:
    assert concern(written) is None


def test_the_test_of_eleven() -> None:
    assert is_bsn("111222333")
    assert is_bsn("12345678") is is_bsn("012345678")
    assert not is_bsn("111222334")
    assert is_account("NL91ABNA0417164300")
    assert not is_account("NL92ABNA0417164300")


def test_the_sentence_says_the_risk_and_what_to_write_instead() -> None:
    warning = warning_of("soep", "zit in een rolstoel")

    assert warning is not None
    with use_language("nl"):
        assert warning.render() == (
            "Schrijf dit liever niet op. Het lijkt iets over gezondheid, en een lijst kan kwijtraken."
            " Schrijf liever wat je moet doen: “hulp bij de trap”."
        )
    assert warning_of("soep", "") is None


@given(st.text(max_size=200))
def test_any_text_can_be_looked_at(written: str) -> None:
    concern(written)
