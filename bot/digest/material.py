"""What a batch of digests is drawn with: summaries, pictures and cards (pure)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.digest.languages import SummaryLanguages
from bot.digest.pick import Story
from bot.models.chats import ORIGINAL
from bot.models.digests import DigestItem, PictureRef
from bot.pictures.illustrate import illustrate
from summarizer import Summary, same_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Summaries by language and article id, pictures by address, cards by article id: to draw a batch with."""

    summaries: dict[tuple[str, int], Summary]
    pictures: dict[str, PictureRef]
    cards: dict[int, PictureRef] = field(default_factory=dict)

    def add(self, more: Material) -> None:
        """Take over what was gathered later."""
        self.summaries.update(more.summaries)
        self.pictures.update(more.pictures)
        self.cards.update(more.cards)

    def items(self, stories: Sequence[Story], *, languages: SummaryLanguages, pictures: bool) -> tuple[DigestItem, ...]:
        """The stories of one digest as they are shown; no picture is shown twice."""
        items = []
        shown = illustrate((article for article, _ in stories), self.pictures).pictures if pictures else {}
        for article, also in stories:
            language = languages.of(article)
            summary = _unless_repeated(self.summaries.get((language, article.id)), article.title)
            items.append(
                DigestItem(
                    article=article,
                    summary=summary,
                    picture=shown.get(article.id) or (self.cards.get(article.id) if pictures else None),
                    is_card=article.id not in shown,
                    also=also,
                    untranslated=is_untranslated(summary, language),
                )
            )
        return tuple(items)


def is_untranslated(summary: Summary | None, language: str) -> bool:
    """Whether a summary stayed in the article's language though `language` was asked for."""
    return summary is not None and language != ORIGINAL and not same_language(summary.language, language)


def _unless_repeated(summary: Summary | None, title: str) -> Summary | None:
    """The summary, or None if it only repeats the title: some posts have no other text."""
    from summarizer import letters_of  # with the rules of sentences, for the first summary

    return summary if summary and letters_of(summary.text) not in letters_of(title) else None
