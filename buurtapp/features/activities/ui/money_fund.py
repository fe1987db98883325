"""A fund: its facts, what it pays, its lines, what its account still misses, and the folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.errors import DraftInvalid, DraftProblem
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities.money import actions, queries, rules
from buurtapp.features.activities.money.records import Account, FundDraft, FundRow, Gap
from buurtapp.features.activities.money.typed import bare, day_typed, parse_day
from buurtapp.features.activities.ui.money_lines import LinesPart, typed_field
from buurtapp.features.activities.ui.money_missing import MissingList
from buurtapp.features.activities.ui.money_paper import print_fund
from buurtapp.uikit.controls import Button, Card, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.form import Form, line
from buurtapp.uikit.words import day as day_words

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes
    from buurtapp.core.store.store import Store

_DAYS = ("deadline", "signed_on", "sent_on")
_TEXTS = ("name", "giver", "reference", "granted", "signer")
_KINDS = {"": "second", "far": "second", "near": "care", "late": "wrong"}
_TABLES = ("fund", "budget_line", "receipt", "photo", "activity", "evaluation")
_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class FundShown:
    """What is shown of a fund; None when it is gone."""

    fund: FundRow | None
    account: Account | None


def load_fund(store: Store, number: int) -> FundShown:
    """Return everything that is shown of a fund; for the background."""
    if number not in {row.id for row in store.read(queries.funds)}:
        return FundShown(None, None)
    account = store.read(queries.account_of_fund, number, local(store.clock.now()))
    return FundShown(account.fund, account)


class FundDialog(QDialog):
    """A fund, or a new one that is to pay an activity. Escape closes it."""

    def __init__(self, desk: Desk, parent: QWidget, number: int | None, activity: int | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._number = number
        self._activity = activity
        self._shown: FundShown | None = None
        self._out: Any = None
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text(N_("Fund")).render())
        window = parent.window()
        self.resize(min(window.width() - 40, 760), min(window.height() - 40, 760))
        self._build()
        self._connect()
        self._show_parts(known=number is not None)
        if number is not None:
            self._load()
        typed_field(self.form.field("name")).setFocus()

    def _build(self) -> None:
        self.title = Heading(text(N_("New fund")), wrap=True)
        self.deadline = PlainLabel("", "second", strong=True)
        self.form = _fund_form()
        self.save_button = Button(text(N_("Save")), "primary")
        self.close_button = Button(text(N_("Close")), "secondary")
        self.delete_button = Button(text(N_("Delete this fund")), "quiet", "trash-2")
        self.folder_button = Button(text(N_("Make the folder (pdf)")), "secondary", "folder")
        self.pays = PlainLabel("", "second")
        self.lines = LinesPart(self._desk)
        self.missing = MissingList()
        self.lines_title = Heading(text(N_("Budget lines of this fund")), "h2")
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        box = QVBoxLayout(inside)
        box.setSpacing(12)
        facts = Card()
        around = QVBoxLayout(facts)
        around.setContentsMargins(16, 14, 16, 14)
        around.addWidget(self.form)
        for part in (self.title, self.deadline, facts, self.pays, self.lines_title, self.lines, self.missing):
            box.addWidget(part)
        box.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.addWidget(area, 1)
        whole.addWidget(FlowRow([self.save_button, self.folder_button, self.close_button, self.delete_button], gap=8))

    def _connect(self) -> None:
        self._desk.changed.connect(self._refresh)
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.accept)
        self.delete_button.clicked.connect(self._delete)
        self.folder_button.clicked.connect(self._make_folder)
        self.missing.wanted.connect(self._go_to)
        for name in (*_TEXTS, *_DAYS):
            typed_field(self.form.field(name)).returnPressed.connect(self.save)

    # What is shown

    def _show_parts(self, *, known: bool) -> None:
        for part in (self.deadline, self.pays, self.lines_title, self.lines, self.missing):
            part.setVisible(known)
        self.folder_button.setVisible(known)
        self.delete_button.setVisible(known)

    def _refresh(self, changes: Changes) -> None:
        if self._number is not None and changes.touches(*_TABLES):
            self._load()

    def _load(self) -> None:
        number = self._number or 0
        self._desk.later("money-fund", lambda store: load_fund(store, number), self.show_fund)

    def show_fund(self, shown: FundShown) -> None:
        """Show a fund as it is now; one that is gone closes."""
        fund, account = shown.fund, shown.account
        if fund is None or account is None:
            self.accept()
            return
        if self._shown is None or self._shown.fund != fund:
            self._fill(fund)
        self._shown = shown
        today = self._desk.clock.today()
        self.title.set_words(fund.name)
        self.deadline.set_words(rules.deadline_words(fund, today))
        self.deadline.set_kind(_KINDS[rules.nearness(fund, today)])
        self.lines.show_lines(account.lines, None, fund.id)
        self.missing.show_gaps(rules.missing(account), rules.done(account))
        self.pays.set_words(_pays(account))

    def _fill(self, fund: FundRow) -> None:
        values = {
            **{name: getattr(fund, name) for name in _TEXTS},
            "granted": bare(fund.granted) if fund.granted else "",
        }
        for name, value in values.items():
            self.form.set_value(name, value)
        for name in _DAYS:
            self.form.set_value(name, day_typed(getattr(fund, name)))
        self.form.show_problems(())

    # What is done

    def save(self) -> None:
        """Save what is typed; a new fund pays the activity from which it was made."""
        problems, days = self._days()
        if problems:
            self.form.show_problems(problems)
            return
        values = {name: self.form.text(name) for name in _TEXTS}
        draft = FundDraft(**values, **days)  # type: ignore[arg-type]
        name = draft.name.strip()
        if self._number is None:
            doing = self._desk.do(actions.fund_added_label(name), actions.add_fund, draft, self._activity)
            doing.failed(self._wrong).then(self._added)
        else:
            changing = self._desk.do(actions.fund_changed_label(name), actions.change_fund, self._number, draft)
            changing.failed(self._wrong).then(lambda _done: self.form.show_problems(()))

    def _days(self) -> tuple[list[DraftProblem], dict[str, date | None]]:
        found: list[DraftProblem] = []
        days: dict[str, date | None] = {}
        for name in _DAYS:
            typed = self.form.text(name).strip()
            days[name] = parse_day(typed, self._desk.clock.today(), ahead=name == "deadline")
            if typed and days[name] is None:
                found.append(DraftProblem(name, text(N_("Write a day like 1-11-2026, or leave it empty."))))
        return found, days

    def _wrong(self, wrong: DraftInvalid) -> None:
        self.form.show_problems(wrong.problems)

    def _added(self, number: int) -> None:
        self._number = number
        self.form.show_problems(())
        self._show_parts(known=True)
        self._load()

    def _delete(self) -> None:
        if self._number is not None:
            said = actions.fund_deleted_label(self.form.text("name"))
            self._desk.do(said, actions.delete_fund, self._number).then(lambda _done: self.accept())

    def _make_folder(self) -> None:
        if self._number is not None:
            self._out = print_fund(self._desk, self._number, self)

    def _go_to(self, gap: Gap) -> None:
        """Put the keyboard where this is filled in: here, or at the activity."""
        if gap.kind in {"reference", "deadline", "granted"}:
            typed_field(self.form.field(gap.kind)).setFocus()
        elif gap.kind == "signature":
            name = "signed_on" if self.form.text("signer").strip() else "signer"
            typed_field(self.form.field(name)).setFocus()
        elif gap.kind in {"plan", "over"} and gap.line_id is not None:
            self.lines.choose_line(gap.line_id)
            self.lines.begin_edit("planned")
        elif gap.kind == "amount":
            typed_field(self.lines.entry).setFocus()
        elif (gap.activity_id or self._activity) is not None:
            number = gap.activity_id or self._activity
            self.accept()
            self._desk.go("activities", activity=number, tab="after")


def _fund_form() -> Form:
    form = Form()
    form.add(("name", line(text(N_("What the fund is called")))), ("giver", line(text(N_("Who gives it")))))
    form.add(
        ("granted", line(text(N_("How much")), placeholder="1.500")),
        ("reference", line(text(N_("Number in their letter")))),
    )
    form.add(
        ("deadline", line(text(N_("To be handed in by")), placeholder="1-11-2026")),
        ("sent_on", line(text(N_("Handed in on")), placeholder="30-10-2026")),
    )
    form.add(
        ("signer", line(text(N_("Treasurer who signs")))),
        ("signed_on", line(text(N_("Signed on")), placeholder="28-10-2026")),
    )
    return form


def _pays(account: Account) -> Text:
    if not account.held:
        return text(N_("Pays no activity yet. Choose this fund at an activity, on its tab Afterwards."))
    named = [f"{one.title} ({day_words(one.starts_at.date(), 'd MMM')})" for one in account.held[-_MOST_NAMED:]]
    listed = ", ".join(named) if len(named) == len(account.held) else f"… {', '.join(named)}"
    return plural_text(
        "Pays {count} activity: {which}", "Pays {count} activities: {which}", len(account.held), which=listed
    )
