"""Canonical addresses: `python -m benchmarks.addresses --data FILE`, a file with an address in quotation marks a line.

Prints how many have a canonical form, lead on to another address, or lose parameters, how many are no fixed point (none
may be), and the time each takes.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from bot.web.redirectors import carried_address
from bot.web.sites import address_key
from bot.web.urls import canonical_url, web_url


def main() -> None:
    """Print one table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, help="file of addresses")
    options = arguments.parse_args()
    if options.data is None:
        print("addresses: give --data FILE")
        return
    written = [json.loads(line.split("\t")[0]) for line in options.data.read_text("utf-8").splitlines() if line.strip()]
    addresses = [address if "//" in address else f"https://{address}" for address in written]
    canonical_url("https://example.org/?a=1")  # what is made at the first use is not timed
    started = time.process_time()
    found = {address: canonical_url(address) for address in addresses}
    microseconds = 1e6 * (time.process_time() - started) / max(len(found), 1)
    whole = [canonical for canonical in found.values() if canonical]
    shorter = sum(bool(canonical) and canonical != web_url(address) for address, canonical in found.items())
    rows = {
        "addresses": len(found),
        "with a canonical form": len(whole),
        "leading on to another address": sum(bool(carried_address(web_url(a) or "")) for a, c in found.items() if c),
        "shortened": shorter,
        "different articles by key": len({address_key(canonical) for canonical in whole}),
        "no fixed point": sum(canonical_url(canonical) != canonical for canonical in whole),
    }
    for name, number in rows.items():
        print(f"{name:<40}{number:>8}")
    print(f"{'microseconds each':<40}{microseconds:>8.1f}")


if __name__ == "__main__":
    main()
