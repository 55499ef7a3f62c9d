"""Before and below an article a line about the page, to its reader or about its author is none of the article's."""

from __future__ import annotations

import pytest

from summarizer.base import Document, Summary
from summarizer.extractive.boilerplate import article_lines
from summarizer.extractive.edges import is_edge_notice, presents_author, signs
from summarizer.extractive.extract import summarize_document

NEWS = (
    "The old windmill of the village turned for the first time in forty years on Sunday.",
    "Two brothers had mended its sails with wood from a wreck, and hundreds came to see the first flour.",
)


@pytest.mark.parametrize(
    "line",
    [
        "Mina Falk is our mill correspondent and the author of a book on wind.",
        "Please support our journalism with a small donation.",
        "Schreiben Sie uns, wenn Sie einen Fehler im Text finden.",
        "Reproducción prohibida sin permiso del editor",
        "Envoyez cet article à un ami",
        "Nossa redação depende do apoio de cada leitor: faça uma doação.",
        "Этот материал исправлен: в тексте была ошибка.",
        "تبرعوا لنا لدعم صحافتنا",
        "यह लेख अपने दोस्तों को भेजें",
        "Naskah ini dikirim pembaca dan disunting redaksi kami.",
        "このページの写真を許可なく使うのはご遠慮ください。",
        "如果您喜欢本文，请分享给朋友。",
        "이 기사를 친구에게 보내 주세요",
        "Scrivi alla redazione se trovi un errore nel testo",
        "Prosimy o komentarze bez wulgarnych słów, redakcja je usuwa.",
        "Bu yazıyı arkadaşlarınızla paylaşın",
    ],
)
def test_a_line_about_the_page_is_a_notice_at_the_edge_of_a_text(line: str) -> None:
    assert is_edge_notice(line)
    text = "\n".join((line, *NEWS, line))
    assert article_lines(text) == list(NEWS)


@pytest.mark.parametrize(
    "line",
    [
        "This story is part of our series on wind.",
        "Editor's note: this report has been shortened for our readers.",
        "Diesen Text können Sie in unserer App auch hören",
        "Créez un compte gratuit pour lire cet article.",
        "Войдите, чтобы прочитать статью целиком",
        "本文由电脑语音朗读",
        "この記事は音声でも聴けます",
        "Le 3 mai à 7 h 15",
        "3 de mayo, 07:15 h",
        "5月3日 7時15分",
        "May 3, 7.15am",
    ],
)
def test_what_stands_above_a_text_is_a_notice_there(line: str) -> None:
    assert is_edge_notice(line, first=True)
    assert article_lines("\n".join((line, *NEWS))) == list(NEWS)


@pytest.mark.parametrize(
    "line",
    [
        "Updated at 1:23 p.m.",
        "The Mill Press. No reproduction without permission.",
        "Copyright Mill Press 2019 - 44 pages",
    ],
)
def test_stamps_and_rights_are_notices_at_both_edges(line: str) -> None:
    assert article_lines("\n".join((line, *NEWS, line))) == list(NEWS)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright law was changed in 2019.",
        "Nobody may enter the mill without permission.",
        "Millers 31:28, wind 22:24",
        "The mill opens at 7:15 on May 3.",
        "The wheel turned for 7.15 hours on 3 May",
        "The video was deleted an hour later.",
        "Die Mühle hat eine App.",
        "申請今日起接受，警方邀請市民參觀磨坊。",
        "The paper corrected its report on the mill.",
    ],
)
def test_news_that_sounds_like_a_notice_stays_at_both_edges(line: str) -> None:
    assert not is_edge_notice(line, first=True)
    assert not is_edge_notice(line)


@pytest.mark.parametrize(
    "line",
    [
        "The flour is sold at the mill on Saturdays.",
        "The paper's editor resigned after the error.",
        "«Send us your photos», the miller told the visitors.",
        "Die Müller spendeten den Erlös dem Dorf.",
        "El molinero escribió un libro sobre el viento.",
        "Les photos du moulin ont fait le tour du pays.",
        "Мельник написал книгу о ветре.",
        "粉屋は来年も風車を回す。",
        "磨坊明年还会转动。",
        "Nobody was hurt.",
        "Please support our journalism with a small donation. " * 5,
    ],
)
def test_what_happened_stays_at_the_edge_of_a_text(line: str) -> None:
    assert not is_edge_notice(line)
    assert article_lines("\n".join((*NEWS, line))) == [*NEWS, line.strip()]


@pytest.mark.parametrize(
    "line",
    [
        "The writer of the novel was the editor of a journal.",
        "The reporter and the editor were arrested.",
        "Журналист и редактор газеты погибли.",
        "记者和编辑获释。",
    ],
)
def test_news_of_authors_stays_at_the_beginning_of_a_text(line: str) -> None:
    assert is_edge_notice(line)
    assert not is_edge_notice(line, first=True)
    assert article_lines("\n".join((line, *NEWS, line))) == [line, *NEWS]


def test_one_notice_is_left_out_at_the_end_of_a_line_and_no_more() -> None:
    text = "Two came home. The reporter was the editor of a journal. The editor of the journal met the reporter."
    found = summarize_document(Document(text=text, title="Freed"), sentences=3)
    assert isinstance(found, Summary)
    assert found.text == text[: text.rindex(" The")]


def test_the_longest_line_of_a_text_stays_whatever_it_says() -> None:
    text = "Write to our editors\nWrite to our editors about errors in this article"
    assert article_lines(text) == ["Write to our editors about errors in this article"]
    assert article_lines("") == []


def test_a_notice_in_the_last_sentence_of_a_line_is_left_out() -> None:
    text = f"{NEWS[0]} Send your comments on this article to our editors."
    found = summarize_document(Document(text=text, title="Mill"), sentences=3)
    assert isinstance(found, Summary)
    assert found.text == NEWS[0]


def test_speech_that_sounds_like_a_notice_stays() -> None:
    line = "“Read more books and subscribe to our newsletter”, the miller told the children."
    assert article_lines("\n".join((NEWS[0], line, NEWS[1]))) == [NEWS[0], line, NEWS[1]]


@pytest.mark.parametrize("name", ["Piet Vos", "Ans de Wit", "Jan Bos", "Els Mulder", "Kees Dekker", "Bram Smit"])
def test_of_languages_that_know_as_much_of_a_line_the_one_that_presents_an_author_counts(name: str) -> None:
    # French and Portuguese take "te" for "you"; which of the three came first was another one at each start.
    assert presents_author(f"{name} is directeur en hoogleraar te Gent.")
    assert signs(f"{name} is directeur en hoogleraar te Gent.")[:4] == (0, 0, 0, 1)
