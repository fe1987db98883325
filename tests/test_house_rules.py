"""The rules of the house that no linter knows, each with its reason.

A rule that is broken names the file and the line. The exceptions stand here, with why.
"""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).parents[1]
TOP = {
    *("pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE"),
    *("buurtapp", "packaging", "resources", "tests", "translations"),
}
"""What may lie at the top, besides names that begin with a dot: a newcomer sees the whole house at one glance."""

MOST_LINES = 400
MOST_LINES_IN_A_FUNCTION = 40
OUTSIDE_WORLD = {
    *("socket", "ssl", "http", "urllib.request", "urllib3", "requests", "httpx", "aiohttp", "ftplib", "smtplib"),
    *("imaplib", "poplib", "telnetlib", "xmlrpc", "socketserver", "asyncio", "PySide6.QtNetwork", "webbrowser"),
}
"""Modules that reach the network: the promise is that Buurtapp never does."""

CATCH_ALL = {
    "buurtapp/shell/crash.py",  # the crash hook itself
}
CLOCKS = {"buurtapp/core/clock.py"}
PRINTS = {"packaging/run.py", "packaging/chores.py"}
RESOURCE_READERS = {
    "buurtapp/core/paths.py",
    "buurtapp/core/store/migrate.py",  # Alembic asks for the folder of its own scripts, which is part of the package
}
NO_MIRROR = {
    "tests/conftest.py",
    "tests/test_house_rules.py",
    "tests/test_import_rules.py",
    "tests/test_run.py",
    "tests/test_translations.py",
    "tests/test_wheel.py",
}
"""Tests of the house as a whole."""


def _tracked() -> list[str]:
    """Files of the checkout as they would be committed; everything there is where git is not."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    try:
        done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=True)
        files = done.stdout.splitlines()
    except (OSError, subprocess.CalledProcessError):
        files = [path.relative_to(CHECKOUT).as_posix() for path in CHECKOUT.rglob("*")]
        files = [name for name in files if not re.search(r"(^|/)(\.|__pycache__|dist/|build/)|\.mo$", name)]
    return sorted(name for name in files if (CHECKOUT / name).is_file())


FILES = _tracked()
MODULES = [name for name in FILES if name.startswith("buurtapp/") and name.endswith(".py")]
CODE = [name for name in FILES if name.endswith(".py")]
BINARY = {".ttf", ".otf", ".png", ".jpg", ".ico", ".icns", ".buurt", ".pdf", ".xlsx", ".ods", ".webp"}


def _text(name: str) -> str:
    return (CHECKOUT / name).read_text(encoding="utf-8")


def _tree(name: str) -> ast.Module:
    return ast.parse(_text(name), name)


def _walk(name: str) -> Iterator[ast.AST]:
    return ast.walk(_tree(name))


def _imports(name: str) -> Iterator[tuple[int, str]]:
    for node in _walk(name):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.lineno, node.module
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def _calls(pattern: re.Pattern[str], names: list[str]) -> list[str]:
    """Places where something with such a name is called."""
    found = []
    for name in names:
        for node in _walk(name):
            if isinstance(node, ast.Call) and pattern.fullmatch(ast.unparse(node.func)):
                found.append(f"{name}:{node.lineno}")
    return found


def test_nothing_else_lies_at_the_top() -> None:
    tops = {name.split("/")[0] for name in FILES}
    assert {name for name in tops if not name.startswith(".")} == TOP


def test_folders_that_hold_everything_and_nothing_do_not_exist() -> None:
    vague = {"utils", "helpers", "manager", "common", "misc", "tools"}
    assert [name for name in MODULES if vague & set(Path(name).with_suffix("").parts)] == []


def test_files_and_functions_can_be_read_in_one_sitting() -> None:
    found = [f"{name}: {lines} lines" for name in CODE if (lines := _text(name).count("\n")) > MOST_LINES]
    # A migration is one list of what changes; a test is as long as its story.
    for name in [name for name in CODE if not name.startswith(("tests/", "buurtapp/migrations/versions/"))]:
        for node in _walk(name):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > MOST_LINES_IN_A_FUNCTION:
                    found.append(f"{name}:{node.lineno} {node.name}: {length} lines")
    assert found == []


def test_every_module_says_what_lives_in_it() -> None:
    assert [name for name in MODULES if not ast.get_docstring(_tree(name))] == []


def test_catching_everything_is_for_the_crash_hook() -> None:
    """Whoever catches everything hides what is ours to mend; cleaning up and raising again catches nothing."""
    found = []
    for name in [name for name in CODE if name not in CATCH_ALL and not name.startswith("tests/")]:
        for node in _walk(name):
            if not isinstance(node, ast.ExceptHandler):
                continue
            caught = ast.unparse(node.type) if node.type is not None else "BaseException"
            last = node.body[-1]
            raised_again = isinstance(last, ast.Raise) and last.exc is None
            if re.search(r"\b(Base)?Exception\b", caught) and not raised_again:
                found.append(f"{name}:{node.lineno}")
    assert found == []


def test_the_app_cannot_reach_the_network() -> None:
    found = []
    for name in MODULES:
        for line, module in _imports(name):
            parts = module.split(".")
            reached = {".".join(parts[:count]) for count in range(1, len(parts) + 1)}
            # The lock file says whose computer it is: one call, no connection.
            if name == "buurtapp/core/store/slot.py" and module == "socket":
                assert set(re.findall(r"socket\.(\w+)", _text(name))) <= {"gethostname"}
            elif reached & OUTSIDE_WORLD:
                found.append(f"{name}:{line} {module}")
    assert found == []


def test_there_is_one_clock() -> None:
    """A clock of its own makes a screen, a paper or a test that cannot be repeated."""
    clock = re.compile(
        r"((dt|datetime)\.)?(datetime|date)\.(now|today|utcnow)|time\.time|Q(Date|DateTime|Time)\.current\w+"
    )
    assert _calls(clock, [name for name in MODULES if name not in CLOCKS]) == []


def test_shipped_files_are_found_by_one_module() -> None:
    """`Path(__file__)` works in a checkout and fails in the wheel, or the other way round."""
    found = []
    for name in [name for name in MODULES if name not in RESOURCE_READERS]:
        found += [f"{name}:{n.lineno}" for n in _walk(name) if isinstance(n, ast.Name) and n.id == "__file__"]
        found += [f"{name}:{line}" for line, module in _imports(name) if module.startswith("importlib.resources")]
    assert found == []


def test_the_app_speaks_through_its_screens_and_its_command_line() -> None:
    silent = [name for name in CODE if name not in PRINTS and not name.startswith("tests/bench/")]
    assert _calls(re.compile("print"), silent) == []


def test_the_screen_is_never_run_by_hand() -> None:
    """A loop inside the loop lets a second click in while the first is at work."""
    assert _calls(re.compile(r".*\bprocessEvents"), MODULES) == []
    threads = []
    for name in MODULES:
        for node in _walk(name):
            if isinstance(node, ast.ClassDef) and "QThread" in {ast.unparse(b).split(".")[-1] for b in node.bases}:
                threads.append(f"{name}:{node.lineno}")
    assert threads == []


def test_there_is_no_later() -> None:
    marks = re.compile(r"#.*\b(TODO|FIXME|XXX|HACK)\b|raise NotImplementedError")
    found = []
    for name in MODULES:
        found += [f"{name}:{n}" for n, line in enumerate(_text(name).splitlines(), 1) if marks.search(line)]
    assert found == []


def _forbidden_anywhere() -> re.Pattern[str]:
    # Written in halves, so that this file does not hold what it looks for.
    hosts = [
        "py" + r"pi\.org",
        "python" + r"hosted\.org",
        "conda" + r"\.io",
        r"artifact" + "ory",
        "index-" + "url",
        "jf" + "rog",
    ]
    places = ["/ro" + "ot/", "/wo" + "rk/", r"C:\\Us" + "ers"]
    secrets = ["BEGIN [A-Z ]*PRIVATE" + " KEY", "gh" + r"p_\w{30}", "AK" + r"IA[A-Z0-9]{16}"]
    return re.compile("|".join([*hosts, *places, *secrets]), re.IGNORECASE)


def test_no_file_names_a_registry_a_machine_or_a_secret() -> None:
    """The checkout works with whatever index and folders the next person has."""
    pattern = _forbidden_anywhere()
    found = []
    for name in [name for name in FILES if Path(name).suffix.lower() not in BINARY]:
        found += [f"{name}: {match.group(0)}" for match in pattern.finditer(_text(name))]
    assert found == []


def test_the_lock_is_hashed_and_names_no_host() -> None:
    lock = _text("packaging/requirements.lock")
    packages = re.findall(r"^([A-Za-z0-9_.\-\[\]]+)==", lock, re.MULTILINE)
    assert packages, "the lock is empty"
    assert "://" not in lock
    for block in re.split(r"\n(?=[A-Za-z0-9])", lock):
        assert "--hash=sha256:" in block, block.splitlines()[0]


def test_the_lock_holds_every_library_the_project_names() -> None:
    pins = re.findall(r"^([\w.\-]+)(?:\[[\w,]+\])?==([\w.]+)", _text("packaging/requirements.lock"), re.MULTILINE)
    locked = {canonicalize_name(name): version for name, version in pins}
    project = tomllib.loads(_text("pyproject.toml"))
    named = [Requirement(line) for line in (*project["project"]["dependencies"], *project["dependency-groups"]["dev"])]
    assert [str(one) for one in named if not one.specifier.contains(locked.get(canonicalize_name(one.name), "0"))] == []


def test_every_test_lies_where_its_subject_lies() -> None:
    """tests/printing/test_codes.py tests buurtapp/printing/: whoever changes one finds the other."""
    mirrors = [name for name in FILES if re.match(r"tests/(?!bench/|faults/|goldens/)(.*/)?test_\w+\.py$", name)]
    folders = {name: Path(name).relative_to("tests").parent for name in mirrors if name not in NO_MIRROR}
    assert [name for name, folder in folders.items() if not (CHECKOUT / "buurtapp" / folder).is_dir()] == []


def test_tests_have_names_of_their_own() -> None:
    names = [Path(name).name for name in FILES if name.startswith("tests/") and name.endswith(".py")]
    assert sorted({name for name in names if names.count(name) > 1}) == []


FONT_LICENCES = {
    "AtkinsonNext": "OFL-atkinson-hyperlegible-next.txt",
    "Baloo2": "OFL-baloo-2.txt",
    "Bricolage": "OFL-bricolage-grotesque.txt",
    "BuurtEmoji": "OFL-noto-emoji.txt",
    "BuurtHebreeuws": "OFL-noto-sans-hebrew.txt",
    "BuurtNoto": "OFL-noto-sans.txt",
    "Fraunces": "OFL-fraunces.txt",
    "NotoKufi": "OFL-noto-kufi-arabic.txt",
    "PlexArabic": "OFL-ibm-plex-sans-arabic.txt",
}
"""Family of a font file → its licence; a new font needs its line here."""


def test_every_font_comes_with_its_licence() -> None:
    fonts = [Path(name) for name in FILES if re.match(r"resources/fonts/.*\.(ttf|otf)$", name)]
    assert fonts
    for font in fonts:
        licence = CHECKOUT / "resources" / "fonts" / FONT_LICENCES[font.name.split("-")[0]]
        assert "SIL OPEN FONT LICENSE" in licence.read_text(encoding="utf-8").upper(), font.name


def test_every_set_of_pictures_says_whose_it_is() -> None:
    folders = {Path(name).parts[1] for name in FILES if re.match(r"resources/(icons|art)/", name)}
    for folder in folders:
        files = [Path(name).name.upper() for name in FILES if name.startswith(f"resources/{folder}/")]
        assert any(re.search("LICEN[CS]E|README", file) for file in files), f"resources/{folder}: whose is it?"


def test_papers_know_no_screen() -> None:
    found = []
    for name in [name for name in MODULES if "/printouts/" in name]:
        for line, module in _imports(name):
            if module.startswith(("PySide6", "buurtapp.uikit", "buurtapp.shell")):
                found.append(f"{name}:{line} {module}")
    assert found == []


def test_the_first_page_shows_what_is_there() -> None:
    for name in ("README.md", "buurtapp/README.md", "CHANGELOG.md"):
        linked = re.findall(r"\]\((?!https?:|#)([^)]+)\)", _text(name)) + re.findall(r'src="([^"]+)"', _text(name))
        missing = [link for link in linked if not ((CHECKOUT / name).parent / link).exists()]
        assert missing == [], name
