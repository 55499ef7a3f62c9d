"""`tidings stats`: the figures of the database, for people or for scripts."""

from __future__ import annotations

import json
import sys

from bot.clock import SystemClock
from bot.config import Settings
from bot.errors import TidingsError
from bot.stats import gather_stats, stats_json, stats_lines
from bot.store import Store
from bot.texts import match_language, speaker


async def print_stats(settings: Settings, *, as_json: bool) -> None:
    """Print the figures of the database, as lines or as JSON; TidingsError without a database."""
    if not settings.database.exists():
        raise TidingsError(f"there is no database in {settings.data_dir} yet: `tidings run` makes it")
    async with Store.open(settings.database, readonly=True) as store:
        stats = await gather_stats(store, now=SystemClock().now())
    if as_json:
        sys.stdout.write(json.dumps(stats_json(stats), ensure_ascii=False) + "\n")
        return
    sys.stdout.write("\n".join(stats_lines(stats, say=speaker(match_language(settings.default_language)))) + "\n")
