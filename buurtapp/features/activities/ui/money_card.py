"""Money and receipts of one activity: who pays, plan against real, every receipt, photos, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.activities.money import actions, queries, rules
from buurtapp.features.activities.money.records import Account, FundRow, Gap, LineRow, PhotoRow, ReceiptRow
from buurtapp.features.activities.money.typed import size_words
from buurtapp.features.activities.records import ActivityCard
from buurtapp.features.activities.ui.money_fund import FundDialog
from buurtapp.features.activities.ui.money_lines import LinesPart, typed_field
from buurtapp.features.activities.ui.money_missing import MissingList
from buurtapp.features.activities.ui.money_paper import print_account
from buurtapp.features.activities.ui.money_photos import PhotosPart
from buurtapp.features.activities.ui.money_receipts import ReceiptsPart
from buurtapp.uikit.controls import Button, Card, Heading, Line
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import Flow, FlowRow, Inline
from buurtapp.uikit.form import CalmComboBox
from buurtapp.uikit.words import say

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes
    from buurtapp.core.store.store import Store

_TABLES = ("fund", "budget_line", "receipt", "photo", "attachment", "activity", "evaluation", "job")
_NEW = -1
_KINDS = {"": "second", "far": "second", "near": "care", "late": "wrong"}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the card shows of an activity."""

    lines: tuple[LineRow, ...]
    receipts: tuple[ReceiptRow, ...]
    photos: tuple[PhotoRow, ...]
    funds: tuple[FundRow, ...]
    fund: FundRow | None
    account: Account


def load(store: Store, activity: int) -> Shown:
    """Return everything the card shows; for the background."""
    account = store.read(queries.account_of_activity, activity, local(store.clock.now()))
    lines = store.read(queries.lines_of_activity, activity)
    return Shown(
        tuple(lines),
        tuple(store.read(queries.receipts, [line.id for line in lines])),
        account.photos,
        tuple(store.read(queries.funds)),
        account.fund,
        account,
    )


class MoneyCard(Card):
    """The card. `wanted_count` says that somebody is to note who came."""

    wanted_count = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._activity = 0
        self._shown: Shown | None = None
        self._out: Any = None
        self._is_old = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.deadline = Inline("", "second")
        self.fund = CalmComboBox()
        self.fund.setMinimumContentsLength(14)
        self.fund_button = Button(text(N_("About this fund")), "quiet", "euro")
        self.lines = LinesPart(self._desk)
        self.receipts = ReceiptsPart(self._desk)
        self.photos = PhotosPart(self._desk)
        self.missing = MissingList()
        self.stored = Inline("", "second", size="small")
        self.folder_button = Button(text(N_("Make the folder (pdf)")), "secondary", "folder")
        self.fund_label = Inline(text(N_("Paid from")), strong=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Heading(text(N_("Money and receipts")), "h2"), 1)
        head.addWidget(self.deadline)
        box.addLayout(head)
        box.addWidget(FlowRow([self.fund_label, self.fund, self.fund_button], gap=8))
        for part in (self.lines, self.receipts, Line(), self.photos, self.missing):
            box.addWidget(part)
        foot = Card("sunken")
        flow = Flow(foot, 12)
        flow.setContentsMargins(10, 8, 10, 8)
        flow.addWidget(self.stored)
        flow.push()
        flow.addWidget(self.folder_button)
        box.addWidget(foot)

    def _connect(self) -> None:
        self._desk.changed.connect(self._refresh)
        self.lines.chosen.connect(self._show_receipts)
        self.fund.activated.connect(self._choose_fund)
        self.fund_button.clicked.connect(self.open_fund)
        self.missing.wanted.connect(self.go_to)
        self.folder_button.clicked.connect(self.make_folder)

    # What is shown

    def show_card(self, card: ActivityCard) -> None:
        """Show the money of an activity."""
        self._activity = card.id
        self._load()

    def _refresh(self, changes: Changes) -> None:
        if self._activity and changes.touches(*_TABLES):
            self._is_old = True
            if self.isVisible():
                self._load()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show what was changed meanwhile."""
        super().showEvent(event)
        if self._is_old:
            self._load()

    def _load(self) -> None:
        number = self._activity
        self._is_old = False
        self._desk.later("money", lambda store: load(store, number), self.show_now)

    def show_now(self, shown: Shown) -> None:
        """Show what was read."""
        self._shown = shown
        fund = shown.fund
        self.lines.show_lines(shown.lines, self._activity, None)
        self._show_receipts()
        self.photos.show_photos(shown.photos, self._activity)
        self._show_funds(shown)
        today = self._desk.clock.today()
        self.deadline.set_words(rules.deadline_words(fund, today) if fund is not None else "")
        self.deadline.set_kind(_KINDS[rules.nearness(fund, today)])
        self.missing.show_gaps(rules.missing(shown.account), rules.done(shown.account))
        kept = shown.account.stored
        self.stored.set_words(
            plural_text(
                "{count} paper or photo in the file, {size}",
                "{count} papers and photos in the file, {size}",
                kept.count,
                size=size_words(kept.size),
            )
        )

    def _show_receipts(self) -> None:
        line = self.lines.line()
        rows = [] if self._shown is None or line is None else self._shown.receipts
        self.receipts.show_receipts(line, [row for row in rows if line and row.line_id == line.id], self._activity)

    def _show_funds(self, shown: Shown) -> None:
        self.fund.clear()
        self.fund.addItem(say(text(N_("no fund"))), None)
        for row in shown.funds:
            self.fund.addItem(row.name, row.id)
        self.fund.addItem(say(text(N_("New fund…"))), _NEW)
        self.fund.setAccessibleName(say(text(N_("Paid from"))))
        self.fund.setCurrentIndex(max(0, self.fund.findData(shown.fund.id if shown.fund is not None else None)))
        self.fund_button.setVisible(shown.fund is not None)

    # What is done

    def _choose_fund(self, at: int) -> None:
        chosen, shown = self.fund.itemData(at), self._shown
        if shown is None:
            return
        now = shown.fund.id if shown.fund is not None else None
        if chosen == _NEW:
            self._show_funds(shown)
            self._open_dialog(None)
        elif chosen != now:
            name = next((row.name for row in shown.funds if row.id == chosen), "")
            self._desk.do(actions.fund_set_label(shown.account.title, name), actions.set_fund, self._activity, chosen)

    def open_fund(self) -> None:
        """Show the facts of the fund that pays."""
        if self._shown is not None and self._shown.fund is not None:
            self._open_dialog(self._shown.fund.id)

    def _open_dialog(self, number: int | None) -> FundDialog:
        dialog = FundDialog(self._desk, self, number, self._activity)
        dialog.open()
        return dialog

    def make_folder(self) -> None:
        """Make the folder of this activity and show it."""
        if self._activity:
            self._out = print_account(self._desk, self._activity, self)

    def go_to(self, gap: Gap) -> None:
        """Put the keyboard where this is filled in."""
        if gap.line_id is not None:
            self.lines.choose_line(gap.line_id)
        if gap.kind == "receipt":
            self.receipts.choose_receipt(gap.receipt_id)
        elif gap.kind in {"plan", "over"}:
            self.lines.begin_edit("planned")
        elif gap.kind == "amount":
            typed_field(self.lines.entry).setFocus()
        elif gap.kind == "photo":
            self.photos.add_button.setFocus()
        elif gap.kind in {"attendance", "evaluation"}:
            self.wanted_count.emit()
        else:
            self.open_fund()
