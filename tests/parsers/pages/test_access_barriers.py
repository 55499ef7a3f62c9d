from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.models.articles import PageProblem
from bot.parsers.pages.access_barriers import access_barrier, mentions_barrier
from bot.parsers.pages.meta import PageMeta

URL = "https://paper.example/2026/03/pier"
PROSE = "Engineers found two cracks in the stone steps, which will be repaired before the season begins in May. "


def barrier_of(
    *lines: str, url: str = URL, title: str = "Old pier closed", meta: PageMeta | None = None
) -> PageProblem | None:
    return access_barrier(url, title=title, lines=lines, meta=meta or PageMeta())


@pytest.mark.parametrize(
    "text",
    [
        "Checking your browser before accessing paper.example.",
        "请开启 JavaScript 并刷新该页。",
        "Я не робот",
        "Access Denied",
    ],
)
def test_a_short_page_about_robots_is_a_check_for_them(text: str) -> None:
    assert barrier_of(text) is PageProblem.ROBOTS
    assert barrier_of(*[PROSE] * 3, text) is None


def test_a_title_about_robots_is_enough() -> None:
    assert barrier_of("Ray ID: 7", title="Just a moment...") is PageProblem.ROBOTS


@pytest.mark.parametrize(
    "line",
    [
        "We and our 143 partners store cookies. You can accept all or reject all. " * 4,
        "Mit Werbung und Tracking: Ihre Einwilligung können Sie jederzeit widerrufen. " * 4,
        "當您點選同意，即表示您同意我們使用 cookie。" * 6,
    ],
)
def test_a_page_mostly_about_consent_asks_for_it(line: str) -> None:
    assert barrier_of(line) is PageProblem.CONSENT
    assert barrier_of(line, meta=PageMeta(is_article=True)) is not PageProblem.CONSENT
    assert barrier_of(line, meta=PageMeta(published_at=datetime(2026, 3, 2, tzinfo=UTC))) is not PageProblem.CONSENT
    assert barrier_of(line, *[PROSE] * 20) is None
    assert barrier_of(*[line] * 20) is None  # too long to be a dialogue


@pytest.mark.parametrize(
    "url", ["https://consent.paper.example/m?continue=x", "https://paper.example/zustimmung?url=x"]
)
def test_a_page_at_the_place_of_consent_asks_for_it(url: str) -> None:
    assert barrier_of("Before you continue", url=url) is PageProblem.CONSENT


def test_one_word_about_cookies_makes_no_consent_page() -> None:
    assert barrier_of("The bakery sells cookies. " * 12) is None


def test_a_short_page_that_wants_a_login_says_so() -> None:
    assert barrier_of("Please log in with your account.") is PageProblem.LOGIN
    assert barrier_of("Welcome back.", url="https://paper.example/login?next=/a") is PageProblem.LOGIN
    assert barrier_of("Please log in with your account.", meta=PageMeta(is_article=True)) is PageProblem.TEASER


@pytest.mark.parametrize("words", ["Subscribe to continue reading.", "Réservé aux abonnés", "有料会員限定です"])
def test_a_paywalls_words_at_the_end_of_a_short_text_make_it_a_beginning(words: str) -> None:
    assert barrier_of(PROSE * 3, words) is PageProblem.PAYWALL
    assert barrier_of(words, *[PROSE] * 5) is None
    assert barrier_of(PROSE * 30, words) is None


def test_a_paid_article_that_is_shown_whole_lacks_nothing() -> None:
    assert barrier_of(PROSE * 5, meta=PageMeta(paid=True)) is PageProblem.PAYWALL
    assert barrier_of(PROSE * 15, meta=PageMeta(paid=True)) is None


def test_a_short_text_of_nothing_special_is_a_teaser() -> None:
    assert barrier_of(PROSE) is PageProblem.TEASER
    assert barrier_of(PROSE * 3) is None


def test_a_description_that_speaks_of_consent_or_robots_is_none_of_the_article() -> None:
    assert mentions_barrier("We value your privacy and use cookies.")
    assert mentions_barrier("Enable JavaScript to go on.")
    assert not mentions_barrier("The bakery sells cookies.")
    assert not mentions_barrier("We value your privacy and use cookies. " + PROSE * 6)


@pytest.mark.parametrize(
    "line",
    [
        "These cookies are crisp; leave each cookie on the tray, and track the time: tracking helps. ",
        "The court found that consent to cookies was not given freely, and that the GDPR demands consent. ",
        "Trackers and cookies follow people through shops, said the watchdog, which wants consent before tracking. ",
        "Das Gericht verlangt eine Einwilligung: Ohne Zustimmung verletze der Konzern den Datenschutz. ",
        "法院指隱私與同意同樣重要，業者未經同意收集個人資料即屬違法。",
    ],
)
def test_an_article_about_consent_asks_for_none(line: str) -> None:
    assert barrier_of(*[line * 2] * 4) is None
    assert not mentions_barrier(line)
    assert barrier_of(*[PROSE] * 3, url="https://paper.example/topics/consent/law") is None


@pytest.mark.parametrize(
    "line",
    [
        "Nous et nos partenaires utilisons des cookies. Avec votre consentement, vous pouvez accepter ou refuser. ",
        "Nosotros y nuestros socios usamos cookies con su consentimiento. Puede aceptar o rechazar sus opciones. ",
        "Nós e nossos parceiros usamos cookies. Você pode aceitar ou recusar; o seu consentimento é livre. ",
        "Мы и наши партнёры используем файлы cookie. Дайте согласие: вы можете принять все. ",
        "نحن وشركاؤنا نستخدم ملفات تعريف الارتباط بعد موافقتك ويمكنك رفض الكل. ",
        "हम और हमारे पार्टनर कुकीज़ का उपयोग करते हैं। आपकी सहमति ज़रूरी है, आप सभी को स्वीकार कर सकते हैं। ",
        "Kami dan mitra kami menggunakan kuki dengan persetujuan Anda. Anda dapat terima semua. ",
        "Kami dan 9 mitra kami memproses data pribadi dan cookie. Anda dapat menolaknya. ",
        "当社はクッキーを使用します。お客様の同意が必要です。すべて許可できます。",
        "我们和合作伙伴使用 cookie 并重视您的隐私。您可以同意或拒绝全部。",
    ],
)
def test_consent_is_asked_in_many_languages(line: str) -> None:
    assert barrier_of(line * 4) is PageProblem.CONSENT


BANNER = "We use cookies. By clicking you accept all cookies; you can change your preferences and manage your choices."
GERMAN_BANNER = "Wir und unsere Partner nutzen Cookies. Sie können Ihre Einwilligung widerrufen und alle akzeptieren."
DOUGH = "These cookies take twenty minutes. Bake the cookies until the edges are brown, and keep the cookies in a tin. "
COURT = "The court ruled that the cookie banner broke the law, and that consent to cookies must be free. "


@pytest.mark.parametrize(
    "lines",
    [
        [f"{DOUGH * 3}Then came the banner. {BANNER} Not these cookies."],
        [DOUGH * 3, BANNER],
        [f"{COURT * 2}It said: “{BANNER}” The publisher may appeal to a higher court."],
        [f"Das Gericht verwarf das Banner. Es lautete: „{GERMAN_BANNER}“ Die Einwilligung müsse frei sein. " + PROSE],
        [
            (
                "法院裁定橫幅違法，業者未經同意收集個人資料。橫幅寫道："
                "「當您點選同意，即表示您同意我們使用 cookie，並可管理設定。」業者可上訴。"
            ),
            "法官指出，同意必須出於自願，拒絕不得比接受多一次點選。業者須在五月前改正。" * 2,
        ],
    ],
)
def test_an_article_that_quotes_a_banner_is_one(lines: list[str]) -> None:
    assert barrier_of(*lines) is None


def test_a_page_of_purposes_between_its_questions_asks_for_consent() -> None:
    purposes = "Cookies and similar identifiers can be stored on a device and read again, to measure what was shown. "
    assert (
        barrier_of("We value your privacy", f"{BANNER} {purposes} You can withdraw your consent.")
        is PageProblem.CONSENT
    )
    assert (
        barrier_of(f"{BANNER} {purposes}", "Click “Accept all” to agree; you can refuse. " * 3) is PageProblem.CONSENT
    )


PURPOSES = ["Keep the services running", "Guard against abuse", "Count visits", "Show results that fit"]
# As large sites ask before a search or a film: a heading, what for in a list, and two buttons.
ASKS_BEFORE = {
    "Before you continue to Finder": ["We use cookies to", "If you “Accept all”, “Reject all”: cookies"],
    "Bevor Sie zu Finder weitergehen": ["Wir verwenden Cookies, um", "Alle akzeptieren, alle ablehnen: Cookies"],
    "Avant d'accéder à Finder": ["Nous utilisons des cookies pour", "Tout accepter, tout refuser : cookies"],
    "Antes de ir a Finder": ["Utilizamos cookies para", "Aceptar todo, rechazar todo: cookies"],
    "Antes de continuar para o Finder": ["Usamos cookies para", "Escolha “Aceitar tudo” ou “Rejeitar tudo”: cookies"],
    "Прежде чем перейти к Finder": ["Мы используем файлы cookie, чтобы", "Принять все, отклонить все: cookie"],
    "قبل المتابعة إلى Finder": ["نستخدم ملفات تعريف الارتباط من أجل", "قبول الكل أو رفض الكل من ملفات تعريف الارتباط"],
    "Finder पर जाने से पहले": ["हम कुकीज़ इनके लिए रखते हैं", "सभी को स्वीकार, सभी को अस्वीकार: कुकीज़"],
    "Sebelum melanjutkan ke Finder": ["Kami menggunakan cookie untuk", "Terima semua atau tolak semua cookie"],
    "Finder にアクセスする前に": ["私たちはクッキーを次のために使います", "すべて拒否、すべて同意：クッキー"],
    "继续前往 Finder 之前": ["我们使用 Cookie 用于", "选择“全部接受”或“全部拒绝”，管理隐私"],
    "繼續使用 Finder 前，請先看": ["我們使用 Cookie 用於", "選擇「全部接受」或「全部拒絕」，管理隱私"],
}  # fmt: skip


@pytest.mark.parametrize("heading", ASKS_BEFORE)
def test_a_page_that_asks_before_it_goes_on_is_known_by_its_heading(heading: str) -> None:
    first, last = ASKS_BEFORE[heading]
    assert barrier_of(first, *PURPOSES, last, title=heading) is PageProblem.CONSENT
    assert barrier_of(heading, first, *PURPOSES, last, title="Finder") is PageProblem.CONSENT
    assert barrier_of(first, *[PROSE] * 4, last, title=f"{heading}: what the page means") is not PageProblem.CONSENT


def test_an_article_about_such_a_page_is_none() -> None:
    told = [*[PROSE] * 3, "The page says that it uses cookies, with “Accept all” and “Reject all”."]
    assert barrier_of(*told, title="Before you continue to Finder") is not PageProblem.CONSENT
