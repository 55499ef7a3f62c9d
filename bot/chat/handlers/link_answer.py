"""Answers a link: shows the progress, then title, picture, summary, source and reading time.

In a private chat the progress is a draft, which the person can stop; elsewhere, and where the server knows no drafts,
it is a message that the answer replaces.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace
from functools import partial

from bot.chat.drafts import Draft, DraftStopped
from bot.chat.turn import Turn
from bot.digest.material import is_untranslated
from bot.ingest.load import LinkRefused
from bot.models.articles import Article, ParsedArticle
from bot.models.chats import ORIGINAL
from bot.models.digests import PictureRef
from bot.models.messages import Keyboard, TextContent
from bot.pictures.gather import first_picture
from bot.render.keyboards import summary_keyboard
from bot.render.link_card import LinkCard, card_classic, card_rich
from bot.render.owner_keyboards import offer_button
from bot.render.phrases import also_line, language_name
from bot.text.markup import escape, host
from bot.texts import has_text
from bot.web.sites import host_of
from summarizer import Document, EngineKind, Summary, same_language, split_sentences

logger = logging.getLogger(__name__)

LINK_SECONDS = 90.0  # limit for page, picture and summary together
EXTRACT_AFTER_SECONDS = 3.0  # when the engine takes longer, sentences of the article are shown meanwhile
MAX_OFFERED_CHARS = 1000
MAX_ALSO = 5  # other sources of the story that are named


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRequest:
    """What a summary should be like. `language` "" is the chat's own language of summaries."""

    sentences: int
    language: str = ""
    is_all: bool = False  # there are no more sentences


async def show_summary(
    turn: Turn, url: str, *, owned: bool, request: SummaryRequest, message_id: int | None = None
) -> None:
    """Read and summarise the link, and show the result in `message_id`, or in a new message where that is None.

    A failure is told in place of the placeholder; a summary that someone reads already stays, and the failure is told
    below it. Ends the admitted request for the link.
    """
    answer = _Answer(turn=turn, url=url, owned=owned, request=request, message_id=message_id)
    try:
        if message_id is None and turn.is_private:
            async with turn.state.drafts.opened(turn.chat.key, turn.update.update_id, answer.reading()) as draft:
                answer.draft = draft
                final = await answer.work()
        else:
            final = await answer.work()
        await answer.post(final)
    finally:
        turn.release_link()


async def read_link(turn: Turn, url: str, *, owned: bool) -> ParsedArticle | LinkRefused:
    """The link's article; only an owner's own link (`owned`) may lead to FETCH_TRUSTED_HOSTS."""
    return await turn.state.links.read(url, partial(turn.services.loader.read_link, for_owner=owned), for_owner=owned)


def refusal_text(turn: Turn, refused: LinkRefused) -> str:
    """Why a link was not read."""
    return turn.say(refused.reason_key if has_text(refused.reason_key) else "chat-link-failed")


@dataclass(slots=True, kw_only=True)
class _Answer:
    """The answer to one link, and how far it is."""

    turn: Turn
    url: str
    owned: bool
    request: SummaryRequest
    message_id: int | None  # shows the progress, and then the answer; None with a draft
    draft: Draft | None = None
    limit: asyncio.Timeout | None = None
    preview: LinkCard | None = None  # shown while a slow engine works

    def reading(self) -> str:
        return self.turn.say("chat-link-reading", host=escape(host(self.url)))

    async def work(self) -> LinkCard | str:
        """The card, or what to say instead. Raises nothing that a page or an engine can cause."""
        turn = self.turn
        if self.draft is None and self.message_id is None:
            self.message_id = await turn.reply(self.reading(), quote=True, placeholder=True)
        try:
            async with asyncio.timeout(LINK_SECONDS) as self.limit:
                return await (self._card() if self.draft is None else self.draft.until_stopped(self._card()))
        except TimeoutError:
            return turn.say("chat-link-too-slow")
        except DraftStopped:  # what was shown stays
            return self.preview or turn.say("chat-link-stopped")
        except Exception:
            logger.exception("link summary failed host=%s", host_of(self.url))
            return turn.say("chat-link-failed")

    async def post(self, final: LinkCard | str) -> None:
        """Send the answer, or put it in place of the message that shows the progress."""
        if isinstance(final, LinkCard):
            await self._post_card(final)
        elif self.turn.query is not None:
            await self.turn.reply(final, quote=True)
        else:
            offer = _offer(self.turn) if len(self.url) <= MAX_OFFERED_CHARS else ()
            if offer:  # it may be the address of a feed; a press finds it there
                final = f"{final}\n<code>{escape(self.url)}</code>"
            await self.turn.edit(self.message_id, final, keyboard=offer)

    async def _card(self) -> LinkCard | str:
        answer = await read_link(self.turn, self.url, owned=self.owned)
        if isinstance(answer, LinkRefused):
            return refusal_text(self.turn, answer)
        return await self._summarised(answer)

    async def _summarised(self, article: ParsedArticle) -> LinkCard:
        """The article's card; its preview, with sentences of the article, is shown while a slow engine works."""
        turn, sentences = self.turn, self.request.sentences
        document = Document(text=article.text, title=article.title, language=article.language)
        language = self.request.language or turn.chat.summary_language
        summaries = turn.services.summaries
        writing = asyncio.create_task(summaries.for_document(document, sentences=sentences, language=language))
        try:
            address = article.url or self.url
            picture, also = await self._picture(article), await _also_told(turn, address)
            card = LinkCard(url=address, article=article, summary=None, picture=picture, also=also)
            await asyncio.wait({writing}, timeout=EXTRACT_AFTER_SECONDS)
            if not writing.done():
                extract = await summaries.sentences_of(document, sentences=sentences, language=language)
                self.preview = replace(card, summary=extract)
                await self._show_preview(replace(self.preview, note=turn.say("chat-link-writing")))
                assert self.limit is not None
                self.limit.reschedule(None)  # there is something to read now, and the service has a deadline of its own
            answer = await writing
        finally:
            writing.cancel()
        extract = self.preview.summary if self.preview is not None else None
        summary = answer if isinstance(answer, Summary) else extract
        if summary is not None:
            self.request = _measured(document, summary, self.request)
        note = ""
        if summary is not None and is_untranslated(summary, language):
            name = language_name(summary.language, turn.chat.ui_language)
            note = turn.say("digest-original-language", language=name)
        return replace(card, summary=summary, note=note)

    async def _picture(self, article: ParsedArticle) -> PictureRef | None:
        """The article's best picture, or None. No drawn card stands in for it: it would repeat the title below it."""
        if not self.turn.chat.pictures:
            return None
        own_page = self.url if self.owned else ""
        return await first_picture(self.turn.services.thumbnails, article, own_page=own_page)

    async def _show_preview(self, card: LinkCard) -> None:
        if self.draft is None:
            await self._post_card(card)
            return
        text = card_classic(replace(card, picture=None), say=self.turn.say)
        assert isinstance(text, TextContent)  # without a picture
        await self.draft.show(text.html)

    async def _post_card(self, card: LinkCard) -> None:
        """Send the card, or put it in place of the placeholder or of the card whose button was pressed."""
        turn, request = self.turn, self.request
        keyboard = summary_keyboard(
            card.url,
            host=host(card.url),
            sentences=request.sentences,
            say=turn.say,
            language=request.language,
            is_all=request.is_all,
            offered=_offered_language(turn, card, request),
        )
        keyboard = (*keyboard, *_offer(turn))
        pressed = turn.message if turn.query is not None else None
        keep_photo = pressed is not None and bool(pressed.photo)
        classic = card_classic(card, say=turn.say, keep_photo=keep_photo)
        if turn.wants_classic or (pressed is not None and (pressed.photo or pressed.text)):  # rich ones have neither
            self.message_id = await turn.edit(self.message_id, classic, keyboard=keyboard)
            return
        rich = card_rich(card, say=turn.say)
        self.message_id = await turn.edit(self.message_id, rich, fallback=(classic,), keyboard=keyboard)


def _offer(turn: Turn) -> Keyboard:
    """The row by which an owner makes a source of a link that they sent; others have none."""
    return (offer_button(turn.say),) if turn.is_owner and turn.is_private else ()


async def _also_told(turn: Turn, url: str) -> str:
    """Which other sources tell the story of a page that is stored, as HTML; "" where it is not, or nobody does."""
    articles = turn.services.store.articles
    held = await articles.by_url(url)
    if held is None:
        return ""
    told = await articles.of_story(held.story_id)
    others: dict[str, Article] = {article.source_name: article for article in told if article.url != held.url}
    others.pop(held.source_name, None)
    if not others:
        return ""
    return also_line(tuple(others.values())[:MAX_ALSO], turn.reader, opening="story-also-told")


def _measured(document: Document, summary: Summary, request: SummaryRequest) -> SummaryRequest:
    """The request, with as many sentences as there are where the summary cannot get longer."""
    shown = len(split_sentences(summary.text, summary.language))
    there = len(split_sentences(document.text, document.language or summary.language))
    ends = summary.kind is EngineKind.EXTRACTIVE and shown < request.sentences
    if not ends and there > shown:
        return request
    return replace(request, sentences=max(1, min(shown, request.sentences)), is_all=True)


def _offered_language(turn: Turn, card: LinkCard, request: SummaryRequest) -> str:
    """The reader's language if the summary is in another and the engine translates, else ""."""
    mine = turn.chat.summary_language if turn.chat.summary_language != ORIGINAL else turn.chat.ui_language
    if card.summary is None or request.language or same_language(card.summary.language, mine):
        return ""
    return mine if turn.services.summaries.translates else ""
