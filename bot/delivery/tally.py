"""Counts what came of the sends since the start. Changes nothing of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from bot.models.digests import StoredPicture
from bot.models.messages import Delivered, MessageKind, OutboxMessage, Refusal, SendResult
from bot.models.ports import Sender


class SendTally:
    """A `ports.Sender` before another one: counts each outcome, by the message's kind or the refusal."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender
        self.connected = False  # whether Telegram has told who the bot is; set by who asked it
        self.sent: Counter[str] = Counter({kind.value: 0 for kind in MessageKind})
        self.refused: Counter[str] = Counter({refusal.value: 0 for refusal in Refusal})

    async def send(self, message: OutboxMessage, *, pictures: Mapping[str, StoredPicture]) -> SendResult:
        """Send the message; see `ports.Sender`."""
        result = await self._sender.send(message, pictures=pictures)
        if isinstance(result, Delivered):
            self.sent[message.message.kind] += 1
        else:
            self.refused[result.reason] += 1
        return result

    async def probe(self) -> bool:
        """Whether Telegram answers; False until it has told who the bot is."""
        return self.connected and await self._sender.probe()
