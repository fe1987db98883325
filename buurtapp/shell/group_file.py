"""Opening, making, copying and closing group files, from the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

import buurtapp.schema  # noqa: F401 - every table must be known before the first query
from buurtapp.core import paths, trouble
from buurtapp.core.clock import FixedClock
from buurtapp.core.errors import BuurtappError, OutsideTrouble
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.settings import save_settings
from buurtapp.core.store.backup import BackupInfo
from buurtapp.core.store.file import SUFFIX
from buurtapp.core.store.store import Store
from buurtapp.features.group.actions import change_group
from buurtapp.features.group.queries import sample_moment
from buurtapp.features.group.records import Group
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Progress

_COPY_EVERY_MS = 30 * 60 * 1000
GROUP_FILES = text(N_("Group files (*.buurt)"))


class GroupFile(QObject):
    """The group file of the window: at most one is open."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._is_closed = False
        self._timer = QTimer(self, interval=_COPY_EVERY_MS)
        self._timer.timeout.connect(self._copy_if_changed)

    # Opening

    def choose(self) -> None:
        """Ask which file to open."""
        file = self._desk.choosing.open_file(self._window, text(N_("Open a group file")), GROUP_FILES)
        if file is not None:
            self.open(file)

    def open(self, file: Path, *, read_only: bool = False) -> None:
        """Open a file in the background; the one that is open stays open until this one can be used."""
        clock = self._desk.clock
        if self._desk.store is not None and self._desk.store.path == file.absolute():
            return
        job = self._desk.jobs.start(lambda _progress: in_its_own_time(Store.open(file, clock, read_only=read_only)))
        job.done.connect(self._use)
        job.failed.connect(lambda error: self._could_not(file, error))
        self._desk.busy_with.emit(job, text(N_("Opening {name}"), name=file.name))

    def _could_not(self, file: Path, error: object) -> None:
        if isinstance(error, BuurtappError) and error.kind in {"open_elsewhere", "read_only"}:
            look = self._desk.choosing.sure(self._window, error.text, error.advice or "", text(N_("Only look at it")))
            if look:
                self.open(file, read_only=True)
                return
        elif not isinstance(error, BuurtappError):
            self._desk.tell_error(error)
        if self._desk.store is None:
            self._desk.go("start")
        if isinstance(error, BuurtappError):
            self._desk.tell_error(error)

    def _use(self, store: Store) -> None:
        if self._is_closed:
            store.close()
            return
        self._let_go()
        settings = self._desk.settings.with_recent(store.path)
        self._desk.save_settings(settings)
        self._desk.set_store(store)
        if store.after_crash:
            self._desk.tell(
                text(N_("Buurtapp was not closed last time. The file was checked: everything saved is there."))
            )
        if not store.read_only:
            self._timer.start()
            self._copy_if_changed()

    # Making

    def begin_new(self) -> None:
        """Close the file that is open and ask what the group is about."""
        self._let_go()
        self._desk.set_store(None)

    def make(self, group: Group, file: Path | None = None) -> None:
        """Make a new file for a group and open it; without a name it lies where this computer keeps our files."""
        clock = self._desk.clock

        def work(_progress: Progress) -> Store:
            target = file or _free_name(group.name)
            target.parent.mkdir(parents=True, exist_ok=True)
            store = Store.create(target, clock)
            store.fill(change_group, group)
            return store

        self._desk.start(text(N_("Making a new file")), work, self._use)

    def open_sample(self) -> None:
        """Open the sample neighbourhood; the first time it is made."""
        clock = self._desk.clock

        def work(_progress: Progress) -> Store:
            from buurtapp.sample.make import make_sample  # noqa: PLC0415 - only for the sample

            target = paths.data_folder() / f"klaverhoek-voorbeeld{SUFFIX}"
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                make_sample(target).close()
            return in_its_own_time(Store.open(target, clock))

        if self._desk.store is None or self._desk.store.path.name != f"klaverhoek-voorbeeld{SUFFIX}":
            self._desk.start(text(N_("Making the sample neighbourhood")), work, self._use)

    # Copies and checks

    def copy_now(self) -> None:
        """Make a copy and check that it can be put back."""
        if self._desk.store is not None:
            store = self._desk.store
            self._desk.start(
                text(N_("Making a copy")),
                lambda _progress: store.backup(),
                lambda info: self._told(text(N_("Copy made and checked: {name}."), name=info.file.name)),
            )

    def _told(self, words: Text) -> None:
        self._desk.tell(words)
        self._desk.copies_changed.emit()

    def check(self) -> None:
        """Look through the whole file."""
        if self._desk.store is None:
            return
        store = self._desk.store

        def say(report: object) -> None:
            whole = getattr(report, "ok", False)
            words = text(N_("The file is whole: every page and every line was looked at."))
            self._desk.tell(words) if whole else self._desk.tell_error(trouble.damaged(store.path.name))

        self._desk.start(text(N_("Checking the file")), lambda _progress: store.check(), say)

    def _copy_if_changed(self) -> None:
        store = self._desk.store
        if store is not None and not store.read_only:
            self._desk.later("copy", lambda _store: store.backup_if_changed(), self._copied)

    def _copied(self, info: BackupInfo | None) -> None:
        if info is not None:
            self._desk.copies_changed.emit()

    # Closing

    def _let_go(self) -> None:
        store = self._desk.store
        self._timer.stop()
        if store is None:
            return
        if not store.read_only:
            try:
                store.backup_if_changed()
            except OutsideTrouble as error:
                self._desk.choosing.tell(self._window, trouble.sentence(error))
        store.close()
        self._desk.store = None
        self._desk.use_clock(None)

    def close(self) -> None:
        """Close the file, after a copy when something changed; one that is still being opened is closed as well."""
        self._is_closed = True
        self._let_go()
        save_settings(replace(self._desk.settings))


def in_its_own_time(store: Store) -> Store:
    """Let a file of invented people stand still at the moment it was made: its story is of that day."""
    moment = store.read(sample_moment)
    if moment is not None:
        store.clock = FixedClock(moment)
    return store


def _free_name(group_name: str) -> Path:
    """Return a name for a new file that is not taken; made of letters and figures only."""
    from buurtapp.core.text import slug  # noqa: PLC0415 - only here

    folder, stem = paths.data_folder(), slug(group_name) or "buurt"
    for number in range(1, 1000):
        target = folder / f"{stem}{'' if number == 1 else f'-{number}'}{SUFFIX}"
        if not target.exists():
            return target
    raise trouble.busy(stem)
