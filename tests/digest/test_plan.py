"""Windows, slots and the division of stories between categories."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

from bot.digest.pick import Picked
from bot.digest.plan import DIGEST_LIFE, ChatPlan, DrawnSection, assign, composed, sections, slot, window_start
from bot.models.articles import CategoryPath
from bot.models.chats import DigestMode, Schedule
from bot.models.digests import PictureRef
from bot.models.messages import AlbumContent, Button, TextContent
from tests.fakes import NOON, a_chat, an_article

WORLD: CategoryPath = ("World",)
EUROPE: CategoryPath = ("World", "Europe")
ASIA: CategoryPath = ("Asia",)
INSTANT = Schedule(mode=DigestMode.INSTANT)


def test_a_window_begins_at_the_cursor() -> None:
    assert window_start(a_chat(cursor=7, last_digest_at=NOON), 3) == 7
    assert window_start(a_chat(cursor=2, last_digest_at=NOON), 3) == 2


def test_a_chat_without_a_digest_yet_looks_back_a_day() -> None:
    assert window_start(a_chat(), 3) == 3
    assert window_start(a_chat(cursor=7), 3) == 3


def test_a_first_digest_after_days_begins_where_the_chat_came_in() -> None:
    assert window_start(a_chat(cursor=2), 30) == 2


def test_news_at_once_begins_with_the_chat_but_never_with_the_archive() -> None:
    assert window_start(a_chat(schedule=INSTANT, cursor=7), 3) == 7
    assert window_start(a_chat(schedule=INSTANT), 3) == 3


def test_a_digest_that_was_asked_for_looks_back_a_day_however_far_the_chat_is() -> None:
    assert window_start(a_chat(cursor=7, last_digest_at=NOON), 3, scheduled=False) == 3
    assert window_start(a_chat(cursor=2, last_digest_at=NOON), 3, scheduled=False) == 2
    assert window_start(a_chat(schedule=INSTANT, cursor=7), 3, scheduled=False) == 3


def test_a_slot_names_the_local_time_with_its_offset_or_when_it_was_asked_for_or_the_last_article() -> None:
    chat = a_chat(zone="Europe/Berlin", schedule=Schedule(mode=DigestMode.TIMES, times=(time(13),)))
    assert slot(chat, 9, scheduled=True, now=NOON) == "2026-03-02T13:00+01:00"
    assert slot(chat, 9, scheduled=False, now=NOON) == "asked-2026-03-02T12:00:00+00:00"
    assert slot(a_chat(schedule=INSTANT, next_digest_at=None), 9, scheduled=True, now=NOON) == "upto-9"


def test_a_story_goes_to_the_deepest_category_else_to_the_first() -> None:
    european, asian, both, eurasian = (an_article(number) for number in range(1, 5))
    windows = {
        WORLD: [european, asian, both, eurasian],
        EUROPE: [european, eurasian],
        ASIA: [asian, both, eurasian],
    }
    assert assign(windows) == {ASIA: (asian, both, eurasian), EUROPE: (european,)}


def test_versions_of_a_story_stay_together() -> None:
    here = an_article(1, story_id="s")
    there = an_article(2, source_id=2, story_id="s", published_at=NOON - timedelta(days=1))
    assert assign({WORLD: [there], ASIA: [here]}) == {ASIA: (there, here)}


def test_an_empty_category_is_left_out() -> None:
    assert assign({WORLD: []}) == {}


def test_a_digest_has_a_section_for_each_category_and_numbers_its_messages_through() -> None:
    first, second, beyond = (an_article(number) for number in (1, 2, 3))
    chat = a_chat(last_digest_at=NOON - timedelta(hours=5))
    plan = ChatPlan(
        chat=chat,
        slot="noon",
        after_id=0,
        upto_id=9,
        scheduled=True,
    )
    a, b, c = (TextContent(html=text) for text in "abc")
    asia = Picked(items=((first, ()),), more=(beyond,))
    drawn = [
        DrawnSection(category=ASIA, contents=((a, ()), (b, ())), stories=asia.told),
        DrawnSection(category=WORLD, contents=((c, (a,)),), stories=Picked(items=((second, ()),)).told),
    ]
    digest = composed(plan, sections(plan, drawn, now=NOON), now=NOON)
    assert [section.category for section in digest.sections] == [ASIA, WORLD]
    assert [message.part for section in digest.sections for message in section.messages] == [0, 1, 2]
    assert [message.silent for section in digest.sections for message in section.messages] == [False, True, True]
    assert {m.expires_at for section in digest.sections for m in section.messages} == {NOON + DIGEST_LIFE}
    assert [[story.article_id for story in section.stories] for section in digest.sections] == [[1, 3], [2]]
    assert (digest.after_id, digest.upto_id, digest.since) == (0, 9, chat.last_digest_at)
    assert digest.recipients == ((100, 0, NOON),)
    assert digest.next_digest_at == NOON + timedelta(days=1)


def test_the_last_message_has_the_buttons_and_an_album_leaves_them_to_its_text() -> None:
    plan = ChatPlan(chat=a_chat(), slot="noon", after_id=0, upto_id=9, scheduled=True)
    buttons = ((Button(text="Why?", data="wy:9"),),)
    album = AlbumContent(pictures=(PictureRef(key="a", width=1, height=1),) * 2, html="All of it")
    text = TextContent(html="a")
    drawn = [DrawnSection(category=name, contents=((album, ()),), stories=()) for name in (ASIA, WORLD)]
    first, *last = [m for section in sections(plan, drawn, buttons=buttons, now=NOON) for m in section.messages]
    assert (first.content, first.keyboard) == (album, ())
    assert [(m.content, m.keyboard) for m in last] == [
        (replace(album, html=""), ()),
        (TextContent(html="All of it"), buttons),
    ]
    alone = [DrawnSection(category=ASIA, contents=((text, ()),), stories=())]
    [plain] = sections(plan, alone, buttons=buttons, now=NOON)
    assert [m.keyboard for m in plain.messages] == [buttons]
