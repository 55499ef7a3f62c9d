"""Facts, summaries and pictures: what is remembered by name."""

from __future__ import annotations

from datetime import timedelta

from bot.models.digests import PictureRef, StoredPicture
from bot.store import Store
from summarizer import Summary
from tests.fakes import NOON

SUMMARY = Summary(text="人工智能。", language="zh-Hans", engine="extractive", grounded=True)
URL = "https://example.org/bridge.jpg"


def a_picture(key: str = "k1", *, file_id: str | None = None, path: str = "/p/k1.jpg") -> StoredPicture:
    return StoredPicture(ref=PictureRef(key=key, width=640, height=480, look="0f" * 8), path=path, file_id=file_id)


async def test_a_fact_is_what_was_set_last(store: Store) -> None:
    assert await store.facts.get("username") is None
    await store.facts.set("username", "one")
    await store.facts.set("username", "two")
    assert await store.facts.get("username") == "two"


async def test_summaries_come_back_by_key_and_can_be_replaced(store: Store) -> None:
    await store.summaries.put({"a": SUMMARY}, now=NOON)
    assert await store.summaries.get(["a", "b"]) == {"a": SUMMARY}
    better = Summary(text="更好。", language="zh-Hans", engine="model", grounded=False)
    await store.summaries.put({"a": better, "b": SUMMARY}, now=NOON)
    assert await store.summaries.get(["a", "b"]) == {"a": better, "b": SUMMARY}
    assert await store.summaries.get([]) == {}


async def test_a_picture_is_found_by_key_and_by_every_address_it_came_from(store: Store) -> None:
    await store.pictures.put(a_picture(), source_url=URL)
    await store.pictures.put(a_picture(), source_url=URL + "?again")
    assert await store.pictures.get(["k1", "k2"]) == {"k1": a_picture()}
    assert await store.pictures.by_url([URL, URL + "?again", "https://example.org/other"]) == {
        URL: a_picture(),
        URL + "?again": a_picture(),
    }


async def test_a_file_id_is_remembered_and_stays_when_the_picture_is_put_again(store: Store) -> None:
    await store.pictures.put(a_picture(), source_url=URL)
    await store.pictures.remember({"k1": "AgAD", "unknown": "x"})
    await store.pictures.put(a_picture(path="/p/new.jpg"), source_url=URL)
    assert await store.pictures.get(["k1"]) == {"k1": a_picture(path="/p/new.jpg", file_id="AgAD")}


async def test_a_failed_address_rests_until_its_time_or_until_it_works(store: Store) -> None:
    await store.pictures.failed(URL, until=NOON + timedelta(hours=1))
    assert await store.pictures.is_failed([URL, "https://example.org/x"], now=NOON) == {URL}
    assert await store.pictures.is_failed([URL], now=NOON + timedelta(hours=1)) == set()
    await store.pictures.failed(URL, until=NOON + timedelta(hours=9))
    await store.pictures.put(a_picture(), source_url=URL)
    assert await store.pictures.is_failed([URL], now=NOON) == set()
