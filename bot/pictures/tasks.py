"""The tasks of a parser process for pictures. The libraries are imported inside: the bot only names these."""

from __future__ import annotations

from bot.models.pictures import PictureRejected, Shrunk
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
