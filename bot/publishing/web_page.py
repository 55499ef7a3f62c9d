"""A chat's digests as one plain page, for a browser: no script, and nothing from elsewhere but the pictures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from bot.models.published import Publication, PublishedStory
from bot.render.phrases import Reader, reads_right_to_left
from bot.text.markup import escape, link

_STYLE = """
:root { color-scheme: light dark; font: 17px/1.5 system-ui, sans-serif; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; opacity: .7; }
article { margin: 0 0 1.2rem; overflow: hidden; } article p { margin: .2rem 0; } small { opacity: .7; }
img { float: inline-end; width: 7rem; aspect-ratio: 3 / 2; object-fit: cover; margin-inline-start: .8rem; }
img { border-radius: .4rem; } a { color: inherit; font-weight: 600; text-decoration-thickness: 1px; }
"""


def web_page(publication: Publication, reader: Reader) -> str:
    """The page: each digest under its day and time, its stories by category."""
    direction = "rtl" if reads_right_to_left([publication.language]) else "ltr"
    title = escape(publication.title)
    told = groupby(publication.stories, key=lambda story: story.told_at)
    digests = "".join(f"<h2>{escape(_moment(at, reader))}</h2>{_stories(stories)}" for at, stories in told)
    nothing = f"<p>{escape(reader.say('publish-nothing-yet'))}</p>"
    return (
        f'<!doctype html><html lang="{escape(publication.language)}" dir="{direction}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body><h1>{title}</h1>"
        f"{digests or nothing}</body></html>"
    )


def _moment(at: datetime, reader: Reader) -> str:
    return reader.say("chat-when-day", day=reader.date(at), time=reader.time(at, seen_from=at))


def _stories(stories: Iterable[PublishedStory]) -> str:
    lines = []
    for category, some in groupby(stories, key=lambda story: story.category):
        lines.append(f"<h3>{escape(category)}</h3>" if category else "")
        lines.extend(map(_story, some))
    return "".join(lines)


def _story(story: PublishedStory) -> str:
    picture = f'<img src="{escape(story.thumbnail)}" alt="" loading="lazy" referrerpolicy="no-referrer">'
    return (
        f'<article lang="{escape(story.language)}" dir="auto">{picture if story.thumbnail else ""}'
        f"<p>{link(story.url or None, story.title)}</p><p>{escape(story.summary)}</p>"
        f"<p><small>{escape(story.source)}</small></p></article>"
    )
