"""The files of texts, each parsed once: messages, their variables, their selects, and the sections they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from fluent.syntax import FluentParser, ast, serialize
from fluent.syntax.visitor import Visitor


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A message: its pattern as written, the variables it uses, and each select as (variable, key -> whole variant)."""

    pattern: str
    variables: frozenset[str]
    selects: tuple[tuple[str, dict[str, str]], ...]


@lru_cache(maxsize=16)
def catalog(language: str) -> dict[str, Text]:
    """Message id -> the message; a syntax error or a doubled id fails."""
    texts: dict[str, Text] = {}
    for entry in _body(language):
        assert not isinstance(entry, ast.Junk), f"{language}: {entry.content!r}"
        if isinstance(entry, ast.Message):
            assert entry.id.name not in texts, f"{language}: {entry.id.name} stands twice"
            seen = _Seen()
            seen.visit(entry)
            pattern = serialize(ast.Resource([entry])).partition("=")[2].strip()
            texts[entry.id.name] = Text(
                pattern=pattern, variables=frozenset(seen.variables), selects=tuple(seen.selects)
            )
    return texts


def outline(language: str) -> list[str]:
    """The headings and the ids of messages, in the order of the file."""
    return [
        entry.id.name if isinstance(entry, ast.Message) else f"## {entry.content}"
        for entry in _body(language)
        if isinstance(entry, ast.Message | ast.GroupComment | ast.ResourceComment)
    ]


@lru_cache(maxsize=16)
def _body(language: str) -> list[ast.EntryType]:
    source = resources.files("bot.locales").joinpath(f"{language}.ftl").read_text("utf-8")
    return FluentParser(with_spans=False).parse(source).body


class _Seen(Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.selects: list[tuple[str, dict[str, str]]] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        assert isinstance(node.selector, ast.VariableReference)
        variants = {_key(variant): _written(variant.value) for variant in node.variants}
        self.selects.append((node.selector.id.name, variants))
        self.generic_visit(node)


def _key(variant: ast.Variant) -> str:
    return variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value


def _written(pattern: ast.Pattern) -> str:
    message = ast.Message(ast.Identifier("x"), pattern)
    return serialize(ast.Resource([message])).partition("=")[2].strip()
