"""Says what an error of the HTTP client means, and logs the outcome of a fetch."""

from __future__ import annotations

import logging
from typing import assert_never

import aiohttp
import httpx
from aiohttp.http_exceptions import HttpProcessingError

from bot.models.fetching import Fetched, FetchFailed, FetchOutcome, FetchProblem, NotModified
from bot.models.proxies import Proxy
from bot.web.proxies import proxy_failure

logger = logging.getLogger(__name__)


def failure(error: Exception, proxy: Proxy | None = None) -> FetchFailed:
    """The problem behind an error of the client, which may go through a proxy.

    httpx-aiohttp keeps aiohttp's own error as its cause.
    """
    cause = error.__cause__ or error
    if (refused := proxy_failure(error, proxy) or proxy_failure(cause, proxy)) is not None:
        return refused
    match cause:
        case aiohttp.ClientConnectorDNSError():
            problem = FetchProblem.DNS
        case aiohttp.ClientSSLError():
            problem = FetchProblem.TLS
        case aiohttp.InvalidURL() | httpx.InvalidURL() | ValueError():
            problem = FetchProblem.BAD_URL
        case HttpProcessingError():
            problem = FetchProblem.BAD_ANSWER
        case _:
            problem = FetchProblem.CONNECT
    # One line: it goes into the log and into the owner's report.
    return FetchFailed(reason=problem, detail=" ".join(_described(cause).split())[:200])


def _described(cause: BaseException) -> str:
    """What an error says to a person: its reason ("certificate has expired"), else its type and message."""
    beneath = getattr(cause, "certificate_error", None) or getattr(cause, "os_error", None)
    described = getattr(beneath, "verify_message", None) or getattr(beneath, "strerror", None)
    if isinstance(cause, HttpProcessingError):
        described = cause.message  # its text begins with a status of 400 that nobody sent
    return str(described) if described else f"{type(cause).__name__}: {cause}"


def log_outcome(host: str, outcome: FetchOutcome) -> None:
    """Log the outcome. Names the host, never the whole address: paths and queries hold the keys of private feeds."""
    match outcome:
        case Fetched():
            logger.debug("fetched host=%s bytes=%d", host, len(outcome.body))
        case NotModified():
            logger.debug("not modified host=%s", host)
        case FetchFailed():
            logger.info("fetch failed host=%s reason=%s error=%s", host, outcome.reason, outcome.detail)
        case _:
            assert_never(outcome)
