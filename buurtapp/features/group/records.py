"""What the rest of the house knows of the group."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Group:
    """The group of this file. Empty texts mean "not filled in"; `logo` is a PNG or JPEG."""

    name: str
    place: str = ""
    purpose: str = ""
    for_whom: str = ""
    first_step: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    contact_email: str = ""
    logo: bytes | None = None
    theme: str = ""
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One thing that went out of the file: a paper, or a list for another program.

    `kind` is the word of the command line: "labels", "people"; a list has no pages. `description` is a short word such
    as a size or an ending. `people` counts those who stand on it, None when they are not counted; `fields` are the
    columns. Who they are is not kept. `at` is filled in when it is read back.
    """

    kind: str
    description: str = ""
    pages: int = 0
    copies: int = 1
    people: int | None = None
    fields: tuple[str, ...] = ()
    at: datetime | None = field(default=None, compare=False)
