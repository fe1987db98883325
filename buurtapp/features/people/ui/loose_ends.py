"""What imports left to be sorted out: what was written where, and a way to tick it off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.people.actions import people as actions
from buurtapp.features.people.queries import cards
from buurtapp.features.people.records import LooseEndRow
from buurtapp.features.people.rules.doors import names_several
from buurtapp.features.people.ui.panel_page import PanelPage, clear
from buurtapp.features.people.ui.wording import breakable
from buurtapp.uikit.controls import Button, Card, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.words import one_line

_SHOWN = 25
"""So many at once; the next ones follow when these are settled."""

_WHY: Mapping[str, Text] = {
    "address_no_number": text(N_("The house number is missing.")),
    "address_unreadable": text(N_("We do not understand this address.")),
    "birthday_left_out": text(N_("A birthday was left out.")),
    "email_invalid": text(N_("This is not an e-mail address.")),
    "name_missing": text(N_("The name is missing.")),
    "organisation_only": text(N_("This is an organisation, not a person.")),
    "phone_unreadable": text(N_("We do not understand this phone number.")),
    "postcode_incomplete": text(N_("The postcode has no letters.")),
    "postcode_invalid": text(N_("This is not a postcode.")),
    "street_missing": text(N_("The street is missing.")),
    "says_otherwise": text(N_("The list says otherwise than Buurtapp.")),
    "no_person": text(N_("There was nobody in this row.")),
}


class LooseEnds(PanelPage):
    """The list of what is to be sorted out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._build()
        self.back.clicked.connect(self.leave)

    def _build(self) -> None:
        self.title = Heading(text(N_("To sort out")), "h2", wrap=True)
        self.about = PlainLabel(
            text(N_("A list was read, and this was not clear. Change it with the person, then tick it off here.")),
            "second",
            size="small",
        )
        self.nothing = PlainLabel(text(N_("Nothing left to sort out.")), "done", strong=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.more = PlainLabel("", "second", size="small")
        self.back = Button(text(N_("Done")), "secondary", "check")
        for widget in (self.title, self.about, self.nothing):
            self.body.addWidget(widget)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.more)
        self.body.addStretch(1)
        self.add_foot(self.back)

    # Public

    def begin(self) -> None:
        """Show the list."""
        self.refresh()
        self.scroll_up()
        self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard on the first thing to do."""
        item = self._rows.itemAt(0)
        card = item.widget() if item is not None else None
        button = card.findChild(Button) if card is not None else None
        (button or self.back).setFocus()

    def refresh(self) -> None:
        """Show what is left."""
        self.show_rows(self.desk.read(cards.loose_ends))

    def show_rows(self, rows: Sequence[LooseEndRow]) -> None:
        """Show these rows."""
        had_focus = self._rows.count() > 0 and self.focusWidget() is not None and self.isAncestorOf(self.focusWidget())
        clear(self._rows)
        for row in rows[:_SHOWN]:
            self._rows.addWidget(self._row(row))
        rest = len(rows) - _SHOWN
        self.more.set_words(plural_text("and {count} more", "and {count} more", max(rest, 0)))
        self.more.setVisible(rest > 0)
        self.nothing.setVisible(not rows)
        self.about.setVisible(bool(rows))
        if had_focus:
            self.focus_first()

    def _row(self, row: LooseEndRow) -> QWidget:
        card = Card()
        box = QVBoxLayout(card)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(4)
        written = one_line(row.text)
        box.addWidget(PlainLabel(breakable(written), strong=True))
        why = _why(row)
        if why is not None:
            box.addWidget(PlainLabel(why, "care", size="small"))
        box.addWidget(PlainLabel(_where(row), "second", size="small"))
        settle = Button(text(N_("Settled")), "secondary", "check")
        settle.set_words(text(N_("Settled")), text(N_("Settled: {what}"), what=written))
        settle.clicked.connect(lambda _on=False: self._on_settled(row))
        box.addWidget(settle, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _on_settled(self, row: LooseEndRow) -> None:
        done = text(N_("Settled: {what}"), what=one_line(row.text)[:60])
        self.desk.do(done, actions.settle_loose_end, row.id)


def _why(row: LooseEndRow) -> Text | None:
    """Return what is not clear in a row; None when the row says it."""
    if row.kind == "address_unreadable" and names_several(row.text):
        return text(N_("These are several doors. At which one do they live?"))
    return _WHY.get(row.kind)


def _where(row: LooseEndRow) -> Text:
    source = breakable(one_line(row.source))
    if row.column:
        column = breakable(one_line(row.column))
        return text(N_("{source}, row {row}, column {column}"), source=source, row=row.row, column=column)
    return text(N_("{source}, row {row}"), source=source, row=row.row)
