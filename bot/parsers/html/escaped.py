"""Reads a description that should be plain text and often is markup, escaped any number of times. Pure."""

from __future__ import annotations

import html

from bot.parsers.html.blocks import blocks_text, html_blocks
from bot.text.clean import MAX_ESCAPES, clean_text, is_markup


def plain_description(text: str) -> str:
    """What a reader should see of a description: `&amp;lt;b&amp;gt;Open&amp;lt;/b&amp;gt;` is "Open".

    Paragraphs of markup stand apart. A text that only speaks of an element ("the <div> element") keeps it.
    """
    for _ in range(MAX_ESCAPES):
        plain = blocks_text(html_blocks(text)).replace("\n", "\n\n") if is_markup(text) else html.unescape(text)
        if plain == text:
            break
        text = plain
    return clean_text(text)
