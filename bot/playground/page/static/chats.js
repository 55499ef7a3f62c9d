// The left column: every chat with its last message, the time and what is unread.

import { byId, element, paintAvatar } from "./dom.js";
import { preview, senderName } from "./message.js";
import { t } from "./texts.js";
import { listTime } from "./times.js";

/** Draws the list; `open` is the id of the chat on view, `typing` the ids where someone types. */
export function drawChats(state, open, typing) {
  const last = (chat) => state.messages[chat.id]?.at(-1);
  const rank = (chat) => last(chat)?.date ?? (chat.type === "private" ? Infinity : 0); // a bot not yet started comes first
  const order = [...state.chats].sort((one, other) => rank(other) - rank(one) || 0);
  const list = byId("chats");
  const focused = document.activeElement?.closest?.("[data-chat-id]")?.dataset.chatId;
  list.replaceChildren(...order.map((chat) => entry(chat, last(chat), state, chat.id === open, typing.has(chat.id))));
  if (focused) list.querySelector(`[data-chat-id="${focused}"]`)?.focus({ preventScroll: true });
}

function entry(chat, message, state, current, typing) {
  const avatar = element("span", { class: "avatar", "aria-hidden": "true" });
  paintAvatar(avatar, chat);
  const when = message ? element("time", {}, listTime(new Date(message.date * 1000), state.now())) : null;
  const line = typing
    ? element("span", { class: "last-line typing" }, t("typing"), dots())
    : element("span", { class: "last-line", dir: "auto" }, ...lastLine(chat, message, state));
  const badge = chat.unread
    ? element("span", { class: "badge", "aria-label": t("unread-count", { count: chat.unread }) }, String(chat.unread))
    : null;
  const button = element(
    "button",
    { type: "button", class: "entry", "data-chat-id": chat.id, "data-type": chat.type, "aria-current": current ? "true" : null },
    avatar,
    element(
      "span",
      { class: "entry-text" },
      element("span", { class: "entry-top" }, element("b", { dir: "auto" }, chat.title), when),
      element("span", { class: "entry-low" }, line, badge),
    ),
  );
  return element("li", {}, button);
}

function lastLine(chat, message, state) {
  if (!message) return [t(chat.type === "private" ? "bot" : "empty")];
  const named = chat.type !== "private" && chat.type !== "channel";
  const sender = named || message.from === "me" ? element("em", {}, `${senderName(message, state)}: `) : null;
  return [sender, preview(message).slice(0, 120)].filter(Boolean);
}

/** Three dots that move. */
export function dots() {
  return element("span", { class: "dots", "aria-hidden": "true" }, element("i"), element("i"), element("i"));
}
