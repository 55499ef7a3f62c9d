"""Turns the errors of a command into one line on standard error and an exit code.

2: usage or settings. 1: the work failed. 75: another instance runs. 78: Telegram refuses the token. 130: Ctrl+C.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any, cast

import typer

from bot.errors import ConfigError, InstanceHeld, SourceRejected, TidingsError, TokenRefused

EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_INSTANCE_HELD = 75  # EX_TEMPFAIL of sysexits.h: try again later
EXIT_INTERRUPTED = 130  # 128 + SIGINT, as shells report it
EXIT_TOKEN_REFUSED = 78  # EX_CONFIG of sysexits.h: no restart helps

MALFORMED = "TELEGRAM_BOT_TOKEN is no token"
MALFORMED_REMEDY = "copy it as @BotFather wrote it: digits, a colon, 35 letters"

# Typer exports only some of its exceptions: every usage error is of this base class.
USAGE_ERROR = cast(type[Exception], typer.BadParameter.__bases__[0])


def run_command(command: Callable[[], int | None]) -> int:
    """Run a command and return its exit code; an expected error is printed as one line, any other one is raised."""
    try:
        try:
            return command() or 0
        finally:
            sys.stdout.flush()
    except USAGE_ERROR as error:
        if line := usage_line(error):
            sys.stderr.write(f"tidings: {line}\n")
        else:
            cast(Any, error).show()
        return EXIT_USAGE
    except TidingsError as error:
        sys.stderr.write(f"tidings: {error_line(error)}\n")
        return exit_code(error)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # nobody reads the output any more
        return EXIT_FAILED
    except OSError as error:  # a full disk, an output that cannot be written
        sys.stderr.write(f"tidings: {error}\n")
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or Python would try to write the rest once more as it ends
        return EXIT_FAILED


def usage_line(error: Any) -> str | None:
    """What is wrong with the call and where its help is; None for a call without arguments, which shows the help."""
    if error.ctx is None or type(error).__name__ == "NoArgsIsHelpError":
        return None
    message = " ".join(error.format_message().split()).replace("Input should be", "expected").rstrip(".")
    end = "" if message.endswith("?") else "."  # "Did you mean ...?"
    return f"{message}{end} See `{error.ctx.command_path} --help`."


def error_line(error: TidingsError) -> str:
    """The error in one line, with what to do."""
    if isinstance(error, SourceRejected):
        from bot.ingest.reports import Trouble  # it imports the parsers of pages

        return Trouble(text_key=error.text_key, detail=error.detail).of_feed
    return "; ".join(str(error).splitlines())


def exit_code(error: TidingsError) -> int:
    """The exit code for the error."""
    match error:
        case ConfigError():
            return EXIT_USAGE
        case InstanceHeld():
            return EXIT_INSTANCE_HELD
        case TokenRefused():
            return EXIT_TOKEN_REFUSED
        case _:
            return EXIT_FAILED
