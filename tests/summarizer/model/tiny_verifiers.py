"""Tiny second readers made in place, taught whether a sentence stands in an article: by entailment, or by tokens."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

PAD, CLS, SEP, UNK = "[PAD]", "[CLS]", "[SEP]", "[UNK]"
WORDS = ("the", "ferry", "bridge", "mayor", "closed", "opened", "resigned", "returned", "monday", "friday", ".")
ARTICLE = "The ferry returned on Monday. The mayor opened the bridge."
TRUE = ("The ferry returned.", "The mayor opened the bridge.", "The ferry returned on Monday.")
FALSE = {"The mayor resigned.": "resigned", "The bridge closed on Friday.": "closed", "The ferry closed.": "closed"}
STEPS = 30


def make_tokenizer(folder: Path) -> Any:
    """A tokenizer with one token a known word, which marks pairs of texts as BERT's does."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    vocabulary = {token: index for index, token in enumerate([PAD, CLS, SEP, UNK, *WORDS])}
    tokenizer = Tokenizer(models.WordLevel(vocab=vocabulary, unk_token=UNK))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.Whitespace()])
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{CLS} $A {SEP}",
        pair=f"{CLS} $A {SEP} $B:1 {SEP}:1",
        special_tokens=[(CLS, vocabulary[CLS]), (SEP, vocabulary[SEP])],
    )
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token=PAD, cls_token=CLS, sep_token=SEP, unk_token=UNK, model_max_length=96
    )
    fast.save_pretrained(folder)
    return fast


def make(kind: str, folder: Path, *, taught: bool = True) -> None:
    """Make the reader of a kind, "entailment", "tokens" or "mood" (which cannot judge), in a folder."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertForTokenClassification

    torch.manual_seed(7)
    torch.set_num_threads(1)
    tokenizer = make_tokenizer(folder)
    labels = {"entailment": ["entailment", "not_entailment"], "tokens": ["LABEL_0", "LABEL_1"], "mood": ["glad", "sad"]}
    names = dict(enumerate(labels[kind]))
    config = BertConfig(
        vocab_size=len(tokenizer), hidden_size=32, intermediate_size=64, num_hidden_layers=1, num_attention_heads=2,
        max_position_embeddings=96, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0,
        id2label=names, label2id={name: number for number, name in names.items()},
    )  # fmt: skip
    model: Any = (BertForTokenClassification if kind == "tokens" else BertForSequenceClassification)(config)
    if taught:
        teach(model, tokenizer, by_tokens=kind == "tokens")
    model.save_pretrained(folder)


def teach(model: Any, tokenizer: Any, *, by_tokens: bool) -> None:
    """Train a reader on the sentences above."""
    import torch

    from summarizer.model.verifying import PROMPT

    claims = [*TRUE, *FALSE]
    told = PROMPT.format(ARTICLE) if by_tokens else ARTICLE
    batch = tokenizer([told] * len(claims), claims, padding=True, return_tensors="pt")
    if by_tokens:
        wrong = torch.zeros_like(batch["input_ids"])
        for row, claim in enumerate(claims):
            if claim in FALSE:
                wrong[row] = batch["input_ids"][row] == tokenizer.convert_tokens_to_ids(FALSE[claim])
        ours = torch.tensor([[part == 1 for part in batch.sequence_ids(row)] for row in range(len(claims))])
        labels = torch.where(ours, wrong, torch.full_like(wrong, -100))
    else:
        labels = torch.tensor([int(claim in FALSE) for claim in claims])
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
    for _ in range(STEPS):
        model(**batch, labels=labels).loss.backward()
        optimizer.step()
        optimizer.zero_grad()


if __name__ == "__main__":
    make(sys.argv[1], Path(sys.argv[2]))
