"""The last step: what will be saved, and what stays to be sorted out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.people.importing import wording
from buurtapp.features.people.importing.records import Change, ImportResult, Plan, Problem
from buurtapp.features.people.ui.importing import words
from buurtapp.features.people.ui.importing.draft import ImportDraft
from buurtapp.features.people.ui.importing.parts import SideBySide, scrolling, stacked
from buurtapp.features.people.ui.importing.preview import Preview, double_rows, loose_rows
from buurtapp.uikit.controls import Card, Heading, Icon, Line, Note, PlainLabel
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.table import COMPACT_ROW, Table
from buurtapp.uikit.words import figure, one_line


class SummaryStep(QWidget):
    """Tells in counts what reading the list in will do."""

    def __init__(self, draft: ImportDraft) -> None:
        super().__init__()
        self._draft = draft
        self._build()
        draft.planned.connect(self.show_plan)

    def _build(self) -> None:
        stacked(self).addWidget(SideBySide(self._build_counts(), self._build_apart()))

    def _build_counts(self) -> Card:
        card = Card()
        inner = QWidget()
        box = stacked(inner, (16, 14, 16, 16), 10)
        self.heading = Heading(text(N_("This comes in")), "h2", wrap=True)
        box.addWidget(self.heading)
        self.counts: dict[str, PlainLabel] = {}
        self._lines: dict[str, QWidget] = {}
        for name, icon in (
            ("people", "users"),
            ("addresses", "house"),
            ("changed", "merge"),
            ("labelled", "tag"),
            ("skipped", "x"),
            ("nameless", "map-pin"),
            ("apart", "clock"),
        ):
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
            self.counts[name] = PlainLabel("", strong=name in {"people", "addresses"})
            row.addWidget(Icon(icon, "primary" if name in {"people", "addresses"} else "ink-2"))
            row.setAlignment(Qt.AlignmentFlag.AlignTop)
            row.addWidget(self.counts[name], 1)
            box.addWidget(line)
            self._lines[name] = line
        self.safe = Note("info")
        box.addWidget(self.safe)
        box.addStretch(1)
        stacked(card, (1, 1, 1, 1)).addWidget(scrolling(inner))
        return card

    def _build_apart(self) -> Card:
        card = Card()
        box = stacked(card, (1, 1, 1, 1))
        box.addWidget(self._build_changes(), 3)
        head = QWidget()
        inside = stacked(head, (16, 14, 16, 12), 4)
        inside.addWidget(Heading(text(N_("To sort out later")), "h2", wrap=True))
        self.why = PlainLabel("", "second", size="small")
        inside.addWidget(self.why)
        self._model = ShortModel(_columns())
        self.table = Table(text(N_("To sort out later")), self._model, base_row=COMPACT_ROW)
        self.table.setProperty("kind", "inner")
        box.addWidget(head)
        box.addWidget(self.table, 2)
        self._rest = QWidget()
        box.addWidget(self._rest, 1)
        return card

    def _build_changes(self) -> QWidget:
        self._changed = QWidget()
        box = stacked(self._changed)
        head = QWidget()
        inside = stacked(head, (16, 14, 16, 12), 4)
        self.changed_heading = Heading(text(N_("What will be different")), "h2", wrap=True)
        inside.addWidget(self.changed_heading)
        self._changes = ShortModel(_change_columns())
        self.changes = Table(text(N_("What will be different")), self._changes, base_row=COMPACT_ROW)
        self.changes.setProperty("kind", "inner")
        box.addWidget(head)
        box.addWidget(self.changes, 1)
        box.addWidget(Line())
        return self._changed

    def show_plan(self) -> None:
        """Show the counts of the list as it is understood now."""
        shown = self._draft.shown
        if shown is None:
            return
        for name, (words_, count) in _counts(self._draft, shown).items():
            self.counts[name].set_words(words_)
            self._lines[name].setVisible(count > 0 or name in {"people", "addresses"})
        self.heading.set_words(text(N_("This comes in")))
        self.changed_heading.set_words(text(N_("What will be different")))
        self.safe.set_words(
            text(N_("Nothing is saved yet. First we make a copy of your file. Afterwards you can undo it all at once."))
        )
        apart = loose_ends(shown.plan)
        self._show_changes(self._draft.foreseen().changes)
        self._model.set_records(apart)
        self.table.setVisible(bool(apart))
        self._rest.setVisible(not apart and not self._changes.records())
        self.why.set_words(
            text(N_("We did not understand these cells. Nothing is lost: the text is kept."))
            if apart
            else text(N_("We understood every row."))
        )

    def show_done(self, done: ImportResult) -> None:
        """Show what was changed, after it was saved."""
        self.heading.set_words(text(N_("This came in")))
        self.changed_heading.set_words(text(N_("What is different now")))
        self.safe.set_words(text(N_("Everything is saved. With Undo you take it all back at once.")))
        self._show_changes(done.changes)

    def _show_changes(self, changes: Sequence[Change]) -> None:
        self._changes.set_records(list(changes))
        self._changed.setVisible(bool(changes))


def loose_ends(plan: Plan) -> list[Problem]:
    """Return what stays to be sorted out by hand."""
    told = {problem.row for problem in plan.problems}
    alone = [Problem(row.number, "", "name_missing", row.loose) for row in plan.rows if row.loose]
    alone = [one for one in alone if one.row not in told]
    return sorted([*plan.problems, *alone], key=lambda one: (one.row, one.column))


def _columns() -> list[Column[Problem]]:
    return [
        Column(text(N_("Row")), lambda one: figure(one.row), "number", 52),
        Column(text(N_("What stands there")), lambda one: one.text or one.column, width=0),
        Column(
            text(N_("What is wrong")),
            lambda one: words.of_problem(one).render(),
            "state",
            196,
            icon=lambda _one: "triangle-alert",
            role=lambda _one: "care",
        ),
    ]


def _change_columns() -> list[Column[Change]]:
    return [
        Column(text(N_("Row")), lambda one: figure(one.row), "number", 52),
        Column(text(N_("Name")), lambda one: one_line(one.name), width=150),
        Column(
            text(N_("What is different")),
            lambda one: one_line(wording.changed(one).render()),
            width=0,
            role=lambda one: "care" if one.is_conflict else "",
        ),
    ]


def _counts(draft: ImportDraft, shown: Preview) -> dict[str, tuple[Text, int]]:
    result = draft.foreseen()
    skipped = sum(1 for row in double_rows(shown) if draft.decided.get(row, "skip") == "skip")
    labelled = len(shown.plan.missing) if draft.labelled else 0
    apart = loose_rows(shown.plan)
    nameless = sum(1 for row in shown.rows if row.state == "wrong" and row.has_door)
    counts = {
        "people": result.people,
        "addresses": result.addresses,
        "changed": result.changed,
        "labelled": labelled,
        "skipped": skipped,
        "nameless": nameless,
        "apart": apart,
    }
    said = {
        "people": plural_text("{count} new person", "{count} new people", result.people),
        "addresses": plural_text("{count} new address", "{count} new addresses", result.addresses),
        "changed": plural_text("{count} person changes", "{count} people change", result.changed),
        "labelled": plural_text(
            "{count} gets the label “no longer in the list”",
            "{count} get the label “no longer in the list”",
            labelled,
        ),
        "skipped": plural_text("{count} double row left out", "{count} double rows left out", skipped),
        "nameless": plural_text(
            "{count} row has no name: only the address comes in",
            "{count} rows have no name: only the addresses come in",
            nameless,
        ),
        "apart": plural_text(
            "{count} row kept apart, to sort out later", "{count} rows kept apart, to sort out later", apart
        ),
    }
    return {name: (said[name], counts[name]) for name in said}
