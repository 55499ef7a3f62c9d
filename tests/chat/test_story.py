"""The page of a story: opened by its link, longer in place, and taken apart by the owner alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.chat import links
from bot.chat.quotas import Limit
from bot.models.articles import Article
from bot.models.buttons.alert_presses import SetFollow, SetSourceMute, SetStoryMute
from bot.models.buttons.presses import encode
from bot.models.chats import DigestFormat
from bot.models.filters import Rule, RuleKind
from bot.models.sources import SourceKind, SourceSpec
from bot.playground.world.chats import PhotoBody, RichBody, TextBody
from bot.stories.sketches import sketch
from tests.chat.rig import NOON, PICTURE_URL, Rig, labels, running_rig, text
from tests.chat.test_alerts import told
from tests.fakes import a_new_article, a_parsed_article, an_update

CHOICES = ["📌 Follow", "🔕 Mute this story", "🔇 Mute Beta"]
OWNER = 700_000_001  # the person at the page
FIRST = "Mayor Ingrid Solberg opened the Varnholm harbour bridge after nine years of work. Thousands walked across it."
LATER = f"{FIRST} Engineer Olaf Berg said that 40 trains a day will follow."


async def tell(rig: Rig, source: str, title: str, body: str, *, hours: int, **changes: Any) -> Article:
    """A source reports the opening of the bridge; reports of one wording are one story."""
    location = f"https://{source.lower()}.example/feed"
    spec = SourceSpec(name=source, kind=SourceKind.FEED, location=location, category=("World",))
    await rig.store.sources.add(spec, now=NOON)
    held = await rig.store.sources.get(source)
    assert held is not None
    article = a_new_article(
        title, text=body, url=f"https://{source.lower()}.example/bridge", language="en",
        published_at=NOON - timedelta(hours=hours), **changes,
    )  # fmt: skip
    article = replace(article, sketch=sketch(title, body, language="en", publisher=source), own_story_id=source)
    applied = await rig.store.sources.apply(an_update(held.id, article))
    (stored,) = await rig.store.articles.many(applied.new_ids)
    return stored


async def a_told_story(rig: Rig) -> list[Article]:
    title = "Varnholm harbour bridge opens to thousands"
    first = await tell(rig, "Alpha", title, FIRST, hours=5, thumbnail_url=PICTURE_URL)
    second = await tell(rig, "Beta", f"{title} of people", LATER, hours=2)
    assert first.story_id == second.story_id
    return [first, second]


@pytest.fixture
async def owned(tmp_path: Path) -> AsyncIterator[Rig]:
    """The bot of the person at the page."""
    async with running_rig(tmp_path, telegram_admin_ids=(OWNER,)) as running:
        yield running


async def test_a_deep_link_shows_who_told_the_story_when_and_what_was_new(rig: Rig) -> None:
    first, second = await a_told_story(rig)
    shown = await rig.says(f"/start s{first.id}")
    assert isinstance(shown.body, RichBody)
    assert len(shown.body.rich.photos) == 1
    seen = text(shown)
    assert "told 2 times · by 2 sources" in seen
    assert "2 sentences on Varnholm harbour bridge opens to thousands of people." in seen
    assert seen.index("Alpha · alpha.example · first report") < seen.index("Beta · beta.example")
    assert "New: Engineer Olaf Berg said that 40 trains a day will follow." in seen
    assert "Beta" in seen.partition("Why these are one story")[2]
    assert "https://beta.example/bridge" in shown.body.rich.html
    assert labels(shown) == ["➕ Longer", "➖ Shorter", *CHOICES]
    assert text(await rig.says(f"/start s{second.id}")) == seen


async def test_a_story_that_is_gone_says_so(rig: Rig) -> None:
    assert "no longer here" in text(await rig.says("/start s999"))


async def test_longer_answers_in_place_until_there_is_no_more_to_say(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = await a_told_story(rig)
    page = await rig.says(f"/start s{first.id}")
    longer = await rig.presses("➕ Longer")
    assert longer.message_id == page.message_id
    assert "5 sentences on Varnholm" in text(longer)
    assert "2 sentences on Varnholm" in text(await rig.presses("➖ Shorter"))

    async def all_there_is(*args: Any, **kwargs: Any) -> list[Any]:
        return await summarize(*args, **{**kwargs, "sentences": 2})

    summarize = rig.summarizer.summarize
    monkeypatch.setattr(rig.summarizer, "summarize", all_there_is)
    third = await tell(rig, "Gamma", "Varnholm harbour bridge opens to thousands", f"{LATER} It is long.", hours=1)
    await rig.says(f"/start s{third.id}")
    ended = await rig.presses("➕ Longer")
    assert "That is all the article says." in text(ended)
    assert labels(ended) == ["➖ Shorter", *CHOICES[:2], "🔇 Mute Gamma"]


async def test_who_presses_too_often_is_told(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "RESIZE_LIMITS", (Limit(count=1, seconds=600),))
    first, _ = await a_told_story(rig)
    await rig.says(f"/start s{first.id}")
    assert "5 sentences on Varnholm" in text(await rig.presses("➕ Longer"))
    assert "5 sentences on Varnholm" in text(await rig.presses("➖ Shorter"))
    assert any("a lot of links" in answer for answer in rig.answered().values())


async def test_a_page_without_an_engines_summary_still_shows_the_tellings(rig: Rig) -> None:
    rig.summarizer.fails = True
    first, _ = await a_told_story(rig)
    shown = await rig.says(f"/start s{first.id}")
    assert "told 2 times" in text(shown)
    assert labels(shown) == ["➖ Shorter", *CHOICES]


async def test_a_classic_chat_gets_the_picture_and_a_text_that_answers_in_place(rig: Rig) -> None:
    first, _ = await a_told_story(rig)
    await rig.says("/help")
    await rig.store.chats.save(replace(await rig.chat(), format=DigestFormat.CLASSIC))
    count = len(rig.messages())
    await rig.api.user_says(f"/start s{first.id}")
    await rig.api.wait_for(lambda: len(rig.messages()) == count + 2)
    await rig.quiet()
    photo, page = rig.messages()[-2:]
    assert isinstance(photo.body, PhotoBody)
    assert isinstance(page.body, TextBody)
    longer = await rig.presses("➕ Longer")
    assert longer.message_id == page.message_id
    assert "5 sentences on Varnholm" in text(longer)


async def test_without_pictures_none_is_shown(rig: Rig) -> None:
    first, _ = await a_told_story(rig)
    await rig.says("/help")
    await rig.store.chats.save(replace(await rig.chat(), pictures=False))
    shown = await rig.says(f"/start s{first.id}")
    assert isinstance(shown.body, RichBody)
    assert shown.body.rich.photos == ()


async def test_a_button_of_a_story_that_was_purged_says_so(owned: Rig) -> None:
    first, _ = await a_told_story(owned)
    await owned.says(f"/start s{first.id}")
    for source in ("Alpha", "Beta"):
        await owned.store.sources.remove(source)
    await owned.store.articles.purge(before=NOON + timedelta(days=1))
    assert await owned.store.articles.get(first.id) is None
    await owned.presses("➕ Longer")
    await owned.presses("✂️ Take out: Alpha")
    assert [answer for answer in owned.answered().values() if "no longer here" in answer] != []


async def test_an_owner_can_take_an_article_out_of_its_story(owned: Rig) -> None:
    first, second = await a_told_story(owned)
    page = await owned.says(f"/start s{first.id}")
    assert labels(page)[5:] == ["✂️ Take out: Beta", "✂️ Take out: Alpha"]
    asked = await owned.presses("✂️ Take out: Beta")
    assert labels(asked) == ["✂️ Take out for good", "Cancel"]
    assert any("becomes a story of its own" in answer for answer in owned.answered().values())
    assert labels(await owned.presses("Cancel")) == labels(page)
    await owned.presses("✂️ Take out: Beta")
    left = await owned.presses("✂️ Take out for good")
    assert left.message_id == page.message_id
    assert "told once · by 1 source" in text(left)
    assert "Beta" not in text(left)
    (parted,) = await owned.store.articles.many([second.id])
    assert parted.story_id != first.story_id
    assert "told once" in text(await owned.says(f"/start s{second.id}"))


async def test_nobody_else_takes_a_story_apart(owned: Rig) -> None:
    first, second = await a_told_story(owned)
    page = await owned.says(f"/start s{first.id}", chat=owned.api.add_person(901).id, sender=901)
    assert labels(page)[:3] == ["➕ Longer", "➖ Shorter", "📌 Follow"]
    await owned.says(f"/start s{first.id}")
    await owned.api.press("✂️ Take out: Beta", sender=901)
    await owned.api.wait_for(lambda: any("Only the owner" in answer for answer in owned.answered().values()))
    assert (await owned.store.articles.many([second.id]))[0].story_id == first.story_id


async def test_a_second_press_that_takes_out_does_no_harm(owned: Rig) -> None:
    first, second = await a_told_story(owned)
    await owned.says(f"/start s{first.id}")
    await owned.presses("✂️ Take out: Beta")
    await owned.store.stories.part(second.id, now=NOON)
    await owned.presses("✂️ Take out for good")
    assert any("story of its own now" in answer for answer in owned.answered().values())


async def test_who_sends_the_link_of_a_story_that_is_stored_sees_who_else_tells_it(rig: Rig) -> None:
    first, second = await a_told_story(rig)
    assert first.url is not None
    rig.loader.pages[first.url] = a_parsed_article(url=first.url, language="en")
    shown = await rig.says(f"/summary {first.url}")
    assert isinstance(shown.body, RichBody)
    assert "also told by: Beta (beta.example) · the whole story" in text(shown)
    assert f"?start=s{second.id}" in shown.body.rich.html
    assert await rig.store.stories.part(second.id, now=NOON)
    rig.clock.advance(days=2)
    assert "also told by" not in text(await rig.says(f"/summary {first.url}"))


async def test_a_story_is_followed_and_muted_in_place_and_each_is_undone(rig: Rig) -> None:
    [first, _] = await a_told_story(rig)
    await told(rig)
    page = await rig.says(f"/start s{first.id}")
    followed = await rig.presses("📌 Follow")
    assert labels(followed)[2:] == ["✅ Following", *CHOICES[1:]]
    assert followed.message_id == page.message_id
    await tell(rig, "Gamma", "Varnholm harbour bridge opens to thousands", FIRST, hours=1)
    before = len(rig.messages())
    await told(rig)
    assert len(rig.messages()) == before + 1
    assert text(rig.last()).startswith("📌 A story you follow")
    assert labels(await rig.says("/alerts")) == ["❌ 📌 Varnholm harbour bridge opens to…"]
    await rig.says(f"/start s{first.id}")
    muted = await rig.presses("🔕 Mute this story")  # which ends the following
    choices = ["📌 Follow", "✅ Muted: tell it again", "🔇 Mute Gamma"]
    assert labels(muted)[2:] == choices
    assert text(await rig.says("/alerts")).startswith("You have no alerts.")
    await rig.says(f"/start s{first.id}")
    assert labels(await rig.presses("✅ Muted: tell it again"))[3] == "🔕 Mute this story"
    assert labels(await rig.presses("🔇 Mute Gamma"))[4] == "✅ Muted: show Gamma again"
    assert labels(await rig.presses("✅ Muted: show Gamma again"))[4] == "🔇 Mute Gamma"
    assert labels(await rig.presses("📌 Follow"))[2] == "✅ Following"
    assert labels(await rig.presses("✅ Following"))[2] == "📌 Follow"


async def test_buttons_of_a_story_say_why_they_cannot(rig: Rig) -> None:
    [first, _] = await a_told_story(rig)
    await rig.says("/help")
    key = (await rig.chat()).key
    for number in range(10):
        await rig.store.alerts.add(key, f"word{number}", now=NOON)
    mutes = [Rule(kind=RuleKind.MUTE, hides=True, value=f"Paper {number}") for number in range(50)]
    await rig.store.filters.add(key, mutes, now=NOON)
    await rig.says(f"/start s{first.id}")
    await rig.presses("📌 Follow")
    await rig.presses("🔇 Mute Beta")
    for press in (SetFollow(article_id=99, on=True), SetStoryMute(article_id=99, on=True)):
        rig.last().keyboard[0][0]["callback_data"] = encode(press)
        await rig.presses(encode(press))
    rig.last().keyboard[0][0]["callback_data"] = encode(SetSourceMute(article_id=99, on=True))
    await rig.presses(encode(SetSourceMute(article_id=99, on=True)))
    answers = list(rig.answered().values())
    assert "up to 10 alerts" in answers[0]
    assert "up to 50 sources" in answers[1]
    assert answers[2:] == ["This article is no longer here."] * 3
