"""Answers a webhook request that is not an update with 400; PTB's own handler fails with 500 and a traceback."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from telegram.ext._utils import webhookhandler  # PTB has no public way to name the handler
from tornado.web import HTTPError

_PtbHandler: Any = webhookhandler.TelegramHandler


class StrictHandler(_PtbHandler):  # type: ignore[misc]
    """PTB's handler with a check of the body, after the check of the secret."""

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
    """Make PTB use this handler in every webhook server that it starts from now on."""
    webhookhandler.TelegramHandler = StrictHandler  # type: ignore[misc]
