"""The client that asks for updates, with errors as PTB's polling loop has to see them.

That loop tries again at once after any `TimedOut`, and dies unheard of an `InvalidToken`; only other
errors are waited out and reported. Yet httpx-aiohttp calls a refused or lost connection a timeout too,
so an unreachable Telegram would keep a processor busy and the log empty.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import httpx
from telegram.error import Forbidden, NetworkError, TimedOut
from telegram.request import HTTPXRequest


class PatientRequest(HTTPXRequest):
    """A connection that failed is an error to wait after, not a timeout."""

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """One request, as PTB's; a read timeout, which was a wait already, stays one."""
        try:
            return await super().do_request(*args, **kwargs)
        except TimedOut as error:
            if isinstance(error.__cause__, httpx.ConnectTimeout):
                raise NetworkError(f"no connection: {error.__cause__}") from error.__cause__
            raise


class PollingRequest(PatientRequest):
    """A token that is refused is told to the polling's error callback."""

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """One request, as PTB's; Forbidden where Telegram refuses the token."""
        status, payload = await super().do_request(*args, **kwargs)
        if status == HTTPStatus.UNAUTHORIZED:
            raise Forbidden("Unauthorized")
        return status, payload
