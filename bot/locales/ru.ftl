# The texts of Tidings in Russian, in sections by the part of the program that uses them.
#
# Глоссарий: digest = дайджест · summary = пересказ · story = новость (её развитие: сюжет) · article = статья
# report = публикация · headline = заголовок · category = рубрика · source = источник · feed = лента · follow = читать
# (подписка, подписаться) · filter = фильтр · mute = заглушить · hide = скрыть · alert = оповещение · schedule = расписание
# time zone = часовой пояс · thumbnail = миниатюра · look = вид · owner = владелец. Обращение: вы (с маленькой буквы).

## Digests
digest-headlines = Главное
digest-stories = { $count ->
    [one] { $count } новость
    [few] { $count } новости
    [many] { $count } новостей
   *[other] { $count } новости
}
digest-more-stories = { $count ->
    [one] ещё { $count } новость
    [few] ещё { $count } новости
    [many] ещё { $count } новостей
   *[other] ещё { $count } новости
}
digest-more-headlines = { $count ->
    [one] ещё { $count } заголовок
    [few] ещё { $count } заголовка
    [many] ещё { $count } заголовков
   *[other] ещё { $count } заголовка
}
digest-unlisted = и ещё { $count }
digest-minutes = { $count ->
    [one] { $count } минута чтения
    [few] { $count } минуты чтения
    [many] { $count } минут чтения
   *[other] { $count } минуты чтения
}
digest-good-morning = Доброе утро
digest-good-afternoon = Добрый день
digest-good-evening = Добрый вечер
digest-end = Это всё.
digest-end-next = Это всё. Следующий дайджест: { $when }
digest-also = также:
digest-whole-story = весь сюжет
digest-continued-story = новое после прошлого дайджеста
digest-inside = читать в Telegram
digest-quoted = цитата из статьи
digest-original-language = язык оригинала ({ $language })
digest-not-translated = без перевода: { $languages }
digest-original = Читать оригинал
digest-part = Часть { $part } из { $parts }
digest-read-on = Читать дальше: часть { $part } из { $parts }
digest-button-why = Почему это?
digest-button-less = Меньше такого
digest-button-settings = Настройки
digest-button-longer = Подробнее
digest-button-shorter = Короче
digest-button-headlines = Главное за сегодня
digest-why = <b>Почему именно это?</b> Вы подписаны на эти рубрики. Сначала идёт то, о чём пишет больше источников, затем то, что новее.
digest-why-sources = { $others ->
    [0] { $source }
    [one] { $source } и ещё { $others } источник
    [few] { $source } и ещё { $others } источника
    [many] { $source } и ещё { $others } источников
   *[other] { $source } и ещё { $others } источника
}
digest-why-gone = Я уже не помню, что было в этом дайджесте.
digest-less = Чего показывать меньше? 🔕 — новость: больше ничего о ней не расскажу. 🔇 — источник: не буду показывать ничего из него. ❌ — рубрика, на которую вы подписаны.
digest-muted = Больше об этом не расскажу ✓
digest-muted-story = Больше не расскажу о новости «{ $title }».
digest-longer-all = Это всё, что есть. Остальное — по ссылке.
digest-nothing-above = Выше пусто? Некоторые приложения не показывают такие дайджесты. Нажмите, чтобы включить простой вид.
digest-by = Автор: { $authors }

## Chat
chat-description =
    Ваши новости в дайджестах: подпишитесь на интересные темы, и я буду присылать главное за день с картинками и кратким пересказом — тогда, когда вам удобно. Пришлите любую ссылку, и я её перескажу.
chat-short-description = Дайджесты новостей из выбранных вами источников и пересказ любой ссылки.
chat-command-start = Выбрать, что читать
chat-command-today = Главное за сегодня
chat-command-digest = Дайджест прямо сейчас
chat-command-recap = Главное за неделю
chat-command-categories = Все рубрики
chat-command-subscribe = Подписаться на рубрику
chat-command-unsubscribe = Отписаться от рубрики
chat-command-subscriptions = Ваши подписки
chat-command-summary = Пересказать ссылку
chat-command-filter = Скрыть новости или показывать только некоторые
chat-command-filters = Ваши фильтры и всё заглушённое
chat-command-mute = Скрыть источник
chat-command-schedule = Когда приходят дайджесты
chat-command-timezone = Ваш часовой пояс
chat-command-language = Сменить мой язык
chat-command-settings = Все настройки
chat-command-help = Что я умею

chat-start-hello = Здравствуйте, { $name }! 👋 Я читаю новости за вас и присылаю важное в коротком дайджесте.
chat-start-hello-all = Всем привет! 👋 Я читаю новости за вас и присылаю важное в коротком дайджесте.
chat-start-pick = Нажмите на то, что хотите читать:
chat-start-reads = Сначала идут новости на этих языках: { $languages }. Читаете и на других? Нажмите «🗣 Языки, на которых читаю».
chat-start-empty = Новости ещё не загружены. Попробуйте /categories ещё раз через минуту.
chat-help =
    <b>Новости</b>
    /today – главное за сегодня или /today <i>рубрика</i>
    /digest – дайджест прямо сейчас
    /search <i>слова</i> – найти новости; в любом чате: моё имя и слова
    /why – почему в последнем дайджесте было именно это
    /recap – главное за неделю
    /summary <i>ссылка</i> – пересказ любой страницы (или просто пришлите мне ссылку)

    <b>Ваши подписки</b>
    /categories – нажмите, чтобы подписаться
    /subscribe <i>название, название</i> или <i>all</i>, а также /unsubscribe
    /subscriptions – ваш список
    /filter <i>-слово</i> или <i>+слово</i> – скрыть новости или показывать только некоторые
    /mute <i>источник</i> – скрыть источник
    /filters – ваши фильтры и всё заглушённое
    /alert <i>слово</i> – новости с ним приходят сразу; /alerts – все оповещения

    <b>Настройки</b>
    /schedule – когда приходят дайджесты
    /quiet <i>22:00-07:00</i> – часы без новостей
    /timezone – ваш часовой пояс
    /language – язык моих сообщений
    /settings – все настройки, в том числе каналы и группы, за которые вы отвечаете

    <i>На месте дайджеста пусто? Выберите простой вид в /settings.</i>
chat-hint = Пришлите мне ссылку, и я её перескажу. Обо всём остальном — /help.
chat-unknown-command = Я не знаю такой команды. Что я умею, смотрите в /help.
chat-unknown-command-near = Я не знаю { $text }. Может быть, вы имели в виду это?
chat-plain-command = Вы имели в виду это?
chat-owner-refused = Я больше не могу писать в чат «{ $chat }» ({ $reason }). Его дайджесты приостановлены и в другой чат не попадут.
chat-owner-taken-back = Telegram не принял сообщение для чата «{ $chat }» ({ $reason }). Его новости придут со следующим дайджестом. Если сегодня таких сообщений будет больше, о них скажут только журнал и /stats.
chat-owner-incident = Telegram сообщает, что сразу многих чатов больше нет ({ $reason }). Похоже на сбой на стороне Telegram, поэтому я сохраняю эти чаты и попробую ещё раз.
chat-error = Извините, у меня что-то пошло не так. Попробуйте ещё раз.
chat-admins-only = Менять настройки здесь могут только администраторы.
chat-saved = Сохранено ✓
chat-button-save = Сохранить
chat-button-cancel = Отмена
chat-button-unknown = Эта кнопка больше не работает.
chat-message-too-old = Это сообщение слишком старое. Отправьте команду ещё раз.
chat-article-gone = Этой статьи больше нет.

chat-button-digest-now = 🗞 Дайджест сейчас
chat-button-schedule = ⏰ Расписание
chat-button-categories = 📚 Рубрики
chat-button-leave-all = ❌ Отписаться от всего
chat-button-longer = ➕ Подробнее
chat-button-shorter = ➖ Короче
chat-button-read-here = 📖 Читать здесь
chat-button-timezone = 🌍 Часовой пояс
chat-button-location = 📍 Где я
chat-button-language = 💬 Язык интерфейса
chat-button-summary-language = 📝 Язык пересказов
chat-button-reading = 🗣 Языки, на которых читаю
chat-button-pictures-on = 🖼 Показывать картинки
chat-button-pictures-off = 🖼 Без картинок
chat-button-look = 🎨 Вид дайджестов
chat-button-layout = 🗂 Одно сообщение или несколько
chat-button-my-language = 🌐 На моём языке

chat-categories = Нажмите на то, что хотите читать.
chat-categories-counts = Число показывает, сколько сегодня новых статей.
chat-category-gone = Этой рубрики больше нет.
chat-joined = Вы подписались на «{ $name }».
chat-already-following = Вы уже подписаны на «{ $name }».
chat-join-covered = «{ $name }» уже входит в вашу подписку «{ $parent }».
chat-join-too-many = { $count ->
    [one] Можно подписаться не более чем на { $count } рубрику. Сначала уберите одну: /subscriptions
    [few] Можно подписаться не более чем на { $count } рубрики. Сначала уберите одну: /subscriptions
    [many] Можно подписаться не более чем на { $count } рубрик. Сначала уберите одну: /subscriptions
   *[other] Можно подписаться не более чем на { $count } рубрики. Сначала уберите одну: /subscriptions
}
chat-join-ambiguous = Рубрик с названием «{ $name }» несколько. Какая вам нужна?
chat-join-near = Рубрики «{ $name }» нет. Может быть, одна из этих?
chat-join-unknown = Рубрики «{ $name }» нет. Посмотрите список:
chat-left = Вы больше не подписаны на «{ $name }».
chat-not-following = Вы не подписаны на «{ $name }».
chat-left-all = { $count ->
    [one] Вы больше ни на что не подписаны (убрана { $count } рубрика).
    [few] Вы больше ни на что не подписаны (убраны { $count } рубрики).
    [many] Вы больше ни на что не подписаны (убрано { $count } рубрик).
   *[other] Вы больше ни на что не подписаны (убрано { $count } рубрики).
}
chat-leave-covered = «{ $name }» входит в рубрику «{ $parent }», на которую вы подписаны. Чтобы её не получать, отпишитесь от «{ $parent }».
chat-leave-unknown = Вы не подписаны на «{ $name }».
chat-subscriptions = { $count ->
    [one] Вы подписаны на { $count } рубрику. Нажмите, чтобы убрать.
    [few] Вы подписаны на { $count } рубрики. Нажмите на рубрику, чтобы её убрать.
    [many] Вы подписаны на { $count } рубрик. Нажмите на рубрику, чтобы её убрать.
   *[other] Вы подписаны на { $count } рубрики. Нажмите на рубрику, чтобы её убрать.
}
chat-subscriptions-empty = Вы пока ни на что не подписаны.

filter-button-all = 🧹 Все фильтры
filter-usage =
    Поставьте «-» перед тем, что нужно скрыть, или «+» перед тем, что показывать, скрыв всё остальное. Прежде чем что-то сохранить, я покажу, что изменится.

    <code>/filter -футбол</code> скрывает новости с этим словом
    <code>/filter +"изменение климата"</code> показывает только новости с этой фразой
    <code>/filter source:НАЗВАНИЕ</code> показывает только этот источник, <code>-source:НАЗВАНИЕ</code> скрывает его
    <code>/filter lang:en,zh</code> показывает только эти языки, <code>-lang:de</code> скрывает один

    /filters – ваш список. /mute скрывает источник.
filter-no-sign = Скрыть «{ $name }» или показывать только это? Напишите <code>-{ $part }</code>, чтобы скрыть, или <code>+{ $part }</code>, чтобы показывать только это. Фразы берите в кавычки.
filter-no-end = Кавычки не закрыты: { $part }
filter-no-word = В «{ $part }» нет ни одного слова.
filter-no-language = Не понимаю, какой язык указан в «{ $part }». Напишите его код: <code>lang:en</code>, <code>lang:zh,ja</code>.
filter-too-long = Для одного фильтра это слишком длинно: «{ $part }». Помещается до 60 знаков.
filter-too-many-typed = Слишком много за раз. Присылайте до 20 фильтров в одном сообщении.
filter-too-many = Фильтров может быть не больше { $count }. Сначала уберите один: /filters
filter-contradiction = Нельзя скрыть «{ $part }» и показывать только это. Сначала уберите одно из двух: /filters
filter-have-already = Такой фильтр у вас уже есть.
filter-preview = { $count ->
    [one] <b>Новый фильтр</b>
    [few] <b>Новые фильтры</b>
    [many] <b>Новые фильтры</b>
   *[other] <b>Новые фильтры</b>
}
filter-preview-effect = За последние семь дней в ваших подписках было бы скрыто { $hidden } из { $stories ->
    [one] { $stories } новости
    [few] { $stories } новостей
    [many] { $stories } новостей
   *[other] { $stories } новости
}.
filter-preview-more = … и ещё { $count }
filter-preview-nothing = За последние семь дней в ваших подписках не было новостей, на которых это можно проверить.
filter-saved = { $count ->
    [one] Сохранено. Теперь действует этот фильтр:
    [few] Сохранено. Теперь действуют эти фильтры:
    [many] Сохранено. Теперь действуют эти фильтры:
   *[other] Сохранено. Теперь действуют эти фильтры:
}
filter-cancelled = Ничего не сохранено.
filter-removed = Убрано: { $rule }
filter-gone = Это уже убрано.
filters-list = { $count ->
    [one] У вас { $count } правило. Нажмите, чтобы убрать.
    [few] У вас { $count } правила: фильтры и всё заглушённое. Нажмите на правило, чтобы его убрать.
    [many] У вас { $count } правил: фильтры и всё заглушённое. Нажмите на правило, чтобы его убрать.
   *[other] У вас { $count } правила: фильтры и всё заглушённое. Нажмите на правило, чтобы его убрать.
}
filters-empty = Фильтров нет. <code>/filter -слово</code> скрывает новости, <code>/filter +слово</code> показывает только некоторые, /mute скрывает источник.
mute-usage = Какой источник скрыть? Напишите его название: <code>/mute НАЗВАНИЕ</code>
mute-which = Какой источник скрыть? Вот источники вашего последнего дайджеста. Для другого напишите название: <code>/mute НАЗВАНИЕ</code>
mute-near = Я не знаю источника «{ $name }». Может быть, один из этих?
mute-unknown = Я не знаю источника «{ $name }».
mute-done = 🔇 Больше вы ничего не увидите из источника «{ $name }». Новости, о которых пишут и другие, будут приходить от них.
mute-already = 🔇 «{ $name }» уже скрыт.
mute-too-many = { $count ->
    [one] Можно скрыть не более { $count } источника. Сначала уберите один: /filters
    [few] Можно скрыть не более { $count } источников. Сначала уберите один: /filters
    [many] Можно скрыть не более { $count } источников. Сначала уберите один: /filters
   *[other] Можно скрыть не более { $count } источника. Сначала уберите один: /filters
}
mute-story-ended = Вы снова будете узнавать, что в ней нового.

chat-next-at = Следующий дайджест: { $when }.
chat-next-instant = Новости приходят сразу, как только появляются.
chat-next-off = Дайджесты выключены. Включить: /schedule
chat-when-today = сегодня в { $time }
chat-when-tomorrow = завтра в { $time }
chat-when-day = { $day }, { $time }
chat-when-zone = { $when } ({ $zone })

chat-today-gathering = 🔎 Просматриваю новости за сегодня…
chat-today-empty = Сегодня пока ничего нового.
chat-today-empty-category = В рубрике «{ $name }» сегодня ничего нового.
chat-today-last-24-hours = После полуночи новостей мало, поэтому вот последние 24 часа.
chat-today-which = Какую рубрику вы имеете в виду под «{ $name }»?
chat-today-unknown = Рубрики «{ $name }» нет. Все рубрики: /categories
chat-digest-coming = 🗞 Смотрю, что нового после прошлого дайджеста…
chat-too-many-commands = Слишком много сразу. Дайте мне минуту.
chat-digest-waiting = Дайджест для этого чата ещё ждёт: Telegram пока не даёт отправлять сюда больше. Он придёт, как только будет можно.
chat-digest-empty = После прошлого дайджеста ничего нового. Главное за сегодня: /today
chat-digest-filters = У вас есть фильтры: возможно, они что-то скрывают.
chat-digest-follow-first = Вы пока ни на что не подписаны. Сначала выберите рубрику.
chat-digest-too-often = Вы только что получили несколько дайджестов. Подождите несколько минут.

chat-schedule-now = Дайджесты: { $schedule }.
chat-schedule-zone = Часовой пояс: { $zone }. Сменить: /timezone
chat-schedule-how = Выберите ниже или напишите своё: <code>/schedule 08:00 18:30</code>
chat-schedule-unknown = Я не понимаю «{ $text }». Попробуйте <code>/schedule 08:00</code>, <code>/schedule по будням 07:30</code>, <code>каждый час</code>, <code>сразу</code> или <code>выкл</code>.
chat-schedule-when = Во сколько? Допишите время: <code>/schedule { $text } 08:00</code>
chat-schedule-same-times = Дайджесты могут приходить не каждый день, но всегда в одно и то же время: <code>/schedule по будням 07:30</code>
chat-schedule-times = { $days } в { $times }
chat-schedule-hourly = каждый час
chat-schedule-instant = как только есть новости
chat-schedule-off = выключены
chat-days-all = каждый день
chat-days-workdays = по будням
chat-days-weekend = по выходным
chat-days-some = { $days }
chat-schedule-button-weekdays = По будням { $time }
chat-schedule-button-hourly = Каждый час
chat-schedule-button-instant = ⚡ Сразу
chat-schedule-button-off = 🔕 Выкл.

chat-timezone-now = Ваш часовой пояс — { $zone }, там сейчас { $time }.
chat-timezone-how = Чтобы сменить его, выберите пояс или напишите название любого города: <code>/timezone Казань</code>
chat-timezone-which = Что вы имеете в виду под «{ $text }»?
chat-timezone-unknown = Я не знаю «{ $text }». Попробуйте город побольше поблизости, страну или смещение: <code>/timezone UTC+3</code>. Или выберите:
chat-timezone-ask =
    <b>Сколько у вас сейчас времени?</b>
    Похоже, у вас { $time } ({ $zone }). Нажмите своё время или напишите название города: <code>/timezone Казань</code>
chat-location-ask =
    Нажмите кнопку ниже, чтобы отправить своё местоположение. Я лишь узнаю по нему часовой пояс и не сохраню его.
    Кнопки нет? Прикрепите геопозицию через 📎 или напишите название города: <code>/timezone Казань</code>
chat-location-share = 📍 Отправить геопозицию
chat-location-unknown = Не могу определить часовой пояс этого места. Напишите название города поблизости: <code>/timezone Казань</code>

chat-language-name = Русский
chat-language = На каком языке мне говорить?
chat-language-set = Теперь я говорю по-русски.
chat-language-unknown = На языке «{ $text }» я пока не говорю. Я говорю на этих:

chat-look-compact = Компактный
chat-look-pictures = Большие картинки
chat-look-headlines = Только заголовки
chat-look-simple = Простой вид
chat-look =
    <b>Как должны выглядеть дайджесты?</b> Слева направо:
    <b>Компактный</b> – первая новость с картинкой; любую другую можно раскрыть нажатием.
    <b>Большие картинки</b> – каждая новость под своей картинкой.
    <b>Только заголовки</b> – заголовки, на которые можно нажать.
    <b>Простой вид</b> – обычные сообщения для приложений, которые не показывают остальное.
chat-simple-look-set = Теперь дайджесты приходят в простом виде.
chat-layout-edition = Первая полоса, затем рубрики
chat-layout-categories = По сообщению на рубрику
chat-layout-together = Всё в одном сообщении
chat-layout =
    <b>Как присылать дайджест из нескольких рубрик?</b>
    <b>Первая полоса, затем рубрики</b> – все заголовки в одном сообщении, затем без звука по одному на рубрику.
    <b>По сообщению на рубрику</b> – без первой полосы.
    <b>Всё в одном сообщении</b> – с разделом для каждой рубрики.

chat-settings = <b>Настройки</b>
chat-settings-ui = Язык интерфейса: { $language }.
chat-settings-summaries = Язык пересказов: { $language }.
chat-settings-summaries-original = Язык пересказов: как в статье.
chat-settings-look = Вид дайджестов: { $look }.
chat-settings-layout = Несколько рубрик: { $layout }.
chat-settings-pictures = Картинки: { $state ->
    [on] показаны
   *[off] скрыты
}.
chat-summary-language-original = Язык самой статьи
chat-summary-language = На каком языке присылать пересказы?
chat-summary-language-cannot = Этот бот пока не умеет переводить. Его пересказы состоят из предложений самих статей, поэтому остаются на языке оригинала.
chat-reading =
    <b>Языки, на которых читаю</b>
    Отметьте каждый язык, на котором читаете. Ниже выберите, что делать с новостями на других языках.
chat-reading-any = Любой язык
chat-reads = Языки: { $languages }.
chat-reads-any = Языки: любые.
chat-others-last = Новости на других языках идут в конце.
chat-others-left-out = Новости на других языках не показываются.
chat-others-translated = Новости на других языках переводятся.
chat-others-cannot = Этот бот пока не умеет переводить, поэтому они идут в конце.
chat-others-button-last = В конце
chat-others-button-left-out = Без других
chat-others-button-translated = Переводить

chat-link-usage = Пришлите мне ссылку: <code>/summary https://…</code> или ответьте /summary на сообщение со ссылкой.
chat-link-reading = ⏳ Читаю { $host }…
chat-link-working = Минутку…
chat-link-writing = ✍️ пишу пересказ получше…
chat-link-one-at-a-time = Я ещё занят вашей прошлой ссылкой. Минутку, пожалуйста.
chat-link-too-many = Ссылок было много. Подождите несколько минут.
chat-link-queue-full = Сейчас многие присылают ссылки. Попробуйте ещё раз через минуту.
chat-link-failed = Не удалось прочитать эту страницу. Возможно, нужен вход или это не статья.
chat-link-too-slow = Страница отвечает слишком долго. Попробуйте позже.
chat-link-stopped = Остановлено. Если всё-таки нужно, пришлите ссылку ещё раз.
chat-link-nothing-to-summarize = Здесь слишком мало текста для пересказа.
chat-link-no-longer = Это всё, что есть. «📖 Читать здесь» покажет статью целиком.
chat-link-reading-time = { $minutes ->
    [one] { $minutes } минута чтения
    [few] { $minutes } минуты чтения
    [many] { $minutes } минут чтения
   *[other] { $minutes } минуты чтения
}

## Stories
story-tellings = { $count ->
    [one] { $count } публикация
    [few] { $count } публикации
    [many] { $count } публикаций
   *[other] { $count } публикации
}
story-sources = { $count ->
    [one] { $count } источник
    [few] { $count } источника
    [many] { $count } источников
   *[other] { $count } источника
}
story-how-told = Как об этом писали
story-first = первая публикация
story-comes-back = снова с новостями
story-new = Новое:
story-more-tellings = { $count ->
    [one] ещё { $count } публикация
    [few] ещё { $count } публикации
    [many] ещё { $count } публикаций
   *[other] ещё { $count } публикации
}
story-unlisted = { $count ->
    [one] Ещё { $count } публикация не показана.
    [few] Ещё { $count } публикации не показаны.
    [many] Ещё { $count } публикаций не показаны.
   *[other] Ещё { $count } публикации не показаны.
}
story-why = Почему это одна новость
story-why-alike = { $source } и { $other }: общие слова { $words }
story-why-copy = { $source } и { $other }: одинаковый текст
story-why-repeated = { $source } повторяет собственную публикацию
story-why-page = { $source } и { $other }: одна и та же страница
story-another = более ранняя публикация
story-all-said = Это всё, что сказано в статье.
story-also-told = об этом также:
story-button-part = ✂️ Отделить: { $source }
story-button-part-sure = ✂️ Отделить насовсем
story-button-keep = Отмена
story-part-ask = «{ $title }» станет отдельной новостью. Отменить это нельзя.
story-parted = Готово: теперь это отдельная новость.
story-part-owner = Отделять публикации от новости может только владелец этого бота.

## Loading
fetch-problem-refused-address = Этот адрес мне читать нельзя.
fetch-problem-refused-address-remedy = Укажите общедоступный адрес. Если это ваш собственный сервер, впишите его в FETCH_TRUSTED_HOSTS.
fetch-problem-bad-url = Это не веб-адрес, который я могу прочитать.
fetch-problem-bad-url-remedy = Укажите адрес целиком, начиная с https://.
fetch-problem-dns = Сайта с таким именем нет.
fetch-problem-dns-remedy = Проверьте, нет ли опечатки в адресе и подключена ли эта машина к интернету.
fetch-problem-tls = Сертификат сайта недействителен.
fetch-problem-tls-remedy = Откройте адрес в браузере. Если предупреждает и он, исправить это может только сам сайт. Вашему собственному серверу нужен сертификат, которому доверяет эта машина: укажите его в SSL_CERT_FILE.
fetch-problem-connect = Сайт недоступен.
fetch-problem-connect-remedy = Часто это проходит само: попробуйте позже.
fetch-problem-connect-remedy-source = Tidings попробует ещё раз сам.
fetch-problem-proxy = Прокси не пропускает Tidings.
fetch-problem-proxy-remedy = Проверьте FETCH_PROXY: адрес, порт, имя пользователя и пароль.
fetch-problem-timeout = Сайт слишком долго не отвечал.
fetch-problem-timeout-remedy = Часто это проходит само: попробуйте позже.
fetch-problem-timeout-remedy-source = Tidings попробует ещё раз сам.
fetch-problem-too-large = Страница слишком большая.
fetch-problem-too-large-remedy = Исправить это может только сам сайт.
fetch-problem-too-large-remedy-feed = Поищите на том же сайте ленту покороче.
fetch-problem-wrong-type = По этому адресу не страница и не лента, а файл другого типа.
fetch-problem-wrong-type-remedy = Укажите адрес самой ленты или страницы, а не картинки, видео или документа.
fetch-problem-bad-encoding = Сайт сжимает ответ способом, который я не могу прочитать.
fetch-problem-bad-encoding-remedy = Исправить это может только сам сайт.
fetch-problem-bad-answer = Ответ сайта нарушает правила HTTP, и я не могу его прочитать.
fetch-problem-bad-answer-remedy = Исправить это может только сам сайт.
fetch-problem-redirects = Адрес перенаправляет слишком много раз или на небезопасный адрес.
fetch-problem-redirects-remedy = Откройте его в браузере и возьмите адрес, который браузер покажет в итоге.
fetch-problem-status = Сайт не отдал страницу.
fetch-problem-status-remedy = Откройте адрес в браузере: возможно, страница переехала или требует входа.
fetch-problem-not-found = По этому адресу ничего нет.
fetch-problem-not-found-remedy = Проверьте, нет ли в нём опечатки.
fetch-problem-not-found-remedy-feed = Или укажите адрес самого сайта: `tidings sources add` поищет ленту там.
fetch-problem-forbidden = Сайт не разрешает Tidings читать его.
fetch-problem-forbidden-remedy = Он требует входа или не пускает ботов.
fetch-problem-forbidden-remedy-feed = Поищите другую ленту того же сайта или читайте его через собственный RSSHub (FETCH_TRUSTED_HOSTS).
fetch-problem-forbidden-remedy-source = Если у вас есть там учётная запись, укажите её в sources.toml: username и password или headers.
fetch-problem-robot-check = Защита сайта от ботов не пускает Tidings и требует браузер.
fetch-problem-robot-check-remedy = Tidings не обходит такую защиту.
fetch-problem-robot-check-remedy-feed = Попросите сайт пропускать программы для чтения лент, поищите другую его ленту или читайте его через собственный RSSHub (FETCH_TRUSTED_HOSTS).
fetch-problem-server-error = На сайте неполадки.
fetch-problem-server-error-remedy = Часто это проходит само: попробуйте позже.
fetch-problem-server-error-remedy-source = Tidings попробует ещё раз сам.
fetch-problem-gone = Страница удалена навсегда.
fetch-problem-gone-remedy = Поищите её новый адрес.
fetch-problem-gone-remedy-source = Источник отключён; `tidings fetch --source НАЗВАНИЕ` попробует его ещё раз, `tidings sources remove НАЗВАНИЕ` уберёт его.
fetch-problem-rate-limited = Сайт просит Tidings подождать со следующим запросом.
fetch-problem-rate-limited-remedy = Попробуйте позже.
fetch-problem-rate-limited-remedy-source = Tidings ждёт столько, сколько просит сайт. Поможет и больший FETCH_INTERVAL.
feed-problem-empty = Ответ сайта оказался пустым.
feed-problem-empty-remedy = Часто это проходит само: попробуйте позже.
feed-problem-empty-remedy-source = Tidings попробует ещё раз сам.
feed-problem-web-page = По этому адресу веб-страница, а не лента.
feed-problem-web-page-remedy = `tidings sources add АДРЕС` поищет ленты этой страницы.
feed-problem-robot-check = Вместо ленты сайт показывает проверку на робота.
feed-problem-robot-check-remedy = Tidings не обходит такие проверки. Попросите сайт пропускать программы для чтения лент, поищите другую его ленту или читайте его через собственный RSSHub (FETCH_TRUSTED_HOSTS).
feed-problem-list = Это список лент, а не лента.
feed-problem-list-remedy = Сохраните его в файл; `tidings sources import ФАЙЛ` возьмёт из него все ленты.
feed-problem-broken = Лента безнадёжно испорчена.
feed-problem-broken-remedy = Исправить это может только сам сайт. Возможно, у него есть другая лента.
feed-problem-other = По этому адресу ленты нет.
feed-problem-other-remedy = Укажите адрес самой ленты; `tidings sources add` найдёт её на странице сайта.
feed-problem-no-channel = У этого канала Telegram нет публичной страницы.
feed-problem-no-channel-remedy = Читать можно только публичные каналы, публикации которых браузер показывает на t.me/s/ИМЯ; у закрытых каналов, групп и людей такой страницы нет. Проверьте имя или попросите ленту у владельца канала.
load-no-feed-found = Ленты там нет.
load-no-feed-found-remedy = Найдите на сайте ссылку с названием RSS или Atom и укажите её адрес.
load-page-unreadable = На этой странице нет статьи. Возможно, нужен вход.
page-problem-paywall = Эта статья только для подписчиков; я вижу лишь то, что сайт показывает всем.
page-problem-consent = Прежде чем показать страницу, сайт просит согласия на cookie, а дать его я не могу.
page-problem-login = Прежде чем показать страницу, сайт требует входа.
page-problem-robots = Прежде чем показать страницу, сайт проверяет, что её открыл человек в браузере.
page-problem-teaser = На странице всего несколько строк текста.
page-problem-no-article = Это не статья. Текст взят из описания самой страницы.
page-problem-document = Это документ, например PDF. Пересказывать я умею только веб-страницы.
page-problem-picture = Это картинка. Пересказывать я умею только веб-страницы.
page-problem-sound = Это аудиозапись. Пересказывать я умею только веб-страницы.
page-problem-film = Это видео. Пересказывать я умею только веб-страницы.
page-problem-feed = Это новостная лента, а не статья. Пришлите ссылку на одну из её статей.
page-problem-file = Это файл для скачивания. Пересказывать я умею только веб-страницы.
load-folder-unreadable = Папку не удаётся прочитать.
load-folder-unreadable-remedy = Проверьте путь в sources.toml и право Tidings читать эту папку.
load-switched-off = Источник отключён в sources.toml.
load-switched-off-remedy = Уберите там `enabled = false`, чтобы снова его читать.
load-not-stored = Не удалось сохранить новые статьи.
load-not-stored-remedy = Проверьте, есть ли место на диске и не занята ли база данных другой программой.
load-broke = Ошибка в Tidings прервала чтение.
load-broke-remedy = Подробности в журнале. Пожалуйста, сообщите о них.
source-exists = Такой источник у вас уже есть.

## Figures
stats-articles = Статьи: { $count }, из них { $lately } за последние 24 часа.
stats-sources = Источники: { $count }, из них с ошибками { $failing }, отключено { $off }.
stats-chats = Чаты: { $count }, подписок: { $subscriptions }.
stats-messages = Сообщения: ждут { $waiting }, отправлено { $sent }, не удалось отправить { $dead }.
stats-unknown = Сообщения, которые могли дойти, а могли и не дойти: { $count }. Дайджесты из их числа отправляются ещё раз.
stats-engine = Чем пишутся пересказы: { $engine }.
stats-engine-ready = готов
stats-engine-downloading = скачивается
stats-engine-loading = загружается
stats-engine-failed = не работает
stats-engine-verified = { $engine }, перечитывает { $verifier }
stats-summaries = Пересказов ({ $engine }): { $count }.
stats-summaries-waiting = Пересказов в очереди: { $count }.
stats-rejected = Предложений, отклонённых проверками: { $count } ({ $reasons }).
stats-reason = { $reason ->
    [number] неверные числа: { $count }
    [date] неверные даты: { $count }
    [name] имена, которых нет в статье: { $count }
    [quote] изменённые цитаты: { $count }
    [claim] утверждения, которых нет в статье: { $count }
    [link] ссылки: { $count }
    [mention] хештеги и упоминания: { $count }
    [command] команды бота: { $count }
    [contact] контакты: { $count }
    [order] призывы к действию: { $count }
    [abuse] оскорбления: { $count }
    [language] другой язык: { $count }
    [loop] повторы: { $count }
    [shape] незаконченные предложения: { $count }
    [remark] замечания модели: { $count }
    [subject] не по теме: { $count }
    [title] только повтор заголовка: { $count }
    [too_long] слишком длинные: { $count }
    [worse_than_extract] не лучше выдержки: { $count }
    [second_reader] сомнения второго читателя: { $count }
    [empty] ничего не осталось: { $count }
   *[other] { $reason }: { $count }
}

### Alerts, quiet hours, followed stories
chat-command-alert = Получать новость сразу
chat-command-alerts = Ваши оповещения
chat-command-quiet = Часы без новостей

alert-usage =
    О чём сообщать сразу, не дожидаясь расписания? Я смотрю всё, что читаю, а не только ваши подписки.

    <code>/alert землетрясение</code> – новости с этим словом
    <code>/alert "изменение климата" наводнение</code> – с этой фразой или этим словом
    <code>/alert поезд -забастовка lang:ru</code> – без одного слова, на одном языке
    <code>/alert source:НАЗВАНИЕ</code> – всё из этого источника

    Скрытое и заглушённое не придёт, если только оповещение не называет его прямо. Если за час набралось больше { $count } сообщений, остальное приходит вместе. Ваш список: /alerts
alert-no-word = Какого слова ждать? Оповещению нужно слово или источник: <code>/alert землетрясение</code>
alert-contradiction = Нельзя и ждать «{ $part }», и убирать это.
alert-have-already = Такое оповещение у вас уже есть.
alert-too-many = Оповещений, считая новости, за которыми вы следите, может быть не больше { $count }. Сначала уберите одно: /alerts
alert-button-all = 🔔 Все оповещения
alert-preview = <b>Новое оповещение</b>
alert-preview-any = Достаточно одного из этих слов.
alert-preview-effect = { $count ->
    [0] За последние семь дней не пришло бы ни одной новости.
    [one] За последние семь дней пришла бы { $count } новость:
    [few] За последние семь дней пришло бы { $count } новости:
    [many] За последние семь дней пришло бы { $count } новостей:
   *[other] За последние семь дней пришло бы { $count } новости:
}
alert-saved = Сохранено. Теперь такая новость приходит сразу: { $alert }
alert-cancelled = Ничего не сохранено.
alert-removed = Убрано: { $alert }
alert-gone = Это оповещение уже убрано.
alert-back = Снова приходит: { $alert }
alert-stopped = Остановлено: { $alert }
alert-button-stop = 🔕 Остановить: { $alert }
alert-button-again = 🔔 Получать снова: { $alert }
alert-heading = 🔔 Оповещение: { $alert }
alert-heading-story = 📌 Новость, за которой вы следите
alerts-list = { $count ->
    [one] У вас { $count } оповещение. Нажмите на него, чтобы убрать.
    [few] У вас { $count } оповещения. Нажмите на любое, чтобы убрать.
    [many] У вас { $count } оповещений. Нажмите на любое, чтобы убрать.
   *[other] У вас { $count } оповещения. Нажмите на любое, чтобы убрать.
} 📌 — новость, за которой вы следите.
alerts-empty = Оповещений нет. <code>/alert слово</code> сразу присылает новости с этим словом.

quiet-now = Тихие часы с { $start } до { $end } ({ $zone }): новости ждут и потом приходят одним дайджестом.
quiet-now-alerts = Тихие часы с { $start } до { $end } ({ $zone }): новости ждут и потом приходят одним дайджестом. Оповещения приходят всё равно.
quiet-none = Тихих часов нет: новости приходят в своё время.
quiet-how = Выберите часы или напишите свои: <code>/quiet 22:00-07:00</code>, <code>/quiet 22:00-07:00 кроме оповещений</code>, <code>/quiet выкл</code>
quiet-unknown = Я не понимаю «{ $text }». Напишите, с какого часа и до какого: <code>/quiet 22:00-07:00</code>
quiet-button = 🌙 Тихие часы
quiet-button-alerts = 🔔 Оповещения – всё равно
quiet-button-off = Без тихих часов
quiet-setting = Тихие часы: { $start }–{ $end } ({ $zone }).
quiet-setting-alerts = Тихие часы: { $start }–{ $end } ({ $zone }), кроме оповещений.
quiet-setting-none = Тихие часы: нет.

story-button-follow = 📌 Следить
story-button-unfollow = ✅ Вы следите
story-button-mute = 🔕 Заглушить эту новость
story-button-unmute = ✅ Заглушено: рассказывать снова
story-button-mute-source = 🔇 Заглушить { $source }
story-button-unmute-source = ✅ Заглушено: вернуть { $source }
story-follow-done = Сразу сообщу, что в ней нового. Она теперь в списке: /alerts
story-follow-ended = Вы больше не следите за этой новостью.
story-source-muted = Больше вы ничего не увидите из источника «{ $source }».
story-source-unmuted = Вы снова будете видеть источник «{ $source }».
digest-button-follow = Следить
digest-button-hide-word = 🙈 Скрыть слово…
digest-hide-word = Новости с каким словом скрыть? Прежде чем сохранить, я покажу, что изменится.
digest-hide-word-none = Здесь нет подходящих слов. Напишите сами: <code>/filter -слово</code>

### Search, inline mode and /why
chat-command-search = Поиск по новостям
chat-command-why = Почему эти новости?
search-usage =
    Что искать? В новости должны быть все слова, целиком.

    <code>/search мост порт</code> находит оба слова
    <code>/search "изменение климата"</code> находит фразу
    <code>/search мост -футбол</code> убирает новости со вторым словом
    <code>/search мост source:НАЗВАНИЕ lang:en,zh</code> ищет только в этом источнике и на этих языках

    В любом чате: напишите моё имя и слова и выберите карточку.
search-too-long = Это слишком длинно для поиска. Знаков может быть не больше { $count }, а в слове или фразе — не больше 60: <code>/search мост порт</code>
search-contradiction = В новости не может и быть, и не быть «{ $part }». Уберите одно из двух.
search-only-hidden = Здесь сказано только, что убрать. Напишите и то, что искать: <code>/search мост -футбол</code>
search-one-letter = Одно «{ $part }» есть почти в каждой новости. Напишите слово целиком: <code>/search мост</code>
search-sign = Я ищу слова, а не знаки вроде «{ $part }». Напишите слово: <code>/search мост</code>
search-count = { $count ->
    [one] { $count } новость
    [few] { $count } новости
    [many] { $count } новостей
   *[other] { $count } новости
}
search-newest = самые новые: { $count }
search-filtered = с вашими фильтрами
search-button-filtered = 🧹 С моими фильтрами
search-button-all = Без моих фильтров
search-nothing = Ничего не найдено: { $query }.
search-unknown = Нет ни в одной новости: { $words }
search-try = Попробуйте меньше слов или другие: каждое должно стоять в новости целиком («мосты» и «мост» – разные слова). Фразы берите в кавычки, а <code>-слово</code> убирает новости.
search-all-hidden = Всё, что нашлось по запросу { $query }, скрыто вашими фильтрами.
search-inline-more = Ничего не найдено. Другие слова?
search-inline-whole = Напишите слово целиком
why-languages-first = Сначала идут ваши языки.
why-kept = прошло благодаря { $rules }
why-left-out = { $count ->
    [one] <b>Не вошло:</b> { $count } новость
    [few] <b>Не вошло:</b> { $count } новости
    [many] <b>Не вошло:</b> { $count } новостей
   *[other] <b>Не вошло:</b> { $count } новости
}
why-left-rule = скрыто правилом { $rule }
why-left = • { $reason }: { $stories }
why-left-muted = 🔕 заглушённые новости
why-left-told = уже рассказано
why-left-language = на языках, которые вам не нужны
why-left-room = не хватило места
why-left-then = тогда не было в подписках или скрывалось
why-get = <i>/filters убирает фильтры и заглушённое, в /settings – ваши языки. Посмотреть, что есть: /today и /search</i>
why-nothing-left-out = Вошло всё.
why-alert = Это пришло по вашему оповещению: его слова стоят над новостью. Посмотреть или убрать: /alerts
why-no-digest = Дайджестов у вас ещё не было. Получить прямо сейчас: /digest

### Channels, groups and topics
place-heading = Для чата <b>{ $chat }</b>:
place-greeting = Здесь только администраторы решают, что я присылаю. Остальные могут в любое время запросить /today.
place-button-places = 📣 Каналы и группы
place-button-add-channel = ➕ Добавить в канал
place-button-add-group = ➕ Добавить в группу
place-button-choose-channel = 📣 Выбрать канал
place-button-choose-group = 👥 Выбрать группу
place-list = { $count ->
    [one] Под вашим управлением { $count } канал или группа. Нажмите, чтобы настроить.
    [few] Под вашим управлением { $count } канала и группы. Нажмите на нужный, чтобы настроить.
    [many] Под вашим управлением { $count } каналов и групп. Нажмите на нужный, чтобы настроить.
   *[other] Под вашим управлением { $count } канала и группы. Нажмите на нужный, чтобы настроить.
}
place-list-empty = Отсюда можно управлять каналами и группами, где вы администратор.
place-how = В любой команде настроек можно сначала указать название: <code>/subscribe @channel Мир</code>
place-ask-channel =
    Нажмите кнопку ниже и выберите канал. Мне нужно только право публиковать сообщения.
    Кнопки нет? Вот ссылка: { $link }
place-ask-group =
    Нажмите кнопку ниже и выберите группу.
    Кнопки нет? Вот ссылка: { $link }
place-chosen = Выбрано: <b>{ $chat }</b>
place-this-chat = этот чат
place-private-only = Другими каналами и группами можно управлять в личном чате со мной. Здесь название не пишите.
place-digest-sent = Дайджест уже отправляется туда.
place-language-set = Теперь мой язык там — { $language }.
place-unknown = Я не знаю { $chat }. Проверьте название и сначала добавьте меня туда.
place-no-answer = Telegram не ответил про { $chat }. Попробуйте ещё раз через минуту.
place-goodbye = До свидания! Больше я ничего не присылаю в { $chat }. Настройки хранятся ещё 90 дней на случай, если вы добавите меня снова, потом всё удаляется. Чтобы удалить сразу, добавьте меня ещё раз и отправьте там /forget.
place-not-there = Меня ещё не добавили в { $chat }. Сначала добавьте меня.
place-not-administrator = Вы там не администратор и не можете менять настройки: { $chat }.
place-lacks-post-messages = Мне нельзя публиковать в { $chat }. Откройте канал в Telegram → Изменить → Администраторы → моё имя и включите «Публикация сообщений». Затем попробуйте ещё раз.
place-lacks-send-messages = Мне нельзя писать в { $chat }. Откройте группу в Telegram → Изменить → Разрешения и разрешите «Отправка сообщений» или назначьте меня администратором. Затем попробуйте ещё раз.
topics-button-make = 🗂 Тема для каждой рубрики
topics-button-undo = ↩️ Убрать темы бота
topics-line = Свои темы есть у рубрик: { $names }.
topics-making = Создаю темы…
topics-progress = Создаю темы: { $done } из { $count }…
topics-made = Теперь у этих рубрик своя тема, туда и приходят их новости: { $names }.
topics-all-there = У каждой рубрики уже есть тема.
topics-follow-first = Здесь пока нет подписок. Сначала выберите рубрики: /categories
topics-none = Тем, созданных мной, нет.
topics-undone = Готово: новости приходят туда же, куда раньше. Темы без новостей убраны, остальные можно читать и дальше.
topics-no-forum = В этом чате нет тем. В группе их включают в Telegram: откройте её → Изменить → Темы.
topics-lacks-manage-topics = Мне нельзя создавать здесь темы. Откройте группу в Telegram → Изменить → Администраторы → моё имя (или добавьте меня) и включите «Управление темами». Затем нажмите ещё раз.
topics-failed = Telegram пока не создаёт новых тем. Нажмите ещё раз через несколько минут: то, что есть, останется.
topics-lost = Я больше не могу писать в тему «{ $topic }», поэтому её новости не приходят. Если тему удалили, администратор может отправить /settings и нажать «Тема для каждой рубрики» — я создам её снова.

### The owner, and a chat's own data
chat-command-export = Ваш выбор в виде файлов
chat-command-forget = Удалить всё, что я о вас храню
owner-command-sources = Источники и их состояние
owner-command-addsource = Добавить источник
owner-command-removesource = Убрать источник
owner-command-stats = Статистика бота
owner-command-announce = Написать во все чаты
owner-button-remove = Убрать
sources-list = { $count ->
    [one] <b>{ $count } источник</b>
    [few] <b>{ $count } источника</b>
    [many] <b>{ $count } источников</b>
   *[other] <b>{ $count } источника</b>
} · с ошибками: { $failing } · отключено: { $off }
sources-empty =
    Источников пока нет. Добавьте:
    <code>/addsource https://www.bbc.com/russian Мир</code>
sources-read-ago = последнее успешное чтение: { $time } назад
sources-never-read = ещё не читался
sources-never-worked = ни разу не сработал
sources-failures = { $count ->
    [one] { $count } ошибка подряд
    [few] { $count } ошибки подряд
    [many] { $count } ошибок подряд
   *[other] { $count } ошибки подряд
}
sources-overdue = опаздывает на { $time }
sources-per-day = статей в день: { $number }
sources-button-read = 🔄 Прочитать сейчас
sources-reading = Читаю…
sources-gone = Этого источника больше нет.
sources-remove-usage =
    Какой источник? Пришлите его название:
    <code>/removesource BBC</code>
    Все источники: /sources
sources-remove-ask = Убрать <b>{ $name }</b>? Я перестану его читать. Его статьи останутся, пока не устареют.
sources-removed =
    Источник <b>{ $name }</b> убран. Чтобы вернуть его:
    <code>/addsource { $address }</code>
sources-kept = Источник <b>{ $name }</b> остаётся.
sources-near = Источника «{ $name }» у меня нет. Может быть, один из этих?
sources-unknown = Источника «{ $name }» у меня нет. Все источники: /sources
adding-usage =
    Пришлите адрес: ленты, сайта или публичного канала Telegram. После него можно указать рубрику.
    <code>/addsource https://www.bbc.com/russian Мир</code>
    <code>/addsource @durov Telegram</code>
adding-looking = Ищу ленты на { $host }…
adding-failed = Что-то пошло не так, ничего не добавлено. Подробности в журнале.
adding-cancelled = Ничего не добавлено.
adding-which-feed = Лент на { $host }: { $count }. Какую взять?
adding-which-category = В какую рубрику? Для новой отправьте <code>/addsource АДРЕС РУБРИКА</code>.
adding-category = Рубрика: { $name }
articles-count = { $count ->
    [one] { $count } статья
    [few] { $count } статьи
    [many] { $count } статей
   *[other] { $count } статьи
}
adding-newest = самая новая: { $day }
adding-problem = { $problem }: { $detail }.
adding-technical = { $problem } ({ $detail }).
adding-added = { $count ->
    [one] Источник <b>{ $name }</b> добавлен, пока в нём { $count } статья.
    [few] Источник <b>{ $name }</b> добавлен, пока в нём { $count } статьи.
    [many] Источник <b>{ $name }</b> добавлен, пока в нём { $count } статей.
   *[other] Источник <b>{ $name }</b> добавлен, пока в нём { $count } статьи.
}
adding-in-category = Рубрика: { $name }.
adding-button-own-categories = Рубрики самой ленты
adding-button-offer = ➕ Добавить как источник
adding-offer-channel = Этот канал может быть источником: { $address }
announce-usage =
    Что написать во все чаты? Ссылки и оформление останутся такими, как у вас.
    <code>/announce Сегодня ночью я переезжаю на новый сервер. Дайджесты могут опоздать.</code>
announce-preview = { $count ->
    [one] Вот как это выглядит. Получит <b>{ $count } чат</b>.
    [few] Вот как это выглядит. Получат <b>{ $count } чата</b>.
    [many] Вот как это выглядит. Получат <b>{ $count } чатов</b>.
   *[other] Вот как это выглядит. Получат <b>{ $count } чата</b>.
}
announce-button-send = Отправить
announce-started = Отправляю
announce-cancelled = Ничего не отправлено.
announce-over = Это уже отправлено или отменено.
announce-sending = { $count ->
    [one] Отправляю в { $count } чат…
    [few] Отправляю в { $count } чата…
    [many] Отправляю в { $count } чатов…
   *[other] Отправляю в { $count } чата…
}
announce-progress = Отправляю: { $done } из { $count }.
announce-done = { $failed ->
    [0] Объявление отправлено. Чатов получило: { $sent }.
   *[other] Объявление отправлено. Чатов получило: { $sent }; не дошло: { $failed }.
}
stats-chart-digests = Дайджесты
stats-chart-articles = Новые статьи
stats-chart-failures = Неотправленные сообщения
notice-source-dead = Уже сутки не могу прочитать { $name }: { $reason }. Что поможет, смотрите в /sources.
notice-source-off = { $name }: источник исчез навсегда и отключён ({ $reason }). Что поможет, смотрите в /sources.
notice-sources-dead = Уже сутки не читаются источники ({ $count }): { $names }. В порядке ли сеть? Список: /sources
notice-disk-low = Диск почти заполнен: осталось { $free } МБ. Освободите место или укажите в DATA_DIR диск побольше.
notice-engine-failed = Движок пересказов { $engine } не работает ({ $reason }). Пока он не заработает, пересказы состоят из предложений самих статей.
notice-backup-failed = Сегодня не удалось сделать резервную копию ({ $reason }). Проверьте, есть ли в DATA_DIR место и право на запись.
export-json = Выбор этого чата: настройки, рубрики, фильтры. Файл для программ.
export-opml = { $count ->
    [one] Лента ваших рубрик: { $count }. Этот файл принимает любая программа для чтения лент.
    [few] Ленты ваших рубрик: { $count }. Этот файл принимает любая программа для чтения лент.
    [many] Ленты ваших рубрик: { $count }. Этот файл принимает любая программа для чтения лент.
   *[other] Ленты ваших рубрик: { $count }. Этот файл принимает любая программа для чтения лент.
}
export-no-feeds = Файла с лентами нет: за тем, что здесь читают, не стоит ни одной открытой ленты.
export-failed = Не удалось отправить файлы. Попробуйте позже.
forget-ask = Забыть вас? Ваши рубрики, фильтры, настройки и история удаляются сразу, и дайджесты больше не приходят. Сначала можно взять копию: /export
forget-ask-group = Забыть этот чат со всеми его темами? Рубрики, фильтры, настройки и история удаляются сразу, и дайджесты больше не приходят. Сначала можно взять копию: /export
forget-button = Забыть меня
forget-kept = Всё остаётся как было.
forget-done = Готово: я вас забыл. Из резервных копий бота вы исчезнете в течение пяти недель. Чтобы начать заново, отправьте /start. До свидания!
forget-done-group = Готово: я забыл этот чат. Из резервных копий бота он исчезнет в течение пяти недель. Удалите меня отсюда или отправьте /start, чтобы начать заново. До свидания!
help-own-data =
    <b>Ваши данные</b>
    /export – ваш выбор в виде файлов
    /forget – удалить всё, что я о вас храню
help-owner =
    <b>Для вас как владельца</b>
    /sources – состояние каждого источника
    /addsource <i>адрес</i> – или @канал; можно просто прислать ссылку
    /removesource <i>название</i>
    /stats – цифры и график
    /announce <i>текст</i> – написать во все чаты

### Digests outside Telegram
publish-title = Мои дайджесты
publish-nothing-yet = Пока пусто: здесь появятся новости вашего следующего дайджеста.
publish-unavailable = Владелец этого бота не включил эту возможность (<code>PUBLISH_URL</code>).
publish-off = Ваши дайджесты можно читать и вне Telegram: как ленту в программе для чтения лент и как страницу в браузере. Вы получите личный адрес; читать сможет каждый, кто его знает.
publish-on =
    <b>Ваши дайджесты вне Telegram</b>
    Лента: { $feed }
    Страница: { $page }

    Читать может каждый, кто знает адрес. Новый адрес отменяет прежний.
publish-in-private = Адрес секретный, поэтому я показываю его только в личном чате.
publish-button-private = Открыть личный чат
publish-button-on = Создать личный адрес
publish-button-new = Новый адрес
publish-button-off = Перестать публиковать

### Recaps
recap-title = Ваша неделя
recap-stories = { $count ->
    [one] { $count } новость
    [few] { $count } новости
    [many] { $count } новостей
   *[other] { $count } новости
}
recap-told = { $sources ->
    [one] { $sources } источник
    [few] { $sources } источника
    [many] { $sources } источников
   *[other] { $sources } источника
}, { $reports ->
    [one] { $reports } публикация
    [few] { $reports } публикации
    [many] { $reports } публикаций
   *[other] { $reports } публикации
}
recap-began = Началось { $day }:
recap-empty = Подводить итоги пока не из чего: за последние семь дней новостей нет.
recap-how = Итогов за «{ $text }» у меня нет, только за неделю: /recap week. Чтобы они приходили сами, задайте расписание, например <code>/schedule воскресенье 18:00 итоги</code>.
recap-line = Итоги недели: { $schedule }.
recap-set = Сохранено ✓ Итоги недели приходят: { $schedule }. Следующие: { $when }.
recap-off = Сохранено ✓ Итоги больше не приходят сами. Посмотреть их всегда можно так: /recap.
recap-button-on = 📅 По воскресеньям в 18:00
recap-button-off = 🔕 Больше не присылать итоги

### Ranking that learns
taste-button-more = Больше
taste-button-less = Меньше
taste-button-less-like = 👎 Меньше таких…
taste-button-more-like = 👍 Больше таких…
taste-button-mute = 🔕 Заглушить эту новость
taste-button-undo = ↩️ Отменить
taste-button-clear = 🧹 Забыть все 👍 и 👎
taste-which-less = Каких новостей показывать меньше? Выберите пример.
taste-which-more = Каких новостей показывать больше? Выберите пример.
taste-toast-less = Учту: меньше такого ✓
taste-toast-more = Учту: больше такого ✓
taste-learnt-less = 👎 Новости вроде «{ $title }» теперь стоят ниже: { $things }. Ни одна не скрыта. Посмотреть, что я запомнил, или стереть это: /filters
taste-learnt-more = 👍 Новости вроде «{ $title }» теперь стоят выше: { $things }. Посмотреть, что я запомнил, или стереть это: /filters
taste-why = <i>👍 и 👎 считаются как источники: −1 сдвигает новость так, будто источником меньше. Стереть их: /filters</i>
taste-word = «{ $word }»
taste-taken-back = Отменено ✓
taste-forgotten = Забыто ✓
taste-list = { $count ->
    [one] Ваши 👍 и 👎 научили меня: { $count } признак. Он двигает новости вверх или вниз и ничего не скрывает. Нажмите на него, чтобы я забыл.
    [few] Ваши 👍 и 👎 научили меня: { $count } признака. Они двигают новости вверх или вниз и ничего не скрывают. Нажмите на любой, чтобы я забыл.
    [many] Ваши 👍 и 👎 научили меня: { $count } признаков. Они двигают новости вверх или вниз и ничего не скрывают. Нажмите на любой, чтобы я забыл.
   *[other] Ваши 👍 и 👎 научили меня: { $count } признака. Они двигают новости вверх или вниз и ничего не скрывают. Нажмите на любой, чтобы я забыл.
}
