from __future__ import annotations

import pytest

from bot.web.channels import channel_address, is_telegram


@pytest.mark.parametrize(
    "written",
    [
        "@Durov",
        "t.me/durov",
        "t.me/s/durov",
        "https://t.me/durov",
        "http://t.me/s/durov/",
        "https://www.t.me/Durov/342?single",
        "https://telegram.me/durov",
        " https://t.me/s/durov?before=12 ",
        "https://Durov.t.me",
        "durov.t.me/342",
        "tg://resolve?domain=durov&post=342",
    ],
)
def test_a_channel_is_known_however_it_is_written(written: str) -> None:
    assert channel_address(written) == "https://t.me/s/durov"


@pytest.mark.parametrize(
    "written",
    [
        "https://t.me/+AbCdEf",
        "https://t.me/joinchat/AAAA",
        "https://t.me/c/1234567/5",
        "https://t.me/addstickers/Cats",
        "https://t.me/",
        "https://example.org/durov",
        "https://t.me.example.org/durov",
        "https://www.t.me",
        "https://durov.t.me.example.org/",
        "tg://resolve?phone=1234",
        "ftp://t.me/durov",
        "@a",
        "@me@example.org",
        "durov",
        "https://[t.me/x",
    ],
)
def test_what_is_no_public_channel_has_no_such_page(written: str) -> None:
    assert channel_address(written) is None


def test_telegrams_own_links_are_told_from_others() -> None:
    assert is_telegram("https://t.me/+AbCdEf")
    assert not is_telegram("https://t.me.example.org/x")
    assert not is_telegram("https://[t.me/x")
    assert not is_telegram(None)
