from __future__ import annotations

from bot.models.articles import Block, BlockKind
from bot.models.packed_blocks import dump_blocks, load_blocks, packed

BLOCKS = (
    Block(kind=BlockKind.HEADING, text='The "new" bridge – 橋', level=2),
    Block(kind=BlockKind.LIST, items=("first", "second"), depths=(0, 1), level=3),
    Block(kind=BlockKind.PICTURE, url="https://a.example/1.jpg", width=640, height=480),
)


def test_blocks_are_stored_without_what_is_empty_and_read_back_whole() -> None:
    assert dump_blocks(BLOCKS[1:2]) == '[{"kind":"list","level":3,"items":["first","second"],"depths":[0,1]}]'
    assert load_blocks(dump_blocks(BLOCKS)) == BLOCKS
    assert load_blocks(dump_blocks(())) == ()


def test_packed_blocks_are_a_sequence_like_any_other() -> None:
    blocks = packed(BLOCKS)
    assert blocks == BLOCKS == tuple(blocks)
    assert (len(blocks), blocks[0], blocks[1:]) == (3, BLOCKS[0], BLOCKS[1:])
    assert hash(blocks) == hash(BLOCKS)
    assert blocks != BLOCKS[:2]
    assert blocks != 3
    assert blocks
    assert not packed(())
    assert dump_blocks(blocks) == dump_blocks(BLOCKS)


def test_packed_blocks_give_those_that_have_an_address() -> None:
    assert packed(BLOCKS).shown() == [block for block in BLOCKS if block.url]
    assert packed([Block(kind=BlockKind.CODE, text='"url":')]).shown() == []
