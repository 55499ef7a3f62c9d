"""The policy of delivery: decides what becomes of a message and its chat after a send. Pure.

It knows the refusals of `bot.models.messages`, neither HTTP nor Telegram's library; the store carries decisions out.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.models.decisions import (
    AMBIGUOUS_WAIT,
    NO_STRIKES,
    ChatGone,
    ChatStanding,
    Decision,
    Dropped,
    Moved,
    Replace,
    RetryAt,
    Sent,
    StopSending,
    Strike,
    TakenBack,
    TopicGone,
)
from bot.models.messages import (
    Content,
    Delivered,
    MessageKind,
    OutboxMessage,
    Refusal,
    Refused,
    RichContent,
    SendResult,
)
from bot.render.ladder import (
    pictures_of,
    plain_texts,
    resplit,
    simpler,
    with_message_for_buttons,
    without_buttons,
    without_pictures,
)

MAX_ATTEMPTS = 8
EDIT_WAIT = timedelta(seconds=2)  # an edit may safely be repeated
LONGEST_BACKOFF = timedelta(seconds=300)
FLOOD_WAIT = timedelta(seconds=5)  # for a 429 that does not say how long
PAUSE = timedelta(hours=24)  # for a chat that lets us write no more
LOST_PAUSE = timedelta(hours=12)  # for a chat that Telegram does not find
STRIKES = 3
STRIKES_SPAN = timedelta(hours=24)  # three refusals deactivate a chat if they span at least this
INCIDENT_WAIT = timedelta(minutes=5)
TAKEN_BACK_PAUSE = timedelta(hours=1)  # before the next digest tells what was taken back; instant news would be at once


def decide(
    message: OutboxMessage,
    result: SendResult,
    *,
    now: datetime,
    jitter: float,
    failures: int = 0,
    standing: ChatStanding = NO_STRIKES,
    reused: Sequence[str] = (),
) -> Decision:
    """The decision on a message after one send.

    `jitter` in [0, 1) spreads retries; `failures` counts the sends in a row that got no answer; `standing` is needed
    for refusals that count against the chat (`needs_standing`); `reused` names the pictures sent by a stored file_id.
    """
    if isinstance(result, Delivered):
        return Sent(message_ids=result.message_ids, file_ids=result.file_ids)
    if result.reason is Refusal.BAD_MEDIA and reused:  # the ids may be another bot's, or too old
        decision: Decision = _upload_again(message, reused, result)
    else:
        decision = _decide_refused(message, result, now=now, jitter=jitter, failures=failures, standing=standing)
    match decision:
        case RetryAt(counts=True) | Replace() if message.attempts + 1 >= MAX_ATTEMPTS:
            error = f"given up after {MAX_ATTEMPTS} attempts: {decision.error}"
            return _give_up(message, error, result.reason, now)
        case _:
            return decision


def needs_standing(result: SendResult) -> bool:
    """Whether `decide` has to know how often the chat refused us before."""
    return isinstance(result, Refused) and result.reason in (
        Refusal.CHAT_NOT_FOUND,
        Refusal.NO_RIGHTS,
        Refusal.TOPIC_CLOSED,
    )


def is_trouble(result: SendResult) -> bool:
    """Whether the connection to Telegram is at fault, so that other messages would fail, too."""
    return is_in_doubt(result) or (isinstance(result, Refused) and result.reason is Refusal.NOT_SENT)


def is_in_doubt(result: SendResult) -> bool:
    """Whether the message may have arrived."""
    return isinstance(result, Refused) and result.reason in (Refusal.AMBIGUOUS, Refusal.SERVER_ERROR)


def shuts_us_out(result: SendResult) -> bool:
    """Whether the chat seems gone, or lets the bot write no more."""
    return isinstance(result, Refused) and result.reason in (
        Refusal.BLOCKED,
        Refusal.KICKED,
        Refusal.CHAT_NOT_FOUND,
        Refusal.NO_RIGHTS,
    )


def withheld(decision: ChatGone | Strike, *, now: datetime, jitter: float) -> RetryAt:
    """A retry in place of giving up a chat, while too many seem gone at once: that is an incident at Telegram."""
    return RetryAt(at=now + INCIDENT_WAIT * (1 + jitter), counts=False, error=f"withheld: {decision.error}")


def _decide_refused(
    message: OutboxMessage, refused: Refused, *, now: datetime, jitter: float, failures: int, standing: ChatStanding
) -> Decision:
    error = _error(refused)
    match refused.reason:
        case Refusal.HARMLESS:
            edited = message.message.edit_message_id
            return Sent(message_ids=() if edited is None else (edited,))
        case Refusal.FLOOD | Refusal.PACED:
            wait = (refused.retry_after or FLOOD_WAIT) + timedelta(seconds=jitter)
            return RetryAt(at=now + wait, counts=False, error=error, refusal=refused.reason)
        case Refusal.NOT_SENT:
            at = now + _backoff(failures, jitter)
            return RetryAt(at=at, counts=False, error=error, refusal=refused.reason)
        case Refusal.AMBIGUOUS | Refusal.SERVER_ERROR:
            return _decide_in_doubt(message, refused, now + AMBIGUOUS_WAIT + timedelta(seconds=jitter), now)
        case Refusal.BLOCKED | Refusal.KICKED:
            return ChatGone(error=error)
        case Refusal.MIGRATED:
            moved_to = refused.migrate_to
            return _give_up(message, error, refused.reason, now) if moved_to is None else Moved(chat_id=moved_to)
        case Refusal.CHAT_NOT_FOUND:
            return _strike(message, refused, standing, LOST_PAUSE, now)
        case Refusal.TOPIC_CLOSED:
            return _strike(message, refused, standing, PAUSE, now)
        case Refusal.TOPIC_NOT_FOUND:
            has_topic = message.message.chat.thread_id != 0
            return TopicGone(error=error) if has_topic else _give_up(message, error, refused.reason, now)
        case Refusal.NO_RIGHTS:
            bare = without_pictures(message.message.content)
            if _media_right_missing(refused) and pictures_of(message.message.content) and bare:
                return _replace(bare, message, refused)
            return _strike(message, refused, standing, PAUSE, now)
        case Refusal.UNAUTHORIZED:
            return StopSending(error=error)
        case Refusal.EMPTY:  # it has no story to lose
            return Dropped(error=error, refusal=refused.reason)
        case _:
            return _decide_content(message, refused, now)


def _error(refused: Refused) -> str:
    return f"{refused.reason}: {refused.detail}" if refused.detail else str(refused.reason)


def _upload_again(message: OutboxMessage, reused: Sequence[str], refused: Refused) -> Replace:
    new = message.message
    return Replace(contents=(new.content,), fallback=new.fallback, stale=tuple(reused), error=_error(refused))


def _decide_in_doubt(message: OutboxMessage, refused: Refused, later: datetime, now: datetime) -> Decision:
    """Once more later; in doubt twice for the same reason, the message is given up: a third copy is worse than none.

    A server error hardly ever comes after the message was taken. So after two of them the stories are told by the next
    digest, while after two lost answers, which say nothing, the message counts as delivered.
    """
    error, reason = _error(refused), refused.reason
    unlikely = reason is Refusal.SERVER_ERROR
    if message.message.edit_message_id is not None:
        return RetryAt(at=now + EDIT_WAIT, error=error, refusal=reason)
    if message.server_failed and unlikely:
        return _give_up(message, error, reason, now)
    if message.message.kind is MessageKind.REPLY or (message.answer_lost and not unlikely):
        return Dropped(error=error, refusal=reason)
    return RetryAt(at=later, ambiguous=True, unlikely=unlikely, error=error, refusal=reason)


def _decide_content(message: OutboxMessage, refused: Refused, now: datetime) -> Decision:
    """The next simpler form of a content that Telegram refuses, for whatever reason; text is lost last."""
    for contents in _simpler_forms(message, refused.reason):
        if contents and contents != (message.message.content,):
            return _replace(contents, message, refused)
    return _give_up(message, _error(refused), refused.reason, now)


def _simpler_forms(message: OutboxMessage, reason: Refusal) -> Iterator[tuple[Content, ...]]:
    """Forms to send instead, best first: in parts, without pictures, without markup."""
    content = message.message.content
    if isinstance(content, RichContent):
        if reason is Refusal.BAD_MEDIA and content.pictures:
            yield without_pictures(content)
        if reason is Refusal.RICH_REFUSED and message.message.edit_message_id is None:
            yield (without_buttons(content),)
        yield simpler(message)
    else:
        if reason is Refusal.TOO_LONG:
            yield resplit(content)
        if reason is not Refusal.BAD_MARKUP and pictures_of(content):
            yield without_pictures(content)
        yield plain_texts(content)


def _replace(contents: tuple[Content, ...], message: OutboxMessage, refused: Refused) -> Replace:
    """Send `contents` instead."""
    if message.message.keyboard:
        contents = with_message_for_buttons(contents)
    still_rich = isinstance(contents[0], RichContent)
    fallback = message.message.fallback if still_rich else ()
    return Replace(contents=contents, fallback=fallback, error=_error(refused))


def _give_up(message: OutboxMessage, error: str, refusal: Refusal, now: datetime) -> Dropped | TakenBack:
    """End the message. The stories of a digest are not lost: a later one tells them."""
    if message.message.kind in (MessageKind.DIGEST, MessageKind.ALERT):
        return TakenBack(error=error, until=now + TAKEN_BACK_PAUSE, refusal=refusal)
    return Dropped(error=error, refusal=refusal)


def _strike(
    message: OutboxMessage, refused: Refused, standing: ChatStanding, pause: timedelta, now: datetime
) -> Decision:
    error = _error(refused)
    if message.message.kind is MessageKind.REPLY:  # nobody waits a day for a reply
        return Dropped(error=error, refusal=refused.reason)
    if standing.strikes + 1 >= STRIKES and standing.since is not None and now - standing.since >= STRIKES_SPAN:
        gone = TopicGone if message.message.chat.thread_id else ChatGone
        return gone(error=error)
    return Strike(until=now + pause, error=error, refusal=refused.reason)


def _backoff(failures: int, jitter: float) -> timedelta:
    """Exponential backoff: 1, 2, 4 ... 300 seconds, plus up to half as much of jitter."""
    seconds = min(2.0 ** min(max(failures - 1, 0), 16), LONGEST_BACKOFF.total_seconds())
    return timedelta(seconds=seconds * (1 + jitter / 2))


def _media_right_missing(refused: Refused) -> bool:
    return re.search("photo|media|picture", refused.detail.lower()) is not None


@dataclass(slots=True)
class GoneGuard:
    """Detects an incident at Telegram: too many chats that shut the bot out within five minutes."""

    share: float = 0.2
    least: int = 5  # chats: fewer are no incident
    span: timedelta = timedelta(minutes=5)
    _outcomes: deque[tuple[datetime, int, bool]] = field(default_factory=deque)

    def record(self, chat_id: int, *, gone: bool, now: datetime) -> None:
        """Note the outcome of one send: whether the chat shut the bot out."""
        self._outcomes.append((now, chat_id, gone))
        while self._outcomes[0][0] < now - self.span:
            self._outcomes.popleft()

    @property
    def gone(self) -> frozenset[int]:
        """The chats that shut the bot out in the last minutes."""
        return frozenset(chat_id for _, chat_id, was_gone in self._outcomes if was_gone)

    def is_incident(self) -> bool:
        """Whether more than `share` of the chats of the last minutes seem gone."""
        chats, gone = {chat_id for _, chat_id, _ in self._outcomes}, self.gone
        return len(gone) >= self.least and len(gone) > self.share * len(chats)
