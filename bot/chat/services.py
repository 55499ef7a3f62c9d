"""The parts of the bot that its handlers use, as one value that the composition root makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.delivery.deliver import Deliverer
    from bot.digest.compose import Composer
    from bot.digest.recap import Recapper
    from bot.ingest.load import Loader
    from bot.models.ports import Clock
    from bot.pictures.thumbnails import Thumbnails
    from bot.store import Store
    from bot.summaries.service import SummaryService


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The parts below the chat. `bot_username` is the name in deep links, without the @."""

    settings: Settings
    clock: Clock
    store: Store
    loader: Loader
    summaries: SummaryService
    composer: Composer
    recapper: Recapper
    deliverer: Deliverer
    thumbnails: Thumbnails
    bot_username: str
