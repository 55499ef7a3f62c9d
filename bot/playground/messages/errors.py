"""The exception for a call that Telegram would refuse, with the words of Telegram's own refusal."""

from __future__ import annotations

from typing import Any


class BotApiError(Exception):
    """A refused call: HTTP status, Telegram's description, and `parameters` (retry_after, migrate_to_chat_id)."""

    def __init__(self, code: int, description: str, *, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = parameters or {}

    def body(self) -> dict[str, Any]:
        """The JSON object that the Bot API answers with."""
        found: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            found["parameters"] = self.parameters
        return found


def bad_request(text: str) -> BotApiError:
    """A 400 with Telegram's prefix."""
    return BotApiError(400, f"Bad Request: {text}")
