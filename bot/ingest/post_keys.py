"""Gives edited posts the keys of the articles that they were: a post's own key is made of its front matter.

So it does where the file of an edited post was renamed since.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.models.articles import ParsedArticle, ParseFailed
from bot.models.sources import FileStamp, Source
from bot.store import Store
from bot.stories.identity import article_key

Parsed = ParsedArticle | ParseFailed


async def keep_keys(
    store: Store, source: Source, files: Sequence[FileStamp], parsed: Sequence[Parsed]
) -> tuple[list[FileStamp], list[Parsed]]:
    """The files with the keys of what they give, and what they give, in order, under the keys it is stored by."""
    before = await store.sources.file_keys(source.id, [stamp.path for stamp in files])
    keys = [one.key for one in parsed if isinstance(one, ParsedArticle)]
    known = await store.sources.known(source.id, [*keys, *(held.article_key for held in before.values())])
    edited = await store.sources.edited_keys(source.id, [key for key in keys if key not in known])
    stamps: list[FileStamp] = []
    articles: list[Parsed] = []
    for stamp, one in zip(files, parsed, strict=True):
        if isinstance(one, ParseFailed):
            stamps.append(stamp)
            articles.append(one)
            continue
        key = article_key(one, before.get(stamp.path), known)
        key = edited.get(key, key)
        stamps.append(replace(stamp, article_key=key, own_key=one.key))
        articles.append(replace(one, key=key))
    return stamps, articles
