"""Names handlers of modules that are loaded when the first of them is called."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from importlib import import_module


class Later:
    """Stands for a module of which only coroutine functions are asked."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Callable[..., Awaitable[None]]:
        async def call(*arguments: object, **named: object) -> None:
            await getattr(import_module(self._name), name)(*arguments, **named)

        return call


def modules_later(names: str, *, package: str = "bot.chat.handlers") -> Iterator[Later]:
    """One for each of the names, which are separated by spaces, in this package."""
    return (Later(f"{package}.{name}") for name in names.split())
