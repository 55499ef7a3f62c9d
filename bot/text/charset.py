"""Decodes pages, posts and feeds: BOM, declared charset, then a guess. Never raises, whatever is declared."""

from __future__ import annotations

import codecs
import re

GUESS_BYTES = 64 * 1024
SNIFF_BYTES = 4096
UTF16_ASCII_FOR_EACH = 16  # bytes of UTF-16 text in which there is at least one letter of ASCII
UTF16_MIN_ASCII = 8  # fewer letters say nothing
GOOD_FOR_EACH_BAD = 4  # characters beyond ASCII that show a text with a bad byte to be UTF-8 all the same

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Only character sets of texts: Python's codec registry also holds idna, hex, rot13 and utf-7, which raise or mislead.
# As in browsers (https://encoding.spec.whatwg.org/) latin-1 and ascii mean cp1252, and the CJK sets their supersets.
_CODECS = {
    "utf-8": "utf-8", "utf8": "utf-8", "utf-16": "utf-16", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be",
    "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252",
    "latin-1": "cp1252", "windows-1252": "cp1252", "cp1252": "cp1252",
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030", "cp936": "gb18030",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "big5hkscs": "big5hkscs", "cp950": "cp950", "x-x-big5": "big5hkscs",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
    "cp932": "cp932", "ms_kanji": "cp932", "euc-jp": "euc_jp", "eucjp": "euc_jp", "x-euc-jp": "euc_jp",
    "iso-2022-jp": "iso2022_jp_2", "euc-kr": "cp949", "euckr": "cp949", "ks_c_5601-1987": "cp949", "cp949": "cp949",
    "windows-949": "cp949", "johab": "johab", "koi8-r": "koi8_r", "koi8-u": "koi8_u", "cp866": "cp866",
    "ibm866": "cp866", "macintosh": "mac_roman", "x-mac-cyrillic": "mac_cyrillic", "tis-620": "cp874",
    "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "windows-874": "cp874", "cp874": "cp874",
    **{f"iso-8859-{n}": f"iso8859_{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{f"{prefix}{n}": f"cp{n}" for prefix in ("windows-", "cp") for n in (1250, 1251, *range(1253, 1259))},
}  # fmt: skip
_GUESSED = sorted({codec for codec in _CODECS.values() if not codec.startswith("utf-16")})
# Letters beyond ASCII by language, with the character sets they were written in: first those most often met. A guess by
# statistics goes wrong where a text has few of them ("El niño" as Polish).
_ALPHABETS = (
    ("áéíóúüñªº", ("cp1252",)),  # Spanish
    ("àâæçèéêëîïôœùûüÿ", ("cp1252",)),  # French
    ("äöüßé", ("cp1252",)),  # German
    ("àáâãçéêíóôõúüªº", ("cp1252",)),  # Portuguese
    ("àèéìíîòóùú", ("cp1252",)),  # Italian
    ("àçèéíïòóúü·", ("cp1252",)),  # Catalan
    ("áäçèéêëïíóöúü", ("cp1252",)),  # Dutch
    ("åäöéüà", ("cp1252",)),  # Swedish, Finnish
    ("æøåéóôòè", ("cp1252",)),  # Danish, Norwegian
    ("ąćęłńóśźż", ("cp1250", "iso8859_2")),  # Polish
    ("áčďéěíňóřšťúůýžäĺľôŕ", ("cp1250", "iso8859_2")),  # Czech, Slovak
    ("áéíóöőúüű", ("cp1250", "iso8859_2")),  # Hungarian
    ("ăâîşţ", ("cp1250", "iso8859_2")),  # Romanian
    ("čćđšž", ("cp1250", "iso8859_2")),  # Croatian, Slovene
    ("çğıöşüâîû\u0307", ("cp1254",)),  # Turkish
    ("áðéíóúýþæö", ("cp1252",)),  # Icelandic
    ("ąčęėįšųūž", ("cp1257",)),  # Lithuanian
    ("āčēģīķļņšūž", ("cp1257",)),  # Latvian
    ("àáâãäåæçèéêëìíîïñòóôõöøœùúûüýÿß", ("cp1252",)),  # names of several languages in one text
)
_SIGNS = frozenset("“”„‘’‚«»‹›–—…•·°§©®™€£¡¿ª\xa0\xad")
_ASCII_FOR_EACH = 2  # letters of plain ASCII beside each beyond it: fewer, and the script is not Latin
_ASCII_TEXT = frozenset((*b"\t\n\r", *range(0x20, 0x7F)))
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f\ufffd]")
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
_MARKUP = re.compile(rb"<[^<>]*>")
_DECLARED_IN_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""", re.IGNORECASE)
_DECLARED_IN_META = re.compile(rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)


def decode_html(data: bytes, *, declared: str | None = None) -> str:
    """The text of HTML or XML bytes: BOM, `declared` (the header), the document's own declaration, then a guess."""
    return decode_text(data, declared=declared, inside=_declared_inside(data))


def decode_text(data: bytes, *, declared: str | None = None, inside: str | None = None) -> str:
    """The text of any bytes. A declaration that the bytes contradict is not believed; at worst "�" stands for bytes."""
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(codec, "replace")
    if b"\0" in data[:GUESS_BYTES] and (unmarked := _utf16_without_mark(data)):
        return data.decode(unmarked, "replace")
    # ISO-2022-JP is ASCII with escapes, and so always valid UTF-8.
    escaped = inside if b"\x1b" in data and known_codec(inside) == "iso2022_jp_2" else None
    for name in (declared, escaped, "utf-8", inside):
        # UTF-8 before the document's own word: text that is valid UTF-8 by chance hardly exists.
        text = _strictly(data, known_codec(name))
        if text is not None:
            return text
    return data.decode(_guess(data, known_codec(declared) or known_codec(inside)), "replace")


def known_codec(name: str | None) -> str | None:
    """Python's codec for a declared charset; None for an unknown name or one that is no character set of texts."""
    name = (name or "").strip().strip("\"'").lower()
    return _CODECS.get(name) or _CODECS.get(name.replace("_", "-"))


def _utf16_without_mark(data: bytes) -> str | None:
    """The codec of UTF-16 without a byte order mark, or None: most ASCII letters have a NUL on the same side."""
    sample = data[: GUESS_BYTES & ~1]
    little, big = (
        sum(not above and below in _ASCII_TEXT for above, below in zip(high, low, strict=False))
        for high, low in ((sample[1::2], sample[::2]), (sample[::2], sample[1::2]))
    )
    fewer, more = sorted((little, big))
    if more < UTF16_MIN_ASCII or more * UTF16_ASCII_FOR_EACH < len(sample) or more < 2 * fewer:
        return None
    return "utf-16-le" if little > big else "utf-16-be"


def _declared_inside(data: bytes) -> str | None:
    head = data[:SNIFF_BYTES]
    found = _DECLARED_IN_XML.search(head) or _DECLARED_IN_META.search(head)
    return found[1].decode("ascii") if found else None


def _strictly(data: bytes, codec: str | None) -> str | None:
    try:
        return data.decode(codec) if codec else None
    except UnicodeDecodeError:
        return None


def _guess(data: bytes, declared: str | None) -> str:
    """A codec that reads the bytes best: UTF-8 with a few bad bytes, else the declared one, else a guess."""
    sample = data[:GUESS_BYTES]
    text = sample.decode("utf-8", "replace")
    if len(_BEYOND_ASCII.findall(text)) > GOOD_FOR_EACH_BAD * text.count("\N{REPLACEMENT CHARACTER}"):
        return "utf-8"
    if declared:
        return declared
    # Markup and lines of plain ASCII tell nothing and drown the rest.
    lines = b"\n".join(line for line in _MARKUP.sub(b" ", sample).split(b"\n") if not line.isascii())
    if latin := _latin_codec(lines):
        return latin
    from charset_normalizer import from_bytes

    best = from_bytes(lines, cp_isolation=_GUESSED).best()
    return best.encoding if best else "cp1252"


def _latin_codec(text: bytes) -> str | None:
    """The codec in which the text holds letters of one language in Latin script and nothing odd, if there is one."""
    if len(_ASCII_LETTER.findall(text)) < _ASCII_FOR_EACH * sum(byte > 0x7F for byte in text):
        return None
    for letters, codecs_of in _ALPHABETS:
        for codec in codecs_of:
            read = _strictly(text, codec)
            if read is not None and _SIGNS.union(letters).issuperset(_BEYOND_ASCII.findall(read.lower())):
                return codec
    return None
