"""What the rest of the house knows of the group."""

from __future__ import annotations

from dataclasses import dataclass


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
