"""How many presses of buttons are answered: those that send messages, search or draw count as commands do."""

from __future__ import annotations

import contextlib

from telegram import CallbackQuery, Message
from telegram.constants import ChatType
from telegram.error import TelegramError

from bot.chat.quotas import Admission, Limit, Quotas
from bot.chat.state import AppState
from bot.models.buttons import alert_presses, digest_presses, presses
from bot.models.buttons.presses import Press
from bot.models.buttons.search_presses import ShowResults
from bot.texts import match_language, say

# Other presses: as fast as people tick a long list, and no faster.
PRESS_LIMITS = (Limit(count=30, seconds=10), Limit(count=100, seconds=60))

# In a group their messages take from the few that Telegram lets the bot send there, which all of its members share.
_COSTLY = (
    presses.DigestNow,
    presses.ReadHere,
    presses.Resize,
    presses.ShowHeadlines,
    presses.ShowStory,
    presses.Translate,
    digest_presses.Longer,
    digest_presses.OfferLikes,
    digest_presses.OpenSettings,
    digest_presses.ShowLess,
    digest_presses.ShowLooks,
    digest_presses.ShowWhy,
    alert_presses.OfferWords,
    ShowResults,
)


async def is_admitted(state: AppState, query: CallbackQuery, message: Message, press: Press) -> bool:
    """Whether the press is answered; somebody who presses too much is told so once a minute."""
    admission = admit_press(
        state.quotas,
        press,
        chat_id=message.chat.id,
        person_id=query.from_user.id,
        is_private=message.chat.type == ChatType.PRIVATE,
        now=state.services.clock.monotonic(),
    )
    if admission is Admission.NOTICE:
        text = say(match_language(query.from_user.language_code), "chat-too-many-commands")
        with contextlib.suppress(TelegramError):
            await query.answer(text, show_alert=True)
    return admission is Admission.ADMITTED


def admit_press(
    quotas: Quotas, press: Press, *, chat_id: int, person_id: int, is_private: bool, now: float
) -> Admission:
    """Count a press of a person in a chat; too many are refused, with one notice a minute."""
    if isinstance(press, _COSTLY):
        return quotas.admit(chat_id, person_id, is_private, now=now)
    return quotas.admit_by((("press", chat_id, person_id), PRESS_LIMITS), ("notice", chat_id, person_id), now=now)
