"""Errors as Telegram and the network give them, and what they mean for a message."""

from __future__ import annotations

from datetime import timedelta

import aiohttp
import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.chat.errors import DETAIL_CHARACTERS, ServerError, classify, surely_not_sent
from bot.models.messages import Refusal, Refused


def caused(error: TelegramError, *causes: BaseException) -> TelegramError:
    """`error` raised from the first cause, which was raised from the second, and so on."""
    link: BaseException = error
    for cause in causes:
        link.__cause__ = cause
        link = cause
    return error


def connector_error() -> aiohttp.ClientConnectorError:
    key = aiohttp.client_reqrep.ConnectionKey("api.telegram.org", 443, True, True, None, None, None)
    return aiohttp.ClientConnectorError(key, OSError(111, "Connection refused"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Forbidden: bot was blocked by the user", Refusal.BLOCKED),
        ("Forbidden: user is deactivated", Refusal.BLOCKED),
        ("Forbidden: bot can't initiate conversation with a user", Refusal.BLOCKED),
        ("Forbidden: bot was kicked from the supergroup chat", Refusal.KICKED),
        ("Forbidden: bot is not a member of the channel chat", Refusal.KICKED),
        ("Forbidden: the group chat was deleted", Refusal.KICKED),
        ("Forbidden: something nobody has seen yet", Refusal.NO_RIGHTS),
    ],
)
def test_a_403_says_whether_the_chat_is_gone(text: str, reason: Refusal) -> None:
    assert classify(Forbidden(text)).reason is reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Bad Request: chat not found", Refusal.CHAT_NOT_FOUND),
        ("Bad Request: PEER_ID_INVALID", Refusal.CHAT_NOT_FOUND),
        ("Bad Request: not enough rights to send photos to the chat", Refusal.NO_RIGHTS),
        ("Bad Request: CHAT_WRITE_FORBIDDEN", Refusal.NO_RIGHTS),
        ("Bad Request: CHAT_RESTRICTED", Refusal.NO_RIGHTS),
        ("Bad Request: CHAT_ADMIN_REQUIRED", Refusal.NO_RIGHTS),
        ("Bad Request: USER_BANNED_IN_CHANNEL", Refusal.NO_RIGHTS),
        ("Bad Request: CHANNEL_PRIVATE", Refusal.NO_RIGHTS),
        ("Bad Request: CHAT_GUEST_SEND_FORBIDDEN", Refusal.NO_RIGHTS),
        ("Bad Request: have no write access to the chat", Refusal.NO_RIGHTS),
        ("Bad Request: type of file mismatch", Refusal.BAD_MEDIA),
        ("Bad Request: TOPIC_CLOSED", Refusal.TOPIC_CLOSED),
        ("Bad Request: message thread not found", Refusal.TOPIC_NOT_FOUND),
        ('Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0', Refusal.BAD_MARKUP),
        ("Bad Request: message is too long", Refusal.TOO_LONG),
        ("Bad Request: message caption is too long", Refusal.TOO_LONG),
        ("Bad Request: MEDIA_CAPTION_TOO_LONG", Refusal.TOO_LONG),
        ("Bad Request: message text is empty", Refusal.EMPTY),
        ("Bad Request: wrong file identifier/HTTP URL specified", Refusal.BAD_MEDIA),
        ("Bad Request: failed to get HTTP URL content", Refusal.BAD_MEDIA),
        ("Bad Request: wrong type of the web page content", Refusal.BAD_MEDIA),
        ("Bad Request: WEBPAGE_CURL_FAILED", Refusal.BAD_MEDIA),
        ("Bad Request: IMAGE_PROCESS_FAILED", Refusal.BAD_MEDIA),
        ("Bad Request: PHOTO_INVALID_DIMENSIONS", Refusal.BAD_MEDIA),
        ("Bad Request: message is not modified: specified new message content is the same", Refusal.HARMLESS),
        ("Bad Request: message to edit not found", Refusal.HARMLESS),
        ("Bad Request: query is too old and response timeout expired or query ID is invalid", Refusal.HARMLESS),
        ("Bad Request: something nobody has seen yet", Refusal.UNKNOWN),
    ],
)
def test_a_400_says_what_is_wrong(text: str, reason: Refusal) -> None:
    assert classify(BadRequest(text)).reason is reason


def test_a_flood_says_how_long_to_wait() -> None:
    refused = classify(RetryAfter(timedelta(seconds=10072)))
    assert refused.reason is Refusal.FLOOD
    assert refused.retry_after == timedelta(seconds=10072)


def test_a_flood_says_how_long_to_wait_in_seconds_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RetryAfter, "retry_after", 7)
    assert classify(RetryAfter(timedelta(seconds=7))).retry_after == timedelta(seconds=7)


def test_a_429_without_a_time_waits_a_little() -> None:
    refused = classify(NetworkError("Too Many Requests (429)"))
    assert refused == Refused(reason=Refusal.FLOOD, detail="Too Many Requests (429)", retry_after=timedelta(seconds=5))


def test_a_refused_album_keeps_the_wait_that_stands_in_its_words() -> None:
    refused = classify(
        BadRequest('Failed to send message #2 with the error message "Too Many Requests: retry after 8"')
    )
    assert refused.reason is Refusal.BAD_MEDIA
    assert refused.retry_after == timedelta(seconds=8)


def test_a_migrated_group_says_where_it_went() -> None:
    refused = classify(ChatMigrated(-100200300))
    assert (refused.reason, refused.migrate_to) == (Refusal.MIGRATED, -100200300)


def test_a_refused_token_is_no_missing_method() -> None:
    assert classify(InvalidToken("Unauthorized")).reason is Refusal.UNAUTHORIZED
    lost = caused(EndPointNotFound("Endpoint 'sendRichMessage' not found"), InvalidToken("Unauthorized"))
    assert classify(lost, rich=True).reason is Refusal.UNAUTHORIZED
    old = caused(EndPointNotFound("Endpoint 'sendRichMessage' not found"), InvalidToken("Not Found: method not found"))
    assert classify(old, rich=True).reason is Refusal.NO_RICH_METHOD


@pytest.mark.parametrize(
    "text", ["Bad Request: can't parse rich text", "Bad Request: message text is empty", "Bad Request: RICH_INVALID"]
)
def test_a_refused_form_of_a_rich_message_leaves_the_classic_one_to_try(text: str) -> None:
    assert classify(BadRequest(text), rich=True).reason is Refusal.RICH_REFUSED


def test_a_rich_message_to_a_gone_chat_is_not_tried_again_in_classic() -> None:
    assert classify(BadRequest("Bad Request: chat not found"), rich=True).reason is Refusal.CHAT_NOT_FOUND
    assert classify(BadRequest("Bad Request: PHOTO_INVALID_DIMENSIONS"), rich=True).reason is Refusal.BAD_MEDIA


def test_an_upload_that_is_too_large_is_the_pictures_fault() -> None:
    assert classify(NetworkError("Request Entity Too Large (413)")).reason is Refusal.BAD_MEDIA


@pytest.mark.parametrize(
    "error",
    [
        caused(NetworkError("httpx.ConnectError"), httpx.ConnectError("refused"), connector_error()),
        caused(TimedOut(), httpx.ConnectTimeout(""), aiohttp.ConnectionTimeoutError("Connection timeout to host")),
        caused(TimedOut("Pool timeout"), httpx.PoolTimeout("")),
        caused(NetworkError("httpx.ConnectError"), httpx.ConnectError("refused")),
    ],
)
def test_what_never_left_is_surely_not_sent(error: TelegramError) -> None:
    assert surely_not_sent(error)
    assert classify(error).reason is Refusal.NOT_SENT


@pytest.mark.parametrize(
    "error",
    [
        # httpx-aiohttp gives a lost answer as ConnectTimeout: the original decides.
        caused(TimedOut(), httpx.ConnectTimeout(""), aiohttp.ServerDisconnectedError()),
        caused(TimedOut(), httpx.ReadTimeout(""), aiohttp.SocketTimeoutError("")),
        caused(TimedOut(), httpx.ReadTimeout("")),
        NetworkError("Bad Gateway (502)"),
        TelegramError("Invalid server response"),
        Conflict("terminated by other getUpdates request"),
    ],
)
def test_what_may_have_arrived_is_ambiguous(error: TelegramError) -> None:
    assert classify(error).reason is Refusal.AMBIGUOUS


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400), st.booleans())
def test_every_text_is_classified_and_its_detail_stays_short(text: str, rich: bool) -> None:
    for error in (BadRequest(text), Forbidden(text), NetworkError(text), TelegramError(text), InvalidToken(text)):
        refused = classify(error, rich=rich)
        assert isinstance(refused.reason, Refusal)
        assert len(refused.detail) <= DETAIL_CHARACTERS


def test_a_server_error_is_told_apart_from_a_lost_answer() -> None:
    assert classify(ServerError("Bad Gateway (502)")).reason is Refusal.SERVER_ERROR
