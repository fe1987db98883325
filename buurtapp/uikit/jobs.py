"""Work in the background: a small pool, answers on the thread of the screen, progress that is also the way to stop.

A job is a function that gets `progress(done, total)`; calling that raises Cancelled once the coordinator pressed Stop.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from threading import Event
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from buurtapp.core.errors import Cancelled

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Progress = Callable[[int, int], None]
T = TypeVar("T")
_WORKERS = 2


class Job(QObject):
    """One piece of work on its way. Its signals come on the thread of the screen, each ending exactly once."""

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()

    def stop(self) -> None:
        """Ask the work to stop; it does so at its next word of progress."""
        self._stop.set()

    def progress(self, done: int, total: int) -> None:
        """Tell how far the work is; raises Cancelled when it is to stop. Called by the work itself."""
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, total)


class _Carrier(QObject):
    """Brings an answer from any thread to the thread this object was made in."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def _call(self, what: object) -> None:
        if callable(what):
            what()


class Jobs:
    """The pool. Made on the thread of the screen; `close` waits for what is under way."""

    def __init__(self) -> None:
        self._made: ThreadPoolExecutor | None = None
        self._carrier = _Carrier()
        self._under_way: set[Job] = set()
        self._awaited: set[Future[Any]] = set()

    def start(self, work: Callable[[Progress], T]) -> Job:
        """Start work in the background and return its job, whose signals tell how it goes."""
        job = Job()
        self._under_way.add(job)
        # The work speaks the language of who asked for it.
        future = self._pool().submit(copy_context().run, work, job.progress)
        future.add_done_callback(lambda ended: self._on_screen(lambda: self._end(job, ended)))
        return job

    def _pool(self) -> ThreadPoolExecutor:
        if self._made is None:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - after the first picture

            self._made = ThreadPoolExecutor(_WORKERS, "job")
        return self._made

    def then(self, future: Future[T], done: Callable[[T], None], failed: Callable[[BaseException], None]) -> None:
        """Call one of the two on the thread of the screen when a future of somebody else ends."""
        self._awaited.add(future)

        def tell() -> None:
            self._awaited.discard(future)
            error = future.exception()
            if error is None:
                done(future.result())
            else:
                failed(error)

        future.add_done_callback(lambda _ended: self._on_screen(tell))

    def _on_screen(self, call: Callable[[], None]) -> None:
        self._carrier.arrived.emit(call)

    def _end(self, job: Job, ended: Future[T]) -> None:
        self._under_way.discard(job)
        error = ended.exception()
        if error is None:
            job.done.emit(ended.result())
        elif isinstance(error, Cancelled):
            job.stopped.emit()
        else:
            job.failed.emit(error)

    def is_idle(self) -> bool:
        """Return whether nothing is under way whose answer a screen still waits for."""
        return not self._under_way and not self._awaited

    def close(self) -> None:
        """Stop what is under way and wait for it."""
        for job in self._under_way:
            job.stop()
        if self._made is not None:
            self._made.shutdown(wait=True)
