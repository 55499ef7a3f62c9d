"""Telegram's two HTML dialects: what is taken, what is refused, and that nothing unsafe reaches the page."""

from __future__ import annotations

import contextlib
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from PIL import Image

from bot.playground.messages.errors import BotApiError
from bot.playground.messages.files import Files, Photo
from bot.playground.messages.formatted_text import MAX_ENTITIES, parse_text
from bot.playground.messages.markup import cleaned, parse_markup
from bot.playground.messages.rich_message import RICH, RichText, parse_rich
from bot.playground.messages.safe_html import detect, is_rtl, linked, safe_link, utf16_length


def a_photo(width: int = 64, height: int = 48) -> Photo:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(buffer, "JPEG")
    return Files().add_photo(buffer.getvalue())


PHOTO = a_photo()
KEY = '<tg-button type="callback_data" data="mu:1" style="link">Go</tg-button>'


def rich(source: str) -> RichText:
    return parse_rich(source, photos={"k1": PHOTO})


def refusal(source: str, *, of_rich: bool = False) -> str:
    with pytest.raises(BotApiError) as caught:
        rich(source) if of_rich else parse_text(source, parse_mode="HTML")
    assert caught.value.code == 400
    return caught.value.description.removeprefix("Bad Request: ")


# --- classic ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("a <x>b</x>", 'Unsupported start tag "x" at byte offset 2'),
        ("é<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("<b/>", 'Unsupported start tag "b/" at byte offset 0'),
        ("1 < 2 > 0", 'Unsupported start tag "" at byte offset 2'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("a<b", "Unclosed start tag at byte offset 1"),
        ('<a href="x>y</a>', 'Unclosed start tag "a" at byte offset 0'),
        ("<a href", "Unclosed start tag"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 3'),
        ("<a href=http://x>y</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-emoji>a</tg-emoji>", "Invalid custom emoji identifier specified"),
        ("<tg-time>a</tg-time>", "Invalid date_time specified"),
        ("<b>" * 5000, "Too many nested tags at byte offset 600"),
    ],
)
def test_classic_html_is_refused_in_telegrams_words(source: str, reason: str) -> None:
    assert refusal(source).startswith(f"can't parse entities: {reason}")


def test_an_unknown_parse_mode_is_refused() -> None:
    with pytest.raises(BotApiError, match="unsupported parse_mode"):
        parse_text("x", parse_mode="MarkdownV2")


def test_classic_html_becomes_text_entities_in_utf16_units_and_safe_html() -> None:
    parsed = parse_text(
        "  😀 <b>Bold <i>both</i></b> &amp; <a href='https://e.org/?a=1&amp;b=2'>l</a> ", parse_mode="html"
    )
    assert parsed.text == "😀 Bold both & l"
    assert parsed.length == 16
    assert parsed.entities == (
        {"type": "bold", "offset": 3, "length": 9},
        {"type": "italic", "offset": 8, "length": 4},
        {"type": "text_link", "offset": 15, "length": 1, "url": "https://e.org/?a=1&b=2"},
    )
    link = '<a href="https://e.org/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">l</a>'
    assert parsed.html == f"😀 <b>Bold <i>both</i></b> &amp; {link}"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<tg-spoiler>a</tg-spoiler>", '<span class="spoiler">a</span>'),
        ('<span class="tg-spoiler">a</span>', '<span class="spoiler">a</span>'),
        ("<blockquote expandable>a\nb</blockquote>", '<blockquote class="expandable">a<br>b</blockquote>'),
        ("<blockquote>a</blockquote>", "<blockquote>a</blockquote>"),
        ('<pre><code class="language-py">/x https://e.org</code></pre>', "<pre><code>/x https://e.org</code></pre>"),
        ("<pre>a</pre>", "<pre>a</pre>"),
        ("<ins>a</ins><strike>b</strike>", "<u>a</u><s>b</s>"),
        ('<tg-emoji emoji-id="5">👍</tg-emoji>', "👍"),
        ('<tg-time unix="60" format="wDT">x</tg-time>', '<time data-unix="60" data-format="wDT">x</time>'),
        ('<a href="javascript:alert(1)">x</a>', "x"),
        ("<a>e.org</a>", '<a href="http://e.org" target="_blank" rel="noopener noreferrer">e.org</a>'),
        ("&eacute; &#233; &#x1F600; &#0; &lt;b&gt;", "&amp;eacute; é 😀 &amp;#0; &lt;b&gt;"),
        ("<b> </b>a<i>  <u> </u></i>", "a"),
        ("<b>a</>", "<b>a</b>"),
        ("<B CLASS=big>a</B >", "<b>a</b>"),
        (
            "/today@tidings_bot x/y",
            '<a class="command" data-command="/today@tidings_bot" href="#">/today@tidings_bot</a> x/y',
        ),
        ("@someone #tag", '<span class="mention">@someone</span> <span class="hashtag">#tag</span>'),
    ],
)
def test_classic_html_is_shown_safely(source: str, shown: str) -> None:
    assert parse_text(source, parse_mode="HTML").html == shown


def test_formatting_beyond_a_hundred_entities_is_lost_and_the_text_kept() -> None:
    parsed = parse_text("<b>x</b> " * (MAX_ENTITIES + 5), parse_mode="HTML")
    assert len(parsed.entities) == MAX_ENTITIES
    assert parsed.text.count("x") == MAX_ENTITIES + 5


def test_plain_text_keeps_every_sign_and_marks_commands_and_addresses() -> None:
    parsed = parse_text(" /start <b> https://e.org/a(b). ")
    assert parsed.text == "/start <b> https://e.org/a(b)."
    assert [entity["type"] for entity in parsed.entities] == ["bot_command", "url"]
    assert parsed.html.startswith('<a class="command"')
    assert "&lt;b&gt;" in parsed.html


# --- rich -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<div>x</div>", 'Unsupported start tag "div"'),
        ("<p>&eacute;</p>", 'Unsupported HTML entity "&eacute;" at byte offset 3'),
        ("<p>a<br>b</p>", 'Unexpected start tag "br" in the tag "p"'),
        ('<p><img src="tg://photo?id=k1"></p>', "Media must be a block of its own"),
        ('<a href="https://e.org"><img src="tg://photo?id=k1"></a>', "Media must be a block of its own"),
        ('<h2><img src="tg://photo?id=k1"></h2>', "Media must be a block of its own"),
        ('<table><tr><td><img src="tg://photo?id=k1"></td></tr></table>', "Media must be a block of its own"),
        ("<p><p>x</p></p>", 'Unexpected start tag "p" in the tag "p"'),
        ("<b><p>x</p></b>", 'Unexpected start tag "p" in the tag "b"'),
        ("<li>x</li>", 'Unexpected start tag "li" at byte offset 0'),
        ("<ul>x</ul>", 'Unexpected text in the tag "ul"'),
        ("<ul><b>x</b></ul>", 'Unexpected start tag "b" in the tag "ul"'),
        ("<ul><p>x</p></ul>", 'Unexpected start tag "p" in the tag "ul"'),
        ("<details>x</details>", 'must start with the tag "summary"'),
        ("<details></details>x", 'must start with the tag "summary"'),
        ("<figure><figcaption>x</figcaption></figure>", "exactly one media"),
        ('<p><tg-time unix="soon">x</tg-time></p>', 'must have a valid attribute "unix"'),
        ('<img src="tg://photo?id=k2">', 'Unknown media "tg://photo?id=k2"'),
        ('<img src="file:///etc/passwd">', "Unknown media"),
        ("<img>", "Unknown media"),
        ("<p>x", 'Can\'t find end tag corresponding to start tag "p"'),
        ("<tg-button-row></tg-button-row>", "must contain 1 to 8 buttons"),
        (f"<tg-button-row>{KEY * 9}</tg-button-row>", "must contain 1 to 8 buttons"),
        (f'<tg-button-row align="top">{KEY}</tg-button-row>', 'invalid attribute "align"'),
        (f"<tg-button-row>x{KEY}</tg-button-row>", 'Unexpected text in the tag "tg-button-row"'),
        (f"<p><tg-button-row>{KEY}</tg-button-row></p>", 'Unexpected start tag "tg-button-row" in the tag "p"'),
        (f"<ul>{KEY}</ul>", 'Unexpected start tag "tg-button" in the tag "ul"'),
        (f"<tg-button-row>{KEY.replace('Go', '<b>Go</b>')}</tg-button-row>", "must contain plain text"),
        (f"<p>{KEY.replace('Go', ' ')}</p>", "must contain plain text"),
        (f"<p>{KEY.replace('link', 'loud')}</p>", 'invalid attribute "style"'),
        ('<p><tg-button type="url" url="https://e.org" style="link">x</tg-button></p>', 'invalid attribute "style"'),
        (f"<p>{KEY.replace('mu:1', 'x' * 65)}</p>", "valid attributes for its type"),
        ('<p><tg-button type="url" url="javascript:x">x</tg-button></p>', "valid attributes for its type"),
        ("<p><tg-button>x</tg-button></p>", "valid attributes for its type"),
    ],
)
def test_rich_html_that_telegram_does_not_take_is_refused(source: str, reason: str) -> None:
    told = refusal(source, of_rich=True)
    assert told.startswith("can't parse rich message: ")
    assert reason in told


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("", "message text is empty"),
        ("<p> </p>", "message text is empty"),
        (f"<p>{'x' * 32_769}</p>", "more than 32768 characters"),
        (f"<p>{'😀' * 16_385}</p>", "more than 32768 characters"),
        ("<p>x</p>" * 501, "more than 500 blocks"),
        (f"<ul>{'<li>x</li>' * 500}</ul>", "more than 500 blocks"),
        ('<img src="tg://photo?id=k1">' * 51, "more than 50 media"),
        (f"{'<b>' * 17}x{'</b>' * 17}", "more than 16 nesting levels"),
        (f"<table><tr>{'<td>x</td>' * 21}</tr></table>", "more than 20 table columns"),
        ('<table><tr><td colspan="21">x</td></tr></table>', "more than 20 table columns"),
        ('<img src="https://e.org/a.jpg">', "failed to get HTTP URL content"),
        ('<video src="tg://video?id=v"></video>', "wrong file identifier/HTTP URL specified"),
    ],
)
def test_a_rich_message_beyond_a_limit_is_refused(source: str, reason: str) -> None:
    assert reason in refusal(source, of_rich=True)


@pytest.mark.parametrize(
    "source",
    [
        f"<p>{'x' * 32_768}</p>",
        "<p>x</p>" * 500,
        '<img src="tg://photo?id=k1"/>' * 50,
        f"{'<b>' * 16}x{'</b>' * 16}",
        f"<table><tr>{'<td>x</td>' * 20}</tr></table>",
    ],
)
def test_a_rich_message_at_a_limit_is_taken(source: str) -> None:
    assert rich(source).blocks


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<h1>A &mdash; B&nbsp;&#8230;</h1>", "<h1>A — B\u00a0…</h1>"),
        ("<p onclick='x()'>a\nb</p>", "<p>a\nb</p>"),
        ("a <b>b</b><hr/>c", "a <b>b</b><hr>c"),
        ("<p>a</img>b</p>", "<p>ab</p>"),
        ("<blockquote>a<br>b<cite>c</cite></blockquote>", "<blockquote>a<br>b<cite>c</cite></blockquote>"),
        ("<details open><summary>a</summary>b</details>", "<details open><summary>a</summary>b</details>"),
        ("<details><summary>a</summary>b</details>", "<details><summary>a</summary>b</details>"),
        ('<ol start="3"><li>a</li></ol>', '<ol start="3"><li>a</li></ol>'),
        ('<ol start="x"><li>a</li></ol>', "<ol><li>a</li></ol>"),
        (
            '<table bordered striped><caption>c</caption><tr><th align="right" colspan="2">a</th></tr></table>',
            '<table class="bordered striped"><caption>c</caption><tr><th colspan="2" class="right">a</th></tr></table>',
        ),
        ("<table><tr><td>b</td></tr></table>", "<table><tr><td>b</td></tr></table>"),
        ('<p><a href="https://e.org">a</a><a name="n"></a><a href="data:x">b</a></p>',
         '<p><a href="https://e.org" target="_blank" rel="noopener noreferrer">a</a>b</p>'),
        ('<p><tg-time unix="60" format="t">a</tg-time></p>', '<p><time data-unix="60" data-format="t">a</time></p>'),
        ("<p><tg-spoiler>a</tg-spoiler><tg-math>x</tg-math></p>",
         '<p><span class="spoiler">a</span><code class="math">x</code></p>'),
        ('<p><tg-emoji emoji-id="5">👍</tg-emoji></p>', "<p>👍</p>"),
        ("<p>see https://e.org</p>",
         '<p>see <a href="https://e.org" target="_blank" rel="noopener noreferrer">https://e.org</a></p>'),
        ('<pre><code class="language-py">/a</code></pre>', "<pre><code>/a</code></pre>"),
        ("<tg-map lat='1' long='2'/>x", '<div class="map"></div>x'),
        (f'<tg-button-row align="right">{KEY}</tg-button-row>',
         ('<div class="inline-keys right">'
         '<button type="button" class="inline-key link" data-press="mu:1">Go</button></div>')),
        ('<p><tg-button type="url" url="https://e.org">x</tg-button></p>',
         '<p><a class="inline-key primary" href="https://e.org" target="_blank" rel="noopener noreferrer">x</a></p>'),
        ('<p><tg-button type="disabled" style="danger">x</tg-button></p>',
         '<p><button type="button" class="inline-key danger" disabled>x</button></p>'),
    ],
)  # fmt: skip
def test_rich_html_is_shown_safely(source: str, shown: str) -> None:
    assert rich(source).html == shown


def test_the_buttons_inside_a_rich_message_are_known_and_answered() -> None:
    parsed = rich(f"<tg-button-row>{KEY}{KEY.replace('Go', 'No')}</tg-button-row>")
    assert parsed.presses == (("Go", "mu:1"), ("No", "mu:1"))
    (block,) = parsed.blocks
    assert block["type"] == "button_row"
    assert [button["text"] for button in block["buttons"]] == ["Go", "No"]


def test_detection_of_links_can_be_switched_off() -> None:
    assert parse_rich("<p>/x https://e.org</p>", photos={}, detect=False).html == "<p>/x https://e.org</p>"


def test_pictures_are_shown_with_size_and_answered_as_photo_blocks() -> None:
    parsed = rich(
        '<figure><img src="tg://photo?id=k1" alt="A &quot;b&quot;"></img>'
        "<figcaption>c <cite>d</cite></figcaption></figure>"
    )
    assert (
        f'<img src="/ui/file/{PHOTO.file_id}" width="64" height="48" alt="A &quot;b&quot;" loading="lazy">'
        in parsed.html
    )
    (block,) = parsed.blocks
    assert block["type"] == "photo"
    assert block["photo"][-1]["file_id"] == PHOTO.file_id
    assert block["caption"] == {"text": "c d"}
    assert parsed.photos == (PHOTO,)


def test_blocks_are_answered_as_the_bot_api_names_them() -> None:
    parsed = rich(
        "loose <b>text</b><h2>H</h2><hr><ul><li>a</li></ul><details open><summary>s</summary><p>d</p></details>"
        '<blockquote>q</blockquote><aside>p</aside><footer>f</footer><pre>x\ny</pre><tg-math-block>z</tg-math-block>'
        '<table><tr><td>1</td></tr></table><tg-collage><img src="tg://photo?id=k1"></tg-collage>'
        '<figure><img src="tg://photo?id=k1"></figure>'
    )  # fmt: skip
    assert [block["type"] for block in parsed.blocks] == [
        "paragraph", "heading", "divider", "list", "details", "blockquote", "pullquote", "footer", "pre",
        "mathematical_expression", "table", "collage", "photo",
    ]  # fmt: skip
    assert parsed.blocks[0]["text"] == "loose text"
    assert parsed.blocks[1]["size"] == 2
    assert parsed.blocks[3]["items"][0]["blocks"] == ({"type": "paragraph", "text": "a"},)
    assert parsed.blocks[4] == {
        "type": "details", "summary": "s", "blocks": ({"type": "paragraph", "text": "d"},), "is_open": True
    }  # fmt: skip
    assert parsed.blocks[8]["text"] == "x\ny"


# --- safety -----------------------------------------------------------------------------------

SAFE_ATTRIBUTES = {
    "href": re.compile(r"(?:https?|tg|mailto|tel|ton|tonsite):.*|#", re.DOTALL),
    "src": re.compile(r"/ui/file/[\w-]+"),
    "class": re.compile(r"[a-z ]+"),
    "target": re.compile("_blank"),
    "rel": re.compile("noopener noreferrer"),
    "data-command": re.compile(r"/[\w@]+"),
    "data-unix": re.compile(r"-?\d+"),
    "data-format": re.compile(".*", re.DOTALL),
    "alt": re.compile(".*", re.DOTALL),
    "loading": re.compile("lazy"),
    **dict.fromkeys(("width", "height", "colspan", "rowspan", "start"), re.compile(r"\d+")),
    "open": re.compile(""),
}
SAFE_TAGS = {tag for tag in RICH.tags if not tag.startswith("tg-")} | {"span", "time", "div", "br"}

SNIPPETS = st.sampled_from([
    '<b>', '</b>', '<p>', '</p>', '<a href="', "<a href='javascript:x'>", '</a>', '">', "'", '"',
    '<img src="tg://photo?id=k1">', '<summary>', '</summary>', '<img src=x onerror=alert(1)>', '<script>',
    '</script>', '&lt;script&gt;', '&#60;img&#62;', '<details open>', '</details>', '<code>', '</code>',
    'https://e.org/"onmouseover=x', '<tg-time unix="1" format="&quot;&gt;">', '</tg-time>', '<ul>', '<li>',
    '</li>', '</ul>', '&', '&amp;', '<!--', '-->', ']]>', '<table bordered>', '<tr>', '<td colspan="2">',
    '</td>', '</tr>', '</table>', '<figure>', '</figure>',
])  # fmt: skip
SOURCES = st.lists(st.one_of(SNIPPETS, st.text(max_size=6)), max_size=12).map("".join)


def assert_safe(shown: str) -> None:
    for element in lxml_html.fragment_fromstring(shown, create_parent="main").iterdescendants():
        assert isinstance(element.tag, str), f"a comment in {shown!r}"
        assert element.tag in SAFE_TAGS
        for name, value in element.attrib.items():
            assert SAFE_ATTRIBUTES[name].fullmatch(value), (name, value)


@given(source=SOURCES)
def test_nothing_unsafe_reaches_the_page(source: str) -> None:
    for parse in (rich, lambda text: parse_text(text, parse_mode="HTML"), parse_text):
        with contextlib.suppress(BotApiError):  # refused: nothing is shown
            assert_safe(parse(source).html)


@given(text=st.text())
def test_escaped_text_arrives_as_it_was(text: str) -> None:
    clean = cleaned(text)
    escaped = clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert parse_text(f"<b>{escaped}</b>x", parse_mode="HTML").text == f"{clean.lstrip()}x"
    assert "".join(node for node in parse_markup(escaped, RICH) if isinstance(node, str)) == clean


# --- small things -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "taken"),
    [
        ("https://e.org", "https://e.org"), ("e.org/x", "http://e.org/x"), ("http://localhost:8080/", "http://localhost:8080/"),
        ("tg://user?id=1", "tg://user?id=1"), ("mailto:a@e.org", "mailto:a@e.org"), ("http://[::1]/", "http://[::1]/"),
        ("javascript:x", None), ("data:text/html,x", None), ("https://nodots", None), ("https://a b.org", None),
        ("http://[", None), ("", None),
    ],
)  # fmt: skip
def test_only_addresses_that_telegram_links_are_links(url: str, taken: str | None) -> None:
    assert safe_link(url) == taken


def test_direction_length_and_detection() -> None:
    assert is_rtl("123 سلام")
    assert not is_rtl("1 abc سلام")
    assert not is_rtl("123")
    assert utf16_length("a😀") == 3
    assert detect("a/b c@d.e 5#x") == []
    assert linked("a\nb") == "a<br>b"
