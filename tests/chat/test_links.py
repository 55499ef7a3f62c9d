"""The desk that reads links: quotas, sharing, keeping."""

from __future__ import annotations

import asyncio

import pytest

from bot.chat import links
from bot.chat.links import Busy, LinkDesk
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
def desk(clock: FakeClock) -> LinkDesk:
    return LinkDesk(clock)


def ask(desk: LinkDesk, user: int, *, group: int | None = None, resize: bool = False) -> Busy | None:
    """Admit and, where admitted, leave at once."""
    busy = desk.admit(user_id=user, group_id=group, resize=resize)
    if busy is None:
        desk.leave(user)
    return busy


def test_a_user_has_five_in_ten_minutes_and_thirty_a_day(desk: LinkDesk, clock: FakeClock) -> None:
    assert [ask(desk, 7) for _ in range(6)] == [None] * 5 + [Busy.TOO_MANY]
    admitted = 5
    for _ in range(10):
        clock.advance(601)
        admitted += sum(ask(desk, 7) is None for _ in range(5))
    assert admitted == 30
    clock.advance(86_400)
    assert ask(desk, 7) is None


def test_a_group_has_ten_in_ten_minutes(desk: LinkDesk) -> None:
    assert [ask(desk, user, group=-1) for user in range(12)] == [None] * 10 + [Busy.TOO_MANY] * 2
    assert ask(desk, 11) is None


def test_other_lengths_have_a_quota_of_their_own(desk: LinkDesk) -> None:
    assert [ask(desk, 7, group=-1, resize=True) for _ in range(21)] == [None] * 20 + [Busy.TOO_MANY]
    assert ask(desk, 7, group=-1) is None


def test_one_in_work_a_user_and_twenty_in_all(desk: LinkDesk) -> None:
    assert desk.admit(user_id=0, group_id=None) is None
    assert desk.admit(user_id=0, group_id=None) is Busy.ONE_AT_A_TIME
    for user in range(1, links.QUEUE_LENGTH):
        assert desk.admit(user_id=user, group_id=None) is None
    assert desk.admit(user_id=99, group_id=None) is Busy.QUEUE_FULL
    desk.leave(3)
    assert desk.admit(user_id=99, group_id=None) is None


def test_a_refusal_is_told_once_a_minute(desk: LinkDesk, clock: FakeClock) -> None:
    assert [desk.may_notify(7), desk.may_notify(7), desk.may_notify(8)] == [True, False, True]
    clock.advance(61)
    assert desk.may_notify(7)


async def test_a_page_is_kept_a_day_and_a_failure_ten_minutes(desk: LinkDesk, clock: FakeClock) -> None:
    read = Reader()
    for url in (URL, f"{URL}?utm_source=x", "https://example.org/none", "https://example.org/none"):
        await desk.read(url, read)
    assert read.read == [URL, "https://example.org/none"]
    clock.advance(601)
    await desk.read(URL, read)
    assert isinstance(await desk.read("https://example.org/none", read), LinkRefused)
    assert read.read == [URL, "https://example.org/none", "https://example.org/none"]


async def test_those_who_ask_at_once_share_one_reading(desk: LinkDesk) -> None:
    read = Reader()
    read.gate.clear()
    asking = [asyncio.create_task(desk.read(URL, read)) for _ in range(5)]
    await read.begun.wait()
    asking[0].cancel()
    read.gate.set()
    answers = await asyncio.gather(*asking[1:])
    assert len(read.read) == 1
    assert all(isinstance(answer, ParsedArticle) for answer in answers)


async def test_what_the_owner_may_see_is_read_again_for_others(desk: LinkDesk) -> None:
    read = Reader()
    await desk.read(URL, read, for_owner=True)
    await desk.read(URL, read)
    await desk.read(URL, read, for_owner=True)
    assert len(read.read) == 2


async def test_only_the_latest_pages_are_kept(desk: LinkDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "MAX_KEPT", 2)
    read = Reader()
    for number in (1, 2, 3, 1):
        await desk.read(f"{URL}{number}", read)
    assert len(read.read) == 4


async def test_an_address_that_is_none_is_left_to_the_reader(desk: LinkDesk) -> None:
    read = Reader()
    await desk.read("nonsense", read)
    assert read.read == ["nonsense"]
