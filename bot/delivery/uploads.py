"""Uploads of pictures: each is uploaded once, however many messages show it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bot.models.digests import PictureRef, StoredPicture
from bot.store import Store


class Uploads:
    """The pictures that are being uploaded now."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._uploading: dict[str, asyncio.Event] = {}

    @asynccontextmanager
    async def of(self, refs: Sequence[PictureRef]) -> AsyncIterator[dict[str, StoredPicture]]:
        """The stored pictures of a message while it is being sent.

        Waits while another message uploads one of them, to use its file_id. In the context, this message uploads the
        pictures without a file_id; the caller stores their ids before the context ends.
        """
        keys = sorted({ref.key for ref in refs})
        pictures = await self._free_pictures(keys) if keys else {}
        done = asyncio.Event()
        mine = [key for key, picture in pictures.items() if picture.file_id is None]
        self._uploading.update(dict.fromkeys(mine, done))
        try:
            yield pictures
        finally:
            for key in mine:
                del self._uploading[key]
            done.set()

    async def _free_pictures(self, keys: Sequence[str]) -> dict[str, StoredPicture]:
        while True:
            pictures = await self._store.pictures.get(keys)
            missing = [key for key, picture in pictures.items() if picture.file_id is None]
            busy = next((self._uploading[key] for key in missing if key in self._uploading), None)
            if busy is None:
                return pictures
            await busy.wait()
