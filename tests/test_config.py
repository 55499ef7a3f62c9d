from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.config import load_settings
from bot.errors import ConfigError
from bot.models.chats import DigestFormat
from bot.models.proxies import Proxy


def test_defaults_are_usable_and_there_is_no_token() -> None:
    settings = load_settings()
    assert settings.token is None
    assert settings.fetch_interval == timedelta(minutes=15)
    assert settings.database == Path("data/tidings.db")


def test_the_environment_is_read_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {
        "TELEGRAM_BOT_TOKEN": " 123:abc ",
        "TELEGRAM_ADMIN_IDS": "1, 2",
        "TELEGRAM_API_URL": "http://127.0.0.1:9/",
        "FETCH_TRUSTED_HOSTS": "rsshub.lan:1200 10.0.0.0/8",
        "FETCH_INTERVAL": "2h",
        "DIGEST_FORMAT": "classic",
        "LOG_LEVEL": "debug",
        "SUMMARY_MODEL": "",
    }
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    settings = load_settings()
    assert settings.token == "123:abc"
    assert settings.telegram_admin_ids == (1, 2)
    assert settings.telegram_api_url == "http://127.0.0.1:9"
    assert settings.fetch_trusted_hosts == ("rsshub.lan:1200", "10.0.0.0/8")
    assert settings.fetch_interval == timedelta(hours=2)
    assert settings.digest_format is DigestFormat.CLASSIC
    assert settings.log_level == "DEBUG"
    assert "123:abc" not in repr(settings)


def test_every_problem_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {
        "FETCH_INTERVAL": "soon",
        "DEFAULT_TIMEZONE": "Mars/Olympus",
        "DEFAULT_LANGUAGE": "tlh",
        "DEFAULT_DIGEST_TIMES": "25:00",
        "TELEGRAM_API_URL": "api.telegram.org",
        "METRICS_LISTEN": "everywhere",
        "TELEGRAM_WEBHOOK_LISTEN": "127.0.0.1:70000",
        "TELEGRAM_WEBHOOK_SECRET": "with a space",
        "RETENTION_DAYS": "99999999",
        "SUMMARY_SENTENCES": "0",
        "TELEGRAM_ADMIN_IDS": "me",
    }
    for name, value in wrong.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ConfigError) as caught:
        load_settings()
    assert all(name in str(caught.value) for name in wrong)


def test_an_interval_of_nothing_is_refused() -> None:
    with pytest.raises(ConfigError, match="FETCH_INTERVAL: expected at least 1s"):
        load_settings(fetch_interval=timedelta(0))


def test_the_token_may_lie_in_a_file_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "token"
    path.write_text("123:abc\n")
    path.chmod(0o600)
    assert load_settings(telegram_bot_token_file=path).token == "123:abc"
    assert load_settings(telegram_bot_token_file=path, telegram_bot_token="9:z").token == "9:z"


def test_a_token_file_that_others_may_read_or_that_is_missing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "token"
    with pytest.raises(ConfigError, match="No such file"):
        load_settings(telegram_bot_token_file=path)
    path.write_text("123:abc")
    path.chmod(0o644)
    with pytest.raises(ConfigError, match="chmod 600"):
        load_settings(telegram_bot_token_file=path)


def test_an_env_file_with_a_token_must_be_private(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_text("LOG_LEVEL=ERROR\nTELEGRAM_BOT_TOKEN=123:abc\n")
    path.chmod(0o644)
    with pytest.raises(ConfigError, match=r"TELEGRAM_BOT_TOKEN and can be read by others: chmod 600"):
        load_settings(env_file=path)
    path.chmod(0o600)
    settings = load_settings(env_file=path)
    assert (settings.token, settings.log_level) == ("123:abc", "ERROR")


def test_an_env_file_without_secrets_may_be_public(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_text("TELEGRAM_BOT_TOKEN=\nLOG_LEVEL=ERROR\n")
    path.chmod(0o644)
    assert load_settings(env_file=path).log_level == "ERROR"


@pytest.mark.parametrize("far", ["99999999999999d", "3651d"])
def test_a_duration_longer_than_calendars_is_named(monkeypatch: pytest.MonkeyPatch, far: str) -> None:
    monkeypatch.setenv("FETCH_INTERVAL", far)
    with pytest.raises(ConfigError, match="FETCH_INTERVAL: expected at most 3650d"):
        load_settings()


def test_an_env_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_bytes("LOG_LEVEL=INFO\n".encode("utf-16"))
    with pytest.raises(ConfigError, match=r"\.env cannot be read.*UTF-8"):
        load_settings(env_file=path)


def test_lines_of_an_env_file_that_set_nothing_are_named_and_all_at_once(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / ".env"
    path.write_text("# mine\nTELEGRAM_TOKEN=123:abc\nTELEGRAM_ADMIN_IDS: 1\nCOMPOSE_PROJECT_NAME=x\nlog_level=loud\n")
    with pytest.raises(ConfigError) as caught:
        load_settings(env_file=path)
    assert str(caught.value).splitlines() == [
        f"{path}, line 2: there is no setting TELEGRAM_TOKEN; did you mean TELEGRAM_BOT_TOKEN?",
        f"{path}, line 3: expected NAME=value, or # before a comment",
        "LOG_LEVEL: expected 'DEBUG', 'INFO', 'WARNING' or 'ERROR'",
    ]
    assert capfd.readouterr().err == ""


def test_the_summary_engines_settings_are_read_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARY_ENGINE", "api")
    monkeypatch.setenv("SUMMARY_API_URL", "http://one:8000/v1, http://two:8000/v1")
    monkeypatch.setenv("SUMMARY_MEMORY", "1500MB")
    settings = load_settings()
    assert settings.summary_api_url == ("http://one:8000/v1", "http://two:8000/v1")
    assert settings.summary_memory == 1_500_000_000
    monkeypatch.setenv("SUMMARY_MEMORY", " ")
    assert load_settings().summary_memory is None
    assert load_settings(summary_memory=5).summary_memory == 5


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("SUMMARY_MEMORY", "lots", "SUMMARY_MEMORY: expected a size such as 6GB or 1500MB"),
        ("SUMMARY_MEMORY", "0GB", "SUMMARY_MEMORY: expected a size such as 6GB or 1500MB"),
        ("SUMMARY_API_URL", "localhost:8000", "SUMMARY_API_URL: expected addresses that begin with https:// or http"),
        ("SUMMARY_ENGINE", "api", "SUMMARY_API_URL: SUMMARY_ENGINE=api needs the server's address"),
        ("DIGEST_MAX_STORIES", "few", "DIGEST_MAX_STORIES: expected a whole number"),
        ("TELEGRAM_PAID_BROADCAST", "maybe", "TELEGRAM_PAID_BROADCAST: expected true or false"),
        ("SUMMARY_ENGINE", "oracle", "SUMMARY_ENGINE: expected 'auto', 'extractive'"),
        ("SUMMARY_PRECISION", "int4", "SUMMARY_PRECISION: expected 'auto', 'fp32'"),
    ],
)
def test_a_wrong_engine_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str, problem: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigError, match=problem):
        load_settings()


def test_the_secrets_include_passwords_inside_addresses() -> None:
    settings = load_settings(
        env_file=None,
        telegram_bot_token=" 1:a ",
        summary_api_url="http://ada:s3cr3t@example.org/v1 https://example.org",
        telegram_api_url="http://bob:0ther@bots.lan:8081/api",
        telegram_webhook_url="https://eve:th1rd@bot.example.org/hook",
    )
    assert settings.secrets == ("1:a", "s3cr3t", "0ther", "th1rd")
    assert settings.telegram_server == "http://bots.lan:8081/api"


def test_a_proxy_is_checked_and_its_password_shown_nowhere(tmp_path: Path) -> None:
    settings = load_settings(fetch_proxy="socks5h://me:p%40ss@proxy.example", telegram_proxy="https://[::1]:3128/")
    assert settings.fetches_through == Proxy(
        scheme="socks5", host="proxy.example", port=1080, username="me", password="p@ss"
    )
    assert settings.telegram_through is not None
    assert settings.telegram_through.url == "https://[::1]:3128"
    assert {"p%40ss", "p@ss"} <= set(settings.secrets)
    assert "ss@" not in repr(settings)
    assert "p@ss" not in repr(settings.fetches_through)
    assert load_settings().fetches_through is None


@pytest.mark.parametrize(
    "address",
    ["proxy:1080", "ftp://SECRET@proxy:1", "http://", "socks5://a:b@:1", "http://x:99999", "http://x:1/SECRET"],
)
def test_what_is_no_proxy_is_refused_without_repeating_it(address: str) -> None:
    with pytest.raises(ConfigError, match="FETCH_PROXY: expected") as caught:
        load_settings(fetch_proxy=address)
    assert "SECRET" not in str(caught.value)


def test_a_file_of_certificates_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="SSL_CERT_FILE: there is no file"):
        load_settings(ssl_cert_file=tmp_path / "none.pem")


def test_an_env_file_with_the_password_of_a_proxy_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_text("FETCH_PROXY=socks5://me:word@proxy.example:1080\n")
    path.chmod(0o644)
    with pytest.raises(ConfigError, match=r"holds FETCH_PROXY and can be read by others"):
        load_settings(env_file=path)
    path.write_text("FETCH_PROXY=socks5://proxy.example:1080\n")
    assert load_settings(env_file=path).fetches_through is not None


def test_digests_are_published_only_where_something_serves_them() -> None:
    with pytest.raises(ConfigError, match="PUBLISH_URL: METRICS_LISTEN must say where it is served"):
        load_settings(env_file=None, publish_url="https://news.example.org")
    settings = load_settings(env_file=None, publish_url="https://news.example.org/", metrics_listen="127.0.0.1:9464")
    assert settings.publish_url == "https://news.example.org"
