"""Invented articles in many scripts, with the furniture that pages print around them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """An article: its prose, what stands around it, and what a summary is joined by."""

    language: str
    title: str
    paragraphs: tuple[str, ...]
    furniture: tuple[str, ...]

    @property
    def text(self) -> str:
        first, *rest = self.paragraphs
        return "\n".join([*self.furniture[:1], first, *self.furniture[1:], *rest])


SAMPLES = (
    Sample(
        language="en",
        title="Harbour ferry returns after winter storm",
        paragraphs=(
            (
                "PORT ELM (Reuters) - The harbour ferry returned to service on Monday, three weeks after a storm broke "
                "its pier. About 400 people rode the first boat."
            ),
            "Mayor Ada Finch said: “We missed it. We will not lose it again.” The repair cost 1.2 million crowns.",
            "Fishermen had carried passengers across the bay for free in the meantime, often before sunrise.",
        ),
        furniture=(
            "By Jane Doe",
            "Passengers board the ferry on Monday. (AP Photo/Joe Doe)",
            "We use cookies to improve your experience.",
            "Read more: How the pier was built",
            "Subscribe to our newsletter today.",
        ),
    ),
    Sample(
        language="de",
        title="Hafenfähre fährt nach dem Wintersturm wieder",
        paragraphs=(
            (
                "Die Hafenfähre fährt seit Montag wieder, drei Wochen nachdem ein Sturm ihren Anleger zerstört hatte. "
                "Etwa 400 Menschen nahmen das erste Boot."
            ),
            (
                "Bürgermeisterin Ada Fink sagte: „Wir haben sie vermisst. Wir geben sie nicht mehr her.“ Die Reparatur "
                "kostete 1,2 Millionen Kronen."
            ),
        ),
        furniture=("Von Anna Beispiel", "Foto: dpa", "Lesen Sie auch: Wie der Anleger entstand"),
    ),
    Sample(
        language="ru",
        title="Паром в гавани вернулся после зимнего шторма",
        paragraphs=(
            (
                "Паром в гавани в понедельник снова вышел на линию через три недели после шторма, разрушившего причал. "
                "Первым рейсом воспользовались около 400 человек."
            ),
            "Мэр Ада Финч сказала: «Нам его не хватало. Больше мы его не потеряем». Ремонт обошёлся в 1,2 млн крон.",
        ),
        furniture=("Фото: ТАСС", "Читайте также: Как строили причал", "Подпишитесь на наш Telegram-канал."),
    ),
    Sample(
        language="ar",
        title="عبارة الميناء تعود بعد عاصفة الشتاء",
        paragraphs=(
            (
                "عادت عبارة الميناء إلى الخدمة يوم الاثنين بعد ثلاثة أسابيع من عاصفة دمرت رصيفها. وركب "
                "القارب الأول نحو 400 شخص."
            ),
            "وقالت رئيسة البلدية: هل نخسرها مرة أخرى؟ لن يحدث ذلك أبدا. وبلغت تكلفة الإصلاح مليون كرونة.",
        ),
        furniture=("صورة: رويترز", "اقرأ أيضا: كيف بني الرصيف", "جميع الحقوق محفوظة"),
    ),
    Sample(
        language="hi",
        title="सर्दी के तूफ़ान के बाद बंदरगाह की नौका लौटी",
        paragraphs=(
            "बंदरगाह की नौका सोमवार को फिर चलने लगी, तूफ़ान से घाट टूटने के तीन हफ़्ते बाद। पहली नाव में करीब 400 लोग सवार हुए।",
            "मेयर ने कहा कि शहर इसे दोबारा नहीं खोएगा। मरम्मत पर दस लाख रुपये खर्च हुए।",
        ),
        furniture=("फोटो: एएनआई", "यह भी पढ़ें: घाट कैसे बना"),
    ),
    Sample(
        language="zh-Hant",
        title="港口渡輪風暴後復航",
        paragraphs=(
            "【本報訊】港口渡輪週一恢復服務，距離風暴摧毀碼頭已有三個星期。首班船載了約四百名乘客。",
            "市長說：「我們很想念它。我們不會再失去它。」維修費用為一百二十萬元。",
            "在此期間，漁民經常在日出之前免費載送乘客橫渡海灣。",
        ),
        furniture=(
            "記者王小明／港口報導",
            "乘客週一登上渡輪。新華社",
            "延伸閱讀：碼頭的歷史",
            "訂閱電子報，掌握最新消息。",
        ),
    ),
    Sample(
        language="zh-Hans",
        title="港口渡轮风暴后复航",
        paragraphs=(
            "港口渡轮周一恢复服务，距离风暴摧毁码头已有三个星期。首班船载了约四百名乘客。",
            "市长说：“我们很想念它。我们不会再失去它。”维修费用为一百二十万元。",
        ),
        furniture=("图片来源：新华社", "相关阅读：码头的历史", "版权所有，未经授权不得转载。"),
    ),
    Sample(
        language="ja",
        title="港のフェリー、嵐のあと再開",
        paragraphs=(
            "港のフェリーは月曜日、嵐で桟橋が壊れてから三週間ぶりに運航を再開した。最初の便にはおよそ四百人が乗った。",
            "市長は「寂しかった。もう失わない。」と話した。修理には百二十万円かかった。",
        ),
        furniture=("写真：共同", "続きを読む", "関連記事：桟橋の歴史", "無断転載を禁じます。"),
    ),
    Sample(
        language="ko",
        title="겨울 폭풍 뒤 항구 여객선 운항 재개",
        paragraphs=(
            "항구 여객선이 폭풍으로 부두가 부서진 지 3주 만인 월요일 운항을 재개했다. 첫 배에는 약 400명이 탔다.",
            "시장은 다시는 여객선을 잃지 않겠다고 말했다. 수리에는 120만 원이 들었다.",
        ),
        furniture=("홍길동 기자", "사진: 연합뉴스", "무단 전재 및 재배포 금지"),
    ),
    Sample(
        language="am",
        title="የወደብ ጀልባ ከማዕበል በኋላ ተመለሰች",
        paragraphs=(
            "የወደብ ጀልባዋ ማዕበል ማረፊያዋን ካፈረሰ ከሦስት ሳምንት በኋላ ሰኞ ዕለት ሥራ ጀመረች። በመጀመሪያው ጉዞ አራት መቶ ሰዎች ተሳፈሩ።",
            "ከንቲባዋ ዳግመኛ አናጣትም ብለዋል። ጥገናው አንድ ሚሊዮን ብር ፈጅቷል።",
        ),
        furniture=("2026-03-02 10:00",),
    ),
    Sample(
        language="th",
        title="เรือข้ามฟากกลับมาให้บริการหลังพายุ",
        paragraphs=(
            "เรือข้ามฟากของท่าเรือกลับมาให้บริการอีกครั้งเมื่อวันจันทร์หลังจากพายุพัดท่าเทียบเรือพังเสียหายไปเมื่อสามสัปดาห์ก่อน",
            "นายกเทศมนตรีกล่าวว่าชาวเมืองคิดถึงเรือลำนี้มากและเมืองจะไม่ยอมให้เกิดเหตุการณ์เช่นนี้อีกเป็นครั้งที่สอง",
        ),
        furniture=("ภาพ: Reuters", "อ่านเพิ่มเติม: ประวัติท่าเรือ"),
    ),
)
