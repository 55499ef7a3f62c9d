"""HTTP routes of the sample news: web pages and pictures below `/samples/`, as a news site would serve them."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.playground.samples.feed import FEED_NAME
from bot.playground.samples.sample_news import SampleNews

_PICTURE_SUFFIX = ".jpg"


def sample_routes(news: SampleNews) -> list[Route]:
    """`/samples/<slug>` is the article's page, `/samples/<slug>.jpg` its picture, `/samples/feed.xml` the feed of the
    newspaper.
    """

    async def serve_sample(request: Request) -> Response:
        name = request.path_params["name"]
        try:
            if name.endswith(_PICTURE_SUFFIX):
                picture = await run_in_threadpool(news.picture, name.removesuffix(_PICTURE_SUFFIX))
                return Response(picture, media_type="image/jpeg")
            if name == FEED_NAME:
                return Response(news.feed(request.url.hostname or ""), media_type="application/rss+xml")
            return HTMLResponse(news.page(name))
        except KeyError:
            return PlainTextResponse("There is no such article.", status_code=404)

    return [Route("/samples/{name}", serve_sample)]
