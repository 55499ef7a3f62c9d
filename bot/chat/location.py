"""Finds the time zone of a location: borders of zones by tzfpy, in a process of its own.

The map takes 35 MB and a third of a second to load, for a question that is asked once a person: the process gives the
memory back.
"""

from __future__ import annotations

import asyncio
import logging
import sys

logger = logging.getLogger(__name__)

SECONDS = 20.0  # limit for a machine under load
_PROGRAM = "import sys, tzfpy; print(tzfpy.get_tz(float(sys.argv[1]), float(sys.argv[2])))"


async def zone_at(latitude: float, longitude: float) -> str | None:
    """The IANA name of the zone, or None where it cannot be found out."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _PROGRAM, str(longitude), str(latitude), stdout=asyncio.subprocess.PIPE
    )
    try:
        async with asyncio.timeout(SECONDS):
            answer, _ = await process.communicate()
    except TimeoutError:
        process.kill()
        await process.wait()
        logger.warning("zone of a location not found seconds=%d", SECONDS)
        return None
    return answer.decode().strip() or None
