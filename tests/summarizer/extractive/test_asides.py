"""What a page says of itself (who earns, how long it takes to read, who may comment) is no sentence of a summary."""

from __future__ import annotations

import pytest

from summarizer.base import Document, NothingToSummarize, Summary
from summarizer.extractive.boilerplate import article_lines, is_furniture, is_label
from summarizer.extractive.extract import summarize_document

NOTICES = {
    "en": """
You have 3 free articles left this month.
This report was fact-checked by our science desk.
Correction: An earlier version named the wrong mill.
Most read
Advertisement – the text goes on below
Got a tip? Write to tips@miller.example
Listen to this story
We may earn a commission if you buy through links on our site.
This article contains affiliate links, which means we may earn a small commission.
When you purchase through links on our site, we may earn an affiliate commission.
As an Amazon Associate I earn from qualifying purchases.
Our reviewers independently chose every product.
The product was provided by the maker for this review.
Share this article on Facebook
Share Tweet Email Print
Updated 3 March 2026 at 10:15 GMT.
This is a developing story.
This story has been updated with new information.
5 min read
Reading time: 4 minutes.
Estimated reading time: 5 minutes
Monday, March 3, 2026
3 March 2026, 10:30 am
Comments are closed.
Please keep comments respectful and on topic.
Your email address will not be published. Required fields are marked *
You must be logged in to post a comment.
Your browser does not support the video tag.
Please enable JavaScript to view the comments powered by Disqus.
This website requires JavaScript to run properly.
You are using an outdated browser. Please upgrade your browser.
submitted by /u/x [link] [comments]
submitted by   /u/harbour_fan   to   r/ferries  [link]   [comments]
Article URL: https://x.example/a
Comments URL: https://x.example/b
Points: 12
# Comments: 3
The post Ferry back appeared first on The Harbour.
Reporting by Jane Doe; Editing by Joe Roe
(Reporting by Jane Doe in London)
3 hours ago
Posted in News
Tags: ferry, harbour
Filed under: News
1.2K shares
12 Comments
Leave a comment
Story continues below advertisement
Views expressed in this article are the author's own and do not necessarily reflect those of the paper.
JavaScript is disabled in your browser.
To view this video please enable JavaScript, and consider upgrading to a web browser that supports HTML5 video.
We earn a commission for products purchased through some links in this article.
Disclosure: this post may contain affiliate links.
Read time: 3 mins
Comments must be civil; those that are not will be deleted.
Get our best stories delivered to your inbox.
Follow us on Facebook and X for more news.
This post was originally published on Harbour Blog.
Prices were correct at the time of publication.
""",
    "de": """
Melden Sie sich zu unserem Newsletter an
Zur Startseite
Diskutieren Sie mit!
Artikel teilen auf Facebook oder per E-Mail
Zuletzt geändert: 03.03.2026
Kommentare werden erst nach einer Prüfung freigeschaltet.
Abonnieren Sie jetzt den Brief der Redaktion.
Für Käufe über Links in diesem Artikel erhalten wir eine Provision.
Dieser Artikel enthält Affiliate-Links.
Artikel teilen
Lesezeit: 4 Minuten
Lesedauer ca. 3 Min.
3 Minuten Lesezeit
Dienstag, 27. August 2024
Kommentare sind geschlossen.
Bitte bleiben Sie in den Kommentaren sachlich.
Ihr Browser unterstützt kein Video.
Bitte aktivieren Sie JavaScript.
Der Beitrag Fähre zurück erschien zuerst auf Hafenblatt.
Vor 3 Stunden
Schlagwörter: Fähre, Hafen
Dieser Artikel wurde zuletzt am 3. März aktualisiert.
(Redaktion: Anna Beispiel)
Teilen auf Facebook
Sie müssen angemeldet sein, um einen Kommentar abzugeben.
""",
    "fr": """
Recevez l’essentiel chaque matin dans votre boîte
Le contenu de cet encart est bloqué, car vous refusez les cookies.
Partager sur WhatsApp ou par mail
Publicité
Cet article contient des liens affiliés.
Nous pouvons percevoir une commission sur les achats effectués via nos liens.
Partager sur Facebook
Temps de lecture : 3 minutes.
Lecture : 3 min
Mardi 27 août 2024
Les commentaires sont fermés.
Merci de rester courtois dans les commentaires.
Votre navigateur ne prend pas en charge la vidéo.
Veuillez activer JavaScript.
L’article Le bac revient est apparu en premier sur Le Port.
Il y a 3 heures
Publié le 3 mars 2026 à 10h15
(Avec AFP)
Laisser un commentaire
Votre adresse e-mail ne sera pas publiée.
""",
    "es": """
Más información
Síguenos en Instagram y TikTok
Únete a nuestro canal de Telegram
Compartir por correo o WhatsApp
Lea además: La noria vuelve a girar
Publicidad
Este artículo contiene enlaces de afiliados.
Podemos recibir una comisión por las compras.
Compartir en Facebook
Tiempo de lectura: 3 minutos.
3 min de lectura
Martes, 27 de agosto de 2024
Los comentarios están cerrados.
Por favor, sean respetuosos en los comentarios.
Su navegador no admite vídeo.
Active JavaScript para ver esta página.
La entrada El ferry vuelve se publicó primero en El Puerto.
El post El ferry apareció primero en El Puerto.
Hace 3 horas
Etiquetas: ferry, puerto
Deja un comentario
Publicado el 3 de marzo de 2026
""",
    "pt": """
Assine o nosso boletim diário
Siga-nos no Facebook
Clique aqui e receba tudo no celular
Partilhe por e-mail ou Telegram
Publicidade
Última atualização: 03/03/2026
Este artigo contém links de afiliados.
Podemos receber uma comissão pelas compras.
Compartilhe no Facebook
Tempo de leitura: 3 minutos.
Terça-feira, 27 de agosto de 2024
Os comentários estão encerrados.
Seu navegador não suporta vídeo.
Ative o JavaScript para ver esta página.
O post A balsa volta apareceu primeiro em O Porto.
Há 3 horas
Deixe um comentário
Publicado em 3 de março de 2026
""",
    "ru": """
Комментарии
Фото из архива мельницы
Поделиться в Telegram или по почте
Комментарии публикуются после проверки.
Авторизуйтесь, чтобы ответить.
Статья содержит партнёрские ссылки.
Мы можем получать комиссию за покупки по ссылкам.
Поделиться в Telegram
Время чтения: 3 минуты.
27 августа 2024, 10:30
Комментарии закрыты.
Пожалуйста, соблюдайте правила комментирования.
Ваш браузер не поддерживает видео.
Включите JavaScript, чтобы продолжить.
Сообщение Паром вернулся появились сначала на Гавань.
Запись Паром вернулся впервые появилась Гавань.
3 часа назад
Теги: паром, гавань
Материал дополняется.
Оставьте комментарий
(Автор: Анна Иванова)
Нашли опечатку? Выделите её и нажмите Ctrl+Enter.
""",
    "zh-Hant": """
本文含有聯盟行銷連結，我們可能會獲得分潤。
分享到 Facebook
閱讀時間：3 分鐘
預計閱讀時間約 3 分鐘。
本文閱讀約需 5 分鐘。
2026年3月3日 星期二 10:30
留言功能已關閉。
請理性留言，勿人身攻擊。
您的瀏覽器不支援影片播放。
請啟用 JavaScript 以繼續瀏覽。
〈渡輪復航〉這篇文章最早發佈於《港灣報》。
3 小時前
標籤：渡輪、港口
（記者：王小明）
（責任編輯：李四）
發表留言
你的電郵地址不會被公開。
以上言論不代表本站立場。
""",
    "zh-Hans": """
本文包含联盟链接，我们可能会获得佣金。
分享到微博
阅读时间：3分钟
全文共2000字，阅读约需5分钟。
2026年3月3日 10:30
评论已关闭。
请文明发言，遵守评论规则。
您的浏览器不支持视频播放。
请启用JavaScript。
《渡轮复航》最先出现在港湾报。
3小时前
标签：渡轮
（记者：王小明）
【责任编辑：李四】
文章为作者独立观点，不代表本站立场。
""",
    "ja": """
この記事をシェア
フォローする
提供：水車新聞
LINEとメールでシェア
本サイトを表示するにはJavaScriptをオンにしてください。
メールマガジンを購読する
スポンサーリンク
この記事にはアフィリエイトリンクが含まれています。
本ページはプロモーションが含まれています。
シェアする
この記事は約3分で読めます。
2026年3月3日 10:30
コメントは受け付けていません。
お使いのブラウザは動画に対応していません。
JavaScriptを有効にしてください。
投稿 フェリー再開 は 港新聞 に最初に表示されました。
3時間前
タグ：フェリー
（記者：山田太郎）
（取材・文：山田太郎）
コメントを残す
""",
    "ar": """
مواضيع ذات صلة
التعليقات
شارك عبر واتساب أو البريد
تخضع جميع التعليقات للإشراف.
آخر تحديث: 03/03/2026
إعلان
قد نحصل على عمولة عند الشراء عبر روابطنا.
شارك على فيسبوك
وقت القراءة: 3 دقائق.
التعليقات مغلقة.
متصفحك لا يدعم الفيديو.
يرجى تفعيل جافا سكريبت.
ظهرت المقالة عودة العبارة أولاً على الميناء.
منذ 3 ساعات
الوسوم: عبارة، ميناء
(تحرير: أحمد علي)
اترك تعليقا
هذا الخبر قيد التحديث.
""",
    "hi": """
टिप्पणियाँ
संबंधित खबरें
ट्विटर और टेलीग्राम पर साझा करें
प्रकाशित: 3 मार्च 2026
टिप्पणियाँ छपने से पहले जाँची जाएँगी।
विज्ञापन
इस लेख में एफिलिएट लिंक हैं।
फेसबुक पर शेयर करें
पढ़ने का समय: 3 मिनट।
3 मिनट में पढ़ें
टिप्पणियां बंद हैं।
आपका ब्राउज़र वीडियो का समर्थन नहीं करता।
कृपया जावास्क्रिप्ट सक्षम करें।
3 घंटे पहले
टैग: नौका
(रिपोर्ट: राम कुमार)
यह खबर अपडेट हो रही है।
अपनी टिप्पणी लिखें
""",
    "id": """
Daftar ke newsletter harian
Berita terkait
Simak video kincir di bawah
Bagikan lewat email atau Telegram
Diperbarui: 03/03/2026
Berlangganan kabar mingguan kami.
Iklan
Artikel ini berisi tautan afiliasi.
Bagikan ke Facebook
Waktu baca: 3 menit.
Selasa, 27 Agustus 2024
Komentar ditutup.
Browser Anda tidak mendukung video.
Aktifkan JavaScript untuk melanjutkan.
Artikel Feri kembali pertama kali tampil pada Pelabuhan.
The post Feri kembali appeared first on Pelabuhan.
3 jam yang lalu
Tag: feri
(Editor: Budi)
Tinggalkan komentar
""",
}

PROSE = """
The most read book of the year is about mills.
This report was reviewed by the editors of four papers before the court saw it.
Werbung für Tabak wird verboten.
Más información secreta fue hallada en el molino.
Comentarios del ministro enojaron a los molineros.
Комментарии министра разозлили мельников.
フォローする人が増えている。
Berita terkait korupsi itu dibantah.
Share prices fell by three per cent on Monday.
Sharing the prize, the two sisters thanked the jury.
Print newspapers lose readers every year.
The post office in Harbour ran on Monday with half its staff.
The post was published on Monday by the minister himself.
The article, published in Nature, says the ice melts faster.
The article, which was first published in the journal Nature on Monday, says that the ice is melting faster.
JavaScript is a programming language that runs in browsers.
Your browser history can be sold, researchers said.
Your browser may share your data, researchers said.
If you buy a house, the agent takes three per cent of the price.
We were given free food for three days, the survivors said.
Reporting by the BBC found that the firm had lied.
Research by the University of Leeds, published on Monday, shows it.
Copyright law in Europe changes next year.
The author was a journalist who died in 1990.
Prices may change as the harvest fails, said the minister.
Comments that the minister made were removed from the record.
The commission earns praise for its report on affiliates.
This is a story of two brothers and their boat.
This story has been told many times in the village.
Views of the harbour are popular with painters.
Reading time at school was cut by an hour a week.
Comments are welcome, the mayor told the council.
Five minutes later the ferry sank.
Three hours ago nobody knew his name, the coach said.
The video shows the ferry leaving the port.
The site requires repairs that cost nine million.
The council independently chose a new chairman.
The influencer used affiliate links to earn millions, police said.
Follow-up talks begin on Monday, the ministry said.
Breaking news broadcasts were stopped for an hour.
Editing by machine is now common, the publisher said.
March 3, 2026 was the day on which the bridge opened.
On 3 March 2026 the bridge opened to walkers.
3 March 2026 was a cold day in the harbour.
Tags on the whales sent signals for a year.
Category five winds hit the coast on Monday.
Posted to the border, the soldiers waited for orders.
Please, the girl said, and the guard opened the gate.
Los miembros de la comisión votaron ayer a favor del puente.
El alcalde recibe a la comisión de vecinos mañana.
Este artículo de la ley obliga a la comisión a responder.
La noticia fue publicada por el diario el lunes pasado.
Hace tres años el puente se cerró al tráfico.
Hace 3 años el puente se cerró al tráfico.
Con información de la policía, el juez decidió cerrar el puerto, según fuentes.
Los comentarios del ministro enfadaron a los vecinos.
Os membros da comissão votaram a favor da ponte.
Há 3 anos a ponte foi fechada ao trânsito.
Se a comissão aprovar, o artigo muda a lei.
Compartilhar água é lei no sertão.
Nous avons saisi la commission des lois lundi.
Cet article de la loi oblige la commission à répondre.
Il y a trois ans, le pont a été fermé.
Il y a 3 ans, le pont a été fermé aux camions.
Si vous achetez une maison, la commission de l'agent est de trois pour cent.
Les commentaires du ministre ont irrité le maire.
Votre navigateur sait tout de vous, dit la chercheuse.
Die Makler verlangen eine Provision von drei Prozent.
Wenn Makler eine Provision verlangen, zahlt der Käufer.
Vor 3 Jahren wurde die Brücke gesperrt.
Der Artikel 5 des Gesetzes ist zuerst gestrichen worden.
Kommentare des Ministers verärgerten die Stadt.
Teilen will der Konzern die Gewinne nicht.
Die Redaktion der Zeitung streikt seit Montag.
Если комиссия примет закон, вознаграждение вырастет.
Комментарии министра вызвали споры в городе.
3 года назад мост закрыли для машин.
Поделиться опытом приехали рыбаки из Норвегии.
Материал моста не выдержал морозов, сообщил мэр.
Источник сообщил, что мост закроют в марте.
Автор закона выступил в парламенте.
如果經紀收取佣金，買家須付百分之三。
分享會昨日在港灣舉行，百人出席。
評論員指政府應關閉舊橋。
相關報道引起關注，政府昨日回應。
最新消息引起市民關注，渡輪仍未復航。
記者會上，市長表示新橋將於春天啟用。
閱讀時間減少，學生成績下降。
3年前，舊橋已關閉。
您的瀏覽紀錄可能被出售，學者警告。
轉載事件引發爭議，報社昨日道歉。
本文所述的橋於去年完工，市長說。
分享经济公司昨日宣布裁员。
评论区的谣言引发恐慌，警方昨日通报。
编辑部昨日搬迁至新大楼。
この記事では広告業界の人手不足を取り上げる。
コメントを求められた市長は「残念だ」と述べた。
関連記事を書いた記者が逮捕された。
3年前、橋は閉鎖された。
シェア自転車の利用が急増している。
撮影した写真が賞を受けた。
読書時間が減っていることが分かった。
شارك الآلاف في المظاهرة يوم الاثنين.
حمل المتظاهرون صورا نشروها على فيسبوك.
انضم اللاعب إلى النادي عبر قناته على تلغرام.
التعليقات على القرار كانت كثيرة في المدينة.
منذ 3 سنوات أغلق الجسر أمام السيارات.
नगर परिषद ने पुल के लिए मतदान किया।
3 साल पहले पुल बंद कर दिया गया था।
टिप्पणी करने के बाद मंत्री ने माफी मांगी।
Anggota Komisi III DPR membahas jembatan itu.
Kami mendukung pembelian kapal oleh Komisi III.
3 tahun lalu jembatan itu ditutup.
Bagikan beras gratis, wali kota dipuji warga.
Komentar menteri itu membuat marah warga.
I membri della commissione hanno votato ieri.
Tre anni fa il ponte è stato chiuso.
3년 전 다리가 폐쇄됐다.
Článek o mostu vyšel v pondělí a vzbudil zájem.
Článek ústavy pochází z roku 1993.
Indlægget om broen blev læst af mange.
글로벌 기업이 서울에 처음 등장했다고 시는 밝혔다.
Artikkeli on julkaistu ja sitä luettiin paljon.
Haber ilk olarak dün akşam duyuldu ve kentte sevinç yarattı.
공유 자전거 이용이 늘었다.
"""


@pytest.mark.parametrize("language", NOTICES)
def test_what_a_page_says_of_itself_is_nothing_to_summarize(language: str) -> None:
    kept = [line for line in NOTICES[language].strip().splitlines() if not is_furniture(line)]
    assert not kept
    assert isinstance(summarize_document(Document(text=NOTICES[language]), sentences=3), NothingToSummarize)


def test_sentences_that_only_begin_alike_are_kept() -> None:
    lost = [line for line in PROSE.strip().splitlines() if article_lines(line) != [line]]
    assert not lost


@pytest.mark.parametrize(
    "behind",
    [
        "The post Mill turns appeared first on The Miller.",
        "This article contains affiliate links.",
        "La entrada El molino gira se publicó primero en El Molinero.",
        "Der Beitrag Mühle dreht sich erschien zuerst auf Müllerblatt.",
        "(Reporting by Jane Doe; Editing by Joe Roe)",
        "（記者：王小明）",
    ],
)
def test_a_notice_behind_the_last_sentence_of_a_line_is_left_out(behind: str) -> None:
    news = "The old windmill of the village turned for the first time in forty years."
    found = summarize_document(Document(text=f"{news} {behind}", title="Mill turns"), sentences=3)
    assert isinstance(found, Summary)
    assert found.text == news


@pytest.mark.parametrize(
    "line",
    [
        "Vapur geri döndü yazısı ilk önce Liman Gazetesi üzerinde ortaya çıktı.",
        "게시물 페리가 돌아왔다이 항구 소식에 처음 등장했습니다.",
        "نوشته کشتی بازگشت اولین بار در بندر پدیدار شد.",
        "הפוסט המעבורת חזרה הופיע לראשונה ב-הנמל.",
        "Το άρθρο Το πλοίο γύρισε εμφανίστηκε πρώτα στο Λιμάνι.",
        "Příspěvek Trajekt je zpět pochází z Přístav.",
        "Příspěvek Trajekt je zpět se nejdříve objevil na Přístav.",
        "A Komp visszatért bejegyzés először Kikötő-én jelent meg.",
        "Articolul Feribotul revine apare prima dată în Portul.",
        "Indlægget Færgen er tilbage blev først udgivet på Havnen.",
        "Artikkeli Lautta palasi julkaistiin ensimmäisen kerran Satama.",
        "Innlegget Fergen er tilbake dukket først opp på Havna.",
        "Запис Пором повернувся спершу з'явиться на Порт.",
        "Публикацията Фериботът се върна се появи първо в Пристанище.",
        "L'entrada El ferri torna ha aparegut primer a El Port.",
        "पोस्ट नौका लौटी सबसे पहले बंदरगाह पर दिखाई दी।",
        "โพสต์ เรือกลับมา ปรากฏครั้งแรกเมื่อ ท่าเรือ",
        "Чланак Трајект се вратио се појављује прво на Лука.",
        "Objava Trajekt se vratio pojavila se prvi puta na Luka.",
        "Príspevok Trajekt je späť vyšiel na Prístav.",
    ],
)
def test_that_a_post_appeared_elsewhere_first_is_a_notice_in_many_languages(line: str) -> None:
    assert is_furniture(line)


def test_an_item_that_only_links_to_a_discussion_has_no_summary() -> None:
    for text in (
        "submitted by /u/x [link] [comments]",
        "Article URL: https://x.example/clock Comments URL: https://x.example/c2 Points: 12 # Comments: 3",
    ):
        found = summarize_document(Document(text=text, title="A table of ferries"), sentences=3)
        assert isinstance(found, NothingToSummarize)


@pytest.mark.parametrize(
    ("sentence", "is_one"),
    [
        ("Updated: 3 March 2026.", True),
        ("Publicidad.", True),
        ("（责任编辑：王波）。", True),
        ("Updated rules apply from the 3rd.", False),
        ("See also how the mill turns.", False),
        ("So it was (in part).", False),
        (
            "Updated on 3 March 2026, the list of ferries now names twelve more harbours, said the town that owns it.",
            False,
        ),
    ],
)
def test_a_stamp_a_label_or_a_credit_is_no_sentence_of_its_line(sentence: str, is_one: bool) -> None:
    assert is_label(sentence) is is_one
