"""What screens, lists and the history call consents: purposes, answers, and how an answer came."""

from __future__ import annotations

from collections.abc import Mapping

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.names_and_consents import Answer, ConsentHow, Purpose
from buurtapp.features.people.records import Sticker

PURPOSE_WORDS: Mapping[Purpose, Text] = {
    "phone": text(N_("Phone call")),
    "letter": text(N_("Post in the letterbox")),
    "photo": text(N_("Showing photos")),
    "email": text(N_("E-mail")),
    "newsletter": text(N_("Newsletter")),
    "share_neighbours": text(N_("Sharing with neighbours")),
    "app_group": text(N_("App group")),
}
ANSWER_WORDS: Mapping[Answer, Text] = {
    "given": text(N_("allowed")),
    "withdrawn": text(N_("not allowed")),
    "asked": text(N_("asked, no answer yet")),
    "not_asked": text(N_("not asked yet")),
}
HOW_WORDS: Mapping[ConsentHow, Text] = {
    "spoken": text(N_("spoken")),
    "paper": text(N_("on paper")),
    "mail": text(N_("by e-mail")),
    "other": text(N_("otherwise")),
}
STICKER_WORDS: Mapping[Sticker, Text] = {
    "": text(N_("No sticker")),
    "nee_nee": text(N_("NEE/NEE sticker")),
    "nee_ja": text(N_("NEE/JA sticker")),
}
