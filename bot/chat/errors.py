"""Classifies python-telegram-bot's exceptions as refusals for the delivery policy. Has no state.

The texts are those of the Bot API server, matched in lower case. A 400 with a text that is not listed concerns its
message only. https://core.telegram.org/bots/api#making-requests
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.delivery.policy import FLOOD_WAIT
from bot.models.messages import Refusal, Refused

DETAIL_CHARACTERS = 200

# The first match counts, so texts about the chat come before texts about the message.
_TEXTS: tuple[tuple[str, Refusal], ...] = (
    ("bot was blocked by the user", Refusal.BLOCKED),
    ("user is deactivated", Refusal.BLOCKED),
    ("can't initiate conversation", Refusal.BLOCKED),
    ("can't send messages to bots", Refusal.BLOCKED),
    ("bot was kicked", Refusal.KICKED),
    ("is not a member", Refusal.KICKED),
    ("group chat was deleted", Refusal.KICKED),
    ("group chat was deactivated", Refusal.KICKED),
    ("chat not found", Refusal.CHAT_NOT_FOUND),
    ("peer_id_invalid", Refusal.CHAT_NOT_FOUND),
    ("not enough rights", Refusal.NO_RIGHTS),
    ("no rights to send", Refusal.NO_RIGHTS),
    ("no write access", Refusal.NO_RIGHTS),
    ("need administrator rights", Refusal.NO_RIGHTS),
    ("chat_send_", Refusal.NO_RIGHTS),
    ("chat_restricted", Refusal.NO_RIGHTS),
    ("user_restricted", Refusal.NO_RIGHTS),
    ("admin_required", Refusal.NO_RIGHTS),  # CHAT_ADMIN_REQUIRED, CHANNEL_ADMIN_REQUIRED
    ("user_banned_in_channel", Refusal.NO_RIGHTS),
    ("channel_private", Refusal.NO_RIGHTS),
    ("payment_required", Refusal.NO_RIGHTS),
    ("privacy_", Refusal.NO_RIGHTS),
    ("_forbidden", Refusal.NO_RIGHTS),  # CHAT_WRITE_FORBIDDEN, CHAT_GUEST_SEND_FORBIDDEN, CHAT_FORBIDDEN …
    ("topic_closed", Refusal.TOPIC_CLOSED),
    ("message thread not found", Refusal.TOPIC_NOT_FOUND),
    ("topic_deleted", Refusal.TOPIC_NOT_FOUND),
    ("can't parse", Refusal.BAD_MARKUP),
    ("unsupported start tag", Refusal.BAD_MARKUP),
    ("is too long", Refusal.TOO_LONG),
    ("_too_long", Refusal.TOO_LONG),
    ("text is empty", Refusal.EMPTY),
    ("text must be non-empty", Refusal.EMPTY),
    ("message is not modified", Refusal.HARMLESS),
    ("message to edit not found", Refusal.HARMLESS),
    ("message to delete not found", Refusal.HARMLESS),
    ("message can't be edited", Refusal.HARMLESS),
    ("query is too old", Refusal.HARMLESS),
    ("failed to send message #", Refusal.BAD_MEDIA),
    ("file identifier", Refusal.BAD_MEDIA),
    ("file_reference", Refusal.BAD_MEDIA),
    ("failed to get http url content", Refusal.BAD_MEDIA),
    ("wrong type of the web page content", Refusal.BAD_MEDIA),
    ("webpage_", Refusal.BAD_MEDIA),
    ("media_", Refusal.BAD_MEDIA),
    ("image_process_failed", Refusal.BAD_MEDIA),
    ("photo_", Refusal.BAD_MEDIA),
    ("file is too big", Refusal.BAD_MEDIA),
    ("type of file mismatch", Refusal.BAD_MEDIA),
    ("request entity too large", Refusal.BAD_MEDIA),
    ("too many requests", Refusal.FLOOD),
)
# Reasons to refuse a rich message that a classic message does not have.
_RICH_ONLY = frozenset({Refusal.BAD_MARKUP, Refusal.TOO_LONG, Refusal.EMPTY, Refusal.UNKNOWN})
_RETRY_AFTER = re.compile(r"retry after (\d+)")


class ServerError(NetworkError):
    """The server, or a proxy before it, answers with a status of 500 or more.

    The message may have arrived: a proxy gives 502 or 504 also when it loses the answer of the server behind it, and
    the Bot API gives 500 when it restarts in the middle of a call. Whether the body is Telegram's JSON or a page of the
    proxy decides nothing, for Telegram's own front answers in JSON, too. But far more often the call was never begun.
    """


def classify(error: TelegramError, *, rich: bool = False) -> Refused:
    """What `error` means for the message, and whether the message may have been delivered nevertheless.

    `rich`: the call carried a rich message, which Telegram may refuse for its form alone.
    """
    match error:
        case RetryAfter():
            return _refused(Refusal.FLOOD, error, retry_after=_retry_after(error))
        case ChatMigrated():
            return _refused(Refusal.MIGRATED, error, migrate_to=error.new_chat_id)
        case EndPointNotFound():
            # PTB raises this for a refused token, too, with the server's answer as the cause.
            unauthorized = "unauthorized" in str(error.__cause__).lower()
            return _refused(Refusal.UNAUTHORIZED if unauthorized else Refusal.NO_RICH_METHOD, error)
        case InvalidToken():
            return _refused(Refusal.UNAUTHORIZED, error)
        case BadRequest() | Forbidden():
            reason = _by_text(error) or (Refusal.UNKNOWN if isinstance(error, BadRequest) else Refusal.NO_RIGHTS)
            if rich and reason in _RICH_ONLY:
                reason = Refusal.RICH_REFUSED
            return _refused(reason, error, retry_after=_in_text(error))
        case ServerError():
            return _refused(Refusal.SERVER_ERROR, error)
        case NetworkError():
            return _classify_network(error)
        case _:  # an answer that is not JSON, or a conflict: the server may have received the call
            return _refused(Refusal.AMBIGUOUS, error)


def _classify_network(error: NetworkError) -> Refused:
    if _by_text(error) in (Refusal.BAD_MEDIA, Refusal.FLOOD):  # 413 and a bare 429 come as a NetworkError
        reason = _by_text(error) or Refusal.UNKNOWN
        wait = FLOOD_WAIT if reason is Refusal.FLOOD else None
        return _refused(reason, error, retry_after=_in_text(error) or wait)
    return _refused(Refusal.NOT_SENT if surely_not_sent(error) else Refusal.AMBIGUOUS, error)


def surely_not_sent(error: BaseException) -> bool:
    """Whether the original exception proves that no byte of the request reached the server.

    httpx-aiohttp raises ConnectTimeout for a lost answer (ServerDisconnectedError), so an exception of aiohttp in the
    chain decides. Compares names of classes, so that this module needs no HTTP client.
    """
    names = {kind.__name__ for link in _chain(error) for kind in type(link).__mro__}
    if "ClientError" in names:  # the base of all of aiohttp's
        return not names.isdisjoint({"ClientConnectorError", "ConnectionTimeoutError", "InvalidURL"})
    return not names.isdisjoint({"ConnectError", "ConnectTimeout", "PoolTimeout", "UnsupportedProtocol"})


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def _by_text(error: TelegramError) -> Refusal | None:
    text = str(error).lower()
    return next((reason for part, reason in _TEXTS if part in text), None)


def _retry_after(error: RetryAfter) -> timedelta:
    value = error.retry_after  # seconds, or a timedelta under PTB_TIMEDELTA
    return value if isinstance(value, timedelta) else timedelta(seconds=value)


def _in_text(error: TelegramError) -> timedelta | None:
    """The wait that the text of an error names, or None: for albums Telegram gives it nowhere else."""
    match = _RETRY_AFTER.search(str(error).lower())
    return timedelta(seconds=int(match[1])) if match else None


def _refused(
    reason: Refusal, error: TelegramError, *, retry_after: timedelta | None = None, migrate_to: int | None = None
) -> Refused:
    detail = str(error)[:DETAIL_CHARACTERS]
    return Refused(reason=reason, detail=detail, retry_after=retry_after, migrate_to=migrate_to)
