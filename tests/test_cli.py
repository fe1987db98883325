"""The command line as a whole: every word leads somewhere, help never falls over, refusals are sentences."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from buurtapp import cli


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "buurtapp", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
        check=False,
    )


@pytest.mark.parametrize(("word", "place"), [*cli.COMMANDS.items(), *cli.PRINTS.items()])
def test_every_word_leads_to_a_command(word: str, place: str) -> None:
    command = cli._load(place)
    assert isinstance(command, click.Command), word
    assert command.help or command.callback, word


def test_help_lists_every_word() -> None:
    done = _run("--help")
    assert done.returncode == 0, done.stderr
    assert [word for word in (*cli.COMMANDS, "print") if word not in done.stdout] == []


@pytest.mark.parametrize("word", sorted(cli.COMMANDS))
def test_every_command_explains_itself(word: str) -> None:
    done = _run(word, "--help")
    assert done.returncode == 0, done.stderr
    assert "Usage: buurtapp" in done.stdout


@pytest.mark.parametrize("arguments", [["nonsense"], ["check"], ["check", "a.buurt", "--what"], ["import", "a.buurt"]])
def test_wrong_usage_is_exit_2(arguments: list[str]) -> None:
    done = _run(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_refusal_is_a_sentence_and_the_same_as_json(tmp_path: Path) -> None:
    missing = tmp_path / "nergens.buurt"
    spoken = _run("check", str(missing))
    done = _run("check", str(missing), "--json")
    assert spoken.returncode == done.returncode == 1
    assert "nergens.buurt" in spoken.stderr
    assert "Traceback" not in spoken.stderr
    error = json.loads(done.stdout)["error"]
    assert set(error) == {"kind", "text", "advice"}
    assert not missing.exists()


def test_the_language_of_messages_can_be_chosen(tmp_path: Path) -> None:
    missing = str(tmp_path / "nergens.buurt")
    dutch = _run("--lang", "nl", "check", missing).stderr
    english = _run("--lang", "en", "check", missing).stderr
    assert "bestand" in dutch
    assert "file" in english


NO_NETWORK = """
import runpy, sys
REACHING = {"socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind", "urllib.Request"}
def listen(event, arguments):
    if event in REACHING:
        raise SystemExit(f"reached out: {event} {arguments}")
sys.addaudithook(listen)
sys.argv = ["buurtapp", "demo", sys.argv[1]]
runpy.run_module("buurtapp", run_name="__main__", alter_sys=True)
"""


def test_the_main_job_is_done_without_a_network(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-c", NO_NETWORK, str(tmp_path / "klaverhoek")],
        capture_output=True,
        text=True,
        env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "reached out" not in done.stderr
    assert list((tmp_path / "klaverhoek").glob("*.pdf"))


@pytest.mark.parametrize(
    ("word", "kind"), [*(("print", kind) for kind in cli.PRINTS), *(("export", kind) for kind in cli.EXPORTS)]
)
def test_every_kind_of_paper_and_list_explains_itself(word: str, kind: str) -> None:
    done = _run(word, "a.buurt", kind, "--help")
    assert done.returncode == 0, done.stderr
    assert f"Usage: buurtapp {word} FILE {kind}" in done.stdout


@pytest.mark.parametrize("words", [("print", "--help"), ("print", "a.buurt", "-h"), ("export", "--help")])
def test_before_a_kind_is_named_help_names_the_kinds(words: tuple[str, ...]) -> None:
    done = _run(*words)
    assert done.returncode == 0, done.stderr
    kinds = cli.PRINTS if words[0] == "print" else cli.EXPORTS
    told = "".join(done.stdout.split())
    assert all("".join(kind.split()) in told for kind in kinds)
