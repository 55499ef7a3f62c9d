from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from bot.logs import RedactingFormatter, set_up_logging

TOKEN = "123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


@pytest.fixture(autouse=True)
def _restore_logging() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def record(message: str, *args: object, error: bool = False) -> logging.LogRecord:
    exc_info = None
    if error:
        try:
            raise RuntimeError(f"request to /bot{TOKEN}/getMe failed")
        except RuntimeError as caught:
            exc_info = (RuntimeError, caught, caught.__traceback__)
    return logging.LogRecord("bot.test", logging.INFO, __file__, 1, message, args, exc_info)


def test_secrets_are_cut_out_of_messages_arguments_and_tracebacks() -> None:
    formatter = RedactingFormatter(secrets=["hook-secret", "", "hook-secret-long"])
    line = formatter.format(record("calling %s with hook-secret-long", f"https://x/bot{TOKEN}/getMe", error=True))
    assert TOKEN not in line
    assert "hook-secret" not in line
    assert "-long" not in line
    assert line.count("[hidden]") == 3
    assert "RuntimeError" in line


def test_json_lines_carry_the_event_and_the_traceback() -> None:
    formatter = RedactingFormatter(as_json=True)
    plain = json.loads(formatter.format(record("source read source=%s new=%d", "BBC", 3)))
    assert (plain["event"], plain["level"], plain["logger"]) == ("source read", "INFO", "bot.test")
    assert (plain["source"], plain["new"]) == ("BBC", 3)
    failed = formatter.format(record("failed", error=True))
    assert "RuntimeError" in json.loads(failed)["traceback"]
    assert TOKEN not in failed


@pytest.mark.parametrize(
    ("line", "event"),
    [
        (("Task %r was destroyed", "poll"), "Task 'poll' was destroyed"),
        (("port=%d is taken, host=%s", 80, "x"), "port=80 is taken, host=x"),
        (("%s with path=%s", "GET", "/"), "GET with path=/"),
        (({"not": "a text"},), "{'not': 'a text'}"),
    ],
)
def test_the_event_of_a_librarys_line_is_the_whole_line(line: tuple[Any, ...], event: str) -> None:
    fields = json.loads(RedactingFormatter(as_json=True).format(record(*line)))
    assert fields.keys() == {"time", "level", "logger", "event"}
    assert fields["event"] == event


def test_a_secret_that_json_would_escape_is_cut_out_of_json_lines() -> None:
    secret = 'say "friend"\\'
    line = RedactingFormatter(secrets=[secret], as_json=True).format(record("page not read error=%s", f"at {secret}"))
    assert json.loads(line)["error"] == "at [hidden]"


def test_set_up_writes_to_standard_error_and_quietens_libraries(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(level="INFO", log_format="text", secrets=["s3cret"])
    logging.getLogger("bot.anything").info("starting key=%s", "s3cret")
    logging.getLogger("httpx").info("HTTP Request")
    logging.getLogger("tornado.general").info("Malformed HTTP message from 192.0.2.1")
    out, err = capsys.readouterr()
    assert out == ""
    assert "starting key=[hidden]" in err
    assert "HTTP Request" not in err
    assert "Malformed" not in err
