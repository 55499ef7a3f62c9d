"""kill -9 and SIGTERM against the real bot in a process of its own; a bare Bot API counts what arrived."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.bot_api import FastBotApi, serving
from bot.store import Store
from bot.store.database.files import newest_good_backup
from tests.faults.crashing import (
    ROOT,
    START_SECONDS,
    a_bot,
    a_due_digest,
    copies_by_chat,
    crash_again_and_again,
    rows,
    states,
    until,
    until_all_is_told,
)


async def until_it_dies(folder: Path, url: str, fault: str) -> None:
    async with a_bot(folder, url, fault=fault) as process, asyncio.timeout(START_SECONDS):
        assert await process.wait() == -signal.SIGKILL


async def test_kills_in_the_middle_of_a_digest_lose_nothing_and_double_no_more_than_was_in_flight(
    tmp_path: Path,
) -> None:
    found = await crash_again_and_again(tmp_path, chats=250, kills=1, rate=200)
    assert found.holds(), found
    assert found.in_flight > 0


@pytest.mark.faults
async def test_twenty_kills_in_the_middle_of_a_digest_for_5000_chats(tmp_path: Path) -> None:
    found = await crash_again_and_again(tmp_path, chats=5000, kills=20, rate=200)
    assert found.holds(), found


async def test_what_was_accepted_and_not_recorded_is_in_doubt_at_the_next_start_and_comes_once_more(
    tmp_path: Path,
) -> None:
    await a_due_digest(tmp_path, 2)
    api = FastBotApi()
    async with serving(api) as url:
        await until_it_dies(tmp_path, url, "sender.after_accept:kill")
        accepted = api.accepted.total()
        in_flight = states(tmp_path).get("sending", 0)
        assert accepted >= 1
        assert in_flight >= accepted
        await until_all_is_told(tmp_path, url, boot=1)
    assert set(copies_by_chat(api)) == {1, 2}
    assert api.accepted.total() == 2 + accepted
    assert states(tmp_path) == {"sent": 2}


async def test_a_kill_between_the_messages_and_the_schedule_of_a_digest_leaves_neither(tmp_path: Path) -> None:
    await a_due_digest(tmp_path, 2)
    due = rows(tmp_path, "SELECT chat_id, next_digest_at, cursor FROM chats")
    api = FastBotApi()
    async with serving(api) as url:
        await until_it_dies(tmp_path, url, "digest.between_insert_and_advance:kill")
        assert states(tmp_path) == {}
        assert rows(tmp_path, "SELECT chat_id, next_digest_at, cursor FROM chats") == due
        await until_all_is_told(tmp_path, url, boot=1)
    assert copies_by_chat(api) == {1: 1, 2: 1}
    assert rows(tmp_path, "SELECT chat_id, next_digest_at, cursor FROM chats") != due


async def test_a_stop_in_the_middle_of_a_send_waits_for_its_answer_and_records_it(tmp_path: Path) -> None:
    await a_due_digest(tmp_path, 3)
    api = FastBotApi(latency=1.0)
    async with serving(api) as url, a_bot(tmp_path, url) as process:
        await until(lambda: states(tmp_path).get("sending"), process=process, seconds=START_SECONDS)
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(60):
            assert await process.wait() == 0
    assert states(tmp_path).keys() <= {"sent", "pending"}  # nothing that the next start would send again
    assert states(tmp_path)["sent"] == api.accepted.total() > 0


def killed(folder: Path, fault: str, work: str) -> None:
    """Runs `work` in a process that dies at a fault point."""
    code = f"""
from pathlib import Path
from tests.faults import child
child.arm({fault!r})
from bot.store.database.files import back_up, prepare
{work}
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()


async def test_a_kill_in_the_middle_of_a_migration_changes_nothing_and_it_is_applied_again(tmp_path: Path) -> None:
    killed(tmp_path, "migration.before_record:kill", "prepare(Path('tidings.db'))")
    tables = {name for (name,) in rows(tmp_path, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert "outbox" not in tables
    async with Store.open(tmp_path / "tidings.db") as store:
        assert (await store.outbox.stats()).sent == 0


async def test_a_kill_in_the_middle_of_a_backup_leaves_the_last_good_one(tmp_path: Path) -> None:
    async with Store.open(tmp_path / "tidings.db") as store:
        await store.facts.set("a", "b")
        good = tmp_path / "backups" / "good.db"
        await store.backup(good)
        before = good.read_bytes()
        await store.facts.set("a", "c")
    killed(tmp_path, "backup.before_rename:kill", "back_up(Path('tidings.db'), Path('backups/good.db'))")
    assert good.read_bytes() == before
    assert newest_good_backup(tmp_path / "tidings.db") == good
    async with Store.open(tmp_path / "tidings.db") as store:
        await store.backup(good)  # over what the killed one left
    assert sorted(path.name for path in good.parent.iterdir()) == ["good.db"]
