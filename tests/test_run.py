"""Setting up from a checkout: what is asked of the system, in one line, and what is left alone."""

from __future__ import annotations

import ast
import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

CHECKOUT = Path(__file__).parents[1]
RUN = CHECKOUT / "packaging" / "run.py"


@pytest.fixture
def run() -> ModuleType:
    spec = importlib.util.spec_from_file_location("buurtapp_run", RUN)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def bare(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A bare Debian 12: Python alone, no library Qt asks for, nobody is root."""
    monkeypatch.setattr(run, "ON_LINUX", True)
    monkeypatch.setattr(run, "can_make_environment", lambda: False)
    monkeypatch.setattr(run, "missing_packages", lambda libraries: list(libraries.values()))
    monkeypatch.setattr(run, "is_root", lambda: False)
    monkeypatch.setattr(run, "has_display", lambda: True)
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None)
    return run


def test_it_uses_the_standard_library_alone() -> None:
    tree = ast.parse(RUN.read_text(encoding="utf-8"))
    modules = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            modules.add((node.module or "").split(".")[0])
    assert modules <= sys.stdlib_module_names


def test_who_is_not_root_gets_one_line_to_type(bare: ModuleType) -> None:
    with pytest.raises(bare.SetUpFailed) as stopped:
        bare.bring_system_packages()

    lines = [line for line in str(stopped.value).splitlines() if "apt-get" in line]
    assert len(lines) == 1
    assert "sudo apt-get install -y" in lines[0]
    for package in (
        "python3-venv",
        "libegl1",
        "libgl1",
        "libglib2.0-0",
        "libfontconfig1",
        "libxcb-cursor0",
        "libcups2",
    ):
        assert package in lines[0].split()


def test_a_fresh_system_fetches_its_lists_in_the_same_line(
    bare: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(bare, "APT_LISTS", tmp_path)
    with pytest.raises(bare.SetUpFailed, match="sudo apt-get update && sudo apt-get install -y"):
        bare.bring_system_packages()

    (tmp_path / "mirror_dists_main_binary-amd64_Packages").touch()
    with pytest.raises(bare.SetUpFailed, match="\n  sudo apt-get install -y"):
        bare.bring_system_packages()


def test_without_a_display_no_window_libraries_are_asked_for(bare: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bare, "has_display", lambda: False)
    needed = bare.system_packages_needed()
    assert "libegl1" in needed
    assert "libxcb-cursor0" not in needed


def test_root_installs_what_is_missing(bare: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = _record(bare, monkeypatch, code=0)
    monkeypatch.setattr(bare, "is_root", lambda: True)

    bare.bring_system_packages()

    assert ran[0][:2] == ["apt-get", "update"]
    assert ran[1][:2] == ["apt-get", "install"]
    assert {"python3-venv", "libegl1", "libxcb-cursor0"} <= set(ran[1])


def test_a_failed_install_says_what_to_try(bare: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    _record(bare, monkeypatch, code=100)
    monkeypatch.setattr(bare, "is_root", lambda: True)
    with pytest.raises(bare.SetUpFailed, match="apt-get update && apt-get install"):
        bare.bring_system_packages()


def test_a_system_without_apt_is_told_the_names(bare: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bare.shutil, "which", lambda _name: None)
    with pytest.raises(bare.SetUpFailed, match="libegl1"):
        bare.bring_system_packages()


def test_a_complete_system_is_left_alone(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "missing_packages", lambda _libraries: [])
    monkeypatch.setattr(run, "can_make_environment", lambda: True)
    ran = _record(run, monkeypatch, code=1)
    run.bring_system_packages()
    assert ran == []


@pytest.mark.parametrize(
    ("there", "enough"),
    [({"venv", "ensurepip"}, True), ({"venv", "pip"}, True), ({"venv"}, False), ({"pip", "ensurepip"}, False)],
)
def test_debian_keeps_a_part_of_venv_apart(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, there: set[str], enough: object
) -> None:
    monkeypatch.setattr(run.shutil, "which", lambda _name: None)
    monkeypatch.setattr(run, "has_module", lambda name: name in there)
    assert run.can_make_environment() is enough


def test_an_empty_folder_is_no_module(run: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "left_behind").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert not run.has_module("left_behind")
    assert run.has_module("venv")
    assert not run.has_module("never_heard_of_this")


def test_libraries_that_are_not_there_are_noticed(run: ModuleType) -> None:
    assert run.missing_packages({"libnobody-has-this.so.9": "libnobody9"}) == ["libnobody9"]


def test_the_stamp_changes_with_the_lock(run: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "packaging").mkdir()
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    lock = tmp_path / "packaging" / "requirements.lock"
    lock.write_text("click==8\n")
    monkeypatch.setattr(run, "ROOT", tmp_path)
    before = run.wanted_stamp()
    assert run.wanted_stamp() == before
    lock.write_text("click==9\n")
    assert run.wanted_stamp() != before


def test_a_second_start_asks_nothing_of_the_system(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stamp = tmp_path / "stamp"
    stamp.write_text(run.wanted_stamp())
    monkeypatch.setattr(run, "STAMP", stamp)
    monkeypatch.setattr(run, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(run, "bring_system_packages", lambda: pytest.fail("looked at the system again"))
    run.set_up()


def test_the_index_of_pip_is_handed_on_to_uv(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[dict[str, str]] = []

    def fake_run(_command: list[str], *, env: dict[str, str], **_rest: object) -> subprocess.CompletedProcess[str]:
        given.append(env)
        return subprocess.CompletedProcess([], 0)

    monkeypatch.setattr(run.shutil, "which", lambda _name: "/usr/bin/uv")
    monkeypatch.setattr(run.subprocess, "run", fake_run)
    monkeypatch.setenv("PIP_INDEX_URL", "https://index.voorbeeld.invalid/simple")
    monkeypatch.delenv("UV_DEFAULT_INDEX", raising=False)
    assert run.install_with_uv()
    assert {env["UV_DEFAULT_INDEX"] for env in given} == {"https://index.voorbeeld.invalid/simple"}


def test_a_window_on_a_machine_set_up_without_a_display_gets_its_libraries(
    bare: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not bare.is_ready_for_window()
    assert "libxcb-cursor0" in capsys.readouterr().err

    monkeypatch.setattr(bare, "missing_packages", lambda libraries: [])
    assert bare.is_ready_for_window()


def test_where_uv_fails_pip_goes_on(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    _record(run, monkeypatch, code=2)
    monkeypatch.setattr(run.shutil, "which", lambda _name: "/usr/bin/uv")
    assert not run.install_with_uv()


def test_the_ci_script_runs_everything() -> None:
    script = CHECKOUT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "exec python3 packaging/run.py test" in script.read_text(encoding="utf-8")


def _record(run: ModuleType, monkeypatch: pytest.MonkeyPatch, code: int) -> list[list[str]]:
    """Let programs be started in name only; return what would have run."""
    ran: list[list[str]] = []

    def fake_run(command: list[str], **_rest: object) -> subprocess.CompletedProcess[str]:
        ran.append(list(command))
        return subprocess.CompletedProcess(command, code)

    fake: Callable[..., subprocess.CompletedProcess[str]] = fake_run
    monkeypatch.setattr(run.subprocess, "run", fake)
    return ran
