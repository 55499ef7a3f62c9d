"""Scripted failures: the next calls of a method fail as told, before or after they took effect."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.playground.messages.errors import BotApiError

ANY_METHOD = "*"


@dataclass(slots=True, kw_only=True)
class Fault:
    """One failure to come. `accept`: the call takes effect and only its answer is lost."""

    method: str
    status: int
    description: str = ""
    parameters: dict[str, Any] = field(default_factory=dict)
    times: int = 1
    accept: bool = False
    chat_id: int | None = None
    raw: bytes | None = None  # answer these bytes instead of JSON (a proxy's page, a cut-off answer)
    hang: bool = False  # never answer: the client runs into its read timeout
    drop: bool = False  # close the connection instead of answering

    def error(self) -> BotApiError:
        return BotApiError(self.status, self.description, parameters=self.parameters)


class RawAnswer(Exception):
    """Answer with these bytes; not a Bot API object."""

    def __init__(self, status: int, body: bytes) -> None:
        super().__init__(status)
        self.status = status
        self.body = body


class DroppedAnswer(Exception):
    """Close the connection without an answer."""


class Faults:
    """The failures to come, each used up in order."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._waiting.append(fault)

    def __len__(self) -> int:
        return len(self._waiting)

    def take(self, method: str, chat_id: int) -> Fault | None:
        """The failure that this call (method in lower case) meets, if any."""
        for fault in self._waiting:
            named = fault.method.lower() in (method, ANY_METHOD)
            if named and fault.chat_id in (None, chat_id):
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                return fault
        return None
