"""What can be chosen for labels: the sheet, where to begin on it, and one for each address or each person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from PySide6.QtWidgets import QSpinBox

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, text
from buurtapp.features.people.papers import LabelSheet, Per
from buurtapp.features.people.rules.label_sheets import SHEETS, measures_of, sheet_of_measures, shown_name
from buurtapp.features.people.ui.papers.choices import LabelsChoice
from buurtapp.features.people.ui.papers.forms import per_field
from buurtapp.features.people.ui.papers.own_sheet import OwnSheet, shown_mm
from buurtapp.features.people.ui.papers.post_form import PostForm
from buurtapp.features.people.ui.papers.sheet_picture import SheetPicture
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import choice, number_field, tick
from buurtapp.uikit.words import Words

_OWN = -1
"""The choice of measures of one's own, after the sheets of the shops."""


@dataclass(frozen=True, slots=True)
class _Length:
    """A length in mm that is written in the language in which it is shown."""

    mm: float

    def __str__(self) -> str:
        return shown_mm(self.mm)


def _words(sheet: LabelSheet) -> Words:
    return text(
        N_("{count} on a sheet: {name}, {width} × {height} mm"),
        count=sheet.count,
        name=shown_name(sheet),
        width=_Length(sheet.width_mm),
        height=_Length(sheet.height_mm),
    )


class LabelsForm(PostForm):
    """Labels. A sheet that was begun before can go on where it stopped: click the first label that is still there.

    Measures of one's own stay on this computer.
    """

    def __init__(self) -> None:
        super().__init__()
        self._desk: Desk | None = None
        sheets = tuple((at, _words(sheet)) for at, sheet in enumerate(SHEETS))
        self.form.add(("sheet", choice(text(N_("Sheet of labels")), (*sheets, (_OWN, text(N_("Own measures")))))))
        self.own = OwnSheet()
        self.own.show_sheet(SHEETS[0])
        self.own.hide()
        self.form.add_widget(self.own)
        self.form.add(("per", per_field(text(N_("How many")))))
        self.add_empty()
        hint = text(N_("Was the sheet used before? Click the first label that is still there."))
        self.form.add(("start_at", number_field(text(N_("Begin at label")), 1, SHEETS[0].count)))
        self.form.field("start_at").set_hint(hint)
        self.picture = SheetPicture()
        self.form.add_widget(self.picture)
        self.form.add(("with_edges", tick(text(N_("Draw the edges")))))
        self.form.field("with_edges").set_hint(text(N_("To try it on plain paper first.")))
        self.form.set_value("start_at", 1)
        self._follow("start_at")
        self._listen()
        self._show_sheet()

    def _listen(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.own.form.edited.connect(lambda _name: self._on_measured())
        self.own.form.committed.connect(lambda _name: self._keep())
        for name in ("columns", "rows"):
            box = self.own.form.field(name).input
            if isinstance(box, QSpinBox):
                box.valueChanged.connect(lambda _value: self._on_measured())
        self._start.valueChanged.connect(lambda _at: self._show_sheet())
        self.picture.chosen.connect(self._start.setValue)

    def use_desk(self, desk: Desk) -> None:
        """Begin with the sheet that was measured last on this computer."""
        self._desk = desk
        try:
            kept = sheet_of_measures(desk.settings.own_labels)
        except UserError:
            # Never measured, or the settings are damaged: then it begins like the commonest sheet.
            return
        self.own.show_sheet(kept)
        self.choose_own()

    @property
    def _start(self) -> QSpinBox:
        return cast("QSpinBox", self.form.field("start_at").input)

    @property
    def is_own(self) -> bool:
        """Whether measures of one's own are chosen."""
        return self.form.value("sheet") == _OWN

    @property
    def sheet(self) -> LabelSheet:
        """The sheet that is chosen, also when it cannot be printed."""
        return self.own.sheet() if self.is_own else SHEETS[int(str(self.form.value("sheet")))]

    def choose_own(self) -> None:
        """Choose measures of one's own."""
        self._choose(_OWN)

    def choose_commonest(self) -> None:
        """Choose the sheet that is sold most."""
        self._choose(0)

    def _choose(self, sheet: int) -> None:
        self.form.set_value("sheet", sheet)
        self._on_edited("sheet")

    def _on_edited(self, name: str) -> None:
        if name == "sheet":
            self.own.setVisible(self.is_own)
            self._on_measured(told=False)

    def _on_measured(self, *, told: bool = True) -> None:
        """Follow what is measured; the picture keeps to the last sheet that can be."""
        if not self.is_own or self.own.check():
            self._start.setMaximum(self.sheet.count)
            self._show_sheet()
        if told:
            self.changed.emit()

    def _keep(self) -> None:
        if self._desk is not None and self.is_own and self.own.check():
            measures = measures_of(self.own.sheet())
            if measures != self._desk.settings.own_labels:
                self._desk.save_settings(replace(self._desk.settings, own_labels=measures))

    def _show_sheet(self) -> None:
        if not self.is_own or self.own.check():
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
        edges = bool(self.form.value("with_edges"))
        return LabelsChoice(self.sheet, self._start.value(), per, edges, self.empty)
