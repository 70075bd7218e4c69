// The shortest path between two things, found step by step from one towards the other.

import { button, byId, element } from "./elements.js";
import { connect, edges, nodes } from "./graph.js";
import { sayEdge, showLink } from "./details.js";
import * as queries from "./queries.js";
import { rows } from "./sparql.js";
import { combobox } from "./search.js";
import { showQueries } from "./copying.js";
import { word } from "./words.js";

const LONGEST = 6;
const AT_ONCE = 500;

export async function shortest(from, to) {
  const before = new Map([[from, null]]);
  let edge = [from];
  for (let length = 0; length < LONGEST && edge.length && !before.has(to); length++) {
    const next = [];
    for (let n = 0; n < edge.length && !before.has(to); n += AT_ONCE) {
      for (const row of await rows(queries.step(edge.slice(n, n + AT_ONCE)))) {
        if (before.has(row.b)) continue;
        before.set(row.b, row.a);
        next.push(row.b);
      }
    }
    edge = next;
  }
  if (!before.has(to)) return null;
  const path = [to];
  while (path[0] !== from) path.unshift(before.get(path[0]));
  return path;
}

export function start() {
  const ends = { one: null, other: null };
  const told = element("div", { "aria-live": "polite" });
  const field = (name) => combobox(name, (chosen) => { ends[name] = chosen.thing; });
  const find = button(word("find"), async () => {
    if (!ends.one || !ends.other) return told.replaceChildren(word("choose"));
    told.replaceChildren(word("loading"));
    const path = await shortest(ends.one, ends.other);
    if (!path) return told.replaceChildren(word("noPath"));
    await connect(path);
    showQueries(queries.step([ends.one]), queries.pathCypher(ends.one, ends.other));
    told.replaceChildren(element("ol", { class: "path" }, ...steps(path)));
  });
  byId("view-path").replaceChildren(element("div", { class: "ends" }, field("one"), field("other"), find), told);
}

function steps(path) {
  return path.slice(1).map((thing, n) => {
    const links = [...edges.values()].filter((edge) =>
      (edge.s === path[n] && edge.o === thing) || (edge.o === path[n] && edge.s === thing));
    return element("li", {}, element("strong", {}, `${nodes.get(path[n])?.label} – ${nodes.get(thing)?.label}`),
      element("ul", {}, ...links.map((edge) => element("li", {}, button(sayEdge(edge), () => showLink(edge.id), { class: `plain ${edge.certainty}` })))));
  });
}
