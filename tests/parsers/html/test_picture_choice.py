"""Which of the pictures that are named may stand for an article, and in which order."""

from __future__ import annotations

import pytest

from bot.models.articles import Block, BlockKind
from bot.parsers.html.picture_choice import MAX_PICTURES, Candidate, block_candidates, choose, widest_first

SITE = "https://paper.example"


def chosen(*paths: str) -> list[str]:
    found = choose(Candidate(url=path if "//" in path else SITE + path) for path in paths)
    return [url.removeprefix(SITE) for url in found]


@pytest.mark.parametrize(
    "path",
    [
        "/uploads/bridge.jpg",
        "/images/0f4e9c27b81da35e60c7f192.jpeg",
        "/2021/03/google-logo-on-its-headquarters.jpg",
        "/pixel-9-review.jpg",
        "/space-shuttle-launch.jpg",
        "/photo-16x9.jpg",
        "/photo-1x1.jpg",
        "/bc1bd0ee-16x9-x915y371.jpg",
        "/圖片/港口.jpg",
        "/resize/800x600/harbour.webp",
        "/article.aspx?picture=7",
        "/",
    ],
)
def test_pictures_of_articles_are_kept(path: str) -> None:
    assert chosen(path) == [path]


@pytest.mark.parametrize(
    "path",
    [
        "/static/logo.png",
        "/img/bbc_news_logo.png",
        "/img/cnlogo.png",
        "/img/sharelogo2.jpg",
        "/i/siteLogo.png",
        "/avatar/42.jpg",
        "/authors/ada.jpg",
        "/wp-includes/images/smilies/wink.gif",
        "/i/pixel.gif",
        "/i/1x1.gif",
        "/i/spacer.gif",
        "/i/no-image.png",
        "/i/no-image-available_300x200.png",
        "/i/default_thumbnail-300x200.jpg",
        "/i/image-not-available.jpg",
        "/i/apple-touch-icon-180x180.png",
        "/i/share-on-facebook.png",
        "/i/loading.gif",
        "/img/placeholder-wide.png",
        "/qrcode-app.png",
        "/photo-60x60.jpg",
        "/60x60/photo.jpg",
        "/banner-728x90.gif",
        "/drawing.svg",
        "/favicon.ico",
        "https://feeds.feedburner.com/~r/paper/~4/x",
        "https://pixel.example/count.jpg",
        "https://secure.gravatar.com/ada",
    ],
)
def test_furniture_counters_and_portraits_are_not(path: str) -> None:
    assert chosen(path) == []


@pytest.mark.parametrize(
    ("width", "height", "fits"),
    [
        (1, 1, False),
        (99, 300, False),
        (0, 40, False),
        (728, 120, False),
        (200, 4100, False),
        (640, 0, True),
        (300, 250, True),
        (900, 225, True),
        (300, 3000, True),
    ],
)
def test_a_declared_size_of_an_icon_or_a_banner_costs_the_place(width: int, height: int, fits: bool) -> None:
    assert bool(choose([Candidate(url=f"{SITE}/a.jpg", width=width, height=height)])) is fits


@pytest.mark.parametrize(
    ("words", "kept"), [("author-avatar", False), ("logo", False), ("lead wide", True), ("", True)]
)
def test_what_an_element_calls_itself_counts(words: str, kept: bool) -> None:
    assert bool(choose([Candidate(url=f"{SITE}/a.jpg", words=words)])) is kept


def test_doubtful_and_small_ones_come_last_in_their_order() -> None:
    named = [
        Candidate(url=f"{SITE}/share-default.jpg"),
        Candidate(url=f"{SITE}/small.jpg", width=150),
        Candidate(url=f"{SITE}/beside.jpg", words="sidebar-teaser"),
        Candidate(url=f"{SITE}/one.jpg"),
        Candidate(url=f"{SITE}/two.jpg", width=2000),
    ]
    assert [url.removeprefix(SITE) for url in choose(named)] == [
        "/one.jpg",
        "/two.jpg",
        "/small.jpg",
        "/share-default.jpg",
    ]


def test_a_picture_named_twice_is_judged_by_the_worse_of_it() -> None:
    assert choose([Candidate(url=f"{SITE}/a.jpg"), Candidate(url=f"{SITE}/a.jpg", width=1, height=1)]) == ()


def test_only_so_many_are_kept() -> None:
    assert len(chosen(*(f"/{letter}.jpg" for letter in "abcdefgh"))) == MAX_PICTURES


def test_the_narrowest_that_is_wide_enough_comes_first_and_unknown_widths_last() -> None:
    named = [Candidate(url=str(width), width=width) for width in (0, 400, 3000, 1280, 1600)]
    assert [int(candidate.url) for candidate in widest_first(named)] == [1280, 1600, 3000, 400, 0]


def test_the_pictures_of_a_text_are_candidates_with_their_size() -> None:
    blocks = [
        Block(kind=BlockKind.PARAGRAPH, text="x"),
        Block(kind=BlockKind.PICTURE, text="only a caption"),
        Block(kind=BlockKind.PICTURE, url=f"{SITE}/a.jpg", width=640, height=400),
    ]
    assert list(block_candidates(blocks)) == [Candidate(url=f"{SITE}/a.jpg", width=640, height=400)]


@pytest.mark.parametrize(
    "url",
    [
        "https://picsum.photos/800/600?random=2",
        "https://lorem-placeholders.example/800/600",
        "https://placeholdr.example/800",
        "https://loremfaces.example/7",
        "https://fastly.picsum.photos/id/7/800/600.jpg",
        "https://via.placeholder.com/800x600.png",
        "https://placehold.co/800x600",
        "https://source.unsplash.com/random/800x600",
        "https://loremflickr.com/800/600/ship",
        "https://random.imagecdn.app/500/300",
        "https://source.boringavatars.com/beam/500",
        "https://pics.example/api/random.php?x=1",
        "https://pics.example/random",
        "https://pics.example/random-img/",
        "https://passing.example/?url=https%3A%2F%2Fpicsum.photos%2F800%2F400",
        "https://i0.wp.com/picsum.photos/800/400",
    ],
)
def test_services_that_answer_with_any_picture_show_nothing_of_an_article(url: str) -> None:
    assert chosen(url, "/a.jpg") == ["/a.jpg"]


def test_letters_within_a_number_are_no_word() -> None:
    paths = ("/u/5571ef_14ad_large.jpg", "/u/ad4f9c.jpg", "/u/random-house-opens.jpg", "/u/ad2.jpg")
    assert chosen(*paths[::-1]) == [*paths[2::-1], paths[3]]


def test_a_picture_that_a_person_chose_comes_before_others_unless_it_is_none() -> None:
    body = Candidate(url=f"{SITE}/a.jpg", width=120, height=120)
    plain = Candidate(url=f"{SITE}/b.jpg")
    for name in ("header.jpg", "photo-150x150.jpg"):
        mine = Candidate(url=f"{SITE}/{name}", chosen=True)
        assert choose([mine, body, plain])[0] == mine.url
    assert choose([Candidate(url=f"{SITE}/logo.png", chosen=True), body]) == (body.url,)


def test_what_a_script_answers_is_chosen_last() -> None:
    counts, shows = f"{SITE}/matomo.php?rec=1", f"{SITE}/weir.jpg"
    assert choose([Candidate(url=counts), Candidate(url=shows)]) == (shows, counts)


@pytest.mark.parametrize("url", [f"{SITE}/badge/build-passing", f"{SITE}/qrcode_for_town.jpg"])
def test_badges_and_codes_to_scan_show_nothing(url: str) -> None:
    assert choose([Candidate(url=url)]) == ()
