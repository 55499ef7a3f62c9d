"""Reads what a source's server wants to be asked with from its entry in `sources.toml`: a password, headers.

No message quotes a value. What was read is hidden in the log, should a library ever print it.
"""

from __future__ import annotations

import base64
import logging
import re
import stat
from collections.abc import Mapping
from pathlib import Path

from bot.logs import hide_in_logs
from bot.models.fetching import Credentials

KEYS = frozenset(("username", "password", "password_file", "headers"))
MAX_HEADERS = 20
MAX_VALUE_CHARS = 4000
MIN_SECRET_CHARS = 4  # what is shorter stands in every other line of a log

_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}")
# They say how a message is sent, or are made anew for each request.
_NOT_THEIRS = frozenset(
    (
        *("host", "connection", "content-length", "transfer-encoding", "te", "trailer", "upgrade", "keep-alive"),
        *("expect", "accept-encoding", "proxy-authorization", "if-none-match", "if-modified-since"),
        *("if-range", "range"),
    )
)
_OPEN_HEADERS = frozenset(("user-agent", "accept", "accept-language", "referer"))

logger = logging.getLogger(__name__)


def read_credentials(entry: Mapping[str, object], *, file: Path) -> Credentials | str | None:
    """The credentials of an entry, None where it names none, or what is wrong with them. Password files lie beside
    `file`, the list itself.
    """
    named = KEYS & entry.keys()
    if not named:
        return None
    headers = _headers(entry.get("headers", {}))
    if isinstance(headers, str):
        return headers
    secrets = [value for name, value in headers if name.lower() not in _OPEN_HEADERS]
    if named - {"headers"}:
        login = _login(entry, file=file)
        if isinstance(login, str):
            return login
        if any(name.lower() == "authorization" for name, _ in headers):
            return "give either username and password or the header Authorization"
        basic = base64.b64encode(":".join(login).encode()).decode("ascii")
        headers = (*headers, ("Authorization", f"Basic {basic}"))
        secrets += [login[1], basic]
    if {"password", "headers"} & named:
        _warn_if_open(file)
    secrets = [secret for secret in secrets if len(secret) >= MIN_SECRET_CHARS]
    hide_in_logs(secrets)
    return Credentials(headers=headers, secrets=tuple(secrets))


def _headers(table: object) -> tuple[tuple[str, str], ...] | str:
    if not isinstance(table, Mapping):
        return 'headers must be a table: headers = {Name = "value"}'
    if len(table) > MAX_HEADERS:
        return f"there are more than {MAX_HEADERS} headers"
    for name, value in table.items():
        if not isinstance(name, str) or not _HEADER_NAME.fullmatch(name):
            return "a header's name holds letters, digits and hyphens only"
        if name.lower() in _NOT_THEIRS:
            return f"the header {name} is Tidings' own"
        if not isinstance(value, str) or not value.strip():
            return f"the header {name} must be a text in quotes"
        if not (value.isascii() and value.isprintable() and len(value) <= MAX_VALUE_CHARS):
            return f"the header {name} must be of plain ASCII characters, at most {MAX_VALUE_CHARS}"
    return tuple((name, value.strip()) for name, value in table.items())


def _login(entry: Mapping[str, object], *, file: Path) -> tuple[str, str] | str:
    """The user name and the password."""
    username = entry.get("username")
    if username is None:
        return "username is missing: a password alone opens nothing"
    if not isinstance(username, str) or not username or ":" in username:
        return "username must be a text in quotes, without a colon"
    if ("password" in entry) == ("password_file" in entry):
        return "give either password or password_file beside username"
    if "password" in entry:
        password = entry["password"]
        return (username, password) if isinstance(password, str) and password else "password must be a text in quotes"
    name = entry["password_file"]
    if not isinstance(name, str) or not name.strip():
        return "password_file must be a path in quotes"
    path = file.parent / Path(name.strip()).expanduser()
    try:
        password = path.read_text("utf-8").strip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        return f"password_file {path}: {getattr(error, 'strerror', None) or 'it is no text'}"
    if not password:
        return f"password_file {path} is empty"
    _warn_if_open(path)
    return username, password


def _warn_if_open(path: Path) -> None:
    """Say so where other users of this machine can read a file with a secret."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        logger.warning("secrets can be read by others path=%s error=%s", path, "chmod 600 closes the file")
