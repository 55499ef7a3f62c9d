"""The settings of a command: loaded, with logging set up as the command needs it."""

from __future__ import annotations

import os
from typing import Any

from bot.config import Settings, load_settings
from bot.logs import set_up_logging


def settings_of_command(**overrides: Any) -> Settings:
    """Load the settings of a command that prints its outcome and ends: it logs warnings unless LOG_LEVEL is set."""
    return settings_to_run(default_level="WARNING", **overrides)


def settings_to_run(default_level: str | None = None, **overrides: Any) -> Settings:
    """Load the settings of a command that runs until it is stopped: it logs at LOG_LEVEL."""
    settings = load_settings(**overrides)
    level = settings.log_level if "log_level" in settings.model_fields_set else default_level or settings.log_level
    set_up_logging(level=level, log_format=settings.log_format, secrets=settings.secrets)
    if settings.ssl_cert_file is not None:
        os.environ["SSL_CERT_FILE"] = str(settings.ssl_cert_file)  # OpenSSL reads it there, for every connection
    return settings
