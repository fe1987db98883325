"""The app as it is handed out: built as a wheel, installed in a fresh environment, and put to work there.

Only here does it show when a font, an icon or a translation was left behind in the checkout.
"""

from __future__ import annotations

import json
import os
import shutil
import site
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
pytestmark = [pytest.mark.timeout(300), pytest.mark.xdist_group("wheel")]


@dataclass(frozen=True, slots=True)
class Installed:
    """A fresh environment with the wheel in it; the checkout is out of sight."""

    wheel: Path
    python: Path
    folder: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        own = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "BUURTAPP"))}
        own |= {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(self.folder), "XDG_DATA_HOME": str(self.folder)}
        own.pop("DISPLAY", None)
        return subprocess.run(
            [str(self.python), "-P", *arguments],
            cwd=self.folder,
            env=own,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def ask(self, code: str) -> str:
        done = self.run("-c", code)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    keep = shutil.ignore_patterns("__pycache__", "*.mo", ".*", "tests")
    shutil.copytree(CHECKOUT, source, ignore=keep, symlinks=True)
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(build, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = folder.glob("*.whl")
    shutil.rmtree(source)

    fresh = folder / "fresh"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(fresh)], check=True)
    python = fresh / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    packages = Path(
        subprocess.run(
            [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
    )
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    # The libraries are those of this environment: plain paths, so that its own .pth files (the checkout!) do not count.
    (packages / "libraries.pth").write_text("\n".join(site.getsitepackages()) + "\n", encoding="utf-8")
    return Installed(wheel, python, folder)


def test_the_app_runs_from_the_wheel_and_not_from_the_checkout(installed: Installed) -> None:
    place = Path(installed.ask("import buurtapp; print(buurtapp.__file__)"))
    assert place.is_relative_to(installed.folder)


def test_the_wheel_holds_no_tests_and_no_sources_of_catalogues(installed: Installed) -> None:
    with zipfile.ZipFile(installed.wheel) as archive:
        names = archive.namelist()
    assert not [name for name in names if "test" in name.lower() and name.endswith(".py")]
    assert not [name for name in names if name.endswith((".po", ".pot", ".pyc"))]
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"buurtapp"}


def test_every_resource_is_in_the_wheel(installed: Installed) -> None:
    ours = {p.relative_to(CHECKOUT).as_posix() for p in (CHECKOUT / "resources").rglob("*") if p.is_file()}
    with zipfile.ZipFile(installed.wheel) as archive:
        shipped = {name.removeprefix("buurtapp/") for name in archive.namelist()}
    assert ours - shipped == set()


def test_a_font_opens(installed: Installed) -> None:
    code = """
from buurtapp.core import paths
from reportlab.pdfbase.ttfonts import TTFont
font = sorted(paths.resource("fonts").glob("*.ttf"))[0]
print(TTFont("one", str(font)).face.familyName.decode())
"""
    assert installed.ask(code)


@pytest.mark.skipif(not any((CHECKOUT / "resources" / "icons").glob("*.svg")), reason="no icons without a window")
def test_an_icon_opens(installed: Installed) -> None:
    code = """
from PySide6.QtGui import QGuiApplication
from PySide6.QtSvg import QSvgRenderer
from buurtapp.core import paths
app = QGuiApplication([])
icons = sorted(paths.resource("icons").rglob("*.svg"))
print(len(icons), all(QSvgRenderer(str(icon)).isValid() for icon in icons))
"""
    count, valid = installed.ask(code).split()
    assert int(count) > 0
    assert valid == "True"


def test_a_dutch_word_is_found(installed: Installed) -> None:
    code = """
from buurtapp.core.i18n import _, use_language
with use_language("nl"):
    print(_("Attendance list"))
"""
    assert installed.ask(code) == "Aanwezigheidslijst"


def test_a_group_file_can_be_made_and_checked(installed: Installed) -> None:
    file = installed.folder / "soep.buurt"
    made = installed.run("-m", "buurtapp", "new", str(file), "--name", "Bewonersgroep Klaverhoek", "--json")
    assert made.returncode == 0, made.stderr
    checked = installed.run("-m", "buurtapp", "check", str(file), "--json")
    assert checked.returncode == 0, checked.stderr
    assert json.loads(checked.stdout)["ok"] is True


def test_the_demo_does_the_main_job(installed: Installed) -> None:
    out = installed.folder / "demo"
    done = installed.run("-m", "buurtapp", "demo", str(out), "--json")
    assert done.returncode == 0, done.stderr
    steps = json.loads(done.stdout)["steps"]
    files = [Path(file) for step in steps for file in step["files"]]
    there = [file if file.is_absolute() else installed.folder / file for file in files]
    assert {file.suffix for file in there} >= {".buurt", ".xlsx", ".pdf", ".png"}
    assert [str(file) for file in there if not file.exists() or file.stat().st_size == 0] == []
