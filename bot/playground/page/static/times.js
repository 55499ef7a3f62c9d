// Dates and times as the reader writes them, in the browser's own zone.

import { locale, t } from "./texts.js";

const format = (options) => new Intl.DateTimeFormat(locale(), options);

export const clockTime = (date) => format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(date);

export const clockDate = (date) => format({ weekday: "short", day: "numeric", month: "short" }).format(date);

export const dayKey = (date) => `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;

/** "Today", "Yesterday" or the date, seen from the playground's clock. */
export function dayName(date, now) {
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  if (dayKey(date) === dayKey(now)) return t("today");
  if (dayKey(date) === dayKey(yesterday)) return t("yesterday");
  const year = date.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return format({ day: "numeric", month: "long", year }).format(date);
}

/** The chat list's short form: the time today, the weekday this week, else the date. */
export function listTime(date, now) {
  if (dayKey(date) === dayKey(now)) return clockTime(date);
  if (Math.abs(now - date) < 6 * 86400e3) return format({ weekday: "short" }).format(date);
  return format({ day: "numeric", month: "numeric", year: "2-digit" }).format(date);
}

function relative(date, now) {
  const seconds = (date - now) / 1000;
  const [size, unit] = [[86400, "day"], [3600, "hour"], [60, "minute"], [1, "second"]].find(
    ([length, name]) => Math.abs(seconds) >= length || name === "second",
  );
  return new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }).format(Math.round(seconds / size), unit);
}

/**
 * A `tg-time`: format "r", or any of w (weekday), d/D (short/long date), t/T (short/long time);
 * core.telegram.org/bots/api#date-time-entity-formatting. Null for an empty format: the text stays.
 */
export function entityTime(unix, shape, now) {
  const date = new Date(unix * 1000);
  if (!shape) return null;
  if (shape === "r") return relative(date, now);
  const options = {};
  if (shape.includes("w")) options.weekday = shape.includes("D") ? "long" : "short";
  if (shape.includes("d")) Object.assign(options, { day: "numeric", month: "short" });
  if (shape.includes("D")) Object.assign(options, { day: "numeric", month: "long", year: "numeric" });
  if (/[tT]/.test(shape)) Object.assign(options, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  if (shape.includes("T")) options.second = "2-digit";
  return format(options).format(date);
}
