"""What can go wrong, sorted by who is to act.

A field is wrong: `DraftInvalid` with all problems at once. A rule says no: `UserError`. The world says no (disk full,
stick gone, newer file): `OutsideTrouble`. Anything else is our own fault and goes to the crash hook.
Each carries facts; the sentence is made when it is shown, in the language of whoever reads it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from buurtapp.core.i18n import N_, Text


class BuurtappError(Exception):
    """Something the person at the screen must know: `kind` for programs, `text` and `advice` for people."""

    def __init__(self, kind: str, text: Text, advice: Text | None = None) -> None:
        super().__init__(kind)
        self.kind = kind
        self.text = text
        self.advice = advice

    def __str__(self) -> str:
        parts = [self.text.render()]
        if self.advice is not None:
            parts.append(self.advice.render())
        return " ".join(parts)


class UserError(BuurtappError):
    """A rule of the app says no. Nothing was changed."""


class OutsideTrouble(BuurtappError):
    """The computer says no: disk, stick, printer, another program. What was saved before is safe."""


@dataclass(frozen=True, slots=True)
class DraftProblem:
    """One field that cannot be saved like this: the field's name, and the sentence under it."""

    field: str
    text: Text


class DraftInvalid(UserError):
    """Some fields cannot be saved like this; all of them are named at once."""

    def __init__(self, problems: Sequence[DraftProblem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0].text
        super().__init__("draft_invalid", first)

    def __str__(self) -> str:
        return " ".join(problem.text.render() for problem in self.problems)


class Cancelled(Exception):
    """The coordinator stopped a job. Nothing of it was kept."""


def not_found(kind: str, number: object) -> UserError:
    """Return the error for a row asked by a number that is not there; `kind` (the table) is for programs only."""
    return UserError(
        "not_found",
        Text(N_("Number {number} is not in the list."), {"number": number, "kind": kind}),
        Text(N_("Nothing was changed. Look up the number in the list.")),
    )
