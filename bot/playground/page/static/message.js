// One message as a bubble: its text, pictures, times and buttons. The server's HTML is safe to insert.

import { element, icon, paintAvatar, plainText } from "./dom.js";
import { findMessage } from "./ordered.js";
import { t } from "./texts.js";
import { clockTime, entityTime } from "./times.js";

const pending = new Set(); // buttons pressed and not yet answered

const pressKey = (chatId, messageId, data) => `${chatId}/${messageId}/${data}`;

/** Remembers that a button waits for its answer, or no longer does. */
export function markPending(chatId, messageId, data, waits) {
  if (waits) pending.add(pressKey(chatId, messageId, data));
  else pending.delete(pressKey(chatId, messageId, data));
}

export const isPending = (chatId, messageId, data) => pending.has(pressKey(chatId, messageId, data));

/** The line that stands for a message in the chat list and in replies. */
export function preview(message) {
  const words = plainText(message.html || message.caption_html || "");
  if (message.kind === "photo") return words || t("photo");
  if (message.kind === "album") return words || t("album");
  if (message.kind === "document") return message.document?.name ?? t("file");
  return words;
}

export function senderName(message, state) {
  if (message.from === "me") return t("you");
  return message.from === "bot" ? state.bot.first_name : message.from;
}

/** The element of a message; `state` tells the bot's name and the time, `chat` where it stands. */
export function messageElement(message, chat, state) {
  const mine = message.from === "me";
  const bubble = element("div", { class: `bubble ${message.kind}` }, ...content(message, chat, state));
  const column = element("div", { class: "column" }, bubble, keyboard(message, chat));
  const row = element("article", {
    class: `message ${mine ? "mine" : "theirs"}`,
    "data-testid": "message",
    "data-message-id": message.message_id,
    "data-from": message.from,
    "data-kind": message.kind,
    "aria-label": `${senderName(message, state)}, ${clockTime(new Date(message.date * 1000))}`,
  });
  if (chat.type !== "private" && chat.type !== "channel" && !mine) row.append(face(message, state, chat));
  row.append(column, element("button", { type: "button", class: "round reply", title: t("reply"), "aria-label": t("reply") }, icon("reply")));
  return row;
}

function face(message, state, chat) {
  const slot = element("span", { class: "avatar tiny", "aria-hidden": "true" });
  const name = senderName(message, state);
  const ownChat = state.chats.find((other) => other.type === "private");
  paintAvatar(slot, message.from === "bot" && ownChat ? ownChat : { title: name, id: name.length + chat.id });
  return slot;
}

function* content(message, chat, state) {
  if (message.from !== "me" && chat.type !== "private") {
    yield element("div", { class: "sender", dir: "auto" }, senderName(message, state));
  }
  if (message.only_you) yield element("div", { class: "only-you" }, icon("eye"), t("only-you"));
  const topic = chat.topics.find(({ id }) => id === message.topic);
  if (topic) yield element("div", { class: "topic", dir: "auto" }, topic.name);
  if (message.reply_to) yield replyTo(message.reply_to, chat, state);
  if (message.photos?.length) yield album(message.photos, plainText(message.caption_html).slice(0, 120));
  if (message.kind === "document") yield document_(message.document ?? {});
  const html = message.html || message.caption_html;
  const body = element("div", { class: message.kind === "rich" ? "rich-text" : "text" });
  body.dir = message.rtl ? "rtl" : "ltr";
  body.innerHTML = html;
  enliven(body, state, chat, message.message_id);
  const stamp = meta(message);
  if (html && message.kind !== "rich") body.append(stamp);
  if (html) yield body;
  if (!html || message.kind === "rich") yield stamp;
}

function meta(message) {
  const parts = [];
  if (message.edited) parts.push(element("span", { class: "edited" }, t("edited")));
  parts.push(element("time", {}, clockTime(new Date(message.date * 1000))));
  if (message.from === "me") parts.push(icon("checks"));
  return element("span", { class: "meta" }, ...parts);
}

function replyTo(messageId, chat, state) {
  const original = findMessage(state.messages[chat.id] ?? [], messageId);
  const name = original ? senderName(original, state) : "";
  return element(
    "button",
    { type: "button", class: "quoted", "data-jump-to": messageId },
    element("b", { dir: "auto" }, name),
    element("span", { dir: "auto" }, original ? preview(original) : "…"),
  );
}

function album(urls, caption) {
  const pictures = urls.map((url) => zoomable(element("img", { src: url, alt: "", decoding: "async" }), caption));
  return element("div", { class: `photos count-${Math.min(urls.length, 10)}` }, ...pictures);
}

function document_({ name = t("file"), url = "#" }) {
  return element(
    "a",
    { class: "document", href: url, download: name },
    element("span", { class: "document-icon" }, icon("file")),
    element("span", { dir: "auto" }, name),
  );
}

/** Makes a picture one that a press enlarges; `title` is the story it belongs to. */
function zoomable(picture, title = "") {
  const words = picture.alt || title;
  picture.classList.add("zoomable");
  picture.tabIndex = 0;
  picture.alt = words;
  picture.setAttribute("role", "button");
  picture.setAttribute("aria-label", words ? t("open-picture-of", { title: words }) : t("open-picture"));
  return picture;
}

/** Puts a message's headings below those of the page, no rank left out. */
function rankHeadings(body) {
  const headings = [...body.querySelectorAll("h1,h2,h3,h4,h5,h6")];
  const sizes = [...new Set(headings.map(({ tagName }) => tagName))].sort();
  let level = 2; // the chat's name
  for (const heading of headings) {
    level = Math.min(sizes.indexOf(heading.tagName) + 3, level + 1);
    heading.ariaLevel = level;
  }
}

/** Names each picture after its caption, else after the heading or link that follows it, else the one before it. */
function namePictures(body) {
  const marks = [...body.querySelectorAll("img, h1, h2, h3, h4, h5, h6, figcaption, a[href]")];
  const words = (mark) => (mark && mark.tagName !== "IMG" ? mark.textContent.trim() : "");
  let title = "";
  for (const [index, mark] of marks.entries()) {
    if (mark.tagName !== "IMG") title = words(mark) || title;
    else zoomable(mark, words(marks[index + 1]) || title);
  }
}

const DIRECTED = "p,h1,h2,h3,h4,h5,h6,li,td,th,caption,summary,figcaption,footer,blockquote,aside,cite";

/** Makes the inert pieces of a message's HTML live: directions, times, spoilers, pictures, folds. */
function enliven(body, state, chat, messageId) {
  for (const block of body.querySelectorAll(DIRECTED)) block.dir = "auto";
  namePictures(body);
  rankHeadings(body);
  for (const table of body.querySelectorAll("table")) {
    const frame = element("div", { class: "table", tabIndex: 0, role: "group", "aria-label": t("table") });
    table.replaceWith(frame);
    frame.append(table);
  }
  for (const key of body.querySelectorAll("[data-press]")) {
    if (isPending(chat.id, messageId, key.dataset.press)) key.setAttribute("aria-busy", "true");
  }
  for (const fold of body.querySelectorAll("summary")) {
    fold.replaceChildren(element("span", {}, ...fold.childNodes), icon("chevron"));
  }
  for (const time of body.querySelectorAll("time[data-unix]")) {
    const date = new Date(Number(time.dataset.unix) * 1000);
    time.dateTime = date.toISOString();
    time.title = date.toLocaleString();
    time.textContent = entityTime(Number(time.dataset.unix), time.dataset.format, state.now()) ?? time.textContent;
  }
  for (const hidden of body.querySelectorAll(".spoiler")) {
    hidden.tabIndex = 0;
    hidden.setAttribute("role", "button");
    hidden.setAttribute("aria-label", t("spoiler"));
  }
  for (const quote of body.querySelectorAll("blockquote.expandable")) {
    const label = { "aria-expanded": "false", "aria-label": t("unfold") };
    quote.append(element("button", { type: "button", class: "unfold", ...label }, icon("chevron")));
  }
}

function keyboard(message, chat) {
  if (!message.keyboard?.length) return null;
  const rows = message.keyboard.map((row) =>
    element("div", { class: "buttons" }, ...row.map((button) => keyboardButton(button, message, chat))),
  );
  return element("div", { class: "keyboard" }, ...rows);
}

function keyboardButton(button, message, chat) {
  const label = element("span", { dir: "auto" }, button.text);
  if (button.url) {
    const words = t("opens-outside", { text: button.text });
    const properties = { href: button.url, target: "_blank", rel: "noopener noreferrer", "aria-label": words };
    return element("a", { class: "key", "data-testid": "key", ...properties }, label, icon("outside"));
  }
  const waits = isPending(chat.id, message.message_id, button.data);
  const properties = { "data-press": button.data ?? "", "aria-busy": waits ? "true" : null };
  return element("button", { type: "button", class: "key", "data-testid": "key", ...properties }, label);
}
