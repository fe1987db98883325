"""Who may import whom: the contracts in pyproject.toml hold, and each one notices when it is broken."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Violation:
    """A line that must not stand in a file, and the contract that says so."""

    contract: str
    file: str
    line: str


VIOLATIONS = (
    Violation("1. Floors", "core/text.py", "import buurtapp.printing.fonts"),
    Violation("1. Floors", "exchange/read.py", "import buurtapp.features.people.records"),
    Violation("1. Floors", "features/people/records.py", "import buurtapp.schema"),
    Violation("1. Floors", "printing/fonts.py", "import buurtapp.exchange.read"),
    Violation("1. Floors", "demo/cli.py", "import buurtapp.cli"),
    Violation(
        "2. Features in their order", "features/people/queries/cards.py", "import buurtapp.features.press.tables"
    ),
    Violation(
        "2. Features in their order", "features/sheets/records.py", "import buurtapp.features.activities.records"
    ),
    Violation("3. Inside a feature", "features/people/records.py", "import buurtapp.features.people.rules"),
    Violation("3. Inside a feature", "features/activities/queries.py", "import buurtapp.features.activities.actions"),
    Violation("3. Inside a feature", "features/group/actions.py", "import buurtapp.features.group.cli"),
    Violation("4. Qt only on the screen side", "core/text.py", "import PySide6.QtCore"),
    Violation("4. Qt only on the screen side", "features/people/actions/people.py", "import PySide6.QtWidgets"),
    Violation("4. Qt only on the screen side", "printing/fonts.py", "from PySide6 import QtGui"),
    Violation("5. SQL only in the store", "features/people/records.py", "import sqlalchemy"),
    Violation("5. SQL only in the store", "cli.py", "from sqlalchemy import select"),
    Violation("5. SQL only in the store", "printing/fonts.py", "import sqlalchemy.orm"),
    Violation("6a. ReportLab only for paper", "core/geometry.py", "from reportlab.lib import units"),
    Violation("6a. ReportLab only for paper", "features/people/queries/cards.py", "import reportlab"),
    Violation("6b. Reading of pictures only in scanning", "printing/render.py", "import cv2"),
    Violation("6b. Reading of pictures only in scanning", "features/sheets/actions.py", "import zxingcpp"),
    Violation("7. No circles", "core/errors.py", "import buurtapp.core.store.file"),
)
"""At least one for each of the seven contracts, most of them beside a line that is allowed."""


def _lint(checkout: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--no-logo"],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )


def _verdicts(checkout: Path) -> dict[str, bool]:
    """Name of each contract → is it kept?"""
    done = _lint(checkout)
    verdicts = re.findall(r"^(\d\w?\. .+) (KEPT|BROKEN)(?: \(.*\))?$", done.stdout, re.MULTILINE)
    assert verdicts, done.stdout + done.stderr
    return {name: verdict == "KEPT" for name, verdict in verdicts}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the code, to break rules in."""
    shutil.copytree(CHECKOUT / "buurtapp", tmp_path / "buurtapp", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_contract_is_kept() -> None:
    verdicts = _verdicts(CHECKOUT)
    assert [name for name, kept in verdicts.items() if not kept] == []
    assert {name[0] for name in verdicts} == set("1234567")


@pytest.mark.parametrize("violation", VIOLATIONS, ids=lambda v: f"{v.contract[:2]} {v.file}")
def test_a_planted_violation_breaks_its_contract(copy: Path, violation: Violation) -> None:
    file = copy / "buurtapp" / violation.file
    assert file.exists(), "the violation is planted in a file that is there"

    with file.open("a", encoding="utf-8") as stream:
        stream.write(f"\n{violation.line}\n")

    broken = [name for name, kept in _verdicts(copy).items() if not kept]
    assert any(name.startswith(violation.contract) for name in broken), broken


def test_a_new_folder_must_be_given_a_floor(copy: Path) -> None:
    (copy / "buurtapp" / "cellar").mkdir()
    (copy / "buurtapp" / "cellar" / "__init__.py").write_text('"""Nobody said where this belongs."""\n')
    done = _lint(copy)
    assert done.returncode != 0
    assert "cellar" in done.stdout + done.stderr


def test_a_new_feature_must_be_given_its_place(copy: Path) -> None:
    (copy / "buurtapp" / "features" / "karaoke").mkdir()
    (copy / "buurtapp" / "features" / "karaoke" / "__init__.py").write_text('"""Not in the plan."""\n')
    done = _lint(copy)
    assert done.returncode != 0
    assert "karaoke" in done.stdout + done.stderr
