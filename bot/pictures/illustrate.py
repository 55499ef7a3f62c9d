"""Which picture stands with each story of a digest: its best that can be had, and none twice (pure)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from bot.models.articles import Article, ParsedArticle
from bot.models.digests import PictureRef
from bot.web.sites import same_host

# Of the first 64 bits of two looks, so many may differ: the same photo in another size or encoding.
# Different photos differ in about half of them.
ALIKE_BITS = 6
ALIKE_TONE = 24  # of 255, between their mean reds, greens and blues
ALIKE_RATIO = 1.25  # between the shapes of two pictures: a crop of other proportions is another picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Illustrated:
    """The pictures of a digest by article id, and the addresses to be tried next for articles that have none yet."""

    pictures: Mapping[int, PictureRef]
    wanted: tuple[str, ...] = ()


def candidates(article: Article | ParsedArticle) -> tuple[str, ...]:
    """The addresses of pictures that may stand for the article, best first."""
    return tuple(url for url in (article.thumbnail_url, *article.more_pictures) if url)


def own_pictures(article: Article, urls: Iterable[str]) -> set[str]:
    """Those of the addresses that the owner answers for: they lie on the host of the article's source, or a post in a
    folder of the owner's names them. Only these may lead to a host of FETCH_TRUSTED_HOSTS.
    """
    source = article.source_location
    if source.startswith(("http://", "https://")):
        return {url for url in urls if same_host(url, source)}
    return set(urls) if source else set()


def illustrate(
    articles: Iterable[Article], ready: Mapping[str, PictureRef], *, tried: Collection[str] | None = None
) -> Illustrated:
    """Choose for each article in order, from those of its pictures that are `ready`, the best not shown yet.

    What is neither `ready` nor among the addresses `tried` is wanted, one for each article; None: all were tried.
    """
    shown: dict[int, PictureRef] = {}
    wanted: dict[str, None] = {}
    for article in articles:
        for url in candidates(article):
            picture = ready.get(url)
            if picture is None and tried is not None and url not in tried:
                wanted[url] = None
                break
            if picture is not None and not any(alike(picture, other) for other in shown.values()):
                shown[article.id] = picture
                break
    return Illustrated(pictures=shown, wanted=tuple(wanted))


def alike(one: PictureRef, other: PictureRef) -> bool:
    """Whether two pictures show the same: the same bytes, or the same look in about the same shape."""
    if one.key == other.key:
        return True
    if one.look is None or other.look is None:
        return False
    flat, steep = sorted((one.width / one.height, other.width / other.height))
    differing = (int(one.look[:16], 16) ^ int(other.look[:16], 16)).bit_count()
    tones = zip(bytes.fromhex(one.look[16:]), bytes.fromhex(other.look[16:]), strict=True)
    return (
        steep <= flat * ALIKE_RATIO
        and differing <= ALIKE_BITS
        and all(abs(tone - another) <= ALIKE_TONE for tone, another in tones)
    )
