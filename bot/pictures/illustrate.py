"""Chooses the picture for each story of a digest: the best available one, and none twice (pure)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from bot.models.articles import Article, ParsedArticle
from bot.models.digests import PictureRef
from bot.web.sites import same_host

# So many of the 64 bits of two perceptual hashes (`images.looks`) may differ for the same photo in another size or
# encoding. Different photos differ in about half of them.
ALIKE_BITS = 6
ALIKE_TONE = 24  # of 255, between their mean reds, greens and blues
ALIKE_RATIO = 1.25  # between the shapes of two pictures: a crop of other proportions is another picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Illustrated:
    """The pictures of a digest by article id, and the addresses to be tried next for articles that have none yet."""

    pictures: Mapping[int, PictureRef]
    wanted: tuple[str, ...] = ()


def candidates(article: Article | ParsedArticle) -> tuple[str, ...]:
    """The addresses of the article's pictures, best first."""
    return tuple(url for url in (article.thumbnail_url, *article.more_pictures) if url)


def own_pictures(article: Article, urls: Iterable[str]) -> set[str]:
    """The addresses that may lead to a host of FETCH_TRUSTED_HOSTS.

    They lie on the host of the article's source, or a post in a folder of the owner's names them.
    """
    source = article.source_location
    if source.startswith(("http://", "https://")):
        return {url for url in urls if same_host(url, source)}
    return set(urls) if source else set()


def illustrate(
    articles: Iterable[Article], ready: Mapping[str, PictureRef], *, tried: Collection[str] | None = None
) -> Illustrated:
    """Choose for each article in order the best of its `ready` pictures that is not shown yet.

    Of the addresses that are neither `ready` nor `tried`, the next one of each article is wanted; `tried` None means
    that all were tried.
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
    """Whether two pictures show the same: the same bytes, or close perceptual hashes in about the same shape."""
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
