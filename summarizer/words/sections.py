"""What a file of words holds, section by section and key by key; every key is optional (pure).

A word stands as it is. A phrase is a regular expression in small letters, in which a space matches any white space and
plain parentheses do not capture: `summarizer.words.patterns` compiles both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Words = tuple[str, ...]
Phrases = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Words beside numbers, and numerals. CLDR has most units and multipliers; these are what it leaves out."""

    units: Mapping[str, str] = field(default_factory=dict)  # word -> unit ("percent", "km", ...) or currency code
    symbols: Mapping[str, str] = field(default_factory=dict)  # sign -> currency code; may stand before the number
    multipliers: Mapping[str, float] = field(default_factory=dict)  # "bn" = 1e9
    digits: Words = ()  # ten strings: the characters for 0, for 1, ...
    tens: Mapping[str, float] = field(default_factory=dict)  # characters that multiply the digit before them
    myriads: Mapping[str, float] = field(default_factory=dict)  # those that multiply all before them
    spaced_myriads: str = ""  # of these, the ones behind which a space may stand within a number
    more_signs: str = ""  # characters for "more than" within a number: 3000多万
    percent_prefixes: Words = ()  # words for "per cent" that stand before the number
    range_words: Words = ()  # longer words for "to"
    ones: Words = ()  # behind tens: "thirty-one"; alone it is an article
    cardinals: Words = ()  # each a value and its words: "2 two"; "?" before a word that has another meaning too
    cardinal_links: Words = ()  # between tens and units: "y"
    cardinal_joint: str = ""  # within one word, units before tens: "und"
    tenths: Phrases = ()  # behind the number of tenths: 成 of 六成
    counters: Words = ()  # behind a numeral of one character
    alike: Words = ()  # characters of these that count the same: 人 and 名
    halves: Words = ()  # "half a", before "million"
    parts: Words = ()  # between a number and that of the whole: 6 "of the" 18
    portions: Words = ()  # beside a number that is a part of the one before it: "of them"
    fractions: Words = ()  # each a fraction and its words: "1/3 a_third"; "?" before a word that has another meaning
    ratios: Words = ()  # "<part> in <whole>", without <part> one; "?" before those that may name just the numbers
    over: Phrases = ()  # before a round number for a larger one: "more than"
    over_behind: Phrases = ()  # ... and behind it: 以上
    nearly: Phrases = ()  # before a round number for a smaller one
    about: Phrases = ()  # before one for either
    range_signs: str = ""  # characters for "to", "or", "and" between two numbers
    changes: Words = ()  # beside a number for the difference of two others: "more", "rose"
    rests: Words = ()  # ... for what is left of one: "remaining"
    totals: Words = ()  # beside a number for the sum of two others: "altogether"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """Words of dates; the names of months and weekdays come from CLDR."""

    ordinal_endings: Words = ()  # behind a day of the month: 3rd
    day_links: Words = ()  # between a day and its month: 3 of May
    month_words: Words = ()  # before the number of a month: tháng 5
    month_signs: str = ""  # behind the number of a month: 5月
    day_signs: str = ""  # behind the number of a day: 3日
    span_signs: str = ""  # behind one of these: no date, but so many months or days
    weekday_prefixes: Words = ()  # before each of the weekday_signs, Monday first
    weekday_signs: str = ""
    relative: Words = ()  # each a day, week, month or year from now and its words: "day-1 yesterday last_night"
    fixed: bool = False  # whether the names of months and weekdays take no ending but "s"
    no_dates: Words = ()  # words that look like a form of a month or weekday and are none


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What tells names, and capitalised words that are none."""

    vowels: str = ""
    noun_endings: Words = ()  # where every noun has a capital: endings of abstract nouns
    common_nouns: Words = ()  # ... and beginnings of the nouns of every newspaper
    surnames: str = ""  # of one character, where two follow
    titles: Words = ()  # beside a name
    verbs: Words = ()  # behind a name: "said"
    honorifics: Words = ()  # behind any name
    peoples: Words = ()  # each the code of a country and its people's names with a capital: "FR French Frenchman"
    towns: Phrases = ()  # in a script without capitals: what stands behind a town's name: "市"
    towns_behind: Phrases = ()  # ... and what stands before one: "مدينة"
    no_towns: Words = ()  # words beside these, or characters of words, that are no names: "whole"
    bodies: Words = ()  # short words with a capital for who is well known: "Pemkab", the government of a regency
    before_names: Phrases = ()  # in a script without capitals or spaces: what stands right before a name only
    group_signs: str = ""  # before a title: an office or a party, no name


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """Where a sentence goes on behind a full stop or a closing quotation mark; where one begins without a mark."""

    titles: Words = ()  # abbreviations before a name, without the stop
    abbreviations: Words = ()  # others that end no sentence of this language, without the last stop, in small letters
    ordinals: bool = False  # whether a number with a stop is an ordinal: "der 1. FC" ...
    starts: Words = ()  # ... unless one of these follows, or a word of the openings; in small letters
    numbered: Words = ()  # abbreviations before a number, without the stop
    clocks: Words = ()  # "a.m."
    after_clocks: Phrases = ()  # what goes on behind them: a weekday, a time zone
    quote_links: Words = ()  # particles behind a quotation
    clause_links: Words = ()  # in a script without end marks: words that go on
    clause_starts: Words = ()  # ... words that begin a sentence ...
    clause_ends: Words = ()  # ... and words behind which it goes on


@dataclass(frozen=True, slots=True, kw_only=True)
class Openings:
    """Beginnings of sentences that say little without the sentence before: "but", "he", "in addition".

    Phrases are compared with the sentence as it is written, but for a small first letter: a capital tells a name.
    """

    words: Words = ()  # in small letters; where words do not stand apart, the sentence begins with one
    titles: Words = ()  # the same, unless a name follows: "ông" alone is "he"
    phrases: Phrases = ()  # beginnings that no list of words holds: "after this", a verb without its subject
    excused: Phrases = ()  # beginnings that look like one of these and stand alone: "this week"
    inside: Phrases = ()  # anywhere in the sentence: "he said" behind a quotation; ^ is its beginning


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """What is printed around an article. A notice holds a run of plain characters outside its parentheses."""

    agencies: Words = ()  # news agencies, in their own capitals
    outlets: Words = ()  # in brackets at the beginning of an article
    credit_labels: Words = ()  # before a colon: "photo"
    credit_verbs: Words = ()  # behind such a label: "by"
    credit_starts: Phrases = ()  # other beginnings of a credit
    credit_ends: Phrases = ()  # ends of a credit
    credit_sentences: Phrases = ()  # those that end in a full stop, as a sentence of the article does
    credits_behind: Words = ()  # in brackets behind the last sentence: "reporting by"
    bylines: Words = ()  # before an author: "by"
    reporters: Words = ()  # at the end of a short line, perhaps before a name
    reporters_behind: Words = ()  # behind a name at the beginning of a line
    stamps: Words = ()  # before a time: "updated"
    dateline_words: Words = ()  # within 【 】 at the beginning of an article
    wire_words: Words = ()  # after the city or agency of a dateline: "by wire"
    read_more: Phrases = ()  # beginnings of links to elsewhere
    asides: Phrases = ()  # beginnings of lines or sentences about the page: who earns by it, how long it takes to read
    notices: Phrases = ()  # anywhere in a line about cookies, subscriptions, rights


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """Words of the lines before and below an article, in small letters. One of five letters or more stands for all
    that begin with it; where words do not stand apart, all are looked for anywhere.
    """

    page: Words = ()  # of the trade of pages: "newsletter", "permission"
    reader: Words = ()  # that speak to the reader: "your", "this article"
    itself: Words = ()  # that name the text or its maker: "this article", "an earlier version"
    author: Words = ()  # that present an author: "reporter", "lives"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What models put around a summary."""

    summary_words: Phrases = ()  # "summary"
    summary_links: Words = ()  # behind it: "of"
    here: Words = ()  # the word that follows an opener: "here"
    here_is: Phrases = ()  # before the summary: "here is"
    openers: Phrases = ()  # "sure"
    asides: Phrases = ()  # before a sentence, with a comma: "according to the article"; all of it goes
    title_labels: Phrases = ()  # "title"
    remark_labels: Words = ()  # "note"
    remarks: Phrases = ()  # "let me know"; goes to the end of the answer
    itself: Phrases = ()  # a refusal or a thought of the model: its sentence is dropped
    about: Phrases = ()  # remarks on the text or the task, requests for an article: dropped unless the article has them
    rules: Words = ()  # what a prompt says, in this language: a sentence that repeats it is dropped


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwanted:
    """What a summary never says of its own accord."""

    calls: Phrases = ()  # orders to the reader: "reply with your", "click here"; ^ is the beginning of the sentence
    abuse: Phrases = ()  # insults
    dots: Words = ()  # words for the dot of an address: "evil dot example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Words by which a claim is compared with its article. In all lists but the first two `*` stands for any ending or
    beginning, and in those of several words a space parts them: "_" is a space within one.
    """

    endings: Words = ()  # that words of one stem have, the longest first
    prefixes: Words = ()  # before a stem
    joints: Words = ()  # between two clauses: "but"
    negators: Words = ()  # "not"
    denials: Words = ()  # words by which a sentence without a negator says no: "refuse"
    modals: Words = ()  # words by which it says that something is no fact, or not yet: "plan"
    doubts: Words = ()  # those that must not be dropped: "may"
    absolutes: Words = ()  # words that allow no exception: "all", "entirely"
    ordered: bool = False  # whether the one who acts stands before the one who suffers
    futures: Words = ()  # of the modals, those that say for sure what will be
    passives: Words = ()  # before the one who acts: "by"
    auxiliaries: Words = ()  # of a passive, right before its verb: "was"
    gone: Words = ()  # beside a number of days that are over: "ago"
    to_come: Words = ()  # beside a number of days that are not: "within"
    speech: Words = ()  # "said"
    roles: Words = ()  # beside a name: "mayor"
    actors: Words = ()  # words of every article that name somebody all the same: "police"
    light: Words = ()  # words that tell nothing by themselves: "again"
    telling_letters: int = 4  # that a word has at least to tell something
    prepositions: Words = ()  # before what is no actor: "in"
    attached: str = ""  # "and", where it is written together with the next word
    particles: Words = ()  # small words written together with the next one, which means the same with and without them
    definites: Words = ()  # before what was named already: "the"
    relatives: Words = ()  # behind a comma, of what was named last or before it: "which"
    obliques: Words = ()  # articles before what is no subject: "den"
    causes: Words = ()  # that join an effect with its cause: "because"
    sequels: Words = ()  # that join an event with what came before it, from which a cause may be read: "after"
    general: Words = ()  # words for any matter, which name neither who nor where: "several", "began"
    same: Words = ()  # each words of one meaning: "blaze fire*"; where words do not stand apart, without `*`
    fates: Words = ()  # each the words of what befalls people, who are counted by it: "dead died kill*"
    opposites: Words = ()  # each "rise grow | fall drop"
    grave: Words = ()  # each the words for one grave event, which a summary names only if its article does


@dataclass(frozen=True, slots=True, kw_only=True)
class Deeds:
    """Words by which what is done is told from what is planned, and who acts. `*` and "_" as in the claims.

    Where words do not stand apart, the lists are of endings and signs, which are looked for anywhere.
    """

    plans: Words = ()  # by which a deed has yet to happen, beside the modals: "promise"
    facts: Words = ()  # modals that have a plain meaning as well, and say nothing of a deed: "se" in Portuguese
    ahead: Words = ()  # times that are to come, in whose clause a verb in the present tells a plan: "next year"
    coming: Words = ()  # forms of a verb that has yet to happen: "*rá"
    neither: Words = ()  # a verb with what stands right before it, by which its form tells neither: "be_*"
    done: Words = ()  # before what has happened: "has"
    leads: Words = ()  # right behind one of `done`, where the verb stands at the end of the clause: "在"
    closing: Words = ()  # at the end of a clause that tells what has happened, its last word before or in it
    pasts: Words = ()  # forms of a verb that tell what has happened: "*aron"; where words do not stand apart, its end
    plain: Words = ()  # forms that do so where nothing says otherwise
    participles: Words = ()  # forms that do so beside one of `done`
    objects: Words = ()  # right behind a participle that is no participle: "the"; without one it may be both
    verbal: Words = ()  # forms that a planned verb has; any if there are none
    verbs: Words = ()  # each the forms of one irregular verb; behind "|" as in `pasts`, behind "||" as in `participles`
    core: str = ""  # a verb before its ending of the past, in a script without spaces
    agents: str = ""  # the last word of who acts, with what marks it
    patients: str = ""  # the last word of whom somebody acts upon, with what marks it
    inner: str = ""  # what begins a form of a verb and goes, but for its groups: "(an|auf)?ge"
    weak: str = ""  # letters that are no part of a root
    letters: int = 4  # that a verb has at least
    last: bool = False  # whether a verb or what says that it is planned may stand at the end of the clause
    behind: bool = False  # whether it always does


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Words that say who has more and who has less, and how far a number reaches. `*` as in the claims."""

    scales: Words = ()  # "more higher | fewer lower", and what no number tells: "better | worse"
    beats: Words = ()  # of any scale, before or behind the other one right away: "ahead_of | below"
    moves: Words = ()  # what is more, or less, than it was: "rose | fell"
    than: Words = ()  # before the other one
    than_behind: Words = ()  # behind the other one: より
    objects: Words = ()  # ... where the verb is one of `beats`: を
    topics: Words = ()  # behind the one that is compared: は
    past: Words = ()  # "last year"
    hoped: Words = ()  # "forecast"
    tops: Words = ()  # "largest"
    over: Phrases = ()  # before a number that is passed: "more than"
    over_behind: Phrases = ()  # ... and behind it
    under: Phrases = ()  # before one that is not reached: "just under"
    under_behind: Phrases = ()
    least: Phrases = ()  # "at least"
    least_behind: Phrases = ()
    ceiling: Phrases = ()  # "at most"
    ceiling_behind: Phrases = ()
    majorities: Phrases = ()  # "most of"
    minorities: Phrases = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageWords:
    """One language."""

    inflected: bool = True  # whether names take endings
    noun_capitals: bool = False  # whether every noun has a capital
    spaced: bool = True  # whether words stand apart
    syllables: bool = False  # whether a space parts syllables, of which two or more make a word
    sentence_space: bool = True  # whether a space stands between sentences
    wide: bool = False  # whether a character says as much as two letters
    numbers: Numbers = field(default_factory=Numbers)
    dates: Dates = field(default_factory=Dates)
    names: Names = field(default_factory=Names)
    sentences: Sentences = field(default_factory=Sentences)
    openings: Openings = field(default_factory=Openings)
    lines: Lines = field(default_factory=Lines)
    edges: Edges = field(default_factory=Edges)
    answers: Answers = field(default_factory=Answers)
    unwanted: Unwanted = field(default_factory=Unwanted)
    claims: Claims = field(default_factory=Claims)
    deeds: Deeds = field(default_factory=Deeds)
    compared: Compared = field(default_factory=Compared)
