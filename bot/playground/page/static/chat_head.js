// The head of the open chat: the person's and the bot's role in it, and the topics of a forum.

import { post } from "./api.js";
import { byId, element } from "./dom.js";
import { attempt } from "./notices.js";
import { t } from "./texts.js";

let drawn = ""; // what the tabs show: drawn anew only when that changes, so that the focus stays

/** Shows what the person and the bot are in a chat, and lets the person change both. */
export function drawRole(chat) {
  drawChoice(byId("role"), chat.roles, chat.role);
  drawChoice(byId("my-role"), chat.my_roles, chat.my_role);
}

function drawChoice(select, roles, chosen) {
  const options = roles.map((role) => element("option", { value: role }, t(`${select.id}-${role}`)));
  select.hidden = options.length === 0;
  select.replaceChildren(...options);
  select.value = chosen;
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
  for (const [id, action] of [["role", "role"], ["my-role", "my_role"]]) {
    byId(id).addEventListener("change", async (event) => {
      const chat = openChat();
      const answer = await attempt(post(action, { chat_id: chat.id, status: event.currentTarget.value }));
      if (answer === null) drawRole(chat);
    });
  }
  byId("topics").addEventListener("click", (event) => {
    const tab = event.target.closest("[data-topic]");
    if (tab) choose(Number(tab.dataset.topic) || null);
  });
}
