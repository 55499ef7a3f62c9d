"""What goes to an OpenAI-compatible server, and what may become of it, as values (pure): addresses, bodies, failures.

https://platform.openai.com/docs/api-reference/chat/create. Sends nothing; `replies` reads what comes back.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import urlsplit

from summarizer.base import EngineUnavailable
from summarizer.prompts import ChatMessages

MAX_DETAIL_CHARS = 200  # of a server's own words in a message of ours
HIDDEN = "[hidden]"
THINKING_TOKENS = 1_024  # for a model that thinks whatever it is asked
MIN_SECRET_CHARS = 12  # "EMPTY", "ollama" and "lm-studio" are words, not secrets

_ENDPOINTS = re.compile(r"(?:/chat(?:/completions)?|/completions|/models)$")
# "This model's maximum context length is 2048 tokens. However, you requested 3128 tokens", "the request exceeds the
# available context size", "`inputs` tokens + `max_new_tokens` must be <= 2048", "prompt is too long: 9000 > 8192".
_ABOUT_LENGTH = re.compile(
    r"context[ _-]?(?:length|window|size|limit)|exceed_context|max_model_len|max_position_embeddings"
    r"|(?:maximum|max) (?:sequence|input|prompt|model)[ _-]?(?:length|len|tokens?)"
    r"|(?:prompt|input|request|message|sequence)s?\b.{0,60}\b(?:too (?:long|large|many tokens)|longer than|exceeds?\b)"
    r"|too many (?:input |prompt )?tokens|tokens \+ .?max_new_tokens",
    re.IGNORECASE,
)
# The limit itself: "context length is 2048", "context size (2048 tokens)", "must be <= 2048", "> 8192 maximum".
_LIMIT = re.compile(
    r"(?:context[ _-]?(?:length|window|size|limit)|max_model_len|maximum|limit)\D{0,40}?(\d[\d,]{2,8})"
    r"|(?:<=|>)\s*(\d[\d,]{2,8})|(\d[\d,]{2,8})(?: tokens?)? (?:maximum|context)",
    re.IGNORECASE,
)


class Problem(StrEnum):
    """Why a server did not answer a request. Those in `LASTING` do not pass by themselves."""

    UNREACHABLE = "unreachable"
    TLS = "tls"
    TIMEOUT = "timeout"
    BUSY = "busy"
    BROKEN = "broken"
    KEY = "key"
    UNPAID = "unpaid"
    NO_MODEL = "no model"
    NO_ROUTE = "no route"
    REDIRECT = "redirect"
    NOT_AN_API = "not an api"
    TOO_LONG = "too long"
    REFUSED = "refused"


OF_THE_REQUEST = frozenset({Problem.TOO_LONG, Problem.REFUSED})  # they say nothing against the server

LASTING = frozenset(
    {Problem.TLS, Problem.KEY, Problem.UNPAID, Problem.NO_MODEL, Problem.NO_ROUTE, Problem.REDIRECT, Problem.NOT_AN_API}
)

REMEDIES: dict[Problem, str] = {
    Problem.UNREACHABLE: "start the server, or correct SUMMARY_API_URL",
    Problem.TLS: "give it a certificate this machine trusts, or write http:// for a server without one",
    Problem.TIMEOUT: "see whether the server is overloaded or still loading its model",
    Problem.BUSY: "wait, or give it more capacity",
    Problem.BROKEN: "look into the server's own log",
    Problem.KEY: "set SUMMARY_API_KEY to a key that the server accepts",
    Problem.UNPAID: "see to the account's balance or quota at whoever runs it",
    Problem.NO_MODEL: "set SUMMARY_API_MODEL to a model that it serves",
    Problem.NO_ROUTE: "correct SUMMARY_API_URL: it usually ends in /v1",
    Problem.REDIRECT: "set SUMMARY_API_URL to the address it redirects to",
    Problem.NOT_AN_API: "set SUMMARY_API_URL to an OpenAI-compatible server; it usually ends in /v1",
    Problem.TOO_LONG: "give the server a longer context",
    Problem.REFUSED: "see what it says; a smaller article or another model may help",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A request that brought no answer. `detail` is a sentence part without secrets; `retry_after` is in seconds."""

    problem: Problem
    detail: str
    retry_after: float | None = None

    @property
    def remedy(self) -> str:
        return REMEDIES[self.problem]

    @property
    def passes(self) -> bool:
        """Whether another try may succeed with nothing changed by the owner."""
        return self.problem not in LASTING


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """What a model wrote; `finish` says why it stopped ("stop", "length", "content_filter", ...).

    `thought`: it also wrote down its thinking, which the server keeps apart from the text.
    """

    text: str
    finish: str = ""
    refusal: str = ""
    thought: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """The optional fields that a server takes. OpenAI's newest models know `max_completion_tokens` only.

    `thinking_switch` asks the model's chat template not to think. `effort` asks the server: "none" where it can, "low"
    for models that always think, "" to say nothing. `thinks`: an answer held nothing but thinking, so the next ones get
    room for both.
    """

    thinking_switch: bool = True
    effort: str = ""
    thinks: bool = False
    temperature: bool = True
    limit: str = "max_tokens"  # or "max_completion_tokens", or "" for none
    proven: bool = False  # it has brought an answer: only a complaint that names a field can be about the fields

    def simpler(self, complaint: str) -> Dialect | None:
        """What to try after a 400 or 422 that says `complaint`; None where the fields are not to blame."""
        if _ABOUT_LENGTH.search(complaint):
            return None
        if self.effort and ("effort" in complaint or "reasoning" in complaint):
            return replace(self, effort="low" if self.effort == "none" else "")
        if self.thinking_switch and "chat_template_kwargs" in complaint:
            return replace(self, thinking_switch=False)
        if self.limit and self.limit in complaint:
            return replace(self, limit="max_completion_tokens" if self.limit == "max_tokens" else "")
        if self.temperature and "temperature" in complaint:
            return replace(self, temperature=False)
        if self.effort:  # the newest of the fields: the others were taken before it
            return replace(self, effort="")
        if self.proven:
            return None
        if self.thinking_switch or self.temperature:
            return replace(self, thinking_switch=False, temperature=False)
        return replace(self, limit="") if self.limit else None

    def quieter(self) -> Dialect | None:
        """What to try after an answer that held nothing but thinking; None if it has been tried."""
        return None if self.thinks else replace(self, effort="none", thinks=True)


def is_about_length(complaint: str) -> bool:
    """Whether a server says that a request is longer than the model's context."""
    return _ABOUT_LENGTH.search(complaint) is not None


def context_tokens(complaint: str) -> int | None:
    """Find the model's context in tokens in what a server says of a request that is too long."""
    match = _LIMIT.search(complaint)
    return int(next(filter(None, match.groups())).replace(",", "")) if match else None


def api_root(url: str) -> str:
    """The address below which /chat/completions stands: "https://host" is "https://host/v1"; a given path is kept.

    EngineUnavailable says what is wrong with an address that cannot be one.
    """
    try:
        parts = urlsplit(url.strip())
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or re.search(r"\s", url.strip()):
        raise EngineUnavailable(
            f"{_without_user(url)!r} is no address; set SUMMARY_API_URL like http://127.0.0.1:8000/v1"
        )
    if "@" in parts.netloc:
        raise EngineUnavailable("SUMMARY_API_URL holds a name or password; put the key into SUMMARY_API_KEY")
    path = _ENDPOINTS.sub("", parts.path.rstrip("/")).rstrip("/")
    return f"{parts.scheme}://{parts.netloc}{path or '/v1'}"


def request_body(*, model: str, messages: ChatMessages, tokens: int, dialect: Dialect) -> bytes:
    """The JSON of a request for one completion, in ASCII."""
    fields: dict[str, object] = {"model": model, "messages": messages}
    if dialect.limit:
        fields[dialect.limit] = tokens + (THINKING_TOKENS if dialect.thinks else 0)
    if dialect.temperature:
        fields["temperature"] = 0
    if dialect.thinking_switch:
        fields["chat_template_kwargs"] = {"enable_thinking": False} | ({"thinking": False} if dialect.thinks else {})
    if dialect.effort:
        fields["reasoning_effort"] = dialect.effort
    return json.dumps(fields).encode("ascii")


def hide_secret(text: str, secret: str) -> str:
    """`text` without the secret, should a server echo it."""
    return text.replace(secret, HIDDEN) if len(secret) >= MIN_SECRET_CHARS else text


def _without_user(url: str) -> str:
    return re.sub(r"//[^/]*@", "//", url.strip())[:MAX_DETAIL_CHARS]
