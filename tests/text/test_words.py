"""The words of languages: a data file each, read as it is documented, and no words left in the code."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

import bot
from bot.parsers.pages.phrases import phrases
from bot.text import word_files
from bot.text.dates import parse_date
from bot.text.schedule import format_schedule, parse_schedule
from bot.text.schedule_grammar import grammar
from bot.text.word_files import REQUIRED, read_words
from bot.text.word_sections import SECTIONS, Words
from bot.text.words import any_of, any_word, by_language, merged
from bot.texts import languages

BOT = Path(bot.__path__[0])
# Modules that may hold letters beyond ASCII, with what they are.
LETTERS_ALLOWED = {
    "text/characters.py": "ranges of scripts",
    "text/charset.py": "alphabets of character sets",
    "stories/sketches.py": "numerals",
    "text/han_hours.py": "numerals, and the signs behind hours and minutes",
    "text/zones_in_dates.py": "the abbreviation of Moscow's time",
    "text/zone_offsets.py": "the abbreviation of Moscow's time",
    "store/database/migrations_frozen.py": "what a migration did, which stays as it was",
    "pictures/card_design.py": "characters that begin or end no line",
    "pictures/fonts.py": "a font's name",
    "commands/doctor.py": "samples of scripts",
}
# Patterns of many words that are no language's: names of fields, elements, hosts, parameters and types.
MOST_BRANCHES = 6
NAMES_ALLOWED = {
    "parsers/feeds/discovery.py": "endings of feeds' addresses",
    "parsers/html/picture_choice.py": "hosts of trackers, endings of files",
    "parsers/pages/page_kinds.py": "hosts, media types",
    "parsers/posts/front_matter.py": "fields of posts",
    "parsers/posts/post.py": "elements of HTML",
    "parsers/html/embeds.py": "classes of social networks",
    "store/database/migrations_frozen.py": "parameters of addresses, as a migration knew them",
    "text/clean.py": "elements of HTML",
    "render/rich_budget.py": "elements of HTML",
    "render/export.py": "parameters of addresses, fields",
    "web/sites.py": "parameters of addresses",
    "web/urls.py": "parameters of addresses",
}


@pytest.fixture
def locales(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the folder of languages that the loader reads in place of the package's."""
    folder = tmp_path / "locales"
    shutil.copytree(BOT / "locales", folder)
    caches = (word_files.by_language, word_files.merged, grammar)
    for cache in caches:
        cache.cache_clear()
    monkeypatch.setattr(word_files, "resources", SimpleNamespace(files=lambda _package: folder))
    yield folder
    for cache in caches:
        cache.cache_clear()


@pytest.mark.parametrize("language", languages())
def test_every_interface_language_has_a_data_file_with_all_required_words(language: str) -> None:
    assert language in by_language(), f"bot/locales/{language}.toml is missing"
    held = by_language()[language]
    missing = [
        f"[{section}] {key}"
        for section, keys in REQUIRED.items()
        for key in keys
        if not getattr(getattr(held, section), {"and": "and_"}.get(key, key))
    ]
    assert not missing


@pytest.mark.parametrize("language", by_language())
def test_sections_that_are_read_alone_are_those_of_the_whole_file(language: str) -> None:
    whole = read_words((BOT / "locales" / f"{language}.toml").read_text("utf-8"), origin=language)
    assert {name: getattr(by_language()[language], name) for name in SECTIONS} == {
        name: getattr(whole, name) for name in SECTIONS
    }


@pytest.mark.parametrize("language", by_language())
def test_every_pattern_is_a_regular_expression_that_says_something(language: str) -> None:
    for section in SECTIONS:
        held = getattr(by_language()[language], section)
        for key in held._fields:
            if key.endswith("_patterns"):
                for pattern in getattr(held, key):
                    assert not re.compile(pattern).search(""), pattern
                    assert not pattern.startswith("^"), pattern
                    assert re.compile(pattern).groups == 0, f"use (?:...) in {pattern}"


def test_a_new_language_is_one_data_file(locales: Path) -> None:
    assert parse_schedule("Werkdagen en zondag 8 uur") is None
    (locales / "nl.toml").write_text(
        """
        [schedule]
        workdays = ["Werkdagen"]
        sunday = ["Zondag"]
        every = ["elke "]
        and = ["en"]
        noon = ["Middag"]
        hour = ["Uur"]
        """,
        "utf-8",
    )
    word_files.by_language.cache_clear()
    word_files.merged.cache_clear()
    grammar.cache_clear()
    read = parse_schedule("werkdagen en elke ZONDAG 8 Uur en middag")
    assert read is not None
    assert format_schedule(read) == "mon tue wed thu fri sun 08:00 12:00"
    assert parse_schedule("weekdays 8 pm") is not None


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[schedule", "xx.toml is no TOML"),
        ("[shedule]\noff = ['aus']", r"xx.toml: unknown section \[shedule\]; the known ones are commands, schedule"),
        ("off = ['aus']", r"xx.toml: unknown section \[off\]"),
        ("[schedule]\nmondy = ['Montag']", r"xx.toml: unknown key `mondy` in \[schedule\]; the known ones are off"),
        ("[schedule]\nand_ = ['und']", "unknown key `and_`"),
        ("[schedule]\noff = 'aus'", r"xx.toml: `off` in \[schedule\] is no list of texts"),
        ("[schedule]\noff = ['aus', 7]", "is no list of texts"),
        ("[schedule]\noff = ['']", "is no list of texts"),
        ("[places]\nzones = ['Wien']", r"xx.toml: `zones` in \[places\] is no table of texts"),
        ("[places.zones]\nWien = 1", "is no table of texts"),
    ],
)
def test_a_mistake_in_a_data_file_is_named_with_its_file_and_key(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        read_words(text, origin="xx.toml")


def test_the_words_of_all_languages_are_one_list_without_repetition() -> None:
    off = merged().schedule.off
    assert {"off", "關閉", "关闭"} <= set(off)
    assert len(set(merged().pages.consent_patterns)) == len(merged().pages.consent_patterns)
    assert merged().places.zones["北京"] == "Asia/Shanghai"


def test_no_words_match_nothing() -> None:
    assert not re.search(any_of(()), "anything")
    assert not re.search(any_word(()), "anything")


def test_words_match_whole_where_their_script_has_spaces() -> None:
    pattern = re.compile(any_word(("and", "和", "или")))
    assert pattern.search("8 and 9")
    assert not pattern.search("sand")
    assert pattern.search("8點和9點")
    assert not pattern.search("милили")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("robot_check", "Вы не робот?"),
        ("consent", "Unsere Partner und Ihre EINWILLIGUNG"),
        ("login", "로그인"),
        ("paywall", "Il vous reste 80% à lire"),
        ("read_more", "… Читать далее »"),
        ("read_more", "اقرأ المزيد"),
        ("consent_host", "zustimmung.paper.example"),
        ("consent_path", "/cookie-consent/"),
        ("login_path", "/sign-in?next=/a"),
    ],
)
def test_pages_are_compared_with_the_phrases_of_all_languages(kind: str, text: str) -> None:
    assert getattr(phrases(), kind).search(text)


@pytest.mark.parametrize("text", ["2021年3月4日 下午3:05", "2021年3月4日 午後3時5分", "2021년 3월 4일 오후 3시 5분"])
def test_dates_are_read_with_the_words_of_all_languages(text: str) -> None:
    assert f"{parse_date(text):%Y-%m-%d %H:%M}" == "2021-03-04 15:05"


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(BOT.rglob("*.py")):
        name = path.relative_to(BOT).as_posix()
        if not name.startswith("playground/"):
            yield name, ast.parse(path.read_text("utf-8"))


def docstrings(tree: ast.Module) -> set[int]:
    """The ids of all texts that stand alone."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


@pytest.mark.no_cover  # it would take minutes traced, and others run the same lines
def test_no_words_of_other_scripts_stand_in_the_code() -> None:
    found = {
        name
        for name, tree in modules()
        for alone in [docstrings(tree)]
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone
        if any(letter.isalpha() and not letter.isascii() for letter in node.value)
    }
    assert found == LETTERS_ALLOWED.keys()


def patterns(tree: ast.Module) -> Iterator[str]:
    """The text of each regular expression that is compiled, without what is put into it."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and ast.unparse(call.func) in ("re.compile", "late"):
            texts = (node.value for node in ast.walk(call.args[0]) if isinstance(node, ast.Constant))
            yield "".join(text for text in texts if isinstance(text, str))


@pytest.mark.no_cover  # it would take minutes traced, and others run the same lines
def test_no_lists_of_words_stand_in_regular_expressions() -> None:
    word = re.compile(r"(?<!\\)[a-z]{3}", re.IGNORECASE)
    found = {
        name
        for name, tree in modules()
        for pattern in patterns(tree)
        if sum(word.search(branch) is not None for branch in pattern.split("|")) > MOST_BRANCHES
    }
    assert found == NAMES_ALLOWED.keys()


def test_the_loader_documents_the_sections_it_knows() -> None:
    assert list(SECTIONS) == list(Words._fields)
