"""Pictures of a digest from a real server through the real guarded client: what is broken costs nobody a story."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PIL import Image

from bot.models.articles import ParseFailed
from bot.pictures.gather import first_picture, gather_pictures
from bot.pictures.thumbnails import Thumbnails
from bot.store import Store
from bot.web.fetch import HttpFetcher
from tests.fakes import FakeClock, a_parsed_article, an_article
from tests.web_server import Reply, serve

T = TypeVar("T")


class InlinePool:
    """Runs a parser here and now."""

    async def run(self, function: Callable[..., T], *args: Any, **kwargs: Any) -> T | ParseFailed:
        return function(*args, **kwargs)


def a_photo(color: str = "teal") -> bytes:
    image = Image.new("RGB", (640, 400), color)
    image.paste("white", (320, 0, 640, 400))
    out = io.BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()


async def test_every_article_ends_with_its_first_good_picture_or_a_card(
    store: Store, clock: FakeClock, tmp_path: Path
) -> None:
    jpeg = "image/jpeg"
    replies = {
        "/good.jpg": Reply(body=a_photo(), content_type=jpeg),
        "/other.jpg": Reply(body=a_photo("navy"), content_type=jpeg),
        "/page.jpg": Reply(body=b"<!doctype html><title>Not found</title>", content_type=jpeg),
        "/cut.jpg": Reply(body=a_photo("red")[:900], content_type=jpeg),
        "/hop": Reply(status=302, headers={"Location": "/other.jpg"}),
        "/said.html": Reply(body=a_photo("green"), content_type="text/html"),
    }
    async with serve(replies) as web:
        site = f"http://127.0.0.1:{web.port}"
        fetcher = HttpFetcher(trusted_hosts=[f"127.0.0.1:{web.port}"])
        thumbnails = Thumbnails(
            store=store, fetcher=fetcher, pool=InlinePool(), clock=clock, folder=tmp_path / "pictures"
        )
        paths = {
            1: ["/good.jpg"],
            2: ["/404.jpg", "/page.jpg", "/cut.jpg", "/hop"],
            3: ["/cut.jpg", "/said.html"],
            4: [],
        }
        articles = [
            an_article(
                number,
                thumbnail_url=next(iter(urls), None),
                more_pictures=tuple(urls[1:]),
                source_location=f"{site}/feed" if number % 2 else "posts",
            )
            for number, named in paths.items()
            if (urls := [site + path for path in named]) is not None
        ]
        private = an_article(5, thumbnail_url="http://10.0.0.1/photo.jpg")
        stranger = an_article(6, thumbnail_url=f"{site}/camera.jpg", source_location="https://example.org/feed")
        web.replies["/camera.jpg"] = web.replies["/good.jpg"]
        found = await gather_pictures(thumbnails, [articles, [*articles[:1], private, stranger]])
        elsewhere = a_parsed_article(thumbnail_url=f"{site}/door.jpg")
        web.replies["/door.jpg"] = web.replies["/good.jpg"]
        assert await first_picture(thumbnails, elsewhere, own_page="https://example.org/page") is None
        assert "/door.jpg" not in [request.path for request in web.requests]
        window = a_parsed_article(thumbnail_url=f"{site}/window.jpg")
        web.replies["/window.jpg"] = web.replies["/good.jpg"]
        assert await first_picture(thumbnails, window, own_page=f"{site}/page") is not None
        await thumbnails.aclose()
        await fetcher.aclose()
    assert {url.removeprefix(site) for url in found.ready} == {"/good.jpg", "/hop"}
    assert set(found.cards) == {3, 4, 5, 6}
    assert all((card.width, card.height) == (960, 480) for card in found.cards.values())
    asked = [request.path for request in web.requests]
    assert (asked.count("/good.jpg"), asked.count("/camera.jpg")) == (1, 0)
