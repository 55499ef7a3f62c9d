"""The settings, typed, from the environment or `.env`. Every problem is reported at once."""

from __future__ import annotations

import logging
import re
import stat
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.env_file import env_problems, secret_in
from bot.errors import ConfigError
from bot.models.chats import DigestFormat
from bot.models.proxies import Proxy
from bot.setting_values import MAX_DURATION, Duration, Ids, Listen, Size, Words
from bot.texts import languages

_PLAIN_TIMES = re.compile(r"(?:(?:[01]\d|2[0-3]):[0-5]\d(?:\s+|$))+")
_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]{30,}")  # https://core.telegram.org/bots/api#authorizing-your-bot


class Settings(BaseSettings):
    """Every setting, by its lower-case name. `.env.example` documents each with its default."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    telegram_bot_token: SecretStr | None = None
    telegram_bot_token_file: Path | None = None
    telegram_api_url: str = "https://api.telegram.org"
    telegram_admin_ids: Ids = ()
    telegram_webhook_url: str = ""
    telegram_webhook_secret: SecretStr = SecretStr("")
    telegram_webhook_listen: Listen = "127.0.0.1:8443"
    telegram_messages_per_second: int = Field(default=25, ge=1, le=1000)
    telegram_paid_broadcast: bool = False
    telegram_proxy: SecretStr = SecretStr("")

    data_dir: Path = Path("data")
    sources_file: Path = Path("sources.toml")
    fetch_interval: Duration = timedelta(minutes=15)
    fetch_trusted_hosts: Words = ()
    fetch_proxy: SecretStr = SecretStr("")
    ssl_cert_file: Path | None = None

    summary_engine: Literal["auto", "extractive", "transformers", "api"] = "auto"
    summary_model: str = ""
    summary_model_revision: str = ""
    summary_device: Literal["auto", "cpu", "cuda"] = "auto"
    summary_precision: Literal["auto", "fp32", "bf16", "int8"] = "auto"
    summary_memory: Size = None
    summary_sentences: int = Field(default=2, ge=1, le=10)
    summary_api_url: Words = ()
    summary_api_key: SecretStr = SecretStr("")
    summary_api_model: str = ""
    summary_verifier: str = ""

    default_language: str = "en"
    default_timezone: str = "UTC"
    default_digest_times: str = "08:00"
    digest_max_stories: int = Field(default=10, ge=1, le=50)
    digest_format: DigestFormat = DigestFormat.AUTO

    retention_days: int = Field(default=90, ge=1, le=MAX_DURATION.days)
    metrics_listen: Listen = ""
    publish_url: str = ""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"

    @field_validator("telegram_api_url", "telegram_webhook_url", "publish_url")
    @classmethod
    def _is_web_address(cls, value: str) -> str:
        if value and not re.match(r"https?://[^/\s]+", value):
            raise ValueError("expected an address that begins with https:// or http://")
        return value.rstrip("/")

    @field_validator("summary_api_url")
    @classmethod
    def _are_web_addresses(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for address in value:
            if not re.match(r"https?://[^/\s]+", address):
                raise ValueError("expected addresses that begin with https:// or http://")
        return value

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _is_a_webhook_secret(cls, value: SecretStr) -> SecretStr:
        # https://core.telegram.org/bots/api#setwebhook
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", value.get_secret_value()):
            raise ValueError("expected at most 256 of A-Z a-z 0-9 _ -")
        return value

    @field_validator("telegram_proxy", "fetch_proxy")
    @classmethod
    def _is_a_proxy(cls, value: SecretStr) -> SecretStr:
        _proxy(value)
        return value

    @field_validator("ssl_cert_file")
    @classmethod
    def _is_a_file(cls, value: Path | None) -> Path | None:
        if value is not None and not value.is_file():
            raise ValueError(f"there is no file {value}: it names certificates in the PEM format")
        return value

    @field_validator("fetch_interval")
    @classmethod
    def _is_positive(cls, value: timedelta) -> timedelta:
        if value < timedelta(seconds=1):
            raise ValueError("expected at least 1s")
        return value

    @field_validator("default_timezone")
    @classmethod
    def _is_a_zone(cls, value: str) -> str:
        if value == "UTC":
            return value
        from bot.text.schedule import is_zone  # it walks the zone database: not for the usual value

        if not is_zone(value):
            raise ValueError("expected an IANA time zone such as Europe/Berlin or Asia/Taipei")
        return value

    @field_validator("default_language")
    @classmethod
    def _is_a_language(cls, value: str) -> str:
        if value not in languages():
            raise ValueError(f"expected one of {', '.join(languages())}")
        return value

    @field_validator("default_digest_times")
    @classmethod
    def _is_a_schedule(cls, value: str) -> str:
        if _PLAIN_TIMES.fullmatch(value):
            return value
        from bot.text.schedule import parse_schedule  # it reads the words of twenty languages: not for plain times

        if parse_schedule(value) is None:
            raise ValueError("expected times such as 08:00 or 08:00 18:30, or hourly, instant, off")
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @model_validator(mode="after")
    def _api_has_an_address(self) -> Settings:
        if self.summary_engine == "api" and not self.summary_api_url:
            raise ValueError("SUMMARY_API_URL: SUMMARY_ENGINE=api needs the server's address")
        return self

    @model_validator(mode="after")
    def _published_digests_are_served(self) -> Settings:
        if self.publish_url and not self.metrics_listen:
            raise ValueError("PUBLISH_URL: METRICS_LISTEN must say where it is served, such as 127.0.0.1:9464")
        return self

    @model_validator(mode="after")
    def _secrets_are_private(self) -> Settings:
        path = self.telegram_bot_token_file
        if path is not None and self.telegram_bot_token is None:
            object.__setattr__(self, "telegram_bot_token", SecretStr(_read_private(path)))
        return self

    @property
    def token(self) -> str | None:
        """The bot's token in clear, or None. Only the Telegram client needs it."""
        return self.telegram_bot_token.get_secret_value().strip() or None if self.telegram_bot_token else None

    @property
    def fetches_through(self) -> Proxy | None:
        """The proxy of FETCH_PROXY."""
        return _proxy(self.fetch_proxy)

    @property
    def telegram_through(self) -> Proxy | None:
        """The proxy of TELEGRAM_PROXY."""
        return _proxy(self.telegram_proxy)

    @property
    def secrets(self) -> tuple[str, ...]:
        """Every secret in clear, for `logs.redact`; passwords inside addresses of servers and proxies are some, too."""
        values = (self.telegram_bot_token, self.telegram_webhook_secret, self.summary_api_key)
        texts = [value.get_secret_value().strip() for value in values if value]
        addresses = (*self.summary_api_url, self.telegram_api_url, self.telegram_webhook_url)
        texts += [_password_in(address) for address in addresses]
        for proxy in (self.fetch_proxy, self.telegram_proxy):
            written = _password_in(proxy.get_secret_value())
            texts += [written, unquote(written)]
        return tuple(filter(None, texts))

    @property
    def telegram_server(self) -> str:
        """The address of the Bot API as it may be shown: without a name or password."""
        return re.sub(r"//[^/]*@", "//", self.telegram_api_url)

    @property
    def database(self) -> Path:
        """The path of the database."""
        return self.data_dir / "tidings.db"


def is_token(text: str) -> bool:
    """Whether this can be a bot's token: digits, a colon, letters."""
    return _TOKEN.fullmatch(text) is not None


def _proxy(value: SecretStr) -> Proxy | None:
    address = value.get_secret_value().strip()
    return Proxy.parse(address) if address else None


def _password_in(address: str) -> str:
    """The text between the first colon and the last @ of an address's authority, or ""."""
    authority = address.partition("://")[2].partition("/")[0]
    return authority.rpartition("@")[0].partition(":")[2]


def _read_private(path: Path) -> str:
    """The content of a file with a secret; ValueError if other users can read it."""
    try:
        mode = path.stat().st_mode
        text = path.read_text("utf-8").strip()
    except OSError as error:
        raise ValueError(f"TELEGRAM_BOT_TOKEN_FILE: {path}: {error.strerror or error}") from error
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise ValueError(f"TELEGRAM_BOT_TOKEN_FILE: {path} can be read by others: chmod 600 {path}")
    return text


def _check_env_file(path: Path) -> list[str]:
    """The problems of a `.env` file; one that holds a secret must be readable by its owner alone."""
    if not path.is_file():
        return []
    text = path.read_text("utf-8", errors="replace")
    known = [name.upper() for name in Settings.model_fields]
    problems = [f"{path}, {problem}" for problem in env_problems(text, known=known)]
    if (secret := secret_in(text)) and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        problems.append(f"{path} holds {secret} and can be read by others: chmod 600 {path}")
    return problems


def _expected(problem: Mapping[str, Any]) -> str:
    """The message of pydantic about a value, in plain words."""
    match problem["type"]:
        case "int_parsing":
            return "expected a whole number"
        case "bool_parsing":
            return "expected true or false"
        case _:
            return str(problem["msg"]).removeprefix("Value error, ").replace("Input should be", "expected")


def load_settings(*, env_file: Path | None = Path(".env"), **overrides: Any) -> Settings:
    """The settings, or a ConfigError that names every problem, one a line, by the setting's name."""
    try:
        problems = _check_env_file(env_file) if env_file else []
        logging.getLogger("dotenv").addHandler(logging.NullHandler())  # `env_problems` reports the same
        settings = Settings(_env_file=env_file, **overrides)
    except ValidationError as error:
        for problem in error.errors(include_url=False, include_input=False):
            message = _expected(problem)
            problems.append(f"{str(problem['loc'][0]).upper()}: {message}" if problem["loc"] else message)
    except (OSError, UnicodeDecodeError) as error:
        problems = [f"{env_file} cannot be read, it must be a text file in UTF-8: {error}"]
    if problems:
        raise ConfigError("\n".join(problems))
    return settings
