"""Words of one meaning: for the article's own, and in Chinese, Japanese and Korean, whose words are no tokens."""

from __future__ import annotations

from itertools import product

import pytest

from summarizer.base import Document, EngineKind, Summary
from summarizer.checks.claims import unsupported
from summarizer.checks.clauses import Passage
from summarizer.checks.guardrails import check
from summarizer.checks.names import Words, unknown_name
from summarizer.checks.synonyms import is_said_otherwise, retold, synonyms_in
from summarizer.checks.telling import telling
from summarizer.review import compare
from summarizer.words.loader import words_of

LANGUAGES = ("zh", "ja", "ko")

# Each has a word of the clause in its last sentence, and another one for it in the sentence that tells the clause.
DOCKS = {
    "zh-Hans": "码头工人周一获得奖励，环保组织很高兴。市长周二批评糖厂的奖金制度。",
    "zh-Hant": "碼頭工人週一獲得獎勵，環保組織很高興。市長週二批評糖廠的獎金制度。",
    "ja": "川辺製パンは月曜日、社員40人のリストラを発表した。2年前には隣町の砂糖工場でも人員削減があった。",
    "ko": "강변제빵은 월요일 직원 40명의 해고를 발표했다. 2년 전에는 이웃 마을의 설탕 공장에서도 감원이 있었다.",
}
FERRY = Document(
    title="青屿岛轮渡停航",
    text=(
        "青屿岛唯一的轮渡公司上周破产，岛上居民失去了往来本岛的交通。居民会周日成立船队，用九艘渔船轮流载客。"
        "县政府表示，最快要到十月才能找到新的营运商。两家公司提出申请，但都要求政府补贴。"
        "校长担心学校无法如期开学。工会请求法院冻结公司资产。"
    ),
)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("码头工人周一获得奖金，环保组织很高兴。", "zh-Hans"),
        ("碼頭工人週一獲得獎金，環保組織很高興。", "zh-Hant"),
        ("川辺製パンは月曜日、社員40人の人員削減を発表した。", "ja"),
        ("강변제빵은 월요일 직원 40명의 감원을 발표했다.", "ko"),
    ],
)
def test_another_word_for_what_an_article_tells_is_not_taken_from_elsewhere(sentence: str, language: str) -> None:
    assert unsupported(sentence, "", DOCKS[language], language) is None


def test_letters_whose_small_form_is_longer_move_nothing() -> None:
    assert retold("In İzmir the firm will quit", "Companies resigned", "en") == "In İzmir the companies will resigned"
    assert next(iter(synonyms_in("Die Straße bleibt dicht", "de"))).text == "straße"
    assert unsupported(
        "Die Schule von Altdorf schließt am Montag.", "", "Die Schule von Altdorf öffnet am Montag.", "de"
    )


def test_words_are_found_wherever_they_stand_the_longest_first_in_either_script() -> None:
    assert [word.text for word in synonyms_in("市議會週一批准", "zh-Hant")] == ["市议会", "批准"]
    assert [(word.start, word.end) for word in synonyms_in("その労働組合は", "ja")] == [(2, 6)]
    assert [word.text for word in synonyms_in("산불로 전기가 끊겼다", "ko")] == ["산불", "전기가 끊"]
    assert [word.text for word in synonyms_in("El plan tiene luz verde", "es")] == ["plan", "luz verde"]
    assert synonyms_in("Die wellen", "sw") == ()


@pytest.mark.parametrize(
    ("text", "article", "language", "told"),
    [
        ("工廠解僱員工", "工廠裁員，職工抗議。", "zh-Hant", "工廠裁員職工"),
        ("工厂解雇员工", "工厂解雇员工。", "zh-Hans", "工厂解雇员工"),
        ("工厂解雇员工", "天气很好。", "zh-Hans", "工厂解雇员工"),
        ("会社が倒産", "会社が破産し、店が経営破綻した。", "ja", "会社が破産"),
        ("The blaze spread", "Flames spread. A fire burnt.", "en", "The flames spread"),
        ("Fire spread", "A blaze, a fire.", "en", "Fire spread"),
        ("A whale spread", "The fire spread.", "en", "A whale spread"),
        ("A blaze spread", "A whale spread.", "en", "A blaze spread"),
    ],
)
def test_a_text_is_retold_in_the_words_of_its_article(text: str, article: str, language: str, told: str) -> None:
    assert retold(text, article, language) == told


def test_a_place_without_such_a_word_is_not_said_otherwise() -> None:
    assert not is_said_otherwise(0, 2, "天气很好", "下雨", "zh")
    assert not is_said_otherwise(0, 2, "裁员", "下雨", "zh")
    assert is_said_otherwise(0, 2, "裁员", "解雇", "zh")
    assert not is_said_otherwise(0, 2, "裁员和解雇", "解雇", "zh")  # it speaks of both


def test_words_that_tell_nothing_are_known_in_both_scripts_of_chinese() -> None:
    told = [[word.text for word in telling(Passage.read(text, "zh"), "zh")] for text in ("問題嚴重", "问题严重")]
    assert told == [["題嚴"], ["题严"]]


def test_a_katakana_word_of_the_meaning_of_another_is_no_name() -> None:
    words = Words.read("報道官は立場を述べた。")
    assert unknown_name("スポークスマンは立場を述べた。", words, language="ja", own=True) is None
    other = Words.read("会は立場を述べた。")
    assert unknown_name("スポークスマンは立場を述べた。", other, language="ja", own=True) == "スポークスマン"


def test_a_summary_in_other_words_of_the_same_meaning_is_worth_its_place() -> None:
    text = "轮渡公司上周倒闭后，青屿岛住户组织船队轮班接送乘客。县府说，新业者最早十月才有。"
    given = Summary(text=text, language="", engine="trial", kind=EngineKind.MODEL, grounded=False)
    assert compare(check(given, FERRY, sentences=2, language=None), FERRY, sentences=2).summary is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_group_holds_opposites_or_a_word_twice(language: str) -> None:
    claims = words_of(language).claims
    sides = [tuple(set(side.split()) for side in pair.split(" | ")) for pair in claims.opposites]
    groups = [group.split() for group in claims.same]
    assert len({frozenset(group) for group in groups}) == len(groups)
    for group in groups:
        assert len(set(group)) == len(group) > 1, group
        assert all(len(word) > 1 for word in group), f"{group}: one character stands in any word"
        assert not any(set(group) & left and set(group) & right for left, right in sides), group


# Words that must be kept apart: one may stand in the other's place in a false summary.
RIVALS = {
    "zh": ["提议/决定", "计划/决定", "可能/将会", "受伤/死亡", "指控/定罪", "逮捕/起诉", "拘留/判刑", "男/女",
           "父亲/母亲", "儿子/女儿", "丈夫/妻子", "昨天/明天", "嫌疑人/凶手", "火灾/爆炸", "失踪/死亡", "罚款/监禁",
           "市长/县长", "买入/卖出", "进口/出口", "小学/中学", "增加/减少", "医生/护士", "洪水/地震", "谈判/协议"],
    "ja": ["提案/決定", "検討/決定", "負傷/死亡", "起訴/有罪", "逮捕/起訴", "容疑者/犯人", "男性/女性", "父/母",
           "火災/爆発", "行方不明/死亡", "罰金/懲役", "市長/知事", "購入/売却", "輸入/輸出", "幼児/大人",
           "増加/減少", "医師/看護師", "洪水/地震", "交渉/合意", "昨日/明日", "値上げ/値下げ", "可決/否決"],
    "ko": ["제안/결정", "검토/결정", "부상/사망", "기소/유죄", "체포/기소", "용의자/범인", "남성/여성", "아버지/어머니",
           "화재/폭발", "실종/사망", "벌금/징역", "시장/지사", "구매/판매", "수입/수출", "초등학교/중학교",
           "증가/감소", "의사/간호사", "홍수/지진", "협상/합의", "어제/내일", "인상/인하", "가결/부결"],
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_rivals_are_never_of_one_meaning(language: str) -> None:
    for pair in RIVALS[language]:
        one, other = ([found.groups for found in synonyms_in(word, language)] for word in pair.split("/"))
        assert not any(left & right for left, right in product(one, other)), pair
