"""The measures of a sheet of labels that is not in the list: eight numbers, and beside each what is wrong with it."""

from __future__ import annotations

import math

from PySide6.QtWidgets import QWidget

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, language, text
from buurtapp.features.people.papers import LabelSheet
from buurtapp.features.people.rules.label_sheets import problems
from buurtapp.uikit.controls import PlainLabel
from buurtapp.uikit.form import Form, line, number_field
from buurtapp.uikit.page import column

_MOST = 30
"""So many columns or rows no sheet has."""
_COUNTS = ("columns", "rows")
_LENGTHS = ("width_mm", "height_mm", "left_mm", "top_mm", "gap_x_mm", "gap_y_mm")


def shown_mm(length: float) -> str:
    """Return a length as it is written in the present language: 63,5 in Dutch, 63.5 in English."""
    written = f"{length:g}"
    return written.replace(".", ",") if language() == "nl" else written


def read_mm(written: str) -> float:
    """Return the length that was typed, with a comma or a point; no number at all gives nan."""
    try:
        length = float(written.strip().removesuffix("mm").strip().replace(",", "."))
    except ValueError:
        return math.nan
    return length if math.isfinite(length) else math.nan


class OwnSheet(QWidget):
    """The measures, as they are read from the sheet or its box with a ruler."""

    def __init__(self) -> None:
        super().__init__()
        self.form = Form()
        self.form.add(
            ("columns", number_field(text(N_("Labels across")), 1, _MOST)),
            ("rows", number_field(text(N_("Labels down")), 1, _MOST)),
        )
        self.form.add(
            ("width_mm", line(text(N_("Width of a label, mm")))), ("height_mm", line(text(N_("Height of a label, mm"))))
        )
        self.form.add(
            ("left_mm", line(text(N_("Margin left, mm")))), ("top_mm", line(text(N_("Margin at the top, mm"))))
        )
        self.form.add(
            ("gap_x_mm", line(text(N_("Gap beside, mm")))),
            ("gap_y_mm", line(text(N_("Gap below, mm")))),
        )
        box = column(self, (0, 0, 0, 0), 8)
        box.addWidget(self.form)
        hint = text(N_("Measure with a ruler. The margins are those from the edge of the paper to the first label."))
        box.addWidget(PlainLabel(hint, "second", size="caption"))

    def show_sheet(self, sheet: LabelSheet) -> None:
        """Show the measures of a sheet."""
        for name in _COUNTS:
            self.form.set_value(name, getattr(sheet, name))
        for name in _LENGTHS:
            self.form.set_value(name, shown_mm(getattr(sheet, name)))
        self.check()

    def sheet(self) -> LabelSheet:
        """Return the sheet as it is typed now; what is no number is nan."""
        columns, rows = (int(str(self.form.value(name))) for name in _COUNTS)
        width, height, left, top, gap_x, gap_y = (read_mm(self.form.text(name)) for name in _LENGTHS)
        return LabelSheet("", "", columns, rows, width, height, left, top, gap_x, gap_y)

    def check(self) -> bool:
        """Say below each field what is wrong with it, without moving the keyboard; return whether all is right."""
        sheet = self.sheet()
        found: dict[str, DraftProblem] = {}
        for name in _LENGTHS:
            if math.isnan(getattr(sheet, name)):
                found[name] = DraftProblem(name, text(N_("Write a number of millimetres, such as 38.1.")))
        for problem in problems(sheet) if not found else ():
            found.setdefault(problem.field, problem)
        for name in (*_COUNTS, *_LENGTHS):
            self.form.field(name).set_problem(found[name].text if name in found else "")
        return not found
