"""The photos of an activity: the words below each, and whether everybody on it agreed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, _, text
from buurtapp.features.activities.money import actions
from buurtapp.features.activities.money.records import PhotoRow, Prepared
from buurtapp.features.activities.ui import money_view
from buurtapp.features.activities.ui.money_attach import Attaching, DropTable
from buurtapp.features.activities.ui.money_lines import typed_field
from buurtapp.uikit.controls import Button, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.form import line, tick
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.small_form import SmallForm


class EditPhoto(SmallForm):
    """The words below a photo, and its consent."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._row: PhotoRow | None = None
        self.form.add(("caption", line(text(N_("What stands below it")))))
        self.form.add(("consent", tick(text(N_("Everybody who can be known on it agreed")))))
        self.save_button = Button(text(N_("Save")), "primary")
        self.cancel_button = Button(text(N_("Cancel")), "quiet")
        self.delete_button = Button(text(N_("Delete this photo")), "quiet", "trash-2")
        self.put([self.form], [self.save_button, self.cancel_button, self.delete_button], ("caption",))
        typed_field(self.form.field("caption")).returnPressed.connect(self.save)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.closed)
        self.delete_button.clicked.connect(self._delete)
        self.hide()

    def begin(self, row: PhotoRow) -> None:
        """Show a photo."""
        self._row = row
        self.form.set_value("caption", row.caption)
        self.form.set_value("consent", row.consent)
        self.form.show_problems(())
        self.show()
        typed_field(self.form.field("caption")).setFocus()

    def save(self) -> None:
        """Save what is typed and ticked."""
        row = self._row
        if row is None:
            return
        caption, consent = self.form.text("caption"), bool(self.form.value("consent"))
        said = actions.photo_changed_label(caption.strip() or row.attachment.name)
        doing = self._desk.do(said, actions.change_photo, row.id, caption, consent=consent)
        doing.failed(lambda wrong: self.show_problems(wrong.problems)).then(lambda _done: self.closed.emit())

    def _delete(self) -> None:
        row = self._row
        if row is not None:
            said = actions.photo_deleted_label(row.caption or row.attachment.name)
            self._desk.do(said, actions.delete_photo, row.id)
            self.closed.emit()


class PhotosPart(QWidget):
    """The photos, and a button that adds one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._activity = 0
        self._new = 0
        self._attaching = Attaching(desk, pictures_only=True)
        self.rows: ShortModel[PhotoRow] = ShortModel(
            (
                Column(text(N_("Photo")), lambda row: row.caption or row.attachment.name),
                Column(
                    text(N_("Consent")),
                    lambda row: _("with consent") if row.consent else _("no consent: not printed"),
                    "state",
                    240,
                    icon=lambda row: "circle-check" if row.consent else "circle-alert",
                    role=lambda row: "primary" if row.consent else "care",
                ),
            )
        )
        self.table = DropTable(text(N_("Photos")), self.rows)
        self.add_button = Button(text(N_("Choose photo")), icon="image")
        self.view_button = Button(text(N_("View photo")), "quiet", "eye")
        self.edit_button = Button(text(N_("Change photo")), "quiet", "pencil")
        self.edit = EditPhoto(desk)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(Heading(text(N_("Photos")), "h2"))
        box.addWidget(PlainLabel(text(N_("Only photos with consent are printed.")), "second", size="small"))
        box.addWidget(self.table)
        box.addWidget(FlowRow([self.add_button, self.view_button, self.edit_button], gap=8))
        box.addWidget(self.edit)
        self._connect()

    def _connect(self) -> None:
        self.add_button.clicked.connect(lambda: self._attaching.choose(self, self._add))
        self.view_button.clicked.connect(self.view)
        self.edit_button.clicked.connect(self.begin_edit)
        self.edit.closed.connect(self._end_edit)
        self.table.opened.connect(lambda _row: self.view())
        self.table.dropped.connect(self._dropped)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(lambda: self._attaching.paste(self._add))

    def show_photos(self, rows: Sequence[PhotoRow], activity: int) -> None:
        """Show the photos of an activity; one that was just added opens, to say what stands below it."""
        if activity != self._activity:
            self._activity, self._new = activity, 0
            self.edit.hide()
        self.rows.set_records(rows)
        for part in (self.table, self.view_button, self.edit_button):
            part.setVisible(bool(rows))
        self.table.fit_height()
        if rows:
            at = next((at for at, row in enumerate(rows) if row.id == self._new), 0)
            self.table.choose(at)
            if rows[at].id == self._new:
                self.begin_edit()
            self._new = 0

    def photo(self) -> PhotoRow | None:
        """Return the photo that is chosen."""
        return self.rows.record(self.table.currentIndex().row()) if self.rows.records() else None

    def _add(self, picture: Prepared) -> None:
        said = actions.photo_added_label(picture.name)
        self._desk.do(said, actions.add_photo, self._activity, picture).then(self._added)

    def _added(self, number: int) -> None:
        # Told before or after the list is read anew.
        self._new = number
        self.show_photos(self.rows.records(), self._activity) if self._has(number) else None

    def _has(self, number: int) -> bool:
        return any(row.id == number for row in self.rows.records())

    def _dropped(self, _at: int, files: list[Path]) -> None:
        self._attaching.drop(files, self._add)

    def view(self) -> None:
        """Show the chosen photo."""
        row = self.photo()
        if row is not None:
            money_view.view(self._desk, row.attachment.id, self)

    def begin_edit(self) -> None:
        """Open the form of the chosen photo."""
        row = self.photo()
        if row is not None:
            self.edit.begin(row)

    def _end_edit(self) -> None:
        self.edit.hide()
        self.add_button.setFocus()
