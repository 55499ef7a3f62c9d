"""Starts the model's process: finds or fetches what it is to load, says how far it is, limits its memory."""

from __future__ import annotations

import json
import socket
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summarizer.base import Document, EngineUnavailable
from summarizer.extractive.extract import candidate_sentences
from summarizer.model.files import check_weights, download_model, find_model, is_folder, no_model_in, split_revision
from summarizer.model.generation import LoadedModel
from summarizer.model.loading import choose_device, load_model
from summarizer.model.verifying import LoadedVerifier, load_verifier

Message = dict[str, Any]


@dataclass(slots=True)
class Wire:
    """One end of the socket: whole JSON lines in and out, from any thread."""

    connection: socket.socket
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def say(self, message: Message) -> None:
        with self._lock:
            self.connection.sendall(json.dumps(message).encode() + b"\n")


def load(settings: Message, wire: Wire) -> LoadedModel:
    """Find or fetch the model, and load it; says on the wire how far it is."""
    model, revision = settings["model"], settings["revision"]
    folder = _folder_of(model, revision, settings, wire, called=model)
    check_weights(folder, model)
    wire.say({"state": "loading"})
    warm_up()
    limit_memory(settings["memory_bytes"], choose_device(settings["device"]))
    loaded = load_model(folder, model=model, device=settings["device"], precision=settings["precision"])
    wire.say(
        {
            "state": "ready",
            "device": loaded.device,
            "precision": loaded.precision,
            "translates": loaded.translates,
            "rewords": loaded.rewords,
        }
    )
    return loaded


def _folder_of(model: str, revision: str | None, settings: Message, wire: Wire, *, called: str) -> Path:
    folder = find_model(model, revision)
    if folder is not None:
        return folder
    if is_folder(model):
        raise EngineUnavailable(no_model_in(model))
    if not settings["download"]:
        raise EngineUnavailable(f"{called} is not on this machine: run `tidings model download {called}`")
    wire.say({"state": "downloading", "done": 0, "total": 0})
    return download_model(
        model, revision, lambda done, total: wire.say({"state": "downloading", "done": done, "total": total})
    )


def warm_up() -> None:
    """Load the words and the language detector, which come at first use: short of memory, a late import fails oddly."""
    candidate_sentences(Document(text="The ferry returned to the harbour on Tuesday. It had been away for a year."))


def limit_memory(limit: int | None, device: str) -> None:
    """Let allocations beyond `limit` bytes fail in this process; a graphics card's driver cannot work so."""
    import resource

    if limit and not device.startswith("cuda"):
        resource.setrlimit(resource.RLIMIT_DATA, (limit, resource.getrlimit(resource.RLIMIT_DATA)[1]))


def load_second_reader(settings: Message, wire: Wire) -> LoadedVerifier:
    """Find or fetch the model that judges sentences, and load it."""
    name = settings["verifier"]
    folder = _folder_of(*split_revision(name), settings, wire, called=name)
    wire.say({"state": "loading"})
    if not settings["model"]:
        warm_up()
        limit_memory(settings["memory_bytes"], "cpu")
    return load_verifier(folder, name=name)
