"""The second reader (SUMMARY_VERIFIER): a model that says which sentences of a summary its article bears out.

Runs in the model's process, or in one of its own beside a server. Imports neither torch nor transformers.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from summarizer.base import EngineFailed, EngineState, EngineStatus
from summarizer.extractive.extract import READ_CHARS
from summarizer.model.files import INSTALL, find_model, is_folder, missing_libraries, model_name, split_revision
from summarizer.model.premises import verifier_kind
from summarizer.model.process import WORKER, Message
from summarizer.model.supervisor import LOAD_SECONDS, ModelSupervisor

CLAIM_SECONDS = 30.0  # for each sentence: a slow machine is not a hanging one
EXAMPLE = "MoritzLaurer/mDeBERTa-v3-base-xnli-multilingual-nli-2mil7"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Sentences of one summary, and the article that has to bear them out."""

    article: str
    language: str
    sentences: tuple[str, ...]


class ModelVerifier:
    """Asks a model about the sentences of summaries.

    Shares the process of an engine that was made with this verifier (`supervisor` and `turn` are the engine's), or
    starts one of its own.
    """

    def __init__(
        self,
        name: str,
        *,
        supervisor: ModelSupervisor | None = None,
        turn: asyncio.Lock | None = None,
        memory_bytes: int | None = None,
        download: bool = True,
        load_seconds: float = LOAD_SECONDS,
        command: tuple[str, ...] = WORKER,
    ) -> None:
        self._verifier = name
        self._turn = turn or asyncio.Lock()
        self._own = supervisor is None
        load: Message = {"model": "", "verifier": name, "memory_bytes": memory_bytes, "download": download}
        self._supervisor = supervisor or ModelSupervisor(
            load, command=command, on_change=lambda _: None, load_seconds=load_seconds
        )

    @property
    def name(self) -> str:
        model, revision = split_revision(self._verifier)
        return model_name(model, None if missing_libraries() else find_model(model, revision), revision=revision)

    @property
    def status(self) -> EngineStatus:
        return EngineStatus(engine=self.name, state=self._supervisor.state, detail=self._supervisor.detail)

    @property
    def is_ready(self) -> bool:
        return self._supervisor.state is EngineState.READY

    def start(self) -> None:
        """Begin to load, where it has a process of its own."""
        if self._own:
            self._supervisor.start()

    async def ready(self) -> None:
        """Wait until it can read; EngineUnavailable if it cannot be had."""
        await self._supervisor.ready()

    async def verify(self, claims: Sequence[Claims]) -> list[list[bool]]:
        """Say of each sentence of each summary whether its article bears it out. EngineFailed if it cannot now."""
        message = {
            "claims": [
                {"text": each.article[:READ_CHARS], "language": each.language, "sentences": list(each.sentences)}
                for each in claims
            ]
        }
        expected = [len(each.sentences) for each in claims]
        async with self._turn:
            reply = await self._supervisor.ask(message, CLAIM_SECONDS * (1 + sum(expected)))
        match reply:
            case {"verdicts": list(verdicts)} if [len(each) for each in verdicts] == expected:
                return [[bool(stands) for stands in each] for each in verdicts]
            case {"failed": str(why)}:
                raise EngineFailed(f"the second reader failed: {why}")
            case _:
                raise EngineFailed("the second reader gave an answer of the wrong shape")

    async def aclose(self) -> None:
        """End the process, if it is its own."""
        if self._own:
            await self._supervisor.aclose()


def verifier_problem(name: str, folder: Path | None = None) -> str | None:
    """Say why a model cannot be the second reader, with the remedy; None if nothing speaks against it. Loads nothing.

    `folder` is where its files are; left out, it is looked for, and a model that has yet to be fetched has no problem.
    """
    setting = f"SUMMARY_VERIFIER={name}"
    if lacking := missing_libraries():
        return f"{setting} needs libraries that are missing ({', '.join(lacking)}): {INSTALL}"
    folder = folder or find_model(*split_revision(name))
    if folder is None:
        missing = f"{setting} holds no model (no config.json): name another folder or a hub id, or leave it empty"
        return missing if is_folder(name) else None
    config: object = None
    with suppress(OSError, ValueError):
        config = json.loads((folder / "config.json").read_text("utf-8"))
    if not isinstance(config, dict) or verifier_kind(config) is None:
        found = next(iter(config.get("architectures") or ()), "") if isinstance(config, dict) else ""
        return (
            f"{setting} cannot judge sentences ({found or 'its config.json names no architecture'}): "
            "name a model that tells entailment, or one that marks tokens that are not grounded, such as "
            f"{EXAMPLE}, or leave it empty"
        )
    if not any(folder.glob("*.safetensors")):
        return f"{setting} has no weights as safetensors: name a model that has them, or leave it empty"
    return None
