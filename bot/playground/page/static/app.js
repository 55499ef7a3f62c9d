// The playground's page: holds the state, follows the events, and hands each to the part that shows it.

import { follow, post } from "./api.js";
import { drawClock, drawTheme, nameChats, noteArrival, now, setClock, startBar } from "./bar.js";
import { drawRole, drawTopics, startHead } from "./chat_head.js";
import { dots, drawChats } from "./chats.js";
import { replyTo, setCommands, showComposer, startComposer } from "./composer.js";
import { byId, paintAvatar, placeIcons } from "./dom.js";
import { markPending, isPending } from "./message.js";
import { alertBox, attempt, enlarge, toast } from "./notices.js";
import { findMessage, putInOrder, takeOut } from "./ordered.js";
import { drawReplyKeys, startReplyKeys } from "./reply_keys.js";
import { setLanguage, t, translatePage } from "./texts.js";
import { startTour } from "./tour.js";
import { dropMessage, jumpTo, messageOf, openChat, putMessage, refresh, renameDays } from "./timeline.js";
import { dayKey } from "./times.js";

const TYPING_MS = 5500; // as Telegram: shown for five seconds or until the message comes
const DRAFT_MS = 30000; // as Telegram: what the bot is writing is shown so long unless it is sent again
const DRAFT_ID = Number.MAX_SAFE_INTEGER; // below every message
const STOP = "draft-stop/"; // the button of a draft, whose press is no callback query
const ANSWER_MS = 15000; // a button stops spinning even if it is never answered

const state = { chats: [], messages: {}, me: {}, bot: {}, now };
const typing = new Map(); // chat id -> timer
const drafts = new Map(); // chat id -> what the bot is writing there, and the timer that ends it
let openId = null;
let topic = null; // of a forum: the one on view, null for all

const chatOf = (id) => state.chats.find((chat) => chat.id === id);
const titleOf = (id) => chatOf(id)?.title;
const wide = () => matchMedia("(min-width: 800px)").matches;

// --- showing ---

function draw() {
  drawChats(state, openId, typing);
  const chat = chatOf(openId);
  if (!chat) return;
  paintAvatar(byId("chat-avatar"), chat);
  byId("chat-title").textContent = chat.title;
  const status = byId("chat-status");
  const kind = { private: "bot", channel: "channel" }[chat.type] ?? "group";
  const busy = typing.has(openId);
  status.classList.toggle("typing", busy);
  if (busy) status.replaceChildren(chat.type === "private" ? t("typing") : `${state.bot.first_name} · ${t("typing")}`, dots());
  else status.textContent = t(kind);
  drawRole(chat);
  drawTopics(chat, topic);
  drawReplyKeys(chat, state.chats);
  showComposer(chat, { empty: !state.messages[openId]?.length });
}

function show(id) {
  const chat = chatOf(id);
  document.body.dataset.view = chat ? "chat" : "list";
  byId("chat").hidden = !chat;
  byId("nothing").hidden = Boolean(chat);
  if (openId !== (chat?.id ?? null)) topic = null;
  openId = chat?.id ?? null;
  if (chat) {
    openChat(chat, state, { unread: chat.unread, topic });
    if (drafts.has(id)) putMessage(drafts.get(id).message);
    seen(chat, { always: true });
    if (wide()) byId("input").focus({ preventScroll: true });
  }
  draw();
}

function seen(chat, { always = false } = {}) {
  if (!always && !chat.unread) return;
  chat.unread = 0;
  post("open", { chat_id: chat.id }).catch(() => undefined);
}

const chosen = () => Number(location.hash.slice(1)) || null;

function go(id) {
  if (chosen() === id) show(id);
  else location.hash = id;
}

// --- the server's news ---

function fresh(next) {
  const first = state.chats.length === 0;
  Object.assign(state, { chats: next.chats, messages: next.messages, me: next.me, bot: next.bot });
  setLanguage(next.me.language_code);
  translatePage();
  nameChats(titleOf);
  setClock(next);
  drawTheme();
  setCommands(next.bot.commands);
  const own = state.chats.find((chat) => chat.type === "private") ?? state.chats[0];
  const wanted = chatOf(chosen())?.id ?? (first && wide() ? own?.id : openId);
  show(wanted ?? null);
  if (first) startTour();
}

function message({ chat_id: id, message: value, unread }) {
  const isNew = putInOrder((state.messages[id] ??= []), value);
  const chat = chatOf(id);
  if (value.from !== "me") stopTyping(id);
  if (isNew && value.from !== "me") {
    draftGone({ chat_id: id });
    noteArrival();
  }
  if (chat && unread !== undefined) chat.unread = unread;
  if (id === openId) {
    putMessage(value);
    if (isNew && document.visibilityState === "visible") seen(chat);
  }
  draw();
}

function gone({ chat_id: id, message_id: messageId }) {
  takeOut(state.messages[id] ?? [], messageId);
  if (id === openId) dropMessage(messageId);
  draw();
}

function draft({ chat_id: id, draft_id: draftId, html, can_stop: canStop, date }) {
  clearTimeout(drafts.get(id)?.timer);
  const keyboard = canStop ? [[{ text: `⏹ ${t("stop")}`, data: STOP + draftId }]] : [];
  const message = { message_id: DRAFT_ID, from: "bot", date, kind: "text", html: html || t("typing"), keyboard };
  drafts.set(id, { message, timer: setTimeout(() => draftGone({ chat_id: id }), DRAFT_MS) });
  if (id === openId) putMessage(message);
}

function draftGone({ chat_id: id }) {
  if (!drafts.has(id)) return;
  clearTimeout(drafts.get(id).timer);
  drafts.delete(id);
  if (id === openId) dropMessage(DRAFT_ID);
}

function types({ chat_id: id }) {
  clearTimeout(typing.get(id));
  typing.set(id, setTimeout(() => (stopTyping(id), draw()), TYPING_MS));
  draw();
}

function stopTyping(id) {
  clearTimeout(typing.get(id));
  typing.delete(id);
}

function answer({ chat_id: id, message_id: messageId, data, text, show_alert: alert, url }) {
  markPending(id, messageId, data, false);
  if (id === openId) refresh(messageId);
  if (text) (alert ? alertBox : toast)(text);
  if (url && !followInside(url)) window.open(url, "_blank", "noopener");
}

let today = null;

function clock(values) {
  setClock(values);
  if (dayKey(now()) === today) return;
  today = dayKey(now());
  renameDays();
  draw();
}

const HANDLERS = {
  message,
  edit: message,
  delete: gone,
  typing: types,
  draft,
  draft_gone: draftGone,
  answer,
  clock,
  chat: ({ chat }) => (Object.assign(chatOf(chat.id) ?? {}, chat), draw()),
  commands: ({ commands }) => setCommands(commands),
  news: ({ title }) => title && toast(t("arrived", { title })),
};

// --- what the user does ---

async function send(text, reply) {
  const body = { chat_id: openId, text };
  if (reply) body.reply_to = reply;
  const within = topic ?? findMessage(state.messages[openId] ?? [], reply)?.topic;
  if (within) body.topic = within;
  return (await attempt(post("send", body))) !== null;
}

async function press(button) {
  const { message_id: messageId } = messageOf(button.closest(".message"));
  const [id, data] = [openId, button.dataset.press];
  if (data?.startsWith(STOP)) {
    await attempt(post("stop", { chat_id: id, draft_id: Number(data.slice(STOP.length)) }));
    return;
  }
  if (!data || isPending(id, messageId, data)) return;
  markPending(id, messageId, data, true);
  button.setAttribute("aria-busy", "true");
  const settle = () => {
    if (!isPending(id, messageId, data)) return;
    markPending(id, messageId, data, false);
    if (id === openId) refresh(messageId);
  };
  if ((await attempt(post("press", { chat_id: id, message_id: messageId, data }))) === null) settle();
  else setTimeout(settle, ANSWER_MS);
}

/** Follows a link to the bot without leaving the page; false if it leads elsewhere. */
function followInside(address) {
  if (!URL.canParse(address, location.href)) return false;
  const url = new URL(address, location.href);
  if (url.hostname.endsWith(".example") && url.port === location.port) {
    window.open(location.origin + url.pathname, "_blank", "noopener"); // a site of the sample news, served here
    return true;
  }
  const web = ["t.me", "telegram.me"].includes(url.hostname) && /^https?:$/.test(url.protocol);
  const app = url.protocol === "tg:" && /resolve/.test(url.href);
  if (!web && !app) return false;
  const name = web ? url.pathname.split("/")[1] : url.searchParams.get("domain");
  const own = state.chats.find((chat) => chat.type === "private");
  if (name?.toLowerCase() !== state.bot.username?.toLowerCase() || !own || url.searchParams.has("startgroup")) {
    toast(t("not-here"));
    return true;
  }
  go(own.id);
  const start = url.searchParams.get("start");
  if (start) attempt(post("send", { chat_id: own.id, text: `/start ${start}` }));
  return true;
}

function toggle(hidden) {
  const open = hidden.classList.toggle("open");
  hidden.querySelector(":scope > .unfold")?.setAttribute("aria-expanded", String(open));
  if (!hidden.matches(".spoiler")) return;
  for (const name of ["role", "tabindex", "aria-label"]) hidden.removeAttribute(name); // what it hid is text like any other
}

/** A click, or Enter and Space on what acts as a button. */
function act(event) {
  const at = (selector) => event.target.closest(selector);
  const link = at("a[href]");
  const hidden = at(".spoiler:not(.open), blockquote.expandable");
  if (hidden && !link) toggle(hidden);
  else if (at("a.command")) send(at("a.command").dataset.command);
  else if (link && followInside(link.href)) event.preventDefault();
  else if (at("button[data-press]")) press(at("button[data-press]"));
  else if (at("img.zoomable")) enlarge(at("img.zoomable"));
  else if (at("[data-jump-to]")) jumpTo(Number(at("[data-jump-to]").dataset.jumpTo));
  else if (at("button.reply")) replyTo(messageOf(at(".message")), chatOf(openId), state);
  if (at("a.command")) event.preventDefault();
}

async function chooseLanguage(code) {
  if ((await attempt(post("language", { code }))) === null) return;
  state.me.language_code = code;
  setLanguage(code);
  translatePage();
  drawTheme();
  drawClock();
  show(openId);
}

placeIcons();
setLanguage(navigator.language);
translatePage();
drawTheme();
startBar(chooseLanguage);
startComposer(send);
startReplyKeys(send);
startHead(() => chatOf(openId), (chosen) => ((topic = chosen), show(openId)));
byId("timeline").addEventListener("click", act);
byId("timeline").addEventListener("keydown", (event) => {
  if (!["Enter", " "].includes(event.key) || !event.target.matches("[role=button]")) return;
  event.preventDefault();
  act(event);
});
byId("chats").addEventListener("click", (event) => {
  const entry = event.target.closest("[data-chat-id]");
  if (entry) go(Number(entry.dataset.chatId));
});
byId("skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address tells which chat is open
  const targets = [byId("input"), byId("start"), document.querySelector("#chats button")];
  targets.find((target) => target?.checkVisibility())?.focus();
});
byId("back").addEventListener("click", () => (location.hash = ""));
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && chatOf(openId)) seen(chatOf(openId));
});
// Chromium goes on showing boxes for some of the letters that a font brings later, until the text is shaped again.
document.fonts.addEventListener("loadingdone", () => document.body.classList.toggle("reshaped"));
addEventListener("hashchange", () => show(chosen()));
follow({
  fresh,
  event: (value) => HANDLERS[value.type]?.(value),
  connection: (up) => {
    byId("connection").textContent = t(up ? "chats" : "connecting");
    byId("connection").classList.toggle("down", !up);
  },
});
