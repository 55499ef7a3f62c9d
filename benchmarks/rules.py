"""What only one rule of the checks refuses: `python -m benchmarks.rules [--data FOLDER]`.

Each rule is switched off in turn. Counted are the false and the true answers of `benchmarks/answers` that then reach a
reader as they were given, and did not before; with a folder of articles and references (`benchmarks.summary_rows`) also
the references in their article's words, of every second row, that are no longer refused.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from unittest.mock import patch

from benchmarks.answers import TRUE, answers_of, names, read
from benchmarks.claims import articles_of
from benchmarks.grounding import Article
from summarizer.base import Document
from summarizer.checks.bounds import Bounded
from summarizer.checks.grounding import ungrounded
from summarizer.sentences import letters_of

CLAIMS, GROUNDING = "summarizer.checks.claims", "summarizer.checks.grounding"
COMPARING = "summarizer.checks.comparing"
OWN_WORDS = 0.85  # of a reference's letter trigrams stand in its article
RULES = {  # what answers for a rule that finds nothing
    f"{COMPARING}.comparisons": (),
    f"{CLAIMS}.bounded": Bounded(),
    f"{CLAIMS}.misplaced_number": False,
    f"{CLAIMS}.misplaced_word": None,
    f"{CLAIMS}.contradiction": None,
    f"{CLAIMS}.misplaced_name": None,
    f"{CLAIMS}.misjoined": None,
    f"{CLAIMS}.overstated": None,
    f"{CLAIMS}.are_turned": False,
    f"{CLAIMS}.has_other_s_top": False,
    f"{CLAIMS}.is_said_by_another": False,
    f"{CLAIMS}.borrowed_word": None,
    f"{CLAIMS}.unfounded_cause": None,
    f"{CLAIMS}.turned_actors": None,
    f"{GROUNDING}.unknown_name": None,
    f"{GROUNDING}._are_numbers_held": True,
    f"{GROUNDING}._stands": True,
    f"{GROUNDING}._is_quoted": True,
}


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder of LANG.jsonl files")
    folder = parser.parse_args().data
    answers = [answer for name in names() for answer in answers_of(name)]
    articles = list(articles_of(folder, 1)) if folder else []
    shown, kept = reached(answers), stood(articles)
    print(f"{'rule':<24}{'false':>7}{'true':>6}{'references':>12}")
    for rule, nothing in RULES.items():
        with patch(rule, lambda *_, nothing=nothing, **__: nothing):
            more, stands = reached(answers) - shown, stood(articles) - kept
        true = sum(answers[at][1] == TRUE for at in more)
        print(f"{rule.rpartition('.')[2]:<24}{len(more) - true:>7}{true:>6}{len(stands):>12}")


def reached(answers: list[tuple[Document, str, str]]) -> set[int]:
    """Return the numbers of the answers that reach a reader as they were given."""
    return {
        at
        for at, (document, _, answer) in enumerate(answers)
        if letters_of(read(answer, document)) == letters_of(answer)
    }


def stood(articles: list[Article]) -> set[tuple[int, str]]:
    """Return the references that are not refused, with the numbers of their articles."""
    return {
        (at, sentence)
        for at, article in enumerate(articles)
        for sentence in article.own_words(OWN_WORDS)
        if ungrounded(sentence, article.source, language=article.language) is None
    }


if __name__ == "__main__":
    main()
