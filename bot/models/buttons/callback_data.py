"""Writes presses as callback data and reads them back, by the types of their fields. Knows no press by name.

The data is the verb and the fields in their order, parted by colons: `ti:12:1:0`. A number stands as it is, a bool as 0
or 1, None as 0 where the field holds numbers (ids begin at 1) and as nothing elsewhere. Trailing fields that have their
default value are left out. A text stands as it is, so only the last field may hold a colon.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import MISSING, dataclass, fields
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

MAX_DATA_BYTES = 64  # https://core.telegram.org/bots/api#inlinekeyboardbutton
_VERB = re.compile(r"[a-z]{2}")
_DATA = re.compile(r"[a-z]{2}(?::[A-Za-z0-9_+:/ -]*)?")  # ASCII: as many bytes as characters
_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
_NONE = {int: "0", bool: "", str: ""}


class Action:
    """Base of every press: a frozen dataclass with a verb of two letters that no other press has.

    Fields are int, bool or str, or one of these or None. `Annotated[int, range(1, 13)]` bounds the values.
    """

    __slots__ = ()
    verb: ClassVar[str]


class Change(Action):
    """Base of the presses that change a chat's settings: in groups, administrators only may use them."""

    __slots__ = ()


P = TypeVar("P", bound=Action)


class CallbackData(Generic[P]):
    """The codec of these kinds of presses. Raises TypeError for a field or a verb that it cannot write."""

    def __init__(self, kinds: Iterable[type[P]]) -> None:
        self._forms: dict[str, _Form[P]] = {}
        for kind in kinds:
            if kind.verb in self._forms or not _VERB.fullmatch(kind.verb):
                raise TypeError(f"{kind.__name__}: the verb {kind.verb!r} is taken, or is not two letters")
            self._forms[kind.verb] = _Form(kind)

    def encode(self, press: P) -> str:
        """`press` in 1 to 64 bytes. Raises ValueError for values that would not read back."""
        data = self._forms[press.verb].write(press)
        if self.decode(data) != press:
            raise ValueError(f"{press} cannot be written as callback data")
        return data

    def decode(self, data: str | None) -> P | None:
        """The press that `data` stands for, or None for data that `encode` did not write."""
        if data is None or len(data) > MAX_DATA_BYTES or not _DATA.fullmatch(data):
            return None
        form = self._forms.get(data[:2])
        if form is None:
            return None
        try:
            press = form.read(data)
        except ValueError:
            return None
        return press if form.write(press) == data else None  # there is one way to write a press


class _Form(Generic[P]):
    """How one kind of press is written: its fields in their order."""

    def __init__(self, kind: type[P]) -> None:
        hints = get_type_hints(kind, include_extras=True)
        declared = fields(kind)  # type: ignore[arg-type]  # mypy cannot know that every press is a dataclass
        self._kind = kind
        self._fields = [_field(entry.name, hints[entry.name], default=entry.default) for entry in declared]

    def write(self, press: P) -> str:
        values = [(field, getattr(press, field.name)) for field in self._fields]
        while values and values[-1][1] == values[-1][0].default:
            values.pop()
        return ":".join([press.verb, *(field.write(value) for field, value in values)])

    def read(self, data: str) -> P:
        """The press. Raises ValueError for a value it cannot have, one too many, or a missing one without default."""
        _, *texts = data.split(":", len(self._fields) or -1)
        given, left_out = self._fields[: len(texts)], self._fields[len(texts) :]
        if any(field.default is MISSING for field in left_out):
            raise ValueError(data)
        return self._kind(**{field.name: field.read(text) for field, text in zip(given, texts, strict=True)})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """One value of a press: its type, the values it may have (None: all), and its default."""

    name: str
    kind: type[int] | type[bool] | type[str]
    optional: bool
    allowed: Container[Any] | None
    default: Any

    def write(self, value: Any) -> str:
        if value is None:
            return _NONE[self.kind]
        return str(int(value)) if self.kind is bool else str(value)

    def read(self, text: str) -> Any:
        if self.optional and text == _NONE[self.kind]:
            return None
        if self.kind is not str and not _NUMBER.fullmatch(text):
            raise ValueError(text)
        value: Any = text if self.kind is str else self.kind(int(text))
        if self.allowed is not None and value not in self.allowed:
            raise ValueError(text)
        return value


def _field(name: str, hint: Any, *, default: Any) -> _Field:
    allowed = None
    if get_origin(hint) is Annotated:
        hint, allowed, *_ = get_args(hint)
    kinds = set(get_args(hint)) if get_origin(hint) in (Union, UnionType) else {hint}
    optional = NoneType in kinds
    kinds -= {NoneType}
    if len(kinds) != 1 or not kinds <= _NONE.keys():
        raise TypeError(f"field {name}: callback data holds int, bool or str, or one of these or None, not {hint}")
    return _Field(name=name, kind=kinds.pop(), optional=optional, allowed=allowed, default=default)
