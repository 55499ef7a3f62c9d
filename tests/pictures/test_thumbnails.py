"""Pictures fetched once, kept as files, remembered; failures cost nothing but the picture."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PIL import Image

from bot.errors import StoreError
from bot.models.articles import ParseFailed
from bot.models.fetching import Fetched, FetchFailed, FetchKind, FetchOutcome, FetchProblem, NotModified
from bot.pictures.card_design import Card
from bot.pictures.gather import gather_pictures
from bot.pictures.illustrate import illustrate
from bot.pictures.thumbnails import CONCURRENT_FETCHES, Thumbnails
from bot.store import Store
from tests.fakes import NOON, FakeClock, an_article

T = TypeVar("T")


def png(color: str = "teal", *, side: int = 200) -> bytes:
    out = io.BytesIO()
    image = Image.new("RGB", (side, side), color)
    image.paste("white", (side // 2, side // 2, side, side))
    image.save(out, "PNG")
    return out.getvalue()


class ScriptedFetcher:
    """Answers by address; `gate` holds every answer back."""

    def __init__(self) -> None:
        self.answers: dict[str, FetchOutcome | Exception] = {}
        self.asked: list[str] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.begun = asyncio.Event()
        self.at_once = self.most_at_once = 0

    async def fetch(self, url: str, *, kind: FetchKind, **_: Any) -> FetchOutcome:
        assert kind is FetchKind.PICTURE
        self.asked.append(url)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.begun.set()
        await self.gate.wait()
        self.at_once -= 1
        answer = self.answers.get(url, Fetched(url=url, body=png()))
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def aclose(self) -> None: ...


class InlinePool:
    """Runs a parser here and now; `broken` says that it had to be killed."""

    broken = False

    async def run(self, function: Callable[..., T], *args: Any, **kwargs: Any) -> T | ParseFailed:
        return ParseFailed(reason="took too long") if self.broken else function(*args, **kwargs)


@pytest.fixture
def web() -> ScriptedFetcher:
    return ScriptedFetcher()


@pytest.fixture
def pool() -> InlinePool:
    return InlinePool()


@pytest.fixture
async def thumbnails(
    store: Store, web: ScriptedFetcher, pool: InlinePool, clock: FakeClock, tmp_path: Path
) -> AsyncIterator[Thumbnails]:
    thumbnails = Thumbnails(store=store, fetcher=web, pool=pool, clock=clock, folder=tmp_path / "pictures")
    yield thumbnails
    await thumbnails.aclose()


async def test_a_picture_is_fetched_shrunk_kept_and_remembered(
    thumbnails: Thumbnails, web: ScriptedFetcher, store: Store, tmp_path: Path
) -> None:
    web.answers["https://e.org/a.png"] = Fetched(url="https://e.org/a.png", body=png(side=2000))
    (ref,) = (await thumbnails.prepare(["https://e.org/a.png"])).values()
    assert (ref.width, ref.height) == (1280, 1280)
    stored = (await store.pictures.get([ref.key]))[ref.key]
    assert stored.path == str(tmp_path / "pictures" / ref.key[:2] / f"{ref.key}.jpg")
    assert Path(stored.path).read_bytes().startswith(b"\xff\xd8")
    assert [path.suffix for path in Path(stored.path).parent.iterdir()] == [".jpg"]
    assert await thumbnails.prepare(["https://e.org/a.png", "https://e.org/a.png", ""]) == {"https://e.org/a.png": ref}
    assert len(web.asked) == 1


async def test_the_same_picture_at_two_addresses_is_kept_once(thumbnails: Thumbnails, tmp_path: Path) -> None:
    found = await thumbnails.prepare(["https://e.org/a.png", "https://e.org/b.png"])
    assert len(found) == 2
    assert len(set(found.values())) == 1
    assert len(list((tmp_path / "pictures").rglob("*.jpg"))) == 1


async def test_a_vanished_file_is_fetched_again_unless_telegram_has_it(
    thumbnails: Thumbnails, web: ScriptedFetcher, store: Store
) -> None:
    url = "https://e.org/a.png"
    (ref,) = (await thumbnails.prepare([url])).values()
    path = Path((await store.pictures.get([ref.key]))[ref.key].path)
    path.unlink()
    assert await thumbnails.known([url]) == {}
    assert await thumbnails.prepare([url]) == {url: ref}
    assert path.is_file()
    path.unlink()
    await store.pictures.remember({ref.key: "AgAC"})
    assert await thumbnails.prepare([url]) == {url: ref}
    assert len(web.asked) == 2


async def test_a_purge_forgets_old_pictures_with_their_files_and_keeps_the_others(
    thumbnails: Thumbnails, web: ScriptedFetcher, store: Store, tmp_path: Path
) -> None:
    web.answers["https://e.org/new.png"] = Fetched(url="https://e.org/new.png", body=png("red"))
    refs = await thumbnails.prepare(["https://e.org/old.png", "https://e.org/new.png"])
    old, new = refs["https://e.org/old.png"], refs["https://e.org/new.png"]
    file = Path((await store.pictures.get([old.key]))[old.key].path)
    draft = file.with_suffix(".1.part")  # a crash left it behind
    draft.touch()
    limit = NOON - timedelta(days=90)
    for path in (file, draft):
        os.utime(path, (limit.timestamp() - 1, limit.timestamp() - 1))
    assert await thumbnails.purge(before=limit) == 2
    assert [path.stem for path in tmp_path.glob("pictures/??/*")] == [new.key]
    assert set(await store.pictures.get([old.key, new.key])) == {new.key}
    assert set(await thumbnails.known(refs)) == {"https://e.org/new.png"}
    assert await thumbnails.purge(before=limit) == 0


@pytest.mark.parametrize(
    ("answer", "hours"),
    [
        (FetchFailed(reason=FetchProblem.TIMEOUT), 1),
        (FetchFailed(reason=FetchProblem.GONE), 24),
        (NotModified(), 1),
        (Fetched(url="x", body=b"<html>"), 24),
        (Fetched(url="x", body=png(side=20)), 24),
    ],
)
async def test_a_failure_is_left_out_and_not_tried_again_for_a_while(
    thumbnails: Thumbnails, web: ScriptedFetcher, clock: FakeClock, answer: FetchOutcome, hours: int
) -> None:
    bad, good = "https://e.org/bad.png", "https://e.org/good.png"
    web.answers[bad] = answer
    assert set(await thumbnails.prepare([bad, good])) == {good}
    clock.advance(hours=hours, minutes=-1)
    assert set(await thumbnails.prepare([bad])) == set()
    assert web.asked.count(bad) == 1
    clock.advance(minutes=1)
    web.answers[bad] = Fetched(url=bad, body=png("red"))
    assert set(await thumbnails.prepare([bad])) == {bad}


@pytest.mark.parametrize("answer", [FetchFailed(reason=FetchProblem.GONE), StoreError("full"), RuntimeError("odd")])
async def test_the_log_names_the_host_of_a_picture_and_not_its_address(
    thumbnails: Thumbnails, web: ScriptedFetcher, caplog: pytest.LogCaptureFixture, answer: FetchOutcome | Exception
) -> None:
    caplog.set_level("DEBUG", logger="bot")
    web.answers["https://pictures.example/a.jpg?key=SECRET"] = answer
    assert await thumbnails.prepare(["https://pictures.example/a.jpg?key=SECRET"]) == {}
    assert "host=pictures.example" in caplog.text
    assert "SECRET" not in caplog.text


async def test_a_killed_parser_counts_as_a_bad_picture(thumbnails: Thumbnails, pool: InlinePool, store: Store) -> None:
    pool.broken = True
    assert await thumbnails.prepare(["https://e.org/a.png"]) == {}
    assert await store.pictures.is_failed(["https://e.org/a.png"], now=NOON + timedelta(hours=23))


@pytest.mark.parametrize("error", [RuntimeError("a bug"), StoreError("disk full"), OSError("no space left")])
async def test_no_error_reaches_the_caller(thumbnails: Thumbnails, web: ScriptedFetcher, error: Exception) -> None:
    web.answers["https://e.org/a.png"] = error
    assert set(await thumbnails.prepare(["https://e.org/a.png", "https://e.org/b.png"])) == {"https://e.org/b.png"}


async def test_the_deadline_ends_the_waiting_and_not_the_work(thumbnails: Thumbnails, web: ScriptedFetcher) -> None:
    url = "https://e.org/slow.png"
    web.gate.clear()
    assert await thumbnails.prepare([url], deadline=0.01) == {}
    again = asyncio.create_task(thumbnails.prepare([url]))
    web.gate.set()
    assert set(await again) == {url}
    assert web.asked == [url]


async def test_only_so_many_are_fetched_at_once(thumbnails: Thumbnails, web: ScriptedFetcher) -> None:
    urls = [f"https://e.org/{number}.png" for number in range(CONCURRENT_FETCHES * 2)]
    assert len(await thumbnails.prepare(urls)) == len(urls)
    assert web.most_at_once <= CONCURRENT_FETCHES


async def test_a_card_is_drawn_once_and_kept_like_a_picture(
    thumbnails: Thumbnails, web: ScriptedFetcher, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = Card(title="Bridge opens", source="Example News", category="World", language="en")
    (ref,) = (await thumbnails.cards([card, replace(card)])).values()
    assert ref.look is None
    assert Path((await store.pictures.get([ref.key]))[ref.key].path).read_bytes().startswith(b"\xff\xd8")
    monkeypatch.setattr("bot.pictures.thumbnails.draw_card", None)
    assert await thumbnails.cards([card]) == {card: ref}
    assert web.asked == []


async def test_a_card_that_kills_the_parser_is_left_out(thumbnails: Thumbnails, pool: InlinePool) -> None:
    pool.broken = True
    assert await thumbnails.cards([Card(title="Bridge opens", source="Example News")]) == {}


async def test_closing_stops_what_is_under_way(thumbnails: Thumbnails, web: ScriptedFetcher) -> None:
    web.gate.clear()
    waiting = asyncio.create_task(thumbnails.prepare(["https://e.org/a.png"]))
    await web.begun.wait()
    await thumbnails.aclose()
    assert await waiting == {}


async def test_a_picture_that_broke_on_its_way_is_asked_for_once_more_and_again_an_hour_later(
    thumbnails: Thumbnails, web: ScriptedFetcher, clock: FakeClock
) -> None:
    url, whole = "https://e.org/photo.png", png("navy")
    web.answers[url] = Fetched(url=url, body=whole[:-40])
    assert await thumbnails.prepare([url]) == {}
    assert web.asked == [url, url]
    clock.advance(minutes=61)
    web.answers[url] = Fetched(url=url, body=whole)
    assert set(await thumbnails.prepare([url])) == {url}


async def test_a_post_falls_to_its_next_picture_while_its_own_thumbnail_fails(
    thumbnails: Thumbnails, web: ScriptedFetcher, clock: FakeClock
) -> None:
    own, other = "https://e.org/own.png", "https://e.org/body.png"
    post = an_article(1, thumbnail_url=own, more_pictures=(other,), source_location="posts")

    async def shown() -> str:
        ready = (await gather_pictures(thumbnails, [[post]])).ready
        [key] = [ref.key for ref in illustrate([post], ready).pictures.values()]
        return next(url for url, ref in ready.items() if ref.key == key)

    web.answers[own] = Fetched(url=own, body=png("navy")[:-40])
    assert await shown() == other
    assert await shown() == other
    clock.advance(minutes=61)
    web.answers[own] = Fetched(url=own, body=png("navy"))
    assert await shown() == own
