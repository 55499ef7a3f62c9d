// `?tour`: the first minute by itself. It presses what a newcomer would press, and says why; any touch ends it.

import { byId, element, icon } from "./dom.js";
import { t } from "./texts.js";

const LOOK_MS = 2600; // to read what a step says before it acts, and what came of it
const PATIENCE_MS = 15000; // a step whose button does not come is left out

let going = false;

const pause = (time) => new Promise((done) => setTimeout(done, time));
const visible = (selector) => [...document.querySelectorAll(selector)].filter((found) => found.checkVisibility());

/** Waits for what `find` gives; undefined if it does not come, or the tour ends. */
async function come(find) {
  for (let waited = 0; going && waited < PATIENCE_MS; waited += 100) {
    const found = find();
    if (found) return found;
    await pause(100);
  }
  return undefined;
}

const messages = () => visible(".message").length;
const newKey = () => visible(".key[data-press]").find((key) => /science|科學/i.test(key.textContent)) ?? visible(".key[data-press]")[0];

const STEPS = [
  { says: "tour-chat", target: () => visible('[data-type="private"]')[0], needed: () => document.body.dataset.view === "list" },
  { says: "tour-start", target: () => visible("#start")[0], needed: () => visible("#start").length > 0 },
  { says: "tour-follow", target: newKey },
  { says: "tour-drop", target: () => visible("#drop-post")[0] },
  { says: "tour-digest", target: () => visible("#next-digest")[0], awaits: true },
  { says: "tour-link", target: () => visible("#sample-link")[0], awaits: true },
];

function say(key) {
  byId("tour-text").textContent = t(key);
}

function point(target) {
  document.querySelector(".pointed-at")?.classList.remove("pointed-at");
  target?.scrollIntoView({ block: "nearest" });
  target?.classList.add("pointed-at");
}

async function take({ says, target, awaits, needed = () => true }) {
  if (!needed()) return;
  say(says);
  if (!(await come(target))) return;
  point(target());
  await pause(LOOK_MS);
  if (!going) return;
  const before = messages();
  target()?.click(); // found anew: the page may have drawn it again
  point(null);
  if (awaits) {
    await come(() => messages() > before + (says === "tour-link" ? 1 : 0));
    visible("#jump")[0]?.click(); // the answer may stand below what is read
  }
  await pause(LOOK_MS);
}

function end() {
  going = false;
  point(null);
  byId("tour")?.remove();
  document.body.dataset.tour = "over";
}

/** Walks through the first minute where the address asks for it. */
export async function startTour() {
  if (!new URLSearchParams(location.search).has("tour") || going) return;
  going = true;
  const stop = element("button", { type: "button", class: "round", "aria-label": t("tour-end"), title: t("tour-end") }, icon("close"));
  document.body.append(element("aside", { class: "tour", id: "tour", "aria-label": t("tour") }, element("p", { id: "tour-text", role: "status" }), stop));
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, end, { once: true });
  for (const step of STEPS) if (going) await take(step);
  if (going) say("tour-done");
  document.body.dataset.tour = "over";
}
