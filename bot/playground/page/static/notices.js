// What lies over the page for a moment: toasts, alerts, and a picture enlarged.

import { byId, element } from "./dom.js";
import { t } from "./texts.js";

const TOAST_MS = 3500;

/** A line at the bottom that goes by itself. */
export function toast(text) {
  const line = element("div", { class: "toast", dir: "auto", "data-testid": "toast" }, text);
  byId("toasts").append(line);
  setTimeout(() => {
    line.classList.add("going");
    setTimeout(() => line.remove(), 250);
  }, TOAST_MS);
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
