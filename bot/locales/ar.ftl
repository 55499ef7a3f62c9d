# The texts of Tidings in Arabic, in sections by the part of the program that uses them.
#
# المصطلحات: digest = موجز (موجزات) · summary = ملخّص · story = خبر (أخبار) · article = مقال · report = تقرير
# headline = عنوان (عناوين) · category = فئة · source = مصدر · feed = خلاصة (خلاصات) · follow = متابعة · filter = فلتر (فلاتر)
# mute = كتم · hide = إخفاء · alert = تنبيه · schedule = مواعيد · time zone = المنطقة الزمنية · thumbnail = صورة مصغّرة
# look = مظهر · owner = مالك. فصحى مبسّطة بصيغة المخاطب المفرد.
#
# No bidi controls stand here: the bot sends none. A line that begins with an Arabic letter reads from right to left; a
# command stands at the end of a sentence behind a colon, or begins its line, where its "/" stays in front.

## Digests
digest-headlines = أبرز العناوين
digest-stories = { $count ->
    [zero] لا أخبار
    [one] خبر واحد
    [two] خبران
    [few] { $count } أخبار
    [many] { $count } خبرًا
   *[other] { $count } خبر
}
digest-more-stories = { $count ->
    [zero] لا أخبار أخرى
    [one] خبر واحد آخر
    [two] خبران آخران
    [few] { $count } أخبار أخرى
    [many] { $count } خبرًا آخر
   *[other] { $count } خبر آخر
}
digest-more-headlines = { $count ->
    [zero] لا عناوين أخرى
    [one] عنوان واحد آخر
    [two] عنوانان آخران
    [few] { $count } عناوين أخرى
    [many] { $count } عنوانًا آخر
   *[other] { $count } عنوان آخر
}
digest-unlisted = { $count ->
    [zero] ولا شيء غيرها
    [one] وواحد آخر
    [two] واثنان آخران
    [few] و{ $count } أخرى
    [many] و{ $count } غيرها
   *[other] و{ $count } غيرها
}
digest-minutes = { $count ->
    [zero] أقل من دقيقة للقراءة
    [one] دقيقة واحدة للقراءة
    [two] دقيقتان للقراءة
    [few] { $count } دقائق للقراءة
    [many] { $count } دقيقة للقراءة
   *[other] { $count } دقيقة للقراءة
}
digest-good-morning = صباح الخير
digest-good-afternoon = طاب يومك
digest-good-evening = مساء الخير
digest-end = هذا كل شيء.
digest-end-next = هذا كل شيء. الموجز التالي: { $when }
digest-also = أيضًا في:
digest-whole-story = الخبر كاملًا
digest-continued-story = الجديد منذ موجزك السابق
digest-inside = القراءة في تيليجرام
digest-quoted = مقتبس من المقال
digest-original-language = باللغة الأصلية ({ $language })
digest-not-translated = دون ترجمة: { $languages }
digest-original = قراءة المقال الأصلي
digest-part = الجزء { $part } من { $parts }
digest-read-on = تابع القراءة: الجزء { $part } من { $parts }
digest-button-why = لماذا هذه؟
digest-button-less = أقل من هذا
digest-button-settings = الإعدادات
digest-button-longer = أطول
digest-button-shorter = أقصر
digest-button-headlines = عناوين اليوم
digest-why = <b>لماذا هذه الأخبار؟</b> لأنك تتابع فئاتها. يأتي أولًا ما ترويه مصادر أكثر، ثم الأحدث.
digest-why-sources = { $others ->
    [0] المصدر: { $source }
    [one] المصدر: { $source } ومصدر آخر
    [two] المصدر: { $source } ومصدران آخران
    [few] المصدر: { $source } و{ $others } مصادر أخرى
    [many] المصدر: { $source } و{ $others } مصدرًا آخر
   *[other] المصدر: { $source } و{ $others } مصدر آخر
}
digest-why-gone = لم أعد أعرف ما كان في هذا الموجز.
digest-less = ممّ تريد أن ترى أقل؟ 🔕 خبر: لن أخبرك بالمزيد عنه. 🔇 مصدر: لن أعرض شيئًا منه. ❌ فئة تتابعها.
digest-muted = لن يصلك المزيد عنه ✓
digest-muted-story = لن يصلك المزيد عن «{ $title }».
digest-longer-all = هذا كل ما لديّ، والباقي في الرابط.
digest-nothing-above = لا ترى شيئًا في الأعلى؟ بعض التطبيقات لا تعرض هذه الموجزات. اضغط لاختيار المظهر البسيط.
digest-by = بقلم { $authors }

## Chat
chat-description =
    أخبارك في موجزات: تابع المواضيع التي تهمّك، وسأرسل إليك أخبار اليوم بالصور وملخّصات قصيرة في الأوقات التي تناسبك. أرسل إليّ أي رابط وسألخّصه لك.
chat-short-description = موجزات أخبار من المصادر التي تختارها، وملخّص لأي رابط.
chat-command-start = اختيار ما تتابعه
chat-command-today = عناوين اليوم
chat-command-digest = موجزك الآن
chat-command-recap = أبرز أخبار الأسبوع
chat-command-categories = كل الفئات
chat-command-subscribe = متابعة فئة
chat-command-unsubscribe = إلغاء متابعة فئة
chat-command-subscriptions = ما تتابعه
chat-command-summary = تلخيص رابط
chat-command-filter = إخفاء أخبار، أو عرض بعضها فقط
chat-command-filters = الفلاتر وما كتمته
chat-command-mute = إخفاء مصدر
chat-command-schedule = مواعيد الموجزات
chat-command-timezone = منطقتك الزمنية
chat-command-language = تغيير لغتي
chat-command-settings = كل الإعدادات
chat-command-help = ما الذي أستطيع فعله

chat-start-hello = مرحبًا { $name }! 👋 أقرأ الأخبار نيابةً عنك وأرسل إليك المهم منها في موجز قصير.
chat-start-hello-all = مرحبًا بالجميع! 👋 أقرأ الأخبار نيابةً عنكم وأرسل المهم منها في موجز قصير.
chat-start-pick = اضغط على ما تريد متابعته:
chat-start-reads = تأتي أولًا الأخبار بهذه اللغات: { $languages }. هل تقرأ لغات أخرى أيضًا؟ اضغط «🗣 اللغات التي أقرؤها».
chat-start-empty = لم تُحمَّل أي أخبار بعد. حاول مرة أخرى بعد دقيقة: /categories
chat-help =
    <b>الأخبار</b>
    /today – عناوين اليوم، أو مع اسم <i>فئة</i>
    /digest – موجزك الآن
    /search <i>كلمات</i> – البحث في الأخبار، وفي أي محادثة: اسمي ثم الكلمات
    /why – لماذا جاء موجزك الأخير كما جاء
    /recap – أبرز أخبار الأسبوع
    /summary <i>رابط</i> – ملخّص لأي صفحة (أو أرسل إليّ الرابط فحسب)

    <b>ما تتابعه</b>
    /categories – اضغط للمتابعة
    /subscribe <i>اسم، اسم</i> أو <i>all</i>
    /unsubscribe – إلغاء المتابعة
    /subscriptions – قائمتك
    /filter <i>-كلمة</i> أو <i>+كلمة</i> – إخفاء أخبار، أو عرض بعضها فقط
    /mute <i>مصدر</i> – إخفاء مصدر
    /filters – الفلاتر وما كتمته
    /alert <i>كلمة</i> – وصول الأخبار التي فيها هذه الكلمة فورًا
    /alerts – قائمة تنبيهاتك

    <b>الإعدادات</b>
    /schedule – مواعيد الموجزات
    /quiet <i>22:00-07:00</i> – ساعات دون أخبار
    /timezone – منطقتك الزمنية
    /language – لغة رسائلي
    /settings – كل الإعدادات، ومنها القنوات والمجموعات التي تديرها

    <i>لا ترى شيئًا مكان الموجز؟ اختر المظهر البسيط من الإعدادات:</i> /settings
chat-hint = أرسل إليّ رابطًا وسألخّصه لك. ولكل ما عدا ذلك: /help
chat-unknown-command = لا أعرف هذا الأمر. إليك ما أستطيع فعله: /help
chat-unknown-command-near = لا أعرف { $text }. هل تقصد هذا؟
chat-plain-command = هل تقصد هذا؟
chat-owner-refused = لم أعد أستطيع الكتابة في { $chat } ({ $reason }). أُوقفت موجزاتها مؤقتًا، ولن يُرسل أي منها إلى محادثة أخرى.
chat-owner-taken-back = لم يقبل تيليجرام رسالة موجّهة إلى { $chat } ({ $reason }). ستصل أخبارها مع الموجز التالي. وإن تكرّر ذلك اليوم، فلن يُذكر إلا في السجل وفي الإحصاءات: /stats
chat-owner-incident = يقول تيليجرام إن محادثات كثيرة لم تعد موجودة دفعةً واحدة ({ $reason }). يبدو هذا عطلًا لدى تيليجرام، لذا أحتفظ بهذه المحادثات وأعيد المحاولة.
chat-error = عذرًا، حدث خطأ من جهتي. حاول مرة أخرى.
chat-admins-only = تغيير الإعدادات هنا للمشرفين فقط.
chat-saved = تم الحفظ ✓
chat-button-save = حفظ
chat-button-cancel = إلغاء
chat-button-unknown = لم يعد هذا الزر يعمل.
chat-message-too-old = هذه الرسالة قديمة جدًا. أرسل الأمر مرة أخرى.
chat-article-gone = لم يعد هذا المقال هنا.

chat-button-digest-now = 🗞 الموجز الآن
chat-button-schedule = ⏰ المواعيد
chat-button-categories = 📚 الفئات
chat-button-leave-all = ❌ إلغاء متابعة الكل
chat-button-longer = ➕ أطول
chat-button-shorter = ➖ أقصر
chat-button-read-here = 📖 القراءة هنا
chat-button-timezone = 🌍 المنطقة الزمنية
chat-button-location = 📍 مكاني
chat-button-language = 💬 لغة الواجهة
chat-button-summary-language = 📝 لغة الملخّصات
chat-button-reading = 🗣 اللغات التي أقرؤها
chat-button-pictures-on = 🖼 إظهار الصور
chat-button-pictures-off = 🖼 دون صور
chat-button-look = 🎨 مظهر الموجزات
chat-button-layout = 🗂 رسالة واحدة أم أكثر
chat-button-my-language = 🌐 بلغتي

chat-categories = اضغط على ما تريد متابعته.
chat-categories-counts = يدلّ الرقم على عدد المقالات الجديدة اليوم.
chat-category-gone = لم تعد هذه الفئة موجودة.
chat-joined = أنت تتابع الآن { $name }.
chat-already-following = أنت تتابع { $name } بالفعل.
chat-join-covered = الفئة { $name } مشمولة بالفعل: أنت تتابع { $parent }.
chat-join-too-many = { $count ->
    [zero] لا يمكنك متابعة أي فئة. احذف واحدة أولًا: /subscriptions
    [one] يمكنك متابعة فئة واحدة على الأكثر. احذف واحدة أولًا: /subscriptions
    [two] يمكنك متابعة فئتين على الأكثر. احذف واحدة أولًا: /subscriptions
    [few] يمكنك متابعة { $count } فئات على الأكثر. احذف واحدة أولًا: /subscriptions
    [many] يمكنك متابعة { $count } فئة على الأكثر. احذف واحدة أولًا: /subscriptions
   *[other] يمكنك متابعة { $count } فئة على الأكثر. احذف واحدة أولًا: /subscriptions
}
chat-join-ambiguous = هناك عدة فئات باسم «{ $name }». أيّها تريد؟
chat-join-near = لا توجد فئة باسم «{ $name }». هل تقصد إحدى هذه؟
chat-join-unknown = لا توجد فئة باسم «{ $name }». إليك القائمة:
chat-left = لم تعد تتابع { $name }.
chat-not-following = أنت لا تتابع { $name }.
chat-left-all = { $count ->
    [zero] لم تعد تتابع شيئًا.
    [one] لم تعد تتابع شيئًا.
    [two] حُذفت الفئتان، ولم تعد تتابع شيئًا.
    [few] حُذفت الفئات كلها ({ $count })، ولم تعد تتابع شيئًا.
    [many] حُذفت الفئات كلها ({ $count })، ولم تعد تتابع شيئًا.
   *[other] حُذفت الفئات كلها ({ $count })، ولم تعد تتابع شيئًا.
}
chat-leave-covered = الفئة { $name } جزء من { $parent } التي تتابعها. لإيقافها ألغِ متابعة { $parent }.
chat-leave-unknown = أنت لا تتابع «{ $name }».
chat-subscriptions = { $count ->
    [zero] أنت لا تتابع أي فئة.
    [one] أنت تتابع فئة واحدة. اضغط عليها لحذفها.
    [two] أنت تتابع فئتين. اضغط على فئة لحذفها.
    [few] أنت تتابع { $count } فئات. اضغط على فئة لحذفها.
    [many] أنت تتابع { $count } فئة. اضغط على فئة لحذفها.
   *[other] أنت تتابع { $count } فئة. اضغط على فئة لحذفها.
}
chat-subscriptions-empty = أنت لا تتابع شيئًا بعد.

filter-button-all = 🧹 كل الفلاتر
filter-usage =
    اكتب بعد علامة «-» ما تريد إخفاءه، أو بعد علامة «+» ما تريد عرضه وحده. قبل حفظ أي شيء سترى ما الذي سيتغيّر.

    <code>/filter -كرة</code> لإخفاء الأخبار التي فيها هذه الكلمة
    <code>/filter +"تغير المناخ"</code> لعرض الأخبار التي فيها هذه العبارة فقط
    <code>/filter source:NAME</code> لعرض هذا المصدر فقط، و <code>-source:NAME</code> لإخفائه
    <code>/filter lang:en,zh</code> لعرض هاتين اللغتين فقط، و <code>-lang:de</code> لإخفاء لغة

    /filters – قائمة ما لديك
    /mute – إخفاء مصدر
filter-no-sign = هل أخفي «{ $name }» أم أعرض ذلك فقط؟ اكتب <code>-{ $part }</code> للإخفاء، أو <code>+{ $part }</code> لعرض ذلك فقط. ضع العبارات بين علامتي اقتباس.
filter-no-end = علامة الاقتباس غير مغلقة: { $part }
filter-no-word = لا توجد كلمة في «{ $part }».
filter-no-language = لا أعرف اللغة في «{ $part }». اكتب رمزها: <code>lang:en</code> أو <code>lang:zh,ja</code>
filter-too-long = هذا أطول مما يسعه فلتر واحد: «{ $part }». الحد 60 حرفًا.
filter-too-many-typed = هذا كثير دفعةً واحدة. أرسل 20 فلترًا على الأكثر في الرسالة.
filter-too-many = الحد الأقصى للفلاتر هو { $count }. احذف واحدًا أولًا: /filters
filter-contradiction = لا يمكنك إخفاء «{ $part }» وعرض ذلك وحده معًا. احذف أحدهما أولًا: /filters
filter-have-already = لديك هذا الفلتر بالفعل.
filter-preview = { $count ->
    [zero] <b>فلاترك الجديدة</b>
    [one] <b>فلترك الجديد</b>
    [two] <b>فلتراك الجديدان</b>
    [few] <b>فلاترك الجديدة</b>
    [many] <b>فلاترك الجديدة</b>
   *[other] <b>فلاترك الجديدة</b>
}
filter-preview-effect = خلال الأيام السبعة الماضية كان هذا سيُخفي { $hidden } من أصل { $stories ->
    [zero] { $stories } خبر
    [one] خبر واحد
    [two] خبرين
    [few] { $stories } أخبار
    [many] { $stories } خبرًا
   *[other] { $stories } خبر
} في ما تتابعه.
filter-preview-more = … و{ $count } غيرها
filter-preview-nothing = لم يرد في ما تتابعه خلال الأيام السبعة الماضية أي خبر لتجربته عليه.
filter-saved = { $count ->
    [zero] تم الحفظ.
    [one] تم الحفظ. يسري هذا الفلتر من الآن:
    [two] تم الحفظ. يسري هذان الفلتران من الآن:
    [few] تم الحفظ. تسري هذه الفلاتر من الآن:
    [many] تم الحفظ. تسري هذه الفلاتر من الآن:
   *[other] تم الحفظ. تسري هذه الفلاتر من الآن:
}
filter-cancelled = لم يُحفظ شيء.
filter-removed = تم الحذف: { $rule }
filter-gone = هذا محذوف بالفعل.
filters-list = { $count ->
    [zero] ليس لديك فلاتر.
    [one] لديك فلتر أو مصدر مكتوم واحد. اضغط عليه لحذفه.
    [two] لديك اثنان من الفلاتر والمكتومات. اضغط على أحدهما لحذفه.
    [few] لديك { $count } من الفلاتر والمكتومات. اضغط على أحدها لحذفه.
    [many] لديك { $count } من الفلاتر والمكتومات. اضغط على أحدها لحذفه.
   *[other] لديك { $count } من الفلاتر والمكتومات. اضغط على أحدها لحذفه.
}
filters-empty =
    ليس لديك فلاتر.
    <code>/filter -كلمة</code> لإخفاء أخبار
    <code>/filter +كلمة</code> لعرض بعضها فقط
    /mute لإخفاء مصدر
mute-usage = أي مصدر أخفي؟ اكتب اسمه: <code>/mute NAME</code>
mute-which = أي مصدر أخفي؟ هذه مصادر موجزك الأخير. ولغيرها اكتب الاسم: <code>/mute NAME</code>
mute-near = لا أعرف مصدرًا باسم «{ $name }». هل تقصد أحد هذه؟
mute-unknown = لا أعرف مصدرًا باسم «{ $name }».
mute-done = 🔇 لن ترى شيئًا من { $name } بعد الآن. أما الأخبار التي ترويها مصادر أخرى أيضًا فستصلك منها.
mute-already = 🔇 المصدر { $name } مخفيّ بالفعل.
mute-too-many = الحد الأقصى للمصادر المخفية هو { $count }. احذف واحدًا أولًا: /filters
mute-story-ended = سيصلك جديد هذا الخبر مرة أخرى.

chat-next-at = الموجز التالي: { $when }.
chat-next-instant = تصلك الأخبار فور ظهورها.
chat-next-off = الموجزات متوقفة. لتشغيلها: /schedule
chat-when-today = اليوم الساعة { $time }
chat-when-tomorrow = غدًا الساعة { $time }
chat-when-day = { $day }، { $time }
chat-when-zone = { $when } ({ $zone })

chat-today-gathering = 🔎 أتصفّح أخبار اليوم…
chat-today-empty = لا جديد اليوم بعد.
chat-today-empty-category = لا جديد اليوم في { $name }.
chat-today-last-24-hours = لم يحدث الكثير منذ منتصف الليل، فإليك أخبار آخر 24 ساعة.
chat-today-which = أي فئة تقصد بـ«{ $name }»؟
chat-today-unknown = لا توجد فئة باسم «{ $name }». لعرض كل الفئات: /categories
chat-digest-coming = 🗞 أبحث عن الجديد منذ موجزك السابق…
chat-too-many-commands = هذا كثير دفعةً واحدة. أمهلني دقيقة من فضلك.
chat-digest-waiting = ما زال هناك موجز ينتظر لهذه المحادثة: لا يسمح لي تيليجرام بإرسال المزيد هنا حاليًا. سيصل حالما يُسمح بذلك.
chat-digest-empty = لا جديد منذ موجزك السابق. لعناوين اليوم: /today
chat-digest-filters = لديك فلاتر، وقد تُخفي شيئًا.
chat-digest-follow-first = أنت لا تتابع شيئًا بعد. اختر فئة أولًا.
chat-digest-too-often = وصلتك للتو عدة موجزات. انتظر بضع دقائق من فضلك.

chat-schedule-now = الموجزات: { $schedule }.
chat-schedule-zone = المنطقة الزمنية: { $zone }. لتغييرها: /timezone
chat-schedule-how = اختر من الأسفل، أو اكتب ما يناسبك: <code>/schedule 08:00 18:30</code>
chat-schedule-unknown =
    لا أفهم «{ $text }». جرّب مثلًا:
    <code>/schedule 08:00</code>
    <code>/schedule أيام العمل 07:30</code>
    أو <code>كل ساعة</code> أو <code>فورًا</code> أو <code>إيقاف</code>
chat-schedule-when = في أي ساعة؟ اكتبها في النهاية: <code>/schedule { $text } 08:00</code>
chat-schedule-same-times = يمكن أن تصل الموجزات في أيام معيّنة فقط، لكن في الأوقات نفسها كل مرة: <code>/schedule أيام العمل 07:30</code>
chat-schedule-times = { $days } الساعة { $times }
chat-schedule-hourly = كل ساعة
chat-schedule-instant = فور ظهور الأخبار
chat-schedule-off = متوقفة
chat-days-all = كل يوم
chat-days-workdays = من الاثنين إلى الجمعة
chat-days-weekend = السبت والأحد
chat-days-some = أيام { $days }
chat-schedule-button-weekdays = الاثنين–الجمعة { $time }
chat-schedule-button-hourly = كل ساعة
chat-schedule-button-instant = ⚡ فورًا
chat-schedule-button-off = 🔕 إيقاف

chat-timezone-now = منطقتك الزمنية هي { $zone }، والساعة فيها { $time }.
chat-timezone-how = لتغييرها اضغط على واحدة، أو اكتب اسم أي مدينة: <code>/timezone القاهرة</code>
chat-timezone-which = أيّها تقصد بـ«{ $text }»؟
chat-timezone-unknown = لا أعرف «{ $text }». جرّب مدينة أكبر قريبة منك، أو بلدًا، أو فارق التوقيت: <code>/timezone UTC+3</code> أو اضغط على واحدة:
chat-timezone-ask =
    <b>كم الساعة عندك؟</b>
    أفترض أنها { $time } ({ $zone }). اضغط على وقتك، أو اكتب اسم مدينتك: <code>/timezone القاهرة</code>
chat-location-ask =
    اضغط الزر في الأسفل لإرسال موقعك. أبحث به عن المنطقة الزمنية فقط ولا أحتفظ به.
    لا ترى الزر؟ أرفق موقعك عبر 📎 أو اكتب اسم مدينتك: <code>/timezone القاهرة</code>
chat-location-share = 📍 إرسال موقعي
chat-location-unknown = لا أستطيع معرفة المنطقة الزمنية لهذا المكان. اكتب اسم مدينة قريبة: <code>/timezone القاهرة</code>

chat-language-name = العربية
chat-language = بأي لغة تريد أن أتحدث؟
chat-language-set = أتحدث العربية الآن.
chat-language-unknown = لا أتحدث «{ $text }» بعد. أتحدث هذه اللغات:

chat-look-compact = مختصر
chat-look-pictures = صور كبيرة
chat-look-headlines = العناوين فقط
chat-look-simple = المظهر البسيط
chat-look =
    <b>كيف تريد أن تبدو الموجزات؟</b> بالترتيب:
    <b>مختصر</b> – الخبر الأول مع صورته، واضغط على أي خبر آخر لفتحه.
    <b>صور كبيرة</b> – كل خبر تحت صورته.
    <b>العناوين فقط</b> – عناوين يمكن الضغط عليها.
    <b>المظهر البسيط</b> – رسائل عادية، للتطبيقات التي لا تعرض غيرها.
chat-simple-look-set = ستصلك الموجزات من الآن بالمظهر البسيط.
chat-layout-edition = الصفحة الأولى ثم الفئات
chat-layout-categories = رسالة لكل فئة
chat-layout-together = الكل في رسالة واحدة
chat-layout =
    <b>كيف تريد أن يصلك موجز من عدة فئات؟</b>
    <b>الصفحة الأولى ثم الفئات</b> – كل العناوين في رسالة، ثم رسالة لكل فئة دون صوت.
    <b>رسالة لكل فئة</b> – دون صفحة أولى.
    <b>الكل في رسالة واحدة</b> – مع قسم لكل فئة.

chat-settings = <b>الإعدادات</b>
chat-settings-ui = لغة الواجهة: { $language }.
chat-settings-summaries = لغة الملخّصات: { $language }.
chat-settings-summaries-original = لغة الملخّصات: لغة كل مقال.
chat-settings-look = مظهر الموجزات: { $look }.
chat-settings-layout = عدة فئات: { $layout }.
chat-settings-pictures = الصور: { $state ->
    [on] ظاهرة
   *[off] مخفية
}.
chat-summary-language-original = لغة المقال نفسه
chat-summary-language = بأي لغة تريد الملخّصات؟
chat-summary-language-cannot = لا يستطيع هذا البوت الترجمة بعد. ملخّصاته جمل من المقالات نفسها، لذا تبقى بلغتها الأصلية.
chat-reading =
    <b>اللغات التي أقرؤها</b>
    اضغط على كل لغة تقرؤها. وتحتها تختار ما يُفعل بالأخبار المكتوبة بلغات أخرى.
chat-reading-any = أي لغة
chat-reads = اللغات: { $languages }.
chat-reads-any = اللغات: أي لغة.
chat-others-last = تأتي الأخبار بلغات أخرى في النهاية.
chat-others-left-out = لا تُعرض الأخبار بلغات أخرى.
chat-others-translated = تُترجم الأخبار بلغات أخرى.
chat-others-cannot = لا يستطيع هذا البوت الترجمة بعد، لذا تأتي في النهاية.
chat-others-button-last = الباقي أخيرًا
chat-others-button-left-out = دون الباقي
chat-others-button-translated = ترجمة الباقي

chat-link-usage =
    أرسل إليّ رابطًا:
    <code>/summary https://…</code>
    أو ردّ بهذا الأمر على رسالة فيها رابط.
chat-link-reading = ⏳ أقرأ { $host }…
chat-link-working = لحظة…
chat-link-writing = ✍️ يُكتب الآن ملخّص أفضل…
chat-link-one-at-a-time = ما زلت مشغولًا برابطك السابق. لحظة من فضلك.
chat-link-too-many = هذه روابط كثيرة. انتظر بضع دقائق من فضلك.
chat-link-queue-full = كثيرون يرسلون الروابط الآن. حاول مرة أخرى بعد دقيقة.
chat-link-failed = لم أستطع قراءة هذه الصفحة. ربما تتطلب تسجيل الدخول، أو أنها ليست مقالًا.
chat-link-too-slow = استغرقت هذه الصفحة وقتًا طويلًا. حاول لاحقًا.
chat-link-stopped = توقفت. أرسل الرابط مرة أخرى إن أردته.
chat-link-nothing-to-summarize = النص هنا أقصر من أن يُلخَّص.
chat-link-no-longer = هذا كل ما لديّ. زر «📖 القراءة هنا» يعرض المقال كاملًا.
chat-link-reading-time = { $minutes ->
    [zero] أقل من دقيقة للقراءة
    [one] دقيقة واحدة للقراءة
    [two] دقيقتان للقراءة
    [few] { $minutes } دقائق للقراءة
    [many] { $minutes } دقيقة للقراءة
   *[other] { $minutes } دقيقة للقراءة
}

## Stories
story-tellings = { $count ->
    [zero] لا تقارير
    [one] تقرير واحد
    [two] تقريران
    [few] { $count } تقارير
    [many] { $count } تقريرًا
   *[other] { $count } تقرير
}
story-sources = { $count ->
    [zero] دون مصادر
    [one] من مصدر واحد
    [two] من مصدرين
    [few] من { $count } مصادر
    [many] من { $count } مصدرًا
   *[other] من { $count } مصدر
}
story-how-told = كيف رُوي الخبر
story-first = أول تقرير
story-comes-back = يعود بجديد
story-new = الجديد:
story-more-tellings = { $count ->
    [zero] لا تقارير أخرى
    [one] تقرير واحد آخر
    [two] تقريران آخران
    [few] { $count } تقارير أخرى
    [many] { $count } تقريرًا آخر
   *[other] { $count } تقرير آخر
}
story-unlisted = { $count ->
    [zero] كل التقارير مذكورة.
    [one] تقرير واحد غير مذكور.
    [two] تقريران غير مذكورين.
    [few] { $count } تقارير غير مذكورة.
    [many] { $count } تقريرًا غير مذكور.
   *[other] { $count } تقرير غير مذكور.
}
story-why = لماذا عُدّت خبرًا واحدًا
story-why-alike = يشترك { $source } و { $other } في هذه الكلمات: { $words }
story-why-copy = نصّ { $source } هو نفسه نصّ { $other }
story-why-repeated = يكرّر { $source } تقريره نفسه
story-why-page = نشر { $source } الصفحة نفسها التي نشرها { $other }
story-another = تقرير سابق
story-all-said = هذا كل ما يقوله المقال.
story-also-told = رواه أيضًا:
story-button-part = ✂️ فصل: { $source }
story-button-part-sure = ✂️ فصل نهائي
story-button-keep = إلغاء
story-part-ask = سيصبح «{ $title }» خبرًا مستقلًا. لا يمكن التراجع عن ذلك.
story-parted = تم: أصبح الآن خبرًا مستقلًا.
story-part-owner = لا يفصل تقريرًا عن خبر إلا مالك هذا البوت.

## Loading
fetch-problem-refused-address = لا يُسمح لي بقراءة هذا العنوان.
fetch-problem-refused-address-remedy = استخدم عنوانًا عامًا. وإن كان الخادم لك، فاذكره في FETCH_TRUSTED_HOSTS.
fetch-problem-bad-url = هذا ليس عنوان ويب أستطيع قراءته.
fetch-problem-bad-url-remedy = اكتب العنوان كاملًا، بدءًا بـ https://
fetch-problem-dns = لا يوجد موقع بهذا الاسم.
fetch-problem-dns-remedy = تحقّق من كتابة العنوان، ومن اتصال هذا الجهاز بالإنترنت.
fetch-problem-tls = شهادة الموقع غير صالحة.
fetch-problem-tls-remedy = افتح العنوان في متصفّح. إن حذّر المتصفّح أيضًا، فلا يصلح ذلك إلا الموقع. أما خادمك الخاص فيحتاج شهادة يثق بها هذا الجهاز: اذكرها في SSL_CERT_FILE.
fetch-problem-connect = تعذّر الوصول إلى الموقع.
fetch-problem-connect-remedy = كثيرًا ما يزول هذا من تلقاء نفسه: حاول لاحقًا.
fetch-problem-connect-remedy-source = سيعيد Tidings المحاولة من تلقاء نفسه.
fetch-problem-proxy = لا يسمح الوكيل (proxy) لـ Tidings بالمرور.
fetch-problem-proxy-remedy = تحقّق من FETCH_PROXY: العنوان والمنفذ واسم المستخدم وكلمة المرور.
fetch-problem-timeout = تأخّر الموقع كثيرًا في الرد.
fetch-problem-timeout-remedy = كثيرًا ما يزول هذا من تلقاء نفسه: حاول لاحقًا.
fetch-problem-timeout-remedy-source = سيعيد Tidings المحاولة من تلقاء نفسه.
fetch-problem-too-large = الصفحة كبيرة جدًا.
fetch-problem-too-large-remedy = لا يصلح هذا إلا الموقع.
fetch-problem-too-large-remedy-feed = ابحث عن خلاصة أقصر للموقع نفسه.
fetch-problem-wrong-type = لا توجد في هذا العنوان صفحة ولا خلاصة، بل ملف من نوع آخر.
fetch-problem-wrong-type-remedy = اكتب عنوان الخلاصة أو الصفحة نفسها، لا عنوان صورة أو فيديو أو مستند.
fetch-problem-bad-encoding = يضغط الموقع ردّه بطريقة لا أستطيع قراءتها.
fetch-problem-bad-encoding-remedy = لا يصلح هذا إلا الموقع.
fetch-problem-bad-answer = ردّ الموقع يخالف قواعد HTTP فلا أستطيع قراءته.
fetch-problem-bad-answer-remedy = لا يصلح هذا إلا الموقع.
fetch-problem-redirects = يعيد العنوان التوجيه مرات كثيرة، أو إلى عنوان غير آمن.
fetch-problem-redirects-remedy = افتحه في متصفّح واستخدم العنوان الذي يظهر في النهاية.
fetch-problem-status = لم يعطني الموقع الصفحة.
fetch-problem-status-remedy = افتح العنوان في متصفّح، فربما انتقلت الصفحة أو تتطلب تسجيل الدخول.
fetch-problem-not-found = لا يوجد شيء في هذا العنوان.
fetch-problem-not-found-remedy = تحقّق من كتابته.
fetch-problem-not-found-remedy-feed = أو اكتب عنوان الموقع نفسه: يبحث الأمر `tidings sources add` عن الخلاصة فيه.
fetch-problem-forbidden = لا يسمح الموقع لـ Tidings بقراءته.
fetch-problem-forbidden-remedy = يطلب تسجيل الدخول، أو لا يسمح بالبوتات.
fetch-problem-forbidden-remedy-feed = ابحث عن خلاصة أخرى للموقع نفسه، أو اقرأه عبر RSSHub خاص بك (FETCH_TRUSTED_HOSTS).
fetch-problem-forbidden-remedy-source = إن كان لديك حساب فيه، فاذكره في sources.toml بالحقلين username و password أو بالحقل headers.
fetch-problem-robot-check = في الموقع حماية من البوتات تمنع Tidings وتطلب متصفّحًا.
fetch-problem-robot-check-remedy = لا يتجاوز Tidings مثل هذه الحماية.
fetch-problem-robot-check-remedy-feed = اطلب من الموقع السماح لقارئات الخلاصات، أو ابحث عن خلاصة أخرى له، أو اقرأه عبر RSSHub خاص بك (FETCH_TRUSTED_HOSTS).
fetch-problem-server-error = هناك عطل في الموقع نفسه.
fetch-problem-server-error-remedy = كثيرًا ما يزول هذا من تلقاء نفسه: حاول لاحقًا.
fetch-problem-server-error-remedy-source = سيعيد Tidings المحاولة من تلقاء نفسه.
fetch-problem-gone = أُزيلت الصفحة نهائيًا.
fetch-problem-gone-remedy = ابحث عن عنوانها الجديد.
fetch-problem-gone-remedy-source = أُوقف المصدر. الأمر `tidings fetch --source NAME` يجرّبه مرة أخرى، والأمر `tidings sources remove NAME` يحذفه.
fetch-problem-rate-limited = يطلب الموقع من Tidings الانتظار قبل الطلب التالي.
fetch-problem-rate-limited-remedy = حاول لاحقًا.
fetch-problem-rate-limited-remedy-source = ينتظر Tidings بقدر ما يطلب الموقع. ويساعد أيضًا رفع FETCH_INTERVAL.
feed-problem-empty = كان ردّ الموقع فارغًا.
feed-problem-empty-remedy = كثيرًا ما يزول هذا من تلقاء نفسه: حاول لاحقًا.
feed-problem-empty-remedy-source = سيعيد Tidings المحاولة من تلقاء نفسه.
feed-problem-web-page = في هذا العنوان صفحة ويب، لا خلاصة.
feed-problem-web-page-remedy = يبحث الأمر `tidings sources add ADDRESS` عن خلاصات تلك الصفحة.
feed-problem-robot-check = يعرض الموقع فحصًا للبوتات بدلًا من خلاصته.
feed-problem-robot-check-remedy = لا يتجاوز Tidings مثل هذا الفحص. اطلب من الموقع السماح لقارئات الخلاصات، أو ابحث عن خلاصة أخرى له، أو اقرأه عبر RSSHub خاص بك (FETCH_TRUSTED_HOSTS).
feed-problem-list = هذه قائمة خلاصات، لا خلاصة.
feed-problem-list-remedy = احفظها في ملف، ثم يأخذ الأمر `tidings sources import FILE` كل خلاصاتها.
feed-problem-broken = الخلاصة تالفة ولا يمكن إصلاحها.
feed-problem-broken-remedy = لا يصلح هذا إلا الموقع. ربما لديه خلاصة أخرى.
feed-problem-other = لا توجد خلاصة في هذا العنوان.
feed-problem-other-remedy = اكتب عنوان الخلاصة نفسها، أو دع الأمر `tidings sources add` يبحث عنها في صفحة الموقع.
feed-problem-no-channel = ليست لهذه القناة على تيليجرام صفحة عامة.
feed-problem-no-channel-remedy = لا تُقرأ إلا القنوات العامة التي يعرض المتصفّح منشوراتها على t.me/s/NAME، وليست للقنوات الخاصة والمجموعات والأشخاص صفحة كهذه. تحقّق من الاسم، أو اطلب خلاصة من مالك القناة.
load-no-feed-found = لم أجد خلاصة هناك.
load-no-feed-found-remedy = ابحث في الموقع عن رابط باسم RSS أو Atom واكتب عنوانه.
load-page-unreadable = لم أجد مقالًا في هذه الصفحة. ربما تتطلب تسجيل الدخول.
page-problem-paywall = هذا المقال للمشتركين، ولا أرى إلا ما يعرضه الموقع للجميع.
page-problem-consent = يطلب الموقع الموافقة على ملفات تعريف الارتباط قبل عرض هذه الصفحة، ولا أستطيع منحها.
page-problem-login = يطلب الموقع تسجيل الدخول قبل عرض هذه الصفحة.
page-problem-robots = يتحقّق الموقع من وجود شخص يستخدم متصفّحًا قبل عرض هذه الصفحة.
page-problem-teaser = لا تعرض الصفحة سوى أسطر قليلة من النص.
page-problem-no-article = هذا ليس مقالًا. النص هو وصف الصفحة نفسها.
page-problem-document = هذا مستند، مثل PDF. لا ألخّص إلا صفحات الويب.
page-problem-picture = هذه صورة. لا ألخّص إلا صفحات الويب.
page-problem-sound = هذا تسجيل صوتي. لا ألخّص إلا صفحات الويب.
page-problem-film = هذا فيديو. لا ألخّص إلا صفحات الويب.
page-problem-feed = هذه خلاصة أخبار، لا مقال. أرسل إليّ رابط أحد مقالاتها.
page-problem-file = هذا ملف للتنزيل. لا ألخّص إلا صفحات الويب.
load-folder-unreadable = تعذّرت قراءة المجلّد.
load-folder-unreadable-remedy = تحقّق من المسار في sources.toml، ومن أن Tidings يستطيع قراءة المجلّد.
load-switched-off = المصدر متوقف في sources.toml.
load-switched-off-remedy = احذف `enabled = false` من هناك ليُقرأ من جديد.
load-not-stored = تعذّر حفظ المقالات الجديدة.
load-not-stored-remedy = تحقّق من وجود مساحة على القرص، ومن أن قاعدة البيانات لا يشغلها برنامج آخر.
load-broke = توقفت القراءة بسبب خطأ في Tidings.
load-broke-remedy = التفاصيل في السجل. نرجو الإبلاغ عنها.
source-exists = لديك هذا المصدر بالفعل.

## Figures
stats-articles = المقالات: { $count }، منها { $lately } في آخر 24 ساعة.
stats-sources = المصادر: { $count }، منها { $failing } بها مشاكل و{ $off } متوقفة.
stats-chats = المحادثات: { $count }، وعدد الاشتراكات { $subscriptions }.
stats-messages = الرسائل: { $waiting } في الانتظار، و{ $sent } أُرسلت، و{ $dead } تُركت.
stats-unknown = رسائل ربما وصلت وربما لم تصل: { $count }. تُرسل الموجزات منها مرة أخرى.
stats-engine = محرّك الملخّصات: { $engine }.
stats-engine-ready = جاهز
stats-engine-downloading = قيد التنزيل
stats-engine-loading = قيد التحميل
stats-engine-failed = لا يعمل
stats-engine-verified = { $engine }، ويراجعه { $verifier }
stats-summaries = ملخّصات { $engine }: { $count }.
stats-summaries-waiting = ملخّصات في الانتظار: { $count }.
stats-rejected = جمل رفضها الفحص: { $count } ({ $reasons }).
stats-reason = { $reason ->
    [number] أرقام خاطئة: { $count }
    [date] تواريخ خاطئة: { $count }
    [name] أسماء ليست في المقال: { $count }
    [quote] اقتباسات محرّفة: { $count }
    [claim] مزاعم ليست في المقال: { $count }
    [link] روابط: { $count }
    [mention] وسوم أو إشارات إلى حسابات: { $count }
    [command] أوامر بوت: { $count }
    [contact] بيانات اتصال: { $count }
    [order] دعوات إلى فعل شيء: { $count }
    [abuse] إهانات: { $count }
    [language] لغة أخرى: { $count }
    [loop] تكرار: { $count }
    [shape] جمل غير مكتملة: { $count }
    [remark] تعليقات من النموذج: { $count }
    [subject] خارج الموضوع: { $count }
    [title] العنوان مكرّرًا لا غير: { $count }
    [too_long] أطول من اللازم: { $count }
    [worse_than_extract] ليست أفضل من مقتطف: { $count }
    [second_reader] شكّ فيها القارئ الثاني: { $count }
    [empty] لم يبقَ شيء: { $count }
   *[other] { $reason }: { $count }
}

### Alerts, quiet hours, followed stories
chat-command-alert = وصول خبر فورًا
chat-command-alerts = تنبيهاتك
chat-command-quiet = ساعات دون أخبار

alert-usage =
    بماذا أخبرك فورًا، أيًّا كانت مواعيدك؟ أنظر في كل ما أقرؤه، لا في ما تتابعه فقط.

    <code>/alert زلزال</code> للأخبار التي فيها هذه الكلمة
    <code>/alert "تغير المناخ" فيضان</code> للأخبار التي فيها هذه العبارة أو هذه الكلمة
    <code>/alert قطار -إضراب lang:ar</code> لاستبعاد كلمة، وبلغة واحدة
    <code>/alert source:NAME</code> لكل ما يرويه هذا المصدر

    ما أخفيته أو كتمته يبقى مخفيًا، إلا إذا سمّاه التنبيه. وإذا زادت الرسائل في الساعة على { $count } وصل الباقي معًا. قائمة ما لديك: /alerts
alert-no-word = أي كلمة أنتظر؟ يحتاج التنبيه إلى كلمة أو مصدر: <code>/alert زلزال</code>
alert-contradiction = لا يمكنني أن أنتظر «{ $part }» وأستبعده معًا.
alert-have-already = لديك هذا التنبيه بالفعل.
alert-too-many = الحد الأقصى للتنبيهات هو { $count }، ومنها الأخبار التي تتابعها. احذف واحدًا أولًا: /alerts
alert-button-all = 🔔 كل التنبيهات
alert-preview = <b>تنبيهك الجديد</b>
alert-preview-any = تكفي واحدة من هذه الكلمات.
alert-preview-effect = { $count ->
    [0] ما كان ليصلك أي خبر خلال الأيام السبعة الماضية.
    [one] خلال الأيام السبعة الماضية كان سيصلك خبر واحد:
    [two] خلال الأيام السبعة الماضية كان سيصلك خبران:
    [few] خلال الأيام السبعة الماضية كان سيصلك { $count } أخبار:
    [many] خلال الأيام السبعة الماضية كان سيصلك { $count } خبرًا:
   *[other] خلال الأيام السبعة الماضية كان سيصلك { $count } خبر:
}
alert-saved = تم الحفظ. من الآن يصلك مثل هذا الخبر فورًا: { $alert }
alert-cancelled = لم يُحفظ شيء.
alert-removed = تم الحذف: { $alert }
alert-gone = هذا التنبيه محذوف بالفعل.
alert-back = سيصلك مرة أخرى: { $alert }
alert-stopped = تم الإيقاف: { $alert }
alert-button-stop = 🔕 إيقاف: { $alert }
alert-button-again = 🔔 استئناف: { $alert }
alert-heading = 🔔 تنبيه: { $alert }
alert-heading-story = 📌 خبر تتابعه
alerts-list = { $count ->
    [zero] ليس لديك تنبيهات.
    [one] لديك تنبيه واحد. اضغط عليه لحذفه.
    [two] لديك تنبيهان. اضغط على أحدهما لحذفه.
    [few] لديك { $count } تنبيهات. اضغط على أحدها لحذفه.
    [many] لديك { $count } تنبيهًا. اضغط على أحدها لحذفه.
   *[other] لديك { $count } تنبيه. اضغط على أحدها لحذفه.
} علامة 📌 تعني خبرًا تتابعه.
alerts-empty = ليس لديك تنبيهات. لتصلك فورًا الأخبار التي فيها كلمة ما: <code>/alert كلمة</code>

quiet-now = ساعات الهدوء من { $start } إلى { $end } ({ $zone }): تنتظر الأخبار وتصلك بعدها في موجز واحد.
quiet-now-alerts = ساعات الهدوء من { $start } إلى { $end } ({ $zone }): تنتظر الأخبار وتصلك بعدها في موجز واحد. أما التنبيهات فتصلك رغم ذلك.
quiet-none = لا ساعات هدوء: تصلك الأخبار في مواعيدها.
quiet-how =
    اختر ساعاتك أو اكتبها:
    <code>/quiet 22:00-07:00</code>
    <code>/quiet 22:00-07:00 باستثناء التنبيهات</code>
    <code>/quiet إيقاف</code>
quiet-unknown = لا أفهم «{ $text }». اكتب من أي ساعة إلى أي ساعة: <code>/quiet 22:00-07:00</code>
quiet-button = 🌙 ساعات الهدوء
quiet-button-alerts = 🔔 التنبيهات تصل رغم ذلك
quiet-button-off = دون ساعات هدوء
quiet-setting = ساعات الهدوء: { $start }–{ $end } ({ $zone }).
quiet-setting-alerts = ساعات الهدوء: { $start }–{ $end } ({ $zone })، باستثناء التنبيهات.
quiet-setting-none = ساعات الهدوء: لا شيء.

story-button-follow = 📌 متابعة
story-button-unfollow = ✅ تتابعه
story-button-mute = 🔕 كتم هذا الخبر
story-button-unmute = ✅ مكتوم: إلغاء الكتم
story-button-mute-source = 🔇 كتم { $source }
story-button-unmute-source = ✅ مكتوم: إظهار { $source }
story-follow-done = سأخبرك فورًا بجديده. تجده في: /alerts
story-follow-ended = لم تعد تتابع هذا الخبر.
story-source-muted = لن ترى شيئًا من { $source } بعد الآن.
story-source-unmuted = سترى { $source } مرة أخرى.
digest-button-follow = متابعة
digest-button-hide-word = 🙈 إخفاء كلمة…
digest-hide-word = الأخبار التي فيها أي كلمة أخفي؟ قبل الحفظ سترى ما الذي سيتغيّر.
digest-hide-word-none = لا أجد هنا كلمة أعرضها. اكتبها بنفسك: <code>/filter -كلمة</code>

### Search, inline mode and /why
chat-command-search = البحث في الأخبار
chat-command-why = لماذا هذه الأخبار؟
search-usage =
    عمّ أبحث؟ يجب أن ترد كل الكلمات في الخبر كاملةً.

    <code>/search ميناء جسر</code> للأخبار التي فيها الكلمتان
    <code>/search "تغير المناخ"</code> للأخبار التي فيها هذه العبارة
    <code>/search جسر -كرة</code> لاستبعاد الأخبار التي فيها الكلمة الثانية
    <code>/search جسر source:NAME lang:en,zh</code> للبحث في هذا المصدر وهاتين اللغتين فقط

    وفي أي محادثة: اكتب اسمي ثم الكلمات، واختر بطاقة.
search-too-long = هذا أطول من أن أبحث عنه. الحد الأقصى للأحرف هو { $count }، ولكل كلمة أو عبارة 60: <code>/search ميناء جسر</code>
search-contradiction = لا يمكن أن يكون «{ $part }» في الخبر وألّا يكون فيه معًا. احذف أحدهما.
search-only-hidden = هذا يقول ما يُستبعد فقط. اكتب أيضًا ما تبحث عنه: <code>/search جسر -كرة</code>
search-one-letter = يرد «{ $part }» وحده في كل خبر تقريبًا. اكتب كلمة كاملة: <code>/search جسر</code>
search-sign = أبحث عن كلمات، لا عن رموز مثل «{ $part }». اكتب كلمة: <code>/search جسر</code>
search-count = { $count ->
    [zero] لا أخبار
    [one] خبر واحد
    [two] خبران
    [few] { $count } أخبار
    [many] { $count } خبرًا
   *[other] { $count } خبر
}
search-newest = الأحدث: { $count }
search-filtered = مع فلاترك
search-button-filtered = 🧹 مع فلاتري
search-button-all = دون فلاتري
search-nothing = لم أجد شيئًا عن: { $query }
search-unknown = لم ترد في أي خبر: { $words }
search-try = جرّب كلمات أقل أو غيرها: يجب أن ترد كل كلمة في الخبر كاملةً («جسور» غير «جسر»). ضع العبارات بين علامتي اقتباس. ولاستبعاد أخبار: <code>-كلمة</code>
search-all-hidden = فلاترك تخفي كل ما وجدته عن: { $query }
search-inline-more = لم أجد شيئًا. كلمات أخرى؟
search-inline-whole = اكتب كلمة كاملة
why-languages-first = لغاتك تأتي أولًا.
why-kept = أبقاه { $rules }
why-left-out = { $count ->
    [zero] <b>لم يُدرج:</b> لا شيء
    [one] <b>لم يُدرج:</b> خبر واحد
    [two] <b>لم يُدرج:</b> خبران
    [few] <b>لم يُدرج:</b> { $count } أخبار
    [many] <b>لم يُدرج:</b> { $count } خبرًا
   *[other] <b>لم يُدرج:</b> { $count } خبر
}
why-left-rule = أخفاها { $rule }
why-left = • { $reason }: { $stories }
why-left-muted = 🔕 أخبار مكتومة
why-left-told = سبق ذكرها
why-left-language = بلغات استبعدتها
why-left-room = لم يتسع المكان
why-left-then = لم تكن تتابعها حينها أو كانت مخفية
why-get = <i>لحذف الفلاتر وما كتمته: /filters · لاختيار لغاتك: /settings · لرؤية ما هو موجود: /today أو /search</i>
why-nothing-left-out = لم يُستبعد شيء.
why-alert = جاء بهذا أحد تنبيهاتك: كلماته مكتوبة فوق الخبر. لعرضها وحذفها: /alerts
why-no-digest = لم يصلك أي موجز بعد. للحصول على موجز الآن: /digest

### Channels, groups and topics
place-heading = من أجل <b>{ $chat }</b>:
place-greeting = المشرفون وحدهم يقرّرون هنا ما أرسله. ويمكن للبقية طلب الأخبار في أي وقت: /today
place-button-places = 📣 القنوات والمجموعات
place-button-add-channel = ➕ إضافة إلى قناة
place-button-add-group = ➕ إضافة إلى مجموعة
place-button-choose-channel = 📣 اختيار قناة
place-button-choose-group = 👥 اختيار مجموعة
place-list = { $count ->
    [zero] أنت لا تدير أي قناة أو مجموعة.
    [one] أنت تدير قناة أو مجموعة واحدة. اضغط عليها لإعداداتها.
    [two] أنت تدير اثنتين من القنوات والمجموعات. اضغط على إحداهما لإعداداتها.
    [few] أنت تدير { $count } من القنوات والمجموعات. اضغط على إحداها لإعداداتها.
    [many] أنت تدير { $count } من القنوات والمجموعات. اضغط على إحداها لإعداداتها.
   *[other] أنت تدير { $count } من القنوات والمجموعات. اضغط على إحداها لإعداداتها.
}
place-list-empty = يمكنك من هنا إدارة القنوات والمجموعات التي أنت مشرف فيها.
place-how = كل أمر من أوامر الإعدادات يقبل الاسم أولًا أيضًا: <code>/subscribe @channel العالم</code>
place-ask-channel =
    اضغط الزر في الأسفل واختر القناة. لا أحتاج إلا إلى صلاحية نشر الرسائل.
    لا ترى الزر؟ استخدم هذا الرابط: { $link }
place-ask-group =
    اضغط الزر في الأسفل واختر المجموعة.
    لا ترى الزر؟ استخدم هذا الرابط: { $link }
place-chosen = تم الاختيار: <b>{ $chat }</b>
place-this-chat = هذه المحادثة
place-private-only = تُدار القنوات والمجموعات الأخرى في محادثة خاصة معي. لا تكتب الاسم هنا.
place-digest-sent = الموجز في طريقه إلى هناك.
place-language-set = من الآن فصاعدًا لغتي هناك: { $language }.
place-unknown = لا أعرف { $chat }. تحقّق من الاسم وأضفني هناك أولًا.
place-no-answer = لم يخبرني تيليجرام بشيء عن { $chat }. حاول مرة أخرى بعد دقيقة.
place-goodbye = إلى اللقاء! لن أرسل شيئًا إلى { $chat } بعد الآن. تبقى الإعدادات محفوظة 90 يومًا إن أضفتني من جديد، ثم يُحذف كل شيء. لحذفها الآن أضفني مرة أخرى وأرسل هناك الأمر /forget
place-not-there = لست في { $chat } بعد. أضفني أولًا.
place-not-administrator = لست مشرفًا في { $chat }، لذا لا يمكنك تغيير الإعدادات هناك.
place-lacks-post-messages = لا يُسمح لي بالنشر في { $chat }. افتحها في تيليجرام ← تعديل ← المشرفون ← اسمي، وفعّل «نشر الرسائل». ثم حاول مرة أخرى.
place-lacks-send-messages = لا يُسمح لي بالكتابة في { $chat }. افتحها في تيليجرام ← تعديل ← الأذونات، واسمح بـ«إرسال الرسائل»، أو اجعلني مشرفًا. ثم حاول مرة أخرى.
topics-button-make = 🗂 موضوع لكل فئة
topics-button-undo = ↩️ إلغاء مواضيع البوت
topics-line = فئات لها موضوعها: { $names }.
topics-making = أنشئ المواضيع…
topics-progress = أنشئ المواضيع: { $done } من { $count }…
topics-made = لهذه الفئات الآن موضوعها الخاص، وفيه تصل أخبارها: { $names }.
topics-all-there = لكل فئة موضوعها بالفعل.
topics-follow-first = لم تُتابَع هنا أي فئة بعد. اختر فئات أولًا: /categories
topics-none = لا توجد مواضيع أنشأها البوت.
topics-undone = تم: تصل الأخبار حيث كانت تصل من قبل. أُزيلت المواضيع الخالية من الأخبار، وتبقى الأخرى للقراءة.
topics-no-forum = ليست في هذه المحادثة مواضيع. تُفعّل في المجموعة من تيليجرام: افتحها ← تعديل ← المواضيع.
topics-lacks-manage-topics = لا يُسمح لي بإنشاء مواضيع هنا. افتح المجموعة في تيليجرام ← تعديل ← المشرفون ← اسمي (أو أضفني)، وفعّل «إدارة المواضيع». ثم اضغط مرة أخرى.
topics-failed = لا ينشئ تيليجرام مواضيع أخرى حاليًا. اضغط مرة أخرى بعد دقائق: ما أُنشئ يبقى.
topics-lost = لم أعد أستطيع الكتابة في الموضوع «{ $topic }»، فتوقفت أخباره. إن كان قد حُذف، يضغط أحد المشرفين «موضوع لكل فئة» في الإعدادات فأنشئه من جديد: /settings

### The owner, and a chat's own data
chat-command-export = ما اخترته في ملفات
chat-command-forget = حذف كل ما أحتفظ به عنك
owner-command-sources = المصادر وحالها
owner-command-addsource = إضافة مصدر
owner-command-removesource = إزالة مصدر
owner-command-stats = أرقام البوت
owner-command-announce = الكتابة إلى كل المحادثات
owner-button-remove = إزالة
sources-list = { $count ->
    [zero] <b>لا مصادر</b>
    [one] <b>مصدر واحد</b>
    [two] <b>مصدران</b>
    [few] <b>{ $count } مصادر</b>
    [many] <b>{ $count } مصدرًا</b>
   *[other] <b>{ $count } مصدر</b>
} · بها أعطال: { $failing } · متوقفة: { $off }
sources-empty =
    لا مصادر بعد. أضف واحدًا:
    <code>/addsource https://www.bbc.com/arabic العالم</code>
sources-read-ago = آخر قراءة ناجحة قبل { $time }
sources-never-read = لم يُقرأ بعد
sources-never-worked = لم يعمل قط
sources-failures = { $count ->
    [zero] لا إخفاق
    [one] إخفاق واحد
    [two] إخفاقان متتاليان
    [few] { $count } إخفاقات متتالية
    [many] { $count } إخفاقًا متتاليًا
   *[other] { $count } إخفاق متتالٍ
}
sources-overdue = متأخر { $time }
sources-per-day = مقالات في اليوم: { $number }
sources-button-read = 🔄 القراءة الآن
sources-reading = أقرؤه الآن…
sources-gone = لم يعد هذا المصدر موجودًا.
sources-remove-usage =
    أي مصدر؟ أرسل اسمه:
    <code>/removesource BBC</code>
    كل المصادر: /sources
sources-remove-ask = هل أزيل <b>{ $name }</b>؟ سأتوقف عن قراءته، وتبقى مقالاته إلى أن تصبح قديمة.
sources-removed =
    أُزيل المصدر <b>{ $name }</b>. لاستعادته:
    <code>/addsource { $address }</code>
sources-kept = المصدر <b>{ $name }</b> باقٍ.
sources-near = ليس لديّ مصدر باسم «{ $name }». هل تقصد أحد هذه؟
sources-unknown = ليس لديّ مصدر باسم «{ $name }». كل المصادر: /sources
adding-usage =
    أعطني عنوان خلاصة أو موقع أو قناة تيليجرام عامة، ويمكن أن تتبعه فئة.
    <code>/addsource https://www.bbc.com/arabic العالم</code>
    <code>/addsource @durov Telegram</code>
adding-looking = أبحث عن خلاصات في { $host }…
adding-failed = حدث خطأ ولم يُضف شيء. التفاصيل في السجل.
adding-cancelled = لم يُضف شيء.
adding-which-feed = في { $host } عدة خلاصات ({ $count }). أيّها تريد؟
adding-which-category = في أي فئة؟ لفئة جديدة أرسل: <code>/addsource ADDRESS CATEGORY</code>
adding-category = الفئة: { $name }
articles-count = { $count ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}
adding-newest = أحدثها { $day }
adding-problem = { $problem }: { $detail }.
adding-technical = { $problem } ({ $detail }).
adding-added = { $count ->
    [zero] أُضيف المصدر <b>{ $name }</b>، ولا مقالات فيه بعد.
    [one] أُضيف المصدر <b>{ $name }</b>، وفيه مقال واحد حتى الآن.
    [two] أُضيف المصدر <b>{ $name }</b>، وفيه مقالان حتى الآن.
    [few] أُضيف المصدر <b>{ $name }</b>، وفيه { $count } مقالات حتى الآن.
    [many] أُضيف المصدر <b>{ $name }</b>، وفيه { $count } مقالًا حتى الآن.
   *[other] أُضيف المصدر <b>{ $name }</b>، وفيه { $count } مقال حتى الآن.
}
adding-in-category = الفئة: { $name }.
adding-button-own-categories = فئات الخلاصة نفسها
adding-button-offer = ➕ إضافة كمصدر
adding-offer-channel = يمكن أن تكون هذه القناة مصدرًا: { $address }
announce-usage =
    ماذا أقول لكل المحادثات؟ تبقى الروابط والتنسيق كما تكتبها.
    <code>/announce سأنتقل الليلة إلى خادم جديد. قد تتأخر الموجزات.</code>
announce-preview = { $count ->
    [zero] هكذا سيبدو. لن يصل إلى أي محادثة.
    [one] هكذا سيبدو. سيصل إلى <b>محادثة واحدة</b>.
    [two] هكذا سيبدو. سيصل إلى <b>محادثتين</b>.
    [few] هكذا سيبدو. سيصل إلى <b>{ $count } محادثات</b>.
    [many] هكذا سيبدو. سيصل إلى <b>{ $count } محادثة</b>.
   *[other] هكذا سيبدو. سيصل إلى <b>{ $count } محادثة</b>.
}
announce-button-send = إرسال
announce-started = بدأ الإرسال
announce-cancelled = لم يُرسل شيء.
announce-over = سبق إرسال هذا أو إلغاؤه.
announce-sending = { $count ->
    [zero] لا محادثات للإرسال إليها.
    [one] أرسل إلى محادثة واحدة…
    [two] أرسل إلى محادثتين…
    [few] أرسل إلى { $count } محادثات…
    [many] أرسل إلى { $count } محادثة…
   *[other] أرسل إلى { $count } محادثة…
}
announce-progress = الإرسال جارٍ: { $done } من { $count }.
announce-done = { $failed ->
    [0] أُرسل الإعلان. المحادثات التي وصلها: { $sent }.
   *[other] أُرسل الإعلان. المحادثات التي وصلها: { $sent }، والتي لم يصلها: { $failed }.
}
stats-chart-digests = الموجزات
stats-chart-articles = المقالات الجديدة
stats-chart-failures = رسائل تعذّر إرسالها
notice-source-dead = منذ يوم لا أستطيع قراءة { $name }: { $reason }. حاله والحل: /sources
notice-source-off = زال المصدر { $name } نهائيًا فأُوقف: { $reason }. حاله والحل: /sources
notice-sources-dead = منذ يوم تتعذّر قراءة { $count } من المصادر: { $names }. هل الشبكة سليمة؟ القائمة: /sources
notice-disk-low = القرص شبه ممتلئ: بقي { $free } ميغابايت. أفرغ مساحة، أو اجعل DATA_DIR على قرص أكبر.
notice-engine-failed = محرّك الملخّصات { $engine } لا يعمل ({ $reason }). وإلى أن يعمل تكون الملخّصات جملًا من المقالات.
notice-backup-failed = فشل النسخ الاحتياطي اليوم ({ $reason }). تأكّد من أن في DATA_DIR مساحة وأن الكتابة فيه ممكنة.
export-json = ما اختارته هذه المحادثة: الإعدادات والفئات والفلاتر، في ملف تقرؤه البرامج.
export-opml = { $count ->
    [zero] لا خلاصات خلف فئاتك.
    [one] الخلاصة التي خلف فئاتك. يقبل هذا الملف كل قارئ خلاصات.
    [two] الخلاصتان اللتان خلف فئاتك. يقبل هذا الملف كل قارئ خلاصات.
    [few] الخلاصات التي خلف فئاتك ({ $count }). يقبل هذا الملف كل قارئ خلاصات.
    [many] الخلاصات التي خلف فئاتك ({ $count }). يقبل هذا الملف كل قارئ خلاصات.
   *[other] الخلاصات التي خلف فئاتك ({ $count }). يقبل هذا الملف كل قارئ خلاصات.
}
export-no-feeds = لا يوجد ملف للخلاصات: ما يُتابَع هنا لا يأتي من خلاصات عامة.
export-failed = تعذّر إرسال الملفات. حاول لاحقًا.
forget-ask = هل أنساك؟ تُحذف فئاتك وفلاترك وإعداداتك وسجلّك فورًا، ولا يصلك موجز بعدها. خذ نسخة أولًا: /export
forget-ask-group = هل أنسى هذه المحادثة بكل مواضيعها؟ تُحذف الفئات والفلاتر والإعدادات والسجلّ فورًا، ولا يصل موجز بعدها. خذ نسخة أولًا: /export
forget-button = انسَني
forget-kept = كل شيء باقٍ كما هو.
forget-done = تم: لقد نسيتك. وتزول من النسخ الاحتياطية للبوت خلال خمسة أسابيع. إلى اللقاء! للبدء من جديد: /start
forget-done-group = تم: لقد نسيت هذه المحادثة. وتزول من النسخ الاحتياطية للبوت خلال خمسة أسابيع. أخرجني منها، أو ابدأ من جديد: /start
help-own-data =
    <b>بياناتك</b>
    /export – ما اخترته في ملفات
    /forget – حذف كل ما أحتفظ به عنك
help-owner =
    <b>لك بصفتك المالك</b>
    /sources – حال كل مصدر
    /addsource <i>عنوان</i> – أو قناة، أو أرسل إليّ رابطًا فحسب
    /removesource <i>اسم</i>
    /stats – أرقام ورسم بياني
    /announce <i>نص</i> – الكتابة إلى كل المحادثات

### Digests outside Telegram
publish-title = موجزاتي
publish-nothing-yet = لا شيء بعد: ستظهر هنا أخبار موجزك التالي.
publish-unavailable = لم يفعّل مالك هذا البوت هذه الميزة (<code>PUBLISH_URL</code>).
publish-off = يمكن قراءة موجزاتك خارج تيليجرام أيضًا: كخلاصة في قارئ خلاصات، وكصفحة في متصفّح. تحصل على عنوان خاص، ويستطيع القراءة كل من يعرفه.
publish-on =
    <b>موجزاتك خارج تيليجرام</b>
    الخلاصة: { $feed }
    الصفحة: { $page }

    يستطيع القراءة كل من يعرف العنوان. العنوان الجديد يلغي القديم.
publish-in-private = العنوان سري، لذلك لا أعرضه إلا في محادثتنا الخاصة.
publish-button-private = فتح المحادثة الخاصة
publish-button-on = إنشاء عنوان خاص
publish-button-new = عنوان جديد
publish-button-off = إيقاف النشر

### Recaps
recap-title = أسبوعك
recap-stories = { $count ->
    [zero] دون أخبار
    [one] خبر واحد
    [two] خبران
    [few] { $count } أخبار
    [many] { $count } خبرًا
   *[other] { $count } خبر
}
recap-told = { $sources ->
    [zero] دون مصادر
    [one] مصدر واحد
    [two] مصدران
    [few] { $sources } مصادر
    [many] { $sources } مصدرًا
   *[other] { $sources } مصدر
}، { $reports ->
    [zero] دون تقارير
    [one] تقرير واحد
    [two] تقريران
    [few] { $reports } تقارير
    [many] { $reports } تقريرًا
   *[other] { $reports } تقرير
}
recap-began = بدأ في { $day }:
recap-empty = لا حصاد بعد: لا أخبار في الأيام السبعة الماضية.
recap-how =
    ليس عندي حصاد لـ«{ $text }»، بل للأسبوع فقط: /recap week
    ليصلك تلقائيًا اكتب مثلًا: <code>/schedule الأحد 18:00 حصاد</code>
recap-line = حصاد الأسبوع: { $schedule }.
recap-set = تم الحفظ ✓ حصاد الأسبوع يصلك: { $schedule }. القادم: { $when }.
recap-off = تم الحفظ ✓ لن يصلك الحصاد تلقائيًا بعد الآن. تراه متى شئت بالأمر: /recap
recap-button-on = 📅 كل أحد الساعة 18:00
recap-button-off = 🔕 إيقاف الحصاد التلقائي

### Ranking that learns
taste-button-more = المزيد من هذا
taste-button-less = أقل من هذا
taste-button-less-like = 👎 أقل من…
taste-button-more-like = 👍 المزيد من…
taste-button-mute = 🔕 كتم هذا الخبر
taste-button-undo = ↩️ تراجع
taste-button-clear = 🧹 نسيان كل 👍 و👎
taste-which-less = أي نوع من الأخبار تريد أن تراه أقل؟ اختر مثالًا.
taste-which-more = أي نوع من الأخبار تريد أن تراه أكثر؟ اختر مثالًا.
taste-toast-less = سُجّل: أقل من مثله ✓
taste-toast-more = سُجّل: المزيد من مثله ✓
taste-learnt-less = 👎 الأخبار التي تشبه «{ $title }» تأتي من الآن في مرتبة أدنى: { $things }. ولا يُخفى أي منها. لرؤية ما تعلّمته أو محوه: /filters
taste-learnt-more = 👍 الأخبار التي تشبه «{ $title }» تأتي من الآن في مرتبة أعلى: { $things }. لرؤية ما تعلّمته أو محوه: /filters
taste-why = <i>تُحسب 👍 و👎 كالمصادر: فالقيمة −1 تحرّك الخبر كأن مصادره أقل بواحد. لنسيانها: /filters</i>
taste-word = «{ $word }»
taste-taken-back = تم التراجع ✓
taste-forgotten = تم النسيان ✓
taste-list = { $count ->
    [zero] لم أتعلّم شيئًا بعد من 👍 و👎.
    [one] تعلّمت من 👍 و👎 أمرًا واحدًا. يرفع الأخبار أو يخفضها ولا يخفي أيًّا منها. اضغط عليه لأنساه.
    [two] تعلّمت من 👍 و👎 أمرين. يرفعان الأخبار أو يخفضانها ولا يخفيان أيًّا منها. اضغط على أحدهما لأنساه.
    [few] تعلّمت من 👍 و👎 { $count } أمور. ترفع الأخبار أو تخفضها ولا تخفي أيًّا منها. اضغط على أحدها لأنساه.
    [many] تعلّمت من 👍 و👎 { $count } أمرًا. ترفع الأخبار أو تخفضها ولا تخفي أيًّا منها. اضغط على أحدها لأنساه.
   *[other] تعلّمت من 👍 و👎 { $count } أمر. ترفع الأخبار أو تخفضها ولا تخفي أيًّا منها. اضغط على أحدها لأنساه.
}
