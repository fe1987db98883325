"""What a group must look like before it is saved."""

from __future__ import annotations

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, text
from buurtapp.features.group.records import Group

LONGEST_NAME = 80
LONGEST_LOGO_BYTES = 5 << 20
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def problems(group: Group) -> list[DraftProblem]:
    """Return what is wrong with the fields, all at once."""
    found: list[DraftProblem] = []
    if not group.name.strip():
        found.append(DraftProblem("name", text(N_("Fill in the name of your group."))))
    elif len(group.name) > LONGEST_NAME:
        found.append(
            DraftProblem("name", text(N_("This name is too long. Use at most {most} letters."), most=LONGEST_NAME))
        )
    if group.logo is not None and not group.logo.startswith(_PICTURES):
        found.append(DraftProblem("logo", text(N_("This is not a PNG or JPEG picture."))))
    elif group.logo is not None and len(group.logo) > LONGEST_LOGO_BYTES:
        found.append(DraftProblem("logo", text(N_("This picture is too large. Use one of at most 5 MB."))))
    return found
