"""Runs collections of hostile strings through cleaning and every renderer, and of addresses through the guarded client.

`python -m benchmarks.hostile_material FOLDER` reads FOLDER/html_cases.jsonl (`input`, `expected`), blns.json (strings)
and ssrf.txt (addresses) where they are there. Prints one table and every failure. Resolves no name: each leads to
127.0.0.1, where listeners count who comes.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack, suppress
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.models.articles import Article
from bot.models.digests import DigestItem
from bot.models.fetching import FetchFailed, FetchKind
from bot.models.messages import RichContent
from bot.parsers.html.blocks import blocks_text, html_blocks
from bot.render.article import render_article_rich
from bot.render.classic import render_article_classic, render_classic
from bot.render.rich import render_rich
from bot.text.clean import category_path, clean_line, clean_markup_title
from bot.text.markup import plain
from bot.web.fetch import HttpFetcher
from tests.fakes import an_article
from tests.render.drawing import READER, a_digest, a_summary, read_classic, read_rich
from tests.web_server import Reply, WebServer, serve

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
UNREAD = {
    "script",
    "style",
    "head",
    "title",
    "template",
    "textarea",
    "select",
    "button",
    "svg",
    "option",
    "noscript",
    "iframe",
}


def main(folder: Path, *, verbose: bool) -> None:
    """Print how many strings and addresses went through, and what failed."""
    print(f"{'material':<28}{'cases':>7}{'failed':>8}")
    cases = folder / "html_cases.jsonl"
    if cases.exists():
        rows = [json.loads(line) for line in cases.read_text("utf-8").splitlines()]
        tell("html_cases.jsonl", [row["input"] for row in rows])
        told = [(row["input"], row["expected"]) for row in rows if row.get("expected") is not None]
        differing = [pair for pair in told if letters(visible(pair[1])) != letters(shown(pair[0]))]
        print(f"{'  text as expected there':<28}{len(told):>7}{len(differing):>8}")
        for given, expected in differing if verbose else ():
            print(f"    {given[:150]!r}\n      there {visible(expected)[:100]!r}\n      here  {shown(given)[:100]!r}")
    if (folder / "blns.json").exists():
        tell("blns.json", json.loads((folder / "blns.json").read_text("utf-8")))
    if (folder / "ssrf.txt").exists():
        asyncio.run(dial((folder / "ssrf.txt").read_text("utf-8").splitlines()))


def tell(name: str, texts: Sequence[str]) -> None:
    """One row: every text as a body, a title, a source, a category and an address."""
    failed = [(text, problem) for text in texts if (problem := problem_with(text))]
    print(f"{name:<28}{len(texts):>7}{len(failed):>8}")
    for text, problem in failed:
        print(f"    {text[:120]!r}: {problem}")


def problem_with(text: str) -> str | None:
    """What is wrong with any message that shows this text; None if nothing is."""
    try:
        for article in (as_body(text), as_names(text)):
            for html in messages(article):
                assert not FORBIDDEN.search(html), "a character that misleads"
                assert "javascript:" not in " ".join(re.findall(r'="([^"]*)"', html)).lower(), "a script's address"
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None


def as_body(text: str) -> Article:
    blocks = html_blocks(text, "https://example.org/a/")
    return an_article(1, blocks=blocks, text=blocks_text(blocks))


def as_names(text: str) -> Article:
    name = clean_line(text) or "x"
    return an_article(
        1,
        title=clean_markup_title(text) or "x",
        source_name=name,
        authors=(name,),
        url=text,
        categories=(category_path([text]) or ("x",),),
        text=text,
        blocks=(),
    )


def messages(article: Article) -> Iterator[str]:
    """Every message about the article, each read by a strict parser of what Telegram takes; no letter may be lost."""
    refs: dict[str, Any] = {}
    page = render_article_rich(article, READER, pictures=refs)
    read_rich(page)
    wanted = "".join(text for block in article.blocks for text in (block.text, *block.items))
    assert letters(wanted) in letters(plain(page.html)) or article.blocks == (), "text is lost"
    yield page.html
    item = DigestItem(article=article, summary=a_summary(article.text or "x"), also=(article,))
    digest = a_digest(item, more=(article,), category=article.categories[0])
    rich = render_rich(digest, READER)
    read_rich(rich)
    yield rich.html
    for content in (*render_article_classic(article, READER, pictures=refs), *render_classic(digest, READER)):
        assert not isinstance(content, RichContent)
        read_classic(content.html, limit=4096)
        yield content.html


def shown(markup: str) -> str:
    return " ".join(text for block in html_blocks(markup) for text in (block.text, *block.items))


class _Text(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unread = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.unread += tag in UNREAD

    def handle_endtag(self, tag: str) -> None:
        self.unread = max(0, self.unread - (tag in UNREAD))

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self.parts.append(data)


def visible(html: str) -> str:
    return "".join(_Text(html).parts)


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


async def dial(addresses: Sequence[str]) -> None:
    """Fetch every address as it stands, with a listener's port in it, and as the target of a redirect."""

    async def resolve(host: str, port: int) -> Sequence[str]:
        return ["127.0.0.1"]

    async def no_sleep(seconds: float) -> None:
        """Politeness without waiting."""

    dialled: list[object] = []
    async with AsyncExitStack() as stack:
        web = await stack.enter_async_context(serve())
        listeners = [await stack.enter_async_context(serve({"/": Reply(body=b"x")}))]
        listeners += [extra for port in (80, 443) if (extra := await listen(stack, port))]
        ports = (80, 443, *(listener.port for listener in listeners))
        fetcher = HttpFetcher(
            resolver=resolve, sleep=no_sleep, allowed_ports=ports, trusted_hosts=[web.trusted], timeout=5
        )
        stack.push_async_callback(fetcher.aclose)
        watching = True

        def watch(event: str, arguments: tuple[Any, ...]) -> None:
            if watching and event == "socket.connect" and arguments[1][1] != web.port:
                dialled.append(arguments[1])

        sys.addaudithook(watch)
        fetched = 0
        for address in addresses:
            for form in {address, with_port(address, listeners[0].port)}:
                with suppress(UnicodeEncodeError):
                    web.replies["/"] = Reply(status=302, headers={"Location": form.encode().decode("latin-1")})
                for url in (form, web.url()):
                    outcome = await fetcher.fetch(url, kind=FetchKind.PAGE, for_owner=True)
                    fetched += not isinstance(outcome, FetchFailed)
        watching = False
        accepts = sum(listener.accepts for listener in listeners)
    print(f"{'ssrf.txt':<28}{len(addresses):>7}{fetched:>8}  TCP accepts {accepts}, connections tried {len(dialled)}")
    for name in dialled:
        print(f"    dialled {name}")


async def listen(stack: AsyncExitStack, port: int) -> WebServer | None:
    """A listener on a well-known port of loopback, where this user may have one."""
    listener = WebServer()
    try:
        server = await asyncio.start_server(listener.handle, "127.0.0.1", port)
    except OSError:
        return None
    stack.push_async_callback(server.wait_closed)
    stack.callback(server.close)
    listener.port = port
    return listener


def with_port(address: str, port: int) -> str:
    """The address with another port; as it is where it has no host to put one behind."""
    try:
        parts = urlsplit(address)
        return (
            parts._replace(netloc=f"{re.sub(r':[0-9]+$', '', parts.netloc)}:{port}").geturl()
            if parts.netloc
            else address
        )
    except ValueError:
        return address


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true", help="show the texts that differ")
    arguments = parser.parse_args()
    main(arguments.folder, verbose=arguments.verbose)
