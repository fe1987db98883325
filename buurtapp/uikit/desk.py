"""What a screen holds: reading, doing, telling and going, without knowing of SQL, threads or other screens."""

from __future__ import annotations

from collections.abc import Callable
from types import CellType
from typing import TYPE_CHECKING, Any, Concatenate, Generic, Literal, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from buurtapp.core.clock import Clock
from buurtapp.core.errors import BuurtappError, DraftInvalid, OutsideTrouble
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.settings import Settings, save_settings
from buurtapp.uikit.choose import Choosing
from buurtapp.uikit.jobs import Job, Jobs, Progress

if TYPE_CHECKING:
    from concurrent.futures import Future

    from buurtapp.core.store.changes import Changes
    from buurtapp.core.store.store import Store
    from buurtapp.core.store.work import Work

_EMPTY = CellType()
P = ParamSpec("P")
T = TypeVar("T")
Kind = Literal["done", "info", "care", "wrong"]


class Desk(QObject):
    """The one thing handed to every screen. `changed` tells what was touched, after it is safe on the disk."""

    changed = Signal(object)
    file_changed = Signal()
    told = Signal(object, str, bool)
    asked_to_go = Signal(str, object)
    asked_to_save = Signal(object)
    busy_with = Signal(object, object)
    saved = Signal(bool)
    copies_changed = Signal()
    _heard = Signal(object)

    def __init__(self, jobs: Jobs, settings: Settings, clock: Clock, choosing: Choosing) -> None:
        super().__init__()
        self.jobs = jobs
        self.settings = settings
        self._own_clock = self._clock = clock
        self.choosing = choosing
        self.store: Store | None = None
        self._newest: dict[str, int] = {}
        self._heard.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    @property
    def clock(self) -> Clock:
        """The clock of the file that is open (a sample stands still), else that of the computer."""
        return self._clock if self.store is None else self.store.clock

    def use_clock(self, clock: Clock | None) -> None:
        """Go by this clock until a file is open; None: by that of the computer."""
        self._clock = clock or self._own_clock

    def set_store(self, store: Store | None) -> None:
        """Work with this group file from now on, or with none."""
        self.store = store
        if store is not None:
            store.listeners.append(self._heard.emit)
        self.file_changed.emit()

    def _pass_on(self, changes: Changes) -> None:
        # Word of the last change may come after the file was closed.
        if self.store is not None:
            self.changed.emit(changes)

    @property
    def _open(self) -> Store:
        if self.store is None:
            message = "no group file is open"
            raise RuntimeError(message)
        return self.store

    def read(self, query: Callable[Concatenate[Any, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a short question (under 50 ms) answers, at once; `query` gets a session, which we cannot name."""
        return self._open.read(query, *args, **kwargs)

    def later(self, key: str, ask: Callable[[Store], T], then: Callable[[T], None]) -> None:
        """Ask the store in the background; of several with one key only the newest answer comes."""
        self._newest[key] = self._newest.get(key, 0) + 1
        mine, store = self._newest[key], self._open

        def is_wanted() -> bool:
            return self._newest[key] == mine and self.store is store

        def show(answer: T) -> None:
            if is_wanted() and is_there(then):
                then(answer)

        job = self.jobs.start(lambda _progress: ask(store))
        job.done.connect(show)
        job.failed.connect(lambda error: self.tell_error(error) if is_wanted() else None)

    def start(self, what: Text, work: Callable[[Progress], T], then: Callable[[T], None]) -> Job:
        """Work in the background; a bar with "Stop" shows `what` when it takes longer than half a second."""
        job = self.jobs.start(work)
        job.done.connect(lambda answer: then(answer) if is_there(then) else None)
        job.failed.connect(self.tell_error)
        self.busy_with.emit(job, what)
        return job

    def do(
        self, label: Text, action: Callable[Concatenate[Work, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Doing[T]:
        """Do one thing on the store's own thread; say what comes `.then` and what when it `.failed`.

        The message bar tells the label, with a way back; `.quiet()` leaves that out.
        """
        return Doing(self, self._open.submit(label, action, *args, **kwargs), label)

    def tell(self, what: Text, kind: Kind = "done", *, undo: bool = False) -> None:
        """Say something in the message bar; with `undo` it can be taken back from there."""
        self.told.emit(what, kind, undo)

    def tell_error(self, error: object) -> None:
        """Say what went wrong in its own words; what nobody foresaw goes to the crash hook."""
        if isinstance(error, BuurtappError):
            from buurtapp.core import trouble  # noqa: PLC0415 - knows SQLite, which a window that starts has no need of

            self.tell(trouble.sentence(error), "wrong")
        elif isinstance(error, BaseException):
            raise error

    def go(self, page: str, **where: object) -> None:
        """Show another page, at a place: `go("activities", activity=3)`."""
        self.asked_to_go.emit(page, where)

    def save_settings(self, settings: Settings) -> None:
        """Change what belongs to this computer: language, look, size of the text."""
        self.asked_to_save.emit(settings)

    def keep_settings(self, settings: Settings) -> None:
        """Remember what no other screen shows, such as how a list was left: nothing is painted anew for it."""
        self.settings = settings
        save_settings(settings)

    def undo(self) -> None:
        """Take the last thing back."""
        self._back(lambda store: store.undo(), N_("Undone: {what}"), N_("There is nothing to undo."))

    def redo(self) -> None:
        """Do again what was taken back."""
        self._back(lambda store: store.redo(), N_("Done again: {what}"), N_("There is nothing to do again."))

    def _back(self, take: Callable[[Store], Text | None], done: str, nothing: str) -> None:
        if self.store is None:
            return

        def say(label: Text | None) -> None:
            self.tell(text(done, what=label) if label is not None else text(nothing))

        self.later("undo", take, say)


def is_there(call: Callable[..., object]) -> bool:
    """Return whether the widgets that a call belongs to still exist: an answer may come after its screen was closed."""
    cells = getattr(call, "__closure__", None) or ()
    owners = [getattr(call, "__self__", None), *(cell.cell_contents for cell in cells if cell != _EMPTY)]
    return all(isValid(owner) for owner in owners if isinstance(owner, QObject))


class Doing(QObject, Generic[T]):
    """Something on its way to the disk."""

    def __init__(self, desk: Desk, future: Future[T], label: Text) -> None:
        super().__init__(desk)
        self._desk = desk
        self._label = label
        self._is_told = True
        self._then: Callable[[T], None] | None = None
        self._failed: Callable[[DraftInvalid], None] | None = None
        desk.jobs.then(future, self._done, self._wrong)

    def then(self, call: Callable[[T], None]) -> Doing[T]:
        """Call this with the answer, once it is saved."""
        self._then = call
        return self

    def failed(self, call: Callable[[DraftInvalid], None]) -> Doing[T]:
        """Call this when fields are wrong, instead of telling it in the message bar."""
        self._failed = call
        return self

    def quiet(self) -> Doing[T]:
        """Say nothing in the message bar when it is saved: the screen shows it already."""
        self._is_told = False
        return self

    def _done(self, answer: T) -> None:
        self._desk.saved.emit(True)  # noqa: FBT003 - a signal's shape
        if self._is_told:
            self._desk.tell(self._label, undo=True)
        if self._then is not None and is_there(self._then):
            self._then(answer)
        self.deleteLater()

    def _wrong(self, error: BaseException) -> None:
        self.deleteLater()
        if isinstance(error, OutsideTrouble):
            self._desk.saved.emit(False)  # noqa: FBT003 - a signal's shape
        if isinstance(error, DraftInvalid) and self._failed is not None:
            if is_there(self._failed):
                self._failed(error)
        else:
            self._desk.tell_error(error)
