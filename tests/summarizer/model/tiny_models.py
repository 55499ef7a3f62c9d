"""Tiny models made in place: the real architectures with a byte vocabulary, taught a few articles' first sentences.

Teaching takes some seconds and is done once for a test run, shared by its workers.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any

BOS, EOS, PAD, UNK = "<s>", "</s>", "<pad>", "<unk>"
WORDS = (
    *("ada", "boats", "bridge", "city", "dock", "early", "ferry", "gulls", "harbour", "ice", "jetty", "keel", "lamp"),
    *("mayor", "north", "ocean", "pier", "quay", "rain", "ship", "tide", "under", "vessel", "wind", "yard", "zone"),
    *("anchor", "bay", "crew", "deck", "east", "fog"),
)
SENTENCE_WORDS = 6
ARTICLE_SENTENCES = 3
POOL = 12  # articles: a model that tells them apart has read them
STEPS = 100
TEMPLATE = (
    "{% for message in messages %}{% if message.role == 'user' %}{{ message.content }}{% endif %}{% endfor %}"
    "{% if add_generation_prompt and not enable_thinking %} <s>{% endif %}"
)


def an_article(rng: random.Random) -> tuple[str, str]:
    """An article of words that occur once each, and its first sentence."""
    words = rng.sample(WORDS, SENTENCE_WORDS * ARTICLE_SENTENCES)
    starts = range(0, len(words), SENTENCE_WORDS)
    sentences = [" ".join(words[start : start + rng.randint(4, SENTENCE_WORDS)]).capitalize() + "." for start in starts]
    return " ".join(sentences[: rng.randint(1, ARTICLE_SENTENCES)]), sentences[0]


def articles() -> list[tuple[str, str]]:
    """The articles that the models are taught, with their first sentences."""
    rng = random.Random(7)
    return [an_article(rng) for _ in range(POOL)]


def make_tokenizer(folder: Path, *, chat: bool) -> Any:
    """A tokenizer with one token a known word, and bytes for everything else."""
    from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {token: index for index, token in enumerate([PAD, EOS, BOS, UNK, *alphabet])}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[], unk_token=UNK))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    words = [form for word in WORDS for form in (f" {word}", word.capitalize())]
    tokenizer.add_tokens([AddedToken(word, normalized=False) for word in words])
    if not chat:
        tokenizer.post_processor = processors.TemplateProcessing(
            single=f"$A {EOS}", special_tokens=[(EOS, vocabulary[EOS])]
        )
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token=PAD, eos_token=EOS, bos_token=BOS, unk_token=UNK,
        clean_up_tokenization_spaces=False,
    )  # fmt: skip
    if chat:
        fast.chat_template = TEMPLATE
    fast.save_pretrained(folder)
    return fast


def make_model(kind: str, vocabulary: int) -> Any:
    """An untaught model: a seed makes it the same each time."""
    import torch
    from transformers import MT5Config, MT5ForConditionalGeneration, Qwen3Config, Qwen3ForCausalLM

    torch.manual_seed(7)
    if kind == "mt5":
        return MT5ForConditionalGeneration(
            MT5Config(
                vocab_size=vocabulary, d_model=64, d_kv=16, d_ff=128, num_layers=2, num_heads=4, dropout_rate=0.0,
                pad_token_id=0, eos_token_id=1, decoder_start_token_id=0, tie_word_embeddings=False,
            )
        )  # fmt: skip
    return Qwen3ForCausalLM(
        Qwen3Config(
            vocab_size=vocabulary, hidden_size=64, intermediate_size=128, num_hidden_layers=2, num_attention_heads=4,
            num_key_value_heads=2, head_dim=16, max_position_embeddings=4096, tie_word_embeddings=True,
            pad_token_id=0, eos_token_id=1, bos_token_id=2,
        )
    )  # fmt: skip


def teach(model: Any, tokenizer: Any, kind: str, prompt: Any, steps: int = STEPS) -> float:
    """Train a model to copy the first sentence of an article; gives the last loss."""
    import torch

    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3, weight_decay=0.0)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 5e-3, total_steps=steps)
    model.train()
    loss = 0.0
    for _ in range(steps):
        pairs = articles()
        if kind == "mt5":
            inputs = tokenizer([article for article, _ in pairs], padding=True, return_tensors="pt")
            labels = tokenizer([first for _, first in pairs], padding=True, return_tensors="pt")["input_ids"]
            labels[labels == tokenizer.pad_token_id] = -100
            given = {"input_ids": inputs["input_ids"], "attention_mask": inputs["attention_mask"], "labels": labels}
        else:
            given = _chat_batch(tokenizer, prompt, pairs)
        result = model(**given)
        result.loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        loss = float(result.loss.detach())
    model.eval()
    return loss


def _chat_batch(tokenizer: Any, prompt: Any, pairs: list[tuple[str, str]]) -> dict[str, Any]:
    import torch

    asked = [tokenizer(prompt(article), add_special_tokens=False)["input_ids"] for article, _ in pairs]
    told = [tokenizer(first, add_special_tokens=False)["input_ids"] + [tokenizer.eos_token_id] for _, first in pairs]
    longest = max(len(a) + len(b) for a, b in zip(asked, told, strict=True))
    ids, mask, labels = [], [], []
    for a, b in zip(asked, told, strict=True):
        pad = longest - len(a) - len(b)
        ids.append([tokenizer.pad_token_id] * pad + a + b)
        mask.append([0] * pad + [1] * (len(a) + len(b)))
        labels.append([-100] * (pad + len(a)) + b)
    return {"input_ids": torch.tensor(ids), "attention_mask": torch.tensor(mask), "labels": torch.tensor(labels)}


def chat_prompt(tokenizer: Any, article: str) -> str:
    """The prompt as the engine words it."""
    from summarizer import Document
    from summarizer.prompts import chat_messages

    messages = chat_messages(Document(text=article), article, sentences=1, own="en", language="en")
    text: str = tokenizer.apply_chat_template(
        messages, tokenize=False, add_generation_prompt=True, enable_thinking=False
    )
    return text


def make(kind: str, folder: Path, *, taught: bool = True) -> float:
    """Make the model of a kind, "qwen3" or "mt5", in a folder."""
    import torch

    torch.set_num_threads(1)
    tokenizer = make_tokenizer(folder, chat=kind == "qwen3")
    model = make_model(kind, len(tokenizer))
    loss = 0.0
    if taught:
        loss = teach(model, tokenizer, kind, lambda article: chat_prompt(tokenizer, article))
    model.save_pretrained(folder)
    return loss


if __name__ == "__main__":  # both by one process, as it takes longer to load the libraries than to teach
    for name in ("mt5", "qwen3"):
        make(name, Path(sys.argv[1]) / name)
