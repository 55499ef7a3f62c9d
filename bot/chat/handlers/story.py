"""Shows the page of a story: `/start s12`, and the buttons below it. An owner can take an article out of its story."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot.chat.handlers.muting import story_choices
from bot.chat.turn import Turn
from bot.digest.material import is_untranslated
from bot.models.articles import Article
from bot.models.buttons.presses import PartTelling, ShowStory
from bot.models.digests import PictureRef
from bot.models.messages import Keyboard
from bot.models.stories import Story, Telling
from bot.pictures.illustrate import candidates, illustrate, own_pictures
from bot.render.story_keyboards import parting_keyboard, story_keyboard
from bot.render.story_page import render_story_classic, render_story_rich, render_story_text
from bot.stories.changes import news_of
from bot.text.markup import shorten
from bot.texts import text_key
from summarizer import Document, Summary

FIRST_SECONDS = 3.0  # until sentences of the article do for a summary: the page is asked for, not the summary
LONGER_SECONDS = 20.0
MAX_PICTURES = 10
MAX_PARTINGS = 8  # buttons that take an article out, of the newest
_TITLE_UNITS = 100  # within a toast


async def show_story(turn: Turn, article_id: int) -> None:
    """Send the page of the story that this article tells, in the background."""
    tellings = await _tellings(turn, article_id)
    if not tellings:
        await turn.reply(turn.say("chat-article-gone"))
        return
    await turn.typing()
    turn.in_background(_send(turn, tellings))


async def on_show_story(turn: Turn, press: ShowStory) -> None:
    """Replace the page with one whose summary is longer or shorter."""
    tellings = await _tellings(turn, press.article_id)
    if not tellings:
        await turn.toast(turn.say("chat-article-gone"), alert=True)
        return
    busy = turn.admit_link(resize=True)
    if busy is not None:
        await turn.toast(turn.say(text_key(f"chat-link-{busy}")), alert=True)
        return
    await turn.toast(turn.say("chat-link-working"))
    turn.in_background(_replace(turn, tellings, sentences=press.sentences))


async def on_part_telling(turn: Turn, press: PartTelling) -> None:
    """Ask an owner whether to take the article out of its story, or do it and show what is left."""
    if not turn.is_owner:
        await turn.toast(turn.say("story-part-owner"), alert=True)
        return
    tellings = await _tellings(turn, press.article_id)
    left = [article for article in tellings if article.id != press.article_id]
    if not left:
        await turn.toast(turn.say("chat-article-gone" if not tellings else "story-parted"), alert=True)
        return
    size = turn.services.settings.summary_sentences
    if not press.sure:
        title = next((article.title for article in tellings if article.id == press.article_id), "")
        await turn.redraw_buttons(parting_keyboard(press.article_id, sentences=size, say=turn.say))
        await turn.toast(turn.say("story-part-ask", title=shorten(title, _TITLE_UNITS)), alert=True)
        return
    await turn.services.store.stories.part(press.article_id, now=turn.services.clock.now())
    await turn.toast(turn.say("story-parted"))
    turn.in_background(_redraw(turn, left, sentences=size))


async def _tellings(turn: Turn, article_id: int) -> list[Article]:
    """The articles of the story that this article tells, in order of time; none where it is not stored."""
    articles = turn.services.store.articles
    article = await articles.get(article_id)
    return await articles.of_story(article.story_id) if article is not None else []


async def _send(turn: Turn, articles: list[Article]) -> None:
    size = turn.services.settings.summary_sentences
    story = await _story(turn, articles, sentences=size, deadline=FIRST_SECONDS)
    keyboard = await _keyboard(turn, story, sentences=size)
    classic = await asyncio.to_thread(lambda: render_story_classic(story, turn.reader))
    if turn.wants_classic:
        for content in classic[:-1]:
            await turn.reply(content, quote=True)
        await turn.reply(classic[-1], quote=len(classic) == 1, keyboard=keyboard)
        return
    rich = await asyncio.to_thread(lambda: render_story_rich(story, turn.reader))
    await turn.reply(rich, fallback=classic, quote=True, keyboard=keyboard)


async def _replace(turn: Turn, articles: list[Article], *, sentences: int) -> None:
    try:
        await _redraw(turn, articles, sentences=sentences)
    finally:
        turn.release_link()


async def _redraw(turn: Turn, articles: list[Article], *, sentences: int) -> None:
    """Show the page of these articles in place of the message whose button was pressed."""
    assert turn.message is not None  # a press of a message that is no longer shown has no turn
    story = await _story(turn, articles, sentences=sentences, deadline=LONGER_SECONDS)
    keyboard = await _keyboard(turn, story, sentences=sentences)
    text = await asyncio.to_thread(lambda: render_story_text(story, turn.reader))
    if turn.message.text:  # rich messages have none
        await turn.edit(turn.message.message_id, text, keyboard=keyboard)
        return
    rich = await asyncio.to_thread(lambda: render_story_rich(story, turn.reader))
    await turn.edit(turn.message.message_id, rich, fallback=(text,), keyboard=keyboard)


async def _story(turn: Turn, articles: list[Article], *, sentences: int, deadline: float) -> Story:
    """What the page shows of these articles, with a summary of the newest of that many sentences."""
    joins = {join.article_id: join for join in await turn.services.store.stories.joins(articles[-1].story_id)}
    pictures = await _pictures(turn, articles) if turn.chat.pictures else {}
    news = await asyncio.to_thread(news_of, articles)
    told = zip(articles, news, strict=True)
    story = Story(
        tellings=tuple(
            Telling(article=article, news=new, picture=pictures.get(article.id), join=joins.get(article.id))
            for article, new in told
        )
    )
    summary = await _summary(turn, articles[-1], sentences=sentences, deadline=deadline)
    usual = turn.services.settings.summary_sentences
    note = ""
    if summary is not None and sentences > usual:
        shorter = await _summary(turn, articles[-1], sentences=usual, deadline=deadline)
        note = turn.say("story-all-said") if shorter is not None and shorter.text == summary.text else ""
    untranslated = is_untranslated(summary, turn.chat.summary_language)
    return replace(story, summary=summary, untranslated=untranslated, note=note)


async def _summary(turn: Turn, article: Article, *, sentences: int, deadline: float) -> Summary | None:
    document = Document(text=article.text, title=article.title, language=article.language)
    language = turn.chat.summary_language
    summaries = turn.services.summaries
    answer = await summaries.for_document(document, sentences=sentences, language=language, deadline=deadline)
    return answer if isinstance(answer, Summary) else None


async def _pictures(turn: Turn, articles: list[Article]) -> dict[int, PictureRef]:
    """The pictures of the newest articles by article id, none twice: an older one gives way."""
    newest = articles[: -MAX_PICTURES - 1 : -1]
    wanted = [url for article in newest for url in candidates(article)[:1]]
    own = {url for article in newest for url in own_pictures(article, candidates(article)[:1])}
    ready = await turn.services.thumbnails.prepare(wanted, own=own)
    return dict(illustrate(newest, ready).pictures)


async def _keyboard(turn: Turn, story: Story, *, sentences: int) -> Keyboard:
    """Longer and shorter, follow and mute; in an owner's own chat also what takes a telling out of the story."""
    partings = [
        (telling.article.source_name, telling.article.id)
        for telling in reversed(story.tellings)
        if turn.is_owner and turn.is_private and len(story.tellings) > 1
    ]
    return story_keyboard(
        story.newest.id,
        sentences=sentences,
        say=turn.say,
        longer=not story.note and story.summary is not None,
        choices=await story_choices(turn, story.newest),
        partings=partings[:MAX_PARTINGS],
    )
