"""Which names of a host the figures are told under: a page elsewhere must not read them through a visitor's browser.

Such a page lets its own name lead to this machine once it is open (DNS rebinding), and the request carries that name.
So a name has to be one that nobody can own in the public DNS, or one of the owner's settings.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Collection

# Not in the public DNS: RFC 6761, RFC 6762, ICANN's resolution 2024.07.29.06, RFC 8375; `lan` is no top-level domain.
_PRIVATE = (".localhost", ".local", ".internal", ".home.arpa", ".lan")


def is_private_name(host: str, *, own: Collection[str] = ()) -> bool:
    """True if a request to this host, without its port, came from somebody who knows this network."""
    name = host.strip("[]").rstrip(".").lower()
    if name in own or "." not in name or name.endswith(_PRIVATE):
        return True  # a service of compose has a name without a dot
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
