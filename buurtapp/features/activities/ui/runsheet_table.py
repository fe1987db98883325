"""The table of jobs: a box to tick, what, who with an initial in a disc, when; and the keys for all of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter

from buurtapp.core.i18n import N_, text
from buurtapp.features.activities.runsheet import rules, wording
from buurtapp.features.activities.runsheet.records import PHASES, JobRow
from buurtapp.uikit import icons
from buurtapp.uikit import theme as look
from buurtapp.uikit.paged_model import Column, Group, PagedModel, ShortModel
from buurtapp.uikit.table import RowDelegate, Table
from buurtapp.uikit.words import one_line, say

_TITLE, _WHO, _WHEN = 1, 2, 3
_DISC = 26
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class JobLine:
    """A job as it stands in the table: its words, and how it is with it."""

    row: JobRow
    who: str
    when: str
    state: rules.JobState
    wants_somebody: bool = False

    @property
    def initial(self) -> str:
        """The first letter of who leads it, "" when it is nobody, or all of them."""
        if self.row.owner is None:
            return ""
        return self.row.owner.short[:1].upper()

    @property
    def tells_time(self) -> bool:
        """Whether the time asks for attention: today, or past."""
        return self.state in {"today", "late"}


def lines_of(rows: Sequence[JobRow], starts_at: datetime, today: date) -> list[JobLine]:
    """Return jobs as they stand in the table, in the present language."""
    names = rules.short_names(one for row in rows for one in (row.owner, *row.helpers) if one is not None)
    return [_line(row, names, starts_at, today) for row in rows]


def _line(row: JobRow, names: Mapping[int, str], starts_at: datetime, today: date) -> JobLine:
    state = rules.state(row, starts_at, today)
    who = wording.who_words(row, names)
    wanted = wording.wanted_words(row)
    wants = rules.wants_somebody(row, starts_at, today)
    if wanted is not None and state != "done":
        who = f"{who}, {wanted.render()}"
    if state == "done":
        when = say(text(N_("done")))
    elif state == "today":
        when = say(text(N_("today")))
    else:
        when = wording.short_when(row.draft.when, starts_at)
    return JobLine(row, say(text(N_("who?"))) if wants else who, when, state, wants)


class JobDelegate(RowDelegate):
    """Draws a job: quiet when it is done, with the initial of who leads it."""

    def _paint_cell(self, painter: QPainter, rect: QRect, index: _Index, made: Column[object], record: object) -> None:
        if not isinstance(record, JobLine) or index.column() not in (_TITLE, _WHO, _WHEN):
            super()._paint_cell(painter, rect, index, made, record)
            return
        place = rect.adjusted(8, 0, -8, 0)
        if index.column() == _TITLE:
            chosen = self._view.selectionModel().isRowSelected(index.row(), QModelIndex())
            quiet = record.state == "done" and not chosen
            _draw(painter, place, one_line(made.text(record)), "ink-2" if quiet else "ink", 700 if chosen else 400)
        elif index.column() == _WHO:
            self._paint_who(painter, place, record)
        else:
            role = "care" if record.tells_time else "ink-2" if record.state == "done" else "ink"
            _draw(painter, place, record.when, role, 600 if record.tells_time else 400)

    def _paint_who(self, painter: QPainter, place: QRect, line: JobLine) -> None:
        theme = look.current()
        if line.wants_somebody:
            _draw(painter, place, line.who, "care", 600)
            return
        if not line.who:
            return
        side = theme.px(_DISC)
        disc = QRectF(place.left(), place.center().y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ramp-1"))
        painter.drawEllipse(disc)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if line.initial:
            painter.setFont(theme.font("caption", 700))
            painter.setPen(theme.color("ink"))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, line.initial)
        else:
            small = theme.px(16)
            picture = icons.pixmap("users", theme.color("ink").name(), small, painter.device().devicePixelRatioF())
            painter.drawPixmap(int(disc.center().x() - small / 2), int(disc.center().y() - small / 2), picture)
        if place.width() > 2 * side:
            _draw(painter, place.adjusted(side + 8, 0, 0, 0), one_line(line.who), "ink")


def _draw(painter: QPainter, place: QRect, words: str, role: str, weight: int = 400) -> None:
    theme = look.current()
    font = theme.font("body", weight)
    painter.setFont(font)
    painter.setPen(theme.color(role))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


class JobTable(Table):
    """The jobs of an activity by phase. `ticked` names a row that is done, or is not; `moved` a step up or down."""

    ticked = Signal(int)
    moved = Signal(int)
    deleted = Signal()

    def __init__(self) -> None:
        self.jobs: ShortModel[JobLine] = ShortModel(
            (
                Column("", lambda _line: "", "tick", 44),
                Column(text(N_("Job")), lambda line: line.row.draft.title),
                Column(text(N_("Who")), lambda line: line.who, "plain", 150),
                Column(
                    text(N_("When")),
                    lambda line: line.when,
                    "plain",
                    116,
                ),
            )
        )
        super().__init__(text(N_("Jobs")), self.jobs)
        self.setItemDelegate(JobDelegate(self))

    def show_lines(self, lines: Sequence[JobLine]) -> None:
        """Show jobs below the names of their phases, which say how far they are."""
        groups = []
        for phase in PHASES:
            mine = [line for line in lines if line.row.draft.phase == phase]
            if mine:
                groups.append((Group(wording.PHASE_WORDS[phase], wording.done_words(one.row for one in mine)), mine))
        self.jobs.set_grouped(groups)
        self.jobs.ticked = {at for at, line in enumerate(self.jobs.records()) if line.row.done_at is not None}

    def chosen_line(self) -> JobLine | None:
        """Return the job that has the keyboard."""
        return self.jobs.record(self.currentIndex().row())

    def choose_job(self, number: int) -> bool:
        """Put the keyboard on a job; return whether it is there."""
        at = next((at for at, line in enumerate(self.jobs.records()) if line.row.id == number), -1)
        if at >= 0:
            self.choose(self.jobs.row_of(at))
        return at >= 0

    def choose_next(self) -> None:
        """Put the keyboard on the first job that is not done, else on the first."""
        line = next((one for one in self.jobs.records() if one.row.done_at is None), None)
        if line is not None:
            self.choose_job(line.row.id)
        else:
            self.choose_first()

    def ground(self, line: object) -> str:
        """Return the ground of a row: what is done is quiet, not chosen."""
        return "surface" if isinstance(line, JobLine) and line.state == "done" else ""

    def paged(self) -> PagedModel[JobLine]:
        """Return the model."""
        return self.jobs

    def _toggle(self, row: int) -> None:
        if self.jobs.record(row) is not None:
            self.ticked.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move with Alt and an arrow, change with F2, delete with Delete."""
        key = event.key()
        is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if is_alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_F2:
            self.opened.emit(self.currentIndex().row())
        elif key == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)
