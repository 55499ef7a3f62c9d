// The head of the open chat: the bot's role in it, and the topics of a forum.

import { post } from "./api.js";
import { byId, element } from "./dom.js";
import { attempt } from "./notices.js";
import { t } from "./texts.js";

let drawn = ""; // what the tabs show: drawn anew only when that changes, so that the focus stays

/** Shows what the bot is in a chat, and lets the person change it. */
export function drawRole(chat) {
  const options = chat.roles.map((role) => element("option", { value: role }, t(`role-${role}`)));
  byId("role").hidden = options.length === 0;
  byId("role").replaceChildren(...options);
  byId("role").value = chat.role;
}

/** Shows a forum's topics as tabs; `chosen` is that on view, null for all. */
export function drawTopics(chat, chosen) {
  const tabs = chat.topics.length ? [{ id: null, name: t("all-topics") }, ...chat.topics] : [];
  byId("topics").hidden = tabs.length === 0;
  const state = JSON.stringify([chat.id, chosen, tabs]);
  if (state === drawn) return;
  drawn = state;
  const focused = document.activeElement?.dataset.topic;
  byId("topics").replaceChildren(
    ...tabs.map(({ id, name }) =>
      element("button", { type: "button", "data-topic": id ?? "", dir: "auto", "aria-pressed": String(id === chosen) }, name),
    ),
  );
  if (focused !== undefined) byId("topics").querySelector(`[data-topic="${focused}"]`)?.focus();
}

/** `openChat()` tells which chat is open, `choose(topic)` is called when the person picks another topic. */
export function startHead(openChat, choose) {
  byId("role").addEventListener("change", async (event) => {
    const chat = openChat();
    const answer = await attempt(post("role", { chat_id: chat.id, status: event.currentTarget.value }));
    if (answer === null) drawRole(chat);
  });
  byId("topics").addEventListener("click", (event) => {
    const tab = event.target.closest("[data-topic]");
    if (tab) choose(Number(tab.dataset.topic) || null);
  });
}
