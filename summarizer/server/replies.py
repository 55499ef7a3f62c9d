"""Reads what an OpenAI-compatible server answers (pure): completions, lists of models, and what its errors mean.

Quotes no more of a server than a line, and never the key.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel, Field, ValidationError

from summarizer.server.wire import MAX_DETAIL_CHARS, Completion, Failure, Problem, hide_secret, is_about_length

# "The model `x` does not exist.", "model 'x' not found", "Server is pinned to 'y'; requested 'x'."
_NO_SUCH_MODEL = re.compile(
    r"\bmodel.*(?:not found|not exist|not loaded)|(?:no such|unknown|invalid) model|pinned to", re.IGNORECASE
)
# "You exceeded your current quota, please check your plan and billing details."
_UNPAID = re.compile(r"\bbilling\b|insufficient[ _](?:quota|balance|credits?|funds)", re.IGNORECASE)


def read_status(
    status: int,
    *,
    content_type: str,
    retry_after: str | None,
    body: bytes,
    secret: str,
    now: datetime,
    location: str | None = None,
) -> Failure | None:
    """Say what a response's status means; None if the body should be read.

    `retry_after` and `location` are its headers of these names.
    """
    said = _said(body, content_type, secret)
    match status:
        case 200:
            if "html" in content_type or body.lstrip()[:1] == b"<":
                return Failure(problem=Problem.NOT_AN_API, detail="it answers with a web page")
            return None
        case 402 | 429 if status == 402 or _UNPAID.search(said):
            return Failure(problem=Problem.UNPAID, detail=_with(f"it wants to be paid (HTTP {status})", said))
        case 400 | 413 | 422 | 500 if status == 413 or is_about_length(f"{said} {_code(body)}"):
            return Failure(problem=Problem.TOO_LONG, detail=_with(f"the request is too long (HTTP {status})", said))
        case 401 | 403:  # in its words there may be a part of the key
            return Failure(problem=Problem.KEY, detail="the key is refused" if secret else "it asks for a key")
        case 400 | 404 | 422 if _NO_SUCH_MODEL.search(said):
            return Failure(problem=Problem.NO_MODEL, detail=f"it does not serve the model: {said}")
        case 404 | 405:
            return Failure(problem=Problem.NO_ROUTE, detail=f"nothing stands at this address (HTTP {status})")
        case 408 | 429:
            wait = _seconds(retry_after, now)
            return Failure(problem=Problem.BUSY, detail=_with(f"it is busy (HTTP {status})", said), retry_after=wait)
        case _ if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            detail = _with(f"it fails (HTTP {status})", said)
            return Failure(problem=Problem.BROKEN, detail=detail, retry_after=_seconds(retry_after, now))
        case _ if status >= HTTPStatus.BAD_REQUEST:
            return Failure(problem=Problem.REFUSED, detail=_with(f"it refuses the request (HTTP {status})", said))
        case _ if status >= HTTPStatus.MULTIPLE_CHOICES:
            target = _line(location or "elsewhere", secret)
            return Failure(problem=Problem.REDIRECT, detail=f"it redirects to {target} (HTTP {status})")
        case _:
            return Failure(problem=Problem.NOT_AN_API, detail=f"it answers with HTTP {status}")


def read_completion(body: bytes, secret: str) -> Completion | Failure:
    """Read the answer to a request for a completion."""
    try:
        choice = _Completion.model_validate_json(body).choices[0]
    except ValidationError:
        return _no_completion(body, secret)
    content = choice.message.content or ""
    text = content if isinstance(content, str) else "".join(part.text for part in content)
    return Completion(
        text=hide_secret(text, secret),
        finish=choice.finish_reason or "",
        refusal=hide_secret(choice.message.refusal or "", secret)[:MAX_DETAIL_CHARS],
        thought=any((choice.message.reasoning_content, choice.message.reasoning, choice.message.thinking)),
    )


def _no_completion(body: bytes, secret: str) -> Failure:
    """Tell an API that failed while it answered, as gateways do, from what is no such API."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        found = None
    if isinstance(found, dict) and found.get("error"):
        said = _said(body, "", secret)
        if is_about_length(f"{said} {_code(body)}"):
            return Failure(problem=Problem.TOO_LONG, detail=_with("the request is too long", said))
        return Failure(problem=Problem.BROKEN, detail=_with("it fails", said))
    if isinstance(found, dict) and "choices" in found:
        return Failure(problem=Problem.BROKEN, detail="its answer holds no text")
    return Failure(problem=Problem.NOT_AN_API, detail="its answer is no chat completion")


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
    # vLLM, SGLang, llama.cpp; Ollama and newer vLLM; a few gateways. Only whether there is some counts.
    reasoning_content: Any = None
    reasoning: Any = None
    thinking: Any = None


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
    return _line(text, secret)


def _code(body: bytes) -> str:
    """The short name of an error: {"error": {"code": "context_length_exceeded"}}."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    error = found.get("error", found) if isinstance(found, dict) else {}
    return f"{error.get('code', '')} {error.get('type', '')}" if isinstance(error, dict) else ""


def _line(text: str, secret: str) -> str:
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
