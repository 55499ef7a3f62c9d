"""Loads one model and writes with it, in the worker process: tokens, batches, devices and precisions.

Any encoder-decoder or chat model in safetensors; never runs a model's own code, never reaches the network. Greedy,
so that the same article gives the same answer.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.base import EngineUnavailable
from summarizer.batching import plan_batches
from summarizer.prompts import ChatMessages

NO_REPEAT_NGRAM = 2  # for encoder-decoder models, as on the model card of csebuetnlp/mT5_multilingual_XLSum

IsCancelled = Callable[[], bool]


@dataclass(slots=True, kw_only=True)
class LoadedModel:
    """A model ready to write. `translates`: it follows a request for another language."""

    model: Any
    tokenizer: Any
    device: str
    precision: str
    encodes: bool

    @property
    def translates(self) -> bool:
        return not self.encodes

    def count(self, texts: list[str]) -> list[int]:
        """Count the tokens of each text, without marks of begin and end."""
        return [len(ids) for ids in self.tokenizer(texts, add_special_tokens=False)["input_ids"]]

    def harmless(self, text: str) -> str:
        """Take from an article what the tokenizer reads as the end of a text, or as somebody's turn."""
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
        max_new_tokens: int,
        max_input_tokens: int,
        max_items: int,
        language: str = "",
        min_new_tokens: int = 0,
        is_cancelled: IsCancelled = lambda: False,
    ) -> list[str]:
        """Answer each prompt, in order; prompts longer than `max_input_tokens` lose their end.

        Raises MemoryError where the machine has too little for the batch.
        """
        lengths = self.count(list(prompts))
        answers = [""] * len(prompts)
        options = {"max_new_tokens": max_new_tokens, "min_new_tokens": min_new_tokens, **self._language(language)}
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
            for index, text in zip(batch, self._generate(encoded, options, is_cancelled), strict=True):
                answers[index] = text
        return answers

    def _generate(self, encoded: Any, options: dict[str, Any], is_cancelled: IsCancelled) -> list[str]:
        import torch

        if is_cancelled():
            return [""] * len(encoded["input_ids"])
        try:
            with torch.inference_mode():
                written = self.model.generate(
                    **encoded,
                    **self._manner(),
                    **options,
                    stopping_criteria=_stopping(is_cancelled),
                )
        except RuntimeError as error:  # torch.OutOfMemoryError on a card; "can't allocate memory" on a processor
            if "memory" in str(error).casefold():
                raise MemoryError(str(error).splitlines()[0]) from error
            raise
        new = written if self.encodes else written[:, encoded["input_ids"].shape[1] :]
        texts: list[str] = self.tokenizer.batch_decode(new, skip_special_tokens=True)
        return texts

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


def load_model(folder: Path, *, model: str, device: str = "auto", precision: str = "auto") -> LoadedModel:
    """Load a model from its folder in the precision that suits the machine.

    Raises EngineUnavailable for a model that cannot be loaded, MemoryError where the machine has too little.
    """
    import torch
    import transformers
    from transformers import AutoConfig, AutoModelForCausalLM, AutoModelForSeq2SeqLM, AutoTokenizer

    quiet: Any = transformers.logging
    quiet.set_verbosity_error()
    quiet.disable_progress_bar()
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS") or os.cpu_count() or 1))
    device = choose_device(device)
    options = {"local_files_only": True, "trust_remote_code": False}
    try:
        config = AutoConfig.from_pretrained(folder, **options)
        precision = choose_precision(precision, device, encodes=bool(config.is_encoder_decoder))
        tokenizer = AutoTokenizer.from_pretrained(folder, **options)
        kind = AutoModelForSeq2SeqLM if config.is_encoder_decoder else AutoModelForCausalLM
        loaded: Any = kind.from_pretrained(
            folder, config=config, dtype=_dtype(precision), use_safetensors=True, **options
        )
    except MemoryError:
        raise
    except Exception as error:
        raise _unloadable(error, model) from error
    loaded.eval()
    if precision == "int8":
        quantize(loaded)
    loaded.to(device)
    _prepare(loaded, tokenizer, encodes=bool(config.is_encoder_decoder))
    return LoadedModel(
        model=loaded, tokenizer=tokenizer, device=device, precision=precision, encodes=bool(config.is_encoder_decoder)
    )


def choose_device(wanted: str) -> str:
    """Give the device to run on: what was asked for, or the graphics card where there is one."""
    import torch

    if wanted != "auto":
        return wanted
    return "cuda" if torch.cuda.is_available() else "cpu"


def choose_precision(wanted: str, device: str, *, encodes: bool) -> str:
    """Give fp32, bf16, fp16 or int8: what was asked for, or what is fast on the device and good enough for the model.

    On a processor, writing is bound by reading weights from memory. An encoder-decoder model takes int8 well. In chat
    models a few activations are far larger than the others, which int8 steps blur: they get bf16 where the processor
    computes in it, which is nearly as fast.
    """
    import torch

    if wanted != "auto":
        return wanted
    if device.startswith("cuda"):
        return "bf16" if torch.cuda.is_bf16_supported() else "fp16"
    return "bf16" if not encodes and torch.ops.mkldnn._is_mkldnn_bf16_supported() else "int8"


def quantize(model: Any) -> None:
    """Turn the weights of linear layers into int8, and all else but the embedding into fp32, layer by layer.

    So never more than one layer is in memory twice. The embedding stays as it was loaded: only its output is cast.
    The layers are torch's own for dynamic quantization, one fused kernel each; torchao's took five times as long here.
    """
    import torch
    from torch.ao.nn.quantized import dynamic
    from torch.ao.quantization import per_channel_dynamic_qconfig

    int8: Any = dynamic.Linear

    def convert(module: Any) -> None:
        children: list[tuple[str, Any]] = list(module.named_children())
        for name, child in children:
            if type(child) is torch.nn.Linear:
                # A new layer: an output layer shares its weight with the embedding, which must keep its own.
                layer: Any = torch.nn.Linear(child.in_features, child.out_features, bias=False, device="meta")
                layer.weight = _fp32(child.weight)
                layer.bias = _fp32(child.bias) if child.bias is not None else None
                del child.weight
                layer.qconfig = per_channel_dynamic_qconfig
                setattr(module, name, int8.from_float(layer))
            elif isinstance(child, torch.nn.Embedding) and child.num_embeddings > LARGE_VOCABULARY:
                child.register_forward_hook(lambda _module, _given, output: output.float())
            else:
                convert(child)
        for name, weight in list(module.named_parameters(recurse=False)):
            setattr(module, name, _fp32(weight))
        for name, buffer in list(module.named_buffers(recurse=False)):
            if buffer.is_floating_point():
                setattr(module, name, buffer.float())

    def _fp32(weight: Any) -> Any:
        return torch.nn.Parameter(weight.detach().float(), requires_grad=False)

    convert(model)


LARGE_VOCABULARY = 1_000  # a smaller embedding (of positions, say) takes no memory worth saving


def _prepare(model: Any, tokenizer: Any, *, encodes: bool) -> None:
    """Set what batches need: a pad token, the side of the padding, and no sampling left over from the model's file."""
    if tokenizer.pad_token_id is None:
        tokenizer.pad_token = tokenizer.eos_token
    tokenizer.padding_side = "right" if encodes else "left"
    settings = model.generation_config
    settings.temperature = settings.top_p = settings.top_k = None
    settings.max_length = None


def _dtype(precision: str) -> Any:
    import torch

    return {"fp32": torch.float32, "fp16": torch.float16, "bf16": torch.bfloat16, "int8": torch.bfloat16}[precision]


def _stopping(is_cancelled: IsCancelled) -> Any:
    import torch
    from transformers import StoppingCriteria, StoppingCriteriaList

    class Cancelled(StoppingCriteria):
        def __call__(self, input_ids: Any, scores: Any, **options: Any) -> Any:
            return torch.full((input_ids.shape[0],), is_cancelled(), dtype=torch.bool, device=input_ids.device)

    return StoppingCriteriaList([Cancelled()])


def _unloadable(error: Exception, model: str) -> Exception:
    text = " ".join(str(error).split())
    if "memory" in text.casefold() and isinstance(error, RuntimeError):
        return MemoryError(text[:200])
    if "trust_remote_code" in text:
        return EngineUnavailable(f"{model} runs code of its own, which Tidings does not allow: choose another model")
    return EngineUnavailable(f"{model} cannot be loaded ({type(error).__name__}: {text[:200]}): choose another model")
