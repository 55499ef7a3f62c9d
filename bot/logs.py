"""Logging set up once: one line an outcome, as text or JSON; secrets are cut out by the formatter,
so that tracebacks and libraries' own lines are covered too.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable
from datetime import UTC, datetime

# A bot token anywhere, in an address too: https://core.telegram.org/bots/api#authorizing-your-bot
_TOKEN = re.compile(r"(?<!\d)\d{3,}:[A-Za-z0-9_-]{20,}")  # in an address it stands right behind "bot"
_HIDDEN = "[hidden]"


class RedactingFormatter(logging.Formatter):
    """Formats a record as text or JSON and replaces every known secret and everything token-like."""

    def __init__(self, *, secrets: Iterable[str] = (), as_json: bool = False) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s %(message)s", "%Y-%m-%d %H:%M:%S")
        # The longest first, lest a secret that contains another leaves its rest behind.
        self._secrets = sorted({secret for secret in secrets if secret}, key=len, reverse=True)
        self._as_json = as_json

    def format(self, record: logging.LogRecord) -> str:
        return self._redact(self._json(record) if self._as_json else super().format(record))

    def _json(self, record: logging.LogRecord) -> str:
        fields = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": record.getMessage(),
        }
        if record.exc_info:
            fields["traceback"] = self.formatException(record.exc_info)
        return json.dumps(fields, ensure_ascii=False)

    def _redact(self, line: str) -> str:
        for secret in self._secrets:
            line = line.replace(secret, _HIDDEN)
        return _TOKEN.sub(_HIDDEN, line)


def set_up_logging(*, level: str, log_format: str, secrets: Iterable[str] = ()) -> None:
    """Send every record to standard error through the redacting formatter."""
    handler = logging.StreamHandler()
    handler.setFormatter(RedactingFormatter(secrets=secrets, as_json=log_format == "json"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # Every request of these is a line of theirs at INFO; ours says what came of it.
    for name in ("httpx", "httpcore", "aiohttp.access", "telegram", "uvicorn.access", "trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(max(logging.getLevelName(level), logging.WARNING))
