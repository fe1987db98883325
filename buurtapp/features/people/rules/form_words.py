"""What a registration form asks when the group has not written its own texts yet, and how its parts are called."""

from __future__ import annotations

from collections.abc import Mapping

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.names_and_consents import Purpose
from buurtapp.features.people.records import ContactPreference

CONSENT_SENTENCES: Mapping[Purpose, Text] = {
    "phone": text(N_("You may phone me about what happens in the neighbourhood.")),
    "letter": text(N_("You may put post with my name on it in my letterbox.")),
    "photo": text(N_("You may show photos that I am in: on paper and on the website of the group.")),
    "email": text(N_("You may e-mail me about what happens in the neighbourhood.")),
    "newsletter": text(N_("You may send me the newsletter by e-mail.")),
    "share_neighbours": text(N_("You may give my name and phone number to other neighbours of the group.")),
    "app_group": text(N_("You may add my phone number to the app group of the neighbourhood.")),
}
"""Said by the person who signs: the form is theirs."""

CONTACT_WORDS: Mapping[ContactPreference, Text] = {
    "phone": text(N_("phoning")),
    "letter": text(N_("a letter")),
    "door": text(N_("at the door")),
    "email": text(N_("e-mailing")),
    "whatsapp": text(N_("WhatsApp")),
}
"""Beside the circles, of which one is crossed."""
