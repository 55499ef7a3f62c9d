# Tidings 的简体中文文字，按使用它们的程序部分分节。
#
# 用词：digest 简报 · summary 摘要 · story 新闻（条）· article 文章 · headline 标题 · headlines 要闻 · report 报道
# category 分类 · source 来源 · feed 订阅源 · follow 关注 · filter 过滤规则（条）· mute 屏蔽 · hide 隐藏 · alert 提醒
# schedule 推送时间 · time zone 时区 · thumbnail 缩略图 · look 样式 · owner 管理者 · group/chat 会话。称呼用“你”。

## Digests
digest-headlines = 要闻
digest-stories = { $count } 条新闻
digest-more-stories = 另有 { $count } 条新闻
digest-more-headlines = 另有 { $count } 个标题
digest-unlisted = 还有 { $count } 条
digest-minutes = 阅读约需 { $count } 分钟
digest-good-morning = 早上好
digest-good-afternoon = 下午好
digest-good-evening = 晚上好
digest-end = 就是这些了。
digest-end-next = 就是这些了。下一期：{ $when }
digest-also = 其他报道：
digest-whole-story = 完整来龙去脉
digest-continued-story = 上期简报后的新进展
digest-inside = 在 Telegram 中阅读
digest-quoted = 摘自原文
digest-original-language = 原文语言（{ $language }）
digest-not-translated = 未翻译：{ $languages }
digest-original = 阅读原文
digest-part = 第 { $part } 页，共 { $parts } 页
digest-read-on = 继续阅读：第 { $part } 页，共 { $parts } 页
digest-button-why = 为什么是这些？
digest-button-less = 少看这类
digest-button-settings = 设置
digest-button-longer = 看详细些
digest-button-shorter = 看简短些
digest-button-headlines = 今日要闻
digest-why = <b>为什么是这些？</b>你关注了它们所属的分类。报道的来源越多越靠前，其次是越新的越靠前。
digest-why-sources = { $others ->
    [0] { $source }
   *[other] { $source } 和另外 { $others } 个来源
}
digest-why-gone = 我已经不记得这期简报的内容了。
digest-less = 想少看什么？🔕 是一条新闻：我不再推送它的后续。🔇 是一个来源：我不再显示它的报道。❌ 是你关注的一个分类。
digest-muted = 不会再推送了 ✓
digest-muted-story = 不会再推送“{ $title }”的后续。
digest-longer-all = 这里只有这些了，其余内容请点链接阅读。
digest-nothing-above = 上面一片空白？有些客户端不显示这种简报。点一下，改用简单样式。
digest-by = 作者：{ $authors }

## Chat
chat-description =
    你的新闻简报：关注喜欢的主题，我会在你选定的时间送上当天的新闻，配图片和简短摘要。发给我任何链接，我来写摘要。
chat-short-description = 汇总你所选来源的新闻简报，也能为任何链接写摘要。
chat-command-start = 选择要关注的内容
chat-command-today = 今日要闻
chat-command-digest = 立即获取简报
chat-command-recap = 一周大事回顾
chat-command-categories = 全部分类
chat-command-subscribe = 关注一个分类
chat-command-unsubscribe = 取消关注一个分类
chat-command-subscriptions = 我的关注
chat-command-summary = 为链接写摘要
chat-command-filter = 隐藏某些新闻，或只看某些新闻
chat-command-filters = 我的过滤规则和屏蔽
chat-command-mute = 屏蔽一个来源
chat-command-schedule = 简报推送时间
chat-command-timezone = 时区
chat-command-language = 更改界面语言
chat-command-settings = 全部设置
chat-command-help = 使用帮助

chat-start-hello = { $name }，你好！👋 我替你看新闻，把要点整理成一份简报发给你。
chat-start-hello-all = 大家好！👋 我替大家看新闻，把要点整理成一份简报发到这里。
chat-start-pick = 点选你想关注的内容：
chat-start-reads = { $languages }新闻会排在前面。你还看其他语言的新闻？点“🗣 我看的语言”。
chat-start-empty = 还没有加载到新闻，请过一分钟再试 /categories。
chat-help =
    <b>新闻</b>
    /today – 今日要闻，或 /today <i>分类</i>
    /digest – 立即获取简报
    /search <i>词语</i> – 搜索新闻；在任何会话里：我的名字加词语
    /why – 上期简报为什么是这些内容
    /recap – 一周大事回顾
    /summary <i>链接</i> – 为任何网页写摘要（直接把链接发给我也行）

    <b>我的关注</b>
    /categories – 点一下即可关注
    /subscribe <i>名称，名称</i> 或 <i>all</i>，以及 /unsubscribe
    /subscriptions – 关注列表
    /filter <i>-词语</i> 或 <i>+词语</i> – 隐藏某些新闻，或只看某些新闻
    /mute <i>来源</i> – 屏蔽一个来源
    /filters – 过滤规则和屏蔽
    /alert <i>词语</i> – 有这个词的新闻立即送达；/alerts 列出全部提醒

    <b>设置</b>
    /schedule – 简报推送时间
    /quiet <i>22:00-07:00</i> – 不推送新闻的时段
    /timezone – 时区
    /language – 界面语言
    /settings – 全部设置，包括你管理的频道和群组

    <i>该出现简报的地方一片空白？请在 /settings 中选择“简单样式”。</i>
chat-hint = 发个链接给我，我来写摘要。其他功能见 /help。
chat-unknown-command = 我不认识这个命令。/help 列出了我会做的事。
chat-unknown-command-near = 我不认识 { $text }。你想用的是这个吗？
chat-plain-command = 你是想输入这个吗？
chat-owner-refused = 我无法再向“{ $chat }”发送消息（{ $reason }）。它的简报已暂停，也不会改发到别的会话。
chat-owner-taken-back = Telegram 没有接收发给“{ $chat }”的一条消息（{ $reason }）。其中的新闻会随下一期简报发出。今天如果还有类似情况，只会记在日志和 /stats 里。
chat-owner-incident = Telegram 一下子报告许多会话不存在（{ $reason }）。这看起来是 Telegram 的故障，所以我会保留这些会话，稍后重试。
chat-error = 抱歉，我这边出错了，请再试一次。
chat-admins-only = 只有管理员才能更改这里的设置。
chat-saved = 已保存 ✓
chat-button-save = 保存
chat-button-cancel = 取消
chat-button-unknown = 这个按钮已失效。
chat-message-too-old = 这条消息太旧了，请重新发送命令。
chat-article-gone = 这篇文章已经不在了。

chat-button-digest-now = 🗞 立即看简报
chat-button-schedule = ⏰ 推送时间
chat-button-categories = 📚 分类
chat-button-leave-all = ❌ 全部取消关注
chat-button-longer = ➕ 详细些
chat-button-shorter = ➖ 简短些
chat-button-read-here = 📖 在这里读
chat-button-timezone = 🌍 时区
chat-button-location = 📍 我的位置
chat-button-language = 💬 界面语言
chat-button-summary-language = 📝 摘要语言
chat-button-reading = 🗣 我看的语言
chat-button-pictures-on = 🖼 显示图片
chat-button-pictures-off = 🖼 不显示图片
chat-button-look = 🎨 简报样式
chat-button-layout = 🗂 一条还是多条消息
chat-button-my-language = 🌐 用我的语言

chat-categories = 点选你想关注的内容。
chat-categories-counts = 数字是今天的新文章数。
chat-category-gone = 这个分类已经不存在了。
chat-joined = 已关注“{ $name }”。
chat-already-following = 你已经关注了“{ $name }”。
chat-join-covered = 你关注的“{ $parent }”已经包含“{ $name }”。
chat-join-too-many = 最多可以关注 { $count } 个分类，请先取消一个：/subscriptions
chat-join-ambiguous = 有好几个分类叫“{ $name }”，你要的是哪一个？
chat-join-near = 没有“{ $name }”这个分类。你要找的是下面的某一个吗？
chat-join-unknown = 没有“{ $name }”这个分类。看看列表吧：
chat-left = 已取消关注“{ $name }”。
chat-not-following = 你没有关注“{ $name }”。
chat-left-all = { $count ->
   *[other] 已取消关注全部 { $count } 个分类，现在没有关注任何内容。
}
chat-leave-covered = “{ $name }”属于你关注的“{ $parent }”。不想再看，就请取消关注“{ $parent }”。
chat-leave-unknown = 你没有关注“{ $name }”。
chat-subscriptions = { $count ->
   *[other] 你关注了 { $count } 个分类，点一下即可取消。
}
chat-subscriptions-empty = 你还没有关注任何内容。

filter-button-all = 🧹 全部过滤规则
filter-usage =
    想隐藏什么，前面写“-”；只想看什么，前面写“+”。保存之前会先让你看看效果。

    <code>/filter -足球</code> 隐藏含有这个词的新闻
    <code>/filter +"气候变化"</code> 只看含有这个短语的新闻
    <code>/filter source:名称</code> 只看这个来源，<code>-source:名称</code> 则隐藏它
    <code>/filter lang:en,zh</code> 只看这些语言，<code>-lang:de</code> 则隐藏一种语言

    /filters 列出已有的规则。/mute 屏蔽一个来源。
filter-no-sign = 是要隐藏“{ $name }”，还是只看它？隐藏请写 <code>-{ $part }</code>，只看请写 <code>+{ $part }</code>。短语请加引号。
filter-no-end = 引号没有成对：{ $part }
filter-no-word = “{ $part }”里没有词语。
filter-no-language = 我不认识“{ $part }”里的语言。请写语言代码：<code>lang:en</code>、<code>lang:zh,ja</code>。
filter-too-long = “{ $part }”太长了，一条过滤规则最多 60 个字符。
filter-too-many-typed = 一次写得太多了，一条消息最多写 20 条过滤规则。
filter-too-many = 最多可以有 { $count } 条过滤规则，请先删除一条：/filters
filter-contradiction = 不能既隐藏“{ $part }”又只看它，请先删除其中一条：/filters
filter-have-already = 你已经有这条过滤规则了。
filter-preview = { $count ->
   *[other] <b>新的过滤规则</b>
}
filter-preview-effect = 按过去七天计算，在你关注的 { $stories ->
   *[other] { $stories }
} 条新闻中会隐藏 { $hidden } 条。
filter-preview-more = ……还有 { $count } 条
filter-preview-nothing = 过去七天，你关注的内容里没有新闻可以用来试。
filter-saved = { $count ->
   *[other] 已保存，即刻生效：
}
filter-cancelled = 没有保存。
filter-removed = 已删除：{ $rule }
filter-gone = 这一条已经删除了。
filters-list = { $count ->
   *[other] 你有 { $count } 条过滤规则和屏蔽，点一下即可删除。
}
filters-empty = 你还没有过滤规则。<code>/filter -词语</code> 隐藏某些新闻，<code>/filter +词语</code> 只看某些新闻，/mute 屏蔽一个来源。
mute-usage = 要屏蔽哪个来源？请写出名称：<code>/mute 名称</code>
mute-which = 要屏蔽哪个来源？下面是上一期简报里的来源。其他来源请写出名称：<code>/mute 名称</code>
mute-near = 没有“{ $name }”这个来源。你要找的是下面的某一个吗？
mute-unknown = 没有“{ $name }”这个来源。
mute-done = 🔇 你不会再看到“{ $name }”的内容。别的来源也报道的新闻，仍会由它们送达。
mute-already = 🔇 “{ $name }”已经屏蔽了。
mute-too-many = 最多可以屏蔽 { $count } 个来源，请先取消一个：/filters
mute-story-ended = 这条新闻有新进展时会再告诉你。

chat-next-at = 下一期简报：{ $when }。
chat-next-instant = 新闻一出现就会发给你。
chat-next-off = 简报已关闭，发送 /schedule 可以开启。
chat-when-today = 今天 { $time }
chat-when-tomorrow = 明天 { $time }
chat-when-day = { $day } { $time }
chat-when-zone = { $when }（{ $zone }）

chat-today-gathering = 🔎 正在翻看今天的新闻……
chat-today-empty = 今天还没有新消息。
chat-today-empty-category = “{ $name }”今天还没有新消息。
chat-today-last-24-hours = 零点以来新闻不多，以下是过去 24 小时的新闻。
chat-today-which = 你说的“{ $name }”是哪一个分类？
chat-today-unknown = 没有“{ $name }”这个分类，/categories 列出了全部分类。
chat-digest-coming = 🗞 正在查看上期简报之后的新消息……
chat-too-many-commands = 一下子太多了，请给我一分钟。
chat-digest-waiting = 这里还有一期简报在排队：Telegram 暂时不让我在此发送更多消息，一旦可以就会送达。
chat-digest-empty = 上期简报之后没有新消息。/today 可以看今日要闻。
chat-digest-filters = 你设了过滤规则，可能隐藏了一些新闻。
chat-digest-follow-first = 你还没有关注任何内容，请先选一个分类。
chat-digest-too-often = 你刚收到过好几期简报，请过几分钟再试。

chat-schedule-now = 简报：{ $schedule }。
chat-schedule-zone = 时区：{ $zone }，发送 /timezone 可以更改。
chat-schedule-how = 在下面选一个，或自己写：<code>/schedule 08:00 18:30</code>
chat-schedule-unknown = 我看不懂“{ $text }”。可以这样写：<code>/schedule 08:00</code>、<code>/schedule 工作日 07:30</code>、<code>每小时</code>、<code>实时</code> 或 <code>关闭</code>。
chat-schedule-when = 几点发送？请在后面写上时间：<code>/schedule { $text } 08:00</code>
chat-schedule-same-times = 可以只选某几天，但每天的时间要一样：<code>/schedule 工作日 07:30</code>
chat-schedule-times = { $days } { $times }
chat-schedule-hourly = 每小时
chat-schedule-instant = 有新闻就立即推送
chat-schedule-off = 关闭
chat-days-all = 每天
chat-days-workdays = 工作日
chat-days-weekend = 周末
chat-days-some = 每{ $days }
chat-schedule-button-weekdays = 工作日 { $time }
chat-schedule-button-hourly = 每小时
chat-schedule-button-instant = ⚡ 实时
chat-schedule-button-off = 🔕 关闭

chat-timezone-now = 你的时区是 { $zone }，当地时间 { $time }。
chat-timezone-how = 要更改，请点一个，或写出任意城市名：<code>/timezone 成都</code>
chat-timezone-which = 你说的“{ $text }”是哪一个？
chat-timezone-unknown = 我不认识“{ $text }”。试试附近较大的城市、国家或时差：<code>/timezone UTC+8</code>。也可以点一个：
chat-timezone-ask =
    <b>你那里现在几点？</b>
    我暂且当作 { $time }（{ $zone }）。请点你的时间，或写出所在城市：<code>/timezone 成都</code>
chat-location-ask =
    点下面的按钮发送你的位置。我只用它查时区，不会保存。
    没看到按钮？请用 📎 发送位置，或写出所在城市：<code>/timezone 成都</code>
chat-location-share = 📍 发送我的位置
chat-location-unknown = 我查不到那里的时区。请写出附近城市的名称：<code>/timezone 成都</code>

chat-language-name = 简体中文
chat-language = 想让我用哪种语言？
chat-language-set = 我现在说简体中文了。
chat-language-unknown = 我还不会说“{ $text }”。我会这些语言：

chat-look-compact = 紧凑
chat-look-pictures = 大图
chat-look-headlines = 仅标题
chat-look-simple = 简单样式
chat-look =
    <b>简报要什么样式？</b>从左到右：
    <b>紧凑</b> – 第一条新闻配图，其他的点一下展开。
    <b>大图</b> – 每条新闻上方都有图片。
    <b>仅标题</b> – 可以点开的标题。
    <b>简单样式</b> – 普通消息，适合显示不了前几种的客户端。
chat-simple-look-set = 从现在起，简报改用简单样式。
chat-layout-edition = 先头版，后分类
chat-layout-categories = 每个分类一条消息
chat-layout-together = 全部放进一条消息
chat-layout =
    <b>多个分类的简报怎么发？</b>
    <b>先头版，后分类</b> – 一条消息列出全部标题，随后每个分类一条，不响提示音。
    <b>每个分类一条消息</b> – 没有头版。
    <b>全部放进一条消息</b> – 每个分类一节。

chat-settings = <b>设置</b>
chat-settings-ui = 界面语言：{ $language }。
chat-settings-summaries = 摘要语言：{ $language }。
chat-settings-summaries-original = 摘要语言：与各篇文章相同。
chat-settings-look = 简报样式：{ $look }。
chat-settings-layout = 多个分类：{ $layout }。
chat-settings-pictures = 图片：{ $state ->
    [on] 显示
   *[off] 不显示
}。
chat-summary-language-original = 文章本身的语言
chat-summary-language = 你想用哪种语言看摘要？
chat-summary-language-cannot = 这个机器人还不会翻译。摘要是文章里的原句，所以保持原文语言。
chat-reading =
    <b>我看的语言</b>
    点选你看得懂的每种语言，再在下方决定怎么处理其他语言的新闻。
chat-reading-any = 任何语言
chat-reads = 语言：{ $languages }。
chat-reads-any = 语言：不限。
chat-others-last = 其他语言的新闻排在最后。
chat-others-left-out = 不显示其他语言的新闻。
chat-others-translated = 翻译其他语言的新闻。
chat-others-cannot = 这个机器人还不会翻译，所以这些新闻排在最后。
chat-others-button-last = 其他排最后
chat-others-button-left-out = 不看其他
chat-others-button-translated = 翻译

chat-link-usage = 发个链接给我：<code>/summary https://…</code>，或用 /summary 回复含有链接的消息。
chat-link-reading = ⏳ 正在读取 { $host }……
chat-link-working = 请稍等……
chat-link-writing = ✍️ 正在写更好的摘要……
chat-link-one-at-a-time = 我还在处理你的上一个链接，请稍等。
chat-link-too-many = 链接有点多，请过几分钟再试。
chat-link-queue-full = 现在发链接的人很多，请过一分钟再试。
chat-link-failed = 我读不了这个网页，它可能需要登录，或者不是文章。
chat-link-too-slow = 这个网页太慢了，请稍后再试。
chat-link-stopped = 已停止。想要的话，再发一次链接就行。
chat-link-nothing-to-summarize = 这里的文字太少，写不成摘要。
chat-link-no-longer = 内容就是这些了。“📖 在这里读”可以看全文。
chat-link-reading-time = { $minutes ->
   *[other] 阅读约需 { $minutes } 分钟
}

## Stories
story-tellings = { $count ->
   *[other] { $count } 次报道
}
story-sources = { $count ->
   *[other] 来自 { $count } 个来源
}
story-how-told = 报道经过
story-first = 首次报道
story-comes-back = 有了新进展
story-new = 新内容：
story-more-tellings = { $count ->
   *[other] 另有 { $count } 篇报道
}
story-unlisted = { $count ->
   *[other] 还有 { $count } 篇报道未列出。
}
story-why = 为什么它们是同一条新闻
story-why-alike = { $source } 与 { $other } 有相同的词：{ $words }
story-why-copy = { $source } 与 { $other } 文字相同
story-why-repeated = { $source } 重复了自己的报道
story-why-page = { $source } 与 { $other } 登的是同一个页面
story-another = 更早的一篇报道
story-all-said = 文章说的就是这些了。
story-also-told = 其他报道：
story-button-part = ✂️ 移出：{ $source }
story-button-part-sure = ✂️ 确认移出
story-button-keep = 取消
story-part-ask = “{ $title }”将成为一条单独的新闻，此操作无法撤销。
story-parted = 好了：它现在是一条单独的新闻。
story-part-owner = 只有这个机器人的管理者才能把报道移出一条新闻。

## Loading
fetch-problem-refused-address = 我不能读取这个地址。
fetch-problem-refused-address-remedy = 请用公开的地址；如果是你自己的服务器，请把它写进 FETCH_TRUSTED_HOSTS。
fetch-problem-bad-url = 这不是我能读取的网址。
fetch-problem-bad-url-remedy = 请给出完整的网址，以 https:// 开头。
fetch-problem-dns = 找不到这个名称的网站。
fetch-problem-dns-remedy = 请检查网址有没有写错，以及这台机器的网络连接。
fetch-problem-tls = 这个网站的证书无效。
fetch-problem-tls-remedy = 请用浏览器打开看看；如果浏览器也警告，只有网站自己能解决。如果是你自己的服务器，它的证书要受这台机器信任：请把证书写进 SSL_CERT_FILE。
fetch-problem-connect = 连不上这个网站。
fetch-problem-connect-remedy = 这种情况往往过一会儿就好，请稍后再试。
fetch-problem-connect-remedy-source = Tidings 会自动重试。
fetch-problem-proxy = 代理服务器不让 Tidings 通过。
fetch-problem-proxy-remedy = 请检查 FETCH_PROXY：地址、端口、用户名和密码。
fetch-problem-timeout = 这个网站迟迟没有响应。
fetch-problem-timeout-remedy = 这种情况往往过一会儿就好，请稍后再试。
fetch-problem-timeout-remedy-source = Tidings 会自动重试。
fetch-problem-too-large = 这个网页太大了。
fetch-problem-too-large-remedy = 只有网站自己能解决。
fetch-problem-too-large-remedy-feed = 请找找同一网站更短的订阅源。
fetch-problem-wrong-type = 这个地址不是网页或订阅源，而是别的文件。
fetch-problem-wrong-type-remedy = 请给出网页或订阅源本身的地址，而不是图片、视频或文档的地址。
fetch-problem-bad-encoding = 网站用了我读不了的压缩方式。
fetch-problem-bad-encoding-remedy = 只有网站自己能解决。
fetch-problem-bad-answer = 网站的回应不符合 HTTP 规则，我读不了。
fetch-problem-bad-answer-remedy = 只有网站自己能解决。
fetch-problem-redirects = 这个地址跳转次数太多，或跳到了不安全的地址。
fetch-problem-redirects-remedy = 请用浏览器打开，改用浏览器最后显示的网址。
fetch-problem-status = 网站没有给出这个网页。
fetch-problem-status-remedy = 请用浏览器打开看看；网址可能变了，或者需要登录。
fetch-problem-not-found = 这个地址下什么也没有。
fetch-problem-not-found-remedy = 请检查有没有写错。
fetch-problem-not-found-remedy-feed = 或者给出网站本身的地址：`tidings sources add` 会在那里找订阅源。
fetch-problem-forbidden = 网站不让 Tidings 读取。
fetch-problem-forbidden-remedy = 它要求登录，或不允许机器人访问。
fetch-problem-forbidden-remedy-feed = 请找找同一网站的其他订阅源，或通过你自己的 RSSHub 读取（FETCH_TRUSTED_HOSTS）。
fetch-problem-forbidden-remedy-source = 如果你有它的账号，请写进 sources.toml：username 和 password，或 headers。
fetch-problem-robot-check = 网站的反爬防护拦下了 Tidings，要求使用浏览器。
fetch-problem-robot-check-remedy = Tidings 不会绕过这种防护。
fetch-problem-robot-check-remedy-feed = 请让网站放行订阅阅读器，找找它的其他订阅源，或通过你自己的 RSSHub 读取（FETCH_TRUSTED_HOSTS）。
fetch-problem-server-error = 网站自身出了故障。
fetch-problem-server-error-remedy = 这种情况往往过一会儿就好，请稍后再试。
fetch-problem-server-error-remedy-source = Tidings 会自动重试。
fetch-problem-gone = 这个网页已永久删除。
fetch-problem-gone-remedy = 请找找它的新地址。
fetch-problem-gone-remedy-source = 这个来源已停用；`tidings fetch --source 名称` 会再试一次，`tidings sources remove 名称` 会删除它。
fetch-problem-rate-limited = 网站要求 Tidings 等一等再发下一个请求。
fetch-problem-rate-limited-remedy = 请稍后再试。
fetch-problem-rate-limited-remedy-source = Tidings 会按网站的要求等待；把 FETCH_INTERVAL 调大也有帮助。
feed-problem-empty = 网站返回的内容是空的。
feed-problem-empty-remedy = 这种情况往往过一会儿就好，请稍后再试。
feed-problem-empty-remedy-source = Tidings 会自动重试。
feed-problem-web-page = 这个地址是网页，不是订阅源。
feed-problem-web-page-remedy = `tidings sources add 地址` 会在那个网页上找订阅源。
feed-problem-robot-check = 网站显示的是人机验证，而不是订阅源。
feed-problem-robot-check-remedy = Tidings 不会绕过这种验证。请让网站放行订阅阅读器，找找它的其他订阅源，或通过你自己的 RSSHub 读取（FETCH_TRUSTED_HOSTS）。
feed-problem-list = 这是一份订阅源列表，不是订阅源。
feed-problem-list-remedy = 请存成文件；`tidings sources import 文件` 会导入其中全部订阅源。
feed-problem-broken = 这个订阅源已损坏，无法修复。
feed-problem-broken-remedy = 只有网站自己能解决；也许它还有别的订阅源。
feed-problem-other = 这个地址没有订阅源。
feed-problem-other-remedy = 请给出订阅源本身的地址；`tidings sources add` 会在网站页面上找它。
feed-problem-no-channel = 这个 Telegram 频道没有公开网页。
feed-problem-no-channel-remedy = 只有在浏览器里打开 t.me/s/名称 能看到帖子的公开频道才能读取；私有频道、群组和个人没有这种网页。请检查名称，或向频道所有者索取订阅源。
load-no-feed-found = 那里没有找到订阅源。
load-no-feed-found-remedy = 请在网站上找名为 RSS 或 Atom 的链接，并给出它的地址。
load-page-unreadable = 这个网页上没有找到文章，它可能需要登录。
page-problem-paywall = 这篇文章仅供订阅用户阅读；我只能看到网站对所有人公开的部分。
page-problem-consent = 网站要求先同意使用 Cookie 才显示此页，我无法代为同意。
page-problem-login = 网站要求先登录才显示此页。
page-problem-robots = 网站要先确认是真人在用浏览器，才显示此页。
page-problem-teaser = 此页只有寥寥几行文字。
page-problem-no-article = 这不是文章，文字取自网页自己的简介。
page-problem-document = 这是一份文档（例如 PDF）。我只能为网页写摘要。
page-problem-picture = 这是一张图片。我只能为网页写摘要。
page-problem-sound = 这是一段音频。我只能为网页写摘要。
page-problem-film = 这是一段视频。我只能为网页写摘要。
page-problem-feed = 这是新闻订阅源，不是文章。请把其中一篇文章的链接发给我。
page-problem-file = 这是供下载的文件。我只能为网页写摘要。
load-folder-unreadable = 无法读取这个文件夹。
load-folder-unreadable-remedy = 请检查 sources.toml 里的路径，以及 Tidings 有没有读取权限。
load-switched-off = 这个来源在 sources.toml 里被停用了。
load-switched-off-remedy = 删掉那里的 `enabled = false`，就会重新读取。
load-not-stored = 新文章无法存入数据库。
load-not-stored-remedy = 请检查磁盘是否还有空间，以及有没有别的程序占用数据库。
load-broke = Tidings 出错，读取中断。
load-broke-remedy = 详情见日志，请反馈给我们。
source-exists = 你已经有这个来源了。

## Figures
stats-articles = 文章：{ $count } 篇，其中最近 24 小时 { $lately } 篇。
stats-sources = 来源：{ $count } 个，其中 { $failing } 个有问题，{ $off } 个已停用。
stats-chats = 会话：{ $count } 个，共 { $subscriptions } 个关注。
stats-messages = 消息：{ $waiting } 条等待中，{ $sent } 条已发送，{ $dead } 条已放弃。
stats-unknown = 不确定是否送达的消息：{ $count } 条；其中的简报会再发一次。
stats-engine = 摘要引擎：{ $engine }。
stats-engine-ready = 就绪
stats-engine-downloading = 下载中
stats-engine-loading = 加载中
stats-engine-failed = 无法运行
stats-engine-verified = { $engine }，由 { $verifier } 复核
stats-summaries = { $engine } 写的摘要：{ $count } 篇。
stats-summaries-waiting = 等待中的摘要：{ $count } 篇。
stats-rejected = 未通过检查的句子：{ $count } 句（{ $reasons }）。
stats-reason = { $reason ->
    [number] 数字有误：{ $count }
    [date] 日期有误：{ $count }
    [name] 文中没有的名字：{ $count }
    [quote] 改动过的引语：{ $count }
    [claim] 文中没有的说法：{ $count }
    [link] 链接：{ $count }
    [mention] 话题标签或用户名：{ $count }
    [command] 机器人命令：{ $count }
    [contact] 联系方式：{ $count }
    [order] 号召性语句：{ $count }
    [abuse] 侮辱性言语：{ $count }
    [language] 语言不符：{ $count }
    [loop] 重复：{ $count }
    [shape] 句子不完整：{ $count }
    [remark] 模型自己的话：{ $count }
    [subject] 跑题：{ $count }
    [title] 只是重复标题：{ $count }
    [too_long] 过长：{ $count }
    [worse_than_extract] 不如原文摘句：{ $count }
    [second_reader] 复核存疑：{ $count }
    [empty] 没有剩下内容：{ $count }
   *[other] { $reason }: { $count }
}

### Alerts, quiet hours, followed stories
chat-command-alert = 立即收到某类新闻
chat-command-alerts = 我的提醒
chat-command-quiet = 不推送新闻的时段

alert-usage =
    什么新闻要立即告诉你？不管推送时间，一出现就发给你；我会看读到的全部新闻，不限于你关注的分类。

    <code>/alert 地震</code> 含有这个词的新闻
    <code>/alert "气候变化" 洪水</code> 含有这个短语或这个词的新闻
    <code>/alert 铁路 -罢工 lang:zh</code> 不含某个词，只限一种语言
    <code>/alert source:名称</code> 这个来源的全部新闻

    你隐藏或屏蔽的内容仍然不会出现，除非提醒里写明了它。一小时超过 { $count } 条消息后，其余的合并发送。/alerts 列出已有的提醒。
alert-no-word = 要等哪个词？提醒至少要有一个词或一个来源：<code>/alert 地震</code>
alert-contradiction = 不能既等着“{ $part }”又去掉它。
alert-have-already = 你已经有这条提醒了。
alert-too-many = 最多可以有 { $count } 条提醒，包括你关注的新闻，请先删除一条：/alerts
alert-button-all = 🔔 全部提醒
alert-preview = <b>新的提醒</b>
alert-preview-any = 有其中一个词就够了。
alert-preview-effect = { $count ->
    [0] 过去七天没有符合的新闻。
   *[other] 过去七天会收到 { $count } 条新闻：
}
alert-saved = 已保存。今后这样的新闻会立即发给你：{ $alert }
alert-cancelled = 没有保存。
alert-removed = 已删除：{ $alert }
alert-gone = 这条提醒已经删除了。
alert-back = 会再次提醒：{ $alert }
alert-stopped = 已停止：{ $alert }
alert-button-stop = 🔕 停止：{ $alert }
alert-button-again = 🔔 恢复：{ $alert }
alert-heading = 🔔 提醒：{ $alert }
alert-heading-story = 📌 你关注的新闻
alerts-list = 你有 { $count } 条提醒，点一下即可删除。📌 是你关注的新闻。
alerts-empty = 你还没有提醒。<code>/alert 词语</code> 会把含有这个词的新闻立即发给你。

quiet-now = 免打扰时段 { $start } 到 { $end }（{ $zone }）：新闻先留着，结束后合成一期简报发送。
quiet-now-alerts = 免打扰时段 { $start } 到 { $end }（{ $zone }）：新闻先留着，结束后合成一期简报发送。提醒照常送达。
quiet-none = 没有免打扰时段：新闻按推送时间送达。
quiet-how = 选一个时段，或自己写：<code>/quiet 22:00-07:00</code>、<code>/quiet 22:00-07:00 提醒除外</code>、<code>/quiet 关闭</code>
quiet-unknown = 我看不懂“{ $text }”。请写从几点到几点：<code>/quiet 22:00-07:00</code>
quiet-button = 🌙 免打扰时段
quiet-button-alerts = 🔔 提醒照常送达
quiet-button-off = 不设免打扰时段
quiet-setting = 免打扰时段：{ $start }–{ $end }（{ $zone }）。
quiet-setting-alerts = 免打扰时段：{ $start }–{ $end }（{ $zone }），提醒除外。
quiet-setting-none = 免打扰时段：无。

story-button-follow = 📌 关注
story-button-unfollow = ✅ 已关注
story-button-mute = 🔕 屏蔽这条新闻
story-button-unmute = ✅ 已屏蔽：恢复推送
story-button-mute-source = 🔇 屏蔽 { $source }
story-button-unmute-source = ✅ 已屏蔽：恢复 { $source }
story-follow-done = 有新进展会立即告诉你。/alerts 里可以看到。
story-follow-ended = 你不再关注这条新闻。
story-source-muted = 你不会再看到“{ $source }”的内容。
story-source-unmuted = 你会重新看到“{ $source }”的内容。
digest-button-follow = 关注
digest-button-hide-word = 🙈 隐藏某个词…
digest-hide-word = 要隐藏含有哪个词的新闻？保存之前会先让你看看效果。
digest-hide-word-none = 这里没有合适的词可选，请自己写：<code>/filter -词语</code>

### Search, inline mode and /why
chat-command-search = 搜索新闻
chat-command-why = 为什么是这些新闻？
search-usage =
    想找什么？每个词都要在新闻里出现。

    <code>/search 海港 大桥</code> 两个词都有的新闻
    <code>/search "气候变化"</code> 含有这个短语的新闻
    <code>/search 大桥 -足球</code> 去掉含有第二个词的新闻
    <code>/search 大桥 source:名称 lang:en,zh</code> 只在这个来源和这些语言里找

    在任何会话里：输入我的名字和要找的词，再选一张卡片。
search-too-long = 太长了，没法搜索。最多 { $count } 个字符，每个词或短语最多 60 个：<code>/search 海港 大桥</code>
search-contradiction = 一条新闻不可能既有“{ $part }”又没有它，请去掉其中一个。
search-only-hidden = 这里只写了要去掉什么，还要写想找什么：<code>/search 大桥 -足球</code>
search-one-letter = 单独一个“{ $part }”几乎每条新闻里都有，请写完整的词：<code>/search 大桥</code>
search-sign = 我找的是词语，不是“{ $part }”这样的符号。请写一个词：<code>/search 大桥</code>
search-count = { $count } 条新闻
search-newest = 最新的 { $count } 条
search-filtered = 已应用过滤规则
search-button-filtered = 🧹 应用过滤规则
search-button-all = 不用过滤规则
search-nothing = 没有找到 { $query }。
search-unknown = 没有一条新闻含有：{ $words }
search-try = 试试少写几个词，或换个写法：每个词都要在新闻里出现。短语请加引号，<code>-词语</code> 会去掉含有它的新闻。
search-all-hidden = 找到的 { $query } 全被你的过滤规则隐藏了。
search-inline-more = 没有找到，换个词试试？
search-inline-whole = 请写完整的词
why-languages-first = 你看的语言排在最前。
why-kept = 因 { $rules } 保留
why-left-out = { $count ->
   *[other] <b>没有放进来的：</b>{ $count } 条新闻
}
why-left-rule = 被 { $rule } 隐藏
why-left = • { $reason }：{ $stories }
why-left-muted = 🔕 屏蔽的新闻
why-left-told = 之前报过
why-left-language = 你不看的语言
why-left-room = 放不下
why-left-then = 当时没有关注，或被隐藏
why-get = <i>/filters 可以删除过滤规则和屏蔽，/settings 里有你看的语言。其他新闻可以用 /today 和 /search 查看。</i>
why-nothing-left-out = 没有遗漏任何新闻。
why-alert = 这是你的一条提醒带来的：它的词写在新闻上方。/alerts 可以查看和删除提醒。
why-no-digest = 你还没有收到过简报。/digest 立即获取一期。

### Channels, groups and topics
place-heading = <b>{ $chat }</b>：
place-greeting = 这里由管理员决定我发送什么。其他人可以随时用 /today 看新闻。
place-button-places = 📣 频道和群组
place-button-add-channel = ➕ 添加到频道
place-button-add-group = ➕ 添加到群组
place-button-choose-channel = 📣 选择频道
place-button-choose-group = 👥 选择群组
place-list = 你管理着 { $count } 个频道或群组，点一下即可查看设置。
place-list-empty = 如果你是频道或群组的管理员，可以在这里管理它们。
place-how = 每个设置命令也可以先写名称：<code>/subscribe @channel 国际</code>
place-ask-channel =
    点下面的按钮选择频道。我只需要发布消息的权限。
    没看到按钮？请用这个链接：{ $link }
place-ask-group =
    点下面的按钮选择群组。
    没看到按钮？请用这个链接：{ $link }
place-chosen = 已选择：<b>{ $chat }</b>
place-this-chat = 这个会话
place-private-only = 其他频道和群组请在与我的私聊中管理。在这里请不要写名称。
place-digest-sent = 简报正在发往那里。
place-language-set = 从现在起，我在那里说{ $language }。
place-unknown = 我找不到 { $chat }。请检查名称，并先把我加进去。
place-no-answer = Telegram 没有告诉我 { $chat } 的信息，请过一分钟再试。
place-goodbye = 再见！我不会再发送任何内容到 { $chat }。那里的设置会保留 90 天，等你再加我回去，之后全部删除。想现在就删除的话，请再把我加进去，并在那里发送 /forget。
place-not-there = 我还不在 { $chat } 里，请先把我加进去。
place-not-administrator = 你不是 { $chat } 的管理员，不能更改它的设置。
place-lacks-post-messages = 我不能在 { $chat } 发布消息。请在 Telegram 打开它 → 编辑 → 管理员 → 我的名字，开启“发布消息”，然后再试一次。
place-lacks-send-messages = 我不能在 { $chat } 发送消息。请在 Telegram 打开它 → 编辑 → 权限，允许“发送消息”，或让我成为管理员，然后再试一次。
topics-button-make = 🗂 每个分类一个话题
topics-button-undo = ↩️ 不再用机器人建的话题
topics-line = 有自己话题的分类：{ $names }。
topics-making = 正在创建话题……
topics-progress = 正在创建话题：{ $done } / { $count }……
topics-made = 这些分类现在有自己的话题，新闻会发到那里：{ $names }。
topics-all-there = 每个分类都已经有话题了。
topics-follow-first = 这里还没有关注任何分类，请先选择：/categories
topics-none = 没有我创建的话题。
topics-undone = 完成：新闻会发回原来的地方。没有新闻的话题已移除，其他的会留着供阅读。
topics-no-forum = 这个会话没有话题功能。群组可以在 Telegram 里开启：打开群组 → 编辑 → 话题。
topics-lacks-manage-topics = 我不能在这里创建话题。请在 Telegram 打开群组 → 编辑 → 管理员 → 我的名字（或添加我），开启“管理话题”，然后再点一次。
topics-failed = Telegram 暂时不让我创建更多话题。请过几分钟再点一次：已建好的会保留。
topics-lost = 我无法再写入话题“{ $topic }”，所以它的新闻停止了。如果它被删除了，管理员可以发送 /settings 并点“每个分类一个话题”，我会重新创建。

### The owner, and a chat's own data
chat-command-export = 把你的选择存成文件
chat-command-forget = 删除我保存的关于你的一切
owner-command-sources = 来源及其状况
owner-command-addsource = 添加来源
owner-command-removesource = 移除来源
owner-command-stats = 机器人的数据
owner-command-announce = 向所有会话发布公告
owner-button-remove = 移除
sources-list = { $count ->
   *[other] <b>{ $count } 个来源</b> · { $failing } 个有问题 · { $off } 个已停用
}
sources-empty =
    还没有来源。添加一个：
    <code>/addsource https://www.bbc.com/zhongwen 国际</code>
sources-read-ago = { $time }前读取成功
sources-never-read = 尚未读取
sources-never-worked = 从未成功
sources-failures = 连续失败 { $count } 次
sources-overdue = 已逾期 { $time }
sources-per-day = 每天 { $number } 篇
sources-button-read = 🔄 立即读取
sources-reading = 正在读取……
sources-gone = 这个来源已经不在了。
sources-remove-usage =
    要移除哪个来源？请写出名称：
    <code>/removesource BBC</code>
    全部来源见 /sources。
sources-remove-ask = 要移除 <b>{ $name }</b> 吗？我会停止读取它；它的文章会保留到过期为止。
sources-removed =
    已移除 <b>{ $name }</b>。想恢复它：
    <code>/addsource { $address }</code>
sources-kept = <b>{ $name }</b> 会保留。
sources-near = 没有叫“{ $name }”的来源。你要找的是下面的某一个吗？
sources-unknown = 没有叫“{ $name }”的来源。全部来源见 /sources。
adding-usage =
    请给我一个地址：订阅源、网站或公开的 Telegram 频道，后面可以加上分类。
    <code>/addsource https://www.bbc.com/zhongwen 国际</code>
    <code>/addsource @durov Telegram</code>
adding-looking = 正在 { $host } 查找订阅源……
adding-failed = 出了问题，没有添加任何来源。详情见日志。
adding-cancelled = 没有添加任何来源。
adding-which-feed = { $host } 有 { $count } 个订阅源，要哪一个？
adding-which-category = 放进哪个分类？要用新的分类，请发送 <code>/addsource 地址 分类</code>。
adding-category = 分类：{ $name }
articles-count = { $count } 篇文章
adding-newest = 最新一篇 { $day }
adding-problem = { $problem }：{ $detail }。
adding-technical = { $problem }（{ $detail }）。
adding-added = { $count ->
   *[other] 已添加 <b>{ $name }</b>，目前有 { $count } 篇文章。
}
adding-in-category = 分类：{ $name }。
adding-button-own-categories = 订阅源自带的分类
adding-button-offer = ➕ 添加为来源
adding-offer-channel = 这个频道可以作为来源：{ $address }
announce-usage =
    要告诉所有会话什么？链接和格式会照你写的保留。
    <code>/announce 今晚我会搬到新服务器，简报可能会晚到。</code>
announce-preview = { $count ->
   *[other] 看起来是这样，将发到 <b>{ $count } 个会话</b>。
}
announce-button-send = 发送
announce-started = 已经开始
announce-cancelled = 没有发送。
announce-over = 这条已经发送或取消了。
announce-sending = 正在发到 { $count } 个会话……
announce-progress = 发送中：{ $count } 个里完成了 { $done } 个。
announce-done = { $failed ->
    [0] 公告已发出，收到的会话：{ $sent } 个。
   *[other] 公告已发出，收到的会话：{ $sent } 个；未送达：{ $failed } 个。
}
stats-chart-digests = 简报
stats-chart-articles = 新文章
stats-chart-failures = 放弃的消息
notice-source-dead = 我已经一天读不到 { $name }：{ $reason }。它的状况和解决办法见 /sources。
notice-source-off = { $name } 已经不复存在，我已停用它：{ $reason }。它的状况和解决办法见 /sources。
notice-sources-dead = 有 { $count } 个来源已经一天读不到：{ $names }。网络正常吗？它们列在 /sources 里。
notice-disk-low = 磁盘快满了，只剩 { $free } MB。请腾出空间，或把 DATA_DIR 设到更大的磁盘。
notice-engine-failed = 摘要引擎 { $engine } 无法运行（{ $reason }）。在它恢复之前，摘要会用文章里的句子。
notice-backup-failed = 今天的备份失败（{ $reason }）。请检查 DATA_DIR 是否有空间、能否写入。
export-json = 这个会话的选择：设置、分类、过滤规则。程序可以读取。
export-opml = 你的分类背后的 { $count } 个订阅源。任何订阅阅读器都能导入这个文件。
export-no-feeds = 没有订阅源文件：这里关注的内容都不来自公开的订阅源。
export-failed = 文件无法发送，请稍后再试。
forget-ask = 要我忘记你吗？你的分类、过滤规则、设置和历史会立即删除，也不再有简报。想先留一份，请用 /export。
forget-ask-group = 要我忘记这个会话和它的全部话题吗？分类、过滤规则、设置和历史会立即删除，也不再有简报。想先留一份，请用 /export。
forget-button = 忘记我
forget-kept = 一切保持原样。
forget-done = 好了，我已经忘记你。机器人的备份会在五周内清除你的数据。想重新开始，请发送 /start。再见！
forget-done-group = 好了，我已经忘记这个会话。机器人的备份会在五周内清除它的数据。请把我移出，或发送 /start 重新开始。再见！
help-own-data =
    <b>你的数据</b>
    /export – 把你的选择存成文件
    /forget – 删除我保存的关于你的一切
help-owner =
    <b>管理者专用</b>
    /sources – 每个来源的状况
    /addsource <i>地址</i> – 也可以是 @频道，或直接发链接给我
    /removesource <i>名称</i>
    /stats – 数据和图表
    /announce <i>内容</i> – 发到所有会话

### Digests outside Telegram
publish-title = 我的简报
publish-nothing-yet = 还没有内容：下一期简报的新闻会出现在这里。
publish-unavailable = 这个机器人的管理者还没有开放这项功能（<code>PUBLISH_URL</code>）。
publish-off = 你的简报也可以在 Telegram 之外阅读：用订阅阅读器订阅，或在浏览器里看网页。你会得到一个私密地址；知道这个地址的人都能看到。
publish-on =
    <b>在 Telegram 之外阅读简报</b>
    订阅地址：{ $feed }
    网页：{ $page }

    知道地址的人都能看到。换新地址后，旧地址随即失效。
publish-in-private = 地址不能让别人看到，所以我只在私聊里告诉你。
publish-button-private = 打开私聊
publish-button-on = 生成私密地址
publish-button-new = 换新地址
publish-button-off = 停止发布

### Recaps
recap-title = 你的一周
recap-stories = { $count } 条新闻
recap-told = { $sources } 个来源，{ $reports } 篇报道
recap-began = 始于{ $day }：
recap-empty = 还没有可以回顾的内容：过去七天没有新闻。
recap-how = 没有“{ $text }”的回顾，只有一周回顾：/recap week。想定期收到，可以设置推送时间，例如 <code>/schedule 周日 18:00 回顾</code>。
recap-line = 每周回顾：{ $schedule }。
recap-set = 已保存 ✓ 回顾的推送时间：{ $schedule }。下一次：{ $when }。
recap-off = 已保存 ✓ 不再自动推送回顾。随时可以用 /recap 查看。
recap-button-on = 📅 每周日 18:00
recap-button-off = 🔕 不再自动推送回顾

### Ranking that learns
taste-button-more = 多看这类
taste-button-less = 少看这类
taste-button-less-like = 👎 少看这类…
taste-button-more-like = 👍 多看这类…
taste-button-mute = 🔕 屏蔽这条新闻
taste-button-undo = ↩️ 撤销
taste-button-clear = 🧹 忘掉全部 👍 和 👎
taste-which-less = 想少看哪一条这样的新闻？
taste-which-more = 想多看哪一条这样的新闻？
taste-toast-less = 记下了：少看这类 ✓
taste-toast-more = 记下了：多看这类 ✓
taste-learnt-less = 👎 像“{ $title }”这样的新闻今后会靠后：{ $things }。一条也不会隐藏。用 /filters 可以查看我学到的，也可以让我忘掉。
taste-learnt-more = 👍 像“{ $title }”这样的新闻今后会靠前：{ $things }。用 /filters 可以查看我学到的，也可以让我忘掉。
taste-why = <i>👍 和 👎 按来源数计算：−1 表示像少一个来源那样靠后。用 /filters 可以让我忘掉。</i>
taste-word = “{ $word }”
taste-taken-back = 已撤销 ✓
taste-forgotten = 已忘掉 ✓
taste-list = 我从你的 👍 和 👎 学到了 { $count } 项，只影响先后顺序，不会隐藏任何新闻。点一项就让我忘掉它。
