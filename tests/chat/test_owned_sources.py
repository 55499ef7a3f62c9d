"""The owner looks after the sources in the chat: list, add with discovery, remove."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat.sender import to_markup
from bot.ingest.load import Loader
from bot.models.messages import Keyboard
from bot.models.sources import SourceKind, SourceSpec, SourceUpdate
from bot.playground.world import people
from bot.playground.world.bot_api_json import message_json
from bot.playground.world.chats import Message
from bot.render.owner_keyboards import feed_categories_keyboard, feeds_keyboard, offer_button
from bot.texts import speaker
from bot.web.fetch import HttpFetcher
from tests.chat.rig import Rig, labels, running_rig, text
from tests.ingest.test_adding import InlinePool, a_page, an_rss
from tests.web_server import Reply, WebServer, serve

ME = 700_000_001  # the person at the playground's page


@pytest.fixture
async def web() -> AsyncIterator[WebServer]:
    async with serve() as server:
        yield server


@pytest.fixture
async def owned(tmp_path: Path, web: WebServer) -> AsyncIterator[Rig]:
    fetcher = HttpFetcher(trusted_hosts=[web.trusted])

    def make_loader(store: object, clock: object) -> Loader:
        fields = {"store": store, "clock": clock, "interval": timedelta(minutes=15), "jitter": lambda: 0.0}
        return Loader(fetcher=fetcher, pool=InlinePool(), **fields)  # type: ignore[arg-type]

    async with running_rig(tmp_path, telegram_admin_ids=(ME,), make_loader=make_loader) as rig:
        assert rig.api.me == ME
        yield rig
    await fetcher.aclose()


async def names(rig: Rig) -> list[str]:
    return [source.spec.name for source in await rig.store.sources.all()]


async def shown_again(rig: Rig, html: str, keyboard: Keyboard) -> Message:
    """A message of the bot with these buttons, such as one that stands in a chat for long."""
    address = next((word for word in html.split() if "://" in word), "")
    body = html.replace(address, f"<code>{address}</code>") if address else html
    await rig.application.bot.send_message(ME, body, parse_mode="HTML", reply_markup=to_markup(keyboard))
    return rig.last()


def world_message(rig: Rig, message: Message) -> Message:
    return rig.api.world.find_chat(ME).messages[message.message_id]


async def toast(rig: Rig, label: str, message: Message) -> str:
    query = await rig.api.press(label, message_id=message.message_id)
    await rig.api.wait_for(lambda: query in rig.answered())
    return rig.answered()[query]


async def trouble(rig: Rig, name: str, **changes: object) -> None:
    source = await rig.store.sources.get(name)
    assert source is not None
    now = rig.clock.now()
    fields = {"source_id": source.id, "checked_at": now, "next_check_at": now + timedelta(hours=1), **changes}
    await rig.store.sources.apply(SourceUpdate(**fields))  # type: ignore[arg-type]


async def test_feeds_are_found_chosen_put_into_a_category_by_buttons_and_loaded_at_once(
    owned: Rig, web: WebServer
) -> None:
    web.replies["/"] = a_page("/feed.xml")
    web.replies["/feed.xml"] = an_rss("Harbour News", "one", "two")
    await owned.publish("Bridge opens")
    asked = await owned.says(f"/addsource {web.url('/')}")
    assert "Harbour News" in text(asked)
    assert "In which category?" in text(asked)
    assert labels(asked) == ["World", "The feed's own categories", "Cancel"]
    added = await owned.presses("World")
    assert text(added) == "Added Harbour News, with 2 articles so far. Category: World."
    source = await owned.store.sources.get("Harbour News")
    assert source is not None
    assert (source.spec.category, source.spec.location) == (("World",), web.url("/feed.xml"))
    assert labels(added) == ["❌ Harbour News"]
    again = await owned.says(f"/addsource {web.url('/feed.xml')}")
    assert text(again) == "You already have that source: Harbour News."
    web.replies["/"] = a_page("/a.xml", "/b.xml")
    web.replies["/a.xml"] = an_rss("Harbour &amp;amp; Bay", "one")
    web.replies["/b.xml"] = an_rss("Harbour Sport", "two", "three")
    asked = await owned.says(f"/addsource {web.url('/')} Places/Harbour town")
    assert "has 2 feeds. Which one?" in text(asked)
    assert labels(asked) == ["1. Harbour & Bay", "2. Harbour Sport", "Cancel"]
    added = await owned.presses("2. Harbour Sport")
    assert text(added) == "Added Harbour Sport, with 2 articles so far. Category: Places › Harbour town."
    await owned.says(f"/addsource {web.url('/a.xml')}")
    assert text(await owned.presses("Cancel")) == "Nothing was added."
    await owned.says(f"/addsource {web.url('/a.xml')}")
    added = await owned.presses("The feed's own categories")
    assert text(added) == "Added Harbour & Bay, with 1 article so far."
    assert await names(owned) == ["Harbour & Bay", "Harbour News", "Harbour Sport", "News of World"]


async def test_wrong_usage_shows_an_example_or_what_helps(owned: Rig, web: WebServer) -> None:
    web.replies["/"] = Reply(body=b"<html><body>Hello</body></html>", content_type="text/html")
    for typed, answer in (
        ("/addsource", "/addsource https://www.bbc.com/news World"),
        ("/addsource https://t.me/+private", "That Telegram channel has no public page."),
        (f"/addsource {web.url('/')} World", "I found no feed there. Look for a link called RSS or Atom"),
        ("/removesource", "/removesource BBC World"),
        ("/removesource Nobody knows", "I have no source called “Nobody knows”."),
        ("/source", "/sources – Sources and how they are"),
        ("/sources", "There are no sources yet."),
        ("/announce", "What should I tell every chat?"),
    ):
        assert answer in text(await owned.says(typed))


async def test_the_list_says_how_each_source_is_and_leads_to_reading_it_now(owned: Rig, web: WebServer) -> None:
    now = owned.clock.now()
    for name in ("Alpha", "Beta"):
        location = web.url(f"/{name}?key=secret-{name}")
        await owned.store.sources.add(SourceSpec(name=name, kind=SourceKind.FEED, location=location), now=now)
    await trouble(owned, "Alpha", articles_per_day=2.5)
    dns = {"last_error": "There is no site of that name: alpha", "trouble": "fetch-problem-dns", "failures": 3}
    await trouble(owned, "Beta", **dns, completes=False)
    owned.clock.advance(hours=5)
    shown = await owned.says("/sources")
    assert text(shown).split("\n\n") == [
        "2 sources · 1 failing · 0 switched off",
        "⚠️ Beta\nnever worked · 3 failures in a row · overdue by 4 hours\nThere is no site of that name (alpha)",
        "✅ Alpha\nlast success 5 hours ago · overdue by 4 hours",  # how much it brings shows after a day
    ]
    assert labels(shown) == ["⚠️ Beta", "✅ Alpha"]
    detail = await owned.presses("⚠️ Beta")
    assert "Check the spelling of the address" in text(detail)
    assert "secret" not in text(detail)
    web.replies["/Beta?key=secret-Beta"] = an_rss("Beta", "one")
    assert text(await owned.presses("🔄 Read now")).startswith("✅ Beta\nlast success 1 minute ago")
    await trouble(owned, "Beta", articles_per_day=2.5)
    assert "articles a day" not in text(await owned.presses("◀️"))
    owned.clock.advance(hours=24)
    after = text(await owned.says("/sources"))
    assert after.startswith("2 sources · 0 failing")
    assert "✅ Beta\nlast success 1 day ago · overdue by 1 day · 2.5 articles a day" in after


async def test_a_source_is_removed_after_a_question_and_stays_away_at_the_next_start(owned: Rig) -> None:
    spec = SourceSpec(name="Harbour News", kind=SourceKind.FEED, location="https://harbour.example/feed")
    await owned.store.sources.sync([spec], now=owned.clock.now())
    near = await owned.says("/removesource harbour nws")
    assert labels(near) == ["❌ Harbour News"]
    asked = await owned.presses("❌ Harbour News")
    assert labels(asked) == ["Remove", "Cancel"]
    assert text(await owned.presses("Cancel")) == "Harbour News stays."
    listed = await owned.says("/sources")
    first = await owned.says("/removesource HARBOUR NEWS")
    await owned.says("/removesource HARBOUR NEWS")
    assert "is removed" in text(await owned.presses("Remove"))
    for label, message in (("Remove", first), ("🆕 Harbour News", listed)):
        assert await toast(owned, label, message) == "That source is gone."
    await owned.store.sources.sync([spec], now=owned.clock.now())
    assert await names(owned) == []
    await owned.store.sources.add(spec, now=owned.clock.now())
    await owned.store.sources.sync([spec], now=owned.clock.now())
    assert await names(owned) == ["Harbour News"]


async def test_a_link_and_a_channel_that_the_owner_sends_are_offered_as_sources(owned: Rig, web: WebServer) -> None:
    web.replies["/feed.xml"] = an_rss("Harbour News", "one")
    shown = await owned.says(web.url("/feed.xml"))
    assert "This is a news feed, not an article" in text(shown)
    assert labels(shown) == ["➕ Add as a source"]
    assert "In which category?" in text(await owned.presses("➕ Add as a source"))
    channel = await owned.says("@harbournews")
    assert text(channel) == "This channel can be a source: https://t.me/s/harbournews"
    assert labels(channel) == ["➕ Add as a source"]


async def test_a_channel_is_offered_below_what_the_owner_forwards_from_it(owned: Rig) -> None:
    world = owned.api.world
    extras: tuple[dict[str, object], ...] = ({"text": "News of the harbour"}, {"photo": []})
    for extra in extras:
        message = message_json(world, people.say(world, world.find_chat(ME), "/x@another_bot"))
        del message["text"]
        message.pop("entities", None)
        channel = {"id": -1009, "type": "channel", "title": "Harbour", "username": "HarbourNews"}
        origin = {"type": "channel", "date": message["date"], "chat": channel, "message_id": 3}
        before = len(owned.api.accepted)
        world.updates.add("message", message | extra | {"forward_origin": origin})
        await owned.quiet(more_than=before)
        assert text(owned.last()) == "This channel can be a source: https://t.me/s/harbournews"


async def test_old_buttons_and_second_presses_do_no_harm(owned: Rig, web: WebServer) -> None:
    web.replies["/a.xml"] = an_rss("Harbour Bay", "one")
    asked = await owned.says(f"/addsource {web.url('/a.xml')}")
    await owned.presses("The feed's own categories")
    keyboard = feed_categories_keyboard([], say=speaker("en"))
    for message, answer in (
        (await shown_again(owned, text(asked), keyboard), "You already have that source: Harbour Bay."),
        (await shown_again(owned, "no address", keyboard), None),
        (await shown_again(owned, "no address", feeds_keyboard(["Bay"], say=speaker("en"))), None),
        (await shown_again(owned, "no address", (offer_button(speaker("en")),)), None),
    ):
        told = await toast(owned, labels(message)[0], message)
        await owned.quiet()
        if answer is None:
            assert "old" in told
        else:
            assert text(world_message(owned, message)) == answer
            assert labels(world_message(owned, message)) == ["❌ Harbour Bay"]


async def test_a_site_that_changes_meanwhile_and_a_bug_are_told(
    owned: Rig, web: WebServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    web.replies["/a.xml"] = an_rss("Harbour Bay", "one")
    web.replies["/b.xml"] = an_rss("Harbour Sport", "two")
    asked = await owned.says(f"/addsource {web.url('/a.xml')}")
    web.replies["/a.xml"] = a_page("/b.xml", "/c.xml")
    web.replies["/c.xml"] = an_rss("Harbour Arts", "three")
    listed = await owned.presses("The feed's own categories", message_id=asked.message_id)
    assert labels(listed) == ["1. Harbour Sport", "2. Harbour Arts", "Cancel"]

    async def boom(*_: object) -> None:
        raise RuntimeError("a bug")

    for method, act in (
        ("find", owned.says(f"/addsource {web.url('/b.xml')}")),
        ("add_source", owned.says(f"/addsource {web.url('/b.xml')} Sport")),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(Loader, method, boom)
            assert "nothing was added" in text(await act)
    assert caplog.text.count("a bug") >= 2
    assert await names(owned) == []


async def test_others_meet_commands_and_buttons_that_do_not_exist(owned: Rig) -> None:
    owned.api.add_person(77)
    owned.api.world.chats[owned.api.group].members[77] = "administrator"
    for command in ("/sources", "/addsource x", "/removesource x", "/announce x", "/stats"):
        assert "I don't know" in text(await owned.says(command, chat=77, sender=77))
    await owned.publish("Bridge opens")
    await owned.says("/removesource News of World", chat=owned.api.group, sender=ME)
    await owned.presses("Remove", chat=owned.api.group, sender=77)
    assert await names(owned) == ["News of World"]
