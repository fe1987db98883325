"""Copies: verified, thinned out by rule, put back only whole."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from street_rows import added, new_store

from buurtapp.core.clock import FixedClock
from buurtapp.core.errors import OutsideTrouble, UserError
from buurtapp.core.store import Store, backup, migrate


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as store:
        added(store, "Klaverstraat")
        yield store


def test_a_copy_holds_everything_and_comes_back_the_same(store: Store, tmp_path: Path) -> None:
    info = store.backup()
    target = tmp_path / "back.buurt"
    backup.restore(info.file, target, migrate.newest_schema())
    with Store.open(target) as restored:
        assert restored.check().digest == store.check().digest == info.digest
        assert [entry.label for entry in restored.history()] == [entry.label for entry in store.history()]


def test_a_copy_can_be_read_without_us(store: Store) -> None:
    with zipfile.ZipFile(store.backup().file) as archive:
        assert "Klaverstraat" in archive.read("plain/street.csv").decode()


def test_no_copy_is_made_when_nothing_changed(store: Store) -> None:
    assert store.backup_if_changed() is not None
    assert store.backup_if_changed() is None
    added(store, "Laan")
    assert store.backup_if_changed() is not None
    assert len(backup.listed(store.path)) == 2


def test_an_unreadable_newest_copy_is_no_reason_to_skip(store: Store) -> None:
    made = store.backup()
    made.file.write_bytes(b"nothing")
    assert store.backup_if_changed() is not None


def test_restoring_never_replaces_a_file(store: Store, tmp_path: Path) -> None:
    info = store.backup()
    target = tmp_path / "mine.buurt"
    target.write_bytes(b"mine")
    with pytest.raises(UserError) as caught:
        backup.restore(info.file, target, migrate.newest_schema())
    assert caught.value.kind == "file_exists"
    assert target.read_bytes() == b"mine"


def test_a_copy_with_any_changed_byte_is_refused_or_equal(store: Store, tmp_path: Path) -> None:
    info = store.backup()
    whole = info.file.read_bytes()
    with zipfile.ZipFile(info.file) as archive:
        member = archive.getinfo("group.buurt")
    chance = random.Random(1)
    start, end = member.header_offset + 60, member.header_offset + member.compress_size
    refused = 0
    for number in range(60):
        spoiled = bytearray(whole)
        spoiled[chance.randrange(start, end)] ^= 1 << chance.randrange(8)
        copy = tmp_path / "spoiled.buurtkopie"
        copy.write_bytes(spoiled)
        target = tmp_path / f"back-{number}.buurt"
        try:
            restored = backup.restore(copy, target, migrate.newest_schema())
        except OutsideTrouble as error:
            refused += error.kind == "not_a_copy" and not target.exists()
        else:
            # Packed data holds a few bits that mean nothing.
            assert restored.digest == info.digest
            with Store.open(target) as opened:
                assert opened.check().digest == info.digest
    assert refused >= 40
    assert not list(tmp_path.glob("*.half*"))


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x03\x04 not a zip"])
def test_something_else_than_a_copy_is_refused(tmp_path: Path, content: bytes) -> None:
    copy = tmp_path / "x.buurtkopie"
    copy.write_bytes(content)
    with pytest.raises(OutsideTrouble) as caught:
        backup.restore(copy, tmp_path / "back.buurt", migrate.newest_schema())
    assert caught.value.kind == "not_a_copy"


def test_a_zip_with_a_wrong_shape_is_refused(tmp_path: Path) -> None:
    copy = tmp_path / "x.buurtkopie"
    with zipfile.ZipFile(copy, "w") as archive:
        archive.writestr("../../escape.buurt", b"x")
        archive.writestr("manifest.json", "[]")
    with pytest.raises(OutsideTrouble) as caught:
        backup.restore(copy, tmp_path / "back.buurt", migrate.newest_schema())
    assert caught.value.kind == "not_a_copy"


def test_a_clock_that_jumps_back_still_numbers_on(tmp_path: Path) -> None:
    clock = FixedClock(datetime(2026, 10, 13, 12, 5, tzinfo=UTC))
    with Store.create(tmp_path / "soep.buurt", clock) as store:
        store.backup()
        clock.set(datetime(2016, 1, 1, tzinfo=UTC))
        newest = store.backup()
        assert backup.listed(store.path)[-1][2] == newest.file


HISTORIES = st.lists(st.integers(-3_650, 3_650), max_size=80).map(
    lambda days: [(number + 1, date(2026, 10, 13) + timedelta(days=day)) for number, day in enumerate(days)]
)


@given(HISTORIES)
def test_the_newest_copy_is_always_kept_whatever_the_clock_did(copies: list[tuple[int, date]]) -> None:
    keep = backup.retained(copies)
    assert keep <= {number for number, _ in copies}
    if copies:
        assert copies[-1][0] in keep


def test_a_year_of_daily_copies_is_thinned_to_days_weeks_and_months() -> None:
    copies = [(number + 1, date(2025, 10, 14) + timedelta(days=number)) for number in range(365)]
    keep = backup.retained(copies)
    days = [day for number, day in copies if number in keep]
    assert 25 <= len(days) <= 12 + 10 + 9 + 2
    assert days[-12:] == [date(2026, 10, 13) - timedelta(days=back) for back in range(11, -1, -1)]
    assert days[0] < date(2026, 3, 1)


def test_all_copies_of_the_last_two_days_are_kept() -> None:
    copies = [(number + 1, date(2026, 10, 12 + number // 20)) for number in range(40)]
    assert backup.retained(copies) == {number for number, _ in copies}


def test_age_is_counted_in_days_here(store: Store) -> None:
    assert backup.age_days(store.path, store.clock.now()) is None
    store.backup()
    assert backup.age_days(store.path, store.clock.now() + timedelta(days=15)) == 15
