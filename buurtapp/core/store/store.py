"""The store: one group file, read by queries and changed by actions.

`read(query, …)` gives a query a session and returns its records. `write(label, action, …)` gives an action a `Work`,
commits what it did as one operation of the journal, and tells the listeners afterwards. Writes go through one thread.
"""

from __future__ import annotations

import contextvars
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection, Engine, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from buurtapp.core import trouble
from buurtapp.core.clock import Clock, SystemClock
from buurtapp.core.errors import BuurtappError, OutsideTrouble, UserError
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store import backup as copies
from buurtapp.core.store import check, engine, file, journal, migrate, prepare
from buurtapp.core.store.changes import Changes
from buurtapp.core.store.slot import Slot, is_held_here, open_elsewhere
from buurtapp.core.store.tables import store_info
from buurtapp.core.store.work import Work, session_for

P = ParamSpec("P")
T = TypeVar("T")
Listener = Callable[[Changes], None]


class Store:
    """An open group file. Use as a context manager, or `close` it."""

    def __init__(self, path: Path, clock: Clock, slot: Slot | None) -> None:
        self.path = path
        self.clock = clock
        self.listeners: list[Listener] = []
        self.saved_at: datetime | None = None
        self._slot = slot
        self._worker = ThreadPoolExecutor(1, "store")
        self._reader = engine.reader(path)
        self._writer = engine.writer(path) if slot is not None else None
        self._identity = file.identity(path)
        self._data_version: int | None = None
        self._counter = 0

    # Opening and closing

    @classmethod
    def create(cls, path: Path, clock: Clock | None = None) -> Store:
        """Make a new group file and open it; raises UserError "file_exists" rather than touch an old one."""
        if path.exists():
            raise UserError(
                "file_exists",
                text(N_("There is already a file {name}. It was not touched."), name=path.name),
                text(N_("Open that file, or choose another name.")),
            )
        half = path.with_name(f".{path.name}.half")
        try:
            half.unlink(missing_ok=True)
            prepare.make_schema(half)
            half.rename(path)
        except OSError as error:
            raise trouble.from_os(error, path) from error
        finally:
            for left in (half, half.with_name(half.name + "-journal")):
                left.unlink(missing_ok=True)
        return cls.open(path, clock)

    @classmethod
    def open(cls, path: Path, clock: Clock | None = None, *, read_only: bool = False, take_over: bool = False) -> Store:
        """Open a group file: look first, take the slot, check, migrate an older file after a verified copy.

        Raises OutsideTrouble with its own sentence for a missing, empty, foreign, damaged, newer, read-only or busy
        file, and then has not changed a byte of it.
        """
        clock = clock or SystemClock()
        path = path.absolute()
        newest = migrate.newest_schema()
        if is_held_here(path):
            # Looking at the bytes and closing them would drop the locks of the store that has it open (POSIX).
            if read_only:
                return cls(path, clock, None)
            raise open_elsewhere(path)
        facts = file.look(path, newest)
        if read_only:
            return cls._open_to_look(path, clock, facts.schema == newest)
        if not file.is_writable(path):
            raise trouble.read_only(path.name)
        slot = Slot.take(path, clock.now(), take_over=take_over)
        try:
            prepare.finish_what_was_left(path)
            prepare.check_before_use(path, thorough=slot.after_crash)
            if facts.schema < newest:
                prepare.bring_up_to_date(path, clock.now())
            store = cls(path, clock, slot)
            store._counter = store._read_counter()
        except BaseException:
            slot.release()
            raise
        return store

    @classmethod
    def _open_to_look(cls, path: Path, clock: Clock, current: bool) -> Store:  # noqa: FBT001 - private
        if not current:
            raise OutsideTrouble(
                "older_file",
                text(
                    N_("The file {name} was made with an older Buurtapp and cannot be looked at yet."), name=path.name
                ),
                text(N_("Open it for writing once: it is then made new, after a copy.")),
            )
        journal_file = path.with_name(path.name + "-journal")
        if journal_file.exists() and journal_file.stat().st_size > 0 and file.is_writable(path):
            # The last session ended half-way; SQLite puts that right as soon as somebody who may write reads the file.
            with cls.open(path, clock):
                pass
        prepare.check_before_use(path, thorough=False)
        return cls(path, clock, None)

    @property
    def read_only(self) -> bool:
        """Whether this file was opened only to look at."""
        return self._slot is None

    @property
    def after_crash(self) -> bool:
        """Whether the session before this one ended without closing the file."""
        return self._slot is not None and self._slot.after_crash

    def close(self) -> None:
        """Finish what is being written and let go of the file."""
        self._worker.shutdown(wait=True)
        self._reader.dispose()
        if self._writer is not None:
            try:
                with self._writer.connect() as connection:
                    raw = connection.connection.driver_connection
                    if isinstance(raw, sqlite3.Connection) and file.identity(self.path) == self._identity:
                        # Leaves one file for the user, without an empty journal beside it.
                        raw.execute("PRAGMA journal_mode = DELETE")
            except (DBAPIError, sqlite3.Error):
                # The stick may be gone; everything saved was already flushed.
                pass
            self._writer.dispose()
        if self._slot is not None:
            self._slot.release()

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    # Reading and writing

    def read(self, query: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a query answers, from a session of its own."""
        try:
            with Session(self._reader, expire_on_commit=False) as session:
                return query(session, *args, **kwargs)
        except DBAPIError as error:
            raise self._translated(error) from error

    def write(self, label: Text, action: Callable[Concatenate[Work, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Do one thing and return what the action returns, after it is safe on the disk."""
        result, changes = self._worker.submit(
            contextvars.copy_context().run, self._do, label, action, args, kwargs, None
        ).result()
        self._tell(changes)
        return result

    def submit(
        self, label: Text, action: Callable[Concatenate[Work, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """Do one thing on the store's own thread; the listeners are told there too."""

        def run() -> T:
            result, changes = self._do(label, action, args, kwargs, None)
            self._tell(changes)
            return result

        return self._worker.submit(contextvars.copy_context().run, run)

    def note(self, action: Callable[Concatenate[Work, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Write down what happened outside the file, such as a print: no undo brings paper back, so none is offered."""
        run = contextvars.copy_context().run
        result, changes = self._worker.submit(run, self._do, None, action, args, kwargs, None).result()
        self._tell(changes)
        return result

    def fill(self, action: Callable[Concatenate[Work, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Write the first content of a new file, outside the history; refused once there is any history."""

        def run() -> T:
            with self._reader.connect() as connection:
                if journal.history(connection, 1):
                    message = "only a new file can be filled"
                    raise RuntimeError(message)
            return self._do(None, action, args, kwargs, None)[0]

        return self._worker.submit(contextvars.copy_context().run, run).result()

    def undo(self) -> Text | None:
        """Take the last operation back and return its label; None when there is nothing to undo."""
        return self._take_back("undo")

    def redo(self) -> Text | None:
        """Do again what was last taken back and return its label; None when there is nothing to redo."""
        return self._take_back("redo")

    def can_undo(self) -> Text | None:
        """Return the label of what `undo` would take back."""
        return self._top("undo")

    def can_redo(self) -> Text | None:
        """Return the label of what `redo` would do again."""
        return self._top("redo")

    def history(self, last: int = 100) -> list[journal.HistoryEntry]:
        """Return the last operations, newest first."""
        with self._reader.connect() as connection:
            return journal.history(connection, last)

    # Copies

    def counter(self) -> int:
        """Return how many transactions this file has seen."""
        return self._counter if self._slot is not None else self._read_counter()

    def backup(self, target: Path | None = None) -> copies.BackupInfo:
        """Make and verify a copy now: beside the file among the automatic ones, or at `target`."""
        now = self.clock.now()
        info = copies.write_copy(self.path, target or copies.next_name(self.path, now), now, self.counter())
        if target is None:
            copies.rotate(self.path)
        return info

    def backup_if_changed(self) -> copies.BackupInfo | None:
        """Make a copy unless the newest one already holds everything; None when there was no need."""
        known = copies.listed(self.path)
        if known:
            try:
                if copies.read_info(known[-1][2]).counter == self.counter():
                    return None
            except OutsideTrouble:
                # A copy that cannot be read is no reason to skip a new one.
                return self.backup()
        return self.backup()

    def check(self) -> check.FileReport:
        """Return whether the file is whole, and what it holds."""
        return check.inspect_file(self.path)

    # Inside

    def _do(
        self,
        label: Text | None,
        action: Callable[..., T],
        args: Sequence[object],
        kwargs: dict[str, object],
        initiator: object | None,
    ) -> tuple[T, Changes | None]:
        recorder = journal.Recorder(self._writing())
        try:
            with session_for(self._writing(), recorder) as session:
                connection = session.connection()
                self._still_ours(connection)
                result = action(Work(session, self.clock.now(), recorder), *args, **kwargs)
                session.flush()
                if not recorder.changes:
                    session.rollback()
                    return result, None
                number = 0
                if label is not None:
                    number = journal.write_operation(connection, self.clock.now(), label, recorder.changes)
                self._count(connection)
                self._commit(session)
        except DBAPIError as error:
            raise self._translated(error) from error
        return result, self._changes(number, recorder.changes, initiator)

    def _take_back(self, which: str) -> Text | None:
        label, changes = self._worker.submit(contextvars.copy_context().run, self._do_take_back, which).result()
        self._tell(changes)
        return label

    def _do_take_back(self, which: str) -> tuple[Text | None, Changes | None]:
        try:
            with session_for(self._writing()) as session:
                connection = session.connection()
                self._still_ours(connection)
                pile = getattr(journal.stacks(connection), which)
                if not pile:
                    session.rollback()
                    return None, None
                target, origin = pile[-1]
                label = journal.label_of(connection, origin)
                made = journal.take_back(connection, target)
                number = journal.write_operation(connection, self.clock.now(), label, made, undoes=target)
                self._count(connection)
                self._commit(session)
        except DBAPIError as error:
            raise self._translated(error) from error
        return label, self._changes(number, made, None)

    def _top(self, which: str) -> Text | None:
        with self._reader.connect() as connection:
            pile = getattr(journal.stacks(connection), which)
            return journal.label_of(connection, pile[-1][1]) if pile else None

    def _writing(self) -> Engine:
        if self._writer is None:
            raise trouble.read_only(self.path.name)
        return self._writer

    def _still_ours(self, connection: Connection) -> None:
        """Stop before the first byte when the file was moved, replaced or changed by somebody else."""
        if file.identity(self.path) != self._identity:
            raise trouble.moved(self.path.name)
        version = int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())
        counter = int(connection.execute(select(store_info.c.counter)).scalar_one())
        if (self._data_version is not None and version != self._data_version) or counter != self._counter:
            raise OutsideTrouble(
                "changed_elsewhere",
                text(
                    N_("The file {name} was changed by another program. We no longer write to it."), name=self.path.name
                ),
                text(N_("Everything you saved before is safe. Close the file and open it again.")),
            )
        self._data_version = version

    def _count(self, connection: Connection) -> None:
        connection.execute(update(store_info).values(counter=self._counter + 1))

    def _commit(self, session: Session) -> None:
        try:
            session.commit()
        except DBAPIError as error:
            code = getattr(error.orig, "sqlite_errorname", "") or ""
            # A commit can report failure and still be on the disk: look before anybody tries again (measured).
            if not code.startswith("SQLITE_IOERR") or self._counter_on_disk() != self._counter + 1:
                raise
        self._counter += 1
        self.saved_at = self.clock.now()

    def _counter_on_disk(self) -> int | None:
        try:
            self._reader.dispose()
            return self._read_counter()
        except BuurtappError:
            return None

    def _read_counter(self) -> int:
        try:
            with self._reader.connect() as connection:
                return int(connection.execute(select(store_info.c.counter)).scalar_one())
        except DBAPIError as error:
            raise self._translated(error) from error

    def _translated(self, error: DBAPIError) -> BaseException:
        known = trouble.from_sqlite(error.orig, self.path) if isinstance(error.orig, sqlite3.Error) else None
        return known if known is not None else error

    def _changes(self, number: int, changes: Sequence[journal.RowChange], initiator: object | None) -> Changes:
        touched: dict[str, set[int]] = defaultdict(set)
        for item in changes:
            touched[item.table].add(item.row_id)
        return Changes(number, {table: frozenset(rows) for table, rows in touched.items()}, initiator)

    def _tell(self, changes: Changes | None) -> None:
        if changes is not None:
            for listener in list(self.listeners):
                listener(changes)
