"""Handles the buttons at a digest: more and less of this."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat.handlers.filtering import preview_rules
from bot.chat.handlers.muting import mute_story
from bot.chat.own_messages import coded
from bot.chat.turn import Turn
from bot.digest.why import category_of
from bot.filters.offers import offered_words, telling_words, words_in
from bot.filters.tastes import lessons
from bot.models.articles import Article, CategoryCount
from bot.models.buttons.alert_presses import HideWord, OfferWords
from bot.models.buttons.digest_presses import Like, Mute, OfferLikes, ShowLess, TakeBackLike
from bot.models.filters import Lesson, Rule, RuleKind, TasteKind
from bot.render.alert_keyboards import story_mute_switch, words_keyboard
from bot.render.digest_keyboards import less_keyboard, liked_keyboard, likes_keyboard
from bot.render.filter_keyboards import lesson_name
from bot.render.phrases import title_text
from bot.text.cldr import series
from bot.text.markup import escape, shorten
from bot.texts import Say

MAX_MUTED = 10  # that are offered
MAX_CATEGORIES = 10
MAX_WORDS = 16  # to hide
TITLE_UNITS = 70


async def on_show_less(turn: Turn, press: ShowLess) -> None:
    """Offer the stories of the digest, and the categories they are of, to hear less of."""
    await turn.toast()
    articles = await _told(turn, press.upto_id)
    followed = await turn.services.store.chats.subscriptions(turn.chat.key)
    paths = dict.fromkeys(path for article in articles if (path := category_of(article, followed)))
    categories = [
        CategoryCount(id=number, path=path, articles=0)
        for path in list(paths)[:MAX_CATEGORIES]
        if (number := await turn.services.store.articles.category_id(path)) is not None
    ]
    if not articles:
        await turn.reply(turn.say("digest-why-gone"))
        return
    keyboard = less_keyboard(articles[:MAX_MUTED], categories, upto_id=press.upto_id, say=turn.say)
    await turn.reply(turn.say("digest-less"), keyboard=keyboard)


async def on_offer_words(turn: Turn, press: OfferWords) -> None:
    """Offer words of the titles of the digest, each once."""
    await turn.toast()
    articles = await _told(turn, press.upto_id)
    words = {
        word.casefold(): (word, article.id, number)
        for article in reversed(articles)
        for number, word in enumerate(offered_words(article.title))
    }
    offers = list(reversed(words.values()))[:MAX_WORDS]
    text = turn.say("digest-hide-word" if offers else "digest-hide-word-none")
    await turn.reply(text, keyboard=words_keyboard(offers))


async def on_hide_word(turn: Turn, press: HideWord) -> None:
    """Preview the filter that hides the word."""
    article = await turn.services.store.articles.get(press.article_id)
    words = offered_words(article.title) if article is not None else ()
    if press.number >= len(words):  # the title was edited, or is gone
        await turn.toast(turn.say("chat-button-unknown"))
        return
    await turn.toast()
    await preview_rules(turn, (Rule(kind=RuleKind.WORD, hides=True, value=words[press.number]),))


async def on_mute(turn: Turn, press: Mute) -> None:
    """Tell the chat nothing of this story any more."""
    article = await turn.services.store.articles.get(press.article_id)
    if article is None or not await mute_story(turn, article):
        await turn.toast(turn.say("chat-article-gone"))
        return
    await turn.toast(turn.say("digest-muted"))
    text = turn.say("digest-muted-story", title=escape(shorten(title_text(article), TITLE_UNITS)))
    await turn.reply(text, keyboard=((story_mute_switch(article.id, turn.say, on=False),),))


async def on_offer_likes(turn: Turn, press: OfferLikes) -> None:
    """Offer the stories of the digest, to see more or less like one."""
    await turn.toast()
    articles = (await _told(turn, press.upto_id))[:MAX_MUTED]
    if not articles:
        await turn.reply(turn.say("digest-why-gone"))
        return
    text = turn.say("taste-which-more" if press.more else "taste-which-less")
    await turn.reply(text, keyboard=likes_keyboard(articles, more=press.more))


async def on_like(turn: Turn, press: Like) -> None:
    """Put stories like this one higher or lower from now on, and say what they are known by."""
    article = await turn.services.store.articles.get(press.article_id)
    if article is None:
        await turn.toast(turn.say("chat-article-gone"))
        return
    words = telling_words(await turn.services.store.search.counts(words_in(article.title)[:MAX_WORDS]))
    learnt = await _lessons(turn, article, words)
    tastes = turn.services.store.tastes
    moved = await tastes.learn(turn.chat.key, learnt, more=press.more, now=turn.services.clock.now())
    bits = sum(1 << number for number, lesson in enumerate(learnt) if lesson in moved)
    await turn.toast(turn.say("taste-toast-more" if press.more else "taste-toast-less"))
    text = turn.say(
        "taste-learnt-more" if press.more else "taste-learnt-less",
        title=escape(shorten(title_text(article), TITLE_UNITS)),
        things=series((_named(lesson, turn.say) for lesson in learnt), turn.language),
    )
    await turn.reply(text, keyboard=liked_keyboard(article.id, more=press.more, moved=bits, say=turn.say))


async def on_take_back_like(turn: Turn, press: TakeBackLike) -> None:
    """Take back what a press did, once: the answer loses its buttons."""
    article = await turn.services.store.articles.get(press.article_id)
    if article is None:
        await turn.toast(turn.say("chat-article-gone"))
        return
    # Older messages do not hold the words: they were the longest.
    words = coded(turn.message) or offered_words(article.title)
    learnt = [lesson for number, lesson in enumerate(await _lessons(turn, article, words)) if press.moved & 1 << number]
    await turn.services.store.tastes.learn(turn.chat.key, learnt, more=not press.more, now=turn.services.clock.now())
    await turn.toast()
    await turn.redraw(turn.say("taste-taken-back"))


async def _lessons(turn: Turn, article: Article, words: Sequence[str]) -> Sequence[Lesson]:
    """What a press on the story of this article is about; `words` are telling ones."""
    followed = await turn.services.store.chats.subscriptions(turn.chat.key)
    category = category_of(article, followed) or next(iter(article.categories), None)
    return lessons(article, category, words)


def _named(lesson: Lesson, say: Say) -> str:
    """A lesson as HTML; words as code, where taking them back finds them."""
    is_word = lesson.kind is TasteKind.WORD
    return f"<code>{escape(lesson.value)}</code>" if is_word else escape(lesson_name(lesson, say=say))


async def _told(turn: Turn, upto_id: int) -> list[Article]:
    """The articles that the digest of articles up to this id showed."""
    digest = await turn.services.store.sent_digests.upto(turn.chat.key, upto_id)
    return await turn.services.store.articles.many([story.article_id for story in digest.told]) if digest else []
