// What lies over the page for a moment: toasts, alerts, and a picture enlarged.

import { byId, element } from "./dom.js";
import { t } from "./texts.js";

const TOAST_MS = 3500;
const SHORT_TOAST_MS = 1500; // when another one waits
const FADE_MS = 250;

const waiting = []; // toasts not yet shown
let shownSince = 0;
let ending = 0; // the timer that ends the one on view

/** A line at the bottom that goes by itself; one at a time, the next when this one was read. */
export function toast(text) {
  if (waiting.at(-1) !== text) waiting.push(text);
  if (byId("toasts").childElementCount === 0) nextToast();
  else endToastAfter(SHORT_TOAST_MS - (performance.now() - shownSince));
}

function nextToast() {
  byId("toasts").replaceChildren();
  if (!waiting.length) return;
  byId("toasts").append(element("div", { class: "toast", dir: "auto", "data-testid": "toast" }, waiting.shift()));
  shownSince = performance.now();
  endToastAfter(waiting.length ? SHORT_TOAST_MS : TOAST_MS);
}

function endToastAfter(time) {
  clearTimeout(ending);
  ending = setTimeout(() => {
    byId("toasts").firstElementChild?.classList.add("going");
    ending = setTimeout(nextToast, FADE_MS);
  }, Math.max(0, time));
}

/** A box that has to be dismissed. */
export function alertBox(text) {
  byId("alert-text").textContent = text;
  if (!byId("alert").open) byId("alert").showModal();
}

/** Runs a request and says so if it fails; resolves to its answer, or null. */
export async function attempt(request) {
  try {
    return await request;
  } catch (problem) {
    toast(problem instanceof TypeError ? t("offline") : t("failed", { reason: problem.message }));
    return null;
  }
}

export function enlarge(picture) {
  byId("lightbox-picture").src = picture.src;
  byId("lightbox-picture").alt = picture.alt;
  byId("lightbox").showModal();
}

byId("alert-ok").addEventListener("click", () => byId("alert").close());
byId("lightbox").addEventListener("click", () => byId("lightbox").close());
