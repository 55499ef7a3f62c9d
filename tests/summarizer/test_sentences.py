"""Sentence splitting: every script, quotations whole, nothing lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.sentences import ends_sentence, is_finished, split_sentences

SCRIPTS = {
    "en": ["The ferry left at noon.", "Nobody was hurt!", "Who was on board?"],
    "de": ["Die Fähre legte mittags ab.", "Niemand wurde verletzt.", "Wer war an Bord?"],
    "ru": ["Паром отошёл в полдень.", "Никто не пострадал.", "Кто был на борту?"],
    "el": ["Το πλοίο έφυγε το μεσημέρι.", "Κανείς δεν τραυματίστηκε."],
    "hy": ["Լաստանավը մեկնեց կեսօրին։", "Ոչ ոք չի տուժել։"],
    "ar": ["غادرت العبارة ظهرا.", "هل أصيب أحد؟", "لم يصب أحد."],
    "ur": ["کشتی دوپہر کو روانہ ہوئی۔", "کوئی زخمی نہیں ہوا۔", "کون سوار تھا؟"],
    "hi": ["नौका दोपहर को रवाना हुई।", "कोई घायल नहीं हुआ।", "कौन सवार था?"],
    "bn": ["ফেরিটি দুপুরে ছেড়ে যায়।", "কেউ আহত হয়নি।"],
    "am": ["ጀልባዋ እኩለ ቀን ላይ ተነሳች።", "ማንም አልተጎዳም።"],
    "km": ["សាឡាងបានចេញដំណើរនៅពេលថ្ងៃត្រង់។", "គ្មាននរណារងរបួសទេ។"],
    "my": ["ကူးတို့သင်္ဘော မွန်းတည့်ချိန် ထွက်ခွာသည်။", "ဘယ်သူမှ မထိခိုက်ပါ။"],
    "ko": ["여객선은 정오에 떠났다.", "다친 사람은 없었다."],
}
UNSPACED = {
    "zh-Hant": ["渡輪中午離開碼頭。", "沒有人受傷！", "誰在船上？"],
    "zh-Hans": ["渡轮中午离开码头。", "没有人受伤。"],
    "ja": ["フェリーは正午に出港した。", "けが人はいなかった。", "誰が乗っていたのか？"],
}


@pytest.mark.parametrize("language", SCRIPTS)
def test_sentences_of_every_script_come_apart(language: str) -> None:
    assert split_sentences(" ".join(SCRIPTS[language]), language) == SCRIPTS[language]


@pytest.mark.parametrize("language", UNSPACED)
def test_sentences_without_spaces_between_come_apart(language: str) -> None:
    assert split_sentences("".join(UNSPACED[language]), language) == UNSPACED[language]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Dr. Reed of the U.S. Navy paid $3.5 million."),
        ("en", 'She said: "I am here. You are not." and left.'),
        ("en", "The plan (it is old. It is bad.) failed."),
        ("de", "Am 3. Mai kam Dr. Müller z. B. nach Bonn."),
        ("de", "„Das ist gut. Sehr gut.“"),
        ("ru", "И. Иванов сказал: «Да. Нет.»"),
        ("fr", "M. Dupont a dit : « Oui. Non. »"),
        ("zh-Hant", "他說：「我們走吧。明天再來！」"),
        ("en", "The writer J. Reed lives there."),
        ("en", "They met at No. 10 at 5 p.m. Monday."),
        ("fr", "Mme. Durand et le Dr. Roy de St. Lys sont là."),
        ("it", "L'on. Verdi ha parlato."),
        ("sv", "De kom kl. 5 till bryggan."),
        ("vi", "TP. Huế có GS. TS. Lan."),
        ("hi", "डॉ. शर्मा वे गए।"),
        ("ar", "قال د. أحمد ذلك."),
        ("he", 'ד"ר כהן אמר: "כן. לא."'),
        ("ko", '그는 "간다. 온다."라고 말했다.'),
        ("zh-Hant", "「好。」，他說。"),
        ("zh-Hant", "計劃（見上文。）失敗了。"),
        ("ja", "彼は「はい。」と言った。"),
    ],
)
def test_abbreviations_and_quotations_stay_whole(language: str, sentence: str) -> None:
    assert split_sentences(sentence, language) == [sentence]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Der 1. FC Köln gewann am 5. Spieltag der 1. Bundesliga."),
        ("de", "Im 19. Jahrhundert und im 2. Weltkrieg kostete das ca. Tausend Mark."),
        ("ru", "Парк им. Горького на ул. Тверской открыт."),
        ("fr", "La réunion du 12 janv. Paris était calme, env. Mille personnes."),
        ("pl", "Rannych zostało ok. 30 osób na al. Jerozolimskich im. Kopernika."),
        ("hu", "Kb. 30 ember látta II. János Pál pápát."),
        ("pt", "A loja fica na Av. Paulista, perto da casa do Gov. Silva."),
        ("tr", "2. Dünya Savaşı ve II. Abdülhamid dönemi, örn. Ankara."),
        ("cs", "Hrál 1. FC Slovácko, řekl kpt. Novák."),
        ("ro", "Dl. Popescu și str. Victoriei."),
        ("uk", "Парк на просп. Миру у смт. Буча."),
        ("id", "Jl. Sudirman dan Kab. Bogor."),
    ],
)
def test_abbreviations_and_ordinals_of_a_language_end_no_sentence(language: str, sentence: str) -> None:
    assert split_sentences(sentence, language) == [sentence]


def test_a_number_ends_a_sentence_where_one_begins_behind_it_or_the_language_has_no_such_ordinals() -> None:
    assert split_sentences("Er kam auf Platz 5. Danach ging er.", "de") == ["Er kam auf Platz 5.", "Danach ging er."]
    assert split_sentences("Das geschah 2019. Niemand sah es.", "de") == ["Das geschah 2019.", "Niemand sah es."]
    assert split_sentences("She came in on 5. Paris slept.", "en") == ["She came in on 5.", "Paris slept."]
    assert split_sentences("He said it is ok. Then he left.", "en") == ["He said it is ok.", "Then he left."]


def test_a_quotation_that_ends_a_chinese_sentence_ends_it() -> None:
    assert split_sentences("他說：「我們走吧。」然後離開。", "zh") == ["他說：「我們走吧。」", "然後離開。"]


def test_a_very_long_quotation_is_split_inside() -> None:
    speech = "“" + "We will build more homes this year. " * 12 + "”"
    assert len(split_sentences(speech, "en")) > 5


def test_a_closing_mark_that_nothing_opened_encloses_nothing() -> None:
    assert split_sentences("他走了」。好」。", "zh") == ["他走了」。", "好」。"]
    assert split_sentences("甲（乙）丙」丁。戊。", "zh") == ["甲（乙）丙」丁。", "戊。"]


def test_a_remark_that_is_a_sentence_of_its_own_ends_at_its_bracket() -> None:
    assert split_sentences("計劃失敗了。（見上文。）他走了。", "zh") == ["計劃失敗了。", "（見上文。）", "他走了。"]


def test_an_odd_quotation_mark_encloses_nothing() -> None:
    assert split_sentences('He is 6" tall. She is not.', "en") == ['He is 6" tall.', "She is not."]


def test_a_closing_bracket_of_another_kind_ends_the_inner_one() -> None:
    assert split_sentences("甲（乙「丙。丁）戊。己。", "zh") == ["甲（乙「丙。丁）戊。", "己。"]


def test_a_small_letter_goes_on_unless_the_text_has_no_capitals() -> None:
    assert split_sentences("The firm approx. doubled it. Then it closed.", "en")[0] == "The firm approx. doubled it."
    assert split_sentences("they went home. then it rained.", "en") == ["they went home.", "then it rained."]


def test_an_abbreviation_may_end_a_sentence_where_nothing_belongs_to_it() -> None:
    assert split_sentences("They met at 5 p.m. The mayor left.", "en") == ["They met at 5 p.m.", "The mayor left."]
    assert split_sentences("The answer was no. Then they left.", "en") == ["The answer was no.", "Then they left."]


def test_lines_are_paragraphs() -> None:
    assert split_sentences("No end mark\n\nAnother line\u2029Third", "en") == ["No end mark", "Another line", "Third"]


def test_thai_comes_apart_at_spaces_before_new_clauses() -> None:
    first = "นายกรัฐมนตรีแถลงผลการประชุมคณะรัฐมนตรีเมื่อวานนี้ว่ารัฐบาลจะเร่งช่วยเหลือผู้ประสบภัยน้ำท่วมในภาคเหนือทุกจังหวัด"
    second = "ชาวบ้านหลายพันคนยังคงอาศัยอยู่ในศูนย์พักพิงชั่วคราว"
    assert split_sentences(f"{first} {second}", "th") == [first, second]
    assert split_sentences(f"{first} และ{second}", "th") == [f"{first} และ{second}"]
    assert split_sentences(f"{second} อย่างไรก็ตาม{second}", "th") == [second, f"อย่างไรก็ตาม{second}"]
    assert split_sentences(f"จริงหรือ? {second}", "th") == ["จริงหรือ?", second]


@pytest.mark.parametrize("word", ["ว่า", "หรือ", "คือ"])
def test_thai_does_not_come_apart_behind_a_word_that_goes_on(word: str) -> None:
    first = "นายกรัฐมนตรีแถลงผลการประชุมคณะรัฐมนตรีเมื่อวานนี้รัฐบาลจะเร่งช่วยเหลือผู้ประสบภัยน้ำท่วมในภาคเหนือทุกจังหวัด"
    second = "ชาวบ้านหลายพันคนยังคงอาศัยอยู่ในศูนย์พักพิงชั่วคราว"
    assert split_sentences(f"{first}{word} {second}", "th") == [f"{first}{word} {second}"]
    assert not is_finished(first + word)


def test_an_unknown_language_gets_general_rules() -> None:
    assert split_sentences("Ko te waka. Ko te maunga.", "tlh-Zzzz") == ["Ko te waka.", "Ko te maunga."]


def test_an_end_mark_is_seen_behind_quotes() -> None:
    assert ends_sentence('He left." ')
    assert ends_sentence("他走了。」")
    assert not ends_sentence("Heading")
    assert not ends_sentence("")


def test_thai_needs_no_end_mark() -> None:
    assert is_finished("ชาวบ้านหลายพันคน")
    assert not is_finished("Heading without an end")


@pytest.mark.parametrize("cut", ["ชาวบ้านหลายพันคนเ", "ชาวบ้านหลายพั", "ชาวบ้านหลายพันคนซื้", "ຊາວບ້ານຫຼາຍພັນຄົນເ"])
def test_thai_that_breaks_off_within_a_syllable_is_not_finished(cut: str) -> None:
    assert not is_finished(cut)


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u3000", "\u2003"])
def test_a_wide_space_between_a_capital_and_a_full_stop_breaks_nothing(space: str) -> None:
    text = f"It is Plan B{space}. Nobody knows it yet."
    assert " ".join(split_sentences(text, "en")) == text


TEXTS = st.lists(
    st.sampled_from(
        [
            *"。！？「」『』（）.!?\"'“”«»()[]…،؟۔।།។ \n\u2028\t0aA中あก한ا",
            "Dr.",
            "U.S.",
            "他說：",
            "ประเทศไทย",
            "\u200b",
            "\x00",
            "🙂",
            "e\u0301",
        ]
    ),
    max_size=60,
).map("".join)


@settings(max_examples=100, deadline=None)
@given(
    text=TEXTS | st.text(max_size=200), language=st.sampled_from(["en", "zh-Hant", "ja", "th", "ar", "ko", "und", ""])
)
def test_splitting_loses_nothing_but_white_space(text: str, language: str) -> None:
    sentences = split_sentences(text, language)
    assert "".join("".join(sentences).split()) == "".join(text.split())
    assert all(sentence and sentence == sentence.strip() and sentence in text for sentence in sentences)


@pytest.mark.parametrize("unit", ["!", "`", "![", "“", "“a", "'", "<?", "(a. ) ", "ก "])
@pytest.mark.parametrize("language", ["en", "th", "zh"])
def test_a_line_made_to_be_slow_is_split_in_a_moment(unit: str, language: str) -> None:
    """sentencex takes the square of a line's length for some of these: 10 s for 100 kB."""
    line = unit * (100_000 // len(unit))
    started = time.process_time()
    assert "".join("".join(split_sentences(line, language)).split()) == "".join(line.split())
    assert time.process_time() - started < 5


def test_a_long_paragraph_is_split_as_its_parts_are() -> None:
    sentence = "The harbour bridge opens on Monday, and thousands of people are expected. "
    assert split_sentences(sentence * 300, "en") == [sentence.strip()] * 300


def test_where_the_segmenter_loses_a_character_the_line_is_not_cut_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.sentences.sentencex.segment", lambda _language, text: [text[:-1]])
    assert "".join(split_sentences("It rose", language="en")) == "It rose"


def test_a_numbered_article_of_a_law_ends_no_sentence() -> None:
    assert split_sentences("See Arts. 5 and 6. They are short.", "en") == ["See Arts. 5 and 6.", "They are short."]
