"""Which stories a reader reads, by their languages, and what becomes of the others (pure)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.models.articles import Article
from bot.models.chats import ORIGINAL, Chat, OtherLanguages
from summarizer import chinese_tag, same_language

_CHINESE = {"zh-Hant", "zh-Hans"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Languages whose stories come last, or are left out. Chats with the same value share what is picked for them."""

    languages: frozenset[str] = frozenset()
    left_out: bool = False

    def holds(self, article: Article) -> bool:
        """Whether the article is in one of these languages."""
        return article.language in self.languages


NOTHING_ASIDE = Aside()


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryLanguages:
    """The language of summaries, and the one of stories in languages that the reader did not name ("": the same)."""

    language: str = ORIGINAL
    others: str = ""
    reads: tuple[str, ...] = ()

    def of(self, article: Article) -> str:
        """The language that this article's summary is asked for in."""
        return self.others if self.others and not is_read(article.language, self.reads) else self.language

    def grouped(self, articles: Iterable[Article]) -> dict[str, list[Article]]:
        """The articles by the language that their summaries are asked for in, each once."""
        groups: dict[str, list[Article]] = {}
        for article in {article.id: article for article in articles}.values():
            groups.setdefault(self.of(article), []).append(article)
        return groups


def is_read(language: str, reads: Iterable[str]) -> bool:
    """Whether somebody who reads these languages reads this one. Traditional and Simplified Chinese are two.

    An article of unknown language ("und") is no reason to put it aside.
    """
    return language == "und" or any(same_language(language, known) and {language, known} != _CHINESE for known in reads)


def language_of(tag: str) -> str:
    """The language of a tag as Telegram gives it ("pt-br", "zh-TW"), in the spelling that articles have it in."""
    chinese = chinese_tag(tag)
    return ("zh-Hans" if chinese == "zh" else chinese) if chinese else tag.replace("_", "-").lower().split("-")[0]


def aside_of(chat: Chat, languages: Iterable[str], *, translates: bool) -> Aside:
    """Which of these languages come last for the chat, or are left out. `translates`: whether the engine can."""
    if not chat.reads or (chat.other_languages is OtherLanguages.TRANSLATED and translates):
        return NOTHING_ASIDE
    foreign = frozenset(language for language in languages if not is_read(language, chat.reads))
    return Aside(languages=foreign, left_out=bool(foreign) and chat.other_languages is OtherLanguages.LEFT_OUT)


def summary_languages(chat: Chat, *, translates: bool) -> SummaryLanguages:
    """The languages of the chat's summaries. The first language that its reader named is the one to translate into."""
    translated = chat.reads and chat.other_languages is OtherLanguages.TRANSLATED and translates
    if translated and chat.summary_language == ORIGINAL:
        return SummaryLanguages(others=chat.reads[0], reads=chat.reads)
    return SummaryLanguages(language=chat.summary_language)
