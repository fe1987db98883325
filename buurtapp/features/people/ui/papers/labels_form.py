"""What can be chosen for labels: the sheet, where to begin on it, and one for each address or each person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from PySide6.QtWidgets import QSpinBox

from buurtapp.core.i18n import N_, language, text
from buurtapp.features.people.papers import LabelSheet, Per
from buurtapp.features.people.rules.label_sheets import SHEETS, shown_name
from buurtapp.features.people.ui.papers.choices import LabelsChoice
from buurtapp.features.people.ui.papers.forms import PaperForm, per_field
from buurtapp.features.people.ui.papers.sheet_picture import SheetPicture
from buurtapp.uikit.form import choice, number_field, tick
from buurtapp.uikit.words import Words


@dataclass(frozen=True, slots=True)
class _Length:
    """A length in mm as it is written in the present language: 63,5 in Dutch, 63.5 in English."""

    mm: float

    def __str__(self) -> str:
        written = f"{self.mm:g}"
        return written.replace(".", ",") if language() == "nl" else written


def _words(sheet: LabelSheet) -> Words:
    return text(
        N_("{count} on a sheet: {name}, {width} × {height} mm"),
        count=sheet.count,
        name=shown_name(sheet),
        width=_Length(sheet.width_mm),
        height=_Length(sheet.height_mm),
    )


class LabelsForm(PaperForm):
    """Labels. A sheet that was begun before can go on where it stopped: click the first label that is still there."""

    def __init__(self) -> None:
        super().__init__()
        sheets = tuple((at, _words(sheet)) for at, sheet in enumerate(SHEETS))
        self.form.add(("sheet", choice(text(N_("Sheet of labels")), sheets)))
        self.form.add(("per", per_field(text(N_("How many")))))
        hint = text(N_("Was the sheet used before? Click the first label that is still there."))
        self.form.add(("start_at", number_field(text(N_("Begin at label")), 1, SHEETS[0].count)))
        self.form.field("start_at").set_hint(hint)
        self.picture = SheetPicture()
        self.form.add_widget(self.picture)
        self.form.add(("with_edges", tick(text(N_("Draw the edges")))))
        self.form.field("with_edges").set_hint(text(N_("To try it on plain paper first.")))
        self.form.set_value("start_at", 1)
        self._follow("start_at")
        self.form.edited.connect(self._on_edited)
        self._start.valueChanged.connect(lambda _at: self._show_sheet())
        self.picture.chosen.connect(self._start.setValue)
        self._show_sheet()

    @property
    def _start(self) -> QSpinBox:
        return cast("QSpinBox", self.form.field("start_at").input)

    @property
    def sheet(self) -> LabelSheet:
        """The sheet that is chosen."""
        return SHEETS[int(str(self.form.value("sheet")))]

    def _on_edited(self, name: str) -> None:
        if name == "sheet":
            self._start.setMaximum(self.sheet.count)
            self._show_sheet()

    def _show_sheet(self) -> None:
        self.picture.show_sheet(self.sheet, self._start.value())

    def begin_at(self, label: int) -> None:
        """Begin at this label of the sheet."""
        self._start.setValue(label)

    def focus_first(self) -> None:
        """Put the keyboard in the choice of the sheet."""
        self.form.field("sheet").input.setFocus()

    def choice(self) -> LabelsChoice:
        """Return what is chosen now."""
        per = cast("Per", self.form.value("per"))
        return LabelsChoice(self.sheet, self._start.value(), per, bool(self.form.value("with_edges")))
