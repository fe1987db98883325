"""What every test needs before Qt starts: no screen, no settings of this computer, and a compiled catalogue."""

from __future__ import annotations

import os
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from PySide6.QtWidgets import QApplication

from buurtapp.core.i18n import language, set_language

CHECKOUT = Path(__file__).parents[1]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The settings and files of whoever runs the tests stay as they are.
_own = tempfile.mkdtemp(prefix="buurtapp-tests-")
os.environ["BUURTAPP_SETTINGS"] = str(Path(_own, "buurtapp.ini"))
os.environ["BUURTAPP_DATA"] = _own
os.environ["XDG_CONFIG_HOME"] = _own


def compile_catalogues() -> None:
    """Compile each catalogue that is newer than its compiled form, in one step, as other workers do the same."""
    for po in sorted(CHECKOUT.glob("translations/*/LC_MESSAGES/*.po")):
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
            continue
        with po.open("rb") as source:
            catalogue = read_po(source, locale=po.parts[-3])
        with tempfile.NamedTemporaryFile("wb", dir=mo.parent, suffix=".part", delete=False) as target:
            write_mo(target, catalogue)
        Path(target.name).replace(mo)


# Before any test module is imported: catalogues are read once and kept.
compile_catalogues()


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder of this checkout."""
    return CHECKOUT


@pytest.fixture(scope="session")
def cases() -> Path:
    """The cases beside the checkout; tests that need them are skipped where they are absent."""
    folder = CHECKOUT.parent / "shared" / "cases"
    if not folder.is_dir():
        pytest.skip("no ../shared/cases beside this checkout")
    return folder


@pytest.fixture(scope="session", autouse=True)
def _application(qapp: QApplication) -> QApplication:
    """Qt ends the process when a widget is made before there is an application, in whatever order tests run."""
    return qapp


@pytest.fixture(autouse=True)
def _nothing_from_the_test_before(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give a test the language, settings, font, colours and style of a first start, in whatever order tests run."""
    own = Path(os.environ["BUURTAPP_DATA"], f"{uuid.uuid4().hex}.ini")
    monkeypatch.setenv("BUURTAPP_SETTINGS", str(own))
    before = language(), qapp.font(), qapp.palette(), qapp.styleSheet()
    yield
    own.unlink(missing_ok=True)
    set_language(before[0])
    if qapp.styleSheet() != before[3]:
        qapp.setStyleSheet(before[3])
    if qapp.font() != before[1]:
        qapp.setFont(before[1])
    if qapp.palette() != before[2]:
        qapp.setPalette(before[2])
