"""A process that fetches addresses one after the other and tells how much memory each took at its peak.

`python -m tests.parsers.hungry KIND TRUSTED URL…` prints a JSON object: address -> [outcome, growth in KiB].
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from pathlib import Path

from bot.models.fetching import Fetched, FetchFailed, FetchKind
from bot.web.fetch import HttpFetcher

STATUS = Path("/proc/self/status")
CLEAR = Path("/proc/self/clear_refs")


async def main(kind: FetchKind, trusted: str, urls: list[str]) -> None:
    fetcher = HttpFetcher(trusted_hosts=[trusted], timeout=15)
    found: dict[str, tuple[str, int]] = {}
    try:
        for url in (urls[0], *urls):  # the first one twice: its first time loads what every fetch needs
            CLEAR.write_text("5")  # forget the peak so far: proc_pid_clear_refs(5)
            before = kibibytes("VmRSS")
            outcome = await fetcher.fetch(url, kind=kind, for_owner=True)
            reason = outcome.reason.value if isinstance(outcome, FetchFailed) else type(outcome).__name__
            size = f" {len(outcome.body)}" if isinstance(outcome, Fetched) else ""
            found[url] = (reason + size, kibibytes("VmHWM") - before)
    finally:
        await fetcher.aclose()
    sys.stdout.write(json.dumps(found))


def kibibytes(name: str) -> int:
    """A figure of this process's memory."""
    match = re.search(rf"^{name}:\s*(\d+) kB", STATUS.read_text(), re.MULTILINE)
    assert match is not None
    return int(match[1])


if __name__ == "__main__":
    asyncio.run(main(FetchKind(sys.argv[1]), sys.argv[2], sys.argv[3:]))
