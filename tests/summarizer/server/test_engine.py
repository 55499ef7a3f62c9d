"""The engine that asks OpenAI-compatible servers: what it sends, where it turns, and what it makes of every answer."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from summarizer import (
    Document,
    EngineFailed,
    EngineState,
    EngineUnavailable,
    NothingToSummarize,
    SummarizerError,
    Summary,
    SummaryRejected,
)
from summarizer.fallback import FallbackSummarizer
from summarizer.server.client import MAX_BODY_BYTES
from summarizer.server.engine import MAX_TRIES, ChatApiSummarizer
from tests.summarizer.articles import SAMPLES
from tests.summarizer.server.chat_servers import (
    Asked,
    ChatServer,
    a_completion,
    a_dead_address,
    an_error,
    chat_server,
    first_sentence,
    small_context,
)
from tests.web_server import Reply

KEY = "sk-0123456789abcdef"
DOCUMENT = Document(text=SAMPLES[0].text, title=SAMPLES[0].title)
GOOD = "The harbour ferry returned to service on Monday after three weeks."


@asynccontextmanager
async def an_engine(
    *urls: str, model: str = "tiny", backoff_seconds: float = 0.01, **more: Any
) -> AsyncIterator[ChatApiSummarizer]:
    engine = ChatApiSummarizer(urls, model=model, backoff_seconds=backoff_seconds, **more)
    try:
        yield engine
    finally:
        await engine.aclose()


async def summarize(engine: ChatApiSummarizer, document: Document = DOCUMENT, **more: Any) -> Summary | SummarizerError:
    (answer,) = await engine.summarize([document], sentences=2, **more)
    return answer


async def ask(chat: ChatServer, **more: Any) -> Summary | SummarizerError:
    async with an_engine(chat.url, **more) as engine:
        return await summarize(engine)


@pytest.fixture
async def chat() -> AsyncIterator[ChatServer]:
    async with chat_server() as server:
        yield server


@pytest.fixture
async def other() -> AsyncIterator[ChatServer]:
    async with chat_server() as server:
        yield server


# What is sent, and what comes of the answer


async def test_an_article_is_sent_with_its_rules_and_the_answer_is_its_summary(chat: ChatServer) -> None:
    chat.says(a_completion(GOOD))
    assert await ask(chat, key=KEY) == Summary(text=GOOD, language="en", engine="api:tiny", grounded=False)
    (asked,) = chat.completions
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert asked.body["model"] == "tiny"
    assert asked.body["chat_template_kwargs"] == {"enable_thinking": False}
    assert [message["role"] for message in asked.body["messages"]] == ["system", "user"]
    assert "in English" in asked.body["messages"][0]["content"]
    assert "About 400 people" in asked.body["messages"][1]["content"]
    assert "cookies" not in asked.body["messages"][1]["content"]


async def test_without_a_key_none_is_sent(chat: ChatServer) -> None:
    await ask(chat)
    assert "authorization" not in chat.completions[0].headers


async def test_a_translation_has_its_title_and_its_own_language(chat: ChatServer) -> None:
    chat.says(a_completion("Die Fähre fährt wieder\nSeit Montag fährt die Hafenfähre nach drei Wochen wieder."))
    async with an_engine(chat.url) as engine:
        answer = await summarize(engine, language="de")
    assert isinstance(answer, Summary)
    assert (answer.language, answer.title) == ("de", "Die Fähre fährt wieder")


@pytest.mark.parametrize("path", ["", "/", "/v1", "/v1/chat/completions"])
async def test_an_address_works_however_it_is_given(chat: ChatServer, path: str) -> None:
    async with an_engine(chat.url + path) as engine:
        assert isinstance(await summarize(engine), Summary)


async def test_without_a_name_the_first_model_listed_is_asked(chat: ChatServer) -> None:
    chat.models = ["first", "second"]
    async with an_engine(chat.url, model="") as engine:
        assert engine.name == "api"
        answer = await summarize(engine)
        assert isinstance(answer, Summary)
        assert (engine.name, answer.engine) == ("api:first", "api:first")


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (a_completion(None), SummaryRejected),
        (a_completion("  "), SummaryRejected),
        (a_completion("<think>well"), SummaryRejected),
        (a_completion(None, refusal="I can not."), SummaryRejected),
        (a_completion("It", finish="content_filter"), SummaryRejected),
        (a_completion("The harbour ferry has", finish="length"), SummaryRejected),
        (an_error(400, "no"), EngineFailed),
        (an_error(401), EngineUnavailable),
        (an_error(404, "model 'tiny' not found"), EngineUnavailable),
        (an_error(429), EngineFailed),
        (an_error(500), EngineFailed),
        (Reply(status=404), EngineUnavailable),
        (Reply(status=302, headers={"Location": "http://127.0.0.1:1/"}), EngineUnavailable),
        (Reply(body=b"<html>hello</html>", content_type="text/html"), EngineUnavailable),
        (Reply(body=b"{]", content_type="application/json"), EngineUnavailable),
        (Reply(body=b'{"choices": []}'), EngineFailed),
        (Reply(body=b"x" * (MAX_BODY_BYTES + 1)), EngineUnavailable),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", EngineUnavailable),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", EngineFailed),
        (None, EngineFailed),
    ],
)
async def test_every_answer_is_a_value_of_its_kind(
    chat: ChatServer, reply: Reply | bytes | None, kind: type[SummarizerError]
) -> None:
    chat.says(reply)
    answer = await ask(chat)
    assert type(answer) is kind
    assert str(answer)
    assert "\n" not in str(answer)
    assert [asked.path for asked in chat.asked if asked.method == "GET"] == []


async def test_an_answer_that_was_cut_off_keeps_its_whole_sentences(chat: ChatServer) -> None:
    chat.says(a_completion(f"{GOOD} Mayor Ada Finch said that", finish="length"))
    answer = await ask(chat)
    assert isinstance(answer, Summary)
    assert answer.text == GOOD


async def test_a_document_without_a_sentence_is_not_sent(chat: ChatServer) -> None:
    async with an_engine(chat.url) as engine:
        assert isinstance(await summarize(engine, Document(text="")), NothingToSummarize)
    assert chat.asked == []


async def test_a_long_article_is_cut_at_the_end_of_a_sentence(chat: ChatServer) -> None:
    async with an_engine(chat.url, input_tokens=40) as engine:
        await summarize(engine)
    text = chat.completions[0].body["messages"][1]["content"].removesuffix("\n</article>")
    assert text.endswith(("pier.", "boat."))
    assert "Mayor" not in text


# Optional fields


@pytest.mark.parametrize(
    ("taken", "complaint"),
    [
        ({"model", "messages", "max_tokens", "temperature"}, "Unexpected fields: {field}"),
        ({"model", "messages", "max_completion_tokens"}, "Unsupported parameter: '{field}'"),
        ({"model", "messages", "max_tokens"}, "bad request"),
        ({"model", "messages"}, "bad request"),
    ],
)
async def test_fields_that_a_server_does_not_take_are_left_out_and_that_is_remembered(
    chat: ChatServer, taken: set[str], complaint: str
) -> None:
    async def strict(asked: Asked) -> Reply:
        unknown = sorted(set(asked.body) - taken)
        return an_error(422, complaint.format(field=unknown[0])) if unknown else a_completion(GOOD)

    chat.script(strict)
    async with an_engine(chat.url) as engine:
        assert isinstance(await summarize(engine), Summary)
        asked_before = len(chat.completions)
        assert 1 < asked_before <= 4
        assert isinstance(await summarize(engine), Summary)
    assert len(chat.completions) == asked_before + 1


async def test_a_server_that_refuses_one_article_is_not_rested(chat: ChatServer) -> None:
    chat.says(a_completion(GOOD), an_error(400, "unsafe"), a_completion(GOOD))
    async with an_engine(chat.url, backoff_seconds=1000) as engine:
        kinds = [type(await summarize(engine)) for _ in range(3)]
    assert kinds == [Summary, EngineFailed, Summary]
    assert len(chat.completions) == 3


# Answers that are no summary


LONG = Document(
    text=" ".join(f"On day {day} the ferry carried {day + 12} people to the old harbour." for day in range(1, 90))
)
THAI = "ชาวบ้านหลายพันคนเดินทางกลับบ้านหลังน้ำลดลงเมื่อวันจันทร์ที่ผ่านมาในจังหวัดเชียงใหม่และจังหวัดลำพูน"


async def test_an_article_longer_than_the_context_is_cut_and_the_next_are_cut_at_once(
    chat: ChatServer, caplog: pytest.LogCaptureFixture
) -> None:
    chat.script(small_context(600))
    async with an_engine(chat.url) as engine:
        assert isinstance(await summarize(engine, LONG), Summary)
        asked = len(chat.completions)
        assert asked <= 5
        assert isinstance(await summarize(engine, LONG), Summary)
        assert len(chat.completions) == asked + 1
        assert engine.status.state is EngineState.READY
        assert "context is too small for long articles, so they are cut to" in engine.status.detail
        assert "--max-model-len" in engine.status.detail
    assert caplog.text.count("reason=too long") == 1


@pytest.mark.parametrize(
    "reply",
    [
        an_error(413),
        an_error(500, "the request exceeds the available context size. try increasing the context size"),
        an_error(422, "`inputs` tokens + `max_new_tokens` must be <= 2048. Given: 3000 and 128"),
        an_error(400, "The input (3000 tokens) is longer than the model's context length (2048 tokens)."),
        Reply(status=400, body=b'{"error": {"message": "no", "code": "context_length_exceeded"}}'),
        Reply(body=b'{"error": {"message": "prompt is too long: 20000 tokens > 8192 maximum"}}'),
    ],
)
async def test_a_complaint_about_the_length_is_understood_in_the_words_of_every_server(
    chat: ChatServer, reply: Reply
) -> None:
    chat.says(reply, a_completion(GOOD))
    async with an_engine(chat.url) as engine:
        assert isinstance(await summarize(engine, LONG), Summary)
        assert "context is too small" in engine.status.detail
    first, second = (asked.body["messages"][1]["content"] for asked in chat.completions)
    assert len(second) < 0.6 * len(first)


async def test_an_article_that_is_too_long_however_short_fails_in_a_few_tries(chat: ChatServer) -> None:
    chat.says(an_error(400, "context length is 10 tokens"))
    async with an_engine(chat.url) as engine:
        answer = await summarize(engine, LONG)
    assert isinstance(answer, EngineFailed)
    assert "context length is 10 tokens; give the server a longer context" in str(answer)
    assert len(chat.completions) <= 8


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (a_completion(""), "answers are empty (1 of the last 1)"),
        (a_completion("The harbour ferry has", finish="length"), "answers are cut off"),
        (a_completion(THAI[:60], finish="length"), "answers are cut off"),
    ],
)
async def test_an_answer_without_a_sentence_is_asked_for_again_with_less_to_read_and_more_room(
    chat: ChatServer, reply: Reply, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    chat.says(reply, a_completion(GOOD))
    async with an_engine(chat.url) as engine:
        assert isinstance(await summarize(engine, LONG), Summary)
        assert said in engine.status.detail
        for _ in range(20):
            await summarize(engine)
        assert engine.status.detail == ""
    first, second = chat.completions[:2]
    assert second.body["max_tokens"] >= 1.5 * first.body["max_tokens"]
    assert len(second.body["messages"][1]["content"]) < 0.6 * len(first.body["messages"][1]["content"])
    assert caplog.text.count("model server answer is no summary") == 1


async def test_a_thai_answer_that_was_cut_within_a_word_keeps_no_part_of_its_last_sentence(chat: ChatServer) -> None:
    chat.says(a_completion(f"{THAI} นายกรัฐมนตรีกล่าวว่าจะช่วยเหลือผู้ประสบภ", finish="length"))
    async with an_engine(chat.url) as engine:
        answer = await summarize(engine, Document(text=f"{THAI} {THAI} {THAI}", language="th"))
    assert isinstance(answer, Summary)
    assert answer.text == THAI


async def test_there_is_room_for_the_longest_summary_in_a_script_that_tokenizers_hardly_know(chat: ChatServer) -> None:
    async with an_engine(chat.url) as engine:
        await summarize(engine, Document(text="சென்னையில் திங்கட்கிழமை கனமழை பெய்தது. பள்ளிகள் மூடப்பட்டன."))
        await summarize(engine, language="ta")
        await summarize(engine)
    own, translated, english = (asked.body["max_tokens"] for asked in chat.completions)
    assert own > 1_000
    assert translated > own
    assert english < 300


async def test_thinking_is_asked_off_as_the_server_can_and_that_is_remembered(chat: ChatServer) -> None:
    async def think(asked: Asked) -> Reply:
        effort = asked.body.get("reasoning_effort")
        if effort == "none":
            return an_error(422, "reasoning_effort must be one of low, medium, high")
        return a_completion(GOOD) if effort == "low" else a_completion(None, reasoning_content="The user wants")

    chat.script(think)
    async with an_engine(chat.url) as engine:
        assert isinstance(await summarize(engine), Summary)
        asked = len(chat.completions)
        assert isinstance(await summarize(engine), Summary)
        assert len(chat.completions) == asked + 1
        assert engine.status.detail == ""
    assert chat.completions[-1].body["max_tokens"] > 1_000
    assert chat.completions[-1].body["chat_template_kwargs"] == {"enable_thinking": False, "thinking": False}


@pytest.mark.parametrize(
    "reply",
    [
        a_completion(None, finish="length", reasoning_content="The user wants"),
        a_completion("", reasoning="The user wants"),
        a_completion("◁think▷The user wants", finish="length"),
        a_completion("analysisThe user wants"),
    ],
)
async def test_a_model_that_only_thinks_is_said_in_the_status(chat: ChatServer, reply: Reply) -> None:
    chat.says(reply)
    async with an_engine(chat.url) as engine:
        answer = await summarize(engine)
        assert isinstance(answer, SummaryRejected)
        assert "nothing but its thinking" in str(answer)
        assert "nothing but its thinking (1 of the last 1); turn its thinking off" in engine.status.detail
        asked = len(chat.completions)
        await summarize(engine)
        assert len(chat.completions) == asked + 1  # it was asked off already


async def test_a_server_that_fails_when_it_is_asked_again_costs_no_more_than_the_answer(chat: ChatServer) -> None:
    chat.says(a_completion(""), an_error(500))
    async with an_engine(chat.url, backoff_seconds=1000) as engine:
        assert isinstance(await summarize(engine), SummaryRejected)
        assert engine.status.state is EngineState.READY
        assert "answers are empty" in engine.status.detail


async def test_nothing_is_asked_again_when_there_is_no_time_for_it(chat: ChatServer) -> None:
    chat.says(a_completion(""))
    async with an_engine(chat.url, timeout_seconds=0.9) as engine:
        assert isinstance(await summarize(engine), SummaryRejected)
        assert "answers are empty" in engine.status.detail
    assert len(chat.completions) == 1


async def test_a_server_that_comes_back_may_have_another_context(chat: ChatServer) -> None:
    chat.says(an_error(413), a_completion(GOOD), an_error(500), a_completion(GOOD))
    async with an_engine(chat.url) as engine:
        await summarize(engine, LONG)
        assert engine.status.detail
        await summarize(engine, LONG)
        assert engine.status.detail == ""


# Several servers


async def test_a_server_that_is_down_costs_no_summary(chat: ChatServer) -> None:
    async with an_engine(a_dead_address(), chat.url, backoff_seconds=1000) as engine:
        answers = await engine.summarize([DOCUMENT] * 5, sentences=2)
        assert [type(answer) for answer in answers] == [Summary] * 5
        assert engine.status.state is EngineState.READY


@pytest.mark.parametrize(
    "reply", [an_error(500), an_error(429), an_error(503, **{"Retry-After": "1000"}), an_error(401), None]
)
async def test_a_request_that_fails_is_tried_at_another_server(
    chat: ChatServer, other: ChatServer, reply: Reply | None
) -> None:
    chat.says(reply)
    async with an_engine(chat.url, other.url, backoff_seconds=1000) as engine:
        assert [type(await summarize(engine)) for _ in range(3)] == [Summary] * 3
    assert len(chat.completions) == 1
    assert len(other.completions) == 3


async def test_a_server_is_tried_again_after_its_rest(chat: ChatServer) -> None:
    chat.says(an_error(500), an_error(429), a_completion(GOOD))
    async with an_engine(chat.url) as engine:
        assert isinstance(await summarize(engine), Summary)
        assert engine.status.state is EngineState.READY
    assert len(chat.completions) == MAX_TRIES


async def test_tries_are_bounded(chat: ChatServer) -> None:
    chat.says(an_error(500))
    assert isinstance(await ask(chat), EngineFailed)
    assert len(chat.completions) == MAX_TRIES


async def test_while_every_server_is_out_requests_fail_at_once_and_the_status_says_why(chat: ChatServer) -> None:
    chat.says(an_error(500, "no memory"))
    async with an_engine(chat.url, backoff_seconds=1000) as engine:
        first, second = await summarize(engine), await summarize(engine)
        assert isinstance(first, EngineFailed)
        assert (
            str(second) == str(first) == f"{chat.root}: it fails (HTTP 500): no memory; look into the server's own log"
        )
        assert engine.status.state is EngineState.FAILED
        assert engine.status.detail == str(first)
    assert len(chat.completions) == 1


async def test_requests_in_flight_are_bounded_for_each_server(chat: ChatServer, other: ChatServer) -> None:
    full, go = asyncio.Event(), asyncio.Event()

    async def hold(asked: Asked) -> Reply:
        if chat.at_once + other.at_once == 4:
            full.set()
        await go.wait()
        return first_sentence(asked)

    chat.script(hold)
    other.script(hold)
    async with an_engine(chat.url, other.url, in_flight=2) as engine:
        batch = asyncio.create_task(engine.summarize([DOCUMENT] * 12, sentences=2))
        await full.wait()
        go.set()
        assert [type(answer) for answer in await batch] == [Summary] * 12
    assert (chat.most_at_once, other.most_at_once) == (2, 2)


async def test_one_failing_document_costs_the_others_nothing(chat: ChatServer) -> None:
    async def picky(asked: Asked) -> Reply:
        text = json.dumps(asked.body, ensure_ascii=False)
        return an_error(400, "unsafe") if "Finch" in text else first_sentence(asked)

    chat.script(picky)
    documents = [Document(text=sample.text) for sample in SAMPLES[:3]]
    async with an_engine(chat.url) as engine:
        answers = await engine.summarize(documents, sentences=2)
    assert [type(answer) for answer in answers] == [EngineFailed, Summary, Summary]


# Time


async def test_a_server_that_hangs_is_left_for_another(chat: ChatServer, other: ChatServer) -> None:
    chat.script(_hang)
    async with an_engine(chat.url, other.url, timeout_seconds=0.3, backoff_seconds=1000) as engine:
        assert isinstance(await summarize(engine), Summary)


async def test_a_server_that_hangs_alone_fails_the_request_with_the_reason(chat: ChatServer) -> None:
    chat.script(_hang)
    answer = await ask(chat, timeout_seconds=0.05)
    assert isinstance(answer, EngineFailed)
    assert "no answer within" in str(answer)
    assert len(chat.completions) <= MAX_TRIES


async def test_a_batch_that_is_cancelled_leaves_nothing_behind(chat: ChatServer) -> None:
    reached = asyncio.Event()

    async def hang(asked: Asked) -> Reply:
        reached.set()
        return await _hang(asked)

    chat.script(hang)
    async with an_engine(chat.url, in_flight=1) as engine:
        before = asyncio.all_tasks()
        batch = asyncio.create_task(engine.summarize([DOCUMENT] * 3, sentences=2))
        await reached.wait()
        batch.cancel()
        with pytest.raises(asyncio.CancelledError):
            await batch
        chat.says(a_completion(GOOD))
        assert isinstance(await summarize(engine), Summary)  # its place is free again
        assert {task for task in asyncio.all_tasks() - before if "_summarize_one" in repr(task)} == set()
        assert engine.status.state is EngineState.READY


async def test_closing_fails_what_is_under_way_and_what_comes_later(chat: ChatServer) -> None:
    reached = asyncio.Event()

    async def hang(asked: Asked) -> Reply:
        reached.set()
        return await _hang(asked)

    chat.script(hang)
    async with an_engine(chat.url, in_flight=1) as engine:
        batch = asyncio.create_task(engine.summarize([DOCUMENT] * 2, sentences=2))
        await reached.wait()
        await engine.aclose()
        assert [type(answer) for answer in await batch] == [EngineFailed] * 2
        assert isinstance(await summarize(engine), EngineFailed)
        engine.start()
        with pytest.raises(EngineUnavailable, match="closed"):
            await engine.ready()


async def _hang(asked: Asked) -> Reply:
    await asyncio.Event().wait()
    raise AssertionError("unreachable")


# Start and ready


def state(engine: ChatApiSummarizer) -> EngineState:
    """Its state now; read through a function, since the type checker takes what was read before for settled."""
    return engine.status.state


async def test_start_looks_for_the_model_and_ready_waits_for_it(chat: ChatServer) -> None:
    async with an_engine(chat.url, model="") as engine:
        engine.start()
        engine.start()
        assert state(engine) is EngineState.LOADING
        assert isinstance(await summarize(engine), EngineFailed)
        await engine.ready()
        assert engine.name == "api:tiny"
        assert state(engine) is EngineState.READY
        assert isinstance(await summarize(engine), Summary)
    assert [asked.path for asked in chat.asked] == ["/v1/models", "/v1/chat/completions"]


async def test_one_good_server_is_enough_to_be_ready(chat: ChatServer) -> None:
    async with an_engine(a_dead_address(), chat.url, model="") as engine:
        await engine.ready()
        assert engine.name == "api:tiny"


async def test_ready_says_what_is_wrong_and_looks_again_when_asked_again(chat: ChatServer) -> None:
    chat.models_reply = an_error(401)
    async with an_engine(chat.url, model="", key=KEY) as engine:
        with pytest.raises(EngineUnavailable, match="the key is refused; set SUMMARY_API_KEY"):
            await engine.ready()
        assert state(engine) is EngineState.FAILED
        chat.models_reply = None
        await engine.ready()
        assert state(engine) is EngineState.READY


async def test_a_dead_address_is_said_plainly() -> None:
    address = a_dead_address()
    async with an_engine(address) as engine:
        with pytest.raises(EngineUnavailable) as caught:
            await engine.ready()
    assert str(caught.value) == f"{address}/v1: the connection is refused; start the server, or correct SUMMARY_API_URL"


async def test_a_wrong_model_is_named_with_those_that_are_there(chat: ChatServer) -> None:
    chat.models = ["small", "large"]
    chat.says(an_error(404, "The model `tiny` does not exist."))
    async with an_engine(chat.url) as engine:
        with pytest.raises(EngineUnavailable, match="does not serve the model 'tiny'; it serves small, large; set"):
            await engine.ready()


async def test_a_server_without_models_is_said_plainly_and_asked_no_article(chat: ChatServer) -> None:
    chat.models = []
    async with an_engine(chat.url, model="") as engine:
        answer = await summarize(engine)
        assert isinstance(answer, EngineUnavailable)
        assert "it lists no model" in str(answer)
        with pytest.raises(EngineUnavailable, match="it lists no model"):
            await engine.ready()
    assert chat.completions == []


async def test_closing_ends_the_search(chat: ChatServer) -> None:
    async with an_engine("http://127.0.0.1:1") as engine:
        engine.start()
        waiting = asyncio.create_task(engine.ready())
        await asyncio.sleep(0)
        await engine.aclose()
        with pytest.raises(EngineUnavailable, match="closed"):
            await waiting


@pytest.mark.parametrize(
    ("urls", "key", "said"),
    [([], "", "SUMMARY_API_URL"), (["nonsense"], "", "SUMMARY_API_URL"), (["http://h"], "a\nb", "SUMMARY_API_KEY")],
)
def test_settings_that_cannot_work_are_refused_at_once(urls: list[str], key: str, said: str) -> None:
    with pytest.raises(EngineUnavailable, match=said):
        ChatApiSummarizer(urls, key=key)


def test_each_address_is_a_machine_of_its_own() -> None:
    engine = ChatApiSummarizer(["http://one", "http://two", "http://one/v1"])
    assert (engine.machines, FallbackSummarizer([engine]).machines) == (2, 2)


# The key


async def test_the_key_is_in_no_log_no_error_and_no_repr(
    chat: ChatServer, other: ChatServer, caplog: pytest.LogCaptureFixture
) -> None:
    async def echo(asked: Asked) -> Reply:
        header = asked.headers["authorization"]
        return an_error(500, f"you sent {header}", **{"X-Echo": header, "Retry-After": "0"})

    async def answer(asked: Asked) -> Reply:
        return a_completion(f"{GOOD} The header was {asked.headers['authorization']}.")

    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="httpx")
    chat.script(echo)
    other.script(answer)
    async with an_engine(chat.url, other.url, a_dead_address(), key=KEY) as engine:
        answers = await engine.summarize([DOCUMENT] * 6, sentences=2)
        shown = [repr(engine), repr(vars(engine)), repr(engine.status)]
    async with an_engine(chat.url, key=KEY) as alone:
        answers.append(await summarize(alone))
        with pytest.raises(EngineUnavailable):
            await an_unready(alone, chat)
        shown.append(repr(alone.status))
    assert chat.completions
    assert other.completions
    shown += [repr(answer) for answer in answers] + [record.getMessage() for record in caplog.records] + [caplog.text]
    assert [text for text in shown if KEY in text] == []
    assert any("[hidden]" in text for text in shown)
    assert any(record.name == "httpx" for record in caplog.records)


async def an_unready(engine: ChatApiSummarizer, chat: ChatServer) -> None:
    chat.models_reply = an_error(500, f"you sent {KEY}")
    await engine.ready()


async def test_an_engine_that_is_never_asked_holds_nothing() -> None:
    engine = ChatApiSummarizer(["http://127.0.0.1:1"])
    await engine.aclose()
    await engine.aclose()
    del engine
    gc.collect()  # a session left open would warn, which fails the test
