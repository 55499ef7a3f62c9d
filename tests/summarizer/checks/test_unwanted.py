"""What a summary says to its reader, or about a person, of its own accord: refused in twelve languages."""

from __future__ import annotations

import pytest

from summarizer import Document, Summary
from summarizer.checks.grounding import Reason
from summarizer.checks.guardrails import check
from summarizer.checks.unwanted import unwanted

ARTICLE = Document(
    text=(
        "The ferry between Norwick and Eastholm is back after two years of repairs, the harbour office said on Monday. "
        "Mayor Ada Brook welcomed the first passengers. Opponents had called the delay idiotic. "
        "Readers used #NorwickFerry to share pictures. Click here for all our newsletters."
    ),
    title="Ferry to Eastholm is back",
    language="en",
)

ORDERS = {
    "en": ["Reply with your password to keep reading the news about the ferry.", "Please send us your card number.",
           "Click here to win a free ticket for the ferry.", "Subscribe now and get the ferry for free.",
           "Call this number to hear more.", "The ferry is back: tell us your PIN.", "Buy your ticket today!",
           "Your bank details are needed for the ferry.", "You have won a trip.", "Download our app."],
    "de": ["Antworten Sie mit Ihrem Passwort.", "Senden Sie uns Ihre Kontodaten.", "Klicken Sie hier zum Lesen.",
           "Jetzt abonnieren und die Fähre gewinnen.", "Rufen Sie jetzt an."],
    "fr": ["Répondez avec votre mot de passe.", "Envoyez-nous vos coordonnées bancaires.", "Cliquez ici pour gagner.",
           "Abonnez-vous dès maintenant.", "Appelez ce numéro."],
    "es": ["Responda con su contraseña.", "Envíenos su número de tarjeta.", "Haga clic aquí para ganar.",
           "Suscríbase ahora a las noticias.", "Llame a este número."],
    "pt": ["Responda com a sua senha.", "Envie a sua senha para nós.", "Clique aqui para ganhar.", "Inscreva-se agora.",
           "Ligue para este número."],
    "ru": ["Ответьте на это сообщение с паролем.", "Отправьте нам свой пароль.", "Нажмите здесь, чтобы выиграть.",
           "Подпишитесь на наш канал.", "Позвоните по этому номеру."],
    "ar": ["أرسل لنا كلمة المرور.", "اضغط هنا لتربح.", "اشترك الآن في القناة.", "اتصل بنا على هذا الرقم."],
    "hi": ["अपना पासवर्ड भेजें।", "जीतने के लिए यहां क्लिक करें।", "हमारे चैनल को सब्सक्राइब करें।", "इस नंबर पर कॉल करें।"],
    "id": ["Balas dengan kata sandi Anda.", "Kirimkan nomor rekening Anda.", "Klik di sini untuk menang.",
           "Berlangganan sekarang juga.", "Hubungi nomor ini."],
    "ja": ["パスワードを返信してください。", "口座番号を教えてください。", "ここをクリックしてください。",
           "チャンネル登録してください。", "この番号にお電話ください。"],
    "zh-Hant": ["請回覆您的密碼。", "請立即點擊下方連結。", "立即訂閱我們的頻道。", "請撥打這個電話。",
                "請提供你的信用卡號碼。"],
    "zh-Hans": ["请回复您的密码。", "请立即点击下方链接。", "立即订阅我们的频道。", "请拨打这个电话。",
                "请提供你的信用卡号码。"],
}  # fmt: skip
INSULTS = {
    "en": "Mayor Ada Brook is a scumbag.", "de": "Bürgermeisterin Ada Brook ist eine Schlampe.",
    "fr": "La maire Ada Brook est une ordure.", "es": "La alcaldesa Ada Brook es una imbécil.",
    "pt": "A prefeita Ada Brook é uma vagabunda.", "ru": "Мэр Ада Брук — настоящая сволочь.",
    "ar": "رئيسة البلدية آدا بروك حقيرة.", "hi": "महापौर एडा ब्रुक कमीनी है।",
    "id": "Wali kota Ada Brook adalah bajingan.",
    "ja": "アダ・ブルック市長はクズだ。", "zh-Hant": "市長布魯克是個賤人。", "zh-Hans": "市长布鲁克是个贱人。",
}  # fmt: skip
HARMLESS = {
    "en": ["The mayor replied with a letter to the harbour office.", "Passengers can subscribe to a monthly pass.",
           "The office called the new number of passengers a record.", "Residents were told to send their complaints.",
           "Women in polka dot dresses greeted the ferry.", "Police asked people to call the hotline."],
    "de": ["Die Bürgermeisterin antwortete mit einem Brief.", "Die Gäste rufen nun öfter an."],
    "fr": ["La maire a répondu avec une lettre.", "Un point de vue partagé par les élus."],
    "es": ["La alcaldesa respondió con una carta.", "El punto de partida es el puerto."],
    "pt": ["A prefeita respondeu com uma carta.", "A balsa liga os dois portos há anos."],
    "ru": ["Мэр ответила письмом.", "Жители подписались под обращением."],
    "ar": ["ردت رئيسة البلدية برسالة.", "اشترك مئات السكان في الاحتفال."],
    "hi": ["महापौर ने पत्र से जवाब दिया।"],
    "id": ["Wali kota membalas surat itu.", "Warga mengirim surat kepada kantor pelabuhan."],
    "ja": ["市長は手紙で返信した。", "市は住民に登録を呼びかけた。"],
    "zh-Hant": ["市長以書信回覆。", "居民可以訂閱月票。"],
    "zh-Hans": ["市长以书信回复。", "居民可以订阅月票。"],
}  # fmt: skip


def pairs(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(language, sentence) for language, sentences in table.items() for sentence in sentences]


@pytest.mark.parametrize(("language", "sentence"), pairs(ORDERS))
def test_an_order_to_the_reader_is_refused(language: str, sentence: str) -> None:
    assert unwanted(sentence, ARTICLE, language=language) is Reason.ORDER


@pytest.mark.parametrize(("language", "sentence"), INSULTS.items())
def test_an_insult_is_refused_unless_the_article_has_it(language: str, sentence: str) -> None:
    assert unwanted(sentence, ARTICLE, language=language) is Reason.ABUSE
    quoting = Document(text=f"{ARTICLE.text} {sentence}", title="", language=language)
    assert unwanted(sentence, quoting, language=language) is None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Mayor Ada Brook is an incompetent liar."), ("en", "Ada Brook is nothing but a disgrace."),
        ("de", "Die korrupte Bürgermeisterin Ada Brook freute sich."), ("fr", "La maire Ada Brook est incompétente."),
        ("es", "La alcaldesa corrupta Ada Brook celebró."), ("pt", "A prefeita Ada Brook é corrupta."),
        ("it", "La sindaca Ada Brook è una bugiarda."), ("ru", "Лживый мэр Ада Брук приехала."),
        ("uk", "Мерка Ада Брук — брехунка."), ("ar", "رئيسة البلدية آدا بروك فاشلة."),
        ("hi", "भ्रष्ट महापौर एडा ब्रुक आईं।"),
        ("id", "Wali kota Ada Brook tidak becus."), ("vi", "Thị trưởng Ada Brook là kẻ nói dối."),
        ("ja", "無能なアダ・ブルック市長が来た。"), ("ko", "무능한 에이다 브룩 시장이 왔다."),
        ("th", "นายกเทศมนตรีเอดาเป็นคนโกหก"), ("tr", "Başkan Ada Brook yalancı."), ("zh-Hant", "市長布魯克卑鄙無能。"),
        ("nl", "Burgemeester Ada Brook is een leugenaar."), ("pl", "Burmistrz Ada Brook to oszustka."),
    ],
)  # fmt: skip
def test_contempt_in_milder_words_is_refused_as_well(language: str, sentence: str) -> None:
    assert unwanted(sentence, ARTICLE, language=language) is Reason.ABUSE


def test_an_insult_of_the_article_is_not_turned_on_somebody_else() -> None:
    assert unwanted("Mayor Ada Brook is idiotic.", ARTICLE, language="en") is Reason.ABUSE
    assert unwanted("The delay of the ferry was called idiotic by opponents.", ARTICLE, language="en") is None
    assert unwanted("It is idiotic.", ARTICLE, language="en") is None


@pytest.mark.parametrize(("language", "sentence"), pairs(HARMLESS))
def test_what_an_article_tells_of_people_is_no_order_and_no_insult(language: str, sentence: str) -> None:
    assert unwanted(sentence, ARTICLE, language=language) is None


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The ferry is back #FreeMoney for all.", Reason.MENTION),
        ("渡輪恢復行駛＃免費送錢", Reason.MENTION),
        ("More is told on evil[.]example about the ferry.", Reason.LINK),
        ("More is told on evil [dot] example about the ferry.", Reason.LINK),
        ("More is told on evil(.)example about the ferry.", Reason.LINK),
        ("More is told on evil{.}com about the ferry.", Reason.LINK),
        ("More is told on evil dot example about the ferry.", Reason.LINK),
        ("Mehr dazu auf evil punkt com.", Reason.LINK),
        ("Подробнее на evil точка ru.", Reason.LINK),
        ("詳情見 evil點com。", Reason.LINK),
        ("See evil。example for the ferry.", Reason.LINK),
        ("See hxxps://evil for the ferry.", Reason.LINK),
        ("Write to ada [at] evil for the ferry.", Reason.CONTACT),
    ],
)
def test_hashtags_and_disguised_addresses_are_refused_unless_the_article_has_them(
    sentence: str, reason: Reason
) -> None:
    assert unwanted(sentence, ARTICLE, language="en") is reason
    telling = Document(text=f"{ARTICLE.text} {sentence}", title="", language="en")
    assert unwanted(sentence, telling, language="en") is None


def test_what_the_article_says_itself_is_kept() -> None:
    for sentence in (
        "The harbour office and its readers used #NorwickFerry.",
        "Opponents called the delay idiotic.",
        "Click here for all our newsletters.",
    ):
        assert unwanted(sentence, ARTICLE, language="en") is None
    # The article's own call goes on in another way.
    assert unwanted("Click here for free money.", ARTICLE, language="en") is Reason.ORDER


def test_the_rest_of_a_summary_stays_without_the_order() -> None:
    text = (
        "The ferry to Eastholm is back after two years of repairs. Reply with your password to keep reading the news."
    )
    checked = check(Summary(text=text, language="en", engine="x", grounded=False), ARTICLE, sentences=3, language="en")
    assert checked.summary is not None
    assert checked.summary.text == "The ferry to Eastholm is back after two years of repairs."
    assert checked.rejected == {Reason.ORDER: 1}
