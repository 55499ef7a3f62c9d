"""The catalogs of user texts: complete, well formed, with the same placeholders in every language."""

from __future__ import annotations

import ast as python_ast
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TypeGuard, cast

import pytest

from bot import texts
from bot.chat.handlers.registry import COMMANDS, OWNER_COMMANDS
from bot.chat.links import Busy
from bot.models.articles import FeedProblem, PageProblem
from bot.models.chats import LookChoice, OtherLanguages
from bot.models.fetching import FetchProblem
from bot.models.reasons import LeftOutFor
from bot.models.stories import JoinRule
from bot.render.digest_keyboards import LAYOUTS
from bot.text_keys import TextKey
from bot.texts import has_text, languages, match_language, say, speaker, text_key
from summarizer.checks.grounding import Reason
from tests import text_keys
from tests.catalogs import catalog


def variables(language: str) -> dict[str, frozenset[str]]:
    """Message id -> the variables it uses."""
    return {key: text.variables for key, text in catalog(language).items()}


@pytest.mark.parametrize("language", [language for language in languages() if language != "en"])
def test_every_language_says_what_english_says_with_the_same_variables(language: str) -> None:
    assert variables(language) == variables("en")


@pytest.mark.parametrize("language", languages())
def test_a_text_of_one_line_without_values_is_said_as_fluent_reads_it(language: str) -> None:
    lines = {key: text.pattern for key, text in catalog(language).items() if not re.search(r"[{\n]", text.pattern)}
    assert len(lines) > 300
    assert {key: say(language, text_key(key)) for key in lines} == lines


@pytest.mark.parametrize("language", languages())
def test_every_reason_to_refuse_a_sentence_is_said_in_words(language: str) -> None:
    said = {say(language, "stats-reason", reason=reason, count=2) for reason in Reason}
    assert len(said) == len(Reason)
    assert not any(re.match(rf"(?:{'|'.join(Reason)}) ?[:：]", words) for words in said)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("en-GB", "en"),
        ("zh-TW", "zh-Hant"),
        ("zh_HK", "zh-Hant"),
        ("zh-hant", "zh-Hant"),
        ("zh-Hant-SG", "zh-Hant"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-hans-HK", "zh-Hans"),
        ("pt-BR", "pt"),
        ("pt-pt", "pt"),
        ("es-419", "es"),
        ("ar-EG", "ar"),
        ("fr_CA", "fr"),
        ("in", "id"),
        ("in-ID", "id"),
        ("tlh", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_nearest_language_is_chosen(wanted: str | None, given: str) -> None:
    assert match_language(wanted) == given


# Keys that are put together: each prefix with what it may end in.
COMPOSED: dict[str, Iterable[str]] = {
    "chat-command-": COMMANDS,
    "owner-command-": OWNER_COMMANDS,
    "chat-layout-": LAYOUTS,
    "chat-link-": Busy,
    "chat-look-": LookChoice,
    "feed-problem-": FeedProblem,
    "fetch-problem-": FetchProblem,
    "page-problem-": PageProblem,
    "chat-others-": OtherLanguages,
    "chat-others-button-": OtherLanguages,
    "story-why-": JoinRule,
    "why-left-": LeftOutFor,
}


def used_keys() -> set[str]:
    """Every key in the source: what looks like one and begins as keys do, and those that are put together."""
    areas = "|".join(sorted({key.split("-")[0] for key in catalog("en")}))
    literal = re.compile(rf"""(?<![\w./-])["'](({areas})-[a-z0-9-]*[a-z0-9])["']""")
    root = Path(texts.__file__).parent
    sources = [path.read_text("utf-8") for path in root.rglob("*.py") if path.name != "text_keys.py"]
    composed = {f"{prefix}{ending}" for prefix, endings in COMPOSED.items() for ending in endings}
    return {match[1] for source in sources for match in literal.finditer(source)} | composed


def test_every_text_is_used_and_every_text_that_is_used_is_there() -> None:
    used, there = used_keys(), set(catalog("en"))
    assert used - there == {"chat-not-found"}  # no text: the name of a refusal
    remedies = {key: key.partition("-remedy")[0] for key in there - used}
    assert set(remedies.values()) <= used  # a remedy goes with its problem
    assert {key.removeprefix(problem) for key, problem in remedies.items()} == {
        "-remedy",
        "-remedy-feed",
        "-remedy-source",
    }


def test_the_type_checker_knows_every_key() -> None:
    assert text_keys.PATH.read_text("utf-8") == text_keys.source(), "run `python -m tests.text_keys`"


def test_every_text_gets_the_values_that_it_names() -> None:
    names = variables("en")
    wrong = []
    for path in Path(texts.__file__).parent.rglob("*.py"):
        for call in (node for node in python_ast.walk(python_ast.parse(path.read_text("utf-8"))) if is_say(node)):
            keys = [a.value for a in call.args if isinstance(a, python_ast.Constant) and a.value in names]
            given = {keyword.arg for keyword in call.keywords}
            assert len(keys) <= 1
            if keys and None not in given and given != names[keys[0]]:
                wrong.append(f"{path.name}:{call.lineno} {keys[0]}")
    assert wrong == []


def is_say(node: python_ast.AST) -> TypeGuard[python_ast.Call]:
    """Whether this is a call of `say` or `turn.say`."""
    if not isinstance(node, python_ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, python_ast.Attribute) else getattr(node.func, "id", "")
    return name == "say"


def test_a_key_that_is_put_together_must_have_a_text() -> None:
    assert text_key("chat-command-start") == "chat-command-start"
    with pytest.raises(KeyError):
        text_key("chat-command-strat")


def test_an_unknown_language_speaks_english_and_an_unknown_key_is_a_bug() -> None:
    key = text_key(next(iter(catalog("en"))))
    assert say("tlh", key) == say("en", key) == speaker("en")(key)
    assert has_text(key)
    assert not has_text("no-such-text")
    with pytest.raises(KeyError):
        say("en", cast("TextKey", "no-such-text"))
