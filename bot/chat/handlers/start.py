"""Handles /start and /help, and the deep links that open an article or a story, or subscribe to a category."""

from __future__ import annotations

import asyncio
import re

from bot.chat.finding.inline import SEARCH_PARAMETER
from bot.chat.handlers.publishing import publish_of
from bot.chat.handlers.reading_languages import languages_read
from bot.chat.handlers.story import show_story
from bot.chat.handlers.subscribe import category_tree, join
from bot.chat.turn import Turn
from bot.models.articles import Article
from bot.models.chats import ChatKey
from bot.pictures.illustrate import own_pictures
from bot.render.article import count_pages, render_article_rich
from bot.render.classic import render_article_classic
from bot.render.keyboards import categories_keyboard, reading_keyboard
from bot.render.phrases import picture_urls
from bot.text.markup import escape, host

GREETED_SECONDS = 30.0
# a12: article 12, a12-2: its second page; s12: the story that article 12 tells; c3: category 3
_DEEP_LINK = re.compile(r"(?:(a)(\d{1,12})(?:-(\d{1,3}))?|([cs])(\d{1,12}))")
# p-100123_0: what is published of a chat's topic
_PUBLISHED = re.compile(r"p(-\d{1,16})_(\d{1,12})")


async def start(turn: Turn) -> None:
    """Greet and show the categories. The bot's own deep links send `/start a12`, `/start s12`, `/start c3`."""
    link = _DEEP_LINK.fullmatch(turn.words)
    match link.groups() if link else None:
        case ("a", number, page, *_):
            await show_article(turn, int(number), page=int(page or 1))
        case (*_, "s", number):
            await show_story(turn, int(number))
        case (*_, "c", number):
            await _follow(turn, int(number))
        case _ if turn.words == SEARCH_PARAMETER:
            await turn.reply(turn.say("search-usage"))
        case _ if turn.is_private and (published := _PUBLISHED.fullmatch(turn.words)):
            await publish_of(turn, ChatKey(chat_id=int(published[1]), thread_id=int(published[2])))
        case _ if not _was_just_greeted(turn):
            await greet(turn)


def _was_just_greeted(turn: Turn) -> bool:
    """Whether the bot greeted this group as it came in: a link that adds it there sends `/start` right after."""
    greeted = turn.state.greeted.pop(turn.chat.key.chat_id, None)
    return greeted is not None and turn.services.clock.monotonic() - greeted < GREETED_SECONDS


async def greet(turn: Turn) -> None:
    """Send the greeting with the first page of categories."""
    name = turn.user.first_name if turn.is_private and turn.user else ""
    if name:
        hello = turn.say("chat-start-hello", name=escape(name))
    else:
        hello = f"{turn.say('chat-start-hello-all')}\n\n{turn.say('place-greeting')}"
    await _offer_categories(turn, hello)


async def help_(turn: Turn) -> None:
    """Send the list of commands with the first page of categories."""
    parts = [turn.say("chat-help"), turn.say("help-own-data")]
    parts += [turn.say("help-owner")] if turn.is_owner else []
    await _offer_categories(turn, "\n\n".join(parts))


async def _offer_categories(turn: Turn, opening: str) -> None:
    """Send `opening` and below it the first page of categories to tick."""
    tree = await category_tree(turn)
    subscriptions = await turn.services.store.chats.subscriptions(turn.chat.key)
    request = turn.say("chat-start-pick") if tree else turn.say("chat-start-empty")
    if turn.chat.reads and tree:
        reads = escape(turn.say("chat-start-reads", languages=languages_read(turn)))
        request = f"{reads}\n\n{request}"
    keyboard = categories_keyboard(tree, subscriptions, page=0, say=turn.say) if tree else ()
    await turn.reply(f"{opening}\n\n{request}", keyboard=keyboard)


async def show_article(turn: Turn, article_id: int, *, page: int = 1) -> None:
    """Send an article of the store, or a page of a long one, in the background."""
    article = await turn.services.store.articles.get(article_id)
    if article is None:
        await turn.reply(turn.say("chat-article-gone"))
        return
    await turn.typing()
    turn.in_background(send_article(turn, article, page=page))


async def send_article(turn: Turn, article: Article, *, page: int = 1) -> None:
    """Prepare the article's pictures and send the article, or this page of it where it is longer than a message.

    An article that is not in the store (id 0) has no deep link: a button leads to its next page.
    """
    urls = picture_urls(article)
    pictures = await turn.services.thumbnails.prepare(urls, own=own_pictures(article, urls))
    reader = turn.reader
    # In a thread, since an article may be as long as a book.
    message, fallback, pages = await asyncio.to_thread(
        lambda: (
            render_article_rich(article, reader, pictures=pictures, page=page),
            render_article_classic(article, reader, pictures=pictures),
            1 if article.id else count_pages(article, reader, pictures=pictures),
        )
    )
    url = article.url or ""
    keyboard = reading_keyboard(url, host=host(url), page=page, pages=pages, say=turn.say)
    await turn.reply(message, fallback=fallback, quote=True, keyboard=keyboard)


async def _follow(turn: Turn, category_id: int) -> None:
    path = await turn.services.store.articles.category(category_id)
    if path is None:
        await greet(turn)
    elif await turn.may_change():
        await join(turn, path)
