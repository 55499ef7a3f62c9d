"""The tasks of a parser process for pictures. The libraries are imported inside: the bot only names these."""

from __future__ import annotations

from collections.abc import Sequence

from bot.models.pictures import Bars, PictureRejected, Shrunk
from bot.parsers.batches import needs
from bot.pictures.card_design import Card


@needs("bot.pictures.cards")
def draw_card(card: Card) -> Shrunk:
    """The drawn card; see `cards.draw_card`."""
    from bot.pictures import cards

    return cards.draw_card(card)


@needs("bot.pictures.images")
def shrink(data: bytes) -> Shrunk | PictureRejected:
    """A picture as Telegram takes it; see `images.shrink`."""
    from bot.pictures import images

    return images.shrink(data)


@needs("bot.pictures.stats_chart")
def draw_bars(rows: Sequence[Bars], days: Sequence[str], *, language: str) -> bytes:
    """The chart of these rows; see `stats_chart.draw_bars`."""
    from bot.pictures import stats_chart

    return stats_chart.draw_bars(rows, days, language=language)
