// Runs before the first paint, so that a dark page never flashes white. Everything else is in modules.
"use strict";
(() => {
  let stored = null;
  try {
    stored = localStorage.getItem("theme");
  } catch {
    // Storage may be forbidden: the system's preference then decides.
  }
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.documentElement.dataset.theme = stored === "dark" || stored === "light" ? stored : system;
})();
