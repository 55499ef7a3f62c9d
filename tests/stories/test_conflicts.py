"""What differs in its names is different, however alike the wording; one event told twice is no conflict."""

from __future__ import annotations

import pytest

from bot.models.articles import StorySketch
from bot.stories.conflicts import is_conflict
from bot.stories.sketches import sketch


def sketches(language: str, *texts: tuple[str, str]) -> list[StorySketch]:
    return [sketch(title, text, language=language, publisher=title) for title, text in texts]


NOTE = " the exchange in a note to its members."
THANKS = " the bridge of Northport after nine years of work and thanked everybody who came."
EARNED = "{} Holdings reported a profit above Wall Street forecasts on Monday, helped by firm sales. Its shares {}."
CRASH = "Ein {}-jähriger Radfahrer ist am Samstag auf der B {} mit einem Auto zusammengestoßen und schwer gestürzt."
COUNTED = "mit {} zu {} Stimmen zahlt die Stadt {} Euro für {} Sitze aus Eiche im Park."
CLOSED = "{} is shut from {} to {} for work on the {}. Signs show the way round."
WEATHER = "Tomorrow brings {1} to {0}, with a north-easterly breeze over the bay, and {2} degrees in the afternoon."


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", ("Showers are on their way to Eastham", WEATHER.format("Eastham", "showers", 11)),
         ("Westbury: as warm as 24 degrees", WEATHER.format("Westbury", "haze", 24))),
        ("en", ("Acme ships Lumen 120 with new tabs", "The browser has new tabs."),
         ("Fresh colours in Acme Lumen 121", "Users see other colours.")),
        ("en", ("A coach lies in a ditch", "A scare on a road near Saulborough: a coach with pupils left the road."),
         ("A coach lies in a ditch", "A scare on a road near Brinstead: a coach with skiers left the road.")),
        ("en", ("Acme gains 12 points today", f"Shares of Acme in Oldhaven rose by 12 points, said{NOTE}"),
         ("Acme loses 7 points today", f"Shares of Acme in Oldhaven fell by 7 points, said{NOTE}")),
        ("de", ("Nebel im Nordtal: Schulen zu", "Im Nordtal liegt dichter Nebel. Wer kann, soll zu Hause warten."),
         ("Regen am Ostberg: Schulen zu", "Am Ostberg liegt dichter Regen. Wer kann, soll zu Hause warten.")),
        ("hi", ("पटना का मौसम: हल्की बारिश", "रविवार को पटना में हल्की बारिश की संभावना है और हवा उत्तर से चलेगी।"),
         ("जोधपुर का मौसम: तेज आंधी", "रविवार को जोधपुर में तेज आंधी की संभावना है और हवा उत्तर से चलेगी।")),
        # both know the same names, written small or not at all: goods, packages
        ("en", ("Gravel and Tuff advise on molebox", "Ann Gravel and Ann Tuff warn of a hole in molebox. Update soon."),
         ("Gravel and Tuff advise on owlpipe", "Ann Gravel and Ann Tuff warn of a hole in owlpipe. Update soon.")),
        # names that begin each sentence, or have no capitals of their own, and say themselves again
        ("en", ("Acmetra profit beats forecasts on firm sales", EARNED.format("Acmetra", "rose")),
         ("Boltfast profit tops forecasts on firm sales", EARNED.format("Boltfast", "fell"))),
        ("zh", ("安贝第三季度营收增长15%", "安贝周二公布第三季度业绩，营收同比增长15%，净利润增长9%。"),
         ("塔兰第三季度营收增长15%", "塔兰周二公布第三季度业绩，营收同比增长15%，净利润下降8%。")),
        # the place stands in the title alone, and the figures are others
        ("de", ("Radfahrer stürzt bei Unfall im Nordtal", CRASH.format(54, 242)),
         ("Radfahrer stürzt bei Unfall im Ostland", CRASH.format(47, 740))),
        ("en", ("Notice of closure", CLOSED.format("Church Row", 3, 5, "drains")),
         ("Notice of closure", CLOSED.format("Tannery Hill", 8, 9, "cables"))),
        ("ko", ("천안서 공장 화재…인명 피해 없어", "천안의 한 공장에서 새벽 불이 나 곧 꺼졌다. 인명 피해는 없다."),
         ("진안서 공장 화재…인명 피해 없어", "진안의 한 공장에서 새벽 불이 나 곧 꺼졌다. 인명 피해는 없다.")),
        ("zh", ("合肥明日有大雾", "气象台预计，明日合肥有大雾，请市民出门注意安全，减少外出。"),
         ("昆明明日有小雨", "气象台预计，明日昆明有小雨，请市民出门注意安全，减少外出。")),
    ],
)  # fmt: skip
def test_a_form_filled_with_other_names_tells_of_something_else(
    language: str, one: tuple[str, str], other: tuple[str, str]
) -> None:
    first, second = sketches(language, one, other)
    assert is_conflict(first, second)
    assert is_conflict(second, first)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", ("Cable car to the summit runs once more", "It climbed on Friday, a first since the storm of March."),
         ("Summit in reach again", "Hikers took the cable car on Friday, the first ride since the storm of March.")),
        ("en", ("Fog shuts Northport", "Northport vanished in fog on Sunday, said Ann Sorley of the harbour office."),
         ("Northport in the fog", "Ann Sorley of the harbour office said on Sunday that boats stay in Northport.")),
        ("en", ("Sorley opens a bridge", f"Ann Sorley opened{THANKS}"),
         ("Cracks shut a bridge", f"Ann Sorley shut{THANKS}")),  # both know three names, neither another
        ("zh", ("合肥明日有大雾", "气象台预计，明日合肥有大雾，请市民出门注意安全，减少外出。"),
         ("大雾将至 合肥提醒市民", "气象台预计，明日合肥有大雾，请市民出门注意安全，减少外出。")),
        ("en", ("Gale Odo kills two in Northport", "Gale Odo killed two people in Northport, Ann Sorley said."),
         ("Gale Odo kills nine in Northport", "Gale Odo killed nine people in Northport, Ann Sorley said.")),
        ("en", ("Notice of closure", CLOSED.format("Church Row", 3, 5, "drains")),
         ("Notice of closure", CLOSED.format("Church Row", 3, 6, "drains"))),
        ("en", ("Notice on Northport", CLOSED.format("The quay in Northport", 3, 5, "drains")),
         ("Notice on Northport", CLOSED.format("The pier in Northport", 8, 9, "cables"))),
        ("en", ("Fog", ""), ("Rain", "")),  # too few words to find a form
    ],
)  # fmt: skip
def test_one_event_in_two_wordings_is_no_conflict(language: str, one: tuple[str, str], other: tuple[str, str]) -> None:
    first, second = sketches(language, one, other)
    assert not is_conflict(first, second)
    assert not is_conflict(second, first)


def test_texts_without_words_of_their_titles_do_not_conflict() -> None:
    first, second = sketches("hi", ("पटना", "हवा उत्तर से चलेगी और धूप रहेगी"), ("भुज", "हवा उत्तर से चलेगी और धूप रहेगी"))
    assert not is_conflict(first, second)


@pytest.mark.parametrize(("figures", "is_other"), [((31, 18, 4200, 12), False), ((27, 22, 3900, 12), True)])
def test_texts_that_agree_in_four_figures_are_one_event_whatever_their_titles_take_up(
    figures: tuple[int, ...], is_other: bool
) -> None:
    """Where names are not told by their capitals; where figures make several terms they prove nothing."""
    one = ("Rat beschließt Bänke", f"Der Rat beschließt Bänke: {COUNTED.format(31, 18, 4200, 12)}")
    other = ("Parlament billigt Sessel", f"Das Parlament billigt Sessel: {COUNTED.format(*figures)}")
    assert is_conflict(*sketches("de", one, other)) is is_other
    assert is_conflict(*sketches("ja", one, other))
