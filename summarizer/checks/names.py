"""Finds in a sentence what may be a name, and looks it up among the words of an article (pure).

A name is recognised by its capital letter (Latin, Cyrillic, Greek, Armenian), by the Katakana script, by Latin letters
in a text of another script, and in Chinese, Japanese and Korean by the title or "said" next to it. In other scripts no
name is found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from summarizer.checks.persons import before_names, names_after_roles
from summarizer.checks.places import tells_of_country, tells_of_people, unknown_place, unknown_town
from summarizer.checks.synonyms import retold
from summarizer.numbers.lexicon import common_chars, lexicon
from summarizer.scripts import CASED, HAN, HANGUL, KATAKANA, LATIN, LETTER, UNCASED
from summarizer.words.abbreviations import is_abbreviation
from summarizer.words.loader import UNDETERMINED, every, words_of
from summarizer.words.patterns import any_word
from summarizer.words.terms import terms_of
from summarizer.words.thesaurus import meanings

MIN_NAME_STEM_CHARS = 3
MIN_SUBSTRING_CHARS = 6  # a name this long may be part of a compound
THAI_NAME_CHARS = 5  # of a name behind its title
MAX_NAME_ENDING_CHARS = 4
MIN_FLEETING_CHARS = 5  # of a name that may lose its last vowel before an ending
MIN_COMPOUND_CHARS = 9  # of a German word made of others ...
MIN_PART_CHARS = 6  # ... of which the article holds one

MIN_OWN_PART_CHARS = 4  # of a noun that is a part of one of the article's ...
MIN_OTHER_PART_CHARS = 4  # ... whose other part has so many

MIN_INITIALS = 3  # of an abbreviated name
MAX_LINK_CHARS = 3  # of "of" within a name

_FLEETING = "eoеоё"
_FORMER = frozenset({"ex", "vize", "vice"})  # "Ex-Bürgermeister"
_WORD = re.compile(rf"{LETTER}(?:{LETTER}|['’]|\.(?={LETTER}(?:\.|\b)))*")
_KATAKANA = re.compile(f"[{KATAKANA}]{{3,}}")
_LATIN = re.compile(f"[{LATIN}][{LATIN}'’]+")
_CASED = re.compile(f"[{CASED}]")
_UNCASED = re.compile(f"[{UNCASED}]")
# German nouns have a capital: "die neue Fabrik", "im Werk"; "der Vandermolen" may be a name.
_NOUN_BEFORE = re.compile(
    r"(?<!\w)(?:(?:der|ihrer|seiner|einer|keiner)\s[a-zäöüß]{2,}e[nrsm]?"
    r"|(?:die|das|des|dem|den|ein|eine[nms]?|keine?[nms]?|zum|zur|im|am|vom|beim|als|ins|ans)(?:\s[a-zäöüß]{2,}e[nrsm]?)?)\s$",
    re.IGNORECASE,
)
# Behind "Dr. " stands a name, and no new sentence.
_UNTITLED = r"(?<!\b[A-Z])(?<!\b(?:Dr|Mr|Ms|St|Sr|Hr))(?<!\b(?:Mrs|Rev|Sen|Rep|Gov|Gen|Col|Sra))(?<!\b(?:Prof|Capt))"
# Behind a quotation mark without a space: behind one with a space, the quotation has ended.
_STARTS_ANEW = re.compile(rf"{_UNTITLED}\.\s*$|[!?…:;«(\[]\s*$|[“\"„‘]$|^\W*$")


@cache
def _east_asian_names() -> Mapping[str, re.Pattern[str]]:
    """Patterns of names by language. A surname alone tells none, as many are common words (許多人, 정부는)."""
    chinese, japanese, korean = (words_of(language).names for language in ("zh", "ja", "ko"))
    han_name = rf"([{chinese.surnames}][{HAN}]{{2}})"
    return {
        "zh": re.compile(
            rf"{any_word(chinese.titles)}{han_name}|{han_name}(?={any_word((*chinese.titles, *chinese.verbs))})"
        ),
        "ko": re.compile(rf"(?<![{HANGUL}])([{korean.surnames}][{HANGUL}]{{2}})(?= ?{any_word(korean.titles)})"),
        "ja": re.compile(
            rf"(?<![{HAN}])([{HAN}]{{2,5}}?)(?={any_word(japanese.honorifics)})"
            rf"|(?<![{HAN}])([{HAN}]{{3}}[^{japanese.group_signs}])(?={any_word(japanese.titles)})"
        ),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of an article, as names are looked up among them."""

    whole: frozenset[str]
    capitalised: Mapping[str, frozenset[str]]  # those with a capital, by their first letters
    text: str  # case folded, without white space and points
    folded: str  # case folded
    initials: str = ""  # of the capitalised words that follow one another, with a space between such runs

    @classmethod
    def read(cls, text: str) -> Words:
        """Read an article's words."""
        found = set(_WORD.findall(text)) | set(_LATIN.findall(text))
        found |= {part for word in found for part in re.split(r"['’.]", word) if part}
        capitalised: dict[str, set[str]] = {}
        for word in found:
            if not word[0].islower():
                capitalised.setdefault(_key(word)[:MIN_NAME_STEM_CHARS], set()).add(_key(word))
        return cls(
            whole=frozenset(map(_key, found)),
            capitalised={start: frozenset(words) for start, words in capitalised.items()},
            text=_squeezed(text),
            folded=text.casefold(),
            initials=_initials(text),
        )

    def hold(self, name: str, *, inflected: bool) -> bool:
        """Whether a word of a name stands in the article, where names take endings with another one."""
        key = _key(name)
        if (
            key in self.whole
            or key.removesuffix("'s") in self.whole
            or (len(key) >= MIN_SUBSTRING_CHARS and _squeezed(name) in self.text)
            or (len(key) >= MIN_INITIALS and name.isupper() and key in self.initials)
        ):
            return True
        parts = [part for part in key.split("'") if len(part) > 2]
        if parts and parts != [key] and all(part in self.whole for part in parts):
            return True
        alike = self.capitalised.get(key[:MIN_NAME_STEM_CHARS], ())
        return any(_is_form(key, word, inflected=inflected) for word in alike)


def unknown_name(sentence: str, words: Words, *, language: str, own: bool) -> str | None:
    """Return the first name of a sentence that the article does not hold; None if all stand.

    `own` says that sentence and article are in one language. In another one, only names in Latin letters are looked
    up, and only where the article is in Latin letters as well.
    """
    base = language.split("-")[0]
    spoken = words_of(base)
    inflected = spoken.inflected or not own
    measures = lexicon(language)
    for run in _runs(sentence):
        missing = [
            match[0]
            for match in run
            if not words.hold(match[0], inflected=inflected)
            and not measures.counts(match[0].casefold())
            and not (own and _is_told(match[0], sentence, words, language))
        ]
        if len(run) == 1 and spoken.noun_capitals and _NOUN_BEFORE.search(sentence, 0, run[0].start()):
            continue
        if missing and not (spoken.noun_capitals and all(_is_noun(_key(word), words) for word in missing)):
            return missing[0]
    if not own:
        return None
    return (
        _unknown_east_asian(sentence, words, base)
        or _unknown_after_title(sentence, words, base)
        or unknown_place(sentence, words.folded, language)
        or unknown_town(sentence, words.folded, language)
    )


def _is_told(word: str, sentence: str, words: Words, language: str) -> bool:
    """Whether a word tells what an article says otherwise: a people, or who somebody is ("Ex-Bürgermeister")."""
    own, folded = words_of(language), word.casefold()
    if folded in (*_FORMER, *own.names.bodies) or word in own.sentences.titles:
        return True
    if terms_of(language).roles.fullmatch(folded) or is_abbreviation(word, words.text, words.initials):
        return True
    if tells_of_people(word, words.folded, language) or tells_of_country(word, sentence, words.folded, language):
        return True
    return words_of(language).noun_capitals and _is_meant(word.casefold(), words, language)


def _is_meant(noun: str, words: Words, language: str) -> bool:
    """Whether an article has another word for the same as a noun: "Güterzug" for "Frachtzug"."""
    own = meanings(noun, language)
    return bool(own) and any(not own.isdisjoint(meanings(other, language)) for other in words.whole)


def _unknown_east_asian(sentence: str, words: Words, base: str) -> str | None:
    """Return the first Katakana word, or what looks like a Chinese or Korean name of a common surname, that is new."""
    katakana = _KATAKANA.search(sentence) is not None
    told = retold(sentence, words.folded, base) if katakana else ""  # ファン for サポーター is no name
    for match in _KATAKANA.finditer(told):
        if match[0] not in words.text and not _common_katakana().fullmatch(match[0]):
            return match[0]
    pattern = _east_asian_names().get(base)
    for match in pattern.finditer(sentence) if pattern else ():
        name: str = next(filter(None, match.groups()))
        parts = (name[at : at + 2] for at in range(len(name) - 1))
        scattered = base != "ko" and set(name[1:]) <= set(words.text)  # any long Korean text has any two syllables
        if not scattered and not any(part in words.text for part in parts):
            return name
    return None


@cache
def _common_katakana() -> re.Pattern[str]:
    """Return the pattern of one or more words of every newspaper."""
    return re.compile(f"(?:{any_word(words_of('ja').names.common_nouns)})+")


def _unknown_after_title(sentence: str, words: Words, base: str) -> str | None:
    """Return what stands behind "Mr" or a role in a script without capitals, if the article has none of it."""
    for match in before_names(base).finditer(sentence):
        name = sentence[match.end() : match.end() + THAI_NAME_CHARS].strip()
        if len(name) >= MIN_NAME_STEM_CHARS and name not in words.text:
            return name
    for names in names_after_roles(sentence, base):
        if all(name not in words.folded for name in names):
            return names[0]
    return None


def _runs(sentence: str) -> Iterator[list[re.Match[str]]]:
    """Return the runs of capitalised words, without words at the beginning of the sentence or of a quotation."""
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
    """Whether a German word is likely no name: abstract, common, or made of the article's own words."""
    if word.endswith(_noun_endings()) or word.startswith(_common_nouns()):
        return True
    parts = (word[:MIN_PART_CHARS], word[-MIN_PART_CHARS:])
    if len(word) >= MIN_COMPOUND_CHARS and any(part in words.text for part in parts):
        return True
    return any(_is_part_of(word, other) for other in words.whole)


def _is_part_of(word: str, other: str) -> bool:
    """Whether a noun begins or ends one that is made of others: "Strom" in "Strompreis"."""
    if len(word) < MIN_OWN_PART_CHARS or len(other) < len(word) + MIN_OTHER_PART_CHARS:
        return False
    return other.startswith(word) or other.endswith(word)


@cache
def _noun_endings() -> tuple[str, ...]:
    return every(lambda words: words.names.noun_endings)


@cache
def _common_nouns() -> tuple[str, ...]:
    return every(lambda words: words.names.common_nouns)


def _is_form(name: str, word: str, *, inflected: bool) -> bool:
    """Whether two words are forms of one: a long beginning in common and short endings."""
    if inflected and (_loses_vowel(word, name) or _loses_vowel(name, word)):  # Павел, Павла; Липок, Липки
        return True
    common = common_chars(name, word)
    longest, shortest = max(len(name), len(word)), min(len(name), len(word))
    if not inflected:
        return common == shortest and longest - shortest <= 1
    changed = 1 if shortest < 6 else 2
    ending = min(MAX_NAME_ENDING_CHARS, common)
    near = common >= max(MIN_NAME_STEM_CHARS, shortest - changed) and longest - common <= ending
    # An ending changes a vowel for a vowel: Anna, Anny; Oduya is no form of Odur.
    return near and (common == shortest or _is_vowel(name[common]) == _is_vowel(word[common]))


def _loses_vowel(word: str, name: str) -> bool:
    """Whether a name is a word without its last vowel, with a short ending or none."""
    if len(word) < MIN_FLEETING_CHARS or word[-2] not in _FLEETING or _is_vowel(word[-1]):
        return False
    short = word[:-2] + word[-1]
    return name.startswith(short) and len(name) - len(short) <= MAX_NAME_ENDING_CHARS


def _initials(text: str) -> str:
    """Return the first letters of names of several words, small words left out: "bce" of "Banco Central de Europa"."""
    found = ""
    for word in _WORD.findall(text):
        if word[0].isupper():
            found += word[0].casefold()
        elif len(word) > MAX_LINK_CHARS:
            found += " "
    return found


def _is_vowel(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter)[0] in words_of(UNDETERMINED).names.vowels


def _key(word: str) -> str:
    return word.casefold().replace(".", "").replace("’", "'").strip("'")


def _squeezed(text: str) -> str:
    return re.sub(r"[\s.\-‑・·]+", "", text.casefold())
