"""How the parts of an event are called on the screen."""

from __future__ import annotations

from collections.abc import Mapping

from buurtapp.core.i18n import N_, Text, text

FIELDS: Mapping[str, Text] = {
    "title": text(N_("title")),
    "starts_at": text(N_("start")),
    "ends_at": text(N_("end")),
    "place": text(N_("location")),
    "text": text(N_("text")),
    "cost": text(N_("costs")),
    "for_whom": text(N_("for whom")),
    "kind": text(N_("kind")),
    "source": text(N_("whose idea")),
}
"""By the name of the field, in the order in which they are told."""
