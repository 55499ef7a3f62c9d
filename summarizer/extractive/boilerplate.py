"""Takes away what is printed around an article but is none of its sentences; changes nothing that it keeps.

Knows bylines, datelines, captions and credits, "read more" lines, cookie and subscription notices, time stamps and
headings, in the languages that news is commonly read in. When in doubt it keeps a line: a long sentence in full
stops is the article's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.sentences import ends_sentence

NOTICE_CHARS = 240  # a longer line is prose, whatever words it holds
CREDIT_CHARS = 160
HEADING_CHARS = 90
WIDE_HEADING_CHARS = 30
BYLINE_CHARS = 90
CUT_END_CHARS = 30

_AGENCIES = (  # for verbose patterns: spaces escaped
    r"新華社|新华社|美聯社|美联社|法新社|路透社|路透|中央社|中新社|彭博|共同社|時事|共同|聯合報系資料照|"
    r"Reuters|REUTERS|AFP|AP|EPA|DPA|dpa|TASS|ТАСС|Getty(?:\ Images)?|Bloomberg|Xinhua|PA(?:\ Media)?|EFE|ANSA|"
    r"Anadolu|AA|Yonhap|연합뉴스|Kyodo|ANI|PTI|IRNA|رويترز|أ\ ف\ ب|أ\.ف\.ب|Рейтер|РИА\ Новости"
)
_CREDIT_START = re.compile(
    r"""(?:photo(?:graph)?|picture|image|foto|fotos|photos|photo\ credit|credit|crédit\ photo|crédits?|bild|bildquelle
       |quelle|zdjęcie|kép
       |imagen|imagem|legenda|caption|video|vídeo|ảnh|hình|фото|видео|фотография|源|図|写真|画像|動画|사진|영상|圖|图|圖片|图片|圖片來源
       |图片来源|圖文|資料圖片|资料图片|攝影|摄影
       |ภาพ|ภาพประกอบ|صورة|الصورة|تصویر|फोटो|תמונה|צילום)\s*(?:[:：／/|©]|\s(?:by|copyright|caption|credit|source)\b)
    |(?:image|photo|media)\s+(?:copyright|caption|source|credit)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_CREDIT_END = re.compile(
    rf"""(?:[。.!?！？…)）」』]\s*(?:{_AGENCIES})(?:[／/、,]\s*[\w .]+)?$           # "... announced.  Reuters"
    |[（(\[［【]\s*(?:[^()（）]*[\s／/:：])?(?:{_AGENCIES})(?:[\s／/][^()（）]*)?\s*[)）\]］】]$   # "... (Reuters)"
    |(?:{_AGENCIES})\s*[／/]\s*(?:{_AGENCIES}|[\w ]+)$
    |(?:資料圖片|资料图片|資料照片|网络图片|網絡圖片|網上圖片|圖片來源.*|图片来源.*|提供圖片|（圖|写真提供.*|=.{{0,10}}撮影|撮影)[)）」]?$
    |(?:Getty\ Images|AFP\s*/\s*Getty|/\s*Reuters|/\s*AP|/\s*AFP|File\ photo\.?|Archivfoto|Symbolbild)\s*\)?$
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_BYLINE = re.compile(
    r"""^(?:by|von|par|por|de\ notre|av|af|door|przez|kirjoittaja|tác\ giả|theo|oleh|yazan|reporting\ by|editing\ by
       |writing\ by|автор(?:ы)?:?|текст:|автор\ текста
       |كتب:?|بقلم:?|نویسنده:?|作者|記者|记者|文|撰文|撰稿|責任編輯|责任编辑|編輯|编辑|編集|執筆|取材|文・|기자|글|โดย|ผู้เขียน|מאת|लेखक)
       (?:\s*[:：／/|]\s*|\s+)\S""",
    re.IGNORECASE | re.VERBOSE,
)
_REPORTER = re.compile(
    r"(?:記者|记者|기자|特派員)\s*(?:[^\s。]{0,12})?$|^[^\s。]{1,12}\s*(?:기자|記者)(?:\s|$)|^[\w .·-]{2,40}@[\w.-]+$"
)
_READ_MORE = re.compile(
    r"""^[\W_]*(?:read\s+(?:more|also|next|the\s+full|full)|see\s+also|also\s+read|more\s+(?:on\s+this(?:\s+story)?|from\b.{0,40})\s*(?:[:：]|$)|related(?:\s+(?:stories|articles|topics|news))?\s*(?:[:：]|$)|click\s+here|continue\s+reading
       |watch(?:\s+(?:now|also|more|live))?\s*:|listen\s*:|follow\s+us|share\s+this|recommended(?:\s+(?:stories
       |for\s+you))?\s*(?:[:：]|$)|you\s+(?:may|might)\s+also\s+like|(?:the\s+post|this\s+(?:article|post
       |story)).{0,120}(?:appeared|published)\s+first\s+on
       |\d*\s*comments?\W*$|advertisement\W*$|sponsored(?:\s+(?:content|post))?\W*$|skip\s+(?:to|advert)|end\s+of\s+\w+\s+(?:post|content|video|podcast)\W*$
       |lire\s+(?:aussi|la\s+suite|également)|à\s+lire|voir\s+aussi|lesen\s+sie\s+(?:auch|mehr|hier)
       |mehr\s+(?:zum\s+thema|dazu)|weiterlesen|lies\s+auch|hier\s+(?:klicken|geht\s+es\s+zu[mr]?\b)|anzeige\W*$
       |lea\s+también|leer\s+más|ver\s+también|te\s+puede\s+interesar|leia\s+(?:também|mais)|saiba\s+mais
       |veja\s+também|leggi\s+(?:anche|tutto|di\s+più)|lees\s+(?:ook|meer)|läs\s+(?:också|mer|även)|les\s+(?:også
       |mer)|læs\s+(?:også|mere)|lue\s+(?:myös|lisää)
       |czytaj\s+(?:także|też|więcej|dalej)|zobacz\s+(?:także|też)|čtěte\s+(?:také|více)|číst\s+dále|citește\s+și
       |читайте\s+(?:также|далее|ещё|еще)|читать\s+(?:далее|также|полностью)|подробнее|смотрите\s+также
       |читайте\s+також|реклама\W*$
       |devamını\s+oku|ayrıca\s+(?:bakınız|okuyun)|baca\s+(?:juga|selengkapnya)|simak\s+juga|đọc\s+(?:thêm|tiếp)
       |xem\s+thêm|อ่าน(?:เพิ่มเติม|ต่อ|ข่าว)|ข่าวที่เกี่ยวข้อง
       |اقرأ\s+(?:أيضا|أيضًا|المزيد)|إقرأ|للمزيد|شاهد\s+أيضا|بیشتر\s+بخوانید|ادامه\s+مطلب|یہ\s+بھی\s+پڑھیں
       |مزید\s+پڑھیں|और\s+पढ़ें|यह\s+भी\s+पढ़ें|ये\s+भी\s+पढ़ें|আরও\s+পড়ুন|קראו\s+עוד
       |延伸閱讀|延伸阅读|相關(?:新聞|報道|報導|文章|閱讀|連結)|相关(?:新闻|报道|文章|阅读|链接)|更多(?:新聞|新闻|報道|报道|內容|内容)|閱讀(?:更多|全文|原文)|阅读(?:更多|全文
       |原文)|點擊(?:這裡|此處|閱讀|查看)|点击(?:这里|此处|阅读|查看)|看更多|廣告\W*$|广告\W*$|推薦閱讀|推荐阅读
       |続きを読む|もっと(?:読む|見る)|関連(?:記事|ニュース|リンク)|あわせて読みたい|詳しくは(?:こちら|会員)|関連기사|관련\s*(?:기사|뉴스)|더\s*(?:보기|읽기)|함께\s*(?:보면
       |읽))""",
    re.IGNORECASE | re.VERBOSE,
)
_NOTICE = re.compile(
    r"""(?:(?:use|uses|using|accept|accepting|allow|manage|reject)\s+(?:\w+\s+){0,3}cookies|cookie\s+(?:policy|settings|preferences|notice|consent)|(?:our|agree\s+to\s+the|read\s+the)\s+(?:privacy\s+(?:policy|notice)|terms)
       |subscribe\s+(?:to|now|today|for|here)\b.{0,80}(?:newsletter|channel|unlimited|access|podcast|email|inbox
       |us\b|read|continue|$)|sign\s+up\s+(?:for|to|here|now)\b.{0,80}(?:newsletter|alerts?|email|inbox|account
       |updates|free|briefing)
       |already\s+(?:a\s+subscriber|have\s+an\s+account|subscribed)|(?:for|to)\s+subscribers\s+only
       |log\s*in\s+to\s+(?:continue|read|comment)|(?:enable|turn\s+on|requires?)\s+javascript
       |all\s+rights\s+reserved|(?:©|\(c\))\s*\w|copyright\s*(?:©|\d{4})
       |to\s+continue\s+reading|this\s+(?:content|article|video)\s+is\s+(?:only\s+available|not\s+available
       |for\s+subscribers)|support\s+our\s+journalism|download\s+our\s+app|our\s+(?:free\s+)?newsletter
       |(?:our|join|follow)\b.{0,20}(?:whatsapp|telegram)\s+channel
       |(?:verwende[nt]|nutz(?:en|t)|akzeptieren)\s+(?:\w+\s+){0,3}cookies|datenschutz(?:erklärung|bestimmungen)
       |newsletter\s+(?:abonnieren|bestellen|anmelden)|alle\s+rechte\s+vorbehalten|nur\s+für\s+abonnenten
       |jetzt\s+(?:abonnieren|anmelden|registrieren|testen)|bitte\s+(?:aktivieren|melden)\s+sie
       |(?:utilis\w+|acceptez|accepter)\s+(?:\w+\s+){0,3}cookies|notre\s+politique\s+de\s+confidentialité|abonnez[-\s]vous
       |réservé\s+aux?\s+abonnés?|inscrivez[-\s]vous|tous\s+droits\s+réservés|déjà\s+abonné
       |il\s+vous\s+reste.{0,40}à\s+lire
       |(?:utiliza\w*|usamos|aceptar|acepta)\s+(?:\w+\s+){0,3}cookies|(?:nuestra|nossa)\s+política\s+de\s+(?:privacidade?|cookies)|suscr[ií]b(?:ete|ase)\b|reg[ií]str(?:ate|ese)\b|todos\s+(?:los\s+derechos
       |os\s+direitos)\s+reservados|assine\s+(?:já|agora|nossa|a\s+newsletter)|inscreva-se\b|exclusivo\s+para\s+(?:suscriptores|assinantes)
       |(?:utilizza\w*|accett\w+)\s+(?:\w+\s+){0,3}cookie|iscriviti|abbonati\b|tutti\s+i\s+diritti\s+riservati
       |riproduzione\s+riservata|abonneer|schrijf\s+je\s+in|prenumerera|wszelkie\s+prawa\s+zastrzeżone|zapisz\s+się
       |pliki?\s+cookies?|abonează-te
       |файл(?:ы|ов)\s+cookie|использу\w+\s+(?:файлы\s+)?cookie|подпи(?:шитесь|сывайтесь)
       |все\s+права\s+защищены|только\s+для\s+подписчиков|підпи(?:шіться|суйтесь)|усі\s+права\s+захищені
       |наш\w*\s+telegram-канал
       |çerez\s*(?:politika|kullan)|çerezler|abone\s+ol|tüm\s+hakları\s+saklıdır|berlangganan\s+(?:sekarang|newsletter)|hak\s+cipta\s+dilindungi
       |đăng\s+ký\s+(?:nhận|theo)|สมัครสมาชิก(?:วันนี้|เพื่อ|ที่นี่)|ติดตามข่าวสาร|สงวนลิขสิทธิ์|ใช้คุกกี้|นโยบายคุกกี้
       |ملفات\s+تعريف\s+الارتباط|ملفات\s+الارتباط|الكوكيز|اشترك(?:وا)?\s+(?:في|الآن|معنا)|جميع\s+الحقوق\s+محفوظة
       |سیاست\s+حفظ|عضویت\s+در\s+خبرنامه|कुकीज़|सब्सक्राइब|सर्वाधिकार\s+सुरक्षित
       |(?:使用|接受|設定|设置)\s*cookies?|(?:本網站|本网站|本站).{0,12}cookie|(?:我們的|我们的|同意|閱讀|阅读|查看).{0,8}(?:隱私|隐私)(?:政策|權|权)|訂閱(?:我們|電子報|本報|即|更|以|後|「)
       |订阅(?:我们|电子报|本报|即|更|以|后|“)|立即(?:訂閱|订阅|註冊|注册|登入|登录|下載|下载)|成為會員|成为会员|會員(?:專屬|限定)|会员(?:专属|限定)|版權所有|版权所有
       |未經.{0,8}(?:授權|許可|轉載)|未经.{0,8}(?:授权|许可|转载)|不得轉載|不得转载|請(?:訂閱|登入|追蹤|關注|支持)|请(?:订阅|登录|关注|支持)|下載(?:我們|本報|app)
       |下载(?:我们|本报|app)|關注我們|关注我们
       |クッキー(?:を使用|の使用|（|\()|Cookie(?:を|の)|無断(?:転載|複製)|会員(?:限定|登録|記事)|有料(?:会員|記事)|ログイン(?:して|する)|購読(?:する|して|はこちら)|メルマガ|著作権は.{0,20}帰属
       |残り\s*[\d:：]+\s*文字
       |쿠키를\s*사용|구독(?:하기|하세요|신청)|로그인\s*(?:하시면|후\s*이용|하세요)|무단\s*(?:전재|복제|배포)|재배포\s*금지|저작권자\s*[ⓒ©(]|회원\s*(?:전용|가입))""",
    re.IGNORECASE | re.VERBOSE,
)
# Every notice holds one of these in its small letters, and few other lines do: looking for them first is thirty times
# as fast, as long as every alternative begins with a plain character and case is not ignored.
_ASCII_NOTICE_HINTS = (
    "cookie|privacy|terms|subscri|sign\\s+up|an\\s+account|log\\s*in|javascript|reserved|\\(c\\)|copyright"
    "|continue read|available|journalism|download|newsletter|channel|datenschutz|vorbehalten|abonn|anmeld|registr"
    "|testen|bitte|confidentialit|inscri|droits|vous reste|privacidad|suscr|reservad|assine|exclusivo|abbonati|diritti"
    "|riservata|schrijf|prenumerera|zastrze|zapisz|telegram|abone ol|berlangganan|hak cipta"
)
_NOTICE_HINTS = (
    "©|regístr|подпи|підпи|права|çerez|hakları|đăng ký|สมัคร|ติดตาม|สงวน|คุกกี้|ملفات|الكوكيز|اشترك|حقوق|الحقوق|سیاست"
    "|عضویت|कुकीज़|सब्सक्राइब|सर्वाधिकार|クッキー|無断|有料|ログイン|購読|メルマガ|著作権|残り|쿠키|구독|로그인|무단|배포|저작권|회원"
    "|隱私|隐私|訂閱|订阅|註冊|注册|登入|登录|下載|下载|會員|会员|版權|版权|轉載|转载|授權|授权|請|请|關注|关注|会員"
)
_ASCII_NOTICE_HINT = re.compile(_ASCII_NOTICE_HINTS)
_NOTICE_HINT = re.compile(f"{_ASCII_NOTICE_HINTS}|{_NOTICE_HINTS}")
_BEGINS_AS_PROSE = re.compile(r"(?:[\W\d_]{0,3}[^\W\d_]{2,}){5}")
_DATELINE = re.compile(
    rf"""^\s*(?:
        [【〔［\[][^】〕］\]]{{0,20}}(?:報訊|报讯|社訊|讯|訊|電|电|報道|报道|報導|综合|綜合|記者|记者|新聞|新闻|時報|日報|日报|专稿|專稿|快訊|即時|本報
        |本报)[^】〕］\]]{{0,20}}[】〕］\]]\s*
       |[（(](?:[^()（）]{{0,24}})?(?:電|电|訊|讯|報導|报道|{_AGENCIES})[^()（）]{{0,24}}[)）]\s*(?:[-–—―]+\s*|[:：]\s*)?
       |(?:{_AGENCIES})[^\s，,。]{{0,10}}\d{{1,2}}[日]?\s*(?:電|电|訊|讯)\s*[，,:：—-]*\s*
       |[^\W\d_][\w.'’/ ,-]{{1,50}}?\s*[(（]\s*(?:{_AGENCIES}|[A-Z]{{2,6}}
       |[^()（）]{{2,24}}(?:/[^()]{{2,20}})?)\s*[)）]\s*[-–—―]+\s*
       |[A-ZÀ-ÞА-ЯЁ][A-ZÀ-ÞА-ЯЁ.'’ -]{{2,40}}(?:,\s*[^\W\d_][\w. ]{{1,24}})?
          (?:,\s*[A-Za-zа-яёÀ-ÿ]{{3,9}}\.?\s+\d{{1,2}})?\s*[–—―]\s*
       |[A-ZÀ-ÞА-ЯЁ][\w.'’ -]{{2,30}},\s*(?:\d{{1,2}}\.?\s+[^\W\d_]{{3,12}}
       |[^\W\d_]{{3,12}}\.?\s+\d{{1,2}})\s*(?:[(（][^()（）]{{2,24}}[)）])?(?:\s*[–—―]+|\s-+)\s+
       |[^\W\d_][\w'’ ]{{1,24}}\s*/\s*(?:{_AGENCIES}|[^\W\d_][\w'’ ]{{1,16}})\s*/\s*[-–—―]*\s*
       |(?:{_AGENCIES})\s*[-–—―]+\s*
       |\(CNN\)\s*(?:[-–—―]+\s*)?
    )(?:(?:{_AGENCIES})?\.\s+)?""",
    re.VERBOSE,
)
_STAMP = re.compile(
    r"^(?:published|updated|last\s+updated|posted|publié|mis\s+à\s+jour|veröffentlicht|aktualisiert|stand|опубликовано|обновлено|發布|发布|更新|公開|入力|수정|입력|นشر|تاريخ)\b.{0,60}$",
    re.IGNORECASE,
)
_CUT_END = re.compile(
    r"(?:…|\.{3,}|\[…\]|\[\.{3}\]|\(…\)|［…］|[\[(]\s*(?:more|&hellip;)\s*[\])])\s*$|\[\+\d+ chars\]$", re.IGNORECASE
)
_FIGURE = re.compile(r"[\d_]|[^\w\s\u0300-\u036f\u0600-\u109f\u1780-\u17ff]")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def article_lines(text: str) -> list[str]:
    """Give the lines of `text` that are the article's prose, each without its dateline."""
    return list(read_lines(text))


def read_lines(text: str) -> Iterator[str]:
    """Give the same one by one, so that a reader may stop early."""
    for whole in text.splitlines():
        line = strip_dateline(whole.strip())
        if line and not is_furniture(line):
            yield line


def strip_dateline(line: str) -> str:
    """Take "LONDON (Reuters) —" or "【本報訊】" from the beginning of a paragraph."""
    match = _DATELINE.match(line)
    if match is None:
        return line
    rest = line[match.end() :].lstrip()
    if not rest or rest[0].islower():  # "NASA — the agency — said": an aside, not a place
        return line
    return rest


def is_furniture(line: str) -> bool:
    """Say whether a line is a byline, credit, caption, notice, link to elsewhere or time stamp."""
    size = len(line)
    if size <= NOTICE_CHARS and (_READ_MORE.match(line) or _is_notice(line)):
        return True
    if size <= CREDIT_CHARS and (_CREDIT_START.match(line) or _ends_as_credit(line)):
        return True
    if size <= BYLINE_CHARS and not ends_sentence(line) and _tells_who_or_when(line):
        return True
    return not _BEGINS_AS_PROSE.match(line) and _FIGURE.subn("", line)[1] * 2 > len(line.replace(" ", ""))


def _is_notice(line: str) -> bool:
    hint = _ASCII_NOTICE_HINT if line.isascii() else _NOTICE_HINT
    return hint.search(line.lower()) is not None and _NOTICE.search(line) is not None


def _ends_as_credit(line: str) -> bool:
    if line[-1] in ".。!?！？।۔؟" and not line.lower().endswith("file photo."):
        return False
    return _CREDIT_END.search(line) is not None


def _tells_who_or_when(line: str) -> bool:
    return bool(_BYLINE.match(line) or _REPORTER.search(line) or _STAMP.match(line))


def is_heading(line: str) -> bool:
    """Say whether a line is short and ends in no end mark: a heading, a label or a caption."""
    if len(line) > HEADING_CHARS or ends_sentence(line):
        return False
    return len(line) <= WIDE_HEADING_CHARS or len(_WIDE.findall(line)) * 2 <= len(line)


def is_cut(sentence: str) -> bool:
    """Say whether a sentence breaks off, as feeds leave it: "The minister said…"."""
    end = sentence[-CUT_END_CHARS:].rstrip()
    return end.endswith(("…", "...", "]", ")")) and _CUT_END.search(end) is not None
