"""What a subscriber sees in a rich digest."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.models.digests import MAX_HEADLINES, Digest
from bot.models.messages import RichContent
from bot.render.phrases import Reader
from bot.render.rich import OPEN_STORIES, render_rich
from bot.texts import speaker
from tests.fakes import NOON, an_article
from tests.render.drawing import a_digest, a_picture, a_summary, an_item, read_rich

HOSTILE = st.text(max_size=40) | st.sampled_from(["<b>&\"'", "</p><img src=x>", "\u202e\ud800\x00", "a" * 3000, ""])


def rich(digest: Digest, *, language: str = "en", zone: str = "UTC", bot_username: str = "tidings_bot") -> RichContent:
    content = render_rich(
        digest, Reader(say=speaker(language), language=language, zone=zone, bot_username=bot_username)
    )
    read_rich(content)
    return content


def test_a_digest_reads_as_heading_picture_title_summary_and_source() -> None:
    other = an_article(2, source_id=2, source_name="City Paper", url="https://www.city.example/bridge")
    assert rich(a_digest(an_item(also=(other,)), category=("World", "Europe"))) == RichContent(
        html="<h3>World › Europe</h3><p><i>Monday, 2 March 2026 · 1 story</i></p>"
        '<img src="tg://photo?id=p1"/>'
        '<h4><a href="https://example.org/1">Harbour bridge opens</a></h4>'
        "<p>The bridge opened. Thousands came.</p>"
        '<footer>Example News · example.org · <tg-time unix="1772449200" format="t">11:00</tg-time>'
        ' · also: <a href="https://www.city.example/bridge">City Paper</a> (city.example)'
        ' · <a href="https://t.me/tidings_bot?start=s2">the whole story</a></footer>'
        "<footer>❝ quoted from the article</footer>",
        pictures=(a_picture("p1"),),
    )


def test_dates_and_times_are_those_of_the_reader() -> None:
    html = rich(a_digest(an_item(published_at=NOON - timedelta(hours=20))), language="zh-Hant", zone="Asia/Taipei").html
    assert "2026年3月2日 星期一 · 1 則新聞" in html
    assert 'format="t">00:00</tg-time>' in html
    html = rich(a_digest(an_item(published_at=NOON - timedelta(hours=21))), zone="Asia/Taipei").html
    assert 'format="dt">1 Mar, 23:00</tg-time>' in html


def test_an_unknown_interface_language_writes_english_dates() -> None:
    assert "Monday, 2 March 2026" in rich(a_digest(an_item()), language="tlh").html


def test_the_first_stories_stand_open_and_the_rest_is_folded() -> None:
    html = rich(a_digest(*(an_item(number) for number in range(1, 11)))).html
    opened, folded = html.split("<details>")
    assert opened.count("<h4>") == OPEN_STORIES
    assert folded.startswith(f"<summary>{10 - OPEN_STORIES} more stories</summary>")
    assert folded.count("<h4>") == 10 - OPEN_STORIES


def test_a_single_story_is_never_folded() -> None:
    html = rich(a_digest(*(an_item(number) for number in range(OPEN_STORIES + 1)))).html
    assert "<details>" not in html


def test_stories_beyond_the_cap_are_headlines_and_then_counted() -> None:
    more = tuple(an_article(number) for number in range(100, 100 + MAX_HEADLINES + 7))
    html = rich(a_digest(an_item(), more=more)).html
    assert f"<summary>{MAX_HEADLINES} more headlines</summary><ul><li>" in html
    assert html.count("</a> — Example News · example.org</li>") == MAX_HEADLINES
    assert "<p>and 7 more</p></details>" in html
    assert "38 stories" in html


def test_a_story_that_goes_on_and_a_headline_that_does_say_so() -> None:
    digest = a_digest(
        an_item(1), an_item(2), more=(an_article(3), an_article(4)), continued=frozenset({"story-1", "story-4"})
    )
    shown = rich(digest).html
    assert shown.count("<b>new since your last digest</b>") == 2
    assert shown.index("new since") < shown.index("example.org/2")
    assert shown.rindex("new since") > shown.index("example.org/4")
    assert "上次摘要後的新進展" in rich(digest, language="zh-Hant").html


def test_a_headline_read_inside_telegram_names_its_source_alone() -> None:
    html = rich(a_digest(an_item(), more=(an_article(9, url=None, source_name="眾新聞"),))).html
    assert '<li><a href="https://t.me/tidings_bot?start=a9">Harbour bridge opens</a> — 眾新聞</li>' in html


def test_a_picture_that_stands_already_is_not_shown_again() -> None:
    logo = a_picture("logo")
    digest = a_digest(*(replace(an_item(number), picture=logo) for number in (1, 2)))
    assert rich(digest).html.count("<img") == 1


def test_an_article_without_address_leads_into_telegram() -> None:
    html = rich(a_digest(an_item(7, url=None, source_name="眾新聞"))).html
    assert '<h4><a href="https://t.me/tidings_bot?start=a7">' in html
    assert "眾新聞 · read in Telegram" in html
    assert "<h4>Harbour bridge opens</h4>" in rich(a_digest(an_item(7, url=None)), bot_username="").html


def test_a_story_without_title_summary_or_own_name_still_reads() -> None:
    html = rich(a_digest(replace(an_item(title=" ", source_name="Example.org", picture=False), summary=None))).html
    assert '<h4><a href="https://example.org/1">Example.org</a></h4><footer>Example.org · <tg-time' in html
    assert "❝" not in html


def test_quotations_are_marked_one_by_one_only_where_a_model_wrote_others() -> None:
    written = replace(an_item(2), summary=a_summary(engine="qwen3"))
    html = rich(a_digest(an_item(1), written)).html
    assert html.count("Thousands came. ❝</p>") == 1
    assert html.endswith("<footer>❝ quoted from the article</footer>")
    assert "❝" not in rich(a_digest(written)).html


def test_a_digest_mostly_in_arabic_runs_from_right_to_left() -> None:
    arabic = replace(an_item(1), summary=a_summary("افتتح الجسر.", language="ar"))
    untold = replace(an_item(2, language="he"), summary=None)
    assert rich(a_digest(arabic, untold, an_item(3))).rtl
    assert not rich(a_digest(arabic, an_item(3))).rtl
    assert rich(a_digest(arabic, an_item(3)), language="ar").rtl  # of as many the interface decides
    assert not rich(a_digest(an_item(3)), language="ar").rtl
    assert not rich(a_digest()).rtl


def test_headlines_of_every_category_have_a_name_of_their_own() -> None:
    assert rich(a_digest(an_item(), category=None)).html.startswith("<h3>Headlines</h3>")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(HOSTILE, HOSTILE, HOSTILE), max_size=60), st.integers(0, 600))
def test_whatever_the_sources_say_the_message_is_one_telegram_takes(
    texts: list[tuple[str, str, str]], beyond: int
) -> None:
    items = [
        replace(an_item(number, title=title, source_name=source), summary=a_summary(summary))
        for number, (title, source, summary) in enumerate(texts)
    ]
    more = tuple(an_article(number, title="t" * 300) for number in range(1000, 1000 + beyond))
    rich(a_digest(*items, more=more))


def test_what_does_not_fit_is_dropped_from_the_end_and_counted() -> None:
    items = [replace(an_item(number, title="t" * 300), summary=a_summary("s " * 400)) for number in range(100)]
    content = rich(a_digest(*items))
    told = content.html.count("<h4>")
    assert 20 < told < 40
    untold = 100 - told - content.html.count("<li>")
    assert f"and {untold} more" in content.html
    many = rich(a_digest(*(an_item(number) for number in range(60))))
    assert len(many.pictures) == 50
    assert many.html.count("<h4>") == 60


def test_a_story_that_fits_with_no_headline_behind_it_is_counted_alone() -> None:
    items = [replace(an_item(number, title="t" * 32_000), summary=None) for number in range(2)]
    html = rich(a_digest(*items)).html
    assert html.endswith("</footer><p>and 1 more</p>")


def test_without_a_bot_no_link_leads_to_the_page_of_a_story() -> None:
    other = an_article(2, source_id=2, source_name="City Paper", url="https://www.city.example/bridge")
    html = rich(a_digest(an_item(also=(other,))), bot_username="").html
    assert html.split("also: ")[1].startswith(
        '<a href="https://www.city.example/bridge">City Paper</a> (city.example)<'
    )
