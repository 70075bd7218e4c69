// The page: its views, what is remembered in its address, and what happens on a click.

import { button, byId, element } from "./elements.js";
import { showEditor, showQuestions } from "./asking.js";
import { showLink, showThing } from "./details.js";
import { showFilters } from "./filtering.js";
import { clear, filters, grow, nodes, watch } from "./graph.js";
import { showMap, showTimeline } from "./happenings.js";
import * as network from "./network.js";
import * as paths from "./paths.js";
import { combobox } from "./search.js";
import { className, idOf, iriOf, loadTerms } from "./sparql.js";
import { showTable } from "./tables.js";
import { language, speak, word } from "./words.js";

const VIEWS = ["network", "path", "timeline", "map", "table", "questions", "editor"];
const SHOW = {
  network: () => network.resize(), path: () => {}, timeline: showTimeline, map: showMap, table: showTable,
  questions: () => showQuestions(openView), editor: showEditor,
};
const OF_NETWORK = ["timeline", "map", "table"];
let view = "network";

const tell = (text) => { byId("status").textContent = text; };
const trying = (work) => async (...given) => {
  tell(word("loading"));
  try {
    await work(...given);
    tell("");
  } catch (error) {
    tell(error.message);
  }
};

const openView = trying(async (name, ...given) => {
  view = name;
  for (const each of VIEWS) {
    byId(`view-${each}`).hidden = each !== name;
    const tab = byId(`tab-${each}`);
    tab.setAttribute("aria-selected", String(each === name));
    tab.tabIndex = each === name ? 0 : -1;
  }
  document.body.dataset.view = name;
  remember();
  await SHOW[name](...given);
});

const explore = trying(async (thing) => {
  const known = nodes.get(thing);
  if (!known || known.all == null || known.grown < known.all) await grow(thing);
  await showThing(thing);
});

function remember() {
  const state = new URLSearchParams();
  if (view !== "network") state.set("view", view);
  for (const node of nodes.values()) if (node.grown) state.append("thing", idOf(node.id));
  for (const name of ["from", "to"]) if (filters[name]) state.set(name, filters[name]);
  for (const name of filters.relations) state.append("without", name);
  history.replaceState(null, "", `#${state}`);
}

const recall = trying(async (state) => {
  for (const name of ["from", "to"]) filters[name] = state.get(name) ?? "";
  filters.relations = new Set(state.getAll("without"));
  for (const id of state.getAll("thing")) await grow(iriOf(id));
  if (VIEWS.includes(state.get("view"))) await openView(state.get("view"));
});

function build() {
  speak(language());
  byId("language").textContent = word("language");
  byId("theme").textContent = word(document.documentElement.dataset.theme === "dark" ? "light" : "dark");
  byId("search").replaceChildren(combobox("search", async (chosen) => {
    if (view !== "network") await openView("network");
    explore(chosen.thing);
  }));
  byId("views").replaceChildren(...VIEWS.map((name) => button(word(name), () => openView(name), {
    id: `tab-${name}`, role: "tab", "aria-controls": `view-${name}`, "aria-selected": String(name === view), tabindex: name === view ? 0 : -1,
  })));
  for (const name of VIEWS) byId(`view-${name}`).setAttribute("aria-labelledby", `tab-${name}`);
  byId("network-tools").replaceChildren(
    button(word("fit"), network.fit),
    button(word("empty"), () => { clear(); byId("details").replaceChildren(); }));
  byId("legend").replaceChildren(...["Person", "Organisation", "Country", "Place", "Event"].map((kind) =>
    element("span", {}, element("i", { class: kind.toLowerCase() }), className(kind))));
  paths.start();
  showFilters();
}

byId("views").addEventListener("keydown", (event) => {
  const moves = { ArrowRight: 1, ArrowLeft: -1 };
  if (!(event.key in moves)) return;
  const next = VIEWS[(VIEWS.indexOf(view) + moves[event.key] + VIEWS.length) % VIEWS.length];
  openView(next);
  byId(`tab-${next}`).focus();
});
byId("language").addEventListener("click", () => {
  speak(language() === "fr" ? "en" : "fr");
  build();
  openView(view);
});
byId("theme").addEventListener("click", () => dress(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));
byId("search").addEventListener("submit", (event) => event.preventDefault());

function dress(theme) {
  document.documentElement.dataset.theme = theme;
  localStorage.setItem("theme", theme);
  byId("theme").textContent = word(theme === "dark" ? "light" : "dark");
  network.recolor();
}

watch(() => {
  network.draw();
  showFilters();
  if (OF_NETWORK.includes(view)) SHOW[view]();
  remember();
});

await loadTerms();
network.start(explore, trying(showLink));
build();
dress(localStorage.getItem("theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
const state = new URLSearchParams(location.hash.slice(1));
await openView("network");
await recall(state);
document.body.dataset.ready = "true";
