"""Which papers there are, what they are called, and why somebody is left out. Nothing heavy: the bar asks it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from buurtapp.core.i18n import N_, Text, plural_text, text

PaperKind = Literal["labels", "list", "letter", "badges", "envelopes", "form"]
PAPERS: tuple[PaperKind, ...] = ("labels", "list", "letter", "badges", "envelopes", "form")
NAMES: Mapping[PaperKind, Text] = {
    "labels": text(N_("Address labels")),
    "list": text(N_("List")),
    "letter": text(N_("Letter")),
    "badges": text(N_("Name badges")),
    "envelopes": text(N_("Envelopes")),
    "form": text(N_("Registration form")),
}
"""As on the buttons."""
ICONS: Mapping[PaperKind, str] = {
    "labels": "tag",
    "list": "list-checks",
    "letter": "mail",
    "badges": "user",
    "envelopes": "mail",
    "form": "file-text",
}
BY_POST: tuple[PaperKind, ...] = ("labels", "letter", "envelopes")
"""Whoever wants no post is on none of these."""


def why_left_out(kind: PaperKind, count: int) -> Text:
    """Return why so many people are left out of a paper."""
    if kind in BY_POST:
        return plural_text(
            "{count} person may not be approached by letter.", "{count} people may not be approached by letter.", count
        )
    return plural_text("{count} person may not be approached.", "{count} people may not be approached.", count)


def letter_words(may: int, everybody: int) -> Text:
    """Return what the button for a letter says: "Letter (2 of 3)" when one of them gets none."""
    if may == everybody:
        return NAMES["letter"]
    return text(N_("Letter ({may} of {all})"), may=may, all=everybody)
