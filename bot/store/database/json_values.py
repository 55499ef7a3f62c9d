"""Frozen values of the models as JSON in a column. What pydantic needs for a type it makes with its first value."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")


class Json(Generic[T]):
    """The JSON of one type: `Json[Schedule](Schedule)`."""

    def __init__(self, kind: Any) -> None:
        self._kind = kind

    @cached_property
    def _adapter(self) -> TypeAdapter[T]:
        from pydantic import TypeAdapter

        return TypeAdapter(self._kind)

    def validate_json(self, text: str | bytes) -> T:
        """The value; ValidationError where the text is not one of this type."""
        return self._adapter.validate_json(text)

    def dump_json(self, value: T, *, exclude_defaults: bool = False) -> bytes:
        """The value as JSON, with or without what is as it is anyway."""
        return self._adapter.dump_json(value, exclude_defaults=exclude_defaults)
