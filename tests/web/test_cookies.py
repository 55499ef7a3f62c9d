from __future__ import annotations

from bot.web.cookies import MAX_COOKIES, Cookies


def test_a_cookie_goes_back_to_its_host_and_no_other() -> None:
    cookies = Cookies()
    assert cookies.take("a.example", ["id=1; Path=/; HttpOnly; Domain=b.example", "k = v", "seen=yes; Max-Age=60"])
    assert cookies.header("a.example") == {"Cookie": "id=1; seen=yes"}
    assert cookies.header("b.example") == {}
    assert not cookies.take("a.example", ["id=1"])
    assert cookies.take("a.example", ["id=2"])


def test_a_cookie_is_deleted_as_servers_do_it() -> None:
    cookies = Cookies()
    cookies.take("a.example", ["a=1", "b=2", "c=3", "d=4"])
    gone = ["a=; Max-Age=0", "b=x; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "c=; expires=Thu, 01-Jan-70 00:00:00 GMT"]
    assert cookies.take("a.example", gone)
    assert cookies.header("a.example") == {"Cookie": "d=4"}


def test_a_host_sets_no_more_than_a_few_small_ones() -> None:
    cookies = Cookies()
    cookies.take("a.example", [*(f"c{number}=x" for number in range(100)), "big=" + "x" * 5000, "bad=\x00", "über=x"])
    assert cookies.header("a.example")["Cookie"].count("=") == MAX_COOKIES
    assert "big" not in cookies.header("a.example")["Cookie"]
