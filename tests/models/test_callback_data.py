"""The codec of callback data: what a press may hold, and what no press may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models.buttons.callback_data import MAX_DATA_BYTES, Action, CallbackData


@dataclass(frozen=True, slots=True, kw_only=True)
class Star(Action):
    """All there is to declare of a new button's press."""

    verb = "st"
    article_id: int
    on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Action):
    """One of each type."""

    verb = "no"
    label: str
    stars: Annotated[int, range(1, 6)]
    topic: str | None
    pinned: bool | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bare(Action):
    """A press that says all by its verb."""

    verb = "ba"


DATA: CallbackData[Star | Note | Bare] = CallbackData([Star, Note, Bare])


def a_note(
    *, label: str = "a", stars: int = 1, topic: str | None = None, pinned: bool | None = None, text: str = ""
) -> Note:
    return Note(label=label, stars=stars, topic=topic, pinned=pinned, text=text)


def test_one_class_is_all_that_a_new_press_takes() -> None:
    assert DATA.encode(Star(article_id=7, on=False)) == "st:7:0"
    assert DATA.decode("st:7:0") == Star(article_id=7, on=False)


def test_defaults_at_the_end_are_left_out() -> None:
    assert DATA.encode(Star(article_id=7)) == "st:7"
    assert DATA.decode("st:7") == Star(article_id=7)
    assert DATA.decode("st:7:1") is None, "only one way to write it"


@pytest.mark.parametrize(
    ("note", "data"),
    [
        (a_note(topic="sea", pinned=True, text="at 08:00"), "no:a:1:sea:1:at 08:00"),
        (a_note(pinned=False, text="x:y"), "no:a:1::0:x:y"),
        (a_note(label=""), "no::1:::"),
    ],
)
def test_every_type_reads_back(note: Note, data: str) -> None:
    assert DATA.encode(note) == data
    assert DATA.decode(data) == note


@pytest.mark.parametrize(
    "press",
    [
        a_note(stars=0), a_note(stars=6), a_note(label="a:b"), a_note(topic=""), a_note(text="臺北"),
        a_note(text="a\nb"), a_note(text="x" * MAX_DATA_BYTES), Star(article_id=-1), Star(article_id=10**9),
    ],
)  # fmt: skip
def test_values_that_would_not_read_back_are_refused(press: Star | Note) -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        DATA.encode(press)


@given(st.builds(a_note, label=st.text(max_size=40), stars=st.integers(-3, 9), text=st.text(max_size=70)))
def test_data_fits_and_reads_back_or_is_refused(note: Note) -> None:
    try:
        data = DATA.encode(note)
    except ValueError:
        return
    assert 1 <= len(data.encode()) <= MAX_DATA_BYTES
    assert DATA.decode(data) == note


@given(st.text(alphabet="stnoba:0123aA- \n臺", max_size=MAX_DATA_BYTES + 2))
def test_any_text_reads_as_nothing_or_as_what_it_says(text: str) -> None:
    press = DATA.decode(text)
    assert press is None or DATA.encode(press) == text


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighty(Action):
    """A type that no text of two bytes can stand for."""

    verb = "we"
    grams: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin(Action):
    """A verb that is another's."""

    verb = "st"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordy(Action):
    """A verb that is too long."""

    verb = "wordy"


@pytest.mark.parametrize(("kind", "says"), [(Weighty, "field grams"), (Twin, "Twin"), (Wordy, "Wordy")])
def test_a_press_that_cannot_be_written_is_refused_when_the_bot_starts(kind: type[Action], says: str) -> None:
    kinds: list[type[Action]] = [Star, kind]
    with pytest.raises(TypeError, match=says):
        CallbackData(kinds)
