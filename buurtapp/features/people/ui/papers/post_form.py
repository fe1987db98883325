"""What can be chosen for what goes by post: also to addresses where nobody is known; and all of it for envelopes."""

from __future__ import annotations

from collections import Counter
from typing import Literal, cast

from PySide6.QtCore import QEvent

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.people.papers import Per
from buurtapp.features.people.ui.papers.choices import EmptyDoors, EnvelopesChoice, Source
from buurtapp.features.people.ui.papers.drawing import empty_doors
from buurtapp.features.people.ui.papers.forms import PaperForm, per_field
from buurtapp.features.people.ui.wording import shortened
from buurtapp.uikit.form import CalmComboBox, Field, choice, paragraph
from buurtapp.uikit.words import say


class PostForm(PaperForm):
    """A paper that can also go to "the residents of" an address where nobody is known, in streets that are chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._source: Source | None = None
        self._offered: list[tuple[EmptyDoors, Text]] = [("", text(N_("No")))]

    def add_empty(self) -> None:
        """Add the choice of addresses where nobody is known."""
        box = CalmComboBox()
        box.setSizeAdjustPolicy(CalmComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        self.form.add(("empty", Field(text(N_("Also where nobody is known")), box)))
        self.form.field("empty").set_hint(text(N_("Addressed to “the residents of”, but not where nobody may come.")))
        self._offer()

    def show_source(self, source: Source) -> None:
        """Offer the streets with such addresses, and how many there are."""
        super().show_source(source)
        self._source = source
        streets = Counter(row.door.street for row in source.empty)
        here = len(empty_doors("here", source))
        self._offered = [("", text(N_("No")))]
        if here:
            words = "The same streets: {count} address", "The same streets: {count} addresses"
            self._offered.append(("here", plural_text(*words, here)))
        if streets:
            words = "All streets: {count} address", "All streets: {count} addresses"
            self._offered.append(("all", plural_text(*words, len(source.empty))))
        for street, count in sorted(streets.items()):
            said = plural_text(
                "{street}: {count} address", "{street}: {count} addresses", count, street=shortened(street)
            )
            self._offered.append((f"street:{street}", said))
        self._offer()

    @property
    def empty(self) -> EmptyDoors:
        """To which addresses where nobody is known it goes too."""
        return str(self.form.value("empty") or "")

    def _offer(self) -> None:
        box = self.form.field("empty").input
        if not isinstance(box, CalmComboBox):
            return
        was = box.currentData()
        blocked = box.blockSignals(True)  # noqa: FBT003 - Qt's shape
        box.clear()
        for value, words in self._offered:
            box.addItem(say(words), value)
        box.setCurrentIndex(max(box.findData(was), 0))
        box.blockSignals(blocked)
        self.form.field("empty").setVisible(len(self._offered) > 1)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Name the streets and their numbers in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._source is not None:
            self._offer()


class EnvelopesForm(PostForm):
    """Envelopes: how large, for whom, and who sends them."""

    def __init__(self) -> None:
        super().__init__()
        sizes = (
            ("C5", text(N_("C5: for a letter folded once"))),
            ("DL", text(N_("DL: for a letter folded in three"))),
        )
        self.form.add(("size", choice(text(N_("Envelope")), sizes)))
        self.form.add(("per", per_field(text(N_("How many")))))
        self.add_empty()
        self.form.add(("sender", paragraph(text(N_("Sender, small at the top left")), 2)))

    def _fill(self, source: Source) -> None:
        group = source.group
        self.form.set_value("sender", "\n".join(part for part in (group.name, group.place) if part))

    def focus_first(self) -> None:
        """Put the keyboard in the choice of the envelope."""
        self.form.field("size").input.setFocus()

    def choice(self) -> EnvelopesChoice:
        """Return what is chosen now."""
        size = cast("Literal['C5', 'DL']", self.form.value("size"))
        return EnvelopesChoice(size, self.form.text("sender").strip(), cast("Per", self.form.value("per")), self.empty)
