"""Parts of a digest that rich and classic messages share: titles with links, sources, dates, notes (pure).

Functions return HTML for a message, except where their docstring says plain text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.models.articles import UNDATED, Article, Block, BlockKind, CategoryPath
from bot.models.digests import Digest, DigestItem, PictureRef
from bot.text.cldr import formatted, full_date, series
from bot.text.cldr import language_name as language_name
from bot.text.markup import escape, host, link, safe_url, shorten
from bot.text.schedule import local_time
from bot.text_keys import TextKey
from bot.texts import Say
from summarizer import EngineKind

SEPARATOR = " · "
LONG_PERIOD = timedelta(hours=36)  # more than a daily digest that is a little late
QUOTED_MARK = "❝"
MAX_TITLE_UNITS = 300  # of a translated title
MAX_SUMMARY_UNITS = 800  # twice what the engines are asked to keep
# Languages written from right to left (ISO 639; Unicode's scripts Arab, Hebr, Syrc, Thaa, Nkoo).
_RTL = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The reader of a message: texts, interface language, time zone, and the bot that deep links open."""

    say: Say
    language: str
    zone: str
    bot_username: str

    def date(self, moment: datetime) -> str:
        """The local day, plain text: "Monday, 2 March 2026"."""
        return full_date(local_time(moment, self.zone), self.language)

    def short_date(self, moment: datetime) -> str:
        """The local day in few letters, plain text: "Mon, 2 Mar"."""
        return formatted(local_time(moment, self.zone), "MMMEd", self.language)

    def day(self, moment: datetime) -> str:
        """The local day with its year, plain text: "2 Mar 2026"."""
        return formatted(local_time(moment, self.zone), "yMMMd", self.language)

    def time(self, moment: datetime, *, seen_from: datetime) -> str:
        """The local time, plain text, with the day where it differs from the day of `seen_from`."""
        local = local_time(moment, self.zone)
        clock = formatted(local, "Hm", self.language)
        if self.same_day(moment, seen_from):
            return clock
        return f"{formatted(local, 'MMMd', self.language)}, {clock}"

    def same_day(self, one: datetime, other: datetime) -> bool:
        """Whether both moments are on the same local day."""
        return local_time(one, self.zone).date() == local_time(other, self.zone).date()


def path_name(path: CategoryPath) -> str:
    """A category path for a reader, plain text: "World › Europe"."""
    return " › ".join(path)


def category_name(path: CategoryPath | None, reader: Reader) -> str:
    """The category, or the name of a digest of all categories. Plain text."""
    return path_name(path) if path else reader.say("digest-headlines")


def date_line(digest: Digest, reader: Reader, *, short: bool = False) -> str:
    """The day, or the period of a longer digest, and how many stories there are. `short`: on one line of a phone."""
    day = period(digest.since, digest.until, reader, short=short)
    return escape(day) + SEPARATOR + story_count(digest, reader)


def story_count(digest: Digest, reader: Reader) -> str:
    """How many stories a digest has. HTML."""
    count = len(digest.items) + len(digest.more) + digest.elsewhere
    return escape(reader.say("digest-stories", count=count))


def period(since: datetime, until: datetime, reader: Reader, *, short: bool) -> str:
    """The day of a digest, or where the period of a longer one begins and ends. Plain text."""
    day = reader.short_date(until) if short else reader.date(until)
    return f"{reader.time(since, seen_from=until)} – {day}" if is_long(since, until) else day


def is_long(since: datetime, until: datetime) -> bool:
    """Whether a digest covers much more than a day: after an outage, a weekend, or days without news."""
    return until - since > LONG_PERIOD


def title_text(article: Article) -> str:
    """The title, or the name of the source where there is none. Plain text."""
    return article.title.strip() or article.source_name


def title_link(article: Article, reader: Reader) -> str:
    """The title, linked to the article on the web, or else to the bot's deep link."""
    return link(article_url(article, reader.bot_username), title_text(article))


def article_url(article: Article, bot_username: str) -> str | None:
    """The URL of the article, or else of the bot's deep link to it. Plain text."""
    if safe_url(article.url):
        return article.url
    return article_deep_link(article, bot_username) if bot_username else None


def article_deep_link(article: Article, bot_username: str, *, page: int = 1) -> str:
    """The link that opens a page of a stored article in the chat with the bot; `handlers.start` reads it."""
    return f"https://t.me/{bot_username}?start=a{article.id}" + (f"-{page}" if page > 1 else "")


def story_deep_link(article_id: int, bot_username: str) -> str:
    """The link that opens the page of the story which a stored article tells; `handlers.start` reads it."""
    return f"https://t.me/{bot_username}?start=s{article_id}"


def original_link(article: Article, reader: Reader) -> str:
    """The link to the article on the web with its host, or "" for an article without a URL."""
    where = host(article.url)
    return f"{link(article.url, reader.say('digest-original'))} ({escape(where)})" if where else ""


def embed_link(block: Block) -> str:
    """The link to a video or another embed with its host; only its text where the URL is not safe."""
    where = host(block.url)
    return f"▶ {link(block.url, block.text or where)} ({escape(where)})" if where else escape(block.text)


def picture_tag(picture: PictureRef) -> str:
    """The element that shows a picture of a rich message."""
    return f'<img src="tg://photo?id={picture.key}"/>'


def source_line(article: Article, reader: Reader) -> str:
    """The source and the host that the link leads to: "BBC World · bbc.co.uk"."""
    where = host(article.url) if safe_url(article.url) else reader.say("digest-inside")
    parts = (
        [article.source_name] if article.source_name.casefold() == where.casefold() else [article.source_name, where]
    )
    return escape(SEPARATOR.join(parts))


def also_line(also: Sequence[Article], reader: Reader, *, opening: TextKey = "digest-also") -> str:
    """The other sources of a story, each as a link with its host, and the link to the story's page."""
    named = []
    for article in also:
        where = host(article.url)
        beside = f" ({escape(where)})" if where and where.casefold() != article.source_name.casefold() else ""
        named.append(link(article_url(article, reader.bot_username), article.source_name) + beside)
    line = f"{escape(reader.say(opening))} {', '.join(named)}"
    if not reader.bot_username:
        return line
    whole = link(story_deep_link(also[0].id, reader.bot_username), reader.say("digest-whole-story"))
    return f"{line}{SEPARATOR}{whole}"


def headline(article: Article, digest: Digest, reader: Reader) -> str:
    """A story in one line: linked title, source, and the host where the link leads to the web."""
    source = source_line(article, reader) if host(article.url) else escape(article.source_name)
    return SEPARATOR.join((f"{title_link(article, reader)} — {source}", *continued_note(article, digest, reader)))


def continued_note(article: Article, digest: Digest, reader: Reader) -> tuple[str, ...]:
    """The note at a story that an earlier digest of the chat had, as a tuple of one; else an empty tuple."""
    if article.story_id not in digest.continued:
        return ()
    return (f"<b>{escape(reader.say('digest-continued-story'))}</b>",)


def summary_text(item: DigestItem) -> str:
    """The summary, cut to a maximal length; "" where there is none."""
    return escape(shorten(item.summary.text.strip(), MAX_SUMMARY_UNITS)) if item.summary else ""


def translated_title(item: DigestItem) -> str:
    """The title translated for the reader, or "" where it is not translated."""
    return escape(shorten(item.summary.title.strip(), MAX_TITLE_UNITS)) if item.summary else ""


def shown_title(item: DigestItem) -> str:
    """The title in the reader's language where there is one, else the article's own. Plain text."""
    translated = item.summary.title.strip() if item.summary else ""
    return shorten(translated, MAX_TITLE_UNITS) or title_text(item.article)


def article_line(article: Article, reader: Reader) -> str:
    """The line under the title of a whole article: source, host, day, authors."""
    others = [author for author in article.authors if author != article.source_name]
    by = reader.say("digest-by", authors=", ".join(others)) if others else ""
    day = reader.date(article.published_at) if article.published_at != UNDATED else ""
    parts = (article.source_name, host(article.url), day, by)
    return escape(SEPARATOR.join(dict.fromkeys(part for part in parts if part)))


def article_blocks(article: Article) -> tuple[Block, ...]:
    """The article's blocks, or else its paragraphs, after its thumbnail where the first blocks have no picture."""
    lines = (line for line in article.text.split("\n") if line.strip())
    blocks = article.blocks or tuple(Block(kind=BlockKind.PARAGRAPH, text=line) for line in lines)
    if article.thumbnail_url is None or any(block.kind is BlockKind.PICTURE for block in blocks[:3]):
        return blocks
    return (Block(kind=BlockKind.PICTURE, url=article.thumbnail_url), *blocks)


def picture_urls(article: Article) -> tuple[str, ...]:
    """The URLs of the pictures that a whole article shows, in order, each once."""
    blocks = article_blocks(article)
    return tuple(dict.fromkeys(block.url for block in blocks if block.kind is BlockKind.PICTURE and block.url))


def is_quoted(item: DigestItem) -> bool:
    """Whether the summary consists of the article's own sentences."""
    return item.summary is not None and item.summary.kind is EngineKind.EXTRACTIVE


def closing_note(items: Sequence[DigestItem], reader: Reader) -> tuple[str, bool]:
    """The note below all stories, or "", and whether each quoted summary needs a quotation mark.

    The note says that summaries are quotations, and which languages were not translated for the reader.
    """
    quoted, marked = _quoted_note(items, reader)
    return SEPARATOR.join(filter(None, (quoted, _untranslated_note(items, reader)))), marked


def _untranslated_note(items: Sequence[DigestItem], reader: Reader) -> str:
    tags = dict.fromkeys(item.summary.language for item in items if item.summary and item.untranslated)
    names = series((language_name(tag, reader.language) for tag in tags), reader.language)
    return escape(reader.say("digest-not-translated", languages=names)) if names else ""


def _quoted_note(items: Sequence[DigestItem], reader: Reader) -> tuple[str, bool]:
    """The note on quoted summaries, and whether to mark each one: only where a model wrote the others."""
    summarised = [item for item in items if item.summary]
    quoted = [item for item in summarised if is_quoted(item)]
    if not quoted:
        return "", False
    mixed = len(quoted) < len(summarised)
    return f"{QUOTED_MARK} {escape(reader.say('digest-quoted'))}", mixed


def reads_right_to_left(languages: Sequence[str], *, interface: str = "") -> bool:
    """Whether most of these languages are written from right to left; of as many, the interface language decides."""
    rtl = [language.split("-")[0].lower() in _RTL for language in (*languages, *languages, interface)]
    return sum(rtl) > len(languages)


def shown_language(item: DigestItem) -> str:
    """The language of a story's summary, or of its article where there is none."""
    return item.summary.language if item.summary else item.article.language
