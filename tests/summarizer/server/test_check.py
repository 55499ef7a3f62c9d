"""What the owner is told about each model server."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator

import aiohttp
import httpx
import pytest
from aiohttp.client_reqrep import ConnectionKey

from summarizer.server.check import ServerReport, check_servers
from summarizer.server.client import _failure
from summarizer.server.wire import Problem
from tests.summarizer.server.chat_servers import (
    ChatServer,
    a_completion,
    a_dead_address,
    an_error,
    chat_server,
    small_context,
)
from tests.web_server import Reply

KEY = "sk-0123456789abcdef"


@pytest.fixture
async def chat() -> AsyncIterator[ChatServer]:
    async with chat_server() as server:
        server.says(a_completion("Yes."))
        yield server


async def check(chat: ChatServer, *, model: str = "", seconds: float = 30.0) -> ServerReport:
    (report,) = await check_servers([chat.url], model=model, key=KEY, seconds=seconds)
    assert KEY not in repr(report)
    return report


async def test_a_server_that_answers_is_well(chat: ChatServer) -> None:
    assert await check(chat) == ServerReport(url=chat.root, detail="the model 'tiny' answers")
    assert await check(chat, model="tiny") == await check(chat)
    short, article = chat.completions[:2]
    assert short.body["max_tokens"] <= 4
    assert "On day 168 the ferry" in article.body["messages"][1]["content"]


async def test_a_model_that_answers_with_nothing_but_its_thinking_is_no_good_and_a_small_context_is_noted(
    chat: ChatServer,
) -> None:
    chat.says(a_completion("", reasoning_content="The user wants"))
    report = await check(chat)
    assert not report.ok
    assert report.detail.startswith("the model answers with nothing but its thinking")
    assert "SUMMARY_API_MODEL" in report.remedy
    chat.script(small_context(1_000))
    report = await check(chat)
    assert report.ok
    assert report.detail.startswith("the model's context is too small for long articles, so they are cut to")
    assert "--max-model-len" in report.remedy
    chat.says(a_completion("Yes."), an_error(400, "the model crashed"))
    assert "the model crashed" in (await check(chat)).detail


async def test_a_model_that_is_not_listed_may_be_an_alias(chat: ChatServer) -> None:
    assert (await check(chat, model="alias")).ok
    chat.models_reply = Reply(status=404)
    assert (await check(chat, model="alias")).ok


@pytest.mark.parametrize(
    ("reply", "detail", "remedy"),
    [
        (an_error(401), "the key is refused", "SUMMARY_API_KEY"),
        (Reply(status=404), "nothing stands at this address", "/v1"),
        (Reply(body=b"<html>", content_type="text/html"), "it answers with a web page", "OpenAI-compatible"),
        (Reply(body=b"{}"), "its list of models is none", "OpenAI-compatible"),
        (Reply(body=b'{"data": []}'), "it lists no model", "SUMMARY_API_MODEL"),
    ],
)
async def test_what_is_wrong_with_a_server_has_its_remedy(
    chat: ChatServer, reply: Reply, detail: str, remedy: str
) -> None:
    chat.models_reply = reply
    report = await check(chat)
    assert not report.ok
    assert detail in report.detail
    assert remedy in report.remedy


async def test_a_model_that_is_not_there_is_named_with_some_that_are(chat: ChatServer) -> None:
    chat.models = [f"m{number}" for number in range(9)]
    chat.says(an_error(404, "model 'lost' not found"))
    assert (
        await check(chat, model="lost")
    ).detail == "it does not serve the model 'lost'; it serves m0, m1, m2, m3, m4"


async def test_a_model_that_does_not_answer_is_no_good(chat: ChatServer) -> None:
    chat.says(an_error(500, "out of memory"))
    assert (await check(chat)).detail == "it fails (HTTP 500): out of memory"


async def test_each_address_has_its_report_in_its_place(chat: ChatServer) -> None:
    reports = await check_servers([a_dead_address(), chat.url, "nonsense", chat.url.replace("http:", "https:")])
    assert [report.ok for report in reports] == [False, True, False, False]
    assert "refused" in reports[0].detail
    assert "no address" in reports[2].detail
    assert "secure" in reports[3].detail
    assert "http://" in reports[3].remedy


async def test_a_key_that_cannot_be_one_is_said() -> None:
    (report,) = await check_servers(["http://127.0.0.1:1"], key="a b")
    assert "SUMMARY_API_KEY" in report.remedy


CONNECTION = ConnectionKey(
    host="one.example", port=443, is_ssl=True, ssl=True, proxy=None, proxy_auth=None, proxy_headers_hash=None
)


@pytest.mark.parametrize(
    ("error", "problem", "said"),
    [
        (aiohttp.ClientConnectorDNSError(CONNECTION, OSError("x")), Problem.UNREACHABLE, "name"),
        (aiohttp.ConnectionTimeoutError("x"), Problem.UNREACHABLE, "no connection within 5 s"),
        (aiohttp.ServerDisconnectedError("x"), Problem.UNREACHABLE, "broke"),
        (aiohttp.ClientConnectorSSLError(CONNECTION, ssl.SSLError("x")), Problem.TLS, "secure"),
    ],
)
def test_errors_of_the_network_are_told_apart_by_their_cause(error: Exception, problem: Problem, said: str) -> None:
    outer = httpx.ConnectTimeout("x")
    outer.__cause__ = error
    failure = _failure(outer)
    assert failure.problem is problem
    assert said in failure.detail
