# The texts of Tidings in English, in sections by the part of the program that uses them.

## Digests
digest-headlines = Headlines
digest-stories = { $count ->
    [one] 1 story
   *[other] { $count } stories
}
digest-more-stories = { $count ->
    [one] 1 more story
   *[other] { $count } more stories
}
digest-more-headlines = { $count ->
    [one] 1 more headline
   *[other] { $count } more headlines
}
digest-unlisted = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
digest-minutes = { $count ->
    [one] 1 minute to read
   *[other] { $count } minutes to read
}
digest-good-morning = Good morning
digest-good-afternoon = Good afternoon
digest-good-evening = Good evening
digest-end = That's all.
digest-end-next = That's all. Next: { $when }
digest-also = also:
digest-whole-story = the whole story
digest-continued-story = new since your last digest
digest-inside = read in Telegram
digest-quoted = quoted from the article
digest-original-language = original language ({ $language })
digest-not-translated = not translated: { $languages }
digest-original = Read the original
digest-part = Part { $part } of { $parts }
digest-read-on = Read on: part { $part } of { $parts }
digest-button-why = Why these?
digest-button-less = Less of this
digest-button-settings = Settings
digest-button-longer = Longer
digest-button-shorter = Shorter
digest-button-headlines = Today's headlines
digest-why = <b>Why these?</b> You follow their categories. What more sources tell comes first, then what is newer.
digest-why-sources = { $others ->
    [0] { $source }
    [one] { $source } and 1 other source
   *[other] { $source } and { $others } other sources
}
digest-why-gone = I no longer know what was in this digest.
digest-less = What would you like less of? 🔕 is a story: I'll tell you nothing more of it. 🔇 is a source, which I'll show nothing of. ❌ is a category that you follow.
digest-muted = You'll hear no more of it ✓
digest-muted-story = You'll hear no more of “{ $title }”.
digest-longer-all = That is all there is. The rest stands behind the link.
digest-nothing-above = Nothing above? Some apps don't show these digests. Tap for the simple look.
digest-by = By { $authors }

## Chat
chat-description =
    Your news, as digests: follow the topics you like, and I send you the day's stories with pictures and short summaries, when you want them. Send me any link and I'll summarise it.
chat-short-description = News digests from the sources you choose, and summaries of any link.
chat-command-start = Pick what to follow
chat-command-today = Today's headlines
chat-command-digest = Your digest now
chat-command-recap = The week's most told stories
chat-command-categories = All categories
chat-command-subscribe = Follow a category
chat-command-unsubscribe = Stop following a category
chat-command-subscriptions = What you follow
chat-command-summary = Summarise a link
chat-command-filter = Hide stories, or show only some
chat-command-filters = Your filters and mutes
chat-command-mute = Hide a source
chat-command-schedule = When digests come
chat-command-timezone = Your time zone
chat-command-language = Change my language
chat-command-settings = All settings
chat-command-help = What I can do

chat-start-hello = Hello { $name }! 👋 I read the news for you and send what matters as a short digest.
chat-start-hello-all = Hello everyone! 👋 I read the news for you and send what matters as a short digest.
chat-start-pick = Tap what you would like to follow:
chat-start-reads = Stories in { $languages } come first. You read other languages, too? Tap “🗣 Languages I read”.
chat-start-empty = No news has been loaded yet. Please try /categories again in a minute.
chat-help =
    <b>News</b>
    /today – today's headlines, or /today <i>category</i>
    /digest – your digest, now
    /search <i>words</i> – find stories; in any chat: my name and the words
    /why – why your last digest told what it told
    /recap – the week's most told stories
    /summary <i>link</i> – a summary of any page (or just send me the link)

    <b>What you follow</b>
    /categories – tap to follow
    /subscribe <i>name, name</i> or <i>all</i>, and /unsubscribe
    /subscriptions – your list
    /filter <i>-word</i> or <i>+word</i> – hide stories, or show only some
    /mute <i>source</i> – hide a source
    /filters – your filters and mutes
    /alert <i>word</i> – stories with it come at once; /alerts lists them

    <b>Settings</b>
    /schedule – when digests come
    /quiet <i>22:00-07:00</i> – hours without news
    /timezone – your time zone
    /language – the language of my messages
    /settings – all settings, also channels and groups that you look after

    <i>You see nothing where a digest should be? Choose the simple look in /settings.</i>
chat-hint = Send me a link and I'll summarise it. For everything else there is /help.
chat-unknown-command = I don't know this command. /help lists what I can do.
chat-unknown-command-near = I don't know { $text }. Did you mean this?
chat-plain-command = Do you mean this?
chat-owner-refused = I can no longer write in { $chat } ({ $reason }). Its digests are paused, and none of them goes to another chat.
chat-owner-taken-back = Telegram did not take a message for { $chat } ({ $reason }). Its stories come with the next digest. If there are more of these today, only the log and /stats say so.
chat-owner-incident = Telegram says that many chats no longer exist, all at once ({ $reason }). This looks like a fault on Telegram's side, so I keep these chats and try again.
chat-error = Sorry, something went wrong on my side. Please try again.
chat-admins-only = Only administrators can change settings here.
chat-saved = Saved ✓
chat-button-save = Save
chat-button-cancel = Cancel
chat-button-unknown = This button doesn't work any more.
chat-message-too-old = This message is too old for that. Please send the command again.
chat-article-gone = This article is no longer here.

chat-button-digest-now = 🗞 Digest now
chat-button-schedule = ⏰ Schedule
chat-button-categories = 📚 Categories
chat-button-leave-all = ❌ Stop following all
chat-button-longer = ➕ Longer
chat-button-shorter = ➖ Shorter
chat-button-read-here = 📖 Read here
chat-button-timezone = 🌍 Time zone
chat-button-location = 📍 Where I am
chat-button-language = 💬 Interface language
chat-button-summary-language = 📝 Language of summaries
chat-button-reading = 🗣 Languages I read
chat-button-pictures-on = 🖼 Show pictures
chat-button-pictures-off = 🖼 No pictures
chat-button-look = 🎨 Look of digests
chat-button-layout = 🗂 One message or several
chat-button-my-language = 🌐 In my language

chat-categories = Tap what you would like to follow.
chat-categories-counts = The number is how many articles are new today.
chat-category-gone = This category no longer exists.
chat-joined = You now follow { $name }.
chat-already-following = You already follow { $name }.
chat-join-covered = { $name } is already included: you follow { $parent }.
chat-join-too-many = You can follow at most { $count } categories. Remove one first: /subscriptions
chat-join-ambiguous = There are several categories called “{ $name }”. Which one?
chat-join-near = There is no category “{ $name }”. Did you mean one of these?
chat-join-unknown = There is no category “{ $name }”. Have a look at the list:
chat-left = You no longer follow { $name }.
chat-not-following = You don't follow { $name }.
chat-left-all = { $count ->
    [one] You no longer follow anything.
   *[other] { $count } categories removed. You no longer follow anything.
}
chat-leave-covered = { $name } is part of { $parent }, which you follow. To stop following it, stop following { $parent }.
chat-leave-unknown = You don't follow “{ $name }”.
chat-subscriptions = { $count ->
    [one] You follow 1 category. Tap to remove it.
   *[other] You follow { $count } categories. Tap one to remove it.
}
chat-subscriptions-empty = You don't follow anything yet.

filter-button-all = 🧹 All filters
filter-usage =
    Say what to hide with “-”, or what alone to show with “+”. Before anything is saved, you see what it would do.

    <code>/filter -football</code> hides stories with this word
    <code>/filter +"climate change"</code> shows only stories with this phrase
    <code>/filter source:NAME</code> shows only this source, <code>-source:NAME</code> hides it
    <code>/filter lang:en,zh</code> shows only these languages, <code>-lang:de</code> hides one

    /filters lists what you have. /mute hides a source.
filter-no-sign = Shall I hide “{ $name }” or show only that? Write <code>-{ $part }</code> to hide it, <code>+{ $part }</code> to show only that. A phrase stands in quotes.
filter-no-end = The quotes do not end: { $part }
filter-no-word = There is no word in “{ $part }”.
filter-no-language = I don't know the language in “{ $part }”. Write its code: <code>lang:en</code>, <code>lang:zh,ja</code>.
filter-too-long = This is too long for one filter: “{ $part }”. Up to 60 characters fit.
filter-too-many-typed = That is too much at once. Please send up to 20 filters in one message.
filter-too-many = You can have up to { $count } filters. Please remove one first: /filters
filter-contradiction = You can't both hide “{ $part }” and show only that. Remove one of the two first: /filters
filter-have-already = You have this filter already.
filter-preview = { $count ->
    [one] <b>Your new filter</b>
   *[other] <b>Your new filters</b>
}
filter-preview-effect = Over the last seven days this would hide { $hidden } of { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
} in what you follow.
filter-preview-more = … and { $count } more
filter-preview-nothing = In what you follow there was no story in the last seven days to try it on.
filter-saved = { $count ->
    [one] Saved. This filter holds from now on:
   *[other] Saved. These filters hold from now on:
}
filter-cancelled = Nothing was saved.
filter-removed = Removed: { $rule }
filter-gone = That is removed already.
filters-list = { $count ->
    [one] You have 1 filter or mute. Tap to remove it.
   *[other] You have { $count } filters and mutes. Tap one to remove it.
}
filters-empty = You have no filters. <code>/filter -word</code> hides stories, <code>/filter +word</code> shows only some, /mute hides a source.
mute-usage = Which source shall I hide? Write its name: <code>/mute NAME</code>
mute-which = Which source shall I hide? These told the stories of your last digest. For another one write its name: <code>/mute NAME</code>
mute-near = I know no source “{ $name }”. Do you mean one of these?
mute-unknown = I know no source “{ $name }”.
mute-done = 🔇 You'll see nothing more of { $name }. Stories that others tell, too, still come from them.
mute-already = 🔇 { $name } is hidden already.
mute-too-many = You can hide up to { $count } sources. Please remove one first: /filters
mute-story-ended = You'll hear what is new of it again.

chat-next-at = Next digest: { $when }.
chat-next-instant = News comes to you as it appears.
chat-next-off = Digests are off. /schedule turns them on.
chat-when-today = today at { $time }
chat-when-tomorrow = tomorrow at { $time }
chat-when-day = { $day }, { $time }
chat-when-zone = { $when } ({ $zone })

chat-today-gathering = 🔎 Looking through today's news…
chat-today-empty = Nothing new today yet.
chat-today-empty-category = Nothing new in { $name } today.
chat-today-last-24-hours = Little has happened since midnight, so these are the last 24 hours.
chat-today-which = Which category do you mean by “{ $name }”?
chat-today-unknown = There is no category “{ $name }”. /categories shows them all.
chat-digest-coming = 🗞 Looking for what is new since your last digest…
chat-too-many-commands = That was a lot at once. Please give me a minute.
chat-digest-waiting = A digest for this chat is still waiting: Telegram lets me send no more here for the moment. It comes as soon as it may.
chat-digest-empty = Nothing new since your last digest. /today shows today's headlines.
chat-digest-filters = You have filters: they may hide what there is.
chat-digest-follow-first = You don't follow anything yet. Pick a category first.
chat-digest-too-often = You have just had several digests. Please wait a few minutes.

chat-schedule-now = Digests: { $schedule }.
chat-schedule-zone = Time zone: { $zone }. Change it with /timezone.
chat-schedule-how = Pick one below, or write your own: <code>/schedule 08:00 18:30</code>
chat-schedule-unknown = I don't understand “{ $text }”. Try <code>/schedule 08:00</code>, <code>/schedule weekdays 07:30</code>, <code>hourly</code>, <code>instant</code> or <code>off</code>.
chat-schedule-when = At what time? Write it behind: <code>/schedule { $text } 08:00</code>
chat-schedule-same-times = Digests can come on some days only, but at the same times on each of them: <code>/schedule weekdays 07:30</code>
chat-schedule-times = { $days } at { $times }
chat-schedule-hourly = every hour
chat-schedule-instant = as soon as there is news
chat-schedule-off = off
chat-days-all = every day
chat-days-workdays = on weekdays
chat-days-weekend = at weekends
chat-days-some = on { $days }
chat-schedule-button-weekdays = Weekdays { $time }
chat-schedule-button-hourly = Every hour
chat-schedule-button-instant = ⚡ Instant
chat-schedule-button-off = 🔕 Off

chat-timezone-now = Your time zone is { $zone }, where it is { $time }.
chat-timezone-how = To change it, tap one, or write the name of any city: <code>/timezone Kaohsiung</code>
chat-timezone-which = Which one do you mean by “{ $text }”?
chat-timezone-unknown = I don't know “{ $text }”. Try a larger city nearby, a country, or an offset: <code>/timezone UTC+8</code>. Or tap one:
chat-timezone-ask =
    <b>What time is it where you are?</b>
    I take it to be { $time } ({ $zone }). Tap your time, or write the name of your city: <code>/timezone Kaohsiung</code>
chat-location-ask =
    Tap the button below to send your location. I only look up its time zone, and do not keep it.
    No button? Attach your location with 📎, or write the name of your city: <code>/timezone Kaohsiung</code>
chat-location-share = 📍 Send my location
chat-location-unknown = I can't tell the time zone of that place. Please write the name of a city nearby: <code>/timezone Kaohsiung</code>

chat-language-name = English
chat-language = Which language shall I speak?
chat-language-set = I speak English now.
chat-language-unknown = I don't speak “{ $text }” yet. I speak these:

chat-look-compact = Compact
chat-look-pictures = Big pictures
chat-look-headlines = Headlines only
chat-look-simple = Simple look
chat-look =
    <b>What should digests look like?</b> From left to right:
    <b>Compact</b> – the first story with its picture; tap any other to open it.
    <b>Big pictures</b> – each story below its picture.
    <b>Headlines only</b> – titles that you can tap.
    <b>Simple look</b> – plain messages, for apps that show nothing of the others.
chat-simple-look-set = Your digests come in the simple look from now on.
chat-layout-edition = Front page, then categories
chat-layout-categories = A message per category
chat-layout-together = All in one message
chat-layout =
    <b>How should a digest of several categories come?</b>
    <b>Front page, then categories</b> – all headlines in one message; then, without sound, one for each category.
    <b>A message per category</b> – no front page.
    <b>All in one message</b> – with a section for each category.

chat-settings = <b>Settings</b>
chat-settings-ui = Interface language: { $language }.
chat-settings-summaries = Summaries: in { $language }.
chat-settings-summaries-original = Summaries: in each article's own language.
chat-settings-look = Look of digests: { $look }.
chat-settings-layout = Several categories: { $layout }.
chat-settings-pictures = Pictures: { $state ->
    [on] shown
   *[off] not shown
}.
chat-summary-language-original = The article's own language
chat-summary-language = Which language would you like summaries in?
chat-summary-language-cannot = This bot can't translate yet. Its summaries are sentences from the articles, so they stay in the original language.
chat-reading =
    <b>Languages I read</b>
    Tap each language that you read. Below them you say what becomes of stories in other languages.
chat-reading-any = Any language
chat-reads = Languages: { $languages }.
chat-reads-any = Languages: any.
chat-others-last = Stories in others come last.
chat-others-left-out = Stories in others are left out.
chat-others-translated = Stories in others are translated.
chat-others-cannot = This bot can't translate yet, so they come last.
chat-others-button-last = Others last
chat-others-button-left-out = No others
chat-others-button-translated = Translate

chat-link-usage = Send me a link: <code>/summary https://…</code>, or reply /summary to a message that has one.
chat-link-reading = ⏳ Reading { $host }…
chat-link-working = One moment…
chat-link-writing = ✍️ a better summary is being written…
chat-link-one-at-a-time = I am still busy with your last link. One moment, please.
chat-link-too-many = That was a lot of links. Please wait a few minutes.
chat-link-queue-full = Many people are sending links right now. Please try again in a minute.
chat-link-failed = I couldn't read this page. Perhaps it needs a login, or isn't an article.
chat-link-too-slow = This page took too long. Please try again later.
chat-link-stopped = Stopped. Send the link again if you want it after all.
chat-link-nothing-to-summarize = There is too little text here for a summary.
chat-link-no-longer = That is all there is. 📖 Read here shows the whole article.
chat-link-reading-time = { $minutes ->
    [one] 1 minute to read
   *[other] { $minutes } minutes to read
}

## Stories
story-tellings = { $count ->
    [one] told once
   *[other] told { $count } times
}
story-sources = { $count ->
    [one] by 1 source
   *[other] by { $count } sources
}
story-how-told = How it was told
story-first = first report
story-comes-back = comes back with news
story-new = New:
story-more-tellings = { $count ->
    [one] 1 more report
   *[other] { $count } more reports
}
story-unlisted = { $count ->
    [one] 1 report is not listed.
   *[other] { $count } reports are not listed.
}
story-why = Why these are one story
story-why-alike = { $source } shares words with { $other }: { $words }
story-why-copy = { $source } has the same wording as { $other }
story-why-repeated = { $source } repeats its own report
story-why-page = { $source } brought the same page as { $other }
story-another = an earlier report
story-all-said = That is all the article says.
story-also-told = also told by:
story-button-part = ✂️ Take out: { $source }
story-button-part-sure = ✂️ Take out for good
story-button-keep = Cancel
story-part-ask = “{ $title }” becomes a story of its own. This cannot be undone.
story-parted = Done: it is a story of its own now.
story-part-owner = Only the owner of this bot may take a report out of a story.

## Loading
fetch-problem-refused-address = I may not read that address.
fetch-problem-refused-address-remedy = Use a public address. If the server is your own, name it in FETCH_TRUSTED_HOSTS.
fetch-problem-bad-url = That is not a web address I can read.
fetch-problem-bad-url-remedy = Give the whole address, beginning with https://.
fetch-problem-dns = There is no site of that name.
fetch-problem-dns-remedy = Check the spelling of the address, and this machine's internet connection.
fetch-problem-tls = The site's certificate is not valid.
fetch-problem-tls-remedy = Open the address in a browser. If the browser warns too, only the site can fix it. A server of your own needs a certificate that this machine trusts: name it in SSL_CERT_FILE.
fetch-problem-connect = The site cannot be reached.
fetch-problem-connect-remedy = This often passes by itself: try again later.
fetch-problem-connect-remedy-source = Tidings tries again by itself.
fetch-problem-proxy = The proxy does not let Tidings through.
fetch-problem-proxy-remedy = Check FETCH_PROXY: its address, its port, its user name and password.
fetch-problem-timeout = The site took too long to answer.
fetch-problem-timeout-remedy = This often passes by itself: try again later.
fetch-problem-timeout-remedy-source = Tidings tries again by itself.
fetch-problem-too-large = The page is too large.
fetch-problem-too-large-remedy = Only the site can fix this.
fetch-problem-too-large-remedy-feed = Look for a shorter feed of the same site.
fetch-problem-wrong-type = There is no page or feed at that address, but a file of another kind.
fetch-problem-wrong-type-remedy = Give the address of the feed or page itself, not of a picture, film or document.
fetch-problem-bad-encoding = The site compresses its answer in a way that I can't read.
fetch-problem-bad-encoding-remedy = Only the site can fix this.
fetch-problem-bad-answer = The site's answer breaks the rules of HTTP, so I can't read it.
fetch-problem-bad-answer-remedy = Only the site can fix this.
fetch-problem-redirects = The address redirects too often, or to an unsafe address.
fetch-problem-redirects-remedy = Open it in a browser and use the address that the browser shows in the end.
fetch-problem-status = The site did not give me the page.
fetch-problem-status-remedy = Open the address in a browser; perhaps it has moved or asks for a login.
fetch-problem-not-found = There is nothing at that address.
fetch-problem-not-found-remedy = Check its spelling.
fetch-problem-not-found-remedy-feed = Or give the site's own address: `tidings sources add` looks for the feed there.
fetch-problem-forbidden = The site does not let Tidings read it.
fetch-problem-forbidden-remedy = It asks for a login, or does not allow bots.
fetch-problem-forbidden-remedy-feed = Look for another feed of the same site, or read it through an RSSHub of your own (FETCH_TRUSTED_HOSTS).
fetch-problem-forbidden-remedy-source = If you have a login for it, give it in sources.toml: username with password, or headers.
fetch-problem-robot-check = The site's bot protection stops Tidings and asks for a browser.
fetch-problem-robot-check-remedy = Tidings does not bypass such protection.
fetch-problem-robot-check-remedy-feed = Ask the site to let feed readers in, look for another feed of it, or read it through an RSSHub of your own (FETCH_TRUSTED_HOSTS).
fetch-problem-server-error = The site has a problem on its side.
fetch-problem-server-error-remedy = This often passes by itself: try again later.
fetch-problem-server-error-remedy-source = Tidings tries again by itself.
fetch-problem-gone = The page is gone for good.
fetch-problem-gone-remedy = Look for its new address.
fetch-problem-gone-remedy-source = The source is switched off; `tidings fetch --source NAME` tries it once more, `tidings sources remove NAME` removes it.
fetch-problem-rate-limited = The site asks Tidings to wait before the next request.
fetch-problem-rate-limited-remedy = Try again later.
fetch-problem-rate-limited-remedy-source = Tidings waits as long as the site asks. A longer FETCH_INTERVAL helps.
feed-problem-empty = The site's answer was empty.
feed-problem-empty-remedy = This often passes by itself: try again later.
feed-problem-empty-remedy-source = Tidings tries again by itself.
feed-problem-web-page = There is a web page at that address, not a feed.
feed-problem-web-page-remedy = `tidings sources add ADDRESS` looks for the feeds of that page.
feed-problem-robot-check = The site shows a check for bots instead of its feed.
feed-problem-robot-check-remedy = Tidings does not bypass such checks. Ask the site to let feed readers in, look for another feed of it, or read it through an RSSHub of your own (FETCH_TRUSTED_HOSTS).
feed-problem-list = That is a list of feeds, not a feed.
feed-problem-list-remedy = Save it as a file; `tidings sources import FILE` takes all its feeds.
feed-problem-broken = The feed is broken beyond repair.
feed-problem-broken-remedy = Only the site can fix this. Perhaps it has another feed.
feed-problem-other = There is no feed at that address.
feed-problem-other-remedy = Give the address of the feed itself; `tidings sources add` looks for it on a site's page.
feed-problem-no-channel = That Telegram channel has no public page.
feed-problem-no-channel-remedy = Only public channels can be read whose posts a browser shows at t.me/s/NAME; private channels, groups and people have no such page. Check the name, or ask the channel's owner for a feed.
load-no-feed-found = I found no feed there.
load-no-feed-found-remedy = Look for a link called RSS or Atom on the site and give its address.
load-page-unreadable = I found no article on that page. Perhaps it needs a login.
page-problem-paywall = This article is for subscribers; I see only what the site shows to everyone.
page-problem-consent = The site asks for consent to cookies before it shows this page, and I cannot give it.
page-problem-login = The site asks for a login before it shows this page.
page-problem-robots = The site checks for a person with a browser before it shows this page.
page-problem-teaser = The page shows only a few lines of text.
page-problem-no-article = This is not an article. The text is the page's own description.
page-problem-document = This is a document, such as a PDF. I can summarise web pages only.
page-problem-picture = This is a picture. I can summarise web pages only.
page-problem-sound = This is a recording. I can summarise web pages only.
page-problem-film = This is a film. I can summarise web pages only.
page-problem-feed = This is a news feed, not an article. Send me the link of one of its articles.
page-problem-file = This is a file to download. I can summarise web pages only.
load-folder-unreadable = The folder cannot be read.
load-folder-unreadable-remedy = Check the path in sources.toml, and that Tidings may read the folder.
load-switched-off = The source is switched off in sources.toml.
load-switched-off-remedy = Take out `enabled = false` there to read it again.
load-not-stored = The new articles could not be stored.
load-not-stored-remedy = Check that the disk has room and that no other program holds the database.
load-broke = An error in Tidings stopped the reading.
load-broke-remedy = The log has the details. Please report them.
source-exists = You already have that source.

## Figures
stats-articles = Articles: { $count }, of these { $lately } in the last 24 hours.
stats-sources = Sources: { $count }, of these { $failing } with trouble and { $off } switched off.
stats-chats = Chats: { $count }, with { $subscriptions } subscriptions.
stats-messages = Messages: { $waiting } waiting, { $sent } sent, { $dead } given up.
stats-unknown = Messages that may have arrived or not: { $count }. The digests among them are sent once more.
stats-engine = Summary engine: { $engine }.
stats-engine-ready = ready
stats-engine-downloading = downloading
stats-engine-loading = loading
stats-engine-failed = does not run
stats-engine-verified = { $engine }, read again by { $verifier }
stats-summaries = Summaries by { $engine }: { $count }.
stats-summaries-waiting = Summaries waiting: { $count }.
stats-rejected = Sentences refused by the checks: { $count } ({ $reasons }).
stats-reason = { $reason ->
    [number] wrong numbers: { $count }
    [date] wrong dates: { $count }
    [name] names the article lacks: { $count }
    [quote] altered quotes: { $count }
    [claim] claims the article lacks: { $count }
    [link] links: { $count }
    [mention] hashtags or handles: { $count }
    [command] bot commands: { $count }
    [contact] contact details: { $count }
    [order] calls to act: { $count }
    [abuse] insults: { $count }
    [language] other language: { $count }
    [loop] repetition: { $count }
    [shape] incomplete sentences: { $count }
    [remark] remarks by the model: { $count }
    [subject] off topic: { $count }
    [title] only the title again: { $count }
    [too_long] too long: { $count }
    [worse_than_extract] no better than an extract: { $count }
    [second_reader] doubted by the second reader: { $count }
    [empty] nothing left: { $count }
   *[other] { $reason }: { $count }
}

### Alerts, quiet hours, followed stories
chat-command-alert = Get a story at once
chat-command-alerts = Your alerts
chat-command-quiet = Hours without news

alert-usage =
    What shall I tell you at once, whatever your schedule? I look at everything I read, not only at what you follow.

    <code>/alert earthquake</code> – stories with this word
    <code>/alert "climate change" flood</code> – with this phrase or this word
    <code>/alert rail -strike lang:en</code> – without a word, in one language
    <code>/alert source:NAME</code> – all that this source tells

    What you hide or mute stays hidden, unless the alert names it. After { $count } messages an hour the rest comes together. /alerts lists what you have.
alert-no-word = Which word shall I wait for? An alert needs one, or a source: <code>/alert earthquake</code>
alert-contradiction = I can't both wait for “{ $part }” and leave it out.
alert-have-already = You have this alert already.
alert-too-many = You can have up to { $count } alerts, followed stories included. Please remove one first: /alerts
alert-button-all = 🔔 All alerts
alert-preview = <b>Your new alert</b>
alert-preview-any = One of these words is enough.
alert-preview-effect = { $count ->
    [0] In the last seven days no story would have come.
    [one] In the last seven days 1 story would have come:
   *[other] In the last seven days { $count } stories would have come:
}
alert-saved = Saved. From now on such a story comes at once: { $alert }
alert-cancelled = Nothing was saved.
alert-removed = Removed: { $alert }
alert-gone = That alert is removed already.
alert-back = You get it again: { $alert }
alert-stopped = Stopped: { $alert }
alert-button-stop = 🔕 Stop: { $alert }
alert-button-again = 🔔 Get again: { $alert }
alert-heading = 🔔 Alert: { $alert }
alert-heading-story = 📌 A story you follow
alerts-list = { $count ->
    [one] You have 1 alert. Tap to remove it.
   *[other] You have { $count } alerts. Tap one to remove it.
} 📌 is a story you follow.
alerts-empty = You have no alerts. <code>/alert word</code> sends you stories with a word at once.

quiet-now = Quiet from { $start } to { $end } ({ $zone }): news waits and comes as one digest after.
quiet-now-alerts = Quiet from { $start } to { $end } ({ $zone }): news waits and comes as one digest after. Alerts come all the same.
quiet-none = No quiet hours: news comes whenever it is due.
quiet-how = Pick your hours, or write them: <code>/quiet 22:00-07:00</code>, <code>/quiet 22:00-07:00 except alerts</code>, <code>/quiet off</code>
quiet-unknown = I don't understand “{ $text }”. Write from when to when: <code>/quiet 22:00-07:00</code>
quiet-button = 🌙 Quiet hours
quiet-button-alerts = 🔔 Alerts come all the same
quiet-button-off = No quiet hours
quiet-setting = Quiet hours: { $start }–{ $end } ({ $zone }).
quiet-setting-alerts = Quiet hours: { $start }–{ $end } ({ $zone }), except alerts.
quiet-setting-none = Quiet hours: none.

story-button-follow = 📌 Follow
story-button-unfollow = ✅ Following
story-button-mute = 🔕 Mute this story
story-button-unmute = ✅ Muted: tell it again
story-button-mute-source = 🔇 Mute { $source }
story-button-unmute-source = ✅ Muted: show { $source } again
story-follow-done = I'll tell you at once what is new of it. /alerts lists it.
story-follow-ended = You no longer follow this story.
story-source-muted = You'll see nothing more of { $source }.
story-source-unmuted = You'll see { $source } again.
digest-button-follow = Follow
digest-button-hide-word = 🙈 Hide a word…
digest-hide-word = Stories with which word shall I hide? You see what it does before it is saved.
digest-hide-word-none = I find no word to offer here. Write it yourself: <code>/filter -word</code>

### Search, inline mode and /why
chat-command-search = Search the news
chat-command-why = Why these stories?
search-usage =
    What shall I look for? All words must be in the story, whole.

    <code>/search harbour bridge</code> finds both words
    <code>/search "climate change"</code> finds the phrase
    <code>/search bridge -football</code> leaves out stories with the second word
    <code>/search bridge source:NAME lang:en,zh</code> looks in this source and these languages only

    In any chat: write my name and the words, and pick a card.
search-too-long = That is too long to search for. Up to { $count } characters, and 60 for each word or phrase: <code>/search harbour bridge</code>
search-contradiction = A story can't both have “{ $part }” and not have it. Leave one of the two out.
search-only-hidden = That says only what to leave out. Say what to look for, too: <code>/search bridge -football</code>
search-one-letter = “{ $part }” alone stands in nearly every story. Write a whole word: <code>/search bridge</code>
search-sign = I look for words, not for signs such as “{ $part }”. Write a word: <code>/search bridge</code>
search-count = { $count ->
    [one] 1 story
   *[other] { $count } stories
}
search-newest = the newest { $count }
search-filtered = with your filters
search-button-filtered = 🧹 With my filters
search-button-all = Without my filters
search-nothing = Nothing found for { $query }.
search-unknown = In no story: { $words }
search-try = Try fewer or other words: each must be in the story, whole (“bridges” is another word than “bridge”). A phrase stands in quotes, and <code>-word</code> leaves stories out.
search-all-hidden = Your filters hide everything that was found for { $query }.
search-inline-more = Nothing found. Other words?
search-inline-whole = Write a whole word
why-languages-first = Your languages come first.
why-kept = kept by { $rules }
why-left-out = { $count ->
    [one] <b>Left out:</b> 1 story
   *[other] <b>Left out:</b> { $count } stories
}
why-left-rule = hidden by { $rule }
why-left = • { $reason }: { $stories }
why-left-muted = 🔕 muted stories
why-left-told = told before
why-left-language = in languages that you left out
why-left-room = no room
why-left-then = not followed then, or hidden then
why-get = <i>/filters ends filters and mutes, /settings has your languages. /today and /search show what there is.</i>
why-nothing-left-out = Nothing was left out.
why-alert = One of your alerts brought this: its words stand above the story. /alerts lists and removes them.
why-no-digest = You have had no digest yet. /digest sends one now.

### Channels, groups and topics
place-heading = For <b>{ $chat }</b>:
place-greeting = Only administrators decide what I send here. The others may ask me for /today at any time.
place-button-places = 📣 Channels and groups
place-button-add-channel = ➕ Add to a channel
place-button-add-group = ➕ Add to a group
place-button-choose-channel = 📣 Choose a channel
place-button-choose-group = 👥 Choose a group
place-list = { $count ->
    [one] You look after 1 channel or group. Tap it for its settings.
   *[other] You look after { $count } channels and groups. Tap one for its settings.
}
place-list-empty = You can look after channels and groups from here, if you are an administrator there.
place-how = Every settings command takes the name first, too: <code>/subscribe @channel World</code>
place-ask-channel =
    Tap the button below and choose the channel. I only need the right to post messages.
    No button? Use this link: { $link }
place-ask-group =
    Tap the button below and choose the group.
    No button? Use this link: { $link }
place-chosen = Chosen: <b>{ $chat }</b>
place-this-chat = this chat
place-private-only = You look after other channels and groups in a private chat with me. Here, please leave out the name.
place-digest-sent = The digest is on its way there.
place-language-set = I speak { $language } there from now on.
place-unknown = I don't know { $chat }. Check the name, and add me there first.
place-no-answer = Telegram did not tell me about { $chat }. Please try again in a minute.
place-goodbye = Goodbye! I no longer send anything to { $chat }. Its settings stay for 90 days, in case you add me again; then all of it is deleted. To have it deleted now, add me once more and send /forget there.
place-not-there = I am not in { $chat } yet. Please add me first.
place-not-administrator = You are not an administrator of { $chat }, so you can't change its settings.
place-lacks-post-messages = I may not post in { $chat }. In Telegram, open it → Edit → Administrators → my name, and switch on “Post messages”. Then try again.
place-lacks-send-messages = I may not write in { $chat }. In Telegram, open it → Edit → Permissions, and allow “Send messages”, or make me an administrator. Then try again.
topics-button-make = 🗂 A topic for each category
topics-button-undo = ↩️ No topics of mine any more
topics-line = Topics of their own: { $names }.
topics-making = Making the topics…
topics-progress = Making the topics: { $done } of { $count }…
topics-made = These have a topic of their own now, where their news comes: { $names }.
topics-all-there = Each category has its topic already.
topics-follow-first = You don't follow anything here yet. Pick categories first: /categories
topics-none = There are no topics that I made.
topics-undone = Done: the news comes where it came before. Topics without news are removed, the others stay to be read.
topics-no-forum = This chat has no topics. A group gets them in Telegram: open it → Edit → Topics.
topics-lacks-manage-topics = I may not make topics here. In Telegram, open the group → Edit → Administrators → my name (or add me), and switch on “Manage topics”. Then tap again.
topics-failed = Telegram makes no more topics for the moment. Please tap again in a few minutes: what is there stays.
topics-lost = I can no longer write in the topic “{ $topic }”, so its news has stopped. If it was deleted: an administrator can send /settings and tap “A topic for each category”, and I make it again.

### The owner, and a chat's own data
chat-command-export = What you chose, as files
chat-command-forget = Delete all I keep of you
owner-command-sources = Sources and how they are
owner-command-addsource = Add a source
owner-command-removesource = Remove a source
owner-command-stats = Figures of the bot
owner-command-announce = Write to every chat
owner-button-remove = Remove
sources-list = { $count ->
    [one] <b>1 source</b>
   *[other] <b>{ $count } sources</b>
} · { $failing } failing · { $off } switched off
sources-empty =
    There are no sources yet. Add one:
    <code>/addsource https://www.bbc.com/news World</code>
sources-read-ago = last success { $time } ago
sources-never-read = not read yet
sources-never-worked = never worked
sources-failures = { $count ->
    [one] 1 failure
   *[other] { $count } failures in a row
}
sources-overdue = overdue by { $time }
sources-per-day = { $number } articles a day
sources-button-read = 🔄 Read now
sources-reading = Reading it now…
sources-gone = That source is gone.
sources-remove-usage =
    Which source? Send its name:
    <code>/removesource BBC World</code>
    /sources lists them.
sources-remove-ask = Remove <b>{ $name }</b>? I stop reading it. Its articles stay until they are old.
sources-removed =
    <b>{ $name }</b> is removed. To have it back:
    <code>/addsource { $address }</code>
sources-kept = <b>{ $name }</b> stays.
sources-near = I have no source called “{ $name }”. Did you mean one of these?
sources-unknown = I have no source called “{ $name }”. /sources lists them.
adding-usage =
    Give me an address: of a feed, of a site, or of a public Telegram channel. A category may follow.
    <code>/addsource https://www.bbc.com/news World</code>
    <code>/addsource @durov Telegram</code>
adding-looking = Looking for feeds at { $host }…
adding-failed = Something went wrong, and nothing was added. The log has the details.
adding-cancelled = Nothing was added.
adding-which-feed = { $host } has { $count } feeds. Which one?
adding-which-category = In which category? For a new one send <code>/addsource ADDRESS CATEGORY</code>.
adding-category = Category: { $name }
articles-count = { $count ->
    [one] 1 article
   *[other] { $count } articles
}
adding-newest = newest of { $day }
adding-problem = { $problem }: { $detail }.
adding-technical = { $problem } ({ $detail }).
adding-added = { $count ->
    [one] Added <b>{ $name }</b>, with 1 article so far.
   *[other] Added <b>{ $name }</b>, with { $count } articles so far.
}
adding-in-category = Category: { $name }.
adding-button-own-categories = The feed's own categories
adding-button-offer = ➕ Add as a source
adding-offer-channel = This channel can be a source: { $address }
announce-usage =
    What should I tell every chat? Links and formats stay as you write them.
    <code>/announce I move to a new server tonight. Digests may be late.</code>
announce-preview = { $count ->
    [one] This is how it looks. It goes to <b>1 chat</b>.
   *[other] This is how it looks. It goes to <b>{ $count } chats</b>.
}
announce-button-send = Send
announce-started = On its way
announce-cancelled = Nothing was sent.
announce-over = This was sent or cancelled before.
announce-sending = { $count ->
    [one] Sending to 1 chat…
   *[other] Sending to { $count } chats…
}
announce-progress = Sending: { $done } of { $count } done.
announce-done = { $failed ->
    [0] The announcement is out. Chats that got it: { $sent }.
   *[other] The announcement is out. Chats that got it: { $sent }; not reached: { $failed }.
}
stats-chart-digests = Digests
stats-chart-articles = New articles
stats-chart-failures = Messages given up
notice-source-dead = I could not read { $name } for a day: { $reason }. /sources shows it and what helps.
notice-source-off = { $name } is gone for good and switched off: { $reason }. /sources shows it and what helps.
notice-sources-dead = { $count } sources could not be read for a day: { $names }. Is the network well? /sources lists them.
notice-disk-low = The disk is nearly full: { $free } MB are left. Make room, or set DATA_DIR to a larger disk.
notice-engine-failed = The summary engine { $engine } does not run ({ $reason }). Until it does, summaries are sentences of the articles.
notice-backup-failed = Today's backup failed ({ $reason }). Check that DATA_DIR has room and can be written.
export-json = What this chat chose: settings, categories, filters. Programs can read it.
export-opml = { $count ->
    [one] The feed behind your categories. Every feed reader takes this file.
   *[other] The { $count } feeds behind your categories. Every feed reader takes this file.
}
export-no-feeds = There is no file of feeds: no public feeds stand behind what is followed here.
export-failed = The files could not be sent. Please try again later.
forget-ask = Shall I forget you? Your categories, filters, settings and history are deleted at once, and no digest comes any more. /export gives you a copy first.
forget-ask-group = Shall I forget this chat, with all its topics? Categories, filters, settings and history are deleted at once, and no digest comes any more. /export gives you a copy first.
forget-button = Forget me
forget-kept = All stays as it is.
forget-done = Done: I have forgotten you. Backups of the bot lose you within five weeks. Send /start to begin anew. Goodbye!
forget-done-group = Done: I have forgotten this chat. Backups of the bot lose it within five weeks. Remove me from it, or send /start to begin anew. Goodbye!
help-own-data =
    <b>Your data</b>
    /export – what you chose, as files
    /forget – delete all I keep of you
help-owner =
    <b>For you as the owner</b>
    /sources – how each source is
    /addsource <i>address</i> – also @channel; or just send me a link
    /removesource <i>name</i>
    /stats – figures and a chart
    /announce <i>text</i> – write to every chat

### Digests outside Telegram
publish-title = My digests
publish-nothing-yet = Nothing yet: the stories of your next digest will stand here.
publish-unavailable = The owner of this bot has not switched this on (<code>PUBLISH_URL</code>).
publish-off = Your digests can also be read outside Telegram: as a feed for a feed reader, and as a page in a browser. You get a private address; whoever knows it can read along.
publish-on =
    <b>Your digests outside Telegram</b>
    Feed: { $feed }
    Page: { $page }

    Whoever knows the address can read along. A new address ends the old one.
publish-in-private = The address is a secret, so I show it in our private chat alone.
publish-button-private = Open the private chat
publish-button-on = Make a private address
publish-button-new = New address
publish-button-off = Stop publishing

### Recaps
recap-title = Your week
recap-stories = { $count ->
    [one] 1 story
   *[other] { $count } stories
}
recap-told = { $sources ->
    [one] 1 source
   *[other] { $sources } sources
}, { $reports ->
    [one] 1 report
   *[other] { $reports } reports
}
recap-began = It began on { $day }:
recap-empty = There is nothing to look back on yet: no news of the last seven days.
recap-how = I have no recap of “{ $text }”, only that of the week: /recap week. Let it come by itself with a schedule such as <code>/schedule sundays 18:00 recap</code>.
recap-line = Weekly recap: { $schedule }.
recap-set = Saved ✓ Your recap comes { $schedule }. The next one: { $when }.
recap-off = Saved ✓ No recap comes by itself any more. /recap shows one at any time.
recap-button-on = 📅 Every Sunday at 18:00
recap-button-off = 🔕 No more recaps by itself

### Ranking that learns
taste-button-more = More of this
taste-button-less = Less of this
taste-button-less-like = 👎 Less like…
taste-button-more-like = 👍 More like…
taste-button-mute = 🔕 Mute this story
taste-button-undo = ↩️ Undo
taste-button-clear = 🧹 Forget all 👍 and 👎
taste-which-less = Which story would you like to see less like?
taste-which-more = Which story would you like to see more like?
taste-toast-less = Noted: less like it ✓
taste-toast-more = Noted: more like it ✓
taste-learnt-less = 👎 Stories like “{ $title }” come lower now: { $things }. None is hidden. /filters shows what I learnt, and forgets it.
taste-learnt-more = 👍 Stories like “{ $title }” come higher now: { $things }. /filters shows what I learnt, and forgets it.
taste-why = <i>👍 and 👎 count as sources: −1 moves a story as one source fewer would. /filters forgets them.</i>
taste-word = “{ $word }”
taste-taken-back = Taken back ✓
taste-forgotten = Forgotten ✓
taste-list = { $count ->
    [one] From your 👍 and 👎 I learnt 1 thing. It moves stories up or down and hides none. Tap it to make me forget it.
   *[other] From your 👍 and 👎 I learnt { $count } things. They move stories up or down and hide none. Tap one to make me forget it.
}
