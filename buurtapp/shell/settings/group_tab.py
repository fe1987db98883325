"""Who the group is: its name, what it wants to change, whom neighbours can ask, and its logo. Saved field by field."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import N_, text
from buurtapp.features.group import actions
from buurtapp.features.group.queries import group
from buurtapp.shell.settings.columns import Columns
from buurtapp.shell.settings.logo_box import LogoBox
from buurtapp.shell.settings.tab import Tab, card, is_read_only, read_only_note
from buurtapp.uikit.controls import Card, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import Field, Form, line, paragraph
from buurtapp.uikit.page import Picture

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes
    from buurtapp.core.store.work import Work


_ABOUT = ("name", "place", "purpose", "for_whom", "first_step")
_CONTACT = ("contact_name", "contact_phone", "contact_email")


class GroupTab(Tab):
    """The group of this file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._typing: set[str] = set()
        self._wrong: set[str] = set()
        self._build()
        self._connect()

    def _build(self) -> None:
        self._note = read_only_note()
        self.about, self.contact = Form(), Form()
        self.logo = LogoBox(self.desk)
        columns = Columns()
        columns.left.addWidget(self._note)
        columns.left.addWidget(self._about_card())
        columns.right.addWidget(self._contact_card())
        columns.right.addWidget(self.logo)
        columns.end()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(columns)

    def _about_card(self) -> Card:
        made, box = card(text(N_("This is who we are")))
        self.about.add(
            ("name", line(text(N_("Name of the group")))),
            ("place", line(text(N_("Village or town")))),
            stretch=(7, 5),
        )
        purpose_hint = text(N_("One sentence is enough. It stands on Today and above what you print."))
        self.about.add(("purpose", paragraph(text(N_("What do you want to change?")), 3, purpose_hint)))
        self.about.add(("for_whom", line(text(N_("For whom?")))))
        self.about.add(("first_step", line(text(N_("The first small step")))))
        box.addWidget(self.about)
        return made

    def _contact_card(self) -> Card:
        made, box = card(text(N_("Whom neighbours can ask")))
        words = text(N_("This stands on flyers and lists. Without it nobody can ask a question."))
        box.addWidget(PlainLabel(words, "second", size="small"))
        self.contact.add(("contact_name", line(text(N_("Name")))))
        self.contact.add(("contact_phone", line(text(N_("Phone")))))
        self.contact.add(("contact_email", line(text(N_("E-mail")))))
        box.addWidget(self.contact)
        return made

    def _connect(self) -> None:
        for form in self._forms():
            form.edited.connect(self._typing.add)
            form.committed.connect(self._save)
        self.logo.chosen.connect(lambda data: self._change("logo", data))

    def _forms(self) -> tuple[Form, Form]:
        return self.about, self.contact

    # Tab

    def refresh(self, changes: Changes | None = None) -> None:
        """Show the group as it is in the file; what is being typed, or is still wrong, stays."""
        if changes is not None and not changes.touches("group_info"):
            return
        now = self.desk.read(group)
        for name in (*_ABOUT, *_CONTACT):
            if name not in self._typing | self._wrong:
                self._form_of(name).set_value(name, getattr(now, name))
        self.logo.show_logo(now.logo)
        locked = is_read_only(self.desk)
        self._note.setVisible(locked)
        for part in (*self._forms(), self.logo):
            part.setEnabled(not locked)

    def focus_first(self) -> None:
        """Put the keyboard in the name."""
        self.about.field("name").input.setFocus()

    def field(self, name: str) -> Field:
        """Return a field by the name it has in the record of the group."""
        return self._form_of(name).field(name)

    def pictures(self) -> list[Picture]:
        """Return the tab as it is, and with a field that cannot be saved."""
        return [
            Picture("21-instellingen-groep", lambda: None),
            Picture("21-instellingen-groep-fout", self._show_wrong),
        ]

    def _show_wrong(self) -> None:
        self.about.set_value("name", "")
        self._save("name")

    # Slots

    def _form_of(self, name: str) -> Form:
        return self.about if name in _ABOUT else self.contact

    def _save(self, name: str) -> None:
        self._typing.discard(name)
        self._change(name, self._form_of(name).text(name).strip())

    def _change(self, name: str, value: object) -> None:
        doing = self.desk.do(actions.changed_label(), _change_one, name, value)
        doing.then(lambda _nothing: self._saved(name)).failed(lambda error: self._not_saved(name, error))

    def _saved(self, name: str) -> None:
        self._wrong.discard(name)
        if name == "logo":
            self.logo.set_problem("")
        else:
            self.field(name).set_problem("")

    def _not_saved(self, name: str, error: DraftInvalid) -> None:
        """Say below the field why it was not saved; the keyboard is elsewhere already, and stays there."""
        found = next((problem for problem in error.problems if problem.field == name), error.problems[0])
        self._wrong.add(name)
        if name == "logo":
            self.logo.set_problem(found.text)
        else:
            self.field(name).set_problem(found.text)


def _change_one(work: Work, name: str, value: object) -> None:
    """Change one thing of the group and leave the others as they are in the file at that moment."""
    now = group(work.session)
    actions.change_group(work, replace(now, **{name: value}))  # type: ignore[arg-type]
