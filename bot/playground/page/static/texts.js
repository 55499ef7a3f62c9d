// The page's own words, in the user's language; what the bot says comes from the bot.

const TEXTS = {
  en: {
    bar: "Playground controls",
    brand: "Tidings playground",
    clock: "The playground's clock",
    "next-digest": "Next digest",
    "next-digest-title": "Move the clock to the next digest",
    "next-at": "next digest {time}",
    "no-next": "no digest scheduled",
    "no-next-yet": "No digest is scheduled. Follow a category first, or see /schedule.",
    "digest-empty": "No news for that digest, so none was sent. Drop a post first.",
    hour: "+1 h",
    "hour-title": "Move the clock one hour on",
    day: "+1 day",
    "day-title": "Move the clock one day on",
    drop: "Drop a post",
    "drop-title": "Let the next sample article arrive in the watched folder",
    "drop-none": "All sample articles have arrived.",
    arrived: "News arrived: {title}",
    language: "Your Telegram language",
    "to-dark": "Switch to dark",
    "to-light": "Switch to light",
    chats: "Chats",
    "list-note": "A local stand-in for Telegram. Nothing here leaves this computer.",
    connecting: "Connecting…",
    choose: "Select a chat to start messaging",
    messages: "Messages",
    back: "Back to the chats",
    jump: "To the newest message",
    commands: "Commands",
    "no-commands": "The bot has not told its commands yet.",
    menu: "Menu",
    write: "Message",
    "write-channel": "Broadcast",
    send: "Send",
    start: "Start",
    "start-title": "What can this bot do?",
    "start-text": "It reads your feeds, summarises each article on your own machine and sends you digests. Press Start.",
    empty: "No messages here yet",
    reply: "Reply",
    "reply-stop": "Do not reply",
    ok: "OK",
    close: "Close",
    picture: "Picture",
    "open-picture": "Enlarge the picture",
    bot: "bot",
    group: "group",
    channel: "channel",
    typing: "typing",
    stop: "Stop",
    edited: "edited",
    you: "You",
    photo: "Photo",
    album: "Album",
    file: "File",
    today: "Today",
    yesterday: "Yesterday",
    unread: "Unread messages",
    "unread-count": "{count} unread",
    "opens-outside": "{text} (opens a page)",
    spoiler: "Show the hidden text",
    "not-here": "This link works in Telegram itself.",
    failed: "That did not work: {reason}",
    offline: "The playground's server does not answer.",
  },
  "zh-Hant": {
    bar: "遊樂場控制列",
    brand: "Tidings 遊樂場",
    clock: "遊樂場的時鐘",
    "next-digest": "下一份摘要",
    "next-digest-title": "把時鐘撥到下一份摘要",
    "next-at": "下一份摘要 {time}",
    "no-next": "未排定摘要",
    "no-next-yet": "還沒有排定摘要。請先追蹤一個分類，或用 /schedule 設定時間。",
    "digest-empty": "這次沒有新消息，所以沒有送出摘要。先按「送來一篇」試試。",
    hour: "+1 小時",
    "hour-title": "把時鐘撥快一小時",
    day: "+1 天",
    "day-title": "把時鐘撥快一天",
    drop: "送來一篇",
    "drop-title": "讓下一篇範例文章進入監看的資料夾",
    "drop-none": "範例文章都已送達。",
    arrived: "新聞送達：{title}",
    language: "你的 Telegram 語言",
    "to-dark": "切換至深色",
    "to-light": "切換至淺色",
    chats: "對話",
    "list-note": "這是本機模擬的 Telegram，內容不會離開這部電腦。",
    connecting: "連線中…",
    choose: "選擇一個對話開始傳訊息",
    messages: "訊息",
    back: "返回對話列表",
    jump: "跳到最新訊息",
    commands: "指令",
    "no-commands": "機器人尚未提供指令。",
    menu: "選單",
    write: "輸入訊息",
    "write-channel": "廣播訊息",
    send: "傳送",
    start: "開始",
    "start-title": "這個機器人能做什麼？",
    "start-text": "它閱讀你的新聞來源，在你自己的電腦上為每篇文章寫摘要，再按時送給你。請按「開始」。",
    empty: "這裡還沒有訊息",
    reply: "回覆",
    "reply-stop": "取消回覆",
    ok: "好",
    close: "關閉",
    picture: "圖片",
    "open-picture": "放大圖片",
    bot: "機器人",
    group: "群組",
    channel: "頻道",
    typing: "正在輸入",
    stop: "停止",
    edited: "已編輯",
    you: "你",
    photo: "圖片",
    album: "相簿",
    file: "檔案",
    today: "今天",
    yesterday: "昨天",
    unread: "未讀訊息",
    "unread-count": "{count} 則未讀",
    "opens-outside": "{text}（開啟網頁）",
    spoiler: "顯示隱藏文字",
    "not-here": "這個連結只能在 Telegram 中使用。",
    failed: "沒有成功：{reason}",
    offline: "遊樂場的伺服器沒有回應。",
  },
};

let language = "en";

/** Takes Telegram's language code; every other language reads the page in English. */
export function setLanguage(code) {
  language = /^zh/i.test(code ?? "") ? "zh-Hant" : "en";
  document.documentElement.lang = language;
}

export const locale = () => (language === "en" ? "en-GB" : "zh-Hant-TW");

export const languageOption = () => (language === "en" ? "en" : "zh-hant");

/** The text of a key, its {places} filled. */
export function t(key, values = {}) {
  return TEXTS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Writes the texts that the page's HTML names in `data-t`, `data-t-title` and `data-t-label`. */
export function translatePage() {
  for (const slot of document.querySelectorAll("[data-t]")) slot.textContent = t(slot.dataset.t);
  for (const slot of document.querySelectorAll("[data-t-label]")) slot.setAttribute("aria-label", t(slot.dataset.tLabel));
  for (const slot of document.querySelectorAll("[data-t-title]")) {
    slot.title = t(slot.dataset.tTitle);
    slot.setAttribute("aria-label", slot.title);
  }
}
