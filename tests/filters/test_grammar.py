"""Rules as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.filters.grammar import MAX_TYPED, RuleProblem, parse_rules, rule_key, rule_text
from bot.models.filters import Rule, RuleKind


def texts(typed: str) -> list[str]:
    rules = parse_rules(typed)
    assert not isinstance(rules, RuleProblem), rules
    return [rule_text(rule) for rule in rules]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("-football", ["-football"]),
        ("+bridge -football", ["+bridge", "-football"]),
        ("- football, + bridge;", ["-football", "+bridge"]),
        ("—football −cricket ＋稅", ["-football", "-cricket", "+稅"]),
        ('-"world cup"', ['-"world cup"']),
        ("+“climate change” -«мир» -「台北」", ['+"climate change"', "-мир", "-台北"]),
        (
            "-‚world cup‘ +'climate change', source:‹Daily News›",
            ['-"world cup"', '+"climate change"', 'source:"Daily News"'],
        ),
        ("-'don’t look up' -《三體》 -rock'n'roll -’tis", ['-"don’t look up"', "-三體", "-rock'n'roll", "-’tis"]),
        ("source:BBC", ["source:BBC"]),
        ('quelle:"BBC World" -язык:en', ['source:"BBC World"', "-lang:en"]),
        ("-来源：新华社 المصدر:BBC", ["-source:新华社", "source:BBC"]),
        ('-source:"BBC World" Source：眾新聞', ['-source:"BBC World"', "source:眾新聞"]),
        ("+source:BBC", ["source:BBC"]),
        ("lang:en,zh", ["lang:en,zh"]),
        ("-lang:DE lang:en, zh-tw", ["-lang:de", "lang:en,zh-Hant"]),
        ("lang:zh-Hant-HK,zh-my,sr-latn", ["lang:zh-Hant,zh-Hans,sr-Latn"]),
        ("lang:pt_br,sr-latn,en,en", ["lang:pt-BR,sr-Latn,en"]),
        ("lang:eng,fre,iw,cmn-tw", ["lang:en,fr,he,zh-Hant"]),
        ("-Football -FOOTBALL -football", ["-Football"]),
        ('-"source:x" -"lang:"', ['-"source:x"', '-"lang:"']),
        ("-C++ -🎉 -state-of-the-art", ["-C++", "-🎉", "-state-of-the-art"]),
        ("--x", ['-"-x"']),
        ("-a,-b;+c", ["-a", "-b", "+c"]),
        ("-كرة، -جسر؛ lang:ar،en", ["-كرة", "-جسر", "lang:ar,en"]),
        ("-稅、-足球，+橋", ["-稅", "-足球", "+橋"]),
        ("-5,8 -football! -稅。", ["-5,8", "-football", "-稅"]),
        ('-"Who?" -"a,b"', ['-"Who?"', '-"a,b"']),
        ("\u200b-foot\u200bball\u2060", ["-football"]),
    ],
)
def test_what_people_type_is_understood(typed: str, read: list[str]) -> None:
    assert texts(typed) == read


@pytest.mark.parametrize(
    ("typed", "key", "part"),
    [
        ("", "filter-usage", ""),
        ("  \n", "filter-usage", ""),
        ("football", "filter-no-sign", "football"),
        ("world cup", "filter-no-sign", '"world cup"'),
        ("world, cup", "filter-no-sign", "world"),
        ('-world "the cup"', "filter-no-sign", '"the cup"'),
        ("-world,cup", "filter-no-sign", "cup"),
        ('""', "filter-no-word", '""'),
        ('-"world cup', "filter-no-end", '-"world cup'),
        ("-", "filter-no-word", "-"),
        ("-... +x", "filter-no-word", "-..."),
        ('source:""', "filter-no-word", 'source:""'),
        ("lang:", "filter-no-language", "lang:"),
        ("lang:english", "filter-no-language", "lang:english"),
        ("lang:ja,jp", "filter-no-language", "lang:ja,jp"),
        ("-" + "x" * 61, "filter-too-long", "-" + "x" * 61),
        ("lang:" + ",".join(["en"] * 25), "filter-too-long", "lang:" + ",".join(["en"] * 25)),
        ("-A +a", "filter-contradiction", "A"),
        (" ".join(f"-w{n}" for n in range(MAX_TYPED + 1)), "filter-too-many-typed", ""),
        ("-a " * 1000, "filter-too-many-typed", ""),
    ],
)
def test_what_is_no_rule_is_said(typed: str, key: str, part: str) -> None:
    problem = parse_rules(typed)
    assert isinstance(problem, RuleProblem)
    assert (problem.key, problem.part) == (key, part)


def test_a_mute_is_called_by_its_source() -> None:
    assert rule_text(Rule(kind=RuleKind.MUTE, hides=True, value="BBC World")) == "BBC World"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from('ab-+"“”:,; \n*.é世source:lang:'), max_size=30))
def test_every_rule_reads_back_from_its_text(typed: str) -> None:
    rules = parse_rules(typed)
    if not isinstance(rules, RuleProblem):
        again = parse_rules(" ".join(map(rule_text, rules)))
        assert not isinstance(again, RuleProblem)
        assert [rule_key(rule) for rule in again] == [rule_key(rule) for rule in rules]
