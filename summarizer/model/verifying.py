"""Judges sentences with a loaded second reader, in the worker process: an entailment or a grounded-token model.

On the processor, in fp32. Says which sentences an article bears out; changes no word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.base import EngineUnavailable
from summarizer.model.loading import check_whole, prepare_libraries
from summarizer.model.premises import VerifierKind, choose_premise, entailment_label, unsupported_label, verifier_kind
from summarizer.model.verifier import verifier_problem
from summarizer.sentences import split_sentences

MAX_TOKENS = {VerifierKind.ENTAILMENT: 512, VerifierKind.TOKENS: 1024}  # read at once, the sentence included
OVERHEAD_TOKENS = 24  # marks between the texts, and the words around the article
THRESHOLD = 0.5
# The words that LettuceDetect's models were taught with.
PROMPT = "Summarize the following text:\n{}\noutput:"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedVerifier:
    """A reader ready to judge. `label` is that of what follows (entailment) or of what does not stand (tokens)."""

    model: Any
    tokenizer: Any
    kind: VerifierKind
    label: int
    max_tokens: int

    def judge(self, text: str, claims: Sequence[str], language: str) -> list[bool]:
        """Say of each sentence whether the article bears it out."""
        sentences = [piece for line in text.splitlines() for piece in split_sentences(line, language)]
        return [bool(sentences) and self._stands(claim, sentences) for claim in claims]

    def _stands(self, claim: str, sentences: list[str]) -> bool:
        import torch

        room = self.max_tokens - self._count([claim])[0] - OVERHEAD_TOKENS
        premise = choose_premise(claim, sentences, max_tokens=room, count=self._count)
        told = PROMPT.format(premise) if self.kind is VerifierKind.TOKENS else premise
        encoded = self.tokenizer(
            told, claim, truncation="longest_first", max_length=self.max_tokens, return_tensors="pt"
        )
        with torch.inference_mode():
            chances = torch.softmax(self.model(**encoded).logits[0].float(), dim=-1)
        if self.kind is VerifierKind.ENTAILMENT:
            return bool(chances[self.label] >= THRESHOLD)
        return not any(
            chance >= THRESHOLD and any(map(str.isalnum, self.tokenizer.decode([token])))
            for token, chance, part in zip(
                encoded["input_ids"][0].tolist(),
                chances[:, self.label].tolist(),
                encoded.sequence_ids(0),
                strict=True,
            )
            if part == 1  # of the claim
        )

    def _count(self, texts: list[str]) -> list[int]:
        return [len(ids) for ids in self.tokenizer(texts, add_special_tokens=False)["input_ids"]]


def load_verifier(folder: Path, *, name: str) -> LoadedVerifier:
    """Load a reader from its folder. Raises EngineUnavailable for one that cannot be loaded or is none."""
    import torch
    from transformers import (
        AutoConfig,
        AutoModelForSequenceClassification,
        AutoModelForTokenClassification,
        AutoTokenizer,
    )

    if problem := verifier_problem(name, folder):
        raise EngineUnavailable(problem)
    prepare_libraries()
    options = {"local_files_only": True, "trust_remote_code": False}
    try:
        config = AutoConfig.from_pretrained(folder, **options)
        kind = verifier_kind({"architectures": config.architectures, "id2label": config.id2label})
        tokenizer = AutoTokenizer.from_pretrained(folder, **options)
        auto: Any = AutoModelForTokenClassification
        if kind is VerifierKind.ENTAILMENT:
            auto = AutoModelForSequenceClassification
        model, report = auto.from_pretrained(
            folder, dtype=torch.float32, use_safetensors=True, output_loading_info=True, **options
        )
        check_whole(report["missing_keys"], name)
    except (MemoryError, EngineUnavailable):
        raise
    except Exception as error:
        why = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        raise EngineUnavailable(
            f"SUMMARY_VERIFIER={name} cannot be loaded ({why}): name another model, or leave it empty"
        ) from error
    assert kind is not None
    label = entailment_label(config.id2label) if kind is VerifierKind.ENTAILMENT else unsupported_label(config.id2label)
    return LoadedVerifier(
        model=model.eval(),
        tokenizer=tokenizer,
        kind=kind,
        label=label or 0,
        max_tokens=min(MAX_TOKENS[kind], getattr(config, "max_position_embeddings", MAX_TOKENS[kind]) - 2),
    )
