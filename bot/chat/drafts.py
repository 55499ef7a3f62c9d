"""Streams the progress of an answer to a private chat as a draft, which the person can stop.

Telegram shows a draft for half a minute unless it is sent again, and drops it when the bot sends a message. A server
that does not know drafts is asked once per start. https://core.telegram.org/bots/api#sendmessagedraft
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import InvalidToken, TelegramError

from bot.chat.errors import classify
from bot.models.chats import ChatKey
from bot.models.ports import Clock

logger = logging.getLogger(__name__)

RENEW_SECONDS = 20.0  # Telegram shows a draft for 30
STOPPED = "stopped_message_generation"  # the kind of update; PTB 22.8 does not know it

T = TypeVar("T")


class DraftStopped(Exception):
    """The person stopped what the draft announces."""


class Draft:
    """A draft that is shown. `html` replaces its text; it is sent again until the block of `Drafts.opened` ends."""

    def __init__(self, drafts: Drafts, key: ChatKey, draft_id: int) -> None:
        self._drafts = drafts
        self._key = key
        self._id = draft_id
        self._html = ""
        self._stopped = asyncio.Event()

    async def show(self, html: str) -> bool:
        """Show this text of at most 4096 characters; False where Telegram does not take it."""
        self._html = html
        return await self._drafts.send(self._key, self._id, html)

    async def renew(self, clock: Clock) -> None:
        """Send the draft again and again, before Telegram drops it."""
        while True:
            await clock.sleep(RENEW_SECONDS)
            await self._drafts.send(self._key, self._id, self._html)

    def stop(self) -> None:
        """End the work that `until_stopped` waits for."""
        self._stopped.set()

    async def until_stopped(self, work: Coroutine[Any, Any, T]) -> T:
        """The result of `work`; DraftStopped, with the work cancelled, if the person stops it before."""
        working = asyncio.create_task(work, name="background work")
        stopping = asyncio.create_task(self._stopped.wait(), name="draft stop")
        try:
            await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if not working.done():
                raise DraftStopped
            return await working
        finally:
            stopping.cancel()
            working.cancel()


class Drafts:
    """The drafts that are shown, in all chats."""

    def __init__(self, bot: Bot, clock: Clock) -> None:
        self._bot = bot
        self._clock = clock
        self._are_known = True
        self._open: dict[tuple[int, int], Draft] = {}

    @asynccontextmanager
    async def opened(self, key: ChatKey, draft_id: int, html: str) -> AsyncIterator[Draft | None]:
        """Show a draft in a private chat while the block runs; None where Telegram does not take it.

        `draft_id`: not 0, and another one for each draft of the chat.
        """
        draft = Draft(self, key, draft_id)
        if not await draft.show(html):
            yield None
            return
        self._open[key.chat_id, draft_id] = draft
        renewing = asyncio.create_task(draft.renew(self._clock), name="draft")
        try:
            yield draft
        finally:
            renewing.cancel()
            del self._open[key.chat_id, draft_id]

    def stop(self, stopped: dict[str, Any]) -> None:
        """End what a `stopped_message_generation` update names; one that has ended does no harm.

        https://core.telegram.org/bots/api#messagegenerationstopped
        """
        draft = self._open.get((stopped["chat"]["id"], stopped["draft_id"]))
        if draft is not None:
            draft.stop()

    async def send(self, key: ChatKey, draft_id: int, html: str) -> bool:
        """Send a draft or its next state; False where Telegram does not take it."""
        if not self._are_known:
            return False
        try:
            await self._bot.send_message_draft(
                key.chat_id,
                draft_id,
                html,
                message_thread_id=key.thread_id or None,
                parse_mode=ParseMode.HTML,
                api_kwargs={"can_stop": True},
            )
        except InvalidToken:
            # What PTB makes of a 404. The token is not refused: the bot has read a message with it.
            self._are_known = False
            logger.info("drafts not known to the server, progress is shown in messages")
            return False
        except TelegramError as error:
            refused = classify(error)
            logger.warning("draft not sent chat=%s reason=%s error=%s", key.chat_id, refused.reason, refused.detail)
            return False
        return True
