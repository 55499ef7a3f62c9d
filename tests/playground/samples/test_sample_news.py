from __future__ import annotations

import io
import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from lxml import html
from PIL import Image, ImageStat

from bot.playground.samples import sample_news
from bot.playground.samples.sample_news import (
    INITIAL_SAMPLES,
    INITIAL_SPREAD,
    SITES,
    Sample,
    SampleNews,
    _split,
    load_samples,
)

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
BASE_URL = "http://127.0.0.1:8080"
QUOTES = ("“”", "「」", "«»")
GERMAN_QUOTES = ("„“",)
PICTURES = Path(sample_news.__file__).parent / "pictures"
MAX_PICTURE_BYTES = 60_000
MAX_PICTURES_BYTES = 1_500_000


def front_matter(path: Path) -> dict[str, Any]:
    head = path.read_text(encoding="utf-8").split("---\n")[1]
    loaded: dict[str, Any] = yaml.safe_load(head)
    return loaded


@pytest.fixture
def news(tmp_path: Path) -> SampleNews:
    return SampleNews(tmp_path / "news", BASE_URL)


def test_there_are_enough_samples_in_enough_languages() -> None:
    samples = load_samples()
    assert len(samples) >= 24
    assert {"zh-Hant", "zh-Hans", "ar", "ja", "ru", "en", "es", "de", "hi"} <= {sample.language for sample in samples}


def test_slugs_and_titles_are_unique_and_safe_in_an_address() -> None:
    samples = load_samples()
    assert len({sample.slug for sample in samples}) == len({sample.title for sample in samples}) == len(samples)
    assert all(re.fullmatch(r"[a-z0-9-]+", sample.slug) for sample in samples)


def test_about_half_of_the_samples_have_a_public_link() -> None:
    public = sum(sample.public for sample in load_samples())
    assert 0.4 <= public / len(load_samples()) <= 0.6


@pytest.mark.parametrize("sample", load_samples(), ids=lambda sample: sample.slug)
def test_a_sample_is_a_whole_article_with_a_captioned_picture(sample: Sample) -> None:
    body = html.fragment_fromstring(sample.body)
    paragraphs = "\n".join(element.text_content() for element in body.iter("p", "blockquote", "li"))
    sentences = re.findall(r"[。！？।]|[.!?](?=[”»\s]|$)", paragraphs)
    assert 4 <= len(sentences) <= 10
    (picture,) = body.iter("img")
    assert picture.get("src") == f"{{base_url}}/samples/{sample.slug}.jpg"
    assert all(caption.text_content().strip() for caption in body.iter("figcaption"))


@pytest.mark.parametrize("sample", load_samples(), ids=lambda sample: sample.slug)
def test_quotation_marks_come_in_pairs(sample: Sample) -> None:
    text = sample.body
    marks = GERMAN_QUOTES if sample.language == "de" else QUOTES
    assert any(pair[0] in text for pair in marks)
    assert all(text.count(pair[0]) == text.count(pair[1]) for pair in marks)


def test_categories_are_few_and_most_hold_several_languages(tmp_path: Path) -> None:
    news = SampleNews(tmp_path, BASE_URL)
    news.write_initial(NOW)
    while news.drop_next(NOW):
        pass
    heads = [front_matter(path) for path in tmp_path.glob("*.md")]
    roots = Counter(str(head["categories"][0]) for head in heads)
    assert len(roots) <= 9
    assert min(roots.values()) >= 3
    languages = {root: {head["lang"] for head in heads if head["categories"][0] == root} for root in roots}
    assert sum(len(spoken) >= 3 for spoken in languages.values()) >= 6


def test_the_first_samples_are_dated_over_the_last_hours(news: SampleNews, tmp_path: Path) -> None:
    news.write_initial(NOW)
    written = sorted((tmp_path / "news").iterdir())
    assert len(written) == INITIAL_SAMPLES
    dates = [parsedate_to_datetime(str(front_matter(path)["date"])) for path in written]
    assert max(dates) < NOW
    assert min(dates) > NOW - INITIAL_SPREAD
    assert max(dates) - min(dates) > timedelta(hours=15)


def test_what_is_written_has_no_placeholder_left(news: SampleNews, tmp_path: Path) -> None:
    news.write_initial(NOW)
    for path in (tmp_path / "news").iterdir():
        text = path.read_text(encoding="utf-8")
        assert "{base_url}" not in text
        assert "{date}" not in text
        assert "{site_url}" not in text
        assert front_matter(path)["thumbnail"] == f"{BASE_URL}/samples/{path.stem}.jpg"


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_every_category_holds_a_story_in_each_language_of_the_interface_from_the_start(language: str) -> None:
    samples = load_samples()
    told = {sample.category for sample in samples[:INITIAL_SAMPLES] if sample.language == language}
    assert told == {sample.category for sample in samples}


def test_links_lead_to_invented_hosts_that_nobody_can_own(news: SampleNews, tmp_path: Path) -> None:
    news.write_initial(NOW)
    links = {str(front_matter(path).get("link", "")) for path in (tmp_path / "news").iterdir()} - {""}
    assert {urlsplit(link).netloc for link in links} <= set(news.hosts)
    assert all(str(urlsplit(link).hostname).endswith(".example") for link in links)
    assert {sample.author for sample in load_samples()} == set(SITES)


def test_a_second_start_leaves_the_posts_as_they_are(news: SampleNews, tmp_path: Path) -> None:
    news.write_initial(NOW)
    before = {path: path.read_text(encoding="utf-8") for path in (tmp_path / "news").iterdir()}
    SampleNews(tmp_path / "news", BASE_URL).write_initial(NOW + timedelta(days=1))
    assert before == {path: path.read_text(encoding="utf-8") for path in (tmp_path / "news").iterdir()}


def test_posts_drop_one_by_one_in_order_until_all_are_there(news: SampleNews, tmp_path: Path) -> None:
    news.write_initial(NOW)
    dropped = []
    while sample := news.drop_next(NOW):
        dropped.append(sample)
    assert dropped == load_samples()[INITIAL_SAMPLES:]
    assert "World › Asia" in {sample.category for sample in load_samples()}
    assert len(list((tmp_path / "news").iterdir())) == len(load_samples())
    assert news.drop_next(NOW) is None


def test_a_dropped_post_is_dated_now(news: SampleNews, tmp_path: Path) -> None:
    news.drop_next(NOW)
    (path,) = (tmp_path / "news").iterdir()
    assert front_matter(path)["date"] == "Mon, 02 Mar 2026 12:00:00 GMT"


def test_every_sample_has_a_picture_of_its_own(news: SampleNews) -> None:
    seen = set()
    for sample in load_samples():
        picture = Image.open(io.BytesIO(news.picture(sample.slug)))
        assert (picture.format, picture.size) == ("JPEG", (1200, 675))
        assert min(ImageStat.Stat(picture).stddev) > 8  # it shows something
        seen.add(picture.tobytes())
    assert len(seen) == len(load_samples())


def test_the_pictures_are_small_and_each_belongs_to_a_sample() -> None:
    pictures = list(PICTURES.iterdir())
    assert {path.name for path in pictures} == {f"{sample.slug}.jpg" for sample in load_samples()}
    assert max(path.stat().st_size for path in pictures) <= MAX_PICTURE_BYTES
    assert sum(path.stat().st_size for path in pictures) <= MAX_PICTURES_BYTES


def test_a_page_tells_link_readers_what_it_is(news: SampleNews) -> None:
    news.write_initial(NOW)
    page = html.document_fromstring(news.page("desert-observatory"))
    properties = {meta.get("property"): meta.get("content") for meta in page.iter("meta")}
    assert properties["og:image"] == "http://ufuq-jadid.example:8080/samples/desert-observatory.jpg"
    assert properties["og:site_name"] == "صحيفة الأفق الجديد"
    assert parsedate_to_datetime(str(properties["article:published_time"])) < NOW
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    (article,) = page.iter("article")
    assert "74 سنة ضوئية" in str(article.xpath("string()"))


def test_a_page_of_a_post_that_has_not_arrived_has_no_date(news: SampleNews) -> None:
    assert "published_time" not in news.page("comet-landing")


def test_an_unknown_slug_has_neither_picture_nor_page(news: SampleNews) -> None:
    with pytest.raises(KeyError):
        news.picture("nothing")
    with pytest.raises(KeyError):
        news.page("nothing")


def test_a_sample_without_front_matter_is_refused() -> None:
    with pytest.raises(ValueError, match="front matter"):
        _split("just text")


@pytest.mark.parametrize(("language", "expected"), [("zh-hant", "zh-Hant"), ("xx", "en")])
def test_links_come_one_after_the_other_in_the_readers_language(tmp_path: Path, language: str, expected: str) -> None:
    news = SampleNews(tmp_path, BASE_URL)
    links = [news.next_link(language) for _ in range(2)]
    slugs = {sample.slug for sample in load_samples() if sample.language == expected}
    assert links[0] != links[1]
    assert {link.rpartition("/samples/")[2] for link in links} <= slugs
    assert all(re.fullmatch(r"http://[a-z-]+\.example:\d+/samples/[a-z0-9-]+", link) for link in links)
