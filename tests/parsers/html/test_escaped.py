from __future__ import annotations

import pytest

from bot.parsers.html.escaped import plain_description


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Tides &amp;amp; ferries", "Tides & ferries"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("&lt;p&gt;One&lt;/p&gt;", "One"),
        ("One&lt;br /&gt;two &lt;!-- x --&gt;", "One\n\ntwo"),
        ("a &amp;amp;amp;amp; b", "a &amp; b"),  # nobody escapes so often
        ("The <div> element", "The <div> element"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("It&amp;#8217;s&amp;nbsp;open", "It’s open"),
    ],
)
def test_a_description_is_shown_as_it_was_meant(written: str, shown: str) -> None:
    assert plain_description(written) == shown
