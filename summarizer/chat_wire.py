"""What goes to an OpenAI-compatible server and what comes back, as values (pure): addresses, bodies, failures.

https://platform.openai.com/docs/api-reference/chat/create. Sends nothing, and quotes no more of a server than a line.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from http import HTTPStatus
from urllib.parse import urlsplit

from pydantic import BaseModel, Field, ValidationError

from summarizer.base import EngineUnavailable
from summarizer.prompts import ChatMessages

MAX_DETAIL_CHARS = 200  # of a server's own words in a message of ours
HIDDEN = "[hidden]"
MIN_SECRET_CHARS = 12  # "EMPTY", "ollama" and "lm-studio" are words, not secrets

_ENDPOINTS = re.compile(r"(?:/chat(?:/completions)?|/completions|/models)$")
# "The model `x` does not exist.", "model 'x' not found", "Server is pinned to 'y'; requested 'x'."
_NO_SUCH_MODEL = re.compile(
    r"\bmodel.*(?:not found|not exist|not loaded)|(?:no such|unknown|invalid) model|pinned to", re.IGNORECASE
)
_ABOUT_LENGTH = re.compile(r"context (?:length|window|size)|too long|too many tokens", re.IGNORECASE)


class Problem(StrEnum):
    """Why a server did not answer a request. Those in `LASTING` do not pass by themselves."""

    UNREACHABLE = "unreachable"
    TLS = "tls"
    TIMEOUT = "timeout"
    BUSY = "busy"
    BROKEN = "broken"
    KEY = "key"
    NO_MODEL = "no model"
    NO_ROUTE = "no route"
    REDIRECT = "redirect"
    NOT_AN_API = "not an api"
    REFUSED = "refused"


LASTING = frozenset(
    {Problem.TLS, Problem.KEY, Problem.NO_MODEL, Problem.NO_ROUTE, Problem.REDIRECT, Problem.NOT_AN_API}
)

REMEDIES: dict[Problem, str] = {
    Problem.UNREACHABLE: "start the server, or correct SUMMARY_API_URL",
    Problem.TLS: "give it a certificate this machine trusts, or write http:// for a server without one",
    Problem.TIMEOUT: "see whether the server is overloaded or still loading its model",
    Problem.BUSY: "wait, or give it more capacity",
    Problem.BROKEN: "look into the server's own log",
    Problem.KEY: "set SUMMARY_API_KEY to a key that the server accepts",
    Problem.NO_MODEL: "set SUMMARY_API_MODEL to a model that it serves",
    Problem.NO_ROUTE: "correct SUMMARY_API_URL: it usually ends in /v1",
    Problem.REDIRECT: "set SUMMARY_API_URL to the address it redirects to",
    Problem.NOT_AN_API: "set SUMMARY_API_URL to an OpenAI-compatible server; it usually ends in /v1",
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
    """What a model wrote; `finish` says why it stopped ("stop", "length", "content_filter", ...)."""

    text: str
    finish: str = ""
    refusal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """The optional fields that a server takes. OpenAI's newest models know `max_completion_tokens` only."""

    thinking_switch: bool = True
    temperature: bool = True
    limit: str = "max_tokens"  # or "max_completion_tokens", or "" for none
    proven: bool = False  # it has brought an answer: only a complaint that names a field can be about the fields

    def simpler(self, complaint: str) -> Dialect | None:
        """What to try after a 400 or 422 that says `complaint`; None where the fields are not to blame."""
        if _ABOUT_LENGTH.search(complaint):
            return None
        if self.thinking_switch and "chat_template_kwargs" in complaint:
            return replace(self, thinking_switch=False)
        if self.limit and self.limit in complaint:
            return replace(self, limit="max_completion_tokens" if self.limit == "max_tokens" else "")
        if self.temperature and "temperature" in complaint:
            return replace(self, temperature=False)
        if self.proven:
            return None
        if self.thinking_switch or self.temperature:
            return replace(self, thinking_switch=False, temperature=False)
        return replace(self, limit="") if self.limit else None


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
        fields[dialect.limit] = tokens
    if dialect.temperature:
        fields["temperature"] = 0
    if dialect.thinking_switch:
        fields["chat_template_kwargs"] = {"enable_thinking": False}
    return json.dumps(fields).encode("ascii")


def hide_secret(text: str, secret: str) -> str:
    """`text` without the secret, should a server echo it."""
    return text.replace(secret, HIDDEN) if len(secret) >= MIN_SECRET_CHARS else text


def read_status(
    status: int, *, content_type: str, retry_after: str | None, body: bytes, secret: str, now: datetime
) -> Failure | None:
    """Say what a response's status means; None for one whose body is worth reading."""
    said = _said(body, content_type, secret)
    match status:
        case 200:
            if "html" in content_type or body.lstrip()[:1] == b"<":
                return Failure(problem=Problem.NOT_AN_API, detail="it answers with a web page")
            return None
        case 401 | 403:
            return Failure(problem=Problem.KEY, detail="the key is refused" if secret else "it asks for a key")
        case 400 | 404 | 422 if _NO_SUCH_MODEL.search(said):
            return Failure(problem=Problem.NO_MODEL, detail=f"it does not serve the model: {said}")
        case 404 | 405:
            return Failure(problem=Problem.NO_ROUTE, detail=f"nothing stands at this address (HTTP {status})")
        case 408 | 429:
            wait = _seconds(retry_after, now)
            return Failure(problem=Problem.BUSY, detail=f"it is busy (HTTP {status})", retry_after=wait)
        case _ if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            detail = _with(f"it fails (HTTP {status})", said)
            return Failure(problem=Problem.BROKEN, detail=detail, retry_after=_seconds(retry_after, now))
        case _ if status >= HTTPStatus.BAD_REQUEST:
            return Failure(problem=Problem.REFUSED, detail=_with(f"it refuses the request (HTTP {status})", said))
        case _ if status >= HTTPStatus.MULTIPLE_CHOICES:
            return Failure(problem=Problem.REDIRECT, detail=f"it redirects elsewhere (HTTP {status})")
        case _:
            return Failure(problem=Problem.NOT_AN_API, detail=f"it answers with HTTP {status}")


def read_completion(body: bytes, secret: str) -> Completion | Failure:
    """Read the answer to a request for a completion."""
    try:
        choice = _Completion.model_validate_json(body).choices[0]
    except ValidationError:
        return Failure(problem=Problem.NOT_AN_API, detail="its answer is no chat completion")
    content = choice.message.content or ""
    text = content if isinstance(content, str) else "".join(part.text for part in content)
    return Completion(
        text=hide_secret(text, secret),
        finish=choice.finish_reason or "",
        refusal=hide_secret(choice.message.refusal or "", secret)[:MAX_DETAIL_CHARS],
    )


def read_models(body: bytes, secret: str) -> list[str] | Failure:
    """Read the names of the models that a server lists."""
    try:
        return [hide_secret(model.id, secret) for model in _Models.model_validate_json(body).data]
    except ValidationError:
        return Failure(problem=Problem.NOT_AN_API, detail="its list of models is none")


class _Part(BaseModel):
    text: str = ""


class _Message(BaseModel):
    content: str | list[_Part] | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Completion(BaseModel):
    choices: list[_Choice] = Field(min_length=1)


class _Model(BaseModel):
    id: str


class _Models(BaseModel):
    data: list[_Model]


def _said(body: bytes, content_type: str, secret: str) -> str:
    """What a server says of an error, on one line: {"error": {"message": ...}}, {"error": ...}, {"detail": ...}."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        found = "" if "html" in content_type else body.decode("utf-8", "replace")
    for name in ("error", "message", "detail"):
        if isinstance(found, dict):
            found = found.get(name, found)
    text = found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)[:2_000]
    line = " ".join(hide_secret(text, secret).split())
    return "".join(char for char in line if char.isprintable())[:MAX_DETAIL_CHARS]


def _with(detail: str, said: str) -> str:
    return f"{detail}: {said}" if said else detail


def _seconds(retry_after: str | None, now: datetime) -> float | None:
    """Retry-After in seconds; it is a number or a date (RFC 9110, section 10.2.3). None for neither."""
    if retry_after is None:
        return None
    if re.fullmatch(r"[0-9]{1,9}", retry_after.strip(), re.ASCII):
        return float(retry_after)
    try:
        return max((parsedate_to_datetime(retry_after) - now).total_seconds(), 0.0)
    except (ValueError, TypeError):  # no date, or one without a zone
        return None


def _without_user(url: str) -> str:
    return re.sub(r"//[^/]*@", "//", url.strip())[:MAX_DETAIL_CHARS]
