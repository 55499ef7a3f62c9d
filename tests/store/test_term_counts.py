"""What terms weigh follows from the articles counted so far, languages apart, and outlives a migration."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.models.articles import CountedTerms, StorySketch
from bot.store.database.migrations import migrations
from bot.store.database.worker import connect
from bot.store.term_counts import count_terms
from bot.stories.weights import COUNTERS, term_weight

ENGLISH, FRENCH = 2, 4
RARE, USUAL = 2000, 9998  # terms


def a_sketch(*terms: int, language: int = ENGLISH) -> StorySketch:
    return StorySketch(title=frozenset(), terms=frozenset(terms), bands=(), language=language, publisher=1)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    db = connect(tmp_path / "tidings.db")
    migrations.apply(db)
    yield db
    db.close()


def test_a_term_weighs_what_the_articles_say_that_hold_it(db: Database) -> None:
    count_terms(db, [a_sketch(USUAL, RARE)])
    weights = count_terms(db, [a_sketch(USUAL), a_sketch(USUAL)])[ENGLISH]
    assert weights[USUAL] == term_weight(3, 3)
    assert weights[RARE] == weights.held_once == term_weight(1, 3)
    assert weights[77] == weights.held_once  # of an article that was never counted


def test_terms_that_fall_together_count_as_one_and_once_an_article(db: Database) -> None:
    weights = count_terms(db, [a_sketch(USUAL, USUAL + 2 * COUNTERS), a_sketch(RARE)])[ENGLISH]
    assert weights[USUAL] == weights[USUAL + 2 * COUNTERS] == term_weight(1, 2)


def test_articles_without_a_sketch_are_counted_and_need_no_weights(db: Database) -> None:
    sample = [CountedTerms(terms=frozenset({USUAL}), language=language) for language in (ENGLISH, FRENCH)]
    weights = count_terms(db, [a_sketch(USUAL, RARE)], sample=sample)
    assert weights.keys() == {ENGLISH}
    assert weights[ENGLISH][USUAL] == term_weight(2, 2)
    assert count_terms(db, [a_sketch(RARE, language=FRENCH)])[FRENCH][USUAL] == term_weight(1, 2)


def test_languages_count_apart(db: Database) -> None:
    weights = count_terms(db, [a_sketch(USUAL), a_sketch(USUAL), a_sketch(USUAL, language=FRENCH)])
    assert weights[ENGLISH][USUAL] == term_weight(2, 2)
    assert weights[FRENCH][USUAL] == term_weight(1, 1)


def test_no_articles_change_nothing(db: Database) -> None:
    before = db.conn.total_changes
    assert count_terms(db, []) == {}
    assert db.conn.total_changes == before


def test_the_counts_of_an_older_database_are_taken_over(tmp_path: Path) -> None:
    db = connect(tmp_path / "tidings.db")
    migrations.apply(db, stop_before="m009_term_counts")
    last = COUNTERS - 1
    counts = [((USUAL >> 1) ^ ENGLISH, 5), (last, 7), (-1 - ENGLISH, 20)]
    db.conn.executemany("INSERT INTO story_terms (term, articles) VALUES (?, ?)", counts)
    migrations.apply(db)
    weights = count_terms(db, [a_sketch(USUAL)])[ENGLISH]
    assert weights[USUAL] == term_weight(6, 21)
    assert weights[(last ^ ENGLISH) << 1] == term_weight(7, 21)
    db.close()
