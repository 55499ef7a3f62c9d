"""Finds articles by rules as people type them in a search: those with the words in their title first, then the newest.

The index (`bot.store.search_index`) finds words; where filters know them more exactly than it does, the texts of the
newest articles found are looked through.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from operator import itemgetter

from bot.filters.folding import fold, stands_in
from bot.filters.matching import Ruleset, ruleset
from bot.models.articles import Article
from bot.models.filters import Rule
from bot.models.sources import SourceKind
from bot.store.database import Database
from bot.store.database.article_rows import ARTICLE, NO_BLOCKS, article_of
from bot.store.database.rows import Row, all_rows, json_list, one_value
from bot.store.database.worker import Worker
from bot.store.search_index import EVERY, in_labels, in_title, language_label, may_have_prefix, source_label, spaced
from bot.text.characters import ATTACHED_PREFIXES, HANGUL, WORD_MARKS, ZERO_WIDTH_JOINER, ZERO_WIDTH_NON_JOINER
from bot.text.patterns import late

# Of so many articles with the words, those that came in last, the order is found: a word that stands in every article
# takes no longer than a rare one.
MOST_FOUND = 500
MOST_TITLED = 100  # those with all words in their title
MOST_LOOKED_THROUGH = 100
MOST_COUNTED = 1000  # articles with a word: more make no difference
MOST_ORDERED = 48  # of more articles only those up to the page that is shown are put in order, and told apart by story
MOST_READ = 10  # so few are read whole at once: another statement costs more
LOOKED_AT_FIRST = 16  # of those found, the last ones that came in, to find the newest; then as many again, and so on

_NOWHERE = '"\ue000nowhere"'  # no article has this word
_ALL_SOURCES = [f'"{EVERY}"']
_IDS = """SELECT json_group_array(rowid) FROM (
              SELECT rowid FROM articles_text WHERE articles_text MATCH :expression ORDER BY rowid DESC LIMIT :most
          )"""  # as one value: to fetch 500 rows takes longer than to find them
_ORDER = """SELECT published_at, id, story_id, seen_at FROM articles
            WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id"""
_TITLES = """SELECT published_at, id, story_id, title FROM articles
             WHERE id IN (SELECT value FROM json_each(:ids))"""
_ARTICLES = f"""SELECT {ARTICLE}, {NO_BLOCKS} FROM articles JOIN sources ON sources.id = source_id
                WHERE articles.id IN (SELECT value FROM json_each(:ids))"""  # noqa: S608
_TOLD = itemgetter("id", "published_at", "story_id", "title")
_WORDS = late(rf"(?:[^\W_]|[ {WORD_MARKS}])+")
# What the index parts or joins otherwise: particles of Korean, and words with joiners in them.
_PARTED = late(f"[{HANGUL}{ZERO_WIDTH_JOINER}{ZERO_WIDTH_NON_JOINER}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found: ids of articles, the best first."""

    ids: tuple[int, ...]
    is_cut: bool = False  # there are older ones, too
    articles: int | None = None  # how many were found, where not all of `ids` were told apart by the story they tell
    unknown: tuple[Rule, ...] = ()  # where nothing was found: rules that no article fits, whatever the others say
    shown: tuple[Article, ...] = ()  # those of the page that was asked for, without blocks and categories


class Search:
    """Searches the articles."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def find(self, rules: Sequence[Rule], *, upto: int = MOST_FOUND, shown: int = 0) -> Found:
        """Articles that have all words of these rules, and of which the other rules hold; the first `upto` in order.

        A story that several of them tell stands once among those. Without a word, source or language to show there is
        none. A word of signs alone is not found by itself. `shown`: read so many articles, too, the page that ends at
        `upto`, or the last page.
        """
        return await self._worker.read(lambda db: _find(db, rules, upto, shown))

    async def counts(self, words: Sequence[str]) -> dict[str, int]:
        """In how many articles each of these words stands, up to `MOST_COUNTED`."""
        return await self._worker.read(lambda db: {word: _count(db, word) for word in words})


def _count(db: Database, word: str) -> int:
    return len(_newest(db, _all(_words([fold(word)]), []), MOST_COUNTED))


def _find(db: Database, rules: Sequence[Rule], upto: int, shown: int) -> Found:
    wanted = ruleset(frozenset(rules))
    looks_through = not all(map(_is_exact, wanted.words))
    most = MOST_LOOKED_THROUGH if looks_through else MOST_FOUND
    words = _words(wanted.shown_words)
    conditions, hidden = _conditions(db, wanted, among_all=not words), _hidden(db, wanted)
    found = _newest(db, _all([*words, *conditions], hidden), most)
    count, rows = 0, dict[int, Row]()
    if len(found) <= MOST_ORDERED:
        ordered, rows = _few(db, found, wanted, looks_through=looks_through)
    else:
        titles = _words(wanted.shown_words, where=in_title)
        titled = _newest(db, _all([*titles, *conditions], hidden), MOST_TITLED) if titles else []
        known = set(titled)
        others = [number for number in found if number not in known][: most - len(titled)]
        if looks_through:
            left = _looked_through(db, [*titled, *others], wanted)
            titled, others = ([number for number in some if number in left] for some in (titled, others))
        count = len(titled) + len(others)
        ordered = _many(db, titled, others, upto + 1 if count > MOST_ORDERED else count)  # whether a page follows
    return Found(
        ids=tuple(ordered),
        is_cut=len(found) == most,
        articles=count if count > MOST_ORDERED else None,
        unknown=() if ordered else _unknown(db, rules, among=found),
        shown=_articles(db, _page(ordered, upto, shown), rows),
    )


def _page(ids: Sequence[int], upto: int, size: int) -> Sequence[int]:
    """The page of this size that ends at `upto`, or the last page."""
    start = max(min(upto, len(ids)) - 1, 0) // size * size if size else 0
    return ids[start : start + size]


def _few(db: Database, ids: Sequence[int], wanted: Ruleset, *, looks_through: bool) -> tuple[list[int], dict[int, Row]]:
    """The ids in order, each story once, after one statement; and the rows of the articles where it read them whole."""
    if not ids:
        return [], {}
    whole = looks_through or len(ids) <= MOST_READ
    words = list(filter(_is_word, wanted.shown_words))
    rows = all_rows(db, _ARTICLES if whole else _TITLES, {"ids": json_list(ids)})
    if looks_through:
        rows = [row for row in rows if _fits(row, wanted)]
    best: dict[str, int] = {}
    order = [
        (_has_all(words, fold(title)), published_at, number, story)
        for number, published_at, story, title in map(_TOLD, rows)
    ]
    for _, _, number, story in sorted(order, reverse=True):
        best.setdefault(story, number)
    return list(best.values()), {row["id"]: row for row in rows} if whole else {}


def _many(db: Database, titled: Sequence[int], others: Sequence[int], in_order: int) -> list[int]:
    """The ids, those with the words in their title first; the first of them in order, each story once."""
    told: set[str] = set()
    ordered = _newest_first(db, titled, in_order, told)
    return ordered + _newest_first(db, others, in_order - len(ordered), told)


def _articles(db: Database, ids: Sequence[int], rows: Mapping[int, Row]) -> tuple[Article, ...]:
    """The articles of these ids; of the rows, where there are any."""
    if ids and not rows:
        rows = {row["id"]: row for row in all_rows(db, _ARTICLES, {"ids": json_list(ids)})}
    return tuple(article_of(rows[number], ()) for number in ids if number in rows)


def _newest(db: Database, expression: str, most: int) -> list[int]:
    """Ids of the articles that came in last and fit an expression of FTS5; it ends as soon as there are enough."""
    if not expression:
        return []
    ids: list[int] = json.loads(one_value(db, _IDS, {"expression": expression, "most": most}))
    return ids


def _newest_first(db: Database, ids: Sequence[int], upto: int, told: set[str]) -> list[int]:
    """These articles, last come first: the `upto` that were published last, in order, then the others.

    Of those with an order, articles of the stories in `told` are left out, and the stories of the others added to it.
    Articles lie far apart in the database, and reading one costs more than finding it. None is published after it came
    in (but for some that were edited, which stand where they came in), so those that came in before the last of `upto`
    was published need not be looked at.
    """
    known: list[tuple[int, int, str]] = []
    first: dict[str, tuple[int, int]] = {}  # of each story: when it was published, and its id
    looked_at, more = 0, LOOKED_AT_FIRST
    while looked_at < len(ids) and upto > 0:
        rows = all_rows(db, _ORDER, {"ids": json_list(ids[looked_at : looked_at + more])})
        looked_at, more = looked_at + more, 2 * more
        known = sorted([*known, *((row[0], row[1], row[2]) for row in rows)], reverse=True)
        first = {}
        for published_at, number, story in known:
            if story not in told:
                first.setdefault(story, (published_at, number))
        best = list(first.values())
        if len(best) >= upto and rows and best[upto - 1][0] >= rows[0]["seen_at"]:
            break
    told.update(first)
    return [*(number for _, number in first.values()), *ids[looked_at:]]


def _looked_through(db: Database, ids: Sequence[int], wanted: Ruleset) -> set[int]:
    """Those of the articles in which filters find the words to show, and none to hide."""
    sql = "SELECT id, title, text FROM articles WHERE id IN (SELECT value FROM json_each(:ids))"
    rows = all_rows(db, sql, {"ids": json_list(ids)})
    return {row["id"] for row in rows if _fits(row, wanted)}


def _fits(row: Row, wanted: Ruleset) -> bool:
    text = fold(f"{row['title']}\n{row['text']}")
    return _has_all(wanted.shown_words, text) and not any(stands_in(word, text) for word in wanted.hidden_words)


def _has_all(words: Iterable[str], text: str) -> bool:
    return all(map(stands_in, words, repeat(text)))


def _unknown(db: Database, rules: Sequence[Rule], *, among: Sequence[int]) -> tuple[Rule, ...]:
    """Where these find nothing, not even among the articles of the index: those of several that no article fits."""
    parts = {rule: _parts(db, rule) for rule in rules if not rule.hides} if len(rules) > 1 else {}
    asked = [rule for rule, some in parts.items() if some]
    if not among and len(asked) == 1 and len(parts) == len(rules):
        return tuple(asked)  # the index was asked for this one alone
    return tuple(rule for rule in asked if not _newest(db, _all(parts[rule], []), 1))


def _parts(db: Database, rule: Rule) -> list[str]:
    wanted = ruleset(frozenset((rule,)))
    return [*_words(wanted.shown_words), *_conditions(db, wanted, among_all=True)]


# --- expressions: https://www.sqlite.org/fts5.html#full_text_query_syntax ---------------------------------------------


def _all(parts: Sequence[str], hidden: Sequence[str]) -> str:
    """The expression for articles that fit all parts and nothing hidden; "" where there is no part."""
    if not parts:
        return ""
    without = f" NOT ({' OR '.join(hidden)})" if hidden else ""
    return f"({' AND '.join(parts)}){without}"


def _words(terms: Iterable[str], *, where: Callable[[str], str] = str) -> list[str]:
    """The expressions for words; none for signs, which the index does not know."""
    return [_matching(term, where) for term in sorted(terms) if _is_word(term)]


def _conditions(db: Database, wanted: Ruleset, *, among_all: bool) -> list[str]:
    """The expressions for sources and languages, one of which is to be; what holds of all articles only `among_all`."""
    languages, sources = _languages(wanted.shown_languages), _sources(db, wanted.shown_sources)
    some = (languages, sources if among_all or sources != _ALL_SOURCES else [])
    return [f"({' OR '.join(each)})" for each in some if each]


def _hidden(db: Database, wanted: Ruleset) -> list[str]:
    """The expressions for what is not to be, as far as the index knows it exactly."""
    words = _words(filter(_is_exact, wanted.hidden_words))
    return [*words, *_languages(wanted.hidden_languages), *_sources(db, wanted.hidden_sources)]


def _languages(tags: Iterable[str]) -> list[str]:
    return [_quoted(in_labels(language_label(tag))) for tag in sorted(tags)]


def _sources(db: Database, names: Collection[str]) -> list[str]:
    """The expressions for words in the names of sources; posts in folders have their authors as sources, too."""
    if not names:
        return []
    rows = all_rows(db, "SELECT id, name, kind FROM sources")
    folded = ((number, _folded(name)) for number, name, _ in rows)
    parts = [_source(number) for number, name in folded if any(stands_in(word, name) for word in names)]
    if len(parts) == len(rows) > 0:
        return _ALL_SOURCES  # a label of each would take far longer
    folders = " OR ".join(_source(number) for number, _, kind in rows if kind == SourceKind.FOLDER)
    if folders and (authors := " OR ".join(_words(names, where=in_labels))):
        parts.append(f"(({authors}) AND ({folders}))")
    return parts or [_NOWHERE]


def _source(number: int) -> str:
    return _quoted(in_labels(source_label(number)))


def _is_word(term: str) -> bool:
    """Whether there is more in it than signs."""
    return any(map(str.isalnum, term))


def _is_exact(term: str) -> bool:
    """Whether the index finds a word exactly where filters do."""
    return _WORDS.fullmatch(term) is not None and not _PARTED.search(term)


def _matching(term: str, where: Callable[[str], str]) -> str:
    """The expression for a folded word or phrase, also after any of the prefixes that are attached to words."""
    if may_have_prefix(term):
        return _quoted(where(term))
    prefixes = next((prefixes for script, prefixes in ATTACHED_PREFIXES if script.match(term)), ())
    return f"({' OR '.join(_quoted(where(spaced(prefix + term))) for prefix in ('', *prefixes))})"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


_folded = lru_cache(maxsize=4096)(fold)  # sources are few
