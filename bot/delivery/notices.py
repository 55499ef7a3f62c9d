"""Notices to the owner, one for each event: a chat that refuses the bot, an incident at Telegram. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.models.chats import ChatKey
from bot.models.decisions import ChatGone, ChatStanding, Decision, Strike, TakenBack, TopicGone
from bot.models.messages import MessageKind, NewMessage, OutboxMessage, TextContent
from bot.models.places import MadeTopic
from bot.render.phrases import path_name
from bot.text.markup import escape
from bot.texts import Say

NOTICE_LIFE = timedelta(days=2)


def refused_notices(
    message: OutboxMessage,
    decision: Decision,
    *,
    standing: ChatStanding,
    title: str,
    owners: Sequence[int],
    say: Say,
    now: datetime,
) -> list[NewMessage]:
    """Notices to each owner that a topic is lost, or that a chat refuses the bot for the first time; else none.

    There is none for a private chat, and none for a notice that is refused.
    """
    chat = message.message.chat
    is_news = isinstance(decision, TopicGone) or (isinstance(decision, Strike) and not standing.strikes)
    if message.message.kind not in (MessageKind.DIGEST, MessageKind.ALERT) or not is_news or chat.chat_id > 0:
        return []
    assert isinstance(decision, TopicGone | Strike)
    text = say("chat-owner-refused", chat=title or str(chat.chat_id), reason=decision.error)
    return _notices(f"refused:{chat.chat_id}:{chat.thread_id}", text, owners=owners, now=now)


def lost_topic_notice(message: OutboxMessage, topic: MadeTopic, *, say: Say, now: datetime) -> NewMessage:
    """A notice to a chat, once, that a topic which the bot made there is lost. Only digests go into such topics."""
    chat = message.message.chat
    return NewMessage(
        kind=MessageKind.NOTICE,
        chat=ChatKey(chat_id=chat.chat_id, thread_id=topic.made_from),
        dedupe_key=f"notice:{chat.chat_id}:lost:{chat.thread_id}",
        content=TextContent(html=escape(say("topics-lost", topic=path_name(topic.category)))),
        expires_at=now + NOTICE_LIFE,
    )


def taken_back_notices(
    message: OutboxMessage, decision: TakenBack, *, title: str, owners: Sequence[int], say: Say, now: datetime
) -> list[NewMessage]:
    """Notices to each owner, once a day, that Telegram took a message of a digest in no form."""
    text = say("chat-owner-taken-back", chat=title or str(message.message.chat.chat_id), reason=decision.error)
    return _notices(f"taken-back:{now.date().isoformat()}", text, owners=owners, now=now)


def incident_notices(
    decision: ChatGone | Strike, *, owners: Sequence[int], say: Say, now: datetime
) -> list[NewMessage]:
    """Notices to each owner, once a day, that too many chats seem gone at once."""
    text = say("chat-owner-incident", reason=decision.error)
    return _notices(f"incident:{now.date().isoformat()}", text, owners=owners, now=now)


def _notices(name: str, text: str, *, owners: Sequence[int], now: datetime) -> list[NewMessage]:
    return [
        NewMessage(
            kind=MessageKind.NOTICE,
            chat=ChatKey(chat_id=owner),
            dedupe_key=f"notice:{owner}:{name}",
            content=TextContent(html=escape(text)),
            expires_at=now + NOTICE_LIFE,
        )
        for owner in owners
    ]
