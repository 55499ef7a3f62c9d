"""Sets up logging: one line an event, as text or JSON. The formatter removes secrets, from tracebacks and the lines of
libraries, too.

In JSON, `event` is the words of a line without its values, the same each time; every `key=value` is a field.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable
from datetime import UTC, datetime

# A bot's token anywhere, also inside an address: https://core.telegram.org/bots/api#authorizing-your-bot
_TOKEN = re.compile(r"(?<!\d)\d{3,}:[A-Za-z0-9_-]{20,}")  # no \b before it: in an address it follows "bot"
_HIDDEN = "[hidden]"
_PAIR = re.compile(r" ([a-z_]+)=%[srd]")  # as the lines of this program end: `tests/test_log_lines.py`
# These log every request at INFO, or every broken one; this program logs what came of it.
_TALKATIVE = (
    *("httpx", "httpcore", "aiohttp.access", "telegram", "tornado.access", "tornado.general", "uvicorn.access"),
    *("trafilatura", "htmldate"),
)
_hidden: set[str] = set()  # secrets that were read after logging was set up


def hide_in_logs(secrets: Iterable[str]) -> None:
    """Replace these secrets, too, in every line that is logged from now on."""
    _hidden.update(filter(None, secrets))


def redact(text: str, secrets: Iterable[str]) -> str:
    """The text with these secrets, those of `hide_in_logs`, and everything that looks like a bot's token replaced."""
    for secret in sorted(filter(None, (*secrets, *_hidden)), key=len, reverse=True):  # a secret may contain another one
        text = text.replace(secret, _HIDDEN)
    return _TOKEN.sub(_HIDDEN, text)


class RedactingFormatter(logging.Formatter):
    """Formats a record as text or JSON and replaces every known secret and everything token-like."""

    def __init__(self, *, secrets: Iterable[str] = (), as_json: bool = False) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s %(message)s", "%Y-%m-%d %H:%M:%S")
        self._secrets = tuple(secrets)
        self._as_json = as_json

    def format(self, record: logging.LogRecord) -> str:
        return self._json(record) if self._as_json else redact(super().format(record), self._secrets)

    def _json(self, record: logging.LogRecord) -> str:
        event, pairs = _parts(record)
        fields = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": event,
            **pairs,
        }
        if record.exc_info:
            fields["traceback"] = self.formatException(record.exc_info)
        # Before JSON escapes them: a secret with a quotation mark would no longer be found.
        safe = {key: redact(value, self._secrets) if isinstance(value, str) else value for key, value in fields.items()}
        return json.dumps(safe, ensure_ascii=False)


def _parts(record: logging.LogRecord) -> tuple[str, dict[str, str | float | None]]:
    """A line of this program as its event and its values by key; one of a library is an event as a whole."""
    template = str(record.msg)
    event, keys = _PAIR.sub("", template), _PAIR.findall(template)
    values = record.args if isinstance(record.args, tuple) else ()
    if "%" in event or not keys or len(keys) != len(values):
        return record.getMessage(), {}
    plain = (value if isinstance(value, int | float | None) else str(value) for value in values)
    return event, dict(zip(keys, plain, strict=True))


def set_up_logging(*, level: str, log_format: str, secrets: Iterable[str] = ()) -> None:
    """Send every record to standard error through the redacting formatter."""
    handler = logging.StreamHandler()
    handler.setFormatter(RedactingFormatter(secrets=secrets, as_json=log_format == "json"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.getLevelName(level), logging.WARNING))
