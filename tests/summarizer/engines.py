"""Hand-made engines for the tests of what stands around engines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarizer import Document, Summarizer, SummarizerError, Summary

Answer = Callable[[Document], Summary | SummarizerError]


class ScriptedEngine(Summarizer):
    """Answers each document by a function; remembers what it was asked and whether it was closed."""

    def __init__(self, answer: Answer, name: str = "scripted", *, fails_to_close: bool = False) -> None:
        self._answer = answer
        self._name = name
        self._fails_to_close = fails_to_close
        self.asked: list[list[Document]] = []
        self.languages: list[str | None] = []
        self.closed = False

    @property
    def name(self) -> str:
        return self._name

    async def summarize(
        self, documents: Sequence[Document], *, sentences: int, language: str | None = None
    ) -> list[Summary | SummarizerError]:
        self.asked.append(list(documents))
        self.languages.append(language)
        return [self._answer(document) for document in documents if document.text != "swallow"]

    async def aclose(self) -> None:
        self.closed = True
        if self._fails_to_close:
            raise RuntimeError("it hangs")


def a_summary(text: str = "A summary.", *, grounded: bool = True, language: str = "en") -> Summary:
    """A grounded one passes the guard rails unread, as an extract does."""
    return Summary(text=text, language=language, engine="scripted", grounded=grounded)


def refuse(document: Document) -> SummarizerError:
    return SummarizerError(f"no: {document.text}")


def explode(document: Document) -> Summary:
    raise RuntimeError("out of memory")
