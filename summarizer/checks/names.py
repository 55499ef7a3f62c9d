"""Finds in a sentence what may be a name, and looks it up among the words of an article (pure).

Names are told by capitals (Latin, Cyrillic, Greek, Armenian), by the Katakana script, by Latin letters in a text of
another script, and in Chinese, Japanese and Korean by the title or "said" beside them. Other scripts do not mark names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from summarizer.checks.lexicon import LETTER, NOUN_CAPITALS, UNINFLECTED, common_chars, lexicon

_VOWELS = "aeiouyæøœıаеиоуыэюяєіёαειουηω"
MIN_STEM_CHARS = 3
MIN_SUBSTRING_CHARS = 6  # a name this long may be part of a compound
MAX_ENDING_CHARS = 4
MIN_COMPOUND_CHARS = 9  # of a German word made of others ...
MIN_PART_CHARS = 6  # ... of which the article holds one

_WORD = re.compile(rf"{LETTER}(?:{LETTER}|['’]|\.(?={LETTER}(?:\.|\b)))*")
_KATAKANA = re.compile(r"[ァ-ヺー]{3,}")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’]+")
_CASED = re.compile(r"[A-Za-zÀ-ɏͰ-ϿЀ-ԯԱ-֏Ḁ-ỿ]")
_UNCASED = re.compile(r"[\u0590-\u06ff\u0900-\u109f\u1100-\u139f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# Behind a quotation mark without a space: behind one with a space, the quotation has ended.
_STARTS_ANEW = re.compile(r"[.!?…:;«(\[]\s*$|[“\"„‘]$|^\W*$")
_SURNAMES_HAN = (
    "王李張张劉刘陳陈楊杨趙赵黃黄周吳吴徐孫孙胡朱高林何郭馬马羅罗梁宋鄭郑謝谢韓韩唐馮冯董蕭萧程曹袁鄧邓許许傅沈曾彭呂吕蘇苏盧卢"
    "蔣蒋蔡賈贾丁魏薛葉叶閻阎余潘杜戴夏鍾钟汪田姜范姚譚谭廖鄒邹熊金陸陆郝孔白崔康毛邱秦江史顧顾侯邵孟龍龙段雷錢钱湯汤尹黎"
    "武喬乔賀贺賴赖龔龚文龐庞褚翟芮佟"
)
# A surname alone tells no name, since many are common words as well (許多人, 정부는): a title or "said" beside it does.
_HAN_TITLES = (
    "市長|市长|總統|总统|主席|議員|议员|部長|部长|局長|局长|教授|先生|女士|小姐|醫生|医生|導演|导演|經理|经理|主任|秘書|秘书"
    "|發言人|发言人|總理|总理|首相|校長|校长|專家|专家|記者|记者|律師|律师|董事長|董事长"
)
_HAN_SAYS = "說|说|稱|称|表示|指出|認為|认为|強調|强调|宣布|透露|批評|批评|坦言|承認|承认|否認|否认"
_HAN_NAME = re.compile(
    rf"(?:{_HAN_TITLES})([{_SURNAMES_HAN}][\u4e00-\u9fff]{{2}})|([{_SURNAMES_HAN}][\u4e00-\u9fff]{{2}})"
    rf"(?=(?:{_HAN_TITLES}|{_HAN_SAYS}))"
)
_SURNAMES_HANGUL = (
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지"
    "엄채원천방공현함변염여추도소석선설마길연위표명기반라왕"
)
_HANGUL_NAME = re.compile(
    rf"(?<![\uac00-\ud7af])([{_SURNAMES_HANGUL}][\uac00-\ud7af]{{2}})"
    r"(?= ?(?:씨|의원|대표|대통령|총리|장관|시장|지사|교수|감독|선수|회장|위원장|총장|후보"
    r"|이사|사장|검사|판사|기자|변호사|대변인))"
)
_KANJI_NAME = re.compile(
    r"(?<![\u3400-\u9fff])([\u3400-\u9fff]{2,5}?)(?=氏|さん|容疑者|被告)"
    r"|(?<![\u3400-\u9fff])([\u3400-\u9fff]{3}[^党会院国人員])(?=市長|知事|首相|大統領|議員|選手|監督|教授|社長|会長)"
)
_EAST_ASIAN_NAMES = {"zh": _HAN_NAME, "ko": _HANGUL_NAME, "ja": _KANJI_NAME}
_NOUN_ENDINGS = ("ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "ität",
                 "itäten", "ismus", "nis", "nisse", "tum", "ment", "mente", "menten", "atur",
                 "aturen", "politiker")  # fmt: skip
# Nouns of every German newspaper, by their beginnings.
_COMMON_NOUNS = (
    "jahr", "monat", "woche", "tag", "stunde", "minute", "ende", "anfang", "mitte", "beginn", "mensch", "mann",
    "männer", "frau", "kind", "land", "länder", "stadt", "städte", "teil", "zahl", "grund", "gründe", "folge", "frage",
    "leben",
    "kritik", "streit", "krieg", "million", "milliarde", "prozent", "euro", "geld", "recht", "hilfe", "haus", "häuser",
    "plan", "pläne", "ziel", "weg", "blick", "fall", "fälle", "platz", "plätze", "seite", "zeit", "polizei", "angst",
    "experte", "forscher", "politik", "gericht", "partei", "firma", "firmen", "bürger", "täter", "opfer",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of an article, as names are looked up among them."""

    whole: frozenset[str]
    capitalised: Mapping[str, frozenset[str]]  # those with a capital, by their first letters
    text: str  # case folded, without white space and points

    @classmethod
    def read(cls, text: str) -> Words:
        """Read an article's words."""
        found = set(_WORD.findall(text)) | set(_LATIN.findall(text))
        found |= {part for word in found for part in re.split(r"['’.]", word) if part}
        capitalised: dict[str, set[str]] = {}
        for word in found:
            if not word[0].islower():
                capitalised.setdefault(_key(word)[:MIN_STEM_CHARS], set()).add(_key(word))
        return cls(
            whole=frozenset(map(_key, found)),
            capitalised={start: frozenset(words) for start, words in capitalised.items()},
            text=_squeezed(text),
        )

    def hold(self, name: str, *, inflected: bool) -> bool:
        """Say whether a word of a name stands in the article, where names take endings with another one."""
        key = _key(name)
        if key in self.whole or (len(key) >= MIN_SUBSTRING_CHARS and _squeezed(name) in self.text):
            return True
        parts = [part for part in key.split("'") if len(part) > 2]
        if parts and parts != [key] and all(part in self.whole for part in parts):
            return True
        return any(_is_form(key, word, inflected=inflected) for word in self.capitalised.get(key[:MIN_STEM_CHARS], ()))


def unknown_name(sentence: str, words: Words, *, language: str, own: bool) -> str | None:
    """Give the first name of a sentence that the article does not hold; None if all stand.

    `own` says that sentence and article are in one language. In another one, only names in Latin letters are looked
    up, and only where the article is in Latin letters as well.
    """
    base = language.split("-")[0]
    inflected = base not in UNINFLECTED or not own
    measures = lexicon(language)
    for run in _runs(sentence):
        missing = [
            match[0]
            for match in run
            if not words.hold(match[0], inflected=inflected) and not measures.counts(match[0].casefold())
        ]
        if missing and not (base in NOUN_CAPITALS and all(_is_noun(_key(word), words) for word in missing)):
            return missing[0]
    return _unknown_east_asian(sentence, words, base) if own else None


def _unknown_east_asian(sentence: str, words: Words, base: str) -> str | None:
    """Give the first Katakana word, or what looks like a Chinese or Korean name of a common surname, that is new."""
    for match in _KATAKANA.finditer(sentence):
        if match[0] not in words.text:
            return match[0]
    pattern = _EAST_ASIAN_NAMES.get(base)
    for match in pattern.finditer(sentence) if pattern else ():
        name: str = next(filter(None, match.groups()))
        parts = (name[at : at + 2] for at in range(len(name) - 1))
        if not any(part in words.text for part in parts) and not set(name[1:]) <= set(words.text):
            return name
    return None


def _runs(sentence: str) -> Iterator[list[re.Match[str]]]:
    """Give the runs of capitalised words, without words at the beginning of the sentence or of a quotation."""
    closed = len(_UNCASED.findall(sentence)) > len(_CASED.findall(sentence))
    if closed:  # in Japanese or Arabic every word of Latin letters may be a name
        yield from ([match] for match in _LATIN.finditer(sentence) if match[0] != match[0].lower())
        return
    run: list[re.Match[str]] = []
    end = 0
    for match in _WORD.finditer(sentence):
        word = match[0]
        gap = sentence[end : match.start()]
        if run and (gap.strip(" -‑\u00a0") or not word[0].isupper()):
            yield run
            run = []
        if word[0].isupper() and (len(word) > 1) and not _STARTS_ANEW.search(sentence, 0, match.start()):
            run.append(match)
        end = match.end()
    if run:
        yield run


def _is_noun(word: str, words: Words) -> bool:
    """Say whether a German word is likely no name: abstract, common, or made of the article's own words."""
    if word.endswith(_NOUN_ENDINGS) or word.startswith(_COMMON_NOUNS):
        return True
    parts = (word[:MIN_PART_CHARS], word[-MIN_PART_CHARS:])
    return len(word) >= MIN_COMPOUND_CHARS and any(part in words.text for part in parts)


def _is_form(name: str, word: str, *, inflected: bool) -> bool:
    """Say whether two words are forms of one: a long beginning in common and short endings."""
    common = common_chars(name, word)
    longest, shortest = max(len(name), len(word)), min(len(name), len(word))
    if not inflected:
        return common == shortest and longest - shortest <= 1
    changed = 1 if shortest < 6 else 2
    near = common >= max(MIN_STEM_CHARS, shortest - changed) and longest - common <= min(MAX_ENDING_CHARS, common)
    # An ending changes a vowel for a vowel: Anna, Anny; Oduya is no form of Odur.
    return near and (common == shortest or _is_vowel(name[common]) == _is_vowel(word[common]))


def _is_vowel(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter)[0] in _VOWELS


def _key(word: str) -> str:
    return word.casefold().replace(".", "").replace("’", "'").strip("'")


def _squeezed(text: str) -> str:
    return re.sub(r"[\s.\-‑・·]+", "", text.casefold())
