"""The flyer studio: choose an example, fill in the words, see the real page, print it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut

from buurtapp.core import trouble
from buurtapp.core.clock import local
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, Text, language, plural_text, text
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.rows import ActivityRow
from buurtapp.features.press import queries, rules
from buurtapp.features.press.own_words import OwnWords
from buurtapp.features.press.records import FORMATS, Flyer, FlyerText, Format
from buurtapp.features.press.ui.drawing import Drawn, Example, draw, draw_examples
from buurtapp.features.press.ui.outgoing import Order, WayOut, cutting_words, finish, paper_words
from buurtapp.features.press.ui.studio import Studio
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Page, Picture, column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtapp.core.store.changes import Changes

_QUIET_MS = 600
"""So long nobody typed before the small pictures are drawn again."""
_FIRST = Flyer(FlyerText(""), format="A5", up=2)
_COPIES = 60
_NOT_YET = {
    "too_long": text(N_("Not yet: the text is too long")),
    "no_title": text(N_("Not yet: no title")),
    "no_contact": text(N_("Not yet: nobody to ask")),
}


class PressPage(Page):
    """The workspace Print. Words typed here are kept for each activity as long as the file is open."""

    offers: ClassVar[frozenset[str]] = frozenset({"print"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._looks = _FIRST
        self._sees_sheet = False
        self._rows: dict[int, ActivityRow] = {}
        self._activity: int | None = None
        self._own: dict[int, OwnWords] = {}
        self._error: UserError | None = None
        self._asked = 0
        self._shown_small: tuple[object, ...] = ()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.studio = Studio(self.desk)
        self.studio.copies.setValue(_COPIES)
        self.out = WayOut(self.desk, self)
        column(self, (0, 0, 0, 0), 0).addWidget(self.studio)
        # It can always be made narrower: the examples then go above the words.
        self.setMinimumSize(1, 1)
        self._small_timer = QTimer(self, singleShot=True)

    def _connect(self) -> None:
        studio = self.studio
        studio.activity.chosen.connect(self._take)
        studio.fields.changed.connect(self._draw)
        studio.gallery.chosen.connect(self._on_example)
        studio.tools.chosen.connect(self._on_tool)
        studio.copies.valueChanged.connect(self._show_out)
        studio.look_button.clicked.connect(self._on_look)
        studio.preview.drawn.connect(self._on_drawn)
        studio.print_button.clicked.connect(self.print_it)
        studio.pdf_button.clicked.connect(lambda: self._send(self.out.save_pdf))
        studio.picture_button.clicked.connect(lambda: self._send(self.out.save_picture))
        studio.make_activity.clicked.connect(lambda: self.desk.go("activities", new=True))
        self._small_timer.timeout.connect(self._ask_small)
        for at, size in enumerate(FORMATS, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{at}"), self)
            shortcut.activated.connect(lambda size=size: self._on_tool("format", size))

    # What every page has

    def refresh(self, changes: Changes | None = None) -> None:
        """Show what is true now; what was typed here stays."""
        tables = ("activity", "person", "phone", "email", "group_info")
        if changes is not None and not changes.touches(*tables):
            return
        rows = self.desk.read(activities.listed)
        self._rows = {row.id: row for row in rows}
        self.studio.show_work(there_is=bool(rows))
        if not rows:
            self._activity = None
            return
        now = local(self.desk.clock.now())
        if self._activity not in self._rows:
            coming = self.desk.read(activities.upcoming, now, 1)
            self._activity = (coming or rows[-1:])[0].id
        self.studio.activity.show_rows(rows, now, self._activity)
        self._take(self._activity)

    def show_place(self, **where: object) -> None:
        """Show the flyer of one activity."""
        wanted = where.get("activity")
        if isinstance(wanted, int) and wanted in self._rows:
            self.studio.activity.show_chosen(wanted)
            self._take(wanted)

    def focus_first(self) -> None:
        """Put the keyboard in the title."""
        if self._activity is None:
            self.studio.make_activity.setFocus()
        else:
            self.studio.fields.field("title").input.setFocus()

    def print_it(self) -> None:
        """Show what will be printed, or say why nothing can be."""
        if self._error is not None:
            self.desk.tell(trouble.sentence(self._error), "care")
        else:
            self._send(self.out.print_out)

    # The flyer

    def flyer(self) -> Flyer | None:
        """Return the flyer as it is now; None without an activity."""
        own = self._own.get(self._activity) if self._activity is not None else None
        return replace(self._looks, text=own.words()) if own is not None else None

    def _take(self, activity: int) -> None:
        found = self.desk.read(queries.flyer_of, activity)
        own = self._own.setdefault(activity, OwnWords(found.text))
        own.follow(found.text)
        if activity != self._activity:
            self.studio.preview.forget()
            self.studio.gallery.forget()
            self._shown_small = ()
        self._activity = activity
        self._looks = replace(self._looks, logo=found.logo)
        self.studio.fields.show_words(own)
        self._show_looks()

    def _show_looks(self) -> None:
        self.studio.tools.show_choice(self._looks)
        self.studio.gallery.show_chosen(self._looks.format, self._looks.ink)
        self._show_out()
        self._draw()

    def _draw(self) -> None:
        flyer = self.flyer()
        if flyer is not None:
            self._asked += 1
            self._small_timer.stop()
            self.studio.preview.want(flyer if self._sees_sheet else replace(flyer, up=1))

    def _send(self, way: object) -> None:
        flyer, row = self.flyer(), self._rows.get(self._activity or 0)
        if flyer is not None and row is not None and self._error is None and callable(way):
            way(Order(row.id, row.starts_at.date(), flyer, self.studio.copies.value()))

    # What is said of it

    def _show_out(self) -> None:
        """Say how many are printed on how much paper, or why nothing can be."""
        copies, error = self.studio.copies.value(), self._error
        usual = plural_text("Print {count} flyer", "Print {count} flyers", copies)
        words = usual if error is None else _NOT_YET.get(error.kind, error.text)
        self.studio.show_buttons(words, why=None if error is None else error.text)
        self.studio.show_paper(paper_words(copies, self._looks), cutting_words(self._looks), whole=self._sees_sheet)

    def _on_drawn(self, drawn: Drawn) -> None:
        self._error = drawn.error
        warnings = list(drawn.pages.warnings) if drawn.pages is not None else []
        self.studio.show_notes([trouble.sentence(drawn.error)] if drawn.error is not None else warnings)
        self.studio.fields.show_problem(*_problem(drawn.error))
        self._show_out()
        # Without a title or somebody to ask nothing can be drawn at all: then the pictures of before say more.
        if drawn.error is None or drawn.error.kind == "too_long":
            self._small_timer.start(_QUIET_MS if self._is_same_flyer(drawn.flyer) else 0)

    # The small pictures

    def _is_same_flyer(self, flyer: Flyer) -> bool:
        """Return whether only words differ from the flyer of which the small pictures are shown."""
        return self._shown_small[1:] == self._key(flyer)[1:]

    def _key(self, flyer: Flyer) -> tuple[object, ...]:
        return flyer.text, self._activity, flyer.theme, flyer.logo, language(), self.studio.gallery.room()

    def _ask_small(self) -> None:
        flyer, mine = self.flyer(), self._asked
        if flyer is None or self.desk.store is None or self._key(flyer) == self._shown_small:
            return
        key, room = self._key(flyer), self.studio.gallery.room()

        def show(drawn: Sequence[Drawn] | None) -> None:
            if drawn is not None:
                self._shown_small = key
                self.studio.gallery.show_drawn(drawn)

        self.desk.later("flyer_examples", lambda _store: draw_examples(flyer, room, lambda: self._asked == mine), show)

    # Slots

    def _on_example(self, example: Example) -> None:
        self._looks = replace(self._looks, format=example.format, up=example.up, ink=example.ink)
        self._sees_sheet = False
        self._show_looks()

    def _on_tool(self, which: str, value: object) -> None:
        if which == "format":
            size = cast("Format", value)
            self._looks = replace(self._looks, format=size, up=max(rules.ups_of(size)))
            self._sees_sheet = False
        else:
            self._looks = replace(self._looks, **{which: value})  # type: ignore[arg-type]
        if which == "up":
            self._sees_sheet = self._looks.up > 1
        self._show_looks()

    def _on_look(self) -> None:
        self._sees_sheet = not self._sees_sheet
        self._show_looks()

    # Qt's names

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Draw nothing that nobody sees; the file may be about to close."""
        super().hideEvent(event)
        self._small_timer.stop()

    # Pictures

    def pictures(self) -> list[Picture]:
        """Return the states of this screen."""
        return [
            Picture("10-drukwerk", self._picture),
            Picture("10-drukwerk-4-op-a4", lambda: self._picture(format="A6", up=4)),
            Picture("10-drukwerk-inktbesparend", lambda: self._picture(ink="saving")),
            Picture("10-drukwerk-eigen-tekst", lambda: self._picture(theme="delft", title="Soep & brood")),
            Picture("10-drukwerk-te-lang", lambda: self._picture(body=" ".join([_LONG] * 30))),
            Picture("10-drukwerk-zonder-titel", lambda: self._picture(title="")),
            Picture("10-drukwerk-afdrukken", self._picture_of_printing),
        ]

    def _picture(self, **changed: object) -> QWidget | None:
        coming = self.desk.read(activities.upcoming, local(self.desk.clock.now()), 3)
        if not coming:
            return None
        activity = coming[-1].id
        self._own.pop(activity, None)
        looks = {name: value for name, value in changed.items() if hasattr(_FIRST, name)}
        self._looks = replace(_FIRST, **looks)  # type: ignore[arg-type]
        self._sees_sheet = "up" in looks
        self.show_place(activity=activity)
        flyer, preview = self.flyer(), self.studio.preview
        if flyer is not None:
            preview.show_drawn(draw(replace(flyer, up=1), preview.room(), lambda: True))
        for name in changed.keys() - looks.keys():
            self._own[activity].type(name, str(changed[name]))
        self._take(activity)
        return None

    def _picture_of_printing(self) -> QWidget | None:
        self._picture()
        flyer, row = self.flyer(), self._rows.get(self._activity or 0)
        if flyer is None or row is None:
            return None
        return self.out.show_dialog(Order(row.id, row.starts_at.date(), flyer, _COPIES), finish(flyer))


_LONG = "Neem gerust een stoel, een kom en een lepel mee, want wij hebben er niet genoeg voor de hele straat."


def _problem(error: UserError | None) -> tuple[str, Text | str]:
    """Return the field where an error is to be mended, and what to do there."""
    if error is None:
        return "", ""
    if error.kind == "too_long" and error.advice is not None:
        return ("body" if "count" in error.advice.values else "title"), error.advice
    return {"no_title": "title", "no_contact": "contact"}.get(error.kind, ""), error.text
