// Small pieces for building the page: elements, icons, ids.

export const byId = (id) => document.getElementById(id);

/** An element with properties ("class", "data-x" and aria attributes too) and children. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name in made && !name.includes("-")) made[name] = value;
    else made.setAttribute(name === "class" ? "class" : name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const ICONS = {
  back: "M15 5l-7 7 7 7",
  check: "M3 12.5l4.5 4.5L17 7",
  checks: "M2 12.5l4.5 4.5L15 7M11 15.5l1.5 1.5L21 7",
  chevron: "M6 9l6 6 6-6",
  close: "M6 6l12 12M18 6L6 18",
  down: "M6 9l6 6 6-6",
  file: "M7 3h7l5 5v13H7zM14 3v5h5",
  forward: "M4 6l7 6-7 6zM13 6l7 6-7 6z",
  link: "M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1.5 1.5M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1.5-1.5",
  menu: "M4 7h16M4 12h16M4 17h16",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
  news: "M4 5h13v12a2 2 0 0 0 2 2H6a2 2 0 0 1-2-2zM17 9h3v8a2 2 0 0 1-2 2M7.5 9h6M7.5 12.5h6M7.5 16h3.5",
  outside: "M8 16L16 8M9.5 8H16v6.5",
  eye: "M2.5 12s3.5-6 9.5-6 9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
  people: "M9 5a3.2 3.2 0 1 0 0 6.4A3.2 3.2 0 0 0 9 5zM3 19c0-3.3 2.7-5 6-5s6 1.7 6 5M15.5 5.3a3.2 3.2 0 0 1 0 5.8M17 14.3c2.4.6 4 2.1 4 4.7",
  pin: "M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 7.7a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8z",
  reply: "M10 6l-6 6 6 6M4 12h9a7 7 0 0 1 7 7",
  send: "M4 4.5l17 7.5-17 7.5 2.6-7.5zM6.6 12H14",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
};

/** A line icon that takes the colour of the text around it. */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true" })) {
    svg.setAttribute(key, value);
  }
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** Puts icons where the page's HTML asks for them by `data-icon`. */
export function placeIcons(root = document) {
  for (const slot of root.querySelectorAll("i[data-icon]")) slot.replaceWith(icon(slot.dataset.icon));
}

/** A message's HTML as one line of plain text, for previews. */
export function plainText(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  for (const block of holder.content.querySelectorAll("p,h1,h2,h3,h4,h5,h6,li,tr,br,summary,blockquote,figcaption,footer")) {
    block.append(" ");
    if (block.tagName === "BR") block.replaceWith(" ");
  }
  return holder.content.textContent.replace(/\s+/g, " ").trim();
}

const GRADIENTS = 7;

/** Makes an element the round picture of a chat: the bot's sign, or initials on a colour. */
export function paintAvatar(slot, chat) {
  if (chat.type === "private") {
    slot.dataset.colour = "bot";
    return;
  }
  const words = (chat.title || "?").trim().split(/\s+/);
  slot.textContent = words.slice(0, 2).map((word) => [...word][0] ?? "").join("").toUpperCase();
  const known = /^#[0-9a-f]{6}$/i.test(chat.photo_color ?? "");
  slot.dataset.colour = known ? "own" : Math.abs(Number(chat.photo_color ?? chat.id)) % GRADIENTS;
  if (known) slot.style.setProperty("--avatar", chat.photo_color);
}
