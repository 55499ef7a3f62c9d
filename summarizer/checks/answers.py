"""Takes from a model's answer what is no summary: thinking, tokens, markdown, preambles, labels, remarks (pure).

Knows the wordings of models in the languages that news is commonly summarised in; never adds a word.
"""

from __future__ import annotations

import re

MAX_READ_CHARS = 8_000  # of an answer: far more than any summary, little enough to read at once
MAX_ROUNDS = 4  # one layer may hide another: a fence around a preamble around quotation marks

_THINKING = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
_THOUGHT_BEFORE = re.compile(r"\A.*</think(?:ing)?>", re.DOTALL | re.IGNORECASE)
_END_OF_TURN = re.compile(r"<\|(?:im_end|endoftext|eot_id|end|end_of_text)\|>|<end_of_turn>|</s>|<eos>")
_TOKEN = re.compile(
    r"<\|[^|<>\n]{1,40}\|>(?:assistant|model)?|</?s>|<extra_id_\d+>|<(?:pad|unk|bos|eos|start_of_turn|end_of_turn)>"
    r"|\[/?INST\]|<</?SYS>>|</?(?:article|summary|answer|br|p|b|i|em|strong|ul|li|h\d)\s*/?>",
    re.IGNORECASE,
)
_FENCE = re.compile(r"^\s*(?:```|~~~).*$|^\s*(?:[-*_]\s*){3,}$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)\s]*\)")
_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?\)")
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3}|~~|`+)(?=\S)([^*_`~]+?)(?<=\S)\1(?!\w)")
_BULLET = re.compile(r"^\s*(?:#{1,6}\s+|>\s*|[-*+•●▪–—·]\s+)+")
_NUMBERED = re.compile(r"^\s*\(?\d{1,2}[.)]\s+")
_ROLE = re.compile(r"^(?:assistant|system|model|bot|ai)\s*[:：]\s*|^(?:assistant|model)$", re.IGNORECASE)
_SUMMARY_WORDS = (
    r"summar(?:y|ies|i[sz]ed?)|tl;?dr|zusammenfassung|zusammengefasst|kurzfassung|résumé|resumen|resumo|resum|"
    r"riassunto|sintesi|samenvatting|sammanfattning|sammendrag|resumé|resume|tiivistelmä|yhteenveto|streszczenie|"
    r"podsumowanie|shrnutí|souhrn|zhrnutie|összefoglal[óa]|rezumat|sažetak|rezime|özet|ringkasan|rangkuman|tóm\ tắt|"
    r"bản\ tóm\ tắt|краткое\ (?:содержание|изложение)|краткий\ пересказ|"
    r"резюме|саммари|итог|короткий\ зміст|стислий\ виклад|"
    r"περίληψη|摘要|總結|总结|概要|概括|要約|まとめ|요약|สรุป|บทสรุป|ملخص|الملخص|خلاصه|خلاصة|תקציר|סיכום|सारांश|संक्षेप|"
    r"সারাংশ|சுருக்கம்|సారాంశం|muhtasari"
)
_PREAMBLE = re.compile(
    rf"^[^:：.!?。！？\n]{{0,60}}?(?<!\w)(?:{_SUMMARY_WORDS})"
    r"(?:\s*[(（][^()（）\n]{0,40}[)）]|\s+(?:of|in|for|from|the|du|de|des|der|von|zum|del|da|di|van|af|av|статьи|новости|текста)"
    r"\b[^:：.!?。！？\n]{0,60})?\s*[:：]\s*"
    rf"|^[^:：.!?。！？\n]{{0,24}}(?:摘要|總結|总结|概要|要約|まとめ|요약)[^:：.!?。！？\n]{{0,20}}[:：]\s*"
    r"|^(?:here(?:['’]s|\s+(?:is|are))|hier\s+ist|voici|aquí\s+(?:está|tiene)|aqui\s+está|ecco|hier\s+is|вот|以下是|以下は|다음은|"
    r"đây\s+là|berikut|işte|إليك|oto|her\s+er|här\s+är)[^:：.!?。！？\n]{0,90}[:：]\s*",
    re.IGNORECASE | re.VERBOSE,
)
_HEADING_ALONE = re.compile(rf"^(?:the\s+)?(?:{_SUMMARY_WORDS})$", re.IGNORECASE | re.VERBOSE)
_OPENER = re.compile(
    r"^(?:sure(?:\s+thing)?|of\ course|certainly|absolutely|okay|ok|natürlich|gerne?|klar|"
    r"bien\ sûr|d['’]accord|claro|por\ supuesto|certo|certamente|"
    r"конечно|хорошо|zeker|oczywiście|elbette|tabii|tentu|baik|"
    r"好的|当然|當然|没问题|もちろんです|はい|承知しました|물론입니다|네)"
    r"\s*(?:[!！.。]\s*|[,，、]\s*(?=here|hier|voici|aquí|aqui|ecco|вот|以下|이|これ|oto|işte|berikut))",
    re.IGNORECASE | re.VERBOSE,
)
_TITLE_LABEL = re.compile(
    r"^(?:(?:translated\s+)?(?:title|headline)|titel|überschrift|titre|título|titolo|заголовок|название|tytuł|otsikko|"
    r"rubrik|başlık|judul|tiêu\ đề|标题|標題|题目|題目|タイトル|見出し|"
    r"제목|العنوان|عنوان|כותרת|शीर्षक|หัวข้อ|τίτλος)\s*[:：]\s*",
    re.IGNORECASE | re.VERBOSE,
)
_REMARK = re.compile(
    r"(?:^|(?<=[\s。！？.!?]))[(（\[*]*(?:"
    r"(?:note|please\ note|hinweis|anmerkung|nota|remarque|opmerking|примечание|注|備註|备注|注意|補充)\s*[:：]"
    r"|let\ me\ know|please\ let\ me\ know|i\ hope\ (?:this|that)|hope\ this\ helps|feel\ free\ to|would\ you\ like\ me"
    r"|is\ there\ anything\ else|if\ you(?:['’]d\ like|\ need\ (?:more|any|further))|lassen\ sie\ mich\ wissen"
    r"|n['’]hésitez\ pas|avísame|avise-me|fammi\ sapere|дайте\ знать|если\ вам\ нужно|如果您?需要|如需|希望這|希望这|"
    r"ご不明な点|必要でしたら)"
    r".*\Z",
    re.IGNORECASE | re.VERBOSE,
)
# A model that speaks as one: it refuses, thinks aloud, passes on an order. News is never told so.
_ITSELF = re.compile(
    r"^(?:user|assistant|system|human)\s*[:：]|\bignore\s+(?:all\s+|any\s+)?(?:the\s+|of\s+the\s+)?"
    r"(?:previous|prior|above|earlier)\s+(?:instructions|prompts?|rules)"
    r"|\bas\ an?\ (?:ai\b|artificial\ intelligence|(?:large\ )?language\ model)"
    r"|^i(?:['’]m|\ am)\ (?:sorry|afraid|unable|not\ able)\b|^i\ (?:can\s?not|can['’]t|apologi[sz]e)\b|^sorry,\ "
    r"|^(?:(?:okay|ok|alright|hmm|well|so|first)[,.]?\s+)?"
    r"(?:let\ me|i\ need\ to|i\ should|i['’]ll|the\ user\ (?:wants|asks|asked|is))\b"
    r"|\bals\ (?:ki|künstliche\ intelligenz)\b|\bals\ (?:ki-|großes\ )?sprachmodell"
    r"|^(?:es\ )?tut\ mir\ leid|^ich\ (?:kann|darf)\b"
    r"|\ben\ tant\ qu['’](?:ia|intelligence|un\ modèle|modèle)|^(?:je\ suis\ )?désolée?\b|^je\ ne\ (?:peux|puis)\b"
    r"|\bcomo\ (?:una?\ |uma?\ )?(?:ia\b|modelo\ de\ (?:lenguaje|linguagem)|inteligencia\ artificial)|^lo\ siento\b"
    r"|^no\ puedo\b|^sinto\ muito\b|^desculpe|^não\ posso\b|^mi\ dispiace\b|\bcome\ modello\ linguistico"
    r"|\bкак\ (?:(?:большая\ )?языковая\ модель|ии\b|искусственный\ интеллект)|^(?:извините|простите|я\ не\ могу)\b"
    r"|\bbir\ (?:yapay\ zek[aâ]|dil\ modeli)|^(?:üzgünüm|özür\ dilerim)|\bsebagai\ (?:ai\b|model\ bahasa)|^maaf,"
    r"|\blà\ (?:một\ )?mô\ hình\ ngôn\ ngữ|^(?:tôi\ )?(?:rất\ )?xin\ lỗi|^tôi\ không\ thể"
    r"|(?:作为|作為)(?:一个|一個|一名)?(?:ai|人工智|大型?|语言模型|語言模型)|^(?:很|非常)?(?:抱歉|对不起|對不起)|^我(?:无法|無法|不能)"
    r"|(?:ai|人工知能|言語モデル)(?:言語モデル|アシスタント)?として|^(?:申し訳|すみません)|お答えできません"
    r"|(?:인공지능|언어\ ?모델)[^.]{0,8}로서|^(?:죄송|미안)"
    r"|(?:بصفتي|باعتباري|كنموذج)\s|^(?:عذرا|آسف|أعتذر|لا\ أستطيع|لا\ يمكنني)"
    r"|भाषा\ मॉडल\ के\ रूप\ में|^(?:क्षमा\ करें|माफ़\ करें|मुझे\ खेद)",
    re.IGNORECASE | re.VERBOSE,
)
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "「": "」", "『": "』", "'": "'", "‘": "’"}
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def without_hidden(text: str) -> str:
    """Drop control, direction and tag characters and lone surrogates; joiners stay, since scripts need them."""
    return _HIDDEN.sub("", text.replace("\u0085", "\n").replace("\u2028", "\n").replace("\u2029", "\n"))


def without_marks(text: str) -> str:
    """Put a space in the place of what chat models read as the end of a turn, or of the article that they are shown."""
    return _TOKEN.sub(" ", text)


def plain_lines(raw: str) -> list[str]:
    """Give an answer's lines as plain text, white space folded, without whatever stands around the summary."""
    text = without_hidden(raw[:MAX_READ_CHARS])
    text = _THOUGHT_BEFORE.sub("", _THINKING.sub("", text))
    turns = [turn for turn in _END_OF_TURN.split(text) if _TOKEN.sub("", turn).strip()]
    text = _TOKEN.sub(" ", turns[0] if turns else "")
    text = _LINK.sub(r"\1", _IMAGE.sub("", _FENCE.sub("", text)))
    lines = [" ".join(line.split()) for line in text.splitlines()]
    for _ in range(MAX_ROUNDS):
        cleaned = _round([line for line in lines if line])
        if cleaned == lines:
            break
        lines = cleaned
    return lines


def unlabelled(line: str) -> str:
    """Take "Title:" from the beginning of a line, in any of the common languages."""
    return _unquoted(_TITLE_LABEL.sub("", line))


def is_labelled_title(line: str) -> bool:
    """Say whether a line begins with "Title:"."""
    return _TITLE_LABEL.match(line) is not None


def speaks_of_itself(sentence: str) -> bool:
    """Say whether a sentence is the model's own: a refusal, a thought, an order that it passes on."""
    return _ITSELF.search(sentence) is not None


def _round(lines: list[str]) -> list[str]:
    """Take one layer off."""
    numbered = sum(_NUMBERED.match(line) is not None for line in lines) > 1
    plain = (_EMPHASIS.sub(r"\2", _BULLET.sub("", _NUMBERED.sub("", line) if numbered else line)) for line in lines)
    lines = [_unprefaced(line) for line in plain]
    lines = [line for line in lines if line and not _HEADING_ALONE.match(line)]
    if lines:
        lines[-1] = _REMARK.sub("", lines[-1]).rstrip()
    if len(lines) == 1:
        lines = [_unquoted(lines[0])]
    return [line for line in (" ".join(line.split()) for line in lines) if line]


def _unprefaced(line: str) -> str:
    line = _OPENER.sub("", _ROLE.sub("", line))
    return _PREAMBLE.sub("", line).strip()


def _unquoted(text: str) -> str:
    """Take quotation marks away that stand around all of a text and nowhere inside it."""
    closer = _QUOTES.get(text[:1])
    if closer is None or len(text) < 3 or text[-1] != closer:
        return text
    inside = text[1:-1]
    return text if text[0] in inside or closer in inside else inside.strip()
