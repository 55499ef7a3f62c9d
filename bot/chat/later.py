"""Names handlers of modules that are loaded when the first of them is called."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from importlib import import_module


class Later:
    """Stands for a module of `bot.chat.handlers` of which only coroutine functions are asked."""

    def __init__(self, name: str) -> None:
        self._name = f"bot.chat.handlers.{name}"

    def __getattr__(self, name: str) -> Callable[..., Awaitable[None]]:
        async def call(*arguments: object, **named: object) -> None:
            await getattr(import_module(self._name), name)(*arguments, **named)

        return call


def modules_later(names: str) -> Iterator[Later]:
    """One for each of the names, which are separated by spaces."""
    return map(Later, names.split())
