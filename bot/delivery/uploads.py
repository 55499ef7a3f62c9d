"""The pictures of a message on its way; a picture is uploaded once, however many messages show it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bot.models.digests import PictureRef, StoredPicture
from bot.store import Store


class Uploads:
    """Knows which pictures are being uploaded right now."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._under_way: dict[str, asyncio.Event] = {}

    @asynccontextmanager
    async def of(self, refs: Sequence[PictureRef]) -> AsyncIterator[dict[str, StoredPicture]]:
        """The stored pictures of a message, for the time of its sending.

        Waits while another message uploads one of them, so that its file_id is found here.
        Inside, the pictures without a file_id are this message's to upload; their ids have
        to be remembered in the store before the context ends.
        """
        keys = sorted({ref.key for ref in refs})
        pictures = await self._free_pictures(keys) if keys else {}
        done = asyncio.Event()
        mine = [key for key, picture in pictures.items() if picture.file_id is None]
        self._under_way.update(dict.fromkeys(mine, done))
        try:
            yield pictures
        finally:
            for key in mine:
                del self._under_way[key]
            done.set()

    async def _free_pictures(self, keys: Sequence[str]) -> dict[str, StoredPicture]:
        while True:
            pictures = await self._store.pictures.get(keys)
            missing = [key for key, picture in pictures.items() if picture.file_id is None]
            busy = next((self._under_way[key] for key in missing if key in self._under_way), None)
            if busy is None:
                return pictures
            await busy.wait()
