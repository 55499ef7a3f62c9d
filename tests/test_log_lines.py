"""Log lines have one form, which can be searched: an event in plain words, then `key=value` pairs of known keys."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# One key for one thing. A line may hold no other.
KEYS = {
    "error": "what went wrong, in words or as the name of an exception",
    "reason": "the kind of failure: a member of an enum",
    # what it happened to
    "article": "an article's id",
    "bot": "the bot's user name",
    "chat": "a chat's id in Telegram",
    "message": "a message's id in the outbox",
    "source": "a source's name",
    "host": "a web address's host, without its path and query",
    "port": "the port beside it",
    "path": "a file",
    "method": "a method of the Bot API",
    "decision": "what follows from the outcome of a send",
    # which part of the program
    "engine": "a summary engine's name",
    "model": "a model's id or folder",
    "device": "what the model runs on",
    "precision": "the numbers it computes with",
    "function": "a parser, or what answers a path",
    "task": "a running task's name",
    "ticker": "a ticker's name",
    "steps": "names of migrations",
    "line": "what the model's process wrote",
    "done": "how far a download is",
    # how many, how much
    "articles": "articles",
    "bytes": "bytes of a body",
    "chars": "characters of a text",
    "chats": "chats",
    "digests": "digests",
    "documents": "documents given to a summary engine",
    "drawn": "digests drawn, each for one or more chats",
    "failed": "documents without a summary",
    "failures": "sends in a row that met no answer",
    "jobs": "jobs of a transaction",
    "known": "articles of a source that are stored already",
    "messages": "messages in the outbox",
    "new": "articles of a source that are new",
    "pictures": "pictures",
    "rows": "rows of the database",
    "seconds": "how long something took, or how long until it is tried again",
    "skipped": "entries of a source that are no articles",
    "summaries": "summaries",
    "tries_left": "tries that are left",
    "updated": "articles of a source that were edited",
}

NAMES = re.compile(r"\b(?:logger|logging|log)\b")
METHODS = {"debug", "info", "warning", "error", "exception", "critical", "log"}
# "page not read host=%s error=%s"; the event neither names a person's words nor ends in a full stop.
FORM = re.compile(r"(?P<event>[a-z][a-z' -]*(?:, [a-z' -]+)*)(?P<pairs>(?: [a-z_]+=%[sdr])*)")

SOURCES = [path for package in ("bot", "summarizer") for path in sorted((ROOT / package).rglob("*.py"))]


def logger_calls(path: Path) -> Iterator[tuple[int, ast.expr]]:
    """The line and the message of every call of a logger in a file."""
    source = path.read_text("utf-8")
    if not NAMES.search(source):  # nine files of ten: to parse them all would take each process seconds
        return
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS):
            continue
        if isinstance(node.func.value, ast.Name) and NAMES.fullmatch(node.func.value.id):
            yield node.lineno, node.args[1 if node.func.attr == "log" else 0]


LINES = [(f"{path.relative_to(ROOT)}:{number}", message) for path in SOURCES for number, message in logger_calls(path)]


def form_problem(message: str) -> str | None:
    """What is wrong with the form of a log line, or None."""
    match = FORM.fullmatch(message)
    if match is None:
        return "is not an event in lower case followed by key=%s pairs"
    keys = re.findall(r"([a-z_]+)=", match["pairs"])
    if unknown := set(keys) - KEYS.keys():
        return f"has unknown keys: {', '.join(sorted(unknown))}"
    return None if len(keys) == len(set(keys)) else "has a key twice"


@pytest.mark.parametrize(("where", "message"), LINES, ids=[where for where, _ in LINES])
def test_a_log_line_is_an_event_and_pairs_of_known_keys(where: str, message: ast.expr) -> None:
    assert isinstance(message, ast.Constant), f"{where}: the message is not a literal"
    assert isinstance(message.value, str), where
    assert form_problem(message.value) is None, f"{where}: {message.value!r}"


def test_every_known_key_is_in_use() -> None:
    texts = " ".join(str(message.value) for _, message in LINES if isinstance(message, ast.Constant))
    assert {key for key in KEYS if f" {key}=%" not in texts} == set()


@pytest.mark.parametrize(
    "message",
    [
        *("Page not read", "page not read.", "page not read: %s", "page %s not read", "page not read error=%s host"),
        *("page not read address=%s", "page not read host=%s host=%s", "host=%s page not read"),
    ],
)
def test_other_forms_are_refused(message: str) -> None:
    assert form_problem(message) is not None


def test_a_logger_is_called_by_the_name_that_is_looked_for() -> None:
    """Every module's logger is `logger`, so that no line escapes the test above."""
    for path in SOURCES:
        source = path.read_text("utf-8")
        for line in source.splitlines():
            if re.search(r"= (?:logging\.)?getLogger\(", line):
                assert line == "logger = logging.getLogger(__name__)", path
