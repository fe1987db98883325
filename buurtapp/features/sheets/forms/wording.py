"""What is said about forms before they are printed, on the screen and on the command line."""

from __future__ import annotations

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.people.forms import RegistrationForm
from buurtapp.features.people.rules.consent_words import PURPOSE_WORDS


def left_out(count: int) -> Text:
    """Return the sentence about people who get no form."""
    return plural_text(
        "{count} person gets no form: they do not want to be approached.",
        "{count} people get no form: they do not want to be approached.",
        count,
    )


def text_warnings(forms: tuple[RegistrationForm, ...], tongue: str) -> list[Text]:
    """Return what to know of the texts on the forms: ours where the group has none, and those in another language."""
    asked = forms[0].consents
    ours = [PURPOSE_WORDS[one.purpose].render() for one in asked if not one.is_own]
    other = [PURPOSE_WORDS[one.purpose].render() for one in asked if one.language != tongue]
    told = []
    if ours:
        told.append(
            text(
                N_("You have no text of your own about this yet, so ours is on the form: {purposes}."),
                purposes=", ".join(ours),
            )
        )
    if other:
        told.append(
            text(
                N_("The text about this is not there in the language of the form: {purposes}."),
                purposes=", ".join(other),
            )
        )
    return told
