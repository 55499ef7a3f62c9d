// The bar on top: the playground's clock and what moves it, arriving news, language and theme.

import { post } from "./api.js";
import { byId, icon } from "./dom.js";
import { attempt, toast } from "./notices.js";
import { languageOption, t } from "./texts.js";
import { clockDate, clockTime, dayKey } from "./times.js";

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86400;
const DIGEST_MS = 8000; // a digest that has not come by then does not come

let base = Date.now(); // the playground's time ...
let since = performance.now(); // ... at this moment of the browser's
let speed = 1;
let nextDigest = null;
let nextChat = null; // the id of the chat it is for
let titleOf = () => undefined;
let arrivals = 0;

/** The playground's time, as far as the page knows. */
export const now = () => new Date(base + (performance.now() - since) * speed);

const moment = (value) => (value === null || value === undefined ? null : new Date(typeof value === "number" ? value * 1000 : value));

/** Takes what the server says of the clock. */
export function setClock(values) {
  if (values.now !== undefined) [base, since] = [moment(values.now).getTime(), performance.now()];
  if (values.speed !== undefined && values.speed !== null) speed = values.speed;
  if (values.next_digest !== undefined) nextDigest = moment(values.next_digest);
  if (values.next_digest_chat !== undefined) nextChat = values.next_digest_chat;
  drawClock();
}

/** `title(id)` tells the name of a chat. */
export const nameChats = (title) => (titleOf = title);

export function drawClock() {
  const time = now();
  byId("clock-time").textContent = `${clockDate(time)} ${clockTime(time)}`;
  byId("clock-time").dateTime = time.toISOString();
  const other = nextDigest && dayKey(nextDigest) !== dayKey(time) ? `${clockDate(nextDigest)} ` : "";
  const at = (other + (nextDigest ? clockTime(nextDigest) : "")).replaceAll(" ", "\u00a0"); // stays on one line
  const chat = titleOf(nextChat);
  const next = nextDigest ? t(chat ? "next-for" : "next-at", { time: at, chat }) : t("no-next");
  const label = nextDigest && chat ? t("next-digest-for", { time: at, chat }) : t("next-digest-title");
  if (byId("next-digest").title !== label) {
    byId("next-digest").title = label;
    byId("next-digest").setAttribute("aria-label", label);
  }
  byId("clock-next").textContent = next;
  byId("clock-next").dataset.at = nextDigest?.toISOString() ?? "";
}

async function move(body, button) {
  button.disabled = true;
  const answer = await attempt(post("clock", body));
  button.disabled = false;
  if (answer) setClock(answer);
}

/** Moves to the next digest; says so if there was nothing to send, for then nothing comes. */
async function toNextDigest(button) {
  const [scheduled, before] = [nextDigest, arrivals];
  await move({ to: "next_digest" }, button);
  if (!scheduled && !nextDigest) toast(t("no-next-yet"));
  else setTimeout(() => arrivals === before && toast(t("digest-empty")), DIGEST_MS);
}

/** The page tells of every new message of the bot. */
export const noteArrival = () => (arrivals += 1);

async function dropPost() {
  byId("drop-post").disabled = true;
  const answer = await attempt(post("news"));
  byId("drop-post").disabled = false;
  if (answer && answer.title === null) toast(t("drop-none"));
}

export function drawTheme() {
  const dark = document.documentElement.dataset.theme === "dark";
  const label = t(dark ? "to-light" : "to-dark");
  byId("theme").replaceChildren(icon(dark ? "sun" : "moon"));
  byId("theme").title = label;
  byId("theme").setAttribute("aria-label", label);
  byId("language").value = languageOption();
}

function switchTheme() {
  const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // Without storage the choice holds until the page is left.
  }
  drawTheme();
}

/** `chooseLanguage(code)` is called when the user picks another language. */
export function startBar(chooseLanguage) {
  byId("next-digest").addEventListener("click", (event) => toNextDigest(event.currentTarget));
  byId("hour").addEventListener("click", (event) => move({ advance: HOUR_SECONDS }, event.currentTarget));
  byId("day").addEventListener("click", (event) => move({ advance: DAY_SECONDS }, event.currentTarget));
  byId("drop-post").addEventListener("click", dropPost);
  byId("theme").addEventListener("click", switchTheme);
  byId("language").addEventListener("change", (event) => chooseLanguage(event.currentTarget.value));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => {
    if (localStorage.getItem("theme")) return;
    document.documentElement.dataset.theme = event.matches ? "dark" : "light";
    drawTheme();
  });
  setInterval(drawClock, 1000);
}
