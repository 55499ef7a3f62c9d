"""The exceptions of Tidings; expected outcomes are values, so these are few.

TidingsError
├── ConfigError        the set-up is wrong: exit 2
├── InstanceHeld       another instance holds the data folder or the token: exit 75
├── TokenRefused       Telegram does not know the token: exit 78
├── StoreError         the database cannot be used (corrupt, newer, full, locked)
└── SourceRejected     a source cannot be added; carries the key of the text for the user
"""

from __future__ import annotations

from bot.text_keys import TextKey


class TidingsError(Exception):
    """Base of every error that is shown as one line: what is wrong, and what to do."""


class ConfigError(TidingsError):
    """The settings are wrong; the message names every problem, one a line."""


class InstanceHeld(TidingsError):
    """Another instance holds the data folder or polls with the same token."""


class TokenRefused(TidingsError):
    """Telegram refuses the bot's token."""


class StoreError(TidingsError):
    """The database cannot be opened or written."""


class SourceRejected(TidingsError):
    """A source cannot be added: `text_key` names the user's text, `detail` fills it."""

    def __init__(self, text_key: TextKey, detail: str = "") -> None:
        super().__init__(detail or text_key)
        self.text_key = text_key
        self.detail = detail
