"""What makes a start short, and that it makes nothing else so."""

from __future__ import annotations

import ssl
import subprocess
import sys
from pathlib import Path

import pytest

from bot.chat.application import new_bot
from bot.config import load_settings
from bot.lean import no_authorities

ROOT = Path(__file__).parent.parent


def test_contexts_trust_nobody_while_libraries_are_loaded() -> None:
    with no_authorities():
        context = ssl.create_default_context()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.cert_store_stats()["x509_ca"] == 0
    assert "set_default_verify_paths" not in vars(ssl.SSLContext)


def test_a_start_loads_nothing_that_only_some_work_needs() -> None:
    """A set of modules, not a time; the owner's figures load nothing that draws either."""
    needless = {
        *("babel", "fluent", "lxml", "numpy", "opencc", "PIL", "resvg_py", "rich", "tornado", "trafilatura", "yaml"),
        *("bot.text.word_files", "bot.text.word_sections", "summarizer.words.loader", "summarizer.sentences"),
        *("bot.digest.draw", "bot.models.buttons.presses", "bot.text.cities", "bot.pictures.stats_chart"),
    }
    code = (
        "import sys; from bot.lean import leave_out_needless; leave_out_needless(); import bot.cli, bot.commands.run\n"
        f"print(sorted({needless} & {{name for name, module in sys.modules.items() if module}}))\n"
        "import bot.chat.handlers.admin; print(sorted({'PIL', 'resvg_py'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["[]", "[]"]


@pytest.mark.parametrize(
    ("address", "proxy", "trusted"),
    [
        ("https://api.telegram.org", "", True),
        ("http://127.0.0.1:8081", "", False),
        ("http://127.0.0.1:8081", "https://proxy.example:443", True),
    ],
)
async def test_authorities_are_read_where_a_connection_is_encrypted(address: str, proxy: str, trusted: bool) -> None:
    token = f"1:{'a' * 35}"
    settings = load_settings(env_file=None, telegram_bot_token=token, telegram_api_url=address, telegram_proxy=proxy)
    for request in new_bot(settings)._request:
        certificates = request._certificates  # type: ignore[attr-defined]
        assert (certificates.cert_store_stats()["x509_ca"] > 0) is trusted
        assert certificates.verify_mode is ssl.CERT_REQUIRED
