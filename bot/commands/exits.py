"""How the `tidings` command ends: what an error says in one line, and its exit code. Ends nothing itself."""

from __future__ import annotations

from typing import Any, cast

import typer

from bot.errors import ConfigError, InstanceHeld, SourceRejected, TidingsError, TokenRefused

EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_INSTANCE_HELD = 75  # EX_TEMPFAIL of sysexits.h: try again later
EXIT_INTERRUPTED = 130  # as shells say of a program that Ctrl+C ended
EXIT_TOKEN_REFUSED = 78  # EX_CONFIG of sysexits.h: no restart helps

# Typer names only some of its exceptions: the base of this one is what every wrong call raises.
USAGE_ERROR = cast(type[Exception], typer.BadParameter.__bases__[0])


def usage_line(error: Any) -> str | None:
    """What is wrong with the call, and where to look; None where nothing was asked for, which the help answers."""
    if error.ctx is None or type(error).__name__ == "NoArgsIsHelpError":
        return None
    message = " ".join(error.format_message().split()).replace("Input should be", "expected").rstrip(".")
    return f"{message}. See `{error.ctx.command_path} --help`."


def error_line(error: TidingsError) -> str:
    """An error of ours in one line."""
    if isinstance(error, SourceRejected):
        from bot.ingest.reports import Trouble  # it brings the readers of pages with it

        return Trouble(text_key=error.text_key, detail=error.detail).of_feed
    return "; ".join(str(error).splitlines())


def exit_code(error: TidingsError) -> int:
    """The exit code that an error of ours ends the command with."""
    match error:
        case ConfigError():
            return EXIT_USAGE
        case InstanceHeld():
            return EXIT_INSTANCE_HELD
        case TokenRefused():
            return EXIT_TOKEN_REFUSED
        case _:
            return EXIT_FAILED
