"""The tally of sends counts outcomes and changes nothing of them."""

from __future__ import annotations

from bot.delivery.tally import SendTally
from bot.models.messages import Delivered, MessageKind, OutboxMessage, Refusal, Refused
from tests.fakes import ScriptedSender, a_message


async def test_outcomes_are_counted_by_kind_and_reason() -> None:
    sender = ScriptedSender(Delivered(message_ids=(1,)), Refused(reason=Refusal.FLOOD), Delivered(message_ids=(2,)))
    tally = SendTally(sender)
    message = OutboxMessage(id=1, message=a_message())
    results = [await tally.send(message, pictures={}) for _ in range(3)]
    assert isinstance(results[1], Refused)
    assert {kind: count for kind, count in tally.sent.items() if count} == {MessageKind.DIGEST: 2}
    assert {reason: count for reason, count in tally.refused.items() if count} == {Refusal.FLOOD: 1}
    assert set(tally.refused) == set(Refusal)


async def test_telegram_answers_only_once_it_has_told_who_the_bot_is() -> None:
    tally = SendTally(ScriptedSender())
    assert not await tally.probe()
    tally.connected = True
    assert await tally.probe()
