"""A chat model small enough for a test: the Qwen3 architecture, random weights, a tokenizer trained in place."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.summarizer.articles import SAMPLES

SPECIAL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message.role }}\n{{ message.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n"
    "{% if enable_thinking is defined and not enable_thinking %}<think>\n\n</think>\n\n{% endif %}{% endif %}"
)


ROOT = Path(__file__).parents[3]


def build_tiny_chat_model(folder: Path) -> Path:
    """Write config, weights and tokenizer of about 0.2 million parameters to `folder`; the same bytes each time.

    In a process of its own, so that torch and its warnings stay out of the test's.
    """
    command = [sys.executable, "-m", "tests.summarizer.server.tiny_chat_model", str(folder)]
    env = {**os.environ, "HF_HUB_OFFLINE": "1"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return folder


def _build(folder: Path) -> None:
    import torch
    from tokenizers import ByteLevelBPETokenizer
    from transformers import PreTrainedTokenizerFast, Qwen3Config, Qwen3ForCausalLM

    trained = ByteLevelBPETokenizer()
    trained.train_from_iterator(
        [paragraph for sample in SAMPLES for paragraph in sample.paragraphs],
        vocab_size=600,
        special_tokens=list(SPECIAL),
        show_progress=False,
    )
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=trained._tokenizer, eos_token="<|im_end|>", pad_token="<|endoftext|>", chat_template=TEMPLATE
    )
    tokenizer.save_pretrained(folder)
    torch.manual_seed(7)
    config = Qwen3Config(
        vocab_size=len(tokenizer),
        hidden_size=64,
        intermediate_size=128,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        head_dim=16,
        max_position_embeddings=8192,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
        bos_token_id=None,
    )
    Qwen3ForCausalLM(config).save_pretrained(folder)


if __name__ == "__main__":
    _build(Path(sys.argv[1]))
