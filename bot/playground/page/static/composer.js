// Writing: the input, the list of commands, replies, and the Start button of an empty chat.

import { post } from "./api.js";
import { byId, element } from "./dom.js";
import { preview, senderName } from "./message.js";
import { attempt } from "./notices.js";
import { t } from "./texts.js";

const input = byId("input");
const list = byId("commands");

let commands = [];
let choice = -1; // the highlighted command
let offered = false; // a sample link may be sent here
let answered = null; // the message being replied to
let submit = async () => false;

/** `send(text, replyTo)` resolves to whether it was taken. */
export function startComposer(send) {
  submit = send;
  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    sendInput();
  });
  byId("start").addEventListener("click", () => submit("/start"));
  byId("sample-link").addEventListener("click", sendSampleLink);
  byId("menu").addEventListener("click", () => (list.hidden || input.value ? openMenu() : closeList()));
  byId("replying-stop").addEventListener("click", () => replyTo(null));
  input.addEventListener("input", typed);
  input.addEventListener("keydown", keyDown);
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[data-command]");
    if (item) take(item.dataset.command);
  });
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest(".foot")) closeList();
  });
  typed();
}

export function setCommands(known) {
  commands = known ?? [];
  if (!list.hidden) typed();
}

/** Readies the composer for a chat: its placeholder, and Start where nothing was said yet. */
export function showComposer(chat, { empty }) {
  const start = chat.type === "private" && empty;
  byId("composer").hidden = start;
  byId("start").hidden = !start;
  offered = chat.type === "private" && !empty;
  showChip();
  input.placeholder = t(chat.type === "channel" ? "write-channel" : "write");
  if (answered && answered.chatId !== chat.id) replyTo(null);
}

export function replyTo(message, chat, state) {
  answered = message && { id: message.message_id, chatId: chat.id };
  byId("replying").hidden = !message;
  showChip();
  if (!message) return;
  byId("replying-name").textContent = senderName(message, state);
  byId("replying-text").textContent = preview(message);
  input.focus();
}

function showChip() {
  byId("sample-link").hidden = !offered || input.value !== "" || !list.hidden || answered !== null;
}

async function sendSampleLink() {
  const answer = await attempt(post("sample_link"));
  if (answer?.url) submit(answer.url);
}

async function sendInput() {
  const text = input.value.trim();
  if (!text) return;
  const reply = answered;
  input.value = "";
  typed();
  replyTo(null);
  if (!(await submit(text, reply?.id))) {
    input.value ||= text;
    typed();
  }
}

function typed() {
  showChip();
  byId("send").classList.toggle("ready", input.value.trim() !== "");
  if (!CSS.supports("field-sizing", "content")) fit();
  const word = /^\/(\w*)$/.exec(input.value);
  const found = word ? commands.filter(({ command }) => command.startsWith(word[1].toLowerCase())) : [];
  if (found.length) showList(found);
  else closeList();
}

/** Makes the input as high as its text, where CSS alone cannot. */
function fit() {
  input.style.setProperty("height", "46px");
  input.style.setProperty("height", `${Math.max(46, input.scrollHeight)}px`);
}

function openMenu() {
  showList(commands);
  input.focus();
}

function showList(found) {
  choice = -1;
  const items = found.map(({ command, description }, index) =>
    element(
      "div",
      { class: "command-item", role: "option", id: `command-${index}`, "data-command": command, "data-testid": "command" },
      element("b", { dir: "ltr" }, `/${command}`),
      element("span", { dir: "auto" }, description),
    ),
  );
  list.replaceChildren(...(items.length ? items : [element("div", { class: "no-commands", role: "option", "aria-disabled": "true" }, t("no-commands"))]));
  list.hidden = false;
  showChip();
  byId("menu").setAttribute("aria-expanded", "true");
  input.removeAttribute("aria-activedescendant");
}

function closeList() {
  list.hidden = true;
  choice = -1;
  showChip();
  byId("menu").setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function highlight(step) {
  const items = [...list.querySelectorAll(".command-item")];
  choice = (choice + step + items.length + (choice < 0 && step < 0 ? 1 : 0)) % items.length;
  items.forEach((item, index) => item.setAttribute("aria-selected", String(index === choice)));
  items[choice].scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", items[choice].id);
}

function take(command) {
  input.value = "";
  typed();
  submit(`/${command}`);
  input.focus();
}

/** Whether what stands there is a part of a command: the list then offers the rest. */
const isUnfinished = () => input.value.length > 1 && !commands.some(({ command }) => `/${command}` === input.value.toLowerCase());

function complete(command) {
  input.value = `/${command ?? list.querySelector(".command-item").dataset.command} `;
  typed();
}

function keyDown(event) {
  if (event.isComposing) return; // Enter then chooses a character, it does not send
  const open = !list.hidden && list.querySelector(".command-item");
  const chosen = open && choice >= 0 ? list.querySelectorAll(".command-item")[choice].dataset.command : null;
  if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) highlight(event.key === "ArrowDown" ? 1 : -1);
  else if (open && event.key === "Tab" && !event.shiftKey) complete(chosen);
  else if (open && event.key === "Enter" && !event.shiftKey && !chosen && isUnfinished()) complete(null);
  else if (event.key === "Escape" && (open || answered)) {
    closeList();
    replyTo(null);
  } else if (event.key === "Enter" && !event.shiftKey) {
    if (chosen) take(chosen);
    else sendInput();
  } else return;
  event.preventDefault();
}
