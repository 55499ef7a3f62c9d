"""A certificate that nobody has signed but its own server, for own.example and 127.0.0.1, valid until 2126.

Made for these tests with `openssl req -x509 -newkey ec`; nothing else trusts it.
"""

from __future__ import annotations

import ssl
from pathlib import Path

_KEY = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgu+YQd8YjqqQjF3BA
DqEyGed/rLITQdPlFeMwgCobIzqhRANCAAQdXyVy+HCexQvQvtZdRU7M51VhMGpc
4CQ3D2ovfMCraWJm7uc5eFIosR0xUyUM6JBgignXGFEKtcCnUeXLO5k2
-----END PRIVATE KEY-----
"""
CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIIBszCCAVigAwIBAgIUZlX9zAGjoBM2DotmFTN8KQD0ArQwCgYIKoZIzj0EAwIw
FjEUMBIGA1UEAwwLb3duLmV4YW1wbGUwIBcNMjYxMTI5MTk0NTQzWhgPMjEyNjEx
MDUxOTQ1NDNaMBYxFDASBgNVBAMMC293bi5leGFtcGxlMFkwEwYHKoZIzj0CAQYI
KoZIzj0DAQcDQgAEHV8lcvhwnsUL0L7WXUVOzOdVYTBqXOAkNw9qL3zAq2liZu7n
OXhSKLEdMVMlDOiQYIoJ1xhRCrXAp1HlyzuZNqOBgTB/MB0GA1UdDgQWBBRcz6nx
dM9qVT5h+cRxVMuLv624WDAfBgNVHSMEGDAWgBRcz6nxdM9qVT5h+cRxVMuLv624
WDAPBgNVHRMBAf8EBTADAQH/MBwGA1UdEQQVMBOCC293bi5leGFtcGxlhwR/AAAB
MA4GA1UdDwEB/wQEAwIChDAKBggqhkjOPQQDAgNJADBGAiEApRwfWE4+ITOFNbhi
zcrDMoNdMQAvXcS421EFjNugbj4CIQDzYXTwm1CSCj4gKkKlJJYT6DzFW93+ZPKi
AtQz58QWAA==
-----END CERTIFICATE-----
"""


def server_context(folder: Path) -> ssl.SSLContext:
    """The TLS of a server with this certificate; `folder` is for its files: certificate.pem and key.pem."""
    (folder / "certificate.pem").write_text(CERTIFICATE)
    (folder / "key.pem").write_text(_KEY)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    return context
