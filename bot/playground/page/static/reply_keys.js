// The buttons that the bot shows in place of the keyboard: a text to send, a place to share, a chat to choose.

import { post } from "./api.js";
import { byId, element, icon } from "./dom.js";
import { attempt, toast } from "./notices.js";
import { t } from "./texts.js";

// Places to share in the playground, which asks the browser for nothing: each in its own words.
const PLACES = [
  ["台北 Taipei", 25.04, 121.56],
  ["東京 Tokyo", 35.68, 139.69],
  ["दिल्ली Delhi", 28.61, 77.21],
  ["القاهرة Cairo", 30.04, 31.24],
  ["Berlin", 52.52, 13.4],
  ["Madrid", 40.42, -3.7],
  ["São Paulo", -23.55, -46.63],
  ["New York", 40.71, -74.01],
];

let drawn = ""; // what is shown: drawn anew only when that changes, so that the focus stays
let chat = null;
let chats = [];
let submit = async () => false;

/** `send(text)` sends what a button says. */
export function startReplyKeys(send) {
  submit = send;
  byId("reply-keys").addEventListener("click", (event) => {
    const at = event.target.closest("[data-at]")?.dataset.at.split(",").map(Number);
    if (at) use(chat.reply_keyboard[at[0]][at[1]]);
  });
  byId("chooser-stop").addEventListener("click", () => byId("chooser").close());
}

/** Shows the keyboard of a chat; `all` are the chats that can be chosen. */
export function drawReplyKeys(nextChat, all) {
  [chat, chats] = [nextChat, all];
  const rows = chat.reply_keyboard ?? [];
  const state = JSON.stringify([chat.id, rows]);
  if (state === drawn) return;
  drawn = state;
  byId("reply-keys").hidden = rows.length === 0;
  byId("reply-keys").replaceChildren(...rows.map((row, line) => element("div", { class: "buttons" }, ...row.map((key, at) => keyOf(key, line, at)))));
}

function keyOf(key, line, at) {
  const mark = key.request_location ? icon("pin") : key.request_chat ? icon("people") : null;
  return element("button", { type: "button", class: "reply-key", "data-testid": "reply-key", "data-at": `${line},${at}` }, mark, element("span", { dir: "auto" }, key.text));
}

function use(key) {
  if (key.request_location) choose(t("choose-place"), PLACES.map(([name, latitude, longitude]) => [name, { latitude, longitude }]));
  else if (key.request_chat) offerChats(key.request_chat);
  else submit(key.text);
}

function offerChats(request) {
  const fitting = chats.filter(({ type }) => type !== "private" && (type === "channel") === Boolean(request.chat_is_channel));
  if (!fitting.length) toast(t("not-here"));
  else choose(t("choose-chat"), fitting.map(({ id, title }) => [title, { request_id: request.request_id, shared: id }]));
}

/** Offers these in a box; what is chosen is shared with the bot. */
function choose(title, offers) {
  const buttons = offers.map(([name, values]) => {
    const button = element("button", { type: "button", class: "offer", dir: "auto", "data-testid": "offer" }, name);
    button.addEventListener("click", () => {
      byId("chooser").close();
      attempt(post("share", { chat_id: chat.id, ...values }));
    });
    return button;
  });
  byId("chooser-title").textContent = title;
  byId("chooser-offers").replaceChildren(...buttons);
  byId("chooser").showModal();
}
