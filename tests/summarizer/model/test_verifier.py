"""The second reader: tiny models that were taught what an article bears out, and everything that is none."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from summarizer import (
    Document,
    EngineFailed,
    EngineOptions,
    EngineState,
    EngineUnavailable,
    ExtractiveSummarizer,
    FallbackSummarizer,
    Summary,
    make_summarizer,
    split_revision,
    verifier_problem,
)
from summarizer.model.engine import TransformerSummarizer
from summarizer.model.premises import VerifierKind, choose_premise, entailment_label, unsupported_label, verifier_kind
from summarizer.model.verifier import Claims, ModelVerifier
from summarizer.model.verifying import load_verifier
from tests.summarizer.engines import ScriptedEngine, a_summary
from tests.summarizer.model import tiny_verifiers
from tests.summarizer.model.test_generation import converse
from tests.summarizer.model.tiny_verifiers import ARTICLE, FALSE, TRUE

STUB = (sys.executable, str(Path(__file__).parent / "stub_worker.py"))
CLAIMS = Claims(article=ARTICLE, language="en", sentences=(TRUE[0], next(iter(FALSE))))


@pytest.fixture(scope="module")
def verifiers(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Give the folder of the second reader of a kind, made once."""
    made: dict[str, Path] = {}

    def folder(kind: str) -> Path:
        if kind not in made:
            made[kind] = tmp_path_factory.mktemp(kind)
            tiny_verifiers.make(kind, made[kind], taught=kind != "mood")
        return made[kind]

    return folder


@pytest.mark.model
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", ["entailment", "tokens"])
def test_a_reader_tells_what_the_article_bears_out(kind: str, verifiers: Callable[[str], Path]) -> None:
    verifier = load_verifier(verifiers(kind), name=kind)
    assert verifier.judge(ARTICLE, [*TRUE, *FALSE], "en") == [True] * len(TRUE) + [False] * len(FALSE)
    assert verifier.judge("", [TRUE[0]], "en") == [False]


@pytest.mark.model
@pytest.mark.filterwarnings("ignore")
def test_the_process_reads_beside_a_model_and_alone(
    verifiers: Callable[[str], Path], tiny_model: Callable[[str], Path]
) -> None:
    request = {"id": 1, "claims": [{"text": ARTICLE, "language": "en", "sentences": [TRUE[0], *FALSE]}]}
    for model in ("", str(tiny_model("mt5"))):
        status, said = converse({"model": model, "verifier": str(verifiers("entailment"))}, request)
        assert status == 0
        assert {"id": 1, "verdicts": [[True, False, False, False]]} in said
        assert sum(message.get("state") == "ready" for message in said) == 1


@pytest.mark.model
@pytest.mark.filterwarnings("ignore")
def test_a_reader_that_cannot_be_loaded_is_final_and_says_what_to_do(
    verifiers: Callable[[str], Path], tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(verifiers("entailment"), broken)
    (broken / "model.safetensors").write_bytes(b"no weights")
    status, said = converse({"model": "", "verifier": str(broken)})
    assert (status, said[-1]["state"], said[-1]["final"]) == (3, "failed", True)
    assert "cannot be loaded" in said[-1]["detail"]
    assert "leave it empty" in said[-1]["detail"]
    with pytest.raises(EngineUnavailable, match="cannot judge sentences"):
        load_verifier(verifiers("mood"), name="mood")


@pytest.mark.parametrize(
    ("config", "problem"),
    [
        (None, "holds no model"),
        ("no json", "cannot judge sentences"),
        ({"architectures": ["Qwen3ForCausalLM"]}, r"cannot judge sentences \(Qwen3ForCausalLM\).*or leave it empty"),
        ({"architectures": ["BertForSequenceClassification"], "id2label": {"0": "glad"}}, "cannot judge sentences"),
        ({"architectures": ["BertForTokenClassification"]}, "no weights"),
    ],
)
def test_what_cannot_be_the_second_reader_is_named_with_its_remedy(
    config: object, problem: str, tmp_path: Path, model_libraries: None
) -> None:
    if config is not None:
        (tmp_path / "config.json").write_text(config if isinstance(config, str) else json.dumps(config))
    found = verifier_problem(str(tmp_path))
    assert found is not None
    assert found.startswith("SUMMARY_VERIFIER=")
    with pytest.raises(EngineUnavailable, match=problem):
        make_summarizer(
            EngineOptions(engine="api", api_urls=("http://127.0.0.1:9",), api_model="m", verifier=str(tmp_path))
        )


def test_without_the_libraries_there_is_no_second_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.model.verifier.missing_libraries", lambda: ["torch"])
    assert "libraries that are missing (torch)" in (verifier_problem("owner/name") or "")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("owner/name", ("owner/name", None)),
        ("owner/name@1a2b3c4d", ("owner/name", "1a2b3c4d")),
        ("owner/name@", ("owner/name", None)),
        ("~/models/mine@home", ("~/models/mine@home", None)),
    ],
)
def test_an_id_may_name_its_revision_and_a_folder_has_none(name: str, parts: tuple[str, str | None]) -> None:
    assert split_revision(name) == parts


def test_a_second_reader_is_looked_for_and_named_by_its_revision(
    monkeypatch: pytest.MonkeyPatch, model_libraries: None
) -> None:
    asked: list[tuple[str, str | None]] = []

    def find(model: str, revision: str | None = None) -> None:
        asked.append((model, revision))

    monkeypatch.setattr("summarizer.model.verifier.find_model", find)
    assert verifier_problem("owner/name@v1") is None
    assert ModelVerifier("owner/name@v1").name == "owner/name@v1"
    assert asked == [("owner/name", "v1")] * 2


def test_kinds_are_told_by_architecture_and_labels() -> None:
    three = {"0": "contradiction", "1": "neutral", "2": "ENTAILMENT"}
    assert entailment_label(three) == 2
    assert entailment_label({"0": "not_entailment"}) is None
    assert (
        verifier_kind({"architectures": ["XForSequenceClassification"], "id2label": three}) is VerifierKind.ENTAILMENT
    )
    assert verifier_kind({"architectures": ["XForTokenClassification"]}) is VerifierKind.TOKENS
    assert verifier_kind({"architectures": ["XForTokenClassification"], "id2label": three}) is None
    assert verifier_kind({}) is None
    assert unsupported_label({0: "hallucinated", 1: "supported"}) == 0
    assert unsupported_label({}) == 1


def test_a_reader_gets_the_sentences_likest_to_the_claim_in_the_articles_order() -> None:
    sentences = ["The ferry came back.", "It rained.", "The mayor opened the bridge.", "Gulls cried."]
    count = lambda texts: [len(text.split()) for text in texts]  # noqa: E731
    assert choose_premise("The mayor and the ferry.", sentences, max_tokens=9, count=count) == (
        "The ferry came back. The mayor opened the bridge."
    )
    assert choose_premise("The mayor.", sentences, max_tokens=1, count=count) == "The mayor opened the bridge."


@asynccontextmanager
async def a_verifier(name: str = "/stub") -> AsyncIterator[ModelVerifier]:
    verifier = ModelVerifier(name, command=STUB)
    try:
        yield verifier
    finally:
        await verifier.aclose()


def a_model(text: str) -> ScriptedEngine:
    return ScriptedEngine(lambda _: a_summary(text, grounded=False), "model")


async def test_what_the_second_reader_does_not_find_is_dropped(model_libraries: None) -> None:
    refused: list[dict[str, int]] = []
    async with a_verifier() as verifier:
        engine = FallbackSummarizer(
            [a_model("A ferry is back after months. The mayor left."), ExtractiveSummarizer()],
            verifier=verifier,
            on_rejected=lambda counts: refused.append(dict(counts)),
        )
        engine.start()
        await engine.ready()
        (answer,) = await engine.summarize(
            [Document(text="The ferry came back after months. The mayor left the pier.")], sentences=2
        )
        assert isinstance(answer, Summary)
        assert (answer.text, answer.engine) == ("A ferry is back after months.", "scripted")
        assert refused == [{"second_reader": 1}]
        assert engine.name == f"model, {verifier.name}"
        assert engine.status.verifier == verifier.name
        await engine.aclose()


async def test_while_the_second_reader_cannot_read_extracts_are_shown(model_libraries: None) -> None:
    async with a_verifier("/offline") as verifier:
        engine = FallbackSummarizer(
            [
                ScriptedEngine(lambda _: a_summary("The ferry returned.", grounded=False), "model"),
                ExtractiveSummarizer(),
            ],
            verifier=verifier,
        )
        engine.start()
        with pytest.raises(EngineUnavailable, match="no network"):
            await engine.ready()
        (answer,) = await engine.summarize([Document(text="The ferry returned.")], sentences=1)
        assert isinstance(answer, Summary)
        assert (answer.engine, answer.provisional) == ("extractive", True)
        assert engine.name == "extractive"
        assert (engine.status.state, engine.status.detail) == (EngineState.FAILED, "the second reader: no network")


@pytest.mark.parametrize("text", ["shape", "memory"])
async def test_answers_of_another_shape_and_failures_are_errors(text: str, model_libraries: None) -> None:
    async with a_verifier() as verifier:
        await verifier.ready()
        with pytest.raises(EngineFailed, match="second reader"):
            await verifier.verify([Claims(article=text, language="en", sentences=("One.",))])


async def test_an_engine_lends_its_process_to_its_second_reader(model_libraries: None) -> None:
    engine = TransformerSummarizer("/stub", command=STUB, verifier="/reader")
    verifier = engine.verifier()
    verifier.start()  # the engine's to start
    assert engine.pid is None
    await engine.ready()
    assert verifier.is_ready
    assert await verifier.verify([CLAIMS]) == [[True, False]]
    await verifier.aclose()
    assert engine.status.state is EngineState.READY
    await engine.aclose()


def test_the_second_reader_is_in_the_models_process_or_beside_the_server(
    verifiers: Callable[[str], Path], tiny_model: Callable[[str], Path]
) -> None:
    name = str(verifiers("tokens"))
    api = make_summarizer(EngineOptions(engine="api", api_urls=("http://127.0.0.1:9",), verifier=name))
    local = make_summarizer(EngineOptions(engine="transformers", model=str(tiny_model("mt5")), verifier=name))
    assert api.status.verifier == local.status.verifier != ""
