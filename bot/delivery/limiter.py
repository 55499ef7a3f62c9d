"""The rate limiter of one bot. Pure: time comes in as monotonic seconds, nothing sleeps, nothing is stored.

Telegram allows about 30 messages a second over all chats, one a second in a private chat, 20 a minute in a group; the
limits here are lower. Closures are deadlines, never events, so none is released early.
https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

PER_SECOND = 25.0
BURST_SHARE = 0.2  # of a second's messages at once: 25 + 5 in the worst second
REPLIES_PER_SECOND = 5.0  # replies have a token bucket of their own, and may come in bursts
RECOVERY_SECONDS = 60.0  # from half the rate back to the whole one
SLOWEST_SHARE = 1 / 16

PRIVATE_SECONDS = 1.0
PRIVATE_BURST = 3
GROUP_MESSAGES = 18
GROUP_REPLIES = 20
GROUP_WINDOW_SECONDS = 60.0
GROUP_GAP_SECONDS = 3.0

FLOOD_CHATS = 3  # so many chats flooded within FLOOD_SECONDS: the bot as a whole is too fast
FLOOD_SECONDS = 5.0
LONG_FLOOD_SECONDS = 30.0

TROUBLE_LIMIT = 5  # failures in a row that open the circuit
TROUBLE_PAUSE_SECONDS = (5.0, 10.0, 20.0, 40.0, 60.0)

_CHATS_KEPT = 10_000  # with more, those without a limit in force are forgotten
_CLOCK_ERROR_SECONDS = 1e-6  # sums of floats are that far off


@dataclass(slots=True)
class _Bucket:
    """A token bucket: tokens refill over time; a large message may leave it in debt."""

    full_rate: float  # tokens a second
    capacity: float
    tokens: float = field(init=False)
    at: float = 0.0
    low_rate: float = field(init=False)
    lowered_at: float = field(init=False, default=float("-inf"))

    def __post_init__(self) -> None:
        self.low_rate = self.full_rate
        self.tokens = self.capacity

    def rate(self, now: float) -> float:
        recovered = min(1.0, (now - self.lowered_at) / RECOVERY_SECONDS)
        return self.low_rate + (self.full_rate - self.low_rate) * recovered

    def halve(self, now: float) -> None:
        self._refill(now)
        self.low_rate = max(self.rate(now) / 2, self.full_rate * SLOWEST_SHARE)
        self.lowered_at = now

    def wait(self, cost: int, now: float) -> float:
        self._refill(now)
        missing = min(cost, self.capacity) - self.tokens
        return max(0.0, missing / self.rate(now))

    def take(self, cost: int, now: float) -> None:
        self._refill(now)
        self.tokens -= cost

    def _refill(self, now: float) -> None:
        self.tokens = min(self.capacity, self.tokens + max(0.0, now - self.at) * self.rate(now))
        self.at = now


class Limiter:
    """The rate limits of one bot. `wait` asks, `take` spends, `flooded`, `failed` and `succeeded` report outcomes."""

    def __init__(self, *, per_second: float = PER_SECOND) -> None:
        self.per_second = per_second
        self._digests = _Bucket(full_rate=per_second, capacity=max(1.0, per_second * BURST_SHARE))
        replies = max(REPLIES_PER_SECOND, per_second * BURST_SHARE)
        self._replies = _Bucket(full_rate=replies, capacity=replies)
        self._private: dict[int, float] = {}  # chat -> when its burst is whole again
        self._groups: dict[int, deque[float]] = {}  # chat -> times of its latest messages
        self._closed: dict[int, float] = {}  # chat -> until when Telegram takes no message
        self._throttled: dict[int, float] = {}  # chat -> until when our own limit lets no digest pass
        self._floods: deque[tuple[float, int]] = deque()
        self._halt_all = self._halt_digests = self._trouble_until = float("-inf")
        self._failures = self._pauses = 0
        self._most_kept = _CHATS_KEPT

    @property
    def failures(self) -> int:
        """How many sends in a row got no answer from Telegram."""
        return self._failures

    def wait(self, chat_id: int, *, now: float, cost: int = 1, reply: bool = False) -> float:
        """Seconds until a message that counts `cost` may go to this chat; 0.0: now."""
        opens = max(self._closed.get(chat_id, now), self._halt_all)
        if reply:
            lane = self._replies
            opens = max(opens, self._group_opens(chat_id, cost, GROUP_REPLIES, gap=0.0))
        else:
            lane = self._digests
            opens = max(opens, self._digests_halted_until, self._opens(chat_id, cost))
        wait = max(opens - now, lane.wait(cost, now))
        return wait if wait > _CLOCK_ERROR_SECONDS else 0.0

    def take(self, chat_id: int, *, now: float, cost: int = 1, reply: bool = False) -> None:
        """Take tokens: the message is sent now. A reply makes the chat's next digest wait, too."""
        (self._replies if reply else self._digests).take(cost, now)
        if chat_id > 0:
            self._private[chat_id] = max(self._private.get(chat_id, now), now) + cost * PRIVATE_SECONDS
        else:
            times = self._groups.setdefault(chat_id, deque(maxlen=GROUP_REPLIES + GROUP_MESSAGES))
            times.extend([now] * cost)
        self._throttled[chat_id] = self._opens(chat_id, 1)
        if len(self._private) + len(self._groups) > self._most_kept:
            self._forget(now)

    def room(self, *, now: float) -> int:
        """How many digests the limit over all chats allows now."""
        if now < max(self._halt_all, self._digests_halted_until):
            return 0
        self._digests.wait(1, now)
        return max(0, int(self._digests.tokens))

    def only_replies(self, *, now: float) -> bool:
        """Whether one chat's long flood halts all digests, while replies to other chats can be sent."""
        return self._halt_digests > now >= max(self._halt_all, self._trouble_until) and not self.in_trouble

    def reply_room(self, *, now: float) -> int:
        """How many replies the limit over all chats allows now."""
        self._replies.wait(1, now)
        return max(0, int(self._replies.tokens))

    def closed(self, *, now: float) -> frozenset[int]:
        """The chats that take no digest now."""
        self._throttled = {chat_id: opens for chat_id, opens in self._throttled.items() if opens > now}
        self._closed = {chat_id: opens for chat_id, opens in self._closed.items() if opens > now}
        return frozenset(self._throttled) | frozenset(self._closed)

    def next_opening(self, *, now: float) -> float | None:
        """Seconds until a limit that is in force ends, or None if none is."""
        halt = max(self._halt_all, self._digests_halted_until)
        if now < halt:
            return halt - now
        if wait := self._digests.wait(1, now):
            return wait
        chats = self.closed(now=now)
        opens = [max(self._throttled.get(chat, now), self._closed.get(chat, now)) for chat in chats]
        return min(opens) - now if opens else None

    def close(self, chat_id: int, seconds: float, *, now: float) -> None:
        """Close a chat for so many seconds, as Telegram demands; a long closure halts all digests."""
        deadline = now + seconds
        self._closed[chat_id] = max(deadline, self._closed.get(chat_id, deadline))
        if seconds > LONG_FLOOD_SECONDS:
            self._halt_digests = max(self._halt_digests, deadline)

    def flooded(self, chat_id: int, retry_after: float, *, now: float) -> None:
        """Note a 429: the chat is closed for `retry_after` seconds, and the rates over all chats halve.

        Floods in several chats at once halt everything until the latest of their deadlines.
        """
        self.close(chat_id, retry_after, now=now)
        self._digests.halve(now)
        self._replies.halve(now)
        self._floods.append((now, chat_id))
        while self._floods[0][0] < now - FLOOD_SECONDS:
            self._floods.popleft()
        lately = {chat for _, chat in self._floods}
        if len(lately) >= FLOOD_CHATS:
            self._halt_all = max(self._halt_all, *(self._closed.get(chat, now) for chat in lately))

    @property
    def in_trouble(self) -> bool:
        """Whether the circuit breaker is open: no digest is sent before a probe is answered."""
        return self._failures >= TROUBLE_LIMIT

    def failed(self, *, now: float) -> None:
        """Note a send without an answer (no connection, 5xx, timeout): several in a row open the circuit breaker.

        Each failure after a pause makes the next pause longer; failures that were in flight together count once.
        """
        self._failures += 1
        if self.in_trouble and now >= self._trouble_until:
            self._trouble_until = now + TROUBLE_PAUSE_SECONDS[min(self._pauses, len(TROUBLE_PAUSE_SECONDS) - 1)]
            self._pauses += 1

    def succeeded(self) -> None:
        """Note that Telegram answered: the circuit breaker closes."""
        self._failures = self._pauses = 0
        self._trouble_until = float("-inf")

    @property
    def _digests_halted_until(self) -> float:
        return max(self._halt_digests, self._trouble_until)

    def _opens(self, chat_id: int, cost: int) -> float:
        """When our own limit of this chat lets a digest pass."""
        if chat_id > 0:
            return self._private.get(chat_id, 0.0) - (PRIVATE_BURST - 1) * PRIVATE_SECONDS
        return self._group_opens(chat_id, cost, GROUP_MESSAGES, gap=GROUP_GAP_SECONDS)

    def _group_opens(self, chat_id: int, cost: int, most: int, *, gap: float) -> float:
        times = self._groups.get(chat_id)
        if not times:
            return 0.0
        opens = times[-1] + gap
        # The message before which only `most - cost` others may stand in any window.
        nth = most - min(cost, most) + 1
        if len(times) >= nth:
            opens = max(opens, times[-nth] + GROUP_WINDOW_SECONDS)
        return opens

    def _forget(self, now: float) -> None:
        self._private = {chat: whole_at for chat, whole_at in self._private.items() if whole_at > now}
        self._groups = {chat: times for chat, times in self._groups.items() if times[-1] > now - GROUP_WINDOW_SECONDS}
        self._most_kept = max(_CHATS_KEPT, 2 * (len(self._private) + len(self._groups)))
