"""Start a bot by a command, such as one that runs a container, against a local Bot API; read its health; stop it.

`python -m tools.try_image COMMAND…`: `{environment}` in the command becomes `--env NAME=VALUE` for each setting.
To stop the bot the command gets SIGTERM. `tools/try_image.sh` builds the image and calls it.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

import httpx

from tests.botapi import BotApiServer, running_playground

START_SECONDS = 120.0
STOP_SECONDS = 70.0
WANTED = ("tidings_build_info", "tidings_outbox_messages", "tidings_loop_lag_seconds", "tidings_database_bytes")


class TrialFailed(Exception):
    """The bot did not do what it has to."""


async def try_command(command: Sequence[str]) -> None:
    """Run the whole trial; raises TrialFailed."""
    async with running_playground(now=lambda: datetime.now(UTC)) as server:
        port = _free_port()
        process = await asyncio.create_subprocess_exec(*_with_settings(command, server, port))
        try:
            async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
                await _until_well(client, process)
                metrics = (await client.get("/metrics")).text
                page = (await client.get("/")).text
            if missing := [name for name in WANTED if name not in metrics]:
                raise TrialFailed(f"/metrics lacks {', '.join(missing)}")
            if server.token in metrics + page or "All is well." not in page:
                raise TrialFailed("the page is not what it should be")
            print("healthy: /healthz, /metrics and / answer")
            process.send_signal(signal.SIGTERM)
            async with asyncio.timeout(STOP_SECONDS):
                code = await process.wait()
            if code != 0:
                raise TrialFailed(f"the bot ended with exit code {code} when it was stopped")
            print("stopped: exit code 0")
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.kill()


def _with_settings(command: Sequence[str], server: BotApiServer, port: int) -> list[str]:
    settings = {
        "TELEGRAM_BOT_TOKEN": server.token,
        "TELEGRAM_API_URL": server.url,
        "METRICS_LISTEN": f"127.0.0.1:{port}",
        "SUMMARY_ENGINE": "extractive",
    }
    flags = [part for name, value in settings.items() for part in ("--env", f"{name}={value}")]
    at = command.index("{environment}")
    return [*command[:at], *flags, *command[at + 1 :]]


async def _until_well(client: httpx.AsyncClient, process: asyncio.subprocess.Process) -> None:
    told = "nothing"
    try:
        async with asyncio.timeout(START_SECONDS):
            while True:
                if process.returncode is not None:
                    raise TrialFailed(f"the bot ended at once, with exit code {process.returncode}")
                with contextlib.suppress(httpx.TransportError):
                    answer = await client.get("/healthz", timeout=30)
                    told = answer.text.strip()
                    if answer.status_code == httpx.codes.OK:
                        return
                await asyncio.sleep(0.5)
    except TimeoutError:
        raise TrialFailed(f"/healthz is not well after {START_SECONDS:.0f} seconds, it says: {told}") from None


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


if __name__ == "__main__":
    try:
        asyncio.run(try_command(sys.argv[1:]))
    except TrialFailed as failure:
        sys.exit(f"tools.try_image: {failure}")
