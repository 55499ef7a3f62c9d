"""Loads every post below a folder and prints how many came out whole: `python -m benchmarks.load_posts FOLDER [-v]`."""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

from bot.models.articles import BlockKind, ParsedArticle, ParseFailed
from bot.parsers.posts.post import parse_post


def main(folder: Path, *, verbose: bool) -> None:
    """Print one table: what was loaded, what is missing, which notes were made, and how long it took."""
    counts: Counter[str] = Counter()
    notes: Counter[str] = Counter()
    slowest = (0.0, "")
    keys: Counter[str] = Counter()
    started = time.perf_counter()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in (".md", ".markdown", ".txt")):
        before = time.perf_counter()
        parsed = parse_post(path.read_bytes(), stem=path.stem)
        slowest = max(slowest, (time.perf_counter() - before, str(path)))
        counts["files"] += 1
        match parsed:
            case ParseFailed(reason=reason):
                counts["refused"] += 1
                notes[f"refused: {reason}"] += 1
                print(f"refused {path}: {reason}")
            case ParsedArticle():
                keys[parsed.key] += 1
                _count(parsed, counts, notes)
                if verbose:
                    _show(path, parsed)
    counts["keys that two files share"] = sum(1 for count in keys.values() if count > 1)
    print(f"{'seconds':<40}{time.perf_counter() - started:>10.2f}")
    print(f"{'slowest file':<40}{slowest[0]:>10.2f}  {slowest[1]}")
    for name, count in [*counts.items(), *notes.most_common()]:
        print(f"{name:<60}{count:>8}")


def _count(parsed: ParsedArticle, counts: Counter[str], notes: Counter[str]) -> None:
    pictures = [block for block in parsed.blocks if block.kind is BlockKind.PICTURE]
    counts["loaded"] += 1
    counts["with categories"] += bool(parsed.categories)
    counts["with author"] += bool(parsed.authors)
    counts["with date"] += parsed.published_at is not None
    counts["with text"] += bool(parsed.text)
    counts["with thumbnail"] += parsed.thumbnail_url is not None
    counts["with pictures"] += bool(pictures)
    counts["pictures"] += len(pictures)
    counts["pictures with a caption"] += sum(1 for picture in pictures if picture.text)
    counts["pictures without an address"] += sum(1 for picture in pictures if not picture.url)
    notes.update(note.split(":")[0] for note in parsed.notes)


def _show(path: Path, parsed: ParsedArticle) -> None:
    kinds = Counter(block.kind.value for block in parsed.blocks)
    print(f"{path.name} | {parsed.title} | {parsed.published_at} | {parsed.categories} | {parsed.thumbnail_url}")
    print(f"    {dict(kinds)} {parsed.notes} | {parsed.text[:160]!r}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true", help="name what each post holds")
    arguments = parser.parse_args()
    main(arguments.folder, verbose=arguments.verbose)
