from __future__ import annotations

from bot.models.articles import Block, BlockKind
from bot.parsers.feeds.shared_lines import MIN_ENTRIES, MIN_NOTICES, without_shared_lines
from bot.parsers.html.blocks import blocks_text, html_blocks
from tests.fakes import a_parsed_article

TOWNS = ("Ashby", "Brent", "Corby", "Derby", "Esher")


def ended(endings: list[str], *, towns: tuple[str, ...] = TOWNS, above: list[str] | None = None) -> list[str]:
    """The texts of entries of which each ends (and begins) otherwise, once a feed has listed them all."""
    entries = []
    for town, ending, beginning in zip(towns, endings, above or [""] * len(towns), strict=True):
        blocks = html_blocks(f"{beginning}<p>The weir of {town} is open.</p>{ending}")
        entries.append(a_parsed_article(f"The weir of {town}", text=blocks_text(blocks), blocks=blocks))
    return [entry.text for entry in without_shared_lines(entries)]


OPEN = [f"The weir of {town} is open." for town in TOWNS]


def test_what_all_entries_end_with_is_cut_off_whatever_it_says() -> None:
    footer = "<p>Tundra vem oka<br>Lirma: 12</p><ul><li>Sedo</li><li>Fim</li></ul><img src='https://a.example/x.jpg'>"
    assert ended([footer] * 5) == OPEN
    same_paragraph = [f"<p>{town} is glad.<br><br>Tundra vem oka</p>" for town in TOWNS]
    assert ended(same_paragraph) == [f"{text}\n{town} is glad." for text, town in zip(OPEN, TOWNS, strict=True)]


def test_what_single_entries_say_stays() -> None:
    own = [f"<p>It closes at {hour}.</p>" for hour in range(5)]
    assert ended(own) == [f"{text}\nIt closes at {hour}." for hour, text in enumerate(OPEN)]
    half = ["<p>Tundra vem oka</p>"] * 2 + own[2:]
    assert ended(half)[0].endswith("oka")
    above = [f"<p>Tundra vem oka</p><p>It closes at {hour}.</p>" for hour in range(5)]
    assert "oka" in ended(above)[0], "only what ends a text"
    few = MIN_ENTRIES - 1
    assert ended(["<p>Tundra vem oka</p>"] * few, towns=TOWNS[:few])[0].endswith("oka")
    assert ended([f"<p>{'oka ' * 90}</p>"] * 5)[0].endswith("oka"), "too long for a notice"
    lists = [f"<ul><li>{town}</li></ul><p>Tundra vem oka</p>" for town in TOWNS]
    assert ended(lists)[0].endswith("open.\nAshby")


def test_what_all_entries_begin_with_is_cut_off_and_pictures_stay() -> None:
    header = "<img src='https://a.example/x.jpg'><p>Tundra vem oka<br>Lirma</p><h2>Sedo</h2>"
    assert ended([""] * 5, above=[header] * 5) == OPEN
    glued = [f"<p>Tundra vem oka<br>  {town} is glad.</p>" for town in TOWNS]
    assert ended([""] * 5, above=glued)[1] == f"Brent is glad.\n{OPEN[1]}"


def test_what_a_few_say_goes_if_it_sounds_like_a_notice_whatever_its_figures() -> None:
    own = [f"<p>It closes at {hour}.</p>" for hour in range(5)]
    shut = [f"{text}\nIt closes at {hour}." for hour, text in enumerate(OPEN)]
    minutes = [f"<p>Listen in {minutes} minutes</p>" for minutes in (3, 4, 12)]
    assert ended(own, above=[*minutes, "", ""]) == shut
    ours = ["<p>We thank our readers in the region for their support.</p>"] * MIN_NOTICES
    assert ended([one + two for one, two in zip(own, [*ours, "", ""], strict=True)]) == shut
    assert ended([one + two for one, two in zip(own, [*ours[:2], "", "", ""], strict=True)])[0].endswith("support.")
    levels = [f"<p>Level: {level} metres</p>" for level in range(5)]
    assert ended(levels)[0].endswith("Level: 0 metres"), "figures of bulletins"


def test_bulletins_that_all_say_the_same_keep_what_they_say() -> None:
    picture = Block(kind=BlockKind.PICTURE, url="https://a.example/x.jpg")
    blocks = (Block(kind=BlockKind.PARAGRAPH, text="All gates are open."), picture)
    entries = [a_parsed_article(town, text="All gates are open.", blocks=blocks) for town in TOWNS]
    assert without_shared_lines(entries) == tuple(entries)
