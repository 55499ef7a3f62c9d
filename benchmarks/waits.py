"""How long replies wait: beside a broadcast, when many people ask at once, and beside people who spam."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from itertools import count

from bot.delivery.deliver import Deliverer
from bot.models.chats import ChatKey
from bot.models.messages import Delivered, MessageKind, NewMessage, TextContent

FIRST_ASKER = 10_000_000  # chats of this benchmark's people, far from those of its broadcasts

_numbers = count()


@dataclass(slots=True)
class Waits:
    """Replies that were sent, and how many seconds each waited."""

    seconds: list[float] = field(default_factory=list)
    unsent: int = 0

    async def ask(self, deliverer: Deliverer, chat_id: int) -> None:
        """Send one reply, and note how long it took."""
        began = time.perf_counter()
        reply = NewMessage(
            kind=MessageKind.REPLY,
            chat=ChatKey(chat_id=chat_id),
            dedupe_key=f"reply:{next(_numbers)}",
            content=TextContent(html="<b>Here you are</b>"),
            priority=0,
        )
        if isinstance(await deliverer.send_now(reply), Delivered):
            self.seconds.append(time.perf_counter() - began)
        else:
            self.unsent += 1

    async def ask_beside(self, deliverer: Deliverer, *, a_second: float) -> None:
        """Replies to ever new people, so many a second, until cancelled."""
        asking: set[asyncio.Task[None]] = set()
        for number in count():
            asking.add(asyncio.create_task(self.ask(deliverer, FIRST_ASKER + number)))
            await asyncio.sleep(1 / a_second)
            asking = {task for task in asking if not task.done()}

    def within(self, share: float) -> float:
        """The seconds within which this share of the replies was sent."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")

    def __str__(self) -> str:
        if not self.seconds:
            return "no replies"
        shares = ", ".join(f"p{100 * share:.0f} {self.within(share):.2f} s" for share in (0.5, 0.95, 0.99))
        return f"{len(self.seconds)} replies waited {shares} ({self.unsent} put off)"


async def crowd(deliverer: Deliverer, *, people: int = 160, within_seconds: float = 8.0) -> Waits:
    """Many people ask once, evenly within a few seconds."""
    waits, asking = Waits(), []
    for number in range(people):
        asking.append(asyncio.create_task(waits.ask(deliverer, FIRST_ASKER + number)))
        await asyncio.sleep(within_seconds / people)
    await asyncio.gather(*asking)
    return waits


async def beside_spam(deliverer: Deliverer, *, spammers: int = 3, others: int = 5, seconds: int = 20) -> Waits:
    """Some people ask five times a second each, past any quota; others ask once every five seconds."""
    spam, waits, asking = Waits(), Waits(), []
    for moment in range(5 * seconds):
        asking += [asyncio.create_task(spam.ask(deliverer, FIRST_ASKER + number)) for number in range(spammers)]
        if moment % 5 == 0:
            asker = FIRST_ASKER + spammers + moment // 5 % others
            asking.append(asyncio.create_task(waits.ask(deliverer, asker)))
        await asyncio.sleep(0.2)
    await asyncio.gather(*asking)
    return waits
