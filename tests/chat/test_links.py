"""The reader that reads links: quotas, sharing, keeping."""

from __future__ import annotations

import asyncio

import pytest

from bot.chat import links
from bot.chat.links import Busy, LinkReader
from bot.ingest.load import LinkRefused
from bot.models.articles import ParsedArticle
from tests.fakes import FakeClock, a_parsed_article

URL = "https://example.org/a"


class Reader:
    """Counts what is read; gives an article for URL, refuses others."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.begun = asyncio.Event()
        self.gate = asyncio.Event()
        self.gate.set()

    async def __call__(self, url: str) -> ParsedArticle | LinkRefused:
        self.read.append(url)
        self.begun.set()
        await self.gate.wait()
        return a_parsed_article(url=URL) if url.startswith(URL) else LinkRefused(reason_key="chat-link-failed")


@pytest.fixture
def reader(clock: FakeClock) -> LinkReader:
    return LinkReader(clock)


def ask(reader: LinkReader, user: int, *, group: int | None = None, resize: bool = False) -> Busy | None:
    """Admit and, where admitted, leave at once."""
    busy = reader.admit(user_id=user, group_id=group, resize=resize)
    if busy is None:
        reader.release(user)
    return busy


def test_a_user_has_five_in_ten_minutes_and_thirty_a_day(reader: LinkReader, clock: FakeClock) -> None:
    assert [ask(reader, 7) for _ in range(6)] == [None] * 5 + [Busy.TOO_MANY]
    admitted = 5
    for _ in range(10):
        clock.advance(601)
        admitted += sum(ask(reader, 7) is None for _ in range(5))
    assert admitted == 30
    clock.advance(86_400)
    assert ask(reader, 7) is None


def test_a_group_has_ten_in_ten_minutes(reader: LinkReader) -> None:
    assert [ask(reader, user, group=-1) for user in range(12)] == [None] * 10 + [Busy.TOO_MANY] * 2
    assert ask(reader, 11) is None


def test_other_lengths_have_a_quota_of_their_own(reader: LinkReader) -> None:
    assert [ask(reader, 7, group=-1, resize=True) for _ in range(21)] == [None] * 20 + [Busy.TOO_MANY]
    assert ask(reader, 7, group=-1) is None


def test_one_in_work_a_user_and_twenty_in_all(reader: LinkReader) -> None:
    assert reader.admit(user_id=0, group_id=None) is None
    assert reader.admit(user_id=0, group_id=None) is Busy.ONE_AT_A_TIME
    for user in range(1, links.MAX_WAITING_USERS):
        assert reader.admit(user_id=user, group_id=None) is None
    assert reader.admit(user_id=99, group_id=None) is Busy.QUEUE_FULL
    reader.release(3)
    assert reader.admit(user_id=99, group_id=None) is None


def test_a_refusal_is_told_once_a_minute(reader: LinkReader, clock: FakeClock) -> None:
    assert [reader.may_notify(7), reader.may_notify(7), reader.may_notify(8)] == [True, False, True]
    clock.advance(61)
    assert reader.may_notify(7)


async def test_a_page_is_kept_a_day_and_a_failure_ten_minutes(reader: LinkReader, clock: FakeClock) -> None:
    read = Reader()
    for url in (URL, f"{URL}?utm_source=x", "https://example.org/none", "https://example.org/none"):
        await reader.read(url, read)
    assert read.read == [URL, "https://example.org/none"]
    clock.advance(601)
    await reader.read(URL, read)
    assert isinstance(await reader.read("https://example.org/none", read), LinkRefused)
    assert read.read == [URL, "https://example.org/none", "https://example.org/none"]


async def test_those_who_ask_at_once_share_one_reading(reader: LinkReader) -> None:
    read = Reader()
    read.gate.clear()
    asking = [asyncio.create_task(reader.read(URL, read)) for _ in range(5)]
    await read.begun.wait()
    asking[0].cancel()
    read.gate.set()
    answers = await asyncio.gather(*asking[1:])
    assert len(read.read) == 1
    assert all(isinstance(answer, ParsedArticle) for answer in answers)


async def test_what_the_owner_may_see_is_read_again_for_others(reader: LinkReader) -> None:
    read = Reader()
    await reader.read(URL, read, for_owner=True)
    await reader.read(URL, read)
    await reader.read(URL, read, for_owner=True)
    assert len(read.read) == 2


async def test_only_the_latest_pages_are_kept(reader: LinkReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "MAX_CACHED_PAGES", 2)
    read = Reader()
    for number in (1, 2, 3, 1):
        await reader.read(f"{URL}{number}", read)
    assert len(read.read) == 4


async def test_an_address_that_is_none_is_left_to_the_reader(reader: LinkReader) -> None:
    read = Reader()
    await reader.read("nonsense", read)
    assert read.read == ["nonsense"]
