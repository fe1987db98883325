"""Words in names: titles, tussenvoegsels, and parts that belong to a family or a given name. All folded."""

from __future__ import annotations

# ruff: noqa: SIM905 - a line of words reads better than a column of quotes
MALE = frozenset({"dhr", "heer", "de heer", "hr", "meneer", "mr", "sir", "herr"})
FEMALE = frozenset({"mw", "mevr", "mevrouw", "mej", "mevrw", "mrs", "ms", "miss", "frau"})
HOUSEHOLD = frozenset("fam familie gezin family huishouden household echtpaar".split())
ACADEMIC = frozenset("dr drs ir ing prof ds pastoor zr zuster pater".split())
TITLES = MALE | FEMALE | HOUSEHOLD | ACADEMIC

INFIX = frozenset("van de der den het t te ter ten vd vdr v von zu du da dos di vande vander".split()) | {"v d"}
"""Tussenvoegsels that stand alone before a family name."""

INFIX_FIRST = frozenset("in op aan bij uit onder over voor tot la le s".split())
"""Those that only come together with another one: "in 't", "op den"."""

FAMILY_FIRST = frozenset("el al ben ait ould abu bou bin bint san saint st mac mc".split())
"""Belong to the family name, as the people themselves write it."""

ALWAYS_FAMILY = frozenset("el al ait ould bou mac mc".split())
"""Nobody is called so alone: "Dhr. El Idrissi" has no given name."""

SUFFIX = frozenset("jr sr junior senior".split())

SECOND_GIVEN = frozenset(
    "willem peter pieter piet marie louise kees maarten jan hein wouter anne rose els bart dirk henk joost paul karel"
    " frans hendrik jaap luc pierre claire carolijn fleur lotte maria elisabeth johan cornelis ali can".split()
)
"""Given names that are often the second half of a double one: "Jan Willem"."""
