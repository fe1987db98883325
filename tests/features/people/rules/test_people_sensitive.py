"""Labels that would tell of health, faith or origin are noticed; practical ones are not."""

from __future__ import annotations

import pytest

from buurtapp.features.people.rules.sensitive import looks_private


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
    ],
)
def test_practical_labels_are_left_alone(label: str) -> None:
    assert not looks_private(label)
