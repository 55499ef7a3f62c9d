"""Measures the grounding check: `python -m benchmarks.grounding --data FOLDER [--half 0|1]`.

False alarms: the share of sentences refused, of (a) extractive summaries and (b) true references in the article's own
words, that is, of whose letter n-grams (bigrams without spaces, else trigrams) at least --share stand in the article.
Catches: the share refused of those sentences once something that the article does not hold is planted in them.
"""

from __future__ import annotations

import argparse
import random
import re
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from benchmarks.summary_rows import Row, read_rows
from summarizer.base import Document, Summary
from summarizer.checks.grounding import Source, ungrounded
from summarizer.extractive.extract import summarize_document
from summarizer.language import detect_language
from summarizer.numbers.lexicon import lexicon
from summarizer.scripts import LETTER
from summarizer.sentences import split_sentences

SEED = 7
TEXTS = ("title", "text", "summary")
KINDS = ("summary", "standfirst", "headline", "summary-howto")
NAMES = {
    "latin": (
        "Brzeczyk",
        "Oduya",
        "Vandermolen",
        "Thistlewood",
        "Makgoba",
        "Farquhar",
        "Quispe",
        "Zubiri",
        "Kerr",
        "Ngo",
    ),
    "katakana": ("グロブニク", "ツビリ", "ファーカー", "キスペ", "マクゴバ", "オドゥヤ", "シスルウッド"),
    "cyrillic": ("Гробников", "Зубирин", "Факухаров", "Кислогубов", "Мухортиков", "Щепоткин"),
    "han": ("王建國", "李志強", "陳美玲", "劉曉東", "張偉明", "吳國雄", "周杰倫", "林淑芬", "黃子華", "郭富城"),
    "hangul": ("김철수", "이영희", "박민준", "최지우", "정호석", "강동원"),
}
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_CAPITALISED = re.compile(r"(?<=[a-zà-ÿа-яё,] )[A-ZÀ-ÞА-ЯЁ][\w’'-]+(?: [A-ZÀ-ÞА-ЯЁ][\w’'-]+)*")
_NUMBER = re.compile(r"\d+")

Planter = Callable[[str, "Article", random.Random], str | None]


class Article:
    """One row, read once."""

    def __init__(self, row: Row) -> None:
        row = replace(row, **{name: unicodedata.normalize("NFC", getattr(row, name)) for name in TEXTS})
        self.row = row
        self.document = Document(text=row.text, title=row.title)
        self.language = detect_language(row.text)
        self.source = Source.read(self.document, self.language)
        self.whole = f"{row.title}\n{row.text}"

    def own_words(self, share: float) -> list[str]:
        """Give the reference's sentences that stand in the article's own words."""
        size = 2 if len(_UNSPACED.findall(self.whole)) * 2 > len(self.whole) else 3
        known = _grams(self.whole, size)
        sentences = split_sentences(self.row.summary, self.language)
        return [one for one in sentences if len(g := _grams(one, size)) > 8 and len(g & known) >= share * len(g)]


def main() -> None:
    """Print three tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of LANG.jsonl files")
    parser.add_argument("--share", type=float, default=0.85)
    parser.add_argument("--half", type=int, choices=(0, 1), help="every second row only")
    parser.add_argument("--show", type=int, default=0, help="print so many false alarms and misses of each kind")
    arguments = parser.parse_args()
    rows = list(read_rows(arguments.data, KINDS))
    if arguments.half is not None:
        rows = rows[arguments.half :: 2]
    articles = [Article(row) for row in rows]
    print_alarms(articles, arguments.share, arguments.show)
    print_catches(articles, arguments.share, arguments.show)
    print_speed(articles)


def print_alarms(articles: list[Article], share: float, show: int) -> None:
    """Print false alarms by language."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    reasons: Counter[str] = Counter()
    for article in articles:
        counts = table[article.row.language]
        extract = summarize_document(article.document, sentences=2)
        quoted = split_sentences(extract.text, article.language) if isinstance(extract, Summary) else []
        for kind, sentences in (("extract", quoted), ("reference", article.own_words(share))):
            for sentence in sentences:
                counts[kind] += 1
                reason = ungrounded(sentence, article.source, language=article.language)
                if reason is not None:
                    counts[kind + " refused"] += 1
                    reasons[f"{kind} {reason}"] += 1
                    if reasons[f"{kind} {reason}"] <= show:
                        print(f"  {article.row.language} {kind} {reason}: {sentence}")
    total = sum(table.values(), Counter())
    print(f"{'language':<10}{'extracts':>9}{'refused':>9}{'references':>12}{'refused':>9}{'%':>7}")
    for name, counts in [*sorted(table.items(), key=lambda item: -item[1]["reference"]), ("all", total)]:
        rate = 100 * counts["reference refused"] / (counts["reference"] or 1)
        print(f"{name:<10}{counts['extract']:>9}{counts['extract refused']:>9}{counts['reference']:>12}"
              f"{counts['reference refused']:>9}{rate:>7.1f}")  # fmt: skip
    print("by reason:", dict(reasons))


def print_catches(articles: list[Article], share: float, show: int) -> None:
    """Print what is caught of each kind of planted error."""
    dice = random.Random(SEED)
    planted: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for article in articles:
        for kind, false in _false_sentences(article, share, dice):
            planted[kind] += 1
            if ungrounded(false, article.source, language=article.language) is not None:
                caught[kind] += 1
            elif planted[kind] - caught[kind] <= show:
                print(f"  missed {kind} {article.row.language}: {false}")
    print(f"{'planted':<18}{'sentences':>10}{'caught %':>10}")
    for kind in planted:
        print(f"{kind:<18}{planted[kind]:>10}{100 * caught[kind] / planted[kind]:>10.1f}")


def _false_sentences(article: Article, share: float, dice: random.Random) -> Iterator[tuple[str, str]]:
    true = article.own_words(share) + split_sentences(article.row.text, article.language)[:2]
    for sentence in true:
        if ungrounded(sentence, article.source, language=article.language) is not None:
            continue
        for kind, planter in PLANTERS.items():
            false = planter(sentence, article, dice)
            if false is not None:
                yield kind, false


def plant_number(sentence: str, article: Article, dice: random.Random) -> str | None:
    """Change one number of two digits and more."""
    numbers = [match for match in _NUMBER.finditer(sentence) if len(match[0]) > 1 and match[0].isascii()]
    if not numbers:
        return None
    match = dice.choice(numbers)
    new = _fresh(lambda: str(dice.randrange(10 ** (len(match[0]) - 1), 10 ** len(match[0]))), article)
    return None if new is None else sentence[: match.start()] + new + sentence[match.end() :]


def plant_unit(sentence: str, article: Article, dice: random.Random) -> str | None:
    """Make per cent of something else, or millions of per cent."""
    match = re.search(r"\d+(?:[.,]\d+)? ?%", sentence)
    if match is None or "€" in article.whole:
        return None
    return sentence[: match.end() - 1] + "€" + sentence[match.end() :]


def plant_month(sentence: str, article: Article, dice: random.Random) -> str | None:
    """Change a month or a weekday for one that the article does not name."""
    words = lexicon(article.language)
    for table in (words.months.words, words.weekdays.words):
        for match in _named(table, sentence):
            short = match[0].casefold() in words.abbreviations
            if short and not re.match(r"\.|,? \d", sentence[match.end() :]):  # "dom" for Sunday is a word as well
                continue
            if words.capitalised and match[0].split()[-1][0].islower():  # "may" and "march"
                continue
            others = [
                other
                for other in table
                if (other in words.abbreviations) == short and table[other] != table[match[0].casefold()]
                and not _is_told(table[other], table, article)
            ]  # fmt: skip
            if others:
                new = dice.choice(others)
                new = new.title() if match[0].istitle() else new.capitalize() if match[0][0].isupper() else new
                return sentence[: match.start()] + new + sentence[match.end() :]
    return None


def plant_day(sentence: str, article: Article, dice: random.Random) -> str | None:
    """Change the day beside a month for one whose number the article does not hold."""
    months = "|".join(map(re.escape, sorted(lexicon(article.language).months.words, key=len, reverse=True)))
    beside = rf"(?<!\d)\d{{1,2}}(?=\.? (?:de )?(?:{months})\b)|(?<=月)\d{{1,2}}(?=日)|(?<=월 )\d{{1,2}}(?=일)"
    match = re.search(beside, sentence, re.IGNORECASE)
    if match is None:
        return None
    held = set(_NUMBER.findall(article.whole))
    days = [str(day) for day in range(1, 29) if not held & {str(day), f"{day:02}"}]
    return sentence[: match.start()] + dice.choice(days) + sentence[match.end() :] if days else None


def plant_year(sentence: str, article: Article, dice: random.Random) -> str | None:
    """Change a year."""
    match = re.search(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|%| ?%)(?!\d)", sentence)
    if match is None:
        return None
    new = _fresh(lambda: str(dice.randrange(1950, 2050)), article)
    return None if new is None else sentence[: match.start()] + new + sentence[match.end() :]


def _is_told(value: int, table: Mapping[str, int], article: Article) -> bool:
    """Say whether the article names a month or weekday in any spelling, a month as a number too."""
    text = article.whole.casefold()
    number = rf"(?<!\d)0?{value}[/.-]\d|\d[/.-]0?{value}(?!\d)"
    return any(known == value and name in text for name, known in table.items()) or bool(re.search(number, text))


def _named(table: Mapping[str, int], sentence: str) -> Iterator[re.Match[str]]:
    """Find the words of a table that stand by themselves, the longest first."""
    for name in sorted(table, key=len, reverse=True):
        if len(name) > (1 if name > "\u2e80" else 2 if name < "\u0e00" or "." in name else 3):
            before, behind = ("", "") if _UNSPACED.search(name) else (f"(?<!{LETTER})", f"(?!{LETTER}|-)")
            yield from re.finditer(before + re.escape(name) + behind, sentence, re.IGNORECASE)


def plant_quote(sentence: str, article: Article, dice: random.Random) -> str | None:
    """Put quotation marks around words in an order that the article does not hold."""
    if _UNSPACED.search(sentence):
        return sentence[:-1] + "「我們絕對不會" + dice.choice(["放棄", "接受", "同意"]) + "這個安排」" + sentence[-1]
    words = [word for word in sentence.split() if any(map(str.isalnum, word))]
    if len(words) < 8 or re.search(r"[\"“”„«»]", sentence):
        return None
    chosen = dice.sample(words, 4)
    quote = " ".join(word.strip('.,;:!?"“”«»()') for word in chosen)
    if quote.casefold() in article.whole.casefold():
        return None
    return f"{sentence[:-1]}, “{quote}”{sentence[-1]}"


def plant_link(sentence: str, article: Article, dice: random.Random) -> str | None:
    """Add a link."""
    return f"{sentence[:-1]} {dice.choice(['https://evil.example/x', 'www.evil.example', 't.me/evil'])}{sentence[-1]}"


def plant_name(script: str) -> Planter:
    """Put a foreign name in the place of one in the middle of the sentence, or before its last word."""

    def plant(sentence: str, article: Article, dice: random.Random) -> str | None:
        names = [name for name in NAMES[script] if name.casefold() not in article.whole.casefold()]
        if not _fits(script, sentence) or not names:
            return None
        new = dice.choice(names)
        matches = list(_CAPITALISED.finditer(sentence))
        if matches:
            match = dice.choice(matches)
            return sentence[: match.start()] + new + sentence[match.end() :]
        if script in ("katakana", "han"):
            at = len(sentence) // 2
            return sentence[:at] + new + {"katakana": "さん", "han": "先生"}[script] + sentence[at:]
        words = sentence.split()
        new += " 의원" if script == "hangul" else ""
        return " ".join([*words[:-1], new, words[-1]]) if len(words) > 3 else None

    return plant


def _fits(script: str, sentence: str) -> bool:
    letters = {
        "latin": "[A-Za-z]{4}", "katakana": "[ぁ-ん]", "cyrillic": "[а-я]{4}", "han": "[\u4e00-\u9fff]{8}",
        "hangul": "[가-힣]{2}",
    }  # fmt: skip
    return re.search(letters[script], sentence) is not None and not (script == "han" and re.search("[ぁ-ん]", sentence))


def print_speed(articles: list[Article]) -> None:
    """Print milliseconds an article: reading it and checking two sentences."""
    started = time.perf_counter()
    for article in articles:
        source = Source.read(article.document, article.language)
        for sentence in split_sentences(article.row.text[:2000], article.language)[:2]:
            ungrounded(sentence, source, language=article.language)
    print(f"{1000 * (time.perf_counter() - started) / len(articles):.2f} ms an article")


def _fresh(make: Callable[[], str], article: Article) -> str | None:
    for _ in range(50):
        new = make()
        if new not in article.whole:
            return new
    return None


def _grams(text: str, size: int) -> set[str]:
    plain = re.sub(r"[\W_]+", " ", text.casefold()).strip()
    return {plain[index : index + size] for index in range(len(plain) - size + 1)}


PLANTERS: dict[str, Planter] = {
    "number": plant_number,
    "unit": plant_unit,
    "month or weekday": plant_month,
    "day of the month": plant_day,
    "year": plant_year,
    "quote": plant_quote,
    "link": plant_link,
    **{f"{script} name": plant_name(script) for script in NAMES},
}


if __name__ == "__main__":
    main()
