// The filters of the network: relations, certainty, days.

import { button, byId, element } from "./elements.js";
import { changed, edges, filters } from "./graph.js";
import { certainties, certaintyName, relationName, short } from "./sparql.js";
import { word } from "./words.js";

export function showFilters() {
  const relations = [...new Set([...edges.values()].map((edge) => short(edge.p)))].sort((a, b) => relationName(a).localeCompare(relationName(b)));
  byId("filters").querySelector("div").replaceChildren(
    group(word("certainties"), certainties(), filters.certainties, certaintyName),
    group(word("relations"), relations, filters.relations, relationName, { plain: true }),
    element("p", { class: "days" }, day("from"), day("to")));
}

function group(title, names, hidden, say, { plain = false } = {}) {
  const set = (all) => () => { names.forEach((name) => (all ? hidden.delete(name) : hidden.add(name))); changed(); };
  const boxes = names.map((name) => {
    const box = element("input", { type: "checkbox", name, checked: !hidden.has(name), onchange: () => {
      if (box.checked) hidden.delete(name);
      else hidden.add(name);
      changed();
    } });
    return element("label", { class: plain ? null : name }, box, say(name));
  });
  return element("fieldset", {}, element("legend", {}, title, " ",
    button(word("all"), set(true), { class: "plain" }), " ", button(word("none"), set(false), { class: "plain" })), ...boxes);
}

function day(name) {
  const input = element("input", { type: "date", value: filters[name], "aria-label": word(name), onchange: () => { filters[name] = input.value; changed(); } });
  return element("label", {}, `${word(name)} `, input);
}
