"""Handles "hide a word" at a digest: offers words of its titles, and previews the filter of the one that is picked."""

from __future__ import annotations

from bot.chat.handlers.filtering import preview_rules
from bot.chat.turn import Turn
from bot.filters.offers import offered_words
from bot.models.alert_presses import HideWord, OfferWords
from bot.models.filters import Rule, RuleKind
from bot.render.alert_keyboards import words_keyboard

MAX_WORDS = 16


async def on_offer_words(turn: Turn, press: OfferWords) -> None:
    """Offer words of the titles of the digest, each once."""
    await turn.toast()
    told = await turn.services.store.digests.told_by(turn.chat.key, press.upto_id)
    articles = await turn.services.store.articles.many([story.article_id for story in told])
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
