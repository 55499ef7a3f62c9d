"""What a digest says about a story whatever it is drawn as: where its title leads, who tells it, when (pure).

Everything returned is HTML ready to stand in a message, except where a name says otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

from bot.digest.markup import escape, host, link, safe_url, shorten
from bot.digest.schedule import local_time
from bot.models import Article, Block, BlockKind, CategoryPath, Digest, DigestItem
from bot.texts import Say
from summarizer import EngineKind

SEPARATOR = " · "
LONG_PERIOD = timedelta(hours=36)  # a daily digest a little late covers less
QUOTED_MARK = "❝"
MAX_TITLE_UNITS = 300  # of a translated title
MAX_SUMMARY_UNITS = 800  # twice what the engines are asked to keep
# Languages written from right to left (ISO 639; Unicode's scripts Arab, Hebr, Syrc, Thaa, Nkoo).
_RTL = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """For whom a message is written: texts, interface language, zone, and the bot its deep links open."""

    say: Say
    language: str
    zone: str
    bot_username: str

    def date(self, moment: datetime) -> str:
        """The local day as one writes it: "Monday, 2 March 2026"."""
        return format_date(local_time(moment, self.zone), "full", locale=_locale(self.language))

    def time(self, moment: datetime, *, seen_from: datetime) -> str:
        """The local time; with the day where that is not the day of `seen_from`."""
        local = local_time(moment, self.zone).replace(tzinfo=None)
        clock = format_skeleton("Hm", local, locale=_locale(self.language))
        if self.same_day(moment, seen_from):
            return clock
        return f"{format_skeleton('MMMd', local, locale=_locale(self.language))}, {clock}"

    def same_day(self, one: datetime, other: datetime) -> bool:
        """Whether both are on the same day for the reader."""
        return local_time(one, self.zone).date() == local_time(other, self.zone).date()


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    # British English: the day before the month, as everywhere but in the United States.
    try:
        return Locale.parse({"en": "en_GB"}.get(language, language).replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


def category_name(path: CategoryPath | None, reader: Reader) -> str:
    """ "World › Europe"; the headlines' name for the digest of all categories. Plain text."""
    return " › ".join(path) if path else reader.say("digest-headlines")


def date_line(digest: Digest, reader: Reader) -> str:
    """The day, or the whole period where it is longer than one, and how many stories there are."""
    count = len(digest.items) + len(digest.more) + digest.elsewhere
    day = reader.date(digest.until)
    if is_long(digest.since, digest.until):
        day = f"{reader.time(digest.since, seen_from=digest.until)} – {day}"
    return escape(day + SEPARATOR + reader.say("digest-stories", count=count))


def is_long(since: datetime, until: datetime) -> bool:
    """Whether a digest covers more than a day: after an outage, a weekend, or days without news."""
    return until - since > LONG_PERIOD


def title_text(article: Article) -> str:
    """The title, or who tells it where there is none. Plain text."""
    return article.title.strip() or article.source_name


def title_link(article: Article, reader: Reader) -> str:
    """The title, linked to the article: on the web, else inside Telegram through the bot."""
    return link(article_url(article, reader.bot_username), title_text(article))


def article_url(article: Article, bot_username: str) -> str | None:
    """Where an article is read: its own address, else the bot's deep link."""
    if safe_url(article.url):
        return article.url
    return f"https://t.me/{bot_username}?start=a{article.id}" if bot_username else None


def source_line(article: Article, reader: Reader) -> str:
    """Who tells it and the host its link really leads to: "BBC World · bbc.co.uk"."""
    where = host(article.url) if safe_url(article.url) else reader.say("digest-inside")
    parts = (
        [article.source_name] if article.source_name.casefold() == where.casefold() else [article.source_name, where]
    )
    return escape(SEPARATOR.join(parts))


def also_line(also: Sequence[Article], reader: Reader) -> str:
    """The other sources of a story, each linked, with its host."""
    named = []
    for article in also:
        where = host(article.url)
        beside = f" ({escape(where)})" if where and where.casefold() != article.source_name.casefold() else ""
        named.append(link(article_url(article, reader.bot_username), article.source_name) + beside)
    return f"{escape(reader.say('digest-also'))} {', '.join(named)}"


def headline(article: Article, digest: Digest, reader: Reader) -> str:
    """A story in one line: linked title, source, and the host where the link leaves Telegram."""
    told_by = source_line(article, reader) if host(article.url) else escape(article.source_name)
    return SEPARATOR.join((f"{title_link(article, reader)} — {told_by}", *continued_note(article, digest, reader)))


def continued_note(article: Article, digest: Digest, reader: Reader) -> tuple[str, ...]:
    """Beside a story that its readers know: that this is new."""
    if article.story_id not in digest.continued:
        return ()
    return (f"<b>{escape(reader.say('digest-continued-story'))}</b>",)


def summary_text(item: DigestItem) -> str:
    """The summary, kept short whatever the engine wrote; "" where there is none."""
    return escape(shorten(item.summary.text.strip(), MAX_SUMMARY_UNITS)) if item.summary else ""


def translated_title(item: DigestItem) -> str:
    """The title in the language that the reader asked for; "" where it is the article's own."""
    return escape(shorten(item.summary.title.strip(), MAX_TITLE_UNITS)) if item.summary else ""


def language_name(tag: str, language: str) -> str:
    """A language's name as people call it in `language`: "Chinese (Traditional)"; the tag if there is none."""
    try:
        return Locale.parse(tag, sep="-", resolve_likely_subtags=False).get_display_name(_locale(language)) or tag
    except (UnknownLocaleError, ValueError):
        return tag


def article_line(article: Article, reader: Reader) -> str:
    """Under the title of a whole article: source, host, day, authors."""
    others = [author for author in article.authors if author != article.source_name]
    by = reader.say("digest-by", authors=", ".join(others)) if others else ""
    parts = (article.source_name, host(article.url), reader.date(article.published_at), by)
    return escape(SEPARATOR.join(dict.fromkeys(part for part in parts if part)))


def article_blocks(article: Article) -> tuple[Block, ...]:
    """The body in pieces, its thumbnail first unless it stands in the body; paragraphs where it has no pieces."""
    lines = (line for line in article.text.split("\n") if line.strip())
    blocks = article.blocks or tuple(Block(kind=BlockKind.PARAGRAPH, text=line) for line in lines)
    if article.thumbnail_url is None or any(block.kind is BlockKind.PICTURE for block in blocks[:3]):
        return blocks
    return (Block(kind=BlockKind.PICTURE, url=article.thumbnail_url), *blocks)


def picture_urls(article: Article) -> tuple[str, ...]:
    """The addresses of the pictures that a whole article shows, in order, each once."""
    blocks = article_blocks(article)
    return tuple(dict.fromkeys(block.url for block in blocks if block.kind is BlockKind.PICTURE and block.url))


def is_quoted(item: DigestItem) -> bool:
    """Whether the summary is made of the article's own sentences."""
    return item.summary is not None and item.summary.kind is EngineKind.EXTRACTIVE


def closing_note(items: Sequence[DigestItem], reader: Reader) -> tuple[str, bool]:
    """The line below all stories, "" where there is none to say; and whether each quotation needs its mark.

    It says that summaries are quotations, and which languages were not translated into the one the reader asked for.
    """
    quoted, marked = _quoted_note(items, reader)
    return SEPARATOR.join(filter(None, (quoted, _untranslated_note(items, reader)))), marked


def _untranslated_note(items: Sequence[DigestItem], reader: Reader) -> str:
    tags = dict.fromkeys(item.summary.language for item in items if item.summary and item.untranslated)
    names = ", ".join(language_name(tag, reader.language) for tag in tags)
    return escape(reader.say("digest-not-translated", languages=names)) if names else ""


def _quoted_note(items: Sequence[DigestItem], reader: Reader) -> tuple[str, bool]:
    """One line where all are quotations; marks too where a model wrote others; nothing where none is."""
    summarised = [item for item in items if item.summary]
    quoted = [item for item in summarised if is_quoted(item)]
    if not quoted:
        return "", False
    mixed = len(quoted) < len(summarised)
    return f"{QUOTED_MARK} {escape(reader.say('digest-quoted'))}", mixed


def reads_right_to_left(languages: Sequence[str]) -> bool:
    """Whether most of the texts are in a language written from right to left."""
    rtl = sum(language.split("-")[0].lower() in _RTL for language in languages)
    return rtl * 2 > len(languages)


def shown_language(item: DigestItem) -> str:
    """The language a reader mostly sees of a story."""
    return item.summary.language if item.summary else item.article.language
