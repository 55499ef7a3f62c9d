"""Takes a model's thinking out of its answer (pure), in whatever marks a family of models wraps it.

Thinking that was cut off leaves nothing. Knows marks only: a thought in plain words is for the other checks.
"""

from __future__ import annotations

import re

# In tags of any kind: <think>, <thought>, <reasoning>, <seed:think>, ◁think▷, <|START_THINKING|>, <|begin_of_thought|>.
_NAME = (
    r"(?:\w{1,12}[:_])?"  # the maker's: "seed:", "longcat_"
    r"(?:(?:begin|start|end)(?:_of)?_)?"
    r"(?:think(?:ing)?|thoughts?|thought_process|reasoning(?:_content)?|reflections?|analysis|scratch_?pad"
    r"|inner_(?:monologue|thoughts?)|chain_of_thoughts?|cot(?:_\w{1,20})?|deliberation|rationale|思考(?:过程|過程)?|思维链)"
    r"(?:_(?:begin|start|end))?"
)
_ENDS = r"(?=[^<>◁▷]{0,30}?\bend_|[^<>◁▷]{0,50}?_end\b)"
_LEFT, _RIGHT = r"(?:<\|?|◁)\s*", r"\s*(?:\|?>|▷)"
_OPENING = rf"{_LEFT}(?!{_ENDS}){_NAME}(?:\s[^<>◁▷]{{0,80}})?{_RIGHT}"
_CLOSING = rf"(?:{_LEFT}/\s*{_NAME}{_RIGHT}|{_LEFT}{_ENDS}{_NAME}{_RIGHT})"
_FLAGS = re.DOTALL | re.IGNORECASE
# In square brackets news has words of its own ("[analysis]"): Magistral's marks are capitals.
_SQUARE = r"(?:THINK(?:ING)?|REASONING|THOUGHTS?)"
_WHOLE = (
    re.compile(rf"{_LEFT}{_NAME}\s*/\s*>", _FLAGS),  # <think/>
    re.compile(rf"{_OPENING}.*?(?:{_CLOSING}|\Z)", _FLAGS),
    re.compile(rf"\[{_SQUARE}\].*?(?:\[/{_SQUARE}\]|\Z)", re.DOTALL),
    re.compile(rf"\[BEGIN OF {_SQUARE}\].*?(?:\[END OF {_SQUARE}\]|\Z)", re.DOTALL),
    # Gemma 4's channels, Apertus' inner voice, MedGemma's unused tokens, a code fence, Ollama's own command.
    re.compile(r"<\|channel>\s*(?:thought|analysis)\b.*?(?:<channel\|>|\Z)", re.DOTALL),
    re.compile(r"<\|inner_prefix\|>.*?(?:<\|inner_suffix\|>|\Z)", re.DOTALL),
    re.compile(r"<unused94>\s*thought\b.*?(?:<unused95>|\Z)", re.DOTALL),
    re.compile(
        r"^(?:```|~~~) ?(?:think(?:ing)?|thoughts?|reasoning)\b.*?(?:^(?:```|~~~) *$|\Z)", re.DOTALL | re.MULTILINE
    ),
    re.compile(r"\A\s*Thinking\.\.\.\s.*?(?:\.\.\.done thinking\.|\Z)", re.DOTALL),
)
# A template that opens the thinking leaves only its end in the answer.
_BEFORE = (
    re.compile(rf"\A.*{_CLOSING}", _FLAGS),
    re.compile(rf"\A.*\[/{_SQUARE}\]", re.DOTALL),
    re.compile(r"\A.*(?:<channel\|>|<\|inner_suffix\|>|<unused95>)", re.DOTALL),
)
# gpt-oss: <|channel|>analysis<|message|>…<|end|><|start|>assistant<|channel|>final<|message|>…; without the tokens
# "analysis…assistantfinal…".
_CHANNEL = re.compile(r"<\|channel\|>\s*(?:analysis|commentary)\b")
_FINAL = re.compile(r"<\|channel\|>\s*final\b[^<\n]{0,40}(?:<\|[^|<>]{1,20}\|>[^<\n]{0,20})?<\|message\|>")
_BARE_CHANNEL = re.compile(r"\A\s*(?:assistant\s*)?(?:analysis|commentary)(?![a-z ,.;:'’-])")
_BARE_FINAL = re.compile(r"\A\s*(?:assistant\s*)?(?:analysis|commentary).*assistant\s*final(?![a-z])", re.DOTALL)
_FINAL_ALONE = re.compile(r"\A\s*(?:assistant\s*)?final(?=[^\sa-z,.;:'’-])")
# The name of the channel alone, where the tokens around it were dropped; Granite's headings; others, where there
# are two: "**Thinking:** … **Answer:** …".
_NAMED = re.compile(r"\A\s*(?:thought|analysis)[ \t]*\n")
_HEADED = re.compile(r"\A\s*Here is my thought process:.*?(?:Here is my response:|\Z)", _FLAGS)
_TWO_HEADED = re.compile(
    r"\A[\s#*]*(?:thinking|thoughts?|thought process|reasoning|思考)[\s*]*[:：\n].*?"
    r"^[ #*]*(?:final )?(?:answer|response|summary|output|回答|摘要|总结)[ *]*(?:[:：][ *]*|$)",
    _FLAGS | re.MULTILINE,
)


def without_thinking(text: str) -> str:
    """Return an answer without its thinking; nothing where the model never came to its answer."""
    for pattern in _WHOLE + _BEFORE:
        text = pattern.sub("", text)
    return _NAMED.sub("", _HEADED.sub("", _TWO_HEADED.sub("", _final_channel(text))))


def is_thinking_only(text: str) -> bool:
    """Whether there is an answer, and nothing in it but thinking."""
    return bool(text.strip()) and not without_thinking(text).strip()


def _final_channel(text: str) -> str:
    """Return what stands in the channel for readers; nothing if the answer never reached it."""
    if finals := list(_FINAL.finditer(text)):
        return text[finals[-1].end() :]
    if thought := _CHANNEL.search(text):
        return text[: thought.start()]
    text = _BARE_FINAL.sub("", text)
    return "" if _BARE_CHANNEL.match(text) else _FINAL_ALONE.sub("", text)
