"""Answers a webhook's request that is no update with 400, where PTB's handler breaks with 500 and a traceback."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from telegram.ext._utils import webhookhandler  # PTB has no public way to name the handler
from tornado.web import HTTPError

_PtbHandler: Any = webhookhandler.TelegramHandler


class StrictHandler(_PtbHandler):  # type: ignore[misc]
    """PTB's handler behind a look at the body; the secret is checked before."""

    async def post(self) -> None:
        self._validate_post()
        try:
            body = json.loads(self.request.body)
        except (ValueError, RecursionError):
            body = None
        if not isinstance(body, dict):
            raise HTTPError(HTTPStatus.BAD_REQUEST, reason="not an update")
        await super().post()


def use_strict_handler() -> None:
    """Let PTB's webhook servers that are started from now on use it."""
    webhookhandler.TelegramHandler = StrictHandler  # type: ignore[misc]
