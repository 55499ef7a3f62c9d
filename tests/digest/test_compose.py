"""The step from due chats to outbox rows: the real store, the extractive engine, pictures from a scripted web."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.errors import StoreError
from bot.models.articles import NewArticle
from bot.models.chats import DigestFormat, DigestLayout, DigestLook, DigestMode, Schedule
from bot.models.digests import Digest
from bot.models.filters import Lesson, Rule, RuleKind, TasteKind
from bot.models.messages import MessageKind, PhotoContent, RichContent, TextContent
from bot.models.sources import SourceUpdate
from bot.pictures.card_design import Card
from bot.pictures.gather import card_of, first_picture
from bot.render.rich import render_rich
from bot.stories.sketches import sketch
from bot.text.quiet import parse_quiet
from tests.digest.newsroom import DAILY, Newsroom, html
from tests.fakes import NOON, a_chat, a_parsed_article

CARD_PIXELS = 960  # wide, and half as high
INSTANT = Schedule(mode=DigestMode.INSTANT)


async def test_a_due_chat_gets_its_digest_and_moves_on(room: Newsroom) -> None:
    chat = await room.joins()
    article = await room.arrives("Bridge opens", thumbnail_url="https://example.org/a.jpg")
    assert await room.composer.compose_due() == 1
    (message,) = await room.queued()
    assert isinstance(message.content, RichContent)
    assert "Bridge opens" in message.content.html
    assert "The new bridge over the harbour opened on Monday." in message.content.html
    assert len(message.content.pictures) == 1
    assert isinstance(message.fallback[0], PhotoContent)
    assert message.kind is MessageKind.DIGEST
    assert message.dedupe_key == "digest:100:0:2026-03-02T12:00+00:00:World:0"
    assert message.expires_at == NOON + timedelta(hours=24)
    current = await room.now(chat)
    assert (current.cursor, current.last_digest_at) == (article, NOON)
    assert current.next_digest_at == NOON + timedelta(days=1)
    assert await room.composer.compose_due() == 0


async def test_an_empty_window_sends_nothing_and_moves_the_schedule(room: Newsroom) -> None:
    chat = await room.joins()
    article = await room.arrives("Sport", ("Sport",))
    assert await room.composer.compose_due() == 0
    current = await room.now(chat)
    assert (current.cursor, current.last_digest_at) == (article, None)
    assert current.next_digest_at == NOON + timedelta(days=1)


async def test_a_summary_that_only_repeats_its_title_is_left_out(room: Newsroom) -> None:
    await room.joins()
    await room.arrives("The bridge over the harbour opens", text="The bridge over the harbour opens.")
    await room.composer.compose_due()
    (message,) = await room.queued()
    assert html(message).count("The bridge over the harbour opens") == 1


async def test_nothing_is_due_before_its_time(room: Newsroom) -> None:
    await room.joins(next_digest_at=NOON + timedelta(minutes=1))
    await room.arrives("Bridge opens")
    assert await room.composer.compose_due() == 0
    room.clock.advance(minutes=1)
    assert await room.composer.compose_due() == 1


async def test_after_an_outage_there_is_one_late_digest(room: Newsroom) -> None:
    chat = await room.joins(last_digest_at=NOON - timedelta(days=1))
    for day in range(4):
        await room.arrives(f"Day {day}")
        room.clock.advance(days=1)
    room.clock.advance(hours=1)
    assert await room.composer.compose_due() == 1
    (message,) = await room.queued()
    assert all(f"Day {day}" in html(message) for day in range(4))
    assert (await room.now(chat)).next_digest_at == NOON + timedelta(days=5)


async def test_a_first_digest_reaches_back_a_day_only(room: Newsroom) -> None:
    await room.arrives("Long ago")
    room.clock.advance(hours=25)
    await room.arrives("Lately")
    await room.joins()
    assert await room.composer.compose_due() == 1
    (message,) = await room.queued()
    assert "Lately" in html(message)
    assert "Long ago" not in html(message)


async def test_a_first_subscription_after_weeks_begins_with_the_last_day_at_its_own_time(room: Newsroom) -> None:
    chat = a_chat(schedule=DAILY)
    await room.store.chats.save(chat)
    for day in range(20):
        await room.arrives(f"Day {day} came")
        assert await room.composer.compose_due() == 0
        room.clock.advance(days=1)
    await room.composer.compose_due()
    await room.store.chats.subscribe(chat.key, ("World",))
    room.clock.advance(hours=23)
    await room.arrives("Lately")
    assert await room.composer.compose_due() == 0
    room.clock.advance(hours=1)
    assert await room.composer.compose_due() == 1
    (message,) = await room.queued()
    assert "Lately" in html(message)
    assert "came" not in html(message)


async def test_chats_that_take_news_at_once_get_their_turn_however_much_comes_in(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.digest.compose.FIRST_CHATS", 2)
    monkeypatch.setattr("bot.digest.compose.BATCH_CHATS", 2)
    for chat_id in range(1, 6):
        await room.joins(chat_id=chat_id, schedule=INSTANT, next_digest_at=None)
    await room.arrives("Bridge opens")
    real = room.summaries.for_articles

    async def while_more_comes(*args: Any, **kwargs: Any) -> Any:
        await room.arrives("Tower falls")
        return await real(*args, **kwargs)

    monkeypatch.setattr(room.summaries, "for_articles", while_more_comes)
    await room.composer.compose_due()
    assert {message.chat.chat_id for message in await room.queued()} == {1, 2, 3, 4, 5}


async def test_an_imported_archive_is_never_pushed(room: Newsroom) -> None:
    await room.joins()
    await room.arrives("Old post", recent=False)
    assert await room.composer.compose_due() == 0


async def test_each_category_has_a_message_and_a_story_stands_in_one(room: Newsroom) -> None:
    await room.joins(("World",), ("World", "Europe"), ("Asia",), layout=DigestLayout.CATEGORIES)
    await room.arrives("Global", ("World",))
    await room.arrives("European", ("World", "Europe"))
    await room.arrives("Everywhere", ("World", "Europe"), ("Asia",))
    assert await room.composer.compose_due() == 3
    asia, world, europe = await room.queued()
    assert [message.part for message in (asia, world, europe)] == [0, 1, 2]
    assert "Everywhere" in html(asia)
    assert "Global" in html(world)
    assert "European" not in html(world)
    assert "European" in html(europe)
    assert "Everywhere" not in html(europe)


async def test_a_story_already_sent_is_not_sent_again(room: Newsroom) -> None:
    await room.joins()
    await room.arrives("Flood", story="flood")
    assert await room.composer.compose_due() == 1
    room.clock.advance(days=1)
    await room.arrives("Flood again", source="City Paper", story="flood")
    assert await room.composer.compose_due() == 0


async def test_a_story_that_goes_on_comes_once_more_and_says_that_it_is_new(room: Newsroom) -> None:
    title, lead = (
        "Varnholm harbour bridge opens to thousands",
        "Mayor Ingrid Solberg opened it after nine years of work.",
    )
    shut = (
        "Varnholm harbour bridge shut: Mayor Ingrid Solberg opened it to thousands after nine years, now cables crack"
    )
    news = (
        "Engineers from Aalberg found damage; divers, cranes and welders arrive tonight, ferries sail again meanwhile."
    )

    async def tells(source: str, title: str, text: str) -> int:
        made = sketch(title, text, language="en", publisher=source)
        return await room.arrives(title, source=source, text=text, sketch=made, published=room.clock.now())

    chat = await room.joins()
    await tells("Example News", title, lead)
    await tells("City Paper", f"{title} after years", f"{lead} Trains follow.")
    assert await room.composer.compose_due() == 1
    (first,) = await room.queued()
    room.clock.advance(days=1)
    await tells("Evening Post", f"{shut}!", f"{lead} {title}.")
    assert await room.composer.compose_due() == 0  # told again, without news
    await tells("Example News", shut, news)
    await room.composer.compose_now(await room.now(chat))
    (again,) = await room.queued()
    assert "new since your last digest" not in html(first)
    assert "City Paper" in html(first)
    assert "<b>new since your last digest</b>" in html(again)
    assert await room.composer.compose_now(await room.now(chat)) == 0


async def test_a_story_told_twice_stands_once_with_its_other_source(room: Newsroom) -> None:
    await room.joins()
    await room.arrives("Flood", story="flood", published=NOON)
    await room.arrives("The flood", source="City Paper", story="flood")
    assert await room.composer.compose_due() == 1
    (message,) = await room.queued()
    assert "also: <a" in html(message)
    assert "City Paper" in html(message)
    assert "1 story" in html(message)


async def test_headlines_beyond_the_cap_count_as_sent(room: Newsroom) -> None:
    composer = room.a_composer(max_stories=1)
    await room.joins()
    for number in range(3):
        await room.arrives(f"Story {number}")
    assert await composer.compose_due() == 1
    (message,) = await room.queued()
    assert "2 more headlines" in html(message)
    room.clock.advance(days=1)
    await room.arrives("Told before", source="City Paper", story="story-3")
    assert await composer.compose_due() == 0


async def test_chats_due_the_same_share_one_drawing_and_one_payload(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    import bot.digest.draw as draw

    drawn: list[Digest] = []

    def noting(digest: Digest, *args: Any, **words: Any) -> RichContent:
        drawn.append(digest)
        return render_rich(digest, *args, **words)

    monkeypatch.setattr(draw, "render_rich", noting)
    for chat_id in range(1, 6):
        await room.joins(chat_id=chat_id)
    await room.joins(chat_id=6, ui_language="zh-Hant")
    await room.arrives("Bridge opens", thumbnail_url="https://example.org/a.jpg")
    assert await room.composer.compose_due() == 6
    assert len(drawn) == 2
    assert room.fetcher.urls == ["https://example.org/a.jpg"]


async def test_composing_the_same_again_after_a_crash_inserts_nothing_twice(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = await room.joins()
    await room.arrives("Bridge opens")
    assert await room.composer.compose_due() == 1
    await room.store.chats.save(replace(chat, cursor=0))  # as if the schedule had not moved
    monkeypatch.setattr(room.store.digests, "already_sent_each", _none_sent)
    assert await room.composer.compose_due() == 0


async def test_what_comes_in_while_an_old_copy_of_the_chat_is_saved_is_told_the_next_time(room: Newsroom) -> None:
    # A settings command read the chat before its digest and wrote it after: it is due for 12:00 once more.
    chat = await room.joins()
    await room.arrives("Bridge opens")
    assert await room.composer.compose_due() == 1
    await room.queued()
    await room.arrives("Tower falls")
    await room.store.chats.save(replace(chat, ui_language="en"))
    assert await room.composer.compose_due() == 0
    assert (await room.now(chat)).next_digest_at == NOON + timedelta(days=1)
    room.clock.advance(days=1)
    assert await room.composer.compose_due() == 1
    assert "Tower falls" in html((await room.queued())[-1])


async def _none_sent(asked: list[object]) -> list[dict[str, int]]:
    return [{} for _ in asked]


async def test_more_chats_than_a_batch_holds_are_all_served(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.digest.compose.FIRST_CHATS", 2)
    monkeypatch.setattr("bot.digest.compose.BATCH_CHATS", 2)
    for chat_id in range(1, 6):
        await room.joins(chat_id=chat_id)
    await room.arrives("Bridge opens")
    assert await room.composer.compose_due() == 5


async def test_a_digest_that_cannot_be_drawn_costs_its_own_chat_only(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    import bot.digest.draw as draw

    def picky(digest: Digest, *args: Any, **words: Any) -> RichContent:
        if digest.category == ("Cursed",):
            raise RuntimeError("a bug")
        return render_rich(digest, *args, **words)

    monkeypatch.setattr(draw, "render_rich", picky)
    cursed = await room.joins(("Cursed",), chat_id=1)
    await room.joins(chat_id=2)
    await room.arrives("Bridge opens")
    await room.arrives("A spell", ("Cursed",))
    assert await room.composer.compose_due() == 1
    assert "digest failed chat=1" in caplog.text
    assert (await room.now(cursed)).next_digest_at == NOON
    caplog.clear()
    assert await room.composer.compose_due() == 0
    assert caplog.text == ""  # not again at every tick
    monkeypatch.setattr(draw, "render_rich", render_rich)
    room.clock.advance(minutes=5)
    assert await room.composer.compose_due() == 1


async def test_a_store_that_fails_stops_the_round(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    async def full(*_: object, **__: object) -> int:
        raise StoreError("disk full")

    await room.joins()
    await room.arrives("Bridge opens")
    monkeypatch.setattr(room.store.digests, "commit", full)
    with pytest.raises(StoreError):
        await room.composer.compose_due()


async def test_instant_chats_get_each_story_as_it_comes(room: Newsroom) -> None:
    await room.joins(schedule=INSTANT, next_digest_at=None)
    first = await room.arrives("One")
    assert await room.composer.compose_due() == 1
    assert await room.composer.compose_due() == 0
    [one] = await room.queued()
    await room.arrives("Two")
    assert await room.composer.compose_due() == 1
    [two] = await room.queued()
    assert one.dedupe_key == f"digest:100:0:upto-{first}:World:0"
    assert "One" not in html(two)


async def test_news_at_once_waits_a_moment_for_its_full_text_and_a_digest_that_is_due_does_not(room: Newsroom) -> None:
    await room.joins(schedule=INSTANT, next_digest_at=None)
    await room.joins(chat_id=200)
    await room.arrives("One")
    stub = await room.arrives("Two", text="Too short.", wants_page=True)
    assert await room.composer.compose_due(instant=True) == 1
    assert await room.composer.compose_due(instant=False) == 1
    told, due = await room.queued()
    assert "Two" not in html(told)
    assert "Too short." in html(due)
    full = "The bridge over the harbour was opened by the mayor on Monday. Thousands walked across it."
    await room.store.pages.take(stub, a_parsed_article(text=full), language="en")
    assert await room.composer.compose_due(instant=True) == 1
    [message] = await room.queued()
    assert "opened by the mayor" in html(message)


async def test_an_edited_article_is_not_told_again(room: Newsroom) -> None:
    chat = await room.joins()
    article_id = await room.arrives("Bridge opens", key="k")
    assert await room.composer.compose_due() == 1
    room.clock.advance(hours=24)
    parsed = a_parsed_article("Bridge opens at last", key="k", categories=(("World",),))
    edited = NewArticle(
        parsed=parsed, language="en", fingerprint="edited", own_story_id="another", published_at=NOON, recent=True
    )
    source = room.source("Example News")
    update = SourceUpdate(source_id=source.id, checked_at=NOON, next_check_at=NOON, articles=(edited,))
    assert (await room.store.sources.apply(update)).updated == 1
    article = await room.store.articles.get(article_id)
    assert article is not None
    assert article.title == "Bridge opens at last"
    assert await room.composer.compose_due() == 0
    assert await room.composer.compose_now(await room.now(chat)) == 0


async def test_a_digest_asked_for_moves_the_cursor_and_not_the_schedule(room: Newsroom) -> None:
    chat = await room.joins(next_digest_at=NOON + timedelta(hours=6))
    article = await room.arrives("Bridge opens")
    assert await room.composer.compose_now(chat) == 1
    current = await room.now(chat)
    assert (current.cursor, current.next_digest_at) == (article, NOON + timedelta(hours=6))
    assert await room.composer.compose_now(current) == 0


async def test_a_chat_gone_or_served_meanwhile_is_left_out(room: Newsroom) -> None:
    chat = await room.joins()
    await room.arrives("Bridge opens")
    await room.store.chats.save(replace(chat, cursor=99))
    assert await room.composer.compose_now(chat) == 0
    await room.store.chats.forget(chat.key.chat_id)
    assert await room.composer.compose_now(chat) == 0
    other = await room.joins(chat_id=7)
    await room.store.chats.save(replace(other, active=False))
    assert await room.composer.compose_now(other) == 0
    assert await room.queued() == []


async def test_a_schedule_changed_meanwhile_stands(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    chat = await room.joins()
    await room.arrives("Bridge opens")
    later = NOON + timedelta(hours=3)
    real = room.summaries.for_articles

    async def slow(*args: Any, **kwargs: Any) -> Any:
        await room.store.chats.save(replace(chat, next_digest_at=later))
        return await real(*args, **kwargs)

    monkeypatch.setattr(room.summaries, "for_articles", slow)
    assert await room.composer.compose_due() == 1
    assert (await room.now(chat)).next_digest_at == later


async def test_a_schedule_without_a_next_time_ends(room: Newsroom) -> None:
    chat = await room.joins(schedule=Schedule(mode=DigestMode.OFF))
    assert await room.composer.compose_due() == 0
    assert (await room.now(chat)).next_digest_at is None


@pytest.mark.parametrize(
    ("own", "default", "kinds"),
    [
        (DigestFormat.AUTO, DigestFormat.AUTO, [RichContent]),
        (DigestFormat.AUTO, DigestFormat.CLASSIC, [PhotoContent, TextContent]),
        (DigestFormat.CLASSIC, DigestFormat.RICH, [PhotoContent, TextContent]),
        (DigestFormat.RICH, DigestFormat.CLASSIC, [RichContent]),
    ],
)
async def test_the_chat_s_format_goes_before_the_owner_s(
    room: Newsroom, own: DigestFormat, default: DigestFormat, kinds: list[type]
) -> None:
    await room.joins(format=own)
    for number in range(8):
        await room.arrives(f"Story {number}", thumbnail_url="https://example.org/a.jpg")
    await room.a_composer(digest_format=default).compose_due()
    found = await room.queued()
    assert [type(message.content) for message in found] == kinds
    assert [message.dedupe_key[-2:] for message in found] == [":0", ":1"][: len(kinds)]


async def test_pictures_are_left_out_where_not_wanted_and_drawn_where_not_to_be_had(room: Newsroom) -> None:
    await room.joins(chat_id=1, pictures=False, look=DigestLook.PICTURES)
    await room.arrives("Bridge opens", thumbnail_url="https://example.org/a.jpg")
    await room.composer.compose_due()
    assert room.fetcher.urls == []
    await room.joins(chat_id=2, look=DigestLook.PICTURES)
    await room.arrives("Tower falls", thumbnail_url="https://example.org/lost.jpg")
    await room.composer.compose_due()
    first, second = await room.queued()
    assert "<img" not in html(first)
    assert html(second).count("<img") == 2
    assert isinstance(second.content, RichContent)
    assert sorted(picture.width for picture in second.content.pictures) == [200, CARD_PIXELS]


async def test_a_photo_stands_once_and_the_second_story_gets_its_next_or_a_card(room: Newsroom) -> None:
    await room.joins(look=DigestLook.PICTURES)
    await room.arrives("Bridge opens", thumbnail_url="https://example.org/a.jpg")
    await room.arrives("Bridge closes", thumbnail_url="https://example.org/same.jpg")
    more = ("https://example.org/lost.jpg", "https://example.org/other.jpg")
    await room.arrives("Bridge falls", thumbnail_url="https://example.org/same-too.jpg", more_pictures=more)
    await room.composer.compose_due()
    (message,) = await room.queued()
    assert isinstance(message.content, RichContent)
    sizes = [(picture.width, picture.height) for picture in message.content.pictures]
    assert sizes == [(200, 150), (CARD_PIXELS, CARD_PIXELS // 2), (150, 200)]


async def test_the_card_tells_title_source_and_the_article_s_own_category(room: Newsroom) -> None:
    id_ = await room.arrives("Bridge opens", ("World", "Europe"))
    article = await room.store.articles.get(id_)
    assert article is not None
    assert card_of(article) == Card(title="Bridge opens", source="Example News", category="Europe", language="en")
    assert card_of(replace(article, categories=())).category == ""


async def test_the_best_picture_of_an_article_alone_is_the_first_that_can_be_had(room: Newsroom) -> None:
    article = a_parsed_article(
        thumbnail_url="https://e.org/lost.jpg", more_pictures=("https://e.org/a.jpg", "https://e.org/b.jpg")
    )
    picture = await first_picture(room.thumbnails, article)
    assert picture is not None
    assert room.fetcher.urls == ["https://e.org/lost.jpg", "https://e.org/a.jpg"]
    assert await first_picture(room.thumbnails, a_parsed_article(thumbnail_url="https://e.org/lost.jpg")) is None


async def test_topics_of_a_group_have_digests_of_their_own(room: Newsroom) -> None:
    first, second = a_chat(-5, schedule=DAILY), a_chat(-5, thread_id=3, schedule=DAILY)
    for chat, category in ((first, ("World",)), (second, ("Sport",))):
        await room.store.chats.save(chat)
        await room.store.chats.subscribe(chat.key, category)
    await room.arrives("Match", ("Sport",))
    assert await room.composer.compose_due() == 1
    (message,) = await room.queued()
    assert message.chat == second.key


async def a_day_of_news(room: Newsroom, *, since_midnight: int, before: int) -> None:
    midnight = NOON.replace(hour=0)
    for number in range(since_midnight):
        await room.arrives(f"Today {number}", published=midnight + timedelta(minutes=number))
    for number in range(before):
        await room.arrives(f"Yesterday {number}", published=midnight - timedelta(minutes=1 + number))


async def test_headlines_are_those_since_midnight_in_pages(room: Newsroom) -> None:
    chat = await room.joins()
    await a_day_of_news(room, since_midnight=7, before=2)
    first = await room.composer.headlines(chat, None)
    assert (first.page, first.pages, first.since_midnight) == (0, 2, True)
    assert [item.article.title for item in first.digest.items] == [f"Today {number}" for number in (6, 5, 4, 3, 2)]
    assert all(item.summary for item in first.digest.items)
    last = await room.composer.headlines(chat, None, page=9)
    assert (last.page, len(last.digest.items)) == (1, 2)


async def test_few_headlines_since_midnight_widen_to_a_day(room: Newsroom) -> None:
    chat = await room.joins()
    await a_day_of_news(room, since_midnight=2, before=2)
    found = await room.composer.headlines(chat, ("World",))
    assert not found.since_midnight
    assert len(found.digest.items) == 4
    assert found.digest.since == NOON - timedelta(hours=24)


async def test_midnight_is_that_of_the_chat(room: Newsroom) -> None:
    chat = await room.joins(zone="Asia/Taipei")  # midnight at 16:00 UTC the day before
    await a_day_of_news(room, since_midnight=0, before=3)
    assert (await room.composer.headlines(chat, None)).since_midnight


async def test_headlines_without_subscription_are_of_everything_and_may_be_none(room: Newsroom) -> None:
    chat = a_chat()
    empty = await room.composer.headlines(chat, None)
    assert (empty.digest.items, empty.pages) == ((), 1)
    await room.store.chats.save(chat)
    await room.arrives("Match", ("Sport",))
    assert len((await room.composer.headlines(chat, None)).digest.items) == 1
    assert (await room.composer.headlines(chat, ("World",))).digest.items == ()


async def test_a_preview_shows_the_digest_and_fetches_nothing(room: Newsroom) -> None:
    assert await room.composer.preview(None, since=timedelta(hours=24)) is None
    await room.arrives("Bridge opens", thumbnail_url="https://example.org/a.jpg")
    digest = await room.composer.preview(("World",), since=timedelta(hours=24), language="original")
    assert digest is not None
    assert digest.items[0].summary is not None
    assert digest.items[0].picture is None
    await room.thumbnails.prepare(["https://example.org/a.jpg"])
    with_picture = await room.composer.preview(None, since=timedelta(hours=24))
    assert with_picture is not None
    assert with_picture.items[0].picture is not None
    assert await room.queued() == []


async def test_a_digest_asked_for_and_a_due_one_that_overlap_tell_each_story_once(room: Newsroom) -> None:
    # The first digest looks back behind the chat's cursor, so the cursor alone does not show that it was sent.
    await room.arrives("Bridge opens")
    chat = await room.joins(cursor=await room.store.articles.max_id())
    await asyncio.gather(room.composer.compose_now(chat), room.composer.compose_due())
    assert len(await room.queued()) == 1


async def test_a_category_just_subscribed_to_has_news_for_a_digest_that_is_asked_for(room: Newsroom) -> None:
    await room.arrives("Bridge opens", ("World",))
    await room.arrives("Cup final", ("Sport",))
    chat = await room.joins(("World",))
    assert await room.composer.compose_now(chat) == 1
    assert await room.composer.compose_now(await room.now(chat)) == 0
    await room.store.chats.subscribe(chat.key, ("Sport",))
    room.clock.advance(1)
    assert await room.composer.compose_now(await room.now(chat)) == 1
    assert ["Cup final" in message.content.html for message in await room.queued()] == [False, True]


# --- many chats ---------------------------------------------------------------------------------


async def test_what_chats_share_is_read_chosen_and_drawn_once_however_many_batches_there_are(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    import bot.digest.draw as draw
    import bot.digest.shared as shared

    calls: list[str] = []

    def counted(real: Callable[..., Any], name: str) -> Callable[..., Any]:
        def count(*arguments: Any, **named: Any) -> Any:
            calls.append(name)
            return real(*arguments, **named)

        return count

    for module, name in ((draw, "render_rich"), (draw, "render_classic"), (shared, "pick"), (shared, "assign")):
        monkeypatch.setattr(module, name, counted(getattr(module, name), name))
    real_window = room.store.articles.window

    async def window(*args: Any, **words: Any) -> Any:
        calls.append("window")
        return await real_window(*args, **words)

    monkeypatch.setattr(room.store.articles, "window", window)
    monkeypatch.setattr("bot.digest.compose.FIRST_CHATS", 3)
    monkeypatch.setattr("bot.digest.compose.BATCH_CHATS", 3)
    monkeypatch.setattr("bot.store.digests.CHATS_AT_ONCE", 2)
    for chat_id in range(1, 11):
        await room.joins(chat_id=chat_id)
    await room.arrives("Bridge opens", thumbnail_url="https://example.org/a.jpg")
    assert await room.composer.compose_due() == 10
    assert sorted(calls) == ["assign", "pick", "render_classic", "render_rich", "window"]
    assert len({message.chat for message in await room.queued()}) == 10
    payloads = await room.store.outbox._worker.read(lambda db: db.execute("SELECT count(*) FROM payloads").fetchone())
    assert tuple(payloads) == (1,)


async def test_chats_that_are_alike_are_composed_for_together_and_each_gets_what_it_is_to_get(room: Newsroom) -> None:
    """All have the same schedule, and are due in the same minute; some know a story, or hide or like one, or rest."""
    seconds = timedelta(seconds=1)
    alike = [await room.joins(chat_id=number, next_digest_at=NOON + number * seconds) for number in (1, 2, 3)]
    knows, hides = await room.joins(chat_id=4), await room.joins(chat_id=5)
    other, rests = await room.joins(("Sport",), chat_id=6), await room.joins(chat_id=7, quiet=parse_quiet("11-13"))
    likes = await room.joins(chat_id=8)
    bridge, tower = await room.arrives("Bridge opens"), await room.arrives("Tower falls", source="City Paper")
    await room.store.digests.mute(knows.key, bridge, now=NOON)
    await room.store.filters.add(hides.key, [Rule(kind=RuleKind.SOURCE, hides=True, value="City Paper")], now=NOON)
    taste = Lesson(kind=TasteKind.SOURCE, value="City Paper", key="city paper")
    await room.store.tastes.learn(likes.key, [taste], more=True, now=NOON)
    room.clock.advance(5)
    due = await room.store.chats.due(room.clock.now(), instant=False)
    assert [{chat.chat_id for chat in audience.recipients} for audience in due.audiences] == [
        {1, 2, 3, 4}, {5}, {6}, {7}, {8}
    ]  # fmt: skip
    assert await room.composer.compose_due() == 6
    told = {message.chat.chat_id: html(message) for message in await room.queued()}
    assert {number: ("Bridge" in text, "Tower" in text) for number, text in told.items()} == {
        **dict.fromkeys((1, 2, 3, 8), (True, True)), 4: (False, True), 5: (True, False)
    }  # fmt: skip
    assert told[1] == told[2] == told[3]
    assert told[8].index("Tower") < told[8].index("Bridge") < told[1].index("Tower")
    for chat in (*alike, knows, hides, other, likes):
        current = await room.now(chat)
        assert (current.cursor, current.next_digest_at) == (tower, NOON + timedelta(days=1))
    assert (await room.now(rests)).next_digest_at == NOON + timedelta(hours=1)


async def test_a_batch_that_cannot_be_written_is_served_chat_by_chat(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    real = room.store.digests.commit

    async def commit(digests: Any, *, now: Any) -> int:
        if any(chat.chat_id == 2 for digest in digests for chat in digest.recipients):
            raise RuntimeError("a bug")
        return await real(digests, now=now)

    monkeypatch.setattr(room.store.digests, "commit", commit)
    for chat_id in (1, 2, 3):
        await room.joins(chat_id=chat_id)
    await room.arrives("Bridge opens")
    assert await room.composer.compose_due() == 2
    assert "digest failed chat=2" in caplog.text
    monkeypatch.setattr(room.store.digests, "commit", real)
    room.clock.advance(minutes=5)
    assert await room.composer.compose_due() == 1


async def test_what_was_drawn_at_an_earlier_moment_is_not_kept(room: Newsroom) -> None:
    chat = await room.joins()
    for title in ("Bridge opens", "Bridge closes"):
        await room.arrives(title)
        assert await room.composer.compose_now(await room.now(chat)) == 1
        room.clock.advance(minutes=1)
    assert len(room.store.digests._kept._kept) == 1


async def test_what_is_kept_for_other_chats_does_not_grow_without_end(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("KEPT_WINDOWS", "KEPT_DIVISIONS", "KEPT_SELECTIONS"):
        monkeypatch.setattr(f"bot.digest.shared.{name}", 1)
    monkeypatch.setattr("bot.digest.draw.KEPT_DRAWINGS", 1)
    monkeypatch.setattr("bot.store.queueing.KEPT_PAYLOADS", 1)
    monkeypatch.setattr("bot.store.digests.KEPT_SECTIONS", 1)
    for chat_id in range(1, 5):
        here = ("World",) if chat_id % 2 else ("Sport",)
        await room.joins(here, ("Asia",), chat_id=chat_id, layout=DigestLayout.CATEGORIES)
    for category in ("World", "Sport", "Asia"):
        await room.arrives(f"News of {category}", (category,))
    assert await room.composer.compose_due() == 8
    texts = [html(message) for message in await room.queued()]
    for category in ("World", "Sport", "Asia"):
        assert sum(f"News of {category}" in text for text in texts) == (4 if category == "Asia" else 2)
