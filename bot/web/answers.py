"""Reads answers whose head breaks the rules of HTTP as browsers do, before aiohttp's parser sees them.

aiohttp has no switch for it: `read_leniently` gives a connector another protocol. The parser gets an answer as it came
unless its head is odd.
"""

from __future__ import annotations

import asyncio
import functools
from typing import Any

import aiohttp
from aiohttp.client_proto import ResponseHandler

from bot.web.heads import MAX_HEAD_BYTES, end_of_head, is_head, may_end, mended_head, names_body, status_of

MAX_BEGIN_BYTES = 256  # of an answer, by which one without a head is known
_WITHOUT_BODY = (204, 304)


def read_leniently(connector: aiohttp.BaseConnector) -> None:
    """Have every connection of this connector read odd heads. Tests see if its private attribute is renamed."""
    connector._factory = functools.partial(LenientHandler, loop=asyncio.get_running_loop())  # type: ignore[assignment]


class LenientHandler(ResponseHandler):
    """aiohttp's protocol; holds the bytes of a head back until it is whole, and gives them on mended."""

    _head: bytearray | None = None  # None: what comes is no head
    _is_over = False  # the answer has no body, whatever comes

    def set_response_params(self, **params: Any) -> None:
        """Expect the head of another answer."""
        self._head, self._is_over = bytearray(), False
        super().set_response_params(**params)

    def data_received(self, data: bytes) -> None:
        """Give on what came; of a head not before it is whole."""
        if self._is_over and data:
            self.close()  # a body where none may be: nothing that follows can be told from it
        elif self._head is None or not data:
            super().data_received(data)
        else:
            searched = max(0, len(self._head) - len(b"\n\r"))
            self._head += data
            is_odd = not is_head(self._head[:MAX_BEGIN_BYTES]) or len(self._head) > MAX_HEAD_BYTES
            if is_odd or may_end(self._head[searched:]):
                self._read_head()

    def connection_lost(self, exc: BaseException | None) -> None:
        """Give on what is left of a head that ends with the connection."""
        self._give_on_head()
        super().connection_lost(exc)

    def _read_head(self) -> None:
        held = bytes(self._head or b"")
        end = end_of_head(held)
        while end is not None and 100 <= status_of(held) < 200:
            held = held[end:]  # tells nothing; the answer follows
            end = end_of_head(held)
        self._head = bytearray(held)
        if not is_head(held) or (end is None and len(held) > MAX_HEAD_BYTES):
            self._give_on_head()
        elif end is not None:
            self._head = None
            self._give_on(held[:end], held[end:])

    def _give_on(self, head: bytes, rest: bytes) -> None:
        self._is_over = status_of(head) in _WITHOUT_BODY
        if self._is_over and (rest or names_body(head)):
            self.force_close()  # what is left of its body must not be taken for the next answer
        super().data_received(mended_head(head) + (b"" if self._is_over else rest))

    def _give_on_head(self) -> None:
        head, self._head = self._head, None
        if head:
            super().data_received(bytes(head))
