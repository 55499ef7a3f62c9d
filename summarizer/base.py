"""What every summary engine takes and gives: documents in, summaries out. Knows no engine.

SummarizerError
├── NothingToSummarize   the document holds no sentence
├── SummaryRejected      nothing of the engine's answer stands in the document, or it has no usable shape
├── EngineUnavailable    the engine cannot run here until its owner changes something
└── EngineFailed         the engine could not answer now: still loading, died, timed out, out of reach
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

# Of prompts, guard rails and weights together: raised with each change of them, so that no summary is kept beyond it.
RECIPE = 5


_TRADITIONAL = frozenset(("hant", "tw", "hk", "mo"))  # parts of tags of Chinese
_SIMPLIFIED = frozenset(("hans", "cn", "sg", "my"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article to summarise, as plain text with paragraphs on lines of their own.

    `language` is a BCP 47 tag ("en", "zh-Hant") and a hint only; None means "detect it".
    """

    text: str
    title: str = ""
    language: str | None = None


class EngineKind(StrEnum):
    """How an engine writes: in sentences of the article, or in words of its own."""

    EXTRACTIVE = "extractive"
    MODEL = "model"


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A short text about one document.

    `language` is the text's own: an engine that cannot translate answers in the document's, whatever was asked.
    `grounded` says that every number, date, name, quotation and link in it was found in the document, sentence by
    sentence; it is true of extractive summaries by construction, and false of a translation, of which only some of
    that can be looked up. `engine` names who wrote it, with its model's revision; `kind` says how it was written.
    `title` is the document's title in `language`, where that is not the document's own; else empty. A `provisional`
    one is a fallback's, because the engine could not answer just then: replace it once the engine can.
    """

    text: str
    language: str
    engine: str
    grounded: bool
    title: str = ""
    provisional: bool = False
    kind: EngineKind = EngineKind.MODEL


def chinese_tag(tag: str) -> str | None:
    """The tag of a form of Chinese as this package writes it: "zh_TW" is "zh-Hant", "zh-Hans-HK" is "zh-Hans".

    "zh" where it names neither a script nor a region; None for another language.
    """
    base, *rest = tag.replace("_", "-").lower().split("-")
    if base not in ("zh", "cmn", "yue"):
        return None
    if "hans" not in rest and (base == "yue" or not _TRADITIONAL.isdisjoint(rest)):
        return "zh-Hant"
    return "zh" if _SIMPLIFIED.isdisjoint(rest) else "zh-Hans"


def same_language(left: str, right: str) -> bool:
    """Whether two BCP 47 tags name the same language, whatever the script: zh-Hans and zh-Hant do."""
    return left.split("-")[0].casefold() == right.split("-")[0].casefold()


class SummarizerError(Exception):
    """A summary could not be made: the base of every error of this package."""


class NothingToSummarize(SummarizerError):
    """The document holds no sentence: it is empty, or captions and notices only."""


class SummaryRejected(SummarizerError):
    """The engine answered, and the guard rails left nothing of it."""


class EngineUnavailable(SummarizerError):
    """The engine cannot run here; the message says why and what to do."""


class EngineFailed(SummarizerError):
    """The engine could not answer this time; the next try may succeed."""


class EngineState(StrEnum):
    """What an engine is doing."""

    READY = "ready"
    DOWNLOADING = "downloading"
    LOADING = "loading"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineStatus:
    """State of an engine. `detail` is a sentence part for its owner: "412 of 1,192 MB", or why it failed.

    `verifier` names the second reader of what it writes, if there is one.
    """

    engine: str
    state: EngineState = EngineState.READY
    detail: str = ""
    verifier: str = ""


class Summarizer(Protocol):
    """An engine that turns documents into summaries.

    Engines gain from batches, so they take many documents at once. The answer has one entry per document, in order; a
    document that fails gives its error as a value, so that one bad document never costs the others their summaries.
    `language` asks for summaries in that language where the engine can translate; None means the document's own.

    `start` begins whatever takes long (a download, loading weights) and returns at once; until it is done, `summarize`
    answers EngineFailed at once. `ready` waits for it, and raises EngineUnavailable if it cannot be. Engines that need
    no start inherit these. Safe to call from one event loop; `aclose` ends whatever the engine holds, also unstarted.
    """

    @property
    def name(self) -> str:
        """Name of the engine with model and revision; summaries of one name are interchangeable."""
        ...

    @property
    def status(self) -> EngineStatus:
        return EngineStatus(engine=self.name)

    @property
    def documents_at_once(self) -> int:
        """How many documents the engine works on at the same time, where that is more than a batch."""
        return 1

    @property
    def machines(self) -> int:
        """How many machines work for the engine: each takes batches of its own, beside those of the others."""
        return 1

    @property
    def translates(self) -> bool:
        """Whether summaries come in the language asked for, whatever the document's own is."""
        return False

    @property
    def rewords(self) -> bool:
        """Whether the engine's own words may be shown; if not, only what it has word for word from the article."""
        return True

    def start(self) -> None:
        return None

    async def ready(self) -> None:
        return None

    async def summarize(
        self, documents: Sequence[Document], *, sentences: int, language: str | None = None
    ) -> list[Summary | SummarizerError]: ...

    async def aclose(self) -> None: ...
