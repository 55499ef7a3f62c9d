"""Writes with a loaded model, in the worker process: tokens, batches, prompts.

Any encoder-decoder or chat model, as `loading` gives it. Greedy, so that the same article gives the same answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.model.batching import plan_batches
from summarizer.prompts import ChatMessages

NO_REPEAT_NGRAM = 2  # for encoder-decoder models, as on the model card of csebuetnlp/mT5_multilingual_XLSum

LOOP_TOKENS = 48  # that repeat what stands before them, in rounds of a third at most
LOOP_STEP = 8  # tokens between two looks

IsCancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a model wrote; `cut`: it was stopped before its end, as it had no more room."""

    text: str
    cut: bool = False


@dataclass(slots=True, kw_only=True)
class LoadedModel:
    """A model ready to write. `translates`: it follows a request for another language."""

    model: Any
    tokenizer: Any
    device: str
    precision: str
    encodes: bool
    rewords: bool = True  # it is large enough for words of its own

    @property
    def translates(self) -> bool:
        return not self.encodes

    def count(self, texts: list[str]) -> list[int]:
        """Count the tokens of each text, without marks of begin and end."""
        return [len(ids) for ids in self.tokenizer(texts, add_special_tokens=False)["input_ids"]]

    def rate(self, text: str) -> float:
        """Return how many tokens a character of a text like this one takes."""
        return self.count([text])[0] / max(len(text), 1)

    def harmless(self, text: str) -> str:
        """Take from an article what the tokenizer reads as the end of a text, or as the boundary of a message."""
        marks = {mark for mark in self.tokenizer.get_added_vocab() if mark[:1] + mark[-1:] in ("<>", "[]")}
        for mark in sorted(marks | set(self.tokenizer.all_special_tokens), key=len, reverse=True):
            text = text.replace(mark, " ")
        return text

    def chat_prompt(self, messages: ChatMessages) -> str:
        """Word a chat as this model was taught to read it; one without a template gets the plain text."""
        if not self.tokenizer.chat_template:
            return "\n\n".join(message["content"] for message in messages) + "\n\nSummary: "
        options = {"tokenize": False, "add_generation_prompt": True, "enable_thinking": False}
        try:
            return str(self.tokenizer.apply_chat_template(messages, **options))
        except Exception:  # a template without a system role raises an error of its own making
            merged = "\n\n".join(message["content"] for message in messages)
            return str(self.tokenizer.apply_chat_template([{"role": "user", "content": merged}], **options))

    def write(
        self,
        prompts: Sequence[str],
        *,
        rooms: Sequence[int],
        max_input_tokens: int,
        max_items: int,
        language: str = "",
        is_cancelled: IsCancelled = lambda: False,
    ) -> list[Written]:
        """Answer each prompt, in order, in as many tokens as its place in `rooms` says.

        Prompts longer than `max_input_tokens` lose their end. Raises MemoryError where the machine has too little for
        the batch.
        """
        lengths = self.count(list(prompts))
        answers = [Written(text="")] * len(prompts)
        options = self._language(language)
        for batch in plan_batches(lengths, max_items=max_items):
            encoded = self.tokenizer(
                [prompts[index] for index in batch],
                return_tensors="pt",
                padding=True,
                truncation=True,
                max_length=max_input_tokens,
                return_token_type_ids=False,
                # A chat template writes the mark of the beginning itself.
                add_special_tokens=self.encodes or not self.tokenizer.chat_template,
            ).to(self.device)
            limits = [rooms[index] for index in batch]
            for index, written in zip(batch, self._generate(encoded, limits, options, is_cancelled), strict=True):
                answers[index] = written
        return answers

    def _generate(
        self, encoded: Any, rooms: list[int], options: dict[str, Any], is_cancelled: IsCancelled
    ) -> list[Written]:
        import torch

        if is_cancelled():
            return [Written(text="") for _ in rooms]
        start = 1 if self.encodes else encoded["input_ids"].shape[1]
        try:
            with torch.inference_mode():
                written = self.model.generate(
                    **encoded,
                    **self._manner(),
                    **options,
                    max_new_tokens=max(rooms),
                    stopping_criteria=_stopping(is_cancelled, start, rooms),
                )
        except RuntimeError as error:  # torch.OutOfMemoryError on a card; "can't allocate memory" on a processor
            if "memory" in str(error).casefold():
                raise MemoryError(str(error).splitlines()[0]) from error
            raise
        return [self._read(row[start:][:room].tolist()) for row, room in zip(written, rooms, strict=True)]

    def _read(self, tokens: list[int]) -> Written:
        """Decode the tokens within the room of an answer, up to the one that ends it."""
        ends = self._ends()
        size = next((index for index, token in enumerate(tokens) if token in ends), len(tokens))
        kept = tokens[:size]
        if self.encodes:
            text = self.tokenizer.decode(kept, skip_special_tokens=True)
        else:  # marks of thinking may be special, and the thinking between them must not pass for the answer
            dropped = {self.tokenizer.pad_token_id, self.tokenizer.bos_token_id}
            text = self.tokenizer.decode([token for token in kept if token not in dropped])
        return Written(text=str(text), cut=size == len(tokens))

    def _ends(self) -> set[int]:
        """Return the tokens that end an answer, the model's own and the tokenizer's."""
        own = self.model.generation_config.eos_token_id
        ends = {self.tokenizer.eos_token_id, *(own if isinstance(own, list) else [own])}
        return {end for end in ends if end is not None}

    def _manner(self) -> dict[str, Any]:
        manner: dict[str, Any] = {"do_sample": False, "num_beams": 1, "pad_token_id": self.tokenizer.pad_token_id}
        if self.encodes:
            return manner | {"no_repeat_ngram_size": NO_REPEAT_NGRAM}
        # A cache of fixed size: a growing one is copied with each token. Compiling takes minutes and gains nothing.
        # No penalty for repetition: it would count the article's own names and numbers as repeated.
        return manner | {"cache_implementation": "static", "disable_compile": True}

    def _language(self, language: str) -> dict[str, Any]:
        """Set the language marks of mBART- and NLLB-like tokenizers; nothing for others."""
        codes = [str(code) for code in getattr(self.tokenizer, "lang_code_to_id", None) or {}]
        base = language.split("-")[0]
        code = next((code for code in codes if base and code.split("_")[0] == base), None)
        if code is None or not hasattr(self.tokenizer, "src_lang"):
            return {}
        self.tokenizer.src_lang = code
        return {"forced_bos_token_id": self.tokenizer.convert_tokens_to_ids(code)}


def is_loop(tokens: list[int]) -> bool:
    """Whether the tokens say one thing over and over: the checks refuse such an answer, so nobody waits for its end."""
    return any(tokens[period:] == tokens[:-period] for period in range(1, len(tokens) // 3 + 1))


def _stopping(is_cancelled: IsCancelled, start: int, rooms: list[int]) -> Any:
    """Return the rule that ends an answer that has used up its room, and all of them when nobody waits any more."""
    import torch
    from transformers import StoppingCriteria, StoppingCriteriaList

    limits = torch.tensor(rooms)

    class Stop(StoppingCriteria):
        def __call__(self, input_ids: Any, scores: Any, **options: Any) -> Any:
            if is_cancelled():
                return torch.ones(len(rooms), dtype=torch.bool, device=input_ids.device)
            size = input_ids.shape[1] - start
            ended = limits <= size
            if size >= LOOP_TOKENS and size % LOOP_STEP == 0:
                ended |= torch.tensor([is_loop(tokens) for tokens in input_ids[:, -LOOP_TOKENS:].tolist()])
            return ended.to(input_ids.device)

    return StoppingCriteriaList([Stop()])
