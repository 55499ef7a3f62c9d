"""Rules of chats in what is composed for them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.digest.filtering import Filtering
from bot.filters.grammar import RuleProblem, parse_rules
from bot.filters.matching import Ruleset, ruleset
from bot.models.chats import ORIGINAL, Chat, DigestMode, Schedule
from bot.models.filters import Rule, RuleKind
from bot.store.database.rows import all_rows
from summarizer import Summary
from tests.digest.newsroom import Newsroom, html
from tests.fakes import NOON

INSTANT = Schedule(mode=DigestMode.INSTANT)


def rules(typed: str) -> tuple[Rule, ...]:
    found = parse_rules(typed)
    assert not isinstance(found, RuleProblem)
    return found


async def filters(room: Newsroom, chat: Chat, typed: str) -> None:
    await room.store.filters.add(chat.key, rules(typed), now=NOON)


async def digests(room: Newsroom) -> dict[int, str]:
    """What each chat got."""
    await room.composer.compose_due()
    found: dict[int, str] = {}
    for message in await room.queued():
        found[message.chat.chat_id] = found.get(message.chat.chat_id, "") + html(message)
    return found


async def test_each_chat_gets_what_its_rules_leave(room: Newsroom) -> None:
    for chat_id, typed in ((1, ""), (2, "-football"), (3, "+football"), (4, "-football -bridge"), (5, "-rice")):
        chat = await room.joins(chat_id=chat_id)
        if typed:
            await filters(room, chat, typed)
    await room.arrives("Bridge opens")
    await room.arrives("Cup final", text="Ten thousand people saw the football match. It ended late.")
    got = await digests(room)
    seen = {key: ("Bridge opens" in page, "Cup final" in page) for key, page in got.items()}
    assert seen == {1: (True, True), 2: (True, False), 3: (False, True), 5: (True, True)}


async def test_what_was_hidden_moves_the_chat_on_and_does_not_come_later(room: Newsroom) -> None:
    chat = await room.joins()
    await filters(room, chat, "-football")
    article = await room.arrives("Football tonight")
    assert await room.composer.compose_due() == 0
    assert (await room.now(chat)).cursor == article


async def test_instant_news_obeys_too(room: Newsroom) -> None:
    chat = await room.joins(schedule=INSTANT, next_digest_at=None)
    await filters(room, chat, "-football")
    await room.arrives("Football tonight")
    await room.arrives("Bridge opens")
    (page,) = (await digests(room)).values()
    assert "Bridge opens" in page
    assert "Football" not in page


async def test_a_muted_source_is_not_named_beside_others(room: Newsroom) -> None:
    chat = await room.joins()
    mute = Rule(kind=RuleKind.MUTE, hides=True, value="Loud Paper")
    await room.store.filters.add(chat.key, [mute], now=NOON)
    await room.arrives("Bridge opens", story="bridge", source="Loud Paper")
    await room.arrives("A bridge is open", story="bridge", source="Quiet Paper")
    (page,) = (await digests(room)).values()
    assert "A bridge is open" in page
    assert "Loud Paper" not in page


async def test_a_topic_has_rules_of_its_own(room: Newsroom) -> None:
    one = await room.joins(chat_id=-5, thread_id=0)
    other = await room.joins(chat_id=-5, thread_id=7)
    await filters(room, other, "-bridge")
    await room.arrives("Bridge opens")
    await room.composer.compose_due()
    assert [message.chat for message in await room.queued()] == [one.key]


async def test_chats_with_the_same_rules_share_what_is_drawn(room: Newsroom, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "bot.digest.compose")
    for chat_id, typed in enumerate(("", "", "-FOOTBALL lang:en", "lang:en -football", "-opens"), start=1):
        chat = await room.joins(chat_id=chat_id)
        if typed:
            await filters(room, chat, typed)
    await room.arrives("Bridge opens")
    await room.arrives("Football tonight")
    assert len(await digests(room)) == 5
    assert "digests composed chats=5 drawn=3" in caplog.text


async def test_headlines_obey_too(room: Newsroom) -> None:
    chat = await room.joins()
    await filters(room, chat, "-football")
    for title in ("Football tonight", "Bridge opens", "Rice is cheap", "Talks go on"):
        await room.arrives(title)
    headlines = await room.composer.headlines(chat, None)
    assert len(headlines.digest.items) == 3
    assert "Football tonight" not in [item.article.title for item in headlines.digest.items]


async def test_headlines_look_further_where_rules_leave_little(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.digest.filtering.HEADLINE_ARTICLES", 2)
    chat = await room.joins()
    for title in ("Football one", "Football two", "Rice is cheap"):
        await room.arrives(title)
    assert len((await room.composer.headlines(chat, None)).digest.items) == 2
    await filters(room, chat, "+rice")
    assert len((await room.composer.headlines(chat, None)).digest.items) == 1


async def test_a_summary_that_is_made_counts_as_what_the_reader_sees(room: Newsroom) -> None:
    await room.arrives("Bridge opens")
    articles = await room.store.articles.recent(None, since=NOON - timedelta(days=1))
    assert await room.summaries.known(articles) == {}
    made = await room.summaries.for_articles(articles)
    assert await room.summaries.known(articles) == made
    (key,) = await room.store._worker.read(lambda db: [row["key"] for row in all_rows(db, "SELECT key FROM summaries")])
    told = Summary(text="A crossing is ready.", language="en", engine="other", grounded=True)
    await room.store.summaries.put({key: told}, now=NOON)
    filtering = Filtering(room.store, room.summaries)
    assert await filtering.visible(articles, a_ruleset("-crossing"), language=ORIGINAL) == []


async def test_rules_that_come_in_meanwhile_begin_anew(room: Newsroom) -> None:
    await room.arrives("Bridge opens")
    articles = await room.store.articles.recent(None, since=NOON - timedelta(days=1))
    filtering = Filtering(room.store, room.summaries)
    assert await filtering.visible(articles, a_ruleset("-football"), language=ORIGINAL) == articles
    assert await filtering.visible(articles, a_ruleset("-bridge source:example"), language=ORIGINAL) == []
    assert await filtering.visible(articles, a_ruleset("-bridge"), language="de") == []
    assert await filtering.visible(articles, a_ruleset("source:example"), language=ORIGINAL) == articles


def a_ruleset(typed: str) -> Ruleset:
    return ruleset(frozenset(rules(typed)))
