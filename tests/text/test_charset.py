from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.charset import decode_html, decode_text, known_codec

CHINESE = "颱風登陸，學校停課一天。各地區的交通部門提醒市民留意最新消息，避免前往海邊。" * 4
SIMPLIFIED = "台风登陆，学校停课一天。各地区的交通部门提醒市民留意最新消息，避免前往海边。" * 4
JAPANESE = "台風が上陸し、学校は休みになりました。市民は海岸に近づかないでください。" * 4
RUSSIAN = "Тайфун вышел на сушу, занятия в школах отменены. Жителей просят не подходить к морю. " * 4


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(codec: str) -> None:
    assert decode_text(CHINESE.encode(codec), declared="big5") == CHINESE


@pytest.mark.parametrize(
    ("text", "codec", "declared"),
    [
        (SIMPLIFIED, "gbk", "GB2312"),
        (CHINESE, "big5", "Big5"),
        (JAPANESE, "shift_jis", "Shift_JIS"),
        (JAPANESE, "euc_jp", '"EUC-JP"'),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8_r", "koi8-r"),
    ],
)
def test_the_header_is_believed(text: str, codec: str, declared: str) -> None:
    assert decode_html(text.encode(codec), declared=declared) == text


def test_the_documents_own_declaration_is_read() -> None:
    page = f'<html><head><meta charset="gbk"></head><body>{SIMPLIFIED}'
    assert decode_html(page.encode("gbk")) == page
    feed = f'<?xml version="1.0" encoding="windows-1251"?><rss>{RUSSIAN}</rss>'
    assert decode_html(feed.encode("cp1251")) == feed
    old = f'<meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><p>{"태풍이 상륙했다. " * 9}'
    assert decode_html(old.encode("euc-kr")) == old


@pytest.mark.parametrize(
    ("text", "codec"), [(SIMPLIFIED, "gbk"), (CHINESE, "big5"), (JAPANESE, "shift_jis"), (RUSSIAN, "cp1251")]
)
def test_undeclared_charsets_are_guessed(text: str, codec: str) -> None:
    assert decode_text(text.encode(codec)) == text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("El niño comió piña. Señor Muñoz", "latin-1"),
        ("A naïve résumé, read in Zürich", "cp1252"),
        ("It cost £5 – or “nothing” – at 20° in the shade. Straße", "cp1252"),
        ("Smörgåsbord in Malmö", "latin-1"),
        ("El Niño reached Malmö, where a façade fell", "latin-1"),
        ("Ósma rano: w Źrebcach pada śnieg, a drogi są śliskie", "cp1250"),
        ("Ósma rano: w Krakowie pada śnieg, a drogi są śliskie", "iso8859_2"),
        ("Příliš velký kůň stál u potoka", "cp1250"),
        ("Şehirde yağmur yağıyor, okullar İzmir'de kapalı", "cp1254"),
    ],
)
def test_a_few_accents_in_latin_script_are_read(text: str, codec: str) -> None:
    assert decode_text(text.encode(codec)) == text


def test_another_script_among_latin_letters_is_not_read_as_accents() -> None:
    text = "The ferry company Кронштадт-Ломоносов retired its last steamer on Monday morning, after ninety-one years"
    assert decode_text(text.encode("cp1251")) == text


def test_a_few_letters_of_an_old_charset_in_much_markup_are_read() -> None:
    page = '<p class="x">The caf\xe9 by the harbour is open.</p>\n' + '<div class="nothing"></div>\n' * 200
    assert decode_html(page.encode("cp1252")) == page


def test_a_wrong_declaration_does_not_spoil_utf8() -> None:
    assert decode_html("<meta charset=big5>Überflutung".encode()) == "<meta charset=big5>Überflutung"


@pytest.mark.parametrize("declared", ["idna", "hex", "rot13", "utf-7", "bogus", "", None, "zlib", "unicode_escape"])
def test_codecs_that_are_no_charset_are_never_used(declared: str | None) -> None:
    assert known_codec(declared) is None
    assert decode_html(b"Flut", declared=declared) == "Flut"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_may_lack_its_mark(codec: str) -> None:
    feed = f"<rss><channel><title>{CHINESE}</title></channel></rss>"
    assert decode_html(feed.encode(codec)) == feed
    assert decode_html(feed.encode(codec), declared="utf-16") == feed
    assert decode_html(b"<p>one\x00NUL</p>") == "<p>one\x00NUL</p>"


def test_a_japanese_mail_charset_within_the_document_is_read() -> None:
    page = f"<meta charset=iso-2022-jp><p>{JAPANESE}"
    assert decode_html(page.encode("iso-2022-jp")) == page


def test_names_of_charsets_may_be_written_with_underscores() -> None:
    assert known_codec("EUC_KR") == known_codec("euc-kr") == "cp949"


def test_latin_1_means_what_browsers_mean() -> None:
    assert decode_html(b"\x93quoted\x94", declared="ISO-8859-1") == "“quoted”"


def test_a_few_bad_bytes_leave_the_rest_readable() -> None:
    assert decode_text((CHINESE * 3).encode() + b"\xff\xfe") == CHINESE * 3 + "��"


def test_bytes_that_contradict_their_declaration_are_still_decoded() -> None:
    assert "�" in decode_html(b"\x81\xff\xff\x81" * 8, declared="shift_jis")


@given(
    st.binary(max_size=300), st.sampled_from([None, "utf-8", "gbk", "idna", "iso-2022-jp", "utf-16", "johab", "cp1252"])
)
def test_decoding_never_raises(data: bytes, declared: str | None) -> None:
    assert isinstance(decode_html(data, declared=declared), str)
