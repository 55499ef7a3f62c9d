"""Shows a longer summary of a story within its digest, and the first one again.

A digest in a private chat is edited. In a group it belongs to all members, so that the longer summary answers the one
who asked, alone where Telegram can do that. It is a message, too, where the digest is not kept any more or would get
too long.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot.chat.turn import Turn
from bot.models.articles import Article
from bot.models.buttons.digest_presses import Longer, Shorter
from bot.models.buttons.presses import MAX_SENTENCES
from bot.models.messages import RichContent
from bot.render.lengthening import is_longer, marked, with_words, words_of
from bot.render.phrases import article_url, title_text
from bot.text.markup import escape, link, plain
from bot.texts import text_key
from summarizer import Document, SummarizerError, Summary, letters_of

MORE_SENTENCES = 5  # of a longer summary
SOON_SECONDS = 0.5  # a press is answered then, whether or not the summary is written


async def on_longer(turn: Turn, press: Longer) -> None:
    """Show a longer summary of the article in its digest, or answer with it."""
    article = await turn.services.store.articles.get(press.article_id)
    if article is None:
        await turn.toast(turn.say("chat-article-gone"))
        return
    if not await _admitted(turn):
        return
    writing = asyncio.create_task(_written(turn, article), name="background work: longer summary")
    await asyncio.wait({writing}, timeout=SOON_SECONDS)
    if writing.done():
        await _shown(turn, article, writing)
        return
    await turn.toast(turn.say("chat-link-working"))
    turn.in_background(_shown(turn, article, writing))


async def on_shorter(turn: Turn, press: Shorter) -> None:
    """Show the summary again that the digest was sent with."""
    if not await _admitted(turn):
        return
    try:
        digest = await _digest(turn)
        words = None if digest is None else words_of(digest[0].html, press.article_id)
        if digest is None or words is None:
            await turn.toast(turn.say("chat-message-too-old"), alert=True)
            return
        await turn.toast()
        await _edited(turn, digest[1], press.article_id, words, longer=False)
    finally:
        turn.release_link()


async def _admitted(turn: Turn) -> bool:
    """Whether the person may ask now; tells them if not. One thing at a time: no two edits of a message meet."""
    busy = turn.admit_link(resize=True)
    if busy is not None:
        await turn.toast(turn.say(text_key(f"chat-link-{busy}")), alert=True)
    return busy is None


async def _written(turn: Turn, article: Article) -> Summary | SummarizerError:
    document = Document(text=article.text, title=article.title, language=article.language)
    sentences = min(turn.services.settings.summary_sentences + MORE_SENTENCES, MAX_SENTENCES)
    return await turn.services.summaries.for_document(
        document, sentences=sentences, language=turn.chat.summary_language
    )


async def _shown(turn: Turn, article: Article, writing: asyncio.Task[Summary | SummarizerError]) -> None:
    """Show what was written, in the digest if that is possible."""
    try:
        answer = await writing
        digest = await _digest(turn)
        if digest is None or not await _in_place(turn, digest[1], article, answer):
            await _reply(turn, article, answer)
    finally:
        turn.release_link()


async def _digest(turn: Turn) -> tuple[RichContent, RichContent] | None:
    """The rich digest whose button was pressed, as it was sent and as it is; None where it is not edited."""
    if not turn.is_private or turn.message is None:
        return None
    shown = await turn.services.store.sent_digests.shown(turn.home.key, turn.message.message_id)
    if shown is None or not isinstance(shown.sent, RichContent) or not isinstance(shown.now, RichContent):
        return None
    return shown.sent, shown.now


async def _in_place(turn: Turn, digest: RichContent, article: Article, answer: Summary | SummarizerError) -> bool:
    """Show the summary within the digest, or say that it has no more; False where neither can be."""
    before = words_of(digest.html, article.id)
    if before is None:
        return False
    if is_longer(digest.html, article.id):  # a second press, before the first one's edit was seen
        return True
    if not isinstance(answer, Summary) or letters_of(answer.text) in letters_of(plain(before)):
        ended = _ended(turn, article, plain(before))
        if turn.answered:  # with "one moment": the end is said in the digest
            return bool(before) and await _edited(turn, digest, article.id, before, note=ended)
        await turn.toast(ended)
        return True
    words = marked(digest.html, answer)
    if words is None:
        return False
    note = _ended(turn, article, answer.text) if letters_of(article.text) in letters_of(answer.text) else ""
    await turn.toast()
    return await _edited(turn, digest, article.id, words, note=note)


def _ended(turn: Turn, article: Article, shown: str) -> str:
    """That no more comes: all that the article says is shown, or the rest stands behind its link."""
    is_whole = bool(article.text) and letters_of(article.text) in letters_of(shown)
    return turn.say("story-all-said" if is_whole else "digest-longer-all")


async def _edited(
    turn: Turn, digest: RichContent, article_id: int, words: str, *, longer: bool = True, note: str = ""
) -> bool:
    """Edit the digest to show these words of the article; whether it shows them, or will once Telegram answers."""
    assert turn.message is not None
    html = with_words(digest.html, article_id, words, say=turn.say, longer=longer, note=note)
    if html is None:
        return False
    message_id = turn.message.message_id
    # Telegram took the digest as it is: no plain text shall replace it.
    await turn.edit(message_id, replace(digest, html=html), fallback=(digest,), keyboard=turn.keyboard)
    after = await turn.services.store.sent_digests.shown(turn.home.key, message_id)
    return after is not None and after.now == replace(digest, html=html)


async def _reply(turn: Turn, article: Article, answer: Summary | SummarizerError) -> None:
    """Send the longer summary as a message of its own."""
    await turn.toast()
    lines = [f"<b>{link(article_url(article, turn.services.bot_username), title_text(article))}</b>"]
    if isinstance(answer, Summary):
        lines.append(escape(answer.text))
    if not isinstance(answer, Summary) or letters_of(article.text) in letters_of(answer.text):
        shown = answer.text if isinstance(answer, Summary) else ""
        lines.append(f"<i>{escape(_ended(turn, article, shown))}</i>")
    await turn.reply("\n".join(lines), quote=True)
