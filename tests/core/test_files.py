"""Whole files or nothing."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from buurtapp.core.errors import OutsideTrouble
from buurtapp.core.files import write_atomic


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    target = tmp_path / "list.pdf"
    write_atomic(target, b"new")
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["list.pdf"]


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "list.pdf"
    target.write_bytes(b"old")
    write_atomic(target, b"new")
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EACCES, "read_only"),
        (errno.EIO, "unreachable"),
        (errno.EBUSY, "busy"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_trouble_leaves_the_old_file_and_no_half_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, kind: str, step: str
) -> None:
    target = tmp_path / "list.pdf"
    target.write_bytes(b"old")

    def fail(*_arguments: object, **_named: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail) if step == "fsync" else monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OutsideTrouble) as caught:
        write_atomic(target, b"new")
    assert caught.value.kind == kind
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["list.pdf"]


def test_a_missing_folder_is_told_without_its_path(tmp_path: Path) -> None:
    with pytest.raises(OutsideTrouble) as caught:
        write_atomic(tmp_path / "gone" / "list.pdf", b"new")
    assert caught.value.kind == "no_such_file"
    assert str(tmp_path) not in str(caught.value)


def test_writing_over_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "list.pdf").mkdir()
    with pytest.raises(OutsideTrouble) as caught:
        write_atomic(tmp_path / "list.pdf", b"new")
    assert caught.value.kind in {"is_a_folder", "busy"}
