"""The words of a flyer while it is made: those of the activity, and on top of them those typed instead."""

from __future__ import annotations

from dataclasses import replace

from buurtapp.features.press.records import FlyerText

EDITABLE = (
    *("title", "body", "when", "time", "where", "where_more", "who", "cost", "contact", "phone", "email", "kicker"),
)
"""What can be typed instead, in the order of the screen."""


class OwnWords:
    """What one flyer says. A word stays bound to the activity until something else is typed for it."""

    def __init__(self, given: FlyerText) -> None:
        self._given = given
        self._own: dict[str, str] = {}

    def follow(self, given: FlyerText) -> None:
        """Take over what the activity says now; what was typed instead stays."""
        self._given = given
        for name in [name for name, value in self._own.items() if _same(value, self._from_activity(name))]:
            del self._own[name]

    def type(self, name: str, value: str) -> None:
        """Say this instead; typing what the activity says binds it again."""
        if _same(value, self._from_activity(name)):
            self._own.pop(name, None)
        else:
            self._own[name] = value

    def go_back(self, name: str) -> None:
        """Say what the activity says."""
        self._own.pop(name, None)

    def is_own(self, name: str) -> bool:
        """Return whether something else is said than the activity says."""
        return name in self._own

    def value(self, name: str) -> str:
        """Return what is said."""
        return self._own.get(name, self._from_activity(name))

    def words(self) -> FlyerText:
        """Return all words as they go on the flyer."""
        return replace(self._given, **self._own)

    def _from_activity(self, name: str) -> str:
        return str(getattr(self._given, name))


def _same(one: str, other: str) -> bool:
    """Return whether two texts are alike but for hard spaces and ways to end a line, which fields do not keep."""
    return _plain(one) == _plain(other)


def _plain(value: str) -> str:
    return "\n".join(value.replace("\u00a0", " ").splitlines())
