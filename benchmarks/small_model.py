"""Runs a real model on articles with references: `python -m benchmarks.small_model --data FOLDER [--model FOLDER]`.

Without `--model` it is SmolLM2-135M-Instruct, which `make weights` installs. Every answer goes through the checks, as
in the bot. Prints who wrote what readers see, what was refused and why, seconds an article, and ROUGE-1/2/L of the
model's summaries beside the extracts of the same articles; `--show` prints the texts, to be read by eye.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections import Counter
from pathlib import Path

from benchmarks.summary_rows import Row, read_rows, rouge
from summarizer import (
    Document,
    EngineKind,
    EngineOptions,
    ExtractiveSummarizer,
    Summary,
    make_summarizer,
)
from tests.summarizer.model import real_model


def main() -> None:
    """Print one block of figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a folder of JSON Lines files, one a language")
    parser.add_argument("--model", help="a folder, or a model's id; left out: SmolLM2")
    parser.add_argument("--languages", nargs="+", default=["en"])
    parser.add_argument("--articles", type=int, default=20, help="of each language")
    parser.add_argument("--show", action="store_true", help="print the texts")
    arguments = parser.parse_args()
    if arguments.model is None and not real_model.is_installed():
        raise SystemExit(real_model.MISSING)
    model = arguments.model or str(real_model.make_model())
    rows: list[Row] = []
    for language in arguments.languages:
        found = [row for row in read_rows(arguments.data, ["summary"]) if row.language == language]
        rows += found[: arguments.articles]
    asyncio.run(run(model, rows, show=arguments.show))


async def run(model: str, rows: list[Row], *, show: bool) -> None:
    """Summarise every row by the model, with the checks and the extract behind it, and print the figures."""
    refused: Counter[str] = Counter()
    engine = make_summarizer(EngineOptions(engine="transformers", model=model), on_rejected=refused.update)
    extractive = ExtractiveSummarizer()
    scores: list[tuple[tuple[float, ...], tuple[float, ...]]] = []
    try:
        await engine.ready()
        started = time.perf_counter()
        for row in rows:
            document = Document(text=row.text, title=row.title, language=row.language)
            (shown,) = await engine.summarize([document], sentences=2)
            (extract,) = await extractive.summarize([document], sentences=2)
            own = isinstance(shown, Summary) and shown.kind is EngineKind.MODEL
            if isinstance(shown, Summary) and isinstance(extract, Summary) and own:
                scores.append((rouge(row.summary, shown.text), rouge(row.summary, extract.text)))
            if show and isinstance(shown, Summary) and isinstance(extract, Summary):
                print(f"\n{row.title}\n  {'model' if own else '(none)'}: {shown.text}\n  extract: {extract.text}")
        seconds = (time.perf_counter() - started) / max(len(rows), 1)
    finally:
        await engine.aclose()
    print(f"articles {len(rows)}, by the model {len(scores)}, {seconds:.1f} s an article")
    print(f"refused: {', '.join(f'{reason} {count}' for reason, count in refused.most_common()) or 'nothing'}")
    for name, index in (("model", 0), ("extracts of the same", 1)):
        means = [sum(pair[index][at] for pair in scores) / max(len(scores), 1) for at in range(3)]
        print(f"{name}: " + "/".join(f"{mean:.1f}" for mean in means))


if __name__ == "__main__":
    main()
