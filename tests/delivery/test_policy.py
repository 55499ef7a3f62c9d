"""The table of errors: what each refusal means for a message and its chat."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.policy import (
    TAKEN_BACK_PAUSE,
    GoneGuard,
    decide,
    is_in_doubt,
    is_trouble,
    needs_standing,
    shuts_us_out,
    withheld,
)
from bot.models.decisions import (
    ChatGone,
    ChatStanding,
    Decision,
    Dropped,
    Moved,
    Replace,
    RetryAt,
    Sent,
    StopSending,
    Strike,
    TakenBack,
    TopicGone,
)
from bot.models.digests import PictureRef
from bot.models.messages import (
    AlbumContent,
    Button,
    Delivered,
    MessageKind,
    NewMessage,
    OutboxMessage,
    PhotoContent,
    Refusal,
    Refused,
    RichContent,
    SendResult,
    TextContent,
)
from bot.render.ladder import without_pictures
from bot.text.markup import plain, visible_length
from tests.fakes import NOON, a_message, an_outbox_message

PICTURE = PictureRef(key="k1", width=4, height=3)
OTHER = PictureRef(key="k2", width=4, height=3)
RICH = RichContent(
    html='<h2>News</h2><figure><img src="tg://photo?id=k1"/><figcaption>c</figcaption></figure>'
    '<img src="tg://photo?id=k2"/><p><a href="https://e.org/1">One</a> &amp; more</p>',
    pictures=(PICTURE, OTHER),
)
CLASSIC = (PhotoContent(picture=PICTURE, html="<b>News</b>"), TextContent(html="more"))


def a_reply(**changes: Any) -> NewMessage:
    return a_message(kind=MessageKind.REPLY, priority=0, **changes)


def outcome(
    reason: Refusal,
    message: NewMessage | OutboxMessage | None = None,
    *,
    detail: str = "",
    retry_after: timedelta | None = None,
    migrate_to: int | None = None,
    **options: Any,
) -> Decision:
    outbox = message if isinstance(message, OutboxMessage) else an_outbox_message(message)
    refused = Refused(reason=reason, detail=detail, retry_after=retry_after, migrate_to=migrate_to)
    return decide(outbox, refused, **{"now": NOON, "jitter": 0.0, **options})


def seconds(decision: Decision) -> float:
    assert isinstance(decision, RetryAt)
    return (decision.at - NOON).total_seconds()


def test_a_delivery_is_sent_with_its_pictures() -> None:
    result = Delivered(message_ids=(4, 5), file_ids=(("k1", "AgAD"),))
    decision = decide(an_outbox_message(), result, now=NOON, jitter=0.0)
    assert decision == Sent(message_ids=(4, 5), file_ids=(("k1", "AgAD"),))


@pytest.mark.parametrize(("edited", "ids"), [(None, ()), (9, (9,))])
def test_a_harmless_refusal_is_done(edited: int | None, ids: tuple[int, ...]) -> None:
    assert outcome(Refusal.HARMLESS, a_message(edit_message_id=edited)) == Sent(message_ids=ids)


def test_buttons_find_a_place_where_the_fallback_is_an_album() -> None:
    album = AlbumContent(pictures=(PICTURE, OTHER), html="<b>News</b>")
    buttons = ((Button(text="More", data="more"),),)
    bare = replace(album, html="")
    for fallback, sent in (
        ((album,), (bare, TextContent(html="<b>News</b>"))),
        ((album, TextContent(html="more")), (album, TextContent(html="more"))),
        ((bare,), (bare,)),
    ):
        with_buttons = a_message(content=RICH, fallback=fallback, keyboard=buttons)
        decision = outcome(Refusal.NO_RICH_METHOD, with_buttons)
        assert isinstance(decision, Replace)
        assert decision.contents == sent
    without = outcome(Refusal.NO_RICH_METHOD, a_message(content=RICH, fallback=(album,)))
    assert isinstance(without, Replace)
    assert without.contents == (album,)


@pytest.mark.parametrize("reason", [Refusal.BLOCKED, Refusal.KICKED])
def test_a_chat_that_shut_us_out_is_gone(reason: Refusal) -> None:
    assert outcome(reason, detail="bot was blocked by the user") == ChatGone(
        error=f"{reason}: bot was blocked by the user"
    )


@pytest.mark.parametrize(
    ("reason", "hours"), [(Refusal.CHAT_NOT_FOUND, 12), (Refusal.TOPIC_CLOSED, 24), (Refusal.NO_RIGHTS, 24)]
)
def test_a_chat_that_refuses_for_now_is_struck(reason: Refusal, hours: int) -> None:
    assert outcome(reason) == Strike(until=NOON + timedelta(hours=hours), error=str(reason), refusal=reason)
    assert isinstance(outcome(reason, a_reply()), Dropped)


@pytest.mark.parametrize("reason", [Refusal.CHAT_NOT_FOUND, Refusal.TOPIC_CLOSED, Refusal.NO_RIGHTS])
@pytest.mark.parametrize(("strikes", "hours", "gone"), [(2, 24, True), (5, 25, True), (2, 23, False), (1, 48, False)])
def test_three_strikes_over_a_day_end_it(reason: Refusal, strikes: int, hours: int, gone: bool) -> None:
    standing = ChatStanding(strikes=strikes, since=NOON - timedelta(hours=hours))
    assert isinstance(outcome(reason, standing=standing), ChatGone if gone else Strike)
    in_topic = a_message(thread_id=4)
    assert isinstance(outcome(reason, in_topic, standing=standing), TopicGone if gone else Strike)


def test_a_moved_group_is_followed_if_it_says_where() -> None:
    assert outcome(Refusal.MIGRATED, migrate_to=-1005) == Moved(chat_id=-1005)
    assert isinstance(outcome(Refusal.MIGRATED), TakenBack)


def test_a_lost_topic_takes_only_itself_and_never_spills_into_general() -> None:
    assert isinstance(outcome(Refusal.TOPIC_NOT_FOUND, a_message(thread_id=4)), TopicGone)
    assert isinstance(outcome(Refusal.TOPIC_NOT_FOUND), TakenBack)


def test_a_refused_token_blames_no_chat() -> None:
    assert isinstance(outcome(Refusal.UNAUTHORIZED), StopSending)


def test_a_flood_is_no_attempt_and_waits_as_long_as_told() -> None:
    decision = outcome(Refusal.FLOOD, retry_after=timedelta(seconds=10_072), jitter=0.5)
    assert seconds(decision) == 10_072.5
    assert isinstance(decision, RetryAt)
    assert (decision.counts, decision.ambiguous, decision.refusal) == (False, False, Refusal.FLOOD)
    paced = outcome(Refusal.PACED, retry_after=timedelta(seconds=20))
    assert paced == replace(decision, at=NOON + timedelta(seconds=20), error="paced", refusal=Refusal.PACED)
    assert seconds(outcome(Refusal.FLOOD)) == 5
    late = an_outbox_message(attempts=7)
    assert isinstance(outcome(Refusal.FLOOD, late), RetryAt)


@pytest.mark.parametrize(("failures", "wait"), [(0, 1), (1, 1), (2, 2), (3, 4), (9, 256), (10, 300), (5000, 300)])
def test_what_surely_was_not_sent_backs_off_and_is_no_attempt(failures: int, wait: int) -> None:
    decision = outcome(Refusal.NOT_SENT, an_outbox_message(attempts=7), failures=failures)
    assert seconds(decision) == wait
    assert isinstance(decision, RetryAt)
    assert not decision.counts
    assert wait < seconds(outcome(Refusal.NOT_SENT, failures=failures, jitter=0.9)) <= wait * 1.5


@pytest.mark.parametrize("kind", [MessageKind.DIGEST, MessageKind.NOTICE])
def test_in_doubt_a_digest_is_sent_once_more_after_a_minute(kind: MessageKind) -> None:
    decision = outcome(Refusal.AMBIGUOUS, a_message(kind=kind), jitter=0.25)
    assert seconds(decision) == 60.25
    assert isinstance(decision, RetryAt)
    assert (decision.counts, decision.ambiguous) == (True, True)
    assert isinstance(outcome(Refusal.AMBIGUOUS, an_outbox_message(a_message(kind=kind), answer_lost=True)), Dropped)


def test_after_two_server_errors_a_digest_is_taken_back_and_after_two_lost_answers_it_counts_as_delivered() -> None:
    first = outcome(Refusal.SERVER_ERROR)
    assert isinstance(first, RetryAt)
    assert (seconds(first), first.ambiguous, first.unlikely) == (60, True, True)
    hardly = an_outbox_message(server_failed=True)
    assert isinstance(outcome(Refusal.SERVER_ERROR, hardly), TakenBack)
    assert isinstance(outcome(Refusal.AMBIGUOUS, an_outbox_message(answer_lost=True)), Dropped)
    assert isinstance(outcome(Refusal.SERVER_ERROR, a_reply()), Dropped)


def test_one_server_error_and_one_lost_answer_leave_a_digest_one_more_attempt_in_either_order() -> None:
    second = outcome(Refusal.AMBIGUOUS, an_outbox_message(server_failed=True))
    assert isinstance(second, RetryAt)
    assert (second.ambiguous, second.unlikely) == (True, False)
    second = outcome(Refusal.SERVER_ERROR, an_outbox_message(answer_lost=True))
    assert isinstance(second, RetryAt)
    assert (second.ambiguous, second.unlikely) == (True, True)
    both = an_outbox_message(answer_lost=True, server_failed=True)
    assert isinstance(outcome(Refusal.AMBIGUOUS, both), Dropped)
    assert isinstance(outcome(Refusal.SERVER_ERROR, both), TakenBack)


def test_in_doubt_a_reply_is_not_repeated_but_an_edit_may_be() -> None:
    assert isinstance(outcome(Refusal.AMBIGUOUS, a_reply()), Dropped)
    decision = outcome(Refusal.AMBIGUOUS, a_reply(edit_message_id=5))
    assert isinstance(decision, RetryAt)
    assert not decision.ambiguous


@pytest.mark.parametrize("reason", [Refusal.AMBIGUOUS, Refusal.NO_RICH_METHOD])
def test_the_eighth_attempt_is_the_last(reason: Refusal) -> None:
    message = a_message(content=RICH, fallback=CLASSIC)
    assert not isinstance(outcome(reason, an_outbox_message(message, attempts=6)), TakenBack)
    last = outcome(reason, an_outbox_message(message, attempts=7))
    assert last == TakenBack(
        error=f"given up after 8 attempts: {reason}", until=NOON + TAKEN_BACK_PAUSE, refusal=reason
    )


# --- the ladder ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "reason",
    [
        Refusal.NO_RICH_METHOD,
        Refusal.RICH_REFUSED,
        Refusal.BAD_MARKUP,
        Refusal.TOO_LONG,
        Refusal.UNKNOWN,
    ],
)
def test_a_refused_rich_message_gives_way_to_its_fallback(reason: Refusal) -> None:
    message = a_message(content=RICH, fallback=CLASSIC)
    decision = outcome(reason, message)
    assert decision == Replace(contents=CLASSIC, error=str(reason))


def test_a_rich_message_without_fallback_becomes_bare_text_with_its_addresses() -> None:
    decision = outcome(Refusal.RICH_REFUSED, a_message(content=RICH))
    assert isinstance(decision, Replace)
    assert decision.contents == (TextContent(html="News\nc\nOne (https://e.org/1) &amp; more"),)


def test_a_bad_picture_costs_the_pictures_and_then_the_form_but_never_the_text() -> None:
    message = a_message(content=RICH, fallback=CLASSIC)
    first = outcome(Refusal.BAD_MEDIA, message)
    html = '<h2>News</h2><p><i>c</i></p><p><a href="https://e.org/1">One</a> &amp; more</p>'
    bare = replace(RICH, html=html, pictures=())
    assert first == Replace(contents=(bare,), fallback=CLASSIC, error="bad-media")
    second = outcome(Refusal.BAD_MEDIA, replace(message, content=bare))
    assert second == Replace(contents=CLASSIC, error="bad-media")


@pytest.mark.parametrize(
    "content",
    [PhotoContent(picture=PICTURE, html="<b>n</b>"), AlbumContent(pictures=(PICTURE, OTHER), html="<b>n</b>")],
)
def test_a_classic_message_with_a_bad_picture_keeps_its_caption(content: PhotoContent | AlbumContent) -> None:
    assert outcome(Refusal.BAD_MEDIA, a_message(content=content)) == Replace(
        contents=(TextContent(html="<b>n</b>"),), error="bad-media"
    )


def test_an_album_without_a_caption_is_given_up_and_a_text_has_no_pictures_to_lose() -> None:
    album = AlbumContent(pictures=(PICTURE, OTHER), html=" ")
    assert isinstance(outcome(Refusal.BAD_MEDIA, a_message(content=album)), TakenBack)
    assert outcome(Refusal.BAD_MEDIA) == Replace(contents=(TextContent(html="Digest 1"),), error="bad-media")
    assert without_pictures(CLASSIC[1]) == (CLASSIC[1],)


@pytest.mark.parametrize("detail", ["not enough rights to send photos to the chat", "CHAT_SEND_MEDIA_FORBIDDEN"])
def test_a_missing_media_right_costs_the_pictures_only(detail: str) -> None:
    decision = outcome(Refusal.NO_RIGHTS, a_message(content=CLASSIC[0]), detail=detail)
    assert isinstance(decision, Replace)
    assert decision.contents == (TextContent(html="<b>News</b>"),)
    assert isinstance(outcome(Refusal.NO_RIGHTS, detail=detail), Strike)


def test_broken_markup_is_sent_as_plain_text_once() -> None:
    message = a_message(content=TextContent(html='<b>5 &lt; 6</b> <a href="https://e.org">x</a>'))
    decision = outcome(Refusal.BAD_MARKUP, message)
    assert decision == Replace(contents=(TextContent(html="5 &lt; 6 x (https://e.org)"),), error="bad-markup")
    assert isinstance(decision, Replace)
    again = outcome(Refusal.BAD_MARKUP, replace(message, content=decision.contents[0]))
    assert isinstance(again, TakenBack)


def test_what_is_too_long_is_split_once() -> None:
    message = a_message(content=TextContent(html="<b>" + "word " * 1000 + "</b>"))
    decision = outcome(Refusal.TOO_LONG, message)
    assert isinstance(decision, Replace)
    assert len(decision.contents) == 3
    assert all(visible_length(content.html) <= 2048 for content in decision.contents)
    plain_form = outcome(Refusal.TOO_LONG, replace(message, content=decision.contents[0]))
    assert isinstance(plain_form, Replace)
    assert isinstance(outcome(Refusal.TOO_LONG, replace(message, content=plain_form.contents[0])), TakenBack)


def test_a_caption_that_is_too_long_becomes_a_message() -> None:
    photo = PhotoContent(picture=PICTURE, html="<b>" + "word " * 250 + "</b>")
    decision = outcome(Refusal.TOO_LONG, a_message(content=photo))
    assert decision == Replace(contents=(TextContent(html=f"<b>{('word ' * 250).strip()}</b>"),), error="too-long")


def test_an_empty_message_ends_the_message_only() -> None:
    assert isinstance(outcome(Refusal.EMPTY, a_message(content=RICH, fallback=CLASSIC)), Dropped)


def test_what_is_refused_for_an_unknown_reason_loses_its_pictures_then_its_markup_and_is_then_taken_back() -> None:
    album = a_message(content=AlbumContent(pictures=(PICTURE, OTHER), html="<i>a</i>"))
    bare = outcome(Refusal.UNKNOWN, album, detail="strange")
    assert bare == Replace(contents=(TextContent(html="<i>a</i>"),), error="unknown: strange")
    plain_form = outcome(Refusal.UNKNOWN, replace(album, content=TextContent(html="<i>a</i>")))
    assert plain_form == Replace(contents=(TextContent(html="a"),), error="unknown")
    last = replace(album, content=TextContent(html="a"))
    until = NOON + TAKEN_BACK_PAUSE
    assert outcome(Refusal.UNKNOWN, last) == TakenBack(error="unknown", until=until, refusal=Refusal.UNKNOWN)
    reply = replace(last, kind=MessageKind.REPLY)
    assert outcome(Refusal.UNKNOWN, reply) == Dropped(error="unknown", refusal=Refusal.UNKNOWN)


CONTENTS = st.sampled_from(
    [RICH, replace(RICH, pictures=()), *CLASSIC, AlbumContent(pictures=(PICTURE, OTHER), html="<i>a</i>")]
)


@given(
    content=CONTENTS,
    fallback=st.sampled_from([(), CLASSIC]),
    reasons=st.lists(st.sampled_from(list(Refusal)), min_size=12, max_size=12),
    kind=st.sampled_from(list(MessageKind)),
)
def test_every_ladder_ends_and_loses_no_text_on_the_way(
    content: Any, fallback: Any, reasons: list[Refusal], kind: MessageKind
) -> None:
    message = an_outbox_message(a_message(content=content, fallback=fallback, kind=kind))
    steps = 0
    for reason in reasons:
        decision = outcome(reason, message)
        if not isinstance(decision, Replace):
            break
        steps += 1
        assert all(plain(part.html).strip() for part in decision.contents)
        new = replace(message.message, content=decision.contents[0], fallback=decision.fallback)
        message = replace(message, message=new, attempts=message.attempts + 1)
    assert steps < 8


# --- what concerns more than one message --------------------------------------------------------


@pytest.mark.parametrize("reason", list(Refusal))
def test_every_refusal_has_a_decision(reason: Refusal) -> None:
    assert outcome(reason) is not None


def test_only_the_way_is_trouble_and_only_the_chat_needs_its_standing() -> None:
    def having(test: Any) -> set[Refusal]:
        return {reason for reason in Refusal if test(Refused(reason=reason))}

    delivered: SendResult = Delivered(message_ids=(1,))
    assert having(is_trouble) == {Refusal.AMBIGUOUS, Refusal.SERVER_ERROR, Refusal.NOT_SENT}
    assert having(is_in_doubt) == {Refusal.AMBIGUOUS, Refusal.SERVER_ERROR}
    assert having(needs_standing) == {Refusal.CHAT_NOT_FOUND, Refusal.NO_RIGHTS, Refusal.TOPIC_CLOSED}
    assert having(shuts_us_out) == {Refusal.BLOCKED, Refusal.KICKED, Refusal.CHAT_NOT_FOUND, Refusal.NO_RIGHTS}
    assert not any(test(delivered) for test in (is_trouble, needs_standing, shuts_us_out))


def test_too_many_chats_gone_within_minutes_is_an_incident() -> None:
    guard = GoneGuard()
    for chat_id in range(100):
        guard.record(chat_id, gone=chat_id < 20, now=NOON)
    assert not guard.is_incident()
    guard.record(20, gone=True, now=NOON)
    assert guard.is_incident()
    guard.record(200, gone=False, now=NOON + timedelta(minutes=6))
    assert not guard.is_incident()


def test_a_few_chats_gone_prove_nothing() -> None:
    guard = GoneGuard()
    for _ in range(50):
        for chat_id in range(4):
            guard.record(chat_id, gone=True, now=NOON)
    assert not guard.is_incident()


def test_what_is_withheld_waits_minutes_and_costs_nothing() -> None:
    decision = withheld(ChatGone(error="blocked"), now=NOON, jitter=0.5)
    assert seconds(decision) == 450
    assert not decision.counts
