"""What the page's buttons for the clock and the news do; whoever starts the playground supplies it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, NamedTuple, Protocol


class NextDigest(NamedTuple):
    """When the next scheduled digest is due, and for which chat."""

    at: datetime
    chat_id: int


class Controls(Protocol):
    """The clock and the news of the playground. Datetimes are aware."""

    def now(self) -> datetime: ...

    async def move_clock(self, to: datetime | Literal["next_digest"]) -> datetime:
        """Move the clock forward and return its time; `next_digest` without a digest due leaves it."""
        ...

    async def next_digest(self) -> NextDigest | None: ...

    async def drop_news(self) -> str | None:
        """Let the next sample post arrive and return its title; None when all have arrived."""
        ...

    def sample_link(self, language: str) -> str | None:
        """The address of a sample article, another one each time, in this language if possible; None without any."""
        ...


async def clock_view(controls: Controls) -> dict[str, Any]:
    """The time and the next digest as JSON, for the state and for `clock` events."""
    upcoming = await controls.next_digest()
    return {
        "now": controls.now().isoformat(),
        "next_digest": upcoming.at.isoformat() if upcoming else None,
        "next_digest_chat": upcoming.chat_id if upcoming else None,
    }
