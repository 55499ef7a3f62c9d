"""Addresses, bodies and failures of OpenAI-compatible servers, as values."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from summarizer import EngineUnavailable
from summarizer.server.replies import read_completion, read_models, read_status
from summarizer.server.wire import (
    REMEDIES,
    Completion,
    Dialect,
    Failure,
    Problem,
    api_root,
    context_tokens,
    is_about_length,
    request_body,
)

KEY = "sk-0123456789abcdef"
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def status(code: int, body: bytes = b"", content_type: str = "application/json", **fields: str) -> Failure | None:
    retry_after = fields.get("retry_after")
    secret = fields.get("secret", KEY)
    return read_status(code, content_type=content_type, retry_after=retry_after, body=body, secret=secret, now=NOW)


def failed(code: int, body: bytes = b"", content_type: str = "application/json", **fields: str) -> Failure:
    failure = status(code, body, content_type, **fields)
    assert failure is not None
    return failure


def error(message: str) -> bytes:
    return json.dumps({"error": {"message": message}}).encode()


@pytest.mark.parametrize(
    ("url", "root"),
    [
        ("https://host", "https://host/v1"),
        (" http://host:8000/ ", "http://host:8000/v1"),
        ("https://host/v1", "https://host/v1"),
        ("https://host/v1/chat/completions", "https://host/v1"),
        ("https://host/v1/chat/completions/", "https://host/v1"),
        ("https://host/v1/models", "https://host/v1"),
        ("https://host/v1beta/openai/", "https://host/v1beta/openai"),
        ("http://[::1]:8000/v1?x=1#y", "http://[::1]:8000/v1"),
    ],
)
def test_an_address_may_be_given_in_full_or_not(url: str, root: str) -> None:
    assert api_root(url) == root


@pytest.mark.parametrize(
    "url",
    ["", "host", "localhost:8000", "ftp://host", "http://", "http://a:b", "http://a b", "http://host:0", "http://[x"],
)
def test_what_is_no_address_is_refused_with_an_example(url: str) -> None:
    with pytest.raises(EngineUnavailable, match="SUMMARY_API_URL like http://127"):
        api_root(url)


def test_an_address_with_a_password_is_refused_without_showing_it() -> None:
    for url in ("https://me:hunter2@host/v1", "ftp://me:hunter2@host/v1"):
        with pytest.raises(EngineUnavailable) as caught:
            api_root(url)
        assert "hunter2" not in str(caught.value)


def test_a_body_holds_the_optional_fields_of_its_dialect() -> None:
    def fields(dialect: Dialect) -> dict[str, object]:
        body = request_body(model="m", messages=[{"role": "user", "content": "日"}], tokens=9, dialect=dialect)
        found: dict[str, object] = json.loads(body)
        assert found.pop("model") == "m"
        assert found.pop("messages") == [{"role": "user", "content": "日"}]
        return found

    assert fields(Dialect()) == {
        "max_tokens": 9,
        "temperature": 0,
        "chat_template_kwargs": {"enable_thinking": False},
    }
    assert fields(Dialect(thinking_switch=False, temperature=False, limit="max_completion_tokens")) == {
        "max_completion_tokens": 9
    }
    assert fields(Dialect(thinking_switch=False, temperature=False, limit="")) == {}


@pytest.mark.parametrize(
    ("dialect", "complaint", "simpler"),
    [
        (Dialect(), "Unexpected fields: {'chat_template_kwargs'}", Dialect(thinking_switch=False)),
        (
            Dialect(),
            "'max_tokens' is not supported. Use 'max_completion_tokens'",
            Dialect(limit="max_completion_tokens"),
        ),
        (Dialect(limit="max_completion_tokens"), "extra field max_completion_tokens", Dialect(limit="")),
        (Dialect(limit=""), "max_tokens", Dialect(limit="", thinking_switch=False, temperature=False)),
        (Dialect(), "'temperature' must be 1", Dialect(temperature=False)),
        (Dialect(), "bad request", Dialect(thinking_switch=False, temperature=False)),
        (
            Dialect(thinking_switch=False, temperature=False),
            "bad request",
            Dialect(thinking_switch=False, temperature=False, limit=""),
        ),
        (Dialect(thinking_switch=False, temperature=False, limit=""), "bad request", None),
        (Dialect(proven=True), "bad request", None),
        (Dialect(proven=True), "temperature", Dialect(proven=True, temperature=False)),
        (Dialect(), "max_tokens: this model's maximum context length is 2048", None),
    ],
)
def test_what_a_server_complains_of_is_left_out(dialect: Dialect, complaint: str, simpler: Dialect | None) -> None:
    assert dialect.simpler(complaint) == simpler


@pytest.mark.parametrize(
    ("dialect", "complaint", "simpler"),
    [
        (Dialect(effort="none"), "reasoning_effort: use low, medium or high", Dialect(effort="low")),
        (Dialect(effort="low", proven=True), "unknown field reasoning_effort", Dialect(proven=True)),
        (Dialect(effort="none", proven=True), "bad request", Dialect(proven=True)),
    ],
)
def test_how_hard_to_think_is_asked_in_the_servers_own_words_or_not_at_all(
    dialect: Dialect, complaint: str, simpler: Dialect
) -> None:
    assert dialect.simpler(complaint) == simpler


def test_thinking_is_asked_off_once() -> None:
    quiet = Dialect().quieter()
    assert quiet == Dialect(effort="none", thinks=True)
    assert quiet.quieter() is None


@pytest.mark.parametrize(
    ("complaint", "tokens"),
    [
        ("This model's maximum context length is 2048 tokens. However, you requested 3128 tokens", 2048),
        ("the request exceeds the available context size (4096 tokens)", 4096),
        ("`inputs` tokens + `max_new_tokens` must be <= 2048. Given: 3000", 2048),
        ("prompt is too long: 20,000 tokens > 8,192 maximum", 8192),
        ("Prompt contains 3000 tokens and 0 draft tokens, too large for model with 2048 maximum context length", 2048),
        ("context length exceeded", None),
    ],
)
def test_a_complaint_about_the_length_may_hold_the_limit(complaint: str, tokens: int | None) -> None:
    assert is_about_length(complaint)
    assert context_tokens(complaint) == tokens


@pytest.mark.parametrize("complaint", ["max_tokens is too large: at most 128", "the input is unsafe", "bad request"])
def test_other_complaints_are_not_about_the_length(complaint: str) -> None:
    assert not is_about_length(complaint)


@pytest.mark.parametrize(
    ("code", "body", "problem", "said"),
    [
        (401, error(f"bad key {KEY}"), Problem.KEY, "the key is refused"),
        (403, b"", Problem.KEY, "the key is refused"),
        (404, error("The model `x` does not exist."), Problem.NO_MODEL, "The model `x` does not exist."),
        (404, error('model "x" not found, try pulling it first'), Problem.NO_MODEL, "try pulling"),
        (400, b"{\"detail\": \"Server is pinned to 'm'; requested 'x'.\"}", Problem.NO_MODEL, "pinned"),
        (404, b'{"detail": "Not Found"}', Problem.NO_ROUTE, "HTTP 404"),
        (405, b"", Problem.NO_ROUTE, "HTTP 405"),
        (429, b"", Problem.BUSY, "HTTP 429"),
        (429, error("slow down"), Problem.BUSY, "it is busy (HTTP 429): slow down"),
        (429, error("check your plan and billing details"), Problem.UNPAID, "billing details"),
        (402, error("Insufficient balance"), Problem.UNPAID, "it wants to be paid (HTTP 402): Insufficient balance"),
        (500, error("CUDA out\nof memory"), Problem.BROKEN, "(HTTP 500): CUDA out of memory"),
        (503, b"", Problem.BROKEN, "it fails (HTTP 503)"),
        (400, b'{"error": "no \x1b[31m"}', Problem.REFUSED, "no"),
        (422, b'{"detail": [{"loc": ["body"], "msg": "extra"}]}', Problem.REFUSED, "extra"),
        (400, b"plain words", Problem.REFUSED, "plain words"),
        (400, b"[" * 100_000, Problem.REFUSED, "[[["),
        (301, b"", Problem.REDIRECT, "HTTP 301"),
        (204, b"", Problem.NOT_AN_API, "HTTP 204"),
    ],
)
def test_every_status_has_its_problem_in_plain_words(code: int, body: bytes, problem: Problem, said: str) -> None:
    failure = failed(code, body)
    assert failure.problem is problem
    assert said in failure.detail
    assert failure.remedy
    assert len(failure.detail) < 300
    assert "\n" not in failure.detail


def test_a_redirect_says_where_to_without_the_key() -> None:
    failure = read_status(
        307, content_type="", retry_after=None, body=b"", secret=KEY, now=NOW, location=f"http://other/v1?k={KEY}"
    )
    assert failure is not None
    assert failure.detail == "it redirects to http://other/v1?k=[hidden] (HTTP 307)"


def test_no_key_is_said_to_be_asked_for() -> None:
    assert failed(401, secret="").detail == "it asks for a key"


def test_a_key_that_the_server_echoes_is_hidden_but_a_placeholder_is_a_word() -> None:
    assert KEY not in failed(500, error(f"Bearer {KEY}")).detail
    assert failed(500, error("ollama is busy"), secret="ollama").detail.endswith("ollama is busy")
    echo = json.dumps({"choices": [{"message": {"content": f"Bearer {KEY}", "refusal": KEY}}]})
    assert read_completion(echo.replace("-", "\\u002d").encode(), KEY) == Completion(
        text="Bearer [hidden]", refusal="[hidden]"
    )
    assert read_models(json.dumps({"data": [{"id": KEY}]}).encode(), KEY) == ["[hidden]"]


@pytest.mark.parametrize(("body", "kind"), [(b"<!doctype html>", "text/plain"), (b"hello", "text/html; charset=x")])
def test_a_web_page_is_no_api(body: bytes, kind: str) -> None:
    assert failed(200, body, kind).problem is Problem.NOT_AN_API
    assert "doctype" not in failed(500, b"<!doctype html>", "text/html").detail


def test_a_good_answer_has_no_failure() -> None:
    assert status(200, b"{}") is None


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        ("Thu, 01 Jan 2026 00:00:09 GMT", 9.0),
        ("Thu, 01 Jan 2015 00:00:09 GMT", 0.0),
        ("soon", None),
        ("-1", None),
        ("Thu, 01 Jan 2026 00:00:09 -0000", None),
    ],
)
def test_retry_after_is_a_number_or_a_date(header: str, seconds: float | None) -> None:
    assert failed(429, retry_after=header).retry_after == seconds


@pytest.mark.parametrize(
    ("message", "text"),
    [({"content": "It."}, "It."), ({"content": None}, ""), ({}, ""), ({"content": [{"text": "It"}, {"x": 1}]}, "It")],
)
def test_a_message_has_text_parts_or_nothing(message: dict[str, object], text: str) -> None:
    body = json.dumps({"choices": [{"message": message}]}).encode()
    assert read_completion(body, KEY) == Completion(text=text)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"", Problem.NOT_AN_API),
        (b"{}", Problem.NOT_AN_API),
        (b"[1]", Problem.NOT_AN_API),
        (b"[" * 50_000, Problem.NOT_AN_API),
        (b"\xff", Problem.NOT_AN_API),
        (b'{"error": null}', Problem.NOT_AN_API),
        (b'{"choices": []}', Problem.BROKEN),
        (b'{"choices": null}', Problem.BROKEN),
        (b'{"choices": [{}]}', Problem.BROKEN),
        (b'{"choices": [{"message": {"content": "\\ud800"}}]}', Problem.BROKEN),
        (b'{"error": {"message": "overloaded"}}', Problem.BROKEN),
    ],
)
def test_what_is_no_completion_is_a_failure(body: bytes, problem: Problem) -> None:
    failure = read_completion(body, KEY)
    assert isinstance(failure, Failure)
    assert failure.problem is problem
    assert ("overloaded" in failure.detail) == (b"overloaded" in body)
    assert isinstance(read_models(body, KEY), Failure)


def test_every_problem_has_a_remedy() -> None:
    assert set(REMEDIES) == set(Problem)
