"""Which line of a list is which row of attendance, and what a second reading of the same list changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, text
from buurtapp.core.text import fold
from buurtapp.features.activities.records import SheetAnswers
from buurtapp.features.activities.rules import printed_rows
from buurtapp.features.sheets.records import SheetInfo

Key = tuple[str, int, str, int]


@dataclass(frozen=True, slots=True)
class Head:
    """Somebody who was there. `name` only for those who were not printed on the list, or are in no list any more.

    `line` and `sheet_id` say where it stands on paper; `again` tells two apart who wrote down the same name.
    """

    person_id: int | None
    name: str = ""
    line: int | None = None
    sheet_id: int | None = None
    unreadable: bool = False
    photo_ok: bool | None = None
    again: int = 0


def name_key(name: str) -> str:
    """Return a name folded; one of nothing but signs or pictures as it is."""
    return fold(name) or name.strip()


def told_apart(heads: Iterable[Head]) -> list[Head]:
    """Return the same people, those of one name that are nobody's yet numbered."""
    often: Counter[str] = Counter()
    made = []
    for head in heads:
        if head.person_id is None:
            key = f"?{head.sheet_id}/{head.line}" if head.unreadable else name_key(head.name)
            made.append(replace(head, again=often[key]))
            often[key] += 1
        else:
            made.append(head)
    return made


def key_of(head: Head, sheet_id: int, printed: Collection[int]) -> Key:
    """Return what tells a row of attendance from others, while this list is read; `printed` are its lines with names.

    A line of this list stays that line whatever becomes of its name: somebody who was deleted, or whom nobody can read.
    """
    if head.person_id is not None:
        return "person", head.person_id, "", 0
    is_here = head.sheet_id == sheet_id and head.line is not None
    if is_here and (head.line in printed or head.unreadable or not head.name):
        return "line", head.line or 0, "", 0
    if head.unreadable:
        return "unreadable", head.sheet_id or 0, "", head.again
    return "name", 0, name_key(head.name), head.again


def check_lines(sheet: SheetInfo, photos: Collection[int], answers: SheetAnswers) -> None:
    """Raise UserError "unknown_row" for a cross or a name on a line that this list does not have."""
    known = {row.row for row in sheet.rows}
    wrong = sorted(answers.rows - known)
    written = sorted({one.row for one in answers.walk_ins if one.row is not None} - (known - printed_rows(sheet.rows)))
    if wrong:
        raise UserError(
            "unknown_row",
            text(N_("The list {code} has no line {row}. Nothing was changed."), code=sheet.code, row=wrong[0]),
        )
    if written:
        raise UserError(
            "unknown_row",
            text(
                N_(
                    "Line {row} of the list {code} is no blank line: no name can be written there. Nothing was changed."
                ),
                code=sheet.code,
                row=written[0],
            ),
        )
    asked = sorted(answers.photos - set(photos))
    if asked:
        raise UserError(
            "unknown_row",
            text(
                N_("Line {row} of the list {code} has no box “photo ok”. Nothing was changed."),
                code=sheet.code,
                row=asked[0],
            ),
        )
