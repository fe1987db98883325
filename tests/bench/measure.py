"""Measuring: medians of several rounds, beside a bare floor that is measured in the same run.

A second on one laptop is two on another; a ratio to the least that such work can cost stays what it is.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure: what, how much, of which unit, against which floor, and what it may be at most."""

    name: str
    value: float
    unit: str
    floor: float | None = None
    most: float | None = None
    most_ratio: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the floor."""
        return self.value / self.floor if self.floor else None

    @property
    def is_fine(self) -> bool:
        """Within what was promised."""
        ratio_fits = self.most_ratio is None or (self.ratio is not None and self.ratio <= self.most_ratio)
        return ratio_fits and (self.most is None or self.value <= self.most)

    def __str__(self) -> str:
        ratio = "" if self.ratio is None else f"{self.ratio:8.2f} ×"
        floor = "" if self.floor is None else f"floor {self.floor:9.1f} {self.unit}"
        limits = [f"≤ {self.most:g} {self.unit}"] if self.most is not None else []
        limits += [f"≤ {self.most_ratio:g} ×"] if self.most_ratio is not None else []
        verdict = "" if not limits else ("fine" if self.is_fine else "TOO MUCH")
        return (
            f"{self.name:<52}{self.value:9.1f} {self.unit:<3}{ratio:>11}  {floor:<22}  {', '.join(limits):<22}{verdict}"
        )


def show(title: str, figures: Iterable[Figure]) -> list[Figure]:
    """Print the figures below their title; return those that are too high."""
    shown = list(figures)
    print(f"\n{title}")
    for figure in shown:
        print("  ", figure)
    return [figure for figure in shown if not figure.is_fine]


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """Median time of a piece of work, after one round that does not count."""
    work()
    times = []
    for _round in range(rounds):
        gc.collect()
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


@dataclass(frozen=True, slots=True)
class Run:
    """What a whole process cost."""

    ms: float
    mb: float


_LAUNCH = """
import json, os, subprocess, sys, time
began = time.perf_counter()
child = subprocess.Popen([sys.executable, "-P", *sys.argv[1:]], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
_pid, status, usage = os.wait4(child.pid, 0)
spent = (time.perf_counter() - began) * 1000
complaint = child.stderr.read().decode(errors="replace")
print(json.dumps([os.waitstatus_to_exitcode(status), spent, usage.ru_maxrss, complaint]))
"""
"""Starts what is measured from a small process: Linux counts what the parent holds as the child's memory."""


def process(arguments: list[str], folder: Path) -> Run:
    """Start Python with these arguments; return how long it took and how much memory it held at most."""
    own = dict(os.environ, BUURTAPP_SETTINGS=str(folder / "buurtapp.ini"))
    # BUURTAPP_BENCH_PLATFORM=xcb measures with a real X server; its floor is higher as well.
    own["QT_QPA_PLATFORM"] = os.environ.get("BUURTAPP_BENCH_PLATFORM", "offscreen")
    # A user's Python keeps what it compiled; where that is switched off, every start would compile us again.
    own.pop("PYTHONDONTWRITEBYTECODE", None)
    own["BUURTAPP_DATA"] = str(folder)
    launched = subprocess.run(
        [sys.executable, "-c", _LAUNCH, *arguments], env=own, cwd=folder, capture_output=True, text=True, check=True
    )
    # What it complains of is little: the pipe cannot fill up before it ends.
    code, spent, held, complaint = json.loads(launched.stdout)
    if code != 0:
        raise AssertionError(f"{' '.join(arguments[:4])} ended with {code}: {complaint}")
    kilobytes = held if sys.platform != "darwin" else held / 1024
    return Run(spent, kilobytes / 1024)


def processes(commands: dict[str, list[str]], folder: Path, rounds: int) -> dict[str, Run]:
    """Run several commands in turn, so that a busy moment of the computer touches them alike; return their medians."""
    seen: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, arguments in commands.items():
            run = process(arguments, folder)
            if number:  # the first round fills the caches of the disk
                seen[name].append(run)
    return {
        name: Run(statistics.median(run.ms for run in runs), statistics.median(run.mb for run in runs))
        for name, runs in seen.items()
    }


def make_sample(folder: Path, people: int | None) -> Path:
    """Make the sample neighbourhood as its user does; return the group file."""
    file = folder / f"sample-{people or 'story'}.buurt"
    size = [] if people is None else ["--people", str(people)]
    process(["-m", "buurtapp", "sample", str(file), *size], folder)
    return file
