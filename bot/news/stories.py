"""Says which articles tell the same story, by one short key; knows nothing of what the store holds."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime

from bot.news.clean import match_key

MIN_TITLE_LETTERS = 8  # shorter titles ("Live", "早报") say too little to be a story's name

_NOT_A_LETTER = re.compile(r"[\W_]+")


def story_id(title: str, url: str | None = None, *, published_at: datetime | None = None) -> str:
    """Sixteen hexadecimal digits, the same for articles with the same title on the same day (UTC).

    The day keeps recurring titles ("Morning briefing") apart. Titles that say too little go by address instead.
    """
    letters = _NOT_A_LETTER.sub("", match_key(title))
    day = published_at.date().isoformat() if published_at else ""
    name = letters if len(letters) >= MIN_TITLE_LETTERS or url is None else url
    return hashlib.blake2b(f"{day}\n{name}".encode("utf-8", "replace"), digest_size=8).hexdigest()
