"""Measures the check of claims: `python -m benchmarks.claims [--half tuned|"held out"] [--data FOLDER]`.

Without a folder: the plants of `benchmarks/plants`, written by hand: what is caught by kind, how many true sentences
are refused, and how long a check takes; with `--derived` or `--compared` those of its folders. With a folder of
articles and references (`benchmarks.summary_rows`): errors planted by rule in true sentences, and the share of
references that are refused. The word lists here are not those of the checks.
"""

from __future__ import annotations

import argparse
import random
import re
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.grounding import KINDS, Article
from benchmarks.summary_rows import read_rows
from summarizer.base import Document
from summarizer.checks.grounding import Source, ungrounded
from summarizer.sentences import split_sentences

PLANTS = Path(__file__).with_name("plants")
SEED = 11
LANGUAGES = ("en", "zh-Hans", "zh-Hant", "es", "ru", "de", "fr", "ar", "ja", "pt", "hi", "id")
MAX_ROWS = 60  # a language

_NUMBER = re.compile(r"(?<![\d.,/:-])\d{1,3}(?:[.,]\d+)?(?![\d.,/:-]*\d)")
_NAME = re.compile(r"(?<=[a-zà-ÿа-яё,] )[A-ZÀ-ÞА-ЯЁ][\w’-]+(?: [A-ZÀ-ÞА-ЯЁ][\w’-]+)+")
_NEGATIONS = {
    "en": (r"\b(is|are|was|were|has|have|had|will|would|can)\b", r"\1 not"),
    "es": (r"\b(es|son|fue|fueron|ha|han|será|serán|está|están)\b", r"no \1"),
    "pt": (r"\b(é|são|foi|foram|tem|têm|será|serão|está|estão)\b", r"não \1"),
    "fr": (r"\b(est|sont|sera|seront|a|ont) (\w+é)s?\b", r"n'\1 pas \2"),
    "de": (r"\b(ist|sind|war|waren|hat|haben|wird|werden|wurde|wurden)\b", r"\1 nicht"),
    "ru": (r"\b(был|была|было|были|будет|будут|может|могут|стал|стала)\b", r"не \1"),
    "zh": (r"(已经|已經|表示将|表示將|宣布|同意|通过|通過|决定|決定|成为|成為|获得|獲得)", r"没有\1"),
    "id": (r"\b(akan|telah|sudah|dapat|bisa|menjadi)\b", r"tidak \1"),
    "ar": (r"\b(سوف|سي\w+)", r"لن \1"),
}
_ANTONYMS = {
    "en": (
        "increased/decreased rose/fell rise/fall increase/decrease won/lost win/lose approved/rejected "
        "opened/closed started/ended first/last more/less higher/lower best/worst accepted/refused "
        "supported/opposed strong/weak success/failure guilty/innocent before/after up/down good/bad "
        "new/old early/late"
    ),
    "es": (
        "aumentó/disminuyó aumento/descenso subió/bajó ganó/perdió ganar/perder aprobó/rechazó más/menos "
        "mejor/peor mayor/menor primera/última primero/último nuevo/viejo éxito/fracaso alto/bajo"
    ),
    "fr": (
        "augmenté/diminué hausse/baisse augmentation/diminution gagné/perdu victoire/défaite plus/moins "
        "premier/dernier première/dernière meilleur/pire nouveau/ancien succès/échec ouvert/fermé "
        "accepté/refusé"
    ),
    "de": (
        "gestiegen/gesunken steigt/sinkt gewonnen/verloren Sieg/Niederlage mehr/weniger erste/letzte "
        "ersten/letzten besser/schlechter Erfolg/Misserfolg geöffnet/geschlossen neue/alte"
    ),
    "ru": (
        "вырос/упал выросли/упали увеличился/уменьшился больше/меньше выиграл/проиграл победил/проиграл "
        "первый/последний лучше/хуже открыли/закрыли поддержал/отверг"
    ),
    "zh": (
        "上升/下降 增加/减少 增長/下跌 增长/下跌 同意/反对 支持/反对 支持/反對 成功/失败 成功/失敗 "
        "開始/結束 开始/结束 最高/最低 通过/否决"
    ),
    "ja": (
        "増加/減少 上昇/下落 開始/終了 勝利/敗北 賛成/反対 最高/最低 拡大/縮小 成功/失敗 可決/否決"
    ),
    "pt": (
        "aumentou/diminuiu subiu/caiu ganhou/perdeu mais/menos melhor/pior maior/menor primeiro/último "
        "nova/velha"
    ),
    "id": (
        "naik/turun meningkat/menurun menang/kalah mendukung/menolak pertama/terakhir lebih/kurang "
        "besar/kecil"
    ),
    "ar": (
        "ارتفع/انخفض ارتفاع/انخفاض زيادة/نقص وافق/رفض فوز/خسارة أكثر/أقل"
    ),
    "hi": (
        "बढ़/घट जीत/हार ज्यादा/कम अधिक/कम शुरू/खत्म"
    ),
}  # fmt: skip

Planter = Callable[[str, Article, random.Random], str | None]


def main() -> None:
    """Print the tables that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("tuned", "held out"))
    parser.add_argument(
        "--derived", dest="plants", action="store_const", const="derived", help="those whose numbers follow from others"
    )
    parser.add_argument(
        "--compared", dest="plants", action="store_const", const="compared", help="those that compare or limit"
    )
    parser.add_argument("--data", type=Path, help="folder of LANG.jsonl files")
    parser.add_argument("--rows", type=int, choices=(0, 1), help="every second row of the folder only")
    parser.add_argument("--show", action="store_true", help="print what is missed and what is refused wrongly")
    arguments = parser.parse_args()
    if arguments.data is None:
        print_plants(PLANTS / (arguments.plants or ""), arguments.half, show=arguments.show)
    else:
        print_planted(arguments.data, arguments.rows, show=arguments.show)


def print_plants(folder: Path, half: str | None, *, show: bool) -> None:
    """Print what is caught of the plants written by hand, by kind and by language."""
    counts: Counter[tuple[str, bool]] = Counter()
    started, checked = time.perf_counter(), 0
    for path in sorted(folder.glob("*.toml")):
        for article in tomllib.loads(path.read_text("utf-8"))["articles"]:
            if half and article.get("half", "tuned") != half:
                continue
            source = Source.read(Document(title=article["title"], text=article["text"].strip()), path.stem)
            for kind, sentences in {"(true)": article["true"], **article["false"]}.items():
                for sentence in sentences:
                    refused = ungrounded(sentence, source, language=path.stem) is not None
                    checked += 1
                    counts[kind, refused] += 1
                    counts[path.stem, refused] += kind != "(true)"
                    if show and refused == (kind == "(true)"):
                        print(f"  {path.stem} {kind}: {sentence}")
    _print(counts)
    print(f"{1000 * (time.perf_counter() - started) / checked:.1f} ms a sentence, with reading the article")


def print_planted(folder: Path, rows: int | None, *, show: bool) -> None:
    """Print what is caught of errors planted by rule, and the share of references refused."""
    dice = random.Random(SEED)
    counts: Counter[tuple[str, bool]] = Counter()
    for article in articles_of(folder, rows):
        own = set(article.own_words(0.85))
        for sentence in split_sentences(article.row.summary, article.language):
            refused = ungrounded(sentence, article.source, language=article.language) is not None
            counts["(references)", refused] += 1
            counts["(in the article's words)", refused] += sentence in own
        true = [*own, *split_sentences(article.row.text, article.language)[:3]]
        for sentence in true:
            if len(sentence) > 300 or ungrounded(sentence, article.source, language=article.language):
                continue
            for kind, planter in PLANTERS.items():
                false = planter(sentence, article, dice)
                if false is None or false in article.whole:
                    continue
                caught = ungrounded(false, article.source, language=article.language) is not None
                counts[kind, caught] += 1
                counts[f"{kind} {article.row.language[:2]}", caught] += 1
                if show and not caught:
                    print(f"  {kind} {article.row.language}: {false}")
    _print(counts)


def articles_of(folder: Path, rows: int | None) -> Iterator[Article]:
    seen: Counter[str] = Counter()
    for index, row in enumerate(read_rows(folder, KINDS)):
        if row.language not in LANGUAGES or seen[row.language] >= MAX_ROWS or (rows is not None and index % 2 != rows):
            continue
        seen[row.language] += 1
        article = Article(row)
        if article.language.split("-")[0] == row.language.split("-")[0]:
            yield article


def plant_negation(sentence: str, article: Article, dice: random.Random) -> str | None:
    """Put "not" beside the first auxiliary verb."""
    pattern, new = _NEGATIONS.get(article.row.language[:2], ("(?!)", ""))
    false = re.sub(pattern, new, sentence, count=1)
    return false if false != sentence else None


def plant_antonym(sentence: str, article: Article, dice: random.Random) -> str | None:
    """Put a word's opposite in its place."""
    pairs = [pair.split("/") for pair in _ANTONYMS.get(article.row.language[:2], "").split()]
    spaced = article.row.language[:2] not in ("zh", "ja")
    for one, other in [*pairs, *(pair[::-1] for pair in pairs)]:
        pattern = rf"\b{one}\b" if spaced else one
        if len(re.findall(pattern, sentence)) == 1 and not re.search(rf"\b{other}\b" if spaced else other, sentence):
            return re.sub(pattern, other, sentence)
    return None


def plant_borrowed_number(sentence: str, article: Article, dice: random.Random) -> str | None:
    """Put another number of the article in a number's place."""
    own = list(_NUMBER.finditer(sentence))
    others = sorted({one for one in _NUMBER.findall(article.whole) if one not in sentence and len(one) > 1})
    if not own or not others:
        return None
    match = dice.choice(own)
    return f"{sentence[: match.start()]}{dice.choice(others)}{sentence[match.end() :]}"


def plant_borrowed_name(sentence: str, article: Article, dice: random.Random) -> str | None:
    """Put another name of two words of the article in a name's place."""
    if article.row.language == "de":
        return None
    own = list(_NAME.finditer(sentence))
    others = sorted({one for one in _NAME.findall(article.whole) if not set(one.split()) & set(sentence.split())})
    if not own or not others:
        return None
    match = dice.choice(own)
    return f"{sentence[: match.start()]}{dice.choice(others)}{sentence[match.end() :]}"


def plant_swapped_names(sentence: str, article: Article, dice: random.Random) -> str | None:
    """Let two names of a sentence change places."""
    own = list(_NAME.finditer(sentence))
    if article.row.language == "de" or len(own) < 2 or own[0][0] == own[1][0]:
        return None
    one, two = own[:2]
    between = sentence[one.end() : two.start()]
    if len(between) < 8:  # a list
        return None
    return sentence[: one.start()] + two[0] + between + one[0] + sentence[two.end() :]


def _print(counts: Counter[tuple[str, bool]]) -> None:
    print(f"{'kind':<26}{'sentences':>10}{'refused %':>11}")
    for kind in dict.fromkeys(kind for kind, _ in counts):
        total = counts[kind, True] + counts[kind, False]
        if total:
            print(f"{kind:<26}{total:>10}{100 * counts[kind, True] / total:>11.1f}")


PLANTERS: dict[str, Planter] = {
    "negation": plant_negation,
    "antonym": plant_antonym,
    "borrowed number": plant_borrowed_number,
    "borrowed name": plant_borrowed_name,
    "swapped names": plant_swapped_names,
}


if __name__ == "__main__":
    main()
