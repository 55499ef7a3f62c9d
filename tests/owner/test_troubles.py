"""Which troubles owners are told of, and that each is told once until it has passed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.errors import StoreError
from bot.models.decisions import Sent
from bot.models.messages import TextContent
from bot.models.sources import SWITCHED_OFF, SourceUpdate
from bot.owner.troubles import (
    BACKUP,
    DISK,
    ENGINE,
    FAILURES_OF_A_DAY,
    LOW_BYTES,
    Standing,
    notices,
    troubles,
    undecided,
)
from bot.owner.watch import OwnerWatch
from bot.store import Store
from bot.texts import speaker
from summarizer import EngineState, EngineStatus
from tests.fakes import NOON, FakeClock, a_source
from tests.stores import a_store

READY = EngineStatus(engine="extractive")
SAY = speaker("en")
DAY = timedelta(days=1)


def found(known: set[str] | None = None, **changes: Any) -> dict[str, str]:
    fields: dict[str, Any] = {"sources": (), "free_bytes": 10**12, "engine": READY, "backup_error": "", **changes}
    return troubles(Standing(**fields), known=known or set(), say=SAY, now=NOON)


@pytest.mark.parametrize(
    ("changes", "is_dead"),
    [
        ({"failures": 3, "succeeded_at": NOON - DAY}, True),
        ({"failures": 3, "succeeded_at": NOON - DAY + timedelta(minutes=1)}, False),
        ({"failures": 0, "succeeded_at": NOON - 9 * DAY}, False),  # it is read rarely
        ({"failures": FAILURES_OF_A_DAY, "succeeded_at": None}, True),
        ({"failures": 1, "succeeded_at": None}, False),
        ({"failures": 1, "succeeded_at": NOON, "enabled": False}, True),  # it is gone for good
        ({"failures": 0, "enabled": False, "trouble": SWITCHED_OFF}, False),
    ],
)
def test_a_source_is_dead_that_was_tried_for_a_day_or_given_up(changes: dict[str, Any], is_dead: bool) -> None:
    source = a_source(7, name="Harbour <News>", last_error="No answer", **changes)
    shown = found(sources=(source,))
    said = (
        "I could not read Harbour &lt;News&gt; for a day" if source.enabled else "Harbour &lt;News&gt; is gone for good"
    )
    assert set(shown) == ({"source.7"} if is_dead else set())
    assert all(text.startswith(said) and "No answer" in text for text in shown.values())


def test_many_sources_that_die_at_once_are_one_notice() -> None:
    dead = [
        a_source(number, name=f"Paper {number}", failures=9, succeeded_at=NOON - DAY, last_error="No answer")
        for number in range(1, 13)
    ]
    known = found(sources=tuple(dead), backup_error="disk full")
    told = notices(known, known.keys(), dead, say=SAY)
    assert set(told) == {"backup", "sources"}
    assert told["sources"].startswith("12 sources could not be read for a day: Paper 1, Paper 2")
    assert "Paper 10…" in told["sources"]
    few = found(sources=tuple(dead[:3]))
    assert notices(few, few.keys(), dead[:3], say=SAY) == few


def test_disk_engine_and_backups_are_told() -> None:
    assert found() == {}
    failed = EngineStatus(engine="qwen", state=EngineState.FAILED, detail="no memory")
    shown = found(free_bytes=LOW_BYTES - 1, engine=failed, backup_error="disk full")
    assert set(shown) == {DISK, ENGINE, BACKUP}
    assert "no memory" in shown[ENGINE]
    assert "disk full" in shown[BACKUP]
    assert set(found({DISK}, free_bytes=LOW_BYTES + 1)) == {DISK}
    assert found(free_bytes=LOW_BYTES + 1) == {}


def test_soon_after_a_start_nothing_is_known_of_engine_and_backups() -> None:
    loading = EngineStatus(engine="qwen", state=EngineState.LOADING)
    assert undecided(Standing(sources=(), free_bytes=0, engine=loading)) == {ENGINE, BACKUP}
    assert undecided(Standing(sources=(), free_bytes=0, engine=READY, backup_error="")) == set()


@dataclass
class _Engine:
    status: EngineStatus = field(default_factory=lambda: READY)


async def _told(store: Store, clock: FakeClock) -> list[tuple[int, str]]:
    """What waits for owners, as (owner, text); it counts as sent then."""
    told = []
    while claimed := await store.outbox.claim(owner="test", now=clock.now(), limit=50):
        for row in claimed:
            assert isinstance(row.message.content, TextContent)
            told.append((row.message.chat.chat_id, row.message.content.html))
            await store.outbox.settle(row.id, owner="test", decision=Sent(message_ids=(1,)), now=clock.now())
    return told


async def test_each_trouble_is_told_once_to_each_owner_until_it_has_passed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, engine = FakeClock(), _Engine()
    async with a_store(tmp_path / "tidings.db") as store:

        def new_watch(owners: tuple[int, ...] = (1, 2)) -> OwnerWatch:
            fields: dict[str, Any] = {"summarizer": engine, "data_dir": tmp_path, "owners": owners, "say": SAY}
            return OwnerWatch(store=store, clock=clock, **fields)

        monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=10**12))
        source = await store.sources.add(a_source(1, name="Harbour News").spec, now=clock.now())
        well = SourceUpdate(source_id=source.id, checked_at=clock.now(), next_check_at=clock.now())
        await store.sources.apply(well)
        clock.advance(days=2)
        well = replace(well, checked_at=clock.now(), next_check_at=clock.now())
        await store.sources.apply(replace(well, failures=4, last_error="No answer", completes=False))
        await new_watch(owners=()).step()
        assert await _told(store, clock) == []
        looking = new_watch()
        await looking.step()
        assert [owner for owner, _ in await _told(store, clock)] == [1, 2]
        for again in (looking, new_watch()):
            clock.advance(hours=1)
            await again.step()
            assert await _told(store, clock) == []
        await store.sources.apply(well)
        await looking.step()
        assert await store.owner.told_troubles() == set()

        async def fail(**_: object) -> None:
            raise StoreError("cannot write the backup")

        monkeypatch.setattr(store, "daily_backup", fail)
        with pytest.raises(StoreError):
            await looking.back_up()
        await looking.step()
        assert [owner for owner, text in await _told(store, clock) if "cannot write the backup" in text] == [1, 2]
        await new_watch().step()  # after a restart, before its first backup
        assert await store.owner.told_troubles() == {BACKUP}
        monkeypatch.undo()
        await looking.back_up()  # there is nothing to keep yet
        await looking.step()
        assert await store.owner.told_troubles() == set()
