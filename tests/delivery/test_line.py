"""The line before the rate limit: chats take turns, replies go first, digests are not starved."""

from __future__ import annotations

from bot.delivery.limiter import Limiter
from bot.delivery.line import Line, Waiter

START = 1000.0


def a_waiter(chat_id: int, *, reply: bool = True, name: str = "") -> Waiter:
    return Waiter(chat_id=chat_id, cost=1, reply=reply, since=START, turn=name or chat_id)


class Served:
    """Whose turns came, and when."""

    def __init__(self, line: Line, limiter: Limiter | None = None) -> None:
        self.turns: list[object] = []
        self.times: dict[object, float] = {}
        self.now = START
        limiter = limiter or Limiter()
        while line:
            waiter, wait = line.next(limiter, now=self.now)
            if waiter is None:
                self.now += wait
                continue
            limiter.take(waiter.chat_id, now=self.now, reply=waiter.reply)
            self.turns.append(waiter.turn)
            self.times[waiter.turn] = self.now - START


def test_one_chats_flood_waits_behind_itself_and_holds_up_nobody() -> None:
    line = Line()
    for number in range(40):
        for spammer in (1, 2, 3):
            line.add(a_waiter(spammer, name=f"spam {spammer} {number}"))
    for chat_id in range(10, 15):
        line.add(a_waiter(chat_id, name=f"asker {chat_id}"))
    served = Served(line)
    assert max(time for turn, time in served.times.items() if str(turn).startswith("asker")) < 0.5
    mine = [turn for turn in served.turns if str(turn).startswith("spam 1")]
    assert mine == [f"spam 1 {number}" for number in range(40)]


def test_people_who_ask_at_once_are_answered_in_their_order() -> None:
    line = Line()
    for chat_id in range(1, 51):
        line.add(a_waiter(chat_id))
    assert Served(line).turns == list(range(1, 51))


def test_replies_go_before_digests_of_which_every_fifth_is_one_all_the_same() -> None:
    line = Line()
    for chat_id in range(1, 21):
        line.add(a_waiter(chat_id, name="reply"))
    for chat_id in range(101, 111):
        line.add(a_waiter(chat_id, reply=False, name="digest"))
    turns = Served(line, Limiter(per_second=1000)).turns
    assert turns[:10] == (["reply"] * 4 + ["digest"]) * 2
    assert turns[25:] == ["digest"] * 5


def test_who_leaves_the_line_is_not_called() -> None:
    line, leaver = Line(), a_waiter(1)
    line.add(leaver)
    line.add(a_waiter(2, reply=False))
    assert (len(list(line)), line.digests) == (2, 1)
    line.remove(leaver)
    assert Served(line).turns == [2]
    assert not line
