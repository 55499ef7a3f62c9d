"""Times the transformers engine against plain `generate`: `python -m benchmarks.summaries [--models mt5 qwen]`.

The models have the real shapes and random weights, made into a folder that is removed afterwards; articles have about
600 tokens, answers as many as the engine allows for one sentence, about 80. Naive is what the model cards show:
float32, one article at a time, transformers' defaults. Both run in processes of their own on the same texts, one after
the other in the same run, so their ratio stands on a noisy machine too. Prints seconds per article, the lag of the
caller's event loop meanwhile (99th percentile), and the memory of the engine's process. Needs about 12 GB of memory and
4 GB of disk. Both run on a graphics card where there is one; there the naive way is timed without its first article,
which loads the card's kernels.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.results import Result
from summarizer import Document, EngineFailed
from summarizer.model.engine import TransformerSummarizer
from summarizer.model.loading import choose_device
from summarizer.model.worker import MEASURED_CHARS
from summarizer.prompts import answer_tokens, chat_messages

WORDS_IN_ARTICLE = 600
NAIVE_ARTICLES = 2
LAG_STEP_SECONDS = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A model's configuration, as its card's config.json has it."""

    title: str
    kind: str  # transformers' model_type
    config: dict[str, Any]


SHAPES = {
    "mt5": Shape(
        title="mT5-base (582 M, as XL-Sum)",
        kind="mt5",
        config={
            "vocab_size": 250112, "d_model": 768, "d_kv": 64, "d_ff": 2048, "num_layers": 12, "num_heads": 12,
            "feed_forward_proj": "gated-gelu", "tie_word_embeddings": False, "pad_token_id": 0, "eos_token_id": 1,
            "decoder_start_token_id": 0,
        },
    ),
    "qwen": Shape(
        title="Qwen3-0.6B (596 M)",
        kind="qwen3",
        config={
            "vocab_size": 151936, "hidden_size": 1024, "intermediate_size": 3072, "num_hidden_layers": 28,
            "num_attention_heads": 16, "num_key_value_heads": 8, "head_dim": 128, "tie_word_embeddings": True,
            "max_position_embeddings": 40960, "pad_token_id": 0, "eos_token_id": 1,
        },
    ),
    "gemma": Shape(
        title="Gemma-3-270M (268 M)",
        kind="gemma3_text",
        config={
            "vocab_size": 262144, "hidden_size": 640, "intermediate_size": 2048, "num_hidden_layers": 18,
            "num_attention_heads": 4, "num_key_value_heads": 1, "head_dim": 256, "tie_word_embeddings": True,
            "max_position_embeddings": 32768, "pad_token_id": 0, "eos_token_id": 1,
        },
    ),
    "qwen1.7": Shape(
        title="Qwen3-1.7B (1,721 M)",
        kind="qwen3",
        config={
            "vocab_size": 151936, "hidden_size": 2048, "intermediate_size": 6144, "num_hidden_layers": 28,
            "num_attention_heads": 16, "num_key_value_heads": 8, "head_dim": 128, "tie_word_embeddings": True,
            "max_position_embeddings": 40960, "pad_token_id": 0, "eos_token_id": 1,
        },
    ),
}  # fmt: skip


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", nargs="+", choices=SHAPES, default=["mt5", "qwen"])
    parser.add_argument("--articles", type=int, default=16)
    parser.add_argument("--no-naive", action="store_true", help="the engine alone")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    parser.add_argument("--naive-of", type=Path, help=argparse.SUPPRESS)  # the other process
    arguments = parser.parse_args()
    if arguments.naive_of:
        print(json.dumps(naive(arguments.naive_of, arguments.device)))
        return
    compare(arguments.models, arguments.articles, device=arguments.device, with_naive=not arguments.no_naive)


def measure(articles: int = 16) -> list[Result]:
    """Seconds an article of a model of 0.6 billion parameters, beside plain `generate`; how late the loop is."""
    slow, fast = compare(["qwen"], articles, device="auto", with_naive=True)[0]
    name = f"a summary by {SHAPES['qwen'].title}"
    return [
        Result(name=f"{name}; bare: generate", value=fast.seconds, bare=slow, unit="s", goal=0.5),
        Result(name="the loop's lag beside it, p99", value=fast.lag_ms, unit="ms", goal=100),
    ]


def compare(models: Sequence[str], articles: int, *, device: str, with_naive: bool) -> list[tuple[float, Measured]]:
    """Print the table; seconds an article the naive way, and what the engine takes, for each model."""
    titles = ("naive s/article", "engine s/article", "ratio", "lag p99 ms", "GB now/peak")
    print(f"{'model':<30}" + "".join(f"{title:>18}" for title in titles))
    found = []
    for name in models:
        with tempfile.TemporaryDirectory() as folder:
            make_model(SHAPES[name], Path(folder))
            slow = naive_elsewhere(Path(folder), device) if with_naive else 0.0
            fast = asyncio.run(engine(Path(folder), articles=articles, device=device))
        ratio = f"{slow / fast.seconds:.1f}" if slow else "-"
        cells = f"{slow:>18.2f}{fast.seconds:>18.2f}{ratio:>18}{fast.lag_ms:>18.1f}{fast.memory:>18}"
        print(f"{SHAPES[name].title:<30}{cells}", flush=True)
        found.append((slow, fast))
    return found


def texts(count: int) -> list[str]:
    """Give made-up articles; the tokenizer makes a token of each of their words and marks."""
    chance = random.Random(7)
    words = vocabulary()
    articles = []
    for _ in range(count):
        sentences = []
        left = WORDS_IN_ARTICLE - chance.randrange(120)
        while left > 0:
            length = chance.randrange(12, 24)
            sentences.append(" ".join(chance.choices(words, k=length)).capitalize() + ".")
            left -= length + 1
        articles.append("\n".join(" ".join(sentences[start : start + 4]) for start in range(0, len(sentences), 4)))
    return articles


def vocabulary() -> list[str]:
    """Give 2,000 pronounceable words."""
    chance = random.Random(3)
    return ["".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(3)) for _ in range(2000)]


def make_model(shape: Shape, folder: Path) -> None:
    """Write a model of this shape with random weights and a tokenizer trained on the made-up words."""
    import torch
    from tokenizers import ByteLevelBPETokenizer
    from transformers import AutoConfig, AutoModelForCausalLM, AutoModelForSeq2SeqLM, PreTrainedTokenizerFast

    trained = ByteLevelBPETokenizer()
    rules = chat_messages(Document(text="."), ".", sentences=1, own="en", language="en")[0]["content"]
    corpus = [*texts(40), *(word.capitalize() for word in vocabulary())] * 2 + [rules] * 200  # as short as in earnest
    trained.train_from_iterator(corpus, vocab_size=8000, special_tokens=["<pad>", "</s>"])
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=trained._tokenizer, pad_token="<pad>", eos_token="</s>", model_max_length=32768
    )
    tokenizer.chat_template = "{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\n{% endfor %}assistant:"
    torch.manual_seed(1)
    config = AutoConfig.for_model(shape.kind, **shape.config)
    kind: Any = AutoModelForSeq2SeqLM if config.is_encoder_decoder else AutoModelForCausalLM
    model = kind.from_config(config, dtype=torch.bfloat16)
    model.generation_config.min_new_tokens = room(tokenizer)  # both write as much
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def room(tokenizer: Any) -> int:
    """Give the tokens that the engine allows for one sentence of these articles."""
    text = texts(1)[0][:MEASURED_CHARS]
    rate = len(tokenizer(text, add_special_tokens=False)["input_ids"]) / len(text)
    return answer_tokens(sentences=1, language="en", rate=rate, translated=False)


def naive_elsewhere(folder: Path, device: str) -> float:
    """Time the naive way in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.summaries", "--device", device, "--naive-of", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(json.loads(done.stdout.splitlines()[-1])["seconds"])


def naive(folder: Path, device: str) -> dict[str, float]:
    """Summarise a few articles as model cards show it; seconds per article."""
    import torch
    from transformers import AutoConfig, AutoModelForCausalLM, AutoModelForSeq2SeqLM, AutoTokenizer

    encodes = AutoConfig.from_pretrained(folder).is_encoder_decoder
    kind: Any = AutoModelForSeq2SeqLM if encodes else AutoModelForCausalLM  # not typed in a way that mypy reads
    where = choose_device(device)
    model = kind.from_pretrained(folder, dtype=torch.float32).to(where)
    tokenizer = AutoTokenizer.from_pretrained(folder)
    seconds = []
    for text in texts(NAIVE_ARTICLES):
        started = time.perf_counter()
        prompt = text if encodes else f"Summarise this article in one sentence.\n\n{text}\n\nSummary:"
        inputs = tokenizer(prompt, return_tensors="pt", return_token_type_ids=False).to(where)
        model.generate(**inputs, max_new_tokens=room(tokenizer), do_sample=False)
        seconds.append(time.perf_counter() - started)
    counted = seconds if where == "cpu" else seconds[1:]
    return {"seconds": sum(counted) / len(counted)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What the engine took."""

    seconds: float
    lag_ms: float
    memory: str


async def engine(folder: Path, *, articles: int, device: str) -> Measured:
    """Summarise through the real engine and watch the loop meanwhile."""
    summarizer = TransformerSummarizer(str(folder), device=device)
    await summarizer.ready()
    documents = [Document(text=text, language="en") for text in texts(articles)]
    lags: list[float] = []
    watching = asyncio.create_task(watch(lags))
    started = time.perf_counter()
    answers = await summarizer.summarize(documents, sentences=1)
    seconds = (time.perf_counter() - started) / articles
    watching.cancel()
    failed = [answer for answer in answers if isinstance(answer, EngineFailed)]
    if failed:
        raise SystemExit(f"the engine failed: {failed[0]}")
    memory = memory_of(summarizer)
    await summarizer.aclose()
    return Measured(seconds=seconds, lag_ms=1000 * sorted(lags)[int(len(lags) * 0.99)], memory=memory)


async def watch(lags: list[float]) -> None:
    """Note how late each short sleep ends."""
    while True:
        before = time.perf_counter()
        await asyncio.sleep(LAG_STEP_SECONDS)
        lags.append(time.perf_counter() - before - LAG_STEP_SECONDS)


def memory_of(summarizer: TransformerSummarizer) -> str:
    """Give the resident and peak memory of the engine's process (Linux)."""
    status = Path(f"/proc/{summarizer.pid}/status")
    if not status.exists():
        return "-"
    sizes = dict(line.split(":", 1) for line in status.read_text().splitlines())
    now, peak = (int(sizes[name].split()[0]) / 1e6 for name in ("VmRSS", "VmHWM"))
    return f"{now:.1f}/{peak:.1f}"


if __name__ == "__main__":
    main()
