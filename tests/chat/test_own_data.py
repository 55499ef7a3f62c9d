"""What a chat may have of its own data, and that nothing of it is left once it asked to be forgotten."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.chat.quotas import PERSON_LIMITS, Limit, Quotas
from bot.models.chats import ChatKey
from bot.models.filters import Rule, RuleKind
from bot.models.messages import MessageKind, NewMessage, TextContent
from bot.playground.world.chats import DocumentBody
from tests.chat.rig import Rig, labels, text


def document(rig: Rig, *, back: int, chat: int | None = None) -> bytes:
    body = rig.messages(chat)[-back].body
    assert isinstance(body, DocumentBody)
    found = rig.api.world.files.find_document(body.file_id)
    assert found is not None
    return found.data


async def export(rig: Rig) -> tuple[dict[str, Any], str]:
    before = len(rig.messages())
    await rig.api.user_says("/export")
    await rig.api.wait_for(lambda: len(rig.messages()) == before + 2)
    return json.loads(document(rig, back=2)), document(rig, back=1).decode()


async def test_an_export_holds_what_the_chat_chose_and_the_feeds_behind_it(rig: Rig) -> None:
    await rig.publish("Bridge opens")
    await rig.publish("Cup final", category=("Sport",))
    await rig.says("/subscribe World")
    await rig.says("/schedule weekdays 07:30")
    key = ChatKey(chat_id=rig.api.me)
    rules = [Rule(kind=RuleKind.WORD, hides=True, value="football"), Rule(kind=RuleKind.MUTE, hides=True, value="X")]
    await rig.store.filters.add(key, rules, now=rig.clock.now())
    [article] = await rig.store.articles.recent([("World",)], since=rig.clock.now().replace(year=2025), limit=1)
    await rig.store.digests.mute(key, article.id, now=rig.clock.now())
    chosen, opml = await export(rig)
    assert (chosen["schema"], chosen["bot"], chosen["chat"]["kind"]) == (1, "tidings_demo_bot", "private")
    assert chosen["follows"] == ["World"]
    assert chosen["settings"]["schedule"] == "weekdays 07:30"
    assert chosen["settings"]["zone"] == "UTC"
    assert "cursor" not in chosen["settings"]
    assert [entry["rule"] for entry in chosen["filters"]] == ["-football", "/mute X"]
    assert chosen["filters"][0]["saved_at"] == "2026-03-02T12:00:00+00:00"
    assert [entry["title"] for entry in chosen["muted_stories"]] == ["Bridge opens"]
    assert "outbox" not in chosen
    assert "https://example.org/0.xml" in opml
    assert "https://example.org/1.xml" not in opml


def rows_with(database: Path, needle: str) -> dict[str, int]:
    """How many rows of each table hold this text or number, in any column."""
    with closing(sqlite3.connect(database)) as db:
        # The index of words has tables of its own, which are read.
        listed = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        tables = [row[0] for row in db.execute(listed)]
        found = {table: sum(needle in repr(row) for row in db.execute(f"SELECT * FROM {table}")) for table in tables}
    return {table: count for table, count in found.items() if count}


def fill_every_table_of_chats(database: Path, chat_id: int) -> set[str]:
    """Give every table with a column of chats or people a row of this chat, whatever else it wants; the tables."""
    filled = set()
    with closing(sqlite3.connect(database, isolation_level=None)) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql > ''").fetchall():
            columns = {row[1]: row for row in db.execute(f"PRAGMA table_info({table})")}
            for owner in {"chat_id", "person_id"} & columns.keys():
                filled.add(table)
                values: dict[str, object] = {owner: chat_id}
                for name, (_, _, kind, required, default, primary) in columns.items():
                    if name not in values and (required or primary) and default is None and name != "id":
                        values[name] = 987 if kind in ("INTEGER", "REAL") else "987"
                marks = ", ".join("?" * len(values))
                db.execute(
                    f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})",
                    list(values.values()),
                )
    return filled


async def test_nothing_of_a_forgotten_chat_is_left_in_any_table(rig: Rig, tmp_path: Path) -> None:
    await rig.publish("Bridge opens", "Otters return")
    for command in ("/subscribe World", "/schedule 18:30", "/digest", "/today"):
        await rig.says(command)
    await rig.store.filters.add(
        ChatKey(chat_id=rig.api.me), [Rule(kind=RuleKind.WORD, hides=True, value="x")], now=rig.clock.now()
    )
    notices = [
        NewMessage(
            kind=MessageKind.NOTICE,
            chat=ChatKey(chat_id=4242),
            dedupe_key=f"notice:4242:refused:{number}:0",
            content=TextContent(html=f"I can no longer write in {number}"),
            not_before=rig.clock.now().replace(year=2030),
        )
        for number in (rig.api.me, 77)
    ]
    await rig.store.outbox.enqueue(notices, now=rig.clock.now())
    database = tmp_path / "tidings.db"
    tables = fill_every_table_of_chats(database, rig.api.me)
    assert {"announcements", "chats", "digests", "filters", "outbox", "sent_stories", "subscriptions"} <= tables
    assert tables <= rows_with(database, str(rig.api.me)).keys()
    asked = await rig.says("/forget")
    assert labels(asked) == ["Forget me", "Cancel"]
    assert text(await rig.presses("Cancel")) == "All stays as it is."
    assert tables <= rows_with(database, str(rig.api.me)).keys()
    await rig.says("/forget")
    assert "I have forgotten you" in text(await rig.presses("Forget me"))
    assert rows_with(database, str(rig.api.me)) == {}
    assert rows_with(database, "Ada") == {}
    assert rows_with(database, "4242") == {"outbox": 1}
    # Whoever comes back is new.
    await rig.says("/start")
    assert await rig.follows() == []


async def test_in_a_group_only_administrators_export_and_forget(rig: Rig) -> None:
    rig.api.add_person(4243)
    rig.api.world.chats[rig.api.group].members[4243] = "member"
    await rig.says("/today", chat=rig.api.group)
    for command in ("/export", "/forget"):
        assert "administrators" in text(await rig.says(command, chat=rig.api.group, sender=4243))
    await rig.says("/forget", chat=rig.api.group)
    await rig.presses("Forget me", chat=rig.api.group, sender=4243)
    assert await rig.store.own_data.topics(rig.api.group)
    assert "forgotten this chat" in text(await rig.presses("Forget me", chat=rig.api.group))
    assert not await rig.store.own_data.topics(rig.api.group)


async def test_files_that_telegram_refuses_are_told(rig: Rig) -> None:
    rig.api.fail_next("sendDocument", 400, "Bad Request: no")
    assert text(await rig.says("/export")) == "The files could not be sent. Please try again later."


async def test_where_no_feeds_stand_behind_a_chat_it_is_told_so_and_gets_no_empty_file(rig: Rig) -> None:
    before = len(rig.messages())
    await rig.api.user_says("/export")
    await rig.api.wait_for(lambda: len(rig.messages()) == before + 2)
    assert isinstance(rig.messages()[-2].body, DocumentBody)
    assert text(rig.last()).startswith("There is no file of feeds: no public feeds")


def test_forgotten_people_have_used_nothing() -> None:
    quotas = Quotas()
    once = (Limit(count=1, seconds=60),)
    assert quotas.take([(("user", 7), once), ("everybody", PERSON_LIMITS)], now=0) is None
    assert quotas.take([(("user", 8), once)], now=0) is None
    quotas.forget(7)
    assert quotas.take([(("user", 7), once)], now=1) is None
    assert quotas.take([(("user", 8), once)], now=1) is not None
