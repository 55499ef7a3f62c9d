"""The rate limiter of one bot. Pure: time comes in as monotonic seconds, nothing sleeps, nothing is stored.

Telegram allows about 30 messages a second over all chats, one a second in a private chat, 20 a minute in a group. All
messages share one budget below that; digests have a pace of their own within it, which leaves room for replies.
Closures are deadlines, never events, so none is released early.
https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

PER_SECOND = 25.0  # digests
ALL_PER_SECOND = 28.2
MOST_IN_WINDOW, WINDOW_SECONDS = 28, 1.02  # below 30 in any second, though some arrive later than others
BURST_SECONDS = 0.25  # of messages at once: it makes up for a busy moment, in which nothing was sent
DIGEST_BURST_SECONDS = 0.2  # less, so that a reply passes beside a burst of digests
CLAIM_AHEAD_SECONDS = 0.1  # digests are claimed so long before their turn: a claim is a commit
RECOVERY_SECONDS = 60.0  # from half the rate back to the whole one
SLOWEST_SHARE = 1 / 16

PRIVATE_SECONDS = 1.0
PRIVATE_BURST = 3
PRIVATE_WINDOW_SECONDS = 3.15  # for a burst, late arrivals included
GROUP_MESSAGES = 18
GROUP_REPLIES = 19
GROUP_WINDOW_SECONDS = 60.0
GROUP_GAP_SECONDS = 3.0

FLOOD_CHATS = 3  # so many chats flooded within FLOOD_SECONDS: the bot as a whole is too fast
FLOOD_SECONDS = 5.0
LONGEST_HALT_SECONDS = 60.0  # of all chats: then a few messages show whether it is over

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

    def wait(self, cost: float, now: float) -> float:
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
    """The rate limits of one bot. `wait` asks, `take` spends, `flooded` reports a 429."""

    def __init__(self, *, per_second: float = PER_SECOND) -> None:
        self.per_second = per_second
        self.all_per_second = max(ALL_PER_SECOND, per_second)
        self.burst = self.all_per_second * BURST_SECONDS
        self._all = _Bucket(full_rate=self.all_per_second, capacity=self.burst)
        self._window: deque[float] | None = deque(maxlen=MOST_IN_WINDOW) if per_second <= ALL_PER_SECOND else None
        self._digests = _Bucket(full_rate=per_second, capacity=max(1.0, per_second * DIGEST_BURST_SECONDS))
        self._private: dict[int, tuple[float, deque[float]]] = {}  # chat -> when its burst is whole, latest messages
        self._groups: dict[int, deque[float]] = {}  # chat -> times of its latest messages
        self._closed: dict[int, float] = {}  # chat -> until when Telegram takes no message
        self._throttled: dict[int, float] = {}  # chat -> until when our own limit lets no digest pass
        self._floods: deque[tuple[float, int]] = deque()
        self._halted_until = self._slowed_at = float("-inf")
        self._most_kept = _CHATS_KEPT

    def wait(self, chat_id: int, *, now: float, cost: int = 1, reply: bool = False) -> float:
        """Seconds until a message that counts `cost` may go to this chat; 0.0: now."""
        wait = max(self.wait_of_all(now=now, cost=cost), self._chat_opens(chat_id, cost, now, reply=reply) - now)
        if not reply:
            wait = max(wait, self._digests.wait(cost, now))
        return wait if wait > _CLOCK_ERROR_SECONDS else 0.0

    def wait_of_all(self, *, now: float, cost: int = 1) -> float:
        """Seconds until the limit over all chats lets a message pass; 0.0: now."""
        wait = max(self._halted_until - now, self._all.wait(cost, now))
        if self._window is not None and len(self._window) == MOST_IN_WINDOW:
            wait = max(wait, self._window[min(cost, MOST_IN_WINDOW) - 1] + WINDOW_SECONDS - now)
        return wait if wait > _CLOCK_ERROR_SECONDS else 0.0

    def take(self, chat_id: int, *, now: float, cost: int = 1, reply: bool = False) -> None:
        """Take tokens: the message is sent now."""
        self._all.take(cost, now)
        if self._window is not None:
            self._window.extend([now] * cost)
        if not reply:
            self._digests.take(cost, now)
        if chat_id > 0:
            whole_at, times = self._private.get(chat_id) or (now, deque(maxlen=PRIVATE_BURST))
            times.extend([now] * cost)
            self._private[chat_id] = max(whole_at, now) + cost * PRIVATE_SECONDS, times
        else:
            times = self._groups.setdefault(chat_id, deque(maxlen=GROUP_REPLIES + GROUP_MESSAGES))
            times.extend([now] * cost)
        self._throttled[chat_id] = self._pace_opens(chat_id, 1, reply=False)
        if len(self._private) + len(self._groups) > self._most_kept:
            self._forget(now)

    def room(self, *, now: float) -> int:
        """How many digests may be claimed: those whose turn comes in a moment."""
        if now < self._halted_until:
            return 0
        self._digests.wait(1, now)
        return max(0, int(self._digests.tokens + CLAIM_AHEAD_SECONDS * self._digests.rate(now) + _CLOCK_ERROR_SECONDS))

    def next_opening(self, *, now: float) -> float | None:
        """Seconds until a limit that is in force ends, or None if none is."""
        if now < self._halted_until:
            return self._halted_until - now
        if not self.room(now=now):
            return max(_CLOCK_ERROR_SECONDS, self._digests.wait(1, now) - CLAIM_AHEAD_SECONDS)
        chats = self.closed(now=now)
        opens = [max(self._throttled.get(chat, now), self._closed.get(chat, now)) for chat in chats]
        return min(opens) - now if opens else None

    def closed(self, *, now: float) -> frozenset[int]:
        """The chats that take no digest now."""
        self._throttled = {chat_id: opens for chat_id, opens in self._throttled.items() if opens > now}
        self._closed = {chat_id: opens for chat_id, opens in self._closed.items() if opens > now}
        return frozenset(self._throttled) | frozenset(self._closed)

    def close(self, chat_id: int, seconds: float, *, now: float) -> None:
        """Close a chat for so many seconds, as Telegram demands; the others stay open."""
        deadline = now + seconds
        self._closed[chat_id] = max(deadline, self._closed.get(chat_id, deadline))

    def flooded(self, chat_id: int, retry_after: float, *, now: float) -> None:
        """Note a 429: the chat is closed for `retry_after` seconds.

        Floods in several chats at once concern the bot: it halts until the latest of their deadlines, for a minute at
        most, and the rates halve.
        """
        self.close(chat_id, retry_after, now=now)
        self._floods.append((now, chat_id))
        while self._floods[0][0] < now - FLOOD_SECONDS:
            self._floods.popleft()
        lately = {chat for _, chat in self._floods}
        if len(lately) < FLOOD_CHATS:
            return
        latest = max(self._closed.get(chat, now) for chat in lately)
        self._halted_until = max(self._halted_until, min(latest, now + LONGEST_HALT_SECONDS))
        if now > self._slowed_at + FLOOD_SECONDS:  # once for the messages that were in flight together
            self._slowed_at = now
            self._all.halve(now)
            self._digests.halve(now)

    def _chat_opens(self, chat_id: int, cost: int, now: float, *, reply: bool) -> float:
        return max(self._closed.get(chat_id, now), self._pace_opens(chat_id, cost, reply=reply))

    def _pace_opens(self, chat_id: int, cost: int, *, reply: bool) -> float:
        """When our own limit of this chat lets a message pass."""
        if chat_id > 0:
            if chat_id not in self._private:
                return 0.0
            whole_at, times = self._private[chat_id]
            window = times[0] + PRIVATE_WINDOW_SECONDS if len(times) == PRIVATE_BURST else 0.0
            return max(whole_at - (PRIVATE_BURST - 1) * PRIVATE_SECONDS, window)
        if reply:
            return self._group_opens(chat_id, cost, GROUP_REPLIES, gap=0.0)
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
        self._private = {chat: kept for chat, kept in self._private.items() if kept[0] > now}
        self._groups = {chat: times for chat, times in self._groups.items() if times[-1] > now - GROUP_WINDOW_SECONDS}
        self._most_kept = max(_CHATS_KEPT, 2 * (len(self._private) + len(self._groups)))
