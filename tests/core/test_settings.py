"""The settings file is disposable: whatever is damaged falls back."""

from __future__ import annotations

from pathlib import Path

import pytest

from buurtapp.core import paths
from buurtapp.core.settings import Settings, load_settings, save_settings


@pytest.fixture(autouse=True)
def own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "folder" / "settings.ini"
    monkeypatch.setenv("BUURTAPP_SETTINGS", str(file))
    return file


def test_settings_come_back_as_they_were_saved() -> None:
    saved = Settings("en", "dark", 150, (Path("a %s [b].buurt"), Path("ü.buurt")), (1, 2, 800, 600), "3x8 70x37 0x0.5")
    save_settings(saved)
    assert load_settings() == saved


def test_without_a_file_there_are_defaults() -> None:
    assert load_settings() == Settings()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00garbage",
        b"no section",
        b"[other]\nlanguage = en",
        b"[buurtapp]\nlanguage = xx\ntheme = pink\ntext_size = huge\nrecent = {}\nwindow = 1,2",
        b"[buurtapp]\nlanguage = en\nlanguage = nl",
    ],
)
def test_damaged_settings_fall_back(own_file: Path, content: bytes) -> None:
    own_file.parent.mkdir()
    own_file.write_bytes(content)
    assert load_settings() == Settings()


def test_a_text_size_out_of_range_is_brought_back(own_file: Path) -> None:
    own_file.parent.mkdir()
    own_file.write_text("[buurtapp]\ntext_size = 900\n")
    assert load_settings().text_size == 200


def test_recent_files_come_once_and_newest_first() -> None:
    settings = Settings()
    for name in ("a", "b", "a", *"cdefghij"):
        settings = settings.with_recent(Path(name))
    assert settings.recent[0] == Path("j")
    assert len(settings.recent) == 8
    assert len(set(settings.recent)) == 8


def test_settings_that_cannot_be_saved_bother_nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("BUURTAPP_SETTINGS", str(tmp_path / "file" / "settings.ini"))
    save_settings(Settings("en"))
    assert load_settings() == Settings()
    assert paths.settings_file().parent.is_file()
