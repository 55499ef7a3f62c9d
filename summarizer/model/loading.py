"""Loads a model from its folder, in the worker process: devices, precisions, and what is wrong with what is there.

Safetensors only; never runs a model's own code, never reaches the network.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import Any

from summarizer.base import EngineUnavailable
from summarizer.limits import SMALL_PARAMETERS
from summarizer.model.generation import LoadedModel

LARGE_VOCABULARY = 1_000  # a smaller embedding (of positions, say) takes too little memory to matter


def load_model(folder: Path, *, model: str, device: str = "auto", precision: str = "auto") -> LoadedModel:
    """Load a model from its folder in the precision that suits the machine.

    Raises EngineUnavailable for a model that cannot be loaded, MemoryError where the machine has too little.
    """
    from transformers import AutoConfig, AutoModelForCausalLM, AutoModelForSeq2SeqLM, AutoTokenizer

    prepare_libraries()
    device = choose_device(device)
    options = {"local_files_only": True, "trust_remote_code": False}
    try:
        config = AutoConfig.from_pretrained(folder, **options)
        encodes = bool(config.is_encoder_decoder)
        precision = choose_precision(precision, device, encodes=encodes)
        tokenizer = AutoTokenizer.from_pretrained(folder, **options)
        kind: Any = AutoModelForSeq2SeqLM if encodes else AutoModelForCausalLM
        weights, report = kind.from_pretrained(
            folder, config=config, dtype=_dtype(precision), use_safetensors=True, output_loading_info=True, **options
        )
        check_whole(report["missing_keys"], model)
        weights.eval()
        rewords = encodes or weights.num_parameters() >= SMALL_PARAMETERS
        if precision == "int8":
            quantize(weights)
        weights.to(device)
        _prepare(weights, tokenizer, encodes=encodes)
    except (MemoryError, EngineUnavailable):
        raise
    except Exception as error:
        raise _unloadable(error, model) from error
    loaded = LoadedModel(
        model=weights, tokenizer=tokenizer, device=device, precision=precision, encodes=encodes, rewords=rewords
    )
    _check_words(loaded, model)
    return loaded


def prepare_libraries() -> None:
    """Let the libraries say errors only, and compute on every core that they may have."""
    import torch
    import transformers

    quiet: Any = transformers.logging
    quiet.set_verbosity_error()
    quiet.disable_progress_bar()
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS") or os.cpu_count() or 1))


def choose_device(wanted: str) -> str:
    """Return the device to run on: what was asked for, or the graphics card where there is one.

    Raises EngineUnavailable for a card that is not there.
    """
    import torch

    has_card = torch.cuda.is_available()
    if wanted.startswith("cuda") and not has_card:
        raise EngineUnavailable("torch finds no graphics card: see to its driver, or set SUMMARY_DEVICE=auto")
    if wanted != "auto":
        return wanted
    return "cuda" if has_card else "cpu"


def choose_precision(wanted: str, device: str, *, encodes: bool) -> str:
    """Return fp32, bf16, fp16 or int8: what was asked for, or what is fast on the device and good enough for the model.

    On a processor, writing is bound by reading weights from memory. An encoder-decoder model takes int8 well. In chat
    models a few activations are far larger than the others, which int8 steps blur: they get bf16 where the processor
    computes in it, which is nearly as fast. Raises EngineUnavailable for int8 on a card: torch has no kernels for it.
    """
    import torch

    on_card = device.startswith("cuda")
    if wanted == "int8" and on_card:
        raise EngineUnavailable("int8 is for processors: set SUMMARY_PRECISION=auto, or SUMMARY_DEVICE=cpu")
    if wanted != "auto":
        return wanted
    if on_card:
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


def _prepare(model: Any, tokenizer: Any, *, encodes: bool) -> None:
    """Set what batches need: a pad token, the side of the padding, and no sampling left over from the model's file."""
    if tokenizer.pad_token_id is None:
        tokenizer.pad_token = tokenizer.eos_token
    tokenizer.padding_side = "right" if encodes else "left"
    settings = model.generation_config
    settings.temperature = settings.top_p = settings.top_k = None
    settings.max_length = None


def check_whole(missing: Collection[str], model: str) -> None:
    """Refuse a model of which weights are missing: the library fills them with noise, and it would write noise."""
    if missing:
        raise EngineUnavailable(f"{model} lacks {len(missing)} of its weights ({min(missing)}, ...): fetch it anew")


def _check_words(loaded: LoadedModel, model: str) -> None:
    """Refuse a model that cannot be spoken to: its tokenizer is missing, or its chat template is broken."""
    if not sum(loaded.count(["The news of the day."])):
        raise EngineUnavailable(
            f"{model} has no tokenizer: fetch it anew, tokenizer.json and tokenizer_config.json too"
        )
    if loaded.encodes:
        return
    try:
        loaded.chat_prompt([{"role": "system", "content": "x"}, {"role": "user", "content": "x"}])
    except Exception as error:
        why = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        raise EngineUnavailable(f"the chat template of {model} is broken ({why}): choose another model") from error


def _dtype(precision: str) -> Any:
    import torch

    return {"fp32": torch.float32, "fp16": torch.float16, "bf16": torch.bfloat16, "int8": torch.bfloat16}[precision]


def _unloadable(error: Exception, model: str) -> Exception:
    text = " ".join(str(error).split())
    if "memory" in text.casefold() and isinstance(error, RuntimeError):
        return MemoryError(text[:200])
    if "trust_remote_code" in text:
        return EngineUnavailable(f"{model} runs code of its own, which Tidings does not allow: choose another model")
    return EngineUnavailable(f"{model} cannot be loaded ({type(error).__name__}: {text[:200]}): choose another model")
