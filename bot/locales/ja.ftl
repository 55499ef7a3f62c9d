# The texts of Tidings in Japanese, in sections by the part of the program that uses them.
#
# 用語：digest ダイジェスト · summary 要約 · story ニュース（件） · article 記事 · report 報道 · headline 見出し
# category カテゴリー · source 配信元 · feed フィード · follow フォロー · filter フィルター · mute ミュート · hide 非表示
# alert アラート · schedule 配信時刻 · time zone タイムゾーン · thumbnail サムネイル · look 表示スタイル · owner 所有者
# です・ます調。

## Digests
digest-headlines = 主なニュース
digest-stories = ニュース { $count } 件
digest-more-stories = ほかのニュース { $count } 件
digest-more-headlines = ほかの見出し { $count } 件
digest-unlisted = ほか { $count } 件
digest-minutes = 約 { $count } 分で読めます
digest-good-morning = おはようございます
digest-good-afternoon = こんにちは
digest-good-evening = こんばんは
digest-end = 以上です。
digest-end-next = 以上です。次回：{ $when }
digest-also = ほかの報道：
digest-whole-story = このニュースの全体
digest-continued-story = 前回のダイジェスト以降の続報
digest-inside = Telegram で読む
digest-quoted = 記事からの引用
digest-original-language = 元の言語（{ $language }）
digest-not-translated = 未翻訳：{ $languages }
digest-original = 元の記事を読む
digest-part = { $part } / { $parts } ページ
digest-read-on = 続きを読む：{ $part } / { $parts } ページ
digest-button-why = なぜこの内容？
digest-button-less = 表示を減らす
digest-button-settings = 設定
digest-button-longer = もっと詳しく
digest-button-shorter = 短く
digest-button-headlines = 今日の見出し
digest-why = <b>なぜこの内容？</b> これらのカテゴリーをフォローしているからです。多くの配信元が伝えるものほど先に、次に新しいものほど先に並びます。
digest-why-sources = { $others ->
    [0] { $source }
   *[other] { $source } ほか { $others } 件の配信元
}
digest-why-gone = このダイジェストの内容はもう残っていません。
digest-less = 何の表示を減らしますか？🔕 はニュース：続報をお知らせしません。🔇 は配信元：その記事を表示しません。❌ はフォロー中のカテゴリーです。
digest-muted = 今後はお知らせしません ✓
digest-muted-story = 「{ $title }」の続報は今後お知らせしません。
digest-longer-all = ここにあるのは以上です。続きはリンク先でどうぞ。
digest-nothing-above = 上に何も表示されませんか？この形式に対応していないアプリがあります。タップするとシンプル表示に切り替わります。
digest-by = 文：{ $authors }

## Chat
chat-description =
    ニュースをダイジェストでお届けします。気になるテーマをフォローすると、その日のニュースを画像と短い要約つきで、好きな時間に送ります。リンクを送っていただければ要約もします。
chat-short-description = 選んだ配信元のニュースダイジェストと、あらゆるリンクの要約。
chat-command-start = フォローするものを選ぶ
chat-command-today = 今日の見出し
chat-command-digest = 今すぐダイジェスト
chat-command-recap = 今週の主なニュース
chat-command-categories = すべてのカテゴリー
chat-command-subscribe = カテゴリーをフォローする
chat-command-unsubscribe = カテゴリーのフォローをやめる
chat-command-subscriptions = フォロー中のカテゴリー
chat-command-summary = リンクを要約する
chat-command-filter = ニュースを隠す、または一部だけ表示する
chat-command-filters = フィルターとミュートの一覧
chat-command-mute = 配信元を非表示にする
chat-command-schedule = ダイジェストの配信時刻
chat-command-timezone = タイムゾーン
chat-command-language = 表示言語を変える
chat-command-settings = すべての設定
chat-command-help = できること

chat-start-hello = { $name } さん、こんにちは！👋 代わりにニュースを読み、大事なことを短いダイジェストにしてお届けします。
chat-start-hello-all = 皆さん、こんにちは！👋 代わりにニュースを読み、大事なことを短いダイジェストにしてお届けします。
chat-start-pick = フォローしたいものをタップしてください：
chat-start-reads = { $languages }のニュースを先に表示します。ほかの言語も読みますか？「🗣 読む言語」をタップしてください。
chat-start-empty = まだニュースが読み込まれていません。1 分後にもう一度 /categories をお試しください。
chat-help =
    <b>ニュース</b>
    /today – 今日の見出し、または /today <i>カテゴリー</i>
    /digest – 今すぐダイジェスト
    /search <i>語</i> – ニュースを探す。どのチャットでも、私の名前と語で
    /why – 前回のダイジェストがなぜその内容だったか
    /recap – 今週の主なニュース
    /summary <i>リンク</i> – どんなページでも要約（リンクを送るだけでも OK）

    <b>フォロー</b>
    /categories – タップしてフォロー
    /subscribe <i>名前、名前</i> または <i>all</i>、および /unsubscribe
    /subscriptions – フォロー中の一覧
    /filter <i>-語</i> または <i>+語</i> – ニュースを隠す、または一部だけ表示
    /mute <i>配信元</i> – 配信元を非表示にする
    /filters – フィルターとミュートの一覧
    /alert <i>語</i> – その語を含むニュースがすぐに届く。/alerts で一覧

    <b>設定</b>
    /schedule – ダイジェストの配信時刻
    /quiet <i>22:00-07:00</i> – ニュースを受け取らない時間
    /timezone – タイムゾーン
    /language – 表示言語
    /settings – すべての設定。管理しているチャンネルやグループも

    <i>ダイジェストがあるはずの場所に何も見えませんか？ /settings で「シンプル表示」を選んでください。</i>
chat-hint = リンクを送っていただければ要約します。そのほかは /help をご覧ください。
chat-unknown-command = このコマンドは分かりません。できることは /help にあります。
chat-unknown-command-near = { $text } は分かりません。こちらのことですか？
chat-plain-command = これのことですか？
chat-owner-refused = 「{ $chat }」に書き込めなくなりました（{ $reason }）。このチャットのダイジェストは停止中で、別のチャットに送られることはありません。
chat-owner-taken-back = Telegram が「{ $chat }」へのメッセージを受け付けませんでした（{ $reason }）。中のニュースは次のダイジェストで届きます。今日さらに起きた場合は、ログと /stats にだけ記録します。
chat-owner-incident = 多数のチャットが一斉に存在しなくなったと Telegram が伝えています（{ $reason }）。Telegram 側の障害とみられるため、これらのチャットを残して再試行します。
chat-error = 申し訳ありません、こちらで問題が起きました。もう一度お試しください。
chat-admins-only = ここの設定を変えられるのは管理者だけです。
chat-saved = 保存しました ✓
chat-button-save = 保存
chat-button-cancel = キャンセル
chat-button-unknown = このボタンはもう使えません。
chat-message-too-old = このメッセージは古すぎます。コマンドをもう一度送ってください。
chat-article-gone = この記事はもうありません。

chat-button-digest-now = 🗞 今すぐ読む
chat-button-schedule = ⏰ 配信時刻
chat-button-categories = 📚 カテゴリー
chat-button-leave-all = ❌ すべてフォロー解除
chat-button-longer = ➕ 長く
chat-button-shorter = ➖ 短く
chat-button-read-here = 📖 ここで読む
chat-button-timezone = 🌍 タイムゾーン
chat-button-location = 📍 現在地
chat-button-language = 💬 表示言語
chat-button-summary-language = 📝 要約の言語
chat-button-reading = 🗣 読む言語
chat-button-pictures-on = 🖼 画像を表示
chat-button-pictures-off = 🖼 画像なし
chat-button-look = 🎨 表示スタイル
chat-button-layout = 🗂 メッセージの分け方
chat-button-my-language = 🌐 自分の言語で

chat-categories = フォローしたいものをタップしてください。
chat-categories-counts = 数字は今日の新着記事の数です。
chat-category-gone = このカテゴリーはもうありません。
chat-joined = 「{ $name }」をフォローしました。
chat-already-following = 「{ $name }」はすでにフォロー中です。
chat-join-covered = 「{ $name }」はフォロー中の「{ $parent }」に含まれています。
chat-join-too-many = フォローできるカテゴリーは { $count } 件までです。先に 1 件外してください：/subscriptions
chat-join-ambiguous = 「{ $name }」というカテゴリーが複数あります。どれですか？
chat-join-near = 「{ $name }」というカテゴリーはありません。このどれかですか？
chat-join-unknown = 「{ $name }」というカテゴリーはありません。一覧をご覧ください：
chat-left = 「{ $name }」のフォローをやめました。
chat-not-following = 「{ $name }」はフォローしていません。
chat-left-all = { $count } 件のカテゴリーをすべて外しました。フォロー中のものはありません。
chat-leave-covered = 「{ $name }」はフォロー中の「{ $parent }」の一部です。やめるには「{ $parent }」のフォローを外してください。
chat-leave-unknown = 「{ $name }」はフォローしていません。
chat-subscriptions = { $count } 件のカテゴリーをフォロー中です。タップすると外せます。
chat-subscriptions-empty = まだ何もフォローしていません。

filter-button-all = 🧹 すべてのフィルター
filter-usage =
    隠したいものには「-」を、それだけを表示したいものには「+」を付けてください。保存する前に、どう変わるかをお見せします。

    <code>/filter -サッカー</code> この語を含むニュースを隠す
    <code>/filter +"気候変動"</code> この語句を含むニュースだけを表示
    <code>/filter source:名前</code> この配信元だけを表示、<code>-source:名前</code> で隠す
    <code>/filter lang:en,zh</code> これらの言語だけを表示、<code>-lang:de</code> で一つ隠す

    /filters で一覧を見られます。/mute で配信元を非表示にできます。
filter-no-sign = 「{ $name }」を隠しますか、それともそれだけを表示しますか？隠すなら <code>-{ $part }</code>、それだけを表示するなら <code>+{ $part }</code> と書いてください。語句は引用符で囲みます。
filter-no-end = 引用符が閉じられていません：{ $part }
filter-no-word = 「{ $part }」に語がありません。
filter-no-language = 「{ $part }」の言語が分かりません。言語コードで書いてください：<code>lang:en</code>、<code>lang:zh,ja</code>
filter-too-long = フィルターとしては長すぎます：「{ $part }」。60 文字までです。
filter-too-many-typed = 一度に多すぎます。1 通のメッセージにつき 20 件までにしてください。
filter-too-many = フィルターは { $count } 件までです。先に 1 件削除してください：/filters
filter-contradiction = 「{ $part }」を隠すことと、それだけを表示することは両立しません。先にどちらかを削除してください：/filters
filter-have-already = このフィルターはすでにあります。
filter-preview = { $count ->
   *[other] <b>新しいフィルター</b>
}
filter-preview-effect = 過去 7 日間では、フォロー中のニュース { $stories ->
   *[other] { $stories }
} 件のうち { $hidden } 件が非表示になります。
filter-preview-more = …ほか { $count } 件
filter-preview-nothing = 過去 7 日間、フォロー中のカテゴリーに試せるニュースがありませんでした。
filter-saved = { $count ->
   *[other] 保存しました。今から有効です：
}
filter-cancelled = 何も保存しませんでした。
filter-removed = 削除しました：{ $rule }
filter-gone = すでに削除されています。
filters-list = フィルターとミュートが { $count } 件あります。タップすると削除できます。
filters-empty = フィルターはありません。<code>/filter -語</code> でニュースを隠し、<code>/filter +語</code> で一部だけを表示し、/mute で配信元を非表示にします。
mute-usage = どの配信元を非表示にしますか？名前を書いてください：<code>/mute 名前</code>
mute-which = どの配信元を非表示にしますか？前回のダイジェストの配信元です。ほかの場合は名前を書いてください：<code>/mute 名前</code>
mute-near = 「{ $name }」という配信元はありません。このどれかですか？
mute-unknown = 「{ $name }」という配信元はありません。
mute-done = 🔇 「{ $name }」の記事は今後表示しません。ほかの配信元も伝えるニュースは、そちらから届きます。
mute-already = 🔇 「{ $name }」はすでに非表示です。
mute-too-many = 非表示にできる配信元は { $count } 件までです。先に 1 件外してください：/filters
mute-story-ended = 続報があれば、またお知らせします。

chat-next-at = 次のダイジェスト：{ $when }。
chat-next-instant = ニュースが出るとすぐに届きます。
chat-next-off = ダイジェストはオフです。/schedule でオンにできます。
chat-when-today = 今日 { $time }
chat-when-tomorrow = 明日 { $time }
chat-when-day = { $day } { $time }
chat-when-zone = { $when }（{ $zone }）

chat-today-gathering = 🔎 今日のニュースを見ています…
chat-today-empty = 今日はまだ新しいニュースがありません。
chat-today-empty-category = 「{ $name }」に今日の新しいニュースはありません。
chat-today-last-24-hours = 午前 0 時以降のニュースが少ないため、過去 24 時間分をお届けします。
chat-today-which = 「{ $name }」はどのカテゴリーのことですか？
chat-today-unknown = 「{ $name }」というカテゴリーはありません。/categories ですべて見られます。
chat-digest-coming = 🗞 前回のダイジェスト以降の新しいニュースを探しています…
chat-too-many-commands = 一度にたくさん届きました。1 分ほどお待ちください。
chat-digest-waiting = このチャットへのダイジェストがまだ順番を待っています。今は Telegram がここへの送信を許していません。許され次第届きます。
chat-digest-empty = 前回のダイジェスト以降、新しいニュースはありません。/today で今日の見出しを見られます。
chat-digest-filters = フィルターが設定されているため、隠れているニュースがあるかもしれません。
chat-digest-follow-first = まだ何もフォローしていません。先にカテゴリーを選んでください。
chat-digest-too-often = たった今、何回かダイジェストをお届けしました。数分お待ちください。

chat-schedule-now = ダイジェスト：{ $schedule }。
chat-schedule-zone = タイムゾーン：{ $zone }。/timezone で変えられます。
chat-schedule-how = 下から選ぶか、自分で書いてください：<code>/schedule 08:00 18:30</code>
chat-schedule-unknown = 「{ $text }」が分かりません。このように書いてください：<code>/schedule 08:00</code>、<code>/schedule 平日 07:30</code>、<code>毎時</code>、<code>即時</code>、<code>オフ</code>
chat-schedule-when = 何時にしますか？時刻も書いてください：<code>/schedule { $text } 08:00</code>
chat-schedule-same-times = 曜日は選べますが、時刻はどの日も同じになります：<code>/schedule 平日 07:30</code>
chat-schedule-times = { $days } { $times }
chat-schedule-hourly = 毎時
chat-schedule-instant = ニュースが出たらすぐ
chat-schedule-off = オフ
chat-days-all = 毎日
chat-days-workdays = 平日
chat-days-weekend = 週末
chat-days-some = 毎週{ $days }
chat-schedule-button-weekdays = 平日 { $time }
chat-schedule-button-hourly = 毎時
chat-schedule-button-instant = ⚡ 即時
chat-schedule-button-off = 🔕 オフ

chat-timezone-now = タイムゾーンは { $zone }、現地は今 { $time } です。
chat-timezone-how = 変えるには、一つタップするか、都市の名前を書いてください：<code>/timezone 福岡</code>
chat-timezone-which = 「{ $text }」はどれのことですか？
chat-timezone-unknown = 「{ $text }」が分かりません。近くの大きな都市、国、または時差でお試しください：<code>/timezone UTC+9</code>。一つタップしても選べます：
chat-timezone-ask =
    <b>そちらは今何時ですか？</b>
    { $time }（{ $zone }）とみています。ご自分の時刻をタップするか、都市の名前を書いてください：<code>/timezone 福岡</code>
chat-location-ask =
    下のボタンをタップして位置情報を送ってください。タイムゾーンを調べるだけで、保存はしません。
    ボタンがありませんか？📎 で位置情報を添付するか、都市の名前を書いてください：<code>/timezone 福岡</code>
chat-location-share = 📍 位置情報を送る
chat-location-unknown = その場所のタイムゾーンが分かりません。近くの都市の名前を書いてください：<code>/timezone 福岡</code>

chat-language-name = 日本語
chat-language = どの言語で話しましょうか？
chat-language-set = これからは日本語で話します。
chat-language-unknown = 「{ $text }」はまだ話せません。話せるのはこれらの言語です：

chat-look-compact = コンパクト
chat-look-pictures = 大きな画像
chat-look-headlines = 見出しだけ
chat-look-simple = シンプル表示
chat-look =
    <b>ダイジェストの表示スタイルを選んでください。</b>左から順に：
    <b>コンパクト</b> – 最初のニュースだけ画像つき。ほかはタップで開きます。
    <b>大きな画像</b> – どのニュースにも上に画像が付きます。
    <b>見出しだけ</b> – タップできる見出しの一覧です。
    <b>シンプル表示</b> – ほかの形式を表示できないアプリ向けの、普通のメッセージです。
chat-simple-look-set = 今後、ダイジェストはシンプル表示で届きます。
chat-layout-edition = 一面、続いて各カテゴリー
chat-layout-categories = カテゴリーごとに 1 通
chat-layout-together = すべて 1 通にまとめる
chat-layout =
    <b>複数カテゴリーのダイジェストはどう届けましょうか？</b>
    <b>一面、続いて各カテゴリー</b> – 1 通にすべての見出し、続いてカテゴリーごとに 1 通（通知音なし）。
    <b>カテゴリーごとに 1 通</b> – 一面なし。
    <b>すべて 1 通にまとめる</b> – カテゴリーごとに区切ります。

chat-settings = <b>設定</b>
chat-settings-ui = 表示言語：{ $language }。
chat-settings-summaries = 要約の言語：{ $language }。
chat-settings-summaries-original = 要約の言語：各記事の言語。
chat-settings-look = 表示スタイル：{ $look }。
chat-settings-layout = 複数カテゴリー：{ $layout }。
chat-settings-pictures = 画像：{ $state ->
    [on] 表示
   *[off] 非表示
}。
chat-summary-language-original = 記事そのものの言語
chat-summary-language = 要約はどの言語にしますか？
chat-summary-language-cannot = このボットはまだ翻訳できません。要約は記事の文をそのまま使うため、元の言語のままです。
chat-reading =
    <b>読む言語</b>
    読む言語をすべてタップしてください。ほかの言語のニュースをどうするかは、その下で選びます。
chat-reading-any = すべての言語
chat-reads = 言語：{ $languages }。
chat-reads-any = 言語：すべて。
chat-others-last = ほかの言語のニュースは最後に並びます。
chat-others-left-out = ほかの言語のニュースは表示しません。
chat-others-translated = ほかの言語のニュースは翻訳します。
chat-others-cannot = このボットはまだ翻訳できないため、最後に並びます。
chat-others-button-last = 最後に並べる
chat-others-button-left-out = 表示しない
chat-others-button-translated = 翻訳する

chat-link-usage = リンクを送ってください：<code>/summary https://…</code> または、リンクのあるメッセージに /summary と返信してください。
chat-link-reading = ⏳ { $host } を読んでいます…
chat-link-working = 少々お待ちください…
chat-link-writing = ✍️ よりよい要約を書いています…
chat-link-one-at-a-time = 前のリンクをまだ処理しています。少々お待ちください。
chat-link-too-many = たくさんのリンクが届きました。数分お待ちください。
chat-link-queue-full = 今、多くの方がリンクを送っています。1 分後にもう一度お試しください。
chat-link-failed = このページを読めませんでした。ログインが必要か、記事ではないのかもしれません。
chat-link-too-slow = このページは時間がかかりすぎました。あとでもう一度お試しください。
chat-link-stopped = 中止しました。必要なら、もう一度リンクを送ってください。
chat-link-nothing-to-summarize = 要約するには文章が短すぎます。
chat-link-no-longer = 内容は以上です。「📖 ここで読む」で全文を読めます。
chat-link-reading-time = 約 { $minutes } 分で読めます

## Stories
story-tellings = 報道 { $count } 件
story-sources = 配信元 { $count } 件
story-how-told = 報道の経過
story-first = 第一報
story-comes-back = 続報あり
story-new = 新しい情報：
story-more-tellings = ほかの報道 { $count } 件
story-unlisted = ほかに { $count } 件の報道があります。
story-why = 同じニュースとした理由
story-why-alike = { $source } と { $other } に共通する語：{ $words }
story-why-copy = { $source } と { $other } は文章が同じです
story-why-repeated = { $source } は自身の報道を繰り返しています
story-why-page = { $source } と { $other } は同じページを載せました
story-another = 以前の報道
story-all-said = 記事の内容は以上です。
story-also-told = ほかの報道：
story-button-part = ✂️ 切り離す：{ $source }
story-button-part-sure = ✂️ 本当に切り離す
story-button-keep = キャンセル
story-part-ask = 「{ $title }」は別のニュースになります。元には戻せません。
story-parted = 完了：別のニュースになりました。
story-part-owner = 報道をニュースから切り離せるのは、このボットの所有者だけです。

## Loading
fetch-problem-refused-address = そのアドレスは読めません。
fetch-problem-refused-address-remedy = 公開されているアドレスを使ってください。自分のサーバーなら、FETCH_TRUSTED_HOSTS に書いてください。
fetch-problem-bad-url = 読み取れるウェブアドレスではありません。
fetch-problem-bad-url-remedy = https:// から始まるアドレス全体を指定してください。
fetch-problem-dns = その名前のサイトはありません。
fetch-problem-dns-remedy = アドレスのつづりと、このマシンのインターネット接続を確認してください。
fetch-problem-tls = サイトの証明書が有効ではありません。
fetch-problem-tls-remedy = ブラウザーでアドレスを開いてください。ブラウザーも警告するなら、直せるのはサイトだけです。自分のサーバーには、このマシンが信頼する証明書が必要です。SSL_CERT_FILE に指定してください。
fetch-problem-connect = サイトに接続できません。
fetch-problem-connect-remedy = 自然に直ることがよくあります。あとでもう一度お試しください。
fetch-problem-connect-remedy-source = Tidings が自動でもう一度試します。
fetch-problem-proxy = プロキシが Tidings を通しません。
fetch-problem-proxy-remedy = FETCH_PROXY のアドレス、ポート、ユーザー名、パスワードを確認してください。
fetch-problem-timeout = サイトの応答に時間がかかりすぎました。
fetch-problem-timeout-remedy = 自然に直ることがよくあります。あとでもう一度お試しください。
fetch-problem-timeout-remedy-source = Tidings が自動でもう一度試します。
fetch-problem-too-large = ページが大きすぎます。
fetch-problem-too-large-remedy = 直せるのはサイトだけです。
fetch-problem-too-large-remedy-feed = 同じサイトの短いフィードを探してください。
fetch-problem-wrong-type = そのアドレスにあるのはページでもフィードでもなく、別の種類のファイルです。
fetch-problem-wrong-type-remedy = 画像や動画、文書ではなく、フィードやページ自体のアドレスを指定してください。
fetch-problem-bad-encoding = サイトの応答は、読み取れない方法で圧縮されています。
fetch-problem-bad-encoding-remedy = 直せるのはサイトだけです。
fetch-problem-bad-answer = サイトの応答が HTTP の規則に反しているため、読み取れません。
fetch-problem-bad-answer-remedy = 直せるのはサイトだけです。
fetch-problem-redirects = アドレスの転送が多すぎるか、安全でないアドレスへ転送されます。
fetch-problem-redirects-remedy = ブラウザーで開き、最後に表示されるアドレスを使ってください。
fetch-problem-status = サイトからページを受け取れませんでした。
fetch-problem-status-remedy = ブラウザーでアドレスを開いてください。移動したか、ログインが必要なのかもしれません。
fetch-problem-not-found = そのアドレスには何もありません。
fetch-problem-not-found-remedy = つづりを確認してください。
fetch-problem-not-found-remedy-feed = またはサイト自体のアドレスを指定してください。`tidings sources add` がそこからフィードを探します。
fetch-problem-forbidden = サイトは Tidings に読み取りを許していません。
fetch-problem-forbidden-remedy = ログインを求めているか、ボットを許可していません。
fetch-problem-forbidden-remedy-feed = 同じサイトの別のフィードを探すか、自分の RSSHub 経由で読んでください（FETCH_TRUSTED_HOSTS）。
fetch-problem-forbidden-remedy-source = ログイン情報があれば sources.toml に書いてください：username と password、または headers。
fetch-problem-robot-check = サイトのボット対策が Tidings を止め、ブラウザーを求めています。
fetch-problem-robot-check-remedy = Tidings はそうした対策を回避しません。
fetch-problem-robot-check-remedy-feed = フィードリーダーを通すようサイトに依頼するか、別のフィードを探すか、自分の RSSHub 経由で読んでください（FETCH_TRUSTED_HOSTS）。
fetch-problem-server-error = サイト側で問題が起きています。
fetch-problem-server-error-remedy = 自然に直ることがよくあります。あとでもう一度お試しください。
fetch-problem-server-error-remedy-source = Tidings が自動でもう一度試します。
fetch-problem-gone = ページは完全に削除されました。
fetch-problem-gone-remedy = 新しいアドレスを探してください。
fetch-problem-gone-remedy-source = この配信元は停止中です。`tidings fetch --source 名前` でもう一度試し、`tidings sources remove 名前` で削除します。
fetch-problem-rate-limited = サイトが、次のリクエストまで待つよう Tidings に求めています。
fetch-problem-rate-limited-remedy = あとでもう一度お試しください。
fetch-problem-rate-limited-remedy-source = Tidings はサイトが求めるだけ待ちます。FETCH_INTERVAL を長くするのも有効です。
feed-problem-empty = サイトの応答が空でした。
feed-problem-empty-remedy = 自然に直ることがよくあります。あとでもう一度お試しください。
feed-problem-empty-remedy-source = Tidings が自動でもう一度試します。
feed-problem-web-page = そのアドレスにあるのはフィードではなくウェブページです。
feed-problem-web-page-remedy = `tidings sources add アドレス` がそのページのフィードを探します。
feed-problem-robot-check = サイトがフィードの代わりにボット確認の画面を表示しています。
feed-problem-robot-check-remedy = Tidings はそうした確認を回避しません。フィードリーダーを通すようサイトに依頼するか、別のフィードを探すか、自分の RSSHub 経由で読んでください（FETCH_TRUSTED_HOSTS）。
feed-problem-list = それはフィードの一覧で、フィードではありません。
feed-problem-list-remedy = ファイルに保存すると、`tidings sources import ファイル` で全フィードを取り込めます。
feed-problem-broken = フィードは壊れていて読み取れません。
feed-problem-broken-remedy = 直せるのはサイトだけです。別のフィードがあるかもしれません。
feed-problem-other = そのアドレスにフィードはありません。
feed-problem-other-remedy = フィード自体のアドレスを指定してください。`tidings sources add` はサイトのページからフィードを探します。
feed-problem-no-channel = その Telegram チャンネルには公開ページがありません。
feed-problem-no-channel-remedy = 読めるのは、ブラウザーの t.me/s/名前 に投稿が表示される公開チャンネルだけです。非公開チャンネル、グループ、個人にはこのページがありません。名前を確認するか、チャンネルの所有者にフィードを依頼してください。
load-no-feed-found = フィードは見つかりませんでした。
load-no-feed-found-remedy = サイトで RSS や Atom というリンクを探し、そのアドレスを指定してください。
load-page-unreadable = そのページに記事が見つかりませんでした。ログインが必要なのかもしれません。
page-problem-paywall = この記事は購読者向けです。サイトが誰にでも公開している部分だけを読みました。
page-problem-consent = サイトはこのページを表示する前に Cookie への同意を求めますが、こちらでは同意できません。
page-problem-login = サイトはこのページを表示する前にログインを求めます。
page-problem-robots = サイトはこのページを表示する前に、ブラウザーを使う人かどうかを確認します。
page-problem-teaser = ページには数行の文章しかありません。
page-problem-no-article = これは記事ではありません。文章はページ自体の説明文です。
page-problem-document = これは PDF などの文書です。要約できるのはウェブページだけです。
page-problem-picture = これは画像です。要約できるのはウェブページだけです。
page-problem-sound = これは音声です。要約できるのはウェブページだけです。
page-problem-film = これは動画です。要約できるのはウェブページだけです。
page-problem-feed = これはニュースのフィードで、記事ではありません。中の記事のリンクを送ってください。
page-problem-file = これはダウンロード用のファイルです。要約できるのはウェブページだけです。
load-folder-unreadable = フォルダーを読めません。
load-folder-unreadable-remedy = sources.toml のパスと、Tidings にフォルダーを読む権限があるかを確認してください。
load-switched-off = この配信元は sources.toml で停止されています。
load-switched-off-remedy = そこの `enabled = false` を消すと、再び読み込まれます。
load-not-stored = 新しい記事を保存できませんでした。
load-not-stored-remedy = ディスクに空きがあるか、ほかのプログラムがデータベースを使っていないかを確認してください。
load-broke = Tidings のエラーで読み込みが止まりました。
load-broke-remedy = 詳細はログにあります。ご報告ください。
source-exists = その配信元はすでにあります。

## Figures
stats-articles = 記事：{ $count } 件、うち過去 24 時間に { $lately } 件。
stats-sources = 配信元：{ $count } 件、うち問題あり { $failing } 件、停止中 { $off } 件。
stats-chats = チャット：{ $count } 件、フォロー { $subscriptions } 件。
stats-messages = メッセージ：待機中 { $waiting } 件、送信済み { $sent } 件、断念 { $dead } 件。
stats-unknown = 届いたかどうか不明のメッセージ：{ $count } 件。そのうちダイジェストはもう一度送ります。
stats-engine = 要約エンジン：{ $engine }。
stats-engine-ready = 準備完了
stats-engine-downloading = ダウンロード中
stats-engine-loading = 読み込み中
stats-engine-failed = 動いていません
stats-engine-verified = { $engine }、再点検：{ $verifier }
stats-summaries = { $engine } による要約：{ $count } 件。
stats-summaries-waiting = 待機中の要約：{ $count } 件。
stats-rejected = 検査で除かれた文：{ $count } 件（{ $reasons }）。
stats-reason = { $reason ->
    [number] 数字の誤り：{ $count }
    [date] 日付の誤り：{ $count }
    [name] 記事にない名前：{ $count }
    [quote] 変えられた引用：{ $count }
    [claim] 記事にない主張：{ $count }
    [link] リンク：{ $count }
    [mention] ハッシュタグやユーザー名：{ $count }
    [command] ボットのコマンド：{ $count }
    [contact] 連絡先：{ $count }
    [order] 読者への呼びかけ：{ $count }
    [abuse] 侮辱：{ $count }
    [language] 別の言語：{ $count }
    [loop] 繰り返し：{ $count }
    [shape] 不完全な文：{ $count }
    [remark] モデルの感想：{ $count }
    [subject] 話題違い：{ $count }
    [title] 見出しの繰り返し：{ $count }
    [too_long] 長すぎ：{ $count }
    [worse_than_extract] 抜粋に及ばない：{ $count }
    [second_reader] 再点検で疑い：{ $count }
    [empty] 残りなし：{ $count }
   *[other] { $reason }: { $count }
}

### Alerts, quiet hours, followed stories
chat-command-alert = ニュースをすぐに受け取る
chat-command-alerts = アラートの一覧
chat-command-quiet = ニュースを受け取らない時間

alert-usage =
    配信時刻にかかわらず、すぐにお知らせするのは何ですか？フォロー中のものだけでなく、読んだニュースすべてから探します。

    <code>/alert 地震</code> この語を含むニュース
    <code>/alert "気候変動" 洪水</code> この語句かこの語を含むニュース
    <code>/alert 鉄道 -スト lang:ja</code> ある語を除き、一つの言語だけ
    <code>/alert source:名前</code> この配信元のすべて

    隠したものやミュートしたものは、アラートで名指ししない限り届きません。1 時間に { $count } 通を超えた分はまとめて届きます。/alerts で一覧を見られます。
alert-no-word = どの語を待ちますか？アラートには語か配信元が必要です：<code>/alert 地震</code>
alert-contradiction = 「{ $part }」を待つことと除くことは両立しません。
alert-have-already = このアラートはすでにあります。
alert-too-many = アラートは、フォロー中のニュースも含めて { $count } 件までです。先に 1 件削除してください：/alerts
alert-button-all = 🔔 すべてのアラート
alert-preview = <b>新しいアラート</b>
alert-preview-any = どれか一つの語があれば届きます。
alert-preview-effect = { $count ->
    [0] 過去 7 日間に当てはまるニュースはありませんでした。
   *[other] 過去 7 日間なら、ニュースが { $count } 件届いていました：
}
alert-saved = 保存しました。今後、このようなニュースはすぐに届きます：{ $alert }
alert-cancelled = 何も保存しませんでした。
alert-removed = 削除しました：{ $alert }
alert-gone = このアラートはすでに削除されています。
alert-back = また届きます：{ $alert }
alert-stopped = 止めました：{ $alert }
alert-button-stop = 🔕 止める：{ $alert }
alert-button-again = 🔔 また受け取る：{ $alert }
alert-heading = 🔔 アラート：{ $alert }
alert-heading-story = 📌 フォロー中のニュース
alerts-list = アラートが { $count } 件あります。タップすると削除できます。📌 はフォロー中のニュースです。
alerts-empty = アラートはありません。<code>/alert 語</code> で、その語を含むニュースがすぐに届きます。

quiet-now = おやすみ時間は { $start } から { $end } まで（{ $zone }）です。その間のニュースは、終わってから一つのダイジェストで届きます。
quiet-now-alerts = おやすみ時間は { $start } から { $end } まで（{ $zone }）です。その間のニュースは、終わってから一つのダイジェストで届きます。アラートはその間も届きます。
quiet-none = おやすみ時間はありません。ニュースは予定どおり届きます。
quiet-how = 時間を選ぶか、書いてください：<code>/quiet 22:00-07:00</code>、<code>/quiet 22:00-07:00 アラート以外</code>、<code>/quiet オフ</code>
quiet-unknown = 「{ $text }」が分かりません。何時から何時までかを書いてください：<code>/quiet 22:00-07:00</code>
quiet-button = 🌙 おやすみ時間
quiet-button-alerts = 🔔 アラートは届ける
quiet-button-off = おやすみ時間なし
quiet-setting = おやすみ時間：{ $start }–{ $end }（{ $zone }）。
quiet-setting-alerts = おやすみ時間：{ $start }–{ $end }（{ $zone }）、アラート以外。
quiet-setting-none = おやすみ時間：なし。

story-button-follow = 📌 フォロー
story-button-unfollow = ✅ フォロー中
story-button-mute = 🔕 このニュースをミュート
story-button-unmute = ✅ ミュート中：解除する
story-button-mute-source = 🔇 { $source } をミュート
story-button-unmute-source = ✅ ミュート中：{ $source } を表示
story-follow-done = 続報があればすぐにお知らせします。/alerts で見られます。
story-follow-ended = このニュースのフォローをやめました。
story-source-muted = 「{ $source }」の記事は今後表示しません。
story-source-unmuted = 「{ $source }」の記事をまた表示します。
digest-button-follow = フォロー
digest-button-hide-word = 🙈 言葉を隠す…
digest-hide-word = どの語を含むニュースを隠しますか？保存する前に、どう変わるかをお見せします。
digest-hide-word-none = ここには選べる語がありません。自分で書いてください：<code>/filter -語</code>

### Search, inline mode and /why
chat-command-search = ニュースを検索する
chat-command-why = なぜこのニュース？
search-usage =
    何を探しますか？すべての語を含むニュースを探します。

    <code>/search 港 大橋</code> 両方の語を含むニュース
    <code>/search "気候変動"</code> この語句を含むニュース
    <code>/search 大橋 -サッカー</code> 二つ目の語を含むニュースを除く
    <code>/search 大橋 source:名前 lang:en,zh</code> この配信元とこれらの言語だけで探す

    どのチャットでも、私の名前と語を書いてカードを選べます。
search-too-long = 検索するには長すぎます。全体で { $count } 文字、一つの語や語句は 60 文字までです：<code>/search 港 大橋</code>
search-contradiction = 「{ $part }」を含み、しかも含まないニュースはありません。どちらかを消してください。
search-only-hidden = 除くものしか書かれていません。探すものも書いてください：<code>/search 大橋 -サッカー</code>
search-one-letter = 「{ $part }」だけでは、ほとんどのニュースに含まれます。単語全体を書いてください：<code>/search 大橋</code>
search-sign = 探せるのは語です。「{ $part }」のような記号は探せません。語を書いてください：<code>/search 大橋</code>
search-count = ニュース { $count } 件
search-newest = 最新の { $count } 件
search-filtered = フィルター適用
search-button-filtered = 🧹 フィルターを適用
search-button-all = フィルターなしで
search-nothing = { $query } は見つかりませんでした。
search-unknown = どのニュースにもありません：{ $words }
search-try = 語を減らすか、別の語でお試しください。すべての語がニュースに含まれている必要があります。語句は引用符で囲み、<code>-語</code> でニュースを除けます。
search-all-hidden = { $query } で見つかったものは、すべてフィルターで隠れています。
search-inline-more = 見つかりません。別の語では？
search-inline-whole = 単語全体を書いてください
why-languages-first = 読む言語の記事が先に並びます。
why-kept = { $rules } により表示
why-left-out = { $count ->
   *[other] <b>入らなかったもの：</b>ニュース { $count } 件
}
why-left-rule = { $rule } で非表示
why-left = • { $reason }：{ $stories }
why-left-muted = 🔕 ミュートしたニュース
why-left-told = すでにお伝え済み
why-left-language = 読まない言語
why-left-room = 入りきらず
why-left-then = 当時は未登録、または非表示
why-get = <i>フィルターとミュートは /filters で外せます。読む言語は /settings にあります。ほかのニュースは /today と /search で見られます。</i>
why-nothing-left-out = 入らなかったものはありません。
why-alert = これはアラートで届いたものです。その語はニュースの上にあります。/alerts で一覧を見て削除できます。
why-no-digest = まだダイジェストをお届けしていません。/digest で今すぐ届きます。

### Channels, groups and topics
place-heading = <b>{ $chat }</b> について：
place-greeting = ここで何を送るかを決められるのは管理者だけです。ほかの方も /today はいつでも使えます。
place-button-places = 📣 チャンネルとグループ
place-button-add-channel = ➕ チャンネルに追加
place-button-add-group = ➕ グループに追加
place-button-choose-channel = 📣 チャンネルを選ぶ
place-button-choose-group = 👥 グループを選ぶ
place-list = 管理しているチャンネルとグループは { $count } 件です。タップすると設定が開きます。
place-list-empty = 管理者になっているチャンネルやグループを、ここから管理できます。
place-how = どの設定コマンドも、先に名前を書けます：<code>/subscribe @channel 国際</code>
place-ask-channel =
    下のボタンをタップしてチャンネルを選んでください。必要なのは投稿の権限だけです。
    ボタンがありませんか？このリンクを使ってください：{ $link }
place-ask-group =
    下のボタンをタップしてグループを選んでください。
    ボタンがありませんか？このリンクを使ってください：{ $link }
place-chosen = 選択：<b>{ $chat }</b>
place-this-chat = このチャット
place-private-only = ほかのチャンネルやグループは、ボットとの個人チャットで管理してください。ここでは名前を書かないでください。
place-digest-sent = ダイジェストをそちらへ送っています。
place-language-set = そのチャットでは、これから{ $language }で話します。
place-unknown = { $chat } が見つかりません。名前を確認し、先にボットを追加してください。
place-no-answer = Telegram から { $chat } の情報が得られませんでした。1 分後にもう一度お試しください。
place-goodbye = さようなら！{ $chat } にはもう何も送りません。また追加されたときのために設定は 90 日間残し、その後すべて削除します。すぐに削除するには、もう一度追加して、そこで /forget を送ってください。
place-not-there = まだ { $chat } に入っていません。先にボットを追加してください。
place-not-administrator = { $chat } の管理者ではないため、設定を変えられません。
place-lacks-post-messages = { $chat } に投稿する権限がありません。Telegram で開き → 編集 → 管理者 → ボットの名前で「メッセージの投稿」をオンにして、もう一度お試しください。
place-lacks-send-messages = { $chat } に書き込む権限がありません。Telegram で開き → 編集 → 権限で「メッセージの送信」を許可するか、ボットを管理者にして、もう一度お試しください。
topics-button-make = 🗂 カテゴリーごとにトピック
topics-button-undo = ↩️ 作ったトピックをやめる
topics-line = 専用のトピックがあるもの：{ $names }。
topics-making = トピックを作っています…
topics-progress = トピックを作っています：{ $done } / { $count }…
topics-made = 次のカテゴリーに専用のトピックができました。ニュースはそこに届きます：{ $names }。
topics-all-there = どのカテゴリーにもすでにトピックがあります。
topics-follow-first = ここではまだ何もフォローしていません。先にカテゴリーを選んでください：/categories
topics-none = ボットが作ったトピックはありません。
topics-undone = 完了：ニュースは元の場所に届きます。ニュースのないトピックは削除し、ほかは読めるように残しました。
topics-no-forum = このチャットにトピックはありません。グループなら Telegram で有効にできます：開く → 編集 → トピック
topics-lacks-manage-topics = ここでトピックを作る権限がありません。Telegram でグループを開き → 編集 → 管理者 → ボットの名前（なければ追加）で「トピックの管理」をオンにして、もう一度タップしてください。
topics-failed = Telegram の制限により、今はこれ以上トピックを作れません。数分後にもう一度タップしてください。できたものは残ります。
topics-lost = トピック「{ $topic }」に書き込めなくなったため、そのニュースは止まりました。削除された場合は、管理者が /settings を送って「カテゴリーごとにトピック」をタップすると、作り直します。

### The owner, and a chat's own data
chat-command-export = 選んだ内容をファイルで受け取る
chat-command-forget = 保存されている情報をすべて削除
owner-command-sources = 配信元とその状態
owner-command-addsource = 配信元を追加
owner-command-removesource = 配信元を削除
owner-command-stats = ボットの統計
owner-command-announce = すべてのチャットに知らせる
owner-button-remove = 削除
sources-list = { $count ->
   *[other] <b>配信元 { $count } 件</b> · 問題あり { $failing } 件 · 停止中 { $off } 件
}
sources-empty =
    まだ配信元がありません。追加してください：
    <code>/addsource https://www.bbc.com/japanese 国際</code>
sources-read-ago = { $time }前に取得
sources-never-read = 未取得
sources-never-worked = 一度も取得できていません
sources-failures = 連続失敗 { $count } 回
sources-overdue = { $time }遅れ
sources-per-day = 1 日 { $number } 件
sources-button-read = 🔄 今すぐ読む
sources-reading = 読み込んでいます…
sources-gone = その配信元はもうありません。
sources-remove-usage =
    どの配信元ですか？名前を送ってください：
    <code>/removesource BBC</code>
    一覧は /sources にあります。
sources-remove-ask = <b>{ $name }</b> を削除しますか？読み込みをやめます。記事は古くなるまで残ります。
sources-removed =
    <b>{ $name }</b> を削除しました。元に戻すには：
    <code>/addsource { $address }</code>
sources-kept = <b>{ $name }</b> はそのままです。
sources-near = 「{ $name }」という配信元はありません。このどれかですか？
sources-unknown = 「{ $name }」という配信元はありません。一覧は /sources にあります。
adding-usage =
    フィード、サイト、または公開 Telegram チャンネルのアドレスを送ってください。後ろにカテゴリーも書けます。
    <code>/addsource https://www.bbc.com/japanese 国際</code>
    <code>/addsource @durov Telegram</code>
adding-looking = { $host } でフィードを探しています…
adding-failed = 問題が起きたため、何も追加しませんでした。詳細はログにあります。
adding-cancelled = 何も追加しませんでした。
adding-which-feed = { $host } にはフィードが { $count } 件あります。どれにしますか？
adding-which-category = どのカテゴリーに入れますか？新しいカテゴリーなら <code>/addsource アドレス カテゴリー</code> と送ってください。
adding-category = カテゴリー：{ $name }
articles-count = 記事 { $count } 件
adding-newest = 最新は { $day }
adding-problem = { $problem }：{ $detail }。
adding-technical = { $problem }（{ $detail }）。
adding-added = { $count ->
   *[other] <b>{ $name }</b> を追加しました。今のところ記事は { $count } 件です。
}
adding-in-category = カテゴリー：{ $name }。
adding-button-own-categories = フィード自身のカテゴリー
adding-button-offer = ➕ 配信元に追加
adding-offer-channel = このチャンネルは配信元にできます：{ $address }
announce-usage =
    すべてのチャットに何を知らせますか？リンクや書式はそのまま届きます。
    <code>/announce 今夜、新しいサーバーに移ります。ダイジェストが遅れるかもしれません。</code>
announce-preview = { $count ->
   *[other] このように表示されます。<b>{ $count } 件のチャット</b>に届きます。
}
announce-button-send = 送信
announce-started = 送信を始めました
announce-cancelled = 何も送信しませんでした。
announce-over = これはすでに送信または取り消されました。
announce-sending = { $count } 件のチャットに送信しています…
announce-progress = 送信中：{ $count } 件中 { $done } 件完了。
announce-done = { $failed ->
    [0] お知らせを送信しました。届いたチャット：{ $sent } 件。
   *[other] お知らせを送信しました。届いたチャット：{ $sent } 件、届かなかったチャット：{ $failed } 件。
}
stats-chart-digests = ダイジェスト
stats-chart-articles = 新しい記事
stats-chart-failures = 断念したメッセージ
notice-source-dead = { $name } を丸一日読めていません：{ $reason }。状態と対処法は /sources にあります。
notice-source-off = { $name } はなくなったため停止しました：{ $reason }。状態と対処法は /sources にあります。
notice-sources-dead = { $count } 件の配信元を丸一日読めていません：{ $names }。ネットワークは正常ですか？一覧は /sources にあります。
notice-disk-low = ディスクの残りが { $free } MB しかありません。空きを作るか、DATA_DIR を大きなディスクに設定してください。
notice-engine-failed = 要約エンジン { $engine } が動きません（{ $reason }）。復旧するまで、要約は記事の文になります。
notice-backup-failed = 今日のバックアップに失敗しました（{ $reason }）。DATA_DIR に空きがあり、書き込めるかを確認してください。
export-json = このチャットで選んだ内容：設定、カテゴリー、フィルター。プログラムで読み込めます。
export-opml = カテゴリーの元になるフィード { $count } 件。どのフィードリーダーでも取り込めます。
export-no-feeds = フィードのファイルはありません。ここで購読しているものには、公開フィードがありません。
export-failed = ファイルを送れませんでした。あとでもう一度お試しください。
forget-ask = あなたの情報を削除しますか？カテゴリー、フィルター、設定、履歴はすぐに消え、ダイジェストは届かなくなります。先に /export で控えを取れます。
forget-ask-group = このチャットとすべてのトピックの情報を削除しますか？カテゴリー、フィルター、設定、履歴はすぐに消え、ダイジェストは届かなくなります。先に /export で控えを取れます。
forget-button = 削除する
forget-kept = すべてそのままです。
forget-done = 完了：情報を削除しました。ボットのバックアップからも 5 週間以内に消えます。また始めるには /start を送ってください。ご利用ありがとうございました。
forget-done-group = 完了：このチャットの情報を削除しました。ボットのバックアップからも 5 週間以内に消えます。ボットを外すか、/start でまた始められます。ご利用ありがとうございました。
help-own-data =
    <b>あなたのデータ</b>
    /export – 選んだ内容をファイルで
    /forget – 保存されている情報をすべて削除
help-owner =
    <b>所有者向け</b>
    /sources – 各配信元の状態
    /addsource <i>アドレス</i> – @チャンネルも可。リンクを送るだけでも OK
    /removesource <i>名前</i>
    /stats – 統計とグラフ
    /announce <i>文</i> – すべてのチャットに知らせる

### Digests outside Telegram
publish-title = 私のダイジェスト
publish-nothing-yet = まだ何もありません。次のダイジェストのニュースがここに表示されます。
publish-unavailable = このボットの所有者は、この機能を有効にしていません（<code>PUBLISH_URL</code>）。
publish-off = ダイジェストは Telegram の外でも読めます。フィードリーダーではフィードとして、ブラウザーではページとして。非公開のアドレスを発行しますが、アドレスを知っている人は誰でも読めます。
publish-on =
    <b>Telegram の外で読む</b>
    フィード：{ $feed }
    ページ：{ $page }

    アドレスを知っている人は誰でも読めます。新しいアドレスにすると、前のものは使えなくなります。
publish-in-private = アドレスは秘密なので、個人チャットでだけお見せします。
publish-button-private = 個人チャットを開く
publish-button-on = 非公開アドレスを発行
publish-button-new = 新しいアドレス
publish-button-off = 公開をやめる

### Recaps
recap-title = この一週間
recap-stories = ニュース { $count } 件
recap-told = 配信元 { $sources } 件、報道 { $reports } 件
recap-began = 発端（{ $day }）：
recap-empty = まだ振り返る内容がありません。過去 7 日間のニュースはありませんでした。
recap-how = 「{ $text }」の振り返りはありません。一週間の振り返りだけです：/recap week。自動で受け取るには、たとえば <code>/schedule 日曜 18:00 振り返り</code> と設定してください。
recap-line = 週の振り返り：{ $schedule }。
recap-set = 保存しました ✓ 振り返りの配信：{ $schedule }。次回：{ $when }。
recap-off = 保存しました ✓ 振り返りは自動では届かなくなります。/recap でいつでも見られます。
recap-button-on = 📅 毎週日曜 18:00
recap-button-off = 🔕 振り返りの自動配信を停止

### Ranking that learns
taste-button-more = 増やす
taste-button-less = 減らす
taste-button-less-like = 👎 減らしたい…
taste-button-more-like = 👍 もっと見たい…
taste-button-mute = 🔕 このニュースをミュート
taste-button-undo = ↩️ 元に戻す
taste-button-clear = 🧹 👍 と 👎 をすべて忘れる
taste-which-less = どのニュースに似たものを減らしますか？
taste-which-more = どのニュースに似たものを増やしますか？
taste-toast-less = 覚えました：似たものを減らします ✓
taste-toast-more = 覚えました：似たものを増やします ✓
taste-learnt-less = 👎 「{ $title }」に似たニュースは、これから下の方に並びます：{ $things }。隠れるものはありません。/filters で、学んだことを見たり忘れさせたりできます。
taste-learnt-more = 👍 「{ $title }」に似たニュースは、これから上の方に並びます：{ $things }。/filters で、学んだことを見たり忘れさせたりできます。
taste-why = <i>👍 と 👎 は配信元の数として数えます。−1 なら、配信元が 1 件少ない場合と同じだけ下がります。/filters で忘れさせられます。</i>
taste-word = 「{ $word }」
taste-taken-back = 元に戻しました ✓
taste-forgotten = 忘れました ✓
taste-list = 👍 と 👎 から { $count } 件のことを学びました。並び順が変わるだけで、隠れるニュースはありません。タップすると、そのことを忘れます。
