#!/usr/bin/env python3
"""Sets Buurtapp up from a checkout and runs it; needs Python 3.11 and nothing else.

    python3 packaging/run.py                  opens the window, where there is one
    python3 packaging/run.py demo FOLDER      does the main job into FOLDER, and opens the window if there is a display
    python3 packaging/run.py test [ARGS…]     lint, types, import rules and tests; ARGS go to pytest alone
    python3 packaging/run.py bench [ARGS…]    speed and memory, as ratios to a bare floor
    python3 packaging/run.py COMMAND …        any command of the app (see --help)

The environment lies in .venv. Packages come from whatever index pip or uv is set up for, checked against the hashes in
requirements.lock. A stamp tells that all is in place, so that a second start costs a tenth of a second.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "packaging" / "requirements.lock"
STAMP = VENV / ".buurtapp-stamp"
TOOLS = PYTHON.parent
"""Where the programs of the environment lie."""
WINDOW = ROOT / "buurtapp" / "app.py"
"""What puts the window together; a checkout without it has the command line alone."""
ON_LINUX: bool = sys.platform.startswith("linux")
APT_LISTS = Path("/var/lib/apt/lists")
SEEN_ALIVE_S = 3.0
"""A window that is still there after this long has opened."""

QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libcups.so.2": "libcups2",
}
"""What Qt loads without a screen → the Debian package that has it (objdump -p of Qt 6.11's libraries and plugins)."""

WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
"""What a window on an X display asks for besides."""


class SetUpFailed(Exception):
    """Setting up stopped; the text says what is missing and what to do."""


def has_display() -> bool:
    """Tell whether a window can be shown."""
    if ON_LINUX:
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def can_show_window() -> bool:
    """Tell whether there is a window to open, and a display to open it on."""
    return WINDOW.exists() and has_display()


def missing_packages(libraries: dict[str, str]) -> list[str]:
    """Debian packages of the shared libraries that cannot be loaded here."""
    import ctypes  # noqa: PLC0415 - a start with everything in place has no need of it

    missing = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def can_make_environment() -> bool:
    """Tell whether this Python can make an environment with pip in it (Debian keeps that part in a package apart)."""
    if shutil.which("uv") is not None:
        return True
    return has_module("venv") and (has_module("ensurepip") or has_module("pip"))


def has_module(name: str) -> bool:
    """Tell whether this Python has a module; an empty folder left behind by a package is none."""
    spec = importlib.util.find_spec(name)
    return spec is not None and spec.origin is not None


def is_root() -> bool:
    """Tell whether we may install system packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def system_packages_needed() -> list[str]:
    """Names of the Debian packages to install before anything else."""
    needed = [] if can_make_environment() else ["python3-venv"]
    if ON_LINUX:
        needed += missing_packages(QT_LIBRARIES)
        if has_display() or (needed and is_root()):
            needed += missing_packages(WINDOW_LIBRARIES)
    return needed


def bring_system_packages() -> None:
    """Install what the system lacks when we are root, else stop with the one line to type."""
    needed = system_packages_needed()
    if not needed:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *needed]
    if shutil.which("apt-get") is None:
        names = " ".join(needed)
        raise SetUpFailed(f"This computer lacks what Debian calls: {names}\nInstall those, then start again.")
    if not is_root():
        # A fresh system has not fetched its lists of packages yet, and would know none of these names.
        update = "" if any(APT_LISTS.glob("*_Packages*")) else "sudo apt-get update && "
        line = f"{update}sudo {' '.join(install)}"
        raise SetUpFailed(f"A few system packages are missing. Type this once, then start again:\n\n  {line}")
    say("system packages: " + " ".join(needed))
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False, stdout=subprocess.DEVNULL)
    done = subprocess.run([*install, "-qq"], env=quiet, check=False, stdout=subprocess.DEVNULL)
    if done.returncode != 0:
        raise SetUpFailed(
            "The system packages could not be installed. Try this, then start again:\n\n  apt-get update"
            f" && {' '.join(install)}"
        )
    # Python remembers which modules were not there a moment ago.
    importlib.invalidate_caches()


def is_ready_for_window() -> bool:
    """Tell whether a window can open; where .venv was made without a display, what X asks for may come first."""
    if not ON_LINUX or not has_display() or not missing_packages(WINDOW_LIBRARIES):
        return True
    try:
        bring_system_packages()
    except SetUpFailed as trouble:
        print(trouble, file=sys.stderr)
        return False
    return True


def wanted_stamp() -> str:
    """A fingerprint of all that decides what .venv must hold."""
    parts = [str(ROOT).encode(), sys.version.encode()]
    parts += [(ROOT / name).read_bytes() for name in ("pyproject.toml", "packaging/requirements.lock")]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def set_up() -> None:
    """Bring .venv to what the lock says; a tenth of a second when it is there already."""
    wanted = wanted_stamp()
    if STAMP.exists() and STAMP.read_text(encoding="ascii") == wanted and PYTHON.exists():
        return
    began = time.monotonic()
    bring_system_packages()
    say("setting up .venv (a minute or two, once)")
    if not install_with_uv():
        install_with_pip()
    # Else a Python that may not keep what it compiled would compile the app at every start.
    subprocess.run([str(PYTHON), "-m", "compileall", "-q", "buurtapp"], cwd=ROOT, check=False)
    STAMP.write_text(wanted, encoding="ascii")
    say(f"ready after {time.monotonic() - began:.0f} s")


def install_with_uv() -> bool:
    """Install with uv when it is here; False when it is not, or cannot reach the packages."""
    uv = shutil.which("uv")
    if uv is None:
        return False
    own = dict(os.environ)
    # pip's index, where only pip was told: uv has its own names for the same settings.
    for pip_name, uv_name in (
        ("PIP_INDEX_URL", "UV_DEFAULT_INDEX"),
        ("PIP_EXTRA_INDEX_URL", "UV_INDEX"),
        ("PIP_FIND_LINKS", "UV_FIND_LINKS"),
        ("PIP_CERT", "SSL_CERT_FILE"),
    ):
        if own.get(pip_name):
            own.setdefault(uv_name, own[pip_name])
    pip = [uv, "pip", "install", "-q", "--python", str(PYTHON)]
    steps = (
        [uv, "venv", "-q", "--allow-existing", "--python", sys.executable, str(VENV)],
        [*pip, "--require-hashes", "-r", str(LOCK)],
        [*pip, "--no-deps", "--no-build-isolation", "-e", "."],
    )
    for step in steps:
        if subprocess.run(step, cwd=ROOT, env=own, check=False).returncode != 0:
            say("uv did not manage; going on with pip")
            return False
    return True


def install_with_pip() -> None:
    """Install with the environment's own pip, or with the system's where Debian left the other out."""
    with_pip = has_module("ensurepip")
    if not works(PYTHON):
        make = [sys.executable, "-m", "venv", "--clear", str(VENV)]
        run(make if with_pip else [*make, "--without-pip"], "The environment in .venv could not be made.")
    if with_pip and not works(PYTHON, "-m", "pip", "--version"):
        run([str(PYTHON), "-m", "ensurepip"], "pip could not be put into .venv.")
    own_pip = works(PYTHON, "-m", "pip", "--version")
    pip = [str(PYTHON), "-m", "pip"] if own_pip else [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    install = [*pip, "install", "-q", "--disable-pip-version-check", "--no-input"]
    trouble = "The packages could not be installed. Is there a connection to your package index?"
    run([*install, "--require-hashes", "-r", str(LOCK)], trouble)
    run([*install, "--no-deps", "--no-build-isolation", "-e", "."], trouble)


def works(program: Path, *arguments: str) -> bool:
    """Tell whether this Python starts (an environment breaks when its checkout is moved)."""
    if not program.exists():
        return False
    test = [str(program), *(arguments or ("-c", ""))]
    return subprocess.run(test, check=False, capture_output=True).returncode == 0


def run(command: Sequence[str], trouble: str) -> None:
    """Run one step of the set-up; the sentence tells what went wrong if it does."""
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        raise SetUpFailed(
            f"{trouble}\nThe lines above say why. Nothing else on this computer was changed; "
            "you can start again at any time."
        )


def compile_translations() -> None:
    """Compile the translations again where their sources have changed since."""
    for source in ROOT.glob("translations/*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            run([str(PYTHON), str(ROOT / "packaging" / "chores.py"), "compile"], "The translations have a fault.")
            return


def say(text: str) -> None:
    """Tell the person at the terminal; what programs read goes to the other stream."""
    print(f"[buurtapp] {text}", file=sys.stderr, flush=True)


def app(*arguments: str) -> list[str]:
    """The command that starts the app."""
    return [str(PYTHON), "-P", "-m", "buurtapp", *arguments]


def demo(arguments: Sequence[str]) -> int:
    """Do the main job into a folder, then open its group file in a window where there is a display."""
    folder = next((word for word in arguments if not word.startswith("-")), None)
    code = subprocess.call(app("demo", *arguments))
    if code != 0 or folder is None or "--help" in arguments or not can_show_window():
        return code
    files = sorted(Path(folder).glob("*.buurt"), key=lambda file: file.stat().st_mtime)
    if not files:
        return code
    if not is_ready_for_window():
        # The main job is done; only the window has to wait.
        return code
    say(f"opening {files[-1]}")
    # A process of its own: the window stays when this terminal closes.
    window = subprocess.Popen(app(str(files[-1])), start_new_session=True)
    try:
        return window.wait(SEEN_ALIVE_S)
    except subprocess.TimeoutExpired:
        return 0


def check_all(arguments: Sequence[str]) -> int:
    """Lint, types, import rules and tests; all of them, also after one of them failed."""
    workers = str(min(os.cpu_count() or 2, 8))
    steps: dict[str, list[str]] = {
        "lint": [str(PYTHON), "-m", "ruff", "check", "."],
        "import rules": [str(TOOLS / "lint-imports"), "--no-logo"],
        "types": [str(PYTHON), "-m", "mypy"],
    }
    if arguments:
        steps = {}
    steps["tests"] = [
        str(PYTHON),
        "-m",
        "pytest",
        "-q",
        *([] if arguments else ["-n", workers, "--dist", "loadgroup"]),
        *arguments,
    ]
    results = []
    for name, command in steps.items():
        say(name)
        began = time.monotonic()
        code = subprocess.call(command, cwd=ROOT, env=dict(os.environ, QT_QPA_PLATFORM="offscreen"))
        results.append((name, code, time.monotonic() - began))
    for name, code, seconds in results:
        say(f"{name:<14}{'fine' if code == 0 else 'FAILED':<8}{seconds:6.1f} s")
    return max(code != 0 for _name, code, _seconds in results)


def bench(arguments: Sequence[str]) -> int:
    """Measure speed and memory; one worker, as two would measure each other."""
    command = [str(PYTHON), "-m", "pytest", "-q", "-s", "-m", "bench", "-p", "no:randomly", "tests/bench", *arguments]
    return subprocess.call(command, cwd=ROOT)


def main(arguments: Sequence[str]) -> int:
    """Set up, then do what was asked."""
    if sys.version_info < (3, 11):  # noqa: UP036 - said in a sentence, before anything newer is used
        print("Buurtapp needs Python 3.11 or newer.", file=sys.stderr)
        return 2
    try:
        set_up()
        compile_translations()
    except SetUpFailed as trouble:
        print(trouble, file=sys.stderr)
        return 1
    first, rest = (arguments[0] if arguments else ""), arguments[1:]
    if first == "test":
        return check_all(rest)
    if first == "bench":
        return bench(rest)
    if first == "demo":
        return demo(rest)
    if (not first or first.endswith(".buurt")) and not is_ready_for_window():
        return 1
    return subprocess.call(app(*arguments))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
