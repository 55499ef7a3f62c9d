// The page's own words, in the user's language; what the bot says comes from the bot.

import ar from "./texts/ar.js";
import de from "./texts/de.js";
import en from "./texts/en.js";
import es from "./texts/es.js";
import fr from "./texts/fr.js";
import hi from "./texts/hi.js";
import id from "./texts/id.js";
import ja from "./texts/ja.js";
import pt from "./texts/pt.js";
import ru from "./texts/ru.js";
import zhHans from "./texts/zh-Hans.js";
import zhHant from "./texts/zh-Hant.js";

// The code is Telegram's, as the menu of languages has it; the locale writes dates.
const LANGUAGES = {
  en: { texts: en, code: "en", locale: "en-GB" },
  ar: { texts: ar, code: "ar", locale: "ar-u-nu-latn", dir: "rtl" },
  de: { texts: de, code: "de", locale: "de" },
  es: { texts: es, code: "es", locale: "es" },
  fr: { texts: fr, code: "fr", locale: "fr" },
  hi: { texts: hi, code: "hi", locale: "hi" },
  id: { texts: id, code: "id", locale: "id" },
  ja: { texts: ja, code: "ja", locale: "ja" },
  pt: { texts: pt, code: "pt-br", locale: "pt-BR" },
  ru: { texts: ru, code: "ru", locale: "ru" },
  "zh-Hans": { texts: zhHans, code: "zh-hans", locale: "zh-Hans-CN" },
  "zh-Hant": { texts: zhHant, code: "zh-hant", locale: "zh-Hant-TW" },
};

let spoken = LANGUAGES.en;

/** The page's language for Telegram's code: as the bot chooses its own, English for one that it does not speak. */
function nearest(code) {
  const parts = (code ?? "").toLowerCase().split(/[-_]/);
  if (parts[0] !== "zh") return parts[0] in LANGUAGES ? parts[0] : "en";
  const traditional = !parts.includes("hans") && parts.some((part) => ["hant", "tw", "hk", "mo"].includes(part));
  return traditional ? "zh-Hant" : "zh-Hans";
}

/** Takes Telegram's language code. */
export function setLanguage(code) {
  const tag = nearest(code);
  spoken = LANGUAGES[tag];
  document.documentElement.lang = tag;
  document.documentElement.dir = spoken.dir ?? "ltr";
}

export const locale = () => spoken.locale;

export const languageOption = () => spoken.code;

/** The text of a key, its {places} filled. */
export function t(key, values = {}) {
  return spoken.texts[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Writes the texts that the page's HTML names in `data-t`, `data-t-title` and `data-t-label`. */
export function translatePage() {
  for (const slot of document.querySelectorAll("[data-t]")) slot.textContent = t(slot.dataset.t);
  for (const slot of document.querySelectorAll("[data-t-label]")) slot.setAttribute("aria-label", t(slot.dataset.tLabel));
  for (const slot of document.querySelectorAll("[data-t-title]")) {
    slot.title = t(slot.dataset.tTitle);
    slot.setAttribute("aria-label", slot.title);
  }
}
