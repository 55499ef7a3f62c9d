// The open chat's messages: in order, grouped, dated, and scrolled as a reader expects.

import { byId, element } from "./dom.js";
import { messageElement } from "./message.js";
import { findMessage, placeOf, putInOrder, takeOut } from "./ordered.js";
import { t } from "./texts.js";
import { dayKey, dayName } from "./times.js";

const GROUP_SECONDS = 600; // messages of one sender this close together look like one
const NEAR_BOTTOM_PX = 90;
const REST_MS = 1200; // without a move: the reader reads

const timeline = byId("timeline");
const scroller = byId("scroller");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

let chat = null;
let state = null;
let topic = null; // of a forum: only its messages are on view
let rows = new Map(); // message id -> element
let shown = []; // the messages, in order
let days = new Map(); // day -> section
let pinned = true; // the reader is at the bottom and stays there
let gliding = false; // a scroll of ours is on its way
let lastTop = 0; // where the last scroll left the window
let resting = 0; // the timer that ends a move
let missed = 0; // messages that came while the reader was further up
let unreadFrom = null; // the first unread message when the chat was opened

/** Shows a chat from scratch, at its first unread message or at its end. */
export function openChat(nextChat, nextState, { unread = 0, topic: nextTopic = null } = {}) {
  [chat, state, topic, rows, shown, days, missed] = [nextChat, nextState, nextTopic, new Map(), [], new Map(), 0];
  timeline.setAttribute("aria-live", "off");
  timeline.replaceChildren();
  const messages = (state.messages[chat.id] ?? []).filter(isOnView);
  const theirs = messages.filter((message) => message.from !== "me");
  unreadFrom = unread > 0 && unread <= theirs.length ? theirs.at(-unread).message_id : null;
  for (const message of messages) place(message);
  noteWhetherEmpty();
  const divider = timeline.querySelector(".unread-line");
  pinned = !divider;
  if (divider) scroller.scrollTop = divider.offsetTop - 60;
  else toBottom({ smooth: false });
  requestAnimationFrame(() => timeline.setAttribute("aria-live", "polite"));
  showJump();
}

const isOnView = (message) => topic === null || message.topic === topic;

/** A message came, or changed. */
export function putMessage(message) {
  if (!isOnView(message)) return;
  const isNew = !rows.has(message.message_id);
  const row = place(message);
  noteWhetherEmpty();
  if (!isNew) return;
  row.classList.add("arriving");
  if (message.from === "me" || pinned) glideTo(row);
  else missed += 1;
  showJump();
}

export function dropMessage(messageId) {
  const row = rows.get(messageId);
  if (!row) return;
  const section = row.parentElement;
  if (row.previousElementSibling?.matches(".unread-line")) row.previousElementSibling.remove();
  row.remove();
  rows.delete(messageId);
  takeOut(shown, messageId);
  if (section.childElementCount === 1) dropDay(section);
  join(placeOf(shown, messageId));
  noteWhetherEmpty();
}

export const messageOf = (row) => findMessage(shown, Number(row.dataset.messageId));

/** Draws a message's buttons anew, after a press or its answer. */
export function refresh(messageId) {
  const message = findMessage(shown, messageId);
  if (message) place(message);
}

export function jumpTo(messageId) {
  const message = findMessage(shown, messageId);
  const row = message && rows.get(message.message_id);
  if (!row) return;
  row.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  row.classList.add("found");
  setTimeout(() => row.classList.remove("found"), 1500);
}

/** Draws a message in its place. Looks at its neighbours alone: a long chat costs no more than a short one. */
function place(message) {
  const row = messageElement(message, chat, state);
  const old = rows.get(message.message_id);
  putInOrder(shown, message);
  rows.set(message.message_id, row);
  const at = placeOf(shown, message.message_id);
  if (old) takeOver(old, row);
  else insert(row, message, at);
  join(at);
  join(at + 1);
  return row;
}

function takeOver(old, row) {
  keepFolds(old, row);
  const focused = old.contains(document.activeElement) ? focusIndex(old) : -1;
  old.replaceWith(row);
  if (focused >= 0) [...row.querySelectorAll("a,button,[tabindex]")][focused]?.focus({ preventScroll: true });
}

function insert(row, message, at) {
  const date = new Date(message.date * 1000);
  const next = rows.get(shown[at + 1]?.message_id);
  const section = days.get(dayKey(date)) ?? addDay(date, next);
  if (next?.parentElement === section) next.before(row);
  else section.append(row);
  if (message.message_id === unreadFrom) row.before(element("div", { class: "line unread-line" }, t("unread")));
}

const focusIndex = (row) => [...row.querySelectorAll("a,button,[tabindex]")].indexOf(document.activeElement);

function keepFolds(old, row) {
  const folds = [...row.querySelectorAll("details")];
  [...old.querySelectorAll("details")].forEach((fold, index) => {
    if (folds[index]) folds[index].open = fold.open;
  });
}

/** Marks whether a message belongs together with the one before it: one sender, one day, soon after. */
function join(at) {
  const [before, message] = [shown[at - 1], shown[at]];
  const [above, row] = [rows.get(before?.message_id), rows.get(message?.message_id)];
  const near = above && row && above.parentElement === row.parentElement && message.date - before.date < GROUP_SECONDS;
  const joined = Boolean(near && before.from === message.from);
  row?.classList.toggle("first", !joined);
  above?.classList.toggle("last", !joined);
}

function noteWhetherEmpty() {
  const note = timeline.querySelector(":scope > .empty");
  if (shown.length) note?.remove();
  else if (!note) timeline.append(emptyNote());
}

/** Names the days anew once the clock has passed midnight: today is then yesterday. */
export function renameDays() {
  for (const section of timeline.querySelectorAll(".days")) {
    section.querySelector(".day .pill").textContent = dayName(messageDate(section.querySelector(".message")), state.now());
  }
}

const messageDate = (row) => new Date(messageOf(row).date * 1000);

/** A new day's section, above that of the message which comes next. */
function addDay(date, next) {
  const line = element("div", { class: "line day" }, element("span", { class: "pill" }, dayName(date, state.now())));
  const section = element("section", { class: "days", "data-day": dayKey(date) }, line);
  days.set(section.dataset.day, section);
  if (next) next.parentElement.before(section);
  else timeline.append(section);
  return section;
}

function dropDay(section) {
  days.delete(section.dataset.day);
  section.remove();
}

function emptyNote() {
  if (chat.type !== "private") return element("div", { class: "empty" }, element("span", { class: "pill" }, t("empty")));
  return element("div", { class: "empty card" }, element("b", {}, t("start-title")), element("p", {}, t("start-text")));
}

function glideTo(row) {
  // A message higher than the window is read from its top; any other one is simply the last.
  if (row.offsetHeight > scroller.clientHeight - 40) {
    pinned = false;
    glide(row.offsetTop - 16);
  } else toBottom({ smooth: true });
}

export function toBottom({ smooth }) {
  pinned = true;
  missed = 0;
  if (smooth) glide(scroller.scrollHeight);
  else scroller.scrollTop = scroller.scrollHeight;
  showJump();
}

function glide(top) {
  const way = Math.min(top, scroller.scrollHeight - scroller.clientHeight) - scroller.scrollTop;
  gliding = !calm.matches && Math.abs(way) > 1; // without a move there is no end of it to wait for
  scroller.scrollTo({ top, behavior: calm.matches ? "auto" : "smooth" });
}

const fromBottom = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;

// The day's name hangs over the messages while they move, and fades once they rest.
function hangDays() {
  const top = scroller.getBoundingClientRect().top;
  for (const section of days.values()) {
    section.firstElementChild.classList.toggle("hanging", section.getBoundingClientRect().top < top);
  }
  timeline.classList.add("moving");
  clearTimeout(resting);
  resting = setTimeout(() => timeline.classList.remove("moving"), REST_MS);
}

function showJump() {
  byId("jump").hidden = pinned || fromBottom() < NEAR_BOTTOM_PX;
  byId("jump-count").hidden = missed === 0;
  byId("jump-count").textContent = missed;
}

// Only a reader goes up: a message that grows leaves the place as it is, and a glide of ours goes down.
function noteMove() {
  if (scroller.scrollTop < lastTop - 1) {
    gliding = false;
    pinned = fromBottom() < NEAR_BOTTOM_PX;
  } else if (fromBottom() < NEAR_BOTTOM_PX) pinned = true;
  lastTop = scroller.scrollTop;
  if (pinned) missed = 0;
  showJump();
}

scroller.addEventListener("scroll", noteMove);
scroller.addEventListener("scroll", hangDays);
scroller.addEventListener("scrollend", () => {
  noteMove();
  if (gliding && pinned) scroller.scrollTop = scroller.scrollHeight; // the last message may have grown meanwhile
  gliding = false;
});
for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) {
  scroller.addEventListener(kind, () => (gliding = false), { passive: true });
}
// Pictures and folds change the height; whoever was at the bottom stays there.
new ResizeObserver(() => {
  if (pinned && !gliding) scroller.scrollTop = scroller.scrollHeight;
}).observe(timeline);
new ResizeObserver(() => {
  if (pinned) scroller.scrollTop = scroller.scrollHeight;
}).observe(scroller);
byId("jump").addEventListener("click", () => toBottom({ smooth: true }));
