from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from bot.models.articles import Block, BlockKind
from bot.models.packed_blocks import dump_blocks, load_blocks, packed

BLOCKS = (
    Block(kind=BlockKind.HEADING, text='The "new" bridge – 橋', level=2),
    Block(kind=BlockKind.CODE, text="    indented\nby four"),
    Block(kind=BlockKind.LIST, items=("first", "second"), depths=(0, 1), level=3),
    Block(kind=BlockKind.PICTURE, text="A caption", url="https://a.example/1.jpg", width=640, height=480),
    Block(kind=BlockKind.PARAGRAPH, text="The last words."),
)
TEXT = 'The "new" bridge – 橋\nindented\nby four\nfirst\nsecond\nThe last words.'
A_PIECE = st.text(alphabet="ab \n", max_size=4)
A_BLOCK = st.tuples(st.sampled_from(BlockKind), A_PIECE, st.lists(A_PIECE, max_size=2).map(tuple)).map(
    lambda of: Block(kind=of[0], text=of[1], items=of[2])
)


def test_blocks_are_stored_without_what_is_empty_and_read_back_whole() -> None:
    assert dump_blocks(BLOCKS[2:3], "") == '[{"kind":"list","level":3,"items":["first","second"],"depths":[0,1]}]'
    assert load_blocks(dump_blocks(BLOCKS, TEXT), TEXT) == BLOCKS
    assert load_blocks(dump_blocks((), ""), "") == ()


def test_of_what_stands_in_the_text_blocks_keep_the_length_alone() -> None:
    *rows, last = json.loads(dump_blocks(BLOCKS, TEXT))
    kept = [(row.get("text"), row.get("items")) for row in rows]
    assert kept == [(20, None), ("    indented\nby four", None), (None, [5, 6]), ("A caption", None)]
    assert last == 15  # a paragraph says nothing else


def test_blocks_of_older_databases_hold_their_texts_themselves() -> None:
    older = '[{"kind":"paragraph","text":"first"},{"kind":"list","items":["second"]}]'
    expected = (Block(kind=BlockKind.PARAGRAPH, text="first"), Block(kind=BlockKind.LIST, items=("second",)))
    assert load_blocks(older, "first\nsecond") == expected


@given(st.lists(A_BLOCK, max_size=4), st.text(alphabet="ab \n", max_size=12))
def test_blocks_come_back_whole_whatever_text_they_stand_beside(blocks: list[Block], text: str) -> None:
    assert load_blocks(dump_blocks(blocks, text), text) == tuple(blocks)


def test_packed_blocks_are_a_sequence_like_any_other() -> None:
    blocks = packed(BLOCKS, TEXT)
    assert blocks == BLOCKS == tuple(blocks)
    assert (len(blocks), blocks[0], blocks[1:]) == (5, BLOCKS[0], BLOCKS[1:])
    assert hash(blocks) == hash(BLOCKS)
    assert blocks != BLOCKS[:2]
    assert blocks != 3
    assert blocks
    assert not packed((), "")


def test_packed_blocks_are_stored_as_they_are_beside_their_text_alone() -> None:
    blocks = packed(BLOCKS, TEXT)
    assert dump_blocks(blocks, TEXT) == blocks.json == dump_blocks(BLOCKS, TEXT)
    assert load_blocks(dump_blocks(blocks, "Another text."), "Another text.") == BLOCKS


def test_packed_blocks_give_those_that_have_an_address() -> None:
    assert packed(BLOCKS, TEXT).shown() == [block for block in BLOCKS if block.url]
    assert packed([Block(kind=BlockKind.CODE, text='"url":')], "").shown() == []
