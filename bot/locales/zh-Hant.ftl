# Tidings 的繁體中文文字，按使用它們的程式部分分節。

## Digests
digest-headlines = 頭條
digest-stories = { $count } 則新聞
digest-more-stories = 另外 { $count } 則新聞
digest-more-headlines = 另外 { $count } 則標題
digest-unlisted = 還有 { $count } 則
digest-minutes = 閱讀約 { $count } 分鐘
digest-good-morning = 早安
digest-good-afternoon = 午安
digest-good-evening = 晚安
digest-end = 就是這些。
digest-end-next = 就是這些。下一次：{ $when }
digest-also = 另見：
digest-whole-story = 完整經過
digest-continued-story = 上次摘要後的新進展
digest-inside = 在 Telegram 內閱讀
digest-quoted = 摘自原文
digest-original-language = 原文語言（{ $language }）
digest-not-translated = 未翻譯：{ $languages }
digest-original = 閱讀原文
digest-part = 第 { $part } 頁，共 { $parts } 頁
digest-read-on = 繼續閱讀：第 { $part } 頁，共 { $parts } 頁
digest-button-why = 為什麼是這些？
digest-button-less = 少看這類
digest-button-settings = 設定
digest-button-longer = 看長一點
digest-button-shorter = 看短一點
digest-button-headlines = 今天的頭條
digest-why = <b>為什麼是這些？</b>你追蹤了它們的分類。越多來源報導的排越前面，其次是越新的。
digest-why-sources = { $others ->
    [0] { $source }
   *[other] { $source } 和另外 { $others } 個來源
}
digest-why-gone = 我已經不記得這份摘要裡有什麼了。
digest-less = 想少看什麼？🔕 是一則新聞：我不會再告訴你它的後續。🔇 是一個來源：我不會再顯示它的報導。❌ 是你追蹤的分類。
digest-muted = 不會再告訴你了 ✓
digest-muted-story = 不會再告訴你「{ $title }」的後續。
digest-longer-all = 這裡只有這些，其餘請點連結閱讀。
digest-nothing-above = 上面一片空白？有些應用程式不會顯示這種摘要。點一下改用簡單外觀。
digest-by = 作者：{ $authors }

## Chat
chat-description =
    你的新聞摘要：追蹤你喜歡的主題，我會在你想要的時間，把當天的新聞連同圖片和簡短摘要送上。把任何連結傳給我，我就替它寫摘要。
chat-short-description = 從你選擇的來源整理新聞摘要，也能替任何連結寫摘要。
chat-command-start = 選擇要追蹤的主題
chat-command-today = 今天的頭條
chat-command-digest = 立刻收到摘要
chat-command-recap = 一週大事回顧
chat-command-categories = 所有分類
chat-command-subscribe = 追蹤一個分類
chat-command-unsubscribe = 取消追蹤一個分類
chat-command-subscriptions = 你追蹤的分類
chat-command-summary = 替連結寫摘要
chat-command-filter = 隱藏新聞，或只看某些新聞
chat-command-filters = 你的篩選與靜音
chat-command-mute = 隱藏一個來源
chat-command-schedule = 摘要何時送達
chat-command-timezone = 你的時區
chat-command-language = 更改介面語言
chat-command-settings = 所有設定
chat-command-help = 我能做什麼

chat-start-hello = { $name }，你好！👋 我替你讀新聞，把重點整理成簡短的摘要。
chat-start-hello-all = 大家好！👋 我替你們讀新聞，把重點整理成簡短的摘要。
chat-start-pick = 點選你想追蹤的分類：
chat-start-reads = 我會先放{ $languages }新聞。你還讀其他語言嗎？請點「🗣 我讀的語言」。
chat-start-empty = 還沒有載入任何新聞，請過一分鐘再試 /categories。
chat-help =
    <b>新聞</b>
    /today – 今天的頭條，或 /today <i>分類</i>
    /digest – 立刻收到摘要
    /search <i>字詞</i> – 搜尋新聞；在任何聊天室：我的名稱加上字詞
    /why – 上一份摘要為什麼有這些新聞
    /recap – 一週大事回顧
    /summary <i>連結</i> – 替任何網頁寫摘要（直接傳連結也可以）

    <b>你的追蹤</b>
    /categories – 點選即可追蹤
    /subscribe <i>名稱、名稱</i>或 <i>all</i>，以及 /unsubscribe
    /subscriptions – 你的清單
    /filter <i>-字詞</i> 或 <i>+字詞</i> – 隱藏新聞，或只看某些新聞
    /mute <i>來源</i> – 隱藏一個來源
    /filters – 你的篩選與靜音
    /alert <i>字詞</i> – 有這個字詞的新聞立刻送達；/alerts 列出你的提醒

    <b>設定</b>
    /schedule – 摘要何時送達
    /quiet <i>22:00-07:00</i> – 不傳新聞的時段
    /timezone – 你的時區
    /language – 介面語言
    /settings – 所有設定，也包括你管理的頻道與群組

    <i>該出現摘要的地方一片空白？請在 /settings 選「簡單外觀」。</i>
chat-hint = 傳一個連結給我，我就替它寫摘要。其他功能請看 /help。
chat-unknown-command = 我不認得這個指令。/help 列出我能做的事。
chat-unknown-command-near = 我不認得 { $text }。你是指這個嗎？
chat-plain-command = 你是想輸入這個嗎？
chat-owner-refused = 我無法再在「{ $chat }」發送訊息（{ $reason }）。那裡的摘要已暫停，也不會改送到其他聊天室。
chat-owner-taken-back = Telegram 沒有接受發給「{ $chat }」的一則訊息（{ $reason }）。其中的新聞會隨下一份摘要送出。今天若還有更多，只會記在日誌和 /stats。
chat-owner-incident = Telegram 一次回報許多聊天室都不存在（{ $reason }）。這看來是 Telegram 的問題，所以我會保留這些聊天室，稍後再試。
chat-error = 抱歉，我這邊出了點問題，請再試一次。
chat-admins-only = 只有管理員可以更改這裡的設定。
chat-saved = 已儲存 ✓
chat-button-save = 儲存
chat-button-cancel = 取消
chat-button-unknown = 這個按鈕已經失效。
chat-message-too-old = 這則訊息太舊了，請重新傳送指令。
chat-article-gone = 這篇文章已經不在了。

chat-button-digest-now = 🗞 立刻看摘要
chat-button-schedule = ⏰ 送達時間
chat-button-categories = 📚 分類
chat-button-leave-all = ❌ 全部取消追蹤
chat-button-longer = ➕ 長一點
chat-button-shorter = ➖ 短一點
chat-button-read-here = 📖 在這裡讀
chat-button-timezone = 🌍 時區
chat-button-location = 📍 我的位置
chat-button-language = 💬 介面語言
chat-button-summary-language = 📝 摘要語言
chat-button-reading = 🗣 我讀的語言
chat-button-pictures-on = 🖼 顯示圖片
chat-button-pictures-off = 🖼 不要圖片
chat-button-look = 🎨 摘要外觀
chat-button-layout = 🗂 一則或多則訊息
chat-button-my-language = 🌐 用我的語言

chat-categories = 點選你想追蹤的分類。
chat-categories-counts = 數字是今天的新文章數。
chat-category-gone = 這個分類已經不存在。
chat-joined = 你開始追蹤「{ $name }」了。
chat-already-following = 你已經在追蹤「{ $name }」。
chat-join-covered = 你追蹤的「{ $parent }」已經包含「{ $name }」。
chat-join-too-many = 最多可以追蹤 { $count } 個分類，請先取消一個：/subscriptions
chat-join-ambiguous = 有好幾個分類叫「{ $name }」，你要哪一個？
chat-join-near = 沒有「{ $name }」這個分類，你是指以下其中一個嗎？
chat-join-unknown = 沒有「{ $name }」這個分類，看看清單吧：
chat-left = 你不再追蹤「{ $name }」。
chat-not-following = 你沒有追蹤「{ $name }」。
chat-left-all = { $count ->
   *[other] 已取消 { $count } 個分類，你現在沒有追蹤任何分類。
}
chat-leave-covered = 「{ $name }」屬於你追蹤的「{ $parent }」。要取消追蹤它，請取消追蹤「{ $parent }」。
chat-leave-unknown = 你沒有追蹤「{ $name }」。
chat-subscriptions = { $count ->
   *[other] 你追蹤 { $count } 個分類，點一下即可移除。
}
chat-subscriptions-empty = 你還沒有追蹤任何分類。

filter-button-all = 🧹 所有篩選
filter-usage =
    用「-」寫要隱藏的，用「+」寫只想看的。儲存之前，你會先看到效果。

    <code>/filter -足球</code> 隱藏含有這個詞的新聞
    <code>/filter +"氣候變遷"</code> 只看含有這個片語的新聞
    <code>/filter source:名稱</code> 只看這個來源，<code>-source:名稱</code> 則隱藏它
    <code>/filter lang:en,zh</code> 只看這些語言，<code>-lang:de</code> 則隱藏一種

    /filters 列出你已有的篩選。/mute 隱藏一個來源。
filter-no-sign = 要隱藏「{ $name }」，還是只看它？隱藏請寫 <code>-{ $part }</code>，只看請寫 <code>+{ $part }</code>。片語請加引號。
filter-no-end = 引號沒有結尾：{ $part }
filter-no-word = 「{ $part }」裡沒有字詞。
filter-no-language = 我不認得「{ $part }」裡的語言。請寫語言代碼：<code>lang:en</code>、<code>lang:zh,ja</code>。
filter-too-long = 「{ $part }」太長了，一條篩選最多 60 個字元。
filter-too-many-typed = 一次太多了，每則訊息最多 20 條篩選。
filter-too-many = 最多可以有 { $count } 條篩選，請先移除一條：/filters
filter-contradiction = 不能既隱藏「{ $part }」又只看它，請先移除其中一條：/filters
filter-have-already = 你已經有這條篩選了。
filter-preview = { $count ->
   *[other] <b>新的篩選</b>
}
filter-preview-effect = 過去七天，你追蹤的 { $stories ->
   *[other] { $stories }
} 則新聞裡，這會隱藏 { $hidden } 則。
filter-preview-more = …還有 { $count } 則
filter-preview-nothing = 過去七天，你追蹤的內容裡沒有新聞可以試。
filter-saved = { $count ->
   *[other] 已儲存，從現在起生效：
}
filter-cancelled = 沒有儲存任何變更。
filter-removed = 已移除：{ $rule }
filter-gone = 這一條已經移除了。
filters-list = { $count ->
   *[other] 你有 { $count } 條篩選與靜音，點一下即可移除。
}
filters-empty = 你還沒有篩選。<code>/filter -字詞</code> 隱藏新聞，<code>/filter +字詞</code> 只看某些新聞，/mute 隱藏一個來源。
mute-usage = 要隱藏哪個來源？請寫名稱：<code>/mute 名稱</code>
mute-which = 要隱藏哪個來源？以下是上一份摘要的來源。其他來源請寫名稱：<code>/mute 名稱</code>
mute-near = 沒有「{ $name }」這個來源，你是指以下其中一個嗎？
mute-unknown = 沒有「{ $name }」這個來源。
mute-done = 🔇 你不會再看到「{ $name }」。其他來源也報導的新聞，仍會由它們送來。
mute-already = 🔇「{ $name }」已經隱藏了。
mute-too-many = 最多可以隱藏 { $count } 個來源，請先移除一個：/filters
mute-story-ended = 這則新聞有新進展時，你會再收到。

chat-next-at = 下一次摘要：{ $when }。
chat-next-instant = 新聞一出現就會送給你。
chat-next-off = 摘要已關閉，用 /schedule 開啟。
chat-when-today = 今天 { $time }
chat-when-tomorrow = 明天 { $time }
chat-when-day = { $day } { $time }
chat-when-zone = { $when }（{ $zone }）

chat-today-gathering = 🔎 正在翻閱今天的新聞…
chat-today-empty = 今天還沒有新消息。
chat-today-empty-category = 「{ $name }」今天還沒有新消息。
chat-today-last-24-hours = 午夜以來新聞不多，以下是過去 24 小時的新聞。
chat-today-which = 你說的「{ $name }」是哪一個分類？
chat-today-unknown = 沒有「{ $name }」這個分類，/categories 可看全部。
chat-digest-coming = 🗞 正在看上次摘要之後有什麼新消息…
chat-too-many-commands = 一下子太多了，請給我一分鐘。
chat-digest-waiting = 這裡還有一份摘要在等候：Telegram 暫時不讓我在此發送更多訊息。一可以發送就會送達。
chat-digest-empty = 上一次摘要之後沒有新消息。/today 可看今天的頭條。
chat-digest-filters = 你設了篩選，可能隱藏了一些新聞。
chat-digest-follow-first = 你還沒有追蹤任何分類，請先選一個。
chat-digest-too-often = 你剛收過好幾次摘要，請過幾分鐘再試。

chat-schedule-now = 摘要時間：{ $schedule }。
chat-schedule-zone = 時區：{ $zone }，用 /timezone 更改。
chat-schedule-how = 選一個，或自己寫：<code>/schedule 08:00 18:30</code>
chat-schedule-unknown = 我看不懂「{ $text }」。試試 <code>/schedule 08:00</code>、<code>/schedule 平日 07:30</code>、<code>每小時</code>、<code>即時</code>或<code>關閉</code>。
chat-schedule-when = 幾點發送？請在後面寫上時間：<code>/schedule { $text } 08:00</code>
chat-schedule-same-times = 可以只選某幾天，但每天的時間要一樣：<code>/schedule 平日 07:30</code>
chat-schedule-times = { $days } { $times }
chat-schedule-hourly = 每小時
chat-schedule-instant = 有新聞就立刻送
chat-schedule-off = 關閉
chat-days-all = 每天
chat-days-workdays = 平日
chat-days-weekend = 週末
chat-days-some = 每{ $days }
chat-schedule-button-weekdays = 平日 { $time }
chat-schedule-button-hourly = 每小時
chat-schedule-button-instant = ⚡ 即時
chat-schedule-button-off = 🔕 關閉

chat-timezone-now = 你的時區是 { $zone }，現在是 { $time }。
chat-timezone-how = 要更改，請點一個，或寫出任何城市的名稱：<code>/timezone 高雄</code>
chat-timezone-which = 你說的「{ $text }」是哪一個？
chat-timezone-unknown = 我不認得「{ $text }」。試試附近較大的城市、國家或時差：<code>/timezone UTC+8</code>。也可以點一個：
chat-timezone-ask =
    <b>你那裡現在幾點？</b>
    我先當作 { $time }（{ $zone }）。請點你的時間，或寫出你的城市：<code>/timezone 高雄</code>
chat-location-ask =
    點下面的按鈕傳送你的位置。我只用來查時區，不會保存。
    沒看到按鈕？請用 📎 附上位置，或寫出你的城市：<code>/timezone 高雄</code>
chat-location-share = 📍 傳送我的位置
chat-location-unknown = 我查不到那裡的時區。請寫附近城市的名稱：<code>/timezone 高雄</code>

chat-language-name = 繁體中文
chat-language = 你希望我說哪種語言？
chat-language-set = 我現在說繁體中文。
chat-language-unknown = 我還不會說「{ $text }」。我會說這些語言：

chat-look-compact = 精簡
chat-look-pictures = 大圖片
chat-look-headlines = 只有標題
chat-look-simple = 簡單外觀
chat-look =
    <b>摘要要長什麼樣子？</b>由左到右：
    <b>精簡</b> – 第一則有圖片，其他的點一下就展開。
    <b>大圖片</b> – 每則新聞都在自己的圖片下面。
    <b>只有標題</b> – 可以點的標題。
    <b>簡單外觀</b> – 一般訊息，給不顯示前面幾種的應用程式。
chat-simple-look-set = 從現在起，你的摘要會用簡單外觀。
chat-layout-edition = 先頭版，再各分類
chat-layout-categories = 每個分類一則訊息
chat-layout-together = 全部放在一則訊息
chat-layout =
    <b>有好幾個分類時，摘要要怎麼送？</b>
    <b>先頭版，再各分類</b> – 一則訊息列出所有標題，接著每個分類各一則，不發出聲音。
    <b>每個分類一則訊息</b> – 沒有頭版。
    <b>全部放在一則訊息</b> – 每個分類一段。

chat-settings = <b>設定</b>
chat-settings-ui = 介面語言：{ $language }。
chat-settings-summaries = 摘要語言：{ $language }。
chat-settings-summaries-original = 摘要語言：文章原本的語言。
chat-settings-look = 摘要外觀：{ $look }。
chat-settings-layout = 多個分類：{ $layout }。
chat-settings-pictures = 圖片：{ $state ->
    [on] 顯示
   *[off] 不顯示
}。
chat-summary-language-original = 文章原本的語言
chat-summary-language = 你想用哪種語言讀摘要？
chat-summary-language-cannot = 這個機器人還不能翻譯。摘要取自文章原句，所以會維持原文語言。
chat-reading =
    <b>我讀的語言</b>
    點選你讀的每一種語言，再在下方決定怎麼處理其他語言的新聞。
chat-reading-any = 任何語言
chat-reads = 閱讀語言：{ $languages }。
chat-reads-any = 閱讀語言：任何語言。
chat-others-last = 其他語言的新聞放最後。
chat-others-left-out = 不看其他語言的新聞。
chat-others-translated = 翻譯其他語言的新聞。
chat-others-cannot = 這個機器人還不能翻譯，所以這些新聞會放最後。
chat-others-button-last = 其他放最後
chat-others-button-left-out = 不看其他
chat-others-button-translated = 翻譯

chat-link-usage = 傳一個連結給我：<code>/summary https://…</code>，或用 /summary 回覆含有連結的訊息。
chat-link-reading = ⏳ 正在讀 { $host }…
chat-link-working = 請稍等…
chat-link-writing = ✍️ 正在寫更好的摘要…
chat-link-one-at-a-time = 我還在處理你上一個連結，請稍等。
chat-link-too-many = 連結有點多，請過幾分鐘再試。
chat-link-queue-full = 現在有很多人在傳連結，請過一分鐘再試。
chat-link-failed = 我讀不了這個網頁，可能需要登入，或者不是文章。
chat-link-too-slow = 這個網頁花了太久時間，請晚點再試。
chat-link-stopped = 已停止。想要時再傳一次連結就好。
chat-link-nothing-to-summarize = 這裡的文字太少，寫不成摘要。
chat-link-no-longer = 內容就是這些了。「📖 在這裡讀」可看全文。
chat-link-reading-time = { $minutes ->
   *[other] 閱讀約 { $minutes } 分鐘
}

## Stories
story-tellings = { $count ->
   *[other] 報導 { $count } 次
}
story-sources = { $count ->
   *[other] 來自 { $count } 個來源
}
story-how-told = 報導經過
story-first = 首次報導
story-comes-back = 帶來新進展
story-new = 新消息：
story-more-tellings = { $count ->
   *[other] 另有 { $count } 則報導
}
story-unlisted = { $count ->
   *[other] 還有 { $count } 則報導未列出。
}
story-why = 為什麼這些是同一則新聞
story-why-alike = { $source }與{ $other }有相同的詞：{ $words }
story-why-copy = { $source }與{ $other }文字相同
story-why-repeated = { $source }重複了自己的報導
story-why-page = { $source }與{ $other }登的是同一頁
story-another = 較早的報導
story-all-said = 文章說的就是這些了。
story-also-told = 其他報導：
story-button-part = ✂️ 移出：{ $source }
story-button-part-sure = ✂️ 確定移出
story-button-keep = 取消
story-part-ask = 「{ $title }」會自成一則新聞，無法復原。
story-parted = 完成：它現在自成一則新聞。
story-part-owner = 只有這個機器人的擁有者可以把報導移出一則新聞。

## Loading
fetch-problem-refused-address = 這個網址我不能讀取。
fetch-problem-refused-address-remedy = 請用公開的網址；若是你自己的伺服器，請把它寫進 FETCH_TRUSTED_HOSTS。
fetch-problem-bad-url = 這不是我能讀取的網址。
fetch-problem-bad-url-remedy = 請給完整的網址，以 https:// 開頭。
fetch-problem-dns = 找不到這個名稱的網站。
fetch-problem-dns-remedy = 請檢查網址有沒有打錯，以及這部機器的網路。
fetch-problem-tls = 這個網站的憑證無效。
fetch-problem-tls-remedy = 請用瀏覽器打開看看；若同樣出現警告，只有網站自己能修好。若是你自己的伺服器，它的憑證要讓這部機器信任：請寫進 SSL_CERT_FILE。
fetch-problem-connect = 連不上這個網站。
fetch-problem-connect-remedy = 通常過一會兒就好，請稍後再試。
fetch-problem-connect-remedy-source = Tidings 會自動再試。
fetch-problem-proxy = 代理伺服器不讓 Tidings 通過。
fetch-problem-proxy-remedy = 請檢查 FETCH_PROXY：位址、連接埠、使用者名稱和密碼。
fetch-problem-timeout = 這個網站太久沒有回應。
fetch-problem-timeout-remedy = 通常過一會兒就好，請稍後再試。
fetch-problem-timeout-remedy-source = Tidings 會自動再試。
fetch-problem-too-large = 這個網頁太大了。
fetch-problem-too-large-remedy = 只有網站自己能修好。
fetch-problem-too-large-remedy-feed = 請找找同一網站比較短的訂閱源。
fetch-problem-wrong-type = 這個網址不是網頁或訂閱源，而是別種檔案。
fetch-problem-wrong-type-remedy = 請給網頁或訂閱源本身的網址，而不是圖片、影片或文件。
fetch-problem-bad-encoding = 網站回應的壓縮方式我讀不了。
fetch-problem-bad-encoding-remedy = 只有網站自己能修好。
fetch-problem-bad-answer = 網站的回應不符合 HTTP 規則，我讀不了。
fetch-problem-bad-answer-remedy = 只有網站自己能修好。
fetch-problem-redirects = 這個網址轉址太多次，或轉到不安全的網址。
fetch-problem-redirects-remedy = 請用瀏覽器打開，改用瀏覽器最後顯示的網址。
fetch-problem-status = 網站沒有把網頁給我。
fetch-problem-status-remedy = 請用瀏覽器打開看看；網址可能變了，或需要登入。
fetch-problem-not-found = 這個網址什麼也沒有。
fetch-problem-not-found-remedy = 請檢查有沒有打錯。
fetch-problem-not-found-remedy-feed = 或改給網站首頁的網址：`tidings sources add` 會在那裡找訂閱源。
fetch-problem-forbidden = 網站不讓 Tidings 讀取。
fetch-problem-forbidden-remedy = 它要求登入，或不允許機器人。
fetch-problem-forbidden-remedy-feed = 請找找同一網站的其他訂閱源，或經由你自己的 RSSHub 讀取（FETCH_TRUSTED_HOSTS）。
fetch-problem-forbidden-remedy-source = 若你有它的登入資料，請寫進 sources.toml：username 加 password，或 headers。
fetch-problem-robot-check = 網站的機器人防護擋下了 Tidings，要求使用瀏覽器。
fetch-problem-robot-check-remedy = Tidings 不會繞過這種防護。
fetch-problem-robot-check-remedy-feed = 請網站放行訂閱程式、找找它的其他訂閱源，或經由你自己的 RSSHub 讀取（FETCH_TRUSTED_HOSTS）。
fetch-problem-server-error = 網站自己出了問題。
fetch-problem-server-error-remedy = 通常過一會兒就好，請稍後再試。
fetch-problem-server-error-remedy-source = Tidings 會自動再試。
fetch-problem-gone = 這個網頁已經永久移除。
fetch-problem-gone-remedy = 請找找新的網址。
fetch-problem-gone-remedy-source = 這個來源已停用；`tidings fetch --source 名稱` 會再試一次，`tidings sources remove 名稱` 會移除它。
fetch-problem-rate-limited = 網站要求 Tidings 稍候再送出請求。
fetch-problem-rate-limited-remedy = 請稍後再試。
fetch-problem-rate-limited-remedy-source = Tidings 會照網站的要求等待；把 FETCH_INTERVAL 調長也有幫助。
feed-problem-empty = 網站的回應是空的。
feed-problem-empty-remedy = 通常過一會兒就好，請稍後再試。
feed-problem-empty-remedy-source = Tidings 會自動再試。
feed-problem-web-page = 這個網址是網頁，不是訂閱源。
feed-problem-web-page-remedy = `tidings sources add 網址` 會在那個網頁上找訂閱源。
feed-problem-robot-check = 網站顯示的是機器人檢查，而不是訂閱源。
feed-problem-robot-check-remedy = Tidings 不會繞過這種檢查。請網站放行訂閱程式、找找它的其他訂閱源，或經由你自己的 RSSHub 讀取（FETCH_TRUSTED_HOSTS）。
feed-problem-list = 這是一份訂閱源清單，不是訂閱源。
feed-problem-list-remedy = 請存成檔案；`tidings sources import 檔案` 會加入其中所有的訂閱源。
feed-problem-broken = 這個訂閱源壞到無法修復。
feed-problem-broken-remedy = 只有網站自己能修好；也許它還有別的訂閱源。
feed-problem-other = 這個網址沒有訂閱源。
feed-problem-other-remedy = 請給訂閱源本身的網址；`tidings sources add` 會在網站首頁上找它。
feed-problem-no-channel = 這個 Telegram 頻道沒有公開網頁。
feed-problem-no-channel-remedy = 只能讀取在瀏覽器開 t.me/s/名稱 看得到貼文的公開頻道；私人頻道、群組和個人帳號沒有這種網頁。請檢查名稱，或向頻道主索取訂閱源。
load-no-feed-found = 那裡找不到訂閱源。
load-no-feed-found-remedy = 請在網站上找名為 RSS 或 Atom 的連結，再給我它的網址。
load-page-unreadable = 這個網頁上找不到文章，也許需要登入。
page-problem-paywall = 這篇文章只供訂戶閱讀；我只看到網站公開的部分。
page-problem-consent = 網站要先同意使用 Cookie 才顯示此頁，我無法代為同意。
page-problem-login = 網站要先登入才顯示此頁。
page-problem-robots = 網站要先確認是真人在用瀏覽器，才顯示此頁。
page-problem-teaser = 此頁只有寥寥數行文字。
page-problem-no-article = 這不是文章，文字取自網頁自己的說明。
page-problem-document = 這是一份文件（例如 PDF）。我只能摘要網頁。
page-problem-picture = 這是一張圖片。我只能摘要網頁。
page-problem-sound = 這是一段錄音。我只能摘要網頁。
page-problem-film = 這是一段影片。我只能摘要網頁。
page-problem-feed = 這是新聞訂閱源，不是文章。請傳給我其中一篇文章的連結。
page-problem-file = 這是一個下載檔案。我只能摘要網頁。
load-folder-unreadable = 無法讀取這個資料夾。
load-folder-unreadable-remedy = 請檢查 sources.toml 裡的路徑，以及 Tidings 有沒有讀取權限。
load-switched-off = 這個來源在 sources.toml 裡停用了。
load-switched-off-remedy = 刪去那裡的 `enabled = false` 就會再讀取。
load-not-stored = 新文章無法存入資料庫。
load-not-stored-remedy = 請檢查磁碟是否還有空間，以及有沒有別的程式佔用資料庫。
load-broke = Tidings 發生錯誤，讀取中斷。
load-broke-remedy = 詳情在日誌裡，請回報給我們。
source-exists = 你已經有這個來源。

## Figures
stats-articles = 文章：{ $count } 篇，其中最近 24 小時 { $lately } 篇。
stats-sources = 來源：{ $count } 個，其中 { $failing } 個有問題，{ $off } 個已關閉。
stats-chats = 聊天室：{ $count } 個，共 { $subscriptions } 個追蹤。
stats-messages = 訊息：{ $waiting } 則等待中，{ $sent } 則已送出，{ $dead } 則放棄。
stats-unknown = 不確定是否送達的訊息：{ $count } 則；其中的摘要會再送一次。
stats-engine = 摘要引擎：{ $engine }。
stats-engine-ready = 就緒
stats-engine-downloading = 下載中
stats-engine-loading = 載入中
stats-engine-failed = 無法運作
stats-engine-verified = { $engine }，由 { $verifier } 複核
stats-summaries = { $engine } 寫的摘要：{ $count } 則。
stats-summaries-waiting = 等待中的摘要：{ $count } 則。
stats-rejected = 檢查未通過的句子：{ $count } 句（{ $reasons }）。
stats-reason = { $reason ->
    [number] 數字有誤：{ $count }
    [date] 日期有誤：{ $count }
    [name] 文中沒有的名字：{ $count }
    [quote] 改動過的引語：{ $count }
    [claim] 文中沒有的說法：{ $count }
    [link] 連結：{ $count }
    [mention] 主題標籤或帳號：{ $count }
    [command] 機器人指令：{ $count }
    [contact] 聯絡方式：{ $count }
    [order] 呼籲讀者的話：{ $count }
    [abuse] 侮辱字眼：{ $count }
    [language] 語言不符：{ $count }
    [loop] 重複：{ $count }
    [shape] 句子不完整：{ $count }
    [remark] 模型自己的話：{ $count }
    [subject] 離題：{ $count }
    [title] 只是重複標題：{ $count }
    [too_long] 過長：{ $count }
    [worse_than_extract] 不如原文摘句：{ $count }
    [second_reader] 複核存疑：{ $count }
    [empty] 沒有剩下內容：{ $count }
   *[other] { $reason }: { $count }
}

### Alerts, quiet hours, followed stories
chat-command-alert = 立即收到某類新聞
chat-command-alerts = 你的提醒
chat-command-quiet = 不傳新聞的時段

alert-usage =
    要立即通知你什麼？不論排程，只要出現就傳；我會看讀到的全部新聞，不限於你追蹤的分類。

    <code>/alert 地震</code>：有這個詞的新聞
    <code>/alert "氣候變遷" 水災</code>：有這個片語或這個詞
    <code>/alert 鐵路 -罷工 lang:zh</code>：不含某個詞，限一種語言
    <code>/alert source:名稱</code>：這個來源的所有新聞

    你隱藏或靜音的仍不會出現，除非提醒本身指名。一小時超過 { $count } 則訊息時，其餘合併傳送。/alerts 列出現有提醒。
alert-no-word = 要等哪個詞？提醒至少需要一個詞或一個來源：<code>/alert 地震</code>
alert-contradiction = 不能既等著「{ $part }」又去掉它。
alert-have-already = 你已經有這個提醒了。
alert-too-many = 最多可以有 { $count } 個提醒（含追蹤的新聞）。請先移除一個：/alerts
alert-button-all = 🔔 所有提醒
alert-preview = <b>新的提醒</b>
alert-preview-any = 符合其中一個詞就會傳送。
alert-preview-effect = { $count ->
    [0] 過去七天沒有新聞符合。
   *[other] 過去七天會收到 { $count } 則新聞：
}
alert-saved = 已儲存。從現在起，這類新聞會立即傳給你：{ $alert }
alert-cancelled = 沒有儲存任何內容。
alert-removed = 已移除：{ $alert }
alert-gone = 這個提醒已經移除了。
alert-back = 會再次通知：{ $alert }
alert-stopped = 已停止：{ $alert }
alert-button-stop = 🔕 停止：{ $alert }
alert-button-again = 🔔 恢復：{ $alert }
alert-heading = 🔔 提醒：{ $alert }
alert-heading-story = 📌 你追蹤的新聞
alerts-list = 你有 { $count } 個提醒。點一下即可移除。📌 是你追蹤的新聞。
alerts-empty = 你還沒有提醒。<code>/alert 詞</code> 會在出現含這個詞的新聞時立即通知你。

quiet-now = 勿擾時段 { $start } 到 { $end }（{ $zone }）：新聞會先保留，結束後合併成一份摘要傳送。
quiet-now-alerts = 勿擾時段 { $start } 到 { $end }（{ $zone }）：新聞會先保留，結束後合併成一份摘要傳送。提醒仍會立即傳送。
quiet-none = 沒有勿擾時段：新聞照預定時間傳送。
quiet-how = 選擇時段，或自行輸入：<code>/quiet 22:00-07:00</code>、<code>/quiet 22:00-07:00 提醒除外</code>、<code>/quiet 關閉</code>
quiet-unknown = 我看不懂「{ $text }」。請寫從幾點到幾點：<code>/quiet 22:00-07:00</code>
quiet-button = 🌙 勿擾時段
quiet-button-alerts = 🔔 提醒仍然傳送
quiet-button-off = 不設勿擾時段
quiet-setting = 勿擾時段：{ $start }–{ $end }（{ $zone }）。
quiet-setting-alerts = 勿擾時段：{ $start }–{ $end }（{ $zone }），提醒除外。
quiet-setting-none = 勿擾時段：無。

story-button-follow = 📌 追蹤
story-button-unfollow = ✅ 追蹤中
story-button-mute = 🔕 將這則新聞靜音
story-button-unmute = ✅ 已靜音：重新通知
story-button-mute-source = 🔇 將 { $source } 靜音
story-button-unmute-source = ✅ 已靜音：重新顯示 { $source }
story-follow-done = 有新進展會立即通知你。/alerts 可查看。
story-follow-ended = 已不再追蹤這則新聞。
story-source-muted = 不會再看到 { $source } 的內容。
story-source-unmuted = 會再次看到 { $source }。
digest-button-follow = 追蹤
digest-button-hide-word = 🙈 隱藏某個詞…
digest-hide-word = 要隱藏含哪個詞的新聞？儲存前會先讓你看效果。
digest-hide-word-none = 這裡沒有可以提供的詞。請自行輸入：<code>/filter -詞</code>

### Search, inline mode and /why
chat-command-search = 搜尋新聞
chat-command-why = 為什麼是這些新聞？
search-usage =
    要找什麼？每個詞都要出現在新聞裡。

    <code>/search 海港 大橋</code> 兩個詞都有的新聞
    <code>/search "氣候變遷"</code> 含有這個片語的新聞
    <code>/search 大橋 -足球</code> 去掉含有第二個詞的新聞
    <code>/search 大橋 source:名稱 lang:en,zh</code> 只在這個來源和這些語言裡找

    在任何聊天室：輸入我的名稱和要找的詞，再選一張卡片。
search-too-long = 太長了，無法搜尋。最多 { $count } 個字元，每個詞或片語最多 60 個：<code>/search 海港 大橋</code>
search-contradiction = 新聞不可能既有又沒有「{ $part }」。請去掉其中一個。
search-only-hidden = 這裡只寫了要去掉什麼，還要寫想找什麼：<code>/search 大橋 -足球</code>
search-one-letter = 單獨一個「{ $part }」幾乎每則新聞都有。請寫完整的詞：<code>/search 大橋</code>
search-sign = 我找的是字詞，不是「{ $part }」這樣的符號。請寫一個詞：<code>/search 大橋</code>
search-count = { $count } 則新聞
search-newest = 最新的 { $count } 則
search-filtered = 套用你的篩選
search-button-filtered = 🧹 套用我的篩選
search-button-all = 不套用我的篩選
search-nothing = 找不到 { $query }。
search-unknown = 沒有任何新聞含有：{ $words }
search-try = 試試較少的詞或別的寫法：每個詞都要出現在新聞裡。片語請加引號，<code>-詞</code> 會去掉含有它的新聞。
search-all-hidden = 找到 { $query } 的新聞全被你的篩選隱藏了。
search-inline-more = 找不到，換個詞試試？
search-inline-whole = 請寫完整的詞
why-languages-first = 你看的語言排在最前。
why-kept = 因 { $rules } 保留
why-left-out = { $count ->
   *[other] <b>沒有放進來的：</b>{ $count } 則新聞
}
why-left-rule = 被 { $rule } 隱藏
why-left = • { $reason }：{ $stories }
why-left-muted = 🔕 靜音的新聞
why-left-told = 先前報過
why-left-language = 你不看的語言
why-left-room = 放不下
why-left-then = 當時沒有追蹤，或被隱藏
why-get = <i>/filters 可移除篩選和靜音，/settings 裡有你的語言。/today 和 /search 可看到其他新聞。</i>
why-nothing-left-out = 沒有遺漏任何新聞。
why-alert = 這是你的提醒帶來的：觸發的詞寫在新聞上方。/alerts 可查看和移除提醒。
why-no-digest = 你還沒收過摘要。/digest 會立刻送一份。

### Channels, groups and topics
place-heading = 關於 <b>{ $chat }</b>：
place-greeting = 這裡只有管理員能決定我傳送什麼。其他人可以隨時用 /today 看新聞。
place-button-places = 📣 頻道與群組
place-button-add-channel = ➕ 加到頻道
place-button-add-group = ➕ 加到群組
place-button-choose-channel = 📣 選擇頻道
place-button-choose-group = 👥 選擇群組
place-list = 你管理 { $count } 個頻道或群組。點一下就能看它的設定。
place-list-empty = 如果你是頻道或群組的管理員，可以在這裡管理它們。
place-how = 每個設定指令也可以先寫名稱：<code>/subscribe @channel 國際</code>
place-ask-channel =
    點下面的按鈕選擇頻道。我只需要發佈訊息的權限。
    沒有按鈕嗎？用這個連結：{ $link }
place-ask-group =
    點下面的按鈕選擇群組。
    沒有按鈕嗎？用這個連結：{ $link }
place-chosen = 已選擇：<b>{ $chat }</b>
place-this-chat = 這個聊天
place-private-only = 請在和我的私人聊天中管理其他頻道與群組。在這裡請不要寫名稱。
place-digest-sent = 摘要正在送往那裡。
place-language-set = 從現在起，我在那裡說{ $language }。
place-unknown = 我找不到 { $chat }。請檢查名稱，並先把我加進去。
place-no-answer = Telegram 沒有告訴我 { $chat } 的資料。請過一分鐘再試。
place-goodbye = 再見！我不會再傳送任何內容到 { $chat }。那裡的設定會保留 90 天，等你再加我回去，之後全部刪除。想現在就刪除的話，請再把我加進去，並在那裡傳送 /forget。
place-not-there = 我還不在 { $chat } 裡。請先把我加進去。
place-not-administrator = 你不是 { $chat } 的管理員，所以不能更改它的設定。
place-lacks-post-messages = 我不能在 { $chat } 發佈訊息。請在 Telegram 打開它 → 編輯 → 管理員 → 我的名字，開啟「發佈訊息」，然後再試一次。
place-lacks-send-messages = 我不能在 { $chat } 傳送訊息。請在 Telegram 打開它 → 編輯 → 權限，允許「傳送訊息」，或讓我成為管理員，然後再試一次。
topics-button-make = 🗂 每個分類一個主題
topics-button-undo = ↩️ 不再使用我建立的主題
topics-line = 有自己主題的分類：{ $names }。
topics-making = 正在建立主題…
topics-progress = 正在建立主題：{ $done } / { $count }…
topics-made = 這些分類現在有自己的主題，新聞會送到那裡：{ $names }。
topics-all-there = 每個分類都已經有主題了。
topics-follow-first = 這裡還沒有追蹤任何分類。請先選擇：/categories
topics-none = 沒有我建立的主題。
topics-undone = 完成：新聞會送回原來的地方。沒有新聞的主題已移除，其他的會留著讓大家閱讀。
topics-no-forum = 這個聊天沒有主題功能。群組可以在 Telegram 開啟：打開群組 → 編輯 → 主題。
topics-lacks-manage-topics = 我不能在這裡建立主題。請在 Telegram 打開群組 → 編輯 → 管理員 → 我的名字（或新增我），開啟「管理主題」，然後再點一次。
topics-failed = Telegram 暫時不讓我建立更多主題。請過幾分鐘再點一次：已建立的會保留。
topics-lost = 我不能再寫入主題「{ $topic }」，所以它的新聞停止了。如果它被刪除了：管理員可以傳送 /settings 並點「每個分類一個主題」，我會重新建立。

### The owner, and a chat's own data
chat-command-export = 把你的選擇存成檔案
chat-command-forget = 刪除我保存的一切
owner-command-sources = 來源與狀況
owner-command-addsource = 新增來源
owner-command-removesource = 移除來源
owner-command-stats = 機器人的統計
owner-command-announce = 向所有聊天室發布公告
owner-button-remove = 移除
sources-list = { $count ->
   *[other] <b>{ $count } 個來源</b>，{ $failing } 個有問題，{ $off } 個已關閉
}
sources-empty =
    還沒有來源。新增一個：
    <code>/addsource https://www.bbc.com/news 世界</code>
sources-read-ago = { $time }前讀取成功
sources-never-read = 尚未讀取
sources-never-worked = 從未成功
sources-failures = 連續失敗 { $count } 次
sources-overdue = 逾期 { $time }
sources-per-day = 每天 { $number } 篇
sources-button-read = 🔄 立即讀取
sources-reading = 正在讀取…
sources-gone = 這個來源已經不在了。
sources-remove-usage =
    要移除哪個來源？請附上名稱：
    <code>/removesource BBC World</code>
    /sources 會列出全部。
sources-remove-ask = 要移除 <b>{ $name }</b> 嗎？我會停止讀取它；它的文章會保留到過期為止。
sources-removed =
    已移除 <b>{ $name }</b>。想要恢復：
    <code>/addsource { $address }</code>
sources-kept = <b>{ $name }</b> 會保留。
sources-near = 我沒有叫「{ $name }」的來源。你指的是以下其中一個嗎？
sources-unknown = 我沒有叫「{ $name }」的來源。/sources 會列出全部。
adding-usage =
    請給我一個網址：訂閱源、網站，或公開的 Telegram 頻道。後面可以加上分類。
    <code>/addsource https://www.bbc.com/news 世界</code>
    <code>/addsource @durov Telegram</code>
adding-looking = 正在 { $host } 尋找訂閱源…
adding-failed = 出了問題，沒有新增任何來源。詳情在日誌裡。
adding-cancelled = 沒有新增任何來源。
adding-which-feed = { $host } 有 { $count } 個訂閱源。要哪一個？
adding-which-category = 要放在哪個分類？想用新的分類，請傳送 <code>/addsource 網址 分類</code>。
adding-category = 分類：{ $name }
articles-count = { $count } 篇文章
adding-newest = 最新一篇 { $day }
adding-problem = { $problem }：{ $detail }。
adding-technical = { $problem }（{ $detail }）。
adding-added = { $count ->
   *[other] 已新增 <b>{ $name }</b>，目前有 { $count } 篇文章。
}
adding-in-category = 分類：{ $name }。
adding-button-own-categories = 訂閱源自己的分類
adding-button-offer = ➕ 新增為來源
adding-offer-channel = 這個頻道可以當作來源：{ $address }
announce-usage =
    要告訴所有聊天室什麼？連結和格式會照你寫的保留。
    <code>/announce 今晚我會搬到新的伺服器，摘要可能會晚到。</code>
announce-preview = { $count ->
   *[other] 看起來會是這樣，將發到 <b>{ $count } 個聊天室</b>。
}
announce-button-send = 傳送
announce-started = 開始傳送
announce-cancelled = 沒有傳送任何訊息。
announce-over = 這則已經傳送或取消了。
announce-sending = 正在傳到 { $count } 個聊天室…
announce-progress = 傳送中：{ $count } 個裡完成了 { $done } 個。
announce-done = { $failed ->
    [0] 公告已發出，收到的聊天室：{ $sent } 個。
   *[other] 公告已發出，收到的聊天室：{ $sent } 個；無法送達：{ $failed } 個。
}
stats-chart-digests = 摘要
stats-chart-articles = 新文章
stats-chart-failures = 放棄的訊息
notice-source-dead = 我已經一天讀不到 { $name }：{ $reason }。/sources 會顯示它和解決辦法。
notice-source-off = { $name } 已經不復存在，我已關閉它：{ $reason }。/sources 會顯示它和解決辦法。
notice-sources-dead = 有 { $count } 個來源已經一天讀不到：{ $names }。網路正常嗎？/sources 會列出它們。
notice-disk-low = 磁碟快滿了，只剩 { $free } MB。請騰出空間，或把 DATA_DIR 設到較大的磁碟。
notice-engine-failed = 摘要引擎 { $engine } 無法運作（{ $reason }）。在它恢復之前，摘要會用文章裡的句子。
notice-backup-failed = 今天的備份失敗（{ $reason }）。請檢查 DATA_DIR 是否有空間、可以寫入。
export-json = 這個聊天室的選擇：設定、分類、篩選。程式可以讀取。
export-opml = 你的分類背後的 { $count } 個訂閱源。任何訂閱閱讀器都能匯入這個檔案。
export-no-feeds = 沒有訂閱源檔案：這裡追蹤的內容都不來自公開的訂閱源。
export-failed = 檔案無法送出，請稍後再試。
forget-ask = 要我忘記你嗎？你的分類、篩選、設定和記錄會立即刪除，也不再有摘要。想先留一份，請用 /export。
forget-ask-group = 要我忘記這個聊天室和它所有的主題嗎？分類、篩選、設定和記錄會立即刪除，也不再有摘要。想先留一份，請用 /export。
forget-button = 忘記我
forget-kept = 一切保持原樣。
forget-done = 好了，我已經忘記你。機器人的備份會在五週內清除你的資料。想重新開始，請傳送 /start。再見！
forget-done-group = 好了，我已經忘記這個聊天室。機器人的備份會在五週內清除它的資料。請將我移出，或傳送 /start 重新開始。再見！
help-own-data =
    <b>你的資料</b>
    /export – 把你的選擇存成檔案
    /forget – 刪除我保存的一切
help-owner =
    <b>擁有者專用</b>
    /sources – 每個來源的狀況
    /addsource <i>網址</i> – 也可以是 @頻道，或直接傳連結給我
    /removesource <i>名稱</i>
    /stats – 統計和圖表
    /announce <i>內容</i> – 傳到所有聊天室

### Digests outside Telegram
publish-title = 我的摘要
publish-nothing-yet = 還沒有內容：下一份摘要的新聞會出現在這裡。
publish-unavailable = 這個機器人的擁有者還沒有開放這項功能（<code>PUBLISH_URL</code>）。
publish-off = 你的摘要也可以在 Telegram 之外閱讀：用訂閱閱讀器訂閱，或在瀏覽器看網頁。你會拿到一個私人網址；知道網址的人都能讀。
publish-on =
    <b>在 Telegram 之外閱讀你的摘要</b>
    訂閱網址：{ $feed }
    網頁：{ $page }

    知道網址的人都能讀。換新網址後，舊網址就失效。
publish-in-private = 網址不能讓別人看到，所以我只在私人聊天中告訴你。
publish-button-private = 打開私人聊天
publish-button-on = 產生私人網址
publish-button-new = 換新網址
publish-button-off = 停止發布

### Recaps
recap-title = 你的一週
recap-stories = { $count ->
   *[other] { $count } 則
}
recap-told = { $sources ->
   *[other] { $sources } 個來源
}，{ $reports ->
   *[other] { $reports } 篇報導
}
recap-began = 始於{ $day }：
recap-empty = 還沒有可以回顧的內容：過去七天沒有新聞。
recap-how = 沒有「{ $text }」的回顧，只有一週回顧：/recap week。要定期收到，可以設定排程，例如 <code>/schedule 週日 18:00 回顧</code>。
recap-line = 每週回顧：{ $schedule }。
recap-set = 已儲存 ✓ 回顧的時間：{ $schedule }。下一次：{ $when }。
recap-off = 已儲存 ✓ 不再自動送出回顧。隨時可以用 /recap 查看。
recap-button-on = 📅 每週日 18:00
recap-button-off = 🔕 不再自動送出回顧

### Ranking that learns
taste-button-more = 多一點這類
taste-button-less = 少一點這類
taste-button-less-like = 👎 少看這類…
taste-button-more-like = 👍 多看這類…
taste-button-mute = 🔕 不再提這則
taste-button-undo = ↩️ 復原
taste-button-clear = 🧹 忘掉所有 👍 和 👎
taste-which-less = 想少看哪一則這類的新聞？
taste-which-more = 想多看哪一則這類的新聞？
taste-toast-less = 記下了：少一點這類 ✓
taste-toast-more = 記下了：多一點這類 ✓
taste-learnt-less = 👎 像「{ $title }」的新聞從現在起排得比較後面：{ $things }。不會隱藏任何一則。用 /filters 可以查看並刪除我學到的。
taste-learnt-more = 👍 像「{ $title }」的新聞從現在起排得比較前面：{ $things }。用 /filters 可以查看並刪除我學到的。
taste-why = <i>👍 和 👎 按來源數計算：−1 表示像少一個來源那樣往後排。用 /filters 可以刪除。</i>
taste-word = 「{ $word }」
taste-taken-back = 已復原 ✓
taste-forgotten = 忘掉了 ✓
taste-list = 我從你按的 👍 和 👎 學到 { $count } 項：只影響先後順序，不會隱藏任何新聞。點一下就忘掉那一項。
