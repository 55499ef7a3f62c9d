"""Compares our speed with sumy's LexRank: `python -m benchmarks.extractive [--articles N] [--data FOLDER]`.

Both give two sentences of each of the same texts, one thread, in turns in one run; ours detects the language, drops
boilerplate and splits sentences in its time. Texts are made up, of words and sentences as long as those of news; with
`--data` they are those of a folder that `benchmarks.rouge` reads. sumy gets its stemmer and stop words where it has the
language, as its README does, and in place of nltk's tokenizer, whose data must be downloaded, two regular
expressions, which are faster. Making these is not counted.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from sumy.nlp.stemmers import Stemmer, null_stemmer
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.utils import get_stop_words

from benchmarks.results import Result
from benchmarks.summary_rows import read_rows
from summarizer.base import Document
from summarizer.extractive.extract import summarize_document

ROUNDS = 3  # the best of which counts: others may be using the machine
SUMY_LANGUAGES = {"en": "english", "fr": "french", "de": "german", "es": "spanish", "pt": "portuguese"}
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprst" for vowel in "aeiou"]
COMMON_WORDS = (
    "the",
    "of",
    "to",
    "and",
    "in",
    "a",
    "that",
    "for",
    "on",
    "is",
    "was",
    "with",
    "by",
    "at",
    "from",
    "has",
)


class PlainTokenizer:
    """What sumy asks of a tokenizer, by two regular expressions."""

    _END = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？।۔])\s*|\n+")
    _WORD = re.compile(r"\w+")

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        return tuple(sentence for sentence in self._END.split(paragraph) if sentence.strip())

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(self._WORD.findall(sentence))


TOKENIZER = PlainTokenizer()


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--data", type=Path, help="folder of LANG.jsonl files")
    parser.add_argument("--kinds", nargs="+", default=["summary"])
    arguments = parser.parse_args()
    if arguments.data:
        compare(real_articles(arguments.data, arguments.kinds), arguments.articles)
    else:
        measure(arguments.articles)


def measure(articles: int = 300) -> list[Result]:
    """Milliseconds an article beside LexRank's, on made articles."""
    ours, theirs = compare(made_articles(articles), articles)
    name = "an extract of an article; bare: sumy's LexRank"
    return [Result(name=name, value=ours, bare=theirs, unit="ms", goal=0.2)]


def compare(articles: Sequence[tuple[str, Document]], most: int) -> tuple[float, float]:
    """Print the table of so many of the articles at most; milliseconds an article, ours and LexRank's."""
    articles = random.Random(0).sample(articles, min(most, len(articles)))
    engines = {"sumy LexRank": by_sumy, "tidings extractive": by_us}
    seconds = dict.fromkeys(engines, float("inf"))
    for _ in range(ROUNDS):
        for name, engine in engines.items():
            seconds[name] = min(seconds[name], measured(engine, articles))
    characters = sum(len(document.text) for _, document in articles)
    print(f"{len(articles)} articles of {characters // len(articles)} characters, two sentences each")
    print(f"{'engine':<22}{'articles/s':>12}{'ms/article':>12}{'ratio':>8}")
    for name, spent in seconds.items():
        each = spent / len(articles)
        print(f"{name:<22}{1 / each:>12.0f}{1000 * each:>12.2f}{seconds['sumy LexRank'] / spent:>8.1f}", flush=True)
    theirs, ours = (1000 * spent / len(articles) for spent in seconds.values())
    return ours, theirs


def by_us(language: str, document: Document) -> None:
    """Summarise as the bot does; the language is found, not given."""
    summarize_document(document, sentences=2)


def by_sumy(language: str, document: Document) -> None:
    """Summarise as sumy's README does."""
    tuple(lex_rank(language)(PlaintextParser.from_string(document.text, TOKENIZER).document, 2))


@lru_cache
def lex_rank(language: str) -> LexRankSummarizer:
    """Give the summarizer with what sumy knows of the language."""
    name = SUMY_LANGUAGES.get(language)
    summarizer = LexRankSummarizer(Stemmer(name) if name else null_stemmer)
    if name:
        summarizer.stop_words = get_stop_words(name)
    return summarizer


def measured(engine: Callable[[str, Document], None], articles: Sequence[tuple[str, Document]]) -> float:
    """Give the seconds an engine takes for all articles, its first one aside."""
    engine(*articles[0])
    started = time.process_time()
    for language, document in articles:
        engine(language, document)
    return time.process_time() - started


def real_articles(folder: Path, kinds: Sequence[str]) -> list[tuple[str, Document]]:
    """Read the articles of a data folder."""
    return [(row.language, Document(text=row.text, title=row.title)) for row in read_rows(folder, kinds)]


def made_articles(count: int) -> list[tuple[str, Document]]:
    """Make articles about one subject each, three sentences to a paragraph.

    Lengths spread as those of 900 news articles in 45 languages do: half have up to 15 sentences, one in ten more than
    40; a sentence has 22 words, often 12 or 35.
    """
    dice = random.Random(1)
    names = ["".join(dice.choices(SYLLABLES, k=dice.randint(1, 4))) for _ in range(4000)]
    articles = []
    for _ in range(count):
        subject = dice.sample(names, 60)
        sentences = [_sentence(dice, names, subject) for _ in range(_spread(dice, 15, 0.8, 120))]
        paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
        title = " ".join(dice.sample(subject, 7)).capitalize()
        articles.append(("en", Document(text="\n".join(paragraphs), title=title)))
    return articles


def _sentence(dice: random.Random, names: Sequence[str], subject: Sequence[str]) -> str:
    pools = dice.choices((COMMON_WORDS, subject, names), weights=(45, 25, 30), k=_spread(dice, 22, 0.5, 60))
    return " ".join(dice.choice(pool) for pool in pools).capitalize() + "."


def _spread(dice: random.Random, middle: int, width: float, most: int) -> int:
    return min(max(round(dice.lognormvariate(math.log(middle), width)), 4), most)


if __name__ == "__main__":
    main()
