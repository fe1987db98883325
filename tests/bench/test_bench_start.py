"""From starting the process to a painted window, beside a bare window with the same parts of Qt."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from measure import Figure, make_sample, processes, show

pytest.importorskip("buurtapp.app", reason="there is no window to start")

BARE_WINDOW = """
import sys
{imports}
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, app.quit)
app = QApplication(sys.argv)
window = Window()
window.resize(1366, 860)
window.show()
app.exec()
"""
"""The least that shows a window: what the app adds to this is ours."""

NOT_BEFORE_FIRST_USE = ("alembic", "reportlab", "numpy", "cv2", "python_calamine", "xlsxwriter", "PIL", "pypdfium2")


def imported_modules(file: Path, until: str) -> set[str]:
    """Names of all modules the app has imported when it has painted (`frame`) or shows its data (`data`)."""
    done = subprocess.run(
        [sys.executable, "-P", "-X", "importtime", "-m", "buurtapp", str(file), "--quit-after", until],
        env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        check=True,
    )
    return set(re.findall(r"\|\s+([\w.]+)$", done.stderr, re.MULTILINE))


def measure_start(folder: Path, rounds: int) -> list[Figure]:
    file = make_sample(folder, None)
    qt = sorted(name for name in imported_modules(file, "data") if re.fullmatch(r"PySide6\.Qt\w+", name))
    bare = BARE_WINDOW.format(imports="\n".join(f"import {name}" for name in qt))
    runs = processes(
        {
            "bare": ["-c", bare],
            "frame": ["-m", "buurtapp", str(file), "--quit-after", "frame"],
            "data": ["-m", "buurtapp", str(file), "--quit-after", "data"],
        },
        folder,
        rounds,
    )
    floor = runs["bare"]
    return [
        Figure("window painted", runs["frame"].ms, "ms", floor.ms, most_ratio=1.6),
        Figure("window painted with its data", runs["data"].ms, "ms", floor.ms, most_ratio=2.5),
        Figure("memory with its data", runs["data"].mb, "MB", floor.mb, most_ratio=2.0),
    ]


@pytest.mark.bench
@pytest.mark.timeout(300)
def test_the_window_is_there_soon(tmp_path: Path) -> None:
    figures = measure_start(tmp_path, rounds=9)
    assert (
        show("Start of the process on the sample file, floor: a bare window with the same parts of Qt", figures) == []
    )


def test_the_start_can_be_measured(tmp_path: Path) -> None:
    figures = measure_start(tmp_path, rounds=1)
    assert all(figure.value > 0 and figure.floor for figure in figures)


def test_nothing_heavy_is_loaded_to_show_the_data(tmp_path: Path) -> None:
    modules = {name.split(".")[0] for name in imported_modules(make_sample(tmp_path, None), "data")}
    assert modules & set(NOT_BEFORE_FIRST_USE) == set()


def test_the_store_is_not_loaded_before_the_window_is_painted(tmp_path: Path) -> None:
    modules = {name.split(".")[0] for name in imported_modules(make_sample(tmp_path, None), "frame")}
    assert "sqlalchemy" not in modules
    assert "click" not in modules
