"""The sheets of labels that shops sell, and whether measures somebody typed can be a sheet. All on A4, in mm.

Measures are those on the box; the margins, which are not there, follow from A4: labels lie in the middle of it.
"""

from __future__ import annotations

import re

from buurtapp.core.errors import DraftProblem, UserError
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.text import fold
from buurtapp.features.people.papers import LabelSheet

PAPER_WIDTH_MM, PAPER_HEIGHT_MM = 210.0, 297.0
SMALLEST_WIDTH_MM, SMALLEST_HEIGHT_MM = 30.0, 16.0
"""A label must hold three lines of six points between its margins."""
_ROUNDING_MM = 0.05

SHEETS: tuple[LabelSheet, ...] = (
    LabelSheet("L7159", "Avery", 3, 8, 63.5, 33.9, 7.25, 12.9, 2.5),
    LabelSheet("L7160", "Avery", 3, 7, 63.5, 38.1, 7.25, 15.15, 2.5),
    LabelSheet("L7161", "Avery", 3, 6, 63.5, 46.6, 7.25, 8.7, 2.5),
    LabelSheet("L7162", "Avery", 2, 8, 99.1, 33.9, 4.65, 12.9, 2.5),
    LabelSheet("L7163", "Avery", 2, 7, 99.1, 38.1, 4.65, 15.15, 2.5),
    LabelSheet("L7165", "Avery", 2, 4, 99.1, 67.7, 4.65, 13.1, 2.5),
    LabelSheet("3474", "Avery Zweckform", 3, 8, 70.0, 37.0, 0.0, 0.5),
    LabelSheet("3475", "Avery Zweckform", 3, 8, 70.0, 36.0, 0.0, 4.5),
    LabelSheet("3653", "Avery Zweckform", 2, 7, 105.0, 42.3, 0.0, 0.45),
    LabelSheet("4464", "Herma", 3, 8, 70.0, 37.0, 0.0, 0.5),
)
"""In the order of a list to choose from; the first is the commonest."""

_PAIR = r"(\d+(?:[.,]\d+)?)\s*[x×]\s*(\d+(?:[.,]\d+)?)"
_MEASURES = re.compile(rf"\s*{_PAIR}\s+{_PAIR}\s+{_PAIR}(?:\s+{_PAIR})?\s*", re.IGNORECASE)


def shown_name(sheet: LabelSheet) -> str:
    """Return what stands on the box: "Avery L7160"."""
    return f"{sheet.maker} {sheet.name}".strip()


def find_sheet(name: str) -> LabelSheet:
    """Return the sheet of a name, with or without its maker, or the commonest with so many labels: "24".

    Raises UserError "unknown_sheet".
    """
    wanted = fold(name)
    for sheet in SHEETS:
        if wanted and wanted in {fold(sheet.name), fold(shown_name(sheet)), str(sheet.count)}:
            return sheet
    raise UserError(
        "unknown_sheet",
        text(N_("We do not know a sheet of labels called “{name}”."), name=name),
        text(N_("Choose one of these, or give the measures: {names}."), names=", ".join(map(shown_name, SHEETS))),
    )


def sheet_of_measures(written: str) -> LabelSheet:
    """Return the sheet of "3x8 70x37 0x0.5 2x0": columns × rows, label, margins left × top, and gaps if there are any.

    Raises UserError "bad_measures" when it says something else, and "bad_sheet" when it cannot be a sheet.
    """
    found = _MEASURES.fullmatch(written)
    if found is None:
        raise UserError(
            "bad_measures",
            text(N_("We do not understand these measures: “{measures}”."), measures=written),
            text(
                N_(
                    "Write columns × rows, width × height of a label, and margins left × top in mm: 3x8 70x37 0x0.5. "
                    "Add the gaps between labels if there are any: 2.5x0."
                )
            ),
        )
    columns, rows, *lengths = (float((part or "0").replace(",", ".")) for part in found.groups())
    return checked(LabelSheet("", "", int(columns), int(rows), *lengths))


def measures_of(sheet: LabelSheet) -> str:
    """Return the measures of a sheet as `sheet_of_measures` reads them."""
    pairs = ((sheet.width_mm, sheet.height_mm), (sheet.left_mm, sheet.top_mm), (sheet.gap_x_mm, sheet.gap_y_mm))
    return " ".join([f"{sheet.columns}x{sheet.rows}", *(f"{_plain(across)}x{_plain(down)}" for across, down in pairs)])


def _plain(length: float) -> str:
    return f"{length:.3f}".rstrip("0").rstrip(".")


def checked(sheet: LabelSheet) -> LabelSheet:
    """Return the sheet when it can be printed on A4; else raise UserError "bad_sheet" that says what is wrong."""
    found = problems(sheet)
    if found:
        raise UserError("bad_sheet", found[0].text, text(N_("Measure the sheet again, in mm. Nothing was printed.")))
    return sheet


def checked_start(sheet: LabelSheet, start_at: int) -> int:
    """Return the number of the first label when the sheet has it; else raise UserError "bad_start"."""
    if not 1 <= start_at <= sheet.count:
        raise UserError(
            "bad_start",
            text(
                N_("This sheet has labels 1 to {count}; it cannot begin at {start}."), count=sheet.count, start=start_at
            ),
        )
    return start_at


def problems(sheet: LabelSheet) -> list[DraftProblem]:
    """Return what makes a sheet impossible, by the names of its measures; nothing when it can be printed on A4."""
    found = [
        DraftProblem(name, text(N_("A sheet has at least one column and one row of labels.")))
        for name in ("columns", "rows")
        if getattr(sheet, name) < 1
    ]
    found += [
        DraftProblem(name, text(N_("Margins and gaps cannot be less than zero.")))
        for name in ("left_mm", "top_mm", "gap_x_mm", "gap_y_mm")
        if getattr(sheet, name) < 0
    ]
    # Asked this way round, so that a length that is no number at all is refused too.
    found += [
        DraftProblem(name, _too_small())
        for name, least in (("width_mm", SMALLEST_WIDTH_MM), ("height_mm", SMALLEST_HEIGHT_MM))
        if not getattr(sheet, name) >= least
    ]
    return found or _beyond_the_paper(sheet)


def _too_small() -> Text:
    return text(
        N_("A label must be at least {width} by {height} mm, or no address fits on it."),
        width=int(SMALLEST_WIDTH_MM),
        height=int(SMALLEST_HEIGHT_MM),
    )


def _beyond_the_paper(sheet: LabelSheet) -> list[DraftProblem]:
    found = []
    across = sheet.left_mm + sheet.columns * sheet.width_mm + (sheet.columns - 1) * sheet.gap_x_mm
    if not across <= PAPER_WIDTH_MM + _ROUNDING_MM:
        wide = text(N_("Together the labels are {width} mm wide; a sheet of A4 is 210 mm."), width=_mm(across))
        found.append(DraftProblem("width_mm", wide))
    down = sheet.top_mm + sheet.rows * sheet.height_mm + (sheet.rows - 1) * sheet.gap_y_mm
    if not down <= PAPER_HEIGHT_MM + _ROUNDING_MM:
        high = text(N_("Together the labels are {height} mm high; a sheet of A4 is 297 mm."), height=_mm(down))
        found.append(DraftProblem("height_mm", high))
    return found


def _mm(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")
